"""The menu of the console: the table of keys by what they have in common, for a mouse."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from viewer.rendering.style import Style
from viewer.rendering.theme import style_sheet
from viewer.talk import KEYS, Command, face

_OF_THE_MENU = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Space,
        Qt.Key.Key_Escape,
    }
)


class KeyMenu(QMenu):
    """A menu that closes at a key that is not for menus and hands it to `window`: a clicker goes
    on while the menu is open."""

    def __init__(self, window: QWidget, title: str = "") -> None:
        super().__init__(title, window)
        self._window = window

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move in the menu, or close it and hand the key on."""
        if event.key() in _OF_THE_MENU:
            super().keyPressEvent(event)
            return
        window = self._window
        parent = self.parentWidget()
        self.close()
        if isinstance(parent, KeyMenu):
            parent.close()
        QCoreApplication.postEvent(window, event.clone())


def key_menu(parent: QWidget, style: Style) -> QMenu:
    """A menu with a row for each command, in the console's colours; an action's data names it."""
    menu = KeyMenu(parent)
    menu.setStyleSheet(style_sheet(style))
    groups: dict[str, QMenu] = {}
    for row in KEYS:
        if row.command is Command.STAY:
            continue
        if row.group not in groups:
            groups[row.group] = KeyMenu(parent, style.words(f"talk.group.{row.group}"))
            menu.addMenu(groups[row.group])
        keys = style.words("talk.keys.comma").join(face(key) for key in row.keys[:2])
        action = QAction(f"{style.words(row.words)}\t{keys}", groups[row.group])
        action.setData(row.command.value)
        groups[row.group].addAction(action)
    return menu
