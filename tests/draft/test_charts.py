from viewer.draft import draft_outline
from viewer.draft.outline import outline
from viewer.draft.readers import Report
from viewer.draft.readers.plain import blocks_of
from viewer.model import Briefing, Chart


def charts(text: str) -> list[tuple[str, list[str]]]:
    """The kind of each chart of the first section, with the values that it shows."""
    made: Briefing = draft_outline(outline(Report(blocks_of(text))), "report").briefing
    section = made.sections[0]
    written = {metric.id: metric.point.written for metric in section.metrics}
    return [(chart.kind, [written[id_] for id_ in chart.metrics]) for chart in section.charts]


def titles(text: str) -> list[Chart]:
    made: Briefing = draft_outline(outline(Report(blocks_of(text))), "report").briefing
    return list(made.sections[0].charts)


def table(rows: int) -> str:
    names = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"
    lines = "\n".join(f"{names[at]}港\t{40 + at}.5\t{at + 1}.2" for at in range(rows))
    return f"各港吞吐量\n\n单位：万吨\n港口\t吞吐量\t同比增长（%）\n{lines}\n"


def test_no_row_of_a_table_is_left_alone() -> None:
    shown = charts(table(13))
    assert [(kind, len(values)) for kind, values in shown] == [("bar", 26)]
    assert [len(values) for kind, values in charts(table(17)) if kind == "bar"] == [16, 18]


def test_the_changes_of_a_table_stand_at_the_ends_of_their_levels() -> None:
    ((_, values),) = charts(table(3))
    assert values == ["40.5万", "1.2", "41.5万", "2.2", "42.5万", "3.2"]


def test_changes_that_alternate_in_one_paragraph_stand_together() -> None:
    text = (
        "煤价简报\n\n东港煤价较9月初下跌21元/吨，跌幅4.3%；西港煤价较9月初下跌16元/吨，跌幅4.1%；"
        "北港煤价较9月初下跌52元/吨，跌幅9.2%。\n"
    )
    assert charts(text) == [("change", ["21", "16", "52"]), ("change", ["4.3", "4.1", "9.2"])]


def test_a_part_that_says_of_what_is_shown_on_its_whole() -> None:
    text = "播种简报\n\n全市播种面积75.1万公顷，其中绿色种植面积37万公顷。\n"
    assert ("share", ["37万"]) in charts(text)


def test_the_groups_that_show_most_are_charted_where_there_are_too_many() -> None:
    pairs = "".join(
        f"{name}队有船只{at}艘、{name}组有船只{at + 2}艘。\n\n"
        for at, name in enumerate("甲乙丙丁戊己庚辛", 3)
    )
    shown = charts(f"船只简报\n\n{table(13)}\n\n{pairs}")
    heaps = [len(values) for kind, values in shown if kind == "cards"]
    assert len(shown) - len(heaps) == 5
    assert max(heaps) <= 6
    assert [len(values) for kind, values in shown if kind == "bar"][:1] == [26]


def test_a_chart_is_not_named_by_one_character() -> None:
    words = (
        "16个市、124个县级公安机关建立机制，侦破跨境电信网络诈骗刑事案件2.5万起，冻结资金3.2亿元。"
    )
    text = f"全省情况\n\n{words}\n"
    assert titles(text)
    assert not any(chart.title.startswith("市") for chart in titles(text))


def test_rows_of_years_measured_alike_are_lines_of_one_picture() -> None:
    rows = "粮食\t4.1\t0.5\t4.3\t0.9\n油料\t2.1\t1.5\t2.3\t1.1"
    head = "指标\t2018年\t\t2019年\n\t产量（万吨）\t增长（%）\t产量（万吨）\t增长（%）"
    shown = titles(f"农业简报\n\n{head}\n{rows}\n")
    assert [(chart.kind, len(chart.metrics)) for chart in shown] == [("line", 2), ("line", 2)]


def test_a_ratio_of_two_sizes_is_drawn_beside_no_shares() -> None:
    shown = charts("居民收入简报\n\n城镇化率62.4%，恩格尔系数28.5%，城乡居民收入比2.31。")
    assert [values for kind, values in shown if kind == "share"] == [["62.4", "28.5"]]
