"""Figures that say one measure of one time in more than one place."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from viewer.model import Relation, RelationKind
from viewer.relations.context import Context
from viewer.relations.interval import printed
from viewer.relations.labels import core, same_subject

_APART = Decimal("0.05")


def repeats(context: Context) -> tuple[Relation[int], ...]:
    """The repetitions of a text, each as a pair or group of figures in different sentences."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at in context.measures:
        one = context.figures[at]
        groups[one.unit, str(one.kind)].append(at)
    found: list[Relation[int]] = []
    taken: set[int] = set()
    for members in groups.values():
        for position, first in enumerate(members):
            if first in taken:
                continue
            same = [at for at in members[position + 1 :] if _repeats(context, first, at)]
            if same:
                taken |= {first, *same}
                roles = tuple(("figures", at) for at in (first, *same))
                found.append(Relation(RelationKind.REPEAT, roles))
    return tuple(found)


def _repeats(context: Context, one: int, other: int) -> bool:
    if context.sentence(one) == context.sentence(other):
        return False
    a, b = context.figures[one], context.figures[other]
    if a.value is None or b.value is None or not core(a.label) or not core(b.label):
        return False
    if not same_subject(a.label, b.label):
        return False
    if abs(a.value - b.value) > _APART * max(abs(a.value), abs(b.value)):
        return False
    ends = [printed(x.surface, x.value, x.high, x.qualifier) for x in (a, b) if x.value is not None]
    return ends[0].meets(ends[1])
