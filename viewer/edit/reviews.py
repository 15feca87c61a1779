"""What a draft doubts of a briefing, put together so that one answer settles many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from viewer.i18n import doubts_in
from viewer.model import Briefing, Key, Metric


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


def in_order(asked: Sequence[ReviewReason]) -> list[Doubted]:
    """Every figure that is doubted, in the order of the questions."""
    return [one for question in asked for one in question.doubted]


def next_doubted(asked: Sequence[ReviewReason], after: Key) -> Doubted | None:
    """The figure to look at next: the one after `after` in the order of the questions."""
    every = in_order(asked)
    keys = [one.key for one in every]
    if not every:
        return None
    return every[(keys.index(after) + 1) % len(every)] if after in keys else every[0]


def alike(asked: Sequence[ReviewReason], metric: str) -> ReviewReason | None:
    """The question that a figure stands under."""
    return next(
        (question for question in asked if any(one.metric == metric for one in question.doubted)),
        None,
    )
