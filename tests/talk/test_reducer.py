from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.talk.conftest import a_briefing, talk_with_charts, what_is_found
from viewer.talk import (
    LINE,
    Act,
    Blank,
    ChartOutline,
    Command,
    Light,
    Panel,
    Question,
    Shown,
    Talk,
    TalkState,
    apply,
    destination,
    places,
    start,
    talk_of,
    upcoming,
)


def after(talk: Talk, *commands: Command | Act, at: int = 0) -> TalkState:
    state = start(talk, at)
    for command in commands:
        state = apply(talk, state, command if isinstance(command, Act) else Act(command))
    return state


def typed(text: str) -> list[Act]:
    return [Act(Command.TYPE, text=c) for c in text]


def test_next_and_previous_walk_the_run(talk: Talk) -> None:
    assert after(talk, Command.NEXT, Command.NEXT, Command.PREVIOUS).place == 1


def test_the_run_ends_before_the_sections_kept_for_questions(talk: Talk) -> None:
    assert after(talk, *[Command.NEXT] * 30).place == talk.run - 1
    assert upcoming(talk, after(talk, Command.LAST)) is None


def test_next_at_the_end_of_a_section_kept_for_questions_returns_to_the_run(talk: Talk) -> None:
    behind = Act(Command.JUMP, place=talk.run)
    asked = after(talk, Command.NEXT, behind, Command.NEXT)
    assert asked.place == len(talk.steps) - 1
    assert apply(talk, asked, Act(Command.NEXT)).place == 1
    assert after(talk, Command.NEXT, behind, Command.PREVIOUS).place == 1


def test_sections_go_on_and_back_by_their_titles(talk: Talk) -> None:
    assert after(talk, Command.NEXT, Command.NEXT_SECTION).place == talk.parts[1].first
    assert after(talk, Command.NEXT_SECTION, Command.PREVIOUS_SECTION).place == 0
    assert after(talk, *[Command.NEXT_SECTION] * 5).place == talk.parts[1].first


def test_home_and_end(talk: Talk) -> None:
    assert after(talk, Command.LAST).place == talk.run - 1
    assert after(talk, Command.LAST, Command.FIRST).place == 0


def test_jumps_can_be_gone_back_and_forward_through(talk: Talk) -> None:
    there = after(talk, Command.NEXT, Act(Command.JUMP, place=6), Command.NEXT)
    back = apply(talk, there, Act(Command.BACK))
    assert (there.place, back.place) == (7, 1)
    assert apply(talk, back, Act(Command.FORWARD)).place == 7


def test_back_with_nowhere_to_go_changes_nothing(talk: Talk) -> None:
    assert after(talk, Command.BACK) == start(talk)
    assert after(talk, Command.FORWARD) == start(talk)


@pytest.mark.parametrize(
    "command", [Command.NEXT, Command.PREVIOUS, Command.NEXT_SECTION, Command.LAST]
)
@pytest.mark.parametrize("blank", [Command.BLACK, Command.WHITE])
def test_moving_on_uncovers_the_audience(talk: Talk, blank: Command, command: Command) -> None:
    assert after(talk, blank, command).blank is Blank.NOTHING


def test_moving_on_uncovers_even_where_there_is_no_next_step(talk: Talk) -> None:
    assert after(talk, Command.LAST, Command.BLACK, Command.NEXT).blank is Blank.NOTHING


def test_black_and_white_replace_each_other_and_go_by_their_own_key(talk: Talk) -> None:
    assert after(talk, Command.BLACK, Command.WHITE).blank is Blank.WHITE
    assert after(talk, Command.BLACK, Command.BLACK).blank is Blank.NOTHING


def test_a_frozen_audience_keeps_its_picture_while_the_presenter_goes_on(talk: Talk) -> None:
    state = after(talk, Command.NEXT, Command.FREEZE, Command.NEXT, Command.ZOOM, Command.BIGGER)
    assert state.frozen
    assert state.shown == Shown(1, False, 0)
    assert state.picture == Shown(2, True, 1)
    assert apply(talk, state, Act(Command.FREEZE)).shown == state.picture


def test_pointer_and_spotlight_replace_each_other(talk: Talk) -> None:
    assert after(talk, Command.POINTER, Command.SPOTLIGHT).light is Light.SPOTLIGHT
    assert after(talk, Command.SPOTLIGHT, Command.SPOTLIGHT).light is Light.NOTHING


def test_the_pointer_stays_on_the_picture(talk: Talk) -> None:
    assert after(talk, Act(Command.POINT, mouse=(-3, 7))).mouse == (0, 1)


def test_back_and_forward_go_over_every_jump_in_turn(talk: Talk) -> None:
    jumps = [Command.NEXT_SECTION, Command.LAST, Command.FIRST]
    places = [after(talk, *jumps[:count]).place for count in range(4)]
    state = after(talk, *jumps)
    for command, way in ((Command.BACK, places[-2::-1]), (Command.FORWARD, places[1:])):
        for place in way:
            state = apply(talk, state, Act(command))
            assert state.place == place


def test_type_grows_and_shrinks_between_bounds(talk: Talk) -> None:
    assert after(talk, Command.BIGGER, Command.BIGGER, Command.SMALLER).size == 1
    assert after(talk, *[Command.BIGGER] * 50).size == 6
    assert after(talk, *[Command.SMALLER] * 50).size == -6


def test_escape_peels_one_layer_after_the_other_and_then_asks_before_it_ends(talk: Talk) -> None:
    state = after(talk, Command.ZOOM, Command.BLACK, Command.SPOTLIGHT, Command.HELP)
    layers = []
    for _ in range(6):
        state = apply(talk, state, Act(Command.PEEL))
        layers.append((state.panel, state.zoomed, state.blank, state.light, state.asking))
    none = (Panel.NOTHING, False, Blank.NOTHING, Light.NOTHING)
    assert layers == [
        (Panel.NOTHING, True, Blank.BLACK, Light.SPOTLIGHT, False),
        (Panel.NOTHING, False, Blank.BLACK, Light.SPOTLIGHT, False),
        (Panel.NOTHING, False, Blank.NOTHING, Light.SPOTLIGHT, False),
        (*none, False),
        (*none, True),
        (*none, False),
    ]
    assert state.ended


def test_going_on_takes_the_question_whether_to_end_back(talk: Talk) -> None:
    state = after(talk, Command.PEEL, Command.NEXT)
    assert not state.asking
    assert not apply(talk, state, Act(Command.PEEL)).ended


def test_the_show_key_does_nothing_while_presenting(talk: Talk) -> None:
    state = after(talk, Command.NEXT, Command.ZOOM, Command.PEEL)
    assert apply(talk, state, Act(Command.STAY)) == state


def test_an_ended_talk_hears_nothing(talk: Talk) -> None:
    ended = after(talk, Command.PEEL, Command.PEEL)
    assert ended.ended
    assert apply(talk, ended, Act(Command.NEXT)) == ended


def test_a_section_number_goes_to_the_section(talk: Talk) -> None:
    assert after(talk, *typed("2"), Command.ACCEPT).place == talk.parts[1].first


def test_the_number_of_a_step_goes_to_the_step_even_where_a_figure_begins_so(talk: Talk) -> None:
    begun_so = [place for place in places(talk, "7") if place != talk.beats[6]]
    assert begun_so
    assert after(talk, *typed("7"), Command.ACCEPT).place == talk.beats[6]


def test_a_number_of_the_report_goes_to_the_figure_that_says_it(talk: Talk) -> None:
    state = after(talk, *typed("1793"), Command.ACCEPT)
    assert talk.steps[state.place].key == "officers"
    assert state.typed == ""


def test_a_number_that_leads_nowhere_opens_the_line_with_it(talk: Talk) -> None:
    state = after(talk, *typed("99999"), Command.ACCEPT)
    assert (state.panel, state.typed, state.place) == (Panel.GO, "99999", 0)


def test_a_sections_number_wins_over_a_figure_that_is_the_same_number(talk: Talk) -> None:
    sections = list(talk.briefing.sections)
    at, section = next((n, one) for n, one in enumerate(sections) if one.metrics)
    metric, *others = section.metrics
    two = replace(metric, points=(replace(metric.point, value=Decimal(2)),))
    sections[at] = replace(section, metrics=(two, *others))
    talk = talk_of(replace(talk.briefing, sections=tuple(sections)), {})
    state = after(talk, *typed("2"), Command.ACCEPT)
    assert (state.place, state.panel) == (talk.parts[1].first, Panel.NOTHING)


def test_a_jump_leads_to_any_step_and_no_further(talk: Talk) -> None:
    last = len(talk.steps) - 1
    assert after(talk, Act(Command.JUMP, place=0), at=3).place == 0
    assert after(talk, Act(Command.JUMP, place=last), at=3).place == last
    assert after(talk, Act(Command.JUMP, place=last + 1), at=3).place == 3
    assert after(talk, Act(Command.JUMP, place=-1), at=3).place == 3


def test_typing_can_be_taken_back(talk: Talk) -> None:
    assert after(talk, *typed("12"), Command.ERASE).typed == "1"
    assert after(talk, *typed("12"), Command.PEEL).typed == ""
    assert after(talk, *typed("12"), Command.NEXT).typed == ""


def test_words_are_a_list_to_choose_from(talk: Talk) -> None:
    state = after(talk, Command.GO, Act(Command.SEARCH, text="项"), Command.NEXT)
    assert len(state.found) > 1
    assert state.chosen == 1
    gone = apply(talk, state, Act(Command.ACCEPT))
    assert (gone.place, gone.panel) == (state.found[1], Panel.NOTHING)


def test_the_overview_starts_at_this_section_and_goes_to_another(talk: Talk) -> None:
    state = after(talk, Command.OVERVIEW, at=6)
    assert state.chosen == 1
    state = apply(talk, state, Act(Command.PREVIOUS))
    assert apply(talk, state, Act(Command.ACCEPT)).place == 0


def test_a_list_is_walked_one_row_at_a_time(talk: Talk) -> None:
    state = after(talk, Command.OVERVIEW, Command.NEXT, Command.NEXT)
    assert state.chosen == 2
    assert apply(talk, state, Act(Command.PREVIOUS)).chosen == 1


@pytest.mark.parametrize(
    ("command", "by"),
    [
        (Command.NEXT, 1),
        (Command.NEXT_FIGURE, 1),
        (Command.PREVIOUS, -1),
        (Command.PREVIOUS_FIGURE, -1),
    ],
)
def test_steps_and_figures_alike_are_rows_of_a_list(talk: Talk, command: Command, by: int) -> None:
    state = replace(after(talk, Command.GO), found=tuple(range(8)), chosen=3)
    assert apply(talk, state, Act(command)).chosen == 3 + by


def test_the_next_chart_may_be_a_single_figure_right_after_another() -> None:
    charts = {
        "stations": tuple(ChartOutline(id_, (id_,)) for id_ in ("officers", "funding", "rooms")),
    }
    talk = talk_of(replace(a_briefing(), talk=()), what_is_found(), charts)
    first = next(at for at, step in enumerate(talk.steps) if step.chart == "officers")
    on = after(talk, Command.NEXT_CHART, at=first)
    assert (on.place, talk.steps[on.place].chart) == (first + 1, "funding")


def views(state: TalkState) -> tuple[bool, bool]:
    return state.zoomed, state.passage


@pytest.mark.parametrize("view", [Command.ZOOM, Command.PASSAGE])
def test_a_jump_a_comparison_and_esc_lead_back_to_the_plain_view(talk: Talk, view: Command) -> None:
    seen = after(talk, Command.NEXT, view)
    assert views(seen) == (view is Command.ZOOM, view is Command.PASSAGE)
    assert views(apply(talk, seen, Act(Command.NEXT_SECTION))) == (False, False)
    assert views(apply(talk, seen, Act(Command.PEEL))) == (False, False)
    compared = after(talk, Command.NEXT, Command.COMPARE, Command.NEXT, view, Command.COMPARE)
    assert compared.against == 1
    assert views(compared) == (False, False)


def test_of_two_views_the_last_is_shown(talk: Talk) -> None:
    assert views(after(talk, Command.NEXT, Command.PASSAGE, Command.ZOOM)) == (True, False)
    assert views(after(talk, Command.NEXT, Command.ZOOM, Command.PASSAGE)) == (False, True)


def test_home_and_end_choose_in_a_list(talk: Talk) -> None:
    state = after(talk, Command.OVERVIEW, Command.LAST)
    assert (state.chosen, state.place) == (len(talk.stops) - 1, 0)
    assert apply(talk, state, Act(Command.FIRST)).chosen == 0


def test_a_panel_closes_by_its_own_key(talk: Talk) -> None:
    assert after(talk, Command.OVERVIEW, Command.OVERVIEW).panel is Panel.NOTHING
    assert after(talk, Command.OVERVIEW, Command.HELP).panel is Panel.HELP


ACTS = st.one_of(
    st.sampled_from([c for c in Command if c is not Command.PEEL]).map(Act),
    st.sampled_from([Act(Command.TYPE, text=c) for c in "0123456789."]),
    st.sampled_from(["1", "项", "派出所", "50", ""]).map(lambda s: Act(Command.SEARCH, text=s)),
    st.integers(-3, 40).map(lambda place: Act(Command.JUMP, place=place)),
    st.integers(-3, 40).map(lambda place: Act(Command.CHOOSE, place=place)),
    st.tuples(st.floats(-2, 2), st.floats(-2, 2)).map(lambda m: Act(Command.POINT, mouse=m)),
    st.just(Act(Command.PEEL)),
    st.just(Act(Command.NOTE, question=Question(datetime(2021, 3, 4), "", "?", 2))),
    st.integers(-2, 3).map(lambda row: Act(Command.TICK, place=row)),
    st.integers(-2, 3).map(lambda row: Act(Command.TO_QUESTION, place=row)),
)


def holds(talk: Talk, state: TalkState) -> None:
    count = len(talk.steps)
    assert 0 <= state.place < count
    assert 0 <= state.left < talk.run
    assert 0 <= state.shown.place < count
    assert not talk.in_run(state.place) or state.left == state.place
    assert all(0 <= place < count for place in (*state.back, *state.forward, *state.found))
    rows = len(state.found) if state.panel is Panel.GO else len(talk.stops)
    if state.panel is Panel.QUESTION:
        assert LINE <= state.chosen < len(state.questions)
    else:
        assert 0 <= state.chosen < max(1, rows)
    assert not (state.panel is Panel.NOTHING and state.found)
    assert all(0 <= at <= 1 for at in state.mouse)
    assert not state.ended or not state.asking


@settings(max_examples=10, deadline=None)
@given(st.lists(ACTS, min_size=100, max_size=100))
def test_a_thousand_commands_keep_a_talk_sound(same_talk: Talk, acts: list[Act]) -> None:
    state = start(same_talk)
    for act in acts:
        state = replace(apply(same_talk, state, act), ended=False)
        holds(same_talk, state)


def test_before_anything_is_typed_the_go_to_list_is_of_the_sections(talk: Talk) -> None:
    state = after(talk, Command.GO, at=6)
    assert state.found == talk.stops
    assert apply(talk, state, Act(Command.ACCEPT)).place == talk.parts[1].first


def test_a_number_being_typed_tells_where_enter_leads_before_it_is_pressed(talk: Talk) -> None:
    last = len(talk.parts)
    typing = after(talk, *typed(str(last)))
    assert destination(talk, typing) == talk.parts[last - 1].first
    assert destination(talk, typing) == apply(talk, typing, Act(Command.ACCEPT)).place


@pytest.mark.parametrize("open_", [Command.HELP, Command.QUESTION, Command.NEXT])
def test_enter_leads_nowhere_where_there_is_nothing_to_choose(talk: Talk, open_: Command) -> None:
    assert destination(talk, after(talk, open_)) is None


def test_next_goes_from_step_to_step_and_down_into_the_figures() -> None:
    talk = talk_with_charts()
    chart = talk.place_of("online", "items") - 1
    state = start(talk, chart)
    assert apply(talk, state, Act(Command.NEXT)).place == talk.inner_of(chart).stop
    inside = apply(talk, state, Act(Command.NEXT_FIGURE))
    assert talk.steps[inside.place].key == "items"
    assert apply(talk, inside, Act(Command.NEXT)).place == talk.inner_of(chart).stop
    assert apply(talk, inside, Act(Command.PREVIOUS)).place == chart
    assert apply(talk, inside, Act(Command.PREVIOUS_FIGURE)).place == chart


def test_the_next_chart_is_another_one_and_after_the_last_nothing_moves() -> None:
    talk = talk_with_charts()
    first = apply(talk, start(talk), Act(Command.NEXT_CHART))
    second = apply(talk, first, Act(Command.NEXT_CHART))
    charts = [talk.steps[one.place].chart for one in (first, second)]
    assert charts == ["bars", "parts"]
    assert apply(talk, second, Act(Command.NEXT_CHART)).place == second.place


def test_from_the_first_to_the_last_figure_one_by_one_every_figure_is_passed() -> None:
    talk = talk_with_charts()
    state, seen = start(talk), set()
    for _ in talk.steps:
        seen.add(talk.steps[state.place].key)
        state = apply(talk, state, Act(Command.NEXT_FIGURE))
    assert {"officers", "funding", "rooms", "items", "one-visit", "no-visit"} <= seen


def test_the_passage_alone_and_the_chart_alone_exclude_each_other(talk: Talk) -> None:
    state = apply(talk, start(talk), Act(Command.PASSAGE))
    assert state.passage
    zoomed = apply(talk, state, Act(Command.ZOOM))
    assert (zoomed.passage, zoomed.zoomed) == (False, True)
    assert not apply(talk, state, Act(Command.PEEL)).passage


def test_a_talk_begins_with_the_first_row_of_a_list_chosen(talk: Talk) -> None:
    state = start(talk, 0)
    assert (state.chosen, state.size, state.found) == (0, 0, ())
    listed = apply(talk, replace(state, panel=Panel.OVERVIEW), Act(Command.ACCEPT))
    assert listed.place == talk.parts[0].first


def test_a_hidden_talk_does_nothing_but_come_back_as_it_was(talk: Talk) -> None:
    before = after(talk, Command.NEXT, Command.FREEZE, Command.NEXT, Command.ZOOM)
    hidden = apply(talk, before, Act(Command.HIDE))
    assert hidden == replace(before, hidden=True)
    every = {apply(talk, hidden, Act(command)) for command in Command if command != Command.HIDE}
    assert every == {hidden}
    assert apply(talk, hidden, Act(Command.HIDE)) == before


def test_up_from_the_line_of_a_question_is_the_newest_of_the_list(talk: Talk) -> None:
    asked = tuple(Question(datetime(2026, 1, 2), "一", text, 0) for text in ("先", "后"))
    state = replace(start(talk), panel=Panel.QUESTION, chosen=LINE, questions=asked)
    newest = apply(talk, state, Act(Command.CHOOSE, place=LINE - 1))
    assert newest.chosen == 1
    assert apply(talk, newest, Act(Command.CHOOSE, place=newest.chosen + 1)).chosen == 1
    none = replace(state, questions=())
    assert apply(talk, none, Act(Command.CHOOSE, place=LINE - 1)).chosen == LINE


@pytest.mark.parametrize(("row", "place"), [(-1, 0), (0, 3), (1, 4), (2, 0)])
def test_a_question_of_the_list_leads_to_its_figure_and_none_leads_nowhere(
    talk: Talk, row: int, place: int
) -> None:
    asked = tuple(Question(datetime(2021, 3, 4), "", "为什么？", at) for at in (3, 4))
    state = replace(start(talk), questions=asked)
    assert apply(talk, state, Act(Command.TO_QUESTION, place=row)).place == place


def test_a_panel_without_a_list_has_its_first_line_chosen_wherever_the_talk_is(talk: Talk) -> None:
    at = len(talk.steps) - 2
    assert after(talk, Command.HELP, at=at).chosen == 0
    assert after(talk, Command.OVERVIEW, at=at).chosen == talk.stop_of(at) > 1


def test_a_talk_begins_as_no_rehearsal_with_nothing_asked_hidden_or_ended(talk: Talk) -> None:
    state = start(talk, 0)
    assert not (state.rehearsing or state.asking or state.hidden or state.ended)


def test_a_question_is_kept_and_its_row_is_ticked_and_no_other(talk: Talk) -> None:
    asked = [Question(datetime(2021, 3, 4), "", text, 2) for text in ("甲", "乙")]
    state = after(talk, *(Act(Command.NOTE, question=one) for one in asked))
    assert [one.text for one in state.questions] == ["甲", "乙"]
    assert apply(talk, state, Act(Command.NOTE)) == state
    for row, answered in ((0, [True, False]), (1, [False, True]), (2, [False, False])):
        ticked = apply(talk, state, Act(Command.TICK, place=row))
        assert [one.answered for one in ticked.questions] == answered
