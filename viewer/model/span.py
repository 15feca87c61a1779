"""Places in a text: half-open ranges of Unicode code points, and the passage that they count in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The code points `start` up to, not including, `end` of a text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def moved(self, by: int) -> Span:
        """The same length, `by` code points further on."""
        return Span(self.start + by, self.end + by)


class Passage(NamedTuple):
    """The original words of a section, verbatim; a blank line parts its paragraphs."""

    text: str

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The spans of the paragraphs, without the line breaks between them."""
        return _paragraphs(self.text)

    def paragraph_number(self, span: Span) -> int:
        """The number, from 1, of the paragraph that holds a span; 0 where none does."""
        return next((n for n, one in enumerate(self.paragraphs, 1) if one.holds(span)), 0)


@lru_cache(maxsize=256)
def _paragraphs(text: str) -> tuple[Span, ...]:
    """Remembered, since each selection asks for those of its section anew."""
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return tuple(spans)
