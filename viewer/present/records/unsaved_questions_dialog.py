"""Questions of the room that went into no file: the last words before they would be lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox, QWidget

from viewer.i18n import Words
from viewer.rendering.copying import add_copy_button
from viewer.rendering.labels import message_box

AskAgain = Callable[[QWidget | None, Words, str, str], bool]
"""Says over a window why a text is in no file; whether another place is to be chosen for it."""


def ask_again(parent: QWidget | None, words: Words, said: str, text: str) -> bool:
    """Say `said` with the text to read and to copy; True to choose another place for it."""
    warning, hint = QMessageBox.Icon.Warning, words("present.unsaved-hint")
    box = message_box(warning, words("program.name"), said, parent, hint)
    box.setObjectName("questions-unsaved")
    box.setDetailedText(text)
    add_copy_button(box, "unsaved-copy", words("present.unsaved-copy"), text)
    again = box.addButton(words("present.unsaved-again"), QMessageBox.ButtonRole.AcceptRole)
    again.setObjectName("unsaved-again")
    drop = box.addButton(words("present.unsaved-drop"), QMessageBox.ButtonRole.DestructiveRole)
    drop.setObjectName("unsaved-drop")
    box.setDefaultButton(again)
    box.setEscapeButton(again)
    box.exec()
    wanted = box.clickedButton() is not drop
    box.deleteLater()
    return wanted
