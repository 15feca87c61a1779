"""A section's title for the room, with the figures that it is going to speak of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QPainter

from viewer.model import Span
from viewer.present.presentation_model import Room
from viewer.present.slides.number_painting import fitting, pieces_of, put_number
from viewer.present.slides.passage_painter import Column
from viewer.present.slides.text_painting import (
    SMALL,
    broken,
    held,
    is_cut,
    line_step,
    put,
    put_lines,
    put_right,
)
from viewer.talk import Part, Step, headlines, measured, pages_of, room_type

LONGEST_LINE = 1400.0


class TitleCard:
    """Paints the title step of one section."""

    def __init__(self, room: Room, part: Part, scale: float = 1.0) -> None:
        self._room = room
        self._scale = scale
        self._part = part
        self._style = room.audience

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint number and title, and below them the figures, or the words where there are none."""
        words, colours, sans = self._style.words, self._style.palette, self._style.faces.sans_font
        count = self._room.talk.sections
        number = words("present.section", number=self._part.number, count=count)
        if not self._room.talk.in_run(self._part.first):
            number = words("present.backup-section")
        top = area.top() + held(30, self._scale, 26)
        put(painter, QPointF(area.left(), top), number, sans(34), QColor(colours.accent))
        title = self._part.section.title
        scale = self._scale
        size = held(92.0 if len(title) < 2 * area.width() * scale / 92 else 72.0, scale)
        font = sans(size, bold=True)
        lines = broken(title, font, area.width(), 3)
        baseline = put_lines(
            painter, QPointF(area.left(), top + size * 1.45), lines, font, QColor(colours.ink)
        )
        below = baseline - size * 0.55
        painter.fillRect(QRectF(area.left(), below, 120, 6), QColor(colours.selected))
        rest = area.adjusted(0, below + held(56, scale, 40) - area.top(), 0, 0)
        if self._part.figures:
            self._paint_grid(painter, rest)
        else:
            self._paint_words(painter, rest)

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        """The passage itself, as large as it fits, in lines that are not too long to read."""
        section = self._part.section
        if not section.passage.text.strip() or pages_of(section.passage.text):
            return  # the steps that follow show it, paragraph by paragraph
        room = QSizeF(min(area.width(), LONGEST_LINE), area.height())
        size = room_type(len(section.passage.text), room.width(), room.height())
        step = self._room.talk.steps[self._part.first]
        lit = replace(step, span=Span(0, len(section.passage.text)))
        Column(section, self._style, size, room).paint(painter, area.topLeft(), (), lit)

    def _paint_grid(self, painter: QPainter, area: QRectF) -> None:
        scale = self._scale
        columns = 3 if area.width() * scale > 1300 else 2
        rows = 2 if area.height() * scale > 420 else 1
        room = self._room
        steps = headlines(self._part, columns * rows, room.chart_of)
        for step, cell in zip(steps, cells(area, len(steps), columns, scale), strict=True):
            paint_number(painter, cell, step, self._room, scale)
        count = len(self._part.figures)
        if len(steps) < count:
            style = self._style
            some = style.words("present.some-of", shown=len(steps), count=count)
            at = QPointF(area.right(), area.top() - 24)
            put_right(painter, at, some, style.faces.sans_font(SMALL), QColor(style.palette.faint))


def cells(area: QRectF, count: int, columns: int, scale: float = 1.0) -> Iterator[QRectF]:
    """So many cells of one size, row by row, that fill `area` with gaps between them."""
    if not count:
        return
    columns = min(columns, count)
    rows = -(-count // columns)
    gap = held(40.0, scale)
    width = (area.width() - gap * (columns - 1)) / columns
    height = min(held(340.0, scale), (area.height() - gap * (rows - 1)) / rows)
    for number in range(count):
        row, column = divmod(number, columns)
        left = area.left() + column * (width + gap)
        yield QRectF(left, area.top() + row * (height + gap), width, height)


def paint_number(
    painter: QPainter, cell: QRectF, step: Step, room: Room, scale: float = 1.0
) -> None:
    """A number with its sign, its unit and its bound, a line above, and below what it measures."""
    style, words = room.audience, room.words_of(step)
    colours, sans = style.palette, style.faces.sans_font
    painter.fillRect(QRectF(cell.left(), cell.top(), cell.width(), 2), QColor(colours.line))
    pieces = pieces_of(room.figure_of(step))
    most = max(held(84.0, scale), min(150.0, cell.height() * (0.45 + 0.03 * max(0.0, scale - 1))))
    size = fitting(pieces, most, cell.width(), style)
    baseline = cell.top() + held(34, scale) + most * 0.86
    both = (colours.ink, colours.muted)
    put_number(painter, QPointF(cell.left(), baseline), pieces, size, style, both)
    text = measured(step, words)
    room_below = QSizeF(cell.width(), cell.bottom() - baseline)
    sizes = {max(30.0, most * 0.3), held(max(30.0, most * scale * 0.3), scale), SMALL}
    label, lines = _set(text, room_below, [sans(one) for one in sorted(sizes, reverse=True)])
    top = baseline + label.pixelSize() * 1.9
    put_lines(painter, QPointF(cell.left(), top), lines, label, QColor(colours.muted))


def _set(text: str, room: QSizeF, faces: Sequence[QFont]) -> tuple[QFont, tuple[str, ...]]:
    """Words below a number in the first of `faces` that has room for all of them, in up to three
    lines; else cut in the last."""
    for label in faces:
        free = room.height() - label.pixelSize() * 1.9
        most = max(1, min(3, 1 + int(free / line_step(label))))
        if not is_cut(text, label, room.width(), most):
            break
    return label, broken(text, label, room.width(), most)
