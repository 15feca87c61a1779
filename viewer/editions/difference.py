"""How a measure moved from one edition to the next, within the rounding of the printed numbers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from viewer.editions.entries import Edition, EditionFigure
from viewer.editions.match import Pair
from viewer.model import Kind
from viewer.proof.comparison import Comparison, Incomparable, compare
from viewer.relations.interval import Interval, printed

_SLACK = 1e-9
"""Relative room for binary rounding: 66.4 and 66.5 do not overlap."""
_MOST = Decimal(10**6)
"""Percent beyond which a growth tells nobody anything."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The new value compared with the old; nothing else where that has a `reason`.

    `relative` is the difference in percent of the old value, None where that means nothing. The
    printed numbers stand for anything that rounds to them: the difference then lies from `low` to
    `high`, and `certain` is false where that leaves open which of the two values is larger.
    """

    compared: Comparison
    relative: Decimal | None = None
    low: float = 0.0
    high: float = 0.0
    certain: bool = True

    @property
    def reason(self) -> Incomparable | None:
        """Why the two are not subtracted."""
        return self.compared.reason

    @property
    def value(self) -> Decimal:
        """The new value less the old, 0 where there is a reason."""
        return self.compared.difference


def difference(pair: Pair, old: Edition, new: Edition) -> Difference:
    """How the measure of a pair moved."""
    found = compare(pair.new.sourced, pair.old.sourced)
    if found.reason is None and _of_unlike_periods(pair, old, new):
        found = Comparison(Incomparable.PERIODS)
    if found.reason is not None:
        return Difference(found)
    spread = _spread(pair)
    room = _SLACK * max(1.0, abs(float(pair.new.point.value)))
    return Difference(
        found,
        relative=_relative(found, pair),
        low=spread.low,
        high=spread.high,
        certain=not spread.low < -room < room < spread.high,
    )


def interval_of(entry: EditionFigure) -> Interval | None:
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
    if pair.new.metric.kind not in (Kind.COUNT, Kind.AMOUNT, Kind.DURATION):
        return False
    if pair.new.period and pair.old.period:
        return False
    told = (pair.old.period or old.period, pair.new.period or new.period)
    lengths = {one.length for one in told if one is not None}
    return len(lengths) > 1


def _relative(found: Comparison, pair: Pair) -> Decimal | None:
    """The difference in percent of the old level, to one decimal place."""
    before = pair.old.value
    if found.times is None or before is None or before <= 0:
        return None
    percent = found.difference / before * 100
    return percent.quantize(Decimal("0.1"), ROUND_HALF_UP) if abs(percent) < _MOST else None
