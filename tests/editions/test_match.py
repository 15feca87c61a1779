"""Which figures are one measure: each rule with the pair that it must and must not make."""

import pytest

from tests.editions.conftest import Compare
from viewer.editions.comparison import Editions

OLD = """河港市2022年工作报告
2022年，全市港口吞吐货物4120万吨，同比增长6.2%。其中，煤炭吞吐量1310万吨，下降2.4%；集装箱吞吐量86万标箱，增长9.1%。
全年新建泊位7个，完成投资12.6亿元。船员持证率达到91.5%。
"""
NEW = """河港市2023年工作报告
2023年，全市港口吞吐货物4395万吨，同比增长6.7%。其中，集装箱吞吐量97万标箱，增长12.8%；煤炭吞吐量1248万吨，下降4.7%。
全年新建泊位5个，完成投资10.9亿元。船员持证率达到93%。
"""


def sure(found: Editions) -> set[tuple[str, str]]:
    return {(one.old.point.written, one.new.point.written) for one in found.sure}


def test_a_reordered_report_is_paired_whole(compared: Compare) -> None:
    found = compared(OLD, NEW)
    assert sure(found) == {
        ("4120万", "4395万"),
        ("6.2", "6.7"),
        ("1310万", "1248万"),
        ("2.4", "4.7"),
        ("86万", "97万"),
        ("9.1", "12.8"),
        ("7", "5"),
        ("12.6亿", "10.9亿"),
        ("91.5", "93"),
    }
    assert found.doubtful == found.only_old == found.only_new == ()


def test_an_edition_is_its_own_partner_throughout(compared: Compare) -> None:
    found = compared(OLD, OLD)
    assert all(one.old.key == one.new.key for one in found.pairs)
    assert not found.only_old and not found.only_new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("牧区居民人均收入21340元。", "林区居民人均收入23110元。"),  # another part
        ("对北岛出口增长8.1%。", "自北岛进口增长4.4%。"),  # the other way
        ("渔船保有量3120艘。", "渔船保有量增长3.5%。"),  # a level and its rate
        ("完成投资18亿元。", "力争完成投资25亿元。"),  # a fact and an aim
        ("船员持证率达到91%。", "船员持证率提高2.1个百分点。"),  # a share and its rise
    ],
)
def test_unlike_measures_are_never_sure(old: str, new: str, compared: Compare) -> None:
    assert not compared(f"2022年渔业简报\n{old}", f"2023年渔业简报\n{new}").sure


def test_a_part_of_the_period_is_not_the_period(compared: Compare) -> None:
    found = compared(
        "一季度水运简报\n一季度，全省水路货运量820万吨。3月份，水路货运量310万吨。",
        "上半年水运简报\n上半年，全省水路货运量1710万吨。二季度，水路货运量890万吨。",
    )
    assert sure(found) == {("820万", "1710万")}


def test_growth_on_the_year_is_not_growth_on_the_quarter(compared: Compare) -> None:
    found = compared(
        "Second quarter report of Alder Mills\nFlour output was 310 tonnes, up 7% year on year.",
        "Third quarter report of Alder Mills\nFlour output was 335 tonnes, up 8% sequentially.",
    )
    assert sure(found) == {("310", "335")}


def test_changes_follow_their_levels(compared: Compare) -> None:
    found = compared(
        "Q1 report\nMills. Turnover of $41.5 million rose 4%.\n\n"
        "Barges. Turnover of $12.2 million rose 9%.",
        "Q2 report\nMills. Turnover of $43.1 million rose 6%.\n\n"
        "Barges. Turnover of $13.9 million rose 11%.",
    )
    assert sure(found) == {
        ("41500000", "43100000"),
        ("4", "6"),
        ("12200000", "13900000"),
        ("9", "11"),
    }


def test_a_figure_that_is_given_twice_is_one(compared: Compare) -> None:
    again = NEW.replace("\n2023年，", "\n全市港口吞吐货物4395万吨，创历史新高。\n2023年，", 1)
    found = compared(OLD, again)
    (pair,) = (one for one in found.pairs if one.old.point.written == "4120万")
    assert pair.sure and len(pair.new.also) == 1
    assert not found.only_new


def test_names_joined_in_one_label_are_dealt_out_to_their_figures(compared: Compare) -> None:
    found = compared(
        "2022年渔业简报\n全省海水养殖产量、淡水养殖产量同比增长3.1%、5.4%。",
        "2023年渔业简报\n全省海水养殖产量同比增长2.6%，淡水养殖产量同比增长4.9%。",
    )
    assert sure(found) == {("3.1", "2.6"), ("5.4", "4.9")}


def test_a_count_since_the_new_year_does_not_shrink(compared: Compare) -> None:
    found = compared(
        "1至4月林业简报\n1至4月，共新建苗圃119个。", "1至5月林业简报\n1至5月，共新建苗圃43个。"
    )
    assert [one.sure for one in found.pairs] == [False]


def test_points_against_unlike_periods_are_asked_about(compared: Compare) -> None:
    found = compared(
        "一季度林业简报\n林产品产值增速比上年全年加快0.7个百分点。",
        "上半年林业简报\n林产品产值增速比一季度加快0.2个百分点。",
    )
    assert not found.sure


def test_nothing_in_common_gives_no_pair(compared: Compare) -> None:
    found = compared("渔船3120艘。", "The library lent 40 books.")
    assert found.pairs == ()
    assert len(found.only_old) == len(found.only_new) == 1
