"""What is let go over the window: a briefing is opened, a report drafted from, nothing moved."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import PySide6
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from viewer.datafile.report_kinds import suffixes
from viewer.platform.versions import numbers
from viewer.window.main import MainWindow

ANY = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction | Qt.DropAction.LinkAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qtbot) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    return window


def holding(*urls: QUrl) -> QMimeData:
    mime = QMimeData()
    mime.setUrls(list(urls))
    return mime


def held_over(mime: QMimeData) -> QDragEnterEvent:
    """What Qt tells a window that something is held over: before 6.12 at a whole pixel only."""
    place: Any = QPointF(9, 9)
    if numbers(PySide6.__version__) < (6, 12):
        place = place.toPoint()
    return QDragEnterEvent(place, ANY, mime, LEFT, NONE)


def let_go(window: MainWindow, mime: QMimeData) -> QDropEvent:
    event = QDropEvent(QPointF(9, 9), ANY, mime, LEFT, NONE)
    event.setDropAction(Qt.DropAction.MoveAction)
    window.dropEvent(event)
    return event


def test_a_briefing_is_opened_and_its_source_is_told_that_it_was_copied(window, qtbot) -> None:
    mime = holding(QUrl.fromLocalFile("/a/b.yaml"))
    with qtbot.waitSignal(window.dropped) as told:
        event = let_go(window, mime)
    assert told.args == [Path("/a/b.yaml")]
    assert event.isAccepted()
    assert event.dropAction() is Qt.DropAction.CopyAction


@pytest.mark.parametrize("name", [f"报告{suffix}" for suffix in suffixes()] + ["report.TXT"])
def test_a_report_is_drafted_from(window, qtbot, name: str) -> None:
    mime = holding(QUrl.fromLocalFile(f"/a/{name}"))
    with (
        qtbot.assertNotEmitted(window.dropped),
        qtbot.waitSignal(window.actions_by_id["new"].triggered),
    ):
        event = let_go(window, mime)
    assert window.actions_by_id["new"].data() == Path(f"/a/{name}")
    assert event.dropAction() is Qt.DropAction.CopyAction


def test_a_briefing_by_the_name_of_a_report_is_opened(window, qtbot, tmp_path: Path) -> None:
    named = tmp_path / "briefing.txt"
    named.write_text("briefing: 1\ntitle: Boats\nsections: []\n", encoding="utf-8")
    with qtbot.waitSignal(window.dropped) as told:
        let_go(window, holding(QUrl.fromLocalFile(str(named))))
    assert told.args == [named]


@pytest.mark.parametrize(
    "urls",
    [
        (),
        (QUrl("http://example.com/a.yaml"),),
        (QUrl.fromLocalFile("/a.yaml"), QUrl("http://example.com/b.yaml")),
        tuple(QUrl.fromLocalFile(f"/{n}.yaml") for n in range(7)),
    ],
)
def test_what_is_not_a_few_files_of_this_machine_is_not_taken(window, qtbot, urls) -> None:
    mime = holding(*urls)
    entering = held_over(mime)
    entering.ignore()
    window.dragEnterEvent(entering)
    assert not entering.isAccepted()
    with qtbot.assertNotEmitted(window.dropped):
        let_go(window, mime)


def test_of_two_files_the_first_is_opened_here_and_the_other_beside(window) -> None:
    mime = holding(QUrl.fromLocalFile("/a/b.yaml"), QUrl.fromLocalFile("/a/c.yaml"))
    taken: list[tuple[str, Path]] = []
    window.dropped.connect(partial(_note, taken, "here"))
    window.dropped_beside.connect(partial(_note, taken, "beside"))
    let_go(window, mime)
    assert taken == [("here", Path("/a/b.yaml")), ("beside", Path("/a/c.yaml"))]


def _note(taken: list[tuple[str, Path]], where: str, path: Path) -> None:
    taken.append((where, path))


def test_the_window_shows_that_a_file_held_over_it_would_be_opened(window, style) -> None:
    window.apply_style(style)
    window.show()
    mime = holding(QUrl.fromLocalFile("/a/b.yaml"), QUrl.fromLocalFile("/a/c.yaml"))
    window.dragEnterEvent(held_over(mime))
    assert window.drop_target.isVisible()
    assert "2" in window.drop_target.accessibleName()
    assert window.drop_target.size() == window.size()
    let_go(window, mime)
    assert not window.drop_target.isVisible()


def test_no_pane_keeps_a_file_that_is_held_over_it_from_the_window(wired) -> None:
    wired.window.show()
    taken = [one for one in wired.window.findChildren(QWidget) if one.acceptDrops()]
    editors = (QLineEdit, QTextEdit)  # which take words alone, and files not at all
    assert wired.window.acceptDrops()
    assert [
        one
        for one in taken
        if not isinstance(one, editors) and not isinstance(one.parentWidget(), QTextEdit)
    ] == []
