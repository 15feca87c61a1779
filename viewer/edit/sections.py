"""A section parted at a paragraph, or joined to the one before it, with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from viewer.datafile.patch import Change, InsertItem, RemoveItem, SetField
from viewer.datafile.source_tree import Plain, path_of
from viewer.draft.slugs import Ids
from viewer.edit.lookup import metric_in, section_in, section_of
from viewer.edit.operations import Operation
from viewer.edit.references import item_of, out_of_chart, out_of_charts
from viewer.model import Briefing, Chart, Metric, Relation, Section
from viewer.proof.related import metric_of


def split(briefing: Briefing, section: str, at: int, title: str) -> tuple[Operation, ...]:
    """The operations that part a section before the character `at`, one after the other."""
    new = Ids(frozenset(one.id for one in briefing.sections)).section(title)
    return _PartPassage(section, at, new, title), _MoveAfter(section, new)


@dataclass(frozen=True, slots=True)
class _PartPassage:
    """The words from `at` on as a section of their own, behind; quotes follow in a second step."""

    section: str
    at: int
    new: str
    title: str
    name: str = "split"

    def changes(self, briefing: Briefing) -> tuple[Change, ...]:
        """A shorter passage, and a section more."""
        section = section_in(briefing, self.section)
        number = briefing.sections.index(section)
        text = section.passage.text
        record: dict[str, Plain] = {
            "id": self.new,
            "title": self.title,
            "passage": text[self.at :].strip("\n"),
        }
        return (
            SetField(path_of(section.path), "passage", text[: self.at].rstrip()),
            InsertItem((), "sections", number + 1, record),
        )


@dataclass(frozen=True, slots=True)
class _MoveAfter:
    """Figures, charts and relations whose words stand in the new section come to stand there."""

    section: str
    new: str
    name: str = "split"

    def changes(self, briefing: Briefing) -> tuple[Change, ...]:
        """Each record as it stands, elsewhere."""
        old, new = section_in(briefing, self.section), section_in(briefing, self.new)
        moved = frozenset(metric.id for metric in old.metrics if _position_in(metric, new))
        return tuple(self._moves(old, new, moved))

    def _moves(self, old: Section, new: Section, moved: frozenset[str]) -> Iterator[Change]:
        for metric in old.metrics:
            if metric.id in moved:
                yield from _moved(metric, new)
        for chart in old.charts:
            if moved.issuperset(chart.metrics):
                yield from _moved(chart, new)
            else:
                yield from out_of_chart(chart, moved)
        for relation in old.relations:
            if moved.issuperset(metric_of(one) for one in relation.members):
                yield from _moved(relation, new)
        if old.lead in moved:
            yield SetField(path_of(old.path), "lead", None)
            yield SetField(path_of(new.path), "lead", old.lead)


@dataclass(frozen=True, slots=True)
class JoinSection:
    """A section added to the one before it."""

    section: str
    name: str = "join"

    def changes(self, briefing: Briefing) -> tuple[Change, ...]:
        """Passage, notes and records in one; nothing for the first section."""
        second = section_in(briefing, self.section)
        number = briefing.sections.index(second)
        if number == 0:
            return ()
        first = briefing.sections[number - 1]
        path, words = path_of(first.path), (first.passage.text, second.passage.text)
        made: list[Change] = [
            SetField(path, "passage", "\n\n".join(text for text in words if text)),
            RemoveItem((), "sections", number),
        ]
        if second.notes:
            made.append(SetField(path, "notes", f"{first.notes}\n\n{second.notes}".strip("\n")))
        if second.left_out:
            made.append(SetField(path, "left_out", [*first.left_out, *second.left_out]))
        moving = (second.metrics, second.charts, second.relations)
        for written in (one.path for kind in moving for one in kind):
            made.append(_copied(written, first))
        if second.lead and not first.lead:
            made.append(SetField(path, "lead", second.lead))
        return tuple(made)


def _position_in(metric: Metric, section: Section) -> bool:
    cites = [point.cite for point in metric.points if point.cite]
    return bool(cites) and all(cite in section.passage.text for cite in cites)


def _moved(one: Metric | Chart | Relation[str], new: Section) -> Iterator[Change]:
    yield _copied(one.path, new)
    yield RemoveItem(*item_of(one.path))


def _copied(written: str, home: Section) -> Change:
    """A record as it stands, once more behind its like in another section."""
    _, key, _ = item_of(written)
    return InsertItem(path_of(home.path), key, len(getattr(home, key)), path_of(written))


@dataclass(frozen=True, slots=True)
class MoveToSection:
    """A figure whose words stand in another section too, moved there."""

    metric: str
    section: str
    name: str = "move"

    def changes(self, briefing: Briefing) -> tuple[Change, ...]:
        """Its record elsewhere, out of the charts and the lead of the section that it leaves."""
        old, new = section_of(briefing, self.metric), section_in(briefing, self.section)
        if old.id == new.id:
            return ()
        metric = metric_in(briefing, self.metric)
        made: list[Change] = [*_moved(metric, new), *out_of_charts(old, frozenset({metric.id}))]
        if old.lead == metric.id:
            made.append(SetField(path_of(old.path), "lead", None))
        return tuple(made)
