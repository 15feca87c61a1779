"""Printed shares that stand in a list: each goes to the part at its place in an earlier list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from viewer.model import Kind, Relation, RelationKind
from viewer.relations.context import Context
from viewer.relations.labels import core, same_subject

_SHARES = re.compile(
    r"占比?|比重|比例|份额|结构|构成|之比|\b(?:accounted for|shares?|representing)\b", re.IGNORECASE
)
_OF = re.compile(r" of (?:the|its|all|total)\b", re.IGNORECASE)
_LOOK_BACK = 40
_PARAGRAPHS = 3


def listed_shares(context: Context) -> tuple[Relation[int], ...]:
    """The parts of a text whose shares are printed in one list, whether the numbers agree or not.

    Labels or places decide which share is of which part; arithmetic only chooses between lists.
    """
    return tuple(one for run in context.lists for one in _of_list(context, run))


def _of_list(context: Context, run: Sequence[int]) -> Iterator[Relation[int]]:
    if len(run) < 2 or not all(_is_share(context, at) for at in run):
        return
    of = _OF.match(context.behind(run[-1]))
    if not of and not _SHARES.search(context.before(run[0], 24)):
        return
    levels = _levels_before(context, run[0])
    near = [at for at in levels if context.paragraph(at) == context.paragraph(run[0])]
    best = _by_label(context, run, levels) or _best(context, run, near)
    if best is not None:
        whole, members = best
        for part, share in zip(members, run, strict=True):
            yield _part(whole, part, share)


def _is_share(context: Context, at: int) -> bool:
    """Whether a figure is a share in percent; those of a structure ratio print no unit."""
    one = context.figures[at]
    return one.kind is Kind.SHARE and (context.is_rate(at) or not one.unit)


def _levels_before(context: Context, share: int) -> list[int]:
    return [
        at
        for at in range(max(0, share - _LOOK_BACK), share)
        if context.figures[at].is_metric
        and context.figures[at].value is not None
        and context.is_level(at)
        and context.values[at] > 0
        and not context.is_rate(at)
        and not context.is_base(at)
        and context.paragraph(share) - context.paragraph(at) <= _PARAGRAPHS
    ]


def _by_label(
    context: Context, run: Sequence[int], levels: Sequence[int]
) -> tuple[int, tuple[int, ...]] | None:
    """The nearest level with the label of each share, and the whole before them."""
    members: list[int] = []
    for share in run:
        label = context.figures[share].label
        alike = (
            at
            for at in reversed(levels)
            if at not in members
            and len(core(label)) > 1
            and same_subject(context.figures[at].label, label)
        )
        part = next(alike, None)
        if part is None:
            return None
        members.append(part)
    if len({context.figures[at].unit for at in members}) > 1:
        return None
    whole = _whole(context, run, members, levels)
    return None if whole is None else (whole, tuple(members))


def _whole(
    context: Context, run: Sequence[int], members: Sequence[int], levels: Sequence[int]
) -> int | None:
    """The earlier level that most of the shares confirm; the nearest where even."""
    most = max(context.values[at] for at in members)
    best: tuple[int, int] | None = None
    for at in levels:
        alike = context.same_unit(at, members[0]) and at < min(members)
        if not alike or context.values[at] <= most:
            continue
        pairs = zip(members, run, strict=True)
        holding = sum(context.makes(part, at, share) for part, share in pairs)
        best = max(best or (0, at), (holding, at))
    return None if best is None else best[1]


def _best(
    context: Context, run: Sequence[int], levels: Sequence[int]
) -> tuple[int, tuple[int, ...]] | None:
    """The whole and the parts that most of the shares confirm; the nearest list where even."""
    best: tuple[tuple[int, int, int], int, tuple[int, ...]] | None = None
    for unit in dict.fromkeys(context.figures[at].unit for at in levels):
        alike = [at for at in levels if context.figures[at].unit == unit]
        for start in range(1, len(alike) - len(run) + 1):
            members = tuple(alike[start : start + len(run)])
            most = max(0.0, *(context.values[at] for at in members))
            for whole in alike[:start]:
                if context.values[whole] <= most:
                    continue
                pairs = zip(members, run, strict=True)
                holding = sum(context.makes(part, whole, share) for part, share in pairs)
                rank = (holding, members[-1], whole)
                if best is None or rank > best[0]:
                    best = (rank, whole, members)
    return None if best is None else best[1:]


def _part(whole: int, part: int, share: int) -> Relation[int]:
    return Relation(RelationKind.PART, (("whole", whole), ("part", part), ("share", share)))
