"""The page of every relation that was recomputed, the confirmed ones too."""

from __future__ import annotations

from dataclasses import replace

from viewer.design import Role
from viewer.export.pdf.flow import Flow
from viewer.export.pdf.page_context import Maker
from viewer.export.pdf.page_model import OutlineEntry
from viewer.export.pdf.paragraphs import RowCell, row_height, set_heading, set_row
from viewer.export.relation_table import HEADS, RelationRow, relation_line, relation_rows
from viewer.model import Verdict
from viewer.rendering.typeset.line_breaking import Fill

PARTS = (0.065, 0.12, 0.175, 0.26, 0.25, 0.13)
"""What each column takes of the width."""

TERMS_APART = " · "
AIM = "relations"


def set_relations(flow: Flow, maker: Maker) -> None:
    """On a page of its own: the count, then a row a relation; nothing where there are none."""
    rows = relation_rows(maker.takeaway, maker.options)
    if not rows:
        return
    shape, title = maker.shape, maker.say("relations")
    flow.turn()
    top = set_heading(flow, title, shape.heading, shape.body.leading * 2)
    flow.aim(AIM, top)
    flow.book.outline.append(OutlineEntry(0, title, AIM))
    set_row(flow, (RowCell(relation_line(maker.takeaway), replace(shape.plain, after=0), 1.0),))
    flow.gap(shape.plain.leading / 2)
    _heads(flow, maker)
    for row in rows:
        cells = _cells(row, maker)
        page = flow.page_number
        flow.need(min(row_height(flow, cells) + 3, flow.frame.height))
        if flow.page_number != page:
            _heads(flow, maker)
        set_row(flow, cells)
        flow.gap(shape.small.leading * 0.25)
        flow.rule(thick=2)
        flow.gap(shape.small.leading * 0.25)


def _heads(flow: Flow, maker: Maker) -> None:
    type_ = replace(maker.shape.small, bold=True, after=0)
    right = replace(type_, fill=Fill.RIGHT)
    cells = (
        RowCell(maker.say(f"column.{name}"), right if name == "number" else type_, part)
        for name, part in zip(HEADS, PARTS, strict=True)
    )
    set_row(flow, tuple(cells))
    flow.rule(Role.FAINT)
    flow.gap(maker.shape.small.leading * 0.25)


def _cells(row: RelationRow, maker: Maker) -> tuple[RowCell, ...]:
    quiet = replace(maker.shape.small, after=0, fill=Fill.RAGGED)
    loud = replace(quiet, role=Role.INK)
    verdict = replace(quiet, role=Role.BAD) if row.verdict is Verdict.DISAGREES else quiet
    said = (
        (str(row.number), replace(quiet, fill=Fill.RIGHT)),
        (row.section, quiet),
        (row.rule, quiet),
        (TERMS_APART.join(row.named), loud),
        (row.formula, loud),
        (row.said, verdict),
    )
    return tuple(RowCell(*cell, part) for cell, part in zip(said, PARTS, strict=True))
