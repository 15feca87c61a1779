"""What breaks the rules of an honest chart: one function a rule, None where the rule is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

from viewer.model import Chart, Kind, Metric
from viewer.proof.measure import (
    is_share,
    number,
    same_unit,
    spread,
    too_far_apart,
    values,
)

Params = Mapping[str, object]
Metrics = tuple[Metric, ...]


def kinds_mixed(_: Chart, metrics: Metrics) -> Params | None:
    """An axis with figures of two kinds."""
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


def units_mixed(chart: Chart, metrics: Metrics) -> Params | None:
    """An axis with figures of one kind in two units; stages may be of several kinds."""
    first, stages = metrics[0], chart.kind == "stages"
    other = _first(
        metrics,
        lambda metric: (stages or metric.kind is first.kind) and not same_unit(metric, first),
    )
    if other is None:
        return None
    return {
        "first": first.label,
        "first_unit": first.unit or "—",
        "second": other.label,
        "second_unit": other.unit or "—",
    }


def sizes_apart(chart: Chart, metrics: Metrics) -> Params | None:
    """Sizes too far apart for one linear axis."""
    if chart.scale == "log" or not too_far_apart(metrics):
        return None
    return {"ratio": number(spread(metrics).to_integral_value())}


def not_shares(_: Chart, metrics: Metrics) -> Params | None:
    """A figure without a whole where shares are drawn."""
    return _named(metrics, lambda metric: not is_share(metric))


def not_changes(_: Chart, metrics: Metrics) -> Params | None:
    """A figure that is no change where changes are drawn."""
    return _named(metrics, lambda metric: metric.kind is not Kind.CHANGE)


def bar_of_changes(_: Chart, metrics: Metrics) -> Params | None:
    """Changes, and nothing else, asked for as bars."""
    if any(metric.kind is not Kind.CHANGE for metric in metrics):
        return None
    return {"label": metrics[0].label}


def lone_bar(_: Chart, metrics: Metrics) -> Params | None:
    """One bar, change or stage, with nothing beside it."""
    marks = sum(len(metric.points) for metric in metrics)
    return {"label": metrics[0].label} if marks == 1 else None


def no_series(_: Chart, metrics: Metrics) -> Params | None:
    """A line of fewer than two periods."""
    return _named(metrics, lambda metric: len(metric.points) < 2)


def log_of_nothing(chart: Chart, metrics: Metrics) -> Params | None:
    """A logarithmic axis with a number that is not above zero."""
    if chart.scale != "log":
        return None
    return _named(metrics, lambda metric: any(value <= 0 for value in values([metric])))


def several_columns(_: Chart, metrics: Metrics) -> Params | None:
    """Columns of more than one series."""
    return {"n": len(metrics)} if len(metrics) > 1 else None


def log_of_no_bars(chart: Chart, metrics: Metrics) -> Params | None:
    """A logarithmic axis asked of what has none: all but bars of sizes."""
    changes = any(metric.kind is Kind.CHANGE for metric in metrics)
    if chart.scale != "log" or (chart.kind == "bar" and not changes):
        return None
    return {"kind": chart.kind}


def of_series(chart: Chart, metrics: Metrics) -> Params | None:
    """Several periods where one figure is drawn."""
    found = _named(metrics, lambda metric: metric.series)
    return found and {**found, "kind": chart.kind}


def of_ranges(chart: Chart, metrics: Metrics) -> Params | None:
    """Two ends where one place is drawn."""
    found = _named(metrics, _is_range)
    return found and {**found, "kind": chart.kind}


def of_changes(chart: Chart, metrics: Metrics) -> Params | None:
    """A change where sizes are drawn."""
    found = _named(metrics, lambda metric: metric.kind is Kind.CHANGE)
    return found and {**found, "kind": chart.kind}


def no_range(_: Chart, metrics: Metrics) -> Params | None:
    """Ranges asked of figures that have one end each."""
    return None if any(_is_range(metric) for metric in metrics) else {"label": metrics[0].label}


def bases_mixed(_: Chart, metrics: Metrics) -> Params | None:
    """Changes against different bases on one axis."""
    changes = [metric for metric in metrics if metric.kind is Kind.CHANGE]
    other = _first(changes, lambda metric: metric.versus != changes[0].versus)
    if other is None:
        return None
    first = changes[0]
    return {
        "first": first.label,
        "first_base": first.versus or "—",
        "second": other.label,
        "second_base": other.versus or "—",
    }


def stages_grow(_: Chart, metrics: Metrics) -> Params | None:
    """A stage that is larger than the one before it."""
    for before, after in pairwise(_single(metrics)):
        if after.point.value > before.point.value:
            return {"label": after.label, "before": before.label}
    return None


def stages_of_nothing(_: Chart, metrics: Metrics) -> Params | None:
    """Stages that begin at zero, or fall below it."""
    single = _single(metrics)
    if single and not single[0].point.value > 0:
        return {"label": single[0].label}
    return _named(single, lambda metric: metric.point.value < 0)


def _is_range(metric: Metric) -> bool:
    return any(point.high is not None for point in metric.points)


def _single(metrics: Metrics) -> list[Metric]:
    """The metrics of one finite number."""
    return [metric for metric in metrics if not metric.series and metric.point.value.is_finite()]


def _first(metrics: Iterable[Metric], wanted: Callable[[Metric], bool]) -> Metric | None:
    return next((metric for metric in metrics if wanted(metric)), None)


def _named(metrics: Iterable[Metric], wanted: Callable[[Metric], bool]) -> Params | None:
    found = _first(metrics, wanted)
    return None if found is None else {"label": found.label}
