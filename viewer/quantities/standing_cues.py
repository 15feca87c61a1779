"""Cues of standing: where a text says that somebody aims at, plans or expects what follows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from types import MappingProxyType

from viewer.model import Standing
from viewer.quantities.chinese.standing_frames import aims_before, chinese_frames
from viewer.quantities.english.standing_frames import english_frames
from viewer.quantities.english.standing_results import is_past
from viewer.quantities.english.words import ONES
from viewer.quantities.regex_cache import pattern
from viewer.quantities.standing_clauses import Clauses, Cue
from viewer.quantities.vocabulary import Found, any_of, entries, lowered, matcher

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
_BASE = MappingProxyType(
    {
        "en": (
            r"\b(?:after|following)(?: (?:an?|the|its|their)(?:(?: [a-z'-]+){1,3} of)?|"
            r" (?:[a-z]+day|last [a-z]+|yesterday|[a-z]+)'s(?: [a-z]+){0,2})?"
            r" (?:about |around |nearly |almost |just |some |over |more than )?"
            r"(?=(?:[a-z]{1,3})?[$£€¥]?[0-9][0-9.,]*"
            r"(?!\S*(?: (?!last |this |the |that |a )[a-z-]+)? "
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
_REVISED = "预[测期估计]|目标|指引|指标|增长|增速"
"""Of a forecast or an aim that is revised both numbers are one: 将预测由4.5%上调至4.8%."""
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
_SCORED = (
    rf"(?:[0-9]|\b(?:{'|'.join(ONES)}|hundred|scored|netted|conceded|bagged|struck))"
    r"(?: (?:league|cup|career|club|home|away|late|early|own|international|first-half|second-half|"
    r"unanswered|quick|penalty|straight|more|fewer))? $"
)
"""What makes goals of a match: 14 goals in 22 games."""
_ARTICLE = r"\b(?:the|an?|its|their|our|his|her|this|that|new)\s$"
_POSTPOSED = frozenset(
    ("planned", "expected", "forecast", "projected", "predicted", "anticipated", "budgeted",
     "proposed", "hoped for")
)  # fmt: skip
_NAMES = frozenset(
    ("target", "targets", "goal", "goals", "plan", "plans", "forecast", "forecasts", "outlook",
     "projection", "project", "objective", "pledge", "promise", "challenge", "vision", "ambition")
)  # fmt: skip
_AUXILIARY = (
    r"\b(?:is|are|was|were|be|been|had|has|have|it|they|we|he|she|who|which)(?: [a-z]+ly)? $"
)
_OWNERS = (
    r"(?: (?:[$£€¥]?[0-9][0-9.,]*%?|million|billion|tonnes?|the|its|their|our|a|an|this|last|his|"
    r"her|years?|year's|annual|initial|original|own|previous|earlier|market|all|company|full|"
    r"consensus|official|internal|[a-z]+'s?)){0,4}(?: (?!(?:and|but|or|by|for|with|in|at|on|to|of|"
    r"is|was|"
    r"were|are|has|had|below|above|than|which|that)\b)[a-z]+){0,2} $"
)
_KEPT = (
    r"(?: [a-z-]+){0,6}? (?:has|have|had|was|were|is|are) (?:since |now |largely |been ){0,2}"
    r"(?:kept|honou?red|fulfilled|broken|redeemed|made good|dropped|abandoned|missed)\b"
)
"""What became of a promise: the pledge to halve waste has been kept."""
_MET = (
    r"(?: [a-z]+){0,4}? (?:was|were|is|are|has been|have been|had been) (?:[a-z]+ )?"
    r"(?:met|hit|achieved|reached|completed|exceeded|surpassed|fulfilled|beaten|missed|cleared|delivered|"
    r"implemented|carried out|attained|overfulfilled)\b|"
    r" (?:met|achieved|reached|completed|exceeded|hit|fulfilled)\b|"
    r" (?:was|were|proved|turned out|has been|have been|had been) (?:to be )?(?:far |much |very |"
    r"a little |"
    r"too |quite |badly |broadly )*(?:wrong|right|correct|accurate|off|out|optimistic|pessimistic|"
    r"low|"
    r"high|borne out|confirmed|premature|cautious|conservative)\b"
)
_LEVELS_OF_AIM = (
    r" (?:range|band|corridor|zone|level|rate|figure|ceiling|floor|value|point)s? "
    r"(?:of|at|between) (?:about |around )?(?=[$£€¥]?[0-9])"
)
"""A level that is aimed at, beside its value: within the target range of 1% to 3%."""
_OWN_PLAN = "(?:(?<=s)|:) ?(?:about |some |another )?[$£€]?[0-9]"
_DIGITS = "一二三四五六七八九十百千"
_OWN_VALUE = MappingProxyType(
    {
        "zh": rf"[数值]?(?:的|为|是|定为|:|：|（)(?:约|近|超过?|不低于)?[0-9{_DIGITS}]",
        "en": r" ?(?:of|for|at|,|\(|\bwas|\bis)? ?(?:an? |the |about |around )?[$€£¥]?[0-9]",
    }
)
"""What joins an aim to its own value: a target of 500, 市场预期为2.8%."""
_IN_MANNER = r"(?:按照?|依照?|依据|根据|遵照|遵循)[^，。；：0-9]{0,8}$"
_DONE_SO = r"(?![^，。；：0-9]{0,10}(?:将|拟|要|需|须|应|会|可|待|再|，))"
"""By what something was done, which says of no figure what it is: 按计划加开列车316列."""
_MEASURE = rf"[^，。；：0-9]{{0,2}}(?:{any_of('zh', 'standing.measure')})"
_STILL_OPEN = r"(?:力争|争取|确保|努力|要|将|拟|须|应|目标)[^，。；]{0,10}$"
"""How much of an aim, a plan or a budget was done, unless that is aimed at: 预算执行率达93%."""
_DONE_BY = (
    r"(?:如期|如愿|如数|按期|超前|提前|顺利|全面|全部|已|超额|均|都|按时|圆满|基本|仍?未|没有?)"
)
_REACHED = (
    r"(?:任务|数|值)?(?:的[0-9一二三四五六七八九十百千万]+[^，。；：:0-9]{1,8}?|"
    r"[^，。；：:0-9]{0,6}?)(?:完成|实现|兑现|达成|达标|超额|告破|落空|落地|达阵|交卷|收官)(?!后|时)"
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
_VALUE_OF_PART = (
    r"(?:任务|指标)?[数值]?(?:约|近)?[0-9][0-9.,万亿]*[^，。；0-9的]{0,6}的(?:近|约|超)?"
    rf"[0-9{_DIGITS}半]"
)
"""The value of an aim of which a part is told: 完成年度目标60个的106.7%."""
_TIMES_FORECAST = rf"[数值]?的 ?(?:近|约|超)?(?:[0-9.]+|[{_DIGITS}两半几]+)倍"
"""How many times as much as was expected: 是预测的两倍."""
_HELD_BEHIND = (
    "(?:数|值|时|中)?(?:的)?(?:基本|大致|大体|完全|恰好)?"
    "(?:相比|相较|比较|对比|对照|相反|不同|相悖|相左|一致|相符|吻合|持平|相当|不符)"
)
"""What an aim is held beside: 与五年前的规划相比."""
_SO_MUCH = r"(?:数|值)?(?:要|还|略|稍|整整)?(?:[高低多少快慢好差贵]|提[前早]|推迟|晚|超)[出了]?"
_THAN_WHOSE = r"[比较](?![例重率])[^，。；：0-9]{0,12}$"
"""What is told behind and before an aim by how much it was passed or missed."""
_WHO_EN = (
    r"(?<= to) [a-z]+(?: [a-z]+){0,4}? "
    r"(?:make up|made up|account(?:ed)? for|number(?:ed)?|totall?ed) "
)
_WHO_ZH = (
    rf"[^，。；]{{0,16}}?的(?:{any_of('zh', 'standing.who')})(?:中|占|达|有)|"
    r"[^，。；0-9]{0,16}?(?:的(?:[^，。；0-9]{0,6}占|[^，。；0-9]{0,4}"
    rf"(?:{any_of('zh', 'standing.who')})"
    r"(?:达|有|为|共|约|仅|超过?|比例|比重|占比|数)+)|者(?:占|达|有|为|比例|比重|占比)+)"
)
"""Those who intend something, who are counted: 打算购房的居民占15.3%."""
_TOLD_OF = MappingProxyType({"zh": _WHO_ZH, "en": f"{_WHO_EN}|{_KEPT}"})
_BELIEVED = r"(?:曾经?|一度|备受|饱受|一致|普遍|被|从未)[^，。；0-9]{0,8}$"
_CAME = r"[^，。；0-9]{1,12}的[^，。；]{1,14}(?:最终|最后|终于|已|未|没|仍|保留|取消|搁置|放弃)"
"""What became of something that had been planned: 原拟关停的三座矿山已完成修复."""
_OF_BELIEF = r"[^，。；0-9的]{0,10}的(?![是为])(?=[^，。；0-9]{2})"
"""Somebody of whom something was once believed: 曾被一致看好的新股."""
_TITLE = (
    r"《[^》\n]{1,40}》(?!(?:中|里|还|也|均)?"
    r"(?:提出|明确|要求|确定|设定|规定|安排|部署|草案|提到|强调|描绘|[，：]))"
)
"""The title of a paper that nothing is quoted from: its words announce nothing."""


def cues(text: str, language: str) -> list[Cue]:
    """Every cue of a folded text in order."""
    words = matcher(language, *_CATEGORIES[language]).found(text)
    if language == "zh":
        words = [one for one in _outside_titles(text, words) if not _is_quoted(text, one)]
    found = [cue for one in words for cue in _read(text, one, language)]
    if language == "en":
        lower = lowered(text)
        return sorted((*found, *english_frames(text, lower), *_bases(lower, "en")))
    clauses = Clauses(found, [one.start() for one in pattern("[，。；\n]").finditer(text)])
    found[:] = [one for one in found if not _serves_aim(text, one, clauses)]
    return sorted((*found, *chinese_frames(text, clauses), *_bases(text, "zh")))


def _serves_aim(text: str, one: Cue, clauses: Clauses) -> bool:
    """Whether 将 stands in what somebody aims at: 目标是在年底前将的士增至3,000辆."""
    return text[one.end - 1 : one.end] == "将" and aims_before(one.start, clauses)


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


def _read(text: str, one: Found, language: str) -> Iterator[Cue]:
    category, sense = one.entry.category.partition(".")[2], one.entry.sense
    if language == "en" and (_is_noun(text, one) or _is_compound(text, one)):
        return
    if category == "fact":
        yield Cue(one.start, one.end, Standing.FACT, sense or "clause")
    elif category == "past" and sense and pattern(" of ").match(text, one.end):
        return
    elif category == "past":
        yield Cue(one.start, one.end, Standing.FACT, sense or "past")
    elif category == "word" and language == "en" and one.entry.word.endswith(" of"):
        yield from _of_aim(text, one, language)
    elif category == "word" and language == "zh" and _is_belief(text, one):
        return
    elif (
        category == "word" and one.entry.word[0] == "原" and pattern(_CAME).match(text, one.end)
    ) or (category == "word" and pattern(_TOLD_OF[language]).match(text, one.end)):
        yield Cue(one.start, one.end, Standing.FACT, "sentence")
    elif category == "word":
        weak = language == "en" and _is_adjective(text, one)
        size = pattern(_SIZE_NOUN, re.IGNORECASE).match(text, one.end) if weak else None
        if size is not None:
            yield Cue(size.end() - 1, size.end(), Standing(sense), "value")
            return
        weak = weak or (language == "en" and "-" in text[one.start : one.end])
        yield Cue(one.start, one.end, Standing(sense), "adjective" if weak else "sentence")
    elif category in ("aim", "duty"):
        done = _how_done(text, one) if language == "zh" else None
        yield from _of_aim(text, one, language) if done is None else done


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
    if word in ("goal", "goals") and pattern(_SCORED).search(
        text[max(0, one.start - 24) : one.start]
    ):
        return True
    if word not in _NAMES or not text[one.start].isupper():
        return False
    opened = pattern(r"(?:^|[\n.:;!?\"(]|\s-)\s*$").search(before) is not None
    acted = pattern(_ACTED).match(text, one.end) if opened else None
    if acted is not None and is_past(acted.group("verb")):
        return True
    return not opened and not text[one.start : one.start + len(word)].isupper()


def _is_compound(text: str, one: Found) -> bool:
    """Whether a hyphen makes another word of a cue: a target-driven scheme."""
    joined = pattern("-[a-z]").match(text, one.end) is not None
    return joined and one.entry.category != "standing.fact"


def _is_adjective(text: str, one: Found) -> bool:
    """Whether a cue stands before its noun: the planned merger, goal posts; not was planned to."""
    if one.entry.category == "standing.aim":
        noun = pattern(_COMPOUND).match(text, one.end)
        return noun is not None and not is_past(noun.group(1))
    if one.entry.word not in _ADJECTIVES or text.startswith(":", one.end):
        return False
    return pattern(_AUXILIARY).search(text, max(0, one.start - 24), one.start) is None


def _is_quoted(text: str, one: Found) -> bool:
    """Whether a word is a name in quotation marks: “展望”杂志."""
    return text[one.start - 1 : one.start] == "“" and text[one.end : one.end + 1] == "”"


def _is_belief(text: str, one: Found) -> bool:
    """Whether a cue only tells of whom something was once believed: 曾被一致看好的新股."""
    if pattern(_OF_BELIEF).match(text, one.end) is None:
        return False
    return pattern(_BELIEVED).search(text[max(0, one.start - 12) : one.start]) is not None


def _of_aim(text: str, one: Found, language: str) -> Iterator[Cue]:
    """An aim that was reached makes facts; one that is held beside a figure speaks of itself."""
    back, ahead = _BACK[language], _AHEAD[language]
    plain = lowered(text[max(0, one.start - back) : one.start]).replace("-", " ")
    tail = lowered(text[one.end : one.end + ahead])
    beside, reached = _aim_patterns(language)
    met = pattern(_MET if language == "en" else _MET_OF.get(one.entry.sense, _FORECAST_DONE))
    valued = one.entry.sense or (language == "en" and tail.startswith(" of "))
    own = valued and pattern(_OWN_VALUE[language]).match(tail) is not None
    apart = beside.search(plain) is not None
    part = language == "zh" and not apart and one.entry.sense != "forecast"
    part = part and pattern(_PART_OF_AIM).match(tail) is not None
    part = part or pattern(_TIMES_FORECAST).match(tail) is not None
    levels = pattern(_LEVELS_OF_AIM).match(tail) if language == "en" and one.entry.sense else None
    if levels is not None:
        yield Cue(one.start, one.end + levels.end(), Standing(one.entry.sense), "value")
    elif met.match(tail) is not None or part:
        yield Cue(one.start, one.end, Standing.FACT)
    elif language == "zh" and _is_held_beside(plain, tail):
        yield Cue(one.start, one.end, Standing.FACT, "sentence")
    elif reached.search(plain) is not None:
        yield Cue(one.start, one.end, Standing.FACT, "sentence" if not own else "clause")
        own_value = own and language == "en" and not tail.startswith(" at ")
        if own_value or _is_unmet(plain, tail) or pattern(_VALUE_OF_PART).match(tail):
            yield Cue(one.start + 1, one.end, _own_value(one, language), "value")
    elif apart:
        yield Cue(one.start, one.end, Standing.FACT, "clause")
        if own:
            yield Cue(one.start + 1, one.end, _own_value(one, language), "value")
    elif one.entry.sense:
        weak = language == "en" and _is_adjective(text, one)
        reach = "adjective" if weak else "sentence"
        yield Cue(one.start, one.end, Standing(one.entry.sense), reach)
    elif language == "en" and own and one.entry.word.startswith(_VALUED):
        yield Cue(one.start, one.end, Standing.PLAN, "value")
    elif language == "en" and pattern(_OWN_PLAN).match(text, one.end):
        yield Cue(one.start, one.end, Standing.PLAN)


def _own_value(one: Found, language: str) -> Standing:
    """What an aim says of its own value: a task (任务) is set as a target, a budget is planned."""
    return Standing(one.entry.sense or ("target" if language == "zh" else "plan"))


def _how_done(text: str, one: Found) -> Sequence[Cue] | None:
    """The cues of an aim by which something was done, or of how much of it was; None for others."""
    lead, tail = text[max(0, one.start - _BACK["zh"]) : one.start], text[one.end : one.end + 16]
    if pattern(_IN_MANNER).search(lead) and pattern(_DONE_SO).match(tail):
        return ()
    if pattern(_MEASURE).match(tail) and not pattern(_STILL_OPEN).search(lead):
        return (Cue(one.start, one.end, Standing.FACT, "next"),)
    return None


def _is_held_beside(plain: str, tail: str) -> bool:
    """Whether the words around a Chinese aim hold a figure beside it: 比主办方预期高7个百分点."""
    if pattern(_HELD_BEHIND).match(tail):
        return True
    return bool(pattern(_SO_MUCH).match(tail) and pattern(_THAN_WHOSE).search(plain))


_VALUED = ("budget", "quota", "plan")
"""Aims whose own value stands behind them: a budget of £14 million."""


def _is_unmet(plain: str, tail: str) -> bool:
    """Whether an aim with its value was missed: 未完成年度目标100公里."""
    missed = pattern(_UNMET).search(plain) is not None
    return missed and pattern(_VALUE_OF_UNMET).match(tail) is not None


@cache
def _aim_patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What before an aim holds it beside a figure, and what says that it was reached."""
    reached = any_of(language, "standing.reached")
    if language == "en":
        return pattern("(?!)"), pattern(f"{reached}{_OWNERS}")
    closed = f"(?:{any_of('zh', 'standing.between')}){{0,5}} ?$"
    free = f"(?<!{')(?<!'.join(one.word for one in entries('zh', 'standing.open'))})"
    return (
        pattern(f"(?:{any_of('zh', 'standing.beside')}){closed}"),
        pattern(f"{free}(?:{reached}){closed}"),
    )


def _bases(text: str, language: str) -> Iterator[Cue]:
    """What a forecast is held beside: after 1.4% in 2024, 高于去年的1.4%."""
    for one in pattern(_BASE[language], re.IGNORECASE).finditer(text):
        yield Cue(one.end() - 1, one.end(), Standing.FACT, "next")
    for one in pattern(_FROM).finditer(text) if language == "zh" else ():
        if pattern(_REVISED).search(text[max(0, one.start() - 14) : one.start()]) is None:
            yield Cue(one.end() - 1, one.end(), Standing.FACT, "next")
