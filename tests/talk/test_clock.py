from __future__ import annotations

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.talk import ends_at, said, started


def test_time_is_counted_for_the_section_it_is_spent_in() -> None:
    clock = started(3, 0, now=100).at(2, 160).at(0, 170)
    assert clock.times(175) == (65, 0, 10)
    assert clock.elapsed(175) == 75


def test_a_paused_clock_stands_still() -> None:
    clock = started(2, 0, now=0).toggled(30)
    assert clock.elapsed(500) == 30
    assert not clock.running
    assert clock.toggled(500).elapsed(510) == 40


def test_moving_on_while_paused_counts_nothing() -> None:
    clock = started(2, 0, now=0).toggled(30).at(1, 90)
    assert clock.toggled(100).times(104) == (30, 4)


def test_a_reset_clock_begins_again_and_runs_on() -> None:
    assert started(2, 1, now=0).reset(50).times(53) == (0, 3)
    assert started(2, 1, now=0).toggled(9).reset(50).elapsed(99) == 0


@given(st.lists(st.tuples(st.integers(0, 4), st.floats(0, 900)), max_size=20))
def test_the_sections_times_add_up_to_the_whole(moves: list[tuple[int, float]]) -> None:
    clock, now = started(5, 0, now=0.0), 0.0
    for part, wait in moves:
        now += wait
        clock = clock.at(part, now)
    assert clock.elapsed(now) == pytest.approx(now)
    assert sum(clock.times(now + 7)) == pytest.approx(now + 7)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "00:00"), (378.9, "06:18"), (3723, "1:02:03"), (-61, "-01:01"), (-0.4, "00:00")],
)
def test_how_a_time_is_shown(seconds: float, shown: str) -> None:
    assert said(seconds) == shown


@pytest.mark.parametrize(
    ("now", "end", "moment"),
    [
        ((14, 0), (16, 30), (5, 16, 30)),
        ((16, 40), (16, 30), (5, 16, 30)),
        ((23, 50), (0, 20), (6, 0, 20)),
        ((0, 10), (23, 55), (4, 23, 55)),
    ],
)
def test_a_talk_ends_at_the_nearest_moment_of_that_time(
    now: tuple[int, int], end: tuple[int, int], moment: tuple[int, int, int]
) -> None:
    assert ends_at(time(*end), datetime(2024, 3, 5, *now)) == datetime(2024, 3, *moment)


def test_a_clock_that_gets_back_what_was_counted_before_runs_or_stands_as_it_did() -> None:
    before = started(2, 0, now=0).at(1, 40).toggled(70)
    running = started(2, 1, now=100).regained(before, 105)
    assert running.running and running.times(110) == (40, 40)
    paused = started(2, 1, now=100).toggled(103).regained(before, 105)
    assert not paused.running and paused.times(110) == (40, 33)
