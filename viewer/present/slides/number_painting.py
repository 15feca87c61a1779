"""A number set large, with its bound and its unit smaller beside it on one baseline."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter

from viewer.present.slides.text_painting import SMALL, draw_text, width_of
from viewer.quantities.wording import Written
from viewer.rendering.style import Style

SMALLEST = 40.0
"""No number is set smaller, in pixels."""
_GAP = 0.08
"""Between the pieces, as a part of the number's size."""

Pieces = Sequence[tuple[str, float]]
"""Texts in their order, each with its part of the number's size."""


def pieces_of(figure: Written) -> Pieces:
    """The number between its bounds and before its unit."""
    pieces = (
        (figure.before, 0.3),
        (figure.number, 1.0),
        (figure.unit, 0.4),
        (figure.after, 0.3),
    )
    return [(text, part) for text, part in pieces if text]


def width_at(pieces: Pieces, size: float, style: Style) -> float:
    """How wide the pieces are with the number at `size`."""
    return sum(
        width_of(text, style.faces.sans_font(max(SMALL, size * part), bold=True)) + size * _GAP
        for text, part in pieces
    )


def fitting(pieces: Pieces, most: float, width: float, style: Style) -> float:
    """The size of the number at which the pieces fit `width`, `most` at most."""
    return max(SMALLEST, min(most, most * width / max(1.0, width_at(pieces, most, style))))


def draw_number(
    painter: QPainter,
    at: QPointF,
    pieces: Pieces,
    size: float,
    style: Style,
    colours: tuple[str, str] | None = None,
) -> None:
    """Paint the pieces from the baseline `at` on, in the colour of what is selected, or in one
    for the number and one for the rest."""
    number, rest = colours or (style.palette.selected, style.palette.selected)
    x = at.x()
    for text, part in pieces:
        font = style.faces.sans_font(max(SMALL, size * part), bold=True)
        colour = QColor(number if part == 1.0 else rest)
        x = draw_text(painter, QPointF(x, at.y()), text, font, colour) + size * _GAP
