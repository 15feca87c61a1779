"""Ends well when the system asks for it: what is remembered is saved before the process goes."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from types import FrameType
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication

from viewer.window.main import MainWindow

ENDS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name)
)
"""Signals that ask a process to end: of the system, of a terminal that closes, of Ctrl+C."""
PATIENCE = 0.7
"""Seconds in which a window that is not stuck has heard of a signal."""
LONGEST_SAVE = 5.0
"""Seconds that saving may take on a slow disk."""
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
        wanted = [one for one in ENDS if signal.getsignal(one) is not signal.SIG_IGN]  # nohup
        self._watchdog = Watchdog(frozenset(wanted))
        self._pipe = os.pipe()  # of the watchdog, which hears signals first
        for end in self._pipe:
            os.set_blocking(end, False)
        self._notifier = QSocketNotifier(self._pipe[0], QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        self._watchdog.start(self._pipe[1])
        signal.set_wakeup_fd(self._watchdog.signals, warn_on_full_buffer=False)
        self._before = {one: signal.signal(one, _only_noted) for one in wanted}
        application.aboutToQuit.connect(self.stop)

    def _on_signal(self) -> None:
        os.read(self._pipe[0], 64)
        with self._watchdog.saving():
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
            self._watchdog.stop()
            for end in self._pipe:
                os.close(end)


class Watchdog:
    """Ends the process when the window does not answer a signal, or is asked a second time.

    A window that is stuck, in Python or in a call of the system, handles no event and would live
    on. A thread of its own reads the signals, passes each on to the window, and waits.
    """

    def __init__(self, ends: frozenset[int], patience: float = PATIENCE) -> None:
        self._ends, self._patience = ends, patience
        self._out, self.signals = os.pipe()
        os.set_blocking(self.signals, False)
        self._answered, self._saved = threading.Event(), threading.Event()

    def start(self, window: int) -> None:
        """Watch; `window` is the end of the pipe by which the window hears of a signal."""
        work = partial(self._watch, window)
        threading.Thread(target=work, name="signals", daemon=True).start()

    def stop(self) -> None:
        """Close the pipe, which ends the thread where it waits for a signal."""
        os.close(self.signals)

    @contextlib.contextmanager
    def saving(self) -> Iterator[None]:
        """The window has heard; what it saves may take `LONGEST_SAVE` seconds."""
        self._answered.set()
        try:
            yield
        finally:
            self._saved.set()

    def _watch(self, window: int) -> None:
        number = self._next()
        if number:
            with contextlib.suppress(OSError):  # closed: the window is ending by itself
                os.write(window, bytes([number]))
            if not self._answered.wait(self._patience) or not self._saved.wait(LONGEST_SAVE):
                os._exit(128 + number)  # as a shell tells of a process that a signal ended
        os.close(self._out)

    def _next(self) -> int:
        """The next signal that asks for the end; 0 when there will be none."""
        while numbers := os.read(self._out, 64):
            for number in numbers:
                if number in self._ends:
                    return number
        return 0


def _only_noted(number: int, frame: FrameType | None) -> None:
    """The pipe carries the signal; with Python's own handler the process would be gone."""
