from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from viewer.export.context import Options, Takeaway, takeaway_of
from viewer.export.offscreen_app import page_style
from viewer.export.table import EXPORTS, Export
from viewer.i18n import load
from viewer.pipeline import open_briefing
from viewer.window.exporting.export_dialog import ExportDialog
from viewer.window.exporting.export_preview import Leaves, Shown, page_of, preview_of

DATA = Path(__file__).parents[3] / "data" / "shandong-2020.yaml"


@pytest.fixture(scope="module")
def takeaway() -> Takeaway:
    return takeaway_of(open_briefing(DATA), load("zh_CN"), {})


@pytest.fixture(scope="module")
def preview(takeaway: Takeaway) -> Callable[[Export, Options], Shown]:
    """The previews of the takeaway, each laid out once for all tests."""
    return cache(partial(preview_of, takeaway, takeaway.words))


@pytest.fixture
def dialog(
    qtbot: Any, takeaway: Takeaway, preview: Callable[[Export, Options], Shown]
) -> Iterator[ExportDialog]:
    parent = QWidget()  # named: it would go with its dialog before the test begins
    qtbot.addWidget(parent)
    section = takeaway.briefing.sections[0]
    made = ExportDialog(
        parent,
        page_style(takeaway.words),
        (section.id, section.title),
        preview,
    )
    yield made
    made.close()


def choose(dialog: ExportDialog, name: str) -> None:
    dialog.formats.setCurrentRow([row.name for row in EXPORTS].index(name))


@pytest.mark.parametrize("name", [row.name for row in EXPORTS])
def test_every_format_shows_what_it_will_begin_with(dialog: ExportDialog, name: str) -> None:
    choose(dialog, name)
    if name in {"pdf", "html", "pptx", "png", "svg", "xlsx"}:
        assert not dialog.picture.pixmap().isNull()
        return
    assert dialog.picture.textFormat() is Qt.TextFormat.PlainText
    wanted = "公安基层基础建设" if name in {"markdown", "json"} else "39 份"
    assert wanted in dialog.picture.text()


def test_slides_for_powerpoint_carry_the_notes_unless_they_are_taken_out(
    dialog: ExportDialog,
) -> None:
    choose(dialog, "pptx")
    assert dialog.options().notes is True
    dialog.notes.setChecked(False)
    assert dialog.options().notes is False
    choose(dialog, "pdf")
    assert dialog.options().notes is False
    choose(dialog, "csv")
    assert dialog.options().notes is None


def test_the_choice_is_handed_on_with_what_means_something_to_the_format(
    qtbot: Any, dialog: ExportDialog
) -> None:
    choose(dialog, "pdf")
    dialog.slides.setChecked(True)
    dialog.scope.setCurrentIndex(1)
    with qtbot.waitSignal(dialog.chosen) as said:
        save = dialog.buttons.buttons()[0]
        assert dialog.buttons.buttonRole(save) is QDialogButtonBox.ButtonRole.AcceptRole
        save.click()
    row, options = said.args
    assert row.name == "pdf"
    assert options.slides
    assert len(options.sections) == 1


def test_sixteen_to_nine_pages_are_shown_as_such(takeaway: Takeaway, dialog: ExportDialog) -> None:
    tall = page_of(takeaway, Options())
    wide = page_of(takeaway, Options(slides=True))
    assert tall.height() > tall.width()
    assert wide.width() > wide.height()
    shown = preview_of(takeaway, takeaway.words, EXPORTS[0], Options(slides=True))
    assert isinstance(shown, Leaves)
    assert shown.picture(0).size() == wide.size()


def test_the_pages_of_a_pdf_can_be_leafed_through(dialog: ExportDialog) -> None:
    choose(dialog, "pdf")
    leafing = dialog.leafing
    assert leafing.isVisibleTo(dialog)
    assert leafing.said.text().startswith("1 / ")
    assert not leafing.back.isEnabled()
    first = dialog.picture.pixmap().toImage()
    leafing.on.click()
    assert leafing.said.text().startswith("2 / ")
    assert dialog.picture.pixmap().toImage() != first
    leafing.back.click()
    assert dialog.picture.pixmap().toImage() == first
    while leafing.on.isEnabled():
        leafing.on.click()
    number, count = leafing.said.text().split(" / ")
    assert number == count
    choose(dialog, "csv")
    assert not leafing.isVisibleTo(dialog)


def test_each_turn_has_a_name_for_who_cannot_see_the_arrows(dialog: ExportDialog) -> None:
    assert dialog.leafing.back.accessibleName() == "上一页"
    assert dialog.leafing.on.accessibleName() == "下一页"
