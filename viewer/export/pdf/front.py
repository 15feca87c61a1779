"""The first page: title, where the report comes from, what was proven, and the contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from viewer.design import Role
from viewer.export.error_banner import disagreements
from viewer.export.pdf.flow import Flow
from viewer.export.pdf.page_context import Maker
from viewer.export.pdf.page_model import Book, Link, OutlineEntry
from viewer.export.pdf.paragraphs import RowCell, set_heading, set_paragraph, set_row
from viewer.export.relation_table import relation_line
from viewer.export.sanitize import one_line, plain
from viewer.export.scenes import agreement_line
from viewer.model import Section
from viewer.rendering.typeset.line_breaking import Fill
from viewer.rendering.typeset.paragraph_layout import Type

PARTS = (0.05, 0.73, 0.15, 0.07)
"""What number, title, count of figures and page take of a line of the contents."""


def set_front(
    book: Book, maker: Maker, sections: Sequence[Section], pages: Mapping[str, int]
) -> None:
    """Fill the front; `pages` are those that the sections begin on, counted from 0, by id."""
    shape, briefing = maker.shape, maker.takeaway.briefing
    flow = Flow(book, maker.setter, shape.frame, 0)
    flow.aim("front")
    book.outline.insert(0, OutlineEntry(0, one_line(briefing.title), "front"))
    _set_source(flow, maker)
    flow.gap(shape.plain.leading / 2)
    wrong = disagreements(maker.takeaway)
    for line in wrong:
        set_paragraph(flow, plain(line), replace(shape.plain, role=Role.BAD))
    if not wrong:
        set_paragraph(flow, agreement_line(maker.takeaway), replace(shape.plain, role=Role.GOOD))
    if not shape.beside:  # slides are for the room, which is shown no calculation
        set_paragraph(flow, relation_line(maker.takeaway), replace(shape.plain, role=Role.MUTED))
    flow.gap(shape.heading.leading)
    follows = shape.plain.leading * 3
    set_heading(flow, maker.say("contents"), replace(shape.small_heading, after=60), follows)
    flow.rule(Role.FAINT)
    for number, section in enumerate(sections, start=1):
        page = str(pages[section.id] + 1) if section.id in pages else ""
        _content(flow, maker, (str(number), page), section)


def _set_source(flow: Flow, maker: Maker) -> None:
    """Publication, page and date over the title, what else is known of the report beneath it."""
    shape, briefing = maker.shape, maker.takeaway.briefing
    source = briefing.source
    quiet = replace(shape.plain, role=Role.MUTED)
    above = filter(None, map(one_line, (source.publication, source.page, source.date)))
    flow.y += shape.title.leading / 2
    set_paragraph(flow, " · ".join(above), quiet)
    flow.gap(shape.plain.leading / 2)
    set_paragraph(flow, one_line(briefing.title), shape.title)
    headline = source.headline if source.headline != briefing.title else ""
    for said, type_ in (
        (headline, replace(shape.plain, bold=True)),
        ("  ".join(map(one_line, source.authors)), shape.plain),
        (source.link, quiet),
        (source.note, replace(quiet, fill=Fill.RAGGED)),
    ):
        if said.strip():
            set_paragraph(flow, one_line(said), type_)


def _content(flow: Flow, maker: Maker, said: tuple[str, str], section: Section) -> None:
    """One line of the contents: its figures counted, the page at the edge."""
    type_ = _line(maker)
    quiet = replace(type_, role=Role.MUTED)
    count = sum(len(metric.points) for metric in section.metrics)
    figures = maker.takeaway.words("window.section-figures", n=count) if count else ""
    cells = (
        RowCell(said[0], quiet, PARTS[0]),
        RowCell(one_line(section.title), type_, PARTS[1]),
        RowCell(figures, replace(quiet, fill=Fill.RIGHT), PARTS[2]),
        RowCell(said[1], replace(type_, fill=Fill.RIGHT), PARTS[3]),
    )
    flow.gap(maker.shape.plain.leading * 0.22)
    frame = set_row(flow, cells)
    flow.page.links.append(Link(frame, f"section:{section.id}"))
    flow.gap(maker.shape.plain.leading * 0.22)
    flow.rule(thick=2)


def _line(maker: Maker) -> Type:
    plain_type = maker.shape.plain
    return replace(plain_type, after=0, leading=plain_type.leading * 1.1)
