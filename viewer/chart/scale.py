"""From values to positions: the unit interval, safely, for numbers of any size."""

from __future__ import annotations

from decimal import Context, Decimal

from viewer.quantities.wording import SCALES

SAFE = Context(prec=28, traps=[])
"""Arithmetic that answers NaN or infinity where it cannot answer, and never raises."""


def ratio(part: Decimal, whole: Decimal) -> float | None:
    """`part / whole` as a float; None if that is no finite number."""
    if not whole:
        return None
    found = SAFE.divide(part, whole)
    return float(found) if found.is_finite() and abs(found) < Decimal("1e15") else None


def position(value: Decimal, low: Decimal, high: Decimal, log: bool = False) -> float:
    """Where `value` stands between `low` (0) and `high` (1); held within the two."""
    if log:
        value, low, high = (SAFE.log10(number) for number in (value, low, high))
    found = ratio(SAFE.subtract(value, low), SAFE.subtract(high, low))
    return min(1.0, max(0.0, found)) if found is not None else 0.0


def decades(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """The powers of ten at or below `low` and at or above `high`, never the same one."""
    below = Decimal(1).scaleb(low.adjusted(), context=SAFE)
    above = Decimal(1).scaleb(high.adjusted(), context=SAFE)
    if above < high or above == below:
        above = SAFE.multiply(above, Decimal(10))
    return below, above


def powers(low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
    """The powers of ten from `low` to `high`, at most nine: every second, third … if more."""
    first, last = low.adjusted(), high.adjusted()
    step = max(1, -(-(last - first) // 8))
    return tuple(Decimal(1).scaleb(power, context=SAFE) for power in range(first, last + 1, step))


def power_name(power: Decimal, language: str) -> str:
    """A power of ten as a reader says it: 1000, 1万, 10亿, 10⁻³; 10,000, 1 million in English."""
    exponent = power.adjusted()
    for zeros, word in SCALES[language]:
        if zeros <= exponent < zeros + (6 if language == "en" and not zeros else 4):
            number = 10 ** (exponent - zeros)
            return f"{number:,}{word}" if language == "en" else f"{number}{word}"
    if -4 < exponent < 0:
        return f"{power:f}"
    return "10" + str(exponent).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
