"""Every place of a file that names a figure, and what becomes of it when the figure goes."""

from __future__ import annotations

from collections.abc import Iterator

from viewer.datafile.patch import Change, RemoveItem, SetField
from viewer.datafile.source_tree import Path, path_of
from viewer.model import Briefing, PlannedStep, Relation, Section
from viewer.proof.related import metric_of


def without_metric(briefing: Briefing, metrics: frozenset[str]) -> Iterator[Change]:
    """The changes that take `metrics` out of a file, so that nothing names them any more."""
    for section in briefing.sections:
        yield from _section(section, metrics)
    for at, step in enumerate(briefing.talk):
        if _names(step, metrics):
            yield RemoveItem((), "talk", at)


def _section(section: Section, metrics: frozenset[str]) -> Iterator[Change]:
    path = path_of(section.path)
    for metric in section.metrics:
        if metric.id in metrics:
            yield RemoveItem(*_item(metric.path))
        elif metric.of in metrics:
            yield SetField(path_of(metric.path), "of", None)
    for chart in section.charts:
        if chart.metrics and metrics.issuperset(chart.metrics):
            yield RemoveItem(*_item(chart.path))
            continue
        for at, id_ in enumerate(chart.metrics):
            if id_ in metrics:
                yield RemoveItem(path_of(chart.path), "metrics", at)
    for relation in section.relations:
        if related(relation, metrics):
            yield RemoveItem(*_item(relation.path))
    if section.lead in metrics:
        yield SetField(path, "lead", None)


def related(relation: Relation[str], metrics: frozenset[str]) -> bool:
    """Whether a relation names one of `metrics`."""
    return any(metric_of(reference) in metrics for reference in relation.members)


def _names(step: PlannedStep, metrics: frozenset[str]) -> bool:
    return any(metric_of(reference) in metrics for reference in step.figures)


def _item(written: str) -> tuple[Path, str, int]:
    """The record, the list and the number of an item that the path of a value names."""
    *record, key, index = path_of(written)
    assert isinstance(key, str)
    assert isinstance(index, int)
    return tuple(record), key, index
