"""Cells of several lines: their lines are put back into the row of the table that they stand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from viewer.draft.readers.pdf_lines import Cell, Line
from viewer.draft.readers.report import joined

_NEAR, _MOST_HEADS = 8, 24
_PITCH = 1.8
_WIDEST = 16


def unwrapped(page: Sequence[Line]) -> list[Line]:
    """A page whose rows have their wrapped cells in one piece, other lines as they were.

    Files draw a table cell by cell: the lines of a label come one after the other, then the numbers
    of its row, at the height of the first, the middle, or between.
    """
    rows = [at for at, line in enumerate(page) if _is_row(line)]
    if not rows:
        return list(page)
    homes = _homes(page, rows)
    heads = _heads(page, rows, homes)
    members: dict[int, list[Line]] = defaultdict(list)
    for at, row in (*homes.items(), *heads.items()):
        members[row].append(page[at])
    return [
        _merged(line, members[at]) if at in members else line
        for at, line in enumerate(page)
        if at not in homes and at not in heads
    ]


def _heads(page: Sequence[Line], rows: Sequence[int], homes: dict[int, int]) -> dict[int, int]:
    """For each further line of a head whose every cell is wrapped, the first line of it."""
    heads: dict[int, int] = {}
    for before, row in zip((-1, *rows), rows, strict=False):
        first, *more = _head(page, before, row, homes)
        heads |= dict.fromkeys(more, first)
    return heads


def _is_row(line: Line) -> bool:
    numbers = len(line.words) > 1 and all(word.text[0] in "0123456789+-" for word in line.words)
    return len(line.cells) > 1 or numbers


def _may_be_cell(line: Line) -> bool:
    """Whether a line is narrow enough for a cell, not one of the words in another column."""
    return not _is_row(line) and line.right - line.left <= _WIDEST * line.size


def _homes(page: Sequence[Line], rows: Sequence[int]) -> dict[int, int]:
    """For each line that is part of a wrapped cell, the row that it belongs to."""
    homes: dict[int, int] = {}
    for row in rows:
        near = range(max(0, row - _NEAR), min(len(page), row + _NEAR + 1))
        lone = [at for at in near if at not in homes and _may_be_cell(page[at])]
        inside = [
            at
            for at in lone
            if _level(page[at], page[row]) and _is_other_column(page[at], page[row])
        ]
        for at in inside:
            homes[at] = row
        for step in (-1, 1):
            homes |= dict.fromkeys(_run_on(page, inside, step, lone), row)
    return homes


def _run_on(
    page: Sequence[Line], inside: Sequence[int], step: int, lone: Sequence[int]
) -> list[int]:
    """The lines right above or below those, in the same cell."""
    found: list[int] = []
    for first in inside:
        at = first
        while (
            at + step in lone and at + step not in inside and _same_cell(page[at], page[at + step])
        ):
            at += step
            found.append(at)
    return found


def _same_cell(one: Line, other: Line) -> bool:
    step = abs(one.bottom - other.bottom)
    return step <= _PITCH * one.size and one.size == other.size and _above(one, other)


def _head(page: Sequence[Line], last: int, row: int, homes: dict[int, int]) -> tuple[int, ...]:
    """The lines of a head whose every cell is wrapped, between the `last` row of another table and
    a first row."""
    between = range(max(last + 1, row - _MOST_HEADS), row)
    near = [at for at in between if at not in homes and _may_be_cell(page[at])]
    beside = [
        at
        for at in near
        if any(
            _level(page[at], page[other]) and _is_other_column(page[at], page[other])
            for other in near
        )
    ]
    if not beside:
        return (row,)
    bottom, top = min(page[at].bottom for at in beside), max(page[at].top for at in beside)
    return tuple(at for at in near if bottom <= (page[at].bottom + page[at].top) / 2 <= top)


def _level(one: Line, other: Line) -> bool:
    return min(one.top, other.top) > max(one.bottom, other.bottom)


def _above(one: Line, other: Line) -> bool:
    return min(one.right, other.right) > max(one.left, other.left)


def _is_other_column(one: Line, other: Line) -> bool:
    return one is not other and not _above(one, other)


def _merged(row: Line, parts: Sequence[Line]) -> Line:
    """A row with more cells: lines above each other are one cell."""
    cells = [] if len(row.cells) == 1 and not _is_row(row) else list(row.words or row.cells)
    loose = sorted([*parts, *([] if cells else [row])], key=lambda line: -line.top)
    columns: list[list[Line]] = []
    for line in loose:
        home = next((column for column in columns if _above(column[-1], line)), None)
        if home is None:
            columns.append([line])
        else:
            home.append(line)
    cells += [
        Cell(
            joined([line.text for line in column]),
            min(line.left for line in column),
            max(line.right for line in column),
        )
        for column in columns
    ]
    cells.sort(key=lambda cell: cell.left)
    lines = (row, *parts)
    bottom, top = min(line.bottom for line in lines), max(line.top for line in lines)
    return Line(tuple(cells), bottom, top, row.size, row.bold, tuple(cells))
