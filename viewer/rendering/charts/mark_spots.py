"""The charts of a column as lists of named marks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from viewer.chart import Mark, tip_of
from viewer.i18n import Words
from viewer.rendering.spots import Spot, words_of

if TYPE_CHECKING:
    from viewer.rendering.charts.column import ChartColumn


def chart_spots(column: ChartColumn, words: Words | None) -> Iterator[Spot]:
    """Each chart: its title, the lines around it, and its marks in order; where there is no chart,
    the words that say so."""
    if words is None:
        return
    if not column.scenes:
        yield from words_of(words(column.quiet))
    for number, scene in enumerate(column.scenes):
        around = " ".join(filter(None, (scene.subtitle, scene.note)))
        marks = tuple(_mark(column, (number, mark), words) for mark in scene.marks)
        yield Spot(scene.title, around, partial(column.card_of, number), children=marks)


def _mark(column: ChartColumn, numbered: tuple[int, Mark], words: Words) -> Spot:
    number, mark = numbered
    name, value, *more = tip_of(mark, words).split("\n", 2) + [""] * 2
    return Spot(
        f"{name} {value}".strip(),
        more[0],
        partial(column.place_in, number, mark.key),
        choice=bool(mark.key),
        selected=lambda: bool(mark.key) and column.lit.selected == mark.key,
        focused=lambda: bool(mark.key) and column.lit.focused == mark.key,
    )
