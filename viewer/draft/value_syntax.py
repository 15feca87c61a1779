"""A value as the data file writes it: as the report does where that can be read back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from viewer.model import Quantity
from viewer.quantities import parse_value

MOST_VALUE = Decimal(10) ** 15
"""The largest number that a data file holds."""

_APART = re.compile(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))")
"""The space of 6 500: in a file, and on a card, the number stands in one piece."""

_TIME = re.compile(r"\d{1,3}[:：]\d{1,2}[:：]\d{1,2}(?:\.\d*)?")
_LONGEST, _MOST_DIGITS = 64, 18
_SMALLEST_PART = 1000
"""The largest denominator of a part that words tell: a third is written 1/3."""
_SCALES = ("万", "亿", "千", "百万", "万亿", "")


def written_value(quantity: Quantity, language: str = "zh-CN") -> str | None:
    """The value of a quantity as a data file may write it; None where no file can hold it.

    A report in Chinese has 万 and 亿 beside a cell whose header says so, no other has.
    """
    value = quantity.value
    if value is None:
        return None
    for number in (value, value if quantity.high is None else quantity.high):
        if not number.is_finite() or abs(number) > MOST_VALUE:
            return None
    if quantity.high is not None and quantity.high < value:
        return None
    return next((said for said in _ways(quantity, value, language) if _means(said, quantity)), None)


def _ways(quantity: Quantity, value: Decimal, language: str) -> Iterator[str]:
    surface = _APART.sub("", " ".join(quantity.surface.split()))
    bare = surface.removesuffix(quantity.unit).rstrip("%％‰ ")
    yield bare
    yield bare.removeprefix(quantity.unit).strip()
    yield surface
    for scale in (
        _SCALES if language.startswith("zh") else ()
    ):  # the cell of a table, whose header says 亿元
        yield bare + scale
    ends = (value,) if quantity.high is None else (value, quantity.high)
    yield "—".join(_plain(end) for end in ends)
    part = Fraction(value).limit_denominator(_SMALLEST_PART)  # a third, which has no last digit
    yield f"{part.numerator}/{part.denominator}"


def _plain(value: Decimal) -> str:
    return format(value.normalize() if value else Decimal(0), "f")


def _like_a_time(said: str) -> bool:
    """A ratio of two (1:4) reads as a time of day in a file; its first number is written.

    So does one of three where hours, minutes and seconds could stand (2:11:4.6).
    """
    return sum(map(said.count, ":：")) == 1 or _TIME.fullmatch(said) is not None


def _means(said: str, quantity: Quantity) -> bool:
    digits = sum(character.isdigit() for character in said)
    if not said or len(said) > _LONGEST or digits > _MOST_DIGITS or _like_a_time(said):
        return False
    return parse_value(said) == (quantity.value, quantity.high)
