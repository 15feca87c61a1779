"""Measure words and units of the language: what may follow a number, and what it then measures."""

from __future__ import annotations

from enum import Enum, auto
from functools import lru_cache

from viewer.quantities.numbers.si_units import is_symbol, symbol_at
from viewer.quantities.traditional import simplified
from viewer.quantities.vocabulary import entries, words_of


class Sort(Enum):
    """What a unit says about its number."""

    THING = auto()
    MONEY = auto()
    MEASURE = auto()
    PART = auto()
    POINTS = auto()
    TIMES = auto()
    SPAN = auto()
    AGE = auto()


def listed(words: str) -> tuple[str, ...]:
    """The rows of a table that is written as words parted by white space."""
    return tuple(words.split())


CODES = words_of("zh", "currency", "code")
NATIONAL = words_of("zh", "currency", "national")
SIGNS = "$€£¥₹￥"
"""What stands before its number: codes of money, of less known ones the local words, and signs."""

_UNITS = entries("zh", "unit")
SORTS: dict[str, Sort] = {
    one.word: Sort[one.sense.upper()] for one in (*_UNITS, *entries("zh", "unit.graded"))
}
_BY_FIRST: dict[str, tuple[str, ...]] = {}
for _unit in sorted({one.word for one in _UNITS}, key=len, reverse=True):
    _BY_FIRST[_unit[0]] = (*_BY_FIRST.get(_unit[0], ()), _unit)

PER = "/每"
_MANY = ("百", "千", "万", "十万", "10万", "100", "1000")
"""What may be said before what something is counted per: 12例/10万人."""
_LONGEST_JOINT = 6
_NOT_BEFORE = {one.word: one.not_before for one in _UNITS if one.not_before}


def unit_at(text: str, at: int) -> str:
    """The longest unit that starts at `at`, with what it is counted per (元/吨); '' for none."""
    unit = _plain_unit(text, at)
    if not unit:
        return ""
    end = at + len(unit)
    if text.startswith("(次)", end) or text.startswith("（次）", end):
        return text[at : end + 3]
    for _ in range(2):
        step = end
        while step < len(text) and text[step] in " /每·":
            step += 1
        while step > end and text.startswith(_MANY, step):
            step += next(len(many) for many in _MANY if text.startswith(many, step))
        joined = (
            "/" in text[end:step]
            or "每" in text[end:step]
            or ("/" in text[at:end] and "·" in text[end:step])
        )
        per = _plain_unit(text, step) if joined else ""
        if not per or step - end > _LONGEST_JOINT:
            break
        end = step + len(per)
    return text[at:end]


def graded_at(text: str, start: int, end: int) -> str:
    """The step of a scale behind the number `start:end`, where what it measures stands beside it:
    阵风9级, 4.6级地震; '' for none."""
    unit = next((one for one in words_of("zh", "unit.graded") if text.startswith(one, end)), "")
    if not unit:
        return ""
    lead = text[max(0, start - _GRADED_REACH) : start]
    lead = lead[max(map(lead.rfind, "，。；\n")) + 1 :]
    before = any(one in lead for one in words_of("zh", "unit.step"))
    behind = text.startswith(words_of("zh", "unit.stepped"), end + len(unit))
    return unit if before or behind else ""


_GRADED_REACH = 12
_TENTHS_LED = frozenset("近约超逾有达过足到占")
"""What makes 八成 为 of 八成为: 近八成为青年, but 之一成为首选."""
_CURRENCIES = frozenset((*CODES, *NATIONAL, "Rs", "Rs."))
_LATIN = {unit.lower() for unit in SORTS if unit.isascii() and len(unit) > 1}
_LATIN_POINTS = frozenset(
    unit.lower() for unit, sort in SORTS.items() if sort is Sort.POINTS and unit.isascii()
)
_LATIN_AT_MOST = 6


def _latin_unit(text: str, at: int) -> str:
    """A unit of Latin letters, in whatever case (Gwh, KWH, mw)."""
    end, last = at, min(len(text), at + _LATIN_AT_MOST)
    while end < last and text[end].isascii() and text[end].isalpha():
        end += 1
    return text[at:end] if text[at:end].lower() in _LATIN else ""


def _plain_unit(text: str, at: int) -> str:
    if at >= len(text):
        return ""
    made = symbol_at(text, at)
    if made and ("/" in made or made not in SORTS):
        return made
    for unit in _BY_FIRST.get(text[at], ()):
        if not text.startswith(unit, at):
            continue
        end = at + len(unit)
        after = text[end] if end < len(text) else ""
        if unit[-1].isascii() and unit[-1].isalnum() and after.isascii() and after.isalnum():
            continue
        tenths = unit == "成" and after == "为" and text[max(0, at - 2) : at - 1] in _TENTHS_LED
        if text.startswith(_NOT_BEFORE.get(unit, ()), at + len(unit)) and not tenths:
            continue
        return unit
    return _latin_unit(text, at) if text[at].isascii() else ""


def is_currency(unit: str) -> bool:
    """Whether a unit stands before its number."""
    return unit in _CURRENCIES or unit[-1:] in tuple(SIGNS)


@lru_cache(maxsize=256)
def sort_of(unit: str) -> Sort | None:
    """What the unit says; of `元/吨` and `人次` the first part decides; None where unknown."""
    unit = simplified(unit)
    sort = SORTS.get(unit)
    if sort is None and is_currency(unit):
        return Sort.MONEY
    if sort is None and unit.lower() in _LATIN:
        return Sort.POINTS if unit.lower() in _LATIN_POINTS else Sort.MEASURE
    if sort is None and unit:
        head = unit.replace("每", "/").partition("/")[0].strip()
        sort = SORTS.get(head.removesuffix("(次)").removesuffix("（次）"))
        if sort is Sort.THING and head != unit:
            return Sort.MEASURE
    return Sort.MEASURE if sort is None and is_symbol(unit) else sort
