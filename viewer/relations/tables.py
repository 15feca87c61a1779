"""Relations that the columns of a table give: level, base and change, plan and result, a total."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from viewer.model import Basis, Relation, RelationKind
from viewer.quantities.tables.cells import cell_at
from viewer.quantities.tables.flattened import Cell, number_cells
from viewer.relations.context import Context
from viewer.relations.interval import ZERO
from viewer.relations.sums import sum_of
from viewer.relations.wording import CONSTANT_MEASURES, CONSTANT_PRICES, basis_of


class _Column(Enum):
    """What the figures of a column are to the others of their row."""

    LEVEL = "level"
    BASE = "base"
    CHANGE = "change"
    VARIANCE = "variance"
    SHARE = "share"
    AIM = "aim"
    COMPLETION = "completion"


_HEADS: tuple[tuple[_Column, re.Pattern[str]], ...] = tuple(
    (role, re.compile(words, re.IGNORECASE))
    for role, words in (
        (
            _Column.COMPLETION,
            r"完成率|执行率|达成率|达标率|实现率|完成(?:进度|比例|%|年度|年初|预算|计划|目标)|"
            r"[为占](?:年初)?(?:预算|计划|目标)|"
            r"(?:%|\bpercent|\bshare) of (?:the )?(?:\w+ )?(?:plan|budget|target)|\bcompletion\b|"
            r"% (?:achieved|reached|met)\b|\battainment\b",
        ),
        (
            _Column.VARIANCE,
            r"\b(?:variances?|(?:over|under)[- ]?spend)\b|超支|节余|差[异额]",
        ),
        (
            _Column.CHANGE,
            r"增长|增减|同比|环比|增速|增幅|降幅|涨跌|涨幅|变动|变化|±|[比较](?:[上去前]|年初|"
            r"同期)|"
            r"\bchange\b|\bgrowth\b|\byoy\b|y/y|\bchg\b|\bincrease\b|\bvariation\b|\+/[-−]",
        ),
        (_Column.SHARE, r"占比|比重|份额|构成|占.{0,8}[%％]|\bshare\b|% of|\bproportion\b"),
        (_Column.AIM, r"计划|预算数|预算|目标|任务|\b(?:plan|planned|budget|target)\b"),
        (
            _Column.BASE,
            r"上年|去年|上期|上月|上季|同期|年初|期初|"
            r"\b(?:previous|prior|last) (?:year|quarter|month|period)|"
            r"\b(?:year|quarter|month) (?:earlier|ago|before)",
        ),
    )
)
_SCALES = (1.0, 1e3, 1e4, 1e6, 1e8)
"""The scales in which the cells of a column may stand: those of a row share one."""
_OF_WHICH = re.compile(r"^(?:其中|内含)|\b(?:of which|including)\b", re.IGNORECASE)
_PERCENT = re.compile("[%％]|percent|per cent", re.IGNORECASE)
_SAYS_RATE = re.compile(
    r"[%％率幅]|增长|增速|同比|环比|\bpercent|\bper cent|\bgrowth\b|\byoy\b|y/y", re.IGNORECASE
)
"""The head of a column of changes that are rates, whatever its rows give."""
_TOTAL = re.compile(
    r"^(?:合\s*计|总\s*计|总\s*数|全部|共\s*计)|(?:合计|总计)$|^(?:grand )?total\b|^sum\b|^all\b",
    re.IGNORECASE,
)
_INNER = re.compile(
    r"^(?:其中|#|—|-|·|小\s*计)|\b(?:of which|sub-?total|including)\b", re.IGNORECASE
)
"""The name of a row that is part of another row, not of the table's total."""
_FORECAST = re.compile(
    r"\b(?:forecasts?|project(?:ed|ions?)|outlook)\b|预测|预计|展望", re.IGNORECASE
)
_EARLIER_FORECAST = re.compile(
    r"\b(?:previous|prior|earlier|last|old)\b|\bin (?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b|前次|上次|此前",
    re.IGNORECASE,
)
"""The head of a column of what was forecast before: Previous forecast, 2026 in November."""
_OF_A_YEAR = re.compile(r"^[^0-9a-z]*(?:19|20)[0-9]{2}\b", re.IGNORECASE)
"""A head that opens with a year: what the column gives is of that year, not from it."""
_ABOVE = 4
"""How many lines above a table's first row may say what it is about: blank, rule and heads."""
_QUARTER = re.compile(
    r"\b[QH][1-4]\b|第?[一二三四1-4]季度?|[上下]半年|1?[0-9]月|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|"
    r"nov|dec)[a-z]*\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_SLIP = 0.7
"""The least that the rows of a table may make of its total for the total to be theirs."""
_SLIP_OF_LAST = 0.2
"""How far, as a part of itself, a last row that no word calls a total may miss the others' sum."""
_LEAST = 2
_NESTED = 40
"""How many rows below a row are looked at for its parts: bounds the work on hostile tables."""


@dataclass(frozen=True)
class _Row:
    name: str
    cells: Mapping[int, int]
    """The figure of each column, by the number of the column."""


@dataclass(frozen=True)
class _Table:
    heads: tuple[str, ...]
    rows: tuple[_Row, ...]


def table_relations(context: Context) -> tuple[tuple[Relation[int], ...], frozenset[int]]:
    """The relations that the tables of a text give, and the cells that relate to nothing.

    Those are the changes of columns of which it cannot be said what they measure. Never raises.
    """
    aside: set[int] = set()
    found: list[Relation[int]] = []
    for table in _tables(context):
        roles = _roles(context, table)
        for row in table.rows:
            found += _changes(context, table, roles, row)
            found += _completions(roles, row)
        doubtful = _doubtful(context, table, roles, found)
        aside |= doubtful
        if doubtful:
            found = [_without(one, doubtful) for one in found]
            found = [one for one in found if len(one.roles) > 1]
        aside |= _shares_of_total(table, roles)
        variances = tuple(_variances(context, table, roles))
        found += variances
        if not variances:
            aside |= _cells(table, roles, _Column.VARIANCE)
        found += _years(context, table, roles)
        found += _totals(context, table, roles)
        found += _inner_parts(context, table, roles)
    return tuple(found), frozenset(aside)


def _nested_rows(
    context: Context, table: _Table, roles: Sequence[_Column], *, marked: bool = True
) -> Mapping[int, int]:
    """The rows that are parts of a row above them, with that row: those that 其中 opens and the
    rows right behind them, up to where they make it; all such rows where none need be `marked`."""
    column = next((at for at, role in enumerate(roles) if role is _Column.LEVEL), None)
    nested: dict[int, int] = {}
    for place, row in enumerate(table.rows):
        opened = place + 1 < len(table.rows) and _OF_WHICH.search(table.rows[place + 1].name)
        if (
            _TOTAL.search(row.name)
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


def _tables(context: Context) -> Iterator[_Table]:
    """Runs of lines whose figures stand in cells of the same columns."""
    cells = number_cells(context.text)
    if not cells:
        return
    heads: tuple[str, ...] = ()
    rows: list[_Row] = []
    last = -2
    for line, placed in _lines(context, cells):
        named = tuple(cell.column for _, cell in placed)
        follows = line - last == 1 and heads and set(named) <= set(heads)
        if not follows:
            if len(rows) > 1:
                yield _Table(heads, tuple(rows))
            heads, rows = named, []
        if len(set(named)) == len(named):
            places = {heads.index(cell.column): at for at, cell in placed}
        else:
            places = dict(enumerate(at for at, _ in placed))
        rows.append(_Row(placed[0][1].row, places))
        last = line
    if len(rows) > 1:
        yield _Table(heads, tuple(rows))


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


def _roles(context: Context, table: _Table) -> tuple[_Column, ...]:
    """What each column is, by its head; of columns of years the last is the level."""
    roles = [_role(head) for head in table.heads]
    ahead = any(_OF_A_YEAR.search(head) for head in table.heads)
    if ahead and _is_of_forecasts(context, table):
        return _roles_of_forecasts(table.heads)
    years = {
        at: int(named[-1])
        for at, head in enumerate(table.heads)
        if roles[at] is _Column.LEVEL and (named := _YEAR.findall(head))
    }
    for at, year in years.items():
        if year != max(years.values()):
            roles[at] = _Column.BASE
    if roles.count(_Column.LEVEL) == 0 and years:
        roles[max(years, key=years.__getitem__)] = _Column.LEVEL
    return tuple(roles)


def _is_of_forecasts(context: Context, table: _Table) -> bool:
    """Whether heads, or the line above them, say that a table gives forecasts."""
    first = min(min(row.cells.values()) for row in table.rows if row.cells)
    line = context.paragraph(first)
    above = (context.words_of_paragraph(line - back) for back in range(1, _ABOVE + 1))
    return any(_FORECAST.search(words) for words in (*table.heads, *above))


def _roles_of_forecasts(heads: Sequence[str]) -> tuple[_Column, ...]:
    """The columns of forecasts for several years: those of an earlier forecast are the bases."""
    return tuple(
        _Column.BASE if _EARLIER_FORECAST.search(head) else _role(_YEAR.sub("", head))
        for head in heads
    )


def _role(head: str) -> _Column:
    return next((role for role, words in _HEADS if words.search(head)), _Column.LEVEL)


def _changes(
    context: Context, table: _Table, roles: Sequence[_Column], row: _Row
) -> Iterator[Relation[int]]:
    """Every change of a row with the level to its left and the base of the same unit."""
    levels = [at for at in sorted(row.cells) if roles[at] is _Column.LEVEL]
    compared: set[int] = set()
    for place in sorted(row.cells):
        if roles[place] is not _Column.CHANGE:
            continue
        before = [at for at in levels if at < place]
        if not before:
            continue
        base = _base(context, table, roles, row, before[-1], place)
        compared.add(before[-1])
        yield _change(context, table, row, before[-1], base, place)
    for level in levels:
        base = _base(context, table, roles, row, level, None)
        if level not in compared and base is not None:
            yield _change(context, table, row, level, base, None)
            yield from _of_that_quarter(context, table, roles, row, (level, base))


def _of_that_quarter(
    context: Context, table: _Table, roles: Sequence[_Column], row: _Row, known: tuple[int, int]
) -> Iterator[Relation[int]]:
    """The base of a year before, where a column of the quarter or month before stands too."""
    level, base = known
    period = _QUARTER.search(table.heads[level])
    for at in row.cells:
        named = _QUARTER.search(table.heads[at])
        if at == base or roles[at] is not _Column.BASE or period is None or named is None:
            continue
        same = period.group().casefold() == named.group().casefold()
        if same and context.same_unit(row.cells[at], row.cells[level]):
            yield _change(context, table, row, level, at, None)


def _base(
    context: Context,
    table: _Table,
    roles: Sequence[_Column],
    row: _Row,
    level: int,
    change: int | None,
) -> int | None:
    """The column of the base of a level: the nearest of its unit up to the change."""
    bases = [
        at
        for at in row.cells
        if roles[at] is _Column.BASE
        and context.figures[row.cells[at]].unit == context.figures[row.cells[level]].unit
        and (change is None or at < change)
    ]
    if change is None and any(_EARLIER_FORECAST.search(table.heads[at]) for at in bases):
        return next((at for at in bases if at == level + 1), None)
    years = {at: _YEAR.findall(table.heads[at]) for at in bases}
    if all(years.values()) and bases:
        return max(bases, key=lambda at: years[at][-1])
    return min(bases, key=lambda at: abs(at - level), default=None)


def _change(
    context: Context, table: _Table, row: _Row, level: int, base: int | None, change: int | None
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
    context: Context, table: _Table, roles: Sequence[_Column], found: Sequence[Relation[int]]
) -> set[int]:
    """The changes of the columns that read as differences, though their figures are in percent.

    A head such as 增减 or Change does not say whether it gives percent; its rows do. Where some of
    them print the sign of percent, those that do not are differences.
    """
    doubtful: set[int] = set()
    for column, role in enumerate(roles):
        if role is not _Column.CHANGE:
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


def _shares_of_total(table: _Table, roles: Sequence[_Column]) -> set[int]:
    """The hundred percent that the row of a total prints for itself."""
    totals = [row for row in table.rows if _TOTAL.search(row.name)]
    return {
        row.cells[at]
        for row in totals
        for at, role in enumerate(roles)
        if role is _Column.SHARE and at in row.cells
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


def _completions(roles: Sequence[_Column], row: _Row) -> Iterator[Relation[int]]:
    """Plan, result and completion of a row."""
    of = {role: [at for at in sorted(row.cells) if roles[at] is role] for role in _Column}
    aims, levels, shares = of[_Column.AIM], of[_Column.LEVEL], of[_Column.COMPLETION]
    if not aims or not levels:
        return
    pairs = (("target", aims[0]), ("actual", levels[0]), ("completion", next(iter(shares), None)))
    yield Relation(
        RelationKind.TARGET, tuple((role, row.cells[at]) for role, at in pairs if at is not None)
    )


def _variances(
    context: Context, table: _Table, roles: Sequence[_Column]
) -> Iterator[Relation[int]]:
    """By how much the result of each row missed its plan, where a column gives it.

    A column that counts what is saved as positive is left out: its signs are those of plan less
    result. So is one of which most rows give something else, such as percent.
    """
    if _Column.AIM not in roles or _Column.LEVEL not in roles:
        return
    aim, level = roles.index(_Column.AIM), roles.index(_Column.LEVEL)
    for column, role in enumerate(roles):
        if role is not _Column.VARIANCE:
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


def _cells(table: _Table, roles: Sequence[_Column], role: _Column) -> set[int]:
    """The figures of the columns of one role."""
    return {row.cells[at] for row in table.rows for at in row.cells if roles[at] is role}


def _years(context: Context, table: _Table, roles: Sequence[_Column]) -> Iterator[Relation[int]]:
    """Rows of successive years: the level of the year before is the base of a change."""
    by_year = {int(row.name[:4]): row for row in table.rows if _YEAR.match(row.name)}
    if len(by_year) < len(table.rows) or _Column.BASE in roles:
        return
    for year, row in by_year.items():
        earlier = by_year.get(year - 1)
        for level in sorted(row.cells):
            if roles[level] is not _Column.LEVEL or earlier is None or level not in earlier.cells:
                continue
            change = level + 1
            grown = change in row.cells and roles[change] is _Column.CHANGE
            if grown and context.is_rate(row.cells[change]):
                based = _change(context, table, row, level, None, change)
                roles_of = (*based.roles, ("base", earlier.cells[level]))
                yield replace(based, roles=roles_of, basis=Basis.YEAR)


def _totals(context: Context, table: _Table, roles: Sequence[_Column]) -> Iterator[Relation[int]]:
    """The row of the total: the sum of every column of levels, and the whole of its shares."""
    place = next((at for at, row in enumerate(table.rows) if _TOTAL.search(row.name)), None)
    if place is None:
        place = _added_row(context, table, roles)
    if place is None:
        return
    total = table.rows[place]
    rest = table.rows[:place] if place else table.rows[1:]
    nested, parts = _levels_of_rows(context, table, roles, total, rest)
    inner = [table.rows[at] for at in nested]
    yield from _sums_of_nested(context, table, roles, nested)
    for column in sorted(total.cells):
        if roles[column] in (_Column.CHANGE, _Column.SHARE, _Column.COMPLETION):
            continue
        members = [row.cells[column] for row in parts if column in row.cells]
        if len(members) == len(parts) and _is_divided(context, total.cells[column], members):
            yield sum_of(total.cells[column], members)
    yield from _shares(roles, total, (*parts, *inner))


def _levels_of_rows(
    context: Context,
    table: _Table,
    roles: Sequence[_Column],
    total: _Row,
    rest: Sequence[_Row],
) -> tuple[Mapping[int, int], list[_Row]]:
    """Which rows are parts of another row, and the parts of the total.

    Of the ways to read the rows it is the first by which a column of sizes adds up to the total.
    """
    first = _nested_rows(context, table, roles)
    ways = [first, _nested_rows(context, table, roles, marked=False), *_behind_among(table)]
    for nested in ways:
        parts = _outer(table, rest, nested)
        if _adds_up(context, roles, total, parts):
            return nested, parts
    open_end = next(_behind_among(table), None) is not None and not first
    return first, [] if open_end else _outer(table, rest, first)


def _behind_among(table: _Table) -> Iterator[Mapping[int, int]]:
    """The ways to take one, two or more rows behind the one that 其中 opens for parts beside it."""
    for place, row in enumerate(table.rows[1:], 1):
        if _OF_WHICH.search(row.name):
            behind = [at for at in range(place + 1, len(table.rows) - 1)]
            for count in range(1, len(behind) + 1):
                yield dict.fromkeys(range(place, place + 1 + count), place - 1)
            return


def _outer(table: _Table, rows: Sequence[_Row], nested: Mapping[int, int]) -> list[_Row]:
    """The rows that are parts of the total itself, not of another row."""
    inner = [table.rows[at] for at in nested]
    marked = [row for row in rows if _INNER.search(row.name) or _TOTAL.search(row.name)]
    return [row for row in rows if row not in inner and row not in marked]


def _adds_up(
    context: Context, roles: Sequence[_Column], total: _Row, parts: Sequence[_Row]
) -> bool:
    """Whether a column of sizes adds up to its total."""
    for column, at in total.cells.items():
        members = [row.cells[column] for row in parts if column in row.cells]
        sized = roles[column] in (_Column.LEVEL, _Column.BASE, _Column.AIM)
        if not sized or len(members) < max(_LEAST, len(parts)) or context.is_rate(at):
            continue
        if sum((context.ends[one] for one in members), ZERO).meets(context.ends[at]):
            return True
    return False


def _sums_of_nested(
    context: Context, table: _Table, roles: Sequence[_Column], nested: Mapping[int, int]
) -> Iterator[Relation[int]]:
    """The sums of rows that rows right below them make."""
    for outer in dict.fromkeys(nested.values()):
        members = [table.rows[at] for at, of in nested.items() if of == outer]
        for column, total in sorted(table.rows[outer].cells.items()):
            parts = [row.cells[column] for row in members if column in row.cells]
            sized = roles[column] not in (_Column.CHANGE, _Column.SHARE, _Column.COMPLETION)
            sized = sized and sum(context.ends[at].low for at in parts) > 0
            if sized and len(parts) == len(members) and _is_divided(context, total, parts):
                yield sum_of(total, parts)


def _added_row(context: Context, table: _Table, roles: Sequence[_Column]) -> int | None:
    """The last row, where a column of levels adds up to it though it is not called a total."""
    *rest, last = table.rows
    if len(rest) < 3:
        return None
    for column, at in last.cells.items():
        members = [row.cells[column] for row in rest if column in row.cells]
        if roles[column] is not _Column.LEVEL or len(members) < len(rest):
            continue
        values = [context.values[each] for each in members]
        exact = len(context.figures[at].surface) > 2 and min(values) > 0
        size = context.values[at]
        near = abs(sum(values) - size) <= _SLIP_OF_LAST * size and size > max(values)
        if exact and near and not _is_nested(context, members):
            return len(rest)
    return None


def _shares(
    roles: Sequence[_Column], total: _Row, parts: Sequence[_Row]
) -> Iterator[Relation[int]]:
    """The printed shares of the rows, each of the level to its left, in the row of the total."""
    for column in (at for at, role in enumerate(roles) if role is _Column.SHARE and at):
        levels = [at for at in range(column) if roles[at] is _Column.LEVEL]
        level = levels[-1] if levels else column
        if level not in total.cells or level == column:
            continue
        for row in parts:
            if {column, level} <= row.cells.keys():
                members = (total.cells[level], row.cells[level], row.cells[column])
                named = tuple(zip(("whole", "part", "share"), members, strict=True))
                yield Relation(RelationKind.PART, named)


def _inner_parts(
    context: Context, table: _Table, roles: Sequence[_Column]
) -> Iterator[Relation[int]]:
    """The rows that 其中 opens, each a part of the last row before them that it does not."""
    whole: _Row | None = None
    for row in table.rows:
        if not _OF_WHICH.search(row.name):
            whole = row
            continue
        for column in row.cells.keys() & (whole.cells.keys() if whole is not None else set()):
            if whole is None or roles[column] not in (_Column.LEVEL, _Column.BASE):
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
    reach = sum((context.ends[at] for at in members), ZERO)
    if reach.meets(context.ends[total]):
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
