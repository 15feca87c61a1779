"""Go to (Ctrl+K): one line to type in, and a list of sections, figures and commands that fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from viewer.rendering.announce import announce
from viewer.rendering.style import Style
from viewer.rendering.tips import tip_of
from viewer.talk.initials import has_initials
from viewer.window.navigation.palette_row import ROW, PaletteRow, Row, matched_spans

SHOWN = 200
"""Rows listed at most: more are no help, typing on is."""
LEAST_INITIALS = 2
"""Letters that are looked for as initials at least: one alone begins almost every word."""
KINDS = ("bookmark", "section", "figure", "command")
_WALK = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Destination:
    """A place to go to or a command to give: what the list says, and what choosing it does."""

    kind: str
    title: str
    detail: str
    go: Callable[[], object]
    shortcut: str = ""


def fitting(targets: tuple[Destination, ...], query: str) -> tuple[Destination, ...]:
    """The targets that hold every word of `query`, those whose title begins with it first.

    A query that begins with > asks for commands only, as in the palettes of editors. Letters also
    find words whose pinyin has these initials; those come after what holds the letters themselves.
    """
    asked = query.strip()
    if _only_commands(asked):
        targets = tuple(t for t in targets if t.kind == "command")
    words = words_of(asked)
    if not words:
        return targets[:SHOWN]
    found = [t for t in targets if _matches(t, words)]
    found.sort(key=lambda t: not t.title.casefold().startswith(words[0]))
    spelt = [t for t in targets if t not in found and _is_spelt(t, words)]
    return (*found, *spelt)[:SHOWN]


def with_recent(
    targets: tuple[Destination, ...], recent: tuple[tuple[str, str], ...]
) -> tuple[Destination, ...]:
    """The targets, first those whose kind and title were chosen lately, the latest first."""
    ranks = {chosen: rank for rank, chosen in enumerate(recent)}
    return tuple(sorted(targets, key=lambda t: ranks.get((t.kind, t.title), len(ranks))))


def words_of(query: str) -> list[str]:
    """The words of a query, in lower case, without the sign that asks for commands."""
    asked = query.strip()
    return (asked[1:] if _only_commands(asked) else asked).casefold().split()


def _only_commands(asked: str) -> bool:
    return asked.startswith((">", "＞"))


def _matches(target: Destination, words: list[str]) -> bool:
    said = f"{target.title} {target.detail} {target.shortcut}".casefold()
    return all(word in said for word in words)


def _is_spelt(target: Destination, words: list[str]) -> bool:
    return all(len(w) >= LEAST_INITIALS and has_initials(target.title, w) for w in words)


class GoTo(QDialog):
    """Asks where to go; Enter goes, Esc or a click elsewhere leaves everything as it was.

    It lies in the window, below the find box, and has the focus as soon as it is shown: a window
    of its own would get it from the window manager, and lose what is typed until then. `chosen`
    gives the kind and the title of what was gone to.
    """

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget, targets: tuple[Destination, ...], style: Style) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)  # the constructor makes any dialog a window
        self.setObjectName("go-to")
        self.setWindowTitle(style.words("action.go-to"))
        self.setAccessibleName(style.words("action.go-to"))
        self._targets = targets
        self._style = style
        self._before, self._closing = QApplication.focusWidget(), False
        self.line = QLineEdit(self)
        self.line.setObjectName("go-to-line")
        self.line.setPlaceholderText(style.words("window.go-to-hint"))
        self.line.setAccessibleName(style.words("action.go-to"))
        self.list = self._listed()
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        self.resize(min(640, parent.width() - 80), min(460, parent.height() - 120))
        self.move((parent.width() - self.width()) // 2, min(60, parent.height() // 8))
        self.line.textChanged.connect(self._typed)
        self.line.returnPressed.connect(self.go)
        self.line.installEventFilter(self)
        self.setFocusProxy(self.line)
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._focus_moved)
        self._typed("")

    def _listed(self) -> QListWidget:
        rows = QListWidget(self)
        rows.setObjectName("go-to-list")
        rows.setAccessibleName(self._style.words("action.go-to"))
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows.setItemDelegate(PaletteRow(rows, self._style))
        rows.itemActivated.connect(self.go)
        rows.itemClicked.connect(self.go)
        return rows

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Lie above the panes, ready to be typed in."""
        super().showEvent(event)
        self.raise_()
        self.line.setFocus()

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        elsewhere = now is not None and now is not self and not self.isAncestorOf(now)
        if elsewhere and self.isVisible() and not self._closing:
            self._before = None  # the focus is where the reader went
            self.reject()

    def done(self, result: int) -> None:
        """Close, and give the focus back to where it was."""
        self._closing = True
        if self._before is not None and isValid(self._before):
            self._before.setFocus()
        super().done(result)

    def event(self, event: QEvent) -> bool:
        """Esc is its own here, not the one of the window that it lies in."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

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
        target = cast(Destination, row.data(Qt.ItemDataRole.UserRole))
        self.accept()
        self.chosen.emit(target.kind, target.title)
        target.go()

    def _announce_row(self) -> None:
        """The focus stays in the line, so a screen reader hears nothing of the list."""
        row = self.list.currentItem()
        announce(self.line, row.text() if row is not None else "")

    def _typed(self, query: str) -> None:
        self.list.clear()
        words, typed = self._style.words, words_of(query)
        kinds = tuple(words(f"window.target-{kind}") for kind in KINDS)
        for target in fitting(self._targets, query):
            kind = words(f"window.target-{target.kind}")
            parts = (kind, target.title, target.detail, target.shortcut)
            row = QListWidgetItem("  ".join(part for part in parts if part), self.list)
            row.setData(Qt.ItemDataRole.UserRole, target)
            row.setData(ROW, Row(*parts, matched_spans(target.title, typed), kinds))
            row.setToolTip(tip_of(row.text()))
        if self.list.count():
            self.list.setCurrentRow(0)
            if query:
                self._announce_row()
            return
        announce(self.line, words("window.find-none"))
        nothing = QListWidgetItem(words("window.find-none"), self.list)
        nothing.setFlags(Qt.ItemFlag.NoItemFlags)
