"""Slides of the talk that belong to no section: the summary, and the page for questions."""

from __future__ import annotations

from dataclasses import replace

from viewer.design import Role
from viewer.export.pdf.flow import Flow
from viewer.export.pdf.page_context import Maker
from viewer.export.pdf.page_model import Bookmark
from viewer.export.pdf.paragraphs import Cell, set_heading, set_paragraph, set_row
from viewer.export.sanitize import one_line
from viewer.export.talk_order import TalkPage
from viewer.model import StepKind
from viewer.rendering.typeset.line_breaking import Fill
from viewer.rendering.typeset.paragraph_layout import Type

COLUMNS = 3


def set_talk_page(flow: Flow, maker: Maker, page: TalkPage) -> None:
    """A page of its own: its name, and the figures with what they measure in a grid."""
    shape, words = maker.shape, maker.takeaway.words
    if flow.y > flow.frame.top:
        flow.turn()
    title, aim = words(f"talk.step.{page.kind}"), f"page:{flow.page_number}"
    flow.aim(aim)
    flow.book.outline.append(Bookmark(0, title, aim))
    if page.kind is StepKind.QUESTIONS:
        flow.y += flow.frame.height * 0.2
        set_heading(flow, words("present.questions"), _large(shape.title), shape.body.leading)
        quiet = replace(shape.plain, role=Role.MUTED)
        set_paragraph(flow, one_line(maker.takeaway.briefing.title), quiet)
    else:
        set_heading(flow, title, shape.title, shape.body.leading)
    for start in range(0, len(page.figures), COLUMNS):
        figures = page.figures[start : start + COLUMNS]
        flow.gap(shape.heading.leading * 1.5)
        flow.rule()
        flow.gap(shape.plain.leading / 2)
        set_row(flow, [Cell(one_line(value), shape.title, 1 / COLUMNS) for value, _ in figures])
        quiet = replace(shape.small_heading, role=Role.MUTED, bold=False, fill=Fill.RAGGED)
        set_row(flow, [Cell(one_line(label), quiet, 1 / COLUMNS) for _, label in figures])


def _large(title: Type) -> Type:
    """The word of a page that stays up for long."""
    return replace(title, size=title.size * 1.6, leading=title.leading * 1.6)
