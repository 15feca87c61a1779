"""The table of a section's figures with their quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from viewer.design import Role
from viewer.export.pdf.flow import Flow
from viewer.export.pdf.page_context import Maker
from viewer.export.pdf.page_model import Link
from viewer.export.pdf.paragraphs import CELL_GAP, RowCell, row_height, set_heading, set_row
from viewer.export.rows import Agreement, Row, base_of
from viewer.export.sanitize import one_line
from viewer.rendering.typeset.line_breaking import Fill

MOST = {"number": 0.08, "label": 0.3, "value": 0.2, "base": 0.38, "quote": 1.0}
"""The columns of the table of figures, and the part of the width that each takes at most."""

LEAST_QUOTE = 0.3
"""The part of the width that quotes take at least, where they want so much."""


def set_figures(flow: Flow, maker: Maker, rows: Sequence[Row]) -> None:
    """The figures with their quotes; the headings come again on each further page."""
    if not rows:
        return
    shape = maker.shape
    flow.gap(shape.plain.leading / 2)
    columns = _columns(rows, maker, flow.frame.width)
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


def _columns(rows: Sequence[Row], maker: Maker, wide: float) -> Columns:
    """The columns that say something, as wide as what they say wants; the quote has the rest."""
    used = [name for name in MOST if name != "base" or any(_base(row, maker) for row in rows)]
    whole = dict.fromkeys(used, 0.0)
    cells = [_cells(row, maker, tuple((name, 0.0) for name in used)) for row in rows]
    heads = _head_cells(maker, tuple((name, 0.0) for name in used))
    for row in (heads, *cells):
        for name, cell in zip(used, row, strict=True):
            asked = min(maker.setter.wide(cell.text, cell.type) + CELL_GAP + 10, MOST[name] * wide)
            whole[name] = max(whole[name], asked)
    parts = {name: whole[name] / wide for name in used}
    least = min(LEAST_QUOTE, parts["quote"])
    parts["quote"] = 1 - sum(part for name, part in parts.items() if name != "quote")
    if parts["quote"] < least:  # label and base give what they have most of
        for name in sorted({"label", "base"} & set(used), key=lambda one: -parts[one])[:1]:
            parts[name] -= least - parts["quote"]
            parts["quote"] = least
    return tuple(parts.items())


def _base(row: Row, maker: Maker) -> str:
    return one_line(base_of(row, maker.takeaway.words))


def _heads(flow: Flow, maker: Maker, columns: Columns) -> None:
    set_row(flow, _head_cells(maker, columns))
    flow.rule(Role.FAINT)
    flow.gap(maker.shape.small.leading * 0.25)


def _head_cells(maker: Maker, columns: Columns) -> tuple[RowCell, ...]:
    type_ = replace(maker.shape.small, bold=True, after=0)
    right = replace(type_, fill=Fill.RIGHT)
    return tuple(
        RowCell(maker.say(f"column.{name}"), right if name == "number" else type_, part)
        for name, part in columns
    )


def _cells(row: Row, maker: Maker, columns: Columns) -> tuple[RowCell, ...]:
    quiet = replace(maker.shape.small, after=0)
    loud = replace(quiet, role=Role.INK)
    quote = one_line(row.quote)
    if row.agreement is not Agreement.AGREES:
        quote = f"{maker.say(f'agreement.{row.agreement.value}')}: {quote}"
    said = {
        "number": (str(row.number), replace(quiet, fill=Fill.RIGHT)),
        "label": (one_line(row.label), loud),
        "value": (row.shown, replace(loud, bold=True)),
        "base": (_base(row, maker), quiet),
        "quote": (quote, quiet),
    }
    return tuple(RowCell(*said[name], part) for name, part in columns)
