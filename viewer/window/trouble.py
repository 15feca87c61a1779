"""Our own mistakes, told once: what happened, that the file is untouched, and a way to copy it."""

from __future__ import annotations

import faulthandler
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from viewer import __version__
from viewer.words import Words

LOG = "trouble.log"
CRASH = "crash.log"
LONGEST_LOG = 500_000


class Trouble(QObject):
    """Catches what no other door caught, logs it, and shows one dialog at a time.

    The log holds traceback and versions, never the words of a briefing: the values in frames are
    not written.
    """

    happened = Signal(str)

    def __init__(self, folder: Path, words: Callable[[], Words], parent: QObject) -> None:
        super().__init__(parent)
        self._folder, self._words = folder, words
        self._box: QMessageBox | None = None
        self.happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def catch_everything(self) -> None:
        """Become the last door for exceptions of every thread."""
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread

    def watch_for_crashes(self) -> str:
        """Log a crash of the process itself; what the last start left there, empty if nothing."""
        path = self._folder / CRASH
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            left = path.read_text("utf-8", "replace") if path.exists() else ""
            self._crash = path.open("w", encoding="utf-8")
        except OSError:
            return ""
        faulthandler.enable(self._crash)
        return left

    def _caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        self._tell("".join(traceback.format_exception(kind, error, trace)))

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._caught(args.exc_type, args.exc_value, args.exc_traceback)

    def _tell(self, told: str) -> None:
        report = f"briefing-viewer {__version__}, Python {sys.version.split()[0]}\n{told}"
        self._log(report)
        self.happened.emit(report)

    def _log(self, report: str) -> None:
        path = self._folder / LOG
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            fresh = not path.exists() or path.stat().st_size > LONGEST_LOG
            with path.open("w" if fresh else "a", encoding="utf-8") as log:
                log.write(report + "\n")
        except OSError:
            sys.stderr.write(report)  # nowhere else to say it

    def _show(self, report: str) -> None:
        if self._box is not None:
            return  # one dialog: the others are in the log
        words = self._words()
        box = self._box = QMessageBox(QMessageBox.Icon.Warning, words("program.name"), "")
        box.setObjectName("trouble")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(words("trouble.text"))
        box.setInformativeText(words("trouble.hint", log=str(self._folder / LOG)))
        box.setDetailedText(report)
        copy = box.addButton(words("trouble.copy"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(words("trouble.go-on"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(words("trouble.close"), QMessageBox.ButtonRole.DestructiveRole)
        box.exec()
        pressed = box.clickedButton()
        self._box = None
        if pressed is copy:
            QGuiApplication.clipboard().setText(report)
        elif pressed is leave:
            QGuiApplication.quit()
