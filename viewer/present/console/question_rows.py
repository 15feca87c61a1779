"""The questions of the room as rows: a box to tick, the words, and where they were asked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.present.slides.text_painting import draw_text, draw_text_right, elided, width_of
from viewer.rendering.style import Style
from viewer.talk import LINE, TalkState

ROW = 46.0
_BOX = 18.0


def question_cells(area: QRectF, state: TalkState) -> list[tuple[int, QRectF]]:
    """The questions that there is room for and where they stand: the chosen one among them, the
    latest where none is chosen."""
    count = len(state.questions)
    fits = max(1, int(area.height() // ROW))
    chosen = count - 1 if state.chosen == LINE or not state.panel else state.chosen
    first = max(0, min(chosen - fits // 2, count - fits))
    return [
        (row, QRectF(area.left(), area.top() + (row - first) * ROW, area.width(), ROW - 4))
        for row in range(first, min(first + fits, count))
    ]


def tick_box(cell: QRectF) -> QRectF:
    """Where the box of a row is drawn; all of the row to its right leads to the figure."""
    return QRectF(cell.left() + 10, cell.center().y() - _BOX / 2, _BOX, _BOX)


def row_at(area: QRectF, state: TalkState, at: QPointF) -> tuple[int, bool] | None:
    """The question at a point, and whether its box is meant; None beside them."""
    for row, cell in question_cells(area, state):
        if cell.contains(at):
            return row, at.x() <= tick_box(cell).right() + 8
    return None


def paint_questions(painter: QPainter, area: QRectF, style: Style, state: TalkState) -> None:
    """Answered ones ticked and quiet, the chosen one framed."""
    for row, cell in question_cells(area, state):
        _paint_row(painter, cell, style, (state, row))


def _paint_row(painter: QPainter, cell: QRectF, style: Style, which: tuple[TalkState, int]) -> None:
    state, row = which
    question, colours, sans = state.questions[row], style.palette, style.faces.sans_font
    chosen = bool(state.panel) and row == state.chosen
    painter.setPen(QPen(QColor(colours.selected if chosen else colours.line), 2 if chosen else 1))
    painter.setBrush(QColor(colours.track if chosen else colours.card))
    painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 5, 5)
    _paint_box(painter, tick_box(cell), style, question.answered)
    left, right = tick_box(cell).right() + 12, cell.right() - 10
    ink = QColor(colours.muted if question.answered else colours.ink)
    bold = sans(16, bold=not question.answered)
    text = " ".join(question.text.split())
    draw_text(painter, QPointF(left, cell.top() + 19), elided(text, bold, right - left), bold, ink)
    small, time = sans(13), f"{question.asked:%H:%M}"
    base = cell.top() + 36
    draw_text_right(painter, QPointF(right, base), time, small, QColor(colours.faint))
    where = elided(question.where, small, right - left - width_of(time, small) - 10)
    draw_text(painter, QPointF(left, base), where, small, QColor(colours.muted))


def _paint_box(painter: QPainter, box: QRectF, style: Style, ticked: bool) -> None:
    colours = style.palette
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colours.good if ticked else colours.muted), 1.5))
    painter.drawRoundedRect(box, 3, 3)
    if ticked:
        painter.setPen(QPen(QColor(colours.good), 2.5))
        middle = QPointF(box.left() + 7, box.bottom() - 4)
        painter.drawLine(QPointF(box.left() + 3.5, box.center().y()), middle)
        painter.drawLine(middle, QPointF(box.right() - 3, box.top() + 4))
