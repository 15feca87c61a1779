"""A briefing with only what is proven in it, so that a file with errors can be looked at safely."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from viewer.model import Briefing, Chart, Figure, Key, Metric, Relation, Section
from viewer.proof.related import metric_of


def proven_only(briefing: Briefing, figures: Mapping[Key, Figure]) -> Briefing:
    """The briefing without points whose quote did not hold, and without what hangs on them.

    Points with an origin stay: they claim no place in the passage. A part whose whole fell away
    keeps its value and loses its share; a chart without metrics goes.
    """
    kept = [
        [_metric(metric, figures) for metric in section.metrics] for section in briefing.sections
    ]
    left = {metric.id for metrics in kept for metric in metrics if metric is not None}
    sections = (
        _section(section, tuple(metric for metric in metrics if metric is not None), left)
        for section, metrics in zip(briefing.sections, kept, strict=True)
    )
    return replace(briefing, sections=tuple(sections))


def _metric(metric: Metric, figures: Mapping[Key, Figure]) -> Metric | None:
    points = tuple(point for point in metric.points if point.cite is None or point.key in figures)
    return replace(metric, points=points) if points else None


def _section(section: Section, metrics: tuple[Metric, ...], left: set[str]) -> Section:
    loosened = tuple(
        metric if metric.of is None or metric.of in left else replace(metric, of=None)
        for metric in metrics
    )
    charts = (_chart(chart, left) for chart in section.charts)
    return replace(
        section,
        metrics=loosened,
        charts=tuple(chart for chart in charts if chart.metrics),
        relations=tuple(one for one in section.relations if _ids(one) <= left),
    )


def _ids(relation: Relation[Key]) -> set[str]:
    return {metric_of(reference) for reference in relation.members}


def _chart(chart: Chart, left: set[str]) -> Chart:
    return replace(chart, metrics=tuple(id_ for id_ in chart.metrics if id_ in left))
