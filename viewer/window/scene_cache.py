"""The charts of the sections that were open lately, compiled once."""

from __future__ import annotations

from viewer.chart import Scene, compile_section
from viewer.i18n import Words
from viewer.loading import Opened
from viewer.model import Section

MOST = 12
"""So many sections are remembered."""


class CompiledScenes:
    """Remembers what was compiled from one state of a briefing, in the words of one language.

    The same section gives the very same scenes, so that whoever shows them knows them again.
    """

    def __init__(self) -> None:
        self._of: tuple[Opened, Words] | None = None
        self._known: dict[str, tuple[Scene, ...]] = {}

    def of(self, section: Section, opened: Opened, words: Words) -> tuple[Scene, ...]:
        """The charts of a section of `opened`."""
        if self._of is None or self._of[0] is not opened or self._of[1] is not words:
            self._of, self._known = (opened, words), {}
        scenes = self._known.pop(section.id, None)
        if scenes is None:
            assert opened.briefing is not None
            scenes = compile_section(section, opened.briefing, opened.proof.figures, words)
        self._known[section.id] = scenes
        if len(self._known) > MOST:
            del self._known[next(iter(self._known))]
        return scenes
