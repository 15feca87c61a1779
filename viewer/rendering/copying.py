"""A button that copies what a message box tells, while the box stays."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton


def add_copy_button(box: QMessageBox, name: str, said: str, text: str) -> None:
    """Give `box` a button, named `name` and labelled `said`, that puts `text` on the clipboard."""
    button = QPushButton(said, box)
    button.setObjectName(name)
    box.addButton(button, QMessageBox.ButtonRole.ActionRole)
    button.clicked.disconnect()  # the box stays: closing it is another button's work
    button.clicked.connect(partial(_copy, text))


def _copy(text: str, *_: object) -> None:
    QGuiApplication.clipboard().setText(text)
