"""Whether numbers that add up are evidence of a sum, not chance."""

from __future__ import annotations

import re
from collections.abc import Sequence

from viewer.model import Kind
from viewer.relations.context import Context

DIGITS = 3
ONE = 0.995
"""A part that is all of its total says the total again."""
_BLUNT = 0.25
"""The widest interval of a figure, as a part of it, that adding up says anything about: above 20
billion meets any sum."""
_SEPARATOR = re.compile(r"[,，\s]")
_TELLING = 4
"""With more digits than these a total is no chance sum of figures from here and there."""
_FEW = 3
"""So many parts make no chance sum even where they stand here and there."""


def is_evidence(context: Context, total: int, members: tuple[int, ...], skipped: int) -> bool:
    """Whether adding up would be no chance: enough digits for the number of ways tried."""
    everything = (total, *members)
    size = context.values[total]
    least = context.ends[total].width / 2
    if any(not least < context.values[at] < ONE * size for at in members):
        return False  # a part that the rounding of the total swallows says nothing
    if any(context.figures[at].high is not None for at in everything):
        return False
    blunt = [at for at in everything if context.ends[at].width > _BLUNT * context.values[at]]
    if blunt and not (skipped == 0 and _are_counted_here(context, total, members)):
        return False
    digits = context.digits(total)
    if len(members) == 2:
        least = min(context.digits(at) for at in members)
        return digits >= DIGITS + (skipped > 0) and least >= 2 + (skipped > 0)
    return digits >= 2 + (skipped > 0)


def _are_counted_here(context: Context, total: int, members: tuple[int, ...]) -> bool:
    """Whether three counts or more, as small as they are, follow the total that they make.

    `监测断面96个，Ⅰ至Ⅲ类89个，Ⅳ类6个，Ⅴ类1个`.
    """
    everything = (total, *members)
    return (
        len(members) > 2
        and all(is_counted(context, at) for at in everything)
        and len({context.full_sentence(at) for at in everything}) == 1
        and sum(context.values[at] for at in members) == context.values[total]
    )


def is_no_chance(context: Context, total: int, members: tuple[int, ...], skipped: int = 1) -> bool:
    """Whether figures that add up are evidence: counts to the last one, and of one list."""
    everything = (total, *members)
    exact = sum(context.values[at] for at in members) == context.values[total]
    if not exact and all(is_counted(context, at) for at in everything):
        return False
    together = len({context.paragraph(at) for at in members}) == 1
    few = (len(members) <= _FEW and together) or context.digits(total) > _TELLING
    if not few and not _is_gathered(context, members):
        return False
    return is_evidence(context, total, members, skipped)


def _is_gathered(context: Context, members: Sequence[int]) -> bool:
    """Whether figures stand in one sentence, or each in one of its own."""
    homes = len({context.full_sentence(at) for at in members})
    return homes in (1, len(members))


def is_counted(context: Context, at: int) -> bool:
    """Whether a figure counts to the last one: 4317人, not 8.61亿人次."""
    one = context.figures[at]
    plain = _SEPARATOR.sub("", one.surface)
    return one.kind is Kind.COUNT and plain.startswith(str(int(context.values[at])))
