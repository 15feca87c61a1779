"""Lines of a report that are a table, set in columns as they were meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from viewer.export.pdf.flow import Flow
from viewer.export.pdf.paragraphs import Numbered, draw_lines
from viewer.quantities.tables.rows import cells_of, is_rule
from viewer.rendering.typeset.paragraph_layout import Setting, Type

APART = 2.0
"""Ems between two columns."""

Line = tuple[str, Sequence[Numbered]]
"""A paragraph of the passage with its figures."""


def set_tabular(flow: Flow, lines: Sequence[Line], body: Type) -> bool:
    """Set the lines in columns, where they go side by side; whether they do."""
    type_ = replace(body, indent=0.0, after=0.0)
    rows = [list(_cells(line)) for line in lines if not is_rule(line[0])]
    if not rows:
        return False
    wide = [0.0] * max(map(len, rows))
    for row in rows:
        for column, (text, _) in enumerate(row):
            wide[column] = max(wide[column], flow.setter.wide(text, type_))
    apart = APART * type_.size
    if sum(wide) + apart * (len(wide) - 1) > flow.frame.width:
        return False
    for number, row in enumerate(rows):
        # The first two lines and the last two stay together.
        lone = number == 0 or number == len(rows) - 2
        flow.need(type_.leading * (2 if lone else 1))
        _set_row(flow, row, [one + apart for one in wide], type_)
    flow.gap(body.after)
    return True


def _set_row(flow: Flow, row: Sequence[Line], wide: Sequence[float], type_: Type) -> None:
    """The cells of one line, each in a frame of its own."""
    whole, top, left = flow.frame, flow.y, flow.frame.left
    for (text, figures), width in zip(row, wide, strict=False):
        flow.frame, flow.y = replace(whole, left=left, width=width), top
        draw_lines(flow, Setting(text, type_, width), (0, 1), figures)
        left += width
    flow.frame, flow.y = whole, top + type_.leading


def _cells(line: Line) -> Iterator[Line]:
    """The cells of a line, each with the figures that stand in it."""
    text, figures = line
    for span in cells_of(text):
        inside = [
            replace(figure, span=figure.span.moved(-span.start))
            for figure in figures
            if span.holds(figure.span)
        ]
        yield span.of(text), inside
