"""A section's title for the room, with the figures that it is going to speak of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QPainter

from viewer.model import Span
from viewer.present.presentation_model import Room
from viewer.present.slides.number_painting import draw_number, fitting, pieces_of
from viewer.present.slides.passage_painter import Column
from viewer.present.slides.text_painting import (
    SMALL,
    broken,
    broken_or_cut,
    draw_lines,
    draw_text,
    draw_text_right,
    enlargements,
    line_step,
    scale_invariant,
)
from viewer.talk import Part, Step, headlines, measured, pages_of, room_type

LONGEST_LINE = 1400.0
NUMBERS = (1.0, 0.8, 0.65)
"""The sizes of a section's numbers, as parts of the largest, that are tried for long labels."""
THREE_ROWS = 560.0
"""The height from which numbers in two columns stand in three rows."""
WIDEST = 0.94
"""What of the width of its cell a number takes at most: it stays apart from the one beside it."""
ABOVE_LABEL = 1.9
"""From the baseline of a number to that of the words below it, in sizes of these."""


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
        top = area.top() + scale_invariant(30, self._scale, 26)
        draw_text(painter, QPointF(area.left(), top), number, sans(34), QColor(colours.accent))
        title = self._part.section.title
        scale = self._scale
        size = scale_invariant(92.0 if len(title) < 2 * area.width() * scale / 92 else 72.0, scale)
        font = sans(size, bold=True)
        lines = broken(title, font, area.width(), 3)
        baseline = draw_lines(
            painter, QPointF(area.left(), top + size * 1.45), lines, font, QColor(colours.ink)
        )
        below = baseline - size * 0.55
        painter.fillRect(QRectF(area.left(), below, 120, 6), QColor(colours.selected))
        rest = area.adjusted(0, below + scale_invariant(56, scale, 40) - area.top(), 0, 0)
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
        steps, grid, most = self._grid(area)
        for step, cell in zip(steps, grid, strict=True):
            paint_number(painter, cell, step, self._room, self._scale, most)
        count = len(self._part.figures)
        if len(steps) < count:
            style = self._style
            some = style.words("present.some-of", shown=len(steps), count=count)
            at = QPointF(area.right(), area.top() - 24)
            draw_text_right(
                painter, at, some, style.faces.sans_font(SMALL), QColor(style.palette.faint)
            )

    def _grid(self, area: QRectF) -> tuple[Sequence[Step], list[QRectF], float]:
        """The figures, their cells and the part of its size that their numbers are set in: the
        first of smaller numbers, then of fewer figures, at which every label is whole."""
        scale, room = self._scale, self._room
        columns = 3 if area.width() * scale > 1300 else 2
        rows = 2 if area.height() * scale > 420 else 1
        if columns == 2 and area.height() * scale > THREE_ROWS:
            rows = 3
        shapes = ((columns, rows), (2, rows), (2, min(2, rows)), (2, 1), (1, 1))
        for across, down in dict.fromkeys(shapes):
            steps = headlines(self._part, across * down, room.chart_of)
            grid = list(cells(area, len(steps), across, scale))
            for most in enlargements(NUMBERS, scale):
                pairs = zip(steps, grid, strict=True)
                if all(_has_room(cell, step, room, scale, most) for step, cell in pairs):
                    return steps, grid, most
        return steps, grid, most


def cells(area: QRectF, count: int, columns: int, scale: float = 1.0) -> Iterator[QRectF]:
    """So many cells of one size, row by row, that fill `area` with gaps between them."""
    if not count:
        return
    columns = min(columns, count)
    rows = -(-count // columns)
    gap = scale_invariant(40.0, scale)
    width = (area.width() - gap * (columns - 1)) / columns
    height = min(scale_invariant(340.0, scale), (area.height() - gap * (rows - 1)) / rows)
    for number in range(count):
        row, column = divmod(number, columns)
        left = area.left() + column * (width + gap)
        yield QRectF(left, area.top() + row * (height + gap), width, height)


def paint_number(
    painter: QPainter, cell: QRectF, step: Step, room: Room, scale: float = 1.0, part: float = 1.0
) -> None:
    """A number with its sign, its unit and its bound, a line above, and below what it measures.

    The number is set in `part` of the size that it has else.
    """
    style = room.audience
    colours = style.palette
    painter.fillRect(QRectF(cell.left(), cell.top(), cell.width(), 2), QColor(colours.line))
    pieces = pieces_of(room.figure_of(step))
    most = _largest(cell, scale) * part
    size = fitting(pieces, most, cell.width() * WIDEST, style)
    baseline = _baseline(cell, scale, most)
    both = (colours.ink, colours.muted)
    draw_number(painter, QPointF(cell.left(), baseline), pieces, size, style, both)
    label, lines, _ = _label(cell, step, room, scale, part)
    top = baseline + label.pixelSize() * ABOVE_LABEL
    draw_lines(painter, QPointF(cell.left(), top), lines, label, QColor(colours.muted))


def _largest(cell: QRectF, scale: float) -> float:
    return max(
        scale_invariant(84.0, scale),
        min(150.0, cell.height() * (0.45 + 0.03 * max(0.0, scale - 1))),
    )


def _baseline(cell: QRectF, scale: float, most: float) -> float:
    return cell.top() + scale_invariant(34, scale) + most * 0.86


def _has_room(cell: QRectF, step: Step, room: Room, scale: float, part: float) -> bool:
    """Whether the words below a number are whole."""
    return not _label(cell, step, room, scale, part)[2]


def _label(
    cell: QRectF, step: Step, room: Room, scale: float, part: float
) -> tuple[QFont, tuple[str, ...], bool]:
    """The words below a number, in the largest face that has room for all of them in its lines;
    and whether the last of these is cut, where none has."""
    sans, text = room.audience.faces.sans_font, measured(step, room.words_of(step))
    most = _largest(cell, scale)
    below = cell.bottom() - _baseline(cell, scale, most * part)
    plain = scale_invariant(max(30.0, most * scale * 0.3), scale)
    least = float(ceil(scale_invariant(SMALL, scale)))  # type is set in whole pixels
    sizes = {max(30.0, most * 0.3), plain, least, *enlargements((SMALL,), scale)}
    return _set(text, QSizeF(cell.width(), below), [sans(one) for one in sorted(sizes)[::-1]])


def _set(text: str, room: QSizeF, faces: Sequence[QFont]) -> tuple[QFont, tuple[str, ...], bool]:
    """Words below a number in the first of `faces` that has room for all of them; else those that
    the last has no room for, or cut in its last line, which the third value says."""
    for label in faces:
        free = room.height() - label.pixelSize() * ABOVE_LABEL
        most = max(1, 1 + int(free / line_step(label)))
        lines, cut = broken_or_cut(text, label, room.width(), most)
        if not (cut := cut or free < 0):
            break
    return label, lines, cut
