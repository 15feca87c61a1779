"""The words of a chart: every line of text, plain, where the layout put it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from viewer.chart.layout import Align, Placed, Text
from viewer.look import Palette
from viewer.paint.charts.lit import NOTHING, Lit, text_colour
from viewer.paint.charts.type import Type


class Letters(QGraphicsItem):
    """Draws the texts of one chart."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._texts: tuple[Text, ...] = ()
        self._bounds = QRectF()
        self._type: Type | None = None
        self._palette: Palette | None = None
        self._lit = NOTHING
        self._here = False

    def show_texts(self, placed: Placed, of: Type, palette: Palette) -> None:
        """Take other texts, or the same in another dress."""
        self.prepareGeometryChange()
        self._texts, self._type, self._palette = placed.texts, of, palette
        self._bounds = QRectF(0, 0, placed.width, placed.height)

    def light(self, lit: Lit, here: bool) -> None:
        """Follow what is lit."""
        self._lit, self._here = lit, here
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
        """Draw every line at its base line."""
        del option, widget
        if self._type is None or self._palette is None:
            return
        for text in self._texts:
            colour = text_colour(self._palette, text.role, text.key, self._lit, self._here)
            painter.setPen(QColor(colour))
            painter.setFont(self._type.font(text.face))
            self._draw(painter, text, self._type)

    def _draw(self, painter: QPainter, text: Text, of: Type) -> None:
        metrics = of.metrics(text.face)
        rise = (text.face.height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        for number, line in enumerate(text.lines):
            spare = text.box.width - of(line, text.face)
            shift = {Align.LEFT: 0.0, Align.RIGHT: spare, Align.CENTRE: spare / 2}[text.align]
            y = text.box.y + number * text.face.height + rise
            painter.drawText(QPointF(text.box.x + shift, y), line)
