"""Our own mistakes, told once: what happened, that the file is untouched, and a way to copy it."""

from __future__ import annotations

import faulthandler
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from viewer.i18n import Words
from viewer.rendering.copying import add_copy_button
from viewer.rendering.labels import message_box
from viewer.settings import is_there, private_folder, private_opener, read_plain
from viewer.window.help.error_report import report_of

LONGEST_LOG = 500_000
LONGEST_CRASH = 20_000
CRASHED = "trouble.crashed"


class ErrorReporter(QObject):
    """Catches what no other door caught, logs it, and shows one dialog at a time.

    While it is held (a talk runs) nothing pops up: the first mistake waits until the release, and
    `waits` says that it does. The same mistake is shown once, however often it happens. The log
    holds versions and places in the code, never the words of a briefing. A crash of the process
    itself is logged beside it, and told at the next start.
    """

    happened = Signal(str, str)
    waits = Signal()

    def __init__(self, log: Path, words: Callable[[], Words], parent: QObject) -> None:
        super().__init__(parent)
        self._log_file, self._words = log, words
        self._crash_file = log.with_name(f"{log.stem}-crash{log.suffix}")
        self._crash: TextIO | None = None
        self._box: QMessageBox | None = None
        self._shown: set[str] = set()
        self._held = False
        self._waiting: tuple[str, str] | None = None
        self._crashed = ""
        self.happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def catch_everything(self) -> None:
        """Become the last door for exceptions of every thread."""
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread

    def watch_for_crashes(self) -> str:
        """Log a crash of the process itself; what an earlier start left there, empty if nothing."""
        try:
            private_folder(self._crash_file.parent)
            left = _crash_in(self._crash_file)
            # Appended to: another window of the program may be logging here.
            self._crash = open(  # noqa: SIM115
                self._crash_file, "a", encoding="utf-8", opener=private_opener
            )
        except OSError:
            return ""
        faulthandler.enable(self._crash)
        return left

    def stop_watching(self) -> None:
        """Log crashes no longer: the program has come to its end."""
        if self._crash is not None:
            faulthandler.disable()
            self._crash.close()
            self._crash = None

    def offer_crash(self, left: str, later: bool = False) -> None:
        """Tell that the last start ended in a crash: now, or `later`, at the next release.

        Until it is told it stays on the disk, for the next start.
        """
        if later:
            self._crashed = left
        elif left:
            self.happened.emit(CRASHED, left)

    def hold(self) -> None:
        """Show nothing until the release: a room is watching."""
        self._held = True
        if self._box is not None:
            self._box.hide()

    def release(self) -> None:
        """Show again what there is to show, and what has waited."""
        self._held = False
        waiting, self._waiting = self._waiting, None
        if self._box is not None:
            _stand_before(self._box)  # the window that it stood before may be gone
            self._box.open()
        elif waiting is not None:
            self.happened.emit(*waiting)
        elif self._crashed:
            crashed, self._crashed = self._crashed, ""
            self.happened.emit(CRASHED, crashed)

    def _caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        report = report_of(error.with_traceback(trace))
        self._log(report)
        self.happened.emit("trouble.text", report)

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._caught(args.exc_type, args.exc_value, args.exc_traceback)

    def _log(self, report: str) -> None:
        try:
            private_folder(self._log_file.parent)
            fresh = not is_there(self._log_file) or self._log_file.stat().st_size > LONGEST_LOG
            with open(
                self._log_file,
                "w" if fresh else "a",
                encoding="utf-8",
                opener=private_opener,
            ) as log:
                log.write(report + "\n")
        except OSError:
            if sys.stderr is not None:  # a window program on Windows has none
                sys.stderr.write(report)

    def _show(self, key: str, report: str) -> None:
        if self._box is not None or report in self._shown:
            return  # one dialog: the others are in the log
        if self._held:
            self._wait(key, report)
            return
        self._shown.add(report)
        if key == CRASHED:
            self._log(report)  # whoever goes on without a copy of it still has it
            _forget_crash(self._crash_file)
        words = self._words()
        warning, hint = QMessageBox.Icon.Warning, words("trouble.hint", log=str(self._log_file))
        box = self._box = message_box(warning, words("program.name"), words(key), None, hint)
        box.setObjectName("trouble")
        box.setDetailedText(report)
        self._add_buttons(box, words, report)
        box.finished.connect(self._closed)
        _stand_before(box)
        box.open()

    def _wait(self, key: str, report: str) -> None:
        if self._waiting is None:  # told once: telling may be what goes wrong
            self._waiting = key, report
            self.waits.emit()

    def _add_buttons(self, box: QMessageBox, words: Words, report: str) -> None:
        add_copy_button(box, "trouble-copy", words("trouble.copy"), report)
        go_on = box.addButton(words("trouble.go-on"), QMessageBox.ButtonRole.AcceptRole)
        go_on.setObjectName("trouble-go-on")
        box.setDefaultButton(go_on)
        box.setEscapeButton(go_on)
        leave = box.addButton(words("trouble.close"), QMessageBox.ButtonRole.DestructiveRole)
        leave.setObjectName("trouble-close")
        leave.clicked.connect(QGuiApplication.quit)

    def _closed(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
            self._box = None


def _stand_before(box: QMessageBox) -> None:
    """Keep `box` before the window in use, without being its child: it may outlive that window."""
    box.winId()  # makes the window that can stand before another
    own = box.windowHandle()
    shown = [one for one in QGuiApplication.topLevelWindows() if one.isVisible() and one is not own]
    focused = QGuiApplication.focusWindow()
    if shown:
        own.setTransientParent(focused if focused in shown else shown[-1])


def _crash_in(log: Path) -> str:
    """What crashes left in their log, its end if it is long."""
    if not is_there(log):
        return ""
    return read_plain(log).decode("utf-8", "replace").strip("\0\n")[-LONGEST_CRASH:]


def _forget_crash(log: Path) -> None:
    try:
        open(log, "w", encoding="utf-8", opener=private_opener).close()
    except OSError:  # it is told again at the next start
        return
