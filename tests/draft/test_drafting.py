from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.budget import examples
from viewer.datafile import read_briefing, write_briefing
from viewer.draft import Draft, draft_outline, draft_report, repair
from viewer.draft.outline import outline
from viewer.draft.readers import Report
from viewer.draft.readers.plain import blocks_of
from viewer.draft.readers.report import clean
from viewer.i18n import load
from viewer.model import (
    Briefing,
    Metric,
    Relation,
    RelationKind,
    Section,
    Severity,
    Standing,
    ViewerError,
)
from viewer.proof import SectionProof, prove, prove_section

DATA = Path(__file__).parents[2] / "data"
REPORT = DATA / "shandong-2020.txt"

WORDS = [
    "全省", "建成中心", "同比增长", "其中，", "占总数的", "比上年", "分别达", "、", "，", "。",
    "\n", "\n\n", "203个", "1.48亿元", "83%", "92%", "2.5 万起", "三分之一", "近百", "八成", "“",
    "”", "\t", "指标\t2019年\t2020年", "3000—5000吨", "-1.6", "0.2个百分点", "一、综合",
    "（二）农业", "来源：新华社", "【林 珊】", "单位：亿元", "99999999999999999999个",
    "The budget narrowed to ", "CAD 1.9 billion", "3.5 percent", "#", ": ", "- ", "'", '"',
    "\xa0", "\u3000", "之比为2：1", "1:4.6", "16.9:44.5:38.6", "1/3", "12:30", "-20.9%", "六成半",
    "2021年、2022年产量分别为", "2021年为12.6万人，", "2022年为12.9万人", "至少有3家", "畝", "萬元",
    "5000万元及以上项目", "1.2/1.5/1.8元", "增减（%）", " | ", "up $1.3 billion to ",
    "from -5.2% to ",
]  # fmt: skip


def drafted(text: str) -> Draft:
    return draft_outline(outline(Report(blocks_of(clean(text)))), "report")


def metrics(briefing: Briefing) -> Iterator[Metric]:
    return (metric for section in briefing.sections for metric in section.metrics)


def errors(briefing: Briefing) -> list[str]:
    """The errors that `check` would tell of the written file."""
    text = write_briefing(briefing, load(briefing.language))
    reading = read_briefing(text.encode())
    issues = list(reading.issues)
    if reading.briefing is not None:
        issues += prove(reading.briefing).issues
    return [f"{issue.code} {issue.path}" for issue in issues if issue.severity is Severity.ERROR]


@pytest.fixture(scope="module")
def shandong() -> Draft:
    return draft_report(REPORT)


@pytest.fixture(scope="module")
def by_hand() -> Briefing:
    briefing = read_briefing((DATA / "shandong-2020.yaml").read_bytes()).briefing
    assert briefing is not None
    return briefing


def said(briefing: Briefing) -> list[tuple[object, ...]]:
    return [
        (metric.point.value, metric.unit, metric.kind, metric.qualifier, metric.versus)
        for metric in metrics(briefing)
    ]


def test_every_figure_of_the_hand_made_briefing_is_found(
    shandong: Draft, by_hand: Briefing
) -> None:
    assert said(shandong.briefing) == said(by_hand)
    assert shandong.figures == 43


def test_its_sections_and_source_are_those_of_the_hand_made_briefing(
    shandong: Draft, by_hand: Briefing
) -> None:
    made = shandong.briefing
    assert [(s.title, s.passage) for s in made.sections] == [
        (s.title, s.passage) for s in by_hand.sections
    ]
    assert (made.title, made.period) == (by_hand.title, by_hand.period)
    assert (made.source.publication, made.source.page, made.source.authors) == (
        by_hand.source.publication,
        by_hand.source.page,
        by_hand.source.authors,
    )


def test_parts_name_their_whole(shandong: Draft) -> None:
    parts = [m for m in metrics(shandong.briefing) if m.of]
    wholes = {m.id: m.point.written for m in metrics(shandong.briefing)}
    assert [(m.point.written, wholes[m.of or ""]) for m in parts] == [("56", "74"), ("7", "74")]


def test_it_opens_without_an_error_and_is_proven_whole(shandong: Draft) -> None:
    assert errors(shandong.briefing) == []
    proof = prove(shandong.briefing)
    assert len(proof.figures) == proof.cited == 43


def test_each_figure_is_in_one_chart_and_no_section_has_more_than_six(shandong: Draft) -> None:
    for section in shandong.briefing.sections:
        shown = [id_ for chart in section.charts for id_ in chart.metrics]
        wholes = {metric.of for metric in section.metrics}
        assert len(section.charts) <= 6
        assert len(shown) == len(set(shown))
        assert {m.id for m in section.metrics} - set(shown) <= wholes


def test_ids_are_short_and_stay_when_the_report_is_edited_a_little(shandong: Draft) -> None:
    edited = (
        REPORT.read_text().replace("1793 名", "1801 名").replace("全省公安机关深化", "全省深化")
    )
    again = drafted(edited)
    assert [m.id for m in metrics(again.briefing)] == [m.id for m in metrics(shandong.briefing)]
    assert [s.id for s in again.briefing.sections] == [s.id for s in shandong.briefing.sections]
    assert all(len(m.id) <= 40 and m.id.isascii() for m in metrics(shandong.briefing))


def test_ids_of_what_is_unchanged_stay_when_a_paragraph_is_put_in(shandong: Draft) -> None:
    lines = REPORT.read_text().split("\n")
    lines[-2:-2] = ["", "新的一段：全省完成绿化面积37.4公顷，栽种苗木512株。", ""]
    again = drafted("\n".join(lines)).briefing
    before = [m.id for m in metrics(shandong.briefing)]
    assert set(before) < {m.id for m in metrics(again)}
    assert [s.id for s in again.sections] == [s.id for s in shandong.briefing.sections]


def test_a_number_whose_thousands_a_space_parts_is_written_in_one_piece() -> None:
    (metric,) = metrics(drafted("公報\n\n港口貨物吞吐量達6 500萬公噸，運行平穩。\n").briefing)
    assert metric.points[0].written == "6500萬"


@pytest.mark.parametrize(
    ("text", "value"),
    [("A third of the pupils cycle.", "1/3"), ("Two thirds of the ferries were late.", "2/3")],
)
def test_a_part_that_no_decimal_ends_is_written_as_a_fraction(text: str, value: str) -> None:
    made = drafted(text)
    assert [point.written for metric in metrics(made.briefing) for point in metric.points] == [
        value
    ]
    assert not errors(made.briefing)


def test_writing_and_reading_a_draft_gives_the_same_briefing(shandong: Draft) -> None:
    text = write_briefing(shandong.briefing, load("zh"))
    again = read_briefing(text.encode()).briefing
    assert again is not None
    assert write_briefing(again, load("zh")) == text


def test_a_calculation_that_does_not_agree_is_counted_among_what_is_to_be_looked_at() -> None:
    wrong = drafted("货物吞吐量3120万吨，其中外贸1250万吨，占比45.0%。\n")
    assert [bool(one.review) for one in wrong.briefing.sections[0].relations] == [True]
    assert wrong.to_check == len(wrong.doubted) + 1
    right = drafted("货物吞吐量3120万吨，其中外贸1250万吨，占比40.1%。\n")
    assert right.to_check == len(right.doubted)


def test_doubts_are_said_in_the_language_of_the_report(shandong: Draft) -> None:
    assert any("百分点" in metric.review for metric in shandong.doubted)
    english = drafted("Prices rose 5.8% in May. The share was 4.2% of sales.\n")
    assert any("compared" in metric.review for metric in english.doubted)


def test_progress_is_told_and_cancelling_stops(tmp_path: Path) -> None:
    told: list[str] = []
    draft_report(REPORT, progress=lambda step, done: told.append(step))
    assert list(dict.fromkeys(told)) == ["read", "figures", "prove", "done"]
    with pytest.raises(ViewerError) as caught:
        draft_report(REPORT, cancelled=lambda: True)
    assert caught.value.code == "draft-cancelled"


def test_cancelling_is_heard_while_figures_are_proven(tmp_path: Path) -> None:
    steps: list[str] = []

    def cancelled() -> bool:
        return steps[-1:] == ["prove"]

    with pytest.raises(ViewerError) as caught:
        draft_report(REPORT, progress=lambda step, _: steps.append(step), cancelled=cancelled)
    assert caught.value.code == "draft-cancelled"
    assert steps[-1] == "prove"


def test_a_relation_that_cannot_stand_is_left_out_of_a_draft() -> None:
    made = drafted("一、收件\n\n收件39份，其中当天办结31份。\n").briefing
    (section,) = made.sections
    one = section.metrics[0].id
    twisted = Relation(RelationKind.PART, (("whole", one), ("part", one)))
    wrong = replace(made, sections=(replace(section, relations=(twisted,)),))
    sound, *_ = repair.proven(wrong, load("zh"))
    assert [len(each.relations) for each in sound.sections] == [0]
    assert len(sound.sections[0].metrics) == len(section.metrics)


def test_of_a_draft_that_is_mended_only_what_changed_is_proven_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = drafted("一、收件\n\n收件39份。\n\n二、办结\n\n办结41份。\n").briefing
    first, second = made.sections
    (metric,) = second.metrics
    wrong = replace(metric, points=(replace(metric.point, value=Decimal(99), written="99"),))
    read: list[str] = []

    def counted(section: Section, *given: Any) -> SectionProof:
        read.append(section.title)
        return prove_section(section, *given)

    monkeypatch.setattr(repair, "prove_section", counted)
    mended = replace(made, sections=(first, replace(second, metrics=(wrong,))))
    sound, notes, *_ = repair.proven(mended, load("zh"))
    assert [len(section.metrics) for section in sound.sections] == [1, 0]
    assert [note.code for note in notes] == ["figure-unproven"]
    assert read == [first.title, second.title, second.title]


def test_a_report_without_figures_is_a_briefing_without_metrics() -> None:
    made = drafted("标题在这里\n\n这一段没有数字。")
    assert made.figures == 0
    assert errors(made.briefing) == []


def test_figures_that_no_quote_can_tell_apart_are_left_out_with_a_note() -> None:
    made = drafted("全省建成203个中心。\n\n全省建成203个中心。\n")
    assert made.figures == 0
    assert [note.code for note in made.notes] == ["figure-quote", "figure-quote"]


def test_a_table_of_periods_becomes_series() -> None:
    made = drafted(
        "产量情况如下。\n单位：万吨\n指标\t2019年\t2020年\n粮食\t100.5\t200.1\n油料\t3.5\t4.1\n"
    )
    grain, oil = metrics(made.briefing)
    assert [(p.period, p.written) for p in grain.points] == [
        ("2019年", "100.5万"),
        ("2020年", "200.1万"),
    ]
    assert (oil.label, oil.unit, oil.series) == ("油料", "吨", True)
    assert errors(made.briefing) == []


@examples(25)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map("".join))
@example("之比为2：11:4.6")
def test_any_report_gives_a_file_that_checks(text: str) -> None:
    if text.strip():
        assert errors(drafted(text).briefing) == []


@examples(25)
@given(st.text(min_size=1))
def test_any_text_gives_a_file_that_checks(text: str) -> None:
    if clean(text).strip():
        assert errors(drafted(text).briefing) == []


@examples(20)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join))
def test_every_quote_stands_once_in_one_paragraph_of_its_section(text: str) -> None:
    for section in drafted(text or "无").briefing.sections:
        for metric in section.metrics:
            for point in metric.points:
                assert section.passage.text.count(point.cite or "") == 1
                assert "\n" not in (point.cite or "")


@examples(20)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join))
def test_no_word_of_the_report_is_lost_unsaid(text: str) -> None:
    made = outline(Report(blocks_of(clean(text))))
    kept = "".join([made.title, *(p.title + p.passage for p in made.parts)])
    kept += "".join(dropped.text for dropped in made.dropped)
    for block in blocks_of(clean(text)):
        assert all(kept.count(c) >= 1 for c in set(block.text) if not c.isspace())


MIXED = (
    "一、航运\n全年货物吞吐量为3120万吨，比上年下降4.8%，其中集装箱86.5万标箱。\n\n"
    "二、国际业务\nFreight revenue of the line fell 7.4 percent to $318 million last year.\n"
    "旅客发送量达到1254万人次，同比增长11.2%。\n"
)


def test_a_draft_of_a_mixed_report_reads_each_paragraph_in_its_own_language() -> None:
    draft = drafted(MIXED)
    assert draft.briefing.language == "zh-CN"
    assert errors(draft.briefing) == []
    read = {metric.point.written: (metric.unit, metric.label) for metric in metrics(draft.briefing)}
    assert read["318000000"] == ("$", "Freight revenue of the line")
    assert read["7.4"][0] == "percent"
    assert read["3120万"] == ("吨", "货物吞吐量")
    assert read["11.2"][0] == "%"


def test_a_draft_says_in_which_script_its_report_is_written() -> None:
    draft = drafted("貨物吞吐量為3,120萬噸，較上年下跌4.8%；旅客數量達到1,254萬人次，增長11.2%。")
    assert draft.briefing.language == "zh-Hant"
    assert errors(draft.briefing) == []


def test_a_part_of_a_list_names_its_whole_and_a_larger_figure_none() -> None:
    draft = drafted("全市有图书馆48家，有公办31家，民办17家；读者协会52家。其中，区级协会9家。")
    wholes = {metric.id: metric.point.written for metric in metrics(draft.briefing)}
    named = {m.point.written: m.of and wholes[m.of] for m in metrics(draft.briefing)}
    assert named == {"48": None, "31": "48", "17": "48", "52": None, "9": "52"}
    assert errors(draft.briefing) == []


def test_the_heading_of_a_section_says_that_its_figures_are_aims() -> None:
    made = drafted(
        "某县政府工作报告\n\n一、2025年工作回顾\n\n新建农村公路85公里，引进项目30个。\n\n"
        "二、2026年主要目标\n\n新建农村公路90公里，城镇新增就业6000人以上，引进项目35个。\n"
    ).briefing
    past, aims = ([one.standing for one in section.metrics] for section in made.sections[-2:])
    assert set(past) == {Standing.FACT}
    assert set(aims) == {Standing.TARGET}
    assert not [one for one in prove(made).issues if one.code == "standing-disagrees"]
    denied = replace(
        made,
        sections=(
            replace(
                made.sections[-1],
                metrics=tuple(
                    replace(one, standing=Standing.FACT) for one in made.sections[-1].metrics
                ),
            ),
        ),
    )
    found = [one for one in prove(denied).issues if one.code == "standing-disagrees"]
    assert len(found) == len(aims)
