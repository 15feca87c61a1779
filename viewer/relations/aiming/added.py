"""Aims that a clause or sentence behind a result adds: `87% came in time; the target is 90%`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from viewer.model import Kind
from viewer.relations.aiming.limits import OWN_LIMIT, OWN_LIMIT_CUE
from viewer.relations.context import Context
from viewer.relations.wording import AIM_CUE, ENGLISH_AIM_NOUN

_AIM_IS = re.compile(
    r"(?:^|[;,(]) ?(?:and |but |while |though |whereas )?(?:the|its|their|our|an?) (?:\w+ ){0,2}"
    rf"(?:{ENGLISH_AIM_NOUN}|aim)(?: for [a-z ]+)? (?:is|was|being|had been|stood at|of) "
    r"(?:an? (?:reduction|cut|decrease|increase|rise|share|rate|level) of )?"
    r"(?:at least |at most |up to )?(?:about )?[$£€]?$|"
    r"\((?:target|goal|plan|budget|limit)[:：]? "
    r"(?:(?:below|under|above|over|at least|at most|up to|no more than|less than|more than) )?"
    r"[$£€]?$|"
    r"[（(](?:年度|全年)?(?:目标|计划)(?:值|数)?[:：]?$|"
    r"(?:^|[；，,（(])(?:而|但)?(?:年度|全年|既定)?(?:目标|计划|任务|预算)(?:值|数)?(?:则)?(?:为|是)$|"
    r"(?:^|[，,（(])(?:而|比)?(?:原|年初|全年)(?:计划|定|定计划|定目标|预算)(?:为|是)?$",
    re.IGNORECASE,
)
"""The words that add the aim to what was reached: `; the target is`."""
_BARE_AIM = re.compile(
    rf" ?(?:The|Our|Its|Their) (?:own |annual )?(?:{ENGLISH_AIM_NOUN}|limit) (?:is|was|had been) "
    r"[$£€]?",
    re.IGNORECASE,
)
"""A sentence that names nothing but the aim of the one before: `The target is`."""
_STANDARD = re.compile(
    r"\b(?:standard|benchmark|norm|average|limit)\b[^.;,0-9]{0,12}$|"
    r"(?:标准|平均|均值)(?:值|水平)?(?:为|是|的)*$",
    re.IGNORECASE,
)
"""The words before what others reach or must, which is no result of an aim."""


def added_aims(context: Context) -> Iterator[tuple[int, int]]:
    """(target, actual) of `87% were mended within five days; the target is 90%`."""
    mentioned = context.mentioning((*AIM_CUE, *OWN_LIMIT_CUE))
    for place, target in enumerate(context.measures):
        sized = context.is_level(target) or is_growth(context, target)
        if context.sentence(target) not in mentioned or not sized:
            continue
        lead = context.lead(target)
        if not (_AIM_IS.search(lead) or OWN_LIMIT.search(lead)):
            continue
        actual = next(
            (
                at
                for at in reversed(context.measures[max(0, place - 3) : place])
                if context.is_level(at) == context.is_level(target)
                and context.same_unit(at, target)
                and not _STANDARD.search(context.lead(at))
            ),
            None,
        )
        if actual is None or context.paragraph(actual) != context.paragraph(target):
            continue
        apart = context.full_sentence(target) - context.full_sentence(actual)
        bare = apart == 1 and _BARE_AIM.fullmatch(lead) is not None
        if apart == 0 or (apart == 1 and context.is_rate(target)) or bare:
            yield target, actual


def is_growth(context: Context, at: int) -> bool:
    """Whether a figure is a rate of growth that reports aim at like a level: inflation of 2.8%."""
    growth = context.is_rate(at) and context.is_change(at) and not context.is_fraction(at)
    return growth and context.figures[at].kind is Kind.CHANGE
