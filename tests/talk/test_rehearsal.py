from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.talk.conftest import a_briefing, talk_with_charts, what_is_found
from viewer.i18n import load
from viewer.model import PlannedStep, StepKind
from viewer.talk import (
    Talk,
    behind,
    minutes_of,
    names_of,
    plan_of,
    rehearsal_text,
    run_of,
    talk_of,
    timed,
)
from viewer.talk.rehearsal import LEAST, Minutes, Timed, total


def spent_at(talk: Talk, **seconds: float) -> list[float]:
    """Seconds of each place, given by the keys of figures."""
    return [seconds.get(step.key or "", 0.0) for step in talk.steps]


def test_the_figures_of_a_chart_count_for_the_chart_and_those_behind_the_run_when_shown() -> None:
    talk = talk_with_charts()
    spent = spent_at(talk, funding=40, officers=20, posts=0.4)
    rows = {row.place: row for row in timed(talk, spent, plan_of(talk), {})}
    assert rows[talk.outer(talk.place_of("stations", "funding"))].spent == 60
    assert set(rows) == set(talk.beats)  # that of the section behind was passed by only
    shown = timed(talk, spent_at(talk, posts=9), None, {})
    assert [(row.spent, row.planned) for row in shown if row.spent] == [(9, None)]


def test_a_plan_is_dealt_to_the_steps_and_adds_up(talk: Talk) -> None:
    rows = timed(talk, [0.0] * len(talk.steps), plan_of(talk), {})
    assert [row.planned for row in rows] == [60.0] * 4 + [90.0] * 4


def test_the_last_run_is_found_by_what_a_step_shows_not_by_its_number(talk: Talk) -> None:
    last = run_of(talk, spent_at(talk, items=30, rooms=12))
    turned = talk_of(replace(talk.briefing, talk=talk.briefing.talk[::-1]), what_is_found())
    rows = timed(turned, [0.0] * len(turned.steps), None, last)
    found = {turned.steps[row.place].key: row.last for row in rows if row.last is not None}
    assert found == {"items": 30, "rooms": 12}


def test_the_same_step_twice_has_two_times() -> None:
    twice = (
        PlannedStep(StepKind.SUMMARY),
        PlannedStep(StepKind.TITLE),
        PlannedStep(StepKind.SUMMARY),
    )
    talk = talk_of(replace(a_briefing(), talk=twice), what_is_found())
    assert len(set(names_of(talk))) == len(talk.steps)


def test_minutes_are_those_of_the_authors_steps_where_the_file_tells_a_story(talk: Talk) -> None:
    minutes = minutes_of(talk, spent_at(talk, officers=90, items=4, rooms=0.5))
    assert minutes.steps == ((1, Decimal("1.5")), (5, Decimal("0.1")))
    assert minutes.sections == ()
    whole = minutes_of(talk, spent_at(talk, officers=1, items=0.99))  # a second, and less than one
    assert [at for at, _ in whole.steps] == [1]


def test_minutes_are_those_of_the_sections_where_the_steps_follow_from_them() -> None:
    talk = talk_with_charts()
    minutes = minutes_of(talk, spent_at(talk, officers=90, funding=75, posts=60))
    assert minutes.sections == (("stations", Decimal("2.8")),)
    assert not minutes_of(talk, [0.0] * len(talk.steps))


def test_the_table_of_a_rehearsal_ends_with_the_sums(talk: Talk) -> None:
    rows = timed(talk, spent_at(talk, officers=90, items=5), None, {"none": 1.0})
    lines = rehearsal_text(["名称"] * len(rows), rows, load("zh_CN")).splitlines()
    assert lines[0] == "步骤\t计划\t上次\t这次"
    assert lines[2] == "名称\t\t\t01:30"
    assert lines[1] == "名称\t\t\t"  # passed by, which is no time of 00:00
    assert lines[-1] == "合计\t\t\t01:35"
    assert total(rows) == Timed(-1, None, None, 95)


def test_a_step_with_minutes_of_its_own_is_due_after_them() -> None:
    own = tuple(
        replace(step, minutes=Decimal(minutes))
        for step, minutes in zip(a_briefing().talk[:3], (1, 5, 2), strict=True)
    )
    talk = talk_of(replace(a_briefing(), minutes=None, talk=own), what_is_found())
    plan = plan_of(talk)
    assert plan is not None
    assert behind(talk, plan, 1, 360) == 0
    assert behind(talk, plan, 1, 370) == 10
    assert behind(talk, plan, 2, 300) == -60


def test_a_step_behind_the_run_is_shown_from_a_second_on(talk: Talk) -> None:
    place = talk.place_of("posts", "posts")
    for seconds, there in ((LEAST, True), (LEAST - 0.01, False)):
        rows = timed(talk, spent_at(talk, posts=seconds), None, {})
        assert (place in {row.place for row in rows}) is there


def test_a_step_that_was_shown_for_a_second_is_in_the_run(talk: Talk) -> None:
    for seconds, there in ((LEAST, True), (LEAST - 0.01, False)):
        assert bool(run_of(talk, spent_at(talk, items=seconds))) is there


def test_minutes_of_sections_or_of_steps_are_some_and_none_are_none() -> None:
    assert Minutes(sections=(("a", Decimal(2)),))
    assert Minutes(steps=((0, Decimal(2)),))
    assert not Minutes()


def test_a_section_that_was_shown_for_a_second_has_minutes(talk: Talk) -> None:
    sectioned = talk_of(replace(a_briefing(), talk=()), what_is_found())
    place = sectioned.place_of("online", "items")
    for seconds, there in ((LEAST, True), (LEAST - 0.01, False)):
        spent = [seconds if at == place else 0.0 for at in range(len(sectioned.steps))]
        assert bool(minutes_of(sectioned, spent).sections) is there
