"""Two figures compared: what may be computed of them, or why nothing may."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import NamedTuple

from viewer.expressions import compiled
from viewer.model import Kind, Metric, Point, Qualifier, Standing
from viewer.proof.measure import is_rate, plain_unit
from viewer.quantities import Sourced

MOST = Decimal(10**9)
"""A larger quotient tells nobody anything."""


_LOSS = compiled(r"\b(?:loss|losses|deficit)\b|亏损|逆差|赤字", re.IGNORECASE)
_GAIN = compiled(
    r"\b(?:profits?|surplus|earnings|income)\b|利润|盈利|顺差|盈余|结余", re.IGNORECASE
)


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
    TARGETS = "targets"
    """The first is no fact, or the second no target or plan."""
    OPPOSED = "opposed"
    """One is a loss, the other a profit, each told by its size without a minus."""
    UNSIGNED = "unsigned"
    """A change whose direction no word gives."""
    PERIODS = "periods"
    """They are amounts of periods that are not of one length, as two editions may be about."""


class Comparison(NamedTuple):
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


def attain(result: Sourced, goal: Sourced) -> Comparison:
    """How far a result is from its target: the difference, and as `share` the result in percent of
    the target where both are levels above zero.

    A bound as the target is measured against as it stands; a result must be exact.
    """
    reached, wanted = value_of(result), value_of(goal)
    reason = _no_attainment(result, goal)
    if reason is not None:
        return Comparison(reason)
    if reached is None or wanted is None:
        return Comparison(Incomparable.UNSIGNED)
    rate = is_rate(result.metric)
    level = not rate and result.metric.kind is not Kind.CHANGE
    return Comparison(
        difference=reached - wanted,
        points=rate or (not level and plain_unit(result.metric.unit) == "%"),
        share=_percent(reached, wanted) if level and reached > 0 else None,
        approximate=Qualifier.APPROX in (result.metric.qualifier, goal.metric.qualifier),
    )


def value_of(figure: Sourced) -> Decimal | None:
    """The number with its sign; None for a change without a direction."""
    return figure.change if figure.metric.kind is Kind.CHANGE else figure.point.value


def opposed(one: tuple[str, Decimal], other: tuple[str, Decimal]) -> bool:
    """Whether of two labels with their values one names a loss and the other a profit, and both
    numbers are their sizes: then their difference is no difference of what they measure."""
    losses = {bool(_LOSS.search(label)) and not _GAIN.search(label) for label, _ in (one, other)}
    gains = {bool(_GAIN.search(label)) and not _LOSS.search(label) for label, _ in (one, other)}
    return losses == gains == {True, False} and one[1] > 0 and other[1] > 0


def unlike(mine: Metric, theirs: Metric) -> Incomparable | None:
    """Why figures of two metrics have nothing to do with each other; None where they may."""
    reason = _unlike_measures(mine, theirs)
    if reason is None and mine.standing is not theirs.standing:
        return Incomparable.STANDINGS
    return reason


def _unlike_measures(mine: Metric, theirs: Metric) -> Incomparable | None:
    """Why figures of two metrics are not measured alike, whatever their standing."""
    if plain_unit(mine.unit) != plain_unit(theirs.unit):
        return Incomparable.UNITS
    if (mine.kind is Kind.CHANGE) != (theirs.kind is Kind.CHANGE) or is_rate(mine) != is_rate(
        theirs
    ):
        return Incomparable.KINDS
    return None


def is_aim(metric: Metric, point: Point) -> bool:
    """Whether a figure says what is to be reached."""
    return metric.standing_at(point) in (Standing.TARGET, Standing.PLAN)


def _no_attainment(result: Sourced, goal: Sourced) -> Incomparable | None:
    reason = _unlike_measures(result.metric, goal.metric)
    if reason is not None:
        return reason
    fact = result.metric.standing_at(result.point) is Standing.FACT
    if not fact or not is_aim(goal.metric, goal.point):
        return Incomparable.TARGETS
    bounded = result.metric.qualifier in (Qualifier.AT_LEAST, Qualifier.AT_MOST)
    points = (result.point, goal.point)
    exact = all(one.value.is_finite() and one.high is None for one in points)
    return None if exact and not bounded else Incomparable.BOUNDS


def _reason(one: Sourced, other: Sourced) -> Incomparable | None:
    mine, theirs = one.metric, other.metric
    reason = unlike(mine, theirs)
    if reason is not None:
        return reason
    if mine.standing_at(one.point) is not theirs.standing_at(other.point):
        return Incomparable.STANDINGS
    levels = all(metric.kind is not Kind.CHANGE for metric in (mine, theirs))
    if levels and opposed((mine.label, one.point.value), (theirs.label, other.point.value)):
        return Incomparable.OPPOSED
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
    if part.metric.of != whole.metric.id:
        return None
    return _percent(part.point.value, whole.point.value)


def _percent(part: Decimal, whole: Decimal) -> Decimal | None:
    """One number in percent of another above zero; None where that tells nobody anything."""
    if not whole > 0:
        return None
    ratio = part / whole * 100
    if abs(ratio) > MOST:
        return None
    return ratio.quantize(Decimal("0.1"), ROUND_HALF_UP)
