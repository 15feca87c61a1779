"""Names of aims: what a level is held against, what is aimed for, what is expected."""

import pytest

from viewer.quantities import labelled, scan


def labels(text: str) -> list[str]:
    return [one.label for one in labelled(text, scan(text)) if one.is_metric]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("臭氧浓度152微克，好于省里下达的160微克考核目标。", ["臭氧浓度", "臭氧浓度考核目标"]),
        ("用电总量11.8亿度，控制在市下达的12.5亿度指标以内。", ["用电总量", "用电总量控制指标"]),
        ("债务余额512亿元，低于省核定限额531亿元。", ["债务余额", "债务余额省核定限额"]),
        (
            "新增就业2.9万人，完成全年5.2万人目标任务的55.2%。",
            ["新增就业", "全年新增就业目标", "全年新增就业目标完成率"],
        ),
        (
            "甲市、乙市分别减排1.8万吨和1.2万吨，分别完成任务的112%和105%。",
            ["甲市减排", "乙市减排", "甲市减排任务完成率", "乙市减排任务完成率"],
        ),
    ],
)
def test_an_aim_is_that_of_the_level_before_it(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("明年力争入园率达到95%以上。", "入园率目标"),
        ("力争外贸出口增长6%左右。", "外贸出口增长目标"),
        ("预计第四季度客流约400万人次。", "预计客流"),
        ("旅游业界预计全年旅客将达400万人次。", "预计旅客"),
        ("争取中央资金9.4亿元。", "中央资金"),
    ],
)
def test_what_is_aimed_for_or_expected_is_told_from_what_has_been(text: str, expected: str) -> None:
    assert labels(text) == [expected]
