"""The relations of a drafted section, between the metrics that were made of its figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from viewer.draft.finds import Finds
from viewer.i18n import Words
from viewer.model import Key, Quantity, Relation, RelationKind
from viewer.proof.related import metric_of
from viewer.quantities.json_record import moved
from viewer.relations.find import find_relations
from viewer.relations.recompute import recompute, term_of

_LEAST = 2
_ACROSS = frozenset({RelationKind.REPEAT, RelationKind.TARGET})
"""The kinds of relation that hold between figures of different sections."""


def relations_between(
    finds: Finds, keys: Mapping[int, Key], words: Words
) -> tuple[Relation[Key], ...]:
    """The relations that the words of a passage tell between its metrics.

    `keys` names the figure that was made of each find. A relation whose numbers do not agree is
    marked for review with the calculation.
    """
    known = _known(finds, keys)
    return tuple(
        _written(relation, known, words("draft.doubt.relation", formula=check.formula))
        if check.agrees is False
        else _written(relation, known, "")
        for relation, check in finds.related
        if len(_roles(relation, known)) >= _LEAST and _whole(relation, known)
    )


@dataclass(frozen=True, slots=True)
class Drafted:
    """The figures of one section, and the keys of the metrics that were made of them."""

    finds: Finds
    keys: Mapping[int, Key]


def across(sections: Sequence[Drafted], words: Words) -> dict[int, list[Relation[Key]]]:
    """The repetitions and targets between sections, each under the number of its last section."""
    text, figures, homes, known = "", list[Quantity](), list[int](), dict[int, Key]()
    for number, section in enumerate(sections):
        finds, before = section.finds, len(figures)
        known |= {before + at: key for at, key in _known(finds, section.keys).items()}
        figures += (moved(one, len(text)) for one in finds.quantities)
        homes += [number] * len(finds.quantities)
        text += finds.clauses.text + "\n\n"
    found = [
        relation
        for relation in find_relations(text, figures)
        if relation.kind in _ACROSS and len({homes[at] for at in relation.members}) > 1
    ]
    checks = recompute(found, {at: term_of(one) for at, one in enumerate(figures)})
    made: dict[int, list[Relation[Key]]] = {}
    for relation, check in zip(found, checks, strict=True):
        if all(at in known for at in relation.members):
            doubt = check.agrees is False
            review = words("draft.doubt.relation", formula=check.formula) if doubt else ""
            home = max(homes[at] for at in relation.members)
            made.setdefault(home, []).append(_written(relation, known, review))
    return made


def _known(finds: Finds, keys: Mapping[int, Key]) -> dict[int, Key]:
    """The keys of the metrics of a passage, by the index of their quantity."""
    spans = {finds.found[at].quantity.span: key for at, key in keys.items()}
    return {at: spans[one.span] for at, one in enumerate(finds.quantities) if one.span in spans}


def _roles(relation: Relation[int], known: Mapping[int, Key]) -> tuple[tuple[str, Key], ...]:
    return tuple((role, known[at]) for role, at in relation.roles if at in known)


def _whole(relation: Relation[int], known: Mapping[int, Key]) -> bool:
    """A sum without one of its parts is none."""
    return relation.get("total") is None or all(at in known for at in relation.members)


def _written(relation: Relation[int], known: Mapping[int, Key], review: str) -> Relation[Key]:
    return Relation(
        relation.kind,
        _roles(relation, known),
        relation.basis,
        relation.constant_prices,
        review=review,
    )


def closed(
    relations_of_section: tuple[Relation[Key], ...], known: frozenset[str]
) -> Iterator[Relation[Key]]:
    """The relations whose metrics are all among `known` ids; a level and its change without the
    base that is not among them."""
    for relation in relations_of_section:
        roles = tuple(pair for pair in relation.roles if metric_of(pair[1]) in known)
        missing = {role for role, _ in relation.roles} - {role for role, _ in roles}
        if not missing or (missing == {"base"} and relation.get("change")):
            yield replace(relation, roles=roles)
