"""The presenter's notes of sections and figures, each on the first slide of what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from viewer.chart import Scene
from viewer.export.context import Takeaway
from viewer.export.sanitize import one_line
from viewer.export.talk_order import TalkPage
from viewer.model import Section


class SpeakerNotes:
    """Hands out every note once; none where they are not `wanted`."""

    def __init__(self, takeaway: Takeaway, *, wanted: bool) -> None:
        self._wanted = wanted
        self._given: set[tuple[str, str]] = set()
        self._metrics = {
            point.key: metric
            for section in takeaway.briefing.sections
            for metric in section.metrics
            for point in metric.points
        }

    def of_slide(self, section: Section, scene: Scene) -> tuple[str, ...]:
        """The notes of the section, then a line for each figure: its name and its note."""
        return tuple(self._new(section, scene)) if self._wanted else ()

    def of_page(self, page: TalkPage) -> tuple[str, ...]:
        """The notes of the step, then those of its section where this is its first slide."""
        own = (page.notes,) if page.notes else ()
        section = page.section
        if section is not None and section.notes.strip() and self._first("section", section.id):
            own = (*own, section.notes)
        return own if self._wanted else ()

    def of_sections(self, sections: Iterable[Section]) -> tuple[str, ...]:
        """The notes of sections that have no slide of their own, under their titles."""
        noted = [one for one in sections if self._wanted and one.notes.strip()]
        return tuple(f"{one_line(one.title)}\n{one.notes.strip()}" for one in noted)

    def _new(self, section: Section, scene: Scene) -> Iterator[str]:
        if section.notes.strip() and self._first("section", section.id):
            yield section.notes
        for key in scene.by_key:
            metric = self._metrics.get(key)
            if metric and metric.notes.strip() and self._first("metric", metric.id):
                yield f"{one_line(metric.label or metric.id)}：{metric.notes.strip()}"

    def _first(self, kind: str, id_: str) -> bool:
        new = (kind, id_) not in self._given
        self._given.add((kind, id_))
        return new
