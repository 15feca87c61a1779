"""The words around the figures of a text."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from viewer.quantities.vocabulary import lowered
from viewer.relations.layout import Layout, places_of

_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_BRACKET = re.compile(r"[（(）)]")
_SPACE = re.compile(r"\s+")
_TITLE = 90
"""The most characters of a first line that is a title."""


def _folded_spaces(words: str) -> str:
    """The words with every run of white space as one space."""
    if "  " in words or "\n" in words or "\t" in words or "\r" in words:
        return _SPACE.sub(" ", words)
    return words


def _near(text: str, starts: Sequence[int], words: Sequence[str], reach: int) -> set[int]:
    """The figures, by their starts, at most `reach` characters behind the start of a word."""
    near = set[int]()
    for place, end in places_of(text, words):
        first = bisect_left(starts, end)
        if first < len(starts) and starts[first] <= place + reach:
            near.update(range(first, bisect_right(starts, place + reach, first)))
    return near


@dataclass(frozen=True)
class Worded(Layout):
    """The words around the figures."""

    def gap(self, before: int, after: int) -> str:
        """The words between two figures, white space left out of Chinese and folded in English."""
        if after == before + 1:
            return self._gaps[before]
        return self._words_between(before, after)

    @cached_property
    def _gaps(self) -> list[str]:
        """The words between each figure and the next."""
        return [self._words_between(at, at + 1) for at in range(len(self.figures) - 1)]

    def _words_between(self, before: int, after: int) -> str:
        words = self.text[self.figures[before].words.end : self.figures[after].span.start]
        return _folded_spaces(words)

    def lead(self, at: int) -> str:
        """The words before a figure, back to the figure before it or the start of its sentence."""
        start = 0
        sentence = self.sentence(at)
        if sentence:
            start = self.sentences[sentence - 1]
        if at:
            start = max(start, self.figures[at - 1].span.end)
        return _folded_spaces(self.text[start : self.figures[at].span.start])

    def between(self, before: int, after: int) -> str:
        """All words between two figures, other figures among them, balanced brackets left out."""
        words = self.text[self.figures[before].words.end : self.figures[after].span.start]
        return _folded_spaces(_BRACKETS.sub("", words))

    def before(self, at: int, reach: int = 40) -> str:
        """The words of the sentence before a figure, other figures and dates among them."""
        start = self._starts[at]
        floor = self._floors[at]
        words = self.text[start - reach if start - reach > floor else floor : start]
        return words if self._is_single_spaced else _folded_spaces(words)

    @cached_property
    def _is_single_spaced(self) -> bool:
        """Whether no sentence holds white space that would have to be folded."""
        return not any(one in self.text for one in ("  ", "\t", "\r"))

    @cached_property
    def _starts(self) -> list[int]:
        return [one.span.start for one in self.figures]

    @cached_property
    def _floors(self) -> list[int]:
        """Where the sentence of each figure begins."""
        starts = [0, *self.sentences]
        return [starts[where] for where in self.sentence_of]

    def opens_at(self, at: int) -> int:
        """Where the sentence of a figure begins in the text."""
        return self._floors[at]

    def led_by(self, words: re.Pattern[str], reach: int, cue: Sequence[str]) -> frozenset[int]:
        """The measures with `words` before them in their sentence, `reach` characters at most.

        `cue` holds, in small letters, a piece of whatever `words` match: figures far from any of
        them are not looked at. Answered once for each expression.
        """
        known = self._led.get(words)
        if known is None:
            near = _near(lowered(self.text), self._starts, cue, reach).intersection(self.measures)
            known = frozenset(at for at in near if words.search(self.before(at, reach)))
            self._led[words] = known
        return known

    @cached_property
    def _led(self) -> dict[re.Pattern[str], frozenset[int]]:
        return {}

    def after(self, at: int, reach: int = 40) -> str:
        """The words of the sentence behind a figure, other figures and dates among them."""
        start = self.figures[at].span.end
        where = self.sentence_of[at]
        end = self.sentences[where] if where < len(self.sentences) else len(self.text)
        return _folded_spaces(self.text[start : max(start, min(end, start + reach))])

    def is_parenthetical(self, at: int, change: int) -> bool:
        """Whether a figure stands in brackets that close before a later one."""
        return self._closings[at] <= self.figures[change].span.start

    def is_in_title(self, at: int) -> bool:
        """Whether a figure stands in the first line, and this reads as a title: no full stop."""
        return self.figures[at].span.end <= self._title_end

    @cached_property
    def _title_end(self) -> int:
        if len(self.lines) < 2 or self.lines[0][1]:
            return 0
        begin, end = self.lines[0][0], self.lines[1][0]
        line = self.text[begin:end].strip()
        return (
            end
            if len(line) <= _TITLE and not line.endswith(("。", ".", "；", ";", "：", ":"))
            else 0
        )

    def closing(self, at: int) -> float:
        """Where the innermost brackets around a figure close; infinite outside of brackets."""
        return self._closings[at]

    @cached_property
    def _closings(self) -> list[float]:
        """Where the brackets close that each figure stands in; infinite where there are none."""
        opened: list[int] = []
        pairs: list[tuple[int, int]] = []
        for found in _BRACKET.finditer(self.text):
            if found[0] in "（(":
                opened.append(found.start())
            elif opened:
                pairs.append((opened.pop(), found.start()))
        waiting = sorted(pairs, reverse=True)
        around: list[int] = []
        closings: list[float] = []
        for one in self.figures:
            while waiting and waiting[-1][0] < one.span.start:
                around.append(waiting.pop()[1])
            while around and around[-1] <= one.span.start:
                around.pop()
            closings.append(around[-1] if around else math.inf)
        return closings

    def behind(self, at: int) -> str:
        """The words behind a figure, up to the next figure or the end of the sentence."""
        start = self.figures[at].span.end
        ends = [len(self.text)]
        where = self.sentence_of[at]
        if where < len(self.sentences):
            ends.append(self.sentences[where])
        if at + 1 < len(self.figures):
            ends.append(self.figures[at + 1].span.start)
        return _folded_spaces(self.text[start : max(start, min(ends))])
