"""Looks for one cited point in its passage: the quote, its quantities, the one that agrees."""

from __future__ import annotations

from collections.abc import Iterator

from viewer.model import Kind, Metric, Point, Quantity, Section, Span
from viewer.proof.checks.similar import Folded, nearest_stretch
from viewer.proof.passages import Passages, Window
from viewer.proof.values import Known, Near, Trial
from viewer.quantities import agrees

_MOST_SEARCHES = 25
"""How many missing quotes of one passage are looked for in other wordings."""
_MOST_READ = 2_000_000
"""How many characters of other sections are searched for the missing quotes of one."""


class Judge:
    """Tries the points of one section."""

    def __init__(self, section: Section, known: Known) -> None:
        self._section = section
        self._known = known
        quotes = sum(len(metric.points) for metric in section.metrics)
        self._passages = Passages(section.passage.text, known.briefing.language, quotes)
        self._folded: Folded | None = None
        self._searches = 0
        self._read = 0

    def trial(self, metric: Metric, point: Point) -> Trial:
        """What comes of looking for the cite of `point`."""
        cite = point.cite or ""
        text = self._passages.text
        quotes = tuple(places_of_cite(cite, text))
        trial = Trial(metric, point, quotes)
        if not quotes:
            return self._missing(trial, cite)
        if len(quotes) > 1:
            return trial
        first: Trial | None = None
        for window in self._passages.windows(quotes[0]):
            trial = weigh(trial, window)
            if trial.quantity is not None and _is_directed(trial.quantity):
                return trial
            first = first or (trial if trial.quantity is not None else None)
        return first or trial

    def _missing(self, trial: Trial, cite: str) -> Trial:
        if not self._known.quotes.spend():
            return trial
        near = self._nearest(cite)
        if near is not None and near.differs != "words":
            return trial._replace(near=near)
        elsewhere = self._elsewhere(cite)
        return trial._replace(near=None if elsewhere else near, elsewhere=elsewhere)

    def _elsewhere(self, cite: str) -> Section | None:
        """Another section that has the cite, as when a metric was filed under the wrong one."""
        for section in self._known.briefing.sections if cite.strip() else ():
            if self._read >= _MOST_READ:
                return None
            self._read += len(section.passage.text)
            if cite in section.passage.text and section is not self._section:
                return section
        return None

    def _nearest(self, cite: str) -> Near | None:
        if self._searches >= _MOST_SEARCHES:
            return None
        self._searches += 1
        if self._folded is None:
            self._folded = Folded.of(self._passages.text)
        return nearest_stretch(cite, self._passages.text, self._folded)


def places_of_cite(cite: str, text: str) -> Iterator[Span]:
    """The first two places where a cite stands; overlapping ones count. A blank cite has none."""
    at = text.find(cite) if cite.strip() else -1
    for _ in range(2):
        if at < 0:
            return
        yield Span(at, at + len(cite))
        at = text.find(cite, at + 1)


def weigh(trial: Trial, window: Window) -> Trial:
    """The trial with the quantities of its only quote weighed against its point."""
    quote = trial.quotes[0]
    met = window.meeting(quote)
    inside = tuple(q for q in met if quote.holds(q.span))
    verdicts = [(q, _wrong(q, trial)) for q in inside]
    agreeing = tuple(q for q, wrong in verdicts if not wrong)
    rival, wrong = min(verdicts, key=_distance, default=(None, frozenset[str]()))
    return trial._replace(
        inside=inside,
        cut=tuple(q for q in met if not quote.holds(q.span)),
        agreeing=agreeing,
        rival=rival,
        wrong=wrong,
    )


def _wrong(quantity: Quantity, trial: Trial) -> frozenset[str]:
    metric, point = trial.metric, trial.point
    return agrees(quantity, point.value, point.high, metric.unit, metric.qualifier)


def _is_directed(quantity: Quantity) -> bool:
    """Whether its window is wide enough to say where a change goes."""
    return quantity.kind is not Kind.CHANGE or quantity.change is not None


def _distance(verdict: tuple[Quantity, frozenset[str]]) -> tuple[bool, bool, int]:
    quantity, wrong = verdict
    return "value" in wrong, not quantity.is_metric, len(wrong)
