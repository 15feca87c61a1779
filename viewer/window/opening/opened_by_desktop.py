"""Files that the desktop asks the running program to open, as macOS does after a double click."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QFileOpenEvent

from viewer.window.opening.file_controller import Filing


class OpenedByDesktop(QObject):
    """Opens the file of each such request. It listens on macOS alone, which is the only system
    that asks so: every event of the program goes through a filter of the application."""

    def __init__(self, application: QCoreApplication, filing: Filing) -> None:
        super().__init__(application)
        self._filing = filing
        if sys.platform == "darwin":
            application.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take a request for a file of this machine."""
        if event.type() != QEvent.Type.FileOpen:
            return False
        name = cast(QFileOpenEvent, event).file()
        if name:
            self._filing.open(Path(name))
        return bool(name)
