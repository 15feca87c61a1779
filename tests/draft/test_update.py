from dataclasses import replace
from pathlib import Path

import pytest

from viewer.datafile import read_briefing, write_briefing
from viewer.draft import Draft, draft_outline
from viewer.draft.outline import outline
from viewer.draft.readers import Report
from viewer.draft.readers.plain import blocks_of
from viewer.draft.update import updated
from viewer.i18n import load
from viewer.model import Briefing, Metric, PlannedStep, Severity, StepKind
from viewer.proof import prove

DATA = Path(__file__).parents[2] / "data"
REPORT = (DATA / "shandong-2020.txt").read_text()


def drafted(text: str) -> Draft:
    return draft_outline(outline(Report(blocks_of(text))), "report")


@pytest.fixture(scope="module")
def by_hand() -> Briefing:
    briefing = read_briefing((DATA / "shandong-2020.yaml").read_bytes()).briefing
    assert briefing is not None
    return briefing


def metric(briefing: Briefing, id_: str) -> Metric:
    return next(m for section in briefing.sections for m in section.metrics if m.id == id_)


def codes(old: Briefing, text: str) -> tuple[Briefing, list[str]]:
    made = updated(old, drafted(text))
    errors = [i for i in prove(made.draft.briefing).issues if i.severity is Severity.ERROR]
    assert errors == []
    return made.draft.briefing, [n.code for n in made.notes]


def test_the_same_report_changes_nothing(by_hand: Briefing) -> None:
    merged, told = codes(by_hand, REPORT)
    assert told == []
    words = load("zh")
    assert write_briefing(merged, words) == write_briefing(by_hand, words)


def test_a_changed_figure_takes_its_value_and_keeps_label_and_notes(by_hand: Briefing) -> None:
    merged, told = codes(by_hand, REPORT.replace("1793 名", "1801 名"))
    old, new = metric(by_hand, "officers-added"), metric(merged, "officers-added")
    assert told == ["metric-changed"]
    assert (new.point.written, new.label, new.notes) == ("1801", old.label, old.notes)
    assert "1793名" in new.review


def test_a_figure_that_is_gone_leaves_its_charts(by_hand: Briefing) -> None:
    merged, told = codes(by_hand, REPORT.replace("止付50亿元、冻结30亿元", "止付50亿元"))
    shown = {
        id_ for section in merged.sections for chart in section.charts for id_ in chart.metrics
    }
    assert told == ["metric-gone", "text-gone"]  # its notes
    assert "funds-frozen" not in shown
    assert "payments-stopped" in shown


def test_the_planned_talk_stays_but_for_the_steps_whose_subject_is_gone(by_hand: Briefing) -> None:
    steps = (
        PlannedStep(StepKind.TITLE, path="talk[0]"),
        PlannedStep(StepKind.FIGURE, figures=("funds-frozen",), path="talk[1]", notes="慢一点"),
        PlannedStep(StepKind.FIGURE, figures=("payments-stopped",), path="talk[2]", notes="先停"),
        PlannedStep(
            StepKind.COMPARE, figures=("officers-added", "payments-stopped"), path="talk[3]"
        ),
    )
    planned = replace(by_hand, talk=steps)
    merged, told = codes(planned, REPORT.replace("止付50亿元、冻结30亿元", "止付50亿元"))
    assert [step.path for step in merged.talk] == ["talk[0]", "talk[2]", "talk[3]"]
    assert told.count("step-gone") == 1
    again = read_briefing(write_briefing(merged).encode()).briefing
    assert again is not None
    said = [(one.kind, one.figures, one.notes) for one in again.talk]
    assert said == [(one.kind, one.figures, one.notes) for one in merged.talk]


def test_a_new_figure_is_added_and_told(by_hand: Briefing) -> None:
    merged, told = codes(by_hand, REPORT.replace("一体运行。\n", "一体运行。另设分中心45个。\n", 1))
    assert told == ["metric-new"]
    assert any(m.point.written == "45" for section in merged.sections for m in section.metrics)


def test_a_figure_that_the_author_left_out_stays_out(by_hand: Briefing) -> None:
    first = by_hand.sections[0]
    fewer = replace(first, metrics=first.metrics[1:], charts=())
    merged, told = codes(replace(by_hand, sections=(fewer, *by_hand.sections[1:])), REPORT)
    assert told == []
    assert len(merged.sections[0].metrics) == len(first.metrics) - 1


def test_a_paragraph_that_moved_takes_its_metrics_along(by_hand: Briefing) -> None:
    sentence = "规划布建街面警务站、驻勤点316处"
    text = REPORT.replace("," + sentence, "").replace(
        "汇聚整合30类2248亿条数据。", f"汇聚整合30类2248亿条数据,{sentence}。"
    )
    merged, told = codes(by_hand, text)
    assert told == ["metric-moved"]
    home = next(s for s in merged.sections if any(m.id == "street-posts" for m in s.metrics))
    assert home.id == "smart-policing"


def test_a_renamed_section_keeps_the_author_s_work(by_hand: Briefing) -> None:
    merged, told = codes(
        by_hand, REPORT.replace("改革创新构建服务实战新格局", "改革创新构建新格局")
    )
    assert told == []
    assert [s.id for s in merged.sections] == [s.id for s in by_hand.sections]


def test_a_heading_that_the_author_left_as_it_was_takes_the_new_one() -> None:
    old = drafted(REPORT).briefing
    named = replace(old.sections[1], title="作者的题目")
    mine = replace(old, sections=(old.sections[0], named, *old.sections[2:]))
    text = REPORT.replace("改革创新构建服务实战新格局", "改革创新构建新格局")
    merged, told = codes(mine, text.replace("做强综合战斗实体,", "做强实体,"))
    assert told == ["section-renamed"]
    assert [s.title for s in merged.sections][1:3] == ["作者的题目", "改革创新构建新格局"]
    assert [s.id for s in merged.sections] == [s.id for s in old.sections]


def test_a_chart_goes_where_all_its_figures_went(by_hand: Briefing) -> None:
    paragraph = next(line for line in REPORT.split("\n") if "1078 名派出所长" in line)
    text = REPORT.replace(paragraph + "\n", "").replace("数据。\n", f"数据。\n\n{paragraph}\n", 1)
    mine = next(c for s in by_hand.sections for c in s.charts if "station-chiefs" in c.metrics)
    merged, told = codes(by_hand, text)
    assert set(told) == {"metric-moved", "text-gone"}  # there is no room for one more chart
    assert any(mine == replace(chart, place=mine.place) for chart in merged.sections[3].charts)


def test_a_section_that_moved_is_told_once_and_keeps_its_author_s_work(by_hand: Briefing) -> None:
    marks = ("做强综合战斗实体", "改革创新构建服务实战新格局", "智慧警务打造")
    first, second, third = (REPORT.index(mark) for mark in marks)
    text = REPORT[:first] + REPORT[second:third] + REPORT[first:second] + REPORT[third:]
    merged, told = codes(by_hand, text)
    assert told == ["section-moved"]
    old = [section.id for section in by_hand.sections]
    assert [section.id for section in merged.sections] == [old[0], old[2], old[1], old[3]]
    kept = {section.id: section for section in by_hand.sections}
    assert all(section.charts == kept[section.id].charts for section in merged.sections)


def test_what_was_said_to_be_no_figure_stays_out_though_its_paragraph_is_new() -> None:
    report = "水务月报\n\n一、供水\n\n本月供水{n}万吨，检修管道26公里。编号7号井。"
    first = drafted(report.format(n=310)).briefing
    section = first.sections[0]
    kept = tuple(one for one in section.metrics if one.point.written != "26")
    assert len(kept) < len(section.metrics)
    mine = replace(section, metrics=kept, charts=(), relations=(), left_out=("26公里",))
    old = replace(first, sections=(mine,))
    changed = report.format(n=325).replace("检修", "更新并检修")
    for left_out, back in (((), True), (mine.left_out, False)):
        now = replace(old, sections=(replace(mine, left_out=left_out),))
        merged, _ = codes(now, changed)
        assert any(m.point.written == "26" for m in merged.sections[0].metrics) is back
        assert merged.sections[0].left_out == left_out
