"""Labels of plain text, with quotation marks as wide as its letters want them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from viewer.design import narrows
from viewer.rendering.faces import narrowed


def fit_marks(widget: QWidget, text: str) -> None:
    """Have a widget draw `text` with narrow quotation marks where its letters are Latin.

    By a sheet of its own: a font that is set takes the weight of the window's sheet away.
    """
    families = narrowed(widget.font(), text, serif=False).families() if narrows(text) else []
    named = ",".join(f'"{family}"' for family in families)
    sheet = f"font-family:{named}" if named else ""
    if sheet != widget.styleSheet():
        widget.setStyleSheet(sheet)


def plain_label(text: str, parent: QWidget) -> QLabel:
    """A label of which nothing is read as markup."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    fit_marks(label, text)
    return label
