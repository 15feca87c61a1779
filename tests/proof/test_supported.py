"""A finding is refused whose number, direction, order or superlative the figures do not carry."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.model import (
    Briefing,
    Chart,
    Kind,
    Metric,
    Passage,
    Point,
    Qualifier,
    Relation,
    RelationKind,
    Section,
    Standing,
)
from viewer.proof import prove

PASSAGE = (
    "甲港吞吐量450万吨，比上年增长12.5%；乙港吞吐量180万吨，比上年下降3.1%；丙港吞吐量62万吨。"
)


def metric(id_: str, label: str, value: str, unit: str, **more: object) -> Metric:
    from viewer.quantities import parse_value

    found = parse_value(value)
    number = found[0] if found else Decimal(value)
    cite = more.pop("cite", None)
    origin = None if cite else "年鉴"
    point = Point(id_, value, number, None, cite, origin)  # type: ignore[arg-type]
    kind = more.pop("kind", Kind.AMOUNT)
    return Metric(id_, label, unit, kind, (point,), **more)  # type: ignore[arg-type]


PORTS = (
    metric("a", "甲港吞吐量", "450万", "吨", cite="甲港吞吐量450万吨"),
    metric("b", "乙港吞吐量", "180万", "吨", cite="乙港吞吐量180万吨"),
    metric("c", "丙港吞吐量", "62万", "吨", cite="丙港吞吐量62万吨"),
    metric("x", "甲港增速", "12.5", "%", kind=Kind.CHANGE, versus="上年", cite="比上年增长12.5%"),
    metric("y", "乙港增速", "3.1", "%", kind=Kind.CHANGE, versus="上年", cite="比上年下降3.1%"),
)
TIES = tuple(
    Relation(RelationKind.CHANGE, (("level", level), ("change", change)))
    for level, change in (("a", "x"), ("b", "y"))
)


def refused(
    finding: str,
    metrics: tuple[Metric, ...] = PORTS,
    charted: tuple[str, ...] = ("a", "b", "c"),
    passage: str = PASSAGE,
    language: str = "zh-CN",
) -> set[str]:
    """What is wrong with a finding, by the codes of the check."""
    chart = Chart("港口", charted, "bar", finding=finding)
    ties = TIES if metrics is PORTS else ()
    section = Section("s", "节", Passage(passage), metrics, (chart,), ties)
    issues = prove(Briefing("报告", language=language, sections=(section,))).issues
    return {one.code.partition("-")[2] for one in issues if one.code.startswith("finding-")}


@pytest.mark.parametrize(
    "finding",
    [
        "甲港吞吐量450万吨，比上年增长12.5%",  # the passage
        "3 个港口中甲港吞吐量最大，450万吨",
        "三个港口中，丙港吞吐量最小，62 万吨",
        "甲港吞吐量 450 万吨，是乙港吞吐量 180 万吨的 2.5 倍",
        "甲港吞吐量 450 万吨，比乙港吞吐量 180 万吨多 270 万吨",
        "甲港吞吐量高于乙港吞吐量",
        "甲港吞吐量比乙港吞吐量大",
        "甲港吞吐量450万吨，较上年增长12.5%",
        "乙港吞吐量180万吨，降3.1%",
        "甲港增速最高，12.5%",
    ],
)
def test_what_the_figures_carry_is_accepted(finding: str) -> None:
    assert refused(finding) == set()


@pytest.mark.parametrize(
    ("finding", "wrong"),
    [
        ("甲港吞吐量451万吨", {"number"}),
        ("四个港口中甲港吞吐量最大，450万吨", {"number"}),
        ("乙港吞吐量450万吨", {"number"}),
        ("甲港吞吐量 450 万吨，是乙港吞吐量 180 万吨的 2.6 倍", {"number"}),
        ("甲港吞吐量是乙港吞吐量的 2.5 倍", {"number"}),
        ("甲港吞吐量450万吨，较上年下降12.5%", {"direction"}),
        ("乙港吞吐量180万吨，增长3.1%", {"direction"}),
        ("丙港吞吐量62万吨，持续增长", {"direction"}),
        ("乙港吞吐量最大，180万吨", {"superlative"}),
        ("甲港吞吐量最小，450万吨", {"superlative"}),
        ("吞吐量最大，遥遥在前", {"superlative"}),
        ("丙港吞吐量高于乙港吞吐量", {"order"}),
        ("乙港吞吐量比甲港吞吐量大", {"order"}),
        ("港口成绩喜人", {"nothing"}),
    ],
)
def test_what_they_do_not_carry_is_refused(finding: str, wrong: set[str]) -> None:
    assert wrong <= refused(finding)


def test_a_quote_whose_number_the_chart_does_not_show_is_refused() -> None:
    assert refused("乙港吞吐量180万吨", charted=("a", "c")) == {"number"}
    assert refused("乙港吞吐量180万吨", charted=("a", "b")) == set()


def test_nothing_is_the_largest_of_one() -> None:
    assert "superlative" in refused("甲港吞吐量最大，450万吨", charted=("a",))


@pytest.mark.parametrize(
    "spoiled",
    [
        replace(PORTS[1], qualifier=Qualifier.AT_LEAST),
        replace(PORTS[1], standing=Standing.FORECAST),
        replace(PORTS[1], points=(replace(PORTS[1].point, value=Decimal(4500000)),)),
    ],
)
def test_a_superlative_needs_exact_facts_that_differ(spoiled: Metric) -> None:
    metrics = (PORTS[0], spoiled, PORTS[2])
    assert "superlative" in refused("甲港吞吐量最大，450万吨", metrics=metrics)


def test_a_fall_is_the_largest_where_it_lies_lowest() -> None:
    changes = tuple(
        metric(id_, label, value, "%", kind=Kind.CHANGE, versus="上年")
        for id_, label, value in (("p", "煤", "-4.2"), ("q", "铁", "-9.5"), ("r", "铜", "+1"))
    )
    ids = ("p", "q", "r")
    assert refused("铁降幅最大，−9.5%", changes, ids, passage="") == set()
    assert "superlative" in refused("煤降幅最大，−4.2%", changes, ids, passage="")
    assert refused("铜增幅最大，+1%", changes, ids, passage="") == set()


def test_periods_bound_what_is_compared() -> None:
    values = {"2016": "90", "2017": "40", "2018": "55", "2019": "70"}
    points = tuple(
        Point(f"m@{period}", value, Decimal(value), origin="年鉴", period=period)
        for period, value in values.items()
    )
    line = (Metric("m", "Visits", "people", Kind.COUNT, points, series=True),)

    def english(finding: str) -> set[str]:
        return refused(finding, line, ("m",), passage="", language="en")

    assert english("Visits in 2019, 70 people, were the highest since 2017") == set()
    assert "superlative" in english("Visits in 2019, 70 people, were the highest since 2016")
    assert "superlative" in english("Visits in 2019, 70 people, were the highest since 2015")
    assert english("Visits rose from 40 people in 2017 to 55 people in 2018") == set()
    assert "direction" in english("Visits fell from 40 people in 2017 to 55 people in 2018")


def test_an_english_count_of_a_whole_is_carried_by_its_two_figures() -> None:
    metrics = (
        metric("all", "items", "74", "items", kind=Kind.COUNT),
        metric("some", "one visit", "56", "items", kind=Kind.COUNT, of="all"),
    )
    finding = "56 of 74 items need one visit"
    assert refused(finding, metrics, ("some",), passage="", language="en") == set()
    assert "number" in refused("57 of 74 items", metrics, ("some",), passage="", language="en")


SENTENCES = (
    ("{a}万吨，是乙港吞吐量 {b} 万吨的 {ratio} 倍", "ab"),
    ("3 个港口中甲港吞吐量最大，{a}万吨", "a"),
    ("甲港吞吐量 {a} 万吨，比丙港吞吐量 {c} 万吨多 {left} 万吨", "ac"),
)


@given(
    st.tuples(st.integers(400, 999), st.integers(150, 390), st.integers(10, 140)),
    st.sampled_from(SENTENCES),
    st.data(),
)
def test_a_finding_is_refused_after_any_one_digit_change_of_a_figure_that_it_speaks_of(
    sizes: tuple[int, int, int], sentence: tuple[str, str], data: st.DataObject
) -> None:
    values = dict(zip("abc", map(str, sizes), strict=True))
    ratio = (Decimal(sizes[0]) / sizes[1]).quantize(Decimal("0.1"), "ROUND_HALF_UP")
    finding = sentence[0].format(**values, ratio=ratio, left=sizes[0] - sizes[2])
    if finding[0].isdigit():
        finding = f"甲港吞吐量 {finding}"

    def made(numbers: dict[str, str]) -> tuple[Metric, ...]:
        names = {"a": "甲港吞吐量", "b": "乙港吞吐量", "c": "丙港吞吐量"}
        return tuple(metric(k, names[k], f"{v}万", "吨") for k, v in numbers.items())

    assert refused(finding, made(values), passage="") == set()
    spoiled = data.draw(st.sampled_from(sentence[1]))
    at = data.draw(st.integers(0, len(values[spoiled]) - 1))
    digit = data.draw(st.sampled_from([d for d in "123456789" if d != values[spoiled][at]]))
    wrong = values[spoiled][:at] + digit + values[spoiled][at + 1 :]
    assert refused(finding, made({**values, spoiled: wrong}), passage="") != set()
