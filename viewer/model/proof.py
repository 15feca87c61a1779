"""What a proof says of a briefing: each figure that was found, and where its words stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from viewer.model.issue import Issue
from viewer.model.quantity import Quantity
from viewer.model.relation import Relation
from viewer.model.span import Span
from viewer.model.values import Key


@dataclass(frozen=True, slots=True)
class Figure:
    """A point proven: its quantity and its quote, both in code points of the section's passage."""

    key: Key
    section_id: str
    quantity: Quantity
    quote: Span


@dataclass(frozen=True, slots=True)
class Recomputed:
    """A relation of a section computed anew from the printed numbers.

    `agrees` is None where it cannot be said; `formula` is the calculation, empty where there is
    none. References are the keys of figures, without the section.
    """

    section_id: str
    relation: Relation[Key]
    agrees: bool | None
    formula: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """What a briefing proves. `cited` counts the points that quote their passage, so
    `len(figures) == cited` says that every one of them agrees with the original."""

    figures: Mapping[Key, Figure]
    issues: tuple[Issue, ...]
    cited: int = 0
    recomputed: tuple[Recomputed, ...] = ()
