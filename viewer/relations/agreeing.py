"""Whether two figures may give one value, or one of them by a slip another."""

from __future__ import annotations

from viewer.relations.context import Context
from viewer.relations.interval import printed

_SLIP = 0.36
"""How far apart, as a part of the larger, a slip may put two values of one measure."""


def meets(context: Context, one: int, other: int) -> bool:
    """Whether two figures may stand for one value; two that are `about` are printed alike."""
    alike = context.ends[one].meets(context.ends[other])
    a, b = context.figures[one], context.figures[other]
    if a.qualifier is b.qualifier:
        return alike
    ends = [printed(x.surface, x.value, x.high, x.qualifier) for x in (a, b) if x.value is not None]
    return ends[0].meets(ends[1])


def are_unlike(one: float, other: float, most: float) -> bool:
    """Whether two values differ, by at most that part of the larger."""
    return 0 < abs(one - other) <= most * max(abs(one), abs(other))


def slipped(context: Context, one: int, other: int) -> bool:
    """Whether two sizes are unlike, signs aside, yet near enough for one to be a slip."""
    return are_unlike(abs(context.values[one]), abs(context.values[other]), _SLIP)


def may_be_of_one_time(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the periods that the words of two figures name are not at odds."""
    return one <= other or other <= one
