"""The notation of charts: how the body of a mark says whether its figure is a fact of the text.

One table, used on every kind of mark. After the International Business Communication Standards:
a fact is solid, a target or a plan an outline, a forecast an outline with hatching.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from viewer.model import Standing


class Treatment(StrEnum):
    """How the body of a bar, a column, a point or the rule under a card is drawn."""

    SOLID = "solid"
    """Filled: a fact of the passage."""
    OUTLINED = "outlined"
    """An outline without fill: a target or a plan."""
    HATCHED = "hatched"
    """An outline with diagonal hatching: a forecast."""
    STIPPLED = "stippled"
    """A pattern of points without outline: a figure that is not in the passage."""
    DASHED = "dashed"
    """A dashed outline without fill: computed by the viewer."""


BY_STANDING: Mapping[Standing, Treatment] = MappingProxyType(
    {
        Standing.FACT: Treatment.SOLID,
        Standing.TARGET: Treatment.OUTLINED,
        Standing.PLAN: Treatment.OUTLINED,
        Standing.FORECAST: Treatment.HATCHED,
    }
)


def treatment_of(standing: Standing, outside: bool, computed: bool = False) -> Treatment:
    """The treatment of a figure; `outside` where it is not in the passage, `computed` where the
    author kept a comparison of two others.

    That a figure is no fact matters more to the reader than where it comes from, so the standing
    of a target from another report is drawn, and its origin is left to the words.
    """
    if computed:
        return Treatment.DASHED
    if standing is Standing.FACT and outside:
        return Treatment.STIPPLED
    return BY_STANDING[standing]
