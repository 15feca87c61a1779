"""Changes told in a list, each of the level at its place in a list before.

`收入分别为20亿元和12亿元，分别增长6.2%和下降1.4%`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from viewer.relations.context import Context
from viewer.relations.topics import fits_unit
from viewer.relations.wording import EACH, residue

_EACH = re.compile(rf"{'|'.join(EACH)}|\brespectively\b", re.IGNORECASE)
_EACH_CUE = (*EACH, "respectively")
_AND = re.compile("[和及]")
_LISTED = re.compile(
    r"[^，,。；;0-9]{0,6}[，,]\s*(?:同比|环比|比上年)?(?:分别|各)?[增下上减提][长降涨跌升加少高]"
)
_FAR = 8


def respective(context: Context) -> Iterator[tuple[int, int]]:
    """(change, level) of `出口20亿元、进口12亿元，分别增长6.2%和下降1.4%`: member by member."""
    yield from _by_word(context)
    yield from _list_by_list(context)


def _by_word(context: Context) -> Iterator[tuple[int, int]]:
    """Members that 分别 or `respectively` gives."""
    mentioned = context.mentioning(_EACH_CUE)
    for first in context.measures:
        each = context.sentence(first) in mentioned and context.is_change(first)
        lead = context.lead(first) if each else ""
        if not _EACH.search(lead) or residue(_EACH.sub("", lead)):
            continue
        changes_of = changes_from(context, first, _FAR, _AND)
        levels = [
            at
            for at in range(max(0, first - 2 * _FAR), first)
            if context.sentence(at) == context.sentence(first)
            and context.figures[at].is_metric
            and context.is_level(at)
            and not context.is_base(at)
            and fits_unit(context, at, first)
        ]
        if len(changes_of) > 1 and len(levels) >= len(changes_of):
            yield from zip(changes_of, levels[-len(changes_of) :], strict=True)


def changes_from(
    context: Context, first: int, most: int, joining: re.Pattern[str]
) -> Sequence[int]:
    """A change and those side by side with it in its sentence, with no more than joining words."""
    run = [first]
    for at in range(first + 1, min(first + most, len(context.figures))):
        near = context.sentence(at) == context.sentence(first) and context.is_change(at)
        if not near or residue(joining.sub("", context.gap(at - 1, at))):
            break
        run.append(at)
    return run


def _list_by_list(context: Context) -> Iterator[tuple[int, int]]:
    """Two lists of one length side by side: `达36,250元和19,840元，增长4.8%和6.5%`."""
    for run in context.lists:
        if len(run) < 2 or not context.is_change(run[0]):
            continue
        levels = _list_before(context, run)
        if len(levels) == len(run) and _LISTED.fullmatch(context.gap(levels[-1], run[0])):
            yield from zip(run, levels, strict=True)


def _list_before(context: Context, run: Sequence[int]) -> Sequence[int]:
    """The list of levels that ends right before a list of changes, in its sentence."""
    place = bisect_left(context.lists, run[0], key=lambda one: one[0])
    before = context.lists[place - 1] if place else []
    here = before and context.sentence(before[-1]) == context.sentence(run[0])
    levels = here and all(context.is_level(at) and fits_unit(context, at, run[0]) for at in before)
    return before if levels and before[-1] == run[0] - 1 else ()
