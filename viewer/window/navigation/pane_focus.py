"""F6 and Shift+F6 carry the focus from pane to pane; what a command opens, it follows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from viewer.window.main import MainWindow


class PaneFocus(QObject):
    """Knows the panes in their order, and which of them has the focus."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {"next-pane": partial(self.step, 1), "previous-pane": partial(self.step, -1)}

    def panes(self) -> list[QWidget]:
        """The panes that can be gone to, in the order of the screen."""
        window = self._window
        right = window.charts_place.currentWidget()
        every = (
            window.topbar.find_box.line,
            window.sidebar.list,
            window.passage,
            right,
            window.issues.list,
            window.start.recent,
            window.start.open,
        )
        return [one for one in every if one is not None and one.isVisible() and one.isEnabled()]

    def step(self, by: int) -> None:
        """Give the focus to the next pane, or the one before, around the ends."""
        panes, now = self.panes(), self._window.focusWidget()
        if not panes:
            return
        at = next(
            (i for i, pane in enumerate(panes) if _contains_focus(pane, now)), -1 if by > 0 else 0
        )
        panes[(at + by) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)


def _contains_focus(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))
