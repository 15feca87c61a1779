from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.talk.conftest import PLAN, a_briefing
from viewer.model import Briefing, PlannedStep, StepKind
from viewer.talk import Talk, behind, plan_of, planned_steps, talk_of


def planned(briefing: Briefing, minutes: float | None, *own: float | None) -> tuple[float, ...]:
    of_sections = iter(own)
    sections = tuple(
        replace(s, minutes=None if (m := next(of_sections)) is None else Decimal(str(m)))
        if s.present and not s.backup
        else s
        for s in briefing.sections
    )
    whole = None if minutes is None else Decimal(str(minutes))
    plan = plan_of(talk_of(replace(briefing, minutes=whole, sections=sections), {}))
    assert plan is not None
    return plan


def test_a_section_without_minutes_takes_what_is_left(briefing: Briefing) -> None:
    assert planned(briefing, 10, 4, None) == pytest.approx((240, 360, 0))


def test_sections_without_minutes_share_by_their_steps(briefing: Briefing) -> None:
    assert planned(briefing, 10, None, None) == pytest.approx((300, 300, 0))


def test_the_whole_wins_over_the_sections_own_minutes(briefing: Briefing) -> None:
    assert planned(briefing, 10, 15, 5) == pytest.approx((450, 150, 0))
    assert sum(planned(briefing, 10, 15, None)) == pytest.approx(600)


def test_a_section_kept_for_questions_takes_nothing_from_a_fair_share(briefing: Briefing) -> None:
    """The first section's minutes leave none, so the second gets as many as its steps are of all
    that are walked through."""
    talk = talk_of(briefing, {})
    first, second, kept = (part.end - part.first for part in talk.parts)
    assert kept > 0
    share = 10 * second / (first + second)
    assert planned(briefing, 10, 15, None) == pytest.approx(
        (600 * 15 / (15 + share), 600 * share / (15 + share), 0)
    )


def test_sections_alone_make_a_plan(briefing: Briefing) -> None:
    assert planned(briefing, None, 4, 2) == pytest.approx((240, 120, 0))


def test_without_any_minutes_there_is_no_plan(briefing: Briefing) -> None:
    bare = tuple(replace(s, minutes=None) for s in briefing.sections)
    assert plan_of(talk_of(replace(briefing, minutes=None, sections=bare), {})) is None


def test_a_page_takes_time_only_where_the_author_plans_it(briefing: Briefing) -> None:
    opening = PlannedStep(StepKind.TITLE, minutes=Decimal(2))
    steps = (opening, *PLAN, PlannedStep(StepKind.SUMMARY))
    talk = talk_of(replace(briefing, minutes=Decimal(12), talk=steps), {})
    plan = plan_of(talk)
    assert plan is not None
    pages = [seconds for part, seconds in zip(talk.parts, plan, strict=True) if not part.number]
    assert pages == pytest.approx([120, 0])
    assert sum(plan) == pytest.approx(720)


def test_minutes_set_before_the_start_win(talk: Talk) -> None:
    plan = plan_of(talk, Decimal(20))
    assert plan is not None
    assert sum(plan) == pytest.approx(1200)


def test_pace_is_measured_within_the_section(talk: Talk) -> None:
    plan = (240.0, 360.0, 0.0)  # a step of the first section has a minute, of the second 90 s
    assert behind(talk, plan, 2, 150) == 0
    assert behind(talk, plan, 2, 100) == -20
    assert behind(talk, plan, 2, 200) == 20
    assert behind(talk, plan, 5, 240 + 90 + 45) == 0
    assert behind(talk, plan, 5, 240 + 180 + 30) == 30


MINUTES = st.none() | st.integers(1, 90)


@given(whole=st.integers(1, 240), first=MINUTES, second=MINUTES)
def test_a_plan_always_fills_the_time_given(
    same_talk: Talk, whole: int, first: int | None, second: int | None
) -> None:
    plan = planned(same_talk.briefing, whole, first, second)
    assert sum(plan) == pytest.approx(whole * 60)
    assert all(seconds >= 0 for seconds in plan)


def test_steps_without_minutes_of_their_own_get_nothing_beside_those_that_have() -> None:
    steps = tuple(
        replace(step, minutes=Decimal(3) if at in (1, 2) else None) for at, step in enumerate(PLAN)
    )
    talk = talk_of(replace(a_briefing(), talk=steps), {})
    assert planned_steps(talk, (120.0, 80.0, 0.0))[:8] == (0, 60, 60, 0, 20, 20, 20, 20)
