"""Figures as the rules of honest charts read them: where each lies, and what it is a part of."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple, Protocol, TypeVar

from viewer.model import Kind, Metric, Point, Quantity
from viewer.proof.measure import is_rate, same_unit, whole_in
from viewer.quantities import change_of


class Charted(Protocol):
    """One figure as the rules read it: a point of a metric.

    `value` and `high` are signed; None for what has no place on an axis, which is a number that is
    not finite and a change whose direction no word says.
    """

    @property
    def metric(self) -> Metric:
        """What is measured."""

    @property
    def point(self) -> Point:
        """The figure as the file has it."""

    @property
    def value(self) -> Decimal | None:
        """Where it lies on an axis; the lower end of a range."""

    @property
    def high(self) -> Decimal | None:
        """The upper end of a range, None for one number."""


Some = TypeVar("Some", bound=Charted)


class ChartedPoint(NamedTuple):
    """A point of a metric with its place on an axis."""

    metric: Metric
    point: Point
    value: Decimal | None
    high: Decimal | None

    @staticmethod
    def of(metric: Metric, point: Point, quantity: Quantity | None = None) -> ChartedPoint:
        """A point with the sign that its words give it; `quantity` is what proves it."""
        return ChartedPoint(metric, point, *placed_ends(metric, point, quantity))


def placed_ends(
    metric: Metric, point: Point, quantity: Quantity | None
) -> tuple[Decimal | None, Decimal | None]:
    """Where a figure lies on an axis: its value and the upper end of a range, signed.

    A change takes the sign that its words give it (see `change_of`), anything else keeps its own;
    `quantity` is what proves the point, None where nothing does.
    """
    value, high = _finite(point.value), _finite(point.high)
    if metric.kind is not Kind.CHANGE or not value:
        return value, high
    change = change_of(metric, point, quantity)
    if change is None:
        return None, None
    falls = change < 0 < value
    return change, -high if falls and high is not None else high


def _finite(value: Decimal | None) -> Decimal | None:
    return value if value is not None and value.is_finite() else None


def is_single(figure: Charted) -> bool:
    """Whether a figure lies at one place: no series, no range, a known number."""
    return figure.value is not None and figure.high is None and not figure.metric.series


def whole_of(figure: Charted, wholes: Mapping[str, Some]) -> Some | None:
    """The figure that `figure` is a part of, if its metric names one that it fits.

    Both are one number in the same unit, the whole above zero, the part not below it. A change
    that names another figure is the change of it, and no part.
    """
    whole = wholes.get(figure.metric.of or "")
    if whole is None or figure.metric.kind is Kind.CHANGE:
        return None
    fits = is_whole(whole) and is_single(figure) and same_unit(figure.metric, whole.metric)
    return whole if fits and figure.value is not None and figure.value >= 0 else None


def is_whole(figure: Charted) -> bool:
    """Whether others can be parts of a figure: one number above zero that is no change."""
    sized = figure.value is not None and figure.value > 0
    return sized and is_single(figure) and figure.metric.kind is not Kind.CHANGE


def whole_size(figure: Charted, wholes: Mapping[str, Charted]) -> Decimal | None:
    """What a figure is drawn against as a share: its whole, or 100 % for a rate; None for what has
    no place on a whole."""
    whole = whole_of(figure, wholes)
    if whole is not None:
        return whole.value
    rate = is_rate(figure.metric) and is_single(figure)
    fits = rate and figure.value is not None and figure.value >= 0
    return whole_in(figure.metric.unit) if fits else None
