"""A newer version of the briefing under a talk: what is shown stays, or nothing is taken over."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.talk.conftest import a_briefing, count, talk_with_charts, what_is_found
from viewer.model import Briefing, Passage, PlannedStep, Section, StepKind
from viewer.talk import (
    Panel,
    Question,
    Shown,
    Talk,
    TalkState,
    by_part,
    carried,
    homes,
    started,
    talk_of,
)

FRESH = Section("fresh", "新的一节", Passage("新添 5 项。"), (count("five", "新项", "5", "项"),))


def version(*sections: Section) -> Talk:
    return talk_of(replace(a_briefing(), sections=sections), what_is_found())


def without(briefing: Briefing, section_id: str, key: str = "") -> tuple[Section, ...]:
    """The sections without one, or without one figure of it."""
    if not key:
        return tuple(s for s in briefing.sections if s.id != section_id)
    return tuple(
        replace(s, metrics=tuple(m for m in s.metrics if s.id != section_id or m.id != key))
        for s in briefing.sections
    )


def names(talk: Talk, *places: int) -> list[tuple[str, str | None]]:
    return [(talk.part_at(place).section.id, talk.steps[place].key) for place in places]


def test_the_same_figure_is_shown_though_sections_and_figures_came_before_it(
    talk: Talk, briefing: Briefing
) -> None:
    newer = version(FRESH, *without(briefing, "stations", "officers"))
    was = talk.place_of("online", "one-visit")
    state = TalkState(place=was, left=was, back=(talk.place_of("stations", "rooms"), 0))
    now = carried(talk, newer, state)
    assert now is not None
    assert now.place != was
    assert names(newer, now.place, now.left) == [("online", "one-visit")] * 2
    assert names(newer, *now.back) == [("stations", "rooms"), ("stations", None)]


def test_places_to_go_back_to_that_are_no_more_are_forgotten(
    talk: Talk, briefing: Briefing
) -> None:
    newer = version(*without(briefing, "stations"))
    rooms, posts = talk.place_of("stations", "rooms"), talk.place_of("posts", "posts")
    state = TalkState(place=talk.place_of("online"), back=(rooms, posts), forward=(rooms,))
    now = carried(talk, newer, state)
    assert now is not None
    assert names(newer, *now.back) == [("posts", "posts")]
    assert now.forward == ()


@pytest.mark.parametrize("key", ["", "one-visit"])
def test_nothing_is_taken_over_while_what_is_shown_is_no_more(
    talk: Talk, briefing: Briefing, key: str
) -> None:
    newer = version(*without(briefing, "online", key))
    shown = TalkState(place=talk.place_of("online", "one-visit"))
    assert carried(talk, newer, shown) is None
    assert carried(talk, newer, replace(shown, place=talk.place_of("stations"))) is not None


@pytest.mark.parametrize(
    "busy",
    [
        TalkState(held=Shown(0)),
        TalkState(panel=Panel.GO),
        TalkState(panel=Panel.QUESTION),
        TalkState(typed="3"),
        TalkState(pinned=1),
        TalkState(against=1),
    ],
    ids=["frozen", "list", "question", "number", "figure to compare", "comparison"],
)
def test_nothing_is_taken_over_while_the_picture_is_frozen_or_a_place_is_chosen(
    talk: Talk, briefing: Briefing, busy: TalkState
) -> None:
    assert carried(talk, version(FRESH, *briefing.sections), busy) is None


def test_a_figure_that_left_its_chart_is_the_same_figure() -> None:
    charted = talk_with_charts()
    plain = talk_of(replace(a_briefing(), talk=()), what_is_found())
    for before, after in ((charted, plain), (plain, charted)):
        now = carried(before, after, TalkState(place=before.place_of("stations", "officers")))
        assert now is not None
        assert names(after, now.place) == [("stations", "officers")]


def test_of_two_steps_of_one_figure_each_stays_itself() -> None:
    pair = PlannedStep(StepKind.COMPARE, figures=("officers", "funding"))
    figure = PlannedStep(StepKind.FIGURE, figures=("officers",))
    talk = talk_of(replace(a_briefing(), talk=(pair, figure)), what_is_found())
    for place in range(talk.run):
        now = carried(talk, talk, TalkState(place=place))
        assert now is not None
        assert now.place == place


def test_a_question_stays_at_its_figure_or_at_its_section(talk: Talk, briefing: Briefing) -> None:
    places = [talk.place_of("online", key) for key in ("items", "one-visit")]
    asked = tuple(Question(datetime(2021, 3, 4), "", "为什么？", place) for place in places)
    newer = version(FRESH, *without(briefing, "online", "one-visit"))
    now = carried(talk, newer, TalkState(questions=asked))
    assert now is not None
    found = [newer.steps[one.place].key for one in now.questions]
    assert found == ["items", None]
    assert newer.part_at(now.questions[1].place).section.id == "online"


def test_questions_return_into_the_run_of_the_newer_version(talk: Talk, briefing: Briefing) -> None:
    state = TalkState(place=talk.place_of("posts"), left=talk.place_of("online", "items"))
    newer = version(*without(briefing, "online"))
    now = carried(talk, newer, state)
    assert now is not None
    assert newer.in_run(now.left)


def test_where_the_step_is_kept_for_questions_now_they_return_to_the_begin(
    talk: Talk, briefing: Briefing
) -> None:
    state = TalkState(place=talk.place_of("posts"), left=talk.place_of("online", "items"))
    kept = [replace(one, backup=one.id != "stations") for one in briefing.sections]
    newer = talk_of(replace(briefing, sections=tuple(kept), talk=()), what_is_found())
    assert not newer.in_run(newer.place_of("online", "items"))
    now = carried(talk, newer, state)
    assert now is not None
    assert now.left == 0


def test_the_time_of_a_section_that_is_no_more_counts_for_the_one_before_it(
    talk: Talk, briefing: Briefing
) -> None:
    newer = version(FRESH, *without(briefing, "online"))
    places = [talk.place_of(id_) for id_ in ("online", "posts", "stations")]
    clock = started(len(talk.steps), places[0], now=0).at(places[1], 10).at(places[2], 30)
    clock = clock.dealt(homes(talk, newer), len(newer.steps))
    assert by_part(newer, clock.times(35)) == (15, 0, 20)


@given(st.permutations(list(a_briefing().sections)), st.integers(0, 9))
def test_whatever_is_moved_the_step_stays_and_no_second_is_lost(
    sections: list[Section], at: int
) -> None:
    before = talk_of(a_briefing(), what_is_found())
    place = at % len(before.steps)
    newer = version(*sections)
    now = carried(before, newer, TalkState(place=place, left=min(place, before.run - 1)))
    assert now is not None
    assert names(newer, now.place) == names(before, place)
    assert newer.in_run(now.left)
    clock = started(len(before.steps), place, now=0)
    moved = clock.dealt(homes(before, newer), len(newer.steps))
    assert moved.elapsed(77) == clock.elapsed(77) == 77
    assert moved.place == now.place


def test_in_a_talk_that_has_nothing_of_the_one_before_all_lead_to_its_begin() -> None:
    old, new = version(*a_briefing().sections), version(FRESH)
    first = new.parts.index(next(part for part in new.parts if part.number == 1))
    assert first > 0 or len(new.steps) > 1
    stations = [place for place, _ in enumerate(old.steps) if old.part_at(place).number == 1]
    assert {homes(old, new)[place] for place in stations[:1]} == {0}
