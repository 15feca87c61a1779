"""Checks of metrics by themselves and against the wholes that they name."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from viewer.expressions import compiled
from viewer.model import Kind, Metric, Point, Qualifier, Severity
from viewer.proof.measure import is_part, is_rate, number, partners, plain_unit, same_unit, whole_in
from viewer.proof.message_format import as_file, shown
from viewer.proof.nearest_id import nearest_id
from viewer.proof.values import Breach, Check, Tried
from viewer.quantities.growth_rates import names_growth_rate
from viewer.relations.interval import is_multiple

_RATIO = compiled(r"\d ?(?:[:：比]|[ -]to[ -]) ?\d|\d ?(?:per|for every|out of every) [\d]")
"""What joins the two numbers of a ratio, or a rate to what it is counted per."""
_RATIO_REACH = 5

_LONGEST_DOUBT = 300
"""Letters of a doubt that a message holds: it is a sentence that says what to look at."""


def _no_base(tried: Tried) -> Iterator[Breach]:
    """A figure that is still to be looked at is told once, by its doubt."""
    for metric in tried.section.metrics:
        unsaid = metric.kind is Kind.CHANGE and not (metric.versus or "").strip()
        if unsaid and not metric.review and not names_growth_rate(metric.label, metric.unit):
            yield _at(metric, "versus")


def _of_unknown(tried: Tried) -> Iterator[Breach]:
    for metric in tried.section.metrics:
        if metric.of is not None and metric.of not in tried.known.metrics:
            near = nearest_id(metric.of, tried.section, tried.known)
            yield _at(metric, "of", id=shown(metric.of), nearest=near)


def _unit_of_whole(tried: Tried) -> Iterator[Breach]:
    for part, whole in _parts(tried):
        if not same_unit(part, whole):
            yield _at(
                part,
                "of",
                unit=shown(part.unit) or "—",
                whole=shown(whole.label),
                whole_unit=shown(whole.unit) or "—",
            )


def _above_whole(tried: Tried) -> Iterator[Breach]:
    for part, whole in _parts(tried):
        if not same_unit(part, whole) or whole.qualifier is Qualifier.AT_LEAST:
            continue
        for of_part, of_whole in partners(part, whole):
            larger = _finite(of_part, of_whole) and _top(of_part) > _top(of_whole)
            if larger and part.qualifier is not Qualifier.AT_MOST:
                yield Breach(
                    of_part.place,
                    f"{of_part.path}.value",
                    {
                        "label": shown(part.label),
                        "file": as_file(part, of_part),
                        "whole": shown(whole.label),
                        "whole_file": as_file(whole, of_whole),
                    },
                )


def _above_hundred(tried: Tried) -> Iterator[Breach]:
    completions = {relation.get("completion") for relation in tried.section.relations}
    for metric in tried.section.metrics:
        whole = whole_in(metric.unit)
        measured = is_rate(metric) and metric.id not in completions
        for point in metric.points if measured else ():
            above = _finite(point) and point.value > whole
            bare = not plain_unit(metric.unit) and metric.of is not None
            if above and not bare and not _is_ratio(point, tried):
                yield Breach(
                    point.place,
                    f"{point.path}.value",
                    {
                        "label": shown(metric.label),
                        "file": as_file(metric, point),
                        "whole": f"{number(whole)}{metric.unit}",
                    },
                )


def _is_ratio(point: Point, tried: Tried) -> bool:
    """Whether the words of a point tell how many times larger something is, or a ratio, which may
    be more than all: twice, 28:1, 3.4 per 1,000."""
    of_point = (trial.quantity for trial in tried.trials if trial.point is point)
    found = next(of_point, None)
    if found is None:
        return False
    behind = tried.section.passage.text[found.span.end : found.span.end + _RATIO_REACH]
    return is_multiple(found.surface, found.unit) or bool(_RATIO.search(found.surface + behind))


def _below_zero(tried: Tried) -> Iterator[Breach]:
    for metric in tried.section.metrics:
        for point in metric.points if metric.kind is Kind.SHARE or is_part(metric) else ():
            if _finite(point) and point.value < 0:
                told = {"label": shown(metric.label), "file": as_file(metric, point)}
                yield Breach(point.place, f"{point.path}.value", told)


def _doubted(tried: Tried) -> Iterator[Breach]:
    for metric in tried.section.metrics:
        if metric.review.strip():
            yield _at(metric, "review", why=shown(metric.review, _LONGEST_DOUBT))


def _parts(tried: Tried) -> Iterator[tuple[Metric, Metric]]:
    """Parts with their wholes. A rate or a change that names another figure is no part of it that
    is counted in its unit."""
    for metric in tried.section.metrics:
        whole = tried.known.metrics.get(metric.of or "")
        counted = metric.kind not in {Kind.SHARE, Kind.CHANGE}
        if whole is not None and counted and whole.id != metric.id:
            yield metric, whole


def _finite(*points: Point) -> bool:
    """Whether all are numbers that can be compared; a file holds no others, a caller may."""
    ends = [end for point in points for end in (point.value, point.high) if end is not None]
    return all(end.is_finite() for end in ends)


def _top(point: Point) -> Decimal:
    return point.value if point.high is None else max(point.value, point.high)


def _at(metric: Metric, field: str, **params: object) -> Breach:
    told = {"label": shown(metric.label), **params}
    return Breach(metric.place, f"{metric.path}.{field}", told)


METRIC_CHECKS: tuple[Check[Tried], ...] = (
    Check("change-without-base", Severity.WARNING, "a change measured against nothing", _no_base),
    Check("needs-review", Severity.NOTE, "what a draft doubts of a figure", _doubted),
    Check("of-unknown", Severity.ERROR, "a whole that no metric is", _of_unknown),
    Check(
        "part-unit-differs",
        Severity.ERROR,
        "a part and its whole in different units",
        _unit_of_whole,
    ),
    Check("part-above-whole", Severity.ERROR, "a part larger than its whole", _above_whole),
    Check("share-above-whole", Severity.WARNING, "a share of more than all", _above_hundred),
    Check("share-below-zero", Severity.WARNING, "a share of less than nothing", _below_zero),
)
