"""Cards of charts beside each other where there is width: read down one column, then the next."""

from __future__ import annotations

from collections.abc import Sequence

NARROWEST = 500.0
"""A second column is begun when each is at least as wide as this."""
WIDEST = 960.0
"""Wider than this, bars grow too long to be compared at a glance."""


def shares(width: float, cards: int, between: float) -> tuple[int, float]:
    """How many columns `cards` stand in at a width, and how wide each is."""
    fit = int((width + between) // (NARROWEST + between))
    columns = max(1, min(cards, fit))
    return columns, min(WIDEST, (width - between * (columns - 1)) / columns)


def stacked(heights: Sequence[float], columns: int, between: float) -> tuple[int, ...]:
    """The column of each card, in order, so that the highest column is as low as it can be."""
    starts = range(len(heights))
    sums = sorted({_height(heights[a : b + 1], between) for a in starts for b in starts[a:]})
    for most in sums:
        found = _filled(heights, most, between)
        if not found or found[-1] < columns:
            return found
    return ()


def _filled(heights: Sequence[float], most: float, between: float) -> tuple[int, ...]:
    """Fill column after column up to a height; a card that is higher has one of its own."""
    found: list[int] = []
    here: list[float] = []
    for height in heights:
        full = here and _height([*here, height], between) > most
        found.append((found[-1] if found else 0) + bool(full))
        here = [height] if full else [*here, height]
    return tuple(found)


def _height(heights: Sequence[float], between: float) -> float:
    return sum(heights) + between * (len(heights) - 1)
