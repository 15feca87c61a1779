"""What may be shown of a briefing that does not agree everywhere: the proven figures, no others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from viewer.briefing import Briefing, Chart, Key, Metric, Section
from viewer.proof.values import Figure


def trusted(briefing: Briefing, figures: Mapping[Key, Figure]) -> Briefing:
    """`briefing` without the points that quote the passage and were not proven.

    Points from outside the passage stay, as they claim no words. Metrics without a point and charts
    without a metric go; a part whose whole went is shown as a plain figure.
    """
    kept = tuple(_section(section, figures) for section in briefing.sections)
    ids = {metric.id for section in kept for metric in section.metrics}
    return replace(briefing, sections=tuple(_tidied(section, ids) for section in kept))


def _section(section: Section, figures: Mapping[Key, Figure]) -> Section:
    metrics = (_metric(metric, figures) for metric in section.metrics)
    return replace(section, metrics=tuple(metric for metric in metrics if metric.points))


def _metric(metric: Metric, figures: Mapping[Key, Figure]) -> Metric:
    points = tuple(p for p in metric.points if p.cite is None or p.key in figures)
    return replace(metric, points=points)


def _tidied(section: Section, ids: set[str]) -> Section:
    metrics = tuple(
        metric if metric.of is None or metric.of in ids else replace(metric, of=None)
        for metric in section.metrics
    )
    charts = (_chart(chart, ids) for chart in section.charts)
    return replace(section, metrics=metrics, charts=tuple(c for c in charts if c.metrics))


def _chart(chart: Chart, ids: set[str]) -> Chart:
    return replace(chart, metrics=tuple(name for name in chart.metrics if name in ids))
