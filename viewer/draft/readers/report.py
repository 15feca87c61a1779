"""What a reader hands on: blocks of text in reading order, each with the shape it had."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from viewer.datafile.characters import FORBIDDEN
from viewer.model import Source

_BREAKS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_UNSEEN = (
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
)
"""Marks that nobody sees: of direction, of places where a word may break, of byte order."""
_UNWRITABLE = re.compile(f"[{FORBIDDEN}{_UNSEEN}]")
_JOINERS = re.compile("(?<=\\d)[\u200c\u200d]+(?=\\d)")
_LETTER = re.compile(r"[^\W_]")
_NUMBER = re.compile(r"\d[\d.,]*")
_WIDE = re.compile(
    "[\u2e80-\u312f\u31a0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]"
)


class Shape(StrEnum):
    """How a block stands on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a list item, or a table.

    `text` has no white space at either end of a line; a table is one line a row, its cells parted
    by tabs, any other shape is one line. `level` is the rank of a styled heading (1 is the
    highest; 0 where the file does not say). `alone` tells that blank lines part a line of plain
    text from its neighbours, `indented` that white space led it.
    """

    shape: Shape
    text: str
    level: int = 0
    alone: bool = False
    indented: bool = False


class TextExtent(NamedTuple):
    """What a text says: how often each letter or digit stands in it, and each number."""

    letters: Counter[str]
    numbers: Counter[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> TextExtent:
        """The extent of some texts together."""
        letters: Counter[str] = Counter()
        numbers: Counter[str] = Counter()
        for text in texts:
            letters.update(_LETTER.findall(text))
            numbers.update(number.rstrip(".,") for number in _NUMBER.findall(text))
        return cls(letters, numbers)

    def common(self, other: TextExtent) -> TextExtent:
        """What stands in both: words that one has twice count twice only where both have."""
        return TextExtent(self.letters & other.letters, self.numbers & other.numbers)

    @property
    def letter_count(self) -> int:
        """How many letters and digits there are."""
        return self.letters.total()

    @property
    def number_count(self) -> int:
        """How many numbers there are."""
        return self.numbers.total()


@dataclass(frozen=True, slots=True)
class Report:
    """A report as read: its blocks, and the title and source where the file names them.

    `dropped` are running heads and page numbers. `margin` are the lines around the headline of a
    page that are no part of its words, and may tell who published it; `site` did if nothing else
    says so. `extent` is that of all that the file shows, None where the blocks are all.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    source: Source = field(default_factory=Source)
    dropped: tuple[str, ...] = ()
    margin: tuple[str, ...] = ()
    site: str = ""
    extent: TextExtent | None = None


def clean(text: str) -> str:
    """`text` with one kind of line break, without what no file can carry or nobody can see.

    That is control characters, noncharacters, marks of direction, soft hyphens and joiners in a
    number: left in, they would cut what the eye reads as one number into two.
    """
    return _JOINERS.sub("", _UNWRITABLE.sub("", _BREAKS.sub("\n", text)))


def is_wide(character: str) -> bool:
    """Whether a character is Chinese script or full-width punctuation, written without spaces."""
    return _WIDE.match(character) is not None


def joined(pieces: list[str]) -> str:
    """Lines of one paragraph as one: a space between words, none beside Chinese characters."""
    kept: list[str] = []
    for piece in filter(None, (piece.strip() for piece in pieces)):
        if kept and not is_wide(kept[-1][-1]) and not is_wide(piece[0]):
            kept.append(" ")
        kept.append(piece)
    return "".join(kept)


def table_block(rows: list[list[str]]) -> Block | None:
    """A table of cells as a block: None where no cell says anything."""
    lines = ["\t".join(" ".join(cell.split()) for cell in row).rstrip("\t") for row in rows]
    kept = [line for line in lines if line.strip()]
    return Block(Shape.TABLE, "\n".join(kept)) if kept else None
