"""The pages of a talk that belong to no section: opening, agenda, editions, summary, questions."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from viewer.design import is_quotation_parted
from viewer.present.presentation_model import Room
from viewer.present.slides.cards import cells, paint_number
from viewer.present.slides.editions import paint_editions
from viewer.present.slides.text_painting import (
    SMALL,
    broken,
    draw_lines,
    draw_text,
    draw_text_right,
    elided,
    scale_invariant,
    shrunk,
)
from viewer.talk import LEADING, ON_QUESTIONS, Step, StepKind, leading

AGENDA = 9
"""Titles of sections that one column of the agenda has, where there is room for a second one."""
SMALLER = (0.96, 0.92, 0.88, 0.84, 0.8)
"""The parts of its size that a title is set in where that keeps a quotation in one line."""
LEAST_ROW, MOST_ROW = 48.0, 150.0
"""The height of a line of it, at least and at most."""
LARGEST_ROW = 62.0
"""The type of a line of it, at most: below that of the word above them."""


def paint_page(painter: QPainter, area: QRectF, step: Step, room: Room, scale: float) -> None:
    """Paint the page that a step is; what is large there stays as large at any `scale` of type."""
    if step.kind is StepKind.EDITION:
        _paint_edition(painter, area, step, room, scale)
    else:
        _PAGES[step.kind](painter, area, room, scale)


def _paint_title(painter: QPainter, area: QRectF, room: Room, scale: float) -> None:
    """The briefing's title as the largest thing, its source, and what was proven of it."""
    style, briefing = room.audience, room.talk.briefing
    colours, sans = style.palette, style.faces.sans_font
    large, small = scale_invariant(120, scale), scale_invariant(72, scale)
    font = shrunk(briefing.title, lambda s: sans(s, bold=True), (large, small), area.width() * 1.8)
    lines = broken(briefing.title, font, area.width(), 3)
    smaller = (sans(max(small, font.pixelSize() * part), bold=True) for part in SMALLER)
    while is_quotation_parted(lines) and (other := next(smaller, None)) is not None:
        whole = broken(briefing.title, other, area.width(), len(lines))
        if not is_quotation_parted(whole):
            font, lines = other, whole
    y = area.top() + area.height() * 0.24
    y = draw_lines(painter, QPointF(area.left(), y), lines, font, QColor(colours.ink))
    painter.fillRect(
        QRectF(area.left(), y - font.pixelSize() * 0.6, 160, 8), QColor(colours.accent)
    )
    y += scale_invariant(40, scale)
    source = briefing.source
    by = "、".join(source.authors)
    for text, size, colour in (
        (
            " · ".join(filter(None, (source.publication, source.page, source.date))),
            38,
            colours.muted,
        ),
        (elided(by, sans(34), area.width()), 34, colours.muted),
        (room.proof, 34, colours.good),
    ):
        if text:
            lines = broken(text, sans(size), area.width(), 2)
            y = draw_lines(painter, QPointF(area.left(), y), lines, sans(size), QColor(colour)) + 12


def _paint_agenda(painter: QPainter, area: QRectF, room: Room, scale: float) -> None:
    """The sections of the run, numbered."""
    style = room.audience
    colours, sans = style.palette, style.faces.sans_font
    top = _heading(painter, area, style.words("talk.step.agenda"), room, scale)
    sections, high = room.talk.agenda, area.bottom() - top
    columns = max(1, ceil(len(sections) / AGENDA), ceil(len(sections) / (high / LEAST_ROW)))
    rows = ceil(len(sections) / columns)
    row, wide = min(MOST_ROW, high / max(1, rows)), area.width() / columns
    size = max(SMALL, min(LARGEST_ROW, row * 0.45))
    room_for = wide - (100 if columns == 1 else 140)
    sizes = (size, SMALL)  # all of one size, that of the title that needs most room
    fonts = [
        shrunk(part.section.title, lambda s: sans(s, bold=True), sizes, room_for)
        for part in sections
    ]
    font = min(fonts, key=lambda font: font.pixelSize(), default=sans(size, bold=True))
    number_font = sans(font.pixelSize())
    for number, part in enumerate(sections):
        column, line = divmod(number, rows)
        at = QPointF(area.left() + column * wide, top + row * (line + 0.65))
        aside = at + QPointF(60, 0)
        draw_text_right(painter, aside, str(part.number), number_font, QColor(colours.accent))
        title = elided(part.section.title, font, room_for)
        draw_text(painter, at + QPointF(100, 0), title, font, QColor(colours.ink))


def _paint_summary(painter: QPainter, area: QRectF, room: Room, scale: float) -> None:
    """The leading figures of the sections, each with the section that it stands for."""
    top = _heading(painter, area, room.audience.words("talk.step.summary"), room, scale)
    rest = QRectF(area.left(), top, area.width(), area.bottom() - top)
    _paint_leading(painter, rest, room, scale)


def _paint_edition(painter: QPainter, area: QRectF, step: Step, room: Room, scale: float) -> None:
    """Figures of this edition beside those of the one before."""
    top = _heading(painter, area, room.audience.words("talk.step.edition"), room, scale)
    rest = QRectF(area.left(), top, area.width(), area.bottom() - top)
    paint_editions(painter, rest, step, room, scale)


def _paint_questions(painter: QPainter, area: QRectF, room: Room, scale: float) -> None:
    """A page that can stay up for long: the word large, the title, the leading figures."""
    style, title = room.audience, room.talk.briefing.title
    colours, sans = style.palette, style.faces.sans_font
    top = area.top() + area.height() * 0.3
    draw_text(
        painter,
        QPointF(area.left(), top),
        style.words("present.questions"),
        sans(scale_invariant(120, scale), bold=True),
        QColor(colours.ink),
    )
    lines = broken(title, sans(40), area.width(), 2)
    at = QPointF(area.left(), top + scale_invariant(90, scale, 56))
    draw_lines(painter, at, lines, sans(40), QColor(colours.muted))
    below = top + scale_invariant(220, scale)
    rest = QRectF(area.left(), below, area.width(), area.bottom() - below)
    _paint_leading(painter, rest, room, scale, ON_QUESTIONS)


def _paint_leading(
    painter: QPainter, area: QRectF, room: Room, scale: float, most: int = LEADING
) -> None:
    steps = leading(room.talk, most, room.chart_of)
    columns = min(3 if area.width() * scale > 1300 else 2, max(1, len(steps)))
    for step, cell in zip(steps, cells(area, len(steps), columns, scale), strict=True):
        paint_number(painter, cell, step, room, scale)


def _heading(painter: QPainter, area: QRectF, text: str, room: Room, scale: float) -> float:
    """The page's own name above what it shows; where that begins."""
    style = room.audience
    font = style.faces.sans_font(scale_invariant(64, scale), bold=True)
    at, line = (
        QPointF(area.left(), area.top() + scale_invariant(70, scale)),
        area.top() + scale_invariant(104, scale),
    )
    draw_text(painter, at, text, font, QColor(style.palette.ink))
    painter.fillRect(QRectF(area.left(), line, 120, 6), QColor(style.palette.accent))
    return area.top() + scale_invariant(160, scale)


_PAGES = {
    StepKind.TITLE: _paint_title,
    StepKind.AGENDA: _paint_agenda,
    StepKind.SUMMARY: _paint_summary,
    StepKind.QUESTIONS: _paint_questions,
}
PAGES = frozenset((*_PAGES, StepKind.EDITION))
