"""What pyqtgraph lacks: open ends with their arrows, outlined stages, zero lines."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from viewer.chart import Ending
from viewer.chart.layout import Bar, Dot, Placed
from viewer.design import Palette
from viewer.rendering.charts.highlight import NOTHING, Lit, drawn_colour

_TURNS = {"right": (1, 0), "left": (-1, 0), "top": (0, -1), "bottom": (0, 1)}
OVER = 3.0
"""How far the line at an open end stands out beyond the bar."""


class Ends(QGraphicsItem):
    """Draws the rules of a chart, and the ends of its bars and dots."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._placed: Placed | None = None
        self._palette: Palette | None = None
        self._arrow = 0.0
        self._lit = NOTHING

    def show_ends(self, placed: Placed, palette: Palette, arrow: float) -> None:
        """Take other marks; an arrow may be `arrow` long."""
        self.prepareGeometryChange()
        self._placed, self._palette, self._arrow = placed, palette, arrow

    def light(self, lit: Lit) -> None:
        """Follow what is lit."""
        self._lit = lit
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """The whole chart."""
        if self._placed is None:
            return QRectF()
        return QRectF(0, 0, self._placed.width, self._placed.height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draw rules, outlines, then ends."""
        del option, widget
        if self._placed is None or self._palette is None:
            return
        placed, palette = self._placed, self._palette
        for rule in placed.rules:
            slanted = rule.x1 != rule.x2 and rule.y1 != rule.y2
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, slanted)
            painter.setPen(QPen(QColor(palette.of(rule.role)), 1))
            painter.drawLine(QLineF(rule.x1, rule.y1, rule.x2, rule.y2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for track in placed.tracks:
            if track.outlined:
                painter.setPen(QPen(QColor(palette.faint), 1, Qt.PenStyle.DotLine))
                box = track.box
                painter.drawRect(QRectF(box.x, box.y, box.width, box.height))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for bar in placed.bars:
            if bar.ending in {Ending.OPEN, Ending.UNDER}:
                self._bar_end(painter, bar, palette)
        for dot in placed.dots:
            if dot.ending in {Ending.OPEN, Ending.UNDER}:
                self._dot_end(painter, dot, palette)

    def _bar_end(self, painter: QPainter, bar: Bar, palette: Palette) -> None:
        """A line across the end and an arrow beyond it: away for at least, back for at most."""
        colour = QColor(drawn_colour(palette, bar.role, bar.key, self._lit))
        box, (dx, dy) = bar.box, _TURNS[bar.tip]
        x = {1: box.right, -1: box.x, 0: box.x + box.width / 2}[dx]
        y = {1: box.bottom, -1: box.y, 0: box.y + box.height / 2}[dy]
        half = OVER + (box.height if dx else box.width) / 2
        painter.setPen(QPen(colour, 2))
        painter.drawLine(QLineF(x - dy * half, y - dx * half, x + dy * half, y + dx * half))
        self._arrow_at(painter, QPointF(x, y), (dx, dy), bar.ending, colour)

    def _dot_end(self, painter: QPainter, dot: Dot, palette: Palette) -> None:
        colour = QColor(drawn_colour(palette, dot.role, dot.key, self._lit))
        turn = _TURNS[dot.tip]
        at = QPointF(dot.x + turn[0] * 4, dot.y + turn[1] * 4)
        self._arrow_at(painter, at, turn, dot.ending, colour, short=0.6)

    def _arrow_at(
        self,
        painter: QPainter,
        at: QPointF,
        turn: tuple[int, int],
        ending: Ending,
        colour: QColor,
        short: float = 1.0,
    ) -> None:
        dx, dy = turn
        near, far = 4.0, max(10.0, self._arrow * 0.86 * short)
        tail, tip = (near, far) if ending is Ending.OPEN else (far, near)
        head = -4.0 if ending is Ending.OPEN else 4.0
        start = QPointF(at.x() + dx * tail, at.y() + dy * tail)
        end = QPointF(at.x() + dx * tip, at.y() + dy * tip)
        back = QPointF(end.x() + dx * head, end.y() + dy * head)
        side = QPointF(dy * 3.2, dx * 3.2)
        painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QLineF(start, end))
        painter.drawPolyline(QPolygonF([back + side, end, back - side]))
