"""A talk that broke off: what is written down while it runs, and read where it goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from viewer.talk.clock import Clock
from viewer.talk.question import Question
from viewer.talk.rehearsal import names_of
from viewer.talk.state import TalkState
from viewer.talk.steps import Talk

Record = Mapping[str, Any]
"""A talk as values of JSON; one that was read may hold anything."""

FORGOTTEN = timedelta(hours=12)
"""After so long nobody goes on where a talk broke off."""
GAP = timedelta(hours=1)
"""A break up to here belongs to the talk: the room has sat through it."""


@dataclass(frozen=True, slots=True)
class BrokenOff:
    """Where a talk goes on: its place, the seconds of each place, and whether its clock runs.

    `aim` is what the clock counts towards, as `viewer.present.console.timing` has it.
    """

    place: int
    spent: tuple[float, ...]
    running: bool = True
    questions: tuple[Question, ...] = ()
    rehearsing: bool = False
    aim: Decimal | datetime | None = None

    @property
    def elapsed(self) -> float:
        """The seconds of the talk so far."""
        return sum(self.spent)

    def clock(self, now: float) -> Clock:
        """The clock that goes on."""
        return Clock(self.place, now if self.running else None, self.spent)


def record_of(
    talk: Talk,
    state: TalkState,
    clock: tuple[Sequence[float], bool],
    now: datetime,
    aim: Decimal | datetime | None,
) -> Record:
    """A running talk; `clock` has the seconds of each place and whether it runs."""
    spent, running = clock
    names = names_of(talk)
    return {
        "at": now.isoformat(),
        "step": names[state.place],
        "spent": {name: round(s, 1) for name, s in zip(names, spent, strict=True) if s},
        "running": running,
        "rehearsing": state.rehearsing,
        "minutes": str(aim) if isinstance(aim, Decimal) else None,
        "until": aim.isoformat() if isinstance(aim, datetime) else None,
        "questions": [
            {
                "asked": one.asked.isoformat(),
                "where": one.where,
                "text": one.text,
                "step": names[one.place],
                "answered": one.answered,
            }
            for one in state.questions
        ],
    }


def broken_off(talk: Talk, record: Record, now: datetime) -> BrokenOff | None:
    """Where a talk goes on in a version of its file; None where the record is none, is forgotten,
    or names a step that is no more.

    While its clock ran, a break up to `GAP` counts for the step at which the talk broke off.
    """
    places = {name: place for place, name in enumerate(names_of(talk))}
    try:
        at = datetime.fromisoformat(record["at"])
        place = places[record["step"]]
        spent = [0.0] * len(talk.steps)
        for name, seconds in record["spent"].items():
            spent[places.get(name, place)] += max(0.0, float(seconds))
        running = record["running"] is True
        questions = tuple(_question(one, places, place) for one in record["questions"])
        away, aim = now - at, _aim(record)
    except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation):
        return None
    if not timedelta() <= away <= FORGOTTEN:
        return None
    if running and away <= GAP:
        spent[place] += away.total_seconds()
    rehearsing = record.get("rehearsing") is True
    return BrokenOff(place, tuple(spent), running, questions, rehearsing, aim)


def _question(record: Record, places: Mapping[str, int], place: int) -> Question:
    asked = datetime.fromisoformat(record["asked"])
    where, text = str(record["where"]), str(record["text"])
    place = places.get(record["step"], place)
    return Question(asked, where, text, place, record["answered"] is True)


def _aim(record: Record) -> Decimal | datetime | None:
    if record["until"] is not None:
        return datetime.fromisoformat(record["until"])
    return None if record["minutes"] is None else Decimal(record["minutes"])
