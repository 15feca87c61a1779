"""Two figures side by side for the room, and below them what was computed from both."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.i18n.content_language import own_words
from viewer.model import Section
from viewer.present.presentation_model import Room
from viewer.present.slides.figure import FigurePane
from viewer.present.slides.number_painting import draw_number, fitting, pieces_of
from viewer.present.slides.text_painting import broken, draw_lines, line_step
from viewer.proof.comparison import attain, compare, value_of
from viewer.quantities.wording import Sourced, in_parts
from viewer.talk import (
    Compared,
    Step,
    StepKind,
    attainment_line,
    compared_figures,
    comparison_line,
    highlighted_span,
    label_of,
    standing_of,
)

LARGEST = 210.0
"""The numbers, in pixels at most."""
BETWEEN = 96.0
BAR = 58.0
"""The outline of a target is so high."""
BARS = 0.68
"""The part of the height above bars."""
CHART = 0.78
"""The part of the height that a chart of both figures has, above the computed line."""
RESULT = 56.0
"""The computed line, in pixels at most."""
LOOSE = "，,；;：:、"
"""With what a clause ends that is shown by itself, without the one after it."""
_Side = tuple[Section, Sourced, Step | Compared]


def paint_comparison(
    painter: QPainter, area: QRectF, room: Room, step: Step, charts: FigurePane
) -> None:
    """Paint both figures of a comparison, and the computed line below: in the chart that shows
    both where there is one, else side by side with their sentences."""
    pair = compared_figures(room.talk, step)
    if pair is None or step.against is None:
        return
    aimed = step.kind is StepKind.TARGET
    upper = QRectF(area.left(), area.top(), area.width(), area.height() * CHART - 24)
    if aimed or not charts.paint_pair(painter, upper, step):
        _paint_sides(painter, area, room, step, pair)
    words = own_words(room.talk.parts[step.part].section, None, room.console.words)
    line = attainment_line if aimed else comparison_line
    _paint_result(painter, area, room, line(*pair, words))


def _paint_sides(
    painter: QPainter, area: QRectF, room: Room, step: Step, pair: tuple[Sourced, Sourced]
) -> None:
    """Both figures side by side, and bars below them where bars say what is so."""
    aimed, against = step.kind is StepKind.TARGET, step.against
    if against is None:
        return
    parts = _parts(pair, aimed=aimed)
    width = (area.width() - BETWEEN) / 2
    high = area.height() * (0.74 if parts is None else 0.65)
    home = room.talk.parts[step.part].section
    sides: tuple[_Side, ...] = ((home, pair[0], step), (against.section, pair[1], against))
    for number, side in enumerate(sides):
        cell = QRectF(area.left() + number * (width + BETWEEN), area.top(), width, high)
        _paint_side(painter, cell, room, side)
        if parts is not None and not aimed:
            top = area.top() + area.height() * BARS
            bar = QRectF(cell.left(), top, width * parts[number], BAR - 20)
            painter.fillRect(bar, QColor(room.audience.palette.selected))
    if parts is not None and aimed:
        _paint_attained(painter, area, room, parts)


def _parts(pair: tuple[Sourced, Sourced], *, aimed: bool) -> tuple[float, float] | None:
    """Both values as parts of the larger one; None where bars from zero would not say what is so:
    below zero, or where the two are not measured alike."""
    one, other = map(value_of, pair)
    reason = (attain if aimed else compare)(*pair).reason
    if reason is not None or one is None or other is None or min(one, other) <= 0:
        return None
    most = max(one, other)
    return float(one / most), float(other / most)


def _paint_attained(
    painter: QPainter, area: QRectF, room: Room, parts: tuple[float, float]
) -> None:
    """The result as a bar in the outline of its target, both from zero."""
    reached, wanted = parts
    colours, top = room.audience.palette, area.top() + area.height() * BARS
    bar = QRectF(area.left(), top + 10, area.width() * reached, BAR - 20)
    painter.fillRect(bar, QColor(colours.series[0]))
    painter.setPen(QPen(QColor(colours.ink), 4))
    painter.drawRect(QRectF(area.left() + 2, top, area.width() * wanted - 4, BAR))


def _paint_side(painter: QPainter, cell: QRectF, room: Room, side: _Side) -> None:
    """One number, what it measures, and the words that say it."""
    section, figure, step = side
    style = room.audience
    colours, sans = style.palette, style.faces.sans_font
    pieces = pieces_of(in_parts(figure, own_words(section, None, room.console.words)))
    largest = min(LARGEST, cell.height() * 0.4)  # larger text leaves a lower picture
    size = fitting(pieces, largest, cell.width(), style)
    baseline = cell.top() + largest * 0.95
    draw_number(painter, QPointF(cell.left(), baseline), pieces, size, style)
    label = sans(40, bold=True)
    lines = broken(label_of(step), label, cell.width(), 2)
    y = draw_lines(
        painter,
        QPointF(cell.left(), baseline + min(76.0, cell.height() * 0.15)),
        lines,
        label,
        QColor(colours.ink),
    )
    standing = standing_of(figure.metric, figure.point, style.words)
    if standing:
        at = QPointF(cell.left(), y)
        y = draw_lines(painter, at, (standing,), sans(30), QColor(colours.muted))
    if step.said is not None:
        text = highlighted_span(section.passage.text, step.said.quote).of(section.passage.text)
        serif = style.faces.serif_font(32)
        most = int((cell.bottom() - y) / line_step(serif))
        if most < 1:
            return
        lines = broken(" ".join(text.split()).rstrip(LOOSE), serif, cell.width(), most)
        draw_lines(painter, QPointF(cell.left(), y + 16), lines, serif, QColor(colours.muted))


def _paint_result(painter: QPainter, area: QRectF, room: Room, text: str) -> None:
    """The computed line."""
    style = room.audience
    colours, sans = style.palette, style.faces.sans_font
    top = area.top() + area.height() * CHART
    painter.fillRect(QRectF(area.left(), top, area.width(), 2), QColor(colours.line))
    size = min(RESULT, (area.bottom() - top) / 3.1)  # two lines of it stand above the foot
    font = sans(size, bold=True)
    lines = broken(text, font, area.width(), 2)
    at = QPointF(area.left(), top + size * 1.5)
    draw_lines(painter, at, lines, font, QColor(colours.ink))
