"""The order in which a talk comes to the charts and pages of a briefing: slides stand in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from viewer.chart import Form, Scene
from viewer.export.context import Options, Takeaway
from viewer.i18n import Words
from viewer.i18n.content_language import own_words
from viewer.model import Section, StepKind, ViewerError
from viewer.pipeline import compile_talk, scene_of
from viewer.quantities.wording import Sourced, as_written, in_parts
from viewer.talk import (
    LEADING,
    ON_QUESTIONS,
    Compared,
    Moved,
    QuotedFigure,
    Step,
    Talk,
    attainment_line,
    compared_figures,
    comparison_line,
    figure_of,
    headlines,
    highlighted_span,
    label_of,
    leading,
    measured,
    moved_line,
    pages_of,
    standing_of,
    written,
)


@dataclass(frozen=True, slots=True)
class PageFigure:
    """A figure on a page: its value, what it measures, and the sentence that it stands in."""

    value: str
    label: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class TalkPage:
    """A step of the talk that is no chart: title, figures, lines of words, the presenter's notes.

    `section` is the one that it belongs to, None for a page of the whole briefing. `result` was
    computed from its figures. `follows` says that the page follows from its section alone: where
    the words and cards of a section are shown, they stand for it.
    """

    kind: StepKind
    title: str
    figures: tuple[PageFigure, ...] = ()
    lines: tuple[str, ...] = ()
    result: str = ""
    notes: str = ""
    section: Section | None = None
    follows: bool = False


ChartSlide = tuple[Section, Scene]
Slide = ChartSlide | TalkPage
"""What a slide is about: a chart of a section, or a page."""


@dataclass(frozen=True, slots=True)
class _Order:
    """The places of a talk by section and chart, the chart empty where a step shows none; its
    pages by their places, and its end."""

    places: Mapping[tuple[str, str], int] = field(default_factory=dict)
    pages: Mapping[int, TalkPage] = field(default_factory=dict)
    end: int = 0

    def of_chart(self, section: Section, scene: Scene) -> tuple[int, int]:
        """Where a chart stands; rows of cards stand with the page of their section."""
        page = self.of_section(section)[0]
        cards = scene.form is Form.CARDS
        return (page, 1) if cards else (self.places.get((section.id, scene.id), page), 2)

    def of_section(self, section: Section) -> tuple[int, int]:
        """Where the words of a section stand; behind the rest where the talk shows none."""
        return self.places.get((section.id, ""), self.end), 0


def in_talk_order(
    takeaway: Takeaway, options: Options, chosen: Sequence[ChartSlide]
) -> tuple[Slide, ...]:
    """Charts and pages as the talk comes to them; rows of cards with the page of their section,
    and what the talk does not show behind the rest. A part of the briefing has no pages."""
    order = _order_of(takeaway)
    carded = {section.id for section, scene in chosen if scene.form is Form.CARDS}
    found: list[tuple[tuple[int, int], Slide]] = [(order.of_chart(*one), one) for one in chosen]
    if not options.charts and not options.sections:
        found += [
            ((at, 0), page)
            for at, page in order.pages.items()
            if not (page.follows and page.section and page.section.id in carded)
        ]
    return tuple(slide for _, slide in sorted(found, key=lambda pair: pair[0]))


def with_words_in_talk_order(
    takeaway: Takeaway, options: Options, chosen: Sequence[Section], charts: Sequence[ChartSlide]
) -> tuple[Section | Slide, ...]:
    """Sections (their words and cards), charts and pages as the talk comes to them; what it
    leaves out stands behind the rest. A part of the briefing has no pages."""
    order = _order_of(takeaway)
    found: list[tuple[tuple[int, int], Section | Slide]] = [
        (order.of_section(section), section) for section in chosen
    ]
    found += [(order.of_chart(*one), one) for one in charts if one[1].form is not Form.CARDS]
    if not options.sections:
        found += [((at, 0), page) for at, page in order.pages.items() if not page.follows]
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def _order_of(takeaway: Takeaway) -> _Order:
    try:
        talk, scenes = compile_talk(takeaway.briefing, takeaway.figures, takeaway.words)
    except ViewerError:  # no section is to be presented: the file's own order then
        return _Order()
    places: dict[tuple[str, str], int] = {}
    pages: dict[int, TalkPage] = {}
    maker = _Pages(talk, scenes, takeaway.words)
    for place, step in enumerate(talk.steps):
        if step.chart or step.kind is StepKind.SECTION:
            places.setdefault((talk.parts[step.part].section.id, step.chart), place)
        page = maker.page_of(step)
        if page is not None:
            pages[place] = page
    return _Order(places, pages, len(talk.steps))


@dataclass(frozen=True, slots=True)
class _Pages:
    """Makes the pages of the steps that are no charts."""

    talk: Talk
    scenes: Mapping[str, Sequence[Scene]]
    words: Words

    def page_of(self, step: Step) -> TalkPage | None:
        """The page of a step; None for one that a chart or the first slide shows."""
        make = _MAKERS.get(step.kind)
        if make is None or step.inner or step.chart:
            return None
        if step.kind is StepKind.FIGURE and step.planned is None:
            return None  # on the page of its section
        return make(self, step)

    def agenda(self, step: Step) -> TalkPage:
        lines = (f"{part.number}  {part.section.title}" for part in self.talk.agenda)
        return TalkPage(step.kind, self._name(step), lines=tuple(lines), notes=step.notes)

    def summary(self, step: Step) -> TalkPage:
        figures = self._figures(leading(self.talk, LEADING, self._chart_of))
        return TalkPage(step.kind, self._name(step), figures, notes=step.notes)

    def questions(self, step: Step) -> TalkPage:
        figures = self._figures(leading(self.talk, ON_QUESTIONS, self._chart_of))
        lines = (self.talk.briefing.title,)
        return TalkPage(step.kind, self._name(step), figures, lines, notes=step.notes)

    def section(self, step: Step) -> TalkPage:
        """Its headline figures and how many there are; without figures its words, if few."""
        part = self.talk.parts[step.part]
        shown = headlines(part, LEADING, self._chart_of)
        count, text = len(part.figures), part.section.passage.text
        lines: tuple[str, ...] = ()
        if len(shown) < count:
            lines = (self.words("present.some-of", shown=len(shown), count=count),)
        elif not count and not pages_of(text):
            lines = _paragraphs(text)
        title, figures = part.section.title, self._figures(shown)
        return self._of_section(step, title, figures, lines, follows=True)

    def edition(self, step: Step) -> TalkPage:
        """The figures of this edition, each with that of the one before and how it moved."""
        figures = tuple(map(self._moved, step.moved))
        part = self.talk.parts[step.part]
        section = part.section if part.number else None
        named = (self.words("edition.old", title=one.edition) for one in step.moved[:1])
        title, lines = self._name(step), tuple(named)
        return TalkPage(step.kind, title, figures, lines, notes=step.notes, section=section)

    def _moved(self, one: Moved) -> PageFigure:
        words = own_words(one.now.section, None, self.words)
        then = as_written(figure_of(one.then), own_words(one.then.section, None, self.words))
        told = words("edition.was", value=then, difference=moved_line(one, words))
        return PageFigure(as_written(figure_of(one.now), words), label_of(one.now), told)

    def text(self, step: Step) -> TalkPage:
        section = self.talk.parts[step.part].section
        text = section.passage.text
        lines = _paragraphs(step.span.of(text) if step.span else text)
        return self._of_section(step, section.title, (), lines, follows=step.planned is None)

    def figure(self, step: Step) -> TalkPage:
        section = self.talk.parts[step.part].section
        quoted = [
            replace(figure, quote=_sentence(section, step.said))
            for figure in self._figures((step,))
        ]
        return self._of_section(step, label_of(step), tuple(quoted))

    def pair(self, step: Step) -> TalkPage | None:
        pair, against = compared_figures(self.talk, step), step.against
        if pair is None or against is None:
            return None
        home = self.talk.parts[step.part].section
        words = own_words(home, None, self.words)
        line = attainment_line if step.kind is StepKind.TARGET else comparison_line
        figures = (
            self._compared(home, pair[0], step),
            self._compared(against.section, pair[1], against),
        )
        title = " / ".join(dict.fromkeys(label_of(one) for one in (step, against)))
        return self._of_section(step, title, figures, result=line(*pair, words))

    def _compared(self, section: Section, figure: Sourced, step: Step | Compared) -> PageFigure:
        words = own_words(section, None, self.words)
        standing = standing_of(figure.metric, figure.point, words)
        label = " · ".join(filter(None, (label_of(step), standing)))
        return PageFigure(in_parts(figure, words).whole, label, _sentence(section, step.said))

    def _of_section(
        self,
        step: Step,
        title: str,
        figures: tuple[PageFigure, ...] = (),
        lines: tuple[str, ...] = (),
        *,
        result: str = "",
        follows: bool = False,
    ) -> TalkPage:
        section = self.talk.parts[step.part].section
        return TalkPage(step.kind, title, figures, lines, result, step.notes, section, follows)

    def _figures(self, steps: Sequence[Step]) -> tuple[PageFigure, ...]:
        found = []
        for step in steps:
            words = own_words(self.talk.parts[step.part].section, None, self.words)
            value = written(self.talk, step, words).whole
            found.append(PageFigure(value, measured(step, words)))
        return tuple(found)

    def _chart_of(self, step: Step) -> str:
        scene = scene_of(self.talk, self.scenes, step)
        return scene.id if scene else ""

    def _name(self, step: Step) -> str:
        return self.words(f"talk.step.{step.kind}")


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _sentence(section: Section, said: QuotedFigure | None) -> str:
    """The words that the room is shown of a figure, in one line."""
    text = section.passage.text
    return " ".join(highlighted_span(text, said.quote).of(text).split()) if said is not None else ""


_MAKERS: Mapping[StepKind, Callable[[_Pages, Step], TalkPage | None]] = {
    StepKind.AGENDA: _Pages.agenda,
    StepKind.SECTION: _Pages.section,
    StepKind.FIGURE: _Pages.figure,
    StepKind.COMPARE: _Pages.pair,
    StepKind.TARGET: _Pages.pair,
    StepKind.EDITION: _Pages.edition,
    StepKind.TEXT: _Pages.text,
    StepKind.SUMMARY: _Pages.summary,
    StepKind.QUESTIONS: _Pages.questions,
}
"""What makes the page of a step; the title is the first slide of each deck."""
