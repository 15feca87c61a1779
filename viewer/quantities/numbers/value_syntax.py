"""Values as people write them, and as the program writes them out."""

from __future__ import annotations

from decimal import Decimal

from viewer.quantities.normalize import fold
from viewer.quantities.numbers.fractions import VULGAR
from viewer.quantities.numbers.lists import joined_ranges
from viewer.quantities.numbers.notation import START
from viewer.quantities.numbers.number_reader import read
from viewer.quantities.numbers.reading import Reading
from viewer.quantities.regex_cache import pattern

LONGEST = 64
_BLANK = r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))"
"""A blank that parts thousands (321 146); a value has no other digits beside it."""
_ONE = (
    rf"(?:[0-9](?:[0-9.,，·:/'’]*[0-9])?(?: [0-9]{{3}}(?![0-9])(?:\.[0-9]+)?)*[{''.join(VULGAR)}]?"
    rf"|[{''.join(VULGAR)}])"
)
_NUMBER = rf"[+-]?{_ONE}(?: ?[-~至到]+ ?{_ONE})?"
_MINUS = ("-", "负", "零下")


def parse_value(written: str) -> tuple[Decimal, Decimal | None] | None:
    """The value an author or a report writes, with the upper end of a range; None for no number.

    `1.48亿` is 148000000, `八成` and `80%` are 80, `三分之一` 0.333…, `3000—5000` has both ends.
    """
    text = pattern(_BLANK).sub("", fold(written).strip())
    if not text or len(text) > LONGEST:
        return None
    sign = next((minus for minus in _MINUS if text.startswith(minus)), "")
    body = text[len(sign) :].lstrip() if sign else text.removeprefix("+")
    reading = None if sign and body.startswith(_MINUS) else _whole(body)
    if reading is None or reading.value is None:
        return None
    if sign:
        return (-reading.value, None) if reading.high is None else None
    return reading.value, reading.high


def _whole(text: str) -> Reading | None:
    """The one reading that covers all of `text`."""
    readings: list[Reading] = []
    at = 0
    while start := START.search(text, at):
        reading = read(text, start.start())
        if isinstance(reading, int):
            return None
        readings.append(reading)
        at = reading.end
    joined = joined_ranges(text, readings)
    if len(joined) != 1:
        return None
    one = joined[0]
    if one.unit not in ("", "%", "‰", "‱") or (one.start, one.end) != (0, len(text)):
        return None
    return one


def number_in(written: str) -> tuple[int, int] | None:
    """Where the number of a written value stands, without scale and unit; None for no digits.

    Parted thousands, ratios, fractions and both ends of a range are one number: 321 146件 has
    `321 146`, 19.5:34.6:45.9 all of it.
    """
    found = pattern(_NUMBER).search(fold(written))
    return None if found is None else found.span()


def format_value(value: Decimal, language: str = "zh-CN") -> str:
    """The number in its long form: thousands parted, no exponent, no needless zeros.

    Both languages of the program part thousands by commas.
    """
    if not value.is_finite():
        return str(value)
    plain = format(value.normalize() if value else Decimal(0), "f")
    sign, digits = ("-", plain[1:]) if plain.startswith("-") else ("", plain)
    whole, point, rest = digits.partition(".")
    grouped = f"{int(whole):,}"
    return sign + grouped + point + rest
