"""Cards of charts beside each other where there is width: read down one column, then the next."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

NARROWEST = 350.0
"""A second column is begun when each is at least as wide as this."""
WIDEST = 960.0
"""Wider than this, bars grow too long to be compared at a glance."""
NEARLY = 1e-6
"""Heights that differ by less are the same."""
HALVINGS = 60
"""So many halvings of a height leave less of it than a float can tell."""


def shares(width: float, cards: int, between: float) -> tuple[int, float]:
    """How many columns `cards` stand in at a width, and how wide each is."""
    fit = int((width + between) // (NARROWEST + between))
    columns = max(1, min(cards, fit))
    return columns, min(WIDEST, (width - between * (columns - 1)) / columns)


def stacked(heights: Sequence[float], columns: int, between: float) -> tuple[int, ...]:
    """The column of each card, in order, so that the highest column is as low as it can be.

    The height is found by halving; whether a height is enough takes one look-up a column in the
    sums of the heights, so the time grows with the number of cards and no faster.
    """
    if not heights:
        return ()
    sums = [0.0, *accumulate(height + between for height in heights)]
    low, high = max(heights) + between, sums[-1]
    starts = _filled(sums, high, columns) or [0]
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        found = _filled(sums, middle, columns)
        if found:
            starts, high = found, middle
        else:
            low = middle
    ends = [*starts[1:], len(heights)]
    counts = (end - start for start, end in zip(starts, ends, strict=True))
    return tuple(column for column, count in enumerate(counts) for _ in range(count))


def _filled(sums: Sequence[float], most: float, columns: int) -> list[int]:
    """The first card of each column, filled one after the other up to a height; none where the
    columns are too few."""
    starts = [0]
    while len(starts) <= columns:
        after = bisect_right(sums, sums[starts[-1]] + most + NEARLY) - 1
        if after >= len(sums) - 1:
            return starts
        starts.append(max(after, starts[-1] + 1))
    return []
