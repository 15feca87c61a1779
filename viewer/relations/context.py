"""What the relation rules look at: the figures of a text with the words between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from viewer.model import Kind, Quantity

_SENTENCE = re.compile(r"[。！？；\n]|(?<=[A-Za-z)\"”%0-9])[.!?;](?=\s)|\n")
_PARAGRAPH = re.compile(r"\n\s*\n|\n")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_JOINT = re.compile(r"\s*(?:[、,，]|和|及|与|與|以及|and|, and|or)\s*(?:约|近)?\s*")
_SPACE = re.compile(r"\s+")
RATES = frozenset({"%", "％", "‰", "percent", "per cent", "pc", "pct", "百分之", "成"})
POINTS = frozenset({"个百分点", "百分点", "個百分點", "百分點", "percentage points", "pp", "ppts"})
TIMES = frozenset({"倍", "times"})
_LEVELS = frozenset({Kind.COUNT, Kind.AMOUNT, Kind.SHARE})


@dataclass(frozen=True)
class Context:
    """A text and its figures. Indices are those of `figures`."""

    text: str
    figures: Sequence[Quantity]

    @cached_property
    def _sentences(self) -> list[int]:
        return [found.end() for found in _SENTENCE.finditer(self.text)]

    @cached_property
    def _paragraphs(self) -> list[int]:
        return [found.end() for found in _PARAGRAPH.finditer(self.text)]

    @cached_property
    def measures(self) -> list[int]:
        """The figures that measure something and have a value, in order."""
        return [
            at for at, one in enumerate(self.figures) if one.is_metric and one.value is not None
        ]

    @cached_property
    def lists(self) -> list[list[int]]:
        """Runs of figures of one unit that only commas, 和, 及 or `and` part."""
        runs: list[list[int]] = []
        for at in self.measures:
            last = runs[-1][-1] if runs else None
            joined = last is not None and _JOINT.fullmatch(self.gap(last, at)) is not None
            if joined and last is not None and self.figures[last].unit == self.figures[at].unit:
                runs[-1].append(at)
            else:
                runs.append([at])
        return runs

    def sentence(self, at: int) -> int:
        """The number of the sentence (or clause before a semicolon) that a figure stands in."""
        return bisect_right(self._sentences, self.figures[at].span.start)

    def paragraph(self, at: int) -> int:
        """The number of the paragraph (or line) that a figure stands in."""
        return bisect_right(self._paragraphs, self.figures[at].span.start)

    @cached_property
    def _blocks(self) -> list[int]:
        return [found.end() for found in re.finditer(r"\n\s*\n", self.text)]

    def block(self, at: int) -> int:
        """The number of the block (paragraph, or lines without a blank one) of a figure."""
        return bisect_right(self._blocks, self.figures[at].span.start)

    def gap(self, before: int, after: int) -> str:
        """The words between two figures, white space left out of Chinese and folded in English."""
        words = self.text[self.figures[before].words.end : self.figures[after].span.start]
        return _SPACE.sub(" ", words)

    def lead(self, at: int) -> str:
        """The words before a figure, back to the figure before it or the start of its sentence."""
        start = 0
        sentence = self.sentence(at)
        if sentence:
            start = self._sentences[sentence - 1]
        if at:
            start = max(start, self.figures[at - 1].span.end)
        return _SPACE.sub(" ", self.text[start : self.figures[at].span.start])

    def between(self, before: int, after: int) -> str:
        """All words between two figures, other figures among them, balanced brackets left out."""
        words = self.text[self.figures[before].words.end : self.figures[after].span.start]
        return _SPACE.sub(" ", _BRACKETS.sub("", words))

    def before(self, at: int, reach: int = 40) -> str:
        """The words of the sentence before a figure, other figures and dates among them."""
        start = self.figures[at].span.start
        sentence = self.sentence(at)
        floor = self._sentences[sentence - 1] if sentence else 0
        return _SPACE.sub(" ", self.text[max(floor, start - reach) : start])

    def is_aside(self, at: int, change: int) -> bool:
        """Whether a figure stands in brackets that close before a later one."""
        words = self.text[self.figures[at].span.end : self.figures[change].span.start]
        depth = 0
        for character in words:
            depth += (character in "（(") - (character in "）)")
            if depth < 0:
                return True
        return False

    def behind(self, at: int) -> str:
        """The words behind a figure, up to the next figure or the end of the sentence."""
        start = self.figures[at].span.end
        ends = [len(self.text)]
        where = bisect_right(self._sentences, self.figures[at].span.start)
        if where < len(self._sentences):
            ends.append(self._sentences[where])
        if at + 1 < len(self.figures):
            ends.append(self.figures[at + 1].span.start)
        return _SPACE.sub(" ", self.text[start : max(start, min(ends))])

    def is_rate(self, at: int) -> bool:
        """Whether a figure is printed in percent."""
        return self.figures[at].unit in RATES

    def is_points(self, at: int) -> bool:
        """Whether a figure is a difference in percentage points."""
        return self.figures[at].unit in POINTS or "point" in self.figures[at].unit

    def is_level(self, at: int) -> bool:
        """Whether a figure is a size reached, not a change."""
        return self.figures[at].kind in _LEVELS

    def is_change(self, at: int) -> bool:
        """Whether a figure is a change."""
        return self.figures[at].kind is Kind.CHANGE
