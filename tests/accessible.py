"""What a screen reader meets below a widget."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

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
    """The elements below a widget that are shown, could be met, and have no name, or markup in what
    is read of them."""
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
    if "<p>" in name + node.text(QAccessible.Text.Description):
        found.append(f"{path}: markup in {name}")
    for at in range(min(node.childCount(), 60)):
        child = node.child(at)
        if child is not None and child.isValid():
            own = child.object().objectName() if child.object() is not None else ""
            _walk(child, found, f"{path}/{own or child.role().name}", depth + 1)
