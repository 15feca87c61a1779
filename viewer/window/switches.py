"""Tells a screen reader which switch of the window was turned: what it changes is only seen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from viewer.rendering.announce import announce
from viewer.window.actions import ACTIONS
from viewer.window.appearance import WindowAppearance
from viewer.window.main import MainWindow

ANNOUNCED_BY_ITSELF = {"bookmark"}
"""What announces itself, with more than its name."""


class Switches(QObject):
    """Announces the name of each action that is turned on or off, and which of the two."""

    def __init__(self, window: MainWindow, appearance: WindowAppearance) -> None:
        super().__init__(window)
        self._window, self._appearance = window, appearance
        for row in ACTIONS:
            if row.checkable and row.id not in ANNOUNCED_BY_ITSELF:
                window.actions_by_id[row.id].triggered.connect(partial(self._turned, row.id))

    def _turned(self, name: str, _: bool = False) -> None:
        words = self._appearance.style.words
        on = self._window.actions_by_id[name].isChecked()
        said = words(f"action.{name}").rstrip("…")
        announce(self._window, words("window.switch-on" if on else "window.switch-off", name=said))
