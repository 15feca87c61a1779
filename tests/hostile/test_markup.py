"""Text is text: HTML and Markdown in every field are shown as they stand, and ask for nothing."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QListWidget,
    QMessageBox,
    QTextEdit,
)

from tests.budget import some
from tests.hostile.markup import MARKUP, PNG, markup_file, opened_in, strings
from viewer.i18n import load
from viewer.loading import LateProver
from viewer.pipeline import open_briefing
from viewer.present.displays.display_chooser import StartOptions
from viewer.rendering.charts.item import ChartItem
from viewer.rendering.faces import choose_faces
from viewer.rendering.hint import Hint
from viewer.settings import load_settings
from viewer.start_options import Start
from viewer.startup import charts, figures, reports, rest, takeaway
from viewer.startup.talking import Talking
from viewer.window.appearance import WindowAppearance
from viewer.window.figures.charts import ChartsPane
from viewer.window.figures.table import FigureTable
from viewer.window.progress import progress_dialog
from viewer.window.wiring import wire

pytestmark = pytest.mark.usefixtures("no_sockets")


@pytest.fixture
def bait(tmp_path: Path) -> Path:
    """A picture that can be loaded, where the words of the file point."""
    folder = tmp_path / "bait"
    folder.mkdir()
    (folder / "x.png").write_bytes(PNG)
    return folder / "x.png"


@pytest.fixture
def wired(qtbot, qapp, bait, tmp_path):
    """The whole window on a file that is full of markup."""
    file = tmp_path / "markup.yaml"
    file.write_bytes(markup_file(tuple(shown_of(bait))))
    settings = load_settings(tmp_path / "settings.json")
    appearance = WindowAppearance(qapp, settings, choose_faces(), load("zh_CN"), "light")
    appearance.dress_application()
    wired = wire(appearance, settings, LateProver())
    appearance.changed.emit(appearance.style)
    qtbot.addWidget(wired.window)
    start = Start(file)
    for stage in (figures, charts, rest, takeaway, reports):
        stage.bring_in(wired, settings, start)
    with qtbot.waitSignal(wired.workspace.arrived):
        wired.workspace.open(file)
    assert wired.workspace.refused is None, wired.workspace.refused.issues
    wired.window.show()
    qtbot.waitExposed(wired.window)
    return wired


def unwrapped(tip: str) -> str:
    """A tip without the one paragraph that makes it break its lines; its words stand escaped."""
    inner = tip.removeprefix("<p>").removesuffix("</p>")
    return tip if "<" in inner else ""


def plain_everywhere() -> None:
    """No widget that is there would take its words for markup, nor its tooltip."""
    for widget in QApplication.allWidgets():
        assert not Qt.mightBeRichText(unwrapped(widget.toolTip())), (widget, widget.toolTip())
        if isinstance(widget, QLabel):
            plain = widget.textFormat() is Qt.TextFormat.PlainText
            assert plain or not widget.text().strip(" ≡"), (widget, widget.text())
        if isinstance(widget, QMessageBox):
            assert widget.textFormat() is Qt.TextFormat.PlainText


def shown_of(bait: Path) -> Sequence[str]:
    """The words that the window of the suite is full of: one of each kind of markup."""
    return some(strings(bait), 11)


def one_line(text: str) -> str:
    return " ".join(text.split())


def drawn(pane: ChartsPane) -> str:
    """All that the charts draw, line by line joined."""
    items = [one for one in pane.column.items() if isinstance(one, ChartItem)]
    assert items
    return "".join(line for item in items for text in item.placed.texts for line in text.lines)


def test_there_are_thirty_of_them_and_the_file_that_holds_them_is_sound(bait, tmp_path):
    file = tmp_path / "markup.yaml"
    file.write_bytes(markup_file(strings(bait)))
    opened = open_briefing(file)
    assert len(MARKUP) >= 30
    assert {str(issue.severity) for issue in opened.issues} <= {"warning", "note"}
    assert len(opened.proof.figures) == len(MARKUP)


def test_passage_sidebar_table_and_status_show_the_words_themselves(wired, bait):
    window = wired.window
    with opened_in(bait.parent) as opened:
        window.actions_by_id["table"].trigger()
        for number, said in enumerate(shown_of(bait)):
            wired.workspace.show_section(number)
            wired.workspace.selection.select(f"a{number}")
            QApplication.processEvents()
            shown = window.passage.document().toPlainText().split("\n")
            assert shown == [said, said, f"全省{said}充实警力1793 名，{said}。"]
            rows = window.sidebar.sections
            assert rows.data(rows.index(number)) == said
            cells = window.findChild(FigureTable).figures
            labels = [cells.data(cells.index(row, 0)) for row in range(cells.rowCount())]
            assert labels[0] == load("zh_CN")("review.label", label=said)
            assert one_line(said) in window.status.selection.accessibleName()
            assert one_line(said) in window.topbar.title.accessibleName() or number
            plain_everywhere()
        assert one_line(shown_of(bait)[0]) in window.sidebar.source.text()
        assert window.sidebar.source.textFormat() is Qt.TextFormat.PlainText
    assert opened == []


def test_charts_and_their_hints_show_the_words_themselves(wired, bait):
    pane = wired.window.findChild(ChartsPane)
    hint = pane.findChild(Hint)
    with opened_in(bait.parent) as opened:
        for number, said in enumerate(shown_of(bait)):
            wired.workspace.show_section(number)
            pane.grab()
            assert said.replace(" ", "")[:12] in drawn(pane).replace(" ", "")
            hint.offer(pane._tooltip(f"a{number}"), QPoint())
            hint.adjustSize()
            hint.grab()
            assert said in hint.text()
            plain_everywhere()
    assert opened == []


def test_lists_and_dialogs_show_the_words_themselves(wired, qtbot, bait):
    window, words = wired.window, shown_of(bait)
    with opened_in(bait.parent) as opened:
        for number in range(0, len(words), 8):
            wired.workspace.show_section(number)
            window.actions_by_id["go-to"].trigger()
            (places,) = window.findChildren(QListWidget, "go-to-list")
            rows = [places.item(row).text() for row in range(places.count())]
            assert all(any(row.endswith(said) for row in rows) for said in words)
            places.grab()
            plain_everywhere()
            _close_dialogs(window)
            window.actions_by_id["export"].trigger()
            (scope,) = window.findChildren(QComboBox, "export-scope")
            assert one_line(words[number]) in scope.itemText(1)
            plain_everywhere()
            _close_dialogs(window)
    assert opened == []


def _close_dialogs(window) -> None:
    for dialog in window.findChildren(QDialog):
        dialog.reject()
        dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_list_of_issues_shows_the_words_themselves(wired, qtbot, bait, tmp_path):
    bad = tmp_path / ("x.yaml" if sys.platform == "win32" else "<b>x.yaml")
    text = markup_file(strings(bait)).decode()
    bad.write_text(text.replace('充实警力1793 名"', '充实警力1794 名"'), "utf-8")
    with opened_in(bait.parent) as opened, qtbot.waitSignal(wired.workspace.arrived):
        wired.filing.open(bad)
    pane = wired.window.issues
    said = "\n".join(pane.list.item(row).text() for row in range(pane.list.count()))
    assert pane.isVisible()
    assert len(wired.workspace.refused.issues) >= len(MARKUP)
    assert all(f"{words}充实" in said for words in strings(bait) if len(words) < 60)
    pane.grab()
    for row in range(pane.list.count()):
        assert not pane.list.item(row).toolTip()
    plain_everywhere()
    assert opened == []


def test_both_windows_of_a_talk_show_the_words_themselves(wired, bait, qtbot):
    talking = wired.window.findChild(Talking)
    with opened_in(bait.parent) as opened:
        wired.workspace.show_section(0)
        talking.presentation.start(
            wired.workspace.briefing,
            wired.workspace.opened.proof.figures,
            wired.appearance.style,
            ("s0", ""),
            StartOptions("window"),
        )
        session = talking.presentation.session
        notes = session.windows.console.notes.text
        for number, said in enumerate(shown_of(bait)):
            for key in ("Ctrl+PgDown",) if number else ():
                session.press(key)
            session.press("Right")
            assert said in notes.toPlainText()
            for window in (session.windows.audience, session.windows.console):
                window.grab()
            assert said in session.windows.console.accessibleDescription()
            plain_everywhere()
        for key in ("O", "Esc", "G", "Esc"):
            session.press(key)
            session.windows.console.grab()
        session.end()
    assert opened == []


def test_a_file_name_is_text_while_one_waits_for_its_file(wired, bait):
    with opened_in(bait.parent) as opened:
        for said in strings(bait):
            bar = progress_dialog(wired.window, "bar", "题", said)
            bar.grab()
            assert bar.labelText() == said
        plain_everywhere()
        _close_dialogs(wired.window)
    assert opened == []


def test_the_watch_sees_what_qt_opens(qapp, bait):
    if sys.platform != "linux":
        pytest.skip("files that are opened are seen on Linux only")
    with opened_in(bait.parent) as opened:
        edit = QTextEdit()
        edit.setHtml(f'<img src="{bait.as_uri()}">')
        edit.grab()
        edit.deleteLater()
    assert opened == ["x.png"]
