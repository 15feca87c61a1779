"""By how much an aim was passed or missed: `参保率97.2%，比95%的年度目标高2.2个百分点`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from viewer.relations.aiming.held_to import is_bound
from viewer.relations.context import Context
from viewer.relations.wording import AIM_NOUN, AIMED, BOUND

_PAST_AIM = re.compile(
    rf"(?:以[上下内])?(?:的[^，。；0-9]{{0,8}})?(?:{AIM_NOUN}|{BOUND})?[值数]?"
    r"(?:[，,]?(?:仍|尚|还|又)?)(?:相?差|[高低多少超缺短快慢])[出了于]?(?:约|近)?"
)
"""What stands between an aim and how far it was passed or missed: `比95%的年度目标高`."""
_MEASURED_BY_AIM = re.compile(r"(?:[比较离]|距离?)[^，。；0-9]{0,14}$")
_SUCH = re.compile(r"(?:这|此|该|这一[^，。；0-9]{1,4})?(?=[比较离距])")
"""What opens a sentence that holds the size before it to its aim: 这比年初提出的."""


_REACHED = re.compile(r"[^，。；0-9]{0,8}[，,](?:全年|年末|本期)?实际[^，。；0-9]{0,8}")
_PAST = re.compile(r"[，,](?:超|高|低|多|少|短|相?差)[出了过]?(?:约|近)?")
"""The words around a result right behind its aim: `目标为85%，实际为87.4%，高2.4个百分点`."""


def past_the_aim(context: Context) -> Iterator[tuple[int, int, int]]:
    """Level, aim and how far the level is from it."""
    for aim, change in pairwise(context.measures):
        here = context.sentence(aim) == context.sentence(change)
        aimed = here and _MEASURED_BY_AIM.search(context.before(aim, 20)) is not None
        if not aimed or not _PAST_AIM.fullmatch(context.gap(aim, change)):
            continue
        named = aim in context.aims or context.is_led_by_aim(aim) or is_bound(context, aim)
        if not named and not AIMED.match(context.behind(aim)):
            continue
        place = bisect_left(context.measures, aim)
        level = context.measures[place - 1] if place else aim
        steps = context.sentence(aim) - context.sentence(level)
        near = place and (not steps or (steps == 1 and _SUCH.match(context.lead(aim))))
        sized = near and context.is_level(level) and context.same_unit(level, aim)
        points = context.is_points(change) or context.same_unit(level, change)
        points = points or (context.is_rate(change) and not context.is_rate(level))
        if sized and points and level not in context.aims:
            yield level, aim, change
    for aim, level, change in zip(
        context.measures, context.measures[1:], context.measures[2:], strict=False
    ):
        if context.sentence(aim) != context.sentence(change) or not context.is_level(level):
            continue
        told = _REACHED.fullmatch(context.gap(aim, level)) and _PAST.fullmatch(
            context.gap(level, change)
        )
        aimed = aim in context.aims or context.is_led_by_aim(aim)
        points = context.is_points(change) or context.same_unit(level, change)
        if told and aimed and points and context.same_unit(level, aim):
            yield level, aim, change
