"""How a measure moved from one edition to the next, within the rounding of the printed numbers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from viewer.editions.entries import Edition, Entry
from viewer.editions.match import Pair
from viewer.model import Kind
from viewer.proof.comparison import Comparison, compare
from viewer.relations.interval import Interval, printed

_SLACK = 1e-9
"""Relative room for binary rounding: 66.4 and 66.5 do not overlap."""
_MOST = Decimal(10**6)
"""Percent beyond which a growth tells nobody anything."""


class Unlike(StrEnum):
    """Why two periods of one measure are not subtracted, beside what two figures forbid."""

    PERIODS = "periods"
    """The periods are not of one length, and the amount is one of a period."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The new value less the old; nothing where there is a `reason` (as of `Comparison`, or
    `periods`).

    `value` is in the unit of both, in percentage points where that is a rate (`points`).
    `relative` is it in percent of the old value, None where that means nothing. The printed numbers
    stand for anything that rounds to them: the difference then lies from `low` to `high`, and
    `certain` is false where that leaves open which of the two values is larger.
    """

    reason: str = ""
    value: Decimal = Decimal(0)
    points: bool = False
    relative: Decimal | None = None
    low: float = 0.0
    high: float = 0.0
    certain: bool = True
    approximate: bool = False


def difference(pair: Pair, old: Edition, new: Edition) -> Difference:
    """How the measure of a pair moved."""
    found = compare(pair.new.sourced, pair.old.sourced)
    if found.reason is not None:
        return Difference(found.reason.value)
    if _of_unlike_periods(pair, old, new):
        return Difference(Unlike.PERIODS.value)
    spread = _spread(pair)
    room = _SLACK * max(1.0, abs(float(pair.new.point.value)))
    return Difference(
        value=found.difference,
        points=found.points,
        relative=_relative(found, pair),
        low=spread.low,
        high=spread.high,
        certain=not spread.low < -room < room < spread.high,
        approximate=found.approximate,
    )


def interval_of(entry: Entry) -> Interval | None:
    """The values that a figure may stand for as it is printed, with its sign; None for a change
    without a direction."""
    value, quantity = entry.value, entry.figure.quantity if entry.figure else None
    if value is None or not value.is_finite():
        return None
    surface = quantity.surface if quantity else f"{entry.point.written}{entry.metric.unit}"
    return printed(surface, value, entry.point.high, entry.metric.qualifier)


def _spread(pair: Pair) -> Interval:
    first, second = interval_of(pair.new), interval_of(pair.old)
    assert first is not None  # neither is without a direction, or they could not be compared
    assert second is not None
    return first - second


def _of_unlike_periods(pair: Pair, old: Edition, new: Edition) -> bool:
    """Whether an amount is that of periods of different lengths: a quarter and a half-year."""
    if pair.new.metric.kind not in (Kind.COUNT, Kind.AMOUNT, Kind.DURATION) or pair.new.period:
        return False
    lengths = {one.period.length for one in (old, new) if one.period is not None}
    return len(lengths) > 1


def _relative(found: Comparison, pair: Pair) -> Decimal | None:
    """The difference in percent of the old level, to one decimal place."""
    before = pair.old.value
    if found.times is None or before is None or before <= 0:
        return None
    percent = found.difference / before * 100
    return percent.quantize(Decimal("0.1"), ROUND_HALF_UP) if abs(percent) < _MOST else None
