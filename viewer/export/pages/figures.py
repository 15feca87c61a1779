"""The table of a section's figures with their quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from viewer.export.letters import one_line
from viewer.export.pages.book import Link
from viewer.export.pages.flow import Flow
from viewer.export.pages.maker import Maker
from viewer.export.pages.paragraphs import Cell, row_height, set_heading, set_row
from viewer.export.rows import Row, Standing, base_of
from viewer.look import Role

COLUMNS = (("number", 0.07), ("label", 0.27), ("written", 0.16), ("base", 0.18), ("quote", 0.32))
"""The columns of the table of figures, and the part of the width that each takes."""


def set_figures(flow: Flow, maker: Maker, rows: Sequence[Row]) -> None:
    """The figures with their quotes; the headings come again on each further page."""
    if not rows:
        return
    shape = maker.shape
    flow.gap(shape.plain.leading / 2)
    columns = _columns(rows, maker)
    first = row_height(flow, _cells(rows[0], maker, columns))
    set_heading(flow, maker.say("figures"), shape.small_heading, first + shape.small.leading * 2)
    _heads(flow, maker, columns)
    page = flow.page_number
    for index, figure in enumerate(rows):
        cells = _cells(figure, maker, columns)
        high = row_height(flow, cells) + 3
        if index == len(rows) - 2:  # the last row never goes to the next page alone
            high += row_height(flow, _cells(rows[-1], maker, columns)) + shape.small.leading
        flow.need(min(high, flow.frame.height))
        if flow.page_number != page:
            _heads(flow, maker, columns)
            page = flow.page_number
        frame = set_row(flow, cells)
        flow.aim(f"row:{figure.key}", frame.top)
        flow.page.links.append(Link(frame, f"text:{figure.key}"))
        flow.gap(shape.small.leading * 0.25)
        flow.rule(thick=2)
        flow.gap(shape.small.leading * 0.25)
        page = flow.page_number


Columns = tuple[tuple[str, float], ...]


def _columns(rows: Sequence[Row], maker: Maker) -> Columns:
    """The columns that say something; a quote takes the room of a base that no row has."""
    if any(base_of(row, maker.takeaway.words) for row in rows):
        return COLUMNS
    parts = dict(COLUMNS)
    parts["quote"] += parts.pop("base")
    return tuple(parts.items())


def _heads(flow: Flow, maker: Maker, columns: Columns) -> None:
    type_ = replace(maker.shape.small, bold=True, after=0)
    set_row(flow, [Cell(maker.say(f"column.{name}"), type_, part) for name, part in columns])
    flow.rule(Role.FAINT)
    flow.gap(maker.shape.small.leading * 0.25)


def _cells(row: Row, maker: Maker, columns: Columns) -> tuple[Cell, ...]:
    quiet = replace(maker.shape.small, after=0)
    loud = replace(quiet, role=Role.INK)
    quote = one_line(row.quote)
    if row.standing is not Standing.AGREES:
        quote = f"{maker.say(f'standing.{row.standing.value}')}: {quote}"
    said = {
        "number": (str(row.number), quiet),
        "label": (one_line(row.label), loud),
        "written": (one_line(row.written), replace(loud, bold=True)),
        "base": (one_line(base_of(row, maker.takeaway.words)), quiet),
        "quote": (quote, quiet),
    }
    return tuple(Cell(*said[name], part) for name, part in columns)
