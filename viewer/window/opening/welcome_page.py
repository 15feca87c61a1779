"""The page that is shown while no briefing is: what happened, and how to begin."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from viewer.rendering.labels import WrappedLabel, push_button
from viewer.rendering.style import Style
from viewer.rendering.tips import tip_of

SPARE = 6
"""Pixels that the list of recent files keeps free below its last row."""
WIDEST = 640
"""Pixels that the column of the page takes at most."""
PATH = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class RecentFile:
    """One row of the page: a file with the title of its briefing, and whether it is there."""

    path: Path
    title: str
    there: bool = True
    pinned: bool = False


class RecentList(QListWidget):
    """The files that were open lately. Enter opens one, Del takes it off the list."""

    removed = Signal(Path)

    def event(self, event: QEvent) -> bool:
        """Del is the list's own, whatever it does elsewhere in the window."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and cast(QKeyEvent, event).key() == Qt.Key.Key_Delete:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Del removes the current row."""
        path = path_of(self.currentItem())
        if event.key() == Qt.Key.Key_Delete and path is not None:
            self.removed.emit(path)
        else:
            super().keyPressEvent(event)


class StartPage(QWidget):
    """Says what to do when there is nothing to show, or that a file is being read."""

    open_asked = Signal()
    sample_asked = Signal()
    draft_asked = Signal()
    cleared = Signal()
    chosen = Signal(Path)
    pinned = Signal(Path)
    removed = Signal(Path)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("start")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = self._label("start-title")
        self.text = WrappedLabel(self)
        self.text.setObjectName("start-text")
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.open = push_button("start-open", self)
        self.draft = push_button("start-draft", self)
        self.sample = push_button("start-sample", self)
        self.heading = self._label("start-heading")
        self.heading.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.recent = RecentList(self)
        self.recent.setObjectName("start-recent")
        self.recent.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pin = push_button("start-pin", self)
        self.remove = push_button("start-remove", self)
        self.clear = push_button("start-clear", self)
        self._style: Style | None = None
        self._reading = ""
        self._files: tuple[RecentFile, ...] = ()
        self._connect()
        self._lay_out()

    def apply_style(self, style: Style) -> None:
        """Take on words."""
        self._style = style
        words = style.words
        self.open.setText(words("start.open"))
        self.draft.setText(words("start.draft"))
        self.sample.setText(words("start.sample"))
        self.heading.setText(words("window.recent"))
        self.recent.setAccessibleName(words("window.recent"))
        self.remove.setText(words("start.remove"))
        self.clear.setText(words("start.clear"))
        self.show_recent(self._files)

    def show_reading(self, file: str) -> None:
        """Say that `file` is being read; with an empty name, how to begin."""
        self._reading = file
        if self._style is None:
            return
        words = self._style.words
        self.title.setText(words("start.reading" if file else "start.title"))
        self.text.setText(file or words("start.text"))
        if file and self.isAncestorOf(self.window().focusWidget() or self):
            self.setFocus()  # not on to the bar, when the button that was pressed goes
        for button in (self.open, self.draft, self.sample):
            button.setVisible(not file)
        listed = (self.heading, self.recent, self.pin, self.remove, self.clear)
        for widget in listed:
            widget.setVisible(not file and bool(self._files))

    def show_recent(self, files: tuple[RecentFile, ...]) -> None:
        """List the files that were open lately; those that are gone are grey."""
        self._files = files
        self.recent.clear()
        if self._style is not None:
            for file in files:
                self._add(file, self._style)
        self._fit_list()
        self.show_reading(self._reading)
        self._enable()

    def _fit_list(self) -> None:
        """No higher than its rows: an empty half would look like a list that is still read."""
        self.recent.ensurePolished()
        rows = sum(self.recent.sizeHintForRow(at) for at in range(self.recent.count()))
        self.recent.setMaximumHeight(rows + 2 * self.recent.frameWidth() + SPARE)

    def _add(self, file: RecentFile, style: Style) -> None:
        words = style.words
        state = [words("start.pinned")] if file.pinned else []
        state += [] if file.there else [words("start.missing")]
        title = file.title or file.path.name
        item = QListWidgetItem(self.recent)
        first = " · ".join((title, *state))
        item.setText(f"{self._cut(first)}\n{self._cut(str(file.path))}")
        item.setData(PATH, file.path)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{first}, {file.path}")
        item.setToolTip(tip_of(f"{first}\n{file.path}"))
        if not file.there:
            item.setForeground(QColor(style.palette.faint))

    def _cut(self, said: str) -> str:
        plain = " ".join(said.split())
        metrics = self.recent.fontMetrics()
        return metrics.elidedText(plain, Qt.TextElideMode.ElideMiddle, WIDEST - 40)

    def _connect(self) -> None:
        self.open.clicked.connect(self.open_asked)
        self.sample.clicked.connect(self.sample_asked)
        self.draft.clicked.connect(self.draft_asked)
        self.clear.clicked.connect(self.cleared)
        self.pin.clicked.connect(self._pin)
        self.remove.clicked.connect(self._remove)
        self.recent.itemActivated.connect(self._choose)
        self.recent.removed.connect(self.removed)
        self.recent.currentItemChanged.connect(self._enable)
        self.recent.customContextMenuRequested.connect(self._offer)

    def _choose(self, item: QListWidgetItem) -> None:
        path = path_of(item)
        if path is not None:
            self.chosen.emit(path)

    def _pin(self) -> None:
        path = path_of(self.recent.currentItem())
        if path is not None:
            self.pinned.emit(path)

    def _remove(self) -> None:
        path = path_of(self.recent.currentItem())
        if path is not None:
            self.removed.emit(path)

    def _enable(self) -> None:
        path = path_of(self.recent.currentItem())
        for button in (self.pin, self.remove):
            button.setEnabled(path is not None)
        if self._style is not None:
            pinned = any(file.pinned for file in self._files if file.path == path)
            self.pin.setText(self._style.words("start.unpin" if pinned else "start.pin"))

    def _offer(self, where: QPoint) -> None:
        """The menu of a row: what the buttons below the list do."""
        item = self.recent.itemAt(where)
        if item is None:
            return
        self.recent.setCurrentItem(item)
        menu = QMenu(self.recent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in (self.pin, self.remove):
            menu.addAction(button.text()).triggered.connect(button.click)
        menu.popup(self.recent.viewport().mapToGlobal(where))

    def _lay_out(self) -> None:
        inner = QWidget(self)
        inner.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inner)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addLayout(_row(self.open, self.draft, self.sample))
        column.addSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.recent, 12)
        column.addLayout(_row(self.pin, self.remove, self.clear))
        column.addStretch(3)
        across = QHBoxLayout(self)
        across.addStretch(1)
        across.addWidget(inner, 20)
        across.addStretch(1)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label


def path_of(item: QListWidgetItem | None) -> Path | None:
    """The file of a row; None for no row."""
    path = item.data(PATH) if item is not None else None
    return path if isinstance(path, Path) else None


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch()
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return row
