"""Bases that a clause or sentence of their own gives: `At the end of 2021 it had been 12%`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from viewer.model import Standing
from viewer.relations.context import Context
from viewer.relations.labels import core, same_subject

_EARLIER = (
    r"(?:[上去前]年(?:同期|同月|末|底|初)?|上个?月|上一?季度?|上期|年初|期初|此前|原来|"
    r"(?:19|20)[0-9]{2}年(?:同期|末|底|初)?|[0-9一二三四五六七八九十]{1,3}(?:年|个?月)前|"
    r"[0-9]{1,2}月份?(?:初|末|底)?)"
)
_STRONG = re.compile(
    rf"[与同比较跟]{_EARLIER}[^，。；0-9]{{0,10}}的\s*[（(]?\s*$|"
    rf"(?:^|[，。；（(]\s*)(?:而|且|但)?(?:在)?{_EARLIER}时?(?:末|底|的)?[^，。；0-9]{{0,12}}"
    r"(?:为|是|有|达|仅)(?:到)?(?:约|近)?\s*$"
)
_ENGLISH = re.compile(
    r"(?:^|[,(]\s*)(?:and |but |while |compared with )?"
    r"(?:(?:in|at the end of|by the end of|at end-) ?)?"
    r"(?:(?:fiscal )?(?:19|20)[0-9]{2}|(?:a|the|one) (?:year|quarter|month) (?:earlier|ago|before)|"
    r"last (?:year|quarter|month)|"
    r"the (?:previous|prior|year-ago|preceding) (?:year|quarter|month|period))"
    r"[^.;0-9]{0,40}?\b(?:was|were|had been|stood at|totall?ed|came to|amounted to)"
    r"(?: only| just| about)?\s*$",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"^\s*(?:而|但)?(?P<number>[0-9]{1,2}|(?:19|20)[0-9]{2})(?P<period>年|月)(?!初|末|底|前)"
)
_PERIOD = re.compile(r"(?P<number>[0-9]{1,2}|(?:19|20)[0-9]{2})(?P<period>年|月)")
_ANAPHORA = re.compile(
    r"这一|该|此|其|时为|"
    r"\b(?:it|this|that|these|those|they|the (?:figure|ratio|rate|margin|number|total))\b",
    re.IGNORECASE,
)
_FAR = 8
_SIZES = 3
"""How many times larger than the other a level or its base may be."""
_CLOSE = 1.6
"""The same where only the period of a sentence tells that it gives a base."""
_REACH = 60


def bases_of_their_own(context: Context) -> Iterator[tuple[int, int]]:
    """Pairs (level, base) where the clause or sentence of the base names its earlier time."""
    taken: set[int] = set()
    for position, base in enumerate(context.measures):
        if not context.is_level(base) or context.figures[base].standing is not Standing.FACT:
            continue
        lead = context.before(base, _REACH).strip()
        strong = _STRONG.search(lead) is not None or _ENGLISH.search(lead) is not None
        if not strong and not _names_earlier(context, base, lead):
            continue
        level = _level(context, position, lead, strong=strong)
        if level is not None and level not in taken:
            taken |= {level, base}
            yield level, base


def _names_earlier(context: Context, base: int, lead: str) -> bool:
    """Whether the sentence opens with a period, after a sentence of another paragraph or period."""
    return _WEAK.match(lead) is not None and bool(core(context.figures[base].label))


def _level(context: Context, position: int, lead: str, *, strong: bool) -> int | None:
    """The nearest level of the measure in the sentence of the base or the one before."""
    base = context.measures[position]
    alike = [
        at
        for at in reversed(context.measures[max(0, position - _FAR) : position])
        if _may_be_level(context, at, base, _SIZES if strong else _CLOSE)
    ]
    named = [
        at for at in alike if same_subject(context.figures[at].label, context.figures[base].label)
    ]
    if not strong:
        return next((at for at in named if _is_later(context, at, lead)), None)
    if named:
        return named[0]
    label = core(context.figures[base].label)
    anaphoric = len(label) < 2 or _ANAPHORA.search(lead + label) is not None
    return alike[0] if anaphoric and len(alike) == 1 else None


def _may_be_level(context: Context, at: int, base: int, sizes: float) -> bool:
    one, other = context.figures[at], context.figures[base]
    if one.unit != other.unit or not context.is_level(at) or one.standing is not Standing.FACT:
        return False
    if context.paragraph(at) != context.paragraph(base):
        return False
    apart = context.sentence(base) - context.sentence(at)
    values = sorted((context.values[at], context.values[base]))
    return 0 <= apart <= 2 and values[0] > 0 and values[1] <= sizes * values[0]


def _is_later(context: Context, level: int, lead: str) -> bool:
    """Whether the level stands under a later period of the sort that opens the base's sentence."""
    opened = _WEAK.match(lead)
    named = list(_PERIOD.finditer(context.before(level, _REACH)))
    if opened is None or not named:
        return False
    own = named[-1]
    same = own["period"] == opened["period"]
    return same and int(own["number"]) > int(opened["number"])
