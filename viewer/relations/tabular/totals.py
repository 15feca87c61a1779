"""The row of a table's total, the rows that make it, and their shares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from viewer.model import Relation, RelationKind
from viewer.relations.adding.sums import sum_of
from viewer.relations.context import Context
from viewer.relations.interval import ZERO
from viewer.relations.tabular.columns import Column, Row, Table

_OF_WHICH = re.compile(r"^(?:其中|内含)|\b(?:of which|including)\b", re.IGNORECASE)
TOTAL = re.compile(
    r"^(?:合\s*计|总\s*计|总\s*数|全部|共\s*计)|(?:合计|总计)$|^(?:grand )?total\b|^sum\b|^all\b",
    re.IGNORECASE,
)
_INNER = re.compile(
    r"^(?:其中|#|—|-|·|小\s*计)|\b(?:of which|sub-?total|including)\b", re.IGNORECASE
)
"""The name of a row that is part of another row, not of the table's total."""
_SLIP = 0.7
"""The least that the rows of a table may make of its total for the total to be theirs."""
_SLIP_OF_LAST = 0.2
"""How far, as a part of itself, a last row that no word calls a total may miss the others' sum."""
_LEAST = 2
_NESTED = 40
"""How many rows below a row are looked at for its parts: bounds the work on hostile tables."""


def _nested_rows(
    context: Context, table: Table, roles: Sequence[Column], *, marked: bool = True
) -> Mapping[int, int]:
    """The rows that are parts of a row above them, with that row: those that 其中 opens and the
    rows right behind them, up to where they make it; all such rows where none need be `marked`."""
    column = next((at for at, role in enumerate(roles) if role is Column.LEVEL), -1)
    nested: dict[int, int] = {}
    for place, row in enumerate(table.rows):
        opened = place + 1 < len(table.rows) and _OF_WHICH.search(table.rows[place + 1].name)
        if (
            TOTAL.search(row.name)
            or not (opened or not marked)
            or place in nested
            or column not in row.cells
        ):
            continue
        reach = ZERO
        goal = context.ends[row.cells[column]]
        for below in range(place + 1, min(len(table.rows), place + 1 + _NESTED)):
            cell = table.rows[below].cells.get(column)
            if cell is None or context.values[cell] <= 0:
                break
            reach += context.ends[cell]
            if reach.low > goal.high:
                break
            if below > place + 1 and reach.meets(goal):
                nested |= dict.fromkeys(range(place + 1, below + 1), place)
                break
    return nested


def total_rows(context: Context, table: Table, roles: Sequence[Column]) -> Iterator[Relation[int]]:
    """The row of the total: the sum of every column of levels, and the whole of its shares."""
    place = next((at for at, row in enumerate(table.rows) if TOTAL.search(row.name)), None)
    if place is None:
        place = _added_row(context, table, roles)
    if place is None:
        return
    total = table.rows[place]
    rest = range(place) if place else range(1, len(table.rows))
    nested, parts = _levels_of_rows(context, table, roles, total, rest)
    inner = [table.rows[at] for at in nested]
    yield from _sums_of_nested(context, table, roles, nested)
    for column in sorted(total.cells):
        if roles[column] in (Column.CHANGE, Column.SHARE, Column.COMPLETION):
            continue
        members = [row.cells[column] for row in parts if column in row.cells]
        if len(members) == len(parts) and _is_divided(context, total.cells[column], members):
            yield sum_of(total.cells[column], members)
    yield from _shares(roles, total, (*parts, *inner))


def running_totals(
    context: Context, table: Table, roles: Sequence[Column]
) -> Iterator[Relation[int]]:
    """The rows that no word calls a total and that all rows right above them make, in each column
    of two or more: the turnover of an income statement."""
    sized = [at for at, role in enumerate(roles) if role in (Column.LEVEL, Column.BASE)]
    if len(sized) < _LEAST or any(TOTAL.search(row.name) for row in table.rows):
        return
    opened = 0
    for place, row in enumerate(table.rows):
        above = table.rows[opened:place]
        if len(above) >= _LEAST and _makes_in_each(context, sized, row, above):
            for column in sized:
                yield sum_of(row.cells[column], [each.cells[column] for each in above])
            opened = place + 1


def _makes_in_each(
    context: Context, columns: Sequence[int], total: Row, parts: Sequence[Row]
) -> bool:
    """Whether rows of sizes make another in each of some columns."""
    if any(column not in row.cells for row in (total, *parts) for column in columns):
        return False
    for column in columns:
        members = [row.cells[column] for row in parts]
        size = total.cells[column]
        if context.is_rate(size) or min(context.values[at] for at in members) <= 0:
            return False
        if not context.added_up(members).meets(context.ends[size]):
            return False
    return True


def _levels_of_rows(
    context: Context,
    table: Table,
    roles: Sequence[Column],
    total: Row,
    rest: Sequence[int],
) -> tuple[Mapping[int, int], list[Row]]:
    """Which rows are parts of another row, and the parts of the total among the rest.

    Of the ways to read the rows it is the first by which a column of sizes adds up to the total.
    """
    first = _nested_rows(context, table, roles)
    plain = [at for at in rest if not _is_marked(table.rows[at])]
    for nested in _ways_to_nest(context, table, roles, first):
        parts = [table.rows[at] for at in plain if at not in nested]
        if _adds_up(context, roles, total, parts):
            return nested, parts
    open_end = next(_behind_among(table), None) is not None and not first
    return first, [] if open_end else [table.rows[at] for at in plain if at not in first]


def _ways_to_nest(
    context: Context, table: Table, roles: Sequence[Column], first: Mapping[int, int]
) -> Iterator[Mapping[int, int]]:
    """The ways to read rows as parts of another row, the likeliest first."""
    yield first
    yield _nested_rows(context, table, roles, marked=False)
    yield from _behind_among(table)


def _behind_among(table: Table) -> Iterator[Mapping[int, int]]:
    """The ways to take one, two or more rows behind the one that 其中 opens for parts beside it."""
    for place, row in enumerate(table.rows[1:], 1):
        if _OF_WHICH.search(row.name):
            behind = range(place + 1, len(table.rows) - 1)
            for count in range(1, len(behind) + 1):
                yield dict.fromkeys(range(place, place + 1 + count), place - 1)
            return


def shares_of_inner(context: Context, table: Table, roles: Sequence[Column]) -> Iterator[int]:
    """The printed shares of rows within rows, which do not add up with those of the others."""
    for at in _nested_rows(context, table, roles):
        for column, cell in table.rows[at].cells.items():
            if roles[column] is Column.SHARE:
                yield cell


def _is_marked(row: Row) -> bool:
    """Whether the name of a row makes it a total itself, or a part of another row."""
    return _INNER.search(row.name) is not None or TOTAL.search(row.name) is not None


def _adds_up(context: Context, roles: Sequence[Column], total: Row, parts: Sequence[Row]) -> bool:
    """Whether a column of sizes adds up to its total."""
    for column, at in total.cells.items():
        members = [row.cells[column] for row in parts if column in row.cells]
        sized = roles[column] in (Column.LEVEL, Column.BASE, Column.AIM)
        if not sized or len(members) < max(_LEAST, len(parts)) or context.is_rate(at):
            continue
        if context.added_up(members).meets(context.ends[at]):
            return True
    return False


def _sums_of_nested(
    context: Context, table: Table, roles: Sequence[Column], nested: Mapping[int, int]
) -> Iterator[Relation[int]]:
    """The sums of rows that rows right below them make."""
    for outer in dict.fromkeys(nested.values()):
        members = [table.rows[at] for at, of in nested.items() if of == outer]
        for column, total in sorted(table.rows[outer].cells.items()):
            parts = [row.cells[column] for row in members if column in row.cells]
            sized = roles[column] not in (Column.CHANGE, Column.SHARE, Column.COMPLETION)
            sized = sized and sum(context.ends[at].low for at in parts) > 0
            if sized and len(parts) == len(members) and _is_divided(context, total, parts):
                yield sum_of(total, parts)


def _added_row(context: Context, table: Table, roles: Sequence[Column]) -> int | None:
    """The last row, where a column of levels adds up to it though it is not called a total."""
    *rest, last = table.rows
    if len(rest) < 3:
        return None
    for column, at in last.cells.items():
        members = [row.cells[column] for row in rest if column in row.cells]
        if roles[column] is not Column.LEVEL or len(members) < len(rest):
            continue
        values = [context.values[each] for each in members]
        exact = len(context.figures[at].surface) > 2 and min(values) > 0
        size = context.values[at]
        near = abs(sum(values) - size) <= _SLIP_OF_LAST * size and size > max(values)
        if exact and near and not _is_nested(context, members):
            return len(rest)
    return None


def _shares(roles: Sequence[Column], total: Row, parts: Sequence[Row]) -> Iterator[Relation[int]]:
    """The printed shares of the rows, each of the level to its left, in the row of the total."""
    for column in (at for at, role in enumerate(roles) if role is Column.SHARE and at):
        levels = [at for at in range(column) if roles[at] is Column.LEVEL]
        level = levels[-1] if levels else column
        if level not in total.cells or level == column:
            continue
        for row in parts:
            if {column, level} <= row.cells.keys():
                members = (total.cells[level], row.cells[level], row.cells[column])
                named = tuple(zip(("whole", "part", "share"), members, strict=True))
                yield Relation(RelationKind.PART, named)


def inner_rows(context: Context, table: Table, roles: Sequence[Column]) -> Iterator[Relation[int]]:
    """The rows that 其中 opens, each a part of the last row before them that it does not."""
    whole: Row | None = None
    for row in table.rows:
        if not _OF_WHICH.search(row.name):
            whole = row
            continue
        for column in row.cells.keys() & (whole.cells.keys() if whole is not None else set()):
            if whole is None or roles[column] not in (Column.LEVEL, Column.BASE):
                continue
            of, part = whole.cells[column], row.cells[column]
            plain = context.same_unit(of, part) and not context.is_rate(part)
            if plain and 0 < context.values[part] < context.values[of]:
                yield Relation(RelationKind.PART, (("whole", of), ("part", part)))


def _is_divided(context: Context, total: int, members: Sequence[int]) -> bool:
    """Whether rows are the parts of a total: near it in sum, and no row holds those below it."""
    size = context.values[total]
    values = [context.values[at] for at in members]
    if len(members) < _LEAST or context.is_rate(total) or min(values) < 0 or not size:
        return False
    if context.added_up(members).meets(context.ends[total]):
        return True
    near = _SLIP * size < sum(values) < size / _SLIP and size > max(values)
    return near and not _is_nested(context, members)


def _is_nested(context: Context, members: Sequence[int]) -> bool:
    """Whether some row is the sum of two rows or more right below it."""
    for place, at in enumerate(members):
        reach = ZERO
        for count, below in enumerate(members[place + 1 : place + 1 + _NESTED], 1):
            reach += context.ends[below]
            if reach.low > context.ends[at].high:
                break
            if count > 1 and reach.meets(context.ends[at]):
                return True
    return False
