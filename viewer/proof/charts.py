"""The rules of an honest chart: pure functions of a chart and its metrics (look.md, "Charts").

The checks report what an author's chart breaks; whoever draws may ask the same rules and draw
cards instead of what would mislead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from viewer.briefing import Chart, Kind, Metric, Point, Severity
from viewer.proof.measure import (
    WHOLES,
    is_share,
    number,
    plain_unit,
    rounding,
    same_unit,
    spread,
    too_far_apart,
    values,
    whole_in,
)

Params = Mapping[str, object]
Metrics = tuple[Metric, ...]

ON_AXIS = frozenset({"bar", "line", "change"})
"""The kinds of chart whose marks share one axis of values."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: the chart kinds it binds, and what breaks it (None when it is kept)."""

    code: str
    severity: Severity
    seeks: str
    kinds: frozenset[str]
    broken: Callable[[Chart, Metrics], Params | None]

    def binds(self, chart: Chart) -> bool:
        """Whether the rule speaks of charts of this kind."""
        return not self.kinds or chart.kind in self.kinds


def may_share_axis(one: Metric, other: Metric) -> bool:
    """Whether two metrics may stand on one axis: one kind, one unit (% never with 个百分点)."""
    return one.kind is other.kind and same_unit(one, other)


def broken(chart: Chart, metrics: Metrics) -> Iterator[tuple[Rule, Params]]:
    """The rules that a chart of these metrics breaks; a chart without a kind binds itself to none
    but those of every kind, since the grammar then chooses one that fits."""
    for rule in RULES:
        if metrics and rule.binds(chart):
            found = rule.broken(chart, metrics)
            if found is not None:
                yield rule, found


def _kinds_mixed(_: Chart, metrics: Metrics) -> Params | None:
    other = _first(metrics, lambda metric: metric.kind is not metrics[0].kind)
    if other is None:
        return None
    first = metrics[0]
    return {
        "first": first.label,
        "first_kind": first.kind.value,
        "second": other.label,
        "second_kind": other.kind.value,
    }


def _units_mixed(_: Chart, metrics: Metrics) -> Params | None:
    first = metrics[0]
    other = _first(
        metrics, lambda metric: metric.kind is first.kind and not same_unit(metric, first)
    )
    if other is None:
        return None
    return {
        "first": first.label,
        "first_unit": first.unit,
        "second": other.label,
        "second_unit": other.unit,
    }


def _sizes_apart(chart: Chart, metrics: Metrics) -> Params | None:
    if chart.scale == "log" or not too_far_apart(metrics):
        return None
    return {"ratio": number(spread(metrics).to_integral_value())}


def _not_shares(_: Chart, metrics: Metrics) -> Params | None:
    return _named(metrics, lambda metric: not is_share(metric))


def _not_changes(_: Chart, metrics: Metrics) -> Params | None:
    return _named(metrics, lambda metric: metric.kind is not Kind.CHANGE)


def _bar_of_changes(_: Chart, metrics: Metrics) -> Params | None:
    return _named(metrics[:1], lambda metric: metric.kind is Kind.CHANGE)


def _lone_bar(_: Chart, metrics: Metrics) -> Params | None:
    marks = sum(len(metric.points) for metric in metrics)
    return {"label": metrics[0].label} if marks == 1 else None


def _no_series(_: Chart, metrics: Metrics) -> Params | None:
    return _named(metrics, lambda metric: len(metric.points) < 2)


def _log_of_nothing(chart: Chart, metrics: Metrics) -> Params | None:
    if chart.scale != "log":
        return None
    return _named(metrics, lambda metric: any(value <= 0 for value in values([metric])))


def exclusive_total(chart: Chart, metrics: Metrics, wholes: Mapping[str, Metric]) -> Params | None:
    """What parts of one whole add up to, where the author says that they exclude each other and
    they add up to more than the whole; `wholes` finds a metric by its id. None when all is well."""
    if not chart.exclusive:
        return None
    groups: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for metric in metrics:
        if metric.points and is_share(metric):
            groups[metric.of or "", plain_unit(metric.unit)].append(metric.point)
    for (of, unit), points in groups.items():
        whole = _whole(wholes.get(of), unit)
        total = sum((point.value for point in points), Decimal(0))
        if len(points) > 1 and whole is not None and total > whole + rounding(points, unit):
            return {"total": number(total), "whole": number(whole), "n": len(points)}
    return None


def _whole(metric: Metric | None, unit: str) -> Decimal | None:
    if unit in WHOLES or metric is None:
        return whole_in(unit) if unit in WHOLES or not unit else None
    return metric.point.value if metric.points and plain_unit(metric.unit) == unit else None


def _first(metrics: Iterable[Metric], wanted: Callable[[Metric], bool]) -> Metric | None:
    return next((metric for metric in metrics if wanted(metric)), None)


def _named(metrics: Iterable[Metric], wanted: Callable[[Metric], bool]) -> Params | None:
    found = _first(metrics, wanted)
    return None if found is None else {"label": found.label}


RULES: tuple[Rule, ...] = (
    Rule(
        "chart-kinds-mixed",
        Severity.ERROR,
        "an axis that carries more than one kind of figure",
        ON_AXIS,
        _kinds_mixed,
    ),
    Rule(
        "chart-units-mixed",
        Severity.ERROR,
        "an axis that carries more than one unit",
        ON_AXIS,
        _units_mixed,
    ),
    Rule(
        "chart-sizes-apart",
        Severity.WARNING,
        "bars whose sizes differ by more than 1:200 on a linear axis",
        frozenset({"bar"}),
        _sizes_apart,
    ),
    Rule(
        "chart-not-shares",
        Severity.ERROR,
        "a chart of shares with a metric that is neither a rate nor part of a whole",
        frozenset({"share"}),
        _not_shares,
    ),
    Rule(
        "chart-not-changes",
        Severity.ERROR,
        "a chart of changes with a metric that is no change",
        frozenset({"change"}),
        _not_changes,
    ),
    Rule(
        "chart-bar-of-changes",
        Severity.NOTE,
        "changes asked for as bars, which are drawn from a zero line instead",
        frozenset({"bar"}),
        _bar_of_changes,
    ),
    Rule(
        "chart-lone-bar",
        Severity.NOTE,
        "a chart of one bar",
        frozenset({"bar"}),
        _lone_bar,
    ),
    Rule(
        "chart-no-series",
        Severity.ERROR,
        "a line of a metric that has fewer than two periods",
        frozenset({"line"}),
        _no_series,
    ),
    Rule(
        "chart-log-of-nothing",
        Severity.ERROR,
        "a logarithmic axis with a number that is not above zero",
        frozenset(),
        _log_of_nothing,
    ),
)
"""Every rule, in the order in which they are reported."""
