"""Interval arithmetic over printed numbers: the values that a rounded figure may stand for.

A figure printed as 1.48亿 stands for every value that rounds to it: 1.475亿 to 1.485亿 (half a unit
of the last printed digit on either side). A bound (超过, 不足) leaves one side open, an
approximation (约, 余) widens both. The rules are those of R. E. Moore, *Interval Analysis* (1966).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from viewer.expressions import compiled
from viewer.model import Qualifier
from viewer.quantities.agree import is_times
from viewer.quantities.vocabulary import words_of

_DIGITS = compiled(r"[0-9]+(?:[,，'\u2009\u00a0\u202f ][0-9]{3})*(?:\.([0-9]+))?")
_ANY_DIGIT = compiled("[0-9０-９]")
_GROUP_MARK = compiled("[^0-9.]")
_IS_FULL_WIDTH = compiled("[０-９．，]")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_HANZI_DECIMALS = compiled("点([零〇一二三四五六七八九]+)")
_HEDGE, _HEDGE_OF_MANY = 0.05, 0.005
"""How far an approximation (about, nearly, odd) reaches, as a part of the value: an assumption.

Who prints three digits or more after `about` rounds; who prints one or two estimates.
"""
_MULTIPLES = frozenset(one.casefold() for one in words_of("en", "relation.multiple"))
_MANY = 3
_SLACK = 1e-9
"""Relative room for binary rounding of the arithmetic itself."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The closed range of values from `low` to `high`; either may be infinite."""

    low: float
    high: float

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def times(self, factor: float) -> Interval:
        """The interval with both ends multiplied by a finite number."""
        ends = (self.low * factor, self.high * factor)
        return Interval(min(ends), max(ends))

    def over(self, other: Interval) -> Interval | None:
        """The quotient; None where the divisor may be zero or an end cannot be said."""
        if other.low <= 0 <= other.high:
            return None
        ends = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        if any(math.isnan(end) for end in ends):
            return None
        return Interval(min(ends), max(ends))

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        if self.low <= other.high and other.low <= self.high:
            return True
        gap = self.low - other.high if self.low > other.high else other.low - self.high
        sizes = abs(self.low) + abs(self.high) + abs(other.low) + abs(other.high)
        if gap > _SLACK * (sizes + 1e-12):  # no rounding explains it: the sum is no less than the
            return False  # largest, by which the room below is measured
        room = _SLACK * max(
            1e-12,
            *(abs(x) for x in (self.low, self.high, other.low, other.high) if math.isfinite(x)),
        )
        return self.low <= other.high + room and other.low <= self.high + room

    @property
    def width(self) -> float:
        """How far the ends lie apart."""
        return self.high - self.low

    @property
    def middle(self) -> float:
        """The mean of the ends; the finite end where one is open."""
        if math.isinf(self.low):
            return self.high
        return self.low if math.isinf(self.high) else (self.low + self.high) / 2


ZERO, ONE = Interval(0.0, 0.0), Interval(1.0, 1.0)


def _folded(surface: str) -> str:
    """A surface with the full-width digits and marks of its number as ASCII."""
    if surface.isascii() or not _IS_FULL_WIDTH.search(surface):
        return surface
    return surface.translate(_FULL_WIDTH)


def _number(digits: str) -> float:
    """A number of digits, a decimal point and marks that part its groups."""
    try:
        return float(digits)
    except ValueError:
        return float(_GROUP_MARK.sub("", digits))


def printed_number(surface: str) -> float | None:
    """The number that a surface prints, without its scale: 612 of `SEK 612 million`."""
    found = _DIGITS.search(_folded(surface))
    return None if found is None else _number(found.group())


def with_number(surface: str, value: Decimal, number: float) -> str | None:
    """`surface`, which stands for `value`, with `number` in place of its own number.

    The scale and the unit stay: 787015万元 for 797156万元 and 7870150000. One digit more than the
    surface prints is given. None where the surface has no digits.
    """
    text = _folded(surface)
    found = _DIGITS.search(text)
    if found is None:
        return None
    own = _number(found.group())
    scale = abs(float(value)) / own if own and value else 1.0
    places = len(found.group(1) or "") + 1
    shown = f"{abs(number) / scale:,.{places}f}".rstrip("0").rstrip(".")
    return text[: found.start()].lstrip("-−－+＋") + shown + text[found.end() :]


def last_place(surface: str, value: Decimal) -> float:
    """The value of one unit of the last printed digit of `surface`, which stands for `value`.

    2.5 万起 (25000) gives 1000. In numerals the zeros at the end count as rounded: 八百万 gives a
    million.
    """
    text = _folded(surface)
    found = _DIGITS.search(text)
    size = abs(float(value))
    if found is None:
        decimals = _HANZI_DECIMALS.search(text)
        if decimals is not None:
            return _scaled(size, 10.0 ** -len(decimals.group(1)), _hanzi_head(text))
        return _trailing(value)
    number = _number(found.group())
    step = 10.0 ** -len(found.group(1) or "")
    return step * size / number if number else step


def is_multiple(surface: str, unit: str) -> bool:
    """Whether a figure tells how many times larger something is: 1.3倍, three times, twice."""
    return is_times(unit) or (not unit and surface.casefold() in _MULTIPLES)


def is_worded_fraction(surface: str, unit: str, value: Decimal | None) -> bool:
    """Whether a figure is a part told in words, which is no exact number: a third, 三分之一."""
    return not unit and value is not None and 0 < abs(value) < 1 and not _ANY_DIGIT.search(surface)


def roughly(value: Decimal) -> Interval:
    """The values that a part told in words may stand for: a third is 31.7 to 35 percent."""
    middle, reach = float(value), _HEDGE * abs(float(value))
    return Interval(middle - reach, middle + reach)


@lru_cache(maxsize=8192)
def printed(surface: str, value: Decimal, high: Decimal | None, qualifier: Qualifier) -> Interval:
    """The values that a printed figure may stand for, its bound or approximation included."""
    half = last_place(surface, value) / 2
    low, top = float(value), float(value if high is None else high)
    if qualifier is Qualifier.APPROX:
        hedge = _HEDGE_OF_MANY if _significant(value) >= _MANY else _HEDGE
        half = max(2 * half, _trailing(value), hedge * max(abs(low), abs(top)))
    ends = Interval(low - half, top + half)
    if qualifier is Qualifier.AT_LEAST:
        return Interval(ends.low, math.inf)
    return Interval(-math.inf, ends.high) if qualifier is Qualifier.AT_MOST else ends


def _hanzi_head(text: str) -> float:
    """A numeral without its scale: 十四点四一亿 is 14.41."""
    whole, _, rest = text.partition("点")
    values = {"零": 0, "〇": 0, "两": 2, **{c: n for n, c in enumerate("一二三四五六七八九", 1)}}
    total, digit = 0, 0
    for character in whole:
        if character in values:
            digit = values[character]
        elif character in "十百千":
            total += (digit or 1) * 10 ** ("十百千".index(character) + 1)
            digit = 0
    head = float(total + digit)
    for place, character in enumerate(rest, 1):
        if character not in values:
            break
        head += values[character] * 10.0**-place
    return head


def _scaled(size: float, step: float, head: float) -> float:
    return step * size / head if head else step


def _significant(value: Decimal) -> int:
    """The digits from the first to the last that is not zero: 38.8 has three, 1200 two."""
    return len(value.normalize().as_tuple().digits)


def _trailing(value: Decimal) -> float:
    """One unit of the last digit that is not zero: 1200 gives 100, 0.35 gives 0.01."""
    if not value:
        return 1.0
    exponent = value.normalize().as_tuple().exponent
    return 10.0**exponent if isinstance(exponent, int) else 1.0
