"""Two figures side by side for the room, and below them what was computed from both."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.i18n.content_language import own_words
from viewer.model import Section
from viewer.present.presentation_model import Room
from viewer.present.slides.number_painting import fitting, pieces_of, put_number
from viewer.present.slides.text_painting import broken, line_step, put_lines
from viewer.proof.comparison import attain, value_of
from viewer.quantities.wording import Sourced, in_parts
from viewer.talk import (
    Compared,
    Step,
    StepKind,
    attainment_line,
    compared_figures,
    comparison_line,
    label_of,
    lit_span,
    standing_of,
)

LARGEST = 210.0
"""The numbers, in pixels at most."""
BETWEEN = 96.0
BAR = 58.0
"""The outline of a target is so high."""
RESULT = 56.0
"""The computed line, in pixels at most."""
_Side = tuple[Section, Sourced, Step | Compared]


def paint_comparison(painter: QPainter, area: QRectF, room: Room, step: Step) -> None:
    """Paint both figures of a comparison with their sentences, and the computed line below."""
    pair = compared_figures(room.talk, step)
    if pair is None or step.against is None:
        return
    section = room.talk.parts[step.part].section
    width = (area.width() - BETWEEN) / 2
    high = area.height() * (0.62 if step.kind is StepKind.TARGET else 0.7)
    sides: tuple[_Side, ...] = (
        (section, pair[0], step),
        (step.against.section, pair[1], step.against),
    )
    for number, side in enumerate(sides):
        cell = QRectF(area.left() + number * (width + BETWEEN), area.top(), width, high)
        _paint_side(painter, cell, room, side)
    words = own_words(section, None, room.console.words)
    aimed = step.kind is StepKind.TARGET
    if aimed:
        _paint_bars(painter, area, room, pair)
    line = attainment_line if aimed else comparison_line
    _paint_result(painter, area, room, line(*pair, words))


def _paint_bars(painter: QPainter, area: QRectF, room: Room, pair: tuple[Sourced, Sourced]) -> None:
    """The result as a bar in the outline of its target, both from zero; none below zero, or where
    the two are not measured alike."""
    values = [value_of(one) for one in pair]
    if attain(*pair).reason is not None or not all(one is not None and one > 0 for one in values):
        return
    reached, wanted = (float(one or 0) for one in values)
    most = max(reached, wanted)
    colours, top = room.audience.palette, area.top() + area.height() * 0.645
    bar = QRectF(area.left(), top + 10, area.width() * reached / most, BAR - 20)
    painter.fillRect(bar, QColor(colours.series[0]))
    painter.setPen(QPen(QColor(colours.ink), 4))
    painter.drawRect(QRectF(area.left() + 2, top, area.width() * wanted / most - 4, BAR))


def _paint_side(painter: QPainter, cell: QRectF, room: Room, side: _Side) -> None:
    """One number, what it measures, and the words that say it."""
    section, figure, step = side
    style = room.audience
    colours, sans = style.palette, style.faces.sans_font
    pieces = pieces_of(in_parts(figure, own_words(section, None, room.console.words)))
    largest = min(LARGEST, cell.height() * 0.4)  # larger text leaves a lower picture
    size = fitting(pieces, largest, cell.width(), style)
    baseline = cell.top() + largest * 0.95
    put_number(painter, QPointF(cell.left(), baseline), pieces, size, style)
    label = sans(40, bold=True)
    lines = broken(label_of(step), label, cell.width(), 2)
    y = put_lines(
        painter,
        QPointF(cell.left(), baseline + min(76.0, cell.height() * 0.15)),
        lines,
        label,
        QColor(colours.ink),
    )
    standing = standing_of(figure.metric, figure.point, style.words)
    if standing:
        at = QPointF(cell.left(), y)
        y = put_lines(painter, at, (standing,), sans(30), QColor(colours.muted))
    if step.said is not None:
        text = lit_span(section.passage.text, step.said.quote).of(section.passage.text)
        serif = style.faces.serif_font(32)
        most = int((cell.bottom() - y) / line_step(serif))
        if most < 1:
            return
        lines = broken(" ".join(text.split()), serif, cell.width(), most)
        put_lines(painter, QPointF(cell.left(), y + 16), lines, serif, QColor(colours.muted))


def _paint_result(painter: QPainter, area: QRectF, room: Room, text: str) -> None:
    """The computed line."""
    style = room.audience
    colours, sans = style.palette, style.faces.sans_font
    top = area.top() + area.height() * 0.74
    painter.fillRect(QRectF(area.left(), top, area.width(), 2), QColor(colours.line))
    size = min(RESULT, (area.bottom() - top) / 3.1)  # two lines of it stand above the foot
    font = sans(size, bold=True)
    lines = broken(text, font, area.width(), 2)
    at = QPointF(area.left(), top + size * 1.5)
    put_lines(painter, at, lines, font, QColor(colours.ink))
