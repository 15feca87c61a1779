"""The right side of the console: what comes next, and what the presenter wrote down."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QBoxLayout, QPlainTextEdit, QSizePolicy, QWidget

from viewer.present.console.scaled_widget import ScaledWidget
from viewer.present.presentation_model import Room
from viewer.present.slides.slide_view import Stage
from viewer.present.slides.text_painting import draw_text
from viewer.rendering.style import Style
from viewer.rendering.tips import tip_of
from viewer.talk import Light, Step, TalkState, label_of, upcoming

SMALLEST, LARGEST = 0.6, 2.5
"""How much smaller and larger than usual the notes can be."""

_USUAL = 22
LINES, LEAST = 170, 88
"""What four lines of notes take with their caption, in units, and one: what the picture of the next
step leaves them beside a list of questions."""
OTHERS = 580
"""What else stands above and below them there."""


class _Captioned(ScaledWidget):
    """Keeps `room` for a caption above the widget that it holds."""

    room = 30.0

    def hold(self, widget: QWidget) -> None:
        """Lay out the one widget below the caption."""
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._column.addWidget(widget)
        self.grow(1.0)

    def grow(self, growth: float) -> None:
        """Draw larger, the caption's room with it."""
        super().grow(growth)
        self._column.setContentsMargins(0, round(self.room * growth), 0, 0)


class NextCard(_Captioned):
    """The picture of the next step, a click goes there; beside it what a frozen audience keeps."""

    pressed = Signal()
    room = 40.0
    """So that its frame begins where that of the audience's picture does."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._next: Step | None = None
        self._behind = False
        self.coming = Stage(room, 16 / 9, self)
        self.kept = Stage(room, 16 / 9, self)
        self.coming.patient = True
        self.kept.hide()
        self.hold(self.coming)
        self._column.setDirection(QBoxLayout.Direction.LeftToRight)
        self._column.addWidget(self.kept)
        self.coming.pressed.connect(self.pressed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _whole(self) -> str:
        """The next step in words, for whom the picture is too small."""
        step = self._next
        if step is None:
            return ""
        named = (self._room.figure_of(step).whole, label_of(step))
        part = self._room.talk.parts[step.part]
        return " · ".join(filter(None, named)) or part.section.title

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """The picture may be smaller than its width allows, where notes and questions need room."""
        return False

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a picture as wide as there is room."""
        wide = max(self.width(), round(360 * self.growth))
        return QSize(wide, self._above + self.coming.heightForWidth(self._picture_width(wide)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a small picture."""
        return QSize(round(100 * self.growth), self._above + round(56 * self.growth))

    @property
    def _above(self) -> int:
        return round(self.room * self.growth)

    def _picture_width(self, wide: int) -> int:
        """How wide the next picture is: half of it beside one that a frozen audience keeps."""
        return wide // 2 if self._behind else wide

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for a picture as wide as there is room now."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def set_shape(self, shape: float) -> None:
        """Lay the pictures out as wide as the audience's window is for its height."""
        self.coming.set_shape(shape)
        self.kept.set_shape(shape)
        self.updateGeometry()

    def renew(self, room: Room) -> None:
        """Go on in a newer version of the talk."""
        self._room = room
        self.coming.renew(room)
        self.kept.renew(room)

    def stop(self) -> None:
        """Prepare nothing more: the talk is over."""
        for stage in (self.coming, self.kept):
            stage.pictures.stop()

    def show_state(self, state: TalkState) -> None:
        """Show what follows the present step."""
        place = upcoming(self._room.talk, state)
        self._next = None if place is None else self._room.talk.steps[place]
        if self._behind is not state.frozen:
            self._behind = state.frozen
            self.updateGeometry()
        whole, words = self._whole(), self._room.console.words
        self.setToolTip(tip_of(whole))
        self.setAccessibleName(words("present.next"))
        self.setAccessibleDescription(whole or words("present.last"))
        self.coming.setVisible(place is not None)
        if place is not None:
            self.coming.show_state(replace(state.picture, place=place, against=None), TalkState())
            after = upcoming(self._room.talk, replace(state, place=place))
            if after is not None:
                self.coming.pictures.expect(replace(self.coming.shown, place=after))
        self.kept.setVisible(state.frozen)
        if state.frozen:
            self.kept.show_state(state.shown, replace(state, light=Light.NOTHING))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """A caption above the picture; at the end of the run that it is."""
        del event
        painter = self.painter()
        style = self._room.console
        colours, sans = style.palette, style.faces.sans_font
        told = [(style.words("present.next"), 0.0)]
        if self._behind:
            told.append((style.words("present.audience-keeps"), self.kept.x() / self.growth))
        for caption, left in told:
            draw_text(painter, QPointF(left, 23), caption, sans(14), QColor(colours.muted))
        if self._next is None:
            at = QPointF(0, self.room + 34)
            draw_text(
                painter, at, style.words("present.last"), sans(24, bold=True), QColor(colours.muted)
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the step that is shown as the next."""
        if event.button() is Qt.MouseButton.LeftButton and self._next is not None:
            self.pressed.emit()


class Notes(_Captioned):
    """The notes of the section and of the figure, in a size of the presenter's choice."""

    def __init__(self, style: Style, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.scale = scale
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(style.words("present.notes"))
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

    def keep_lines_in(self, high: int) -> None:
        """Keep room for a few lines in a window so high, as far as it has it."""
        lines = max(LEAST, min(LINES, high / self.growth - OTHERS))
        self.setMinimumHeight(round(lines * self.growth))

    def turn(self, pages: int) -> None:
        """Go on by so many pages of what is seen, back where it is negative."""
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + pages * max(1, bar.pageStep() - 1))

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
        draw_text(self.painter(), QPointF(0, 19), caption, style.faces.sans_font(14), muted)
