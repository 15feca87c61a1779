"""Labels of plain text, with quotation marks as wide as its letters want them."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QMessageBox,
    QPushButton,
    QStyledItemDelegate,
    QWidget,
)

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
    """A label of plain text whose lines end where words do; `text` is what it was given.

    A sheet that it is given is of declarations alone: the faces of its letters are added to them.
    """

    def __init__(
        self,
        parent: QWidget,
        text: str = "",
        flags: Qt.WindowType = Qt.WindowType.Widget,
    ) -> None:
        super().__init__(parent, flags)
        self._text = self._own = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        if text:
            self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show a text."""
        self._text = text
        super().setText(glued(text))
        self._dress()
        self.setAccessibleName(text)

    def setStyleSheet(self, sheet: str) -> None:  # noqa: N802 - Qt's name
        """Take on colours and a frame."""
        self._own = sheet
        self._dress()

    def text(self) -> str:
        """The text, without what holds its words together."""
        return self._text

    def _dress(self) -> None:
        sheet = ";".join(filter(None, (self._own, face_sheet(self, self._text))))
        if sheet != self.styleSheet():
            super().setStyleSheet(sheet)


class WordKeepingDelegate(QStyledItemDelegate):
    """Paints rows whose lines end where words do, numbers held to their units."""

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:  # noqa: N802 - Qt's name
        """The text as it is painted; the model keeps it as it is written."""
        return glued(super().displayText(value, locale))


def message_box(
    icon: QMessageBox.Icon, title: str, said: str, parent: QWidget | None, more: str = ""
) -> QMessageBox:
    """A box of plain text whose lines end where words do; a screen reader hears it as written."""
    box = QMessageBox(icon, title, glued(said), parent=parent)
    if more:
        box.setInformativeText(glued(more))
    box.setTextFormat(Qt.TextFormat.PlainText)
    spoken = {glued(text): text for text in (said, more)}
    for label in box.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAccessibleName(spoken.get(label.text(), ""))
    return box


def plain_label(text: str, parent: QWidget) -> QLabel:
    """A label of which nothing is read as markup."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    fit_marks(label, text)
    return label


def choice_box(parent: QWidget) -> QComboBox:
    """A box whose list is as high as its rows, and these as high as the sheet says: Qt's own
    delegate for boxes asks no sheet."""
    box = QComboBox(parent)
    box.setItemDelegate(QStyledItemDelegate(box))
    return box


def push_button(name: str, parent: QWidget) -> QPushButton:
    """A button that Enter presses as well as Space: by itself Qt has it so only in dialogs."""
    button = QPushButton(parent)
    button.setObjectName(name)
    button.setAutoDefault(True)
    return button
