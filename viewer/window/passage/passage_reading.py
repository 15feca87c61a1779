"""Where the reader is in a passage: what is in view, where the caret stands, whether keys work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from viewer.model import Span
from viewer.rendering.passage import OffsetMap
from viewer.rendering.passage_layout import layout_of

RING = 2
"""Pixels of the line around the pane while keys work in it."""
BY_KEY = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
"""The ways of the focus into a pane that show where it stands."""
OWN_KEYS = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.SelectNextWord,
    QKeySequence.StandardKey.SelectPreviousWord,
)
"""Sequences that work in the text though they are no plain keys."""


class PassageReading(QObject):
    """Speaks of places of a passage as offsets in code points, whatever its document is like.

    The keys of the window stay the window's, though a text could use them as well. A ring is shown
    where keys led into the pane: whoever clicked knows where they are.
    """

    def __init__(
        self,
        pane: QTextEdit,
        offsets: Callable[[], OffsetMap],
        places: Callable[[Span], tuple[QRectF, ...]],
        reveal: Callable[[Span], None],
    ) -> None:
        super().__init__(pane)
        self._pane, self._offsets, self._places = pane, offsets, places
        self._reveal = reveal
        self.ringed = False
        pane.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        pane.installEventFilter(self)
        pane.verticalScrollBar().valueChanged.connect(self._scrolled)
        pane.cursorPositionChanged.connect(self.stay_inside)
        pane.cursorPositionChanged.connect(self.follow_caret)

    def top_offset(self) -> int:
        """The offset of the first character in view; 0 at the very top."""
        top = self._pane.verticalScrollBar().value()
        if top <= 0:
            return 0
        place, fuzzy = QPointF(self._pane.width() / 2, top + 4), Qt.HitTestAccuracy.FuzzyHit
        return self._offsets().offset(self._pane.document().documentLayout().hitTest(place, fuzzy))

    def show_offset(self, offset: int) -> None:
        """Scroll so that the character at `offset` is in the first line of the view."""
        places = self._places(Span(offset, offset + 1)) if offset > 0 else ()
        self._pane.verticalScrollBar().setValue(round(places[0].top()) if places else 0)

    @contextmanager
    def place_kept(self, chosen: Span | None) -> Iterator[None]:
        """Have the first line in view, and chosen words that are in view, stay there while the
        text is set in another way."""
        top, held = self.top_offset(), chosen if chosen and self._in_view(chosen) else None
        yield
        self.show_offset(top)
        if held is not None:
            self._reveal(held)

    def _in_view(self, span: Span) -> bool:
        places, top = self._places(span), self._pane.verticalScrollBar().value()
        bottom = top + self._pane.viewport().height()
        return bool(places) and top <= places[0].top() and places[-1].bottom() <= bottom

    def caret(self) -> int:
        """The offset of the caret."""
        return self._offsets().offset(self._pane.textCursor().position())

    def follow_caret(self) -> None:
        """A table is moved across to where the caret goes."""
        layout = layout_of(self._pane.document())
        if layout is not None:
            layout.reveal_across(self._pane.textCursor().position())

    def stay_inside(self) -> None:
        """Move a caret that stands in the heading to the first word of the passage: the heading is
        read in the list of sections, and nothing of it can be selected."""
        cursor, first = self._pane.textCursor(), self._offsets().position(0)
        if cursor.position() >= first or cursor.document().characterCount() <= first:
            return
        marks = cursor.hasSelection()
        mode = QTextCursor.MoveMode
        if marks and cursor.anchor() < first:
            cursor.setPosition(first)
        cursor.setPosition(first, mode.KeepAnchor if marks else mode.MoveAnchor)
        self._pane.setTextCursor(cursor)

    def put_caret(self, span: Span, *, mark: bool = False) -> None:
        """Have the caret, and with it a screen reader, stand at words that are in view already;
        `mark` marks them as the reader would.
        """
        cursor = self._pane.textCursor()
        cursor.setPosition(self._offsets().position(span.start))
        if mark:
            end = self._offsets().position(span.end)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        top = self._pane.verticalScrollBar().value()
        self._pane.setTextCursor(cursor)
        self._pane.verticalScrollBar().setValue(top)

    def paint_ring(self, colour: str) -> None:
        """Draw the ring, if there is one, around the viewport."""
        if self.ringed:
            ring = QPainter(self._pane.viewport())
            ring.setPen(QPen(QColor(colour), RING))
            ring.drawRect(self._pane.viewport().rect().adjusted(1, 1, -1, -1))
            ring.end()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep the keys of the window out of the text, and hear of the focus."""
        if event.type() == QEvent.Type.ShortcutOverride:
            key = cast(QKeyEvent, event)
            if not any(key.matches(one) for one in OWN_KEYS):
                event.ignore()
                return True
        elif event.type() == QEvent.Type.FocusIn:
            self._show_ring(cast(QFocusEvent, event).reason() in BY_KEY)
        elif event.type() == QEvent.Type.FocusOut:
            popup = cast(QFocusEvent, event).reason() == Qt.FocusReason.PopupFocusReason
            self._show_ring(self.ringed and popup)
        return False

    def _scrolled(self) -> None:
        if self.ringed:  # what was painted is moved along, the ring as well
            self._pane.viewport().update()

    def _show_ring(self, shown: bool) -> None:
        if shown is not self.ringed:
            self.ringed = shown
            self._pane.viewport().update()
