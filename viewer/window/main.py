"""The main window: lays out the panes, dresses them, knows its shape; wiring is elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from viewer.datafile.nature import report_kind_at
from viewer.rendering.style import Style
from viewer.window.actions import build_actions, say_actions
from viewer.window.figures.charts_placeholder import ChartsPlaceholder
from viewer.window.issues import IssuesPane
from viewer.window.opening.drop_target import DropTarget, dropped_files
from viewer.window.opening.welcome_page import StartPage
from viewer.window.passage.passage_pane import PassagePane
from viewer.window.sidebar import Sidebar
from viewer.window.statusline import StatusLine
from viewer.window.topbar import TopBar

SMALLEST = (720, 480)
FIRST_SIZE = (1440, 900)
FIRST_SPLIT, WIDE_SPLIT = (19, 39, 42), (16, 36, 48)
"""The panes' shares of the width, in hundredths, until the reader moves a border."""
WIDE = 1580
"""From this width on, in pixels, charts have room for two columns: on a screen of 1600, less the
frame of the window."""


class MainWindow(QMainWindow):
    """Holds the panes. `dropped` tells of a file let go over the window, `dropped_beside` of each
    further one, `closing` of its end.

    `may_close` is asked before a close by hand: whether the window may go.
    """

    dropped = Signal(Path)
    dropped_beside = Signal(Path)
    closing = Signal()
    pane_placed = Signal(QWidget)
    """A pane came beside the passage; a `QStackedWidget` says so itself from Qt 6.9 on."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)
        self.actions_by_id: dict[str, QAction] = build_actions(self)
        self.topbar = TopBar(self.actions_by_id, self)
        self.sidebar = Sidebar(self)
        self.passage = PassagePane(self)
        self.charts_place = QStackedWidget(self)
        self.charts_place.setObjectName("right")
        self.placeholder = ChartsPlaceholder(self)
        self.charts_place.addWidget(self.placeholder)
        self._table: QWidget | None = None
        self.charts: QWidget | None = None
        self._table_wanted = False
        self.issues = IssuesPane(self)
        self.status = StatusLine(self)
        self.start = StartPage(self)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setObjectName("split")
        self.split.splitterMoved.connect(self._moved_by_hand)
        self.pages = QStackedWidget(self)
        self.drop_target = DropTarget(self)
        self.may_close: Callable[[], bool] = lambda: True
        self._split_by_hand = False
        self._sidebar_width = FIRST_SIZE[0] * FIRST_SPLIT[0] // 100
        self._lay_out()

    def apply_style(self, style: Style) -> None:
        """Take on words, colours and faces in every pane; only the content follows the zoom."""
        say_actions(self.actions_by_id, style.words)
        frame = replace(style, scale=1.0)
        for pane in (self.topbar, self.sidebar, self.issues, self.start):
            pane.apply_style(frame)
        for content in (self.passage, self.placeholder, self.drop_target):
            content.apply_style(style)
        for splitter in (self.split, self.stack):
            splitter.setAccessibleName(style.words("window.panes"))
        if self.pages.currentWidget() is self.start:
            self.setWindowTitle(style.words("program.name"))

    def place_review(self, bar: QWidget) -> None:
        """Put the bar of the review below the panes."""
        self._column.insertWidget(self._column.indexOf(self.issues), bar)

    def place_table(self, table: QWidget) -> None:
        """Put the table in the place that it shares with the charts."""
        self._table = table
        self.charts_place.addWidget(table)
        self.pane_placed.emit(table)
        self._show_right()

    def place_charts(self, charts: QWidget) -> None:
        """Put the chart pane beside the passage, in the place kept for it."""
        self.charts = charts
        self.charts_place.addWidget(charts)
        self.pane_placed.emit(charts)
        self._show_right()

    def show_table(self, shown: bool) -> None:
        """Show the table, or the charts."""
        self._table_wanted = shown
        self._show_right()

    def _show_right(self) -> None:
        """Show what was asked for; until it is there the shape of charts, never the other one."""
        wanted = self._table if self._table_wanted else self.charts
        self.charts_place.setCurrentWidget(wanted or self.placeholder)

    def has_focus_in(self, pane: QWidget) -> bool:
        """Whether something in a pane has the focus."""
        return pane.isAncestorOf(self.focusWidget() or self)

    def show_briefing(self, shown: bool) -> None:
        """Show the panes, or the page that says how to begin."""
        began = self.has_focus_in(self.start) or self.focusWidget() is self.start
        self.pages.setCurrentIndex(1 if shown else 0)
        if shown and began:
            self.passage.setFocus()

    def shape(self) -> tuple[str, tuple[int, ...]]:
        """The window's geometry, as text, and the widths of the panes."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        widths = self.split.sizes()
        widths[0] = widths[0] or self._sidebar_width  # 0 while it is folded
        return geometry, tuple(widths) if self._split_by_hand else ()

    def restore_shape(self, geometry: str, widths: tuple[int, ...]) -> None:
        """Take on an earlier shape; what no longer fits a screen is left out by Qt."""
        self._split_by_hand = bool(widths)
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii", "ignore")))
        if len(widths) == self.split.count() and all(width > 0 for width in widths):
            self._sidebar_width = widths[0]
            self.split.setSizes(list(widths))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take local files, as copies: what they came from must not think they were moved here."""
        files = dropped_files(event.mimeData())
        if files:
            self.drop_target.offer(len(files))
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """What was held over the window is gone."""
        self.drop_target.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Open the briefing that was let go; of a report, draft one. More get a window each."""
        self.drop_target.hide()
        files = dropped_files(event.mimeData())
        if not files:
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        briefings = [path for path in files if report_kind_at(path) is None]
        reports = [path for path in files if path not in briefings]
        for path in briefings[:1]:
            self.dropped.emit(path)
        for path in briefings[1:]:
            self.dropped_beside.emit(path)
        for path in reports[:1]:  # one draft at a time: each is looked at
            self.draft_from(path)

    def draft_from(self, report: Path) -> None:
        """Make a new briefing from a report."""
        self.actions_by_id["new"].setData(report)
        self.actions_by_id["new"].trigger()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Let what must be remembered be remembered, or stay where that failed."""
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the width among the panes until the reader has done so by hand."""
        super().resizeEvent(event)
        self.drop_target.resize(self.size())
        if not self._split_by_hand:
            shares = WIDE_SPLIT if self.width() >= WIDE else FIRST_SPLIT
            self.split.setSizes([self.width() * share // 100 for share in shares])

    def _moved_by_hand(self) -> None:
        self._split_by_hand = True
        self._sidebar_width = self.split.sizes()[0] or self._sidebar_width

    def _lay_out(self) -> None:
        panes = (self.sidebar, self.passage, self.charts_place)
        shares = ((160, 0), (240, 3), (260, 4))
        for at, (pane, (least, stretch)) in enumerate(zip(panes, shares, strict=True)):
            self.split.addWidget(pane)
            pane.setMinimumWidth(least)
            self.split.setStretchFactor(at, stretch)
            self.split.setCollapsible(at, False)
        self.split.setHandleWidth(1)
        self.pages.addWidget(self.start)
        self.pages.addWidget(self.split)
        self.issues.hide()
        body = QWidget(self)
        column = self._column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.topbar)
        self.stack = QSplitter(Qt.Orientation.Vertical, self)
        self.stack.setObjectName("stack")
        self.stack.setHandleWidth(5)
        for pane in (self.pages, self.issues):
            self.stack.addWidget(pane)
            self.stack.setCollapsible(self.stack.indexOf(pane), False)
        self.stack.setStretchFactor(0, 1)
        self.stack.setStretchFactor(1, 0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.status)
        self.setCentralWidget(body)
