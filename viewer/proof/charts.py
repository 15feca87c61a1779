"""The rules of an honest chart: pure functions of a chart and its metrics (look.md, "Charts").

The checks report what an author's chart breaks; whoever draws may ask the same rules and draw
cards instead of what would mislead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext

from viewer.model import Chart, Metric, Point, Severity
from viewer.proof import misfits
from viewer.proof.measure import (
    WHOLES,
    is_part,
    is_rate,
    is_share,
    number,
    plain_unit,
    rounding,
    same_unit,
    whole_in,
)
from viewer.proof.misfits import Metrics, Params

ON_AXIS = frozenset({"bar", "line", "column", "change", "range"})
"""The kinds of chart whose marks share one axis of values."""
ONE_PLACE = frozenset({"bar", "share", "change", "stages"})
"""The kinds of chart that draw each figure at one place."""
OVER_TIME = frozenset({"line", "column"})
"""The kinds of chart that draw series."""


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


def exclusive_total(chart: Chart, metrics: Metrics, wholes: Mapping[str, Metric]) -> Params | None:
    """What parts of one whole add up to, where the author says that they exclude each other and
    they add up to more than the whole; `wholes` finds a metric by its id. None when all is well."""
    if not chart.exclusive:
        return None
    groups: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for metric in metrics:
        if metric.points and is_share(metric) and metric.point.value.is_finite():
            groups[metric.of or "", plain_unit(metric.unit)].append(metric.point)
    for (of, unit), points in groups.items():
        whole = _whole(wholes.get(of), unit)
        total = _sum(point.value for point in points)
        if len(points) > 1 and whole is not None and total > whole + rounding(points, unit):
            return {"total": number(total), "whole": number(whole), "n": len(points)}
    return None


def _whole(metric: Metric | None, unit: str) -> Decimal | None:
    if unit in WHOLES or metric is None:
        return whole_in(unit) if unit in WHOLES or not unit else None
    fits = metric.points and plain_unit(metric.unit) == unit and metric.point.value.is_finite()
    return metric.point.value if fits else None


def _sum(numbers: Iterable[Decimal]) -> Decimal:
    with localcontext() as arithmetic:
        arithmetic.clear_traps()
        return sum(numbers, Decimal(0))


def share_misfit(chart: Chart, metrics: Metrics, wholes: Mapping[str, Metric]) -> Params | None:
    """The figure of a chart of shares that has no place on its whole: it is below zero, or what it
    names as its whole is not one number above zero. None when all have theirs."""
    finite = [metric for metric in metrics if metric.point.value.is_finite()]
    for metric in finite if chart.kind == "share" else ():
        whole = wholes.get(metric.of or "") if is_part(metric) else None
        homeless = whole is not None and not is_rate(metric) and not _is_whole(whole)
        if homeless or metric.point.value < 0:
            return {"label": metric.label, "whole": whole.label if whole else "100%"}
    return None


def _is_whole(metric: Metric) -> bool:
    single = len(metric.points) == 1 and metric.point.high is None
    return single and metric.point.value.is_finite() and metric.point.value > 0


RULES: tuple[Rule, ...] = (
    Rule(
        "chart-kinds-mixed",
        Severity.ERROR,
        "an axis that carries more than one kind of figure",
        ON_AXIS,
        misfits.kinds_mixed,
    ),
    Rule(
        "chart-units-mixed",
        Severity.ERROR,
        "an axis that carries more than one unit",
        ON_AXIS | {"stages"},
        misfits.units_mixed,
    ),
    Rule(
        "chart-bases-mixed",
        Severity.ERROR,
        "changes against different bases on one axis",
        ON_AXIS,
        misfits.bases_mixed,
    ),
    Rule(
        "chart-sizes-apart",
        Severity.ERROR,
        "sizes that differ by more than 1:200 on a linear axis",
        frozenset({"bar", "change", "range"}),
        misfits.sizes_apart,
    ),
    Rule(
        "chart-not-shares",
        Severity.ERROR,
        "a chart of shares with a metric that is neither a rate nor part of a whole",
        frozenset({"share"}),
        misfits.not_shares,
    ),
    Rule(
        "chart-not-changes",
        Severity.ERROR,
        "a chart of changes with a metric that is no change",
        frozenset({"change"}),
        misfits.not_changes,
    ),
    Rule(
        "chart-bar-of-changes",
        Severity.NOTE,
        "changes asked for as bars, which are drawn from a zero line instead",
        frozenset({"bar"}),
        misfits.bar_of_changes,
    ),
    Rule(
        "chart-of-changes",
        Severity.ERROR,
        "a range or a stage that is a change",
        frozenset({"range", "stages"}),
        misfits.of_changes,
    ),
    Rule(
        "chart-lone-bar",
        Severity.NOTE,
        "a chart of one bar, one change or one stage",
        frozenset({"bar", "change", "stages"}),
        misfits.lone_bar,
    ),
    Rule(
        "chart-of-series",
        Severity.ERROR,
        "a metric over several periods where each figure has one place",
        ONE_PLACE | {"range"},
        misfits.of_series,
    ),
    Rule(
        "chart-of-ranges",
        Severity.ERROR,
        "a metric with two ends where each figure has one place",
        ONE_PLACE | OVER_TIME,
        misfits.of_ranges,
    ),
    Rule(
        "chart-no-series",
        Severity.ERROR,
        "a line or columns of a metric that has fewer than two periods",
        OVER_TIME,
        misfits.no_series,
    ),
    Rule(
        "chart-several-columns",
        Severity.ERROR,
        "columns of more than one series",
        frozenset({"column"}),
        misfits.several_columns,
    ),
    Rule(
        "chart-no-range",
        Severity.ERROR,
        "a chart of ranges in which no metric has two ends",
        frozenset({"range"}),
        misfits.no_range,
    ),
    Rule(
        "chart-stages-grow",
        Severity.ERROR,
        "a stage that is larger than the one before it",
        frozenset({"stages"}),
        misfits.stages_grow,
    ),
    Rule(
        "chart-stages-of-nothing",
        Severity.ERROR,
        "stages that begin at zero, or fall below it",
        frozenset({"stages"}),
        misfits.stages_of_nothing,
    ),
    Rule(
        "chart-log-not-bars",
        Severity.ERROR,
        "a logarithmic axis asked of a kind that has none",
        ON_AXIS | {"share", "stages"},
        misfits.log_of_no_bars,
    ),
    Rule(
        "chart-log-of-nothing",
        Severity.ERROR,
        "a logarithmic axis with a number that is not above zero",
        frozenset({"", "bar", "cards"}),
        misfits.log_of_nothing,
    ),
)
"""Every rule, in the order in which they are reported."""
