"""The plotted part of a chart: bars, and in pyqtgraph's items curves, dots and the axis below."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from viewer.chart import Ending, Treatment
from viewer.chart.layout import Bar, Box, Curve, Placed
from viewer.design import Palette
from viewer.rendering.charts.highlight import Lit, drawn_colour
from viewer.rendering.charts.scaleline import ScaleLine

SOFT = 0.3
"""The part of a bar that fades where the figure is said to be about so much."""
RING = 1.6
"""The width of the line round a dot; pyqtgraph scales it with the dot."""


class Bars(QGraphicsItem):
    """The bars of a chart and the wholes behind them, each with a brush of its own; what is plotted
    beside them lies on them as their children."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._bounds = QRectF()
        self._tracks: tuple[QRectF, ...] = ()
        self._track = QBrush()
        self._bars: tuple[QRectF, ...] = ()
        self._brushes: tuple[QBrush, ...] = ()

    def show_boxes(self, placed: Placed, palette: Palette) -> None:
        """Take other bars, which are unseen until they are filled."""
        self.prepareGeometryChange()
        self._bounds = QRectF(0, 0, placed.width, placed.height)
        self._tracks = tuple(_rect(track.box) for track in placed.tracks if not track.outlined)
        self._track = QBrush(QColor(palette.track))
        self._bars = tuple(_rect(bar.box) for bar in placed.bars)
        self._brushes = ()

    def fill(self, brushes: Iterable[QBrush]) -> None:
        """Take other brushes, one a bar."""
        self._brushes = tuple(brushes)
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """The whole chart."""
        return self._bounds

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the wholes, then the bars."""
        del option, widget
        for rect in self._tracks:
            painter.fillRect(rect, self._track)
        for rect, brush in zip(self._bars, self._brushes, strict=False):
            painter.fillRect(rect, brush)


class Plotting:
    """The plotted items of a chart, in the chart's own pixels.

    They are made when they are first needed and fed again; of curves, the most that were ever
    needed are kept.
    """

    def __init__(self, parent: QGraphicsItem) -> None:
        self._bars = Bars(parent)
        self._dots: pg.ScatterPlotItem | None = None
        self._curves: list[pg.PlotCurveItem] = []
        self._axes: list[ScaleLine] = []
        self._placed: Placed | None = None
        self._palette: Palette | None = None

    def show_marks(self, placed: Placed, palette: Palette) -> None:
        """Take other marks, or the same in another dress."""
        self._placed, self._palette = placed, palette
        self._bars.show_boxes(placed, palette)
        for number, axis in enumerate(placed.axes):
            self._axis(number).show_axis(axis, palette)
        for scale in self._axes[len(placed.axes) :]:
            scale.setVisible(False)
        for number, curve in enumerate(placed.curves):
            x, y = _course(curve)
            self._curve(number).setData(x=x, y=y, connect="finite")
        for number, item in enumerate(self._curves):
            item.setVisible(number < len(placed.curves))

    def light(self, lit: Lit) -> None:
        """Colour every mark by what is lit."""
        if self._placed is None or self._palette is None:
            return
        placed, palette = self._placed, self._palette
        self._bars.fill(
            _brush(bar, drawn_colour(palette, bar.role, bar.key, lit)) for bar in placed.bars
        )
        for item, curve in zip(self._curves, placed.curves, strict=False):
            key = lit.selected if lit.selected in curve.keys else ""
            was = lit.before if lit.before in curve.keys else ""
            shown = Lit(key, before=was, part=lit.part) if key or was else lit
            item.setPen(
                QPen(QColor(drawn_colour(palette, curve.role, key or was, shown)), placed.stroke)
            )
        self._place_dots(placed, palette, lit)

    def _place_dots(self, placed: Placed, palette: Palette, lit: Lit) -> None:
        if self._dots is not None:
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
        self._scatter().setData(spots)

    def _scatter(self) -> pg.ScatterPlotItem:
        if self._dots is None:
            self._dots = pg.ScatterPlotItem(pxMode=False, hoverable=False, antialias=True)
            self._dots.setZValue(2)
            self._dots.setParentItem(self._bars)
        return self._dots

    def _axis(self, number: int) -> ScaleLine:
        while len(self._axes) <= number:
            self._axes.append(ScaleLine(self._bars.parentItem()))
        return self._axes[number]

    def _curve(self, number: int) -> pg.PlotCurveItem:
        while len(self._curves) <= number:
            item = pg.PlotCurveItem(antialias=True)
            item.setZValue(1)
            item.setParentItem(self._bars)
            self._curves.append(item)
        return self._curves[number]


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _brush(bar: Bar, colour: str) -> QBrush:
    if bar.treatment is not Treatment.SOLID:
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
