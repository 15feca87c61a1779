"""Go to (Ctrl+K): one line to type in, and a list of sections, figures and commands that fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from viewer.rendering.announce import announce
from viewer.rendering.style import Style
from viewer.rendering.tips import tip_of

SHOWN = 200
"""Rows listed at most: more are no help, typing on is."""
_WALK = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Target:
    """A place to go to or a command to give: what the list says, and what choosing it does."""

    kind: str
    title: str
    detail: str
    go: Callable[[], object]


def fitting(targets: tuple[Target, ...], query: str) -> tuple[Target, ...]:
    """The targets that hold every word of `query`, those whose title begins with it first.

    A query that begins with > asks for commands only, as in the palettes of editors.
    """
    asked = query.strip()
    if asked.startswith((">", "＞")):
        targets, asked = tuple(t for t in targets if t.kind == "command"), asked[1:]
    words = asked.casefold().split()
    if not words:
        return targets[:SHOWN]
    found = [t for t in targets if _holds(t, words)]
    found.sort(key=lambda t: not t.title.casefold().startswith(words[0]))
    return tuple(found[:SHOWN])


def _holds(target: Target, words: list[str]) -> bool:
    said = f"{target.title} {target.detail}".casefold()
    return all(word in said for word in words)


class GoTo(QDialog):
    """Asks where to go; Enter goes, Esc leaves everything as it was."""

    def __init__(self, parent: QWidget, targets: tuple[Target, ...], style: Style) -> None:
        super().__init__(parent)
        self.setObjectName("go-to")
        self.setWindowTitle(style.words("action.go-to"))
        self._targets = targets
        self._style = style
        self.line = QLineEdit(self)
        self.line.setObjectName("go-to-line")
        self.line.setPlaceholderText(style.words("window.go-to-hint"))
        self.line.setAccessibleName(style.words("action.go-to"))
        self.list = QListWidget(self)
        self.list.setObjectName("go-to-list")
        self.list.setAccessibleName(style.words("action.go-to"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        self.resize(min(640, parent.width() - 80), min(460, parent.height() - 120))
        self.line.textChanged.connect(self._typed)
        self.line.returnPressed.connect(self.go)
        self.list.itemActivated.connect(self.go)
        self.list.itemClicked.connect(self.go)
        self.line.installEventFilter(self)
        self._typed("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Up and down walk the list while the line keeps the focus."""
        if event.type() == QEvent.Type.KeyPress:
            key = cast(QKeyEvent, event)
            if key.key() in _WALK:
                self.list.keyPressEvent(key)
                self._announce_row()
                return True
        return super().eventFilter(watched, event)

    def go(self) -> None:
        """Do what the current row stands for."""
        row = self.list.currentItem()
        if row is None:
            return
        target = cast(Target, row.data(Qt.ItemDataRole.UserRole))
        self.accept()
        target.go()

    def _announce_row(self) -> None:
        """The focus stays in the line, so a screen reader hears nothing of the list."""
        row = self.list.currentItem()
        announce(self.line, row.text() if row is not None else "")

    def _typed(self, query: str) -> None:
        self.list.clear()
        for target in fitting(self._targets, query):
            kind = self._style.words(f"window.target-{target.kind}")
            detail = f"  —  {target.detail}" if target.detail else ""
            row = QListWidgetItem(f"{kind}  {target.title}{detail}", self.list)
            row.setData(Qt.ItemDataRole.UserRole, target)
            row.setToolTip(tip_of(row.text()))
        if self.list.count():
            self.list.setCurrentRow(0)
            if query:
                self._announce_row()
            return
        announce(self.line, self._style.words("window.find-none"))
        nothing = QListWidgetItem(self._style.words("window.find-none"), self.list)
        nothing.setFlags(Qt.ItemFlag.NoItemFlags)
