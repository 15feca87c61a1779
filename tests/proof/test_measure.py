"""Units, wholes and sizes of metrics, compared."""

from decimal import Decimal

import pytest

from viewer.model import Point
from viewer.proof.measure import exceeds_linear_range, number, rounding, spread, sum_of, whole_in


def points(*values: str) -> list[Point]:
    return [Point(f"p{at}", value, Decimal(value)) for at, value in enumerate(values)]


def test_spread_leaves_zeros_and_signs_aside() -> None:
    assert spread(points("-4", "0", "8")) == 2
    assert spread(points("0")) == 1


def test_the_upper_end_of_a_range_counts() -> None:
    wide = Point("p", "3-9", Decimal(3), Decimal(9))
    assert spread([wide]) == 3


def test_zeros_do_not_put_sizes_too_far_apart() -> None:
    assert not exceeds_linear_range(points("0", "1000"))
    assert not exceeds_linear_range(points("1", "-200"))
    assert exceeds_linear_range(points("1", "-201"))


def test_sizes_beyond_all_arithmetic_are_far_apart_and_no_mistake() -> None:
    assert exceeds_linear_range(points("1E-999999", "1E+999999"))


def test_a_sum_beyond_all_arithmetic_is_no_mistake() -> None:
    assert sum_of([Decimal("9E+999999"), Decimal("9E+999999")]) == Decimal("Infinity")


def test_numbers_of_a_message_stay_short() -> None:
    assert number(Decimal("148000000.50")) == "148000000.5"
    assert number(Decimal("1E+999999")) == "1E+999999"
    assert number(Decimal(10**17)) == "1" + "0" * 17
    assert number(Decimal(10**18)) == "1E+18"


@pytest.mark.parametrize(
    ("unit", "whole"), [("%", 100), ("％", 100), ("‰", 1000), ("成", 10), ("", 1)]
)
def test_the_whole_in_the_unit_of_a_share(unit: str, whole: int) -> None:
    assert whole_in(unit) == whole


@pytest.mark.parametrize(
    ("unit", "values", "off"),
    [
        ("%", ("0.1", "0.25"), "0.055"),
        ("%", ("33", "67"), "1.0"),
        ("名", ("33", "67"), "0"),
        ("名", ("33.5",), "0.05"),
    ],
)
def test_a_sum_may_be_off_by_half_a_last_digit_of_each_number_that_is_rounded(
    unit: str, values: tuple[str, ...], off: str
) -> None:
    assert rounding(points(*values), unit) == Decimal(off)
