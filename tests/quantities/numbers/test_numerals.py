from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.quantities.numbers.numerals import hanzi_value

ONES = "零一二三四五六七八九"


def spoken(number: int) -> str:
    """The ordinary Chinese numeral of 1 to 9999."""
    words, zero = "", False
    for exponent, scale in ((3, "千"), (2, "百"), (1, "十"), (0, "")):
        digit = number // 10**exponent % 10
        if digit:
            words += ("零" if zero and words else "") + ONES[digit] + scale
            zero = False
        else:
            zero = True
    return words


@given(st.integers(1, 9999), st.integers(0, 9999))
def test_every_spoken_numeral_comes_back(high: int, low: int) -> None:
    gap = "零" if 0 < low < 1000 else ""
    numeral = hanzi_value(spoken(high) + "万" + gap + (spoken(low) if low else ""))
    if not 0 < low < 10 or gap:
        assert numeral is not None
    if low == 0 or gap or low >= 1000:
        assert numeral == (Decimal(high * 10**4 + low), None)


@pytest.mark.parametrize(
    ("run", "value"),
    [
        ("三百二十五", 325), ("一九九一", 1991), ("二〇二〇", 2020), ("十四点四一亿", 1441000000),
        ("三万五", 35000), ("两千", 2000), ("十", 10), ("一百二十三亿四千万", 12340000000),
        ("五万七千七百三十三亿", 5773300000000), ("一万亿", 10**12), ("贰佰伍拾", 250),
    ],
)  # fmt: skip
def test_numerals_have_their_value(run: str, value: int) -> None:
    assert hanzi_value(run) == (Decimal(value), None)


@pytest.mark.parametrize(
    ("run", "ends"), [("三五", (3, 5)), ("七八十", (70, 80)), ("两三百", (200, 300))]
)
def test_two_digits_in_one_breath_leave_a_number_open(run: str, ends: tuple[int, int]) -> None:
    assert hanzi_value(run) == ends


@pytest.mark.parametrize("run", ["", "万千", "百", "千百万", "点五", "三" * 40])
def test_what_says_no_number_has_no_value(run: str) -> None:
    assert hanzi_value(run) is None
