"""Cells in rows that are as full as each other."""

from __future__ import annotations


def even(cells: int, most: int) -> int:
    """How many columns `cells` take, at most `most` and at least one: as few as the number of rows
    allows, so that no row is left with one cell where it could have its share."""
    columns = max(1, min(cells, most))
    rows = -(-cells // columns)
    return max(1, -(-cells // max(1, rows)))
