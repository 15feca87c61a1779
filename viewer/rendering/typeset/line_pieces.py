"""A paragraph in pieces that no line breaks, with the room that each takes, wants and can give.

What may begin and end a line follows GB/T 15834 and the requirements for Chinese text layout of
the W3C (clreq): no comma or closing mark first, no opening mark last (also before a blank, as rules
LB14 and LB15a of UAX #14 have it), two marks that meet share a blank, and a mark at the edge of a
line gives its blank up.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from viewer.expressions import compiled

Advance = Callable[[str], float]
"""How wide letters are that are drawn in one go, in the units of the page."""

_WIDE_CLOSING = "，。、；：？！）》」』】〕〉"
_WIDE_OPENING = "（《「『【〔〈"
_CLOSING = _WIDE_CLOSING + "”’％‰℃·…,.;:?!)]}%"
_OPENING = _WIDE_OPENING + "“‘([{￥$£€¥"
_ENDS, _BEGINS = re.escape(_CLOSING), re.escape(_OPENING)
_WIDE = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_JOINS = "\u0300-\u036f\u200d\ufe00-\ufe0f\u20e3"
# An apostrophe, a separator (of digits, or in the name of a file) and a dash before digits are
# inside a word.
_LETTER = (
    rf"[^\s{_WIDE}{_ENDS}{_BEGINS}–—]|(?<=[^\W\d_])’(?=[^\W\d_])"
    r"|(?<=[A-Za-z0-9])[.,:](?=[A-Za-z0-9])|[–—](?=\d)"
)
_PIECE = compiled(
    rf"(?:[{_BEGINS}][ \u00a0]*)*(?:(?:{_LETTER})+|\S)?[{_JOINS}]*"
    rf"(?:[ \u00a0]*[{_ENDS}]|—+|[ \u00a0]?–(?!\d))*\s*"
)
_RUN = compiled(rf"[{_WIDE}“”‘’—…]|[^{_WIDE}“”‘’—…]+")
_INSIDE = compiled(r"(?<=[^\W\d_]{2}-)(?=[^\W\d_]{2})|(?<=[/&?=_])(?=\w)")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI"})
_QUOTED = compiled(r"“[^“”]*”|《[^《》]*》|（[^（）]*）|\([^()]*\)")
_WITHOUT_SPACES = compiled("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")

HALF = 0.5
"""The part of a full-width mark that is blank."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks that are set as wide as a hanzi, half of it blank; quotes too, in Chinese text.

    `apart` is how many times more a blank between words widens than the gap between two hanzi:
    beside these a blank shows early.
    """

    closing: str
    opening: str
    apart: float

    def shared(self, left: str, right: str) -> bool:
        """Whether two marks that meet have one blank too many between them."""
        if left in self.closing:
            return right in self.closing or right in self.opening
        return left in self.opening and right in self.opening

    def gap(self, left: str, right: str) -> float:
        """How much of a line's spare room goes between two characters, 1 between hanzi."""
        if left.isspace():
            return 0.0 if right.isspace() else self.apart
        if right.isspace() or (left == right and left in "—…"):
            return 0.0
        return float(self._wide(left) or self._wide(right))

    def give(self, left: str, right: str) -> float:
        """How much, in ems, two characters can move together."""
        if self.shared(left, right):
            return 0.0
        if left in self.closing or right in self.opening:
            return 0.35
        return 0.07 if left == " " and right != " " else 0.0

    def _wide(self, character: str) -> bool:
        return ord(character) > 0x2E7F or character in self.closing or character in self.opening


CHINESE = Marks(_WIDE_CLOSING + "”’", _WIDE_OPENING + "“‘", 2.0)
LATIN = Marks(_WIDE_CLOSING, _WIDE_OPENING, 5.0)


@dataclass(slots=True)
class Pieces:
    """The pieces of one paragraph.

    Piece k is `text[starts[k]:ends[k]]`, without the blanks after it. `left` and `right` are where
    it begins and ends when all stand on one line, in units of the page; `wants` and `gives` say,
    before and after each piece, how much spare room the line so far takes and can give.
    """

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    left: list[float] = field(default_factory=list)
    right: list[float] = field(default_factory=list)
    wants: list[tuple[float, float]] = field(default_factory=list)
    gives: list[tuple[float, float]] = field(default_factory=list)


def sets_itself(text: str) -> bool:
    """Whether the pieces of `text` are known here: it runs from left to right, words apart."""
    if text.isascii():
        return True
    if _WITHOUT_SPACES.search(text):
        return False
    return all(unicodedata.bidirectional(one) not in _RIGHT_TO_LEFT for one in set(text))


def pieces_of(text: str, marks: Marks, em: float, advance: Advance, most: float) -> Pieces:
    """The pieces of `text`; a word wider than `most` units is parted where it must be."""
    found = Pieces(text)
    x = wants = gives = 0.0
    spans = list(_spans(text, advance, most))
    for number, (start, end) in enumerate(spans):
        found.starts.append(start)
        found.ends.append(end)
        inside = text[start:end]
        wide = width_of(inside, marks, em, advance)
        wanted = sum(marks.gap(*pair) for pair in pairwise(inside))
        given = em * sum(marks.give(*pair) for pair in pairwise(inside))
        found.left.append(x)
        found.right.append(x + wide)
        found.wants.append((wants, wants + wanted))
        found.gives.append((gives, gives + given))
        x, wants, gives = x + wide, wants + wanted, gives + given
        after = spans[number + 1][0] if number + 1 < len(spans) else end
        if after < len(text):
            between = text[max(0, after - 1)], text[after]
            x += advance(text[end:after]) if end < after else 0.0
            x -= HALF * em * marks.shared(*between)
            wants += marks.gap(*between)
            gives += em * marks.give(*between)
    return found


def width_of(text: str, marks: Marks, em: float, advance: Advance) -> float:
    """How wide `text` is on one line, marks that meet drawn together."""
    shared = sum(marks.shared(*pair) for pair in pairwise(text))
    return sum(map(advance, _RUN.findall(text))) - HALF * em * shared


def _spans(text: str, advance: Advance, most: float) -> Iterator[tuple[int, int]]:
    """Start and end of each piece, without the blanks after it."""
    for found in _PIECE.finditer(text):
        start, end = found.start(), found.start() + len(found[0].rstrip())
        if start == found.end():
            continue
        cuts = [start, *(start + cut.start() for cut in _INSIDE.finditer(text[start:end])), end]
        for first, last in pairwise(cuts):
            yield from _parted(text, (first, last), advance, most)
        if start == end:
            yield start, end


def _parted(
    text: str, span: tuple[int, int], advance: Advance, most: float
) -> Iterator[tuple[int, int]]:
    """A word too wide for a line in parts that are not."""
    start, end = span
    if end - start > 1 and sum(map(advance, _RUN.findall(text[start:end]))) > most:
        room = most
        for at in range(start, end):
            wide = advance(text[at])
            if wide > room and at > start and not unicodedata.combining(text[at]):
                yield start, at
                start, room = at, most
            room -= wide
    if start < end:
        yield start, end


def parting(left: str, right: str) -> float:
    """What it costs a title to be broken between two characters: nothing at a mark, which ends a
    phrase, a little at a blank, more between two hanzi, which may be one word."""
    if left.isspace():
        return 0.8
    return 0.0 if left in _CLOSING + "—–" or right in _OPENING else 1.2


def quoted(text: str) -> Sequence[tuple[int, int]]:
    """What stands in quotation marks, in brackets or between title marks, from mark to mark."""
    return [found.span() for found in _QUOTED.finditer(text)]
