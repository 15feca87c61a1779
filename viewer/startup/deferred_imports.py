"""Brings in what is imported after the first paint, stage by stage, while the window answers."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Sequence
from functools import partial
from time import perf_counter
from types import ModuleType

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from viewer.settings import Settings
from viewer.start_options import Start
from viewer.window.wiring import Wired

STAGES = ("viewer.startup.figures", "viewer.startup.charts", "viewer.startup.rest")
LATE_ACTIONS = (
    "present",
    "present-here",
    "present-set-up",
    "rehearse",
    "compare",
    "find",
    "go-to",
    "help",
    "keys",
    "settings",
    "whats-new",
    "about",
    "quit",
)
"""What the stages connect: asked for earlier, it is done as soon as it can be."""
STAYING = ("compare", "find", "quit")
"""Those of them that open nothing to type in; for find its line is there from the first paint."""
ON_DEMAND = {
    "export": "viewer.startup.takeaway",
    "print": "viewer.startup.takeaway",
    "new": "viewer.startup.reports",
}
"""What is imported when it is first asked for, by its action: most starts never need it."""
BREATH = 0.012
"""Seconds of importing at a stretch before the window may answer."""


class Breather:
    """Finds no module, but lets `breathe` run between the imports of others.

    Done in another thread, importing ended in a crash now and then, as Qt's types are made when
    they are first asked for, by whichever thread; here it stays in the window's own.
    """

    def __init__(
        self, breathe: Callable[[], object], now: Callable[[], float] = perf_counter
    ) -> None:
        self._breathe, self._now = breathe, now
        self._last = now()

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: ModuleType | None = None,
    ) -> None:
        """Never found here; but time may have passed since the last breath."""
        del fullname, path, target
        if self._now() - self._last >= BREATH:
            self._breathe()
            self._last = self._now()


def import_breathing(name: str, breathe: Callable[[], object]) -> ModuleType:
    """Import a module, with `breathe` called between the modules that it needs."""
    breather = Breather(breathe)
    sys.meta_path.insert(0, breather)
    try:
        return importlib.import_module(name)
    finally:
        sys.meta_path.remove(breather)


class Staging(QObject):
    """Imports each stage after the first paint, and lets it add its part to the window.

    `complete` says that the last one is there.
    """

    complete = Signal()

    def __init__(self, wired: Wired, settings: Settings, start: Start) -> None:
        super().__init__(wired.window)
        self._wired, self._settings, self._start = wired, settings, start
        self._stages = list(STAGES)
        self._asked = ""
        self._importing = False
        self._waiting: list[str] = []
        self._early = {
            name: wired.window.actions_by_id[name].triggered.connect(partial(self._note, name))
            for name in LATE_ACTIONS
        }
        self._demanded = {
            name: wired.window.actions_by_id[name].triggered.connect(partial(self._demand, name))
            for name in ON_DEMAND
        }
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._bring_in)
        self._painted = (wired.window.passage.viewport(), wired.window.start)
        for page in self._painted:
            page.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Begin after the first paint: of the passage, or of the page in its place."""
        if event.type() == QEvent.Type.Paint:
            for page in self._painted:
                page.removeEventFilter(self)
            self._next.start()
        return False

    def _bring_in(self) -> None:
        self._importing = True
        stage = import_breathing(self._stages.pop(0), QCoreApplication.processEvents)
        self._importing = False
        stage.bring_in(self._wired, self._settings, self._start)
        if self._stages:
            self._next.start()
        else:
            self._wired.prover.quiet.set()
            self._catch_up()
            self.complete.emit()
        self._do_what_waited()

    def _do_what_waited(self) -> None:
        """Do what was asked for while a stage was being imported, once each."""
        waiting, self._waiting = list(dict.fromkeys(self._waiting)), []
        for name in waiting:
            if name in self._demanded:
                self._demand(name)
            else:  # it came in with another one
                self._wired.window.actions_by_id[name].trigger()

    def _catch_up(self) -> None:
        actions = self._wired.window.actions_by_id
        for name, connection in self._early.items():
            actions[name].triggered.disconnect(connection)
        window = self._wired.window
        typing = window.focusWidget() is window.topbar.find_box.line
        if self._asked == "find" and typing:
            return  # the words so far would be selected, and the next letter take their place
        if self._asked and not self._start.present:
            actions[self._asked].trigger()
        self._give_back_keys()

    def _give_back_keys(self) -> None:
        if self._asked == "go-to":  # it lies in the window: no other one gets the focus
            self._wired.typed_ahead.release()
        elif self._wired.typed_ahead.holding:
            self._wired.typed_ahead.hold()  # no longer without a limit

    def _note(self, name: str) -> None:
        self._asked = name
        if name not in STAYING:
            self._wired.typed_ahead.hold(loading=True)
        if name == "find":  # its line is there from the first paint: no letter goes elsewhere
            self._wired.window.topbar.find_box.line.setFocus()

    def _demand(self, name: str) -> None:
        """Import what an action needs, and let it be done then.

        While a stage is being imported its modules are not whole, and what needs them cannot be
        imported: the action waits for the end of that stage.
        """
        if self._importing:
            self._waiting.append(name)
            return
        wanted, actions = ON_DEMAND[name], self._wired.window.actions_by_id
        for other in [other for other, stage in ON_DEMAND.items() if stage == wanted]:
            actions[other].triggered.disconnect(self._demanded.pop(other))
        importlib.import_module(wanted).bring_in(self._wired, self._settings, self._start)
        actions[name].trigger()
