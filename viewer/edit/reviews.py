"""What is to be looked at in a briefing: doubts, put together so that one answer settles many, and
calculations that do not agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from viewer.edit.lookup import Roles
from viewer.i18n import doubts_in
from viewer.model import Briefing, Key, Metric, Proof, Recomputed, RelationKind, Verdict
from viewer.proof.related import key_of

_RESULT = {
    RelationKind.CHANGE: "change",
    RelationKind.PART: "share",
    RelationKind.SUM: "total",
    RelationKind.TARGET: "completion",
}
"""The role of what is printed as the result of the others."""


@dataclass(frozen=True, slots=True)
class Doubted:
    """One figure that a draft doubts, with its section and its key."""

    section: str
    metric: str
    key: Key


@dataclass(frozen=True, slots=True)
class ReviewReason:
    """One reason to look, and the figures it is given for, in the order of the report."""

    reason: str
    doubted: tuple[Doubted, ...]


def questions(briefing: Briefing) -> tuple[ReviewReason, ...]:
    """The doubts of a file by their reasons, the rarer reasons first: they take most looking.

    A figure with two reasons stands under the rarer one.
    """
    every = [
        (one, reason)
        for section in briefing.sections
        for metric in section.metrics
        for one in [Doubted(section.id, metric.id, metric.points[-1].key)]
        for reason in reasons(metric)
    ]
    counts = Counter(reason for _, reason in every)
    order = sorted(counts, key=lambda reason: counts[reason])
    taken: set[str] = set()
    made: list[ReviewReason] = []
    for reason in order:
        mine = [one for one, said in every if said == reason and one.metric not in taken]
        taken.update(one.metric for one in mine)
        if mine:
            made.append(ReviewReason(reason, tuple(mine)))
    return tuple(made)


def reasons(metric: Metric) -> tuple[str, ...]:
    """The reasons that a review gives, one by one."""
    return tuple(part.rstrip("。.") for part in doubts_in(metric.review))


@dataclass(frozen=True, slots=True)
class ReviewStop:
    """A place where the review stops: the figure that is shown, and what is asked there, its doubt
    or a calculation that does not agree."""

    key: Key
    asks: ReviewReason | Recomputed

    @property
    def disagreement(self) -> Recomputed | None:
        """The calculation that is asked about; None for a doubt."""
        return self.asks if isinstance(self.asks, Recomputed) else None

    @property
    def name(self) -> tuple[object, ...]:
        """What tells the same stop in another version of the file."""
        one = self.disagreement
        return (self.key,) if one is None else (one.section_id, one.relation.kind, roles_of(one))


def review_stops(briefing: Briefing, proof: Proof) -> tuple[ReviewStop, ...]:
    """Every doubt in the order of the questions, then every calculation that does not agree."""
    asked = questions(briefing)
    doubts = [ReviewStop(one.key, question) for question in asked for one in question.doubted]
    open_ = [one for one in proof.recomputed if one.verdict is Verdict.DISAGREES]
    found = ((figure_of(one, briefing, proof), one) for one in open_)
    return (*doubts, *(ReviewStop(key, one) for key, one in found if key))


def stop_at(stops: Sequence[ReviewStop], metric: Metric) -> ReviewStop | None:
    """Where the review stops for a figure: at its doubt, else at a calculation."""
    points = {point.key for point in metric.points}
    return next((stop for stop in stops if stop.key in points), None)


def roles_of(one: Recomputed) -> Roles:
    """The figures of a calculation by their roles."""
    return tuple((role, key_of(said)) for role, said in one.relation.roles)


def figure_of(one: Recomputed, briefing: Briefing, proof: Proof) -> Key:
    """The figure at which a calculation is shown: its printed result, else the last of its
    figures, those of its own section first; empty where none stands in the words."""
    members, result = keys_of(one, briefing), _RESULT.get(one.relation.kind)
    roles = (role for role, _ in one.relation.roles)
    last = [key for role, key in zip(roles, members, strict=True) if role == result]
    shown = [proof.figures[key] for key in (*last, *reversed(members)) if key in proof.figures]
    own = (figure.key for figure in shown if figure.section_id == one.section_id)
    return next(own, shown[0].key if shown else "")


def keys_of(one: Recomputed, briefing: Briefing) -> tuple[Key, ...]:
    """The figures of a calculation in the order of its roles; a series named as a whole is its
    last period."""
    named = [key for _, key in roles_of(one)]
    lasts = {
        metric.id: metric.points[-1].key
        for section in briefing.sections
        for metric in section.metrics
        if metric.series and metric.id in named
    }
    return tuple(lasts.get(key, key) for key in named)
