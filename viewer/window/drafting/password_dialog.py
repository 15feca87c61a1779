"""Asks for the password of a locked report."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from viewer.i18n import Words
from viewer.rendering.labels import WrappedLabel

WIDE = 420
"""Pixels of width in which every sentence can be read whole."""


class PasswordDialog(QDialog):
    """One line for the password of the report called `file`; `given` hears what was typed.

    `wrong` tells that the one before did not open it.
    """

    given = Signal(str)

    def __init__(self, parent: QWidget, words: Words, file: str, *, wrong: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("password-dialog")
        self.setWindowTitle(words("draft-dialog.password-title"))
        question = words("draft-dialog.password", file=file)
        column = QVBoxLayout(self)
        for said in (words("error.draft-wrong-password"), question)[0 if wrong else 1 :]:
            line = WrappedLabel(self, said)
            line.setMinimumHeight(line.heightForWidth(WIDE))
            column.addWidget(line)
        self.line = QLineEdit(self)
        self.line.setObjectName("password-line")
        self.line.setAccessibleName(question)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setMinimumWidth(WIDE)
        column.addWidget(self.line)
        buttons = QDialogButtonBox(self)
        self.open_button = buttons.addButton(
            words("draft-dialog.password-open"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.open_button.setDefault(True)
        self.open_button.setEnabled(False)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        column.addWidget(buttons)
        self.line.textChanged.connect(self._typed)
        buttons.accepted.connect(self._give)
        buttons.rejected.connect(self.reject)

    def _typed(self, typed: str) -> None:
        self.open_button.setEnabled(bool(typed))

    def _give(self) -> None:
        self.accept()
        self.given.emit(self.line.text())
