"""Where clauses, sentences and lines of a passage begin and end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from viewer.model import Span

_LINE = re.compile(r"\n")
_SENTENCE = re.compile(r"[。！？\n]|[.!?](?=\s)")
_CLAUSE = re.compile(r"[，。；：！？\n\t;!?]|,(?!\d)|(?<!\d),|\.(?=\s)|:(?!\d)|(?<!\d):")


@dataclass(frozen=True, slots=True)
class Clauses:
    """The breaks of one passage; each tuple has the ends of what it names, in order."""

    text: str
    lines: tuple[int, ...]
    sentences: tuple[int, ...]
    clauses: tuple[int, ...]

    @staticmethod
    def of(text: str) -> Clauses:
        """Read the breaks of a passage, once."""
        return Clauses(text, _ends(_LINE, text), _ends(_SENTENCE, text), _ends(_CLAUSE, text))

    def line(self, span: Span) -> Span:
        """The line around `span`: a paragraph, or a row of a table."""
        return self._around(self.lines, span)

    def sentence(self, span: Span) -> Span:
        """The sentence around `span`, with the mark that ends it."""
        return self._around(self.sentences, span)

    def clause(self, span: Span) -> Span:
        """The words between two marks around `span`, with the mark that ends them."""
        return self._around(self.clauses, span)

    def _around(self, ends: tuple[int, ...], span: Span) -> Span:
        before = bisect_right(ends, span.start)
        after = bisect_left(ends, span.end)
        start = ends[before - 1] if before else 0
        end = ends[after] if after < len(ends) else len(self.text)
        return Span(start, max(end, span.end))

    def number(self, span: Span) -> int:
        """The number of the sentence in which `span` begins, counted from 0."""
        return bisect_right(self.sentences, span.start)


def _ends(pattern: re.Pattern[str], text: str) -> tuple[int, ...]:
    return tuple(found.end() for found in pattern.finditer(text))
