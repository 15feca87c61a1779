"""The page of keys, made from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer.rendering.style import Style
from viewer.talk import face
from viewer.window.actions import ACTIONS

PANE_KEYS = (("Tab", "keys.tab"), ("Enter", "keys.enter"))
"""Keys of the panes, which belong to no action: they stand with the ways to go on."""
OTHER_WORDS = {"let-go": "keys.esc"}
"""Actions whose key does more than their name says."""


class KeysPage(QDialog):
    """Lists every key of the window with what it does, by the menus that the actions stand in."""

    def __init__(self, parent: QWidget, style: Style) -> None:
        super().__init__(parent)
        self.setObjectName("keys-page")
        self.setWindowTitle(style.words("action.keys"))
        page = QWidget(self)
        columns = QHBoxLayout(page)
        columns.setSpacing(40)
        for menus in (("file", "edit", "talk", "window"), ("go", "view", "help")):
            columns.addLayout(self._column(page, style, menus))
        area = QScrollArea(self)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(style.words("action.keys"))
        talk = _plain(style.words("keys.talk"), self, "key-note")
        talk.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(area, 1)
        column.addWidget(talk)
        column.addWidget(buttons)
        wanted = page.sizeHint().grownBy(QMargins(0, 0, 48, 110))
        self.resize(wanted.boundedTo(parent.size() - QSize(60, 60)))

    def _column(self, page: QWidget, style: Style, menus: tuple[str, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)  # else that of the columns' row is taken
        for menu in menus:
            row = grid.rowCount()
            grid.addWidget(_plain(style.words(f"menu.{menu}"), page, "key-group"), row, 0, 1, 2)
            for number, (keys, said) in enumerate(rows_of(menu, style), row + 1):
                grid.addWidget(_plain(keys, page, "key-name"), number, 0)
                grid.addWidget(_plain(said, page, "key-does"), number, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        grid.setColumnStretch(1, 1)
        return grid


def rows_of(menu: str, style: Style) -> list[tuple[str, str]]:
    """The keys of one menu's actions and what they do; those of the panes with the menu `go`."""
    rows = [
        (
            " / ".join(face(key) for key in action.keys),
            style.words(OTHER_WORDS.get(action.id, f"action.{action.id}")).rstrip("…"),
        )
        for action in ACTIONS
        if action.keys and action.menu == menu
    ]
    panes = [(keys, style.words(said)) for keys, said in PANE_KEYS]
    return panes + rows if menu == "go" else rows


def _plain(said: str, parent: QWidget, name: str) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(said)
    return label
