"""Two figures compared: what may be computed of them, or why nothing may."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from viewer.model import Kind, Metric, Qualifier
from viewer.proof.measure import is_rate, plain_unit
from viewer.quantities import Sourced

MOST = Decimal(10**9)
"""A larger quotient tells nobody anything."""


class Incomparable(StrEnum):
    """Why two figures are not compared."""

    UNITS = "units"
    """They are counted in different units."""
    KINDS = "kinds"
    """One is a change or a rate, the other a level."""
    STANDINGS = "standings"
    """One is a target, plan or forecast, the other is not of the same standing."""
    BOUNDS = "bounds"
    """One is a bound or a range: nothing exact follows from it."""
    UNSIGNED = "unsigned"
    """A change whose direction no word gives."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What follows from two figures of one unit; nothing where there is a `reason`.

    `difference` is the first minus the second, in their unit, in percentage points where that is a
    rate. `times` is the larger divided by the smaller, None where that means nothing (rates,
    changes, zero, signs). `share` is the part's percentage of its whole where the file says that
    one is part of the other. `approximate` figures give approximate results.
    """

    reason: Incomparable | None = None
    difference: Decimal = Decimal(0)
    points: bool = False
    times: Decimal | None = None
    share: Decimal | None = None
    approximate: bool = False


def compare(one: Sourced, other: Sourced) -> Comparison:
    """Compare two figures by their printed values.

    Quotients are rounded half up to three significant digits, shares to one decimal place.
    """
    first, second = value_of(one), value_of(other)
    reason = _reason(one, other)
    if reason is not None:
        return Comparison(reason)
    if first is None or second is None:
        return Comparison(Incomparable.UNSIGNED)
    qualifiers = (one.metric.qualifier, other.metric.qualifier)
    plain = one.metric.kind is not Kind.CHANGE and not is_rate(one.metric)
    return Comparison(
        difference=first - second,
        points=is_rate(one.metric) or (not plain and plain_unit(one.metric.unit) == "%"),
        times=_times(first, second) if plain else None,
        share=_share(one, other) if plain else None,
        approximate=Qualifier.APPROX in qualifiers,
    )


def value_of(figure: Sourced) -> Decimal | None:
    """The number with its sign; None for a change without a direction."""
    return figure.change if figure.metric.kind is Kind.CHANGE else figure.point.value


def unlike(mine: Metric, theirs: Metric) -> Incomparable | None:
    """Why figures of two metrics have nothing to do with each other; None where they may."""
    if plain_unit(mine.unit) != plain_unit(theirs.unit):
        return Incomparable.UNITS
    if (mine.kind is Kind.CHANGE) != (theirs.kind is Kind.CHANGE) or is_rate(mine) != is_rate(
        theirs
    ):
        return Incomparable.KINDS
    if mine.standing is not theirs.standing:
        return Incomparable.STANDINGS
    return None


def _reason(one: Sourced, other: Sourced) -> Incomparable | None:
    mine, theirs = one.metric, other.metric
    reason = unlike(mine, theirs)
    if reason is not None:
        return reason
    if mine.standing_at(one.point) is not theirs.standing_at(other.point):
        return Incomparable.STANDINGS
    bounded = {Qualifier.AT_LEAST, Qualifier.AT_MOST} & {mine.qualifier, theirs.qualifier}
    finite = one.point.value.is_finite() and other.point.value.is_finite()
    if bounded or not finite or one.point.high is not None or other.point.high is not None:
        return Incomparable.BOUNDS
    return None


def _times(first: Decimal, second: Decimal) -> Decimal | None:
    """The larger through the smaller, both above zero, if it can be told."""
    small, large = sorted((first, second))
    if small <= 0:
        return None
    quotient = large / small
    if quotient > MOST:
        return None
    return quotient.quantize(_place(quotient), ROUND_HALF_UP)


def _place(value: Decimal) -> Decimal:
    """The place of the third significant digit, one decimal at least."""
    return Decimal(1).scaleb(max(-2, min(-1, value.adjusted() - 2)))


def _share(one: Sourced, other: Sourced) -> Decimal | None:
    """The percentage that the part is of its whole, where the file names one of them as it."""
    part, whole = (one, other) if one.metric.of == other.metric.id else (other, one)
    if part.metric.of != whole.metric.id or not whole.point.value > 0:
        return None
    ratio = part.point.value / whole.point.value * 100
    if abs(ratio) > MOST:
        return None
    return ratio.quantize(Decimal("0.1"), ROUND_HALF_UP)
