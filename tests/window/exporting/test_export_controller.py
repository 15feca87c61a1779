"""Export and print from the window: asked before a file is replaced, a folder remembered, no trace
of what was taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtPrintSupport import QPrintPreviewWidget
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QToolButton

from viewer import pipeline
from viewer.export.context import Options, Watch, takeaway_of
from viewer.export.pdf.printing import book_of
from viewer.export.table import by_name
from viewer.i18n import load
from viewer.loading import LateProver
from viewer.settings import Settings, load_settings
from viewer.window.appearance import WindowAppearance
from viewer.window.exporting import export_controller as module
from viewer.window.exporting.export_controller import Exporting
from viewer.window.exporting.print_preview import PrintPreview
from viewer.window.wiring import Wired, wire


@pytest.fixture
def settings() -> Settings:
    return load_settings(safe=True)


@pytest.fixture
def wired(
    qtbot, appearance: WindowAppearance, settings: Settings, small_file: Path
) -> Iterator[Wired]:
    prover = LateProver()
    prover.arrive(pipeline)
    appearance.dress_application()
    wired = wire(appearance, settings, prover)
    appearance.changed.emit(appearance.style)
    qtbot.addWidget(wired.window)
    wired.filing.open(small_file)
    qtbot.waitUntil(
        lambda: wired.workspace.opened is not None and wired.workspace.section is not None
    )
    yield wired
    wired.window.closing.emit()


@pytest.fixture
def exporting(wired: Wired, settings: Settings) -> Exporting:
    return Exporting(wired, settings)


def preview_of(wired: Wired) -> PrintPreview:
    (preview,) = wired.window.findChildren(PrintPreview)
    return preview


def test_print_shows_the_pages_of_the_pdf(qtbot, wired: Wired, exporting: Exporting) -> None:
    exporting.ask_print()
    preview = preview_of(wired)
    shown = preview.findChild(QPrintPreviewWidget)
    opened = wired.workspace.opened
    assert opened is not None
    book, _ = book_of(takeaway_of(opened, load("zh_CN")), Options(), Watch())
    qtbot.waitUntil(lambda: shown.pageCount() == len(book.pages))
    preview.close()


def test_the_zoom_of_the_print_preview_is_read_whole(wired: Wired, exporting: Exporting) -> None:
    exporting.ask_print()
    preview = preview_of(wired)
    (zoom,) = preview.findChildren(QComboBox)
    line = zoom.lineEdit()
    assert line is not None
    preview.resize(900, 600)
    qt_room = line.fontMetrics().horizontalAdvance("100.0%") + 8
    assert zoom.minimumWidth() - 48 >= qt_room
    preview.close()


def test_the_print_preview_is_used_by_keys_alone(qtbot, wired: Wired, exporting: Exporting) -> None:
    exporting.ask_print()
    preview = preview_of(wired)
    qtbot.waitUntil(lambda: preview.pages.pageCount() > 1)
    buttons = preview.findChildren(QToolButton)
    shown = [one for one in buttons if one.isVisibleTo(preview) and one.objectName() == ""]
    assert len(shown) > 10
    assert all(one.accessibleName() for one in shown)
    reached, at = [], preview.focusWidget()
    for _ in range(40):
        reached.append(at)
        at = at.nextInFocusChain()
        while not at.focusPolicy() & Qt.FocusPolicy.TabFocus or not at.isVisibleTo(preview):
            at = at.nextInFocusChain()
    assert set(shown) <= set(reached)
    asked: list[str] = []
    preview.bar.actions()[-1].triggered.disconnect()
    preview.bar.actions()[-1].triggered.connect(lambda: asked.append("print"))
    keys = {one.key().toString(): one.activated for one in preview.findChildren(QShortcut)}
    keys["Ctrl+P"].emit()
    last = preview.bar.widgetForAction(preview.bar.actions()[-1])
    qtbot.keyClick(last, Qt.Key.Key_Return)
    assert asked == ["print", "print"]
    keys["PgDown"].emit()
    assert preview.pages.currentPage() == 2
    assert "2" in {field.text() for field in preview.bar.findChildren(QLineEdit)}
    before = preview.pages.zoomFactor()
    keys["Ctrl++"].emit()
    assert preview.pages.zoomFactor() > before
    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    assert not preview.isVisible()


def test_the_folder_of_an_export_is_remembered(
    wired: Wired, exporting: Exporting, settings: Settings, tmp_path: Path, monkeypatch
) -> None:
    asked: list[str] = []

    class Answer:
        def __init__(self, target: Path) -> None:
            self._target = target

        def ask(self) -> str:
            return str(self._target)

    def saving(window: object, words: object, title: str, start: str, kinds: str) -> Answer:
        asked.append(start)
        return Answer(tmp_path / "there" / f"{len(asked)}.csv")

    (tmp_path / "there").mkdir()
    monkeypatch.setattr(module, "saving", saving)
    for _ in range(2):
        exporting.export(by_name("csv"), Options())
    assert (tmp_path / "there" / "1.csv").is_file()
    assert Path(asked[1]).parent == tmp_path / "there"
    assert settings.text("export-folder") == str(tmp_path / "there")


def test_what_is_cancelled_leaves_the_old_file_and_says_so(
    wired: Wired, exporting: Exporting, tmp_path: Path, monkeypatch
) -> None:
    target = tmp_path / "old.pdf"
    target.write_text("old")
    monkeypatch.setattr(exporting, "_target", lambda _: target)
    monkeypatch.setattr("PySide6.QtWidgets.QProgressDialog.wasCanceled", lambda _: True)
    exporting.export(by_name("pdf"), Options())
    assert target.read_text() == "old"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["old.pdf", "small.yaml"]
    said = " ".join(label.text() for label in wired.window.status.findChildren(QLabel))
    assert "已取消" in said
