"""What lies over the presenter's window: keys, overview, go to, a question, the clicker page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from viewer.present.console.keycaps import paint_keys, paint_received_key
from viewer.present.console.lists import found_rows, overview_cells, paint_found, paint_overview
from viewer.present.console.question_rows import paint_questions, row_at
from viewer.present.console.scaled_widget import ScaledWidget, growth_of
from viewer.present.console.telling import panel_spots
from viewer.present.presentation_model import Room
from viewer.present.slides.text_painting import draw_text, elided
from viewer.rendering.spots import Spot, SpotMemory
from viewer.rendering.style import Style
from viewer.talk import Panel, TalkState, command_of

MOST_TYPED = 500
"""Characters that a line takes."""
_WITH_LINE = frozenset({Panel.GO, Panel.QUESTION})


def question_line(parent: QWidget) -> QLineEdit:
    """A line to type into, as long as a question may be."""
    line = QLineEdit(parent)
    line.setMaxLength(MOST_TYPED)
    return line


def dress_line(line: QLineEdit, style: Style, size: int) -> None:
    """A line's colours and type; a style sheet of the application would win over a font."""
    colours = style.palette
    line.setStyleSheet(
        f"QLineEdit {{ background: {colours.card}; color: {colours.ink};"
        f" padding: {size // 3}px {size // 2}px; font-size: {size}px;"
        f" border: 1px solid {colours.accent}; border-radius: 5px; }}"
    )


class Panels(ScaledWidget):
    """Covers its window while a panel is open; a list's rows can be clicked.

    `typed` carries the words of the line as they change, `chose` a row that was clicked, `ticked`
    the row of a question whose box was.
    """

    typed = Signal(str)
    chose = Signal(int)
    ticked = Signal(int)

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        self._state = TalkState()
        self._foot = ""
        self._spots = SpotMemory()
        self.line = question_line(self)
        self._dress_line()
        self.line.textEdited.connect(self.typed)
        self.hide()

    def show_state(self, state: TalkState) -> None:
        """Show the panel that is open, or nothing."""
        opened = state.panel is not self._state.panel
        self._state = state
        if not state.panel:
            self.hide()
            return
        if opened:
            self._open(state)
        self.update()

    def spots(self) -> tuple[Spot, ...]:
        """What the panel shows, for a screen reader."""
        state = self._state
        shown = (id(self._room), state.panel, state.found, state.questions, state.chosen)
        return self._spots.of(shown, lambda: panel_spots(self._room, state))

    def renew(self, room: Room) -> None:
        """List the parts of a newer version of the talk from now on."""
        self._room = room

    def set_foot(self, text: str) -> None:
        """What stands below the line of a question: where it is saved."""
        self._foot = text
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the panel over a cover that lets nothing through."""
        del event
        painter = self.painter()
        style = self._room.console
        painter.fillRect(QRectF(0, 0, self.wide, self.high), QColor(style.palette.page))
        words, sans = style.words, style.faces.sans_font
        title = words(f"present.panel.{self._state.panel}")
        left = self._inner.left()
        draw_text(painter, QPointF(left, 52), title, sans(22, bold=True), QColor(style.palette.ink))
        leave = words(f"present.panel-foot.{self._state.panel}")
        shown = elided(leave, sans(15), self._inner.width())
        below = QPointF(left, self.high - 22.0)
        draw_text(painter, below, shown, sans(15), QColor(style.palette.muted))
        _PAINTS[self._state.panel](self, painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the row that was clicked."""
        at = event.position() / self.growth
        if self._state.panel is Panel.QUESTION:
            asked = row_at(self._questions, self._state, at)
            if asked is not None:
                (self.ticked if asked[1] else self.chose).emit(asked[0])
            return
        rows = overview_cells(self._body, len(self._room.talk.stops), self._state.chosen)
        if self._state.panel is Panel.GO:
            rows = found_rows(self._below_line, self._state)
        elif self._state.panel is not Panel.OVERVIEW:
            rows = []
        hit = next((row for row, cell in rows if cell.contains(at)), None)
        if hit is not None:
            self.chose.emit(hit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the line below the title."""
        super().resizeEvent(event)
        self.grow(growth_of(self.size()))
        line = QRectF(self._inner.left(), 76, self._inner.width(), 52)
        corners = (line.topLeft() * self.growth, line.bottomRight() * self.growth)
        self.line.setGeometry(QRectF(*corners).toRect())
        self._dress_line()

    @property
    def _inner(self) -> QRectF:
        side = max(28.0, self.wide * 0.04)
        return QRectF(side, 0, self.wide - 2 * side, self.high)

    @property
    def _body(self) -> QRectF:
        return QRectF(self._inner.left(), 80, self._inner.width(), max(60, self.high - 136))

    @property
    def _below_line(self) -> QRectF:
        return self._body.adjusted(0, 64, 0, 0)

    @property
    def _questions(self) -> QRectF:
        return self._below_line.adjusted(0, 44, 0, 0)

    def _dress_line(self) -> None:
        dress_line(self.line, self._room.console, round(22 * self.growth))

    def _open(self, state: TalkState) -> None:
        self.setGeometry(self.window().rect())
        named = self._room.console.words(f"present.panel.{state.panel}")
        for widget in (self, self.line):
            widget.setAccessibleName(named)
        self.line.setVisible(state.panel in _WITH_LINE)
        self.line.setText(state.typed)
        self.show()
        self.raise_()
        if state.panel in _WITH_LINE:
            self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _paint_keys(self, painter: QPainter) -> None:
        paint_keys(painter, self._body, self._room.console)

    def _paint_overview(self, painter: QPainter) -> None:
        paint_overview(painter, self._body, self._room, self._state)

    def _paint_found(self, painter: QPainter) -> None:
        paint_found(painter, self._below_line, self._room, self._state)

    def _paint_question(self, painter: QPainter) -> None:
        style, area = self._room.console, self._below_line
        at = QPointF(area.left(), area.top() + 24)
        draw_text(painter, at, self._foot, style.faces.sans_font(17), QColor(style.palette.muted))
        paint_questions(painter, self._questions, style, self._state)

    def _paint_received_key(self, painter: QPainter) -> None:
        words, key = self._room.console.words, self._state.heard
        command = command_of(key) if key else None
        said = words("present.press-a-key")
        if key:
            said = words(f"talk.key.{command}") if command else words("present.means-nothing")
        paint_received_key(painter, self._body, self._room.console, (key, said))


_PAINTS: Mapping[Panel, Callable[[Panels, QPainter], None]] = {
    Panel.HELP: Panels._paint_keys,
    Panel.OVERVIEW: Panels._paint_overview,
    Panel.GO: Panels._paint_found,
    Panel.QUESTION: Panels._paint_question,
    Panel.CLICKER: Panels._paint_received_key,
}
