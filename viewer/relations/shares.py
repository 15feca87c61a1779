"""Printed shares that stand in a list: each goes to the part at its place in an earlier list."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from viewer.model import Kind, Relation, RelationKind
from viewer.relations.context import Context
from viewer.relations.labels import core, same_subject
from viewer.relations.named_wholes import OF_THAT, WHOLE_NAMED

_SHARES = re.compile(
    r"占比?|比重|比例|份额|结构|构成|之比|\b(?:accounted for|shares?|representing)\b", re.IGNORECASE
)
_OF = re.compile(r" of (?:the|its|all|total)\b", re.IGNORECASE)
_OF_THE = re.compile(
    r" of (?:(?:the|its|our|their|all)\s){0,2}(?:total\s)?(?:[a-z]+\s){0,2}(?:of\s)?[$£€]?",
    re.IGNORECASE,
)
"""What stands between a list of shares and the size of their whole."""
_LOOK_BACK = 40
_PARAGRAPHS, _FAR_PARAGRAPHS = 3, 12
"""How many paragraphs before its shares a whole may stand, and where all but one confirm it."""


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
    named = _whole_beside(context, run)
    if named is not None:
        best = _right_before(context, run, near, named, before=min(named, run[0]))
    else:
        best = _by_label(context, run, levels)
        if best is None or _holding(context, run, best) < len(run):
            by_place = _best(context, run, near) or _of_far_whole(context, run)
            best = max((best, by_place), key=lambda one: _holding(context, run, one))
    if best is not None:
        whole, members = best
        for part, share in zip(members, run, strict=True):
            yield _part(whole, part, share)


def _holding(
    context: Context, run: Sequence[int], found: tuple[int, tuple[int, ...]] | None
) -> int:
    """How many of the shares a whole and its parts confirm; less than none where there are none."""
    if found is None:
        return -1
    whole, members = found
    pairs = zip(members, run, strict=True)
    return sum(context.makes(part, whole, share) for part, share in pairs)


def _of_far_whole(context: Context, run: Sequence[int]) -> tuple[int, tuple[int, ...]] | None:
    """The list right before its shares, of a whole that stands some paragraphs before it.

    All shares but one must confirm it, and two at least.
    """
    levels = _levels_before(context, run[0], _FAR_PARAGRAPHS)
    here = [at for at in levels if context.sentence(at) == context.sentence(run[0])]
    if len(here) < len(run):
        return None
    alike = (at for at in reversed(levels) if context.same_unit(at, here[-1]))
    wholes = [at for at in alike if at < here[-len(run)]]
    lists = (_right_before(context, run, here, at, before=run[0]) for at in wholes)
    found = max(lists, key=lambda one: _holding(context, run, one), default=None)
    return found if _holding(context, run, found) >= max(2, len(run) - 1) else None


def _whole_beside(context: Context, run: Sequence[int]) -> int | None:
    """The whole that the words beside a list of shares name with its size.

    `分别占全部案件1250件的64%和36%`, `64% and 36% of the 1,250`.
    """
    before, after = run[0] - 1, run[-1] + 1
    if before >= 0 and context.sentence(before) == context.sentence(run[0]):
        taken = WHOLE_NAMED.search(context.before(before, 30))
        if taken and OF_THAT.fullmatch(context.gap(before, run[0])):
            return before
    if after < len(context.figures) and context.sentence(after) == context.sentence(run[-1]):
        return after if _OF_THE.fullmatch(context.gap(run[-1], after)) else None
    return None


def _right_before(
    context: Context, run: Sequence[int], levels: Sequence[int], whole: int, *, before: int
) -> tuple[int, tuple[int, ...]] | None:
    """A whole and the last levels of its unit before some figure, one for each share."""
    alike = [at for at in levels if at < before and context.same_unit(at, whole)]
    members = tuple(alike[-len(run) :])
    fits = len(members) == len(run) and context.is_level(whole)
    fits = fits and all(context.values[at] < context.values[whole] for at in members)
    return (whole, members) if fits else None


def _is_share(context: Context, at: int) -> bool:
    """Whether a figure is a share in percent; those of a structure ratio print no unit."""
    one = context.figures[at]
    return one.kind is Kind.SHARE and (context.is_rate(at) or not one.unit)


def _levels_before(context: Context, share: int, paragraphs: int = _PARAGRAPHS) -> list[int]:
    return [
        at
        for at in range(max(0, share - _LOOK_BACK), share)
        if context.figures[at].is_metric
        and context.figures[at].value is not None
        and context.is_level(at)
        and context.values[at] > 0
        and not context.is_rate(at)
        and not context.is_base(at)
        and context.paragraph(share) - context.paragraph(at) <= paragraphs
    ]


def _by_label(
    context: Context, run: Sequence[int], levels: Sequence[int]
) -> tuple[int, tuple[int, ...]] | None:
    """The nearest level with the label of each share, and the whole before them.

    A label that all shares have in common says nothing of which is whose.
    """
    if len({core(context.figures[share].label) for share in run}) < len(run):
        return None
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
    """The whole and the parts that most of the shares confirm.

    Where even, the list whose sizes go most as the shares do, then the nearest.
    """
    best: tuple[tuple[int, float, int, int], int, tuple[int, ...]] | None = None
    for unit in dict.fromkeys(context.figures[at].unit for at in levels):
        alike = [at for at in levels if context.figures[at].unit == unit]
        for start in range(1, len(alike) - len(run) + 1):
            members = tuple(alike[start : start + len(run)])
            most = max(0.0, *(context.values[at] for at in members))
            spread = _spread(context, members, run)
            for whole in alike[:start]:
                if context.values[whole] <= most:
                    continue
                holding = _holding(context, run, (whole, members))
                rank = (holding, -spread, members[-1], whole)
                if best is None or rank > best[0]:
                    best = (rank, whole, members)
    return None if best is None else best[1:]


def _spread(context: Context, members: Sequence[int], run: Sequence[int]) -> float:
    """How far the sizes of a list are from going as its shares do: 1 where they do."""
    ratios = [
        context.values[part] / context.values[share]
        for part, share in zip(members, run, strict=True)
        if context.values[share] > 0
    ]
    return round(max(ratios) / min(ratios), 1) if ratios else math.inf


def _part(whole: int, part: int, share: int) -> Relation[int]:
    return Relation(RelationKind.PART, (("whole", whole), ("part", part), ("share", share)))
