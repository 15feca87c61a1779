"""A rehearsal: the time of each step, beside what was planned and what the last run took."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from viewer.i18n import Words
from viewer.talk.clock import said
from viewer.talk.pace import Plan, planned_steps
from viewer.talk.steps import Talk

Run = Mapping[str, float]
"""The seconds of a run by the names of its steps."""

LEAST = 1.0
"""Seconds below which a step was passed by, not shown."""
_HEADS = ("step", "planned", "last", "spent")
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Timed:
    """One step of a rehearsal in seconds, the figures inside it included; None is unknown."""

    place: int
    planned: float | None
    last: float | None
    spent: float


@dataclass(frozen=True, slots=True)
class Minutes:
    """Minutes for the file: of sections by id, of the steps of `talk:` by their index."""

    sections: tuple[tuple[str, Decimal], ...] = ()
    steps: tuple[tuple[int, Decimal], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.sections or self.steps)


def names_of(talk: Talk) -> tuple[str, ...]:
    """What tells each step from the others, also in a later version of the file; the second one of
    the same kind and content has a number behind."""
    seen: dict[str, int] = {}
    names = []
    for step in talk.steps:
        span = f"{step.span.start}-{step.span.end}" if step.span else ""
        second = step.against.point.key if step.against else ""
        section = talk.parts[step.part].section.id
        name = "/".join((section, step.kind, step.chart, step.key or "", second, span))
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name}#{seen[name]}")
    return tuple(names)


def run_of(talk: Talk, spent: Sequence[float]) -> Run:
    """A run to compare the next one with: `spent` has the seconds of each place. Steps that were
    passed by are not in it."""
    names = names_of(talk)
    found = {names[one]: sum(spent[at] for at in places) for one, places in _whole_steps(talk)}
    return {name: seconds for name, seconds in found.items() if seconds >= LEAST}


def timed(talk: Talk, spent: Sequence[float], plan: Plan | None, last: Run) -> tuple[Timed, ...]:
    """A row a step: those of the run, and of the others those that were shown."""
    due = planned_steps(talk, plan) if plan else None
    names = names_of(talk)
    rows = []
    for place, places in _whole_steps(talk):
        seconds = sum(spent[at] for at in places)
        if talk.in_run(place) or seconds >= LEAST:
            planned = sum(due[at] for at in places) if due else 0.0
            rows.append(Timed(place, planned or None, last.get(names[place]), seconds))
    return tuple(rows)


def minutes_of(talk: Talk, spent: Sequence[float]) -> Minutes:
    """What a run says of the file's minutes, to a tenth: of the author's steps where the file has
    `talk:`, of the sections otherwise. What was passed by says nothing."""
    steps: dict[int, float] = {}
    sections: dict[str, float] = {}
    for place in range(talk.run):
        step, section = talk.steps[place], talk.part_at(place).section.id
        if step.planned is not None:
            steps[step.planned] = steps.get(step.planned, 0.0) + spent[place]
        elif section:
            sections[section] = sections.get(section, 0.0) + spent[place]
    if steps:
        return Minutes(steps=tuple((at, _minutes(s)) for at, s in steps.items() if s >= LEAST))
    return Minutes(tuple((id_, _minutes(s)) for id_, s in sections.items() if s >= LEAST))


def rehearsal_text(names: Sequence[str], rows: Sequence[Timed], words: Words) -> str:
    """The table as lines of cells with tabs between them, the sums last, for other programs."""
    lines = [headings(words)]
    lines += [(name, *shown(row)) for name, row in zip(names, rows, strict=True)]
    lines.append((words("talk.times.sum"), *shown(total(rows))))
    return "".join("\t".join(cells) + "\n" for cells in lines)


def headings(words: Words) -> tuple[str, str, str, str]:
    """The headings of the table: the step, and its times as `shown` has them."""
    step, planned, last, spent = (words(f"talk.rehearsal.{head}") for head in _HEADS)
    return step, planned, last, spent


def shown(row: Timed) -> tuple[str, str, str]:
    """The times of a row as they are shown: planned, last, this run. A step that was passed by has
    none, the sums always have one."""
    passed_by = row.spent < LEAST and row.place >= 0
    times = (row.planned, row.last, None if passed_by else row.spent)
    planned, last, spent = ("" if one is None else said(one) for one in times)
    return planned, last, spent


def total(rows: Sequence[Timed]) -> Timed:
    """The sums of all rows; of what no row knows there is none."""
    planned = [row.planned for row in rows if row.planned is not None]
    last = [row.last for row in rows if row.last is not None]
    whole = sum(row.spent for row in rows)
    return Timed(-1, sum(planned) if planned else None, sum(last) if last else None, whole)


def _whole_steps(talk: Talk) -> Iterator[tuple[int, range]]:
    """Each step that is no inner one, with its own place and those of its figures."""
    for place, step in enumerate(talk.steps):
        if not step.inner:
            yield place, range(place, talk.inner_of(place).stop)


def _minutes(seconds: float) -> Decimal:
    exact = Decimal(seconds) / 60
    return max(_TENTH, exact.quantize(_TENTH, ROUND_HALF_UP))
