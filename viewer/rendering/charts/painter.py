"""Primitives of charts on any QPainter: window, talk, pages, pictures, the printer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QLinearGradient, QPainter, QPen, QPolygonF

from viewer.chart.drawing import (
    EDGE,
    PALE,
    SOFT,
    AxisLine,
    Block,
    Disc,
    Drawing,
    Hatching,
    Letters,
    Stipple,
    Stroke,
    ticks_of,
)
from viewer.chart.layout import Align, Box, Face
from viewer.design import Palette, Role, mix
from viewer.model import Key
from viewer.rendering.charts.fonts import Type
from viewer.rendering.charts.highlight import NOTHING, Highlight, drawn_colour, text_colour
from viewer.rendering.style import Style

FINE = 8
"""On paper, text is set so many times larger and drawn smaller: fonts come in whole pixels, paper
does not."""

Write = Callable[[QPainter, QPointF, str, QFont], None]
"""Draws one line of text on its base line."""


def _write(painter: QPainter, at: QPointF, text: str, font: QFont) -> None:
    painter.setFont(font)
    painter.drawText(at, text)


class Colours:
    """The colours of one chart while something in it, or nothing, is lit."""

    def __init__(self, palette: Palette, lit: Highlight = NOTHING, *, here: bool = False) -> None:
        self._palette, self.lit, self._here = palette, lit, here

    def mark(
        self, role: Role, key: Key | None, opacity: float = 1.0, keys: tuple[Key, ...] = ()
    ) -> QColor:
        """The colour of a primitive, and of what is no mark (None) as it always is.

        What is faint is mixed with the card: transparency would turn a PDF's page into pixels.
        """
        if key is None or role is Role.CARD:
            colour = self._palette.of(role)
        elif keys:
            colour = self._curve(role, keys)
        else:
            colour = drawn_colour(self._palette, role, key, self.lit)
        return QColor(mix(colour, self._palette.card, 1 - opacity) if opacity < 1 else colour)

    def text(self, role: Role, key: Key) -> QColor:
        """The colour of a text."""
        return QColor(text_colour(self._palette, role, key, self.lit, self._here))

    def raises(self, key: Key | None) -> bool:
        """Whether the point of a figure stands out."""
        lit = self.lit
        return bool(key) and key in {*lit.chosen, lit.hovered, lit.focused, *lit.together}

    def _curve(self, role: Role, keys: tuple[Key, ...]) -> str:
        """A curve is lit by each of its figures."""
        key = next((key for key in self.lit.chosen if key in keys), "")
        was = self.lit.before if self.lit.before in keys else ""
        shown = Highlight(key, before=was, part=self.lit.part) if key or was else self.lit
        return drawn_colour(self._palette, role, key or was, shown)


class Brush:
    """Draws primitives in one style; also the measure of the layout that they come from.

    Text is set for paper unless `fonts` are given, which set it for a screen.
    """

    def __init__(self, style: Style, write: Write = _write, fonts: Type | None = None) -> None:
        self._write = write
        self.palette = style.palette
        self._fonts = fonts or Type(style.faces, FINE)

    def __call__(self, text: str, face: Face) -> float:
        """The width of `text` in `face`, in the layout's pixels."""
        return self._fonts(text, face)

    def draw(
        self, painter: QPainter, drawings: Iterable[Drawing], colours: Colours | None = None
    ) -> None:
        """Draw from the painter's origin, a layout's pixel being the painter's unit."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours or Colours(self.palette)
        for drawing in drawings:
            _DRAW[type(drawing)](self, painter, drawing, colours)

    def block(self, painter: QPainter, block: Block, colours: Colours) -> None:
        """A rectangle."""
        area = rect_of(block.box)
        if block.edge is None and not block.radius:
            painter.fillRect(area, self._fill(block, area, colours))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        if block.edge is not None:
            colour = colours.mark(block.edge, block.key)
            painter.setPen(_pen(colour, block.width, block.dashes, flat=True))
        painter.setBrush(self._fill(block, area, colours))
        painter.drawRoundedRect(area, block.radius, block.radius)

    def _fill(self, block: Block, area: QRectF, colours: Colours) -> QBrush:
        if block.fill is None:
            return QBrush()
        colour = colours.mark(block.fill, block.key, block.opacity)
        if not block.fade:
            return QBrush(colour)
        return QBrush(_faded(area, block.fade, colour, colours.mark(block.fill, block.key, PALE)))

    def stroke(self, painter: QPainter, stroke: Stroke, colours: Colours) -> None:
        """A line through points; a hair line along an axis is drawn sharp."""
        painter.setPen(pen_of(stroke, colours))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        line = QPolygonF([QPointF(x, y) for x, y in stroke.points])
        if not (stroke.width <= 1 and _straight(stroke)):
            painter.drawPolyline(line)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawPolyline(line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def hatching(self, painter: QPainter, hatching: Hatching, colours: Colours) -> None:
        """Many short lines."""
        painter.setPen(QPen(colours.mark(hatching.role, hatching.key), hatching.width))
        painter.drawLines([QLineF(*start, *end) for start, end in hatching.lines])

    def stipple(self, painter: QPainter, stipple: Stipple, colours: Colours) -> None:
        """Many round points."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.mark(stipple.role, stipple.key))
        radius = stipple.diameter / 2
        for x, y in stipple.points:
            painter.drawEllipse(QPointF(x, y), radius, radius)

    def disc(self, painter: QPainter, disc: Disc, colours: Colours) -> None:
        """A point of a line."""
        radius = disc.raised if colours.raises(disc.key) else disc.radius
        painter.setPen(QPen(colours.mark(disc.edge, disc.key), EDGE))
        painter.setBrush(colours.mark(disc.fill, disc.key, disc.opacity))
        painter.drawEllipse(QPointF(disc.x, disc.y), radius, radius)

    def axis(self, painter: QPainter, axis: AxisLine, colours: Colours) -> None:
        """A line with ticks."""
        for line in ticks_of(axis):
            self.stroke(painter, line, colours)

    def letters(self, painter: QPainter, letters: Letters, colours: Colours) -> None:
        """A line of text on its base line; one that covers a box only while it is lit."""
        if letters.box is not None:
            if not colours.raises(letters.key):
                return
            for box in letters.aside:
                painter.fillRect(rect_of(box), colours.mark(Role.CARD, None))
            painter.fillRect(rect_of(letters.box), colours.mark(Role.CARD, None, 0.85))
        face = Face(letters.size, letters.bold)
        font, fine = self._fonts.font(face, letters.text), self._fonts.fine
        part = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[letters.align]
        x = letters.x - (part * self._fonts(letters.text, face) if part else 0.0)
        painter.setPen(colours.text(letters.role, letters.key))
        if fine == 1:
            self._write(painter, QPointF(x, letters.y), letters.text, font)
            return
        painter.save()
        painter.translate(x, letters.y)
        painter.scale(1 / fine, 1 / fine)
        self._write(painter, QPointF(0, 0), letters.text, font)
        painter.restore()


_DRAW: Mapping[type[Drawing], Callable[..., None]] = {
    Block: Brush.block,
    Stroke: Brush.stroke,
    Hatching: Brush.hatching,
    Stipple: Brush.stipple,
    Disc: Brush.disc,
    AxisLine: Brush.axis,
    Letters: Brush.letters,
}


def rect_of(box: Box) -> QRectF:
    """A box of the layout as Qt has it."""
    return QRectF(box.x, box.y, box.width, box.height)


def pen_of(stroke: Stroke, colours: Colours) -> QPen:
    """The pen of a line."""
    colour = colours.mark(stroke.role, stroke.key, keys=stroke.keys)
    return _pen(colour, stroke.width, stroke.dashes, flat=stroke.width <= 1)


def _pen(colour: QColor, width: float, dashes: tuple[float, float] | None, *, flat: bool) -> QPen:
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin if flat else Qt.PenJoinStyle.RoundJoin)
    if not flat:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if dashes:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([length / width for length in dashes])  # Qt counts in widths
    return pen


def _straight(stroke: Stroke) -> bool:
    """Whether it runs along one axis."""
    (x, y), *others = stroke.points
    return all(a == x for a, _ in others) or all(b == y for _, b in others)


def _faded(area: QRectF, side: str, colour: QColor, pale: QColor) -> QLinearGradient:
    ends = {
        "right": (area.topLeft(), area.topRight()),
        "left": (area.topRight(), area.topLeft()),
        "top": (area.bottomLeft(), area.topLeft()),
        "bottom": (area.topLeft(), area.bottomLeft()),
    }[side]
    fade = QLinearGradient(*ends)
    for at, shade in ((0.0, colour), (1 - SOFT, colour), (1.0, pale)):
        fade.setColorAt(at, shade)
    return fade
