"""What the parts of a growth add to it in points: `consumption contributed 0.8 points`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, groupby

from viewer.relations.adding.named_sums import REMAINING
from viewer.relations.context import Context
from viewer.relations.wording import CONTRIBUTES, ENGLISH_CONTRIBUTES

_CONTRIBUTED = re.compile(
    rf"\b(?:{ENGLISH_CONTRIBUTES}|adds|account\w* for) (?:about |some |just |a further )?$|"
    rf"(?:{CONTRIBUTES}|带动)[^，。；、0-9]{{0,16}}$",
    re.IGNORECASE,
)
_CUE = ("contribut", "add", "account", "拉动", "贡献", "带动")
_TAKEN = re.compile(
    r"\b(?:subtract|deduct|detract|knocked|took|drag|negative|less|minus)|下拉|拖累|负|抵消|拉低",
    re.IGNORECASE,
)
"""The words of a part that takes from the growth, whose sign the number does not print."""
_DEMAND = (
    re.compile(r"消费|\b(?:consum|household|spending)", re.IGNORECASE),
    re.compile(r"投资|资本形成|\b(?:invest|capital)", re.IGNORECASE),
    re.compile(r"净出口|\bnet (?:exports|trade)|\btrade\b", re.IGNORECASE),
)
_SECTORS = (re.compile("第一产业"), re.compile("第二产业"), re.compile("第三产业"))
"""The divisions of what an economy grows by that are complete."""
_SLIP = 0.35
"""How far, as a part of the growth, a complete list may miss it and still be meant to make it."""
_FAR = 8


def contributions(context: Context) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Growths, each with the points of all its parts, whether they make it or not."""
    led = context.led_by(_CONTRIBUTED, 40, _CUE)
    if not led:
        return
    points = (at for at in context.measures if context.is_points(at))
    for _, group in groupby(points, context.full_sentence):
        run = list(dropwhile(lambda at: at not in led, group))
        if len(run) < 2:
            continue
        told = context.text[context.opens_at(run[0]) : context.figures[run[-1]].span.end]
        if _TAKEN.search(told):
            continue
        total = _growth_of(context, run, closed=_is_closed(context, run))
        if total is not None:
            yield total, tuple(run)


def _is_closed(context: Context, run: Sequence[int]) -> bool:
    """Whether the words of the parts say that there are no more of them."""
    if REMAINING.search(context.before(run[-1])):
        return True
    named = [f"{context.figures[at].label} {context.lead(at)}" for at in run]
    return any(
        len(parts) == len(run) and all(any(part.search(name) for name in named) for part in parts)
        for parts in (_DEMAND, _SECTORS)
    )


def _growth_of(context: Context, run: Sequence[int], *, closed: bool) -> int | None:
    """The growth before its parts that they make, or that a complete list nearly makes."""
    reach = context.added_up(run)
    together = sum(context.values[at] for at in run)
    nearest: int | None = None
    for at in range(run[0] - 1, max(-1, run[0] - _FAR), -1):
        if context.paragraph(at) != context.paragraph(run[0]):
            break
        if context.full_sentence(run[0]) - context.full_sentence(at) > 1:
            break
        rate = context.is_rate(at) and not context.is_share(at) and not context.is_base(at)
        if not rate or not context.values[at]:
            continue
        if reach.meets(context.ends[at]):
            return at
        if closed and nearest is None and abs(together / context.values[at] - 1) <= _SLIP:
            nearest = at
    return nearest
