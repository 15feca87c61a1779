"""The composition root: QApplication, faces, style, window, and charts after the first paint."""

from __future__ import annotations

import importlib
import sys
import threading
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from viewer.paint.faces import choose_faces
from viewer.pipeline import Reading
from viewer.resources import resource
from viewer.settings import Settings, log_file
from viewer.start import Start
from viewer.window.actions import connect_actions
from viewer.window.dressing import Dressing
from viewer.window.trouble import Trouble
from viewer.window.wiring import Wired, wire
from viewer.words import Words

PATIENCE = 0.25
"""Seconds to wait for a file before the window is shown without it."""
LOOK_EVERY = 10
"""Milliseconds between looks at the import of what comes late."""
LATE = (
    "viewer.window.charts",
    "viewer.talking",
    "viewer.window.exporting",
    "viewer.window.drafting",
)
LATE_ACTIONS = ("present", "present-here", "export", "new")


def run_desktop(start: Start, settings: Settings, words: Words, reading: Reading) -> int:
    """Show the window and stay until it closes; the exit code."""
    application = make_application()
    dressing = Dressing(application, settings, choose_faces(), words, start.theme)
    trouble = Trouble(log_file().parent, lambda: dressing.style.words, application)
    trouble.catch_everything()
    trouble.watch_for_crashes()
    wired = wire(dressing, settings)
    dressing.apply()
    reading.wait(PATIENCE)
    wired.filing.await_reading(reading, start.section)
    if settings.notice is not None:
        wired.filing.tell(settings.notice)
    late = Late(wired, settings, start)
    wired.window.passage.viewport().installEventFilter(late)
    wired.window.passage.setFocus()
    wired.window.show()
    return application.exec()


def make_application() -> QApplication:
    """The application, in a style that follows our palettes on every desktop."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("briefing-viewer")
    application.setDesktopFileName("briefing-viewer")
    application.setWindowIcon(QIcon(str(resource("icons", "briefing-viewer.svg"))))
    application.setStyle("Fusion")
    return application


class Late(QObject):
    """Brings in charts and talk after the words are on the screen.

    The library that draws them takes longer to import than the window to open: the import runs in a
    thread, and what needs it is made here when it is done.
    """

    def __init__(self, wired: Wired, settings: Settings, start: Start) -> None:
        super().__init__(wired.window)
        self._wired, self._settings, self._start = wired, settings, start
        self._thread = threading.Thread(target=_import_late, name="late", daemon=True)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self._look)
        self._asked = ""
        self._actions = {name: wired.window.actions_by_id[name] for name in LATE_ACTIONS}
        self._early = {
            name: action.triggered.connect(partial(self._remember, name))
            for name, action in self._actions.items()
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Begin with the first paint of the passage."""
        if event.type() == QEvent.Type.Paint and self._thread.ident is None:
            watched.removeEventFilter(self)
            self._thread.start()
            self._timer.start()
        return False

    def _look(self) -> None:
        if self._thread.is_alive():
            return
        self._timer.stop()
        charts = importlib.import_module("viewer.window.charts")
        pane = charts.ChartsPane(self._wired.window)
        self._wired.window.place_charts(pane)
        self._wired.linking.add_charts(pane)
        QTimer.singleShot(0, self._add_talk)

    def _add_talk(self) -> None:
        talking = importlib.import_module("viewer.talking")
        application = QApplication.instance()
        talk = talking.Talking(self._wired, self._settings, application)
        exporting = importlib.import_module("viewer.window.exporting")
        exports = exporting.Exporting(self._wired, self._settings)
        drafts = importlib.import_module("viewer.window.drafting").Drafting(self._wired)
        for concern in (talk, exports, drafts):
            connect_actions(self._wired.window.actions_by_id, concern.handlers())
        for name, action in self._actions.items():
            action.triggered.disconnect(self._early[name])
        if self._start.present:
            talk.as_asked(self._start)
        elif self._asked:
            self._actions[self._asked].trigger()

    def _remember(self, name: str) -> None:
        """What was asked before it could be done is done as soon as it can be."""
        self._asked = name


def _import_late() -> None:
    for name in LATE:
        importlib.import_module(name)
