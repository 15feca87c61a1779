"""The questions on the console, beside the pictures: a line to note one, below it those noted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from viewer.present.console.overlays import dress_line, question_line
from viewer.present.console.question_rows import ROW, paint_questions, row_at
from viewer.present.console.scaled_widget import ScaledWidget
from viewer.present.presentation_model import Room
from viewer.present.slides.text_painting import broken, draw_lines, draw_text, elided, line_step
from viewer.talk import Panel, TalkState

CAPTION, LINE_HIGH, FOOT = 28.0, 46.0, 62.0
ROWS, ROWS_OPEN = 2, 3
"""Questions that are seen while none is noted, and while one is."""


class QuestionsPane(ScaledWidget):
    """Hidden until there is a question, or one is to be noted.

    `typed` carries the words of the line as they change, `chose` a row that was clicked, `ticked`
    one whose box was.
    """

    typed = Signal(str)
    chose = Signal(int)
    ticked = Signal(int)

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = room.console
        self._state = TalkState()
        self._foot = ""
        self.line: QLineEdit = question_line(self)
        for widget in (self, self.line):
            widget.setAccessibleName(self._style.words(f"present.panel.{Panel.QUESTION}"))
        self.line.textEdited.connect(self.typed)
        self.line.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def open(self) -> bool:
        """Whether a question is to be noted or chosen."""
        return self._state.panel is Panel.QUESTION

    def show_state(self, state: TalkState) -> None:
        """Show the questions; the line has the keys while one is to be noted."""
        opened = state.panel is Panel.QUESTION and not self.open
        self._state = state
        self._measure()
        self.setVisible(self.open or bool(state.questions))
        self.line.setVisible(self.open)
        if opened:
            self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.update()

    def set_foot(self, text: str) -> None:
        """What stands below: where the questions are saved."""
        self._foot = text
        self.update()

    def grow(self, growth: float) -> None:
        """Draw larger, the line with it."""
        super().grow(growth)
        self._place_line()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the line as wide as the pane."""
        super().resizeEvent(event)
        self._place_line()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The caption with the count of open ones, the rows, and the keys while it has them."""
        del event
        painter = self.painter()
        words, sans = self._style.words, self._style.faces.sans_font
        muted = QColor(self._style.palette.muted)
        waiting = sum(not one.answered for one in self._state.questions)
        caption = words("present.questions-open", count=waiting, all=len(self._state.questions))
        if not self._state.questions:
            caption = words("present.panel.question")
        draw_text(painter, QPointF(0, 19), caption, sans(14), muted)
        paint_questions(painter, self._rows, self._style, self._state)
        if self.open:
            self._paint_foot(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the figure of a question, or tick it."""
        hit = row_at(self._rows, self._state, event.position() / self.growth)
        if hit is not None:
            row, box = hit
            (self.ticked if box else self.chose).emit(row)

    @property
    def _rows(self) -> QRectF:
        top = CAPTION + (LINE_HIGH + 6 if self.open else 0)
        return QRectF(0, top, self.wide, max(0.0, self.high - top - (FOOT if self.open else 0)))

    def _measure(self) -> None:
        shown = min(len(self._state.questions), ROWS_OPEN if self.open else ROWS)
        high = CAPTION + ROW * shown + (LINE_HIGH + 6 + FOOT if self.open else 0)
        if self.heights != (high, high):
            self.heights = (round(high), round(high))
            self._bound()
            self.updateGeometry()

    def _place_line(self) -> None:
        top, high = round(CAPTION * self.growth), round(LINE_HIGH * self.growth)
        self.line.setGeometry(0, top, self.width(), high)
        dress_line(self.line, self._style, round(18 * self.growth))

    def _paint_foot(self, painter: QPainter) -> None:
        """The keys in up to two lines, below them where the questions are saved."""
        font = self._style.faces.sans_font(13)
        keys = self._style.words("present.panel-foot.question")
        at = QPointF(0, self.high - FOOT + 16)
        lines = broken(keys, font, self.wide, 2)
        draw_lines(painter, at, lines, font, QColor(self._style.palette.muted))
        saved = elided(self._foot, font, self.wide)
        below = at + QPointF(0, len(lines) * line_step(font))
        draw_text(painter, below, saved, font, QColor(self._style.palette.faint))
