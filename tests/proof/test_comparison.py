"""Two figures compared: what follows from them, and when nothing does."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.model import Kind, Metric, Point, Qualifier, Standing
from viewer.proof.comparison import Incomparable, attain, compare, opposed
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
    part = part._replace(metric=replace(part.metric, id="part"))
    assert compare(part, whole).share == compare(whole, part).share == Decimal("75.7")


def test_rates_differ_by_points_and_have_no_quotient() -> None:
    found = compare(figure("83", "%", Kind.SHARE), figure("100", "%", Kind.SHARE))
    assert (found.difference, found.points, found.times) == (-17, True, None)


def test_changes_differ_with_their_signs() -> None:
    rise = figure("+3.2", "%", Kind.CHANGE)
    fall = rise._replace(
        point=replace(rise.point, written="-1.5", value=Decimal("-1.5"), cite="下降1.5")
    )
    found = compare(rise, fall)
    assert (found.difference, found.points, found.times) == (Decimal("4.7"), True, None)


def test_changes_that_are_counted_differ_by_what_is_counted_and_not_by_points() -> None:
    grown, fallen = figure("+5", "名", Kind.CHANGE), figure("-3", "名", Kind.CHANGE)
    found = compare(grown, fallen)
    assert (found.difference, found.points, found.times, found.share) == (8, False, None, None)
    aimed = figure("+6", "名", Kind.CHANGE, standing=Standing.TARGET)
    reached = attain(grown, aimed)
    assert (reached.difference, reached.points, reached.share) == (-1, False, None)


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
    assert tuple(compare(figure("7"), other)) == (reason, 0, False, None, None, False)


def test_a_change_without_a_direction_is_not_compared() -> None:
    change, rise = figure("5", "%", Kind.CHANGE), figure("+5", "%", Kind.CHANGE)
    for one, other in ((change, change), (change, rise), (rise, change)):
        assert compare(one, other).reason is Incomparable.UNSIGNED


@pytest.mark.parametrize("value", ["Infinity", "NaN"])
def test_what_is_no_number_is_not_compared(value: str) -> None:
    none, plain = figure(value), figure("5")
    for one, other in ((none, plain), (plain, none)):
        assert compare(one, other).reason is Incomparable.BOUNDS


def test_what_nobody_can_read_is_not_told() -> None:
    whole = figure("0.000001", "项")
    part = figure("5000000", "项", of="m")
    part = part._replace(metric=replace(part.metric, id="part"))
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
    expected = expected._replace(point=replace(expected.point, standing=Standing.FORECAST))
    assert compare(figure("7"), expected).reason is Incomparable.STANDINGS


def test_a_result_is_so_much_above_or_below_its_target_and_a_share_of_it() -> None:
    goal = figure("3000", "套", standing=Standing.TARGET)
    found = attain(figure("3210", "套"), goal)
    assert (found.difference, found.share, found.points) == (210, Decimal("107.0"), False)
    assert attain(figure("2400", "套"), goal).difference == -600


def test_a_rate_is_so_many_points_from_its_target_and_no_share_of_it() -> None:
    goal = figure("90", "%", Kind.SHARE, standing=Standing.PLAN, qualifier=Qualifier.AT_LEAST)
    found = attain(figure("87.5", "%", Kind.SHARE), goal)
    assert (found.difference, found.points, found.share) == (Decimal("-2.5"), True, None)


def test_a_change_is_so_many_points_from_the_change_that_was_aimed_at() -> None:
    aimed = figure("+6", "%", Kind.CHANGE, standing=Standing.TARGET)
    found = attain(figure("+5.2", "%", Kind.CHANGE), aimed)
    assert (found.difference, found.points, found.share) == (Decimal("-0.8"), True, None)
    unsaid = aimed._replace(point=replace(aimed.point, written="6", cite="变动6"))
    assert attain(figure("+5.2", "%", Kind.CHANGE), unsaid).reason is Incomparable.UNSIGNED


@pytest.mark.parametrize(
    ("result", "goal", "reason"),
    [
        (figure("5"), figure("6", "元", standing=Standing.TARGET), Incomparable.UNITS),
        (figure("5"), figure("6", standing=Standing.FORECAST), Incomparable.TARGETS),
        (
            figure("5", standing=Standing.PLAN),
            figure("6", standing=Standing.TARGET),
            Incomparable.TARGETS,
        ),
        (
            figure("5", qualifier=Qualifier.AT_LEAST),
            figure("6", standing=Standing.TARGET),
            Incomparable.BOUNDS,
        ),
    ],
)
def test_what_is_no_result_beside_a_target_is_not_measured_against_it(
    result: Sourced, goal: Sourced, reason: Incomparable
) -> None:
    assert attain(result, goal).reason is reason


def test_a_result_below_one_has_its_share_of_the_target() -> None:
    goal = figure("2", "吨", Kind.AMOUNT, standing=Standing.TARGET)
    assert attain(figure("0.5", "吨", Kind.AMOUNT), goal).share == Decimal("25.0")
    assert attain(figure("0", "吨", Kind.AMOUNT), goal).share is None


@pytest.mark.parametrize("wanted", ["0.0001", "0"])
def test_a_share_that_tells_nobody_anything_is_not_given(wanted: str) -> None:
    goal = figure(wanted, "吨", Kind.AMOUNT, standing=Standing.TARGET)
    found = attain(figure("900000", "吨", Kind.AMOUNT), goal)
    assert (found.reason, found.share) == (None, None)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("净亏损", "净利润", Incomparable.OPPOSED),
        ("trade surplus", "trade deficit", Incomparable.OPPOSED),
        ("net loss", "net loss", None),
        ("profit or loss", "profit", None),
    ],
)
def test_sizes_of_a_loss_and_a_profit_are_not_subtracted(
    one: str, other: str, reason: Incomparable | None
) -> None:
    first, second = (
        figure(value)._replace(metric=replace(figure(value).metric, label=label))
        for value, label in (("12", one), ("3", other))
    )
    assert compare(first, second).reason is reason


def test_values_below_one_have_a_quotient() -> None:
    assert compare(figure("0.5"), figure("0.25")).times == Decimal("2.00")
    assert compare(figure("0.5"), figure("0")).times is None


@pytest.mark.parametrize(
    ("one", "other", "against"),
    [
        (("甲厂亏损", "0.5"), ("乙厂利润", "0.5"), True),
        (("甲厂亏损", "5"), ("乙厂产量", "2"), False),
        (("甲厂产量", "5"), ("乙厂利润", "2"), False),
        (("甲厂亏损", "-5"), ("乙厂利润", "2"), False),
        (("亏损企业利润", "5"), ("乙厂利润", "2"), False),
    ],
)
def test_a_loss_and_a_profit_told_by_their_sizes_are_opposed(
    one: tuple[str, str], other: tuple[str, str], against: bool
) -> None:
    pair = [(label, Decimal(value)) for label, value in (one, other)]
    assert opposed(pair[0], pair[1]) is opposed(pair[1], pair[0]) is against
