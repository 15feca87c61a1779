"""Looks for one cited point in its passage: the quote, its quantities, the one that agrees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from viewer.briefing import Metric, Point, Quantity, Span
from viewer.figures import agrees
from viewer.proof.passages import Passages, Window
from viewer.proof.similar import Folded, nearest
from viewer.proof.values import Near, Trial

_MOST_SEARCHES = 25
"""How many missing quotes of one passage are looked for in other wordings."""


class Judge:
    """Tries the points of one passage."""

    def __init__(self, passages: Passages) -> None:
        self._passages = passages
        self._folded: Folded | None = None
        self._searches = 0

    def trial(self, metric: Metric, point: Point) -> Trial:
        """What comes of looking for `point`, which has a cite."""
        cite = point.cite or ""
        text = self._passages.text
        quotes = tuple(places(cite, text))
        trial = Trial(metric, point, quotes)
        if not quotes:
            return replace(trial, near=self._nearest(cite))
        if len(quotes) > 1:
            return trial
        quote = quotes[0]
        close = weigh(trial, self._passages.sentence(quote))
        if close.quantity is not None:
            return close
        wide = weigh(trial, self._passages.paragraph(quote))
        return wide if wide.quantity is not None else close

    def _nearest(self, cite: str) -> Near | None:
        if self._searches >= _MOST_SEARCHES:
            return None
        self._searches += 1
        if self._folded is None:
            self._folded = Folded.of(self._passages.text)
        return nearest(cite, self._passages.text, self._folded)


def places(cite: str, text: str) -> Iterator[Span]:
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
    return replace(
        trial,
        inside=inside,
        cut=tuple(q for q in met if not quote.holds(q.span)),
        agreeing=agreeing,
        rival=rival,
        wrong=wrong,
    )


def _wrong(quantity: Quantity, trial: Trial) -> frozenset[str]:
    metric, point = trial.metric, trial.point
    return agrees(quantity, point.value, point.high, metric.unit, metric.qualifier)


def _distance(verdict: tuple[Quantity, frozenset[str]]) -> tuple[bool, bool, int]:
    quantity, wrong = verdict
    return "value" in wrong, not quantity.is_metric, len(wrong)
