"""Checks of relations: what they name, and whether the printed numbers agree with each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType

from viewer.model import Key, Kind, Metric, Recomputed, Relation, RelationKind, Severity
from viewer.proof.message_format import shown
from viewer.proof.nearest_id import nearest_id
from viewer.proof.related import Related, key_of, metric_of, resolves
from viewer.proof.values import Breach, Check
from viewer.quantities.agree import kind_of_unit, names_points

_LEAST = 2
_UNLIKE = MappingProxyType(
    {
        RelationKind.CHANGE: ("level", "base"),
        RelationKind.PART: ("whole", "part"),
        RelationKind.SUM: ("total", "parts"),
        RelationKind.TARGET: ("target", "actual"),
        RelationKind.REPEAT: ("figures",),
    }
)
"""The roles of each kind whose figures are measured in one unit."""
_ELIDED = frozenset({RelationKind.CHANGE, RelationKind.TARGET})
"""The kinds of which a text may leave out the unit of one: `SEK 612 million, against 551`."""
_ORDERED = MappingProxyType(
    {RelationKind.CHANGE: ("level", "base"), RelationKind.TARGET: ("target", "actual")}
)
"""The roles that two figures cannot change between two relations; for parts see the circles."""


def _dangling(related: Related) -> Iterator[Breach]:
    for section, relation in related.relations():
        for role, reference in relation.roles:
            if not resolves(reference, related.named):
                near = nearest_id(metric_of(reference), section, related.known)
                told = {"key": role, "id": shown(reference), "nearest": near}
                yield Breach(relation.place, f"{relation.path}.{role}", told)


def _too_few(related: Related) -> Iterator[Breach]:
    for _, relation in related.relations():
        if len(relation.roles) < _LEAST:
            yield Breach(relation.place, relation.path, {"kind": relation.kind.value})


def _two_roles(related: Related) -> Iterator[Breach]:
    """A figure that plays two roles in one relation."""
    for _, relation in related.relations():
        seen: set[Key] = set()
        for role, reference in relation.roles:
            key = key_of(reference)
            if key in seen:
                told = {"id": shown(reference), "key": role}
                yield Breach(relation.place, f"{relation.path}.{role}", told)
            seen.add(key)


def _twice(related: Related) -> Iterator[Breach]:
    first: dict[tuple[object, ...], Relation[Key]] = {}
    for _, relation in related.relations():
        roles = tuple((role, key_of(reference)) for role, reference in relation.roles)
        same = first.setdefault((relation.kind, *sorted(roles)), relation)
        if same is not relation:
            yield Breach(relation.place, relation.path, {"line": same.place.line})


def _contrary(related: Related) -> Iterator[Breach]:
    """Two figures of which one relation says the opposite of what an earlier one says."""
    first: dict[tuple[RelationKind, Key, Key], Relation[Key]] = {}
    for _, relation in related.relations():
        roles = _ORDERED.get(relation.kind)
        ends = [relation.get(role) for role in roles] if roles else []
        if len(ends) < _LEAST or ends[0] is None or ends[1] is None:
            continue
        one, other = key_of(ends[0]), key_of(ends[1])
        first.setdefault((relation.kind, one, other), relation)
        against = first.get((relation.kind, other, one))
        if against is not None and one != other:
            told = {"id": shown(ends[0]), "other": shown(ends[1]), "line": against.place.line}
            yield Breach(relation.place, relation.path, told)


def _unlike(related: Related) -> Iterator[Breach]:
    for _, relation in related.relations():
        metrics = [
            related.named[key_of(reference)].metric
            for role, reference in relation.roles
            if role in _UNLIKE[relation.kind] and key_of(reference) in related.named
        ]
        for other in metrics[1:]:
            elided = relation.kind in _ELIDED and not (other.unit and metrics[0].unit)
            if not elided and kind_of_unit(other.unit) != kind_of_unit(metrics[0].unit):
                yield Breach(relation.place, relation.path, _units(metrics[0], other))
                break


def _units(one: Metric, other: Metric) -> dict[str, object]:
    return {
        "label": shown(one.label),
        "unit": shown(one.unit) or "—",
        "other": shown(other.label),
        "other_unit": shown(other.unit) or "—",
    }


def _circles(related: Related) -> Iterator[Breach]:
    """Figures that are a part of themselves through one or more relations; each told once."""
    wholes: dict[Key, dict[Key, Relation[Key]]] = {}
    for _, relation in related.relations():
        whole = relation.get("whole") or relation.get("total")
        for part in (*relation.all("part"), *relation.all("parts")):
            if whole is not None:
                wholes.setdefault(key_of(part), {})[key_of(whole)] = relation
    for ring in _rings(wholes):
        relation = wholes[ring[0]][ring[1]]
        yield Breach(relation.place, relation.path, {"ring": shown(" → ".join(ring))})


def _rings(wholes: dict[Key, dict[Key, Relation[Key]]]) -> Iterator[list[Key]]:
    """A ring of every circle of a graph from part to whole, by a walk without recursion."""
    done: set[Key] = set()
    for start in wholes:
        path: list[Key] = []
        open_: dict[Key, int] = {}
        stack: list[tuple[Key, bool]] = [(start, False)]
        while stack:
            key, leaving = stack.pop()
            if leaving:
                path.pop()
                open_.pop(key, None)
                done.add(key)
            elif key in open_:
                yield [*path[open_[key] :], key]
            elif key not in done:
                open_[key] = len(path)
                path.append(key)
                stack.append((key, True))
                stack += [(whole, False) for whole in wholes.get(key, ())]


def _disagrees(
    wanted: Callable[[Related, Recomputed], bool],
) -> Callable[[Related], Iterator[Breach]]:
    def find(related: Related) -> Iterator[Breach]:
        for one in related.recomputed:
            if one.agrees is False and not one.relation.known.strip() and wanted(related, one):
                relation = one.relation
                labels = (related.named[key].metric.label for key in relation.members)
                told = {"formula": one.formula, "label": shown(next(labels, ""))}
                yield Breach(relation.place, relation.path, told)

    return find


def _is(kind: RelationKind) -> Callable[[Related, Recomputed], bool]:
    return lambda _, one: one.relation.kind is kind


def _in_points(related: Related, one: Recomputed) -> bool:
    change = one.relation.get("change")
    if change is None:  # no other kind of relation has one
        return False
    metric = related.named[change].metric
    return metric.kind is Kind.CHANGE and names_points(metric.unit)


def _is_growth(related: Related, one: Recomputed) -> bool:
    return one.relation.kind is RelationKind.CHANGE and not _in_points(related, one)


RELATION_CHECKS: tuple[Check[Related], ...] = (
    Check("relation-dangling", Severity.ERROR, "a relation of no figure", _dangling),
    Check("relation-short", Severity.ERROR, "a relation of fewer than two figures", _too_few),
    Check("relation-two-roles", Severity.ERROR, "a figure in two roles of a relation", _two_roles),
    Check("relation-twice", Severity.WARNING, "a relation that stands twice", _twice),
    Check(
        "relation-contrary",
        Severity.ERROR,
        "two relations that give two figures opposite roles",
        _contrary,
    ),
    Check("relation-units", Severity.ERROR, "a relation of unlike units", _unlike),
    Check("relation-circle", Severity.ERROR, "figures that are parts of themselves", _circles),
    Check(
        "sum-disagrees",
        Severity.WARNING,
        "parts that do not add up to their total",
        _disagrees(_is(RelationKind.SUM)),
    ),
    Check(
        "share-disagrees",
        Severity.WARNING,
        "a printed share that part and whole do not make",
        _disagrees(_is(RelationKind.PART)),
    ),
    Check(
        "growth-disagrees",
        Severity.WARNING,
        "a printed change that level and base do not make",
        _disagrees(_is_growth),
    ),
    Check(
        "points-disagree",
        Severity.WARNING,
        "a difference in percentage points that two rates do not make",
        _disagrees(_in_points),
    ),
    Check(
        "completion-disagrees",
        Severity.WARNING,
        "a printed completion that target and result do not make",
        _disagrees(_is(RelationKind.TARGET)),
    ),
    Check(
        "said-twice",
        Severity.WARNING,
        "one measure printed with two values",
        _disagrees(_is(RelationKind.REPEAT)),
    ),
)
