"""Which printed lines are rows of a table, and which cell stands in which column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from viewer.draft.readers.pdf_lines import Cell, Line

_STRIP = 0.4

Column = tuple[float, float]


def rows_of(page: Sequence[Line]) -> frozenset[int]:
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
    return [_placed(line, columns) for line in lines]


def _columns(lines: Sequence[Line]) -> list[Column]:
    """What blank strips from the first row to the last part; a wide head may close them, then
    those of the rows that have as many cells as most.
    """
    counts = Counter(len(line.cells) for line in lines)
    usual = max(counts, key=lambda count: (counts[count] * (count - 1), count))
    columns = _strips(lines)
    if len(columns) < usual:
        columns = _strips([line for line in lines if len(line.cells) >= usual])
    return columns


def _strips(lines: Sequence[Line]) -> list[Column]:
    columns: list[Column] = []
    least = _STRIP * min(line.size for line in lines)
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
