"""Printed shares that stand in a list: each goes to the part at its place in an earlier list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from viewer.model import Kind, Relation, RelationKind
from viewer.relations.context import Context

_SHARES = re.compile(
    r"占比?|比重|比例|份额|\b(?:accounted for|shares?|representing)\b", re.IGNORECASE
)
_LOOK_BACK = 16
_NEAR = 0.02


def listed_shares(context: Context) -> tuple[Relation[int], ...]:
    """The parts of a text whose shares are printed in one list, whether the numbers agree or not.

    Place decides which share is of which part; arithmetic only chooses between possible lists.
    """
    return tuple(one for run in context.lists for one in _of_list(context, run))


def _of_list(context: Context, run: Sequence[int]) -> Iterator[Relation[int]]:
    shares = all(context.is_rate(at) and context.figures[at].kind is not Kind.CHANGE for at in run)
    if len(run) < 2 or not shares or not _SHARES.search(context.before(run[0], 24)):
        return
    best = _best(context, run, _levels_before(context, run[0]))
    if best is not None:
        whole, members = best
        for part, share in zip(members, run, strict=True):
            yield _part(whole, part, share)


def _levels_before(context: Context, share: int) -> list[int]:
    return [
        at
        for at in range(max(0, share - _LOOK_BACK), share)
        if context.figures[at].is_metric
        and context.figures[at].value is not None
        and context.is_level(at)
        and not context.is_rate(at)
        and context.paragraph(at) == context.paragraph(share)
    ]


def _best(
    context: Context, run: Sequence[int], levels: Sequence[int]
) -> tuple[int, tuple[int, ...]] | None:
    """The whole and the parts that most of the shares confirm; the nearest list where even."""
    best: tuple[tuple[int, int, int], int, tuple[int, ...]] | None = None
    for unit in dict.fromkeys(context.figures[at].unit for at in levels):
        alike = [at for at in levels if context.figures[at].unit == unit]
        for start in range(1, len(alike) - len(run) + 1):
            members = tuple(alike[start : start + len(run)])
            most = max(0.0, *(_value(context, at) for at in members))
            for whole in alike[:start]:
                if _value(context, whole) <= most:
                    continue
                pairs = zip(members, run, strict=True)
                holding = sum(_makes(context, part, whole, share) for part, share in pairs)
                rank = (holding, members[-1], whole)
                if best is None or rank > best[0]:
                    best = (rank, whole, members)
    return None if best is None else best[1:]


def _makes(context: Context, part: int, whole: int, share: int) -> bool:
    ratio = _value(context, share) / 100
    return bool(ratio) and abs(_value(context, part) / _value(context, whole) / ratio - 1) < _NEAR


def _value(context: Context, at: int) -> float:
    return float(context.figures[at].value or 0)


def _part(whole: int, part: int, share: int) -> Relation[int]:
    return Relation(RelationKind.PART, (("whole", whole), ("part", part), ("share", share)))
