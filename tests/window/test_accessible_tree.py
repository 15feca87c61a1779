"""The accessible tree of every window and dialog: nothing that can be used is without a name."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFocusEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

import viewer
from tests.accessible import ROLE, unnamed
from tests.window.conftest import SMALL
from viewer.draft.drafting import pool_of
from viewer.edit.draft_review import DraftReview
from viewer.export.context import takeaway_of
from viewer.pipeline import open_briefing
from viewer.present.records.rehearsal import Rehearsal
from viewer.present.records.rehearsal_dialog import RehearsalDialog
from viewer.rendering import announce as announcing
from viewer.rendering.filedialog import FileDialog
from viewer.rendering.spots import install_spots
from viewer.rendering.style import Style
from viewer.settings import load_settings
from viewer.talk import Minutes, Timed
from viewer.window.drafting.draft_dialog import DraftDialog
from viewer.window.drafting.password_dialog import PasswordDialog
from viewer.window.editing.edit_sheet import EditSheet, Row, SheetVerdict
from viewer.window.exporting.export_dialog import ExportDialog
from viewer.window.exporting.export_preview import preview_of
from viewer.window.exporting.print_preview import PrintPreview
from viewer.window.figures.charts import ChartsPane
from viewer.window.help.about_dialog import AboutDialog
from viewer.window.help.help_text import Block, Shape
from viewer.window.help.help_window import HelpWindow
from viewer.window.help.whats_new import WhatsNew
from viewer.window.navigation.goto import Destination, GoTo
from viewer.window.settings_dialog import SettingsDialog
from viewer.window.wiring import Wired


@pytest.fixture(autouse=True)
def _painted_widgets_are_read() -> None:
    install_spots()


def test_everything_in_the_window_has_a_name(wired: Wired) -> None:
    wired.window.actions_by_id["issues"].trigger()
    assert unnamed(wired.window) == []
    wired.window.actions_by_id["table"].trigger()
    QApplication.processEvents()
    assert unnamed(wired.window) == []


def test_everything_on_the_start_page_has_a_name(wired: Wired) -> None:
    wired.window.show_briefing(False)
    QApplication.processEvents()
    assert unnamed(wired.window.start) == []


def opened_draft(parent: QWidget, style: Style, folder: Path) -> DraftDialog:
    report = folder / "report.txt"
    report.write_text("全年出口12台，增长3.5%。\n", encoding="utf-8")
    return DraftDialog(parent, DraftReview.of(pool_of(report)), style)


def opened_export(parent: QWidget, style: Style, folder: Path) -> ExportDialog:
    path = folder / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    takeaway = takeaway_of(open_briefing(path), style.words, {})
    preview = partial(preview_of, takeaway, style.words)
    return ExportDialog(parent, style, ("one", "第一节"), preview)


def opened_sheet(parent: QWidget, style: Style, _: Path) -> EditSheet:
    rows = (
        Row("label", "甲"),
        Row("kind", "count", ("count", "share")),
        Row("cite", "甲", quote=True),
    )
    sheet = EditSheet(parent, rows, style, lambda _: SheetVerdict("好", good=True))
    sheet.setWindowTitle("改数字")
    return sheet


def opened_preview(parent: QWidget, style: Style, _: Path) -> PrintPreview:
    printer = QPrinter()
    preview = PrintPreview(printer, parent, style.words)
    preview.destroyed.connect(lambda: printer)  # which Qt does not keep alive
    return preview


def opened_rehearsal(parent: QWidget, style: Style, _: Path) -> RehearsalDialog:
    rehearsal = Rehearsal(("开场",), (Timed(0, 60.0, None, 75.0),), Minutes())
    return RehearsalDialog(parent, style.words, rehearsal, "")


DIALOGS: dict[type[QDialog], Callable[[QWidget, Style, Path], QDialog]] = {
    HelpWindow: lambda parent, style, _: HelpWindow(parent, style),
    SettingsDialog: lambda parent, style, folder: SettingsDialog(
        parent, style, load_settings(folder / "s.json")
    ),
    AboutDialog: lambda parent, style, _: AboutDialog(parent, style),
    WhatsNew: lambda parent, style, _: WhatsNew(parent, style, (Block(Shape.TEXT, "新"),)),
    GoTo: lambda parent, style, _: GoTo(parent, (Destination("section", "A", "", str),), style),
    PrintPreview: opened_preview,
    PasswordDialog: lambda parent, style, _: PasswordDialog(parent, style.words, "f.docx"),
    FileDialog: lambda parent, style, folder: FileDialog(
        parent, style.words, "打开", str(folder), "Text (*.txt)"
    ),
    DraftDialog: opened_draft,
    ExportDialog: opened_export,
    EditSheet: opened_sheet,
    RehearsalDialog: opened_rehearsal,
}
"""A dialog of each kind that there is, as it is first seen."""


def test_every_dialog_of_the_program_is_looked_through() -> None:
    for module in pkgutil.walk_packages(viewer.__path__, "viewer."):
        if module.name.startswith(("viewer.window", "viewer.present", "viewer.rendering")):
            importlib.import_module(module.name)
    found = {QDialog}
    while (more := found.union(*(one.__subclasses__() for one in found))) != found:
        found = more
    assert {one for one in found if one.__module__.startswith("viewer.")} == set(DIALOGS)


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_everything_in_a_dialog_has_a_name(
    qtbot, style, tmp_path: Path, kind: type[QDialog], monkeypatch
) -> None:
    monkeypatch.setattr("viewer.window.help.about_dialog.examine", lambda *_: iter(()))
    parent = QWidget()
    parent.resize(1000, 700)
    qtbot.addWidget(parent)
    dialog = DIALOGS[kind](parent, style, tmp_path)
    dialog.show()
    QApplication.processEvents()
    assert unnamed(dialog) == []
    dialog.close()


def pane_of(wired: Wired) -> ChartsPane:
    pane = wired.window.charts
    assert isinstance(pane, ChartsPane)
    return pane


def parts_of(widget: QWidget) -> list[QAccessibleInterface]:
    node = QAccessible.queryAccessibleInterface(widget)
    assert node is not None
    return [node.child(at) for at in range(node.childCount())]


def named(node: QAccessibleInterface) -> str:
    return node.text(QAccessible.Text.Name)


def marks_of(column: QWidget) -> list[QAccessibleInterface]:
    charts = parts_of(column)
    return [chart.child(at) for chart in charts for at in range(chart.childCount())]


def test_the_charts_are_lists_of_named_marks(wired: Wired) -> None:
    column = pane_of(wired).column
    charts = parts_of(column)
    assert [named(chart) for chart in charts] == [scene.title for scene in column.scenes]
    assert {chart.role() for chart in charts} == {ROLE.List}
    mark = next(one for one in marks_of(column) if "39" in named(one))
    assert "39 份" in mark.text(QAccessible.Text.Description)
    assert mark.role() == ROLE.ListItem
    chart, centre = mark.parent(), mark.rect().center()
    assert named(chart.child(chart.indexOfChild(mark))) == named(mark)
    assert named(chart.childAt(centre.x(), centre.y())) == named(mark)
    assert chart.rect().contains(centre)
    wired.window.show()
    assert not chart.state().offscreen and not chart.state().invisible


def test_a_mark_tells_that_it_is_selected_and_has_the_keyboard(wired: Wired, qtbot) -> None:
    pane = pane_of(wired)
    pane.select("papers")
    qtbot.waitUntil(lambda: any(one.state().selected for one in marks_of(pane.column)))
    (chosen,) = (one for one in marks_of(pane.column) if one.state().selected)
    assert "39" in named(chosen)
    QApplication.sendEvent(pane, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    tree = QAccessible.queryAccessibleInterface(pane.column)
    assert named(tree.focusChild()) == named(chosen)


def test_the_marks_of_another_section_are_others(wired: Wired) -> None:
    before = [named(chart) for chart in parts_of(pane_of(wired).column)]
    wired.window.actions_by_id["next-section"].trigger()
    after = [named(chart) for chart in parts_of(pane_of(wired).column)]
    assert after and after != before


@pytest.fixture
def announced(monkeypatch) -> list[str]:
    said: list[str] = []

    class Heard:
        AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

        @staticmethod
        def updateAccessibility(event) -> None:  # noqa: N802
            said.append(event.message())

    monkeypatch.setattr(announcing, "QAccessible", Heard)
    return said


TURNED = (
    "next-figure next-section back forward let-go table report-table coverage issues zoom-in"
    " sidebar next-unused theme-dark language-en bookmark copy-quote"
)
"""Actions that change something without moving the focus, in an order in which each does."""


def test_no_action_changes_something_without_an_announcement(
    wired: Wired, announced: list[str], qtbot
) -> None:
    wired.window.passage.setFocus()
    silent = []
    for name in TURNED.split():
        if name == "let-go":
            wired.window.actions_by_id["next-figure"].trigger()
        QApplication.processEvents()
        before = len(announced)
        wired.window.actions_by_id[name].trigger()
        try:
            qtbot.waitUntil(lambda: len(announced) > before, timeout=2000)  # noqa: B023
        except qtbot.TimeoutError:
            silent.append(name)
    assert silent == []


def test_a_file_that_was_read_again_is_announced(
    wired: Wired, announced: list[str], small_file: Path, qtbot
) -> None:
    wired.filing.open(small_file)
    qtbot.waitUntil(lambda: wired.workspace.opened is not None and wired.workspace.opened.complete)
    wired.window.actions_by_id["reload"].trigger()
    qtbot.waitUntil(lambda: announced[-1:] == ["已重新读取 small.yaml"])


def test_a_switch_is_announced_with_its_name_and_state(wired: Wired, announced: list[str]) -> None:
    table = wired.window.actions_by_id["table"]
    table.trigger()
    table.trigger()
    assert [said.rpartition("：")[2] for said in announced[-2:]] == ["开", "关"]


def test_what_changes_is_announced(wired: Wired, announced: list[str]) -> None:
    said = announced
    actions = wired.window.actions_by_id
    actions["next-figure"].trigger()
    assert any("文件" in one and "39" in one for one in said)
    actions["next-section"].trigger()
    assert any("2 / 2" in one for one in said)
    actions["zoom-in"].trigger()
    assert any("110%" in one for one in said)
    wired.window.topbar.find_box.show_count("3 / 4")
    assert said[-1] == "3 / 4"
    wired.filing.say("坏了")
    assert said[-1] == "坏了"
