"""Two figures side by side for the room, and below them what was computed from both."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from viewer.chart.content_language import own_words
from viewer.model import Section
from viewer.present.presentation_model import Room
from viewer.present.text_painting import broken, line_step, put, put_lines, width_of
from viewer.quantities.wording import Sourced, in_parts
from viewer.talk import Said, Step, comparison_line, figures_of, lit_span

LARGEST = 210.0
"""The numbers, in pixels at most."""
BETWEEN = 96.0


def paint_comparison(painter: QPainter, area: QRectF, room: Room, step: Step) -> None:
    """Paint both figures of a comparison with their sentences, and the computed line below."""
    pair = figures_of(room.talk, step)
    if pair is None or step.against is None:
        return
    section = room.talk.parts[step.part].section
    width = (area.width() - BETWEEN) / 2
    high = area.height() * 0.7
    sides = ((section, pair[0], step.said), (step.against.section, pair[1], step.against.said))
    for number, (home, figure, said) in enumerate(sides):
        cell = QRectF(area.left() + number * (width + BETWEEN), area.top(), width, high)
        _paint_side(painter, cell, room, (home, figure, said))
    _paint_result(
        painter, area, room, comparison_line(*pair, own_words(section, None, room.console.words))
    )


def _paint_side(
    painter: QPainter, cell: QRectF, room: Room, side: tuple[Section, Sourced, Said | None]
) -> None:
    """One number, what it measures, and the words that say it."""
    section, figure, said = side
    style = room.audience
    colours, sans = style.palette, style.faces.sans_font
    written = in_parts(figure, own_words(section, None, room.console.words))
    pieces = [
        (written.before, 0.3),
        (written.number, 1.0),
        (written.unit, 0.4),
        (written.after, 0.3),
    ]
    pieces = [(text, part) for text, part in pieces if text]
    taken = sum(width_of(t, sans(LARGEST * part, bold=True)) + LARGEST * 0.08 for t, part in pieces)
    size = max(40.0, min(LARGEST, LARGEST * cell.width() / max(1.0, taken)))
    x, baseline = cell.left(), cell.top() + LARGEST * 0.95
    for text, part in pieces:
        font = sans(size * part, bold=True)
        x = put(painter, QPointF(x, baseline), text, font, QColor(colours.selected)) + size * 0.08
    label = sans(40, bold=True)
    lines = broken(figure.metric.label, label, cell.width(), 2)
    y = put_lines(painter, QPointF(cell.left(), baseline + 76), lines, label, QColor(colours.ink))
    if said is not None:
        text = lit_span(section.passage.text, said.quote).of(section.passage.text)
        serif = style.faces.serif_font(32)
        most = max(1, int((cell.bottom() - y) / line_step(serif)))
        lines = broken(" ".join(text.split()), serif, cell.width(), most)
        put_lines(painter, QPointF(cell.left(), y + 16), lines, serif, QColor(colours.muted))


def _paint_result(painter: QPainter, area: QRectF, room: Room, text: str) -> None:
    """The computed line."""
    style = room.audience
    colours, sans = style.palette, style.faces.sans_font
    top = area.top() + area.height() * 0.74
    painter.fillRect(QRectF(area.left(), top, area.width(), 2), QColor(colours.line))
    font = sans(56, bold=True)
    lines = broken(text, font, area.width(), 2)
    put_lines(painter, QPointF(area.left(), top + 84), lines, font, QColor(colours.ink))
