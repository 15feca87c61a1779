"""The accessible tree of every window and dialog: nothing that can be used is without a name."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from viewer.rendering import announce as announcing
from viewer.settings import Settings
from viewer.window.about_dialog import AboutDialog
from viewer.window.goto import GoTo, Target
from viewer.window.help_window import HelpWindow
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
    monkeypatch.setattr("viewer.window.about_dialog.examine", lambda *_: iter(()))
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
