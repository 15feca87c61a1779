"""Two figures compared: what follows from them, and when nothing does."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.model import Kind, Metric, Point, Qualifier, Standing
from viewer.proof.comparison import Incomparable, compare
from viewer.quantities import Sourced


def figure(value: str, unit: str = "名", kind: Kind = Kind.COUNT, **more: object) -> Sourced:
    point = Point("m", value, Decimal(value), cite=value)
    return Sourced(Metric("m", "标签", unit, kind, (point,), **more), point)  # type: ignore[arg-type]


def test_levels_have_a_difference_and_a_quotient() -> None:
    found = compare(figure("1078"), figure("8652"))
    assert (found.difference, found.times, found.share) == (-7574, Decimal("8.03"), None)


def test_a_part_has_a_share_of_its_whole_in_either_order() -> None:
    whole = figure("74", "项")
    part = figure("56", "项", of="m")
    part = replace(part, metric=replace(part.metric, id="part"))
    assert compare(part, whole).share == compare(whole, part).share == Decimal("75.7")


def test_rates_differ_by_points_and_have_no_quotient() -> None:
    found = compare(figure("83", "%", Kind.SHARE), figure("100", "%", Kind.SHARE))
    assert (found.difference, found.points, found.times) == (-17, True, None)


def test_changes_differ_with_their_signs() -> None:
    rise = figure("+3.2", "%", Kind.CHANGE)
    fall = replace(
        rise, point=replace(rise.point, written="-1.5", value=Decimal("-1.5"), cite="下降1.5")
    )
    found = compare(rise, fall)
    assert (found.difference, found.points, found.times) == (Decimal("4.7"), True, None)


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (figure("5", "件"), Incomparable.UNITS),
        (figure("5", "名", Kind.CHANGE), Incomparable.KINDS),
        (figure("5", standing=Standing.TARGET), Incomparable.STANDINGS),
        (figure("5", qualifier=Qualifier.AT_LEAST), Incomparable.BOUNDS),
    ],
)
def test_what_is_unlike_is_not_compared(other: Sourced, reason: Incomparable) -> None:
    assert compare(figure("7"), other).reason is reason


def test_a_change_without_a_direction_is_not_compared() -> None:
    change = figure("5", "%", Kind.CHANGE)
    assert compare(change, change).reason is Incomparable.UNSIGNED


def test_what_nobody_can_read_is_not_told() -> None:
    whole = figure("0.000001", "项")
    part = figure("5000000", "项", of="m")
    part = replace(part, metric=replace(part.metric, id="part"))
    found = compare(part, whole)
    assert (found.times, found.share) == (None, None)
    assert found.difference == Decimal("4999999.999999")


def test_about_gives_about() -> None:
    assert compare(figure("7"), figure("5", qualifier=Qualifier.APPROX)).approximate


@pytest.mark.parametrize("value", ["0", "-4"])
def test_nothing_is_divided_by_zero_or_a_loss(value: str) -> None:
    assert compare(figure("7"), figure(value)).times is None


@given(
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15),
)
def test_the_order_changes_the_sign_of_the_difference_alone(one: Decimal, two: Decimal) -> None:
    there = compare(figure(str(one)), figure(str(two)))
    back = compare(figure(str(two)), figure(str(one)))
    assert there.difference == -back.difference
    assert there.times == back.times


def test_a_point_that_is_no_fact_is_not_compared_with_a_fact() -> None:
    expected = figure("5")
    expected = replace(expected, point=replace(expected.point, standing=Standing.FORECAST))
    assert compare(figure("7"), expected).reason is Incomparable.STANDINGS
