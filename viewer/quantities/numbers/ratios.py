"""Ratios of numbers that colons join: 3.9:59.5, 9.1:40.2:50.7."""

from __future__ import annotations

from decimal import Decimal

from viewer.model import Kind
from viewer.quantities.numbers.dates import is_score, ratio_end
from viewer.quantities.numbers.notation import MOST_DIGITS
from viewer.quantities.numbers.reading import Reading
from viewer.quantities.regex_cache import pattern
from viewer.quantities.vocabulary import any_of, words_of

_DRAWN = rf" ?(?:{any_of('zh', 'name.drawn')})"
"""What is drawn to a scale: 1:500地形图."""
_RATIO_BEFORE = r"(?:[0-9]{1,12}+(?:\.[0-9]{1,6}+)?+ ?: ?){1,6}+$"
_LONGEST_RATIO = 60
_STRUCTURE = (
    r"(?:产业|行业|产品|人口|收入|支出|客源|年龄|城乡|能源)[^，。；：]{0,6}(?:结构|构成|比重|占比|之比)"
    r"[^，。；]{0,14}$"
)
_NAMED_BEFORE = 24
_WRONGLY = 15
"""How far the shares of a named structure may miss 100 when one of them is printed wrongly."""


def read_ratio(text: str, at: int) -> Reading | None:
    """The ratio that begins at `at`, or the first of the shares that it divides; else None."""
    end = (
        0
        if text[max(0, at - 2) : at].endswith(words_of("zh", "name.colon"))
        else ratio_end(text, at)
    )
    if not end:
        return None
    if is_score(text, at, end) or pattern(_DRAWN).match(text, end):
        return Reading(at, end, end, None, "", kind=Kind.NAME)
    first = text[at:end].partition(":")[0].strip()
    value = Decimal(first) if len(first) <= MOST_DIGITS else None
    if _divides_hundred(text, at, end):
        end = at + len(first)
    return Reading(at, end, end, value, "", kind=Kind.SHARE)


def _divides_hundred(text: str, at: int, end: int) -> bool:
    """Whether the ratio around `at` divides 100 into three or more shares: 9.1:40.2:50.7.

    Each of its numbers is then a figure of its own. The shares may miss 100 by their rounding. A
    ratio without any words before it is the written value of one figure.
    """
    before = pattern(_RATIO_BEFORE).search(text[max(0, at - _LONGEST_RATIO) : at])
    led = before.group() if before else ""
    members = (led + text[at:end]).split(":")
    if at == len(led) or len(members) < 3 or max(map(len, members)) > MOST_DIGITS:
        return False
    places = min(len(member.strip().partition(".")[2]) for member in members)
    missed = sum(map(Decimal, map(str.strip, members)), Decimal(-100))
    named = pattern(_STRUCTURE).search(text[max(0, at - len(led) - _NAMED_BEFORE) : at - len(led)])
    if named is not None:
        return abs(missed) <= _WRONGLY
    return abs(missed) <= len(members) * Decimal(1).scaleb(-places) / 2
