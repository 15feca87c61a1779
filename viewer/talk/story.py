"""Lays a talk out: the author's `talk:`, or the story that a briefing tells by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from viewer.model import (
    Briefing,
    Key,
    Metric,
    Passage,
    PlannedStep,
    Point,
    Section,
    StepKind,
    ViewerError,
)
from viewer.proof.related import key_of, named_figures, resolves
from viewer.talk.edition import leading_moves
from viewer.talk.pages import pages_of
from viewer.talk.steps import Compared, Part, QuotedFigure, Step, Talk

PAIRED = (StepKind.COMPARE, StepKind.TARGET)
"""The steps that show two figures."""
ON_EDITION = 3
"""So many figures of two editions stand on one page."""
LEADING = 6
"""So many figures stand for a section, or for the briefing on its last page, at most."""
ON_QUESTIONS = 3
"""So many of them stay up with the page for questions."""


@dataclass(frozen=True, slots=True)
class ChartOutline:
    """A chart as far as a talk is concerned: its id in its section and the figures it shows.

    `cards` says that it is a row of numbers, which the page of its section shows already.
    """

    id: str
    keys: tuple[Key, ...]
    cards: bool = False
    title: str = ""


Outlines = Mapping[str, Sequence[ChartOutline]]
"""The charts of each section by the section's id, in the order in which they stand."""

_NO_CHARTS: Outlines = MappingProxyType({})


def talk_of(
    briefing: Briefing, said: Mapping[Key, QuotedFigure], charts: Outlines = _NO_CHARTS
) -> Talk:
    """Lay the talk out; `present: false` leaves out, `backup: true` goes behind the run.

    With a `talk:` of the author's the run is that; sections that it does not name stand behind it.
    Raises ViewerError `talk-empty` when no section is to be shown. With nothing but backup
    sections these are the run.
    """
    shown = [section for section in briefing.sections if section.present]
    if not shown:
        raise ViewerError("talk-empty")
    story = _Story(briefing, said, charts)
    run: tuple[tuple[Section, list[Step]], ...] = ()
    if briefing.talk:
        run = tuple(story.planned(briefing.talk))
        named = {section.id for section, _ in run}
        behind = [section for section in shown if section.id not in named]
    if not run:
        main = [section for section in shown if not section.backup] or shown
        run = tuple(story.derived(main))
        behind = [section for section in shown if section not in main]
    return _tiled(story, run, [(one, story.section(one)) for one in behind])


_Parts = Sequence[tuple[Section, Sequence[Step]]]


def _tiled(story: _Story, run: _Parts, behind: _Parts) -> Talk:
    """Parts and steps in a row; steps of one section that follow each other are one part."""
    parts: list[Part] = []
    steps: list[Step] = []
    numbers: dict[str, int] = {}
    for section, own in (*run, *behind):
        number = numbers.setdefault(section.id, len(numbers) + 1) if section.id else 0
        first = len(steps)
        steps.extend(replace(step, part=len(parts)) for step in own)
        figures = tuple(replace(one, part=len(parts)) for one in story.figures(section))
        minutes = _minutes(section, own)
        parts.append(Part(section, number, first, len(steps), minutes, figures))
    return Talk(story.briefing, tuple(parts), tuple(steps), parts[len(run) - 1].end)


def _minutes(section: Section, steps: Sequence[Step]) -> Decimal | None:
    """What the author plans for a part: its steps' minutes, else those of its section."""
    planned = [step.minutes for step in steps if step.minutes is not None]
    return sum(planned, Decimal(0)) if planned else section.minutes


@dataclass(frozen=True)
class _Story:
    """Makes the steps of sections, charts and figures."""

    briefing: Briefing
    said: Mapping[Key, QuotedFigure]
    charts: Outlines

    def derived(self, sections: Sequence[Section]) -> Iterator[tuple[Section, list[Step]]]:
        """The opening page, the sections, a summary where there is one to give, the questions."""
        yield self._page(), [Step(StepKind.TITLE)]
        for section in sections:
            yield section, self.section(section)
        closing = [Step(StepKind.QUESTIONS)]
        if len(sections) > 1 and any(_shown(section) for section in sections):
            closing.insert(0, Step(StepKind.SUMMARY))
        yield self._page(), closing

    def section(self, section: Section) -> list[Step]:
        """The title with the figures that its page shows, then each chart once."""
        figures = self.figures(section)
        outlines = [one for one in self.charts.get(section.id, ()) if not one.cards]
        home: dict[Key | None, str] = {
            key: one.id for one in reversed(outlines) for key in one.keys
        }
        alone = [step for step in figures if step.key not in home]
        # without any chart the figures are what the section has to show
        steps = [Step(), *(replace(step, inner=bool(outlines)) for step in alone)]
        if not figures:
            steps += [Step(StepKind.TEXT, span=span) for span in pages_of(section.passage.text)]
        seen = dict.fromkeys(home[step.key] for step in figures if step.key in home)
        for chart in seen:
            own = [replace(step, chart=chart) for step in figures if home.get(step.key) == chart]
            steps += _chart(next(one for one in outlines if one.id == chart), own)
        return steps

    def planned(self, plan: Iterable[PlannedStep]) -> Iterator[tuple[Section, list[Step]]]:
        """The author's steps; those of one section that follow each other together."""
        held: tuple[Section, list[Step]] | None = None
        for number, one in enumerate(plan):
            section, steps = self._planned(one)
            if not steps:
                continue
            steps = [replace(step, planned=number) for step in steps]
            steps[0] = replace(steps[0], notes=one.notes, minutes=one.minutes)
            if held is not None and held[0].id == section.id:
                held[1].extend(steps)
                continue
            if held is not None:
                yield held
            held = section, steps
        if held is not None:
            yield held

    def _planned(self, one: PlannedStep) -> tuple[Section, list[Step]]:
        """One of the author's steps with the section it belongs to; none where nothing is named."""
        if one.kind in (StepKind.SECTION, StepKind.TEXT):
            found = [each for each in self.briefing.sections if each.id == one.section]
            return (found[0], self._of_section(one, found[0])) if found else (self._page(), [])
        if one.kind is StepKind.CHART:
            return self._of_chart(one)
        if one.kind is StepKind.EDITION:
            return self._of_editions(one)
        if one.kind in (StepKind.FIGURE, *PAIRED):
            return self._of_figures(one)
        return self._page(), [Step(one.kind)]

    def _of_section(self, one: PlannedStep, section: Section) -> list[Step]:
        if one.kind is StepKind.SECTION:
            return [Step()]
        return [
            Step(StepKind.TEXT, span=span) for span in pages_of(section.passage.text, all_=True)
        ]

    def _of_chart(self, one: PlannedStep) -> tuple[Section, list[Step]]:
        before, _, id_ = one.chart.rpartition("/")
        for section in self.briefing.sections:
            if before in ("", section.id):
                for outline in self.charts.get(section.id, ()):
                    if outline.id == id_:
                        figures = self.figures(section)
                        own = [
                            replace(step, chart=id_) for step in figures if step.key in outline.keys
                        ]
                        return section, _chart(outline, own, build=one.build)
        return self._page(), []

    def _of_figures(self, one: PlannedStep) -> tuple[Section, list[Step]]:
        named = named_figures(self.briefing)
        if not one.figures or not all(resolves(name, named) for name in one.figures):
            return self._page(), []
        first, *others = (named[key_of(name)] for name in one.figures)
        step = self._figure(one.kind, first.metric, first.point)
        for second in others:  # of a pair
            told = self.said.get(second.point.key)
            own = self._own_period(second.metric)
            against = Compared(second.section, second.metric, second.point, told, own)
            step = replace(step, against=against)
        return first.section, [step]

    def _of_editions(self, one: PlannedStep) -> tuple[Section, list[Step]]:
        """The leading figures that have a partner in the earlier edition, page by page."""
        homes = [each for each in self.briefing.sections if one.section in ("", each.id)]
        moved = leading_moves(self.briefing, homes, self.said)[:LEADING]
        pages = [moved[at : at + ON_EDITION] for at in range(0, len(moved), ON_EDITION)]
        section = homes[0] if one.section and homes else self._page()
        return section, [Step(one.kind, moved=tuple(page)) for page in pages]

    def figures(self, section: Section) -> list[Step]:
        """The figures of one section by place in its text; what the text does not say is last."""
        steps = [
            self._figure(StepKind.FIGURE, metric, point)
            for metric in section.metrics
            if metric.present
            for point in metric.points
        ]
        end = len(section.passage.text)
        return sorted(steps, key=lambda step: step.said.quantity.span.start if step.said else end)

    def _figure(self, kind: StepKind, metric: Metric, point: Point) -> Step:
        """A step of one figure, with the period that its label has to name."""
        said, own = self.said.get(point.key), self._own_period(metric)
        return Step(kind, metric, point, said, period=own)

    def _own_period(self, metric: Metric) -> str:
        return "" if metric.period == self.briefing.period else metric.period

    def _page(self) -> Section:
        return Section("", self.briefing.title, Passage(""))


def _chart(chart: ChartOutline, figures: Sequence[Step], *, build: bool = False) -> list[Step]:
    """A chart and the figures in it; a chart of one figure is that figure."""
    if len(figures) == 1:
        return list(figures)
    inside = [replace(step, inner=not build) for step in figures]
    return [Step(StepKind.CHART, chart=chart.id, title=chart.title), *inside]


def _shown(section: Section) -> bool:
    return any(metric.present for metric in section.metrics)
