"""Relations that the columns of a table give: level, base and change, plan and result, a total."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from viewer.model import Basis, Relation, RelationKind
from viewer.relations.context import Context
from viewer.relations.tabular.columns import (
    YEAR,
    Column,
    Row,
    Table,
    base_column,
    column_roles,
)
from viewer.relations.tabular.totals import (
    TOTAL,
    inner_rows,
    running_totals,
    shares_of_inner,
    total_rows,
)
from viewer.relations.wording import CONSTANT_MEASURES, CONSTANT_PRICES, basis_of

_SCALES = (1.0, 1e3, 1e4, 1e6, 1e8)
"""The scales in which the cells of a column may stand: those of a row share one."""
_PERCENT = re.compile("[%％]|percent|per cent", re.IGNORECASE)
_SAYS_RATE = re.compile(
    r"[%％率幅]|增长|增速|同比|环比|\bpercent|\bper cent|\bgrowth\b|\byoy\b|y/y", re.IGNORECASE
)
"""The head of a column of changes that are rates, whatever its rows give."""
_QUARTER = re.compile(
    r"\b[QH][1-4]\b|第?[一二三四1-4]季度?|[上下]半年|1?[0-9]月|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|"
    r"nov|dec)[a-z]*\b",
    re.IGNORECASE,
)


def table_relations(
    context: Context, tables: Sequence[Table]
) -> tuple[tuple[Relation[int], ...], frozenset[int]]:
    """The relations that the tables of a text give, and the cells that relate to nothing.

    Those are the changes of columns of which it cannot be said what they measure. Never raises.
    """
    aside: set[int] = set()
    found: list[Relation[int]] = []
    for table in tables:
        roles = column_roles(context, table)
        of_rows: list[Relation[int]] = []
        for row in table.rows:
            of_rows += _changes(context, table, roles, row)
            of_rows += _completions(roles, row)
        doubtful = _doubtful(context, table, roles, of_rows)
        aside |= doubtful
        if doubtful:
            of_rows = [_without(one, doubtful) for one in of_rows]
            of_rows = [one for one in of_rows if len(one.roles) > 1]
        found += of_rows
        aside |= _shares_of_total(table, roles)
        variances = tuple(_variances(context, table, roles))
        found += variances
        if not variances:
            aside |= _cells(table, roles, Column.VARIANCE)
        found += _years(context, table, roles)
        found += total_rows(context, table, roles)
        found += running_totals(context, table, roles)
        aside.update(shares_of_inner(context, table, roles))
        found += inner_rows(context, table, roles)
    return tuple(found), frozenset(aside)


def _changes(
    context: Context, table: Table, roles: Sequence[Column], row: Row
) -> Iterator[Relation[int]]:
    """Every change of a row with the level to its left and the base of the same unit."""
    levels = [at for at in sorted(row.cells) if roles[at] is Column.LEVEL]
    compared: set[int] = set()
    for place in sorted(row.cells):
        if roles[place] is not Column.CHANGE:
            continue
        before = [at for at in levels if at < place]
        if not before:
            continue
        base = base_column(context, table, roles, row, before[-1], place)
        compared.add(before[-1])
        yield _change(context, table, row, before[-1], base, place)
    for level in levels:
        base = base_column(context, table, roles, row, level, None)
        if level not in compared and base is not None:
            yield _change(context, table, row, level, base, None)
            yield from _of_that_quarter(context, table, roles, row, (level, base))


def _of_that_quarter(
    context: Context, table: Table, roles: Sequence[Column], row: Row, known: tuple[int, int]
) -> Iterator[Relation[int]]:
    """The base of a year before, where a column of the quarter or month before stands too."""
    level, base = known
    period = _QUARTER.search(table.heads[level])
    for at in row.cells:
        named = _QUARTER.search(table.heads[at])
        if at == base or roles[at] is not Column.BASE or period is None or named is None:
            continue
        same = period.group().casefold() == named.group().casefold()
        if same and context.same_unit(row.cells[at], row.cells[level]):
            yield _change(context, table, row, level, at, None)


def _change(
    context: Context, table: Table, row: Row, level: int, base: int | None, change: int | None
) -> Relation[int]:
    roles = (("level", level), ("base", base), ("change", change))
    head = "" if change is None else table.heads[change]
    measure = CONSTANT_MEASURES.search(row.name) or CONSTANT_MEASURES.search(table.heads[level])
    rate = change is not None and context.is_rate(row.cells[change])
    return Relation(
        RelationKind.CHANGE,
        tuple((role, row.cells[at]) for role, at in roles if at is not None),
        basis_of(head) or Basis.OTHER,
        bool(CONSTANT_PRICES.search(head)) or (bool(measure) and rate),
    )


def _doubtful(
    context: Context, table: Table, roles: Sequence[Column], found: Sequence[Relation[int]]
) -> set[int]:
    """The changes of the columns that read as differences, though their figures are in percent.

    A head such as 增减 or Change does not say whether it gives percent; its rows do. Where some of
    them print the sign of percent, those that do not are differences.
    """
    doubtful: set[int] = set()
    for column, role in enumerate(roles):
        if role is not Column.CHANGE:
            continue
        cells = [row.cells[column] for row in table.rows if column in row.cells]
        bare = [at for at in cells if not _PERCENT.search(context.figures[at].surface)]
        if len(bare) < len(cells):
            doubtful |= {at for at in bare if context.is_rate(at)}
        elif not _SAYS_RATE.search(table.heads[column]):
            doubtful |= _differences(context, found, cells)
    return doubtful


def _without(relation: Relation[int], cells: Collection[int]) -> Relation[int]:
    """A relation without the roles that some cells play."""
    return replace(relation, roles=tuple(role for role in relation.roles if role[1] not in cells))


def _shares_of_total(table: Table, roles: Sequence[Column]) -> set[int]:
    """The hundred percent that the row of a total prints for itself."""
    totals = [row for row in table.rows if TOTAL.search(row.name)]
    return {
        row.cells[at]
        for row in totals
        for at, role in enumerate(roles)
        if role is Column.SHARE and at in row.cells
    }


def _differences(
    context: Context, found: Sequence[Relation[int]], cells: Collection[int]
) -> set[int]:
    """The changes of a column where more rows give the difference than the rate."""
    of_column = [
        one for one in found if one.get("change") in cells and one.get("change") is not None
    ]
    plain = rated = 0
    for one in of_column:
        level, base, change = (one.get(role) for role in ("level", "base", "change"))
        if level is None or base is None or change is None or not context.is_rate(change):
            return set()
        if context.is_rate(level):
            continue  # a difference of rates is one of points: both readings are the same
        moved = context.ends[level] - context.ends[base]
        signed = (moved, moved.times(-1))
        told = [context.ends[change].times(scale) for scale in _SCALES]
        plain += any(one.meets(other) for one in signed for other in told)
        rated += context.leads(base, level, change)
    return {at for one in of_column for at in one.all("change")} if plain > rated else set()


def _completions(roles: Sequence[Column], row: Row) -> Iterator[Relation[int]]:
    """Plan, result and completion of a row."""
    of = {role: [at for at in sorted(row.cells) if roles[at] is role] for role in Column}
    aims, levels, shares = of[Column.AIM], of[Column.LEVEL], of[Column.COMPLETION]
    if not aims or not levels:
        return
    pairs = (("target", aims[0]), ("actual", levels[0]), ("completion", next(iter(shares), None)))
    yield Relation(
        RelationKind.TARGET, tuple((role, row.cells[at]) for role, at in pairs if at is not None)
    )


def _variances(context: Context, table: Table, roles: Sequence[Column]) -> Iterator[Relation[int]]:
    """By how much the result of each row missed its plan, where a column gives it.

    A column that counts what is saved as positive is left out: its signs are those of plan less
    result. So is one of which most rows give something else, such as percent.
    """
    if Column.AIM not in roles or Column.LEVEL not in roles:
        return
    aim, level = roles.index(Column.AIM), roles.index(Column.LEVEL)
    for column, role in enumerate(roles):
        if role is not Column.VARIANCE:
            continue
        rows = [
            (row.cells[level], row.cells[aim], row.cells[column])
            for row in table.rows
            if {column, aim, level} <= row.cells.keys()
        ]
        ends = context.ends
        holding = sum((ends[made] - ends[plan]).meets(ends[at]) for made, plan, at in rows)
        if 2 * holding > len(rows):
            for members in rows:
                named = tuple(zip(("level", "base", "change"), members, strict=True))
                yield Relation(RelationKind.CHANGE, named)


def _cells(table: Table, roles: Sequence[Column], role: Column) -> set[int]:
    """The figures of the columns of one role."""
    return {row.cells[at] for row in table.rows for at in row.cells if roles[at] is role}


def _years(context: Context, table: Table, roles: Sequence[Column]) -> Iterator[Relation[int]]:
    """Rows of successive years: the level of the year before is the base of a change."""
    by_year = {int(row.name[:4]): row for row in table.rows if YEAR.match(row.name)}
    if len(by_year) < len(table.rows) or Column.BASE in roles:
        return
    for year, row in by_year.items():
        earlier = by_year.get(year - 1)
        for level in sorted(row.cells):
            if roles[level] is not Column.LEVEL or earlier is None or level not in earlier.cells:
                continue
            change = level + 1
            grown = change in row.cells and roles[change] is Column.CHANGE
            if grown and context.is_rate(row.cells[change]):
                based = _change(context, table, row, level, None, change)
                roles_of = (*based.roles, ("base", earlier.cells[level]))
                yield replace(based, roles=roles_of, basis=Basis.YEAR)
