"""What the words behind a number say of its standing: 300万吨的目标, the 750,000 it wanted."""

from __future__ import annotations

import re
from functools import cache

from viewer.model import Standing
from viewer.quantities.chinese.standing_frames import is_act
from viewer.quantities.reasons import note
from viewer.quantities.regex_cache import pattern
from viewer.quantities.standing_ahead import AHEAD
from viewer.quantities.standing_clauses import said_by
from viewer.quantities.vocabulary import Found, any_of

SUBJECT = 30
"""How far behind a number the words may begin that say what it is."""
_VERBS = ("is ", "are ", "has ", "have ", "was ", "were ", "will ")
_NOUNS = (
    r" (?:of )?(?:the )?(?:(?!and |but |which |that |who |what |above |below |over |under |than |"
    r"short |ahead |behind )[a-z-]+ ){1,3}"
)
"""What may stand between a number and its verb: 40% of buses are to be electric."""
_POSTPOSED = r"[,.;:)]|$|\n| (?:by|for|in|at|this|next|last|earlier|and|but|when|on)\b"
"""What follows a participle behind its number: the 2.9 billion expected, not 300 expected rises."""
_FOR_A_TIME = (
    r" (?:for|by|in|next|this) (?:the |early |late |mid-)?"
    r"(?:[0-9]{4}|next|this|end|coming|spring|summer|autumn|winter)"
)
"""A time behind a participle: the 70-bed ward planned for 2027."""
_DONE_NEXT = (
    r"[^.;,]{0,30}? (?:was|were|is|are|has been|have been) (?:now |already |actually |fully )?"
    r"(?:finished|complete|completed|delivered|built|opened|open|done|met|installed|carried out|"
    r"in place|in use|under ?way|achieved|reached|implemented)\b"
)
"""What came of a plan behind its number: 41% of the works planned for 2023 were finished."""
_WISHED = (
    r"(?: (?!(?:and|but|or|than|as|was|were|is|are|above|below|over|under|against|short|ahead|"
    r"behind|beyond|from|to|more|less|fewer|higher|lower) )[a-z-]+){0,3}? (?:that |which )?(?:"
    r"(?:it|they|we|he|she|[a-z]{3,}s|the [a-z]+|its [a-z]+|[A-Z][a-z]+) (?:had |have |has )?"
    r"(?:(?:been|were|was|are|is) )?(?:originally |initially |first |once |previously |publicly )?|"
    r"(?:originally |initially |first |once |previously )+)"
    r"(?P<verb>[a-z]+(?: for| at| in| to| on)?)"
    r"(?=[,.;)]|$|\n| (?:by|in|as|this|next|last|and|but|when)\b)"
)
"""Who wanted or expected what a number says: the 750,000 it wanted."""
_COUNTED = ("estimated", "set", "required", "quoted", "guided")
"""Of a subject these tell a fact as well: about 900 are estimated, the price is quoted."""
_LAID = (
    rf" (?:{any_of('en', 'standing.laid')}) "
    r"(?:in|by|under|for by|out in|out by) "
    r"(?:the|its|their|our|his|her|an?)(?: [a-z'-]+){0,3}? "
    rf"(?:{any_of('en', 'standing.charter')})"
)
"""What somebody has to reach: the 91.5% set in the franchise agreement."""
_NAMED = (
    rf"(?: (?!and\b|but\b|which\b|that\b)[a-z%-]+){{0,5}} (?:is|was|remains|are) "
    r"(?:the|its|their|our|his|her|my|an?)(?: [a-z'-]+){0,3}? "
    rf"(?P<noun>{any_of('en', 'standing.called')})(?! (?:of|for) [$£€¥0-9])"
)
"""What somebody calls the number before it: a 90% rate is the government's stated aim."""
_RANGE_BEHIND = (
    r"(?: ?(?:%|per ?cent|[a-z]{1,8}))? ?(?:to|and|or|-|–) ?(?:about |around )?[$£€¥]?[0-9][0-9.,]*"
    r"(?: ?(?:%|per ?cent\b|[a-z]{1,3}\b|million|billion|trillion))?"
)
"""The upper end behind the lower one: 60 mm to 80 mm are likely."""
_DONE_TO = (
    r"(?: (?:of (?:the |its |their |these |those )?)?"
    r"(?!(?:and|but|or|which|that|who|what|than|above|below|over|under|short|as|for|in)\b)"
    r"[a-z-]+){0,4}? "
    r"(?:is|are|was|were|has been|have been|had been) (?:now |also |still |widely |being |"
    r"[a-z]+ly )?"
    r"(?P<done>[a-z]+(?: for| upon)?)\b(?! to\b)"
)
"""What is done with the number that is the subject: 3,000 nurses are feared, 60 is hoped for."""
_NEXT = r" next(?=[.,;)]|$|\n)"
"""2.2% this year and 2.6% next."""
_AIM_BEHIND = (
    r"[^，。；、：0-9]{0,10}(?:这一|这个|的)(?:[^，。；、：0-9的]{0,4})(?:目标|指标(?=[，。；、！\n]|$))"
    r"(?!的|客|群|人|完|已|如期|提前|全面|顺利|未|没)|"
    r"[^，。；、：0-9的]{0,4}目标(?!的|客|群|人|值|企|公|市)|"
    r"[^，。；0-9]{0,4}[写列纳][入进]了?[^，。；0-9]{0,12}"
    r"(?:书|规划|目标|章程|计划|合同|协议|考核|条例)(?=[，。；\n]|$)"
)
_PART_OF_TASK = r"[^，。；、：0-9的]{0,6}(?:任务|目标|指标)的(?=[约近超]?[0-9])"
"""A task of which a part is told: 已完成全年300套任务的82%."""
_PROMISED = r"[^，。；、：0-9的]{0,6}的(?:承诺|诺言|许诺|允诺|誓言)(?![的书函])"
_CALLED = (
    r"[^，。；、：0-9]{{0,8}}是[^，。；：0-9]{{0,16}}的[^，。；：0-9的]{{0,4}}(?:{})"
    r"(?=[，。；！？\n]|$)"
)
"""What somebody calls the number before it: 减排45%是庄严的承诺."""
_MOTION = r"[^，。；、：0-9]{{0,14}}的[^，。；0-9的]{{0,4}}(?:{0})|[^，。；、：0-9的]{{0,6}}(?:{1})"
_EXPECTATION = (
    r"(?![^，。；]{{0,6}}(?:高于|低于|优于|好于|逊于|不及|超出|超过|胜过|差于|符合))"
    r"(?:[^，。；、：0-9的]{{0,4}}的[^，。；、：0-9的]{{1,6}}(?:{0})(?:[均中]?值)?(?![的者落])|"
    r"[^，。；、：0-9的]{{0,8}}(?:{0})(?=落|未|没|[，。]))"
)
"""A number that belongs to an expectation: 120万人次的客流预测."""
_IN_EFFECT = (
    r"[^，。；：0-9的]{{0,14}}，?(?:最快|预料|拟)?(?:{0})[^，。；0-9]{{0,3}}(?:{1})(?!以来|之前)"
)
"""When what the number says comes about: 2,000套人才公寓下月起配租."""
_SEASON = r"[春夏秋冬](?:季|天|后|末)|随后|稍后|择日|不日"
_TO_BE_DONE = (
    r"[^，。；：、0-9的]{0,4}(?:尚|仍|还|有|正)?待(?:建|拆|开工|开建|交付|完成|落实|拨付|兑现)"
)
"""What still waits to be done: 还有60所待建."""
_ASKED_ABOUT = r"[^，。；0-9]{0,12}(?:征询|征求|咨询)(?:公众|各方|业界)?意见"
"""What people are asked about: 就每天12元的收费征询意见."""
_GRANTED = r"[^，。；、：0-9]{0,10}(?:已经?|刚|均|日前)?(?:获批|获准|获通过|获得批准)"
_ALL_DONE = (
    r"[^，。；、：0-9]{0,14}?(?:已经?|现已|均已|业已|都已|日前|[上去昨][月周年日])[^，。；0-9]{0,4}?"
    r"(?:全部|悉数|全数|如数|全都|尽数|提前|如期|按期|按时|顺利)"
)
"""What was done of what was promised or planned: 允诺的500套已悉数交房."""
_BASE_OF = r"(?:股|的[^，。；、：0-9]{1,8})?(?:总股本)?为(?:基数|基础|基准|起点|依据)"
"""What is reckoned from, whatever it is for: 以总股本4亿股为基数."""
_WHOLE = r"[^，。；、：0-9的%]{0,6}(?<!其)(?:当中|之中|中|里)的?(?=[0-9一二两三四五六七八九十])"
"""The whole of which a part is told: 11家医院中的3家."""
_INTEND_BEHIND = (
    r"[%成](?:的[^，。；、0-9]{0,8})?"
    r"(?:计划|打算|拟|准备|有意|考虑|希望|愿意|期望|倾向|认为|表示|预期(?![均中]?值|目标|[，。；])|盼)"
)
"""A part of those who were asked: 12%计划裁员."""
_SUBJECT_BEHIND = r"[^，。；：、0-9的\s]{0,10}"
_AHEAD_BEHIND = (
    r"(?P<planned>将于|将在|拟(?![定态合真议任聘录授])|计划于|定于)|"
    r"(?P<will>将|(?<![社协大机工商学联晚])会)|预计(?![^，。；]{0,2}的)|有望|料将|预料"
)
"""What is told of the number that opens its clause: 30万吨产能将于明年释放."""
_COMES_ABOUT = r"将(?![军领士帅相近])(?=[^，。；0-9到至成给为入出]{1,14}(?:[，。；\n]|$))"
"""What happens to it, whatever the verb: 30万吨产能将退出市场."""
_AHEAD_LENGTH = 5
"""The most characters that it looks at from where it begins."""


def word_behind(text: str, end: int, one: Found, language: str) -> Standing | None:
    """What a word of the lexicon says of the number that ends at `end`, if it belongs to it."""
    between = text[end : one.start]
    verb = one.entry.word.startswith(_VERBS) or pattern(_FOR_A_TIME).match(text, one.end)
    led = verb and pattern(_NOUNS).fullmatch(between)
    if led and pattern(_DONE_NEXT).match(text, one.end):
        return Standing.FACT
    postposed = (
        language == "zh"
        or one.entry.sense != "forecast"
        or pattern(_POSTPOSED).match(text, one.end)
    )
    if led or (not between.strip() and (postposed or " " in one.entry.word)):
        note("standing", one.entry.word)
        return Standing(one.entry.sense)
    return None


def upper_end(text: str, end: int) -> int:
    """Where a range ends whose lower end ends at `end`, else `end`: 60 mm to 80 mm are likely."""
    upper = pattern(_RANGE_BEHIND).match(text, end)
    return end if upper is None else upper.end()


def aim_behind(text: str, end: int) -> Standing | None:
    """What somebody did with the number: the 750,000 it wanted, the 60 million first floated."""
    if pattern(_LAID).match(text, end):
        note("standing", text[end : end + SUBJECT])
        return Standing.TARGET
    named = pattern(_NAMED).match(text, end)
    if named is not None:
        note("standing", named.group())
        return said_by("en", "standing.called")[named.group("noun")]
    if pattern(_NEXT).match(text, end):
        note("standing", text[end : end + 10])
        return Standing.FORECAST
    wishes = said_by("en", "standing.relative")
    done = pattern(_DONE_TO).match(text, end)
    if done is not None and done.group("done") in wishes and done.group("done") not in _COUNTED:
        note("standing", done.group())
        return wishes[done.group("done")]
    wished = pattern(_WISHED).match(text, end)
    said = wishes.get(wished.group("verb")) if wished is not None else None
    if wished is not None and said is not None:
        note("standing", wished.group())
    return said


def chinese_behind(text: str, end: int) -> Standing | None:
    """What a Chinese clause goes on to say of its first number: 30万吨产能将于明年释放."""
    if pattern(_INTEND_BEHIND).match(text, max(0, end - 1)):
        note("standing", text[end : end + SUBJECT])
        return Standing.FACT
    if pattern(_BASE_OF).match(text, end):
        return Standing.FACT
    done = pattern(_ALL_DONE).match(text, end) and not pattern(_PROMISED).match(text, end)
    if done or pattern(_WHOLE).match(text, end):
        note("standing", text[end : end + SUBJECT])
        return Standing.FACT
    ahead = _ahead_behind(text, end)
    if ahead is not None:
        return ahead
    said = next((said for shape, said in _chinese() if shape.match(text, end)), None)
    if said is not None:
        note("standing", text[end : end + SUBJECT])
    return said


def _ahead_behind(text: str, end: int) -> Standing | None:
    """What is to come of the number that opens its clause: 将于, 有望, 会 before what one does."""
    lead = pattern(_SUBJECT_BEHIND).match(text, end)
    last = lead.end() if lead else end
    for one in pattern(_AHEAD_BEHIND).finditer(text, end, last + _AHEAD_LENGTH):
        if one.start() > last:
            return None
        if one.group("will") is None:
            return Standing.PLAN if one.group("planned") else Standing.FORECAST
        if is_act(text, one.end()):
            return Standing.PLAN
        if pattern(_COMES_ABOUT).match(text, one.start()):
            return Standing.FORECAST
    return None


@cache
def _chinese() -> tuple[tuple[re.Pattern[str], Standing], ...]:
    """What the words behind a number of a Chinese text are tried with."""
    target, forecast = (
        any_of("zh", "standing.called", senses=(sense,)) for sense in ("target", "forecast")
    )
    motion, effect = any_of("zh", "standing.motion"), any_of("zh", "standing.effect")
    bill = any_of("zh", "standing.motion", only="..+.")
    return (
        (pattern(f"{_PART_OF_TASK}|{_PROMISED}"), Standing.TARGET),
        (pattern(_AIM_BEHIND), Standing.TARGET),
        (pattern(_CALLED.format(target)), Standing.TARGET),
        (pattern(_CALLED.format(forecast)), Standing.FORECAST),
        (pattern(_EXPECTATION.format(forecast)), Standing.FORECAST),
        (pattern(f"{_TO_BE_DONE}|{_ASKED_ABOUT}"), Standing.PLAN),
        (pattern(f"{_MOTION.format(motion, bill)}|{_GRANTED}"), Standing.PLAN),
        (pattern(_IN_EFFECT.format(f"{AHEAD}|{_SEASON}", effect)), Standing.PLAN),
    )
