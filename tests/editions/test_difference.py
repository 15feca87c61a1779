from decimal import Decimal

import pytest

from tests.editions.conftest import Compare
from viewer.editions.difference import Difference
from viewer.editions.lines import difference_line
from viewer.i18n import load

CHINESE, ENGLISH = load("zh-CN"), load("en")


def moved(compared: Compare, old: str, new: str) -> tuple[Difference, str]:
    found = compared(f"2022年渔业简报\n{old}", f"2023年渔业简报\n{new}")
    (pair,) = found.pairs
    told = found.difference(pair)
    return told, difference_line(told, pair.new, CHINESE)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("捕捞量21.5万吨。", "捕捞量23.7万吨。", "+2.2万吨（+10.2%）"),
        ("捕捞量24.1万吨。", "捕捞量23.7万吨。", "−0.4万吨（−1.7%）"),
        ("捕捞量23.7万吨。", "捕捞量23.7万吨。", "两数相同"),
        ("持证率为91.5%。", "持证率为93%。", "+1.5 个百分点"),
        ("捕捞量增长3.1%。", "捕捞量下降1.2%。", "−4.3 个百分点"),
    ],
)
def test_a_difference_is_signed_and_keeps_the_printed_scale(
    old: str, new: str, line: str, compared: Compare
) -> None:
    assert moved(compared, old, new)[1] == line


def test_what_rounding_may_hide_is_said(compared: Compare) -> None:
    told, line = moved(compared, "捕捞量24万吨。", "捕捞量23.9万吨。")
    assert (told.value, told.certain) == (Decimal(-1000), False)
    assert "四舍五入" in line


def test_a_number_of_a_table_has_scale_and_unit_in_its_difference(compared: Compare) -> None:
    table = "| 项目 | 金额（亿元） |\n| --- | --- |\n| 营业收入 | %s |"
    assert moved(compared, table % "13.1", table % "13.9")[1] == "+8,000万元（+6.1%）"


def test_a_loss_and_a_profit_are_not_subtracted_by_their_sizes(compared: Compare) -> None:
    found = compared(
        "2022 report\nThe harbour made a net loss of £12.4 million.",
        "2023 report\nThe harbour made a net profit of £1.2 million.",
    )
    assert [found.difference(pair).reason for pair in found.pairs] == ["opposed"]


def test_neighbouring_roundings_do_not_overlap(compared: Compare) -> None:
    assert moved(compared, "持证率为66.4%。", "持证率为66.5%。")[0].certain


def test_a_bound_gives_no_difference(compared: Compare) -> None:
    told, line = moved(compared, "捕捞量超过20万吨。", "捕捞量超过25万吨。")
    assert told.reason == "bounds"
    assert line == CHINESE("compare.no.bounds")


def test_amounts_of_periods_of_unlike_length_are_not_subtracted(compared: Compare) -> None:
    found = compared(
        "一季度渔业简报\n捕捞量21万吨，同比增长3%。", "上半年渔业简报\n捕捞量47万吨，同比增长4%。"
    )
    level, change = (found.difference(pair) for pair in found.sure)
    assert level.reason == "periods"
    assert change.value == 1


def test_english_amounts_have_their_currency_in_front(compared: Compare) -> None:
    found = compared("2022 report\nRent was £4.4 million.", "2023 report\nRent was £5 million.")
    (pair,) = found.pairs
    assert difference_line(found.difference(pair), pair.new, ENGLISH) == "+£0.6 million (+13.6%)"
