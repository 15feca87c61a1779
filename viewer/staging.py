"""Brings in what is imported after the first paint, stage by stage, while the window answers."""

from __future__ import annotations

import importlib
import threading
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer

from viewer.settings import Settings
from viewer.start import Start
from viewer.window.wiring import Wired

STAGES = ("viewer.after.charts", "viewer.after.rest")
LOOK_EVERY = 10
"""Milliseconds between looks at an import under way."""
LATE_ACTIONS = ("present", "present-here", "export", "new", "go-to", "keys", "about", "quit")
"""What the stages connect: asked for earlier, it is done as soon as it can be."""


class Staging(QObject):
    """Imports each stage in a thread and lets it add its part here, in the window's thread."""

    def __init__(self, wired: Wired, settings: Settings, start: Start) -> None:
        super().__init__(wired.window)
        self._wired, self._settings, self._start = wired, settings, start
        self._stages = list(STAGES)
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self._look)
        self._asked = ""
        self._early = {
            name: wired.window.actions_by_id[name].triggered.connect(partial(self._note, name))
            for name in LATE_ACTIONS
        }
        wired.window.passage.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Begin with the first paint of the passage."""
        if event.type() == QEvent.Type.Paint and self._thread is None:
            watched.removeEventFilter(self)
            self._import_next()
            self._timer.start()
        return False

    def _import_next(self) -> None:
        stage = self._stages[0]
        self._thread = threading.Thread(
            target=importlib.import_module, args=(stage,), name=stage, daemon=True
        )
        self._thread.start()

    def _look(self) -> None:
        if self._thread is None or self._thread.is_alive():
            return
        stage = importlib.import_module(self._stages.pop(0))
        if self._stages:
            self._import_next()
        else:
            self._timer.stop()
        stage.bring_in(self._wired, self._settings, self._start)
        if not self._stages:
            self._catch_up()

    def _catch_up(self) -> None:
        actions = self._wired.window.actions_by_id
        for name, connection in self._early.items():
            actions[name].triggered.disconnect(connection)
        if self._asked and not self._start.present:
            actions[self._asked].trigger()

    def _note(self, name: str) -> None:
        self._asked = name
