"""The pages of a talk that belong to no section: opening, agenda, summary and questions."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from viewer.present.presentation_model import Room
from viewer.present.slides.cards import cells, paint_number
from viewer.present.slides.text_painting import broken, elided, put, put_lines, put_right, shrunk
from viewer.talk import LEADING, ON_QUESTIONS, Part, Step, StepKind, leading


def paint_page(painter: QPainter, area: QRectF, step: Step, room: Room) -> None:
    """Paint the page that a step is."""
    _PAGES[step.kind](painter, area, room)


def _paint_title(painter: QPainter, area: QRectF, room: Room) -> None:
    """The briefing's title as the largest thing, its source, and what was proven of it."""
    style, briefing = room.audience, room.talk.briefing
    colours, sans = style.palette, style.faces.sans_font
    font = shrunk(briefing.title, lambda s: sans(s, bold=True), (120, 72), area.width() * 1.8)
    lines = broken(briefing.title, font, area.width(), 3)
    y = area.top() + area.height() * 0.24
    y = put_lines(painter, QPointF(area.left(), y), lines, font, QColor(colours.ink))
    painter.fillRect(
        QRectF(area.left(), y - font.pixelSize() * 0.6, 160, 8), QColor(colours.accent)
    )
    y += 40
    source = briefing.source
    by = "、".join(source.authors)
    for text, size, colour in (
        (
            " · ".join(filter(None, (source.publication, source.page, source.date))),
            38,
            colours.muted,
        ),
        (elided(by, sans(34), area.width()), 34, colours.muted),
        (_proof(room), 34, colours.good),
    ):
        if text:
            lines = broken(text, sans(size), area.width(), 2)
            y = put_lines(painter, QPointF(area.left(), y), lines, sans(size), QColor(colour)) + 12


def _proof(room: Room) -> str:
    """How many figures agree with the original, where all that quote it do."""
    if not room.cited or room.agreeing < room.cited:
        return ""
    return room.audience.words("present.proof", agree=room.agreeing, all=room.cited)


def _paint_agenda(painter: QPainter, area: QRectF, room: Room) -> None:
    """The sections of the run, numbered."""
    style = room.audience
    colours, sans = style.palette, style.faces.sans_font
    top = _heading(painter, area, style.words("talk.step.agenda"), room)
    sections = _sections(room)
    row = min(110.0, (area.bottom() - top) / max(1, len(sections)))
    size = max(28.0, min(52.0, row * 0.5))
    for number, part in enumerate(sections):
        y = top + row * (number + 0.65)
        number_font, font = sans(size), sans(size, bold=True)
        put_right(
            painter,
            QPointF(area.left() + 60, y),
            str(part.number),
            number_font,
            QColor(colours.accent),
        )
        title = elided(part.section.title, font, area.width() - 100)
        put(painter, QPointF(area.left() + 100, y), title, font, QColor(colours.ink))


def _paint_summary(painter: QPainter, area: QRectF, room: Room) -> None:
    """The leading figures of the sections, each with the section that it stands for."""
    top = _heading(painter, area, room.audience.words("talk.step.summary"), room)
    _paint_leading(painter, QRectF(area.left(), top, area.width(), area.bottom() - top), room)


def _paint_questions(painter: QPainter, area: QRectF, room: Room) -> None:
    """A page that can stay up for long: the word large, the title, the leading figures."""
    style, title = room.audience, room.talk.briefing.title
    colours, sans = style.palette, style.faces.sans_font
    top = area.top() + area.height() * 0.3
    put(
        painter,
        QPointF(area.left(), top),
        style.words("present.questions"),
        sans(120, bold=True),
        QColor(colours.ink),
    )
    lines = broken(title, sans(40), area.width(), 2)
    put_lines(painter, QPointF(area.left(), top + 90), lines, sans(40), QColor(colours.muted))
    rest = QRectF(area.left(), top + 220, area.width(), area.bottom() - top - 220)
    _paint_leading(painter, rest, room, ON_QUESTIONS)


def _paint_leading(painter: QPainter, area: QRectF, room: Room, most: int = LEADING) -> None:
    steps = leading(room.talk, most, room.chart_of)
    columns = min(3 if area.width() > 1300 else 2, max(1, len(steps)))
    for step, cell in zip(steps, cells(area, len(steps), columns), strict=True):
        paint_number(painter, cell, step, room)


def _sections(room: Room) -> list[Part]:
    return [part for part in room.talk.parts if part.number and room.talk.in_run(part.first)]


def _heading(painter: QPainter, area: QRectF, text: str, room: Room) -> float:
    """The page's own name above what it shows; where that begins."""
    style = room.audience
    font = style.faces.sans_font(64, bold=True)
    put(painter, QPointF(area.left(), area.top() + 70), text, font, QColor(style.palette.ink))
    painter.fillRect(QRectF(area.left(), area.top() + 104, 120, 6), QColor(style.palette.accent))
    return area.top() + 160


_PAGES = {
    StepKind.TITLE: _paint_title,
    StepKind.AGENDA: _paint_agenda,
    StepKind.SUMMARY: _paint_summary,
    StepKind.QUESTIONS: _paint_questions,
}
PAGES = frozenset(_PAGES)
