"""Which figures are one measure: each rule with the pair that it must and must not make."""

import pytest

from tests.editions.conftest import Compare
from viewer.editions.comparison import Editions
from viewer.editions.period import Period

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
        ("网箱占养殖面积的比重提高2.1个百分点。", "网箱产量增速加快2.4个百分点。"),
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


def test_a_figure_that_is_given_twice_is_one_whatever_time_stands_behind_its_name(
    compared: Compare,
) -> None:
    old = (
        "海港5月生产简报\n\n一、摘要\n\n5月完成货物吞吐量120万吨。码头工人442人。\n\n"
        "二、货物\n\n5月完成货物吞吐量120万吨，其中外贸45万吨。\n"
    )
    new = (
        "海港6月生产简报\n\n一、摘要\n\n6月完成货物吞吐量131万吨。码头工人450人。\n\n"
        "二、货物\n\n6月完成货物吞吐量131万吨，其中外贸48万吨。5月货物吞吐量120万吨。\n"
    )
    found = compared(old, new)
    assert [one.point.written for one in found.only_new] == []
    (pair,) = (one for one in found.pairs if one.new.point.written == "131万")
    assert len(pair.new.also) == 1


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


def test_a_measure_under_another_name_is_sure_without_a_rival(compared: Compare) -> None:
    found = compared(
        "2022年渔业简报\n全年捕捞量21.5万吨。海水网箱养殖面积310亩。渔港7座。",
        "2023年渔业简报\n全年捕捞量23.7万吨。网箱面积达到325亩。渔港8座。",
    )
    assert sure(found) == {("21.5万", "23.7万"), ("310", "325"), ("7", "8")}


def test_of_two_names_as_near_neither_is_sure(compared: Compare) -> None:
    found = compared(
        "2022年渔业简报\n渔船维修费310万元。",
        "2023年渔业简报\n渔船大型维修费325万元，渔船小型维修费318万元。",
    )
    assert not found.sure


def test_names_of_one_measure_are_one_name(compared: Compare) -> None:
    found = compared(
        "First quarter report\nTurnover was $41.5 million. Our staff numbered 310 people.",
        "Second quarter report\nThe workforce stood at 322 employees. Sales were $43.1 million.",
    )
    assert sure(found) == {("41500000", "43100000"), ("310", "322")}


def test_aims_are_listed_under_their_year(compared: Compare) -> None:
    found = compared(
        "2022年渔业简报\n2022年，新建渔港4座。\n2023年，主要目标是：捕捞量25万吨；新建渔港6座。",
        "2023年渔业简报\n2023年，新建渔港5座。\n2024年，我们建议：捕捞量27万吨；新建渔港7座。",
    )
    assert sure(found) == {("4", "5"), ("25万", "27万"), ("6", "7")}


def test_an_aim_set_before_is_no_partner(compared: Compare) -> None:
    found = compared(
        "2022年渔业简报\n2023年，力争渔民收入增长6%。",
        "2023年渔业简报\n年初确定的渔民收入增长6%的目标顺利实现。\n2024年，力争渔民收入增长6.5%。",
    )
    assert sure(found) == {("6", "6.5")}


def test_six_months_are_not_the_quarter(compared: Compare) -> None:
    found = compared(
        "First quarter report\nFlour revenue came to $41.5 million.",
        "Second quarter report\nFlour revenue came to $43.1 million. "
        "For the first six months, flour revenue was $84.6 million.",
    )
    assert sure(found) == {("41500000", "43100000")}


def test_a_modifier_has_the_head_of_the_last_of_its_list(compared: Compare) -> None:
    found = compared(
        "2022年渔业简报\n海水、淡水养殖户均收入分别达到38610元、20140元，增长5.1%和7.7%。",
        "2023年渔业简报\n淡水养殖户均收入21620元、增长7.3%，海水养殖户均收入40470元、增长4.9%。",
    )
    assert sure(found) == {("38610", "40470"), ("20140", "21620"), ("5.1", "4.9"), ("7.7", "7.3")}


def test_a_figure_of_the_very_name_is_the_partner_before_one_of_a_longer_name(
    compared: Compare,
) -> None:
    found = compared(
        "2022年航运简报\n主航道通过率91.2%，航道通过率88.4%。",
        "2023年航运简报\n航道通过率、支线航道通过率、主航道通过率分别为89.1%、90.6%、91.0%。",
    )
    assert {("91.2", "91.0"), ("88.4", "89.1")} <= sure(found)


def test_things_at_hand_may_be_fewer_after_more_months(compared: Compare) -> None:
    found = compared(
        "一季度航运简报\n截至3月底，公司员工1908人。", "上半年航运简报\n截至6月底，公司员工1895人。"
    )
    assert sure(found) == {("1908", "1895")}


def test_a_report_on_a_quarter_may_be_about_the_months_up_to_its_end(compared: Compare) -> None:
    found = compared(
        "2024年第三季度航运报告\n前三季度，运费收入68.4亿元。第三季度，运费收入24.1亿元。",
        "2024年年度航运报告\n2024年，运费收入96.8亿元。第四季度，运费收入28.4亿元。",
    )
    assert sure(found) == {("68.4亿", "96.8亿")}


def test_a_quarter_within_a_sentence_ends_at_its_semicolon(compared: Compare) -> None:
    found = compared(
        "2023年航运报告\n2023年，运费收入96.8亿元；仓储费8.1亿元。",
        "2024年航运报告\n2024年，运费收入99.2亿元，其中第四季度28.4亿元；仓储费8.7亿元。",
    )
    assert sure(found) == {("96.8亿", "99.2亿"), ("8.1亿", "8.7亿")}


def test_averages_of_durations_are_measures(compared: Compare) -> None:
    found = compared(
        "2022年航运简报\n平均候泊时间21.3小时，限期30天完成清淤。",
        "2023年航运简报\n平均候泊时间20.6小时，限期45天完成清淤。",
    )
    assert sure(found) == {("21.3", "20.6")}


def test_changes_since_unlike_moments_are_no_pair(compared: Compare) -> None:
    found = compared(
        "2024年上半年航运简报\n空驶率为8.1%，较上年末下降0.3个百分点。",
        "2024年航运简报\n空驶率为7.6%，较年初下降0.8个百分点，较9月末下降0.2个百分点。",
    )
    assert sure(found) == {("8.1", "7.6"), ("0.3", "0.8")}


MONTH = """2025年10月海滨市邮政运行情况
10月份，寄递业务量完成1.38亿件，同比增长9.6%；业务收入完成12.7亿元，同比增长6.2%。
1—10月，寄递业务量累计完成12.54亿件，同比增长11.8%；业务收入累计完成118.3亿元，同比增长7.4%。其中，同城业务收入累计完成14.2亿元。
截至10月底，布放信包箱4860组。
"""
MONTHS_SO_FAR = """2025年1—11月海滨市邮政运行情况
1—11月，寄递业务量累计完成14.13亿件，同比增长11.4%；业务收入累计完成132.4亿元，同比增长7.1%。
分专业看，同城业务收入完成15.8亿元。
11月当月，寄递业务量完成1.59亿件，同比增长8.4%；业务收入14.1亿元，同比增长5.1%。
截至11月底，布放信包箱5020组。
"""


def test_a_report_on_a_month_and_one_on_all_months_so_far_are_paired_by_what_they_reach_over(
    compared: Compare,
) -> None:
    assert sure(compared(MONTH, MONTHS_SO_FAR)) == {
        ("1.38亿", "1.59亿"),
        ("9.6", "8.4"),
        ("12.7亿", "14.1亿"),
        ("6.2", "5.1"),
        ("12.54亿", "14.13亿"),
        ("11.8", "11.4"),
        ("118.3亿", "132.4亿"),
        ("7.4", "7.1"),
        ("14.2亿", "15.8亿"),
        ("4860", "5020"),
    }


def test_the_months_so_far_are_paired_in_reports_on_a_month(compared: Compare) -> None:
    found = compared(
        "2025年8月物价简报\n8月份，居民消费价格上涨0.3%。1—8月平均，居民消费价格上涨0.2%。",
        "2025年9月物价简报\n9月份，居民消费价格上涨0.1%。1—9月平均，居民消费价格上涨0.4%。",
    )
    assert sure(found) == {("0.3", "0.1"), ("0.2", "0.4")}


def test_months_that_end_as_long_before_their_report_are_paired(compared: Compare) -> None:
    found = compared(
        "2025年上半年工业简报\n上半年，发电量62亿千瓦时。1—5月，企业利润8.64亿元。",
        "2025年前三季度工业简报\n前三季度，发电量95亿千瓦时。1—8月，企业利润14.9亿元。",
    )
    assert sure(found) == {("62亿", "95亿"), ("8.64亿", "14.9亿")}


def test_what_an_english_figure_is_stands_behind_it_too(compared: Compare) -> None:
    found = compared(
        "Annual report 2022\nThe ferries earned $8.4 million in fares, $3.1 million in grants and "
        "$0.9 million from adverts.",
        "Annual report 2023\nGrants brought $3.3 million. With $1.2 million from adverts and "
        "$8.9 million in fares, it was a good year.",
    )
    assert sure(found) == {
        ("8400000", "8900000"),
        ("3100000", "3300000"),
        ("900000", "1200000"),
    }


def test_words_between_two_figures_are_parted(compared: Compare) -> None:
    found = compared(
        "Annual report 2022\nPunctuality was 83.1 percent for coaches and 91.4 percent for barges.",
        "Annual report 2023\nThe barges were punctual on 92.0 percent of their trips; for the "
        "coaches punctuality came to 84.6 percent.",
    )
    assert sure(found) == {("83.1", "84.6"), ("91.4", "92.0")}


def test_a_measure_may_be_spelt_out_in_one_edition_only(compared: Compare) -> None:
    found = compared(
        "Annual report 2022\nAvailable berth hours (ABH) grew by 4.1% to 18.2 million, while used "
        "berth hours (UBH) rose 5.3% to 15.9 million.",
        "Annual report 2023\nUBH were up 4.4% at 16.6 million on ABH that were 3.8% higher at "
        "18.9 million.",
    )
    assert sure(found) == {
        ("4.1", "3.8"),
        ("18200000", "18900000"),
        ("5.3", "4.4"),
        ("15900000", "16600000"),
    }


def test_a_part_named_behind_is_not_another_part(compared: Compare) -> None:
    found = compared(
        "Annual report 2022\nCapital spending was $31.2 million, of which $12.5 million went into "
        "the north quay.",
        "Annual report 2023\nCapital spending was $36.8 million, of which $9.4 million was for a "
        "bakery.",
    )
    assert sure(found) == {("31200000", "36800000")}


def test_a_first_quarter_is_no_longer_than_a_second(compared: Compare) -> None:
    found = compared(
        "Halden Mills\nFirst quarter 2023 report\nFlour revenue was $41.5 million.",
        "Halden Mills\nSecond quarter 2023 report\nFlour revenue was $43.1 million. "
        "First-half flour revenue was $84.6 million.",
    )
    assert sure(found) == {("41500000", "43100000")}


def test_the_period_of_a_report_stands_in_any_line_above_its_first_paragraph(
    compared: Compare,
) -> None:
    found = compared(
        "Halden Ferries\nTrading statement - Third quarter 2023\n\nTraffic\n\n"
        "Net profit was $13.9 million.",
        "Halden Ferries\nFourth quarter and full year 2023 results\n\nTraffic\n\n"
        "Fourth-quarter net profit was $11.2 million. For the full year, net profit was "
        "$48.3 million.",
    )
    assert found.new.period == Period(10, 12, 2023)
    assert sure(found) == {("13900000", "11200000")}


def test_a_headline_and_the_sentence_below_it_give_one_figure(compared: Compare) -> None:
    found = compared(
        "Annual report 2022\nPassengers made 63.7 million trips, 9.3 percent more than in 2021.",
        "Annual report 2023\n68.8 million trips.\n\nOver the year 68.8 million trips were taken, "
        "7.7 percent more than in 2022.",
    )
    assert sure(found) == {("63700000", "68800000"), ("9.3", "7.7")}
    assert not found.only_new


def test_aims_are_paired_by_what_they_stand_beside(compared: Compare) -> None:
    found = compared(
        "Annual report 2022\nPunctuality was 83.1 percent for coaches and 91.4 percent for barges, "
        "against targets of 85 percent and 90 percent.",
        "Annual report 2023\nPunctuality was 84.6 percent for coaches (target: 85 percent); for "
        "barges it was 92.0 percent (target: 90 percent).",
    )
    assert sure(found) == {("83.1", "84.6"), ("91.4", "92.0"), ("85", "85"), ("90", "90")}


def test_a_value_of_a_year_before_is_not_the_level_of_the_last_edition(compared: Compare) -> None:
    found = compared(
        "Annual report 2022\n18,450 people were waiting for a berth, down from 19,210 a year "
        "earlier.",
        "Annual report 2023\n17,320 people were waiting for a berth, down from 18,450 a year "
        "earlier.",
    )
    assert sure(found) == {("18,450", "17,320")}


def test_a_number_a_thousand_times_larger_is_another_measure(compared: Compare) -> None:
    found = compared(
        "Annual report 2022\nThe fleet comprised 12 barges.",
        "Annual report 2023\nThe fleet carried 1,200,000 barges.",
    )
    assert not found.pairs


def test_the_last_month_of_months_so_far_is_paired_whatever_their_number(
    compared: Compare,
) -> None:
    found = compared(
        "2025年1—4月航运简报\n1—4月，货运量820万吨。4月份，货运量210万吨。",
        "2025年1—5月航运简报\n1—5月，货运量1035万吨。5月份，货运量215万吨。",
    )
    assert sure(found) == {("820万", "1035万"), ("210万", "215万")}


def test_one_word_in_common_makes_no_measure_of_two(compared: Compare) -> None:
    found = compared(
        "Annual report 2022\nSickness absence averaged 5.4 percent and the vacancy rate was 8.9 "
        "percent.",
        "Annual report 2023\nThe average rate paid on savings was 2.94 percent.",
    )
    assert not found.sure


def test_what_a_level_is_held_against_is_not_the_level(compared: Compare) -> None:
    found = compared(
        "Harbour Bulletin, May 2026\nThe mood index stood at 101.4 points.",
        "Harbour Bulletin, June 2026\n"
        "At 99.8 points, the mood index fell below its long-term average of 100.0.",
    )
    assert ("101.4", "100.0") not in sure(found)


@pytest.mark.parametrize(
    ("old", "new", "pair"),
    [
        (
            "Construction output was 2.2% higher than a year earlier.",
            "Output of the construction sector rose by 1.7%.",
            ("2.2", "1.7"),
        ),
        (
            "The port authority employed 1,146 people.",
            "The number of employees at the port authority was 1,163.",
            ("1,146", "1,163"),
        ),
        (
            "Exports were 5.2% above the level of May 2021, while imports, at $8.11 billion, grew.",
            "Exports rose. Imports came to $8.20 billion.",
            ("8110000000", "8200000000"),
        ),
    ],
)
def test_one_measure_in_other_words_is_paired(
    old: str, new: str, pair: tuple[str, str], compared: Compare
) -> None:
    found = compared(f"Harbour bulletin, May 2022\n{old}", f"Harbour bulletin, June 2022\n{new}")
    assert pair in sure(found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Revenue from Europe came to $3.2 million.", "Revenue from Asia came to $3.4 million."),
        ("The yard employed 212 welders.", "The yard employed 198 painters."),
        ("Freight revenue was $8.1 million.", "Passenger revenue was $8.4 million."),
        (
            "Costs of the north depot were $4.1 million.",
            "Costs of the east quay were $4.6 million.",
        ),
    ],
)
def test_another_part_is_never_sure(old: str, new: str, compared: Compare) -> None:
    found = compared(f"Harbour bulletin, May 2022\n{old}", f"Harbour bulletin, June 2022\n{new}")
    assert not found.sure
