"""The charts of a section in columns: one view, one scene of items, fed again and again."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import (
    QGraphicsSimpleTextItem,
    QWidget,
)

from viewer.chart import Scene
from viewer.model import Key
from viewer.rendering.charts.arrangement import BETWEEN, MARGIN, Arrangement
from viewer.rendering.charts.fonts import Type
from viewer.rendering.charts.highlight import NOTHING, Highlight
from viewer.rendering.charts.item import ChartItem, cut_texts
from viewer.rendering.charts.item_pool import ItemPool
from viewer.rendering.charts.layout_cache import LayoutCache
from viewer.rendering.charts.pointed_view import PointedView
from viewer.rendering.style import Style

__all__ = ["BETWEEN", "MARGIN", "ChartColumn"]

FIRST_SEEN = 1200.0
"""So many pixels count as seen until the pane says what is."""
NARROWEST = 160.0
"""A chart is never laid out narrower than this, in pixels before any zoom: its pane scrolls."""
BEYOND = 200.0
"""So many pixels above and below what is seen are ready."""


class ChartColumn(PointedView):
    """Stacks charts to its width, and is as high as they are; a section without any has one quiet
    line. The wheel is for whoever holds it.

    Only the charts between the heights that `see` was last given have items.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scenes: tuple[Scene, ...] = ()
        self.lit = NOTHING
        self._pool = ItemPool(self._new_item)
        self._shown: dict[int, ChartItem] = {}
        self._sight = (0.0, FIRST_SEEN)
        self.quiet = "chart.none"
        """The key of the words where there is no chart."""
        self._quiet = QGraphicsSimpleTextItem()
        self._quiet.setVisible(False)
        self.scene().addItem(self._quiet)
        self._style: Style | None = None
        self._type: Type | None = None
        self._layouts = LayoutCache()
        self._arranged = Arrangement((), 1.0, self._layouts.lay_out)
        self._version = 0

    def apply_style(self, style: Style) -> None:
        """Take on colours, faces and zoom."""
        if self._style is None or self._style.faces != style.faces:
            self._type = Type(style.faces)
            self._layouts = LayoutCache(self._type)
        self._style = style
        self.setBackgroundBrush(QColor(style.palette.pane))
        self._quiet.setText(style.words(self.quiet))
        self._quiet.setFont(style.faces.sans_font(style.pixels(14)))
        self._quiet.setBrush(QColor(style.palette.faint))
        self._quiet.setPos(MARGIN * style.scale, MARGIN * style.scale)
        for item in self._pool.items:
            item.apply_style(style, self._type)
        self.lay_out()

    def show_scenes(self, scenes: tuple[Scene, ...] | None) -> None:
        """Show the charts of another section from the top, nothing lit; None while they are made,
        which is then said."""
        self.scenes, self.lit = scenes or (), NOTHING
        self.quiet = "chart.pending" if scenes is None else "chart.none"
        if self._style is not None:
            self._quiet.setText(self._style.words(self.quiet))
        self._sight = (0.0, self._sight[1] - self._sight[0])
        self.lay_out()

    def light(self, lit: Highlight) -> None:
        """Follow what is lit, in every chart."""
        self.lit = lit
        for item in self._shown.values():
            item.light(lit)

    def items_shown(self) -> tuple[ChartItem, ...]:
        """The items of the charts that are in sight, from the top."""
        return tuple(self._shown.values())

    def item_at(self, x: float, y: float) -> ChartItem | None:
        """The item whose card lies at a place."""
        return next((i for i in self._shown.values() if i.sceneBoundingRect().contains(x, y)), None)

    def chart_at(self, x: float, y: float) -> Scene | None:
        """The scene whose card lies at a place."""
        item = self.item_at(x, y)
        return item.scene_shown if item else None

    def chart_of(self, key: Key) -> Scene | None:
        """The first scene that shows `key`."""
        number = self._arranged.chart_of(key)
        return None if number is None else self.scenes[number]

    def place_of(self, key: Key) -> QRectF | None:
        """Where the first mark of `key` stands, in pixels."""
        box = self._arranged.box_of(key)
        self._stand()
        if box is None:
            return None
        scale = self._scale
        return QRectF(box.x * scale, box.y * scale, box.width * scale, box.height * scale)

    def keys(self) -> Iterator[Key]:
        """Every key once, from the top, as a reader goes through the marks."""
        for number in range(len(self.scenes)):
            yield from self._arranged.keys_of(number)

    def keys_below(self, top: float) -> Iterator[Key]:
        """The keys of the charts that reach below a height, in order."""
        return self._arranged.keys_below(top / self._scale)

    def neighbour(self, key: Key, step: int) -> Key:
        """The mark one step (1, -1) from `key`, the first or last of all for ""; "" beyond."""
        found = self._arranged.neighbour(key, step)
        self._stand()
        return found

    def whole_under_pointer(self) -> str:
        """All of the text under the pointer that was cut to fit there; of any other, nothing."""
        item = next((i for i in self._pool.items if i.number == self.pointed_number), None)
        return item.whole_at(*item.at) if item is not None and item.isVisible() else ""

    def cut_texts(self, key: Key) -> tuple[str, ...]:
        """What is cut at the mark of `key`, and of the headings of its chart, whole."""
        number = self._arranged.chart_of(key)
        if number is None:
            return ()
        return cut_texts(self.scenes[number], self._arranged.placed(number), key)

    def see(self, top: float, bottom: float) -> float:
        """Make ready what is seen between two heights; gives how far down that has moved, since
        charts above it may turn out to be higher than they were thought to be."""
        self._sight = (top, bottom)
        top, bottom = top / self._scale, bottom / self._scale
        anchor = self._arranged.anchor(top, bottom)
        before = self._arranged.place(anchor)[1] if anchor is not None else 0.0
        self._show_seen()
        after = self._arranged.place(anchor)[1] if anchor is not None else 0.0
        return (after - before) * self._scale

    def lay_out(self) -> None:
        """Stack the charts at the present width."""
        if self._style is None or self._type is None:
            return
        self.setMinimumWidth(round(NARROWEST * self._scale))
        # All will be painted, once: else each item that changes asks again after it was.
        self.scene().update()
        self._arranged = Arrangement(self.scenes, self.width() / self._scale, self._layouts.lay_out)
        self._shown = {}
        self._version = -1
        self._quiet.setVisible(not self.scenes)
        self._show_seen()

    @property
    def _scale(self) -> float:
        return self._style.scale if self._style else 1.0

    def _show_seen(self) -> None:
        """Give an item to each chart in sight, and take those of all others."""
        scale, (top, bottom) = self._scale, self._sight
        numbers = self._arranged.seen((top - BEYOND) / scale, (bottom + BEYOND) / scale)
        if numbers != tuple(self._shown):
            scenes = tuple(self.scenes[number] for number in numbers)
            self._shown = dict(zip(numbers, self._pool.items_for(scenes), strict=True))
            self._version = -1
        self._stand()

    def _stand(self) -> None:
        """Put every item where its chart stands, if that has changed."""
        if self._version == self._arranged.version:
            return
        self._version, scale = self._arranged.version, self._scale
        for number, item in self._shown.items():
            if item.scale() != scale:
                item.setScale(scale)
            placed = self._arranged.placed(number)
            wide = self._arranged.wide
            item.set_scene(self.scenes[number], wide, placed=placed, lit=self.lit)
            x, y = self._arranged.place(number)
            item.setPos(x * scale, y * scale)
        self.setMinimumHeight(round(self._arranged.height * scale) if self.scenes else 0)
        self._fit_scene()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the charts out again when the width changes."""
        super().resizeEvent(event)
        if event is not None and event.size().width() != event.oldSize().width():
            self.lay_out()
        self._fit_scene()

    def _new_item(self, number: int) -> ChartItem:
        item = ChartItem()
        item.number = number
        if self._style is not None:
            item.apply_style(self._style, self._type)
        self.follow(item)
        self.scene().addItem(item)
        return item
