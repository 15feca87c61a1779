from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from viewer.talk import (
    Act,
    Command,
    Panel,
    Question,
    Talk,
    TalkState,
    apply,
    is_for_line,
    read,
    start,
)

NOON = datetime(2021, 3, 4, 12, 30)


def press(talk: Talk, *keys: str, state: TalkState | None = None) -> TalkState:
    state = state or start(talk)
    for key in keys:
        act = read(state, key)
        state = apply(talk, state, act) if act else state
    return state


def test_a_held_key_never_runs_on(talk: Talk) -> None:
    assert read(start(talk), "PgDown", repeated=True) is None
    assert read(start(talk), "B", repeated=True) is None


def test_a_held_arrow_walks_on_in_a_list(talk: Talk) -> None:
    state = press(talk, "G")
    held, once = (read(state, "Down", repeated=held) for held in (True, False))
    assert held == once != Act(Command.STAY)


def test_a_clicker_walks_blanks_and_returns(talk: Talk) -> None:
    state = press(talk, "PgDown", "PgDown", ".", "PgUp")
    assert (state.place, state.blank) == (1, "")


def test_the_button_that_alternates_ends_only_when_pressed_again_and_again(talk: Talk) -> None:
    state = press(talk, "F5", "Esc")
    assert state.asking
    assert not state.ended
    assert press(talk, "F5", "Esc", state=state).ended


def test_digits_and_enter_jump(talk: Talk) -> None:
    assert press(talk, "2", "Return").place == talk.parts[1].first
    assert talk.steps[press(talk, "3", "2", "5", "0", "Return").place].key == "rooms"
    assert talk.steps[press(talk, *"1.48", "Return").place].key != "officers"


def test_the_point_belongs_to_a_number_only_after_a_digit(talk: Talk) -> None:
    assert press(talk, "1", ".", "5").typed == "1.5"
    assert press(talk, ".").blank == "black"


def test_backspace_takes_a_digit_back_and_only_then_a_step(talk: Talk) -> None:
    state = press(talk, "Right", "1", "Backspace")
    assert (state.typed, state.place) == ("", 1)
    assert press(talk, "Backspace", state=state).place == 0


def test_full_width_digits_are_digits(talk: Talk) -> None:
    assert press(talk, "２", "Enter").place == talk.parts[1].first


def test_enter_opens_the_section_chosen_in_the_overview(talk: Talk) -> None:
    assert press(talk, "O", "Right", "Return").place == talk.parts[1].first


def test_letters_typed_into_a_line_are_no_commands(talk: Talk) -> None:
    state = press(talk, "G")
    assert all(is_for_line(state, key) for key in ("B", "Space", "Backspace", "5", "Left", "?"))
    assert not any(is_for_line(state, key) for key in ("Esc", "Return", "Up", "Down", "F5"))


def test_escape_and_enter_leave_the_line_of_a_question(talk: Talk) -> None:
    state = press(talk, "Q")
    assert state.panel is Panel.QUESTION
    assert press(talk, "Esc", state=state).panel is Panel.NOTHING
    assert press(talk, "Return", state=state).panel is Panel.NOTHING


def test_the_arrows_choose_a_question_enter_goes_there_and_space_ticks_it(talk: Talk) -> None:
    asked = (Question(NOON, "", "为什么？", 2), Question(NOON, "", "多少？", 4))
    state = press(talk, "Q", state=replace(start(talk), questions=asked))
    assert is_for_line(state, "Space")  # it belongs to the words that are typed
    assert not any(is_for_line(state, key) for key in ("Up", "Down", "PgDown", "PgUp"))
    state = press(talk, "Down", "Down", "Down", "Space", state=state)
    assert [one.answered for one in state.questions] == [False, True]
    assert press(talk, "Return", state=state).place == 4
    typing = apply(talk, state, Act(Command.SEARCH, text="还"))
    assert press(talk, "Return", state=typing).place == 0  # words lead back to the line
    assert press(talk, "Up", "Up", "Up", "Return", state=state).panel is Panel.NOTHING


def test_a_clicker_walks_on_while_a_question_is_typed(talk: Talk) -> None:
    state = press(talk, "Q", "PgDown", "PgDown", "PgUp")
    assert (state.place, state.panel) == (1, Panel.QUESTION)
    assert read(state, "PgDown", repeated=True) == Act(Command.STAY)


def test_the_clicker_page_names_each_key_and_does_nothing_else(talk: Talk) -> None:
    state = press(talk, "Right", "K", "PgDown")
    assert (state.heard, state.place) == ("PgDown", 1)
    assert press(talk, "Esc", state=state).heard == "Esc"


def test_escape_twice_leaves_the_clicker_page(talk: Talk) -> None:
    assert press(talk, "K", "Esc", "Esc").panel is Panel.NOTHING


@pytest.mark.parametrize("key", ["Y", "F9", "Ctrl+A"])
def test_other_keys_do_nothing(talk: Talk, key: str) -> None:
    assert read(start(talk), key) is None


def test_enter_in_the_plain_view_is_the_next_step(talk: Talk) -> None:
    assert read(start(talk), "Return") == Act(Command.NEXT)
