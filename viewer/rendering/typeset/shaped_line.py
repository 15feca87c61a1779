"""One line of text as Qt shapes it, its characters moved to where the line wants them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QGlyphRun, QPainter, QTextLayout, QTextLine

_WANTED = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
)


@dataclass(frozen=True, slots=True)
class Shaped:
    """One line of a paragraph.

    `layout` holds its text on one line. `stops` are where its UTF-16 units begin there, from 0,
    and `shifts` how far each is moved from there to its place in the column. `base` is how far
    the base line is below the line's top.
    """

    text: str
    layout: QTextLayout
    stops: Sequence[float]
    shifts: Sequence[float]
    base: float

    def x(self, unit: int) -> float:
        """Where a unit of the line begins, from the column's left edge; its end for the last."""
        return self.stops[unit] + self.shifts[unit]

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw the line, its top at the left edge of its column."""
        self.draw_units(painter, at, (0, len(self.stops) - 1))

    def draw_units(self, painter: QPainter, at: QPointF, units: tuple[int, int]) -> None:
        """Draw the units from the first up to the last."""
        line = self.layout.lineAt(0)
        origin = at + QPointF(0, self.base - line.ascent())
        for run in line.glyphRuns(units[0], units[1] - units[0], _WANTED):
            self._move(run)
            painter.drawGlyphRun(origin, run)

    def _move(self, run: QGlyphRun) -> None:
        """By place: what Qt says of a run's characters is wrong where two faces meet."""
        stops, shifts = self.stops, self.shifts
        moved = []
        for place in run.positions():
            unit = max(0, bisect_right(stops, place.x() + 0.5) - 1)
            moved.append(QPointF(place.x() + shifts[unit], place.y()))
        run.setPositions(moved)


def on_one_line(text: str, font: QFont, others: Iterable[QTextLayout.FormatRange]) -> QTextLayout:
    """`text` laid out on one line, some of its letters in another font."""
    layout = QTextLayout(text, font)
    layout.setFormats(list(others))
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setNumColumns(len(text) + 1)
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return layout


def stops_of(layout: QTextLayout, units: int) -> list[float]:
    """Where each of a line's `units` begins, and where the last one ends."""
    if not layout.lineCount():
        return [0.0] * (units + 1)
    line = layout.lineAt(0)
    return [_cursor_x(line, at) for at in range(units + 1)]


def _cursor_x(line: QTextLine, at: int) -> float:
    where: Any = line.cursorToX(at)  # a pair, whatever its annotation says
    return float(where[0] if isinstance(where, tuple) else where)
