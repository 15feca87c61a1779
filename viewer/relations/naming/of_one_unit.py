"""The chief figure of a unit, which a summary and the body give: persons served, containers moved.

Where a summary has one size of a unit, and the body opens with its largest size of that unit, both
tell one measure, whatever its words are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from viewer.model import Standing
from viewer.relations.agreeing import meets
from viewer.relations.context import RATES, Context, is_size
from viewer.relations.summaries import summary_of

_COMMON = frozenset((*"$£€¥元个项", "", *RATES))
"""Units of which a report has so many sizes that none is the chief one."""
_DIGITS = 2
_CLOSE = 0.06
"""How far, as a part of the larger, a summary may round."""

Pair = tuple[int, int]


def _chief_figures(context: Context) -> tuple[Pair, ...]:
    """Each size of a summary that is the only one of its unit, with the chief one of the body."""
    opening = summary_of(context)
    if not opening:
        return ()
    told: dict[str, list[int]] = defaultdict(list)
    body: dict[str, list[int]] = defaultdict(list)
    for at in context.measures:
        if context.figures[at].unit not in _COMMON and _tells(context, at):
            (told if at in opening else body)[context.figures[at].unit].append(at)
    return tuple(
        (members[0], body[unit][0])
        for unit, members in told.items()
        if len(members) == 1 and _leads(context, body.get(unit, ()))
    )


def _tells(context: Context, at: int) -> bool:
    """Whether a figure is a size in words that was reached, of digits enough to know it again."""
    fact = context.figures[at].standing is Standing.FACT and not context.is_row(at)
    return fact and is_size(context, at) and context.digits(at) >= _DIGITS


def _leads(context: Context, members: Sequence[int]) -> bool:
    """Whether the first of some sizes is the largest."""
    return bool(members) and all(
        context.values[at] < context.values[members[0]] for at in members[1:]
    )


def agreeing_chiefs(context: Context, taken: Collection[int]) -> Iterator[Pair]:
    """Chief figures that the summary only rounds."""
    for one, other in _chief_figures(context):
        off = abs(context.values[one] - context.values[other])
        close = off <= _CLOSE * abs(context.values[other]) and meets(context, one, other)
        if close and one not in taken:
            yield one, other
