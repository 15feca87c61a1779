"""The presenter's strokes upon a picture: free lines, and lines below words and around marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from viewer.design import is_dark, stroke_colours
from viewer.model import Key
from viewer.present.slides.anatomy import Anatomy
from viewer.talk import Area, On, Pen, Stroke, Target

FINE, BROAD = 0.0055, 0.032
"""Widths of the pen and the highlighter, in heights of the picture."""
ROOM = 0.009
"""How far a line around a mark reaches beyond it, in heights of the picture: not into its label."""


def targets_of(anatomy: Anatomy, scale: float, area: QRectF) -> Iterator[Target]:
    """What strokes can lie on in a picture that fills `area`, `scale` pixels to a unit of it."""
    wide, high = area.width() / scale, area.height() / scale
    for key, on, rects in anatomy.targets:
        areas = (
            Area(one.left() / wide, one.top() / high, one.right() / wide, one.bottom() / high)
            for one in rects
        )
        yield Target(key, on, tuple(areas))


@dataclass(frozen=True, slots=True)
class Ground:
    """What strokes are painted on: the colour of the page, the figure that is lit, the targets."""

    page: str
    lit: Key | None
    targets: Iterable[Target]


def paint_strokes(
    painter: QPainter, area: QRectF, strokes: Iterable[Stroke], ground: Ground
) -> None:
    """Paint strokes over a picture; one on a figure that does not stand in it is left out."""
    places = {(target.key, target.on): target.areas for target in ground.targets}
    colours = stroke_colours(ground.page)
    painter.save()
    painter.setClipRect(area)
    for stroke in strokes:
        painter.save()
        colour = QColor(colours.pen)
        if stroke.pen is Pen.HIGHLIGHTER:
            colour = QColor(colours.highlighter)
            _mix(painter, ground.page)
        if stroke.key is None:
            _paint_free(painter, area, stroke, colour)
        for one in places.get((stroke.key or "", stroke.on), ()):
            if stroke.pen is Pen.HIGHLIGHTER and (stroke.on is On.MARK or stroke.key == ground.lit):
                _paint_frame(painter, area, one, QColor(colours.frame))
            else:
                _paint_on(painter, area, stroke, one, colour)
        painter.restore()
    painter.restore()


def _mix(painter: QPainter, page: str) -> None:
    """Have the painter mix what it paints with what is there, so that words stay legible."""
    mode, dark = QPainter.CompositionMode, is_dark(page)
    painter.setCompositionMode(
        mode.CompositionMode_Screen if dark else mode.CompositionMode_Multiply
    )


def _paint_free(painter: QPainter, area: QRectF, stroke: Stroke, colour: QColor) -> None:
    broad = BROAD if stroke.pen is Pen.HIGHLIGHTER else FINE
    painter.setPen(_pen(colour, broad * area.height()))
    spots = [_at(area, x, y) for x, y in stroke.spots]
    painter.drawPolyline(QPolygonF(spots if len(spots) > 1 else spots * 2))


def _paint_on(painter: QPainter, area: QRectF, stroke: Stroke, one: Area, colour: QColor) -> None:
    """A line below words or a ground for them, or a line around a mark."""
    away, box = ROOM * area.height(), _box(area, one)
    width = FINE * area.height()
    if stroke.pen is Pen.HIGHLIGHTER:
        painter.fillRect(box.adjusted(-away / 2, -away / 2, away / 2, away / 2), colour)
        return
    painter.setPen(_pen(colour, width))
    if stroke.on is On.WORDS:
        below = QPointF(0, away / 2)
        painter.drawLine(box.bottomLeft() + below, box.bottomRight() + below)
    else:
        _draw_around(painter, box, away - width / 2)


def _paint_frame(painter: QPainter, area: QRectF, one: Area, colour: QColor) -> None:
    """The highlighter around what has a ground of its own: its colour means something."""
    width = 2 * FINE * area.height()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setPen(_pen(colour, width))
    _draw_around(painter, _box(area, one), ROOM * area.height() - width / 2)


def _draw_around(painter: QPainter, box: QRectF, away: float) -> None:
    painter.drawRoundedRect(box.adjusted(-away, -away, away, away), away, away)


def _pen(colour: QColor, width: float) -> QPen:
    line = Qt.PenStyle.SolidLine
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(colour, width, line, cap, join)


def _box(area: QRectF, one: Area) -> QRectF:
    return QRectF(_at(area, one.left, one.top), _at(area, one.right, one.bottom))


def _at(area: QRectF, x: float, y: float) -> QPointF:
    return QPointF(area.left() + x * area.width(), area.top() + y * area.height())
