"""A comparison in words, and how a presenter makes one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.talk.conftest import a_briefing, talk_with_charts, what_is_found
from viewer.i18n import load
from viewer.model import Kind, Metric, PlannedStep, Point, Qualifier, Standing, StepKind
from viewer.proof.comparison import Incomparable, attain
from viewer.quantities import Sourced
from viewer.talk import (
    Act,
    Command,
    TalkState,
    apply,
    attainment_line,
    compared_figures,
    comparison_line,
    start,
    talk_of,
)


def figure(value: str, unit: str, kind: Kind = Kind.COUNT) -> Sourced:
    point = Point("m", value, Decimal(value), cite=value)
    return Sourced(Metric("m", "标签", unit, kind, (point,)), point)


@pytest.mark.parametrize(
    ("one", "other", "chinese", "english"),
    [
        (
            figure("8652", "名"),
            figure("1078", "名"),
            "8,652 ÷ 1,078 ≈ 8.03 倍 · 相差 7,574 名 · 推算",
            "8,652 ÷ 1,078 ≈ 8.03 times · a difference of 7,574 名 · computed",
        ),
        (
            figure("5000000000", "元"),
            figure("2000000000", "元"),
            "50亿 ÷ 20亿 = 2.5 倍 · 相差 30亿元 · 推算",
            "5 billion ÷ 2 billion = 2.5 times · a difference of 3 billion 元 · computed",
        ),
        (
            figure("83", "%", Kind.SHARE),
            figure("100", "%", Kind.SHARE),
            "相差 17 个百分点 · 推算",
            "a difference of 17 percentage points · computed",
        ),
        (
            figure("7", "名"),
            figure("7", "件"),
            "单位不同，不能相比",
            "Different units: not compared",
        ),
    ],
)
def test_a_comparison_is_one_line_marked_as_computed(
    one: Sourced, other: Sourced, chinese: str, english: str
) -> None:
    assert comparison_line(one, other, load("zh_CN")) == chinese
    assert comparison_line(one, other, load("en")) == english


def test_the_two_figures_of_a_comparison_are_those_of_its_step_and_no_other_step_has_two() -> None:
    pair = PlannedStep(StepKind.COMPARE, figures=("officers", "funding"))
    alone = PlannedStep(StepKind.FIGURE, figures=("officers",))
    talk = talk_of(replace(a_briefing(), talk=(pair, alone)), what_is_found())
    found = [compared_figures(talk, step) for step in talk.steps]
    assert [each and tuple(one.metric.id for one in each) for each in found][:2] == [
        ("officers", "funding"),
        None,
    ]


def aim(
    value: str, unit: str, kind: Kind = Kind.COUNT, qualifier: Qualifier = Qualifier.EXACT
) -> Sourced:
    made = figure(value, unit, kind)
    metric = replace(made.metric, standing=Standing.TARGET, qualifier=qualifier)
    return made._replace(metric=metric)


@pytest.mark.parametrize(
    ("result", "goal", "chinese", "english"),
    [
        (
            figure("48", "所"),
            aim("60", "所"),
            "相当于目标的 80% · 比目标少 12 所 · 推算",
            "80% of the target · 12 所 below the target · computed",
        ),
        (
            figure("1250000", "吨"),
            aim("1000000", "吨", qualifier=Qualifier.AT_LEAST),
            "相当于目标的 125% · 比目标多 25万吨 · 推算",
            "125% of the target · 250,000 吨 above the target · computed",
        ),
        (
            figure("83.5", "%", Kind.SHARE),
            aim("85", "%", Kind.SHARE),
            "比目标少 1.5 个百分点 · 推算",
            "1.5 percentage points below the target · computed",
        ),
        (figure("60", "所"), aim("60", "所"), "与目标相同 · 推算", "as the target · computed"),
        (
            figure("48", "所"),
            aim("60", "人"),
            "单位不同，不能相比",
            "Different units: not compared",
        ),
        (
            figure("48", "所"),
            figure("60", "所"),
            "前一个要是事实，后一个要是目标或计划，才能对照",
            "Not compared: the first must be a fact, the second a target or plan",
        ),
    ],
)
def test_a_result_is_measured_against_its_target(
    result: Sourced, goal: Sourced, chinese: str, english: str
) -> None:
    assert attainment_line(result, goal, load("zh_CN")) == chinese
    assert attainment_line(result, goal, load("en")) == english


def test_a_bound_as_the_result_and_a_change_without_direction_measure_nothing() -> None:
    bounded = figure("48", "所")
    bounded = bounded._replace(metric=replace(bounded.metric, qualifier=Qualifier.AT_LEAST))
    assert attain(bounded, aim("60", "所")).reason is Incomparable.BOUNDS
    change = figure("5", "%", Kind.CHANGE)
    assert attain(change, aim("6", "%", Kind.CHANGE)).reason is Incomparable.UNSIGNED
    assert attain(change, aim("6", "%", Kind.SHARE)).reason is Incomparable.KINDS
    none = attain(figure("3", "所"), aim("0", "所"))
    assert (none.share, none.difference) == (None, 3)


def after(state: TalkState, *commands: Command) -> TalkState:
    talk = talk_with_charts()
    for command in commands:
        state = apply(talk, state, Act(command))
    return state


def test_one_key_marks_a_figure_and_at_another_one_compares_the_two() -> None:
    talk = talk_with_charts()
    here = talk.place_of("online", "items")
    state = after(start(talk, here), Command.COMPARE, Command.NEXT_FIGURE, Command.COMPARE)
    assert (state.picture.place, state.picture.against) == (here + 1, here)
    assert compared_figures(talk, talk.steps[here]) is None
    assert after(state, Command.PEEL).picture.against is None
    assert after(state, Command.NEXT_FIGURE).picture.against is None


def test_what_is_compared_is_seen_beside_the_whole_picture() -> None:
    talk = talk_with_charts()
    state = after(start(talk, talk.place_of("online", "items")), Command.COMPARE)
    for alone in (Command.PASSAGE, Command.ZOOM):
        compared = after(state, Command.NEXT_FIGURE, alone, Command.COMPARE)
        assert (compared.passage, compared.zoomed) == (False, False)


def test_the_same_figure_again_takes_the_mark_back_and_a_page_has_none() -> None:
    talk = talk_with_charts()
    here = talk.place_of("online", "items")
    assert after(start(talk, here), Command.COMPARE, Command.COMPARE).pinned is None
    assert after(start(talk), Command.COMPARE).pinned is None
