"""Checks of the charts that an author asks for: what they name, and the rules of honest charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from viewer.model import Chart, Metric, Severity
from viewer.proof.charts import RULES, Rule, exclusive_total, share_misfit
from viewer.proof.message_format import shown
from viewer.proof.nearest_id import nearest_id
from viewer.proof.values import Check, Finding, Known, Tried


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
        for chart in tried.section.charts:
            metrics = charted(chart, tried.known)
            if metrics and rule.binds(chart):
                told = rule.broken(chart, metrics)
                if told is not None:
                    yield _at(chart, "", **told)

    return find


def _above_whole(tried: Tried) -> Iterator[Finding]:
    for chart in tried.section.charts:
        told = exclusive_total(chart, charted(chart, tried.known), tried.known.metrics)
        if told is not None:
            yield _at(chart, "exclusive", **told)


def _share_misfit(tried: Tried) -> Iterator[Finding]:
    for chart in tried.section.charts:
        told = share_misfit(chart, charted(chart, tried.known), tried.known.metrics)
        if told is not None:
            yield _at(chart, "", **told)


def charted(chart: Chart, known: Known) -> tuple[Metric, ...]:
    """The metrics that a chart names and that there are, each once."""
    names = dict.fromkeys(chart.metrics)
    found = (known.metrics.get(id_) for id_ in names)
    return tuple(metric for metric in found if metric is not None and metric.points)


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
    Check(
        "chart-above-whole",
        Severity.ERROR,
        "parts that exclude each other and add up to more than their whole",
        _above_whole,
    ),
    Check(
        "chart-share-misfit",
        Severity.ERROR,
        "a share below zero, or of what is no one number above zero",
        _share_misfit,
    ),
)
