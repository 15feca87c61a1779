"""Single lines and short runs of text on a painter, in the units of its canvas.

Every text is set in the face that it wants: English ones with narrow quotation marks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, log

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from viewer.design import END, in_lines
from viewer.rendering.faces import narrowed

SMALL = 29.0
"""The smallest type of what the room reads: 2.6 % of a picture of 1080 lines and a little more."""

FINER = 0.96
"""How much smaller one size of type is than the one before it, where many are tried."""

MakeFont = Callable[[float], QFont]
"""A face at a size in pixels."""


def scale_invariant(space: float, scale: float, least: float = 0.0) -> float:
    """A length that stays what it is in the room while type is painted `scale` times as large, so
    that what fills the picture keeps its size; no less than what the type needs, `least`."""
    return max(space / scale, least)


def enlargements(sizes: tuple[float, ...], scale: float) -> list[float]:
    """Sizes of type from the largest; with + many more between what they are without it and as
    many times as large."""
    if scale <= 1:
        return [*sizes]
    plain = [scale_invariant(size, scale) for size in sizes]
    steps = ceil(log(plain[-1] / sizes[0]) / log(FINER))
    finer = (sizes[0] * FINER**step for step in range(steps))
    return sorted({*plain, *(size for size in finer if size > plain[-1])}, reverse=True)


def width_of(text: str, font: QFont) -> float:
    """How far `text` reaches."""
    return _metrics(text, font).horizontalAdvance(text)


def draw_text(painter: QPainter, at: QPointF, text: str, font: QFont, colour: QColor) -> float:
    """Draw `text` with its baseline at `at`; where it ends."""
    painter.setFont(narrowed(font, text, serif=False))
    painter.setPen(colour)
    painter.drawText(at, text)
    return at.x() + width_of(text, font)


def draw_text_right(painter: QPainter, at: QPointF, text: str, font: QFont, colour: QColor) -> None:
    """Draw `text` so that its baseline ends at `at`."""
    draw_text(painter, QPointF(at.x() - width_of(text, font), at.y()), text, font, colour)


def elided(text: str, font: QFont, width: float) -> str:
    """`text` cut at its end to fit `width`."""
    return _metrics(text, font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def shrunk(text: str, make: MakeFont, sizes: tuple[float, float], width: float) -> QFont:
    """The face at the first of `sizes` if `text` fits `width`, smaller down to the second."""
    most, least = sizes
    taken = width_of(text, make(most))
    return make(most if taken <= width else max(least, most * width / taken))


def broken(text: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """`text` in at most `most` lines of `width`, the last one cut if there is more."""
    return broken_or_cut(text, font, width, most)[0]


def broken_or_cut(text: str, font: QFont, width: float, most: int) -> tuple[tuple[str, ...], bool]:
    """As `broken`, and whether the last line is cut."""
    return in_lines(text, width, _metrics(text, font).horizontalAdvance, most, END)


def _metrics(text: str, font: QFont) -> QFontMetricsF:
    return QFontMetricsF(narrowed(font, text, serif=False))


def line_step(font: QFont) -> float:
    """How far apart the baselines of `draw_lines` are."""
    return QFontMetricsF(font).height() * 1.08


def draw_lines(
    painter: QPainter, at: QPointF, lines: Sequence[str], font: QFont, colour: QColor
) -> float:
    """Draw lines from the baseline `at` downwards; the baseline after the last one."""
    step = line_step(font)
    for number, line in enumerate(lines):
        draw_text(painter, QPointF(at.x(), at.y() + number * step), line, font, colour)
    return at.y() + len(lines) * step
