"""Strokes on any QPainter: pages, pictures, the printer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPen,
    QPolygonF,
)

from viewer.chart.layout import Align, Face
from viewer.design import mix, narrows
from viewer.export.drawing import Block, Disc, Drawing, Letters, Stroke
from viewer.rendering.faces import Faces
from viewer.rendering.style import Style

FINE = 8
"""Text is set so many times larger and drawn smaller: fonts come in whole pixels, paper does
not."""
SOFT = 0.3
"""The part of a bar that fades."""


Write = Callable[[QPainter, QPointF, str, QFont], None]
"""Draws one line of text on its base line."""


def _write(painter: QPainter, at: QPointF, text: str, font: QFont) -> None:
    painter.setFont(font)
    painter.drawText(at, text)


class Brush:
    """Draws strokes in one style; also the measure of the layout that they come from."""

    def __init__(self, style: Style, write: Write = _write) -> None:
        self._write = write
        self._palette = style.palette
        self._font: Callable[[Face, bool], tuple[QFont, QFontMetricsF]] = lru_cache(maxsize=64)(
            partial(_font, style.faces)
        )
        self._width: Callable[[str, Face], float] = lru_cache(maxsize=20_000)(self._measured)

    def __call__(self, text: str, face: Face) -> float:
        """The width of `text` in `face`, in the layout's pixels."""
        return self._width(text, face)

    def draw(self, painter: QPainter, strokes: Iterable[Drawing]) -> None:
        """Draw from the painter's origin, a layout's pixel being the painter's unit."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stroke in strokes:
            _DRAW[type(stroke)](self, painter, stroke)

    def _measured(self, text: str, face: Face) -> float:
        return self._font(face, narrows(text))[1].horizontalAdvance(text) / FINE

    def block(self, painter: QPainter, block: Block) -> None:
        """A rectangle."""
        box = block.box
        area = QRectF(box.x, box.y, box.width, box.height)
        painter.setPen(Qt.PenStyle.NoPen)
        if block.edge is not None:
            dotted = Qt.PenStyle.DotLine if block.dotted else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(self._palette.of(block.edge)), 1, dotted))
        painter.setBrush(self._fill(block, area))
        painter.drawRoundedRect(area, block.radius, block.radius)

    def _fill(self, block: Block, area: QRectF) -> QBrush:
        if block.fill is None:
            return QBrush()
        colour = QColor(self._palette.of(block.fill))
        if block.hatched:
            return QBrush(colour, Qt.BrushStyle.BDiagPattern)
        return QBrush(self._faded(block.fade, colour, area)) if block.fade else QBrush(colour)

    def _faded(self, side: str, colour: QColor, area: QRectF) -> QLinearGradient:
        ends = {
            "right": (area.topLeft(), area.topRight()),
            "left": (area.topRight(), area.topLeft()),
            "top": (area.bottomLeft(), area.topLeft()),
            "bottom": (area.topLeft(), area.bottomLeft()),
        }[side]
        fade = QLinearGradient(*ends)
        # Towards the ground's own colour: transparency would turn a PDF's page into pixels.
        pale = QColor(mix(colour.name(), self._palette.card, 0.88))
        for at, shade in ((0.0, colour), (1 - SOFT, colour), (1.0, pale)):
            fade.setColorAt(at, shade)
        return fade

    def stroke(self, painter: QPainter, stroke: Stroke) -> None:
        """A line through points."""
        pen = QPen(QColor(self._palette.of(stroke.role)), stroke.width)
        if stroke.width > 1:
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in stroke.points]))

    def disc(self, painter: QPainter, disc: Disc) -> None:
        """A dot."""
        painter.setPen(QPen(QColor(self._palette.of(disc.edge)), 1.6))
        painter.setBrush(QColor(self._palette.of(disc.fill)))
        painter.drawEllipse(QPointF(disc.x, disc.y), disc.radius, disc.radius)

    def letters(self, painter: QPainter, letters: Letters) -> None:
        """A line of text on its base line."""
        face = Face(letters.size, letters.bold)
        font = self._font(face, narrows(letters.text))[0]
        part = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[letters.align]
        x = letters.x - part * self._width(letters.text, face)
        painter.save()
        painter.translate(x, letters.y)
        painter.scale(1 / FINE, 1 / FINE)
        painter.setPen(QColor(self._palette.of(letters.role)))
        self._write(painter, QPointF(0, 0), letters.text, font)
        painter.restore()


_DRAW: Mapping[type[Drawing], Callable[..., None]] = {
    Block: Brush.block,
    Stroke: Brush.stroke,
    Disc: Brush.disc,
    Letters: Brush.letters,
}


def _font(faces: Faces, face: Face, latin: bool) -> tuple[QFont, QFontMetricsF]:
    font = faces.sans_font(face.size * FINE, bold=face.bold, latin=latin)
    return font, QFontMetricsF(font)
