"""Which changes a section ties to which level, by its relations and by `of`.

The check, the compiler of charts and the draft ask the same, so that a change stands at the end of
its level wherever both are drawn, and never on the axis of the level.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from viewer.model import Key, Kind, Metric, Relation, RelationKind
from viewer.proof.charted import Charted
from viewer.proof.measure import is_rate, same_unit

ANNOTATED = frozenset({"", "bar", "share", "change", "range", "cards"})
"""The kinds of chart, as the data file names them, whose marks carry changes at their ends."""


def ties_of(metrics: Iterable[Metric], relations: Iterable[Relation[Key]]) -> dict[str, str]:
    """The level of each change of a section, by the ids of their metrics.

    The change of a change belongs to the level of the latter. A series is neither, for its
    points stand on an axis of periods.
    """
    single = {metric.id: metric for metric in metrics if not metric.series}
    direct: dict[str, str] = {}
    for relation in relations:
        if relation.kind is RelationKind.CHANGE:
            change, level = relation.get("change"), relation.get("level")
            known = change in single and level in single and change != level
            if known and change and level and single[change].kind is Kind.CHANGE:
                direct.setdefault(change, level)
    for id_, metric in single.items():
        if metric.of in single and metric.of != id_ and _describes(metric, single[metric.of]):
            direct.setdefault(id_, metric.of)
    found = ((id_, _root(id_, direct)) for id_ in direct)
    return {id_: root for id_, root in found if root}


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
