"""The passage pane: the original words, with every proven figure underlined and linked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from viewer.model import Figure, Key, Passage, Span
from viewer.rendering.passage import (
    OffsetMap,
    PassageStyle,
    new_document,
    set_passage,
    typeset,
    wrap_option,
)
from viewer.rendering.passage_layout import layout_of
from viewer.rendering.style import Style
from viewer.rendering.typeset.paragraph_layout import Setter
from viewer.window.passage.figure_links import FigureLinks
from viewer.window.passage.passage_marks import PassageMarks
from viewer.window.passage.passage_reading import PassageReading
from viewer.window.passage.relation_marks import MarginNote, RelationMarks
from viewer.window.selection import NOTHING

BODY = 17
HEADING = 22
COLUMN = 39
"""The widest column, in hanzi: a longer line loses the eye on its way back."""
FLUSH = 15
"""The narrowest column with two straight edges, in hanzi."""
PAD = 40


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """What the pane shows: a section's words, its figures in text order, their colours by key.

    What a draft doubts is `doubted`; its line is broken. `notes` stand in the margin.
    """

    title: str
    passage: Passage
    figures: tuple[Figure, ...]
    colours: Mapping[Key, str]
    doubted: frozenset[Key] = frozenset()
    notes: tuple[MarginNote, ...] = ()


class PassagePane(QTextEdit):
    """Shows a passage read-only. `selected` and `hovered` tell only of the reader's own doing,
    `add_asked` that selected words shall be a figure, `unused_chosen` so of a number that
    is marked as used by none."""

    selected = Signal(str)
    hovered = Signal(str)
    add_asked = Signal()
    unused_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("passage")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown = ShownPassage("", Passage(""), (), {})
        self._offsets = OffsetMap(())
        self._style: Style | None = None
        self._marks = PassageMarks(self)
        self.reading = PassageReading(
            self, lambda: self._offsets, self._marks.places, self._bring_into_view
        )
        self.links = FigureLinks(
            self, self._marks.places, lambda: self._marks.selected, self._choose
        )
        self.margin = RelationMarks(self, self._marks.places)
        self._flush, self._on_bar = True, False
        self._setter: Setter | None = None
        self._document = new_document()
        self._document.setParent(self)
        self.setDocument(self._document)

    def apply_style(self, style: Style) -> None:
        """Take on words, colours, faces and zoom, at the place where the reader stands."""
        with self.reading.place_kept(self._marks.chosen()):
            self._style = style
            if self._setter is None or style.faces != self._setter.faces:
                self._setter = Setter(style.faces)
            self.setAccessibleName(style.words("window.passage"))
            self._set_text()

    def show_passage(self, shown: ShownPassage, *, keep: bool = False) -> None:
        """Show a passage from its top; with `keep`, from where the reader stands."""
        top = self.verticalScrollBar().value() if keep else 0
        before, self._shown = self._shown, shown
        if not keep or (shown.title, shown.passage) != (before.title, before.passage):
            self._set_text()
        elif shown != before:
            self._show_marks()
        self.verticalScrollBar().setValue(top)

    def select(self, key: Key, *, reveal: bool = True) -> None:
        """Light the words of `key`, and bring them into view unless `reveal` is false."""
        self._marks.selected = key
        figure = self._marks.figure(key)
        if figure is not None:
            if reveal:
                self._bring_into_view(figure.quote)
            self.reading.put_caret(figure.quantity.words)
        self.viewport().update()

    def hover(self, key: Key) -> None:
        """Tint the words of `key` faintly."""
        self._marks.hovered = key
        self.viewport().update()

    def light(self, keys: frozenset[Key]) -> None:
        """Tint the words of all `keys` together, as the terms of one calculation."""
        self._marks.lit = keys
        self.viewport().update()

    def mark_hits(self, hits: tuple[Span, ...], current: Span | None) -> None:
        """Mark what find found, the current hit more strongly and in view."""
        self._marks.hits, self._marks.current_hit = hits, current
        if current is not None:
            self._bring_into_view(current)
        self.viewport().update()

    def mark_unused(self, figures: tuple[Span, ...], asides: tuple[Span, ...] = ()) -> None:
        """Mark quietly the figures that no metric uses, and more quietly still the dates,
        durations, ordinals and names."""
        self._marks.unused, self._marks.asides = figures, asides
        self.viewport().update()

    def show_unused(self, span: Span) -> None:
        """Bring a number that no figure uses into view, and mark its words as the reader would."""
        self._bring_into_view(span)
        self.reading.put_caret(span, mark=True)

    def _relayout(self) -> None:
        """Set the passage for another width, at the place where the reader stands."""
        if is_wide(self._style, self.width()) is self._flush:
            return
        with self.reading.place_kept(self._marks.chosen()):
            self._set_text()

    def _set_text(self) -> None:
        """Show a document of its own: one that is written while it is shown is laid out again with
        every step, and its scroll bar goes and comes."""
        if self._style is None or self._setter is None:
            return
        style, shown = self._style, self._shown
        body = style.faces.serif_font(style.pixels(BODY))
        heading = style.faces.sans_font(style.pixels(HEADING), bold=True)
        self._flush = is_wide(self._style, self.width())
        apply_style = PassageStyle(body, heading, QColor(style.palette.ink), flush=self._flush)
        document = new_document()
        self._offsets = set_passage(document, shown.title, shown.passage, apply_style)
        self._set_margins(document)
        typeset(document, shown.title, shown.passage, apply_style, self._setter)
        self._replace_document(document, wrap_option(shown.passage).wrapMode())
        self._show_marks()

    def _show_marks(self) -> None:
        """Mark the figures in the text that is set already."""
        if self._style is None:
            return
        shown = self._shown
        self._marks.doubted = shown.doubted
        self._marks.show(shown.figures, shown.colours, self._offsets, self._style)
        self.margin.show(shown.notes, self._style)
        self.links.show_figures(shown.passage, shown.figures, self._style)
        self.viewport().update()

    def _replace_document(self, document: QTextDocument, wrap: QTextOption.WrapMode) -> None:
        before, self._document = self._document, document
        document.setParent(self)
        # What can only be broken anywhere is never laid out in another way, not even for a moment.
        if wrap == QTextOption.WrapMode.WrapAnywhere:
            self.setWordWrapMode(wrap)
        self.setDocument(document)
        self.setWordWrapMode(wrap)
        self.reading.stay_inside()
        document.documentLayout().documentSizeChanged.connect(self._places_changed)
        before.setParent(None)  # nobody holds it any more, so it goes at once

    def _places_changed(self) -> None:
        self._marks.forget_places()
        self.margin.move()

    def _set_margins(self, document: QTextDocument) -> None:
        if self._style is None:
            return
        side = side_of(self._style, self.viewport().width())
        frame = document.rootFrame()
        layout = frame.frameFormat()
        if layout.leftMargin() == side:
            return  # the document would be laid out again, for nothing
        layout.setLeftMargin(side)
        layout.setRightMargin(side)
        layout.setTopMargin(self._style.pixels(32))
        layout.setBottomMargin(self._style.pixels(48))
        frame.setFrameFormat(layout)
        self._marks.forget_places()

    def _bring_into_view(self, span: Span) -> None:
        layout = layout_of(self.document())
        if layout is not None:
            layout.reveal_across(self._offsets.position(span.end))
        places = self._marks.places(span)
        if not places:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top, bottom = places[0].top(), places[-1].bottom()
        if top < bar.value() + 24 or bottom > bar.value() + height - 24:
            bar.setValue(round(max(0.0, top - height / 3)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the column readable at every width, and the place where the reader stands."""
        with self.reading.place_kept(self._marks.chosen()):
            super().resizeEvent(event)
            self._set_margins(self.document())
        if is_wide(self._style, self.width()) is not self._flush:
            # Not now: a document that is replaced while Qt lays it out takes the process with it.
            QTimer.singleShot(0, self, self._relayout)
        self.margin.move()
        self.links.cover()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Tints below the words, underlines above them."""
        offset = QPointF(0, -self.verticalScrollBar().value())
        clip = QRectF(event.rect()).translated(-offset)
        below = QPainter(self.viewport())
        below.translate(offset)
        self._marks.paint_tints(below, clip)
        below.end()
        super().paintEvent(event)
        above = QPainter(self.viewport())
        above.setRenderHint(QPainter.RenderHint.Antialiasing)
        above.translate(offset)
        self._marks.paint_underlines(above, clip)
        above.end()
        if self._style is not None:
            self.reading.paint_ring(self._style.palette.accent)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Point at the figure under the pointer."""
        super().mouseMoveEvent(event)
        key = self.figure_at(event.position())
        shape = Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        if key != self._marks.hovered:
            self.hover(key)
            self.hovered.emit(key)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Across, by its other axis or with Shift, only the table under the pointer goes."""
        turned, held = event.angleDelta(), event.modifiers()
        shifted = turned.y() if held == Qt.KeyboardModifier.ShiftModifier else 0
        layout = layout_of(self.document())
        across = -(turned.x() or shifted)
        if across and layout is not None:
            layout.scroll_across(in_document(self, event.position()).y(), across)
            event.accept()
            return
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The bar below a wide table moves it."""
        layout, left = layout_of(self.document()), event.button() == Qt.MouseButton.LeftButton
        at = in_document(self, event.position())
        self._on_bar = left and layout is not None and layout.press_bar(at)
        if not self._on_bar:
            super().mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Point at nothing."""
        super().leaveEvent(event)
        self.hover(NOTHING)
        self.hovered.emit(NOTHING)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Select the figure that was clicked, unless text was dragged over."""
        if self._on_bar:
            self._on_bar = False
            return
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            unused = self._marks.unused_at(in_document(self, event.position()))
            key = self.figure_at(event.position())
            if unused is not None and not key:
                self.unused_chosen.emit(unused)
            else:
                self._choose(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter takes the selected words, or selects the figure at the caret, else the first in
        view; arrows move the caret.
        """
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.chosen() is not None:
            self.add_asked.emit()
            return
        if enter:
            at_caret = self._marks.key_around(self.reading.caret())
            below = self._marks.first_below(self.verticalScrollBar().value())
            if at_caret or not self._marks.selected:
                self._choose(at_caret or below)
            return
        super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """Copy the passage's own characters; the document's are not all the same."""
        data, chosen = QMimeData(), self.chosen()
        data.setText(chosen.of(self._shown.passage.text) if chosen else "")
        return data

    def chosen(self) -> Span | None:
        """The words of the passage that are selected; None where none are."""
        cursor = self.textCursor()
        first = self._offsets.offset(cursor.selectionStart())
        last = self._offsets.offset(cursor.selectionEnd())
        return Span(first, last) if last > first else None

    def places(self, words: Span) -> tuple[QRectF, ...]:
        """Where words of the passage stand, line by line, in the document."""
        return self._marks.places(words)

    def figure_at(self, where: QPointF) -> Key:
        """The figure whose words lie at a place of the viewport."""
        return self._marks.key_at(in_document(self, where))

    def _choose(self, key: Key) -> None:
        self.select(key)
        self.selected.emit(key)


def side_of(style: Style, width: float) -> float:
    """What a pane of this width leaves free on each side of the column of text, in pixels."""
    em = style.pixels(BODY)
    side = max(style.pixels(PAD), (width - COLUMN * em) / 2)
    return float(min(side, max(12.0, (width - 12 * em) / 2)))


def is_wide(style: Style | None, width: float) -> bool:
    """Whether a line of a pane of this width has characters enough for two straight edges.

    By the width of the pane: that of the viewport changes with the scroll bar, which may come with
    one way to set the text and go with the other.
    """
    return style is None or width - 2 * side_of(style, width) >= FLUSH * style.pixels(BODY)


def in_document(pane: QTextEdit, where: QPointF) -> QPointF:
    """A place of the viewport as one of the document."""
    return where + QPointF(0, pane.verticalScrollBar().value())
