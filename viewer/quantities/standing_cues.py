"""Cues of standing: where a text says that somebody aims at, plans or expects what follows."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple

from viewer.model import Standing
from viewer.quantities.reasons import note
from viewer.quantities.regex_cache import pattern
from viewer.quantities.standing_results import is_past
from viewer.quantities.vocabulary import Found, alternation, entries, lowered, matcher, words_in

_CATEGORIES = MappingProxyType(
    {
        "zh": ("standing.trap", "standing.fact", "standing.aim", "standing.duty", "standing.word"),
        "en": (
            "standing.trap",
            "standing.fact",
            "standing.aim",
            "standing.duty",
            "standing.word",
            "standing.past",
        ),
    }
)
_BACK, _AHEAD = MappingProxyType({"zh": 24, "en": 64}), MappingProxyType({"zh": 12, "en": 56})
_MODAL = re.compile(
    r"\b(?P<modal>will|shall|would|could|may|might|should|'ll)"
    r"(?: (?:not|also|now|then|soon|only|again|even|still|likely|rather|first|have to|need to|"
    r"[a-z]+ly)){0,3} (?P<be>be )?(?:[a-z]+ly )?(?P<verb>[a-z]+)"
)
_BASE = MappingProxyType(
    {
        "en": (
            r"\b(?:after|following)(?: (?:an?|the|its|their)(?: [a-z'-]+){1,3} of)?"
            r" (?:about |around |nearly |almost |just |some |over |more than )?"
            r"(?=[$£€¥]?[0-9][0-9.,]*(?!\S*(?: (?!last |this |the |that |a )[a-z-]+)? "
            r"(?:minute|hour|day|week|month|year|decade)s?\b))|"
            r"\b(?:add(?:ing|s)? to|on top of|join(?:ing|s)?|supplement(?:ing|s)?|"
            r"complement(?:ing|s)?|augment(?:ing|s)?|expanding|enlarging|alongside|"
            r"in addition to) (?:an?|the|its|their|his|her)(?: (?:existing|current|present))?"
            r"(?:(?: [a-z'-]+){1,4} of)? (?![$£€¥]?[0-9.,]+ to )(?=[$£€¥]?[0-9]|"
            r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)|"
            r"\b(?:its|their|the) (?:existing|current|present) (?=[$£€¥]?[0-9])"
        ),
        "zh": (
            r"[于比较与同](?:[上去前本今]年|[上本]月|[上本]季度?|上[一]?期|前值|目前|当前|现在)"
            r"(?:同期|全年|末|底)?的?(?=[0-9])"
        ),
    }
)
_FROM = (
    r"[由从](?:现有的?|目前的?|原来的?|现在的?)?(?=[0-9][0-9.,万亿]*[^，。；0-9]{0,6}"
    r"(?:[增减提升降扩压调缩涨跌变改][^，。；0-9]{0,3})[到至为成])"
)
_REVISED = "预[测期估计]|目标|指引|指标|增长|增速|价"
"""Of a forecast or an aim that is revised both numbers are one: 将预测由4.5%上调至4.8%."""
_SET_ASIDE = (
    r"(?:(?P<year>明年|来年|后年|下一?(?:年度?|财年|学年))(?:[\u4e00-\u9fff]{0,8}?)|(?<=，)(?:并|拟|共)?)"
    r"(?P<act>安排|编列|列支|预留|划拨)(?!在|到|至|于|好|的)"
)
"""What a budget sets aside, after a year to come or at the head of a clause."""
_ADJECTIVES = frozenset(("planned", "proposed", "projected", "budgeted"))
_SIZE_NOUN = (
    r"(?:(?<=projected)|(?<=budgeted)|(?= (?:[a-z]+ ){0,2}?(?:expenditure|spending|costs?|income|"
    r"revenues?|investment|outlays?|output|price|sales|deficit|surplus|profits?|receipts|headcount|"
    r"capacity|allocation)\b))"
    r" (?:[a-z-]+ ){0,2}?[a-z]+(?: (?:on|for|of|from|in) (?:[a-z-]+ ?){1,4}?)? ?"
    r"(?:was|were|is|are|stood at|came to|totall?ed|:) "
    r"(?:about |around |some |just |only |nearly )?(?=[$£€¥]?[0-9])"
)
"""A planned amount beside its own value: budgeted expenditure was 8, the projected figure is 9."""
_COMPOUND = (
    r" (?!(?:for|of|to|at|is|was|are|were|that|which|by|on|in|and|or|remains?|it|they|we|"
    r"set|a|an|the|has|had|have|will|would|from|as|calls?|shows?|puts?|implies|sees)\b)"
    r"([a-z]{3,}) [a-z]"
)
"""A noun that an aim is a part of: goal posts, the objectives unit."""
_ACTED = r" (?:[A-Z][a-z]+ ){1,2}(?P<verb>[a-z]+)\b"
"""A name that begins a sentence and its verb: Forecast International counted."""
_EARLIER = (
    r"\b(?:after|since|despite|besides) (?:[a-z]+ly )?"
    r"(?!reaching|hitting|passing|peaking|completing|adding|including|being|during)[a-z]{2,}ing\b|"
    r"\bhaving (?:already |[a-z]+ly )?(?!to\b)[a-z]+"
)
"""What happened before: after hiring 62, having already cut 17%."""
_REVISES = (
    r"\b(?:lift|rais|cut|trimm?|lower|upgrad|downgrad|revis|nudg|slash|bump|hik|shav)"
    r"(?:s|e|es|ed|t?ing)? (?:up |down )?(?:its|their|the|his|her|our|[a-z]+'s?)"
    r"(?: [a-z0-9-]+){0,4}? "
    r"(?P<noun>forecast|estimate|projection|outlook|guidance|call|view|prediction|expectation)s?"
    r"(?: (?:for|of|on) (?:[a-z0-9-]+ ?){1,5}?)?(?= ?(?:to|by|from) )"
    r"(?P<from>[^;\n]{1,30}?\bfrom )?"
)
"""A forecast that is revised, from an earlier one: lifted its GDP call to 2.3% from 1.9%."""
_ARTICLE = r"\b(?:the|an?|its|their|our|his|her|this|that|new)\s$"
_POSTPOSED = frozenset(
    ("planned", "expected", "forecast", "projected", "predicted", "anticipated", "budgeted",
     "proposed", "hoped for")
)  # fmt: skip
_NAMES = frozenset(
    ("target", "targets", "goal", "goals", "plan", "plans", "forecast", "forecasts", "outlook",
     "projection", "project", "objective", "pledge", "promise", "challenge", "vision", "ambition")
)  # fmt: skip
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|be|been|had|has|have|it|they|we|he|she|who|which)"
    r"(?: [a-z]+ly)? $"
).pattern
_NO_VERB = frozenset(
    ("was", "is", "were", "of", "and", "to", "for", "had", "has", "allow", "the", "not")
)
_MODAL_REACH = 70
_DUE = (
    r"\b(?:is|are|was|were|be|been|being|also|now|both|all) due to (?:[a-z]+ly )?"
    r"(?P<verb>[a-z]+)\b"
)
_DETERMINERS = ("the ", "his ", "her ", "their ", "a ", "its ", "free ", "good ", "last ")
_UNDER_PLAN = (
    r"\bunder (?:the|its|their|this|his|her|a|an|new|these|those|that)(?: [a-z'-]+){0,3}? "
    r"(?:plans?|proposals?|schemes?|deal|agreement|bill|draft|blueprint|terms)\b[^.;]*$"
)
_CONDITION = (
    r"\b(?:(?:once|when|after) (?:it |they |the [a-z]+ )?(?:is |are )?"
    r"(?:complete|completed|finished|built|ready|open|operational|running|commissioned)|"
    r"unless|if|provided|assuming|on (?:present|current) trends|"
    r"at (?:the |this |its |their )?(?:present |current )?(?:pace|rates?|trends?))\b[^.;]*$"
)
"""What makes an expectation of what will be done: once built, the dam will generate 400 MW."""
_NOUN_BEHIND = (
    r" (?:(?!and |but |or |which |that |who |in |at |on |by )[a-z-]+ ){0,3}?"
    r"(?=(?:will|shall|would|could|may|might|should)\b)"
)
_MIGHT = frozenset(("may", "might", "could"))
_INTENDS = frozenset(("will", "shall", "'ll"))
_OWNERS = (
    r"(?: (?:[$£€¥]?[0-9][0-9.,]*%?|million|billion|tonnes?|the|its|their|our|a|an|this|last|his|"
    r"her|years?|year's|annual|initial|original|own|previous|earlier|market|all|company|full|"
    r"consensus|official|internal|[a-z]+'s?)){0,4} $"
)
_MET = (
    r"(?: [a-z]+){0,4}? (?:was|were|is|are|has been|have been|had been) (?:[a-z]+ )?"
    r"(?:met|hit|achieved|reached|completed|exceeded|surpassed|fulfilled|beaten|missed|delivered|"
    r"implemented|carried out|attained|overfulfilled)\b|"
    r" (?:met|achieved|reached|completed|exceeded|hit|fulfilled)\b"
)
_OWN_PLAN = "(?:(?<=s)|:) ?(?:about |some |another )?[$£€]?[0-9]"
_DIGITS = "一二三四五六七八九十百千"
_OWN_VALUE = MappingProxyType(
    {
        "zh": rf"[数值]?(?:的|为|是|定为|:|：|（)(?:约|近|超过?|不低于)?[0-9{_DIGITS}]",
        "en": r" ?(?:of|for|at|,|\(|\bwas|\bis)? ?(?:an? |the |about |around )?[$€£¥]?[0-9]",
    }
)
"""What joins an aim to its own value: a target of 500, 市场预期为2.8%."""
_DONE_BY = r"(?:如期|提前|顺利|全面|全部|已|超额|均|都|按时|圆满|基本|仍?未|没有?)"
_REACHED = (
    r"(?:任务|数|值)?[^，。；：:0-9]{0,6}?(?:完成|实现|兑现|达成|达标|超额|告破|落空|落地)(?!后|时)"
)
_PLAN_DONE = (
    rf"[^，。；：:0-9]{{0,4}}?{_DONE_BY}"
    r"[^，。；：:0-9]{0,3}?(?:完成|实现|落地|执行|实施|达标)|的?完成率"
)
_FORECAST_DONE = r"[^，。；：:0-9]{0,4}?(?:落空|应验|兑现)"
_UNMET = (
    r"(?:未|没有?)能?(?:如期|按期|全面|全部)?(?:完成|达到|实现|达成|兑现)了?[^，。；、0-9]{0,6}$"
)
"""What says before an aim that it was missed: the number right behind it is the aim's own."""
_VALUE_OF_UNMET = r"[数值]?(?:的|为|是)?(?:约|近)?[0-9]"
_MET_OF = MappingProxyType({"target": _REACHED, "": _REACHED, "plan": _PLAN_DONE})
_PART_OF_AIM = r"(?:任务|数|值)?的 ?(?:近|约|超)?(?:[0-9.]+[%倍]|[一二三四五六七八九]成|百分之)"
_HELD_BEHIND = "(?:数|值|时|中)?(?:的)?(?:相比|相较|比较|对比|对照)"
"""What an aim is held beside: 与五年前的规划相比."""
_WHO_EN = (
    r"(?<= to) [a-z]+(?: [a-z]+){0,4}? "
    r"(?:make up|made up|account(?:ed)? for|number(?:ed)?|totall?ed) "
)
_WHO_ZH = (
    r"[^，。；0-9]{0,16}?(?:的(?:[^，。；0-9]{0,6}占|[^，。；0-9]{0,4}"
    r"(?:居民|企业|公司|家庭|人|人员|受访者|农户|村民|市民|消费者|学生|毕业生|客户|员工|单位|机构|商户|厂商)"
    r"(?:达|有|为|共|约|仅|超过?|比例|比重|占比|数)+)|者(?:占|达|有|为|比例|比重|占比)+)"
)
"""Those who intend something, who are counted: 打算购房的居民占15.3%."""
_WHO = MappingProxyType({"zh": _WHO_ZH, "en": _WHO_EN})
_SO_FAR = (
    r"(?:截至|截止|目前|迄今|[0-9] ?月份?底?|[一二三]季度|上半年)(?!前)[^，。；：前]{0,8}?"
    r"(?:完成|到位|建成|开工|投产|交付)(?!后|时|率|度|计划|目标|任务)"
)
"""What was done in a part of the time of a plan: 1—6月完成30亿元."""
_CHARACTERS = r"[将要或会料]|可(?![容承停供用分以]|满足)"
_NAMED_SO = r"[名武大小上中少主老宿干战闯猛即]$"
_NOT_WILL = (
    r"[机协社议大开委工商学联聚晚舞展拜董监理事党人政常不都才体领误约幽意培集教峰工年例全闭]$"
)
_STUFF = (
    r"[资材原塑饮史肥预布电涂燃养面照惊颜饲作意香衣笑废硅物配辅木石毛填油调敷进投用场焦煤坯棒线骨浆"
    r"不上所]$"
)
_NOT_CAN = r"[许认不只即方亦尚皆均都无最高仅大认两多]$"
_AGENT = r"[台局行院部商构家者界方士司团社所会员站网心组室]$"
"""Who expects it, before 料: 气象台料."""
_TIME_BEHIND = r"[今明本全下来后][年月季]|[上下]半年|20[0-9]{2}|[0-9]{1,2}月|[一二三四]季"
_DEMANDED = (
    r"(?:要求|(?<![必务])[须需应])[^，。；0-9]{0,10}?(?:明年|后年|20[0-9]{2} ?年|[今年]?年[底末]|"
    r"[雨汛春夏秋冬]季?|月底|季末|[0-9一二三四五六七八九十两]+[年个])[^，。；]{0,5}?[前内底]|"
    r"要求[^，。；0-9]{0,18}?"
    r"(?:不少于|不低于|不超过|不高于|达到|达|控制在|降到|降至|提高到|压到)(?=[0-9约])|"
    r"(?:方案|规划|计划|蓝图|草案|目标|指标|任务|协议|合同|章程)[^，。；0-9]{1,14}?"
    r"[定设写列][到在为成](?=[0-9约每])"
)
"""What somebody has to do by a time, or to a bound, and what a plan lays down."""
_TITLE = (
    r"《[^》\n]{1,40}》(?!(?:中|里|还|也|均)?"
    r"(?:提出|明确|要求|确定|设定|规定|安排|部署|草案|提到|强调|描绘|[，：]))"
)
"""The title of a paper that nothing is quoted from: its words announce nothing."""
_AT_PACE = r"将以[^，。；]{1,16}(?:速度|增速|速率|幅度)"
_OR = r"[增减升降涨跌加少长落高低多缩和与、]$"
_NOT_MUST = r"[需主重只想必概摘纪紧首不若则还]$"


class Cue(NamedTuple):
    """A place that says of the figures behind it what they are.

    `reach` is how far it says so: `sentence`, its own `clause`, the `next` number only, `value` for
    a number right behind it, `adjective` unless its noun did something (planned repairs kept two
    shut), or `past`, and `often` behind an adjective, where it speaks of what happened unless a cue
    of the same clause says otherwise.
    """

    start: int
    end: int
    said: Standing
    reach: str = "sentence"


def cues(text: str, language: str) -> list[Cue]:
    """Every cue of a folded text in order."""
    words = matcher(language, *_CATEGORIES[language]).found(text)
    words = _outside_titles(text, words) if language == "zh" else words
    found = [cue for one in words for cue in _read(text, one, language)]
    if language == "en":
        lower = lowered(text)
        return sorted((*found, *_english_frames(text, lower), *_bases(lower, "en")))
    clauses = _Clauses(found, [one.start() for one in pattern("[，。；\n]").finditer(text)])
    frames = (*_chinese_frames(text, clauses), *_done_so_far(text, clauses))
    return sorted(
        (*found, *frames, *_bases(text, "zh"), *_budgeted(text, clauses), *_demanded(text))
    )


def _outside_titles(text: str, words: list[Found]) -> list[Found]:
    """The words that do not stand in the title of a paper."""
    titles = [one.span() for one in pattern(_TITLE).finditer(text)]
    if not titles:
        return words
    starts = [start for start, _ in titles]

    def is_outside(one: Found) -> bool:
        at = bisect_left(starts, one.start) - 1
        return at < 0 or one.start >= titles[at][1]

    return list(filter(is_outside, words))


class _Clauses(NamedTuple):
    """The cues that words give, in order, and where the marks stand that part clauses."""

    cues: list[Cue]
    marks: list[int]

    def before(self, at: int, end: int) -> list[Cue]:
        """The cues before `end` from where the clause of the character before `at` begins."""
        mark = bisect_left(self.marks, at) - 1
        opened = self.marks[mark] if mark >= 0 else -1
        first = bisect_right(self.cues, opened, key=attrgetter("start"))
        return self.cues[first : bisect_left(self.cues, end, key=attrgetter("start"))]


def _read(text: str, one: Found, language: str) -> Iterator[Cue]:
    category, sense = one.entry.category.partition(".")[2], one.entry.sense
    if language == "en" and _is_noun(text, one):
        return
    if category == "fact":
        yield Cue(one.start, one.end, Standing.FACT, sense or "clause")
    elif category == "past":
        yield Cue(one.start, one.end, Standing.FACT, sense or "past")
    elif category == "word" and language == "en" and one.entry.word.endswith(" of"):
        yield from _of_aim(text, one, language)
    elif category == "word" and pattern(_WHO[language]).match(text, one.end):
        yield Cue(one.start, one.end, Standing.FACT, "sentence")
    elif category == "word":
        weak = language == "en" and _is_adjective(text, one)
        size = pattern(_SIZE_NOUN, re.IGNORECASE).match(text, one.end) if weak else None
        if size is not None:
            yield Cue(size.end() - 1, size.end(), Standing(sense), "value")
            return
        yield Cue(one.start, one.end, Standing(sense), "adjective" if weak else "sentence")
    elif category in ("aim", "duty"):
        yield from _of_aim(text, one, language)


def _is_noun(text: str, one: Found) -> bool:
    """Whether a cue is part of a name or stands behind its number: the Target store, as planned.

    A participle in -ing behind an article is an adjective: the forecasting course.
    """
    word, before = one.entry.word, text[max(0, one.start - 8) : one.start].lower()
    named = pattern(r" (?!for\b|of\b|to\b|an?\b|the\b|that\b|its\b)[a-z]").match(text, one.end)
    if named and word.endswith("ing") and " " not in word and pattern(_ARTICLE).search(before):
        return True
    if word in _POSTPOSED and pattern(r"\s?(?:[,.;)]|$)").match(text, one.end):
        return True
    if word not in _NAMES or not text[one.start].isupper():
        return False
    opened = pattern(r"(?:^|[\n.:;!?\"(]|\s-)\s*$").search(before) is not None
    acted = pattern(_ACTED).match(text, one.end) if opened else None
    if acted is not None and is_past(acted.group("verb")):
        return True
    return not opened and not text[one.start : one.start + len(word)].isupper()


def _is_adjective(text: str, one: Found) -> bool:
    """Whether a cue stands before its noun: the planned merger, goal posts; not was planned to."""
    if one.entry.category == "standing.aim":
        noun = pattern(_COMPOUND).match(text, one.end)
        return noun is not None and not is_past(noun.group(1))
    if one.entry.word not in _ADJECTIVES or text.startswith(":", one.end):
        return False
    return pattern(_AUXILIARY).search(text, max(0, one.start - 24), one.start) is None


def _of_aim(text: str, one: Found, language: str) -> Iterator[Cue]:
    """An aim that was reached makes facts; one that is held beside a figure speaks of itself."""
    back, ahead = _BACK[language], _AHEAD[language]
    plain = lowered(text[max(0, one.start - back) : one.start]).replace("-", " ")
    tail = lowered(text[one.end : one.end + ahead])
    beside, reached = _aim_patterns(language)
    met = pattern(_MET if language == "en" else _MET_OF.get(one.entry.sense, _FORECAST_DONE))
    own = one.entry.sense and pattern(_OWN_VALUE[language]).match(tail) is not None
    apart = beside.search(plain) is not None
    part = language == "zh" and not apart and pattern(_PART_OF_AIM).match(tail)
    if met.match(tail) is not None or part:
        yield Cue(one.start, one.end, Standing.FACT)
    elif language == "zh" and pattern(_HELD_BEHIND).match(tail):
        yield Cue(one.start, one.end, Standing.FACT, "sentence")
    elif reached.search(plain) is not None:
        yield Cue(one.start, one.end, Standing.FACT, "sentence" if not own else "clause")
        if (own and language == "en" and not tail.startswith(" at ")) or _is_unmet(plain, tail):
            yield Cue(one.start + 1, one.end, Standing(one.entry.sense or "plan"), "value")
    elif apart:
        yield Cue(one.start, one.end, Standing.FACT, "clause")
        if own:
            yield Cue(one.start + 1, one.end, Standing(one.entry.sense), "value")
    elif one.entry.sense:
        weak = language == "en" and _is_adjective(text, one)
        reach = "adjective" if weak else "sentence"
        yield Cue(one.start, one.end, Standing(one.entry.sense), reach)
    elif language == "en" and pattern(_OWN_PLAN).match(text, one.end):
        yield Cue(one.start, one.end, Standing.PLAN)


def _is_unmet(plain: str, tail: str) -> bool:
    """Whether an aim with its value was missed: 未完成年度目标100公里."""
    missed = pattern(_UNMET).search(plain) is not None
    return missed and pattern(_VALUE_OF_UNMET).match(tail) is not None


@cache
def _aim_patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What before an aim holds it beside a figure, and what says that it was reached."""
    reached = alternation(entries(language, "standing.reached"), language)
    if language == "en":
        return re.compile("(?!)"), re.compile(f"{reached}{_OWNERS}")
    between = alternation(entries("zh", "standing.between"), "zh")
    beside = alternation(entries("zh", "standing.beside"), "zh")
    closed = f"(?:{between}){{0,5}} ?$"
    free = f"(?<!{')(?<!'.join(one.word for one in entries('zh', 'standing.open'))})"
    return (
        re.compile(f"(?:{beside}){closed}"),
        re.compile(f"{free}(?:{reached}){closed}"),
    )


def _english_frames(text: str, lower: str) -> Iterator[Cue]:
    """A modal verb and what it says will happen or will be done; what is due to be done."""
    for one in _MODAL.finditer(lower):
        said = None if _is_name(text, lower, one) else _of_modal(one)
        if said is not None:
            yield Cue(one.start(), one.end(), _proposed(lower, one.start(), said))
    for one in pattern(_EARLIER).finditer(lower):
        yield Cue(one.start(), one.end(), Standing.FACT, "clause")
    for one in pattern(_REVISES).finditer(lower):
        yield Cue(one.start(), one.end("noun"), Standing.FORECAST)
        if one.group("from"):
            yield Cue(one.end() - 1, one.end(), Standing.FORECAST, "value")
    for one in pattern(_DUE).finditer(lower):
        verb = one.group("verb")
        if verb in words_in("standing.move"):
            yield Cue(one.start(), one.end(), Standing.FORECAST)
        elif verb in words_in("standing.base") or verb in words_in("standing.serve"):
            yield Cue(one.start(), one.end(), Standing.PLAN)


def _is_name(text: str, lower: str, modal: re.Match[str]) -> bool:
    """Whether a modal is a name or a noun: Will Parry scored, the will left."""
    at, verb = modal.start(), modal.start("verb")
    if text[at].isupper() and text[verb].isupper():
        return True
    return lower[:at].endswith(_DETERMINERS)


def _proposed(lower: str, at: int, said: Standing) -> Standing:
    """What a modal says under a plan, which is planned, or once something is built, expected."""
    lead = lower[max(0, at - _MODAL_REACH) : at]
    if said is Standing.FORECAST and pattern(_UNDER_PLAN).search(lead):
        return Standing.PLAN
    if said is Standing.PLAN and pattern(_CONDITION).search(lead):
        return Standing.FORECAST
    return said


def _bases(text: str, language: str) -> Iterator[Cue]:
    """What a forecast is held beside: after 1.4% in 2024, 高于去年的1.4%."""
    for one in pattern(_BASE[language], re.IGNORECASE).finditer(text):
        yield Cue(one.end() - 1, one.end(), Standing.FACT, "next")
    for one in pattern(_FROM).finditer(text) if language == "zh" else ():
        if pattern(_REVISED).search(text[max(0, one.start() - 14) : one.start()]) is None:
            yield Cue(one.end() - 1, one.end(), Standing.FACT, "next")


def _budgeted(text: str, clauses: _Clauses) -> Iterator[Cue]:
    """What a budget sets aside beside what it expects or for a year to come: 明年安排支出3亿元."""
    for one in pattern(_SET_ASIDE).finditer(text):
        at = one.start("act")
        said = clauses.before(at, at)
        mark = bisect_left(clauses.marks, at) - 1
        earlier = clauses.before(clauses.marks[mark], at) if mark >= 0 else []
        led = one.group("year") or (text[clauses.marks[mark]] == "，" and _is_ahead(earlier))
        if led and all(cue.said is not Standing.FACT for cue in said):
            yield Cue(at, one.end(), Standing.PLAN)


def _is_ahead(said: Sequence[Cue]) -> bool:
    return bool(said) and said[-1].said is not Standing.FACT


def modal_behind(text: str, start: int, end: int) -> Standing | None:
    """What a modal verb behind a number and its noun says: the first 90 will open theirs."""
    if not text.startswith(" ", end):
        return None
    lower = text[end : end + _MODAL_REACH].lower()
    noun = pattern(_NOUN_BEHIND).match(lower)
    found = None if noun is None else _MODAL.match(lower, noun.end())
    if found is None or (said := _of_modal(found)) is None:
        return None
    note("standing", found.group())
    return _proposed(lowered(text), start, said)


def _of_modal(found: re.Match[str]) -> Standing | None:
    verb, intends = found.group("verb"), found.group("modal") in _INTENDS
    if verb in _NO_VERB:
        return None
    if found.group("be"):
        done = intends and verb in words_in("standing.done")
        return Standing.PLAN if done else Standing.FORECAST
    if verb in words_in("standing.move") or verb in words_in("change.verb"):
        return Standing.FORECAST
    if not intends and verb in words_in("standing.serve"):
        return Standing.FORECAST
    if found.group("modal") in _MIGHT and verb in words_in("standing.base"):
        return Standing.FORECAST
    return Standing.PLAN if intends or found.group("modal") == "would" else None


def _chinese_frames(text: str, clauses: _Clauses) -> Iterator[Cue]:
    """将, 要, 或, 会 and 料 with the verb that follows: 将斥资, 要新建, 或升至, 会回升到."""
    taken = {at for one in clauses.cues for at in range(one.start, one.end)}
    adverbs, acts, moves = _frames()
    for one in pattern(_CHARACTERS).finditer(text):
        at = one.start()
        if at in taken or pattern(_NO_FRAME[text[at]]).search(text[max(0, at - 1) : at]):
            continue
        led = adverbs.match(text, at + 1)
        places = {at + 1, at + 1 if led is None else led.end()}
        act, move = (_longest(verbs, text, places) for verbs in (acts, moves))
        said = _framed(text, at, act, move)
        if said is Standing.TARGET and _planned_before(at, clauses):
            continue
        if said is not None:
            yield Cue(at, at + 1, said)


def _demanded(text: str) -> Iterator[Cue]:
    """What somebody is told to do by a time: 方案要求明年底前清淤900公里."""
    for one in pattern(_DEMANDED).finditer(text):
        yield Cue(one.start(), one.end(), Standing.TARGET)


def _done_so_far(text: str, clauses: _Clauses) -> Iterator[Cue]:
    """What was done until now of a plan of the clause before."""
    for one in pattern(_SO_FAR).finditer(text):
        said = clauses.before(one.start(), one.end())
        if all(cue.said is Standing.FACT for cue in said):
            yield Cue(one.end() - 1, one.end(), Standing.FACT, "clause")


def _longest(verbs: re.Pattern[str], text: str, places: set[int]) -> re.Match[str] | None:
    """The verb that reaches furthest of those that begin at one of the places."""
    found = [one for at in places if (one := verbs.match(text, at)) is not None]
    return max(found, key=lambda one: one.end(), default=None)


def _planned_before(at: int, clauses: _Clauses) -> bool:
    """Whether the clause says before `at` that somebody plans or expects it: 接下来要关停."""
    said = (Standing.PLAN, Standing.FORECAST)
    return any(one.said in said for one in clauses.before(at, at))


_NO_FRAME: Mapping[str, str] = MappingProxyType(
    {
        "将": _NAMED_SO,
        "要": _NOT_MUST,
        "或": _OR,
        "会": _NOT_WILL,
        "料": _STUFF,
        "可": _NOT_CAN,
    }
)


def _framed(
    text: str, at: int, act: re.Match[str] | None, move: re.Match[str] | None
) -> Standing | None:
    acted, moved = (0 if one is None else one.end() - at - 1 for one in (act, move))
    character = text[at]
    if character == "料" and (
        pattern(_TIME_BEHIND).match(text, at + 1)
        or pattern(_AGENT).search(text[max(0, at - 1) : at])
    ):
        return Standing.FORECAST
    if character in "或会料可":
        return Standing.FORECAST if moved else None
    if character == "要":
        return Standing.TARGET if max(acted, moved) > 1 or (move and move.group() == "达") else None
    if act is not None and act.group() == "在" and text[act.end() : act.end() + 1].isdecimal():
        return Standing.FORECAST
    if moved > acted or (acted and pattern(_AT_PACE).match(text, at)):
        return Standing.FORECAST
    return Standing.PLAN if acted else None


@cache
def acts() -> re.Pattern[str]:
    """The verbs of what somebody does on purpose: 新增, 投资."""
    chosen = [one for one in entries("zh", "standing.act") if len(one.word) > 1]
    return re.compile(alternation(chosen, "zh"))


@cache
def _frames() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    adverbs, acts, moves = (
        alternation(entries("zh", f"standing.{one}"), "zh") for one in ("adverb", "act", "move")
    )
    return re.compile(f"(?:{adverbs}){{0,3}}"), re.compile(acts), re.compile(moves)
