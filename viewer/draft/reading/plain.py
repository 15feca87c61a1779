"""Plain text: a line is a paragraph, lines with tabs are a table."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from viewer.draft.reading.decode import decode
from viewer.draft.reading.report import Block, Report, Shape, clean


def read(data: bytes, encoding: str, cancelled: Callable[[], bool]) -> Report:
    """The blocks of a plain text; `cancelled` is not asked, since reading takes no time."""
    return Report(blocks_of(clean(decode(data, encoding))))


def blocks_of(text: str) -> tuple[Block, ...]:
    """Each line of `text` as a block, neighbouring lines with tabs as one table."""
    lines = text.split("\n")
    blocks: list[Block] = []
    numbered = enumerate(lines)
    for is_row, group in groupby(numbered, key=lambda line: "\t" in line[1].strip()):
        if is_row:
            rows = [line.strip() for _, line in group]
            blocks.append(Block(Shape.TABLE, "\n".join(rows)))
        else:
            blocks.extend(_paragraph(lines, at) for at, line in group if line.strip())
    return tuple(blocks)


def _paragraph(lines: list[str], at: int) -> Block:
    before = at == 0 or not lines[at - 1].strip()
    after = at + 1 == len(lines) or not lines[at + 1].strip()
    line = lines[at]
    indented = line[0].isspace()
    return Block(Shape.PARAGRAPH, line.strip(), alone=before and after, indented=indented)
