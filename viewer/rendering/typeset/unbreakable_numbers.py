"""The numbers of a paragraph, each with its unit: no line ends inside one, none is widened."""

from __future__ import annotations

import re
from functools import lru_cache

from viewer.expressions import compiled
from viewer.model import Span
from viewer.quantities import extents
from viewer.quantities.numbers.numerals import SCALES
from viewer.quantities.units import SORTS

LONGEST_SCANNED = 20_000
"""Characters of a paragraph beyond which it is set without looking for its numbers."""
_UNIT = compiled(r"[ \u00a0]?[A-Za-zµμΩ°℃][A-Za-z/²³·]{0,4}(?![A-Za-z])")
"""A unit in letters that no metric is counted in, as after a number among hanzi (85 ms)."""
_ORDINAL = "第"
_HANZI = compiled(r"[\u2e80-\u9fff]")
_SCALES = "".join(sorted({"兆", *(char for scale, _ in SCALES for char in scale)}))
_BEFORE, _AFTER = 24, 12
"""How far a number may reach on either side of the end of a line."""


@lru_cache(maxsize=512)
def unbreakable_numbers(paragraph: str) -> tuple[Span, ...]:
    """Where the numbers of a paragraph stand with their units, in text order; it is set at more
    than one size and width."""
    if len(paragraph) > LONGEST_SCANNED:
        return ()
    among_hanzi = _HANZI.search(paragraph) is not None
    found = extents(paragraph)
    return tuple(_whole(span, paragraph) for span in found) if among_hanzi else found


def _whole(number: Span, text: str) -> Span:
    """A number with what is before and behind it in the same breath."""
    unit = _UNIT.match(text, number.end) if text[number.end - 1].isdigit() else None
    start = number.start - (text[number.start - 1 : number.start] == _ORDINAL)
    return Span(start, unit.end() if unit else number.end)


def number_parted_at(text: str, end: int) -> int | None:
    """Where the number begins that a line's end at `end` would part; None where it parts none.

    What is a number with its unit is decided by its form alone: of a long text the ends of lines
    are looked at, not every word.
    """
    first = max(0, end - _BEFORE)
    for found in _number().finditer(text, first, end + _AFTER):
        if found.end() > end:
            whole = first < found.start() or not first  # not what the window cut off
            return found.start() if whole and found.start() < end else None
    return None


@lru_cache(maxsize=1)
def _number() -> re.Pattern[str]:
    """Digits with sign, scale and unit, each after a blank or none."""
    units = "|".join(re.escape(unit) for unit in sorted(SORTS, key=len, reverse=True))
    blank = "[ \u00a0]?"
    value = f"{_ORDINAL}?[+\\-−]?\\d[\\d,.]*(?:{blank}[{_SCALES}]+)?"
    return compiled(f"{value}(?:{blank}(?:[%％‰℃]|{units})|[A-Za-z/²³]{{1,5}})?")
