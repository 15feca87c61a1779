"""What lies upon a picture: the presenter's pointer and spotlight, and the word for a cover."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from viewer.design import palette, stroke_colours
from viewer.present.slides.slide_painter import HEIGHT
from viewer.present.slides.text_painting import draw_text, width_of
from viewer.rendering.style import Style
from viewer.talk import Blank

_POINTER, _SPOT = 13.0, 190.0
_VEIL = 0.25
"""How far a covered picture steps back: its quiet words are still read."""
_BAND = 0.12
"""The part of the height that the band above it takes: there the section's name stands."""


def paint_pointer(
    painter: QPainter, area: QRectF, mouse: tuple[float, float], style: Style
) -> None:
    """A point in the colour of the pen with a halo, as large on every screen as the picture is."""
    colour = QColor(stroke_colours(style.palette.page).pen)
    unit = area.height() / HEIGHT
    painter.setPen(Qt.PenStyle.NoPen)
    for radius, alpha in ((2.6, 60), (1.7, 90), (1.0, 255)):
        colour.setAlpha(alpha)
        painter.setBrush(colour)
        painter.drawEllipse(_at(area, mouse), _POINTER * radius * unit, _POINTER * radius * unit)


def paint_spotlight(painter: QPainter, area: QRectF, mouse: tuple[float, float]) -> None:
    """All but a circle in the dark."""
    around, spot = QPainterPath(), QPainterPath()
    around.addRect(area)
    radius = _SPOT * area.height() / HEIGHT
    spot.addEllipse(_at(area, mouse), radius, radius)
    painter.fillPath(around.subtracted(spot), QColor(0, 0, 0, 200))


def paint_cover(
    painter: QPainter, area: QRectF, blank: Blank, style: Style, ground: QColor
) -> None:
    """What the presenter sees of a covered picture: it steps back on its `ground` and can be read,
    and a band in the colour of the cover says loudly what the room sees."""
    veil = QColor(ground)
    veil.setAlphaF(_VEIL)
    painter.fillRect(area, veil)
    white = blank is Blank.WHITE
    band = QRectF(area.topLeft(), QSizeF(area.width(), area.height() * _BAND))
    painter.fillRect(band, Qt.GlobalColor.white if white else Qt.GlobalColor.black)
    colour = QColor(palette("light" if white else "dark").bad)
    painter.fillRect(QRectF(band.bottomLeft(), QSizeF(area.width(), 2)), colour)
    font = style.faces.sans_font(min(34.0, band.height() * 0.6), bold=True)
    text = style.words(f"present.sign.{blank}")
    base = band.center().y() + font.pixelSize() * 0.36
    draw_text(
        painter, QPointF(band.center().x() - width_of(text, font) / 2, base), text, font, colour
    )


def _at(area: QRectF, mouse: tuple[float, float]) -> QPointF:
    return QPointF(area.left() + mouse[0] * area.width(), area.top() + mouse[1] * area.height())
