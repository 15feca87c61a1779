"""What metrics measure, compared: units, wholes, and sizes on one axis."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal, localcontext
from functools import lru_cache
from types import MappingProxyType

from viewer.model import Kind, Metric, Point

WIDEST = Decimal(200)
"""The largest ratio of two lengths that bars on one axis still show."""

WHOLES: Mapping[str, Decimal] = MappingProxyType(
    {"%": Decimal(100), "percent": Decimal(100), "‰": Decimal(1000), "成": Decimal(10)}
)
"""What the whole amounts to in the unit of a share; a share without a unit is a fraction of 1."""


@lru_cache(maxsize=1024)
def plain_unit(unit: str) -> str:
    """A unit without white space and width: `％` is `%`, ` 名 ` is `名`."""
    return "".join(unicodedata.normalize("NFKC", unit).split()).casefold()


def same_unit(one: Metric, other: Metric) -> bool:
    """Whether two metrics are counted in the same unit."""
    return plain_unit(one.unit) == plain_unit(other.unit)


def is_share(metric: Metric) -> bool:
    """Whether a metric is drawn against a whole: a rate, or a part that names its whole."""
    return is_rate(metric) or is_part(metric)


def is_rate(metric: Metric) -> bool:
    """Whether a metric is a share in a unit whose whole is known: %, ‰, 成, or a fraction."""
    unit = plain_unit(metric.unit)
    return metric.kind is Kind.SHARE and (unit in WHOLES or not unit)


def is_part(metric: Metric) -> bool:
    """Whether a metric names what it is a part of. A change names what it is the change of."""
    return metric.of is not None and metric.kind is not Kind.CHANGE


def whole_in(unit: str) -> Decimal:
    """The whole in the unit of a share: 100 in %, 10 in 成, 1 for a fraction without unit."""
    return WHOLES.get(plain_unit(unit), Decimal(1))


def values(points: Iterable[Point]) -> list[Decimal]:
    """Every finite number that points have, upper ends of ranges too."""
    both = [end for point in points for end in (point.value, point.high) if end is not None]
    return [value for value in both if value.is_finite()]


def spread(points: Iterable[Point]) -> Decimal:
    """The ratio of the largest size to the smallest, zeros left out; 1 where nothing differs."""
    sizes = [value.copy_abs() for value in values(points) if value]
    if not sizes:
        return Decimal(1)
    with localcontext() as arithmetic:
        arithmetic.clear_traps()
        return max(sizes) / min(sizes)


def exceeds_linear_range(points: Iterable[Point]) -> bool:
    """Whether bars of these points would differ beyond what a linear axis can show."""
    return spread(points) > WIDEST


def sum_of(numbers: Iterable[Decimal]) -> Decimal:
    """The sum of numbers of any size; what is beyond all arithmetic is infinite, and no error."""
    with localcontext() as arithmetic:
        arithmetic.clear_traps()
        return sum(numbers, Decimal(0))


def number(value: Decimal) -> str:
    """A number for a message: plain digits, or an exponent where those would run on."""
    return f"{value.normalize():f}" if abs(value.adjusted()) < 18 else f"{value.normalize()}"


def partners(part: Metric, whole: Metric) -> Iterable[tuple[Point, Point]]:
    """The points of a part with the points of its whole that speak of the same time."""
    if not whole.points:
        return
    if not whole.series:
        yield from ((point, whole.point) for point in part.points)
        return
    by_period = {point.period: point for point in whole.points}
    for point in part.points:
        match = by_period.get(point.period or part.period)
        if match is not None:
            yield point, match


def rounding(points: Iterable[Point], unit: str) -> Decimal:
    """How far the sum of written numbers may be off: half a last digit for each. Whole numbers are
    rounded when they are shares (33 %), and exact when they count things (33 名)."""
    total = Decimal(0)
    for point in points:
        exponent = point.value.as_tuple().exponent
        if isinstance(exponent, int) and (exponent or plain_unit(unit) in WHOLES):
            total += Decimal((0, (5,), exponent - 1))
    return total
