from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from viewer.present.console.timing import Timing
from viewer.present.presentation_model import Room
from viewer.talk import BrokenOff


class Day:
    """A clock and a time of day that go on together."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def steady(self) -> float:
        return self.seconds

    def today(self) -> datetime:
        return datetime(2024, 3, 5, 16, 0) + timedelta(seconds=self.seconds)


@pytest.fixture
def day(qapp) -> Day:
    return Day()


def until(room: Room, day: Day, waits: bool) -> Timing:
    end = datetime(2024, 3, 5, 16, 30)
    timing = Timing(room.talk, day.steady, day.today, 0, end, waits=waits)
    timing.start()
    return timing


def test_minutes_spent_sitting_down_are_not_planned(room: Room, day: Day) -> None:
    timing = until(room, day, waits=True)
    day.seconds = 600
    timing.begin()
    assert sum(timing.plan or ()) == pytest.approx(1_200)
    timing.stop()


def test_the_end_stays_while_the_clock_is_paused(room: Room, day: Day, qtbot) -> None:
    timing = until(room, day, waits=False)
    day.seconds = 300
    timing.toggle()
    day.seconds = 1_900
    with qtbot.waitSignal(timing.told) as told:
        timing.tell()
    (times,) = told.args
    assert times.until == "16:30"
    assert times.left == -100
    assert times.closing
    timing.stop()


def test_a_later_end_is_planned_by_key(room: Room, day: Day) -> None:
    timing = until(room, day, waits=False)
    timing.lengthen(5)
    assert timing.until == datetime(2024, 3, 5, 16, 35)
    assert sum(timing.plan or ()) == pytest.approx(2_100)
    timing.stop()


@pytest.mark.parametrize(("spent", "runs"), [(0.0, True), (40.0, False)])
def test_a_clock_that_had_not_begun_still_waits_and_a_paused_one_stays(
    room: Room, day: Day, spent: float, runs: bool
) -> None:
    timing = Timing(room.talk, day.steady, day.today, waits=True)
    places = (spent, *(0.0 for _ in room.talk.steps[1:]))
    timing.go_on(BrokenOff(0, places, running=False))
    timing.start()
    assert not timing.clock.running
    timing.begin()
    assert timing.clock.running is runs
    timing.stop()
