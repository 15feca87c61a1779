"""Says when the faces of this machine cannot draw what a briefing holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from PySide6.QtCore import QObject, QTimer

from viewer.model import Section, ViewerError
from viewer.rendering.faces import missing_characters
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace

AFTER = 1_200
"""Milliseconds after a briefing was shown: the look costs some 50 and may wait."""
NAMED = 20
SLICE = 10
"""Sections looked at at a time, so that a frame is never missed."""


class Glyphs(QObject):
    """Looks at the characters of each new briefing; `tell` gets what is missing."""

    def __init__(
        self,
        workspace: Workspace,
        appearance: WindowAppearance,
        tell: Callable[[ViewerError], object],
    ) -> None:
        super().__init__(workspace)
        self._workspace, self._appearance, self._tell = workspace, appearance, tell
        self._seen: set[str] = set()
        self._sections: Iterator[Section] = iter(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        workspace.briefing_changed.connect(self._begin)
        workspace.renewed.connect(self._begin)
        self._begin()

    def _begin(self) -> None:
        briefing = self._workspace.briefing
        self._seen = set(briefing.title) if briefing else set()
        self._sections = iter(briefing.sections if briefing else ())
        self._timer.start(AFTER)

    def _look(self) -> None:
        """Look at a slice of the sections, and at the faces after the last one."""
        part = list(islice(self._sections, SLICE))
        for section in part:
            self._seen.update(characters(section))
        if part:
            self._timer.start(0)
            return
        font = self._appearance.style.faces.sans_font(16)
        missing = missing_characters("".join(sorted(self._seen)), font)
        if missing:
            shown = " ".join(missing[:NAMED]) + (" …" if len(missing) > NAMED else "")
            self._tell(ViewerError("glyphs-missing", characters=shown))


def characters(section: Section) -> set[str]:
    """The characters that a section shows, each once."""
    seen = set(section.passage.text)
    seen.update(section.title)
    for metric in section.metrics:
        seen.update(metric.label, metric.unit)
    return seen
