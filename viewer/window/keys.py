"""The page of keys, made from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer.paint.style import Style
from viewer.window.actions import ACTIONS

OTHER_KEYS = (("Tab", "keys.tab"), ("Enter", "keys.enter"), ("Esc", "keys.esc"))


class KeysPage(QDialog):
    """Lists every key of the window with what it does."""

    def __init__(self, parent: QWidget, style: Style) -> None:
        super().__init__(parent)
        self.setObjectName("keys-page")
        self.setWindowTitle(style.words("action.keys"))
        page = QWidget(self)
        grid = QGridLayout(page)
        grid.setHorizontalSpacing(24)
        for number, (keys, said) in enumerate(_rows(style)):
            grid.addWidget(_plain(keys, page, "key-name"), number, 0)
            grid.addWidget(_plain(said, page, "key-does"), number, 1)
        area = QScrollArea(self)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setAccessibleName(style.words("action.keys"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(area, 1)
        column.addWidget(buttons)
        self.resize(560, min(640, parent.height() - 60))


def _rows(style: Style) -> list[tuple[str, str]]:
    native = QKeySequence.SequenceFormat.NativeText
    rows = [
        (
            " / ".join(QKeySequence(key).toString(native) for key in action.keys),
            style.words(f"action.{action.id}").rstrip("…"),
        )
        for action in ACTIONS
        if action.keys
    ]
    return rows + [(keys, style.words(said)) for keys, said in OTHER_KEYS]


def _plain(said: str, parent: QWidget, name: str) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(said)
    return label
