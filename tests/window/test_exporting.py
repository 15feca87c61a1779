"""Export and print from the window: asked before a file is replaced, a folder remembered, no trace
of what was taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QComboBox, QLabel

from viewer import pipeline
from viewer.export.context import Options, Watch, takeaway_of
from viewer.export.pdf.printing import book_of
from viewer.export.table import by_name
from viewer.i18n import load
from viewer.loading import LateProver
from viewer.settings import Settings, load_settings
from viewer.window import exporting as module
from viewer.window.appearance import Dressing
from viewer.window.exporting import Exporting
from viewer.window.wiring import Wired, wire


@pytest.fixture
def settings() -> Settings:
    return load_settings(safe=True)


@pytest.fixture
def wired(qtbot, dressing: Dressing, settings: Settings, small_file: Path) -> Iterator[Wired]:
    prover = LateProver()
    prover.arrive(pipeline)
    dressing.dress_application()
    wired = wire(dressing, settings, prover)
    dressing.changed.emit(dressing.style)
    qtbot.addWidget(wired.window)
    wired.filing.open(small_file)
    qtbot.waitUntil(lambda: wired.desk.opened is not None and wired.desk.section is not None)
    yield wired
    wired.window.closing.emit()


@pytest.fixture
def exporting(wired: Wired, settings: Settings) -> Exporting:
    return Exporting(wired, settings)


def preview_of(wired: Wired) -> QPrintPreviewDialog:
    (preview,) = wired.window.findChildren(QPrintPreviewDialog)
    return preview


def test_print_shows_the_pages_of_the_pdf(qtbot, wired: Wired, exporting: Exporting) -> None:
    exporting.ask_print()
    preview = preview_of(wired)
    shown = preview.findChild(QPrintPreviewWidget)
    opened = wired.desk.opened
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
