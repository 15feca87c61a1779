"""A draft sets findings over its charts, only such as the check accepts."""

import pytest

from viewer.draft import draft_outline
from viewer.draft.outline import outline
from viewer.draft.readers import Report
from viewer.draft.readers.plain import blocks_of
from viewer.model import Briefing
from viewer.proof import prove
from viewer.quantities import labelled, scan
from viewer.relations.whole_lists import is_whole_list


def drafted(text: str) -> Briefing:
    return draft_outline(outline(Report(blocks_of(text))), "report").briefing


def findings(text: str) -> list[str]:
    briefing = drafted(text)
    issues = prove(briefing).issues
    assert not [issue for issue in issues if issue.code.startswith("finding-")]
    return [chart.finding for section in briefing.sections for chart in section.charts]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "窗口简报\n\n受理率、办结率、回访率分别达81%、94%、88%。\n",
            "3 项中办结率最高，94%",
        ),
        (
            "价格简报\n\n比上年，鲜鱼价上涨4.5%，鲜菜价上涨9.1%，鲜果价上涨1.2%。\n",
            "3 项中鲜菜价增幅最大，+9.1%",
        ),
        (
            "港口简报\n\n全港吞吐量520万吨，比上年增长6.1%。\n",
            "全港吞吐量520万吨，比上年增长6.1%",
        ),
        (
            "港口简报\n\n本月：\n\n● 全港吞吐量520万吨，比上年增长6.1%。\n",
            "全港吞吐量520万吨，比上年增长6.1%",
        ),
        (
            "Port\n\nContainer traffic came to 312 tonnes, of which transhipment accounted for "
            "109 tonnes, or 35%.\n",  # as it is printed, not 34.9%
            "transhipment, 109 tonnes, is 35% of Container traffic, 312 tonnes",
        ),
        (
            "Port\n\nIt used 46.2 GWh of electricity, of which 28.6 GWh, or 61.9%, came from "
            "wind.\n",
            "electricity from wind, 28.6 GWh, is 61.9% of electricity, 46.2 GWh",
        ),
    ],
)
def test_a_finding_is_proposed_where_a_rule_makes_one(text: str, finding: str) -> None:
    assert finding in findings(text)


def test_none_is_the_largest_of_a_list_that_the_chart_does_not_hold_whole() -> None:
    text = (
        "全县种植业产值合计18.62亿元，其中，小麦产值3.41亿元，增长1.1%；玉米产值2.10亿元，"
        "增长0.4%；大豆产值3.00亿元，增长2.2%；水稻产值10.11亿元，增长2.0%。"
    )
    figures = labelled(text, scan(text))
    sizes = [one.span for one in figures if one.unit == "元"][1:]
    assert is_whole_list(text, "zh-CN", frozenset(sizes))
    assert not is_whole_list(text, "zh-CN", frozenset(sizes[:-1]))
    assert "4 项中水稻产值最大，10.11亿元" in findings(f"种植简报\n\n{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        "窗口简报\n\n受理率、办结率分别达94%、94%。\n",  # none is the highest
        "窗口简报\n\n受理率达81%以上，办结率达80%以上。\n",  # bounds have no order
    ],
)
def test_none_is_largest_of_equal_or_bounded_figures(text: str) -> None:
    assert not any("最高" in finding or "高于" in finding for finding in findings(text))


def test_a_quote_is_never_torn_from_its_marks_or_out_of_a_table() -> None:
    table = "品名\t产量\n谷\t31.5\n豆\t4.2\n"
    text = f"事项简报\n\n开通“一网、一门、一次”事项35项，覆盖“十区”9个。\n\n{table}"
    assert findings(text)
    for finding in findings(text):
        assert finding.count("“") == finding.count("”")
        assert "\t" not in finding
