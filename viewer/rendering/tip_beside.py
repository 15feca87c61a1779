"""The tip of what is cut in a view, beside the view: never over the rows next to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView

from viewer.rendering.hint import Hint
from viewer.rendering.style import Style

_ENDS = {
    QEvent.Type.Leave,
    QEvent.Type.Wheel,
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Hide,
    QEvent.Type.Resize,
}


class TipBeside(QObject):
    """Shows what `cut_text` gives for a place of the viewport where the pointer rests."""

    def __init__(self, view: QAbstractItemView, cut_text: Callable[[QPoint], str]) -> None:
        super().__init__(view)
        self._view, self._cut_text = view, cut_text
        self.hint = Hint(view)
        self._text = ""
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)

    def apply_style(self, style: Style) -> None:
        """Take on colours and face."""
        self.hint.apply_style(style)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Show the tip, and put it away with the next thing that happens."""
        if event.type() == QEvent.Type.ToolTip and watched is self._view.viewport():
            self.show_at(cast(QHelpEvent, event).pos())
            return True
        if event.type() in _ENDS:
            self.show_text("", QPoint())
        elif event.type() == QEvent.Type.MouseMove and self._text:
            place = self._view.viewport().mapFromGlobal(self._view.cursor().pos())
            if self._cut_text(place) != self._text:
                self.show_text("", QPoint())
        return False

    def show_at(self, place: QPoint) -> None:
        """Show the tip of a place of the viewport, if something is cut there."""
        self.show_text(self._cut_text(place), place)

    def show_text(self, text: str, place: QPoint) -> None:
        """Show a text at the height of a place of the viewport; none puts the tip away."""
        self._text = text
        viewport = self._view.viewport()
        clear = QRect(viewport.mapToGlobal(QPoint(0, 0)), viewport.size())
        self.hint.offer(text, viewport.mapToGlobal(place), clear, at_once=True)
