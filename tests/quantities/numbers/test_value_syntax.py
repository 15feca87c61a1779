from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.quantities import format_value, number_in, parse_value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1793", 1793), ("１７９３", 1793), ("1.48亿", 148000000), ("百分之八十", 80), ("八成", 80),
        ("六成半", 65), ("80%", 80), ("-3.2", "-3.2"), ("25,000", 25000), ("三百二十五", 325),
        ("2.5 万", 25000), (" 12 ", 12), ("1亿2000万", 120000000),
    ],
)  # fmt: skip
def test_values_are_read_as_authors_and_reports_write_them(written: str, value: int | str) -> None:
    assert parse_value(written) == (Decimal(value), None)


def test_a_third_has_no_end() -> None:
    third = parse_value("三分之一")
    assert third is not None
    assert abs(third[0] * 3 - 1) < Decimal("1e-20")


def test_a_range_has_both_ends() -> None:
    assert parse_value("3000—5000") == (3000, 5000)


@pytest.mark.parametrize(
    "written", ["", "abc", "3个", "万", "1e5", "12:30", "1 2 3", "x" * 99, "第三", "--3"]
)
def test_what_is_no_number_is_none(written: str) -> None:
    assert parse_value(written) is None


@pytest.mark.parametrize(
    ("value", "long"),
    [
        ("1.48E8", "148,000,000"),
        ("0.30", "0.3"),
        ("-12345.60", "-12,345.6"),
        ("0", "0"),
        ("25000", "25,000"),
    ],
)
def test_the_long_form_parts_thousands_and_drops_needless_zeros(value: str, long: str) -> None:
    assert format_value(Decimal(value), "zh-CN") == long


@given(st.decimals(min_value=0, max_value=10**12, places=3))
def test_what_is_written_out_is_read_back(value: Decimal) -> None:
    assert parse_value(format_value(value, "en")) == (value, None)


@given(st.text(max_size=40))
def test_no_text_makes_reading_fail(written: str) -> None:
    parsed = parse_value(written)
    assert parsed is None or parsed[0].is_finite()


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("64 318", "64318"),
        ("64\u2009318", "64318"),
        ("64\u202f318万", "643180000"),
        ("64'318", "64318"),
        ("9.5:41.2:49.3", "9.5"),
        ("2½", "2.5"),
        ("¾", "0.75"),
        ("2.718.281,83", "2718281.83"),
        ("3·26亿", "326000000"),
        ("二万零一十六", "20016"),
        ("一万零十六", "10016"),
    ],
)
def test_a_value_is_read_as_the_report_writes_it(written: str, value: str) -> None:
    assert parse_value(written) == (Decimal(value), None)


@pytest.mark.parametrize("written", ["64 31", "1\u0338793", "17½3", "6 4318"])
def test_digits_that_are_no_one_number_are_no_value(written: str) -> None:
    assert parse_value(written) is None


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("64 318件", "64 318"),
        ("约64\u2009318件", "64\u2009318"),
        ("9.5:41.2:49.3", "9.5:41.2:49.3"),
        ("2½ per cent", "2½"),
        ("−3.2%", "−3.2"),
        ("3～5 个", "3～5"),
        ("$1'250", "1'250"),
    ],
)
def test_the_number_of_a_written_value_is_one_piece(written: str, number: str) -> None:
    found = number_in(written)
    assert found is not None
    assert written[slice(*found)] == number
