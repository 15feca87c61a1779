"""The relations of a file with the figures that they name, recomputed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from viewer.model import (
    Briefing,
    Figure,
    Key,
    Kind,
    Metric,
    Point,
    Recomputed,
    Relation,
    RelationTerm,
    Section,
)
from viewer.proof.values import Known
from viewer.quantities import change_of

if TYPE_CHECKING:
    from viewer.relations.recompute import Check, Term


def key_of(reference: str) -> Key:
    """The key of a figure that a relation names, without the section before it."""
    return reference.rpartition("/")[2]


def metric_of(reference: str) -> str:
    """The id of the metric that a relation names."""
    return key_of(reference).partition("@")[0]


class Named(NamedTuple):
    """A figure that a relation may name: a point of a metric in its section."""

    metric: Metric
    point: Point
    section: Section


class Related(NamedTuple):
    """A file with its relations: every figure by key, and what recomputing gave."""

    known: Known
    figures: Mapping[Key, Figure]
    named: Mapping[Key, Named]
    recomputed: tuple[Recomputed, ...]

    @staticmethod
    def of(known: Known, figures: Mapping[Key, Figure]) -> Related:
        """Recompute the relations of a file; those that name unknown figures are left out."""
        if not any(section.relations for section in known.briefing.sections):
            return Related(known, figures, MappingProxyType({}), ())
        from viewer.relations.recompute import recompute  # many files have no relation

        named = named_figures(known.briefing)
        found = [
            (section, _plain(relation))
            for section in known.briefing.sections
            for relation in section.relations
            if all(resolves(reference, named) for reference in relation.members)
        ]
        keys = {key for _, relation in found for key in relation.members}
        terms = {key: _term(named[key], figures.get(key)) for key in keys}
        checks = recompute([relation for _, relation in found], terms)
        told = (
            _recomputed(section, relation, check, (named, terms))
            for (section, relation), check in zip(found, checks, strict=True)
        )
        return Related(known, figures, named, tuple(told))

    def relations(self) -> Iterator[tuple[Section, Relation[Key]]]:
        """Every relation as the file writes it, with its section."""
        for section in self.known.briefing.sections:
            for relation in section.relations:
                yield section, relation


def resolves(reference: str, named: Mapping[Key, Named]) -> bool:
    """Whether a reference names a figure, and the section before it is that figure's."""
    found = named.get(key_of(reference))
    section, slash, _ = reference.rpartition("/")
    return found is not None and (not slash or found.section.id == section)


def named_by(reference: str, known: Known) -> Named | None:
    """The figure that one reference names, without an index of all; None where `resolves` is not
    so."""
    metric = known.metrics.get(metric_of(reference))
    if metric is None:
        return None
    key, home = key_of(reference), known.homes[metric.id]
    points = (point for point in metric.points if point.key == key)
    point = metric.point if key == metric.id else next(points, None)
    if point is None or reference not in (key, f"{home.id}/{key}"):
        return None
    return Named(metric, point, home)


def named_figures(briefing: Briefing) -> Mapping[Key, Named]:
    """Every point by its key; the id of a metric with a series names its last point."""
    return MappingProxyType(
        {
            key: Named(metric, point, section)
            for section in briefing.sections
            for metric in section.metrics
            for point in metric.points
            for key in ((metric.id, point.key) if metric.series else (point.key,))
        }
    )


def _plain(relation: Relation[Key]) -> Relation[Key]:
    return replace(
        relation, roles=tuple((role, key_of(reference)) for role, reference in relation.roles)
    )


def _recomputed(
    section: Section,
    relation: Relation[Key],
    check: Check,
    of: tuple[Mapping[Key, Named], Mapping[Key, Term]],
) -> Recomputed:
    from viewer.relations.recompute import is_relative

    named, terms = of
    printed = tuple(
        RelationTerm(role, key, _label(named[key]), terms[key].signed)
        for role, key in relation.roles
    )
    level, change = (terms.get(relation.get(role) or "") for role in ("level", "change"))
    relative = level is not None and change is not None and is_relative(level, change)
    return Recomputed(
        section.id, relation, check.agrees, check.formula, check.unjudged, printed, relative
    )


def _label(named: Named) -> str:
    """What is measured, with its period in a series."""
    metric = named.metric
    return f"{metric.label} {named.point.period}".strip() if metric.series else metric.label


def _term(named: Named, figure: Figure | None) -> Term:
    """A point of the file as a term: its printed words where it was found in the passage."""
    from viewer.relations.recompute import Term

    metric, point = named.metric, named.point
    surface = f"{point.written}{metric.unit}" if figure is None else figure.quantity.surface
    return Term(
        " ".join(surface.split()),
        point.value,
        metric.unit,
        metric.qualifier,
        point.high,
        change_of(metric, point, None if figure is None else figure.quantity),
        metric.kind is Kind.CHANGE,
    )
