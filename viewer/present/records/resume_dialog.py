"""After a talk that broke off: whether the next one goes on there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox, QWidget

from viewer.i18n import Words
from viewer.rendering.labels import message_box

AskResume = Callable[[QWidget | None, Words, str], bool]
"""Asks over a window, in the words given; whether the talk is to go on where it broke off."""


def ask_resume(parent: QWidget | None, words: Words, said: str) -> bool:
    """Ask `said`; True to go on, which Enter and the key of a clicker choose too."""
    box = message_box(QMessageBox.Icon.Question, words("program.name"), said, parent)
    box.setObjectName("talk-resume")
    go_on = box.addButton(words("present.resume-yes"), QMessageBox.ButtonRole.AcceptRole)
    go_on.setObjectName("resume-yes")
    anew = box.addButton(words("present.resume-no"), QMessageBox.ButtonRole.RejectRole)
    anew.setObjectName("resume-no")
    box.setDefaultButton(go_on)
    box.setEscapeButton(anew)
    box.exec()
    wanted = box.clickedButton() is go_on
    box.deleteLater()
    return wanted
