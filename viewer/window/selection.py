"""The one thing that panes share: which figure is selected, and which one is pointed at."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from viewer.model import Key

NOTHING: Key = ""
"""No figure: what a pane emits when the reader lets go."""


class Selection(QObject):
    """The selected and the hovered key; a change names its origin, and panes skip their own.

    `origin` is the object name of the pane that the reader used, or `program`. Equal values are
    not told again.
    """

    selected = Signal(str, str)
    hovered = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.key: Key = NOTHING
        self.hover_key: Key = NOTHING

    def select(self, key: Key, origin: str = "program") -> None:
        """Select the figure `key`, or let go with NOTHING."""
        if key != self.key:
            self.key = key
            self.selected.emit(key, origin)

    def hover(self, key: Key, origin: str = "program") -> None:
        """Point at the figure `key`, or at nothing."""
        if key != self.hover_key:
            self.hover_key = key
            self.hovered.emit(key, origin)
