"""The clock of a running talk, told to whoever shows it twice a second."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.i18n import Words
from viewer.present.console.status_strip import Times
from viewer.talk import (
    BrokenOff,
    Clock,
    Plan,
    Run,
    Talk,
    behind,
    by_part,
    homes,
    plan_of,
    started,
    time_report,
    timed,
)

REGRETTED = 30.0
"""Seconds after which the time that a reset took away is not given back any more."""
EVERY = 500
"""Milliseconds between two tellings: a clock of seconds that never skips one."""


class Timing(QObject):
    """Counts the time of each step. `told` carries the Times to show.

    One that `waits` counts from the first move of the talk on, while people still sit down. `aim`
    are the minutes that were planned before the start, by default the briefing's own, or the moment
    at which the talk is to end. In a rehearsal `last` has the times of the run before, by the names
    of the steps.
    """

    told = Signal(object)

    def __init__(
        self,
        talk: Talk,
        steady: Callable[[], float],
        today: Callable[[], datetime],
        place: int = 0,
        aim: Decimal | datetime | None = None,
        *,
        waits: bool = False,
    ) -> None:
        super().__init__()
        self._talk, self._steady, self.today = talk, steady, today
        self._place = place
        self._minutes = aim if isinstance(aim, Decimal) else None
        self.until = aim if isinstance(aim, datetime) else None
        self.waiting = waits
        self.clock = started(len(talk.steps), place, steady())
        self.plan = self._planned()
        self.last: Run | None = None
        self._before: BrokenOff | None = None
        self._lost: tuple[float, Clock] | None = None
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.tell)

    def start(self) -> None:
        """Begin to tell, and to count unless the first move is waited for."""
        self.clock = started(len(self._talk.steps), self.clock.place, self._steady())
        if self.waiting:
            self.clock = self.clock.toggled(self._steady())
        if self._before is not None:
            self.clock = self._before.clock(self._steady())
            self.plan = self._planned()
        self._timer.start()
        self.tell()

    def go_on(self, before: BrokenOff) -> None:
        """Begin with the clock of a talk that broke off, instead of a new one.

        One that broke off before its clock began still waits for its first move.
        """
        self._before = before
        self.waiting = self.waiting and not before.running and not before.elapsed

    @property
    def aim(self) -> Decimal | datetime | None:
        """What the clock counts towards: the end, or the minutes that were chosen."""
        return self.until or self._minutes

    def begin(self) -> None:
        """The talk has moved: a clock that waited for it counts from now on."""
        if self.waiting:
            self.toggle()
            self.plan = self._planned()

    def stop(self) -> None:
        """Count no further."""
        self._timer.stop()
        if self.clock.running:
            self.clock = self.clock.toggled(self._steady())

    def at(self, place: int, left: int) -> None:
        """The talk has come to a place; `left` is the last one in the run, for the pace."""
        self._place = left
        self.clock = self.clock.at(place, self._steady())
        self.tell()

    def renew(self, talk: Talk, place: int, left: int) -> None:
        """Go on in a newer version of the talk, at `place`; no second is lost."""
        self.clock = self.clock.dealt(homes(self._talk, talk), len(talk.steps))
        self._talk, self._place = talk, left
        self.clock = self.clock.at(place, self._steady())
        self.plan = self._planned()
        self.tell()

    def toggle(self) -> None:
        """Pause, or go on."""
        self.waiting = False
        self.clock = self.clock.toggled(self._steady())
        self.tell()

    def reset(self) -> bool:
        """Begin again at zero; soon after that, take the time that was counted back, so that a key
        pressed by mistake loses none. Whether it began again."""
        now = self._steady()
        lost = self._regretted(now)
        if lost is None:
            self._lost = now, replace(self.clock, spent=self.clock.times(now))
            self.clock = self.clock.reset(now)
        else:
            self._lost = None
            self.clock = self.clock.regained(lost, now)
        self.plan = self._planned()
        self.tell()
        return lost is None

    def _regretted(self, now: float) -> Clock | None:
        """The clock before a reset of a moment ago, where it was of as many steps as now."""
        if self._lost is None:
            return None
        at, clock = self._lost
        same = len(clock.spent) == len(self.clock.spent)
        return clock if same and now - at <= REGRETTED else None

    def lengthen(self, minutes: int) -> None:
        """Plan so many minutes more, or less, but one at least; or an end so much later."""
        if self.until is not None:
            self.until += timedelta(minutes=minutes)
        else:
            planned = round(sum(self.plan) / 60) if self.plan else 0
            self._minutes = Decimal(max(1, planned + minutes))
        self.plan = self._planned()
        self.tell()

    def _planned(self) -> Plan | None:
        """The plan for the minutes there are: those until the end, from the clock's zero on."""
        if self.until is None:
            return plan_of(self._talk, self._minutes)
        left = (self.until - self.today()).total_seconds()
        whole = left + self.clock.elapsed(self._steady())
        return plan_of(self._talk, Decimal(max(1.0, whole)) / 60)

    def report(self, words: Words) -> str:
        """The time of each section against its plan, as text."""
        return time_report(self._talk, by_part(self._talk, self.spent), self.plan, words)

    @property
    def spent(self) -> tuple[float, ...]:
        """The seconds of each place up to now."""
        return self.clock.times(self._steady())

    def tell(self) -> None:
        """Say what the clocks show."""
        elapsed = self.clock.elapsed(self._steady())
        planned = sum(self.plan) if self.plan else None
        pace = behind(self._talk, self.plan, self._place, elapsed) if self.plan else None
        now = self.today()
        left = None if planned is None else planned - elapsed
        if self.until is not None:
            left = (self.until - now).total_seconds()
        until = self.until.strftime("%H:%M") if self.until is not None else ""
        running = self.clock.running, self.waiting
        shown = now.strftime("%H:%M"), elapsed, planned, pace
        self.told.emit(Times(*shown, *running, left, until, self._step()))

    def _step(self) -> tuple[float, float | None, float | None] | None:
        """In a rehearsal the times of the present step: spent, planned, in the last run."""
        if self.last is None:
            return None
        here = self._talk.outer(self.clock.place)
        rows = timed(self._talk, self.spent, self.plan, self.last)
        found = [(row.spent, row.planned, row.last) for row in rows if row.place == here]
        return found[0] if found else None
