"""Figures of the prose that a table prints otherwise: `出口41.2亿，增长5.1%`, `出口 | 44.2 | 5.1`.

A row and a sentence speak of one thing where a change ties a figure of the sentence to one that the
row prints too, or where they have one name and the paragraph prints other cells of the table. What
both give in one role, and is not one number, is a slip.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from viewer.model import Relation, Standing
from viewer.relations.agreeing import meets, slipped
from viewer.relations.context import Context
from viewer.relations.labels import core, untotalled
from viewer.relations.summaries import pairs_of_characters, stems_of
from viewer.relations.tabular.columns import Column, Table, column_roles
from viewer.relations.wording import TOTAL

Pair = tuple[int, int]

_DIGITS = 2
_CONFIRMED = 2
"""How many cells of a table a paragraph must print for a name alone to tie another."""
_LEADS_IN = re.compile(
    r"(?:[如见](?:下表?|表[0-9一二三四]?)(?:所示)?|构成|分布)[。：:]?$|[:：]$|"
    r"\b(?:as follows|below|following|in the table|breakdown)\b[^.]{0,30}[.:]?$",
    re.IGNORECASE,
)
"""How the paragraph ends whose size the table below it breaks down."""
_BACK = 4
"""How many lines above its rows the words that lead a table in may stand."""


@dataclass(frozen=True)
class _Cell:
    """A figure of a table, the role of its column and the number of its row."""

    at: int
    role: Column
    row: int


def told_otherwise(
    context: Context, tables: Sequence[Table], moved: Sequence[Relation[int]]
) -> Iterator[Pair]:
    """Pairs of a figure of the prose and the cell that prints its measure otherwise."""
    if not tables:
        return
    in_cells = {at for table in tables for row in table.rows for at in row.cells.values()}
    prose = [at for at in context.measures if at not in in_cells and _may_be(context, at)]
    bases = {at for one in moved if (at := one.get("base")) is not None}
    tied = _tied(moved)
    for table in tables:
        told = _Told(context, table, prose, bases)
        found = dict(told.beside_a_repeat(tied))
        found |= {one: other for one, other in told.of_a_name() if one not in found}
        found |= {one: other for one, other in told.broken_down() if one not in found}
        yield from ((min(pair), max(pair)) for pair in found.items())


def _may_be(context: Context, at: int) -> bool:
    fact = context.figures[at].standing is Standing.FACT
    return fact and not context.is_row(at) and context.digits(at) >= _DIGITS


def _tied(moved: Sequence[Relation[int]]) -> Mapping[int, set[int]]:
    """The figures that each figure makes a change with."""
    found: dict[int, set[int]] = defaultdict(set)
    for one in moved:
        for at in one.members:
            found[at].update(one.members)
    return found


class _Told:
    """One table, and the figures of the prose that may print its cells."""

    def __init__(
        self, context: Context, table: Table, prose: Sequence[int], bases: Collection[int]
    ) -> None:
        self._context, self._table, self._prose, self._bases = context, table, prose, bases
        self._names = [_pieces(untotalled(row.name)) for row in table.rows]
        roles = column_roles(context, table)
        self._cells = [
            _Cell(at, roles[column], number)
            for number, row in enumerate(table.rows)
            for column, at in row.cells.items()
        ]
        by_value: dict[float, list[_Cell]] = defaultdict(list)
        for cell in self._cells:
            by_value[_rounded(context.values[cell.at])].append(cell)
        self._printed = {
            at: [
                cell
                for cell in by_value.get(_rounded(context.values[at]), ())
                if self._is(at, cell)
            ]
            for at in prose
        }
        self._common = Counter(context.paragraph(at) for at in prose if self._printed[at])
        """How many cells of the table each paragraph prints."""

    def beside_a_repeat(self, tied: Mapping[int, set[int]]) -> Iterator[Pair]:
        """A figure that makes a change with one that a row prints, where the row has another."""
        for one in self._prose:
            if self._printed[one]:
                continue
            for other in sorted(tied.get(one, ())):
                rows = {cell.row for cell in self._printed.get(other, ())}
                rows = {row for row in rows if self._is_called(row, one, other)}
                if len(rows) == 1:
                    yield from self._other_than(one, rows.pop())

    def of_a_name(self) -> Iterator[Pair]:
        """A figure with the name of a row, in a paragraph that prints other cells of the table."""
        context, names = self._context, self._names
        confirmed = sorted(home for home, count in self._common.items() if count >= _CONFIRMED)
        for one in chain.from_iterable(map(self._within, confirmed)):
            if self._printed[one]:
                continue
            own = _pieces(untotalled(context.figures[one].label))
            called = [number for number, name in enumerate(names) if name and name <= own]
            longest = max((len(names[number]) for number in called), default=0)
            rows = [number for number in called if len(names[number]) == longest]
            if len(rows) == 1 and not self._stands_in(rows[0], one):
                yield from self._other_than(one, rows[0])

    def _stands_in(self, row: int, one: int) -> bool:
        """Whether a row prints a figure of the prose, which may leave out its unit."""
        values = self._context.values
        return any(cell.row == row and values[cell.at] == values[one] for cell in self._cells)

    def broken_down(self) -> Iterator[Pair]:
        """The size that the words above a table lead in, and the row of its total."""
        context, rows = self._context, self._table.rows
        totals = [number for number, row in enumerate(rows) if TOTAL.search(row.name)]
        first = min((cell.at for cell in self._cells), default=None)
        if len(totals) != 1 or first is None:
            return
        line = context.paragraph(first)
        above = (number for number in range(line - 1, line - 1 - _BACK, -1))
        lead = next((at for at in above if _LEADS_IN.search(context.words_of_paragraph(at))), None)
        if lead is None:
            return
        sizes = self._within(lead)
        if not any(self._printed[at] for at in sizes):
            pairs = [pair for at in sizes for pair in self._other_than(at, totals[0])]
            if len(pairs) == 1:
                yield from pairs

    def _is_called(self, row: int, one: int, other: int) -> bool:
        """Whether a row has some of its name in common with one of two figures of a sentence.

        That of a total has no name: the paragraph must print other cells of the table too.
        """
        if not self._names[row]:
            return self._common[self._context.paragraph(one)] >= _CONFIRMED
        return any(
            self._names[row] & _pieces(self._context.figures[at].label) for at in (one, other)
        )

    def _within(self, home: int) -> Sequence[int]:
        """The figures of the prose in a paragraph."""
        paragraph = self._context.paragraph
        begin = bisect_left(self._prose, home, key=paragraph)
        return self._prose[begin : bisect_right(self._prose, home, begin, key=paragraph)]

    def _is(self, at: int, cell: _Cell) -> bool:
        """Whether a figure of the prose prints a cell; words may tell the sign of a change."""
        alike = self._context.values[at] == -self._context.values[cell.at]
        return self._is_like(at, cell) and (
            meets(self._context, at, cell.at) or (cell.role is Column.CHANGE and alike)
        )

    def _is_like(self, at: int, cell: _Cell) -> bool:
        """Whether a figure of the prose may be told by a cell: of its role and its unit."""
        context = self._context
        role = Column.BASE if at in self._bases or context.is_base(at) else Column.LEVEL
        role = Column.CHANGE if context.is_change(at) else role
        bare = not context.figures[cell.at].unit and not context.is_rate(at)
        return cell.role is role and (bare or context.same_unit(at, cell.at))

    def _other_than(self, at: int, row: int) -> Iterator[Pair]:
        """The one cell of a row in the role of a figure, where it prints another number near it."""
        cells = [cell for cell in self._cells if cell.row == row and self._is_like(at, cell)]
        if len(cells) == 1 and slipped(self._context, at, cells[0].at):
            yield at, cells[0].at


def _rounded(value: float) -> float:
    """A value to three digits of it: figures that agree may differ in the next."""
    return float(f"{abs(value):.2e}")


def _pieces(label: str) -> frozenset[str]:
    return pairs_of_characters(core(label)) or stems_of(label)
