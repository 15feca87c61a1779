"""What stands beneath a chart: its quotes and notes, in columns and pages that they fill."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from viewer.chart import Scene
from viewer.export.context import Takeaway
from viewer.export.pptx.theme import ems
from viewer.export.sanitize import one_line
from viewer.i18n.content_language import words_in

ROWS_BENEATH = 6
AT_MOST_BENEATH = 9
"""Rows beneath a chart where that keeps the last few from a slide of their own."""
ROWS_A_SLIDE = 18
LETTERS_A_LINE = 62
"""Hanzi that go across a slide in the type of quotes."""
SEVERAL = 4
"""Short lines from which they are set in columns."""


@dataclass(frozen=True, slots=True)
class QuoteBlock:
    """Lines in columns side by side, `rows` lines of type high."""

    columns: tuple[tuple[str, ...], ...]
    rows: int


def beneath(scene: Scene, takeaway: Takeaway) -> tuple[str, ...]:
    """The quotes, each once, what was computed, and the author's note."""
    quotes = dict.fromkeys(one_line(mark.quote) for mark in scene.marks if mark.quote)
    foreign = (f"{mark.label}: {mark.origin}" for mark in scene.marks if mark.origin)
    computed = (f"* {mark.computed.formula}" for mark in scene.marks if mark.computed)
    words = words_in(scene.language, takeaway.words)
    said = [
        *(words("export.quoted", quote=quote) for quote in quotes),
        *(words("export.foreign", said=one_line(text)) for text in foreign),
        *(words("export.computed", formula=one_line(text)) for text in computed),
    ]
    return (*said, one_line(scene.note)) if scene.note else tuple(said)


def blocks(lines: Sequence[str]) -> list[QuoteBlock]:
    """The lines in blocks: the first goes beneath the chart, more on slides of their own."""
    rest = list(_short(lines))
    across = _across(rest)
    found: list[QuoteBlock] = []
    whole = _block(rest, across, AT_MOST_BENEATH) if rest else QuoteBlock((), 0)
    if sum(map(len, whole.columns)) == len(rest):
        return [whole] if rest else []
    while rest:
        block = _block(rest, across, ROWS_A_SLIDE if found else ROWS_BENEATH)
        found.append(block)
        rest = rest[sum(map(len, block.columns)) :]
    return found


def _across(lines: Sequence[str]) -> int:
    """How many columns: as many as the longest line leaves room for, where there is a list."""
    longest = max(map(ems, lines), default=0.0)
    if len(lines) <= SEVERAL:
        return 1
    return next((n for n in (3, 2) if longest < LETTERS_A_LINE / n - 0.4), 1)


def _block(lines: Sequence[str], across: int, most: int) -> QuoteBlock:
    """As many lines as go into columns of `most` rows; fewer lines make even columns."""
    needs = [max(1, ceil(ems(line) / LETTERS_A_LINE)) for line in lines]
    high = min(most, max(ceil(sum(needs) / across), needs[0]))
    columns: list[tuple[str, ...]] = []
    at = 0
    while at < len(lines) and len(columns) < across:
        end, room = at, high
        while end < len(lines) and (needs[end] <= room or end == at):
            room -= needs[end]
            end += 1
        columns.append(tuple(lines[at:end]))
        at = end
    return QuoteBlock(tuple(columns), high)


def _short(lines: Sequence[str]) -> Iterator[str]:
    """Quotes of more than a slide are cut in pieces that fit one."""
    most = LETTERS_A_LINE * ROWS_BENEATH // 2
    for line in lines:
        for start in range(0, len(line), most):
            yield line[start : start + most]
