"""The charts of the sections that were open lately, compiled once."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.chart import Scene, compile_section
from viewer.i18n import Words
from viewer.loading import Opened
from viewer.model import Section

MOST = 12
"""So many sections are remembered."""
LARGE = 1_500
"""Figures of a section from which its charts are compiled beside the window's thread."""
LOOK_EVERY = 30
"""Milliseconds between looks at charts that are being compiled."""


class CompiledScenes(QObject):
    """Remembers what was compiled from one state of a briefing, in the words of one language.

    The same section gives the very same scenes, so that whoever shows them knows them again.
    `compiled` when those that were waited for are there.
    """

    compiled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._of: tuple[Opened, Words] | None = None
        self._known: dict[str, tuple[Scene, ...]] = {}
        self._work: _Work | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self._look)

    def of(self, section: Section, opened: Opened, words: Words) -> tuple[Scene, ...] | None:
        """The charts of a section of `opened`; None as long as those of a large one are made."""
        if self._of is None or self._of[0] is not opened or self._of[1] is not words:
            self._of, self._known = (opened, words), {}
        scenes = self._known.pop(section.id, None)
        if scenes is None and sum(len(metric.points) for metric in section.metrics) >= LARGE:
            self._begin(section, opened, words)
            return None
        if scenes is None:
            scenes = _compiled(section, opened, words)
        self._remember(section, scenes)
        return scenes

    def _remember(self, section: Section, scenes: tuple[Scene, ...]) -> None:
        self._known[section.id] = scenes
        if len(self._known) > MOST:
            del self._known[next(iter(self._known))]

    def _begin(self, section: Section, opened: Opened, words: Words) -> None:
        """Have a large section compiled, once its figures are proven."""
        asked = section, opened, words
        if self._work is not None and all(map(_same, self._work.asked, asked)):
            return
        proven = any(figure.section_id == section.id for figure in opened.proof.figures.values())
        self._work = _Work(asked) if proven or opened.complete else None
        if self._work is not None:
            self._timer.start()

    def _look(self) -> None:
        work = self._work
        if work is None:
            self._timer.stop()
        elif work.scenes is not None or work.over:
            self._timer.stop()
            self._work = None
            section, opened, words = work.asked
            scenes = work.scenes if work.scenes is not None else _compiled(*work.asked)
            if self._of is not None and self._of[0] is opened and self._of[1] is words:
                self._remember(section, scenes)
                self.compiled.emit()


class _Work:
    """A section that is compiled in a thread of its own."""

    def __init__(self, asked: tuple[Section, Opened, Words]) -> None:
        self.asked = asked
        self.scenes: tuple[Scene, ...] | None = None
        self._thread = threading.Thread(target=self._run, name="compiling", daemon=True)
        self._thread.start()

    @property
    def over(self) -> bool:
        """Whether the thread has ended, well or not."""
        return not self._thread.is_alive()

    def _run(self) -> None:
        self.scenes = _compiled(*self.asked)


def _same(one: object, other: object) -> bool:
    return one is other


def _compiled(section: Section, opened: Opened, words: Words) -> tuple[Scene, ...]:
    assert opened.briefing is not None
    return compile_section(section, opened.briefing, opened.proof.figures, words)
