"""What a reader hands on: blocks of text in reading order, each with the shape it had."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from viewer.model import Source

_BREAKS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_NO_CHARACTERS = "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
    f"\ufff9-\ufffb\ufdd0-\ufdef\ud800-\udfff{_NO_CHARACTERS}]"
)
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


@dataclass(frozen=True, slots=True)
class Report:
    """A report as read: its blocks, and the title and source where the file names them.

    `dropped` are running heads and page numbers. `margin` are the lines around the headline of a
    page that are no part of its words, and may tell who published it; `site` did if nothing else
    says so.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    source: Source = field(default_factory=Source)
    dropped: tuple[str, ...] = ()
    margin: tuple[str, ...] = ()
    site: str = ""


def clean(text: str) -> str:
    """`text` with one kind of line break, without what no file can carry or nobody can see.

    That is control characters, marks that turn the direction of text, and noncharacters.
    """
    return _UNWRITABLE.sub("", _BREAKS.sub("\n", text))


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


def table(rows: list[list[str]]) -> Block | None:
    """A table of cells as a block: None where no cell says anything."""
    lines = ["\t".join(" ".join(cell.split()) for cell in row).rstrip("\t") for row in rows]
    kept = [line for line in lines if line.strip()]
    return Block(Shape.TABLE, "\n".join(kept)) if kept else None
