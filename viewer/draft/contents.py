"""Tables of contents: left out of the words, and told which lines of the report are headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from viewer.draft.headings import has_number, is_short
from viewer.draft.readers import Block, Shape

_LONGEST = 120
_BEGINS = re.compile(
    r"(?:目\s*[录錄次]|(?:table of )?contents)(?:\s*[（(]\s*\d{1,2}\s*[)）])?", re.IGNORECASE
)
_PAGE = re.compile(r"(?:[.…·。\-]{2,}|[\s　])[\s　.…·。]*[-—]?\d{1,4}[-—]?$")
"""The number of a page at the end of an entry, behind dots or a space."""
_LEVEL = 2
"""The level of a heading that only the contents tell of: below the title."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """Furniture that the draft left out of the passages: its role, and its words."""

    role: str
    text: str


def without_contents(
    blocks: tuple[Block, ...],
) -> tuple[tuple[Block, ...], list[Dropped]]:
    """The blocks without tables of contents: a line that says so, and the entries below it.

    An entry ends in the number of a page, or stands again as a line of its own further on. A line
    of the report that is an entry is a heading, whatever its style.
    """
    said = Counter(_squeezed(block.text) for block in blocks)
    kept: list[Block] = []
    dropped: list[Dropped] = []
    inside = False
    for block in blocks:
        begins = _BEGINS.fullmatch(block.text) is not None
        inside = begins or (inside and _is_entry(block, said))
        if inside:
            dropped.append(Dropped("contents", block.text[:_LONGEST]))
        else:
            kept.append(block)
    entries = frozenset(_squeezed(_PAGE.sub("", each.text)) for each in dropped)
    return (tuple(_headed(kept, entries)), dropped) if kept else (blocks, [])


def _headed(blocks: Sequence[Block], entries: frozenset[str]) -> list[Block]:
    """The blocks with those that the contents name as headings; a number tells its rank by itself,
    a style has its own."""
    if not entries:
        return list(blocks)
    return [
        replace(block, shape=Shape.HEADING, level=_LEVEL)
        if block.shape in (Shape.PARAGRAPH, Shape.ITEM)
        and not has_number(block.text)
        and _squeezed(block.text) in entries
        and is_short(block)
        else block
        for block in blocks
    ]


def _is_entry(block: Block, said: Counter[str]) -> bool:
    if block.shape is Shape.TABLE:
        return all(_PAGE.search(row) for row in block.text.split("\n"))
    if len(block.text) > _LONGEST:
        return False
    return _PAGE.search(block.text) is not None or said[_squeezed(block.text)] > 1


def _squeezed(text: str) -> str:
    return "".join(text.split())
