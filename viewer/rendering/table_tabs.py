"""Rows of a table in a passage: which paragraphs they are, and where their columns begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtGui import QFont, QFontMetricsF, QTextOption

from viewer.model import Span

_MOST = 400
"""How many rows are measured: those after them stand in the columns of these."""
_GAP = 1.2
"""What parts two columns, in widths of one hanzi."""


def tables(text: str, paragraphs: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """The runs of two or more neighbouring paragraphs whose cells tabs part."""
    for row, group in groupby(paragraphs, key=lambda span: "\t" in span.of(text)):
        rows = tuple(group)
        if row and len(rows) > 1:
            yield rows


def width(rows: Sequence[str], font: QFont, stops: Sequence[QTextOption.Tab]) -> float:
    """How wide a table is whose columns begin at some places, in pixels."""
    measure = QFontMetricsF(font)
    starts = [0.0, *(stop.position for stop in stops)]
    parted = [row.split("\t") for row in rows[:_MOST]]
    return max(
        starts[min(len(cells), len(starts)) - 1] + measure.horizontalAdvance(cells[-1])
        for cells in parted
    )


def columns(rows: Sequence[str], font: QFont) -> list[QTextOption.Tab]:
    """Where each column but the first begins, in pixels: past the widest cell before it."""
    measure = QFontMetricsF(font)
    widths: list[float] = []
    for row in rows[:_MOST]:
        for at, cell in enumerate(row.split("\t")[:-1]):
            width = measure.horizontalAdvance(cell)
            if at == len(widths):
                widths.append(width)
            else:
                widths[at] = max(widths[at], width)
    stops: list[QTextOption.Tab] = []
    place = 0.0
    for width in widths:
        place += width + _GAP * font.pixelSize()
        stops.append(QTextOption.Tab(place, QTextOption.TabType.LeftTab))
    return stops
