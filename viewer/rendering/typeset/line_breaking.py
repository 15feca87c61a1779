"""Where the lines of a paragraph end: for all its lines together, not for one after the other.

The cheapest way through the paragraph is found as Knuth and Plass do (Breaking paragraphs into
lines, 1981): every place where a line may end remembers the best line before it.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from viewer.model import Span
from viewer.rendering.typeset.line_pieces import HALF, Marks, Pieces, parting, quoted

COMFORT = 0.06
"""Ems between two hanzi to which a line is widened before it shows."""
LOOSEST = 0.30
"""Ems between two hanzi beyond which a line is rather left short."""
SLACK = 0.08
"""The part of a column beyond which a line is rather left short."""
LONE = 2.2
"""Ems that a last line takes at least: never one character and a full stop."""
KEPT, HELD = 400.0, 1e6
"""What it costs to part what is best kept on one line, and what is parted only where it is wider
than a line."""
SEARCHED = 9
"""Places looked at for the beginning of a line, from the longest line on."""


class Fill(StrEnum):
    """How lines share the width: as wide as the column, as even as can be, as they come, or as
    they come with their ends one under the other."""

    SPREAD = "spread"
    EVEN = "even"
    RAGGED = "ragged"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Line:
    """Characters `start` up to `end` of a paragraph, blanks after them included; `shown` is where
    they end without these."""

    start: int
    shown: int
    end: int


@dataclass(frozen=True, slots=True)
class LineRoom:
    """The room for a paragraph, in units of the page: its width, the first line's indent, its em,
    the marks of its language, and the spans that are best kept on one line, with what it costs to
    part one."""

    width: float
    indent: float
    em: float
    marks: Marks
    fill: Fill
    kept: tuple[Span, ...] = ()
    hold: float = KEPT


def break_lines(pieces: Pieces, column: LineRoom) -> tuple[Line, ...]:
    """The lines of a paragraph; none for one without a character."""
    count = len(pieces.starts)
    if not count:
        return ()
    cost = _Costs(pieces, column)
    best = [0.0] + [math.inf] * count
    came = [0] * (count + 1)
    low = 0
    for end in range(1, count + 1):
        while low < end - 1 and not cost.fits(low, end):
            low += 1
        for start in cost.starts(low, end):
            asked = best[start] + cost.of(start, end)
            if asked <= best[end]:
                best[end], came[end] = asked, start
    ends = [count]
    while came[ends[-1]]:
        ends.append(came[ends[-1]])
    starts = [0, *reversed(ends[1:])]
    return tuple(_line(pieces, *pair) for pair in zip(starts, reversed(ends), strict=True))


def _line(pieces: Pieces, start: int, end: int) -> Line:
    after = pieces.starts[end] if end < len(pieces.starts) else len(pieces.text)
    return Line(pieces.starts[start], pieces.ends[end - 1], after)


class _Costs:
    """What a line from piece `start` up to piece `end` costs."""

    def __init__(self, pieces: Pieces, column: LineRoom) -> None:
        self._pieces, self._column = pieces, column
        self._last = len(pieces.starts)
        half = HALF * column.em
        text, marks = pieces.text, column.marks
        spans = list(zip(pieces.starts, pieces.ends, strict=True))
        self._lead = [half * (text[s:e][:1] in marks.opening and s < e) for s, e in spans]
        self._trail = [half * (text[s:e][-1:] in marks.closing and s < e) for s, e in spans]
        self._parting = _partings(pieces, column)
        self._of: Callable[[int, int], float] = {
            Fill.SPREAD: self._spread,
            Fill.EVEN: self._even,
        }.get(column.fill, self._ragged)

    def of(self, start: int, end: int) -> float:
        """How bad the line is, and the break after it."""
        return self._of(start, end) + (self._parting[end] if end < self._last else 0.0)

    def fits(self, start: int, end: int) -> bool:
        """Whether the line goes into the column, with all that it can give."""
        return self._spare(start, end) >= -self._given(start, end)

    def starts(self, low: int, end: int) -> range:
        """Where a line that ends here may begin; the last line may be as short as it likes."""
        if end == self._last or self._column.fill is Fill.EVEN:
            return range(low, end)
        return range(low, min(end, low + SEARCHED))

    def _spare(self, start: int, end: int) -> float:
        """The room that is left; less than none where the line must give some."""
        pieces = self._pieces
        indent = 0.0 if start else self._column.indent
        wide = pieces.right[end - 1] - pieces.left[start] - self._trail[end - 1]
        return self._column.width - indent - wide + (self._lead[start] if start else 0.0)

    def _given(self, start: int, end: int) -> float:
        if self._column.fill is not Fill.SPREAD:
            return 0.0
        return self._pieces.gives[end - 1][1] - self._pieces.gives[start][0]

    def _spread(self, start: int, end: int) -> float:
        spare = self._spare(start, end)
        if spare < 0:
            given = self._given(start, end)
            tight = -spare / given if given else math.inf
            return 10 + (130 * tight**2 if tight <= 1 else 1e7 * min(tight, 1e3))
        if end == self._last:
            return 10 + self._lonely(start, end)
        wanted = self._pieces.wants[end - 1][1] - self._pieces.wants[start][0]
        loose = spare / (COMFORT * self._column.em * wanted) if wanted else 40.0
        return 10 + 100 * min(loose, 40.0) ** 2

    def _even(self, start: int, end: int) -> float:
        part = self._spare(start, end) / self._column.width
        if part < 0:
            return 1e6 * -part
        return 1 + 6 * part**2 + self._lonely(start, end)

    def _ragged(self, start: int, end: int) -> float:
        part = self._spare(start, end) / self._column.width
        if part < 0:
            return 1e6 * -part
        if end == self._last:
            return 1 + self._lonely(start, end) / 1e3
        return 1 + 2 * part**2

    def _lonely(self, start: int, end: int) -> float:
        """A last line of next to nothing under another one."""
        wide = self._pieces.right[end - 1] - self._pieces.left[start]
        alone = start > 0 and end == self._last
        return 2e3 if alone and wide < LONE * self._column.em else 0.0


def _partings(pieces: Pieces, column: LineRoom) -> Sequence[float]:
    """What a break before each piece costs by itself: what belongs together is not parted."""
    costs = [0.0] * len(pieces.starts)
    spans = [(span.start, span.end, column.hold) for span in column.kept]
    if column.fill is Fill.EVEN:
        spans += [(start, end, 9.0) for start, end in quoted(pieces.text)]
    widest = (0.9 if column.hold >= HELD else 0.4) * column.width
    for start, end, cost in spans:
        inside = _between(pieces.starts, start, end)
        if inside and (column.fill is Fill.EVEN or _wide(pieces, inside) <= widest):
            for at in inside:
                costs[at] += cost
    if column.fill is Fill.EVEN:
        text = pieces.text
        for at, place in enumerate(pieces.starts):
            if 0 < place < len(text):
                costs[at] += parting(_before(text, place), text[place])
    return costs


def _wide(pieces: Pieces, inside: range) -> float:
    """How wide a span is whose pieces but the first are `inside`."""
    return pieces.right[inside[-1]] - pieces.left[max(0, inside[0] - 1)]


def _before(text: str, place: int) -> str:
    """What a line would end with: a mark rather than the blank after it."""
    said = text[:place].rstrip()[-1:]
    return said if said and said in ":：,，;；—–!！?？。、" else text[place - 1]


def _between(starts: Sequence[int], first: int, last: int) -> range:
    """The pieces that begin inside a span, not at its start."""
    return range(bisect_right(starts, first), bisect_left(starts, last))
