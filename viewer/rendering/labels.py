"""Labels of plain text, with quotation marks as wide as its letters want them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from viewer.design import glued, narrows
from viewer.rendering.faces import narrowed


def fit_marks(widget: QWidget, text: str) -> None:
    """Have a widget draw `text` with narrow quotation marks where its letters are Latin.

    By a sheet of its own: a font that is set takes the weight of the window's sheet away.
    """
    sheet = face_sheet(widget, text)
    if sheet != widget.styleSheet():
        widget.setStyleSheet(sheet)


def face_sheet(widget: QWidget, text: str) -> str:
    """The families by which a widget draws `text` so, as a style sheet says them."""
    families = narrowed(widget.font(), text, serif=False).families() if narrows(text) else []
    named = ",".join(f'"{family}"' for family in families)
    return f"font-family:{named}" if named else ""


class WrappedLabel(QLabel):
    """A label of plain text whose lines end where words do; `text` is what it was given."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show a text."""
        self._text = text
        super().setText(glued(text))
        fit_marks(self, text)
        self.setAccessibleName(text)

    def text(self) -> str:
        """The text, without what holds its words together."""
        return self._text


def plain_label(text: str, parent: QWidget) -> QLabel:
    """A label of which nothing is read as markup."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    fit_marks(label, text)
    return label


def push_button(name: str, parent: QWidget) -> QPushButton:
    """A button that Enter presses as well as Space: by itself Qt has it so only in dialogs."""
    button = QPushButton(parent)
    button.setObjectName(name)
    button.setAutoDefault(True)
    return button
