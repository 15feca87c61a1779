from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.talk.conftest import what_is_found
from viewer.talk import Question, Talk, TalkState, broken_off, record_of, talk_of
from viewer.talk.resume import BrokenOff

NOON = datetime(2021, 3, 4, 12, 30)


def written(talk: Talk, place: int = 3, running: bool = True) -> Any:
    """A record as it comes back from the disk: two steps were shown, one question was asked."""
    spent = [0.0] * len(talk.steps)
    spent[1], spent[place] = 100.0, 20.0
    asked = (Question(NOON, "第 1 节", "为什么？", 1, True),)
    state = TalkState(place=place, questions=asked, rehearsing=True)
    return json.loads(json.dumps(record_of(talk, state, (spent, running), NOON, Decimal(12))))


def test_a_talk_goes_on_at_its_step_with_its_clock_and_its_questions(talk: Talk) -> None:
    left = broken_off(talk, written(talk), NOON + timedelta(seconds=45))
    assert left is not None
    assert (left.place, left.elapsed) == (3, 165)  # the room sat through the break
    assert left.clock(1000).times(1002)[3] == 67
    assert left.questions == (Question(NOON, "第 1 节", "为什么？", 1, True),)
    assert (left.rehearsing, left.aim) == (True, Decimal(12))


def test_a_paused_clock_and_a_long_break_count_nothing(talk: Talk) -> None:
    paused = broken_off(talk, written(talk, running=False), NOON + timedelta(minutes=5))
    assert paused is not None and paused.elapsed == 120 and not paused.clock(0).running
    later = broken_off(talk, written(talk), NOON + timedelta(hours=3))
    assert later is not None and later.elapsed == 120
    assert broken_off(talk, written(talk), NOON + timedelta(hours=13)) is None
    assert broken_off(talk, written(talk), NOON - timedelta(minutes=1)) is None


def test_the_step_is_found_in_another_order_and_missed_where_it_is_no_more(talk: Talk) -> None:
    order = talk.briefing.talk
    turned = talk_of(replace(talk.briefing, talk=order[::-1]), what_is_found())
    left = broken_off(turned, written(talk), NOON)
    assert left is not None
    assert turned.steps[left.place].key == talk.steps[3].key
    assert left.elapsed == 120
    shorter = talk_of(replace(talk.briefing, talk=(*order[:3], *order[4:])), what_is_found())
    assert broken_off(shorter, written(talk), NOON) is None


@settings(max_examples=60, deadline=None)
@given(
    field=st.sampled_from(sorted(("at", "step", "spent", "running", "questions", "minutes"))),
    value=st.one_of(
        st.none(), st.integers(), st.text(max_size=5), st.lists(st.none(), min_size=1, max_size=2)
    ),
)
def test_a_file_that_was_tampered_with_is_no_reason_to_stop(
    same_talk: Talk, field: str, value: object
) -> None:
    left = broken_off(same_talk, {**written(same_talk), field: value}, NOON)
    assert left is None or 0 <= left.place < len(same_talk.steps)


@pytest.mark.parametrize("record", [{}, {"at": NOON.isoformat()}])
def test_without_a_record_nothing_goes_on(talk: Talk, record: dict[str, object]) -> None:
    assert broken_off(talk, record, NOON) is None


def test_seconds_are_kept_in_tenths_and_a_talk_that_is_made_goes_on_running(talk: Talk) -> None:
    spent = [12.3456] * len(talk.steps)
    record = record_of(talk, TalkState(), (spent, True), NOON, None)
    assert set(record["spent"].values()) == {12.3}
    assert BrokenOff(0, (1.0, 2.0)).clock(5).running
