"""Finds how the figures of a text relate."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.model import Quantity, Relation
from viewer.relations.changes import changes
from viewer.relations.context import Context
from viewer.relations.parts import parts
from viewer.relations.repeats import repeats
from viewer.relations.sums import sums
from viewer.relations.targets import targets


def find_relations(text: str, figures: Sequence[Quantity]) -> tuple[Relation[int], ...]:
    """The relations of labelled figures; roles are indices into `figures`. Never raises."""
    context = Context(text, figures)
    exhausted = sums(context)
    summed = {(one.get("total"), at) for one in exhausted for at in one.all("parts")}
    divided = [
        one
        for one in parts(context)
        if one.get("share") is not None or (one.get("whole"), one.get("part")) not in summed
    ]
    return (*changes(context), *divided, *exhausted, *targets(context), *repeats(context))
