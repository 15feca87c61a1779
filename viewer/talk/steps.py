"""The steps of a talk: pages, charts and figures in the order in which the room sees them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain
from typing import Protocol

from viewer.model import Briefing, Key, Metric, Point, Quantity, Section, Span, StepKind


class QuotedFigure(Protocol):
    """Where a section's words say a figure: what the proof found for a key."""

    @property
    def quantity(self) -> Quantity:
        """The quantity as printed; its spans count code points of the section's passage."""

    @property
    def quote(self) -> Span:
        """The quote around it, in the same passage."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The second figure of a comparison, its section and its `period` as in Step."""

    section: Section
    metric: Metric
    point: Point
    said: QuotedFigure | None = None
    period: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure and the same measure of the earlier edition, whose `section` is that of its own
    file and whose title is `edition`. `comparable` is false where their periods are not of one
    length."""

    now: Compared
    then: Compared
    edition: str = ""
    comparable: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """One moment of the talk.

    `part` is an index into the parts of the talk. A figure's step has `metric` and `point`, and
    `said` where the passage says it; `chart` is the id of the chart that is shown, in the section
    of the part, and `title` its title. `period` is that of the metric where it is not the period of
    the briefing, so that last year's figure is not taken for this year's. `span` is the paragraph
    of a text step, `moved` what an edition step shows. An `inner` step belongs to the step before
    it that is not: the walk from step to step passes it, the walk from figure to figure does not.
    `notes` and `minutes` are the author's for this step alone; `planned` is the index of the entry
    of the file's `talk:` that it comes from, None where it follows from
    the sections.
    """

    kind: StepKind = StepKind.SECTION
    metric: Metric | None = None
    point: Point | None = None
    said: QuotedFigure | None = None
    chart: str = ""
    against: Compared | None = None
    moved: tuple[Moved, ...] = ()
    span: Span | None = None
    inner: bool = False
    notes: str = ""
    minutes: Decimal | None = None
    planned: int | None = None
    period: str = ""
    title: str = ""
    part: int = 0

    @property
    def key(self) -> Key | None:
        """The key of the figure, None for a step that shows no single one."""
        return self.point.key if self.point else None

    @property
    def identity(self) -> tuple[object, ...]:
        """What makes it the same step in another version of the talk, within its section."""
        second = self.against.point.key if self.against else None
        moved = tuple(one.now.point.key for one in self.moved)
        return self.kind, self.chart, self.key, second, self.span, moved


@dataclass(frozen=True, slots=True)
class Part:
    """A section as the talk shows it: `number` as counted aloud, its steps `first` up to `end`.

    Pages that belong to no section (opening, summary, questions) are parts of number 0, whose
    section is an empty one without an id. `minutes` is what the author plans for it, `figures` are
    steps of all figures of the section, those too that the talk does not come to one by one.
    """

    section: Section
    number: int
    first: int
    end: int
    minutes: Decimal | None = None
    figures: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Talk:
    """All steps: the run from start to end, then those of the sections kept for questions.

    Steps `0` up to `run` are walked through; a section that is kept for questions is reached by a
    jump only. A talk has at least one step. `beats` are the places of the run that are not inner
    steps, in order: what the room counts. `stops` are what a list of the talk names: where each
    section begins, and each page that belongs to none.
    """

    briefing: Briefing
    parts: tuple[Part, ...]
    steps: tuple[Step, ...]
    run: int
    beats: tuple[int, ...] = field(init=False)
    stops: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        beats = (place for place in range(self.run) if not self.steps[place].inner)
        object.__setattr__(self, "beats", tuple(beats))
        firsts = (
            (part.first,) if part.number else range(part.first, part.end) for part in self.parts
        )
        object.__setattr__(self, "stops", tuple(chain.from_iterable(firsts)))

    @property
    def sections(self) -> int:
        """How many sections the run goes through."""
        return len(self.agenda)

    @property
    def agenda(self) -> tuple[Part, ...]:
        """The sections that the run goes through, each once, as it first comes to them."""
        run = [part for part in self.parts if part.number and self.in_run(part.first)]
        first: dict[int, Part] = {}
        for part in run:
            first.setdefault(part.number, part)
        return tuple(first.values())

    def part_at(self, place: int) -> Part:
        """The section that a place of the talk belongs to."""
        return self.parts[self.steps[place].part]

    def in_run(self, place: int) -> bool:
        """Whether the walk from start to end passes this place."""
        return place < self.run

    def step_number_at(self, place: int) -> int:
        """The number of the step that the room counts at a place of the run, from 1."""
        return bisect_right(self.beats, place)

    def stop_of(self, place: int) -> int:
        """The index of the stop that a place belongs to."""
        return bisect_right(self.stops, place) - 1

    def outer(self, place: int) -> int:
        """The place itself, or that of the step that an inner one belongs to."""
        while self.steps[place].inner:
            place -= 1
        return place

    def inner_of(self, place: int) -> range:
        """The places of the inner steps that belong to the step at or around `place`."""
        first = self.outer(place) + 1
        end = first
        while end < self.part_at(place).end and self.steps[end].inner:
            end += 1
        return range(first, end)

    def place_of(self, section_id: str, key: Key | None = None) -> int:
        """The place of a figure or, without key, of a section's title.

        A figure that the talk leaves out leads to its section, a section that it leaves out to
        the next one that is shown, and what is after the last to the last step of the run.
        """
        own = [part for part in self.parts if section_id and part.section.id == section_id]
        for part in own:
            for place in range(part.first, part.end):
                if key is not None and self.steps[place].key == key:
                    return place
        return own[0].first if own else self._after(section_id)

    def _after(self, section_id: str) -> int:
        if not section_id:
            return 0
        order = [section.id for section in self.briefing.sections]
        later = order[order.index(section_id) + 1 :] if section_id in order else order
        shown: dict[str, int] = {}
        for part in self.parts:
            if self.in_run(part.first):
                shown.setdefault(part.section.id, part.first)
        return next((shown[id_] for id_ in later if id_ in shown), self.run - 1)
