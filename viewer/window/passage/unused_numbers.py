"""The numbers of the report that no figure uses: counted per section, stepped through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from viewer.loading import Opened
from viewer.model import Kind, Quantity
from viewer.proof import coverage
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace
from viewer.window.main import MainWindow

SLICE = 0.012
"""Seconds of scanning at a time, so that a frame is never missed."""
REASONS = {
    Kind.DATE: "window.unused-date",
    Kind.DURATION: "window.unused-duration",
    Kind.RANK: "window.unused-rank",
    Kind.NAME: "window.unused-name",
}
"""What a number is that no figure has to use; every other one was left out."""


class UnusedNumbers(QObject):
    """Scans section after section while the marks are shown, and goes from number to number."""

    def __init__(
        self, window: MainWindow, workspace: Workspace, appearance: WindowAppearance
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._appearance = window, workspace, appearance
        self._of: Opened | None = None
        self._found: list[tuple[Quantity, ...]] = []
        self._work: Iterator[None] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._scan)
        self._at: tuple[int, int] | None = None
        self._told = ""
        workspace.section_changed.connect(self._take_back)
        window.actions_by_id["coverage"].toggled.connect(self.count)
        workspace.briefing_changed.connect(self.count)
        workspace.renewed.connect(self.count)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {
            "next-unused": partial(self.step, 1),
            "previous-unused": partial(self.step, -1),
        }

    def count(self, *_: object) -> None:
        """Count anew where the marks are shown; take the counts away where they are not."""
        opened, wanted = self._workspace.opened, self._window.actions_by_id["coverage"].isChecked()
        if opened is None or not opened.complete or not wanted:
            self._timer.stop()
            self._window.sidebar.sections.show_unused(None)
            self._take_back()
            return
        if self._of is not opened:
            self._of, self._found, self._at = opened, [], None
            self._work = self._sections(opened)
        self._timer.start()

    def step(self, by: int) -> None:
        """Go to the next number that was left out, or the one before, around the ends."""
        actions = self._window.actions_by_id
        if not actions["coverage"].isChecked():
            actions["coverage"].trigger()
        self.count()
        for _ in self._work:  # all of them: the next may be in the last section
            pass
        places = self._places()
        words = self._appearance.style.words
        if not places:
            self._tell(words("window.unused-none"))
            return
        self._at = self._next(places, by)
        number, at = self._at
        self._workspace.show_section(number)
        quantity = self._found[number][at]
        self._window.passage.show_unused(quantity.span)
        alike = [one for one in places if self._is_metric(one) is quantity.is_metric]
        told = {"text": quantity.surface, "at": alike.index(self._at) + 1, "n": len(alike)}
        reason = words(REASONS.get(quantity.kind, "window.unused-figure"))
        self._tell(words("window.unused-at", reason=reason, **told))

    def _places(self) -> list[tuple[int, int]]:
        """Section and place in it of every marked number: those that a figure may be made of first,
        then dates, ranks and names, which are marked too."""
        every = [(n, at) for n, found in enumerate(self._found) for at in range(len(found))]
        return sorted(every, key=lambda place: not self._is_metric(place))

    def _is_metric(self, place: tuple[int, int]) -> bool:
        return self._found[place[0]][place[1]].is_metric

    def _tell(self, said: str) -> None:
        self._told = said
        self._window.status.show_selection(said)

    def _take_back(self, *_: object) -> None:
        """What was said of a number holds while it is looked at, among the marks."""
        self._window.status.take_back(self._told)

    def _next(self, places: list[tuple[int, int]], by: int) -> tuple[int, int]:
        if self._at in places:
            return places[(places.index(self._at) + by) % len(places)]
        here = [place for place in places if place[0] >= self._workspace.number]
        return (here or places)[0] if by > 0 else places[-1]

    def _sections(self, opened: Opened) -> Iterator[None]:
        briefing = opened.briefing
        for section in briefing.sections if briefing else ():
            assert briefing is not None
            self._found.append(coverage(section, opened.proof.figures, briefing.language))
            yield

    def _scan(self) -> None:
        until = perf_counter() + SLICE
        for _ in self._work:
            if perf_counter() > until:
                break
        else:
            self._timer.stop()
        counts = [sum(one.is_metric for one in found) for found in self._found]
        self._window.sidebar.sections.show_unused(tuple(counts))
