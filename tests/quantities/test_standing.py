"""What a clause says of the standing of its figures, whichever of its words says it."""

from __future__ import annotations

import pytest

from viewer.model import Quantity
from viewer.quantities import scan
from viewer.quantities.vocabulary import words_of

DECIDES = words_of("zh", "standing.decides")
SAYS = [
    (one, sense)
    for sense in ("target", "plan", "forecast")
    for one in words_of("en", "standing.says", sense)
]


def _standings(text: str) -> list[str]:
    """The standings of the figures of a text in order."""
    return [str(one.standing) for one in scan(text) if one.is_metric]


@pytest.mark.parametrize("word", DECIDES)
def test_a_decision_is_a_plan_until_it_is_told_as_done(word: str) -> None:
    assert _standings(f"公司{word}采购煤炭52万吨。") == ["plan"]
    assert _standings(f"公司{word}采购后已运到煤炭52万吨。") == ["fact"]


@pytest.mark.parametrize(("verb", "sense"), SAYS)
def test_whoever_says_that_something_should_be_lends_his_sense(verb: str, sense: str) -> None:
    assert _standings(f"They {verb} that 5,200 pupils should study Latin.") == [sense]


@pytest.mark.parametrize(
    ("label", "standing"),
    [
        ("Targets for 2031", "target"),
        ("Projected outturn", "forecast"),
        ("Works (proposed)", "plan"),
        ("Works (audited)", "fact"),
        ("Progress against the targets for 2031", "fact"),
    ],
)
def test_a_label_stands_for_each_figure_up_to_the_full_stop(label: str, standing: str) -> None:
    text = f"{label}: mills 41 tons, ports 62 tons, farms 83 tons. Last year it was 74 tons."
    assert _standings(text) == [standing] * 3 + ["fact"]


@pytest.mark.parametrize(
    ("label", "standing"),
    [
        ("2031年目标", "target"),
        ("2031年展望", "forecast"),
        ("目标完成情况", "fact"),
        ("决算", "fact"),
    ],
)
def test_a_chinese_label_passes_over_semicolons(label: str, standing: str) -> None:
    text = f"{label}：粮食52万吨；油料41万吨；蔬菜83万吨。上年产茶74万吨。"
    assert _standings(text) == [standing] * 3 + ["fact"]


@pytest.mark.parametrize(
    "what", ["was met", "was exceeded by 3 tons", "was missed", "remains in force"]
)
def test_the_value_of_a_budget_is_planned_whatever_became_of_it(what: str) -> None:
    assert _standings(f"The budget of 52 tons {what}.")[0] == "plan"


@pytest.mark.parametrize(
    "whole",
    [
        "It will shut three of its {number} mills.",
        "It plans to retire 30 jets, a third of its fleet of {number}.",
        "集团将关闭旗下{number}家厂中的3家。",
    ],
)
def test_the_whole_of_which_a_part_is_planned_is_a_fact(whole: str) -> None:
    found = scan(whole.replace("{number}", "94"))
    assert [str(one.standing) for one in found if one.value == 94] == ["fact"]


@pytest.mark.parametrize("year", ["2029", "2030", "2035"])
@pytest.mark.parametrize("verb", ["新增", "培育", "改造", "建成"])
def test_what_is_done_by_a_year_to_come_is_an_aim(year: str, verb: str) -> None:
    assert _standings(f"《方案》提出，到{year}年{verb}码头52座。") == ["target"]


@pytest.mark.parametrize("given", ["分解", "下达", "分配", "分到", "领到", "认领", "年度", "全年"])
def test_a_task_that_somebody_is_given_is_an_aim(given: str) -> None:
    assert _standings(f"各县{given}任务52万亩。") == ["target"]


def test_the_head_of_a_clause_says_when_it_was() -> None:
    assert _standings("明年的目标是83%以上，今年这个62%太低。") == ["target", "fact"]
    assert _standings("去年为62%，明年目标83%。") == ["fact", "target"]


def _one(text: str, surface: str) -> Quantity:
    return next(one for one in scan(text) if surface in one.surface)


@pytest.mark.parametrize("earlier", ["上年", "去年同期", "上月", "前值"])
@pytest.mark.parametrize("than", ["低于", "高于", "快于", "慢于"])
def test_a_rate_is_held_beside_one_that_goes_its_way(earlier: str, than: str) -> None:
    rise = _one(f"产量增速4.1%，{than}{earlier}的5.3%。", "5.3%").change
    assert rise is not None and rise > 0
    fall = _one(f"产量降幅4.1%，{than}{earlier}的5.3%。", "5.3%").change
    assert fall is not None and fall < 0


@pytest.mark.parametrize("than", ["slower", "faster", "weaker", "stronger"])
def test_an_english_rate_is_held_beside_one_that_goes_its_way(than: str) -> None:
    rise = _one(f"Growth of 4.1% was {than} than the 5.3% seen in 2023.", "5.3%").change
    assert rise is not None and rise > 0


@pytest.mark.parametrize(
    ("text", "standings"),
    [
        (
            "Sales for March were revised from 12,000 tons to 15,000 tons, and 300 tons were sold.",
            ["forecast", "fact", "fact"],
        ),
        (
            "The tally was revised up from an earlier 412 tons. The port shipped 50 tons.",
            ["forecast", "fact"],
        ),
    ],
)
def test_only_the_number_that_was_revised_is_what_was_thought(
    text: str, standings: list[str]
) -> None:
    assert _standings(text) == standings


@pytest.mark.parametrize("heading", ["2031年预算草案", "2031年收支安排", "下一步工作安排"])
def test_below_a_plan_a_level_or_a_bound_is_aimed_at(heading: str) -> None:
    text = (
        f"{heading}\n\n1.修桥拨付资金41万元；采购煤炭52吨。\n2.失业率控制在5.5%以内。\n"
        "3.新增床位300张以上。\n"
    )
    assert _standings(text) == ["plan", "plan", "target", "target"]


def test_a_section_of_what_was_carried_out_lends_no_plan() -> None:
    text = "一、2030年预算执行情况\n\n收入412万元，增长4.6%。争取专项债券64万元，支持项目47个。\n"
    assert _standings(text) == ["fact"] * 4


@pytest.mark.parametrize("below", ["（一）城乡建设", "1.城乡建设", "### 城乡建设"])
def test_a_heading_lends_its_standing_to_the_headings_below_it(below: str) -> None:
    above = "## 2031年工作安排" if below.startswith("#") else "二、2031年工作安排"
    after = "## 机构设置" if below.startswith("#") else "三、机构设置"
    text = f"{above}\n\n{below}\n\n新建学校12所。\n\n{after}\n\n现设科室9个。\n"
    assert _standings(text) == ["plan", "fact"]


def test_an_english_outlook_holds_for_the_headings_below_it() -> None:
    text = (
        "## Outlook\n\n### Volumes\n\nThroughput of 41 million tons.\n\n"
        "## Staff\n\nThe port employs 620 people.\n"
    )
    assert _standings(text) == ["forecast", "fact"]


def test_a_month_is_no_modal_verb() -> None:
    assert _standings("The strike in May that closed two terminals hurt trade.") == ["fact"]
    assert _standings("The tide may then close two terminals.") == ["forecast"]
