"""Cues of standing as values: what they say, how far, and which stand in a clause."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple

from viewer.model import Standing
from viewer.quantities.vocabulary import entries


class Cue(NamedTuple):
    """A place that says of the figures behind it what they are.

    `reach` is how far it says so: `sentence`, its own `clause`, the `next` number only, `value` for
    a number right behind it, `adjective` unless its noun did something (planned repairs kept two
    shut), or `past`, and `often` behind an adjective, where it speaks of what happened unless a cue
    of the same clause says otherwise.
    """

    start: int
    end: int
    said: Standing
    reach: str = "sentence"


@cache
def said_by(language: str, category: str) -> Mapping[str, Standing]:
    """What each word of a category of the lexicon says that a figure is."""
    found = entries(language, category)
    return MappingProxyType({one.word: Standing(one.sense) for one in found})


class Clauses(NamedTuple):
    """The cues that words give, in order, and where the marks stand that part clauses."""

    cues: list[Cue]
    marks: list[int]

    def before(self, at: int, end: int) -> list[Cue]:
        """The cues before `end` from where the clause of the character before `at` begins."""
        mark = bisect_left(self.marks, at) - 1
        opened = self.marks[mark] if mark >= 0 else -1
        first = bisect_right(self.cues, opened, key=attrgetter("start"))
        return self.cues[first : bisect_left(self.cues, end, key=attrgetter("start"))]
