"""What a proof says of a briefing: each figure that was found, and where its words stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from viewer.model.issue import Issue
from viewer.model.relation import Relation, Unjudged
from viewer.model.values import Figure, Key


class Verdict(StrEnum):
    """What recomputing a relation comes to; `accepted` does not agree, and the author says why."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    ACCEPTED = "accepted"
    UNJUDGED = "unjudged"


class RelationTerm(NamedTuple):
    """A figure in a relation: its role, and its label and signed value as printed."""

    role: str
    key: Key
    label: str
    printed: str


class Recomputed(NamedTuple):
    """A relation of a section computed anew from the printed numbers.

    `agrees` is None where it cannot be said, for the reason `unjudged`; `formula` is the
    calculation, empty where there is none. References are the keys of figures, without the section;
    `terms` are the same figures in the same order. `relative` tells a change that is measured by
    its base from one in the unit of its level.
    """

    section_id: str
    relation: Relation[Key]
    agrees: bool | None
    formula: str = ""
    unjudged: Unjudged | None = None
    terms: tuple[RelationTerm, ...] = ()
    relative: bool = False

    @property
    def verdict(self) -> Verdict:
        """What it comes to."""
        if self.agrees is None:
            return Verdict.UNJUDGED
        if self.agrees:
            return Verdict.AGREES
        return Verdict.ACCEPTED if self.relation.known.strip() else Verdict.DISAGREES


class Tally(NamedTuple):
    """How many relations were recomputed (those that cannot be judged are left out), how many of
    them do not agree, and of how many of these the author says why."""

    judged: int = 0
    disagreeing: int = 0
    accepted: int = 0

    @staticmethod
    def of(recomputed: Iterable[Recomputed]) -> Tally:
        """Count the verdicts."""
        verdicts = [one.verdict for one in recomputed]
        accepted = verdicts.count(Verdict.ACCEPTED)
        return Tally(
            len(verdicts) - verdicts.count(Verdict.UNJUDGED),
            verdicts.count(Verdict.DISAGREES) + accepted,
            accepted,
        )


NO_RELATIONS = Tally()


class Proof(NamedTuple):
    """What a briefing proves. `cited` counts the points that quote their passage, so
    `len(figures) == cited` says that every one of them agrees with the original."""

    figures: Mapping[Key, Figure]
    issues: tuple[Issue, ...]
    cited: int = 0
    recomputed: tuple[Recomputed, ...] = ()
