"""Which figures a section ties to which, by its relations and by `of`: a change to its level, a
printed share to its part, a completion to what was reached, a part to its whole.

The check, the compiler of charts and the draft ask the same, so that a change stands at the end of
its level wherever both are drawn, and never on the axis of the level.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from viewer.model import CHART_KINDS, Basis, Key, Kind, Metric, Relation, RelationKind
from viewer.proof.charted import Charted
from viewer.proof.measure import is_rate, same_unit

ANNOTATED = frozenset({"", *(kind.name for kind in CHART_KINDS if kind.annotated)})
"""The kinds of chart, as the data file names them, whose marks carry changes at their ends."""

TIED = {
    RelationKind.CHANGE: ("change", "level", Kind.CHANGE),
    RelationKind.PART: ("share", "part", Kind.SHARE),
    RelationKind.TARGET: ("completion", "actual", Kind.SHARE),
}
"""What stands at the end of what in a relation, and of which kind it must be."""
_HELD = {
    RelationKind.PART: ("part", "whole"),
    RelationKind.SUM: ("parts", "total"),
    RelationKind.TARGET: ("actual", "target"),
}
"""What is drawn within what."""
_BASED = frozenset({Basis.YEAR, Basis.PREVIOUS})


def attached_to(metrics: Iterable[Metric], relations: Iterable[Relation[Key]]) -> dict[str, str]:
    """The level of each change, share and completion of a section, by the ids of their metrics.

    The change of a change belongs to the level of the latter. A series is neither, for its
    points stand on an axis of periods.
    """
    single = {metric.id: metric for metric in metrics if not metric.series}
    direct: dict[str, str] = {}
    for relation in relations:
        if relation.kind in TIED:
            tied, level, kind = TIED[relation.kind]
            one, other = relation.get(tied), relation.get(level)
            known = one in single and other in single and one != other
            if known and one and other and single[one].kind is kind:
                direct.setdefault(one, other)
    for id_, metric in single.items():
        if metric.of in single and metric.of != id_ and _describes(metric, single[metric.of]):
            direct.setdefault(id_, metric.of)
    found = ((id_, _root(id_, direct)) for id_ in direct)
    return {id_: root for id_, root in found if root}


def with_wholes(
    metrics: Sequence[Metric], relations: Sequence[Relation[Key]]
) -> tuple[Metric, ...]:
    """The metrics, each that a relation makes a part or a result naming what it is held against.

    `of` in the file is the short form and goes before.
    """
    single = {metric.id: metric for metric in metrics if not metric.series}
    held: dict[str, str] = {}
    for relation in relations:
        inner_role, outer_role = _HELD.get(relation.kind, ("", ""))
        outer = relation.get(outer_role)
        for inner in relation.all(inner_role):
            fits = inner in single and outer in single and inner != outer
            if fits and outer and same_unit(single[inner], single[outer]):
                held.setdefault(inner, outer)
    if not held:
        return tuple(metrics)
    return tuple(
        replace(metric, of=held[metric.id]) if not metric.of and metric.id in held else metric
        for metric in metrics
    )


def printed_bases(relations: Iterable[Relation[Key]]) -> dict[str, str]:
    """The base of each level that is printed without a change between them, by the ids of their
    metrics: then and now, whose difference can be computed."""
    return {
        level: base
        for relation in relations
        if relation.kind is RelationKind.CHANGE
        and not relation.constant_prices
        and relation.get("change") is None
        and (level := relation.get("level"))
        and (base := relation.get("base"))
    }


def computable_bases(relations: Iterable[Relation[Key]]) -> dict[str, str]:
    """The levels whose base can be computed from a printed change, by the ids of their metrics.

    The base is printed nowhere, prices are current, and the change is against one earlier period.
    """
    return {
        level: change
        for relation in relations
        if relation.kind is RelationKind.CHANGE
        and relation.basis in _BASED
        and not relation.constant_prices
        and relation.get("base") is None
        and (level := relation.get("level"))
        and (change := relation.get("change"))
    }


def _describes(metric: Metric, level: Metric) -> bool:
    """Whether a metric that names another with `of` is its change or its rate, not its part."""
    return metric.kind is Kind.CHANGE or (is_rate(metric) and not same_unit(metric, level))


def _root(id_: str, direct: Mapping[str, str]) -> str:
    """The level at the end of a chain of changes; empty where the chain has no end."""
    seen = {id_}
    while (level := direct.get(id_)) is not None:
        if level in seen:
            return ""
        seen.add(level)
        id_ = level
    return id_


def annotating(kind: str, figures: Iterable[Charted], ties: Mapping[str, str]) -> frozenset[str]:
    """The metrics among `figures` that stand at the end of another one of them."""
    if kind not in ANNOTATED or not ties:
        return frozenset()
    here = {figure.metric.id for figure in figures}
    return frozenset(id_ for id_ in here if ties.get(id_) in here)
