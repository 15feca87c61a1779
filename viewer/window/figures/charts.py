"""The chart pane: the section's charts in a column, linked to the words by key."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from viewer.chart import Mark, Scene, tip_of, unseen_of
from viewer.design import Palette
from viewer.i18n import Words
from viewer.i18n.content_language import words_in
from viewer.model import Key
from viewer.rendering.announce import announce
from viewer.rendering.charts.highlight_animation import LASTS, Lights
from viewer.rendering.charts.mark_spots import SpottedColumn
from viewer.rendering.hint import Hint
from viewer.rendering.spots import announce_focus
from viewer.rendering.style import Style
from viewer.window.figures.chart_anchor import (
    Seen,
    is_in_sight,
    place_of_focus,
    scroll_to,
    visible_at,
)
from viewer.window.figures.chart_menu import ChartMenu
from viewer.window.passage.passage_reading import BY_KEY

if TYPE_CHECKING:
    from viewer.window.figures.chart_copy import AskPath

AHEAD = 24
"""So much of the pane stays in sight above or below what is scrolled to, in pixels."""
FAR = 3
"""What is more screens away is jumped to: rolling there would lay out all that lies between."""
SETTLES = 4
"""So often a place is looked for again that moved when charts on the way were laid out."""
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
}
TAKES = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class ChartsPane(QScrollArea):
    """Shows scenes. `selected` and `hovered` tell only of the reader's own doing, "" for none.

    `ask_path` asks where to save a picture; a file dialog unless another one is given.
    """

    selected = Signal(str)
    hovered = Signal(str)

    def __init__(self, parent: QWidget | None = None, ask_path: AskPath | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("charts")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Always there, so that no section is laid out twice; unseen where there is nothing to roll.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().rangeChanged.connect(partial(_show_bar, self.verticalScrollBar()))
        self.verticalScrollBar().valueChanged.connect(self._see)
        self.setWidgetResizable(True)
        self.menu = ChartMenu(self, ask_path)
        self._style: Style | None = None
        self.column = SpottedColumn(self)
        self.column.pointed.connect(self._pointed)
        self.column.chosen.connect(self._chosen)
        self.setWidget(self.column)
        self._lights = Lights(self, self.column.light)
        self.light = self._lights.together  # the terms of one calculation
        self._hint = Hint(self)
        self._roll = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._roll.setDuration(LASTS)
        self._roll.setEasingCurve(QEasingCurve.Type.OutCubic)

    def _see(self) -> None:
        """Have ready what is in sight; what stands there stays though charts above it may grow."""
        bar = self.verticalScrollBar()
        moved = self.column.see(bar.value(), bar.value() + self.viewport().height())
        if moved:
            self._fit_column()
            bar.setValue(round(bar.value() + moved))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See more, or less, at the place where the reader stands."""
        with self._place_kept():
            super().resizeEvent(event)
        self._see()

    def apply_style(self, style: Style) -> None:
        """Take on words, colours, faces, zoom and motion, at the place where the reader stands."""
        self._style = style
        self._lights.motion = style.motion
        with self._place_kept():
            self.column.apply_style(style)
        self._hint.apply_style(style)
        self.setAccessibleName(style.words("chart.pane"))
        self._describe()

    def show_scenes(
        self,
        scenes: tuple[Scene, ...] | None,
        palette: Palette | None = None,
        scale: float | None = None,
        *,
        keep: bool = False,
    ) -> None:
        """Show another section from its top, nothing lit; in other colours or size if given.

        With `keep` it is a newer state of the same one: what is lit and seen stays where it is.
        With None the charts are still being made.
        """
        self._roll.stop()
        self._hint.offer("", QCursor.pos())
        bar = self.verticalScrollBar()
        seen = visible_at(self.column, bar.value()) if keep else 0
        if not keep:
            self._lights.write_stdout()
        if self._style is not None and (palette or scale):
            style = self._style
            self.apply_style(
                replace(style, palette=palette or style.palette, scale=scale or style.scale)
            )
        self.column.show_scenes(scenes)
        self._fit_column()
        bar.setValue(scroll_to(self.column, seen, bar.value()))
        if keep:
            self._lights.stay()
        self._describe()

    def select(self, key: Key | None) -> None:
        """Light the mark of `key` and bring it into view; let go of all with none."""
        if (key or "") == self._lights.now.selected:
            return
        self._lights.select(key or "")
        if key:
            self.reveal(key)

    def hover(self, key: Key | None) -> None:
        """Tint the mark of `key` faintly."""
        self._lights.hover(key or "")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Walk the marks by arrows, select by Enter; all other keys are the window's."""
        focused = self._lights.now.focused
        self._hint.offer("", QCursor.pos())
        if event.key() in STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._walk(STEPS[Qt.Key(event.key())])
        elif event.key() in TAKES and focused:
            self._chosen(focused)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show where the keyboard stands: at the selected mark, or at the first one."""
        super().focusInEvent(event)
        if event.reason() in BY_KEY:
            self._stand_on(self._lights.now.selected or self.column.neighbour("", 1))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Put the focus ring out."""
        super().focusOutEvent(event)
        if self._lights.now.focused and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._lights.focus("")
            self._hover_here("")
            self._hint.offer("", QCursor.pos())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer to take the chart under the pointer along; asked for by a key, the focused one."""
        at, now = event.globalPos(), self._lights.now
        key = now.hovered
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            key, top = now.focused or now.selected, self.verticalScrollBar().value()
            at = self.column.mapToGlobal(place_of_focus(self.column, key, top))
        place = self.column.mapFromGlobal(at)
        scene = self.column.chart_at(place.x(), place.y())
        if scene is None or self._style is None:
            return
        self._hint.offer("", at)
        self.menu.of(scene, self._style, key if scene.holds(key) else "").popup(at)

    def _pointed(self, key: Key) -> None:
        self._hover_here(key)
        told = self._tooltip(key) if key else self.column.whole_under_pointer()
        self._hint.offer(told, QCursor.pos(), _visible_rect(self))

    def _tooltip(self, key: Key) -> str:
        """All that is known of a figure; of no figure, nothing."""
        found = self._mark(key)
        return tip_of(*found) if found else ""

    def _mark(self, key: Key) -> tuple[Mark, Words] | None:
        """The mark of a figure, and the texts in the language of its chart."""
        scene = self.column.chart_of(key)
        if scene is None or self._style is None:
            return None
        return scene.by_key[key], words_in(scene.language, self._style.words)

    def _hover_here(self, key: Key) -> None:
        if key != self._lights.now.hovered:
            self._lights.hover(key)
            self.hovered.emit(key)

    def _chosen(self, key: Key) -> None:
        self._hint.offer("", QCursor.pos())
        self.select(key)
        self.selected.emit(key)

    def _walk(self, step: int) -> None:
        """Move the focus by one mark; at either end it stays."""
        now = self._lights.now.focused or self._lights.now.selected
        self._stand_on(self.column.neighbour(now, step))

    def _stand_on(self, key: Key) -> None:
        """Put the focus on a mark and announce all that is known of it.

        The eye stays with the passage, so only what is seen nowhere else is shown beside it.
        """
        if not key:
            return
        self._lights.focus(key)
        self._hover_here(key)
        at = self.reveal(key)
        cut, found = self.column.cut_texts(key), self._mark(key)
        unseen = unseen_of(*found) if found else ()
        self._hint.offer("\n".join((*cut, *unseen)), at, _visible_rect(self))
        announce_focus(self.column)
        told = self._tooltip(key)
        announce(self, "\n".join((*(one for one in cut if one not in told), told)))

    def reveal(self, key: Key, *, roll: bool = True) -> QPoint:
        """Scroll what shows `key` into view, no further than it takes, at once where it is not to
        `roll`; gives the place on the screen of its upper left corner."""
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        now, value = bar.value(), bar.value()
        place = self.column.place_of(key)
        if place is None:
            return QCursor.pos()
        for _ in range(SETTLES):
            before = place
            self._fit_column()
            top, bottom = round(place.top()) - AHEAD, round(place.bottom()) + AHEAD
            value = min(max(now, bottom - seen), top)
            value = min(max(0, value), bar.maximum())
            from_, to = (now, value) if abs(value - now) <= FAR * seen else (value, value)
            self.column.see(min(from_, to), max(from_, to) + seen)
            place = self.column.place_of(key) or before
            if place == before:
                break
        self._roll_to(value, roll and abs(value - now) <= FAR * seen)
        corner = QPoint(round(place.left()), round(place.top()) - value)
        return self.viewport().mapToGlobal(corner)

    def _roll_to(self, value: int, near: bool) -> None:
        self._roll.stop()
        if near and self._lights.motion and self.isVisible():
            self._roll.setEndValue(value)
            self._roll.start()
        else:
            self.verticalScrollBar().setValue(value)
            self._see()

    def anchor(self) -> Seen:
        """The figure whose mark is uppermost in sight, and how far below the upper edge it is."""
        value = self.verticalScrollBar().value()
        seen = visible_at(self.column, value) if value else 0
        return ("", 0.0) if isinstance(seen, int) else seen

    @contextmanager
    def _place_kept(self) -> Iterator[None]:
        """Have what was in sight stay there while the charts are laid out in another way."""
        bar, chosen = self.verticalScrollBar(), self._lights.now.selected
        seen = visible_at(self.column, bar.value()) if bar.value() else 0
        height = self.viewport().height()
        held = bool(chosen) and is_in_sight(self.column, chosen, bar.value(), height)
        yield
        self._fit_column()
        bar.setValue(scroll_to(self.column, seen, bar.value()))
        if held:
            self.reveal(chosen, roll=False)

    def stand_at(self, key: Key, below: float) -> None:
        """Scroll so that the mark of `key` is `below` the upper edge; to the top with none."""
        self._roll.stop()
        self._fit_column()
        bar = self.verticalScrollBar()
        bar.setValue(scroll_to(self.column, (key, below) if key else 0, bar.value()))

    def _fit_column(self) -> None:
        """Make the column as large as it will be, now: later, it would be painted twice."""
        seen = self.viewport().size()
        least = self.column.minimumSize()
        self.column.resize(seen.expandedTo(least))

    def _describe(self) -> None:
        """Say every chart as sentences, for who cannot see them."""
        scenes = self.column.scenes
        said = "\n".join(scene.spoken for scene in scenes)
        if not scenes and self._style is not None:
            said = self._style.words(self.column.quiet)
        self.setAccessibleDescription(said)
        self.column.setAccessibleName(self.accessibleName())


def _show_bar(bar: QScrollBar, least: int, most: int) -> None:
    """Let the bar be seen where there is something to roll."""
    bar.setEnabled(most > least)


def _visible_rect(pane: QScrollArea) -> QRect:
    """Where on the screen the charts are, which nothing may cover."""
    seen = pane.viewport()
    return QRect(seen.mapToGlobal(QPoint(0, 0)), seen.size())
