"""The end of a rehearsal: its times beside the plan and the last run, which are kept by file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from viewer.model import PlannedStep
from viewer.present.presentation_model import Room
from viewer.present.records.state_files import StateFile
from viewer.talk import Minutes, Plan, Run, Timed, label_of, minutes_of, name_of, run_of, timed

BEGINNING = 14
"""So many characters tell one piece of a text from the others."""
KEPT_RUNS = 10
"""So many runs of a file are kept."""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What a rehearsal came to: the steps by name with their times, and minutes for the file whose
    `talk:` was `planned` so."""

    names: tuple[str, ...]
    rows: tuple[Timed, ...]
    minutes: Minutes
    planned: tuple[PlannedStep, ...] = ()


class Runs:
    """The runs of one data file, in the folder of the program's state."""

    def __init__(self, folder: Path | None, file: Path | None) -> None:
        self._file = StateFile(folder, "rehearsal", file)

    def last(self) -> Run:
        """The seconds of each step in the last run; nothing before the first one."""
        runs = self._runs()
        steps = runs[-1].get("steps") if runs else None
        if not isinstance(steps, dict):
            return {}
        return {str(name): float(s) for name, s in steps.items() if isinstance(s, int | float)}

    def keep(self, when: datetime, run: Run) -> None:
        """Remember a run; one in which no step was shown is none."""
        if run:
            steps = {name: round(seconds, 1) for name, seconds in run.items()}
            new = {"when": when.isoformat(timespec="seconds"), "steps": steps}
            self._file.write({"runs": [*self._runs(), new][-KEPT_RUNS:]})

    def _runs(self) -> list[dict[str, object]]:
        runs = self._file.read().get("runs")
        return [run for run in runs if isinstance(run, dict)] if isinstance(runs, list) else []


def rehearsal_of(room: Room, spent: Sequence[float], plan: Plan | None, last: Run) -> Rehearsal:
    """The table of a run; `spent` has the seconds of each place of the talk."""
    rows = timed(room.talk, spent, plan, last)
    names = tuple(title_of(room, row.place) for row in rows)
    return Rehearsal(names, rows, minutes_of(room.talk, spent), room.talk.briefing.talk)


def finished(room: Room, spent: Sequence[float], plan: Plan | None, runs: Runs) -> Rehearsal:
    """The table of a run that is over, compared with the one before, which it replaces."""
    made = rehearsal_of(room, spent, plan, runs.last())
    runs.keep(datetime.now(), run_of(room.talk, spent))
    return made


def title_of(room: Room, place: int) -> str:
    """What a step is called: its figures, its chart, its page, or the beginning of its words."""
    step = room.talk.steps[place]
    if step.metric is not None:
        against = step.against
        return label_of(step) if against is None else f"{label_of(step)} / {label_of(against)}"
    scene = room.scene_of(step) if step.chart else None
    name = scene.title if scene else name_of(room.talk, place, room.console.words)
    if step.span is None:
        return name
    words = " ".join(step.span.of(room.talk.part_at(place).section.passage.text).split())
    return f"{name} · {words[:BEGINNING]}{'…' if len(words) > BEGINNING else ''}"
