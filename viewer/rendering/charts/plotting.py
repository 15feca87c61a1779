"""The plots of a chart in pyqtgraph's items: curves, points and the axis below.

This module is imported when the first chart with a plot is shown, not before: pyqtgraph and numpy
take longer to load than all else that a chart needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from viewer.chart.drawing import EDGE, AxisLine, Disc, Stroke
from viewer.rendering.charts.painter import Colours, pen_of

Plotted = AxisLine | Stroke | Disc
T = TypeVar("T", AxisLine, Stroke, Disc)


class Plots:
    """The plotted items of a chart, in the chart's own pixels.

    They are made when they are first needed and fed again; of each kind, the most that were ever
    needed stay. They are not told whose they are for good: a cycle would outlive the chart.
    """

    def __init__(self) -> None:
        self._points: PointItems | None = None
        self._curves: list[Any] = []
        self._axes: list[Any] = []
        self._shown: tuple[Plotted, ...] = ()

    def show(self, drawings: Sequence[Plotted], parent: QGraphicsItem) -> None:
        """Take other primitives; their colours are those of the next `light`."""
        self._shown = tuple(drawings)
        self._provide(parent)
        for item, axis in self._pairs(self._axes, AxisLine):
            item.show_axis(axis)
        for item, stroke in self._pairs(self._curves, Stroke):
            course = np.array(stroke.points, dtype=float)
            item.setData(x=course[:, 0], y=course[:, 1])

    def light(self, colours: Colours) -> None:
        """Colour every item by what is lit."""
        for item, axis in self._pairs(self._axes, AxisLine):
            item.setPen(QPen(colours.mark(axis.role, None), 1))
            item.setTickPen(QPen(colours.mark(axis.tick_role, None), 1))
        for item, stroke in self._pairs(self._curves, Stroke):
            item.setPen(pen_of(stroke, colours))
        discs = [disc for disc in self._shown if isinstance(disc, Disc)]
        if self._points is not None:
            self._points.setVisible(bool(discs))
            self._points.show_discs(discs, colours)

    def _provide(self, parent: QGraphicsItem) -> None:
        """Make the items that are missing, and hide those that are not needed."""
        for items, kind, make in (
            (self._axes, AxisLine, ScaleLine),
            (self._curves, Stroke, CurveItem),
        ):
            wanted = sum(isinstance(drawing, kind) for drawing in self._shown)
            items.extend(make(parent) for _ in range(wanted - len(items)))
            for number, item in enumerate(items):
                item.setVisible(number < wanted)
        if self._points is None and any(isinstance(one, Disc) for one in self._shown):
            self._points = PointItems(parent)

    def _pairs(self, items: list[Any], kind: type[T]) -> list[tuple[Any, T]]:
        """An item for each primitive of a kind."""
        wanted = [drawing for drawing in self._shown if isinstance(drawing, kind)]
        return list(zip(items, wanted, strict=False))


class PlacedItem:
    """An item of pyqtgraph that stands where it is put: its places are pixels of the chart, so no
    view box or view of pyqtgraph's has a say in them."""

    def getViewBox(self) -> None:  # noqa: N802 - pyqtgraph's name
        """None: pyqtgraph would ask any other view for signals that only its own have."""


class CurveItem(PlacedItem, pg.PlotCurveItem):  # type: ignore[misc]  # pyqtgraph has no types
    """A run of a curve."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(antialias=True)
        self.setZValue(1)
        self.setParentItem(parent)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)


class PointItems(PlacedItem, pg.ScatterPlotItem):  # type: ignore[misc]  # pyqtgraph has no types
    """The points of curves, sized in the chart's pixels."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(pxMode=False, hoverable=False, antialias=True)
        self.setZValue(2)
        self.setParentItem(parent)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._discs: list[tuple[float, float, float, QPen, QBrush]] = []

    def paint(self, p: QPainter, opt: QStyleOptionGraphicsItem, widget: QWidget | None) -> None:
        """Draw at once: a QPicture, as pyqtgraph keeps, is scaled anew by every other device."""
        del opt, widget
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        last = None
        for x, y, radius, pen, brush in self._discs:
            if brush is not last:
                p.setPen(pen)
                p.setBrush(brush)
                last = brush
            p.drawEllipse(QPointF(x, y), radius, radius)

    def show_discs(self, discs: Sequence[Disc], colours: Colours) -> None:
        """Take other points."""
        looks: dict[object, tuple[QPen, QBrush]] = {}
        self._discs = []
        for disc in discs:
            edge = colours.mark(disc.edge, disc.key)
            fill = colours.mark(disc.fill, disc.key, disc.opacity)
            look = looks.setdefault((edge.rgb(), fill.rgb()), (QPen(edge, EDGE), QBrush(fill)))
            radius = disc.raised if colours.raises(disc.key) else disc.radius
            self._discs.append((disc.x, disc.y, radius, *look))
        sizes = [2 * radius for _, _, radius, _, _ in self._discs]
        self.setData(x=[disc.x for disc in discs], y=[disc.y for disc in discs], size=sizes)


class ScaleLine(PlacedItem, pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """An axis without numbers: the chart writes those itself, one way on every device.

    pyqtgraph's own places its ticks by the view widget, and draws nothing where there is none
    (a talk's slide); this one takes the places that it is given.
    """

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__("bottom", parent=parent, showValues=False)
        self.setHeight(8)
        self.setZValue(-1)  # under the line that marks stand on
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._shown: AxisLine | None = None

    def show_axis(self, axis: AxisLine) -> None:
        """Take another axis."""
        self._shown = axis
        (x, y), width = axis.start, axis.right - axis.start[0]
        self.setGeometry(x, y, width, 8)
        self.update()

    def paint(self, p: QPainter, opt: QStyleOptionGraphicsItem, widget: QWidget | None) -> None:
        """Draw at once, for the same reason as the points."""
        del opt, widget
        specs = self.generateDrawSpecs(p)
        if specs is not None:
            self.drawPicture(p, *specs)

    def generateDrawSpecs(self, p: QPainter) -> tuple[Any, list[Any], list[Any]] | None:  # noqa: N802
        """The line, and a tick at every place given (pyqtgraph asks)."""
        del p
        if self._shown is None:
            return None
        left = self._shown.start[0]
        line = (self.pen(), QPointF(0, 0), QPointF(self._shown.right - left, 0))
        places = ((x - left, self._shown.tick) for x in self._shown.ticks)
        ticks = [(self.tickPen(), QPointF(x, 0), QPointF(x, long)) for x, long in places]
        return line, ticks, []
