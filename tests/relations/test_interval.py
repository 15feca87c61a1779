import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.model import Qualifier
from viewer.relations.interval import Interval, last_place, printed, with_number


@pytest.mark.parametrize(
    ("surface", "value", "step"),
    [
        ("2.5 万起", "25000", 1000),
        ("1.48亿元", "148000000", 1_000_000),
        ("83%", "83", 1),
        ("１２．５％", "12.5", 0.1),
        ("47，564，300 人", "47564300", 1),
        ("三点二六亿元", "326000000", 1_000_000),
        ("八百万", "8000000", 1_000_000),
        ("$3.4 billion", "3400000000", 100_000_000),
    ],
)
def test_a_unit_of_the_last_printed_digit(surface: str, value: str, step: float) -> None:
    assert last_place(surface, Decimal(value)) == pytest.approx(step)


@pytest.mark.parametrize(
    ("qualifier", "low", "high"),
    [
        (Qualifier.EXACT, 79.5, 80.5),
        (Qualifier.AT_LEAST, 79.5, math.inf),
        (Qualifier.AT_MOST, -math.inf, 80.5),
        (Qualifier.APPROX, 70, 90),
    ],
)
def test_a_qualifier_opens_or_widens(qualifier: Qualifier, low: float, high: float) -> None:
    assert printed("80%", Decimal(80), None, qualifier) == Interval(low, high)


def test_a_range_reaches_from_its_lower_to_its_upper_end() -> None:
    found = printed("3—5天", Decimal(3), Decimal(5), Qualifier.EXACT)
    assert found == Interval(2.5, 5.5)


def test_a_computed_number_takes_the_scale_and_unit_of_the_printed_one() -> None:
    assert with_number("797156万元", Decimal("7971560000"), 7.87015e9) == "787,015万元"
    assert with_number("12.5%", Decimal("12.5"), -3.25) == "3.25%"
    assert with_number("八成", Decimal(80), 75) is None


def test_a_quotient_by_what_may_be_zero_is_not_said() -> None:
    assert Interval(1, 2).over(Interval(-1, 1)) is None
    assert Interval(1, 2).over(Interval(0, 1)) is None


finite = st.floats(-1e12, 1e12)


@given(finite, finite, finite, finite)
def test_sums_and_quotients_hold_every_pair_of_values(
    a: float, b: float, c: float, d: float
) -> None:
    one, other = Interval(min(a, b), max(a, b)), Interval(min(c, d), max(c, d))
    assert (one + other).meets(Interval(a + c, a + c))
    assert (one - other).meets(Interval(a - d, a - d))
    quotient = one.over(other)
    if quotient is not None and abs(c) > 1e-6:
        assert quotient.meets(Interval(a / c, a / c))


@given(st.text(max_size=12), st.decimals(allow_nan=False, allow_infinity=False, places=2))
def test_no_surface_breaks_the_reading(surface: str, value: Decimal) -> None:
    assert last_place(surface, value) >= 0
    with_number(surface, value, 1.0)
