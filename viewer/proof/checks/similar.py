"""Finds the words of a passage nearest to a quote that is not in it, and says how they differ."""

from __future__ import annotations

import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from typing import NamedTuple

from viewer.model import Span
from viewer.proof.values import Near

_GRAM = 3
_LONGEST = 200
_ALIKE = 0.6
"""The part of a quote's characters that must stand in like order for words to be similar."""


class Folded(NamedTuple):
    """A text without white space, width, case and punctuation; `origin[i]` is where the folded
    character `i` stands in the original."""

    text: str
    origin: tuple[int, ...]

    @staticmethod
    def of(text: str) -> Folded:
        """Fold a text."""
        pieces: list[str] = []
        origin: list[int] = []
        for at, char in enumerate(text):
            for folded in _folded_character(char):
                pieces.append(folded)
                origin.append(at)
        return Folded("".join(pieces), tuple(origin))

    def span(self, start: int, end: int) -> Span:
        """The original span of the folded characters `start` up to `end`."""
        return Span(self.origin[start], self.origin[end - 1] + 1)

    def find(self, wanted: str) -> Span | None:
        """The original span of the first place of `wanted` that parts no character: the 1 that ¼
        folds into is not a 1 of the text."""
        at = self.text.find(wanted)
        while at >= 0:
            if self._is_edge(at) and self._is_edge(at + len(wanted)):
                return self.span(at, at + len(wanted))
            at = self.text.find(wanted, at + 1)
        return None

    def _is_edge(self, at: int) -> bool:
        return at in (0, len(self.origin)) or self.origin[at - 1] != self.origin[at]


def nearest_stretch(cite: str, text: str, passage: Folded) -> Near | None:
    """The stretch of `text` (`passage` when folded) that reads most like `cite`, if any does."""
    wanted = Folded.of(cite[:_LONGEST]).text
    if not wanted:
        return None
    span = passage.find(wanted)
    if span is not None:
        return Near(span, _difference(cite[:_LONGEST], span.of(text)))
    return _vote(wanted, passage)


def first_difference(one: str, other: str) -> int:
    """The place of the first character in which two texts differ, the shorter's end at most."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))


def _vote(wanted: str, passage: Folded) -> Near | None:
    """Vote by shared three-character groups for where the quote would start, then compare there."""
    votes: Counter[int] = Counter()
    for index in range(max(1, len(wanted) - _GRAM + 1)):
        gram = wanted[index : index + _GRAM]
        at = passage.text.find(gram)
        while at >= 0 and len(votes) < 10_000:
            votes[at - index] += 1
            at = passage.text.find(gram, at + 1)
    for start, _ in votes.most_common(3):
        begin = max(0, start)
        window = passage.text[begin : begin + len(wanted) + _GRAM]
        blocks = [
            b for b in SequenceMatcher(None, wanted, window, False).get_matching_blocks() if b.size
        ]
        if blocks and sum(block.size for block in blocks) >= _ALIKE * len(wanted):
            last = blocks[-1]
            return Near(passage.span(begin + blocks[0].b, begin + last.b + last.size), "words")
    return None


def _difference(cite: str, found: str) -> str:
    """The mildest change that makes two wordings the same."""
    if _without_space(cite) == _without_space(found):
        return "space"
    if _without_space(_width(cite)) == _without_space(_width(found)):
        return "width"
    return "punctuation"


def _folded_character(char: str) -> str:
    return "".join(
        folded for folded in _width(char) if unicodedata.category(folded)[0] not in "ZPC"
    )


def _width(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _without_space(text: str) -> str:
    return "".join(text.split())
