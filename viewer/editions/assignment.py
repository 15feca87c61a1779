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
        best, total = _solve(gains, rows, columns, None)
        for row, column in best:
            _, without = _solve(gains, rows, columns, (row, column))
            found.append(Assigned(row, column, gains[row, column], total - without))
    return tuple(sorted(found, key=lambda one: (one.row, one.column)))


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


def _solve(
    gains: Mapping[Edge, float], rows: Sequence[int], columns: Sequence[int], without: Edge | None
) -> tuple[list[Edge], float]:
    """The best pairs of a component and their sum; one edge may be forbidden."""
    # A column of its own for each row stands for staying alone, at no gain and no loss.
    costs = [
        [
            -gains[row, column] if (row, column) in gains and (row, column) != without else 0.0
            for column in columns
        ]
        + [0.0] * len(rows)
        for row in rows
    ]
    chosen = [
        (rows[at], columns[to])
        for at, to in enumerate(_cheapest(costs))
        if to < len(columns) and costs[at][to] < 0
    ]
    return chosen, sum(gains[edge] for edge in chosen)


def _cheapest(costs: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row in the cheapest assignment; there are no fewer columns than rows."""
    width = len(costs[0])
    row_price, column_price = [0.0] * (len(costs) + 1), [0.0] * (width + 1)
    owner = [0] * (width + 1)
    for row in range(1, len(costs) + 1):
        owner[0] = row
        _augment(costs, owner, row_price, column_price)
    found = [0] * len(costs)
    for column in range(1, width + 1):
        if owner[column]:
            found[owner[column] - 1] = column - 1
    return found


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
