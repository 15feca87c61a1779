"""Which level a change in the same sentence leads to."""

from __future__ import annotations

import re

from viewer.relations.beside import is_of_another
from viewer.relations.context import TIMES, Context, is_part_in_words
from viewer.relations.labels import of_one_level, same_subject
from viewer.relations.topics import fits_unit
from viewer.relations.wording import (
    AIM_NOUN,
    COMPLETION,
    CONTRIBUTES,
    ENGLISH_CONTRIBUTES,
    ENGLISH_EARLIER,
    named,
    residue,
)

_REACHED = re.compile(
    r"^\s*[，,(（]?\s*"
    rf"(?:(?:{named('en', 'basis.term', 'year', 'previous')}|"
    r"(?:on|over|in|during|for) (?:the|that|this) (?:\w+ )?(?:year|quarter|month|week|period)|"
    r"(?:on|over|from|than|since) (?:an? |one |the )(?:\w+ )?"
    r"(?:year|quarter|month|week|period|survey)(?: (?:earlier|ago|before))?|"
    r"in (?:[a-z]+ )?(?:19|20)[0-9]{2}),? )?"
    r"(?:并|并且|总[额量数值])?(?:达到?|達到?|至|到|为|為|升至|降至|增至|减至|"
    r"实现|完成|收?报(?:收于?)?|收(?:盘)?于|"
    r"(?:against|versus) the [a-z. ]{2,24},? to|"
    r"(?:(?:higher|lower) )?(?:to|at)|reaching|"
    r"and (?:(?:now|then|thus|so|it|they) )*(?:is|are|was|were|stands?|stood|c[ao]mes?|reached|"
    r"totals|totalled|amounts?|amounted)(?: (?:now|then|only|just|at|to))*|"
    r"(?:taking|bringing|lifting|pushing|raising|cutting|reducing|leaving) "
    r"(?:the |its |their )?[^.,;0-9]{1,30}? (?:to|at)|"
    r"to reach|(?:from [^.,;0-9]{1,30} )?to (?:an? )?[^.,;0-9]{0,40})\s*"
    r"(?:了|约|约为|近|约达|the level of|about|nearly)?\s*$",
    re.IGNORECASE,
)
_LED_TO = re.compile(
    r"^\s*[，,]?\s*(?:并|使?[^，。；、0-9]{0,10}(?:总[数量额]|规模|存量|余额|"
    r"[数量额率价]))?[上下回攀跌涨]?[升降增减落涨跌滑调提][\u4e00-\u9fff]?(?:至|到|为)(?:了|"
    r"约)?\s*$"
)
_APPOSED = re.compile(
    r"[,;–—-] (?:thus |or )?an? (?:[a-z]+ ){0,2}"
    r"(?:increase|decrease|rise|fall|drop|decline|gain|reduction|improvement|deterioration|"
    r"advance|cut|jump|growth|change|difference|loss|saving) of "
    r"(?:about |around |nearly |almost |some |just |only |more than |over )?[$£€]?$|"
    r"[,;–—-] (?:an?|the) (?:[a-z]+ )?(?:share|rate|proportion|figure|level|number|ratio|total) "
    r"(?:that|which) (?:has|had|have|is|was)? ?(?:risen|fallen|grown|increased|dropped|slipped|"
    r"climbed|declined|widened|narrowed|up|down|rose|fell|grew)(?: by)? $",
    re.IGNORECASE,
)
"""The words by which English adds a change to the clause before it."""
_MORE_THAN_THEN = re.compile(
    rf"\)?(?: \((?:about )?[0-9.]+ ?(?:%|per ?cent)\))? (?:more|fewer|less|higher|lower) than "
    rf"(?:in )?(?:(?:the|its) )?{ENGLISH_EARLIER}",
    re.IGNORECASE,
)
_BESIDE_AIM = re.compile(rf"[，,]?[比较](?:年初|全年|年度|调整|原)?{AIM_NOUN}数?")
"""The words that hold a level beside an aim before its change: 18万元，比预算21万元节约3万元."""
_BEYOND_AIM = re.compile(r"[，,]超(?:出|过|额)?(?:年初|年度|原)?(?:预算|计划|目标)(?:数|任务)?")
_BY, _TO_ALONE = ("by ", "by $", "by £", "by €"), re.compile(r" to (?:about )?[$£€]?")
"""The words on either side of a change whose level stands behind it: `by 0.1 points to 2.1%`."""
_CONTRIBUTED = re.compile(
    rf"\b(?:{ENGLISH_CONTRIBUTES}|subtract\w+|took|knocked off) (?:about |some |just )?$|"
    rf"(?:{CONTRIBUTES}|拖累)[^，。；0-9]{{0,16}}$",
    re.IGNORECASE,
)
"""The words before what a part adds to the growth of its whole."""
_GREW_MORE = re.compile(r"[多少][增减](?:加|少)?了?(?:约|近)?\s*$")
"""The words before what an increase was larger by than that of an earlier time: 同比多增."""
_ADDED = re.compile(r"(?:, | and )(?:[A-Z]{0,3}[$£€]?)$")
"""How the words end by which English adds a change to what it said before."""
_FROM_THERE = re.compile(r"\bfrom (?:about |some |just )?[$£€]?$", re.IGNORECASE)
_AT_ITS_HEAD = re.compile(r"\s*At [$£€]?", re.IGNORECASE)
_SO = re.compile(
    r"[,;]? (?:so|thus|hence|meaning|which means)(?: that)? [a-z ]{0,24}", re.IGNORECASE
)
"""The words that draw from two sizes what their change is: `so that outlay grew by`."""
_FROM_THEN = re.compile(r"(?:由|从|自)[^，。；]{0,24}$")
_WAS_THEN = re.compile(
    r"(?:上年|去年|上年同期|去年同期|前一年|上月|上季度?)(?:同期)?则?(?:为|"
    r"是)[增下上减][长降涨跌升加少]\s*$"
)
"""The words before a change that an earlier time had: 而上年为下降6.4%."""
OR_TOLD = re.compile(r",? (?:or|\() ?(?:about )?[$£€]?", re.IGNORECASE)
_OR_SINCE = re.compile(
    r"(?: (?:since|over|in|during) [\w ]{3,30})?,? (?:or|\() ?(?:about )?[$£€]?", re.IGNORECASE
)
"""The same with a time in between: `by £4.8 million since March, or 7.3%`."""
_MOVED_SO_MUCH = re.compile(
    r"\b(?:rose|fell|grew|shrank|sank|went (?:up|down)|[a-z]{3,}ed)(?: by)? $"
)
"""A verb right before a change, whose level is what `to` behind it names."""
_AN_AVERAGE = re.compile(r", (?:an average of|or|about) (?:about )?[$£€]?$", re.IGNORECASE)
_PER_DAY = re.compile(r" (?:a|per|each) (?:day|week|month|head|person|share)\b", re.IGNORECASE)
"""What follows a size that only spreads the one before it: `84,712, an average of 232 a day`."""
_AND_THE = re.compile(r"\b(?:and|while|but) (?:the|its|their) [a-z]", re.IGNORECASE)
"""The words that open a clause of its own: `crowns …, and the crown lost 1.2%`."""
_HAD = re.compile(r"\b(?:which|who|that) had (?:\w+ ){1,2}(?:by )?[$£€]?$", re.IGNORECASE)
"""The words before a change that came before what the sentence speaks of."""
_OF_AIM = re.compile(rf"{AIM_NOUN}数?(?:的)?[0-9.,，]+[万亿千百]{{0,2}}[^，。；0-9]{{0,3}}的$")
"""The words before the share of an aim that was reached, which grows no more than it did."""
_FAR = 8


def came_before(lead: str) -> bool:
    """Whether a change came before what the sentence speaks of: `which had risen by 4%`."""
    return " had " in lead and _HAD.search(lead) is not None


def level_of(context: Context, change: int) -> int | None:
    """The level that a change leads to, None where no figure beside it is one."""
    own = context.is_change(change) and not is_of_another(context, change)
    lead = context.lead(change) if own else ""
    if context.is_points(change) and _CONTRIBUTED.search(lead):
        return None
    if not own or _WAS_THEN.search(lead) or came_before(lead):
        return None
    increase = _more_increase(context, change)
    if increase is not None:
        return increase
    before = level_before(context, change)
    after = change + 1
    ahead = before is not None and after < len(context.figures)
    if ahead and (_moved_to(context, change, after) or leads_over(context, before, change)):
        return after
    moved = lead.endswith(_BY) or _MOVED_SO_MUCH.search(lead) is not None
    if ahead and moved and _fits(context, after, change):
        here = context.sentence(after) == context.sentence(change)
        if here and _TO_ALONE.fullmatch(context.gap(change, after)):
            return after
    if before is None:
        before = _after(context, change)
    return _apposed(context, change) if before is None else before


def _more_increase(context: Context, change: int) -> int | None:
    """The increase that grew: 比年初增加412亿元，同比多增38亿元."""
    before = change - 1
    if before < 0 or not context.is_change(before) or not _GREW_MORE.search(context.lead(change)):
        return None
    here = context.sentence(before) == context.sentence(change)
    return before if here and context.same_unit(before, change) else None


def leads_over(context: Context, base: int | None, change: int) -> bool:
    """Whether a change stands between its base and its level: 从21亿元翻了一番，达到42亿元."""
    if base is None or base != change - 1 or _after(context, change) != change + 1:
        return False
    if not _FROM_THEN.search(context.before(base)):
        return False
    return context.same_unit(base, change + 1)


def _apposed(context: Context, change: int) -> int | None:
    """The only level that the clause before `, an increase of 3 points` can speak of.

    `, 1.2 million tonnes (6.7%) more than in 2024` is such a clause too.
    """
    lead = context.lead(change)
    if context.is_change(change - 1) and OR_TOLD.fullmatch(lead) and _is_more_than(context, change):
        return level_of(context, change - 1)
    more = _ADDED.search(lead) is not None and _is_more_than(context, change)
    if not more and not _APPOSED.search(lead):
        return None
    home = context.sentence(change)
    found: list[int] = []
    for at in range(change - 1, max(-1, change - _FAR), -1):
        if context.sentence(at) != home:
            break
        level = context.figures[at].is_metric and context.is_level(at)
        level = level and not _FROM_THERE.search(context.before(at, 24))
        if level and fits_unit(context, at, change) and not context.is_base(at):
            found.append(at)
    return found[0] if len(found) == 1 else None


def _is_more_than(context: Context, change: int) -> bool:
    """Whether the words behind a change hold it beside an earlier time: `(6.7%) more than in`."""
    return _MORE_THAN_THEN.match(context.after(change, 60)) is not None


def level_before(context: Context, change: int) -> int | None:
    """The level before a change in its sentence; an aim only where there is no fact."""
    aim: int | None = None
    for at in range(change - 1, max(-1, change - _FAR), -1):
        if context.sentence(at) != context.sentence(change):
            return aim
        one = context.figures[at]
        if not one.is_metric or one.value is None or context.is_parenthetical(at, change):
            continue
        if _PER_DAY.match(context.after(at)) and _AN_AVERAGE.search(context.lead(at)):
            continue
        words = _without_figures(context, at, change)
        words = (_BESIDE_AIM if aim is not None else _BEYOND_AIM).sub("", words)
        of_another = (
            residue(words)
            and not _SO.match(words)
            and (
                not of_one_level(one.label, context.figures[change].label)
                or (one.label == one.unit and _AND_THE.search(words) is not None)
            )
        )
        if of_another and not _AT_ITS_HEAD.fullmatch(context.lead(at)):
            return aim
        if _fits(context, at, change):
            if not context.is_led_by_aim(at):
                return at
            aim = at if aim is None else aim
        if context.is_change(at) and not residue(words):
            level = level_before(context, at)
            if level is not None and _fits(context, level, change):
                return level
    return aim


def _without_figures(context: Context, before: int, after: int) -> str:
    """The words between two figures without other figures and without the clauses of shares."""
    words = context.between(before, after)
    for at in range(before + 1, after):
        surface = " ".join(context.figures[at].surface.split())
        if context.is_rate(at) and not context.is_change(at):
            cut = words.find(surface)
            start = max(words.rfind(mark, 0, max(cut, 0)) for mark in "，,；")
            words = words[: start + 1] + words[cut + len(surface) :] if cut >= 0 else words
        else:
            words = words.replace(surface, "", 1)
    return words


def _after(context: Context, change: int) -> int | None:
    """The level that a verb of reaching ties to the change before it: 增长5%，达到20亿元."""
    for at in range(change + 1, min(change + 3, len(context.figures))):
        if context.sentence(at) != context.sentence(change):
            return None
        if not context.figures[at].is_metric:
            continue
        if (
            at == change + 1
            and context.is_change(at)
            and _OR_SINCE.fullmatch(context.gap(change, at))
        ):
            continue  # `by £2.4 million, or 6.7%, to £38.2 million`: one move told twice
        gap = context.gap(at - 1 if context.is_change(at - 1) else change, at)
        reached = _REACHED.match(gap) is not None
        return at if reached and _fits(context, at, change) else None
    return None


def _moved_to(context: Context, change: int, after: int) -> bool:
    """Whether a verb right behind a change names where it led: 下滑1.4个百分点，下降至69.8%."""
    one = context.figures[after]
    near = context.sentence(after) == context.sentence(change) and one.is_metric
    return (
        near
        and _LED_TO.match(context.gap(change, after)) is not None
        and _fits(context, after, change)
    )


def _fits(context: Context, level: int, change: int) -> bool:
    """Whether the units allow a change of that level."""
    one, other = context.figures[level], context.figures[change]
    if one.value is None:
        return False
    if context.is_points(change):
        return context.is_rate(level) or _is_index(context, level, change)
    if context.is_fraction(change):
        return context.is_level(level)
    if context.is_rate(change):
        sized = not (is_part_in_words(context, level) or context.is_rate(level))
        own = sized or (
            context.is_rate(level)
            and same_subject(one.label, other.label)
            and not context.is_share_of(level)
            and context.after(level, 4) != " of "
            and not COMPLETION.search(context.before(level))
            and not _OF_AIM.search(context.before(level))
        )
        return context.is_level(level) and own
    if other.unit in TIMES:
        return context.is_level(level)
    unit = other.unit
    per = bool(unit) and one.unit.startswith((f"{unit}/", f"{unit} a ", f"{unit} per "))
    return context.is_level(level) and (per or context.same_unit(level, change))


def _is_index(context: Context, level: int, change: int) -> bool:
    """Whether bare points are those of an index, which has no unit: `fell by 2 points to 97`."""
    bare = context.figures[change].unit in ("points", "点")
    return bare and not context.figures[level].unit and context.is_level(level)
