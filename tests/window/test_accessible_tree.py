"""The accessible tree of every window and dialog: nothing that can be used is without a name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget

from viewer.rendering import announce as announcing
from viewer.rendering.spots import install_spots
from viewer.settings import Settings
from viewer.window.figures.charts import ChartsPane
from viewer.window.help.about_dialog import AboutDialog
from viewer.window.help.help_window import HelpWindow
from viewer.window.navigation.goto import GoTo, Target
from viewer.window.settings_dialog import SettingsDialog
from viewer.window.wiring import Wired

ROLE = QAccessible.Role
NAMED = {
    ROLE.PushButton,
    ROLE.CheckBox,
    ROLE.RadioButton,
    ROLE.EditableText,
    ROLE.ComboBox,
    ROLE.List,
    ROLE.ListItem,
    ROLE.Table,
    ROLE.Tree,
    ROLE.ButtonMenu,
    ROLE.MenuItem,
    ROLE.PageTab,
    ROLE.PageTabList,
    ROLE.Splitter,
    ROLE.Dialog,
    ROLE.Graphic,
    ROLE.Document,
}
"""Roles that a reader meets and must be told the name of."""
OF_QT = {"qt_edit_menu", "qt_toolbar_ext_button", "qt_scrollarea_hcontainer"}


@pytest.fixture(autouse=True)
def _painted_widgets_are_read() -> None:
    install_spots()


def unnamed(root: QWidget) -> list[str]:
    """The elements below a widget that are shown, could be met, and have no name."""
    found: list[str] = []
    interface = QAccessible.queryAccessibleInterface(root)
    assert interface is not None
    _walk(interface, found, root.objectName(), 0)
    return found


def _walk(node: QAccessibleInterface, found: list[str], path: str, depth: int) -> None:
    state, widget = node.state(), node.object()
    if state.invisible or depth > 14:
        return
    name = node.text(QAccessible.Text.Name).strip()
    focusable = state.focusable and isinstance(widget, QWidget)
    if (node.role() in NAMED or focusable) and not name:
        own = widget.objectName() if widget is not None else ""
        found.append(f"{path}: {node.role().name} {own}")
    for at in range(min(node.childCount(), 60)):
        child = node.child(at)
        if child is not None and child.isValid():
            own = child.object().objectName() if child.object() is not None else ""
            _walk(child, found, f"{path}/{own or child.role().name}", depth + 1)


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


@pytest.mark.parametrize("kind", ["help", "settings", "about", "go-to"])
def test_everything_in_a_dialog_has_a_name(
    qtbot, style, settings: Settings, kind: str, monkeypatch
) -> None:
    monkeypatch.setattr("viewer.window.help.about_dialog.examine", lambda *_: iter(()))
    parent = QWidget()
    parent.resize(1000, 700)
    qtbot.addWidget(parent)
    dialog: QWidget
    if kind == "help":
        dialog = HelpWindow(parent, style)
    elif kind == "settings":
        dialog = SettingsDialog(parent, style, settings)
    elif kind == "about":
        dialog = AboutDialog(parent, style)
    else:
        dialog = GoTo(parent, (Target("section", "A", "", str),), style)
    dialog.show()
    QApplication.processEvents()
    assert unnamed(dialog) == []


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


def test_what_changes_is_announced(wired: Wired, monkeypatch) -> None:
    said: list[str] = []

    class Heard:
        AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

        @staticmethod
        def updateAccessibility(event) -> None:  # noqa: N802
            said.append(event.message())

    monkeypatch.setattr(announcing, "QAccessible", Heard)
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
