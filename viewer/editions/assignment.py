"""The best assignment of rows to columns, and what each of its pairs is worth to it.

The method of shortest augmenting paths: R. Jonker and A. Volgenant, *A shortest augmenting path
algorithm for dense and sparse linear assignment problems* (1987), in time n² for each row.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Edge = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Assigned:
    """A pair of the best assignment: its gain, and how much the whole loses without it."""

    row: int
    column: int
    gain: float
    regret: float


def assign(gains: Mapping[Edge, float]) -> tuple[Assigned, ...]:
    """The pairs whose gains, all above zero, sum to the most; no row and no column stands twice.

    What `gains` does not name is never paired. The regret of a pair is its gain less what takes
    its place when it is forbidden: small where another assignment is nearly as good.
    """
    found: list[Assigned] = []
    for rows, columns in _components(gains):
        solved = _Solved.of(gains, rows, columns)
        for at, to in solved.pairs():
            edge = rows[at], columns[to]
            found.append(Assigned(*edge, gains[edge], solved.without(at, to)))
    return tuple(sorted(found, key=lambda one: (one.row, one.column)))


def largest_component(gains: Mapping[Edge, float]) -> int:
    """How many rows the edges connect at most."""
    return max((len(rows) for rows, _ in _components(gains)), default=0)


def _components(gains: Mapping[Edge, float]) -> list[tuple[list[int], list[int]]]:
    """Rows and columns that the edges connect, each group by itself."""
    of_row: dict[int, list[int]] = {}
    of_column: dict[int, list[int]] = {}
    for row, column in gains:
        of_row.setdefault(row, []).append(column)
        of_column.setdefault(column, []).append(row)
    seen: set[int] = set()
    found = []
    for start in of_row:
        if start in seen:
            continue
        rows, columns, ahead = {start}, set[int](), [start]
        while ahead:
            for column in of_row[ahead.pop()]:
                if column not in columns:
                    columns.add(column)
                    ahead += (one for one in of_column[column] if one not in rows)
                    rows.update(of_column[column])
        seen |= rows
        found.append((sorted(rows), sorted(columns)))
    return found


@dataclass(slots=True)
class _Solved:
    """A component with its best assignment.

    `costs` are the gains below zero. Each row has a column and each column a row that stands for
    staying alone, at no cost, so that every one of them is paired. `owner` holds the row of each
    column, counted from 1, with the prices of both: no pair costs less than its two prices, and
    each that was chosen costs just them.
    """

    costs: list[list[float]]
    owner: list[int]
    row_price: list[float]
    column_price: list[float]
    real: int

    @staticmethod
    def of(gains: Mapping[Edge, float], rows: Sequence[int], columns: Sequence[int]) -> _Solved:
        """The best assignment of the rows and columns of a component."""
        size = len(columns) + len(rows)
        alone = [0.0] * len(rows)
        costs = [[-gains.get((row, to), 0.0) for to in columns] + alone for row in rows]
        costs += [[0.0] * size for _ in columns]
        prices = [0.0] * (size + 1)
        solved = _Solved(costs, [0] * (size + 1), [*prices], prices, len(columns))
        for row in range(1, size + 1):
            solved.owner[0] = row
            _augment(costs, solved.owner, solved.row_price, solved.column_price)
        return solved

    def pairs(self) -> list[Edge]:
        """The rows and columns that are paired, counted from 0 within the component."""
        chosen = ((self.owner[to + 1] - 1, to) for to in range(self.real) if self.owner[to + 1])
        return [(at, to) for at, to in chosen if self.costs[at][to] < 0]

    def without(self, row: int, column: int) -> float:
        """What the assignment loses when one of its pairs is forbidden."""
        costs = [*self.costs]
        costs[row] = [*costs[row]]
        costs[row][column] = 0.0
        owner = [*self.owner]
        owner[column + 1], owner[0] = 0, row + 1
        _augment(costs, owner, [*self.row_price], [*self.column_price])
        return _cost(costs, owner) - _cost(self.costs, self.owner)


def _cost(costs: Sequence[Sequence[float]], owner: Sequence[int]) -> float:
    return math.fsum(costs[row - 1][at - 1] for at, row in enumerate(owner) if at and row)


def _augment(
    costs: Sequence[Sequence[float]],
    owner: list[int],
    row_price: list[float],
    column_price: list[float],
) -> None:
    """Give the row in `owner[0]` a column, moving others along the cheapest path."""
    width = len(owner)
    least, before, used = [math.inf] * width, [0] * width, [False] * width
    here = 0
    while owner[here] or not here:
        used[here] = True
        row, delta, ahead = owner[here], math.inf, 0
        for column in range(1, width):
            if used[column]:
                continue
            cost = costs[row - 1][column - 1] - row_price[row] - column_price[column]
            if cost < least[column]:
                least[column], before[column] = cost, here
            if least[column] < delta:
                delta, ahead = least[column], column
        for column in range(width):
            if used[column]:
                row_price[owner[column]] += delta
                column_price[column] -= delta
            else:
                least[column] -= delta
        here = ahead
    while here:
        owner[here] = owner[before[here]]
        here = before[here]
