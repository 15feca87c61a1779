"""The kinds of chart that a data file may name, with what the rules of honest charts ask of each,
and the forms that they are drawn in."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class ChartKind(NamedTuple):
    """One kind of chart. `axis`: its marks share one axis of values. `from_zero`: they are
    compared by their length from zero. `single`: each figure is drawn at one place. `series`: it
    draws series over periods. `annotated`: a change may stand at the end of a mark."""

    name: str
    axis: bool = False
    from_zero: bool = False
    single: bool = False
    series: bool = False
    annotated: bool = False


CHART_KINDS: tuple[ChartKind, ...] = (
    ChartKind("bar", axis=True, from_zero=True, single=True, annotated=True),
    ChartKind("share", single=True, annotated=True),
    ChartKind("change", axis=True, from_zero=True, single=True, annotated=True),
    ChartKind("cards", annotated=True),
    ChartKind("line", axis=True, series=True),
    ChartKind("column", axis=True, series=True),
    ChartKind("range", axis=True, from_zero=True, annotated=True),
    ChartKind("stages", single=True),
)
"""Every kind, in the order in which the format lists them."""


class Form(StrEnum):
    """How a chart is drawn: a kind, or a special case of one (parts of shares, points of bars)."""

    BAR = "bar"
    SHARE = "share"
    PARTS = "parts"
    CHANGE = "change"
    CARDS = "cards"
    LINE = "line"
    COLUMN = "column"
    RANGE = "range"
    STAGES = "stages"
    LOG = "log"
