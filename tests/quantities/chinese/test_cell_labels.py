"""Names of the cells of Chinese tables: row, measure of the column, period."""

import pytest

from viewer.quantities import labelled, scan


def labels(text: str) -> list[str]:
    return [one.label for one in labelled(text, scan(text)) if one.is_metric]


def test_a_row_takes_what_its_column_measures() -> None:
    text = "站点\t达标天数比率（%）\tPM10浓度（微克/立方米）\t浓度同比（%）\n东湖\t86.1\t52\t-4.4\n"
    assert labels(text) == ["东湖达标天数比率", "东湖PM10浓度", "东湖PM10浓度同比"]


def test_a_change_or_bare_share_is_that_of_the_things_of_its_table() -> None:
    text = "客源地\t旅客人次（万人次）\t占比（%）\t同比变动（%）\n邻省\t28.2\t70.0\t11.2\n"
    assert labels(text) == ["邻省旅客人次", "邻省旅客占比", "邻省旅客同比变动"]


def test_the_row_of_a_total_stands_behind_its_measure() -> None:
    text = "项目\t营业收入（万元）\t占比（%）\n阀门\t120.5\t60.2\n合计\t200.2\t100.0\n"
    assert labels(text)[2:] == ["营业收入合计", "营业收入合计占比"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("类别\t人数（人）\n技术人员\t3584\n", "技术人员"),
        ("类别\t人数（人）\n门诊\t3584\n", "门诊人数"),
        ("指标\t绝对数（亿元）\n第一产业\t37.1\n", "第一产业"),
    ],
)
def test_a_column_that_only_counts_what_the_row_names_adds_nothing(
    text: str, expected: str
) -> None:
    assert labels(text) == [expected]


def test_a_period_stands_before_what_was_measured_in_it() -> None:
    text = "（单位：亿元）\n项目\t2023年\t2024年\n总收入\t4.2\t4.8\n"
    assert labels(text) == ["2023年总收入", "2024年总收入"]
