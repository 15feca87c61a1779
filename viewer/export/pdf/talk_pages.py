"""Steps of the talk that are no charts, as slides: pages, comparisons, words."""

from __future__ import annotations

from dataclasses import replace

from viewer.design import Role
from viewer.export.pdf.flow import Flow
from viewer.export.pdf.page_context import Maker
from viewer.export.pdf.page_model import OutlineEntry
from viewer.export.pdf.paragraphs import RowCell, set_heading, set_paragraph, set_row
from viewer.export.sanitize import one_line
from viewer.export.talk_order import PageFigure, TalkPage
from viewer.model import StepKind
from viewer.rendering.typeset.line_breaking import Fill
from viewer.rendering.typeset.paragraph_layout import Type

COLUMNS = 3


def set_talk_page(flow: Flow, maker: Maker, page: TalkPage) -> None:
    """A slide of its own: its name, its words, its figures in a grid, what was computed."""
    shape = maker.shape
    if flow.y > flow.frame.top:
        flow.turn()
    title, aim = one_line(page.title), f"page:{flow.page_number}"
    flow.aim(aim)
    flow.book.outline.append(OutlineEntry(0, title, aim))
    quiet = replace(shape.plain, role=Role.MUTED)
    if page.section is not None and page.section.title != page.title:
        set_paragraph(flow, one_line(page.section.title), quiet)
    if page.kind is StepKind.QUESTIONS:
        flow.y += flow.frame.height * 0.2
        set_heading(flow, title, _scaled(shape.title, 1.6), shape.body.leading)
    else:
        set_heading(flow, title, shape.title, shape.body.leading)
    for line in page.lines:
        set_paragraph(flow, one_line(line), quiet if page.figures else _scaled(shape.body, 1.6))
    _set_figures(flow, maker, page.figures)
    if page.result:
        flow.gap(shape.heading.leading)
        flow.rule()
        flow.gap(shape.plain.leading / 2)
        set_paragraph(flow, one_line(page.result), shape.heading)


def _set_figures(flow: Flow, maker: Maker, shown: tuple[PageFigure, ...]) -> None:
    shape = maker.shape
    quiet = replace(shape.small_heading, role=Role.MUTED, bold=False, fill=Fill.RAGGED)
    quote = replace(shape.body, indent=0, fill=Fill.RAGGED)
    columns = min(COLUMNS, max(1, len(shown)))
    for start in range(0, len(shown), columns):
        figures = shown[start : start + columns]
        flow.gap(shape.heading.leading * 1.5)
        flow.rule()
        flow.gap(shape.plain.leading / 2)
        part = 1 / columns
        set_row(flow, [RowCell(one_line(one.value), shape.title, part) for one in figures])
        set_row(flow, [RowCell(one_line(one.label), quiet, part) for one in figures])
        if any(one.quote for one in figures):
            flow.gap(shape.plain.leading / 2)
            set_row(flow, [RowCell(one_line(one.quote), quote, part) for one in figures])


def _scaled(type_: Type, factor: float) -> Type:
    """The type so many times as large, for words that the room reads from afar."""
    return replace(type_, size=type_.size * factor, leading=type_.leading * factor)
