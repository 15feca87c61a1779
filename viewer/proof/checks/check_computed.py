"""Checks of computed metrics: the figures that their formula is of, and its result."""

from __future__ import annotations

from collections.abc import Iterator

from viewer.model import Kind, Metric, Point, Severity
from viewer.proof.comparison import unlike
from viewer.proof.computed import Formula
from viewer.proof.measure import number
from viewer.proof.message_format import shown
from viewer.proof.nearest_id import nearest_id
from viewer.proof.related import Named, metric_of, named_by
from viewer.proof.values import Breach, Check, Tried

_TERMS = 2


def _unread(tried: Tried) -> Iterator[Breach]:
    """A formula that is none, or not of two figures of the file."""
    for metric, point in _computed(tried):
        if Formula.parse(point.formula) is None or len(metric.terms) != _TERMS:
            yield _at(metric, "computed", formula=shown(point.formula))


def _unknown(tried: Tried) -> Iterator[Breach]:
    for metric, _ in _computed(tried):
        for reference in metric.terms:
            if named_by(reference, tried.known) is None:
                near = nearest_id(metric_of(reference), tried.section, tried.known)
                yield _at(metric, "terms", id=shown(reference), nearest=near)


def _unlike(tried: Tried) -> Iterator[Breach]:
    for metric, _ in _computed(tried):
        found = _terms(metric, tried)
        if found:
            one, other = (term.metric for term in found)
            standings = {term.metric.standing_at(term.point) for term in found}
            nested = any(term.point.formula for term in found)
            changes = Kind.CHANGE in (one.kind, other.kind)
            if unlike(one, other) is not None or len(standings) > 1 or nested or changes:
                yield _at(metric, "terms", one=shown(one.label), other=shown(other.label))


def _stale(tried: Tried) -> Iterator[Breach]:
    """A formula with other numbers than those of the figures that it is of."""
    for metric, point in _computed(tried):
        formula = Formula.parse(point.formula)
        terms = _terms(metric, tried)
        numbers = () if formula is None else (formula.one, formula.other)
        for value, term in zip(numbers, terms, strict=False):
            if value != term.point.value:
                label, written = shown(term.metric.label), term.point.written
                yield _at(metric, "computed", term=label, file=written)


def _wrong(tried: Tried) -> Iterator[Breach]:
    for metric, point in _computed(tried):
        formula = Formula.parse(point.formula)
        if formula is not None and not formula.gives(point, metric.unit):
            right = number(formula.rounded(point, metric.unit))
            yield _at(metric, "value", formula=shown(point.formula), right=f"{right}{metric.unit}")


def _computed(tried: Tried) -> Iterator[tuple[Metric, Point]]:
    for metric in tried.section.metrics:
        for point in metric.points:
            if point.formula:
                yield metric, point


def _terms(metric: Metric, tried: Tried) -> list[Named]:
    """The two figures that a formula is of; none where it has others, or one is not there."""
    named = (named_by(reference, tried.known) for reference in metric.terms)
    found = [one for one in named if one is not None]
    return found if len(found) == len(metric.terms) == _TERMS else []


def _at(metric: Metric, key: str, **told: object) -> Breach:
    return Breach(metric.place, f"{metric.path}.{key}", {"label": shown(metric.label), **told})


COMPUTED_CHECKS: tuple[Check[Tried], ...] = (
    Check("computed-unread", Severity.ERROR, "a formula that is not of two figures", _unread),
    Check("computed-unknown", Severity.ERROR, "a formula of figures that are not there", _unknown),
    Check("computed-unlike", Severity.ERROR, "a formula of unlike figures", _unlike),
    Check("computed-stale", Severity.ERROR, "a formula of other numbers", _stale),
    Check("computed-wrong", Severity.ERROR, "a result that its formula does not give", _wrong),
)
