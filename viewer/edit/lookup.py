"""Sections, figures and charts of a briefing by their ids."""

from __future__ import annotations

from viewer.model import (
    Briefing,
    Chart,
    Key,
    Metric,
    Point,
    Relation,
    RelationKind,
    Section,
    ViewerError,
)
from viewer.proof.related import key_of

Roles = tuple[tuple[str, Key], ...]
"""The figures of a relation by their roles, without the sections before them."""


def section_in(briefing: Briefing, id_: str) -> Section:
    """The section with an id; ViewerError `edit-gone`."""
    for section in briefing.sections:
        if section.id == id_:
            return section
    raise ViewerError("edit-gone", id=id_)


def section_of(briefing: Briefing, metric: str) -> Section:
    """The section of a metric; ViewerError `edit-gone`."""
    for section in briefing.sections:
        if any(one.id == metric for one in section.metrics):
            return section
    raise ViewerError("edit-gone", id=metric)


def metric_in(briefing: Briefing, id_: str) -> Metric:
    """The metric with an id; ViewerError `edit-gone`."""
    section = section_of(briefing, id_)
    return next(metric for metric in section.metrics if metric.id == id_)


def point_in(briefing: Briefing, key: Key) -> tuple[Metric, Point]:
    """A metric and its point by the key of the figure; ViewerError `edit-gone`."""
    for section in briefing.sections:
        for metric in section.metrics:
            for point in metric.points:
                if point.key == key:
                    return metric, point
    raise ViewerError("edit-gone", id=key)


def chart_in(section: Section, id_: str) -> Chart:
    """The author's chart that is called `id_` in its section; ViewerError `edit-gone`."""
    for name, chart in zip(section.chart_ids, section.charts, strict=True):
        if name == id_:
            return chart
    raise ViewerError("edit-gone", id=id_)


def relation_in(section: Section, kind: RelationKind, roles: Roles) -> Relation[Key]:
    """The relation of a section between these figures; ViewerError `edit-gone`."""
    for one in section.relations:
        if one.kind is kind and tuple((role, key_of(said)) for role, said in one.roles) == roles:
            return one
    raise ViewerError("edit-gone", id=kind.value)
