"""The steps of a talk: for each section its title, then its figures in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from viewer.model import Briefing, Key, Metric, Point, Quantity, Section, Span, ViewerError


class Said(Protocol):
    """Where a section's words say a figure: what the proof found for a key."""

    @property
    def quantity(self) -> Quantity:
        """The quantity as printed; its spans count code points of the section's passage."""

    @property
    def quote(self) -> Span:
        """The quote around it, in the same passage."""


@dataclass(frozen=True, slots=True)
class Step:
    """One moment of the talk: a section's title, or one figure of the section.

    `part` is an index into the parts of the talk. A title step has neither metric nor point; a
    figure that stands in no passage, or was not found there, has no `said`.
    """

    part: int
    metric: Metric | None = None
    point: Point | None = None
    said: Said | None = None

    @property
    def key(self) -> Key | None:
        """The key of the figure, None for a title."""
        return self.point.key if self.point else None


@dataclass(frozen=True, slots=True)
class Part:
    """A section as the talk shows it: `number` as counted aloud, its steps `first` up to `end`."""

    section: Section
    number: int
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Talk:
    """All steps: the run from start to end, then those of the sections kept for questions.

    Steps `0` up to `run` are walked through; a section that is kept for questions is reached by a
    jump only. A talk has at least one step.
    """

    briefing: Briefing
    parts: tuple[Part, ...]
    steps: tuple[Step, ...]
    run: int

    def part_at(self, place: int) -> Part:
        """The section that a place of the talk belongs to."""
        return self.parts[self.steps[place].part]

    def in_run(self, place: int) -> bool:
        """Whether the walk from start to end passes this place."""
        return place < self.run

    def place_of(self, section_id: str, key: Key | None = None) -> int:
        """The place of a figure or, without key, of a section's title.

        A figure that the talk leaves out leads to its section, a section that it leaves out to
        the next one that is shown, and what is after the last to the last step of the run.
        """
        for part in self.parts:
            if part.section.id == section_id:
                keyed = (p for p in range(part.first, part.end) if self.steps[p].key == key)
                return next(keyed, part.first)
        return self._after(section_id)

    def _after(self, section_id: str) -> int:
        order = [section.id for section in self.briefing.sections]
        later = order[order.index(section_id) + 1 :] if section_id in order else order
        shown = {part.section.id: part.first for part in self.parts if self.in_run(part.first)}
        return next((shown[id_] for id_ in later if id_ in shown), self.run - 1)


def talk_of(briefing: Briefing, said: Mapping[Key, Said]) -> Talk:
    """Lay the talk out; `present: false` leaves out, `backup: true` goes behind the run.

    Raises ViewerError `talk-empty` when no section is to be shown. With nothing but backup
    sections these are the run.
    """
    shown = [section for section in briefing.sections if section.present]
    if not shown:
        raise ViewerError("talk-empty")
    main = [section for section in shown if not section.backup] or shown
    behind = [section for section in shown if section not in main]
    parts: list[Part] = []
    steps: list[Step] = []
    for section in (*main, *behind):
        first = len(steps)
        steps.append(Step(len(parts)))
        steps.extend(_figures(len(parts), section, said))
        parts.append(Part(section, len(parts) + 1, first, len(steps)))
    return Talk(briefing, tuple(parts), tuple(steps), parts[len(main) - 1].end)


def _figures(part: int, section: Section, said: Mapping[Key, Said]) -> Iterable[Step]:
    """The figures of one section by place in its text; what the text does not say comes last."""
    steps = [
        Step(part, metric, point, said.get(point.key))
        for metric in section.metrics
        if metric.present
        for point in metric.points
    ]
    end = len(section.passage.text)
    return sorted(steps, key=lambda step: step.said.quantity.span.start if step.said else end)
