"""Checks of the charts that an author asks for: what they name, and the rules of honest charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from viewer.model import Chart, Severity
from viewer.proof.chart_rules import RULES, Proposal, Rule
from viewer.proof.charted import ChartedPoint
from viewer.proof.message_format import shown
from viewer.proof.nearest_id import nearest_id
from viewer.proof.ties import annotating, ties_of
from viewer.proof.values import Check, Finding, Tried


def _unknown(tried: Tried) -> Iterator[Finding]:
    for chart in tried.section.charts:
        for at, id_ in enumerate(chart.metrics):
            if id_ not in tried.known.metrics:
                near = nearest_id(id_, tried.section, tried.known)
                yield _at(chart, f"metrics[{at}]", id=shown(id_), nearest=near)


def _elsewhere(tried: Tried) -> Iterator[Finding]:
    here = {metric.id for metric in tried.section.metrics}
    for chart in tried.section.charts:
        for at, id_ in enumerate(chart.metrics):
            home = tried.known.homes.get(id_)
            if home is not None and id_ not in here:
                yield _at(chart, f"metrics[{at}]", id=shown(id_), section=shown(home.title))


def _repeated(tried: Tried) -> Iterator[Finding]:
    for chart in tried.section.charts:
        for id_, n in Counter(chart.metrics).items():
            if n > 1:
                yield _at(chart, "metrics", id=shown(id_), n=n)


def _two_charts(tried: Tried) -> Iterator[Finding]:
    first: dict[str, Chart] = {}
    for chart in tried.section.charts:
        for id_ in dict.fromkeys(chart.metrics):
            before = first.setdefault(id_, chart)
            if before is not chart:
                yield _at(chart, "metrics", id=shown(id_), other=shown(before.title))


def _rule(rule: Rule) -> Callable[[Tried], Iterable[Finding]]:
    def find(tried: Tried) -> Iterator[Finding]:
        for chart, proposal in tried.proposals:
            params = rule.breach(proposal)
            if params is not None:
                yield _at(chart, rule.field, **params)

    return find


def with_proposals(tried: Tried) -> Tried:
    """The section with its charts as the compiler would draw them: of its own metrics, signed."""
    return replace(tried, proposals=tuple(_proposals(tried))) if tried.section.charts else tried


def _proposals(tried: Tried) -> Iterator[tuple[Chart, Proposal]]:
    figures = _charted(tried)
    named = {metric.of for metric in tried.section.metrics if metric.of}
    wholes = {of: whole for of in named if (whole := _whole(of, figures, tried)) is not None}
    ties = ties_of(tried.section.metrics, tried.section.relations)
    for chart in tried.section.charts:
        ids = [id_ for id_ in dict.fromkeys(chart.metrics) if id_ in figures]
        every = tuple(figure for id_ in ids for figure in figures[id_])
        noted = annotating(chart.kind, every, ties)
        here = tuple(figure for figure in every if figure.metric.id not in noted)
        log = chart.scale == "log"
        yield chart, Proposal(chart.kind, here, wholes, log=log, exclusive=chart.exclusive)


def _charted(tried: Tried) -> Mapping[str, tuple[ChartedPoint, ...]]:
    found = {trial.point.key: trial.quantity for trial in tried.trials}
    return {
        metric.id: tuple(
            ChartedPoint.of(metric, point, found.get(point.key)) for point in metric.points
        )
        for metric in tried.section.metrics
        if metric.points
    }


def _whole(
    of: str, figures: Mapping[str, tuple[ChartedPoint, ...]], tried: Tried
) -> ChartedPoint | None:
    """The one figure of the metric that others are parts of; it may stand in another section."""
    metric = tried.known.metrics.get(of)
    if of in figures:
        return figures[of][0] if len(figures[of]) == 1 else None
    alone = metric is not None and len(metric.points) == 1
    return ChartedPoint.of(metric, metric.point) if metric is not None and alone else None


def _at(chart: Chart, field: str, **params: object) -> Finding:
    told = {
        name: shown(value) if isinstance(value, str) else value for name, value in params.items()
    }
    path = f"{chart.path}.{field}" if field else chart.path
    return Finding(chart.place, path, {"chart": shown(chart.title), **told})


CHART_CHECKS: tuple[Check[Tried], ...] = (
    Check("chart-metric-unknown", Severity.ERROR, "a chart of a metric that is none", _unknown),
    Check(
        "chart-metric-elsewhere",
        Severity.ERROR,
        "a chart of a metric that belongs to another section",
        _elsewhere,
    ),
    Check("chart-metric-repeated", Severity.WARNING, "a metric named twice by a chart", _repeated),
    Check("metric-in-two-charts", Severity.NOTE, "a metric drawn in two charts", _two_charts),
    *(Check(rule.code, rule.severity, rule.seeks, _rule(rule)) for rule in RULES),
)
