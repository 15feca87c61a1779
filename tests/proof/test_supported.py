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


def year_changes(**values: str) -> tuple[Metric, ...]:
    """Changes in percent against the year before, by label; their ids are p, q, r."""
    return tuple(
        metric(id_, label, value, "%", kind=Kind.CHANGE, versus="上年")
        for id_, (label, value) in zip("pqr", values.items(), strict=False)
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
        ("甲港吞吐量450万吨，乙港吞吐量180万吨，合计多到数不清的 1000万吨以上", {"number"}),
        ("甲港吞吐量450万吨，比乙港吞吐量180万吨多两百多万至三百万吨", {"number"}),
        ("甲港吞吐量450万吨，丙港吞吐量62万吨，前者占后者的 7%", {"number"}),
        ("1998年甲港吞吐量450万吨", {"number"}),
        ("甲港吞吐量增长450万吨", {"direction"}),
        ("甲港增速12.5%，乙港吞吐量180万吨，由高到低下降", {"direction"}),
        ("甲港吞吐量比乙港吞吐量好看", {"order"}),
        ("铁港吞吐量比乙港吞吐量大", {"order"}),
    ],
)
def test_what_they_do_not_carry_is_refused(finding: str, wrong: set[str]) -> None:
    assert wrong <= refused(finding)


def test_a_quote_whose_number_the_chart_does_not_show_is_refused() -> None:
    assert refused("乙港吞吐量180万吨", charted=("a", "c")) == {"number"}
    assert refused("乙港吞吐量180万吨", charted=("a", "b")) == set()
    assert refused("甲港吞吐量450万吨", charted=("b", "c")) == {"number"}  # the passage begins so


def test_the_change_of_a_figure_that_is_not_shown_is_not_shown_either() -> None:
    assert refused("450万吨，下降3.1%", charted=("a", "b"), passage="") == set()
    assert "number" in refused("450万吨，下降3.1%", charted=("a", "c"), passage="")


def test_a_range_is_not_computed_of_two_figures() -> None:
    exact = "甲港吞吐量450万吨，比乙港吞吐量180万吨多270万吨"
    assert refused(exact) == set()
    assert refused(exact.replace("270万吨", "270万至300万吨")) == {"number"}


def test_a_superlative_may_begin_its_clause() -> None:
    changes = year_changes(煤="+0.9", 铁="+0.5")
    for finding in ("煤+0.9%，最快增长", "最快增长是煤，+0.9%"):
        assert refused(finding, changes, ("p", "q"), passage="") == set()


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
    changes = year_changes(煤="-4.2", 铁="-9.5", 铜="+1")
    ids = ("p", "q", "r")
    assert refused("铁降幅最大，−9.5%", changes, ids, passage="") == set()
    assert "superlative" in refused("煤降幅最大，−4.2%", changes, ids, passage="")
    assert "superlative" in refused("铜增幅最大，+1%", changes, ids, passage="")  # the only rise
    assert "superlative" in refused("铜降幅最大，+1%", changes, ids, passage="")
    assert "superlative" in refused("煤降幅最小，−4.2%", changes, ids, passage="")


def test_a_finding_over_no_figure_is_refused() -> None:
    assert "superlative" in refused("甲港吞吐量最大", charted=("nowhere",))


def test_of_two_that_are_equal_neither_is_more_or_less() -> None:
    metrics = (PORTS[0], metric("b", "乙港吞吐量", "450万", "吨"))
    for order in ("高于", "低于"):
        finding = f"甲港吞吐量{order}乙港吞吐量"
        assert refused(finding, metrics, ("a", "b"), passage="") == {"order"}


def test_figures_of_different_units_have_no_order() -> None:
    metrics = (PORTS[0], metric("d", "丁港泊位", "40", "个", kind=Kind.COUNT))
    assert refused("甲港吞吐量高于丁港泊位", metrics, ("a", "d"), passage="") == {"order"}


def test_a_number_that_stands_only_in_the_passage_may_date_a_finding() -> None:
    passage = f"2019年，{PASSAGE}"
    assert refused("2019年甲港吞吐量最大，450万吨", passage=passage) == set()


def test_a_loss_is_told_below_zero_and_a_fall_by_its_size_or_below_zero() -> None:
    metrics = (metric("p", "甲厂利润", "-30万", "元"), metric("q", "乙厂利润", "12万", "元"))
    for finding in ("乙厂利润最高，12万元", "甲厂利润最低，-30万元"):
        assert refused(finding, metrics, ("p", "q"), passage="") == set()
    for finding in ("乙港增速最低，−3.1%", "乙港增速最低，3.1%"):
        assert refused(finding) == set()


def test_a_share_of_two_figures_is_computed() -> None:
    assert refused("乙港吞吐量180万吨，相当于甲港吞吐量450万吨的40%") == set()
    assert refused("乙港吞吐量180万吨，相当于甲港吞吐量450万吨的41%") == {"number"}
    assert refused("甲港吞吐量450万吨中，乙港吞吐量180万吨占40%") == set()


def test_a_word_of_more_before_a_difference_is_no_bound_of_the_number_before_it() -> None:
    metrics = (metric("a", "甲港吞吐量", "12万", "吨"), metric("b", "乙港吞吐量", "3万", "吨"))
    for finding in (
        "甲港吞吐量12万吨，比乙港吞吐量3万吨多9万吨",
        "甲港吞吐量12万吨，比乙港吞吐量3万吨多 9万吨",
    ):
        assert refused(finding, metrics, ("a", "b"), passage="") == set()


def test_nothing_is_computed_of_a_bound() -> None:
    metrics = (replace(PORTS[0], qualifier=Qualifier.AT_LEAST), PORTS[1])
    finding = "甲港吞吐量450万吨以上，是乙港吞吐量180万吨的2.5倍"
    assert refused(finding, metrics, ("a", "b"), passage="") == {"number"}


def test_nothing_is_computed_beyond_what_can_be_told() -> None:
    huge = metric("h", "甲数", "9" * 24, "个", kind=Kind.COUNT)
    small = metric("i", "乙数", "1", "个", kind=Kind.COUNT)
    finding = f"甲数{'9' * 24}个，是乙数1个的5倍"
    assert "number" in refused(finding, (huge, small), ("h", "i"), passage="")


def test_a_course_between_different_units_has_no_direction() -> None:
    metrics = (PORTS[0], metric("d", "丁港泊位", "40", "个", kind=Kind.COUNT))
    finding = "甲港吞吐量450万吨下降到丁港泊位40个"
    assert "direction" in refused(finding, metrics, ("a", "d"), passage="")


def test_a_name_alone_is_enough_for_a_superlative() -> None:
    assert refused("甲港吞吐量最大") == set()
    assert refused("乙港吞吐量最大") == {"superlative"}


def test_a_level_has_its_own_change_and_not_that_of_another() -> None:
    assert "number" in refused("甲港吞吐量下降3.1%")
    assert "number" in refused("甲港吞吐量450万吨，下降3.1%")
    assert "superlative" in refused("乙港吞吐量增长最快，12.5%")
    assert "superlative" in refused("甲港吞吐量增长最快")  # the only rise


def test_figures_of_one_name_are_told_apart_by_their_numbers() -> None:
    metrics = (metric("a", "吞吐量", "450万", "吨"), metric("b", "吞吐量", "180万", "吨"))
    right, wrong = "吞吐量450万吨高于吞吐量180万吨", "吞吐量180万吨高于吞吐量450万吨"
    assert refused(right, metrics, ("a", "b"), passage="") == set()
    assert refused(wrong, metrics, ("a", "b"), passage="") == {"order"}


def test_numbers_without_a_name_are_compared_as_they_stand() -> None:
    assert refused("450万吨高于180万吨") == set()
    assert refused("180万吨高于450万吨") == {"order"}


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
    assert english("Visits in 2019 were the highest since 2017") == set()
    chinese = (replace(line[0], label="访客", unit="人"),)
    assert refused("2016年最多", chinese, ("m",), passage="") == set()
    assert refused("2019年最多", chinese, ("m",), passage="") == {"superlative"}
    for best in ("2019年访客70人，为2017年以来最多", "2019年访客为2017年以来最多，达70人"):
        assert refused(best, chinese, ("m",), passage="") == set()
        wrong = best.replace("2017", "2016")
        assert "superlative" in refused(wrong, chinese, ("m",), passage="")
    assert "superlative" in english("Visits in 2019 were the highest since 2016")
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


def test_a_rise_of_less_than_one_is_a_rise() -> None:
    changes = year_changes(煤="+0.9", 铁="+0.5")
    assert refused("煤增幅最大，+0.9%", changes, ("p", "q"), passage="") == set()
    assert refused("铁增幅最小，+0.5%", changes, ("p", "q"), passage="") == set()


def test_a_change_printed_with_its_sign_goes_the_way_of_its_figure() -> None:
    for finding in ("甲港增速+12.5%", "乙港增速−3.1%"):
        assert refused(finding, charted=("x", "y")) == set()
    for finding in ("甲港增速−12.5%", "乙港增速+3.1%"):
        assert refused(finding, charted=("x", "y")) == {"direction"}


def test_a_share_is_computed_to_the_digits_that_it_is_told_with() -> None:
    assert refused("乙港吞吐量180万吨，相当于甲港吞吐量450万吨的40.0%") == set()
    assert refused("乙港吞吐量180万吨，相当于甲港吞吐量450万吨的40.4%") == {"number"}


def test_a_number_right_before_its_name_is_that_of_the_name() -> None:
    for words in ("的", "级的"):
        assert refused(f"甲港吞吐量高于180万吨{words}乙港吞吐量") == set()
    assert refused("甲港吞吐量高于180万吨规模的乙港吞吐量") == {"number"}


@pytest.mark.parametrize(
    ("direction", "large", "small", "written"), [("降", "-5", "-1", "−1"), ("增", "+5", "+1", "+1")]
)
def test_a_change_of_nothing_is_no_smallest_change(
    direction: str, large: str, small: str, written: str
) -> None:
    changes = year_changes(煤="0", 铁=large, 铜=small)
    ids = tuple(one.id for one in changes)
    assert "superlative" in refused(f"煤{direction}幅最小，0%", changes, ids, passage="")
    assert refused(f"铜{direction}幅最小，{written}%", changes[1:], ids[1:], passage="") == set()


def test_what_counts_the_figures_is_a_plain_count_of_all() -> None:
    assert refused("3个港口中，甲港吞吐量最大") == set()
    for wrong in ("至少3个港口中，甲港吞吐量最大", "3吨港口中，甲港吞吐量最大"):
        assert "number" in refused(wrong), wrong


def test_a_comparison_that_is_not_understood_is_told_with_its_words() -> None:
    chart = Chart("港口", ("a", "b"), "bar", finding="乙港吞吐量比甲港吞吐量好看")
    section = Section("s", "节", Passage(""), PORTS, (chart,), TIES)
    issues = prove(Briefing("报告", language="zh-CN", sections=(section,))).issues
    (told,) = (one for one in issues if one.code == "finding-order")
    assert told.params["words"] == "甲港吞吐量好看"
