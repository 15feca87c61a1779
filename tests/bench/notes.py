"""What notes the moments of our window, and works in it: in the process that shows it."""

from __future__ import annotations

import json
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from tests.bench.measure import p95, rss

ROUNDS = 60


class Notes(QObject):
    """Notes the first paints of passage and charts, and the longest gap of the event loop."""

    def __init__(self, work: bool) -> None:
        super().__init__()
        self.said: dict[str, float] = {}
        self._work = work
        self._last = time.monotonic()
        self._beat = QTimer(self)
        self._beat.setInterval(5 if work else 0)  # what is asked at each turn makes all later
        self._beat.timeout.connect(self._tick)

    def watch(self) -> None:
        self._passage = main_window().passage
        self._passage.viewport().installEventFilter(self)
        self._last = time.monotonic()
        self._beat.start()

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and self._passage.document().blockCount() > 1:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, lambda: self.said.setdefault("text", time.monotonic()))
        return False

    def _tick(self) -> None:
        now = time.monotonic()
        self.said["gap"] = max(self.said.get("gap", 0.0), now - self._last)
        self._last = now
        if "charts" not in self.said and self._charts_are_there():
            self.said["charts"] = now
            QTimer.singleShot(300, self._finish)

    def _charts_are_there(self) -> bool:
        window = main_window()
        pane = window.findChild(QObject, "charts") if window else None
        if pane is None or "text" not in self.said:
            return False
        proven = window.sidebar.proof.property("state") != "working"
        return proven and bool(pane.accessibleDescription())

    def _finish(self) -> None:
        self._beat.stop()
        self.said["rss"] = rss()
        if self._work:
            self.said.update(work(main_window()))
        print(json.dumps(self.said), flush=True)
        main_window().close()


def main_window():
    found = [w for w in QApplication.topLevelWidgets() if w.objectName() == "window"]
    return found[0] if found else None


def work(window) -> dict[str, float]:
    """Section switches and selections, each until both panes are painted."""
    app = QApplication.instance()
    panes = (window.passage.viewport(), window.findChild(QObject, "charts"))
    down, up = (window.actions_by_id[name] for name in ("next-section", "previous-section"))
    figure = window.actions_by_id["next-figure"]
    sections = window.sidebar.sections.rowCount()
    ways = [down] * (sections - 1) + [up] * (sections - 1)
    switches = [_timed(app, ways[i % len(ways)], panes) for i in range(ROUNDS)]
    selections = []
    for _ in range(ROUNDS):
        before = window.sidebar.list.currentIndex().row()
        took = _timed(app, figure, panes)
        if window.sidebar.list.currentIndex().row() == before:
            selections.append(took)  # a step into the next section is a switch
    return {"switch": p95(switches), "selection": p95(selections)}


def _timed(app, action, panes) -> float:
    begin = time.perf_counter()
    action.trigger()
    for pane in panes:
        pane.repaint()
    app.processEvents()
    return time.perf_counter() - begin


def note(kind: str) -> None:
    """Note the moments from the start of the event loop on; `start` the gaps, `work` the work."""
    notes = Notes(kind == "work")
    plain_exec = QApplication.exec

    def noted_exec(*_: object) -> int:
        notes.watch()
        return plain_exec()

    QApplication.exec = noted_exec
