"""The rules of honest charts, once: what may be drawn together, and how.

The check reports the rules that an author's chart breaks; the compiler of charts asks the same
rules, draws cards instead of a chart that breaks one, and chooses by them what suits figures that
no author has put together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from viewer.expressions import compiled
from viewer.model import CHART_KINDS, Kind, Metric, Point, Severity
from viewer.proof.charted import Charted, is_single, whole_of, whole_size
from viewer.proof.measure import (
    exceeds_linear_range,
    is_part,
    is_rate,
    is_share,
    number,
    plain_unit,
    rounding,
    same_unit,
    spread,
    sum_of,
)

Params = Mapping[str, object]

_ON_AXIS = frozenset(kind.name for kind in CHART_KINDS if kind.axis)
_FROM_ZERO = frozenset(kind.name for kind in CHART_KINDS if kind.from_zero)
_SINGLE = frozenset(kind.name for kind in CHART_KINDS if kind.single)
_SERIES = frozenset(kind.name for kind in CHART_KINDS if kind.series)


@dataclass(frozen=True, slots=True)
class ChartProposal:
    """Figures proposed to be seen together in a chart of one kind, as the data file names kinds.

    `wholes` finds the figure that others are parts of by the id of its metric. `kind` is empty
    where the choice is left to the grammar.
    """

    kind: str
    figures: tuple[Charted, ...]
    wholes: Mapping[str, Charted] = field(default_factory=lambda: MappingProxyType({}))
    log: bool = False
    exclusive: bool = False
    note: str = ""
    drawn: str = field(init=False)
    """The kind that would be drawn: changes asked for as bars are drawn from a zero line, and a
    logarithmic axis asked of no kind is one of bars."""

    metrics: tuple[Metric, ...] = field(init=False)
    """The metrics of the figures, each once."""

    def __post_init__(self) -> None:
        metrics = {figure.metric.id: figure.metric for figure in self.figures}
        object.__setattr__(self, "metrics", tuple(metrics.values()))  # once: every rule reads it
        object.__setattr__(self, "drawn", self._drawn())

    @property
    def points(self) -> tuple[Point, ...]:
        """The points of the figures."""
        return tuple(figure.point for figure in self.figures)

    def _drawn(self) -> str:
        if self.log and not self.kind:
            return "bar"
        if self.kind != "bar" or self.log:
            return self.kind
        changes = all(metric.kind is Kind.CHANGE for metric in self.metrics)
        return "change" if changes else self.kind


class ChartRule(NamedTuple):
    """One rule: the kinds of chart that it binds (empty: all), and what breaks it, None when it is
    kept. `cards` is whether cards are drawn instead of a chart that breaks it; `field` names the
    field of the chart that is to blame, where it is one."""

    code: str
    severity: Severity
    seeks: str
    kinds: frozenset[str]
    broken: Callable[[ChartProposal], Params | None]
    cards: bool = True
    field: str = ""

    def breach(self, proposal: ChartProposal) -> Params | None:
        """What of a proposal breaks this rule; None where nothing does, or where it binds not."""
        if (self.kinds and proposal.drawn not in self.kinds) or not proposal.figures:
            return None
        return self.broken(proposal)


def breaches(proposal: ChartProposal) -> Iterator[tuple[ChartRule, Params]]:
    """The rules that a proposal breaks, in the order of the table."""
    for rule in _binding(proposal.drawn):
        found = rule.breach(proposal)
        if found is not None:
            yield rule, found


def is_honest(proposal: ChartProposal) -> bool:
    """Whether a proposal may be drawn as it is, rather than as cards."""
    return all(rule.breach(proposal) is None for rule in _deciding(proposal.drawn))


@cache
def _binding(drawn: str) -> tuple[ChartRule, ...]:
    """The rules that bind a kind of chart."""
    return tuple(rule for rule in RULES if not rule.kinds or drawn in rule.kinds)


@cache
def _deciding(drawn: str) -> tuple[ChartRule, ...]:
    """Those of them that let cards take the place of the chart."""
    return tuple(rule for rule in _binding(drawn) if rule.cards)


def parts_size(proposal: ChartProposal) -> Decimal | None:
    """The one whole that all the figures share, so that they can lie end to end along it if they
    exclude each other; None where they do not."""
    wholes = {_whole_id(figure, proposal.wholes) for figure in proposal.figures}
    if len(wholes) != 1 or len(proposal.figures) < 2:
        return None
    units = {plain_unit(figure.metric.unit) for figure in proposal.figures}
    return whole_size(proposal.figures[0], proposal.wholes) if len(units) == 1 else None


def _whole_id(figure: Charted, wholes: Mapping[str, Charted]) -> str:
    whole = whole_of(figure, wholes)
    return whole.metric.id if whole is not None else ""


def _kinds_mixed(proposal: ChartProposal) -> Params | None:
    metrics = proposal.metrics
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


def _units_mixed(proposal: ChartProposal) -> Params | None:
    """Figures of one kind in two units; stages may be of several kinds."""
    first, stages = proposal.metrics[0], proposal.drawn == "stages"
    other = _first(
        proposal.metrics,
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


def _bases_mixed(proposal: ChartProposal) -> Params | None:
    changes = [metric for metric in proposal.metrics if metric.kind is Kind.CHANGE]
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


def _sizes_incomparable(proposal: ChartProposal) -> Params | None:
    if proposal.log or not exceeds_linear_range(proposal.points):
        return None
    return {"ratio": number(spread(proposal.points).to_integral_value())}


def _of_zeros(proposal: ChartProposal) -> Params | None:
    """Lengths from zero of which none has any; a logarithmic axis has a rule of its own."""
    ends = _ends(proposal.figures)
    if proposal.log or not ends or any(ends):
        return None
    return {"label": proposal.metrics[0].label}


def _not_shares(proposal: ChartProposal) -> Params | None:
    return _named(proposal.metrics, lambda metric: not is_share(metric))


def _share_misfit(proposal: ChartProposal) -> Params | None:
    """A share below zero, or of what is no one number above zero in the same unit."""
    for figure in proposal.figures:
        single = is_single(figure) and is_share(figure.metric)
        if single and whole_size(figure, proposal.wholes) is None:
            whole = None if is_rate(figure.metric) else proposal.wholes.get(figure.metric.of or "")
            named = figure.metric.of if is_part(figure.metric) else None
            known = whole.metric.label if whole is not None else named
            alone = is_rate(figure.metric) or not known
            return {"label": figure.metric.label, "whole": "100%" if alone else known}
    return None


def _not_changes(proposal: ChartProposal) -> Params | None:
    return _named(proposal.metrics, lambda metric: metric.kind is not Kind.CHANGE)


def _bar_of_changes(proposal: ChartProposal) -> Params | None:
    asked = proposal.kind == "bar"
    return {"label": proposal.metrics[0].label} if asked else None


def _of_changes(proposal: ChartProposal) -> Params | None:
    found = _named(proposal.metrics, lambda metric: metric.kind is Kind.CHANGE)
    return found and {**found, "kind": proposal.drawn}


def _direction_unsaid(proposal: ChartProposal) -> Params | None:
    """A change that could go either way, where it would be drawn to one side of zero."""
    for figure in proposal.figures:
        change = figure.metric.kind is Kind.CHANGE and figure.point.value.is_finite()
        if change and figure.value is None:
            return {"label": figure.metric.label}
    return None


def _not_finite(proposal: ChartProposal) -> Params | None:
    """A number that is none; a data file holds no such, a caller may."""
    for figure in proposal.figures:
        if not figure.point.value.is_finite():
            return {"label": figure.metric.label}
    return None


def _lone_bar(proposal: ChartProposal) -> Params | None:
    lone = len(proposal.figures) == 1
    return {"label": proposal.metrics[0].label} if lone else None


def _of_series(proposal: ChartProposal) -> Params | None:
    found = _named(proposal.metrics, lambda metric: metric.series)
    return found and {**found, "kind": proposal.drawn}


def _of_ranges(proposal: ChartProposal) -> Params | None:
    ranges = [figure.metric for figure in proposal.figures if figure.point.high is not None]
    return {"label": ranges[0].label, "kind": proposal.drawn} if ranges else None


def _no_series(proposal: ChartProposal) -> Params | None:
    for metric in proposal.metrics:
        here = [figure for figure in proposal.figures if figure.metric.id == metric.id]
        if not metric.series or len({figure.point.period for figure in here}) < 2:
            return {"label": metric.label}
    return None


def _several_columns(proposal: ChartProposal) -> Params | None:
    n = len(proposal.metrics)
    return {"n": n} if n > 1 else None


def _no_range(proposal: ChartProposal) -> Params | None:
    if any(figure.point.high is not None for figure in proposal.figures):
        return None
    return {"label": proposal.metrics[0].label}


def _stages_grow(proposal: ChartProposal) -> Params | None:
    for before, after in pairwise(_single_points(proposal)):
        if after.point.value > before.point.value:
            return {"label": after.metric.label, "before": before.metric.label}
    return None


def _stages_of_nothing(proposal: ChartProposal) -> Params | None:
    """Stages that begin at zero, or fall below it."""
    single = _single_points(proposal)
    if single and not single[0].point.value > 0:
        return {"label": single[0].metric.label}
    below = [figure for figure in single if figure.point.value < 0]
    return {"label": below[0].metric.label} if below else None


def _log_not_bars(proposal: ChartProposal) -> Params | None:
    """A logarithmic axis asked of what has none: all but bars of sizes."""
    changes = any(metric.kind is Kind.CHANGE for metric in proposal.metrics)
    if not proposal.log or (proposal.drawn == "bar" and not changes):
        return None
    return {"kind": proposal.drawn}


def _log_of_nothing(proposal: ChartProposal) -> Params | None:
    if not proposal.log:
        return None
    for figure in proposal.figures:
        if any(end <= 0 for end in _ends([figure])):
            return {"label": figure.metric.label}
    return None


def _above_whole(proposal: ChartProposal) -> Params | None:
    """Parts of one whole that exclude each other and add up to more than it."""
    if not proposal.exclusive:
        return None
    groups: dict[tuple[str, str], list[Charted]] = {}
    for figure in proposal.figures:
        if is_single(figure) and whole_size(figure, proposal.wholes) is not None:
            unit = plain_unit(figure.metric.unit)
            groups.setdefault((_whole_id(figure, proposal.wholes), unit), []).append(figure)
    for (_, unit), figures in groups.items():
        whole = whole_size(figures[0], proposal.wholes)
        points = [figure.point for figure in figures]
        total = sum_of(point.value for point in points)
        if len(points) > 1 and whole is not None and total > whole + rounding(points, unit):
            return {"total": number(total), "whole": number(whole), "n": len(points)}
    return None


def _single_points(proposal: ChartProposal) -> list[Charted]:
    """The figures of one finite number, as they are written."""
    return [
        figure
        for figure in proposal.figures
        if not figure.metric.series and figure.point.value.is_finite()
    ]


def _ends(figures: Iterable[Charted]) -> list[Decimal]:
    both = [end for figure in figures for end in (figure.value, figure.high)]
    return [end for end in both if end is not None]


def _first(metrics: Iterable[Metric], wanted: Callable[[Metric], bool]) -> Metric | None:
    return next((metric for metric in metrics if wanted(metric)), None)


def _named(metrics: Sequence[Metric], wanted: Callable[[Metric], bool]) -> Params | None:
    found = _first(metrics, wanted)
    return None if found is None else {"label": found.label}


_WITHDRAWN = compiled(
    r"(?:不能|不可|不宜|无法|不应|勿)[^，。；]{0,8}(?:相?比较|对比|相比|比大小|比长短)|不可比|不具可比"
    r"|所处(?:的)?阶段不同|不(?:是|在)同一(?:阶段|层级|口径)|口径不(?:同|一致)"
    r"|not (?:be )?(?:directly )?compar|cannot be compared|different stages",
    re.IGNORECASE,
)
"""Words of a note that take back what bars side by side say."""


def _comparison_withdrawn(proposal: ChartProposal) -> Params | None:
    found = _WITHDRAWN.search(proposal.note)
    pair = len(proposal.figures) <= _PAIR and not proposal.log
    return {"words": found.group()} if found and pair else None


_PAIR = 2
_EVERY = frozenset[str]()
_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

RULES: tuple[ChartRule, ...] = (
    ChartRule(
        "chart-kinds-mixed",
        _ERROR,
        "an axis that carries more than one kind of figure",
        _ON_AXIS,
        _kinds_mixed,
    ),
    ChartRule(
        "chart-units-mixed",
        _ERROR,
        "an axis that carries more than one unit",
        _ON_AXIS | {"stages"},
        _units_mixed,
    ),
    ChartRule(
        "chart-bases-mixed",
        _ERROR,
        "changes against different bases on one axis",
        _ON_AXIS,
        _bases_mixed,
    ),
    ChartRule(
        "chart-sizes-apart",
        _ERROR,
        "sizes that differ by more than 1:200 on a linear axis",
        _FROM_ZERO,
        _sizes_incomparable,
    ),
    ChartRule(
        "chart-of-zeros",
        _NOTE,
        "lengths of figures that are all zero",
        _FROM_ZERO,
        _of_zeros,
    ),
    ChartRule(
        "chart-not-shares",
        _ERROR,
        "a chart of shares with a metric that is neither a rate nor part of a whole",
        frozenset({"share"}),
        _not_shares,
    ),
    ChartRule(
        "chart-not-changes",
        _ERROR,
        "a chart of changes with a metric that is no change",
        frozenset({"change"}),
        _not_changes,
    ),
    ChartRule(
        "chart-bar-of-changes",
        _NOTE,
        "changes asked for as bars, which are drawn from a zero line instead",
        frozenset({"change"}),
        _bar_of_changes,
        cards=False,
    ),
    ChartRule(
        "chart-of-changes",
        _ERROR,
        "a range or a stage that is a change",
        frozenset({"range", "stages"}),
        _of_changes,
    ),
    ChartRule(
        "chart-direction-unsaid",
        _WARNING,
        "a change on a signed axis whose direction no word says",
        frozenset({"change", "line", "column"}),
        _direction_unsaid,
    ),
    ChartRule(
        "chart-not-finite",
        _ERROR,
        "a number on an axis that is no finite one",
        _ON_AXIS | _SINGLE,
        _not_finite,
    ),
    ChartRule(
        "chart-comparison-withdrawn",
        _NOTE,
        "two bars whose note takes their comparison back",
        frozenset({"bar"}),
        _comparison_withdrawn,
    ),
    ChartRule(
        "chart-lone-bar",
        _NOTE,
        "a chart of one bar, one change or one stage",
        frozenset({"bar", "change", "stages"}),
        _lone_bar,
    ),
    ChartRule(
        "chart-of-series",
        _ERROR,
        "a metric over several periods where each figure has one place",
        _SINGLE | {"range"},
        _of_series,
    ),
    ChartRule(
        "chart-of-ranges",
        _ERROR,
        "a metric with two ends where each figure has one place",
        _SINGLE | _SERIES,
        _of_ranges,
    ),
    ChartRule(
        "chart-no-series",
        _ERROR,
        "a line or columns of a metric that has fewer than two periods",
        _SERIES,
        _no_series,
    ),
    ChartRule(
        "chart-several-columns",
        _ERROR,
        "columns of more than one series",
        frozenset({"column"}),
        _several_columns,
    ),
    ChartRule(
        "chart-no-range",
        _ERROR,
        "a chart of ranges in which no metric has two ends",
        frozenset({"range"}),
        _no_range,
    ),
    ChartRule(
        "chart-stages-grow",
        _ERROR,
        "a stage that is larger than the one before it",
        frozenset({"stages"}),
        _stages_grow,
    ),
    ChartRule(
        "chart-stages-of-nothing",
        _ERROR,
        "stages that begin at zero, or fall below it",
        frozenset({"stages"}),
        _stages_of_nothing,
    ),
    ChartRule(
        "chart-log-not-bars",
        _ERROR,
        "a logarithmic axis asked of a kind that has none",
        _ON_AXIS | {"share", "stages"},
        _log_not_bars,
    ),
    ChartRule(
        "chart-log-of-nothing",
        _ERROR,
        "a logarithmic axis with a number that is not above zero",
        frozenset({"bar", "cards"}),
        _log_of_nothing,
    ),
    ChartRule(
        "chart-above-whole",
        _ERROR,
        "parts that exclude each other and add up to more than their whole",
        _EVERY,
        _above_whole,
        field="exclusive",
    ),
    ChartRule(
        "chart-share-misfit",
        _ERROR,
        "a share below zero, or of what is no one number above zero",
        frozenset({"share"}),
        _share_misfit,
    ),
)
"""Every rule, in the order in which they are reported."""
