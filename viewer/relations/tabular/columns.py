"""The tables of a text, and what each of their columns is to the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from viewer.quantities.tables.cells import cell_at
from viewer.quantities.tables.flattened import Cell, number_cells
from viewer.relations.context import Context
from viewer.relations.wording import ENGLISH_MONTH


class Column(Enum):
    """What the figures of a column are to the others of their row."""

    LEVEL = "level"
    BASE = "base"
    CHANGE = "change"
    VARIANCE = "variance"
    SHARE = "share"
    AIM = "aim"
    COMPLETION = "completion"


_HEADS: tuple[tuple[Column, re.Pattern[str]], ...] = tuple(
    (role, re.compile(words, re.IGNORECASE))
    for role, words in (
        (
            Column.COMPLETION,
            r"完成率|执行率|达成率|达标率|实现率|完成(?:进度|比例|%|年度|年初|预算|计划|目标)|"
            r"[为占](?:年初)?(?:预算|计划|目标)|"
            r"(?:%|\bpercent|\bshare) of (?:the )?(?:\w+ )?(?:plan|budget|target)|\bcompletion\b|"
            r"% (?:achieved|reached|met)\b|\battainment\b",
        ),
        (
            Column.VARIANCE,
            r"\b(?:variances?|(?:over|under)[- ]?spend)\b|超支|节余|差[异额]",
        ),
        (
            Column.CHANGE,
            r"增长|增减|同比|环比|增速|增幅|降幅|涨跌|涨幅|变动|变化|±|[比较](?:[上去前]|年初|"
            r"同期)|"
            r"\bchange\b|\bgrowth\b|\byoy\b|y/y|\bchg\b|\bincrease\b|\bvariation\b|\+/[-−]",
        ),
        (Column.SHARE, r"占比|比重|份额|构成|占.{0,8}[%％]|\bshare\b|% of|\bproportion\b"),
        (Column.AIM, r"计划|预算数|预算|目标|任务|\b(?:plan|planned|budget|target)\b"),
        (
            Column.BASE,
            r"上年|去年|上期|上月|上季|同期|年初|期初|"
            r"\b(?:previous|prior|last) (?:year|quarter|month|period)|"
            r"\b(?:year|quarter|month) (?:earlier|ago|before)",
        ),
    )
)
_FORECAST = re.compile(
    r"\b(?:forecasts?|project(?:ed|ions?)|outlook)\b|预测|预计|展望", re.IGNORECASE
)
_EARLIER_FORECAST = re.compile(
    r"\b(?:previous|prior|earlier|last|old)\b|"
    rf"\bin {ENGLISH_MONTH}\b|前次|上次|此前",
    re.IGNORECASE,
)
"""The head of a column of what was forecast before: Previous forecast, 2026 in November."""
_OF_A_YEAR = re.compile(r"^[^0-9a-z]*(?:19|20)[0-9]{2}\b", re.IGNORECASE)
"""A head that opens with a year: what the column gives is of that year, not from it."""
_ABOVE = 4
"""How many lines above a table's first row may say what it is about: blank, rule and heads."""
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_SHORT_YEAR = re.compile(
    rf"\b(?:[QH][1-4]|[1-4][QH]|FY|{ENGLISH_MONTH}|[a-z]{{3}})[ -]?['’]?"
    r"(?P<year>[0-9]{2})(?![0-9])",
    re.IGNORECASE,
)
_PART_OF_YEAR = re.compile(r"\b[QH][1-4]|\b[1-4](?=[QH])", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """A line of a table: its name and its figures."""

    name: str
    cells: Mapping[int, int]
    """The figure of each column, by the number of the column."""


@dataclass(frozen=True)
class Table:
    """The heads of the columns of a table, and its rows."""

    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def tables_of(context: Context) -> Iterator[Table]:
    """Runs of lines whose figures stand in cells of the same columns."""
    cells = number_cells(context.text)
    if not cells:
        return
    heads: tuple[str, ...] = ()
    rows: list[Row] = []
    last = -2
    for line, placed in _lines(context, cells):
        named = tuple(cell.column for _, cell in placed)
        follows = line - last == 1 and heads and set(named) <= set(heads)
        if not follows:
            if len(rows) > 1:
                yield Table(heads, tuple(rows))
            heads, rows = named, []
        if len(set(named)) == len(named):
            places = {heads.index(cell.column): at for at, cell in placed}
        else:
            places = dict(enumerate(at for at, _ in placed))
        rows.append(Row(placed[0][1].row, places))
        last = line
    if len(rows) > 1:
        yield Table(heads, tuple(rows))


def _lines(
    context: Context, cells: Mapping[int, Cell]
) -> Iterator[tuple[int, list[tuple[int, Cell]]]]:
    """The number of each line with cells, and its figures with their cells."""
    line, placed = -1, list[tuple[int, Cell]]()
    for at in context.measures:
        cell = cell_at(context.text, context.figures[at].span.start, cells)
        if cell is None or not cell.column:
            continue
        if context.paragraph(at) != line and placed:
            yield line, placed
            placed = []
        line = context.paragraph(at)
        placed.append((at, cell))
    if placed:
        yield line, placed


def column_roles(context: Context, table: Table) -> tuple[Column, ...]:
    """What each column is, by its head; of columns of years the last is the level."""
    roles = [_role(head) for head in table.heads]
    ahead = any(_OF_A_YEAR.search(head) for head in table.heads)
    if ahead and _is_of_forecasts(context, table):
        return _roles_of_forecasts(table.heads)
    years = _years(table.heads, [at for at, role in enumerate(roles) if role is Column.LEVEL])
    for at, year in years.items():
        if year != max(years.values()):
            roles[at] = Column.BASE
    if roles.count(Column.LEVEL) == 0 and years:
        roles[max(years, key=years.__getitem__)] = Column.LEVEL
    return tuple(roles)


def _years(heads: Sequence[str], levels: Sequence[int]) -> dict[int, float]:
    """The year of each of some columns; of two within one year, the quarter in it as well."""
    years = {at: float(named[-1]) for at in levels if (named := YEAR.findall(heads[at]))}
    if not years:
        short = {at: _SHORT_YEAR.search(heads[at]) for at in levels}
        years = {at: 2000.0 + int(found["year"]) for at, found in short.items() if found}
    if len(years) == len(levels) == 2 and len(set(years.values())) == 1:
        parts = {at: found.group() for at in levels if (found := _PART_OF_YEAR.search(heads[at]))}
        years |= {at: year + int(parts[at][-1]) / 10 for at, year in years.items() if at in parts}
    return years


def _is_of_forecasts(context: Context, table: Table) -> bool:
    """Whether heads, or the line above them, say that a table gives forecasts."""
    first = min(min(row.cells.values()) for row in table.rows if row.cells)
    line = context.paragraph(first)
    above = (context.words_of_paragraph(line - back) for back in range(1, _ABOVE + 1))
    return any(_FORECAST.search(words) for words in (*table.heads, *above))


def _roles_of_forecasts(heads: Sequence[str]) -> tuple[Column, ...]:
    """The columns of forecasts for several years: those of an earlier forecast are the bases."""
    return tuple(
        Column.BASE if _EARLIER_FORECAST.search(head) else _role(YEAR.sub("", head))
        for head in heads
    )


def _role(head: str) -> Column:
    return next((role for role, words in _HEADS if words.search(head)), Column.LEVEL)


def base_column(
    context: Context,
    table: Table,
    roles: Sequence[Column],
    row: Row,
    level: int,
    change: int | None,
) -> int | None:
    """The column of the base of a level: the nearest of its unit up to the change."""
    bases = [
        at
        for at in row.cells
        if roles[at] is Column.BASE
        and context.figures[row.cells[at]].unit == context.figures[row.cells[level]].unit
        and (change is None or at < change)
    ]
    if change is None and any(_EARLIER_FORECAST.search(table.heads[at]) for at in bases):
        return next((at for at in bases if at == level + 1), None)
    years = {at: YEAR.findall(table.heads[at]) for at in bases}
    if all(years.values()) and bases:
        return max(bases, key=lambda at: years[at][-1])
    return min(bases, key=lambda at: abs(at - level), default=None)
