"""Chinese numerals: characters to numbers, without a word of context."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

DIGITS = {
    **{c: i for i, c in enumerate("零一二三四五六七八九")},
    **{c: i for i, c in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    "○": 0, "Ｏ": 0, "两": 2, "兩": 2, "貳": 2, "參": 3, "陸": 6, "0": 0,
}  # fmt: skip
SMALL = {"十": 1, "百": 2, "千": 3, "拾": 1, "佰": 2, "仟": 3}
LARGE = {"万": 4, "萬": 4, "亿": 8, "億": 8}
SCALES = (
    ("万亿", 12), ("萬億", 12), ("千亿", 11), ("百亿", 10), ("十亿", 9), ("千万", 7), ("百万", 6),
    ("十万", 5), ("亿", 8), ("億", 8), ("万", 4), ("萬", 4), ("千", 3), ("百", 2), ("十", 1),
)  # fmt: skip
_SPELT = 3
"""A numeral of digits alone before its scale (六三四億) has three of them or more."""
LONGEST = 32
"""No numeral of prose has more characters; what is longer is no number."""


class Numeral(NamedTuple):
    """A value, and the upper end where the words leave it open (三五 = 3 to 5)."""

    low: Decimal
    high: Decimal | None = None


def power(exponent: int) -> Decimal:
    """Ten to `exponent`, kept short so that products stay exact."""
    return Decimal((0, (1,), exponent))


def is_whole(value: Decimal | None) -> bool:
    """Whether the value has no part after the point; the remainder of a long one would raise."""
    return value is not None and value == value.to_integral_value()


def hanzi_value(run: str) -> Numeral | None:
    """What a run of Chinese digits and scales says, with 点 before decimals; None for no number.

    `三百二十五` is 325, `一九九一` 1991, `十四点四一` 14.41, `三万五` 35000, `七八十` 70 to 80.
    """
    if not run or len(run) > LONGEST:
        return None
    run = run.replace("廿", "二十").replace("卅", "三十")
    whole, point, rest = run.replace(".", "点").partition("点")
    if point:
        return _decimal(whole, rest)
    if all(c in DIGITS for c in run):
        return _positional(run)
    if len(run) > _SPELT and run[-1] in LARGE and all(c in DIGITS for c in run[:-1]):
        return Numeral(_positional(run[:-1]).low * power(LARGE[run[-1]]))
    pair = _open_pair(run)
    if pair is not None:
        return pair
    value = _structured(run)
    return None if value is None else Numeral(Decimal(value))


def _decimal(whole: str, rest: str) -> Numeral | None:
    digits = ""
    while rest and rest[0] in DIGITS:
        digits += str(DIGITS[rest[0]])
        rest = rest[1:]
    head = hanzi_value(whole)
    if head is None or head.high is not None or not digits:
        return None
    value = head.low + Decimal(f"0.{digits}")
    for scale, exponent in SCALES:
        if rest == scale:
            return Numeral(value * power(exponent))
    return Numeral(value) if not rest else None


def _positional(run: str) -> Numeral:
    values = [DIGITS[c] for c in run]
    if len(run) == 2 and _neighbours(values[0], values[1]):
        return Numeral(Decimal(values[0]), Decimal(values[1]))
    return Numeral(Decimal(int("".join(map(str, values)))))


def _neighbours(first: int, second: int) -> bool:
    """Two digits said in one breath mean "one or the other": 两三, 七八, 三五."""
    return (second == first + 1 and first > 0) or (first, second) == (3, 5)


def _open_pair(run: str) -> Numeral | None:
    """七八十, 三五百万, 十五六, 二三十."""
    for at in range(len(run) - 1):
        first, second = DIGITS.get(run[at]), DIGITS.get(run[at + 1])
        if first is None or second is None or not _neighbours(first, second):
            continue
        low = _structured(run[:at] + run[at] + run[at + 2 :])
        high = _structured(run[:at] + run[at + 1 :])
        if low is not None and high is not None and low < high:
            return Numeral(Decimal(low), Decimal(high))
    return None


def _structured(run: str) -> int | None:
    """The ordinary numeral with scales; None where the order of the characters says nothing."""
    total: int = 0
    section: int = 0
    digit: int | None = None
    ceiling = small_ceiling = last = 99
    for char in run:
        if char in DIGITS:
            if digit:
                return None
            digit = DIGITS[char]
            last = 99 if digit == 0 else last
        elif char in SMALL:
            last = SMALL[char]
            if last >= small_ceiling or (digit is None and last != 1):
                return None
            section += (digit or 1 if last == 1 else digit or 0) * 10**last
            small_ceiling, digit = last, None
        else:
            last = LARGE.get(char, 0)
            if not last or (last >= ceiling and not last == 8 > ceiling):
                return None
            section += digit or 0
            if last == 8:
                total, section = (total + section) * 10**8, 0
            else:
                total, section = total + section * 10**4, 0
            if not total:
                return None
            ceiling, small_ceiling, digit = last, 99, None
    if digit and last not in (1, 99):
        return total + section + digit * int(10 ** (last - 1))
    return total + section + (digit or 0)
