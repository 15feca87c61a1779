"""Lists to choose from over a window: the sections with their figures, and what was found."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.present.presentation_model import Room
from viewer.present.slides.slide_painter import step_label
from viewer.present.slides.text_painting import (
    broken,
    draw_lines,
    draw_text,
    draw_text_right,
    elided,
    width_of,
)
from viewer.rendering.style import Style
from viewer.talk import TalkState, headlines, label_of, name_of

ROW = 56.0
LOWEST = 104.0
"""The height at which a card still shows number, title and a figure."""


def overview_cells(area: QRectF, count: int, chosen: int = 0) -> list[tuple[int, QRectF]]:
    """The sections whose cards there is room for and where they stand, the chosen one among them.

    As many columns as make cards of a good shape, as many rows as leave each card its title.
    """
    columns = next((c for c in (1, 2, 3, 4) if -(-count // c) <= c), 4)
    gap = 20.0
    fits = max(1, int((area.height() + gap) // (LOWEST + gap)))
    rows = -(-count // columns)
    first = max(0, min(chosen // columns - fits // 2, rows - fits))
    shown = min(rows, fits)
    width = (area.width() - gap * (columns - 1)) / columns
    height = min(width * 0.8, (area.height() - gap * (shown - 1)) / max(1, shown))
    numbers = range(first * columns, min(count, (first + shown) * columns))
    places = ((number, *divmod(number - numbers.start, columns)) for number in numbers)
    left, top = area.left(), area.top()
    return [
        (number, QRectF(left + c * (width + gap), top + r * (height + gap), width, height))
        for number, r, c in places
    ]


def paint_overview(painter: QPainter, area: QRectF, room: Room, state: TalkState) -> None:
    """All sections, each with its headline figures, and all pages; the chosen one framed, this one
    named."""
    stops, here = room.talk.stops, room.talk.stop_of(state.place)
    cells = overview_cells(area, len(stops), state.chosen)
    for number, cell in cells:
        _paint_card(painter, cell, room, stops[number], (number == state.chosen, number == here))
    if len(cells) < len(stops):  # more than there is room for: which these are, of how many
        said = f"{cells[0][0] + 1}–{cells[-1][0] + 1} / {len(stops)}"
        at, style = QPointF(area.right(), area.top() - 28), room.console
        draw_text_right(painter, at, said, style.faces.sans_font(18), QColor(style.palette.muted))


def found_rows(area: QRectF, state: TalkState) -> list[tuple[int, QRectF]]:
    """The rows of what was found that there is room for, the chosen one among them."""
    fits = max(1, int(area.height() // ROW))
    first = max(0, min(state.chosen - fits // 2, len(state.found) - fits))
    shown = range(first, min(first + fits, len(state.found)))
    return [
        (row, QRectF(area.left(), area.top() + (row - first) * ROW, area.width(), ROW - 6))
        for row in shown
    ]


def paint_found(painter: QPainter, area: QRectF, room: Room, state: TalkState) -> None:
    """The places that a number or words lead to; nothing found is said."""
    style = room.console
    if state.typed.strip() and not state.found:
        at = QPointF(area.left(), area.top() + 30)
        nothing = style.words("present.nothing-found", asked=state.typed.strip())
        draw_text(painter, at, nothing, style.faces.sans_font(18), QColor(style.palette.muted))
    for row, cell in found_rows(area, state):
        _paint_row(painter, cell, room, state.found[row], row == state.chosen)


def draw_right(painter: QPainter, cell: QRectF, y: float, text: str, style: Style) -> float:
    """A quiet word at the right edge of a row; where it begins."""
    font = style.faces.sans_font(16)
    draw_text_right(painter, QPointF(cell.right() - 16, y), text, font, QColor(style.palette.faint))
    return cell.right() - 16 - width_of(text, font)


def _paint_row(painter: QPainter, cell: QRectF, room: Room, place: int, chosen: bool) -> None:
    step = room.talk.steps[place]
    style, part = room.console, room.talk.parts[step.part]
    colours, sans = style.palette, style.faces.sans_font
    _frame(painter, cell, style, chosen)
    x = cell.left() + 16
    y = cell.center().y() + 7
    number = str(part.number or "·")
    x = draw_text(painter, QPointF(x, y), number, sans(18), QColor(colours.faint)) + 18
    if room.talk.in_run(place):
        right = draw_right(painter, cell, y, step_label(room, place, style.words), style)
        cell = QRectF(cell.left(), cell.top(), right - cell.left(), cell.height())
    if step.point is None:
        scene = room.scene_of(step)
        name = scene.title if scene else name_of(room.talk, place, style.words)
        title = elided(name, sans(19, bold=True), cell.right() - x - 16)
        draw_text(painter, QPointF(x, y), title, sans(19, bold=True), QColor(colours.ink))
        return
    value = sans(20, bold=True)
    x = (
        draw_text(
            painter, QPointF(x, y), room.figure_of(step).whole, value, QColor(colours.selected)
        )
        + 18
    )
    label = elided(label_of(step), sans(18), (cell.right() - x) * 0.55)
    x = draw_text(painter, QPointF(x, y), label, sans(18), QColor(colours.ink)) + 18
    if step.said is not None:
        quote = step.said.quote.of(part.section.passage.text)
        shown = elided(quote, sans(16), cell.right() - x - 16)
        draw_text_right(
            painter, QPointF(cell.right() - 16, y), shown, sans(16), QColor(colours.muted)
        )


def _paint_card(
    painter: QPainter, cell: QRectF, room: Room, stop: int, marks: tuple[bool, bool]
) -> None:
    chosen, here = marks
    part = room.talk.part_at(stop)
    style, sans = room.console, room.console.faces.sans_font
    colours = style.palette
    _frame(painter, cell, style, chosen)
    inner = cell.adjusted(18, 14, -18, -12)
    size = max(14.0, min(30.0, cell.height() / 11.5, cell.width() / 17))
    number = style.words("present.card", number=part.number) if part.number else ""
    if not room.talk.in_run(part.first):
        number = style.words("present.backup-section")
    small, top = sans(size * 0.75), inner.top() + size * 0.75
    colour = QColor(colours.selected if here else colours.faint)
    draw_text(painter, QPointF(inner.left(), top), number, small, colour)
    if here:
        draw_text_right(
            painter, QPointF(inner.right(), top), style.words("present.here"), small, colour
        )
    bold = sans(size, bold=True)
    lines = broken(name_of(room.talk, stop, style.words), bold, inner.width(), 2)
    at = QPointF(inner.left(), top + size * 1.6)
    y = draw_lines(painter, at, lines, bold, QColor(colours.ink)) + size * 0.5
    most = max(1, int((inner.bottom() - y) / (size * 1.75)) + 1)
    for step in headlines(part, most, room.chart_of):
        value = sans(size * 1.05, bold=True)
        said = elided(room.figure_of(step).whole, value, inner.width())
        end = draw_text(painter, QPointF(inner.left(), y), said, value, _accent(style))
        label = elided(label_of(step), sans(size * 0.8), inner.right() - end - 12)
        draw_text(painter, QPointF(end + 12, y), label, sans(size * 0.8), QColor(colours.muted))
        y += size * 1.75


def _frame(painter: QPainter, cell: QRectF, style: Style, chosen: bool) -> None:
    colours = style.palette
    edge = QPen(QColor(colours.selected), 2.5) if chosen else QPen(QColor(colours.line), 1)
    painter.setPen(edge)
    painter.setBrush(QColor(colours.track if chosen else colours.card))
    painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 6, 6)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _accent(style: Style) -> QColor:
    return QColor(style.palette.accent)
