"""The right side of the console: what comes next, and what the presenter wrote down."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from viewer.i18n import inner
from viewer.present.presentation_model import Room
from viewer.present.scaled_widget import Grown
from viewer.present.slide_view import Stage
from viewer.present.text_painting import broken, elided, put, put_lines
from viewer.rendering.style import Style
from viewer.rendering.tips import tip_of
from viewer.talk import Light, Step, TalkState, label_of, upcoming

SMALLEST, LARGEST = 0.6, 2.5
"""How much smaller and larger than usual the notes can be."""

_USUAL = 22


class _Captioned(Grown):
    """Keeps `room` for a caption above the widget that it holds."""

    room = 30.0

    def hold(self, widget: QWidget) -> None:
        """Lay out the one widget below the caption."""
        self._column = QVBoxLayout(self)
        self._column.addWidget(widget)
        self.grow(1.0)

    def grow(self, growth: float) -> None:
        """Draw larger, the caption's room with it."""
        super().grow(growth)
        self._column.setContentsMargins(0, round(self.room * growth), 0, 0)


class NextCard(_Captioned):
    """The next step in words, and a click goes there; of a frozen audience the picture it keeps."""

    pressed = Signal()
    room = 40.0
    """So that its frame begins where that of the audience's picture does."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._next: Step | None = None
        self._behind = False
        self.kept = Stage(room, 16 / 9, self)
        self.kept.hide()
        self.hold(self.kept)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _whole(self) -> str:
        """All that the card says of the next step, where its lines may be cut."""
        step = self._next
        if step is None or step.metric is None:
            return ""
        said = self._room.figure_of(step).whole
        return " · ".join(filter(None, (said, label_of(step))))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a number, its label and its quote."""
        return QSize(360, 220) * self.growth

    def renew(self, room: Room) -> None:
        """Go on in a newer version of the talk."""
        self._room = room
        self.kept.renew(room)

    def show_state(self, state: TalkState) -> None:
        """Show what follows the present step."""
        place = upcoming(self._room.talk, state)
        self._next = None if place is None else self._room.talk.steps[place]
        self._behind = state.frozen
        self.setToolTip(tip_of(self._whole()))
        self.kept.setVisible(state.frozen)
        if state.frozen:
            self.kept.show_state(state.shown, replace(state, light=Light.NOTHING))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """A caption, and in a frame the number large with what it measures and its words."""
        del event
        painter = self.painter()
        style = self._room.console
        colours, sans = style.palette, style.faces.sans_font
        caption = style.words("present.audience-keeps" if self._behind else "present.next")
        put(painter, QPointF(0, 23), caption, sans(14), QColor(colours.muted))
        if self._behind:
            return
        frame = QRectF(0.5, self.room + 0.5, self.wide - 1, self.high - self.room - 1)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawRoundedRect(frame, 6, 6)
        self._paint_next(painter, frame.adjusted(22, 14, -18, -12))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the step that is shown as the next."""
        if event.button() is Qt.MouseButton.LeftButton and not self._behind:
            self.pressed.emit()

    def _paint_next(self, painter: QPainter, area: QRectF) -> None:
        style, step = self._room.console, self._next
        colours, sans = style.palette, style.faces.sans_font
        bold, ink = sans(24, bold=True), QColor(colours.ink)
        at = QPointF(area.left(), area.top() + 30)
        if step is None:
            put(painter, at, style.words("present.last"), bold, QColor(colours.muted))
            return
        part = self._room.talk.parts[step.part]
        if step.point is None:
            title = style.words("present.next-section", number=part.number)
            put(painter, at, title, sans(17), QColor(colours.accent))
            lines = broken(part.section.title, bold, area.width(), 3)
            put_lines(painter, QPointF(at.x(), at.y() + 40), lines, bold, ink)
            return
        value = sans(30, bold=True)
        said = elided(self._room.figure_of(step).whole, value, area.width())
        put(painter, QPointF(at.x(), at.y() + 4), said, value, ink)
        lines = broken(label_of(step), sans(20, bold=True), area.width(), 2)
        y = put_lines(painter, QPointF(at.x(), at.y() + 42), lines, sans(20, bold=True), ink)
        if step.said is not None:
            quote = style.words(
                "present.quote", quote=inner(step.said.quote.of(part.section.passage.text))
            )
            most = max(1, int((area.bottom() - y) // 26))
            lines = broken(quote, sans(17), area.width(), most)
            put_lines(painter, QPointF(at.x(), y + 4), lines, sans(17), QColor(colours.muted))


class Notes(_Captioned):
    """The notes of the section and of the figure, in a size of the presenter's choice."""

    def __init__(self, style: Style, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.scale = scale
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        colours = style.palette
        self.text.setStyleSheet(
            f"QPlainTextEdit {{ background: transparent; color: {colours.ink}; padding: 10px 14px;"
            f" border: 1px solid {colours.line}; border-radius: 6px; }}"
            f"QScrollBar {{ background: transparent; width: 10px; }}"
            f"QScrollBar::handle {{ background: {colours.line}; border-radius: 4px; }}"
            "QScrollBar::add-line, QScrollBar::sub-line { height: 0; }"
        )
        self.hold(self.text)

    def grow(self, growth: float) -> None:
        """Draw larger, the type with it."""
        super().grow(growth)
        self.scale_type(1.0)

    def show_notes(self, figure: str, section: str) -> None:
        """Show the notes of a figure before those of its section."""
        words = self._style.words
        heads = (words("present.notes-figure"), words("present.notes-section"))
        parts = [text.strip() for text in (figure, section)]
        if all(parts):
            said = "\n\n".join(f"{head}\n{text}" for head, text in zip(heads, parts, strict=True))
        else:
            said = "".join(parts) or words("present.no-notes")
        if said != self.text.toPlainText():
            self.text.setPlainText(said)
            self._show_whole_lines()
            for block in (0, parts[0].count("\n") + 3) if all(parts) else ():
                self._quieten(block)

    def _quieten(self, block: int) -> None:
        """Set a line that is a heading apart from the notes below it."""
        cursor = QTextCursor(self.text.document().findBlockByNumber(block))
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        letters = QTextCharFormat()
        letters.setForeground(QColor(self._style.palette.muted))
        cursor.mergeCharFormat(letters)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep to whole lines."""
        super().resizeEvent(event)
        self._show_whole_lines()

    def _show_whole_lines(self) -> None:
        """Leave free below what would hold a part of a line only."""
        document, block = self.text.document(), self.text.document().firstBlock()
        document.documentLayout().blockBoundingRect(block)  # has it laid out, if it is not
        lines = block.layout()
        line = round(lines.lineAt(0).height()) if lines.lineCount() else 0
        free = self.text.viewportMargins().bottom()
        room = self.text.viewport().height() + free - round(document.documentMargin())
        free = room % line if 0 < line < room else 0
        self.text.setViewportMargins(0, 0, 0, free)

    def scale_type(self, by: float) -> float:
        """Make the notes so many times as large; how large they are now, 1 the usual."""
        self.scale = max(SMALLEST, min(LARGEST, self.scale * by))
        self.text.setFont(self._style.faces.sans_font(_USUAL * self.scale * self.growth))
        self._show_whole_lines()
        return self.scale

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The caption above the notes."""
        del event
        style = self._style
        caption, muted = style.words("present.notes"), QColor(style.palette.muted)
        put(self.painter(), QPointF(0, 19), caption, style.faces.sans_font(14), muted)
