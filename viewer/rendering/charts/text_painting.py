"""The words of a chart: every line of text, plain, where the layout put it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from viewer.chart.layout import Align, Placed, Text
from viewer.design import Palette
from viewer.rendering.charts.fonts import Type
from viewer.rendering.charts.highlight import NOTHING, Lit, text_colour


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text with the start of its base line."""

    at: QPointF
    words: str
    text: Text


class Letters(QGraphicsItem):
    """Draws the texts of one chart."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._lines: tuple[Line, ...] = ()
        self._bounds = QRectF()
        self._type: Type | None = None
        self._palette: Palette | None = None
        self._lit = NOTHING
        self._here = False

    def show_texts(self, placed: Placed, of: Type, palette: Palette) -> None:
        """Take other texts, or the same in another dress."""
        self.prepareGeometryChange()
        self._type, self._palette = of, palette
        self._lines = tuple(line for text in placed.texts for line in _lines(text, of))
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
        drawn: Text | None = None
        for line in self._lines:
            text = line.text
            if text is not drawn:
                colour = text_colour(self._palette, text.role, text.key, self._lit, self._here)
                painter.setPen(QColor(colour))
                drawn = text
            painter.setFont(self._type.font(text.face, line.words))
            painter.drawText(line.at, line.words)


def _lines(text: Text, of: Type) -> Iterator[Line]:
    metrics = of.metrics(text.face)
    rise = (text.face.height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
    for number, words in enumerate(text.lines):
        spare = text.box.width - of(words, text.face)
        shift = {Align.LEFT: 0.0, Align.RIGHT: spare, Align.CENTRE: spare / 2}[text.align]
        y = text.box.y + number * text.face.height + rise
        yield Line(QPointF(text.box.x + shift, y), words, text)
