"""The main window: lays out the panes, dresses them, knows its shape; wiring is elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from viewer.datafile.report_kinds import kind_of
from viewer.rendering.style import Style
from viewer.window.actions import build_actions, say_actions
from viewer.window.issues import IssuesPane
from viewer.window.passage import PassagePane
from viewer.window.sidebar import Sidebar
from viewer.window.statusline import StatusLine
from viewer.window.topbar import TopBar
from viewer.window.welcome_page import StartPage

SMALLEST = (720, 480)
FIRST_SIZE = (1440, 900)
FIRST_SPLIT = (19, 39, 42)
"""The panes' shares of the width, in hundredths, until the reader moves a border."""


class MainWindow(QMainWindow):
    """Holds the panes. `dropped` tells of a file let go over the window, `closing` of its end.

    `may_close` is asked before a close by hand: whether the window may go.
    """

    dropped = Signal(Path)
    closing = Signal()

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
        self.issues = IssuesPane(self)
        self.status = StatusLine(self)
        self.start = StartPage(self)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setObjectName("split")
        self.split.splitterMoved.connect(self._moved_by_hand)
        self.pages = QStackedWidget(self)
        self.may_close: Callable[[], bool] = lambda: True
        self._split_by_hand = False
        self._lay_out()

    def dress(self, style: Style) -> None:
        """Take on words, colours, faces and zoom, in every pane."""
        say_actions(self.actions_by_id, style.words)
        for pane in (
            self.topbar,
            self.sidebar,
            self.passage,
            self.issues,
            self.start,
        ):
            pane.dress(style)
        self.split.setAccessibleName(style.words("window.panes"))
        if self.pages.currentWidget() is self.start:
            self.setWindowTitle(style.words("program.name"))

    def place_review(self, bar: QWidget) -> None:
        """Put the bar of the review below the panes."""
        self._column.insertWidget(self._column.indexOf(self.issues), bar)

    def place_table(self, table: QWidget) -> None:
        """Put the table in the place that it shares with the charts."""
        self.charts_place.addWidget(table)

    def place_charts(self, charts: QWidget) -> None:
        """Put the chart pane beside the passage, in the place kept for it."""
        self.charts_place.insertWidget(0, charts)
        if not self.actions_by_id["table"].isChecked():
            self.charts_place.setCurrentIndex(0)

    def show_table(self, shown: bool) -> None:
        """Show the table, or the charts."""
        last = self.charts_place.count() - 1  # the table; the charts come to stand before it
        self.charts_place.setCurrentIndex(last if shown else 0)

    def show_briefing(self, shown: bool) -> None:
        """Show the panes, or the page that says how to begin."""
        self.pages.setCurrentIndex(1 if shown else 0)

    def shape(self) -> tuple[str, tuple[int, ...]]:
        """The window's geometry, as text, and the widths of the panes."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        return geometry, tuple(self.split.sizes()) if self._split_by_hand else ()

    def restore_shape(self, geometry: str, widths: tuple[int, ...]) -> None:
        """Take on an earlier shape; what no longer fits a screen is left out by Qt."""
        self._split_by_hand = bool(widths)
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii", "ignore")))
        if len(widths) == self.split.count() and all(width > 0 for width in widths):
            self.split.setSizes(list(widths))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take one local file, as a copy: what it came from must not think it was moved here."""
        if _dropped_file(event) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Open the briefing that was let go; of a report, draft one."""
        path = _dropped_file(event)
        if path is None:
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if kind_of(path) is not None:
            self.actions_by_id["new"].setData(path)
            self.actions_by_id["new"].trigger()
        else:
            self.dropped.emit(path)

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
        if not self._split_by_hand:
            self.split.setSizes([self.width() * share // 100 for share in FIRST_SPLIT])

    def _moved_by_hand(self) -> None:
        self._split_by_hand = True

    def _lay_out(self) -> None:
        panes = (self.sidebar, self.passage, self.charts_place)
        shares = ((180, 0), (300, 3), (320, 4))
        for at, (pane, (least, stretch)) in enumerate(zip(panes, shares, strict=True)):
            self.split.addWidget(pane)
            pane.setMinimumWidth(least)
            self.split.setStretchFactor(at, stretch)
            self.split.setCollapsible(at, False)
        self.split.setHandleWidth(1)
        self.pages.addWidget(self.start)
        self.pages.addWidget(self.split)
        self.issues.hide()
        self.issues.setMaximumHeight(280)
        body = QWidget(self)
        column = self._column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.topbar)
        column.addWidget(self.pages, 1)
        column.addWidget(self.issues)
        column.addWidget(self.status)
        self.setCentralWidget(body)


def _dropped_file(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
