"""The order in which a talk comes to the charts and pages of a briefing: slides stand in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from viewer.chart import Form, Scene
from viewer.chart.content_language import own_words
from viewer.export.context import Options, Takeaway
from viewer.model import Section, StepKind, ViewerError
from viewer.pipeline import compile_talk, scene_of
from viewer.talk import LEADING, ON_QUESTIONS, Step, Talk, leading, measured, written

LEAD = {StepKind.SUMMARY: LEADING, StepKind.QUESTIONS: ON_QUESTIONS}
"""The pages that become slides, with how many figures each shows."""


@dataclass(frozen=True, slots=True)
class TalkPage:
    """A page that belongs to no section: its figures as value and label, the presenter's notes."""

    kind: StepKind
    figures: tuple[tuple[str, str], ...] = ()
    notes: str = ""


Slide = tuple[Section, Scene] | TalkPage
"""What a slide is about: a chart of a section, or a page."""


@dataclass(frozen=True, slots=True)
class _Order:
    """The places of a talk by section and chart, the chart empty where a step shows none; its
    pages by their places, and its end."""

    places: Mapping[tuple[str, str], int] = field(default_factory=dict)
    pages: Mapping[int, TalkPage] = field(default_factory=dict)
    end: int = 0


def in_talk_order(
    takeaway: Takeaway, options: Options, chosen: Sequence[tuple[Section, Scene]]
) -> tuple[Slide, ...]:
    """Charts and pages as the talk comes to them; rows of cards with the page of their section,
    and what the talk does not show behind the rest. A part of the briefing has no pages."""
    order = _order_of(takeaway)

    def place(one: tuple[Section, Scene]) -> tuple[int, bool]:
        section, scene = one
        page = order.places.get((section.id, ""), order.end)
        cards = scene.form is Form.CARDS
        return order.places.get((section.id, "" if cards else scene.id), page), not cards

    found: list[tuple[tuple[int, bool], Slide]] = [(place(one), one) for one in chosen]
    if not options.charts and not options.sections:
        found += [((at, False), page) for at, page in order.pages.items()]
    return tuple(slide for _, slide in sorted(found, key=lambda pair: pair[0]))


def sections_in_talk_order(
    takeaway: Takeaway, options: Options, chosen: Sequence[Section]
) -> tuple[Section | TalkPage, ...]:
    """Sections and pages as the talk comes to them first; sections that it leaves out behind the
    rest. A part of the briefing has no pages."""
    order = _order_of(takeaway)
    first: dict[str, int] = {}
    for (section, _), place in order.places.items():
        first.setdefault(section, place)
    found: list[tuple[int, Section | TalkPage]] = [
        (first.get(section.id, order.end), section) for section in chosen
    ]
    if not options.sections:
        found += order.pages.items()
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def _order_of(takeaway: Takeaway) -> _Order:
    try:
        talk, scenes = compile_talk(takeaway.briefing, takeaway.figures, takeaway.words)
    except ViewerError:  # no section is to be presented: the file's own order then
        return _Order()
    places: dict[tuple[str, str], int] = {}
    for place, step in enumerate(talk.steps):
        places.setdefault((talk.parts[step.part].section.id, step.chart), place)
    pages = {
        place: _page(talk, scenes, step, takeaway)
        for place, step in enumerate(talk.steps)
        if step.kind in LEAD
    }
    return _Order(places, pages, len(talk.steps))


def _page(
    talk: Talk, scenes: Mapping[str, Sequence[Scene]], step: Step, takeaway: Takeaway
) -> TalkPage:
    def chart_of(figure: Step) -> str:
        scene = scene_of(talk, scenes, figure)
        return scene.id if scene else ""

    figures = []
    for figure in leading(talk, LEAD[step.kind], chart_of):
        words = own_words(talk.parts[figure.part].section, None, takeaway.words)
        figures.append((written(talk, figure, words).whole, measured(figure, words)))
    return TalkPage(step.kind, tuple(figures), step.notes)
