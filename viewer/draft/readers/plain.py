"""Plain text: a line is a paragraph, or lines broken at one width are; columns are a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby

from viewer.draft.readers.decode import decode_report
from viewer.draft.readers.report import Block, Report, Shape, clean
from viewer.draft.readers.unwrap import grouped, whole
from viewer.quantities.tables.flattened import pieces_of
from viewer.quantities.tables.rows import cells_of, is_row, is_rule

_RULE = "|-:+="
_UNIT = re.compile(r"^[^\t|]*\s[（(]?(?:计量)?单位\s*[:：]\s*\S{1,16}$")
_MARKED = re.compile(r"(#{1,6})[ \t]+(\S.*?)\s*#*\s*$")
_FEWEST_MARKED = 2
_SENTENCES = re.compile(r"(?<=[.?!:]) {2,}(?=\S)")


def read(data: bytes, encoding: str, cancelled: Callable[[], bool]) -> Report:
    """The blocks of a plain text; `cancelled` is not asked, since reading takes no time."""
    return Report(blocks_of(clean(decode_report(data, encoding))))


def blocks_of(text: str) -> tuple[Block, ...]:
    """Each paragraph of `text` as a block, neighbouring lines with tabs as one table.

    A text in which several lines are marked as headings (`## Finance`) has those headings.
    """
    lines = text.split("\n")
    heads = {at: found for at, line in enumerate(lines) if (found := _MARKED.match(line))}
    if len(heads) < _FEWEST_MARKED:
        return _blocks(lines)
    blocks, start = list[Block](), 0
    for at, head in heads.items():
        blocks += _blocks(lines[start:at])
        blocks.append(Block(Shape.HEADING, head[2], len(head[1]), alone=True))
        start = at + 1
    return (*blocks, *_blocks(lines[start:]))


def _blocks(lines: Sequence[str]) -> tuple[Block, ...]:
    rows_at = _rows(lines)
    blocks = {group[0]: _paragraph(lines, group, rows_at) for group in grouped(lines, rows_at)}
    for tabular, group in groupby(range(len(lines)), key=rows_at.__contains__):
        if tabular:
            run = list(group)
            rows = _columns([lines[at].strip() for at in run])
            blocks[run[0]] = Block(Shape.TABLE, "\n".join(rows))
    return tuple(blocks[at] for at in sorted(blocks))


def _columns(rows: Sequence[str]) -> Sequence[str]:
    """The rows of a table; those of one in Markdown with tabs for its strokes."""
    if not any(map(is_rule, rows)) or not all(is_row(row) or is_rule(row) for row in rows):
        return rows
    return ["\t".join(span.of(row) for span in cells_of(row)) for row in rows if not is_rule(row)]


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
    bare = _SENTENCES.sub(" ", line.strip())
    if _UNIT.search(bare):  # a heading with the unit of the table below it
        return False
    ruled = len(bare) > 2 and not bare.strip(_RULE)
    return ruled or len(pieces_of(bare, 0)) > 1


def _has_number(line: str) -> bool:
    return any(piece[0].isdigit() for _, piece in pieces_of(line.strip(), 0)[1:])


def _paragraph(lines: Sequence[str], group: Sequence[int], rows_at: frozenset[int]) -> Block:
    first, last = group[0], group[-1]
    before = first == 0 or not lines[first - 1].strip()
    after = last + 1 == len(lines) or not lines[last + 1].strip() or last + 1 in rows_at
    text = whole([lines[at] for at in group])
    return Block(Shape.PARAGRAPH, text, alone=before and after, indented=lines[first][0].isspace())
