"""Which printed lines are rows of a table, and which cell stands in which column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from viewer.draft.readers.pdf_lines import Cell, Line

_STRIP, _NARROW = 0.4, 0.2
_FEW_ROWS = 3
_NUMBER = re.compile(r"[-+−–]?[\d,，.．]*\d[%％]?|[-—–/]{1,2}|…")
"""A cell with a number, or with what says that there is none."""

Column = tuple[float, float]


def number_rows(page: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines of a page that are rows.

    Wide gaps make a row; beside one, narrower gaps do that stand where its gaps are.
    """
    found = {at for at, line in enumerate(page) if len(line.cells) > 1}
    for order in (range(1, len(page)), range(len(page) - 2, -1, -1)):
        for at in order:
            if at - order.step in found and _share_gaps(page[at], page[at - order.step]):
                found.add(at)
    return frozenset(found)


def _share_gaps(line: Line, row: Line) -> bool:
    """Whether each gap of a line is over or under one of a row, and none of the row's is filled."""
    gaps, others = list(_gaps(_words(line))), list(_gaps(row.cells))
    if not gaps or not others:
        return False
    return all(any(_meet(gap, other) for other in others) for gap in gaps) and all(
        any(_meet(other, gap) for gap in gaps) for other in others
    )


def _meet(one: Column, other: Column) -> bool:
    return min(one[1], other[1]) > max(one[0], other[0])


def _gaps(cells: Sequence[Cell]) -> Iterator[Column]:
    for one, other in pairwise(cells):
        yield one.right, other.left


def _words(line: Line) -> tuple[Cell, ...]:
    return line.words or line.cells


def cells_of(lines: Sequence[Line]) -> list[list[str]]:
    """Rows with each cell in its column; an empty cell keeps its place."""
    columns = _columns(lines)
    rows = [_placed(line, columns) for line in lines]
    heads = next((at for at, line in enumerate(lines) if _is_body(line)), 0)
    for at in range(heads - 1):
        rows[at] = _spread(lines[at], rows[at], rows[at + 1], columns)
    return rows


def _columns(lines: Sequence[Line]) -> list[Column]:
    """What blank strips from the first row to the last part; a wide head may close them, then
    those of the rows that have as many cells as most, or of the rows of numbers.
    """
    counts = Counter(len(line.cells) for line in lines)
    usual = max(counts, key=lambda count: (counts[count] * (count - 1), count))
    columns = _strips(lines)
    if len(columns) < usual:
        columns = _strips([line for line in lines if len(line.cells) >= usual])
    body = [line for line in lines if _is_body(line)]
    finer = _strips(body, _NARROW) if len(body) >= _FEW_ROWS else []
    return finer if len(finer) > len(columns) and _numbered(body, finer) else columns


def _is_body(line: Line) -> bool:
    """Whether a row holds numbers, and not the heads of columns."""
    words = [word.text for word in _words(line)]
    return sum(bool(_NUMBER.fullmatch(word)) for word in words) * 2 >= len(words)


def _numbered(body: Sequence[Line], columns: Sequence[Column]) -> bool:
    """Whether all columns but the first hold one number in every row, or nothing."""
    rows = [_placed(line, columns) for line in body]
    return all(not cell or _NUMBER.fullmatch(cell) for row in rows for cell in row[1:])


def _spread(
    line: Line, row: list[str], below: Sequence[str], columns: Sequence[Column]
) -> list[str]:
    """A row of heads of which some stand over several columns: each over all that are nearest."""
    words = _words(line)
    if any(word.text not in row for word in words):
        return row

    def head(column: Column) -> str:
        middle = sum(column) / 2
        return min(words, key=lambda word: abs((word.left + word.right) / 2 - middle)).text

    return [
        cell or (head(column) if under and at else "")
        for at, (cell, under, column) in enumerate(zip(row, below, columns, strict=True))
    ]


def _strips(lines: Sequence[Line], strip: float = _STRIP) -> list[Column]:
    """The columns that blank strips part, which are so wide at least, in sizes of the type."""
    columns: list[Column] = []
    least = strip * min(line.size for line in lines)
    for left, right in sorted((cell.left, cell.right) for line in lines for cell in _words(line)):
        if columns and left < columns[-1][1] + least:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns


def _placed(line: Line, columns: Sequence[Column]) -> list[str]:
    """The words of a line, each in the column that it shares most with, or is nearest to."""
    said: list[list[Cell]] = [[] for _ in columns]
    for word in _words(line):
        near = [min(word.right, end) - max(word.left, begin) for begin, end in columns]
        said[near.index(max(near))].append(word)
    return [" ".join(word.text for word in words) for words in said]
