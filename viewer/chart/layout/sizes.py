"""Sizes of type and gaps, by style: at the desk, and in a room where all must read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Face:
    """A size of type in pixels, plain or bold; a line of it is `height` high."""

    size: int
    bold: bool = False

    @property
    def height(self) -> float:
        """The height of one line."""
        return round(self.size * 1.4)


RAISED = 2.7
"""The radius of a point whose figure is selected, in strokes of its line: the largest there is."""

Measure = Callable[[str, Face], float]
"""How wide a text is in a face, in pixels."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of one style, in pixels before any zoom.

    `pad` is the card's inner margin, `bar` the thickness of a bar, `step` the gap between rows,
    `gap` that between a label and its bar, `stroke` the thickness of a line. `above` puts labels
    above their bars at any width; `heading` writes title and the line below it; `card` draws a
    card's ground behind the chart.
    """

    name: str
    title: Face
    subtitle: Face
    label: Face
    value: Face
    aside: Face
    note: Face
    tick: Face
    numbers: tuple[Face, ...]
    """Of a number on a card, from the largest; those before `plain` are for one that leads."""
    pad: float
    bar: float
    step: float
    gap: float
    arrow: float
    stroke: float
    plot: float
    panel: float
    plain: int = 0
    above: bool = False
    heading: bool = True
    card: bool = True


DESK = Sizes(
    name="desk",
    title=Face(15, True),
    subtitle=Face(13),
    label=Face(15),
    value=Face(15, True),
    aside=Face(13),
    note=Face(13),
    tick=Face(13),
    numbers=(Face(28, True), Face(15, True)),
    pad=18,
    bar=20,
    step=10,
    gap=12,
    arrow=24,
    stroke=2.2,
    plot=170,
    panel=70,
    plain=1,
)

ROOM = Sizes(
    name="room",
    title=Face(34, True),
    subtitle=Face(29),
    label=Face(29),
    value=Face(30, True),
    aside=Face(29),
    note=Face(29),
    tick=Face(29),
    numbers=(Face(72, True), Face(54, True), Face(38, True)),
    pad=0,
    bar=44,
    step=26,
    gap=18,
    arrow=44,
    stroke=4.5,
    plot=420,
    panel=150,
    above=True,
    card=False,
)

STAGE = replace(ROOM, name="stage", heading=False)
"""As in a room, for one who writes the title himself."""

TIGHT = replace(
    STAGE,
    name="tight",
    numbers=(Face(54, True), Face(44, True), Face(34, True)),
    bar=24,
    step=14,
    gap=12,
    arrow=30,
    plot=300,
    panel=76,
)
"""As on a stage, for a chart with many marks: what is read stays as large, the bars are thinner."""

COMB = replace(
    TIGHT,
    name="comb",
    label=Face(6),
    value=Face(6, True),
    aside=Face(6),
    bar=12,
    step=5,
    gap=0,
    arrow=14,
    above=False,
)
"""As on a stage, for a chart with so many marks that the rows are thin and their words left out."""

STYLES = {style.name: style for style in (DESK, ROOM, STAGE, TIGHT, COMB)}
