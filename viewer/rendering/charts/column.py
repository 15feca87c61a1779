"""The charts of a section in columns: one view, one scene of items, fed again and again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsSimpleTextItem, QWidget

from viewer.chart import Scene
from viewer.model import Key
from viewer.rendering.charts.fonts import Type
from viewer.rendering.charts.highlight import NOTHING, Lit
from viewer.rendering.charts.item import ChartItem
from viewer.rendering.charts.item_pool import Pool
from viewer.rendering.charts.stack import shares, stacked
from viewer.rendering.style import Style

MARGIN = 20.0
BETWEEN = 14.0


class ChartColumn(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """Stacks charts to its width, and is as high as they are; a section without any has one quiet
    line. The wheel is for whoever holds it."""

    pointed = Signal(str)
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, useOpenGL=False, background=None)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.scenes: tuple[Scene, ...] = ()
        self.lit = NOTHING
        self._pool = Pool(self._new_item)
        self._shown: list[ChartItem] = []
        self._pointing = -1
        self._quiet = QGraphicsSimpleTextItem()
        self._quiet.setVisible(False)
        self.addItem(self._quiet)
        self._style: Style | None = None
        self._type: Type | None = None

    def dress(self, style: Style) -> None:
        """Take on colours, faces and zoom."""
        if self._style is None or self._style.faces != style.faces:
            self._type = Type(style.faces)
        self._style = style
        self.setBackground(QColor(style.palette.pane))
        self._quiet.setText(style.words("chart.none"))
        self._quiet.setFont(style.faces.sans_font(style.pixels(14)))
        self._quiet.setBrush(QColor(style.palette.faint))
        self._quiet.setPos(MARGIN * style.scale, MARGIN * style.scale)
        for item in self._pool.items:
            item.dress(style, self._type)
        self.lay_out()

    def show_scenes(self, scenes: tuple[Scene, ...]) -> None:
        """Show the charts of another section, nothing lit."""
        self._expect_paint()
        self.scenes, self.lit = scenes, NOTHING
        self._shown = self._pool.items_for(scenes)
        self.lay_out()

    def light(self, lit: Lit) -> None:
        """Follow what is lit, in every chart."""
        self.lit = lit
        for item in self._shown:
            item.light(lit)

    def items_shown(self) -> tuple[ChartItem, ...]:
        """The items of the scenes that are shown, from the top."""
        return tuple(self._shown)

    def chart_at(self, x: float, y: float) -> Scene | None:
        """The scene whose card lies at a place."""
        for item in self._shown:
            if item.sceneBoundingRect().contains(x, y):
                return item.scene_shown
        return None

    def place_of(self, key: Key) -> QRectF | None:
        """Where the first mark of `key` stands."""
        for item in self._shown:
            box = item.placed.box_of(key)
            if box is not None:
                return QRectF(item.mapRectToScene(QRectF(box.x, box.y, box.width, box.height)))
        return None

    def keys(self) -> Iterator[Key]:
        """Every key once, from the top, as a reader goes through the marks."""
        seen: set[Key] = set()
        for item in self._shown:
            for hit in sorted(item.placed.hits, key=lambda hit: (hit.box.y // 8, hit.box.x)):
                if hit.key not in seen:
                    seen.add(hit.key)
                    yield hit.key

    def lay_out(self) -> None:
        """Stack the charts at the present width."""
        if self._style is None or self._type is None:
            return
        self._expect_paint()
        scale = self._style.scale
        width = max(1.0, self.width() / scale - 2 * MARGIN)
        columns, wide = shares(width, len(self.scenes), BETWEEN)
        for item, scene in zip(self._shown, self.scenes, strict=True):
            if item.scale() != scale:
                item.setScale(scale)
            item.set_scene(scene, wide)
            item.light(self.lit)
        self._quiet.setVisible(not self.scenes)
        self.setMinimumHeight(round(self._stack(columns, wide) * scale) if self.scenes else 0)

    def _expect_paint(self) -> None:
        """All will be painted, once: else each item that changes asks again after it was."""
        self.scene().update()

    def _stack(self, columns: int, wide: float) -> float:
        """Put the charts into columns; gives the height that they take, before any zoom."""
        scale = self._style.scale if self._style else 1.0
        items = self._shown
        heights = [item.placed.height for item in items]
        bottoms = [MARGIN] * columns
        for item, column in zip(items, stacked(heights, columns, BETWEEN), strict=True):
            x = MARGIN + column * (wide + BETWEEN)
            item.setPos(x * scale, bottoms[column] * scale)
            bottoms[column] += item.placed.height + BETWEEN
        return max(bottoms) - BETWEEN + MARGIN

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the charts out again when the width changes."""
        super().resizeEvent(event)
        if event is not None and event.size().width() != event.oldSize().width():
            self.lay_out()
            # Laying out may have made the column higher while this event was under way: what is
            # seen is the column as it is now, from its top.
            self.range = QRectF(self.rect())
            self.updateMatrix()

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
        """Tell what is pointed at; a chart that the pointer left may say so after the next one."""
        if key or number == self._pointing:
            self._pointing = number
            self.pointed.emit(key)

    def _new_item(self, number: int) -> ChartItem:
        item = ChartItem()
        if self._style is not None:
            item.dress(self._style, self._type)
        item.pointed.connect(partial(self._pointed_in, number))
        item.chosen.connect(self.chosen)
        self.addItem(item)
        return item
