"""Every place of a file that names a figure, and what becomes of it when the figure goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from viewer.datafile.patch import Change, RemoveItem, SetField
from viewer.datafile.source_tree import Path, path_of
from viewer.model import Briefing, Chart, Section
from viewer.proof.related import metric_of


def without_metric(briefing: Briefing, metrics: frozenset[str]) -> Iterator[Change]:
    """The changes that take `metrics` out of a file, so that nothing names them any more."""
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
    yield from out_of_charts(section, metrics)
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
