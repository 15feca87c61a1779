"""Numbers that share: a range is one number, a list gives its last unit to every member."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.quantities.numbers.numerals import power
from viewer.quantities.numbers.reading import Reading
from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import Sort, sort_of
from viewer.quantities.vocabulary import words_of

_MOVES = (
    words_of("zh", "change.verb", "down")
    + words_of("zh", "change.verb", "up")
    + tuple("涨跌升降增减加")
)
_FAR_APART = 3
"""No range of sizes of a move is wider; a level that a move led to is further from its size."""
_RANGE = r"\s?(?:-{1,2}|~|至|到)\s?"
_SHARED = r"\s?(?:、|和|与|及|或|以及|,|/)\s?"


def joined_ranges(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """The readings with every `3000-5000元` made one, from its first digit to its unit."""
    done: list[Reading] = []
    for reading in readings:
        if done and _is_range(text, done[-1], reading):
            done[-1] = _range(done[-1], reading)
        else:
            done.append(reading)
    return done


def _is_range(text: str, low: Reading, high: Reading) -> bool:
    gap = text[low.end : high.start]
    if len(gap) > 3 or low.high is not None or low.value is None or high.value is None:
        return False
    if not pattern(_RANGE).fullmatch(gap) or (low.unit and low.unit != high.unit):
        return False
    if ("到" in gap or "至" in gap) and _leads_on(text, low, high):
        return False
    return low.value < high.value


def _leads_on(text: str, low: Reading, high: Reading) -> bool:
    """由3元至5元, 下调5美元至78美元: the second number is where the first or its move led."""
    lead = text[max(0, low.start - 8) : low.start]
    if "由" in lead:
        return True
    apart = (high.value or 0) >= (low.value or 0) * _FAR_APART
    moved = low.unit not in ("", "%", "‰") and lead.removesuffix("了").endswith(_MOVES)
    return apart and moved and sort_of(low.unit) is not Sort.POINTS


def _range(low: Reading, high: Reading) -> Reading:
    value = low.value
    assert value is not None
    if (
        not low.exponent
        and not low.unit
        and high.exponent
        and value * power(high.exponent) < (high.value or 0)
    ):
        value *= power(high.exponent)
    return high._replace(start=low.start, value=value, high=high.value, open=low.open or high.open)


def _is_listed(text: str, here: Reading, after: Reading) -> bool:
    """1.7个、3.2个百分点: the first is said in points too."""
    points = sort_of(after.unit) is Sort.POINTS
    return points and pattern(_SHARED).fullmatch(text[here.end : after.start]) is not None


def shared_units(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """Bare numbers before 、 or 和 take unit and scale of the next: `1、3、5 分钟`."""
    done = list(readings)
    for at in range(len(done) - 2, -1, -1):
        here, after = done[at], done[at + 1]
        if here.unit == "个" and after.unit.startswith("个") and _is_listed(text, here, after):
            done[at] = here._replace(unit=after.unit)
        if here.unit or not after.unit or after.start - here.end > 4:
            continue
        if (
            here.hanzi
            and text.startswith("、", here.end)
            and text[here.start - 1 : here.start] in "\n"
        ):
            continue
        gap = text[here.end : after.start]
        if "/" in gap and sort_of(after.unit) in (None, Sort.THING):
            continue
        if pattern(_SHARED).fullmatch(gap) and here.value is not None:
            scale = after.exponent if not here.exponent else 0
            value = here.value * power(scale)
            done[at] = here._replace(unit=after.unit, value=value, exponent=after.exponent)
    return done
