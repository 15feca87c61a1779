"""The menu of the console: the table of keys by what they have in common, for a mouse."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from viewer.rendering.style import Style
from viewer.rendering.theme import style_sheet
from viewer.talk import KEYS, Command, face


def key_menu(parent: QWidget, style: Style) -> QMenu:
    """A menu with a row for each command, in the console's colours; an action's data names it."""
    menu = QMenu(parent)
    menu.setStyleSheet(style_sheet(style))
    groups: dict[str, QMenu] = {}
    for row in KEYS:
        if row.command is Command.STAY:
            continue
        if row.group not in groups:
            groups[row.group] = menu.addMenu(style.words(f"talk.group.{row.group}"))
        keys = style.words("talk.keys.comma").join(face(key) for key in row.keys[:2])
        action = QAction(f"{style.words(row.words)}\t{keys}", groups[row.group])
        action.setData(row.command.value)
        groups[row.group].addAction(action)
    return menu
