"""Levels measured by those of others or by an aim, not by their own past."""

from __future__ import annotations

import re

from viewer.model import Standing
from viewer.quantities.vocabulary import words_of
from viewer.relations.context import Context
from viewer.relations.wording import AIM_NOUN, AIMED, BOUND, named

_OTHERS = named("zh", "relation.peer")
_BESIDE = re.compile(
    rf"[比较][^，。；、]{{0,6}}{AIM_NOUN}[^，。；、]{{1,16}}[多少高低]$|"
    rf"[比较超低高][^，。；、0-9]{{0,6}}(?:{AIM_NOUN}|{BOUND}|预期|预测)[^，。；、0-9年月季]{{0,8}}$|"
    rf"(?:[高低多少快慢大小好差优劣]于|超[过出]|领先(?:于)?|"
    rf"落后(?:于)?)[^，。；、0-9]{{0,10}}{_OTHERS}"
    r"[^，。；、0-9]{0,8}$|"
    rf"[比较](?!上|去|前)[^，。；、0-9年月季]{{0,10}}{_OTHERS}[^，。；、0-9年月季]{{0,8}}"
    r"[高低多少快慢大小][出了]?(?:约|近)?\s*$|"
    r"[高低快慢]于(?![上去前同]|年初|期初|此前)[^，。；、0-9]{2,14}(?:增速|增幅|水平)(?:约|近)?\s*$"
)
_BESIDE_CUE = (
    *words_of("zh", "relation.peer"),
    *words_of("zh", "relation.aim", "noun"),
    *words_of("zh", "relation.aim", "bound"),
    *("预期", "预测", "增速", "增幅", "水平"),
)
"""The words by which Chinese measures a level by that of others, not by its own past."""
_THAN_FORECAST = re.compile(
    r" (?:higher|lower|more|less) than (?:previously |first )?(?:forecast|expected|projected|"
    r"estimated|(?:in|was) )",
    re.IGNORECASE,
)
"""The words by which a forecast is held beside an earlier one: `than forecast in March`."""
_ENGLISH_CUE = (
    *("above", "below", "under", "over", "than", "ahead of", "behind", "short of"),
    *("against", "beyond"),
)
_ENGLISH_BESIDE = re.compile(
    r"\)?\s*(?:\([0-9.]+ ?%\) |or [0-9.]+ ?%,? )?(?:\w+ )?"
    r"(?:above|below|under|higher than|lower than|more than|less than|ahead of|"
    r"behind|over|"
    r"short of|under) (?:the |its |their |an? )?(?:[a-z-]+ ){0,2}?(?:"
    rf"{named('en', 'relation.peer')}|{named('en', 'relation.aim')})",
    re.IGNORECASE,
)
_THAN_AIM = re.compile(
    r"\b(?:short of|below|above|under|over|than|against|beyond) (?:the |our |its |their )?$",
    re.IGNORECASE,
)
"""The words before a rate that those behind it make an aim: `short of the 78% we aimed at`."""


def is_of_another(context: Context, change: int) -> bool:
    """Whether a difference is one from another subject: 高于全省平均1.2个百分点."""
    if change in context.led_by(_BESIDE, 30, _BESIDE_CUE):
        return True
    behind = context.figures[change].span.end
    if context.text[behind : behind + 1] not in (" ", ")"):
        return False
    if context.sentence(change) not in context.mentioning(_ENGLISH_CUE):
        return False
    behind_it = context.after(change, 60)
    forecast = context.figures[change].standing is Standing.FORECAST
    if forecast and _THAN_FORECAST.match(behind_it):
        return False
    aim = AIMED.match(behind_it) and _THAN_AIM.search(context.before(change, 20))
    return bool(aim) or _ENGLISH_BESIDE.match(behind_it) is not None
