"""Plain text: a line is a paragraph, lines with tabs, strokes or aligned columns are a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from viewer.draft.reading.decode import decode
from viewer.draft.reading.report import Block, Report, Shape, clean
from viewer.figures.tables import pieces_of

_RULE = "|-:+="


def read(data: bytes, encoding: str, cancelled: Callable[[], bool]) -> Report:
    """The blocks of a plain text; `cancelled` is not asked, since reading takes no time."""
    return Report(blocks_of(clean(decode(data, encoding))))


def blocks_of(text: str) -> tuple[Block, ...]:
    """Each line of `text` as a block, neighbouring lines with tabs as one table."""
    lines = text.split("\n")
    blocks: list[Block] = []
    rows_at = _rows(lines)
    for is_row, group in groupby(enumerate(lines), key=lambda line: line[0] in rows_at):
        if is_row:
            rows = [line.strip() for _, line in group]
            blocks.append(Block(Shape.TABLE, "\n".join(rows)))
        else:
            blocks.extend(_paragraph(lines, at) for at, line in group if line.strip())
    return tuple(blocks)


def _rows(lines: Sequence[str]) -> frozenset[int]:
    """The numbers of the lines that are rows of a table.

    A tab makes a row; strokes and wide gaps do where lines one below the other have them, and at
    least one cell is a number: two spaces also stand between sentences.
    """
    found = {at for at, line in enumerate(lines) if "\t" in line.strip()}
    for parted, group in groupby(range(len(lines)), key=lambda at: _is_parted(lines[at])):
        run = list(group)
        if parted and len(run) > 1 and any(map(_has_number, (lines[at] for at in run))):
            found.update(run)
    return frozenset(found)


def _is_parted(line: str) -> bool:
    bare = line.strip()
    ruled = len(bare) > 2 and not bare.strip(_RULE)
    return ruled or len(pieces_of(bare, 0)) > 1


def _has_number(line: str) -> bool:
    return any(piece[0].isdigit() for _, piece in pieces_of(line.strip(), 0)[1:])


def _paragraph(lines: list[str], at: int) -> Block:
    before = at == 0 or not lines[at - 1].strip()
    after = at + 1 == len(lines) or not lines[at + 1].strip()
    line = lines[at]
    indented = line[0].isspace()
    return Block(Shape.PARAGRAPH, line.strip(), alone=before and after, indented=indented)
