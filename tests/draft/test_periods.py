from pathlib import Path

import pytest

from viewer.draft import draft_report
from viewer.model import Metric


def series(tmp_path: Path, text: str) -> list[tuple[str, list[tuple[str, float]]]]:
    path = tmp_path / "report.txt"
    path.write_text(f"年度报告\n\n{text}\n", encoding="utf-8")
    return [
        (metric.label, [(point.period, float(point.value)) for point in metric.points])
        for metric in all_metrics(path)
        if metric.series
    ]


def all_metrics(path: Path) -> list[Metric]:
    return [m for section in draft_report(path).briefing.sections for m in section.metrics]


def test_years_named_first_are_dealt_out_to_the_figures(tmp_path: Path) -> None:
    text = (
        "2021年、2022年和2023年营业收入分别为1.2亿元、1.5亿元和1.8亿元，"
        "净利润分别为0.2亿元、0.3亿元、0.1亿元。"
    )
    assert series(tmp_path, text) == [
        ("营业收入", [("2021", 1.2e8), ("2022", 1.5e8), ("2023", 1.8e8)]),
        ("净利润", [("2021", 2e7), ("2022", 3e7), ("2023", 1e7)]),
    ]


def test_figures_that_each_follow_their_year_are_one_series(tmp_path: Path) -> None:
    text = "全市小学在校生2021年为12.6万人，2022年为12.9万人，2023年为13.4万人。"
    assert series(tmp_path, text) == [
        ("小学在校生", [("2021", 126000), ("2022", 129000), ("2023", 134000)])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2021年、2022年收入分别为1.2亿元、1.5亿元、1.8亿元。",
        "2021年、2022年收入和人数分别为1.2亿元、30人。",
        "2020年建成39个，2021年又建成41个。",
        "2021年、2021年收入分别为1.2亿元、1.5亿元。",
    ],
)
def test_what_is_not_certain_stays_figure_by_figure(tmp_path: Path, text: str) -> None:
    assert series(tmp_path, text) == []


@pytest.mark.parametrize(
    "table",
    [
        "单位：亿元\n指标\t2021年\t2022年\n出口总额\t410\t455",
        "单位：亿元\n指标 | 2021年 | 2022年\n出口总额 | 410 | 455",
        "单位：亿元\n| 指标 | 2021年 | 2022年 |\n|---|---|---|\n| 出口总额 | 410 | 455 |",
        "单位：亿元\n指标        2021年    2022年\n出口总额    410       455",
        "单位：亿元\n            2021年    2022年\n出口总额    410       455",
    ],
)
def test_a_table_of_plain_text_gives_series_however_its_columns_are_parted(
    tmp_path: Path, table: str
) -> None:
    assert series(tmp_path, f"外贸增长较快。\n\n{table}\n\n以上为初步数。") == [
        ("出口总额", [("2021年", 41e9), ("2022年", 45.5e9)])
    ]


def test_a_row_with_fewer_cells_than_its_header_is_no_series(tmp_path: Path) -> None:
    assert series(tmp_path, "指标 | 2021年 | 2022年 | 2023年\n出口总额 | 410吨 | 455吨") == []


def test_a_series_whose_unit_was_not_found_asks_to_be_checked(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        "公报\n\n外贸增长。\n\n指标 | 2021年 | 2022年\n合计 | 410 | 455\n", encoding="utf-8"
    )
    (metric,) = all_metrics(path)
    assert metric.series
    assert "单位" in metric.review


def test_columns_below_merged_years_are_a_series_each(tmp_path: Path) -> None:
    table = (
        "指标\t2018年\t\t2019年\n\t产量（万吨）\t增长（%）\t产量（万吨）\t增长（%）\n"
        "原煤\t1200.5\t3.1\t1260.8\t5.0\n焦炭\t310.2\t-1.2\t305.1\t-1.6"
    )
    assert series(tmp_path, table) == [
        ("原煤", [("2018年", 12005000), ("2019年", 12608000)]),
        ("原煤增长", [("2018年", 3.1), ("2019年", 5.0)]),
        ("焦炭", [("2018年", 3102000), ("2019年", 3051000)]),
        ("焦炭增长", [("2018年", -1.2), ("2019年", -1.6)]),
    ]


def test_the_figures_of_an_english_table_are_written_without_chinese_scales(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    table = "($ million)\tQ1 2022\tQ2 2022\nRevenue\t1,204.5\t1,310.2"
    path.write_text(f"Port review\n\nThe port grew in both quarters.\n\n{table}\n")
    (revenue,) = all_metrics(path)
    assert [point.written for point in revenue.points] == ["1204500000", "1310200000"]


def test_a_column_that_is_aimed_at_or_expected_gives_its_points_that_standing(
    tmp_path: Path,
) -> None:
    path = tmp_path / "report.txt"
    table = (
        "单位：亿元\n指标\t2023年\t2024年实际\t2025年预计\t2026年目标\n出口总额\t410\t455\t470\t500"
    )
    path.write_text(f"年度报告\n\n{table}\n", encoding="utf-8")
    (metric,) = all_metrics(path)
    told = [str(metric.standing_at(point)) for point in metric.points]
    assert told == ["fact", "fact", "forecast", "target"]
    assert [point.standing for point in metric.points[:2]] == [None, None]
