"""Ends well when the system asks for it: what is remembered is saved before the process goes."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication

from viewer.window.main import MainWindow

ENDS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name)
)
"""Signals that ask a process to end: of the system, of a terminal that closes, of Ctrl+C."""
Handler = Callable[[int, FrameType | None], Any] | int | signal.Handlers | None


class Ending(QObject):
    """Hears that the desktop's session ends, and on POSIX the signals of ENDS.

    Python runs a signal's handler between two of its own steps, and a window that waits for events
    makes none: so each signal is also written to a pipe, and the pipe is an event.
    """

    def __init__(self, application: QGuiApplication, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: dict[signal.Signals, Handler] = {}
        application.commitDataRequest.connect(self.save)
        if sys.platform != "win32":
            self._listen(application)

    def save(self) -> None:
        """Have everything remembered that a closing window remembers."""
        self._window.closing.emit()

    def _listen(self, application: QGuiApplication) -> None:
        self._pipe = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        self._notifier = QSocketNotifier(self._pipe[0], QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        signal.set_wakeup_fd(self._pipe[1], warn_on_full_buffer=False)
        wanted = [one for one in ENDS if signal.getsignal(one) is not signal.SIG_IGN]  # nohup
        self._before = {one: signal.signal(one, _only_noted) for one in wanted}
        application.aboutToQuit.connect(self.stop)

    def _heard(self) -> None:
        numbers = os.read(self._pipe[0], 64)
        if not set(numbers) & set(self._before):
            return
        self.stop()  # asked a second time, the process ends at once
        try:
            self.save()
        finally:
            QCoreApplication.exit(0)  # no dialog is asked first: nobody may be there

    def stop(self) -> None:
        """Leave signals as they were before."""
        before, self._before = self._before, {}
        for one, handler in before.items():
            signal.signal(one, handler)
        if before:
            signal.set_wakeup_fd(-1)
            self._notifier.setEnabled(False)
            for end in self._pipe:
                os.close(end)


def _only_noted(number: int, frame: FrameType | None) -> None:
    """The pipe carries the signal; with Python's own handler the process would be gone."""
