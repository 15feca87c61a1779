"""Which forms fit which figures: what an axis may carry, by value."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from viewer.chart.datum import Datum
from viewer.chart.scale import SAFE, too_far_apart
from viewer.model import Kind
from viewer.proof.measure import WHOLES, plain_unit

EVERYTHING = {**WHOLES, "": Decimal(1)}
"""What a share of everything is, in the unit of a share; without a unit it is a fraction."""


def unit_of(datum: Datum) -> str:
    """The unit in one spelling: width and white space do not part two figures."""
    return plain_unit(datum.unit)


def everything(datum: Datum) -> Decimal | None:
    """What 100 % is in the unit of a share; None for a unit that is none of a share."""
    return EVERYTHING.get(unit_of(datum))


def alike(data: Sequence[Datum]) -> bool:
    """Whether the figures are of one kind and one unit, so that they may share an axis."""
    return len({(datum.kind, unit_of(datum)) for datum in data}) == 1


def one_base(data: Sequence[Datum]) -> bool:
    """Whether changes among the figures are all against the same base."""
    return len({datum.metric.versus for datum in data if datum.kind is Kind.CHANGE}) <= 1


def single(data: Sequence[Datum]) -> bool:
    """Whether each is one exact place: no series, no range, a finite number."""
    return all(
        datum.value is not None and datum.high is None and not datum.metric.series for datum in data
    )


def _values(data: Sequence[Datum]) -> list[Decimal]:
    return [datum.value for datum in data if datum.value is not None]


def fits_bar(data: Sequence[Datum]) -> bool:
    """Two or more of one kind and unit, of sizes that bars can show."""
    return (
        len(data) > 1
        and alike(data)
        and single(data)
        and data[0].kind is not Kind.CHANGE
        and not too_far_apart(_values(data))
        and any(_values(data))
    )


def fits_rate(datum: Datum) -> bool:
    """A percentage that can be drawn against the full track: not negative."""
    return (
        single([datum])
        and datum.kind is Kind.SHARE
        and everything(datum) is not None
        and datum.value is not None
        and datum.value >= 0
    )


def fits_part(part: Datum, whole: Datum | None) -> bool:
    """A part of a whole in its own unit: the whole above zero, the part not negative.

    A change that names another figure is the change of it, and no part."""
    return (
        whole is not None
        and part.kind is not Kind.CHANGE
        and single([whole, part])
        and unit_of(part) == unit_of(whole)
        and whole.value is not None
        and part.value is not None
        and whole.value > 0
        and part.value >= 0
    )


def fits_parts(parts: Sequence[Datum], whole: Decimal | None) -> bool:
    """Parts that together are no more than their whole; rounding may add a hundredth."""
    if len(parts) < 2 or whole is None:
        return False
    return total(parts) <= SAFE.multiply(whole, Decimal("1.01"))


def total(data: Sequence[Datum]) -> Decimal:
    """The sum of the figures."""
    found = Decimal(0)
    for value in _values(data):
        found = SAFE.add(found, value)
    return found


def fits_change(data: Sequence[Datum]) -> bool:
    """Changes in one unit against one base: percent never with percentage points."""
    return (
        len(data) > 1
        and alike(data)
        and single(data)
        and data[0].kind is Kind.CHANGE
        and one_base(data)
        and not too_far_apart(_values(data))
        and any(_values(data))
    )


def fits_range(data: Sequence[Datum]) -> bool:
    """One kind and unit, no series, at least one with two ends."""
    ends = [end for datum in data for end in (datum.value, datum.high) if end is not None]
    return (
        bool(data)
        and alike(data)
        and data[0].kind is not Kind.CHANGE
        and any(datum.high is not None for datum in data)
        and all(datum.value is not None for datum in data)
        and not any(datum.metric.series for datum in data)
        and not too_far_apart(ends)
        and any(ends)
    )


def fits_stages(data: Sequence[Datum]) -> bool:
    """Of one unit, each no more than the one before it, the first above zero."""
    values = _values(data)
    return (
        len(data) > 1
        and len({unit_of(datum) for datum in data}) == 1
        and all(datum.kind is not Kind.CHANGE for datum in data)
        and single(data)
        and values[0] > 0
        and values[-1] >= 0
        and all(after <= before for before, after in pairwise(values))
    )


def fits_series(data: Sequence[Datum]) -> bool:
    """Series of one kind and unit over two periods or more."""
    return (
        bool(data)
        and alike(data)
        and one_base(data)
        and all(datum.metric.series and datum.high is None for datum in data)
        and len({datum.period for datum in data if datum.value is not None}) > 1
    )


def fits_log(data: Sequence[Datum]) -> bool:
    """Two or more of one kind and unit, all above zero."""
    return (
        len(data) > 1
        and alike(data)
        and single(data)
        and data[0].kind is not Kind.CHANGE
        and all(value > 0 for value in _values(data))
    )
