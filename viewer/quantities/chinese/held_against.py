"""What Chinese prose holds a level against: 好于预算中的2.5亿元, 接近我们自定的4%, and what had to
be done, told beside what was: 年初要求招收120人，最终招收96人."""

from __future__ import annotations

from viewer.model import Standing
from viewer.quantities.chinese.standing_frames import is_act
from viewer.quantities.reasons import note
from viewer.quantities.regex_cache import pattern
from viewer.quantities.standing_clauses import said_by
from viewer.quantities.vocabulary import any_of

_BESIDE = (
    "(?:高于|低于|少于|多于|超过|超出|不及|不如|好于|优于|差于|逊于|接近|持平于|达到|未达|"
    "[比较与同跟])"
)
_IN_PAPER = (
    rf"{_BESIDE}[^，。；0-9]{{0,8}}"
    rf"(?P<paper>{any_of('zh', 'standing.paper')})(?:书|案|稿)?"
    r"(?:中|里|内)(?:所?(?:列|写|定|载|设)[明入定]?)?的[约近]?$"
)
"""The paper that a number stands in: 好于预算中的2.5亿元."""
_FOR_ONESELF = r"(?:自[己我]?|给自己)(?:设定|制定|确定|定下|设下|立下|定|设)的[^，。；0-9]{0,4}$"
_OWED = (
    r"(?:(?P<bare>(?<![供相反适对响呼顺])应|须|必须)|(?P<planned>本应|理应|按[^，。；]{2,10}应)|要求)"
    r"(?![的有者])[^，。；：0-9]{0,14}$"
)
_NO_DUTY = r"[收付到交税缴得计]|出席|届|急|对|用"
"""What a single 应 makes no duty of: 应收账款, 应到会."""
_DONE = (
    r"[^，。；0-9]{0,12}[，；](?:但|而|却|可)?[^，。；0-9]{0,8}?(?:实际|实(?=[招收发建交付缴拨种])|"
    r"已经?|最终|结果|目前|现已|仅|只(?!要)|至今|迄今)"
)
_BACK = 30


def held_against(text: str, start: int, end: int) -> Standing | None:
    """What the words around the number `start:end` say that it was to be."""
    lead = text[max(0, start - _BACK) : start]
    paper = pattern(_IN_PAPER).search(lead)
    if paper is not None:
        note("standing", paper.group())
        return said_by("zh", "standing.paper")[paper.group("paper")]
    own = pattern(_FOR_ONESELF).search(lead)
    said = Standing.TARGET if own is not None else _owed(text, start, end)
    if said is not None:
        note("standing", lead[-10:])
    return said


def _owed(text: str, start: int, end: int) -> Standing | None:
    """What a number is that had to be reached, if the next clause tells how much of it was."""
    if not pattern(_DONE).match(text, end):
        return None
    owed = pattern(_OWED).search(text, max(0, start - _BACK), start)
    if owed is None or owed.group("planned"):
        return None if owed is None else Standing.PLAN
    bare = owed.group("bare")
    at = owed.start() + len(bare or "")
    binds = bare is None or (pattern(_NO_DUTY).match(text, at) is None and is_act(text, at))
    return Standing.TARGET if binds else None
