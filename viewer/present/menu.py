"""The menu of the console: the table of keys, for a presenter with a mouse."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from viewer.talk import KEYS, Command, face
from viewer.words import Words


def key_menu(parent: QWidget, words: Words) -> QMenu:
    """A menu with a row for each command; an action's data is the command's name."""
    menu = QMenu(parent)
    for row in KEYS:
        if row.command is not Command.STAY:
            keys = words("talk.keys.comma").join(face(key) for key in row.keys[:2])
            action = QAction(f"{words(row.words)}\t{keys}", menu)
            action.setData(row.command.value)
            menu.addAction(action)
    return menu
