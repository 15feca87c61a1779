from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.readback import formatted
from viewer.export.pptx.number_labels import common_scale, number_label, share_label


@pytest.mark.parametrize(
    ("label", "value", "scale"),
    [
        ("28个", "28", "1"),
        ("1,204 人", "1204", "1"),
        ("1.48亿元", "148000000", "100000000"),
        ("约 +2.5%", "2.5", "1"),
        ("−3.20%", "-3.2", "1"),
        ("降幅超过40%", "-40", "1"),
        ('"5" 件', "5", "1"),
        ("0个", "0", "0"),
    ],
)
def test_a_label_reads_the_same_by_its_format(label: str, value: str, scale: str) -> None:
    made = number_label(label, Decimal(value))
    assert made is not None
    assert made.scale == Decimal(scale)
    shown = formatted(made.format, float(Decimal(value) / (made.scale or 1)))
    assert shown.replace("\u201c", '"') == label


@pytest.mark.parametrize(
    ("label", "value"),
    [("3至5个", "3"), ("多个", "4"), ("28个", "29"), ("五成", "50"), ("0个", "3")],
)
def test_a_label_that_no_format_gives_has_none(label: str, value: str) -> None:
    assert number_label(label, Decimal(value)) is None


def test_an_edited_number_changes_its_label_and_its_sign() -> None:
    made = number_label("超过+6%", Decimal(6))
    assert made is not None
    assert formatted(made.format, 9) == "超过+9%"
    assert formatted(made.format, -9) == "超过−9%"
    level = number_label("28个", Decimal(28))
    assert level is not None
    assert formatted(level.format, -3) == "−3个"


def test_a_share_is_shown_in_percent_of_one() -> None:
    made = share_label("83.5% 以上")
    assert made is not None
    assert formatted(made, 0.835) == "83.5% 以上"
    assert share_label("56 / 74") is None


def test_charts_of_several_scales_have_none_in_common() -> None:
    money, small = (
        number_label("1.48亿元", Decimal(148000000)),
        number_label("9万元", Decimal(90000)),
    )
    assert common_scale([money, money]) == Decimal(10) ** 8
    assert common_scale([money, small]) is None
    assert common_scale([money, None]) is None


@given(
    st.text('个件%;\\"#,.@0 _*', max_size=8),
    st.integers(1, 10**6),
    st.text("个元%;\\ E", max_size=6),
)
def test_whatever_stands_around_a_number_stands_in_its_label(
    before: str, number: int, after: str
) -> None:
    label = f"{before.replace('0', '')}{number}{after}"
    made = number_label(label, Decimal(number))
    assert made is None or formatted(made.format, number) == label
