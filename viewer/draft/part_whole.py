"""Which figures of a draft are parts of which: what the relations of the passage say, as `of`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from viewer.model import Kind, Quantity, Relation, RelationKind
from viewer.relations.labels import of_one_measure
from viewer.relations.recompute import Check

_PARTED = frozenset({Kind.COUNT, Kind.AMOUNT})

Recomputed = tuple[Relation[int], Check]
"""A relation between quantities, by their indices, and what recomputing it gave."""


@dataclass(frozen=True, slots=True)
class Whole:
    """The index of the figure that is the whole of a part, and whether the numbers bear it out.

    `sure` is false where no printed share or sum confirms what the words say.
    """

    at: int
    sure: bool


def wholes(
    quantities: Sequence[Quantity], related: Iterable[Recomputed], found: Mapping[int, int]
) -> Mapping[int, Whole]:
    """For each part among the figures its whole, by the indices that `found` gives quantities.

    A part has the unit and the measure of its whole and is no larger; a share belongs to a whole
    where recomputing gives it. A part has one whole, and no figure is a part of itself by way of
    others.
    """
    held: dict[int, Whole] = {}
    for relation, check in related:
        if check.agrees is False:
            continue
        whole, parts = _ends(relation)
        share = relation.get("share")
        if whole is None or whole not in found:
            continue
        for part in parts:
            if part in found and _may_contain(quantities[whole], quantities[part]):
                _set_whole(held, found[part], Whole(found[whole], check.agrees is True))
        if share is not None and share in found and check.agrees:
            _set_whole(held, found[share], Whole(found[whole], True))
    return held


def _ends(relation: Relation[int]) -> tuple[int | None, tuple[int, ...]]:
    """The whole of a relation and its parts; of another kind than part or sum none."""
    if relation.kind is RelationKind.PART:
        return relation.get("whole"), relation.all("part")
    if relation.kind is RelationKind.SUM:
        return relation.get("total"), relation.all("parts")
    return None, ()


def _set_whole(held: dict[int, Whole], part: int, whole: Whole) -> None:
    above: Whole | None = whole
    while above is not None:
        if above.at == part:
            return
        above = held.get(above.at)
    held.setdefault(part, whole)


def _may_contain(whole: Quantity, part: Quantity) -> bool:
    if whole.value is None or part.value is None or not whole.high is part.high is None:
        return False
    same = whole.kind is part.kind and whole.unit == part.unit and whole.kind in _PARTED
    same = same and of_one_measure(whole.label, part.label)
    return same and 0 <= part.value <= whole.value
