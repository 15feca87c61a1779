"""Reads a passage only where a quote stands: windows of a sentence, scanned once each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from viewer.briefing import Place, Quantity, Section, Span
from viewer.figures import scan

_SENTENCE_ENDS = re.compile(r"[。！？\n]|[.!?](?=\s)")
_LINE_ENDS = re.compile(r"\n")
_REACH = 600
"""How far a window reaches on either side of a quote where no sentence ends: a passage without
stops must not be scanned whole for each of its metrics."""


@dataclass(frozen=True, slots=True)
class Window:
    """The quantities of one stretch of the passage, in text order; `offset` is where it begins."""

    offset: int
    quantities: tuple[Quantity, ...]

    def meeting(self, span: Span) -> tuple[Quantity, ...]:
        """The quantities that share a character with `span`, both counted in the passage."""
        here = span.moved(-self.offset)
        at = bisect_left(self.quantities, here.start, key=lambda quantity: quantity.span.end)
        found: list[Quantity] = []
        for quantity in self.quantities[at:]:
            if quantity.span.start >= here.end:
                break
            if quantity.span.meets(here):
                found.append(self._moved(quantity))
        return tuple(found)

    def _moved(self, quantity: Quantity) -> Quantity:
        span, words = quantity.span.moved(self.offset), quantity.words.moved(self.offset)
        return replace(quantity, span=span, words=words)


class Passages:
    """The windows of one passage; scanning is remembered, the text never changes."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self._language = language
        self._sentences: tuple[int, ...] | None = None
        self._lines: tuple[int, ...] | None = None
        self._windows: dict[Span, Window] = {}

    def sentence(self, quote: Span) -> Window:
        """What stands in the sentence or sentences that a quote touches."""
        if self._sentences is None:
            self._sentences = _ends(_SENTENCE_ENDS, self.text)
        return self._window(self._around(self._sentences, quote, _REACH))

    def paragraph(self, quote: Span) -> Window:
        """What stands in the paragraph of a quote: wider, for units and words further off."""
        if self._lines is None:
            self._lines = _ends(_LINE_ENDS, self.text)
        return self._window(self._around(self._lines, quote, 4 * _REACH))

    def _around(self, ends: tuple[int, ...], quote: Span, reach: int) -> Span:
        before = bisect_right(ends, quote.start)
        after = bisect_left(ends, quote.end)
        start = ends[before - 1] if before else 0
        end = ends[after] if after < len(ends) else len(self.text)
        return Span(max(start, quote.start - reach), min(end, quote.end + reach))

    def _window(self, span: Span) -> Window:
        known = self._windows.get(span)
        if known is None:
            known = Window(span.start, scan(span.of(self.text), self._language))
            self._windows[span] = known
        return known


def place_in(section: Section, offset: int) -> Place:
    """The line and column of the file where a code point of the section's passage stands."""
    text = section.passage.text
    line = text.count("\n", 0, offset)
    column = offset - (text.rfind("\n", 0, offset) + 1)
    at = section.passage_place
    return Place(at.line + line, at.column + column)


def _ends(pattern: re.Pattern[str], text: str) -> tuple[int, ...]:
    return tuple(match.end() for match in pattern.finditer(text))
