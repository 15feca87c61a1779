"""Reads a passage only where a quote stands: windows around it, scanned once each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from viewer.expressions import compiled
from viewer.language import LanguageRun, run_at, runs
from viewer.model import Place, Quantity, Section, Span
from viewer.quantities import parts_number, scan, scan_as
from viewer.quantities.json_record import moved

_LINE_ENDS = compiled(r"\n")
_CLAUSE_ENDS = compiled(r"[。！？\n，,;；]|[.!?](?=\s)")
_TABULAR = compiled(r"[\t|]|[ \u00a0\u3000]{2}")
_BACK, _ON = 12, 8
"""How much of its clause a figure keeps before and after it. In eleven reports each figure of prose
reads the same in its bare clause as in the whole text; this leaves a margin."""
_LONGEST = 3000
"""A paragraph or clause beyond this is not scanned whole for one quote."""
_CLAUSES_EACH = 3
"""A quote's window is three clauses, more or less: its own and the ones beside it."""
_MARGIN = 300
"""What a stretch of a long paragraph takes along before and after, at least to the next clause."""
_LINES_BEYOND = 4
"""How many lines more a window takes for a number that is broken over their ends."""
_BLOCK = 4000
"""The step of the windows for long stretches and for tables, whose cells take units from headers
further up: on a grid, so that many quotes share a few windows."""


class Window(NamedTuple):
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
                found.append(moved(quantity, self.offset))
        return tuple(found)


class Passages:
    """The windows of one passage; scanning is remembered, the text never changes.

    `quotes` is how many are going to be read in it: where they are dense, reading around each would
    read everything several times over.
    """

    def __init__(self, text: str, language: str, quotes: int = 1) -> None:
        self.text = text
        self._language = language
        self._quotes = quotes
        self._windows: dict[Span, Window] = {}
        self._tables: dict[Span, bool] = {}

    @cached_property
    def _runs(self) -> tuple[LanguageRun, ...]:
        return runs(self.text, self._language)

    @cached_property
    def _lines(self) -> tuple[int, ...]:
        return _ends(_LINE_ENDS, self.text)

    @cached_property
    def _clauses(self) -> tuple[int, ...]:
        return _ends(_CLAUSE_ENDS, self.text)

    def windows(self, quote: Span) -> Iterator[Window]:
        """What to read to understand a quote, from near to far; each is read only when asked for.

        Prose is read by the clause, then by the paragraph; a table with what stands above it. Prose
        of as many quotes as clauses is read in stretches first, each once for all its quotes.
        """
        paragraph = self._paragraph(quote)
        if self._is_table(paragraph):
            yield self._window(self._block(quote, self._lines))
            return
        if self._quotes * _CLAUSES_EACH > len(self._clauses):
            yield self._window(self._stretch(quote, paragraph))
        yield self._window(self._clause(quote))
        yield self._window(paragraph)

    def _is_table(self, paragraph: Span) -> bool:
        known = self._tables.get(paragraph)
        if known is None:
            known = _TABULAR.search(self.text, paragraph.start, paragraph.end) is not None
            self._tables[paragraph] = known
        return known

    def _clause(self, quote: Span) -> Span:
        near = Span(max(0, quote.start - _BACK), min(len(self.text), quote.end + _ON))
        found = _around(self._clauses, near, len(self.text))
        return found if len(found) <= _LONGEST else self._block(quote, ())

    def _stretch(self, quote: Span, paragraph: Span) -> Span:
        """The paragraph, or of a long one the part on the grid that holds the quote."""
        if len(paragraph) <= _LONGEST:
            return paragraph
        start = quote.start // _LONGEST * _LONGEST
        end = max(start + _LONGEST, quote.end) + _MARGIN
        part = Span(max(paragraph.start, start - _MARGIN), min(paragraph.end, end))
        found = _around(self._clauses, part, len(self.text))
        return found if len(found) <= 2 * _LONGEST else self._clause(quote)

    def _paragraph(self, quote: Span) -> Span:
        found = _around(self._lines, quote, len(self.text))
        return found if len(found) <= _LONGEST else self._block(quote, self._clauses)

    def _block(self, quote: Span, ends: tuple[int, ...]) -> Span:
        """Whole lines or clauses on the grid; where those have no end, the bare grid."""
        start = max(0, quote.start // _BLOCK - 1) * _BLOCK
        bare = Span(start, min((quote.end // _BLOCK + 2) * _BLOCK, len(self.text)))
        found = _around(ends, bare, len(self.text))
        return found if len(found) <= len(bare) + 2 * _LONGEST else bare

    def _window(self, span: Span) -> Window:
        span = self._unbroken(span)
        known = self._windows.get(span)
        if known is None:
            known = Window(span.start, self._scanned(span))
            self._windows[span] = known
        return known

    def _scanned(self, span: Span) -> tuple[Quantity, ...]:
        """The quantities of a part of the passage, in the language of its paragraph."""
        run = run_at(self._runs, span.start)
        part = span.of(self.text)
        return scan_as(part, run.language) if run.span.holds(span) else scan(part, self._language)

    def _unbroken(self, span: Span) -> Span:
        """The span and the lines before and after it that a number runs on from or into."""
        start, end = span.start, span.end
        for _ in range(_LINES_BEYOND):
            if not start or not parts_number(self.text, start):
                break
            start = _around(self._lines, Span(start - 1, start), len(self.text)).start
        for _ in range(_LINES_BEYOND):
            if end >= len(self.text) or not parts_number(self.text, end):
                break
            end = _around(self._lines, Span(end, end + 1), len(self.text)).end
        return Span(start, end) if end - start <= len(span) + _LONGEST else span


def place_in(section: Section, offset: int) -> Place:
    """The line and column of the file where a code point of the section's passage stands."""
    text = section.passage.text
    line = text.count("\n", 0, offset)
    column = offset - (text.rfind("\n", 0, offset) + 1)
    at = section.passage_place
    return Place(at.line + line, at.column + column)


def _ends(pattern: re.Pattern[str], text: str) -> tuple[int, ...]:
    return tuple([match.end() for match in pattern.finditer(text)])


def _around(ends: tuple[int, ...], span: Span, length: int) -> Span:
    """The stretch between two ends that holds `span`."""
    before, after = bisect_right(ends, span.start), bisect_left(ends, span.end)
    return Span(ends[before - 1] if before else 0, ends[after] if after < len(ends) else length)
