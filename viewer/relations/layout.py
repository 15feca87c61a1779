"""Where the figures of a text stand: sentence, paragraph, block and row."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from viewer.model import Quantity

_ENGLISH_END = r"(?=\s)(?<=[A-Za-z)\"”%0-9].)(?<!\bi\.e.)(?<!\be\.g.)(?<!\s[B-HJ-Z].)"
_SENTENCE = re.compile(rf"[。！？；\n.!?;](?:(?<=[。！？；\n])|{_ENGLISH_END})")
_FULL_SENTENCE = re.compile(rf"[。！？\n.!?](?:(?<=[。！？\n])|{_ENGLISH_END})")
_PARAGRAPH = re.compile(r"\n\s*\n|\n")


def places_of(text: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where any of some words stands in a text: start and end, word by word."""
    for word in words:
        place = text.find(word)
        while place >= 0:
            end = place + len(word)
            yield place, end
            place = text.find(word, end)


@dataclass(frozen=True)
class Layout:
    """Where the figures of a folded text stand: sentence, paragraph, block and row."""

    text: str
    figures: Sequence[Quantity]

    @cached_property
    def sentences(self) -> list[int]:
        """Where each sentence (or clause before a semicolon) ends, in order."""
        return [found.end() for found in _SENTENCE.finditer(self.text)]

    @cached_property
    def _paragraphs(self) -> list[int]:
        return [found.end() for found in _PARAGRAPH.finditer(self.text)]

    def start_of(self, number: int) -> int:
        """Where the sentence of that number begins in the text."""
        return self.sentences[number - 1] if number else 0

    @cached_property
    def measures(self) -> list[int]:
        """The figures that measure something and have a value, in order."""
        return [
            at for at, one in enumerate(self.figures) if one.is_metric and one.value is not None
        ]

    # The accessors below are bound methods of lists: rules ask them millions of times a megabyte.

    @cached_property
    def sentence(self) -> Callable[[int], int]:
        """The number of the sentence (or clause before a semicolon) that a figure stands in."""
        return self.sentence_of.__getitem__

    @cached_property
    def full_sentence(self) -> Callable[[int], int]:
        """The number of the sentence that a figure stands in; a semicolon ends none."""
        return self._full_sentence_of.__getitem__

    @cached_property
    def _full_sentence_of(self) -> list[int]:
        ends = [found.end() for found in _FULL_SENTENCE.finditer(self.text)]
        return [bisect_right(ends, one.span.start) for one in self.figures]

    @cached_property
    def sentence_of(self) -> list[int]:
        """The number of the sentence of each figure."""
        return [bisect_right(self.sentences, one.span.start) for one in self.figures]

    @cached_property
    def paragraph(self) -> Callable[[int], int]:
        """The number of the paragraph (or line) that a figure stands in."""
        return self._paragraph_of.__getitem__

    @cached_property
    def _paragraph_of(self) -> list[int]:
        return [bisect_right(self._paragraphs, one.span.start) for one in self.figures]

    def paragraph_at(self, position: int) -> int:
        """The number of the paragraph (or line) of a place in the text."""
        return bisect_right(self._paragraphs, position)

    def words_of_paragraph(self, number: int) -> str:
        """The words of a paragraph (or line); empty where there is none of that number."""
        ends = (0, *self._paragraphs[max(0, number - 1) : number + 1])
        if number < 0 or not self._paragraphs:
            return ""
        start = self._paragraphs[number - 1] if number else 0
        return self.text[start : ends[-1]].strip()

    @cached_property
    def openers(self) -> dict[int, int]:
        """The first figure of each paragraph that has one."""
        return {self.paragraph(at): at for at in reversed(self.measures)}

    @cached_property
    def lines(self) -> list[tuple[int, bool]]:
        """Where each line with words begins, and whether it is a row of a table."""
        lines: list[tuple[int, bool]] = []
        start = 0
        for line in self.text.split("\n"):
            if line.strip():
                lines.append((start, "\t" in line or line.lstrip().startswith("|")))
            start += len(line) + 1
        return lines

    @cached_property
    def _blocks(self) -> list[int]:
        before = (False, *(row for _, row in self.lines))
        pairs = zip(self.lines, before, strict=False)
        return [start for (start, row), was in pairs if not (row and was)]

    @cached_property
    def _rows(self) -> list[bool]:
        starts = [start for start, _ in self.lines]
        places = (bisect_right(starts, one.span.start) - 1 for one in self.figures)
        return [self.lines[at][1] if at >= 0 else False for at in places]

    @cached_property
    def is_row(self) -> Callable[[int], bool]:
        """Whether a figure stands in a row of a table."""
        return self._rows.__getitem__

    @cached_property
    def block(self) -> Callable[[int], int]:
        """The number of the block (a line of prose, or a whole table) that a figure stands in."""
        return self._block_of.__getitem__

    @cached_property
    def _block_of(self) -> list[int]:
        return [bisect_right(self._blocks, one.span.start) for one in self.figures]
