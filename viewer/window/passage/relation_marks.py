"""The margin of the passage: a quiet mark at each paragraph whose figures do not agree together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QTextEdit, QToolButton, QToolTip

from viewer.model import Key, Span
from viewer.rendering.style import Style
from viewer.rendering.tips import show_tip, tip_of

SIGN = "≠"
SIDE = 22
"""Pixels of a mark's sides at 100 %."""


@dataclass(frozen=True, slots=True)
class MarginNote:
    """What a mark says: the calculations of a paragraph that do not agree, and their figures."""

    paragraph: Span
    said: str
    keys: frozenset[Key]


class RelationMark(QToolButton):
    """A mark that shows its note while it is pointed at or has the focus, which a click gives."""

    shown = Signal()

    def __init__(self, note: MarginNote, parent: QTextEdit) -> None:
        super().__init__(parent.viewport())
        self.note = note
        self._pane = parent
        self.setObjectName("relation-mark")
        self.setText(SIGN)
        show_tip(self, note.said)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{SIGN} {note.said}")
        self.clicked.connect(self._notify)

    @property
    def lit(self) -> bool:
        """Whether its figures are to be lit."""
        return self.underMouse() or self.hasFocus()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Light its figures."""
        super().enterEvent(event)
        self.shown.emit()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Let its figures go, unless it has the focus."""
        super().leaveEvent(event)
        self.shown.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Light its figures and show its note."""
        super().focusInEvent(event)
        self._notify()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Let its figures go."""
        super().focusOutEvent(event)
        self.shown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape goes back to the words."""
        if event.key() == Qt.Key.Key_Escape:
            QToolTip.hideText()
            self._pane.setFocus()
            return
        super().keyPressEvent(event)

    def _notify(self) -> None:
        self.shown.emit()
        at = self.mapToGlobal(QPoint(0, self.height()))
        QToolTip.showText(at, tip_of(self.note.said), self)


class RelationMarks(QObject):
    """The marks over a pane; `shown` tells the note that is lit, None for none."""

    shown = Signal(object)

    def __init__(self, pane: QTextEdit, place: Callable[[Span], tuple[QRectF, ...]]) -> None:
        super().__init__(pane)
        self._pane, self._place = pane, place
        self._marks: tuple[RelationMark, ...] = ()
        self._lit: MarginNote | None = None
        pane.verticalScrollBar().valueChanged.connect(self.move)

    @property
    def marks(self) -> tuple[RelationMark, ...]:
        """The marks in text order."""
        return self._marks

    def show(self, notes: tuple[MarginNote, ...], style: Style) -> None:
        """Take over the notes of another passage, or of the same one dressed anew."""
        if tuple(mark.note for mark in self._marks) != notes:
            self._replace(notes)
        side = round(style.pixels(SIDE))
        for mark in self._marks:
            mark.resize(side, side)
        self.move()

    def move(self) -> None:
        """Stand at the first line of each paragraph, left of it."""
        top = self._pane.verticalScrollBar().value()
        for mark in self._marks:
            places = self._place(Span(mark.note.paragraph.start, mark.note.paragraph.start + 1))
            if places:
                first = places[0]
                left = self._pane.document().rootFrame().frameFormat().leftMargin()
                middle = first.center().y() - top - mark.height() / 2
                mark.move(round(max(0.0, left - mark.width() - 4)), round(middle))
            mark.setVisible(bool(places))

    def _replace(self, notes: tuple[MarginNote, ...]) -> None:
        for mark in self._marks:
            mark.hide()
            mark.deleteLater()
        self._marks = tuple(RelationMark(note, self._pane) for note in notes)
        before = self._pane
        for mark in self._marks:
            self._pane.setTabOrder(before, mark)
            mark.shown.connect(self._notify)
            before = mark  # type: ignore[assignment]
        self._notify()

    def _notify(self) -> None:
        note = next((mark.note for mark in self._marks if mark.lit), None)
        if note != self._lit:
            self._lit = note
            self.shown.emit(note)
