"""Reads a data file beside the window's own thread, so that the window answers meanwhile."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from viewer.briefing import ViewerError
from viewer.pipeline import Opened, open_briefing, open_first_section


class Reading:
    """One file being read in a thread of its own; started before Qt is there, asked for later."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.first: Opened | None = None
        self.outcome: Opened | ViewerError | None = None
        self._thread = threading.Thread(target=self._read, name="reading", daemon=True)

    def start(self) -> Reading:
        """Begin; the reading itself."""
        self._thread.start()
        return self

    def wait(self, seconds: float) -> bool:
        """Wait for the end, at most so long; whether it was reached."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _read(self) -> None:
        try:
            self.outcome = open_briefing(self.path)
        except ViewerError as error:
            self.outcome = error
