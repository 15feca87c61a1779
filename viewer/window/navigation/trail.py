"""Back and forward over where the reader was: sections, figures, hits of find."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer

from viewer.model import Key
from viewer.window.document_model import Workspace, number_of
from viewer.window.main import MainWindow

LONGEST = 200


@dataclass(frozen=True, slots=True)
class Stop:
    """One place that the reader was at; `top` is the first character that was in view."""

    section: str
    figure: Key = ""
    top: int = 0


class Trail(QObject):
    """Notes each place that the reader comes to, once it is reached; a new file begins anew."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self.stops: list[Stop] = []
        self.at = -1
        self._reached = QTimer(self, singleShot=True, interval=0)
        self._reached.timeout.connect(self._note)
        workspace.briefing_changed.connect(self._begin)
        workspace.section_changed.connect(self.note_later)
        workspace.selection.selected.connect(self.note_later)
        self._enable()
        if workspace.section is not None:  # shown before the trail was imported
            self.note_later()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {"back": partial(self.step, -1), "forward": partial(self.step, 1)}

    def note_later(self, *_: object) -> None:
        """Note the place when all that belongs to this move has happened."""
        self._reached.start()

    def step(self, by: int) -> None:
        """Return to the place before, or go on to the one after."""
        self._leave()
        if not 0 <= self.at + by < len(self.stops):
            return
        self.at += by
        stop = self.stops[self.at]
        number = number_of(self._workspace.briefing, stop.section)
        if number is not None:
            self._workspace.show_section(number)
            known = stop.figure if self._workspace.figure(stop.figure) else ""
            self._workspace.selection.select(known)
            if not known:
                self._window.passage.reading.show_offset(stop.top)
        self._reached.stop()
        self._enable()

    def _begin(self) -> None:
        self.stops, self.at = [], -1
        self.note_later()

    def _note(self) -> None:
        section = self._workspace.section
        if section is None:
            return
        stop = Stop(
            section.id, self._workspace.selection.key, self._window.passage.reading.top_offset()
        )
        now = self.stops[self.at] if self.stops else None
        if now == stop:
            return
        kept = self.stops[: self.at + 1][-LONGEST + 1 :]
        self.stops = [*kept, stop]
        self.at = len(self.stops) - 1
        self._enable()

    def _leave(self) -> None:
        """The place that is left is returned to as it was seen last."""
        if self.stops and self._workspace.section is not None:
            stop = self.stops[self.at]
            if stop.section == self._workspace.section.id:
                top = self._window.passage.reading.top_offset()
                self.stops[self.at] = replace(stop, top=top)

    def _enable(self) -> None:
        actions = self._window.actions_by_id
        actions["back"].setEnabled(self.at > 0)
        actions["forward"].setEnabled(self.at + 1 < len(self.stops))
