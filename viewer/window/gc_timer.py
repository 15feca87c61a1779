"""Garbage is looked for in the window's own thread, between two events, and nowhere else.

Python looks wherever it happens to make a value: in the thread that reads a file it could meet a
cycle of a window that was let go, and free its Qt objects there, while the window is about to hand
them an event. That ends the program (SIGSEGV in QMetaCallEvent::placeMetaCall).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from viewer.loading import MANY_VALUES

EVERY = 250
"""Milliseconds between two looks at how much has been made."""


def sweep() -> None:
    """Look through the oldest generation that Python itself would look through by now, if any."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return


class Sweeping(QObject):
    """Sweeps once begun, in the thread that it was made in, and passes over what was there before.

    The start makes what is there to stay: Python would look through it some two hundred times
    meanwhile, with the window standing still.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._sweep)

    def begin(self) -> None:
        """The start is over: what it made is there to stay."""
        gc.disable()
        gc.freeze()
        self._clock.start(EVERY)

    def _sweep(self) -> None:
        if MANY_VALUES.acquire(blocking=False):
            try:
                sweep()
            finally:
                MANY_VALUES.release()
