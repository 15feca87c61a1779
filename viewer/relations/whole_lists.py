"""Whether a chart holds every figure of the list that the words of a passage give."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from viewer.model import Quantity, Relation, RelationKind, Span, Standing
from viewer.quantities import labelled, scan
from viewer.relations.context import context_of
from viewer.relations.find import find_relations
from viewer.relations.labels import last_word

_APART = frozenset({"whole", "total", "base", "target"})
"""The roles of figures that stand beside a list, not in it."""
_FEW = 2


def is_whole_list(text: str, language: str, drawn: Collection[Span]) -> bool:
    """Whether no figure of the list that `drawn` figures of a passage belong to is left out.

    A list is the parts of one whole or total, and the figures of one unit in one sentence whose
    labels end as all those drawn do: 农业产值, 林业产值, 渔业产值.
    """
    figures, lists, apart, sentences = _read(text, language)
    chosen = {at for at, one in enumerate(figures) if one.span in drawn}
    listed = (one for one in lists if len(one & chosen) >= _FEW)
    if any(not one <= chosen for one in listed):
        return False
    return chosen.issuperset(_of_one_name(figures, sentences, chosen, apart))


def _of_one_name(
    figures: Sequence[Quantity],
    sentences: Sequence[int],
    chosen: Collection[int],
    apart: Collection[int],
) -> Iterator[int]:
    ends = {last_word(figures[at].label) for at in chosen}
    measures = {_measured(figures[at]) for at in chosen}
    homes = {sentences[at] for at in chosen}
    if len(ends) != 1 or "" in ends:
        return
    for at, one in enumerate(figures):
        beside = sentences[at] in homes and at not in apart
        if beside and _measured(one) in measures and last_word(one.label) in ends:
            yield at


def _measured(one: Quantity) -> tuple[object, ...]:
    return one.unit, one.kind, one.standing is Standing.FACT, one.value is not None


_Read = tuple[tuple[Quantity, ...], tuple[frozenset[int], ...], frozenset[int], tuple[int, ...]]
"""The figures of a passage, its lists, the figures beside lists, the sentence of each figure."""


@lru_cache(maxsize=4)
def _read(text: str, language: str) -> _Read:
    figures = labelled(text, scan(text, language), language)
    related = find_relations(text, figures)
    apart = frozenset(at for one in related for role, at in one.roles if role in _APART)
    context = context_of(text, figures)
    sentences = tuple(context.full_sentence(at) for at in range(len(figures)))
    return tuple(figures), tuple(_lists(related)), apart, sentences


def _lists(related: Sequence[Relation[int]]) -> Iterator[frozenset[int]]:
    parts: dict[int, set[int]] = {}
    for one in related:
        whole = one.get("whole")
        if one.kind is RelationKind.SUM:
            yield frozenset(one.all("parts"))
        elif whole is not None:
            parts.setdefault(whole, set()).update(one.all("part"))
    yield from map(frozenset, parts.values())
