"""By how much an aim was passed or missed: `参保率97.2%，比95%的年度目标高2.2个百分点`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from viewer.relations.context import Context
from viewer.relations.wording import AIMED

_PAST_AIM = re.compile(
    r"(?:以[上下内])?(?:的[^，。；0-9]{0,8})?(?:目标|计划|任务|要求|预算|限额)?[值数]?"
    r"(?:[，,]?(?:仍|尚|还|又)?)(?:相?差|[高低多少超缺短])[出了于]?(?:约|近)?"
)
"""What stands between an aim and how far it was passed or missed: `比95%的年度目标高`."""
_MEASURED_BY_AIM = re.compile(
    r"(?:[比较离]|距离?)(?:年初|年度|全年|考核|规划|既定|国家|省里?|上级|原定?|下达|提出|确定|核定|要求|目标|"
    r"计划|任务|预算|指标|[值数的])*$"
)


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
        if not (aim in context.aims or context.is_led_by_aim(aim)) and not AIMED.match(
            context.behind(aim)
        ):
            continue
        place = bisect_left(context.measures, aim)
        level = context.measures[place - 1] if place else aim
        near = place and context.sentence(level) == context.sentence(aim)
        sized = near and context.is_level(level) and context.same_unit(level, aim)
        points = context.is_points(change) or context.same_unit(level, change)
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
