"""The chip beside selected words that hold a number: one key or click makes a figure of it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from viewer.model import Figure, Kind, Section, Span
from viewer.quantities import scan
from viewer.rendering.style import Style
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace
from viewer.window.editing.edit_controller import Editing
from viewer.window.passage.passage_pane import PassagePane

WAITS = 120
"""Milliseconds after which a selection is at rest."""
LONGEST = 120
"""Characters of a selection that may be meant as one figure."""
GAP = 6
"""Pixels between the selected words and the chip."""


class AddChip(QObject):
    """Offers to add the selected words as a figure, beside them and never over them."""

    def __init__(
        self,
        passage: PassagePane,
        workspace: Workspace,
        appearance: WindowAppearance,
        editing: Editing,
    ) -> None:
        super().__init__(passage)
        self._passage, self._workspace, self._editing = passage, workspace, editing
        self._style: Style = appearance.style
        self.button = QPushButton(passage.viewport())
        self.button.setObjectName("add-chip")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter and Esc stay with the words
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.hide()
        self._offered = False
        self.button.clicked.connect(self._add)
        self._wait = QTimer(self, singleShot=True, interval=WAITS)
        self._wait.timeout.connect(self.offer)
        passage.selectionChanged.connect(self._changed)
        passage.add_asked.connect(self._hide)
        passage.verticalScrollBar().valueChanged.connect(self._place)
        passage.installEventFilter(self)
        editing.changed.connect(self._changed)
        appearance.changed.connect(self._dress)
        self._dress(appearance.style)

    def offer(self) -> None:
        """Show the chip if the selected words hold a number that no figure uses."""
        self._wait.stop()
        chosen, section = self._passage.chosen(), self._workspace.section
        figures = self._workspace.opened.proof.figures.values() if self._workspace.opened else ()
        briefing = self._workspace.briefing
        may = self._editing.can_edit() and chosen is not None and section is not None
        language = briefing.language if briefing else ""
        self._offered = may and has_unused_number(section, chosen, figures, language)
        if not self._offered:
            self.button.hide()
        self._place()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Esc hides the chip before it does anything else; a new width moves it."""
        if event.type() == QEvent.Type.Resize:
            self._wait.start()
        if self.button.isHidden() or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_Escape:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            self._hide()
        return True

    def _add(self) -> None:
        self._passage.add_asked.emit()

    def _hide(self) -> None:
        self._offered = False
        self.button.hide()

    def _changed(self) -> None:
        self._hide()
        self._wait.start()

    def _dress(self, style: Style) -> None:
        self._style = style
        self.button.setText(style.words("edit.chip"))
        self.button.adjustSize()
        self._changed()

    def _place(self, *_: object) -> None:
        """Put the chip beside the selected words; nowhere, where it would cover them."""
        chosen = self._passage.chosen()
        if chosen is None or not self._offered:
            return
        top = self._passage.verticalScrollBar().value()
        words = [place.translated(0, -top) for place in self._passage.places(chosen)]
        where = beside(words, self.button.sizeHint(), self._passage.viewport().rect())
        self.button.setVisible(where is not None)
        if where is not None:
            self.button.move(where)
            self.button.raise_()


def has_unused_number(
    section: Section | None, chosen: Span | None, figures: Iterable[Figure], language: str
) -> bool:
    """Whether words of a passage hold a number that may be a figure and that none uses."""
    if section is None or chosen is None or chosen.end - chosen.start > LONGEST:
        return False
    used = [one.quantity.span for one in figures if one.section_id == section.id]
    said = scan(chosen.of(section.passage.text), language)
    spans = [
        one.span.moved(chosen.start)
        for one in said
        if one.is_metric or one.kind is Kind.DURATION  # most are deadlines: the reader may choose
    ]
    return any(not any(meets(span, other) for other in used) for span in spans)


def meets(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end


def beside(words: list[QRectF], size: QSize, seen: QRect) -> QPoint | None:
    """Where something of a size stands nearest to the end of `words` (their places, line by line)
    without covering any of them, inside `seen`; None where it cannot."""
    if not words:
        return None
    last, first, wide, high = words[-1], words[0], size.width(), size.height()
    left = min(max(last.left(), last.right() - wide), float(seen.right() - wide))
    for x, y in (
        (last.right() + GAP, last.center().y() - high / 2),
        (left, last.bottom() + GAP),
        (left, first.top() - GAP - high),
    ):
        place = QRect(QPoint(round(x), round(y)), size)
        if seen.contains(place) and not any(one.intersects(QRectF(place)) for one in words):
            return place.topLeft()
    return None
