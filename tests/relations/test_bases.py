"""Bases whose clause names no more than an earlier time, however it is named."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "a season",
        "客场场均观众6180人，上赛季为5890人。",
        {("change", "6180人", "5890人"): None},
    ),
    (
        "so many months before",
        "贷款逾期率为2.14%，三个月前为2.31%。",
        {("change", "2.14%", "2.31%"): None},
    ),
    (
        "two years before",
        "车队现有电动客车58辆，两年前仅34辆。",
        {("change", "58辆", "34辆"): None},
    ),
    (
        "a base behind an aim, which is that of the level before both",
        "欠费率为4.1%，好于4.6%的控制目标，但高于上年的3.7%。",
        {("target", "4.6%", "4.1%"): None, ("change", "4.1%", "3.7%"): None},
    ),
    (
        "what came after it",
        "每户年均用气量降到286立方米，而更换壁挂炉之前为341立方米。",
        {("change", "286立方米", "341立方米"): None},
    ),
    (
        "the height of it",
        "等候名单回落到410人，高峰时曾达到760人。",
        {("change", "410人", "760人"): None},
    ),
    (
        "a duration that the next sentence takes up",
        "货车平均等候时间缩短至35分钟。一年前，这一数字还是52分钟。",
        {("change", "35分钟", "52分钟"): None},
    ),
    (
        "a cause between a level and its change",
        "经营净收益为3.27亿元，受备货增加影响，同比减少6.9%。",
        {("change", "3.27亿元", "6.9%"): None},
    ),
    ("before tax is no earlier time", "净收益为5.2亿元，税前为6.1亿元。", {}),
    ("a clause of another thing", "车位租金为90元，最高时商铺租金为120元。", {}),
]


@each_of(CASES)
def test_a_short_report_holds_these_bases_and_no_other(text: str, expected: Found) -> None:
    assert found_in(text) == expected
