"""Says what is missing where the key of an action is pressed that cannot be done yet."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from viewer.window.appearance import WindowAppearance
from viewer.window.main import MainWindow

REASONS = {
    "edit-figure": "unavailable.figure",
    "remove-figure": "unavailable.figure",
    "accept-review": "unavailable.doubted",
    "remove-relation": "unavailable.relation",
    "add-figure": "unavailable.words",
    "copy-comparison": "unavailable.comparison",
    "save": "unavailable.save",
    "undo": "unavailable.undo",
    "redo": "unavailable.redo",
    "review-next": "unavailable.review",
    "back": "unavailable.back",
    "forward": "unavailable.forward",
}
"""What an action waits for, by its id; others are said to be unavailable by their name."""
FOR_EDITORS = (
    "edit-figure",
    "remove-figure",
    "accept-review",
    "remove-relation",
    "add-figure",
    "undo",
    "redo",
)
"""Actions that nothing makes available in a file that may only be read."""


class Unavailable(QObject):
    """Hears the keys that nothing in a window took: a disabled action takes none, and would be
    pressed without an answer."""

    def __init__(
        self, window: MainWindow, appearance: WindowAppearance, *, read_only: bool
    ) -> None:
        super().__init__(window)
        self._window, self._appearance, self._read_only = window, appearance, read_only
        window.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Answer a key that comes to the window itself, as no pane had a use for it."""
        if event.type() == QEvent.Type.KeyPress:
            pressed = QKeySequence(cast(QKeyEvent, event).keyCombination())
            for name, action in self._window.actions_by_id.items():
                if not action.isEnabled() and pressed in action.shortcuts():
                    self._window.status.show_selection(self.reason(name, action))
        return False

    def reason(self, name: str, action: QAction) -> str:
        """Why an action cannot be done now, and what to do first."""
        words = self._appearance.style.words
        if self._read_only and name in FOR_EDITORS:
            return words("unavailable.read-only")
        if name not in REASONS:
            return words("unavailable.other", action=words(f"action.{name}").rstrip("…"))
        return words(REASONS[name], key=action.shortcut().toString())
