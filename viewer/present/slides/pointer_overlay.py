"""What lies upon a picture: the presenter's pointer and spotlight, and the word for a cover."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from viewer.design import palette, stroke_colours
from viewer.present.slides.slide_painter import HEIGHT
from viewer.present.slides.text_painting import draw_text, width_of
from viewer.rendering.style import Style
from viewer.talk import Blank

_POINTER, _SPOT = 13.0, 190.0


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


def paint_cover(painter: QPainter, area: QRectF, blank: Blank, style: Style) -> None:
    """What the presenter sees of a covered picture: where the talk is, and loudly the cover."""
    white = blank is Blank.WHITE
    painter.fillRect(area, QColor(255, 255, 255, 215) if white else QColor(0, 0, 0, 190))
    text, font = style.words(f"present.sign.{blank}"), style.faces.sans_font(34, bold=True)
    at = QPointF(area.center().x() - width_of(text, font) / 2, area.center().y() + 12)
    draw_text(painter, at, text, font, QColor(palette("light" if white else "dark").bad))


def _at(area: QRectF, mouse: tuple[float, float]) -> QPointF:
    return QPointF(area.left() + mouse[0] * area.width(), area.top() + mouse[1] * area.height())
