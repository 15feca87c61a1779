"""The edition step: which figures stand beside those of the edition before, and what is said."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from viewer.i18n import load
from viewer.model import (
    Briefing,
    Earlier,
    Kind,
    Metric,
    Passage,
    PlannedStep,
    Point,
    Section,
    StepKind,
)
from viewer.talk import Moved, Talk, bars_of, moved_line, talk_of

WORDS = load("zh-CN")


def metric(key: str, value: int | Decimal, kind: Kind = Kind.AMOUNT, unit: str = "吨") -> Metric:
    point = Point(key, str(value), Decimal(value), origin="账本")
    return Metric(key, f"产量{key}", unit, kind, (point,))


def briefing(count: int, *, lead: str = "", section: str = "") -> Briefing:
    """With as many figures, each of which was 10 in the edition before."""
    new = [metric(f"m{at}", 10 + at) for at in range(count)]
    old = Section("old", "旧", Passage(""))
    earlier = tuple(
        Earlier(one.id, old, metric("e", 10), metric("e", 10).point, edition="2022") for one in new
    )
    own = Section("fish", "水产", Passage(""), tuple(new), lead=lead)
    step = PlannedStep(StepKind.EDITION, section=section, notes="慢")
    return Briefing("渔业", sections=(own,), talk=(step,), earlier=earlier)


def told(one: Briefing) -> Talk:
    return talk_of(one, {})


def shown(talk: Talk) -> list[list[str]]:
    steps = [step for step in talk.steps if step.kind is StepKind.EDITION]
    return [[moved.now.metric.id for moved in step.moved] for step in steps]


def test_three_figures_stand_on_a_page_and_six_at_most() -> None:
    assert shown(told(briefing(2))) == [["m0", "m1"]]
    assert shown(told(briefing(9))) == [["m0", "m1", "m2"], ["m3", "m4", "m5"]]


def test_the_lead_figure_is_first_and_changes_are_last() -> None:
    one = briefing(4, lead="m2")
    section = one.sections[0]
    grown = replace(section.metrics[0], kind=Kind.CHANGE)
    one = replace(one, sections=(replace(section, metrics=(grown, *section.metrics[1:])),))
    assert shown(told(one)) == [["m2", "m1", "m3"], ["m0"]]


def test_figures_without_a_partner_are_left_out() -> None:
    one = briefing(3)
    assert shown(told(replace(one, earlier=one.earlier[1:2]))) == [["m1"]]


def test_without_the_edition_before_the_talk_goes_on() -> None:
    talk = told(replace(briefing(3), earlier=()))
    assert shown(talk) == []
    assert talk.steps


def test_a_section_can_be_named_and_the_notes_stand_on_the_first_page() -> None:
    talk = told(briefing(4, section="fish"))
    first, second = talk.steps[:2]
    assert (first.notes, second.notes) == ("慢", "")
    assert talk.part_at(0).section.id == "fish"


def moved(now: Metric, then: Metric, *, comparable: bool = True) -> Moved:
    one = Section("fish", "水产", Passage(""), (now,))
    partner = Earlier(now.id, one, then, then.point, comparable=comparable)
    step = PlannedStep(StepKind.EDITION)
    talk = told(Briefing("渔业", sections=(one,), talk=(step,), earlier=(partner,)))
    return talk.steps[0].moved[0]


@pytest.mark.parametrize(
    ("now", "then", "line", "bars"),
    [
        (metric("a", 15), metric("b", 12), "+3 吨 · 推算", (1.0, 0.8)),
        (metric("a", 12), metric("b", 15), "−3 吨 · 推算", (0.8, 1.0)),
        (metric("a", 12), metric("b", 12), WORDS("compare.same"), (1.0, 1.0)),
        (metric("a", 12), metric("b", 12, unit="斤"), WORDS("compare.no.units"), None),
        (metric("a", Decimal("0.4")), metric("b", Decimal("0.8")), "−0.4 吨 · 推算", (0.5, 1.0)),
        (metric("a", 0), metric("b", 4), "−4 吨 · 推算", (0.0, 1.0)),
        (metric("a", -2), metric("b", 4), "−6 吨 · 推算", None),
        (
            metric("a", 40, Kind.SHARE, "%"),
            metric("b", 50, Kind.SHARE, "%"),
            "−10 个百分点 · 推算",
            (0.8, 1.0),
        ),
    ],
)
def test_the_difference_is_signed_and_bars_say_nothing_false(
    now: Metric, then: Metric, line: str, bars: tuple[float, float] | None
) -> None:
    one = moved(now, then)
    assert moved_line(one, WORDS) == line
    assert bars_of(one) == bars


def test_periods_of_unlike_length_have_neither_difference_nor_bars() -> None:
    one = moved(metric("a", 15), metric("b", 12), comparable=False)
    assert moved_line(one, WORDS) == WORDS("compare.no.periods")
    assert bars_of(one) is None


def test_without_a_named_section_the_editions_stand_on_a_page_of_their_own() -> None:
    talk = told(briefing(3))
    assert talk.part_at(0).section.id != "fish"
    assert shown(talk) == [["m0", "m1", "m2"]]
    assert moved(metric("a", 15), metric("b", 12)).comparable
