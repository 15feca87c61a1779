"""The clock of a talk: elapsed time and the time of each step; the present is an argument."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds spent per step of the talk, and since when the current one runs.

    `spent` has one entry a place. `since` is None while the clock is paused; times are seconds of
    any clock that never goes back.
    """

    place: int
    since: float | None = None
    spent: tuple[float, ...] = field(default=())

    @property
    def running(self) -> bool:
        """Whether time is counted."""
        return self.since is not None

    def times(self, now: float) -> tuple[float, ...]:
        """Seconds spent at each place up to `now`."""
        if self.since is None:
            return self.spent
        more = max(0.0, now - self.since)
        return tuple(s + more * (i == self.place) for i, s in enumerate(self.spent))

    def elapsed(self, now: float) -> float:
        """Seconds spent in all."""
        return sum(self.times(now))

    def at(self, place: int, now: float) -> Clock:
        """The talk has come to `place`: what is counted from now on is that step's time."""
        if place == self.place:
            return self
        since = None if self.since is None else now
        return replace(self, place=place, since=since, spent=self.times(now))

    def toggled(self, now: float) -> Clock:
        """Started if paused, paused if running."""
        since = now if self.since is None else None
        return replace(self, since=since, spent=self.times(now))

    def dealt(self, homes: Sequence[int], places: int) -> Clock:
        """In a talk of other steps: the time of each goes to its home among these."""
        spent = [0.0] * places
        for home, seconds in zip(homes, self.spent, strict=True):
            spent[home] += seconds
        return replace(self, place=homes[self.place], spent=tuple(spent))

    def regained(self, before: Clock, now: float) -> Clock:
        """With what an earlier clock, of the same steps, had counted added."""
        both = zip(self.times(now), before.spent, strict=True)
        since = None if self.since is None else now
        return replace(self, since=since, spent=tuple(mine + its for mine, its in both))

    def reset(self, now: float) -> Clock:
        """Nothing spent; a running clock runs on."""
        since = None if self.since is None else now
        return replace(self, since=since, spent=(0.0,) * len(self.spent))


def started(places: int, place: int, now: float) -> Clock:
    """A clock that begins to run at `now` at one of so many places."""
    return Clock(place, now, (0.0,) * places)


def ends_at(end: time, now: datetime) -> datetime:
    """The moment of a time of day that is nearest to now, before it or after it."""
    today = datetime.combine(now.date(), end, now.tzinfo)
    days = (today + timedelta(days=by) for by in (-1, 0, 1))
    return min(days, key=lambda moment: abs(moment - now))


def said(seconds: float) -> str:
    """A time as the console shows it: `06:18`, `1:02:03` from an hour on, a minus before it."""
    whole = int(seconds)  # towards zero: no part of a second is a second before it
    hours, rest = divmod(abs(whole), 3600)
    minutes, secs = divmod(rest, 60)
    sign = "-" if whole < 0 else ""
    return f"{sign}{hours}:{minutes:02}:{secs:02}" if hours else f"{sign}{minutes:02}:{secs:02}"
