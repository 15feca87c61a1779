from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.budget import examples
from viewer.model import (
    Briefing,
    Chart,
    Kind,
    Metric,
    Passage,
    Point,
    Qualifier,
    Section,
    Span,
)
from viewer.proof import Known, finish_proof, prove, prove_section
from viewer.quantities import scan

Make = Callable[..., Metric]
MakeSection = Callable[..., Section]


def only(section: Section, language: str = "zh-CN") -> Briefing:
    return Briefing("题", language=language, sections=(section,))


def test_a_proven_point_knows_its_figure_and_its_quote(metric: Make, section: MakeSection) -> None:
    text = "全省共充实派出所警力1793 名,其余不计。"
    made = section(text, metric(value="1793", unit="名", cite="派出所警力1793 名"))
    proof = prove(only(made))
    figure = proof.figures["one"]
    assert figure.section_id == "s"
    assert figure.quantity.span.of(text) == "1793 名"
    assert figure.quote.of(text) == "派出所警力1793 名"
    assert proof.cited == 1


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier", "cite", "surface"),
    [
        ("侦破 2.5 万起案件", "25000", "起", "exact", "侦破 2.5 万起", "2.5 万起"),
        ("上案率达80% 以上。", "80", "%", "at_least", "上案率达80%", "80%"),
        ("比例达百分之八十", "80", "%", "exact", "百分之八十", "百分之八十"),
        ("办结率达八成", "8", "成", "exact", "办结率达八成", "八成"),
        ("占总数的三分之一", str(Decimal(1) / 3), "", "exact", "三分之一", "三分之一"),
        ("共有１７９３名", "1793", "名", "exact", "１７９３名", "１７９３名"),
        ("申报率分别达83% 、92%", "92", "%", "exact", "分别达83% 、92%", "92%"),
        ("按 1 、3 、5 分钟响应", "3", "分钟", "exact", "1 、3 、5 分钟", "3"),
        ("不低于60分", "60", "分", "at_least", "60分", "60分"),
        ("约3000人到场", "3000", "人", "approx", "3000人", "3000人"),
    ],
)
def test_figures_are_found_however_the_text_writes_them(
    metric: Make,
    section: MakeSection,
    text: str,
    value: str,
    unit: str,
    qualifier: str,
    cite: str,
    surface: str,
) -> None:
    made = section(text, metric(value=value, unit=unit, cite=cite, qualifier=qualifier))
    assert prove(only(made)).figures["one"].quantity.surface == surface


def test_a_range_agrees_with_both_of_its_ends(metric: Make, section: MakeSection) -> None:
    made = metric(value="3000", unit="元", cite="3000—5000元", kind="amount")
    ranged = replace(made, points=(replace(made.point, high=Decimal(5000)),))
    assert "one" in prove(only(section("每户补助3000—5000元。", ranged))).figures


def test_a_cell_of_a_table_takes_the_unit_of_its_header(metric: Make, section: MakeSection) -> None:
    text = "单位：亿元\n指标\t2019\t2020\n第一产业\t153.6\t161.2\n第二产业\t3235.9\t3301.0\n"
    cell = next(q for q in scan(text) if q.surface == "161.2")
    made = metric(value=f"{cell.value:f}", unit=cell.unit, cite="153.6\t161.2", kind="amount")
    figure = prove(only(section(text, made))).figures["one"]
    assert figure.quantity.span == cell.span
    assert cell.unit


def test_a_change_takes_its_direction_from_further_off_than_its_clause(
    metric: Make, section: MakeSection
) -> None:
    text = (
        "雨水偏少。春播推迟，气温偏低。甲县山区各乡镇的粮食产量同比下降3.2%，"
        "乙县山区各乡镇的粮食总产量同比4.5%。夏收顺利，秋粮长势好。"
    )
    made = section(text, metric(value="4.5", unit="%", kind=Kind.CHANGE, cite="同比4.5%"))
    assert prove(only(made)).figures["one"].quantity.change == Decimal("-4.5")


def test_points_of_a_series_are_each_proven_by_their_own_quote(section: MakeSection) -> None:
    text = "2019年办结36件,2020年办结48件。"
    points = (
        Point("m@2019", "36", Decimal(36), cite="办结36件", period="2019"),
        Point("m@2020", "48", Decimal(48), cite="办结48件", period="2020"),
    )
    made = section(text, Metric("m", "办结", "件", Kind.COUNT, points, series=True))
    proof = prove(only(made))
    assert [figure.quantity.surface for figure in proof.figures.values()] == ["36件", "48件"]
    assert proof.issues == ()


def test_a_point_from_elsewhere_has_no_figure_and_is_no_mistake(
    metric: Make, section: MakeSection
) -> None:
    made = metric(cite=None)
    foreign = replace(made, points=(replace(made.point, origin="统计年鉴"),))
    proof = prove(only(section("没有数字。", foreign)))
    assert (dict(proof.figures), proof.issues, proof.cited) == ({}, (), 0)


def test_sections_are_proven_one_by_one_or_all_at_once(metric: Make, section: MakeSection) -> None:
    sections = (
        section("充实5个。", metric("one"), id_="a"),
        section("另有6个。", metric("two", "6"), metric("three", "7"), id_="b"),
    )
    briefing = Briefing("题", sections=sections)
    known = Known.of(briefing)
    parts = [prove_section(one, known) for one in sections]
    assert [part.cited for part in parts] == [1, 2]
    assert finish_proof(known, parts) == prove(briefing)


def test_issues_stand_in_the_order_of_the_file(metric: Make, section: MakeSection) -> None:
    first, second = (
        replace(one, points=(replace(one.point, place=one.place._replace(line=line)),))
        for one, line in ((metric("one", "1"), 90), (metric("two", "2"), 30))
    )
    lines = [issue.place.line for issue in prove(only(section("没有。", first, second))).issues]
    assert lines == sorted(lines) == [30, 90]


@pytest.mark.parametrize("odd", ["𠮷", "😀", "👨‍👩‍👧", "é", "e\u0301", "\u00a0"])
def test_what_stands_before_a_figure_moves_its_span_by_its_code_points(
    metric: Make, section: MakeSection, odd: str
) -> None:
    text = "全省建成中心203个。"
    made = metric(value="203", cite="建成中心203个")
    plain = prove(only(section(text, made))).figures["one"]
    moved = prove(only(section(odd + text, made))).figures["one"]
    assert moved.quantity.span == plain.quantity.span.moved(len(odd))
    assert moved.quantity.words == plain.quantity.words.moved(len(odd))
    assert moved.quote == plain.quote.moved(len(odd))


CLAUSES = st.sampled_from(
    [
        "建成中心203个",
        "占比达17.8%",
        "同比上升87.5%",
        "投入1.48亿元",
        "80% 以上",
        "𠮷野家3家",
        "“最多跑一次”",
        "\n\n",
        "，",
        "。",
        " ",
        "😀",
    ]
)


def test_what_was_said_of_a_figure_ends_with_its_paragraph() -> None:
    rise, rate = scan("同比上升87.5%\n\n80% 以上")
    assert (rise.kind, rate.kind) == (Kind.CHANGE, Kind.SHARE)


@given(st.lists(CLAUSES, max_size=12).map("".join))
@example("同比上升87.5%\n\n80% 以上")
def test_each_figure_of_any_text_is_proven_where_it_stands(text: str) -> None:
    quantities = [q for q in scan(text) if q.is_metric and q.value is not None]
    metrics = tuple(
        Metric(
            f"m{at}",
            "数",
            q.unit,
            q.kind,
            (Point(f"m{at}", "", q.value or Decimal(0), q.high, cite=q.words.of(text)),),
            q.qualifier,
        )
        for at, q in enumerate(quantities)
        if text.count(q.words.of(text)) == 1
    )
    made = Section("s", "节", Passage(text), metrics)
    proof = prove(Briefing("题", sections=(made,)))
    assert len(proof.figures) == len(metrics)
    for figure in proof.figures.values():
        assert figure.quantity.span.of(text) == figure.quantity.surface
        assert figure.quote.holds(figure.quantity.span)
        assert figure.quantity in scan(text)


WORDS = st.text(
    alphabet=st.sampled_from("五百0123.%万亿元个名同比以上，。 \t\n\u00a0\u202e𠮷😀ab-|：“”"),
    max_size=60,
)
POINTS = st.builds(
    Point,
    key=st.sampled_from(["a", "b", "c"]),
    written=WORDS,
    value=st.decimals(allow_nan=False, allow_infinity=False),
    high=st.none() | st.decimals(allow_nan=False, allow_infinity=False),
    cite=st.none() | WORDS,
    period=st.sampled_from(["", "2020", "上半年", "９"]),
)
METRICS = st.builds(
    Metric,
    id=st.sampled_from(["a", "b", "c"]),
    label=WORDS,
    unit=st.sampled_from(["", "%", "个", "万元"]),
    kind=st.sampled_from(Kind),
    points=st.lists(POINTS, max_size=3).map(tuple),
    qualifier=st.sampled_from(Qualifier),
    of=st.none() | st.sampled_from(["a", "b", "c", "d"]),
    period=st.sampled_from(["", "2019", "去年"]),
    series=st.booleans(),
)
CHARTS = st.builds(
    Chart,
    title=WORDS,
    metrics=st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=4).map(tuple),
    kind=st.sampled_from(["", "bar", "share", "change", "cards", "line"]),
    scale=st.sampled_from(["linear", "log"]),
    exclusive=st.booleans(),
)
SECTIONS = st.builds(
    Section,
    id=st.sampled_from(["s", "t"]),
    title=WORDS,
    passage=st.builds(Passage, WORDS),
    metrics=st.lists(METRICS, max_size=3).map(tuple),
    charts=st.lists(CHARTS, max_size=2).map(tuple),
)


@examples(25)
@given(st.lists(SECTIONS, max_size=3), st.sampled_from(["", "2020", "去年"]))
def test_no_briefing_makes_the_proof_raise(sections: list[Section], period: str) -> None:
    proof = prove(Briefing("题", period=period, sections=tuple(sections)))
    texts = [section.passage.text for section in sections]
    for figure in proof.figures.values():
        assert any(figure.quantity.span.of(text) == figure.quantity.surface for text in texts)


def test_a_long_line_of_many_sentences_gives_its_figures(
    metric: Make, section: MakeSection
) -> None:
    text = "另有许多其他的事情。" * 800 + "共203个。" + "另有许多其他的事情。" * 800
    good, wrong = metric("a", "203", cite="共203个"), metric("b", "204", cite="共203个")
    proof = prove(only(section(text, good, wrong)))
    assert list(proof.figures) == ["a"]
    assert [issue.code for issue in proof.issues] == ["value-disagrees"]


def test_a_long_passage_without_a_stop_is_read_only_around_the_quote(
    metric: Make, section: MakeSection
) -> None:
    text = "字" * 50_000 + "共203个" + "字" * 50_000
    proof = prove(only(section(text, metric(value="203", cite="共203个", label="字"))))
    assert proof.figures["one"].quantity.span == Span(50_001, 50_005)


@pytest.mark.parametrize("sections", [1, 400], ids=["one section", "many"])
def test_only_so_many_searches_are_made_for_what_an_author_may_have_meant(
    metric: Make, section: MakeSection, sections: int
) -> None:
    each = 800 // sections
    made = tuple(
        section(
            "这里共5件事",
            *(
                metric(f"m{at}-{n}", cite=f"共{at}-{n}件没有的", of=f"m{at}-{n}x")
                for n in range(each)
            ),
            id_=f"s{at}",
        )
        for at in range(sections)
    )
    known = Known.of(Briefing("题", sections=made))
    issues = [issue for one in made for issue in prove_section(one, known).issues]
    lost = [issue for issue in issues if issue.code == "of-unknown"]
    assert len(lost) == 800  # every one is told,
    assert not known.quotes.spend() and not known.ids.spend()
    assert lost[0].params["nearest"] == "m0-0"
    assert all(issue.params["nearest"] for issue in lost)
