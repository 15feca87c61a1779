"""Every place of a file that names a figure, a chart or a section, and what becomes of it when
these go, move, or are called otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from viewer.datafile.changes import OfList, by_list
from viewer.datafile.patch import Change, InsertItem, RemoveItem, SetField
from viewer.datafile.source_tree import Path, Plain, path_of
from viewer.model import LIST_ROLES, Briefing, Chart, PlannedStep, Relation, Section
from viewer.proof.related import metric_of
from viewer.proof.ties import TIED

ChartName = tuple[str, str]
"""The id of a section, and what a chart is called in it."""


def without_metric(briefing: Briefing, metrics: frozenset[str]) -> Iterator[Change]:
    """The changes that take `metrics` out of a file, and what was computed from them, so that
    nothing names them any more."""
    metrics |= {
        metric.id
        for section in briefing.sections
        for metric in section.metrics
        if _named(metric.terms, metrics)
    }
    for section in briefing.sections:
        yield from _section(section, metrics)
    for at, step in enumerate(briefing.talk):
        if _named(step.figures, metrics):
            yield RemoveItem((), "talk", at)


def _section(section: Section, metrics: frozenset[str]) -> Iterator[Change]:
    path = path_of(section.path)
    for metric in section.metrics:
        if metric.id in metrics:
            yield RemoveItem(*item_of(metric.path))
        elif metric.of in metrics:
            yield SetField(path_of(metric.path), "of", None)
    left = (one for id_ in metrics for one in with_followers(section, id_))
    yield from out_of_charts(section, metrics | frozenset(left))
    for relation in section.relations:
        if _named(relation.members, metrics):
            yield RemoveItem(*item_of(relation.path))
    if section.lead in metrics:
        yield SetField(path, "lead", None)


def out_of_charts(section: Section, metrics: frozenset[str]) -> Iterator[Change]:
    """Some figures out of the lists of charts; a chart that is left empty goes."""
    for chart in section.charts:
        if chart.metrics and metrics.issuperset(chart.metrics):
            yield RemoveItem(*item_of(chart.path))
        else:
            yield from out_of_chart(chart, metrics)


def with_followers(section: Section, metric: str) -> tuple[str, ...]:
    """A metric and those that are drawn at its mark: its change, its share, its completion, where
    the same chart lists them."""
    here = [one.metrics for one in section.charts if metric in one.metrics]
    beside = {id_ for metrics in here for id_ in metrics}
    hanging = (
        metric_of(relation.get(tied) or "")
        for relation in section.relations
        if relation.kind in TIED
        for tied, level, _ in (TIED[relation.kind],)
        if metric_of(relation.get(level) or "") == metric
    )
    return (metric, *dict.fromkeys(one for one in hanging if one in beside and one != metric))


def out_of_chart(chart: Chart, metrics: frozenset[str]) -> Iterator[Change]:
    """Some figures out of the list of one chart."""
    for at, id_ in enumerate(chart.metrics):
        if id_ in metrics:
            yield RemoveItem(path_of(chart.path), "metrics", at)


def _named(references: Iterable[str], metrics: frozenset[str]) -> bool:
    return any(metric_of(reference) in metrics for reference in references)


def item_of(written: str) -> tuple[Path, str, int]:
    """The record, the list and the number of an item that the path of a value names."""
    *record, key, index = path_of(written)
    assert isinstance(key, str)
    assert isinstance(index, int)
    return tuple(record), key, index


@dataclass(frozen=True, slots=True)
class Renaming:
    """How figures, sections and charts of a file are called after a change: the section of each
    metric before and after, the heir of each section that is gone, the new name of each chart that
    is still there, those that are `gone`, and every chart by its id alone."""

    was: Mapping[str, str]
    homes: Mapping[str, str]
    heirs: Mapping[str, str]
    charts: Mapping[ChartName, ChartName]
    gone: frozenset[ChartName]
    plain: tuple[Mapping[str, ChartName], Mapping[str, ChartName]]

    @staticmethod
    def of(before: Briefing, changes: Sequence[Change], after: Briefing) -> Renaming:
        """Read from the changes that lead from one version to the other."""
        was, homes = _homes(before), _homes(after)
        every = {(section.id, id_) for section in before.sections for id_ in section.chart_ids}
        charts, plain = _charts(before, changes, after), (_by_id(before), _by_id(after))
        gone = frozenset(every - charts.keys())
        return Renaming(was, homes, _heirs(before, after), charts, gone, plain)

    def figure(self, reference: str) -> str:
        """What a reference to a figure reads now: one with a section has that of the figure."""
        section, slash, key = reference.rpartition("/")
        metric = metric_of(reference)
        if not slash or self.was.get(metric) != section:
            return reference
        return f"{self.homes.get(metric, section)}/{key}"

    def chart(self, reference: str) -> str:
        """What a reference to a chart reads now; empty where the chart is gone."""
        section, slash, id_ = reference.rpartition("/")
        before, after = self.plain
        named = (section, id_) if slash else before.get(id_)
        if named is None or named not in self.charts:
            return "" if named in self.gone else reference
        now = self.charts[named]
        return now[1] if not slash and after.get(now[1]) == now else "/".join(now)


def renamed(before: Briefing, changes: Sequence[Change], after: Briefing) -> Iterator[Change]:
    """The changes of the file of `after` with which every reference names what it named `before`:
    steps of the talk and relations. A step that shows a chart which is gone goes with it.
    """
    if not by_list(changes) or not after.sections:
        return
    renaming = Renaming.of(before, changes, after)
    for section in after.sections:
        for relation in section.relations:
            yield from _in_relation(relation, renaming)
    for at, step in enumerate(after.talk):
        yield from _in_step(at, step, renaming)


def _in_relation(relation: Relation[str], renaming: Renaming) -> Iterator[Change]:
    for role in dict.fromkeys(role for role, _ in relation.roles):
        before = relation.all(role)
        now: list[Plain] = [renaming.figure(one) for one in before]
        if tuple(now) != before:
            value = now if role in LIST_ROLES else now[0]
            yield SetField(path_of(relation.path), role, value)


def _in_step(at: int, step: PlannedStep, renaming: Renaming) -> Iterator[Change]:
    chart = renaming.chart(step.chart) if step.chart else ""
    if step.chart and not chart:
        yield RemoveItem((), "talk", at)
        return
    path = path_of(step.path)
    if chart != step.chart:
        yield SetField(path, "chart", chart)
    if step.section in renaming.heirs:
        yield SetField(path, "section", renaming.heirs[step.section])
    figures = tuple(renaming.figure(one) for one in step.figures)
    if figures != step.figures:
        many = len(figures) > 1
        yield SetField(path, "figures" if many else "figure", [*figures] if many else figures[0])


def _homes(briefing: Briefing) -> dict[str, str]:
    return {metric.id: section.id for section in briefing.sections for metric in section.metrics}


def _by_id(briefing: Briefing) -> dict[str, ChartName]:
    """The first chart of each id, which a reference without a section names."""
    named = [(section.id, id_) for section in briefing.sections for id_ in section.chart_ids]
    return {id_: (section, id_) for section, id_ in reversed(named)}


def _heirs(before: Briefing, after: Briefing) -> dict[str, str]:
    """For each section that is gone the one that has its figures, else the one before it."""
    left, homes = {section.id for section in after.sections}, _homes(after)
    heirs: dict[str, str] = {}
    last = after.sections[0].id
    for section in before.sections:
        if section.id in left:
            last = section.id
        else:
            moved = (homes[metric.id] for metric in section.metrics if metric.id in homes)
            heirs[section.id] = next(moved, last)
    return heirs


def _charts(
    before: Briefing, changes: Sequence[Change], after: Briefing
) -> dict[ChartName, ChartName]:
    """How each chart that is still there is called, by how it was called."""
    lists = {section.id: _names(section) for section in before.sections}
    by_path = {path_of(section.path): section.id for section in before.sections}
    every = dict(lists)
    for changed in by_list(changes):
        if changed[0].key == "charts" and changed[0].path in by_path:
            id_ = by_path[changed[0].path]
            lists[id_] = _after(every[id_], changed, every, by_path)
    found: dict[ChartName, ChartName] = {}
    for section in after.sections:
        for old, new in zip(lists.get(section.id, []), _names(section), strict=False):
            if old is not None and new is not None:
                found[old] = new
    return found


Names = list[ChartName | None]


def _names(section: Section) -> Names:
    """The charts of a section by their places in the file; None for one that was not read."""
    found = {
        item_of(chart.path)[2]: (section.id, id_)
        for chart, id_ in zip(section.charts, section.chart_ids, strict=True)
    }
    return [found.get(at) for at in range(max(found, default=-1) + 1)]


def _after(
    names: Names,
    changed: Sequence[OfList],
    every: Mapping[str, Names],
    by_path: Mapping[Path, str],
) -> Names:
    """A list of charts with the changes of it done."""
    gone = {one.index for one in changed if isinstance(one, RemoveItem)}
    new: Names = []
    for at in range(len(names) + 1):
        for one in changed:
            if isinstance(one, InsertItem) and min(one.index, len(names)) == at:
                new.append(_copied(one, every, by_path))
        new += [names[at]] if at < len(names) and at not in gone else []
    return new


def _copied(
    inserted: InsertItem, every: Mapping[str, Names], by_path: Mapping[Path, str]
) -> ChartName | None:
    """The chart that an inserted item repeats; None for a new one."""
    if not isinstance(inserted.value, tuple):
        return None
    *section, _, at = inserted.value
    assert isinstance(at, int)
    return every[by_path[tuple(section)]][at]
