"""The line with ticks below a plot: pyqtgraph's axis, its ticks where the layout put them."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from viewer.chart.layout import Axis
from viewer.design import Palette


class ScaleLine(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """An axis without numbers: the chart writes those itself, one way on every device.

    pyqtgraph's own places its ticks by the view widget, and draws nothing where there is none
    (a picture, a page); ours takes the places that it is given.
    """

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__("bottom", parent=parent, showValues=False)
        self.setHeight(8)
        self.setZValue(-1)  # under the line that marks stand on
        self._shown: Axis | None = None

    def show_axis(self, axis: Axis, palette: Palette) -> None:
        """Take another axis."""
        self._shown = axis
        self.setVisible(True)
        self.setPen(QPen(QColor(palette.line), 1))
        self.setTickPen(QPen(QColor(palette.faint), 1))
        self.setGeometry(axis.box.x, axis.box.y, axis.box.width, 8)

    def paint(self, p: QPainter, opt: QStyleOptionGraphicsItem, widget: QWidget | None) -> None:
        """Draw at once: a QPicture, as pyqtgraph keeps, is scaled anew by every other device."""
        del opt, widget
        specs = self.generateDrawSpecs(p)
        if specs is not None:
            self.drawPicture(p, *specs)

    def generateDrawSpecs(self, p: QPainter) -> tuple[Any, list[Any], list[Any]] | None:  # noqa: N802
        """The line, and a tick at every place given (pyqtgraph asks)."""
        del p
        if self._shown is None:
            return None
        box = self._shown.box
        line = (self.pen(), QPointF(0, 0), QPointF(box.width, 0))
        ticks = [
            (self.tickPen(), QPointF(x - box.x, 0), QPointF(x - box.x, 4))
            for x in self._shown.ticks
        ]
        return line, ticks, []
