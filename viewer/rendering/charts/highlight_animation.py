"""Lights that change within 150 ms, or at once where less motion is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from viewer.model import Key
from viewer.rendering.charts.highlight import NOTHING, Highlight

LASTS = 140
"""Milliseconds that a change of selection takes."""


class Lights(QObject):
    """Holds what is lit and shows every step of a change through `show`."""

    def __init__(self, parent: QObject, show: Callable[[Highlight], None]) -> None:
        super().__init__(parent)
        self.now = NOTHING
        self.motion = True
        self._show = show
        self._change = QVariantAnimation(self)
        self._change.setDuration(LASTS)
        self._change.setStartValue(0.0)
        self._change.setEndValue(1.0)
        self._change.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._change.valueChanged.connect(self._step)

    def select(self, key: Key) -> None:
        """Light another selection; the one before fades."""
        before = self.now.selected
        self._change.stop()
        self.now = replace(self.now, selected=key, before=before, part=0.0)
        if self.motion:
            self._change.start()
        else:
            self._step(1.0)

    def hover(self, key: Key) -> None:
        """Light what the pointer, here or elsewhere, means."""
        self._set(replace(self.now, hovered=key))

    def together(self, keys: frozenset[Key]) -> None:
        """Light all terms of one calculation."""
        self._set(replace(self.now, together=keys))

    def focus(self, key: Key) -> None:
        """Light where the keyboard stands."""
        self._set(replace(self.now, focused=key))

    def stay(self) -> None:
        """Light the selection as before in charts that were shown anew, at once."""
        self._change.stop()
        self.now = Highlight(selected=self.now.selected)
        self._show(self.now)

    def write_stdout(self) -> None:
        """Forget all that was lit, at once and without showing it."""
        self._change.stop()
        self.now = NOTHING

    def _set(self, lit: Highlight) -> None:
        if lit != self.now:
            self.now = lit
            self._show(lit)

    def _step(self, part: float) -> None:
        self.now = replace(self.now, part=float(part))
        self._show(self.now)
