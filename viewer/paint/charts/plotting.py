"""The plotted part of a chart in pyqtgraph's items: bars, curves, dots and the axis below."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem

from viewer.chart import Ending
from viewer.chart.layout import Bar, Box, Curve, Placed
from viewer.look import Palette
from viewer.paint.charts.lit import Lit, drawn_colour
from viewer.paint.charts.scaleline import ScaleLine

SOFT = 0.3
"""The part of a bar that fades where the figure is said to be about so much."""
RING = 1.6
"""The width of the line round a dot; pyqtgraph scales it with the dot."""


class Bars(pg.BarGraphItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Bars at given boxes, each with a brush of its own."""

    def __init__(self) -> None:
        super().__init__(x0=[0], x1=[0], y0=[0], y1=[0], pen=QPen(Qt.PenStyle.NoPen))
        self._rects: tuple[QRectF, ...] = ()
        self._brushes: tuple[QBrush, ...] = ()
        self._bounds = QRectF()
        self.setVisible(False)

    def show_boxes(self, boxes: Sequence[Box]) -> None:
        """Take other bars; hidden where there are none, since the item cannot hold none."""
        rects = tuple(QRectF(box.x, box.y, box.width, box.height) for box in boxes)
        if rects == self._rects:
            return
        self._rects = rects
        self.prepareGeometryChange()
        self._bounds = _around(rects)
        self.setVisible(bool(boxes))
        if boxes:
            self.setOpts(
                x0=np.array([box.x for box in boxes]),
                x1=np.array([box.right for box in boxes]),
                y0=np.array([box.y for box in boxes]),
                y1=np.array([box.bottom for box in boxes]),
            )

    def fill(self, brushes: Sequence[QBrush]) -> None:
        """Take other brushes, one a bar."""
        self._brushes = tuple(brushes)
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """What the bars take up; pyqtgraph's own asks for the size of a pixel every time."""
        return self._bounds

    def paint(self, p: QPainter, *_: object) -> None:
        """Draw at once: a QPicture, as pyqtgraph keeps, is scaled anew by every other device."""
        for rect, brush in zip(self._rects, self._brushes, strict=True):
            p.fillRect(rect, brush)


class Plotting:
    """One ViewBox over the whole chart, its range the chart's own pixels, and the items in it.

    The items are made once and fed again; nothing is added or removed when the scene changes but
    curves, of which the most that were ever needed are kept.
    """

    def __init__(self, parent: QGraphicsItem) -> None:
        self.box = pg.ViewBox(parent=parent, enableMouse=False, enableMenu=False, invertY=True)
        self.box.setFlag(QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape, False)
        self.box.setDefaultPadding(0)
        self.box.disableAutoRange()
        self.box.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._tracks = self._bars()
        self._marks = self._bars()
        self._dots = pg.ScatterPlotItem(pxMode=False, hoverable=False, antialias=True)
        self._curves: list[pg.PlotCurveItem] = []
        self._axes: list[ScaleLine] = []
        self.box.addItem(self._dots, ignoreBounds=True)
        self._dots.setZValue(2)
        self._placed: Placed | None = None
        self._palette: Palette | None = None
        self._size = 0.0, 0.0

    def show_marks(self, placed: Placed, palette: Palette) -> None:
        """Take other marks, or the same in another dress."""
        self._placed, self._palette = placed, palette
        self._reach(placed.width, placed.height)
        full = [track.box for track in placed.tracks if not track.outlined]
        self._tracks.show_boxes(full)
        self._tracks.fill([QBrush(QColor(palette.track))] * len(full))
        self._marks.show_boxes([bar.box for bar in placed.bars])
        for number, axis in enumerate(placed.axes):
            self._axis(number).show_axis(axis, palette)
        for scale in self._axes[len(placed.axes) :]:
            scale.setVisible(False)
        for number, curve in enumerate(placed.curves):
            x, y = _course(curve)
            self._curve(number).setData(x=x, y=y, connect="finite")
        for number, item in enumerate(self._curves):
            item.setVisible(number < len(placed.curves))

    def _reach(self, width: float, height: float) -> None:
        """Let a unit of the plot be a pixel of a chart of this size."""
        if (width, height) != self._size:
            self._size = width, height
            self.box.setGeometry(0, 0, width, height)
            self.box.setRange(xRange=(0, width), yRange=(0, height), padding=0)
            self.box.updateMatrix()

    def light(self, lit: Lit) -> None:
        """Colour every mark by what is lit."""
        if self._placed is None or self._palette is None:
            return
        placed, palette = self._placed, self._palette
        brushes = [
            _brush(bar, drawn_colour(palette, bar.role, bar.key, lit)) for bar in placed.bars
        ]
        self._marks.fill(brushes)
        for item, curve in zip(self._curves, placed.curves, strict=False):
            key = lit.selected if lit.selected in curve.keys else ""
            was = lit.before if lit.before in curve.keys else ""
            shown = Lit(key, before=was, part=lit.part) if key or was else lit
            item.setPen(
                QPen(QColor(drawn_colour(palette, curve.role, key or was, shown)), placed.stroke)
            )
        self._place_dots(placed, palette, lit)

    def _place_dots(self, placed: Placed, palette: Palette, lit: Lit) -> None:
        self._dots.setVisible(bool(placed.dots))
        if not placed.dots:
            return
        spots = []
        for dot in placed.dots:
            chosen = dot.key in {lit.selected, lit.hovered, lit.focused}
            size = placed.stroke * (5.4 if chosen else 2.3 if dot.quiet else 4.1)
            colour = QColor(drawn_colour(palette, dot.role, dot.key, lit))
            soft = dot.ending is not Ending.EXACT
            spots.append(
                {
                    "pos": (dot.x, dot.y),
                    "size": size,
                    "brush": QBrush(QColor(palette.card) if soft else colour),
                    "pen": QPen(colour if soft else QColor(palette.card), RING / size),
                }
            )
        self._dots.setData(spots)

    def _axis(self, number: int) -> ScaleLine:
        while len(self._axes) <= number:
            self._axes.append(ScaleLine(self.box.parentItem()))
        return self._axes[number]

    def _curve(self, number: int) -> pg.PlotCurveItem:
        while len(self._curves) <= number:
            item = pg.PlotCurveItem(antialias=True)
            item.setZValue(1)
            self.box.addItem(item, ignoreBounds=True)
            self._curves.append(item)
        return self._curves[number]

    def _bars(self) -> Bars:
        item = Bars()
        self.box.addItem(item, ignoreBounds=True)
        return item


def _around(rects: Sequence[QRectF]) -> QRectF:
    """What holds all of `rects`, with a pixel for their smoothed edges."""
    whole = QRectF()
    for rect in rects:
        whole = whole.united(rect)
    return whole.adjusted(-1, -1, 1, 1)


def _brush(bar: Bar, colour: str) -> QBrush:
    if bar.hatched:
        return QBrush(QColor(colour), Qt.BrushStyle.BDiagPattern)
    if bar.ending is not Ending.SOFT:
        return QBrush(QColor(colour))
    box = bar.box
    ends = {
        "right": (QPointF(box.x, 0), QPointF(box.right, 0)),
        "left": (QPointF(box.right, 0), QPointF(box.x, 0)),
        "top": (QPointF(0, box.bottom), QPointF(0, box.y)),
        "bottom": (QPointF(0, box.y), QPointF(0, box.bottom)),
    }[bar.tip]
    fade = QLinearGradient(*ends)
    clear = QColor(colour)
    clear.setAlphaF(0.12)
    fade.setColorAt(0, QColor(colour))
    fade.setColorAt(1 - SOFT, QColor(colour))
    fade.setColorAt(1, clear)
    return QBrush(fade)


def _course(curve: Curve) -> tuple[np.ndarray, np.ndarray]:
    """The points of a curve; a gap is a NaN, which pyqtgraph leaves unconnected."""
    missing = (np.nan, np.nan)
    points = np.array([point or missing for point in curve.points], dtype=float)
    return points[:, 0], points[:, 1]
