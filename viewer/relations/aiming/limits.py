"""Limits that somebody set for what a report tells: `inside the ceiling of 80 set by the board`.

A limit that holds for all (a regulatory minimum, a standard) is no aim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from viewer.relations.context import Context
from viewer.relations.then_and_now import is_near
from viewer.relations.wording import AIM_NOUN

_LIMITS = ("ceiling", "cap", "limit", "allowance", "maximum", "quota", "standard", "threshold")
_UNDER = re.compile(
    r"\b(?:inside|within|under|below|beneath|against|above|over|exceed\w*|breach\w*) "
    rf"(?P<whose>the|an?|our|its|their) (?:[a-z-]+ )?(?:{'|'.join(_LIMITS)}) of "
    r"(?:about )?[$£€]?$",
    re.IGNORECASE,
)
_SET = re.compile(
    r" (?:[a-z]+ ){0,2}(?:set|agreed|imposed|allowed|given|fixed|laid down|granted)\b|"
    r" (?:that )?(?:we|it|they) (?:had )?[a-z]+|for the year\b",
    re.IGNORECASE,
)
"""The words behind a limit that somebody set."""
_WITHIN_SO_MUCH = re.compile(
    r"\b(?:inside|within|under|below|beneath|against|above|over|exceed\w*) "
    r"(?:the|an?|our|its|their) (?:agreed )?[$£€]?$",
    re.IGNORECASE,
)
_IS_LIMIT = re.compile(
    rf" (?:[a-z]+ )?(?:{'|'.join(_LIMITS)}) (?:[a-z]+ )?(?:set|agreed|allowed|given)\b"
)
"""The words around a limit that its own noun follows: `inside the £9.8 million limit agreed`."""
_OWN = ("our", "its", "their")
_HELD = re.compile(
    r"[，,][^，。；0-9]{0,6}控制在[^，。；0-9]{0,12}$|"
    r"[，,](?:未超|没有超|未突破|低于)[过出]?[^，。；0-9]{0,8}(?:下达|核定|批复|确定)[^，。；0-9]{0,6}$"
)
_ORDERED = re.compile(r"(?:下达|核定|批复|确定|规划|考核|批准)[^，。；0-9]{0,8}$")
_NOUN = f"{AIM_NOUN}|限额|上限|红线"
_WITHIN = re.compile(
    rf"(?:的?(?:年度)?(?:{_NOUN}|指标|总量|控制[数线值目标]*))?[^，。；0-9]{{0,4}}"
    r"(?:以内|之内|以下|内)"
)
_NAMED = re.compile(rf"的?(?:年度|控制)?(?:{_NOUN})")
_HOLDS = re.compile(r"控制在$")
_ACTUALLY = re.compile(r"[^，。；0-9]{0,6}[，,；](?:全年|年末)?实际[^，。；0-9]{0,10}$")
_CUE = ("控制在", "未超", "没有超", "未突破", "低于")
_WITHIN_CUE = (
    "inside",
    "within",
    "under",
    "below",
    "beneath",
    "against",
    "above",
    "over",
    "exceed",
)
_ENGLISH_CUE = tuple(f"{limit} of" for limit in _LIMITS)


OWN_LIMIT = re.compile(
    r"(?:^ ?|[;,(] ?)(?:and |but |while |whereas )?(?:our|its|their|the [a-z]+['’]s) (?:[a-z]+ )?"
    rf"(?:{'|'.join(_LIMITS)}) (?:is|was|being|stands at|stood at) (?:set at )?[$£€]?$",
    re.IGNORECASE,
)
"""The words that add to what was reached the limit of the one who reports: `our limit is`."""
OWN_LIMIT_CUE = _LIMITS


def held_under_limits(context: Context) -> Iterator[tuple[int, int]]:
    """(target, actual) of what was held under a limit, or was to be."""
    english = context.led_by(_UNDER, 60, _ENGLISH_CUE)
    within = context.led_by(_WITHIN_SO_MUCH, 24, _WITHIN_CUE)
    mentioned = context.mentioning(_CUE)
    if not (english or within or mentioned):
        return
    for actual, limit in pairwise(context.measures):
        here = context.sentence(limit) == context.sentence(actual)
        if not here or not _alike(context, actual, limit):
            continue
        behind = limit in within and _IS_LIMIT.match(context.after(limit))
        if behind or (limit in english and _is_set(context, limit)):
            yield limit, actual
        elif context.sentence(limit) in mentioned:
            yield from _in_chinese(context, actual, limit)


def _is_set(context: Context, limit: int) -> bool:
    """Whether an English limit is that of the one who reports, or was set by somebody."""
    told = _UNDER.search(context.before(limit, 60))
    own = told is not None and told["whose"].lower() in _OWN
    return own or _SET.match(context.after(limit)) is not None


def _in_chinese(context: Context, before: int, after: int) -> Iterator[tuple[int, int]]:
    """`用水11.84亿立方米，控制在下达的12.5亿立方米以内`, or the limit first, then `实际`."""
    gap, behind = context.gap(before, after), context.after(after, 20)
    if _HELD.search(gap) and _WITHIN.match(behind):
        if _ORDERED.search(gap) or _NAMED.match(behind):
            yield after, before
        return
    held = _HOLDS.search(context.before(before, 8)) and _WITHIN.match(context.after(before, 20))
    if held and _ACTUALLY.search(gap):
        yield before, after


def _alike(context: Context, one: int, other: int) -> bool:
    """Whether two figures are sizes of one unit, neither many times larger than the other."""
    sized = context.is_level(one) and (context.is_level(other) or other in context.aims)
    return sized and context.same_unit(one, other) and is_near(context, one, other)
