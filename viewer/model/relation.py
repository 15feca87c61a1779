"""How figures relate: level and change, part and whole, sum, target, repetition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Generic, TypeVar

from viewer.model.issue import Place

Ref = TypeVar("Ref")
"""What a role points at: the index of a quantity in a text, or the key of a metric in a file."""


class RelationKind(StrEnum):
    """What kind of relation holds between figures."""

    CHANGE = "change"
    PART = "part"
    SUM = "sum"
    TARGET = "target"
    REPEAT = "repeat"


class Basis(StrEnum):
    """What a change is measured against.

    `year`: the same period a year before; `previous`: the period before; `since`: an earlier
    moment; `average`: a mean rate over several periods; `other`: anything else.
    """

    YEAR = "year"
    PREVIOUS = "previous"
    SINCE = "since"
    AVERAGE = "average"
    OTHER = "other"


class Unjudged(StrEnum):
    """Why a relation is neither confirmed nor denied.

    `constant-prices` and `average`: its change is not the one of the printed values; `missing`: a
    figure that the calculation needs is not named; `units`: the units do not go together; `open`:
    a figure has no bounds within which it can be calculated with, as its direction or its sign is
    not printed.
    """

    CONSTANT_PRICES = "constant-prices"
    AVERAGE = "average"
    MISSING = "missing"
    UNITS = "units"
    OPEN = "open"


ROLES: Mapping[RelationKind, tuple[str, ...]] = MappingProxyType(
    {
        RelationKind.CHANGE: ("level", "base", "change"),
        RelationKind.PART: ("whole", "part", "share"),
        RelationKind.SUM: ("total", "parts"),
        RelationKind.TARGET: ("target", "actual", "completion"),
        RelationKind.REPEAT: ("figures",),
    }
)
"""The roles of each kind, in the order in which they are written."""

LIST_ROLES = frozenset({"parts", "figures"})
"""Roles that name several figures; every other role names one."""


@dataclass(frozen=True, slots=True)
class Relation(Generic[Ref]):
    """Two or more figures and the role that each plays.

    `roles` holds (role, reference) in the order of `ROLES`; a list role stands once a member.
    `constant_prices` says that a change is measured at constant prices, so that it cannot be
    recomputed from printed values. `known` is the author's reason why a disagreement is accepted,
    `review` what a draft doubts.
    """

    kind: RelationKind
    roles: tuple[tuple[str, Ref], ...]
    basis: Basis = Basis.OTHER
    constant_prices: bool = False
    known: str = ""
    review: str = ""
    place: Place = Place()
    path: str = ""

    def get(self, role: str) -> Ref | None:
        """The figure in a single role, None where the role is empty."""
        for name, ref in self.roles:
            if name == role:
                return ref
        return None

    def all(self, role: str) -> tuple[Ref, ...]:
        """The figures in a role, in order."""
        return tuple(ref for name, ref in self.roles if name == role)

    @property
    def by_role(self) -> dict[str, Ref | tuple[Ref, ...] | None]:
        """The figure in each role of the kind, None where there is none; of a list role all."""
        return {
            role: self.all(role) if role in LIST_ROLES else self.get(role)
            for role in ROLES[self.kind]
        }

    @property
    def members(self) -> tuple[Ref, ...]:
        """Every figure of the relation."""
        return tuple(ref for _, ref in self.roles)
