"""Says when the faces of this machine cannot draw what a briefing holds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from viewer.briefing import Briefing, ViewerError
from viewer.paint.faces import missing_characters
from viewer.window.desk import Desk
from viewer.window.dressing import Dressing

AFTER = 1_200
"""Milliseconds after a briefing was shown: the look costs some 50 and may wait."""
NAMED = 20


class Glyphs(QObject):
    """Looks at the characters of each new briefing; `tell` gets what is missing."""

    def __init__(
        self, desk: Desk, dressing: Dressing, tell: Callable[[ViewerError], object]
    ) -> None:
        super().__init__(desk)
        self._desk, self._dressing, self._tell = desk, dressing, tell
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER)
        self._timer.timeout.connect(self._look)
        desk.briefing_changed.connect(self._timer.start)

    def _look(self) -> None:
        briefing = self._desk.briefing
        if briefing is None:
            return
        font = self._dressing.style.faces.sans_font(16)
        missing = missing_characters("".join(characters(briefing)), font)
        if missing:
            shown = " ".join(missing[:NAMED]) + (" …" if len(missing) > NAMED else "")
            self._tell(ViewerError("glyphs-missing", characters=shown))


def characters(briefing: Briefing) -> list[str]:
    """The characters that a briefing holds, each once."""
    seen = set(briefing.title)
    for section in briefing.sections:
        seen.update(section.title, section.passage.text)
        for metric in section.metrics:
            seen.update(metric.label, metric.unit)
    return sorted(seen)
