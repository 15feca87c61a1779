"""The view under the charts: it never scrolls or zooms by itself, and says what is pointed at."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from viewer.model import Key
from viewer.rendering.charts.item import ChartItem


class PointedView(QGraphicsView):
    """Shows chart items; `pointed` and `chosen` carry the key of a mark, "" for none."""

    pointed = Signal(str)
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setMouseTracking(True)
        self.setAcceptDrops(False)  # by itself it takes what is held over it from the window
        self.viewport().setAcceptDrops(False)
        self.pointed_number = -1

    def follow(self, item: ChartItem) -> None:
        """Pass on what an item tells of the pointer."""
        item.pointed.connect(partial(self._pointed_in, item.number))
        item.left.connect(partial(self._left, item.number))
        item.chosen.connect(self.chosen)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep a click here: it selects a mark or lets go, and is nobody else's."""
        super().mousePressEvent(event)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """As with the press."""
        super().mouseReleaseEvent(event)
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to whoever scrolls: it never zooms."""
        event.ignore()

    def _pointed_in(self, number: int, key: Key) -> None:
        """Tell what is pointed at in an item."""
        self.pointed_number = number
        self.pointed.emit(key)

    def _left(self, number: int) -> None:
        """Tell that nothing is; an item that the pointer left may say so after the next one."""
        if number == self.pointed_number:
            self.pointed.emit("")

    def _fit_scene(self) -> None:
        """All of the scene is in the view, so that it never scrolls by itself."""
        height = max(self.height(), self.minimumHeight())
        self.setSceneRect(QRectF(0, 0, self.width(), height))
