"""Figures of two editions for the room: then and now as bars of one measure, and the difference."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from viewer.i18n.content_language import own_words
from viewer.present.presentation_model import Room
from viewer.present.slides.text_painting import (
    SMALL,
    broken,
    draw_lines,
    draw_text,
    draw_text_right,
    elided,
    scale_invariant,
    shrunk,
    width_of,
)
from viewer.quantities.wording import as_written, plain
from viewer.talk import Compared, Moved, Step, bars_of, figure_of, label_of, moved_line

_LABEL = 0.34
"""The part of the width that labels and differences take; bars and values have the rest."""
_BAR = 0.96
"""The part of the rest that the longest bar takes."""
WORDS = 34.0
"""Labels and differences, in pixels at most."""
VALUES, ALONE = 46.0, 84.0
"""The values below bars, and where no bars are, in pixels at most."""
LINES, LEADING = 4, 1.6
"""So many lines of words stand in a row, each so many times as high as its type."""
_THICK = 0.3
"""The part of half a row that a bar takes."""


def paint_editions(painter: QPainter, area: QRectF, step: Step, room: Room, scale: float) -> None:
    """Paint the rows of an edition step, each a measure with its two values."""
    rows = len(step.moved)
    gap = scale_invariant(28, scale)
    height = min((area.height() - gap * (rows - 1)) / max(1, rows), scale_invariant(300, scale))
    _paint_name(painter, area, step, room)
    for number, one in enumerate(step.moved):
        top = area.top() + number * (height + gap)
        row = QRectF(area.left(), top, area.width(), height)
        if number:
            line = QRectF(row.left(), top - gap / 2, row.width(), 2)
            painter.fillRect(line, QColor(room.audience.palette.line))
        _paint_words(painter, row, one, room)
        _paint_values(painter, row, one, room, scale)


def _paint_name(painter: QPainter, area: QRectF, step: Step, room: Room) -> None:
    """Which report the earlier edition is, above the rows."""
    style = room.audience
    font = style.faces.sans_font(30)
    named = next((style.words("edition.old", title=one.edition) for one in step.moved), "")
    at = QPointF(area.right(), area.top() - 40)
    draw_text_right(
        painter, at, elided(named, font, area.width() * 0.6), font, QColor(style.palette.muted)
    )


def _paint_words(painter: QPainter, row: QRectF, one: Moved, room: Room) -> None:
    """What is measured, and below it how it moved."""
    style = room.audience
    colours, sans = style.palette, style.faces.sans_font
    width = row.width() * _LABEL - 40
    size = min(WORDS, row.height() / (LINES * LEADING))
    label, said = sans(size, bold=True), sans(size)
    words = own_words(one.now.section, None, room.console.words)
    moved = broken(moved_line(one, words), said, width, 2)
    lines = broken(label_of(one.now), label, width, LINES - len(moved))
    at = QPointF(row.left(), row.top() + size * 1.15)
    y = draw_lines(painter, at, lines, label, QColor(colours.ink))
    draw_lines(painter, QPointF(row.left(), y), moved, said, QColor(colours.accent))


def _paint_values(painter: QPainter, row: QRectF, one: Moved, room: Room, scale: float) -> None:
    """The earlier value above the present one, as bars from zero where bars say what is so; else
    larger and beside each other."""
    left = row.left() + row.width() * _LABEL
    wide, bars, colours = row.right() - left, bars_of(one), room.audience.palette
    then, now = (one.then, "edition.then", colours.muted), (one.now, "edition.now", colours.ink)
    if bars is None:
        most = max(VALUES, scale_invariant(ALONE, scale))
        for number, told in enumerate((then, now)):
            cell = QRectF(left + number * wide / 2, row.top(), wide / 2, row.height())
            _paint_value(painter, cell.adjusted(0, 0, 0, -cell.height() * 0.2), told, room, most)
        return
    half = row.height() / 2
    parts = ((then, bars[1], colours.faint), (now, bars[0], colours.series[0]))
    for number, (told, part, colour) in enumerate(parts):
        cell = QRectF(left, row.top() + number * half, wide, half)
        bar = QRectF(left, cell.top() + half * 0.12, wide * _BAR * part, half * _THICK)
        painter.fillRect(bar, QColor(colour))
        _paint_value(painter, cell, told, room, VALUES)


def _paint_value(
    painter: QPainter, cell: QRectF, told: tuple[Compared, str, str], room: Room, most: float
) -> None:
    """One value as its edition prints it, below its bar, with which edition that is."""
    side, key, ink = told
    style = room.audience
    words = own_words(side.section, None, room.console.words)
    value = plain(as_written(figure_of(side), words))
    name, said = style.faces.sans_font(30), style.words(key)
    wide = cell.width() - width_of(said, name) - 40
    size = min(most, cell.height() * 0.42)
    number = shrunk(value, lambda s: style.faces.sans_font(s, bold=True), (size, SMALL), wide)
    base = cell.bottom() - cell.height() * 0.1
    at = QPointF(cell.left(), base)
    behind = draw_text(painter, at, elided(value, number, wide), number, QColor(ink))
    draw_text(painter, QPointF(behind + 20, base), said, name, QColor(style.palette.muted))
