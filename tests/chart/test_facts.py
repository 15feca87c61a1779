"""A fact is one picture: a level with what it was before, a part with its printed share, a result
in the track of its target, and one figure that leads its section."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.chart.build import WORDS, change, metric, share
from tests.chart.layout.measure import simple
from viewer.chart import Form, MarkRole, Scene, Treatment, compile_section, lay_out, tip_of
from viewer.chart.layout import DESK
from viewer.model import (
    Basis,
    Briefing,
    Chart,
    Kind,
    Metric,
    Passage,
    Qualifier,
    Relation,
    RelationKind,
    Section,
    Standing,
)
from viewer.proof import prove


def drawn(
    metrics: list[Metric],
    relations: tuple[Relation[str], ...] = (),
    charts: tuple[Chart, ...] = (),
    lead: str = "",
) -> tuple[Scene, ...]:
    section = Section("s", "节", Passage(""), tuple(metrics), charts, relations, lead=lead)
    briefing = Briefing("报告", sections=(section,))
    return compile_section(section, briefing, prove(briefing).figures, WORDS)


def grown(**more: object) -> Relation[str]:
    roles = (("level", "a"), ("change", "x"))
    made = Relation(RelationKind.CHANGE, roles, Basis.YEAR)
    return replace(made, **more)  # type: ignore[arg-type]


LEVELS = [metric("a", "120", "吨"), metric("b", "90", "吨")]


def test_under_a_level_stands_what_it_was_before_computed_from_its_change() -> None:
    (scene,) = drawn([*LEVELS, change("x", "20")], (grown(),))
    before = scene.by_key["a"].before
    assert before is not None
    assert before.end == Decimal(100)
    assert before.formula == "120 吨 ÷ (1 + 20%) ≈ 100 吨"
    assert before.formula in tip_of(scene.by_key["a"], WORDS)
    assert scene.by_key["b"].before is None
    placed = lay_out(scene, 600, DESK, simple)
    dashed = [bar for bar in placed.bars if bar.treatment is Treatment.DASHED]
    solid = next(bar for bar in placed.bars if bar.key == "a" and bar not in dashed)
    assert [bar.key for bar in dashed] == ["a"]
    assert dashed[0].box.width == pytest.approx(solid.box.width / 1.2, rel=0.01)
    assert dashed[0].box.y >= solid.box.bottom


def test_the_axis_reaches_over_a_base_that_was_larger() -> None:
    (scene,) = drawn([*LEVELS, change("x", "-40")], (grown(),))
    assert scene.axis.high == Decimal(200)


def test_a_difference_is_in_the_scale_that_its_figures_are_written_in() -> None:
    text = "The debt was CAD 1.7 billion, after CAD 3.42 billion."
    level = metric("now", "1700000000", "CAD", cite="CAD 1.7 billion")
    base = metric("then", "3420000000", "CAD", cite="CAD 3.42 billion")
    tie = Relation(RelationKind.CHANGE, (("level", "now"), ("base", "then")))
    section = Section("s", "Debt", Passage(text), (level, base), (), (tie,))
    briefing = Briefing("Report", "en", sections=(section,))
    (scene,) = compile_section(section, briefing, prove(briefing).figures, WORDS)
    found = scene.by_key["now"].computed
    assert found is not None
    assert found.text == "−1.72 billion CAD"


def test_then_and_now_are_two_bars_with_their_difference() -> None:
    metrics = [metric("a", "294万", "人"), metric("b", "442万", "人")]
    roles = (("level", "a"), ("base", "b"))
    (scene,) = drawn(metrics, (Relation(RelationKind.CHANGE, roles),))
    assert scene.form is Form.BAR
    computed = scene.by_key["a"].computed
    assert computed is not None
    assert computed.text == "−148 万人"
    assert computed.formula == "294万 − 442万 = −148 万人"
    assert scene.by_key["b"].computed is None
    (scene,) = drawn(metrics, (Relation(RelationKind.CHANGE, roles, constant_prices=True),))
    assert scene.by_key["a"].computed is None


def test_a_profit_has_no_difference_from_the_size_of_a_loss() -> None:
    labels = {"a": "净利润", "b": "净亏损"}
    metrics = [replace(metric(id_, "1200万", "元"), label=label) for id_, label in labels.items()]
    roles = (("level", "a"), ("base", "b"))
    for scene in drawn(metrics, (Relation(RelationKind.CHANGE, roles),)):
        assert all(mark.computed is None for mark in scene.by_key.values())


@pytest.mark.parametrize(
    ("relation", "changed"),
    [
        (grown(constant_prices=True), change("x", "20")),
        (grown(basis=Basis.AVERAGE), change("x", "20")),
        (grown(basis=Basis.SINCE), change("x", "20")),
        (grown(), change("x", "20", qualifier=Qualifier.AT_LEAST)),
        (grown(), change("x", "20", "个百分点")),
        (grown(), change("x", "-100")),
    ],
)
def test_no_base_is_computed_where_it_cannot_be_said(
    relation: Relation[str], changed: Metric
) -> None:
    (scene,) = drawn([*LEVELS, changed], (relation,))
    assert scene.by_key["a"].before is None


def test_a_printed_share_takes_the_place_of_the_computed_one() -> None:
    metrics = [metric("all", "5200", "张"), metric("some", "1560", "张"), share("of", "30")]
    whole, part = ("whole", "all"), ("part", "some")
    plain = Relation(RelationKind.PART, (whole, part))
    (scene, *_) = drawn(metrics, (plain,))
    computed = scene.by_key["some"].computed
    assert computed is not None
    assert computed.text == "30%"
    printed = Relation(RelationKind.PART, (whole, part, ("share", "of")))
    (scene,) = drawn(metrics, (printed,))
    assert scene.form is Form.SHARE
    assert scene.by_key["some"].computed is None
    assert (scene.by_key["of"].place, scene.by_key["of"].note) == (MarkRole.UNDER, "占 30%")


def test_what_was_reached_fills_the_outlined_track_of_its_target() -> None:
    metrics = [
        replace(metric("goal", "400", "册"), standing=Standing.TARGET),
        metric("done", "428", "册"),
        share("rate", "107"),
    ]
    roles = (("target", "goal"), ("actual", "done"), ("completion", "rate"))
    (scene,) = drawn(metrics, (Relation(RelationKind.TARGET, roles),))
    done = scene.by_key["done"]
    assert (done.track, done.end, done.goal) == (Decimal(400), Decimal(428), True)
    assert scene.by_key["rate"].note == "完成 107%"
    assert "每行对照目标 400 册" in scene.subtitle
    placed = lay_out(scene, 600, DESK, simple)
    assert [track.outlined for track in placed.tracks if track.key == "done"] == [True]


def test_a_completion_may_be_above_all_and_a_share_may_not() -> None:
    metrics = (metric("done", "428", "册"), share("rate", "107"))
    roles = (("actual", "done"), ("completion", "rate"))

    def codes(relations: tuple[Relation[str], ...]) -> set[str]:
        section = Section("s", "节", Passage(""), metrics, (), relations)
        return {issue.code for issue in prove(Briefing("报告", sections=(section,))).issues}

    assert "share-above-whole" not in codes((Relation(RelationKind.TARGET, roles),))
    assert "share-above-whole" in codes(())


def test_the_lead_figure_comes_first_and_is_the_largest() -> None:
    metrics = [metric("a", "5", "名"), metric("b", "7", "件"), metric("c", "9", "处")]
    charts = (Chart("一", ("a",), "cards"), Chart("二", ("b", "c"), "cards"))
    first, second = drawn(metrics, charts=charts, lead="c")
    assert [mark.key for mark in first.marks] == ["c", "b"]
    assert [mark.key for mark in second.marks] == ["a"]
    placed = lay_out(first, 600, DESK, simple)
    sizes = {text.lines[0]: text.face.size for text in placed.texts}
    assert sizes["9"] > sizes["7"]


def test_a_lead_that_is_no_metric_is_told() -> None:
    section = Section("s", "节", Passage(""), tuple(LEVELS), lead="nobody")
    issues = prove(Briefing("报告", sections=(section,))).issues
    assert "lead-unknown" in {issue.code for issue in issues}


def test_two_bars_whose_note_takes_the_comparison_back_are_numbers() -> None:
    def form(note: str) -> Form:
        charts = (Chart("图", ("a", "b"), "bar", note),)
        return drawn(LEVELS, charts=charts)[0].form

    assert form("两者口径不同。") is Form.CARDS
    assert form("基数未给，不能据此比较。") is Form.CARDS
    assert form("不宜相加。") is Form.BAR


def test_the_finding_is_the_title_and_the_topic_the_small_line() -> None:
    charts = (Chart("吞吐量", ("a", "b"), "bar", finding="a 120 吨，大于 b 90 吨"),)
    (scene,) = drawn(LEVELS, charts=charts)
    assert scene.title == "a 120 吨，大于 b 90 吨"
    assert scene.subtitle.startswith("吞吐量 · ")
    assert (scene.topic, scene.finding) == ("吞吐量", scene.title)
    (scene,) = drawn(LEVELS, charts=(replace(charts[0], finding=""),))
    assert (scene.title, scene.topic, scene.finding) == ("吞吐量", "吞吐量", "")


def test_all_data_wear_one_colour_but_for_several_series() -> None:
    metrics = [*LEVELS, metric("c", "3", "名"), metric("d", "4", "名")]
    roles = {scene.role for scene in drawn(metrics)}
    assert len(roles) == 1
    assert all(each.kind is Kind.COUNT for each in metrics)
