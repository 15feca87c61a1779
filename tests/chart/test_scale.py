from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.chart.scale import decades, position, powers, ratio

ANY = st.decimals(allow_nan=True, allow_infinity=True) | st.sampled_from(
    [Decimal("1E+400"), Decimal("-1E+400"), Decimal("1E-400"), Decimal(0)]
)


@given(ANY, ANY, ANY, st.booleans())
def test_a_position_lies_between_the_ends_whatever_the_numbers(
    value: Decimal, low: Decimal, high: Decimal, log: bool
) -> None:
    assert 0.0 <= position(value, low, high, log) <= 1.0


def test_positions_are_even_on_a_linear_axis_and_by_power_on_a_log_axis() -> None:
    assert position(Decimal(25), Decimal(0), Decimal(100)) == 0.25
    assert position(Decimal(10), Decimal(1), Decimal(100), log=True) == pytest.approx(0.5)


def test_numbers_too_large_for_a_float_still_have_a_ratio() -> None:
    assert ratio(Decimal("1E+400"), Decimal("2E+400")) == 0.5
    assert ratio(Decimal(1), Decimal(0)) is None


@given(st.decimals("1e-30", "1e30", allow_nan=False), st.decimals("1e-30", "1e30", allow_nan=False))
def test_decades_hold_the_values_and_have_few_ticks(one: Decimal, other: Decimal) -> None:
    low, high = decades(min(one, other), max(one, other))
    assert low <= min(one, other) and max(one, other) <= high and low < high
    assert 2 <= len(powers(low, high)) <= 9
