"""Results that a sentence holds beside an aim, a plan or a forecast: aimed at 12%, achieved 8%."""

from __future__ import annotations

from viewer.quantities.english.words import HEDGES
from viewer.quantities.regex_cache import pattern
from viewer.quantities.vocabulary import any_of, lowered, words_in

_REACH = 60
_HEDGED = rf"(?: (?:{HEDGES}|a total of|a|an|the|all|of))* ?[(+$€£¥]?$"
_VERB_BEFORE = (
    rf"(?P<lead>\b[a-z']+ )?\b(?P<verb>[a-z]+)(?: (?:in|into|out|up|off|for|to|at|by)"
    rf"){{0,2}}{_HEDGED}"
)
_NOT_FINITE = frozenset(
    ("to", "be", "been", "being", "is", "are", "was", "were", "have", "has", "a", "an", "the",
     "its", "their", "newly", "of")
)  # fmt: skip
"""Words before a participle that is not the verb of its clause."""
_NO_SUBJECT = _NOT_FINITE | frozenset(
    ("", "will", "would", "could", "may", "might", "should", "shall", "can", "must", "total",
     "likely", "final", "at", "and")
)  # fmt: skip
"""Words before cost where it is no verb that tells what something took."""
_PERFECT = (
    r"\b(?:has|have) (?:already |since |so far |only |now )?"
    r"(?!to |been |had |be |it |a |an |the |no )[a-z]+(?: (?:up|out|in))?"
    rf"{_HEDGED}|"
    r"\b(?:but|yet|now|today)(?: it)?(?: now| still)? [a-z]+s (?:only |just |about )?[$€£¥]?$|"
    r"(?:\band|[:;]|[:;,] (?:it|they))(?: now| still| currently)? "
    r"(?:stands|sits|runs|holds|employs|serves|carries|houses|operates|owns|flies|uses|leases|"
    r"manages|sells|has)"
    r"(?: at)?(?: only| just| about| around| some)? [$€£¥]?$|"
    r"\b(?:is|are) (?:already |now |currently |running )?(?:up|down|ahead|behind)(?: by)?"
    r"(?: about| around| some)? [$€£¥]?$"
)
"""Has cost £85 million; but holds 4,800."""
_VERB_BEHIND = (
    r"(?:%| percent| per cent)?(?: of (?:them|those|these|which|whom|it)(?= ))?"
    r"(?: (?:of (?:its|the|these|those) )?(?:(?!and\b|but\b|or\b|which\b|that\b|who\b|will\b|to\b|"
    r"by\b|in\b|at\b)[a-z-]+)){0,3}? "
    r"(?:(?:was|were|has|have|had|did)\b(?! (?:to|due|likely|set|meant|supposed)\b)"
    r"(?! (?:expected|planned|forecast|projected|scheduled|budgeted|proposed)\b)|"
    r"(?:is|are) (?:now |already )?(?:finished|complete|completed|done|open|built|in use|"
    r"in (?:place|service|operation))\b|(?P<verb>[a-z]+)\b)"
)
_STILL_BEHIND = (
    r"(?: (?!and\b|but\b|or\b|which\b|that\b|who\b|will\b|to\b|by\b|in\b|at\b)[a-z-]+){0,2} "
    r"(?:still|already) "
    r"(?!to\b|expected\b|planned\b|due\b|needed\b|required\b|sought\b|wanted\b)"
)
"""How things are now: with 412 patients still on the list."""
_ON_RECORD = (
    r"(?: [a-z]+)? (?:reached|recorded|seen|registered|posted|observed|measured) "
    r"(?:in|at|on|during|last|a|two|three|earlier)\b"
)
"""What was measured at a time: below the peak of 5.25% reached in August."""
_PART_DONE_EN = (
    r"(?: per ?cent)? (?:complete|completed|finished|done|built|funded|full|sold|booked|raised|"
    r"spent|achieved|delivered|subscribed|met|covered|committed|occupied|let|leased|through)\b"
)
_BEING = r"\b(?:is|are|was|were|now|only|already|just|than) $"
_TOLD_BEHIND = (
    r"(?: (?!and\b|but\b|or\b|to\b|by\b|in\b)[a-z-]+)?(?: [a-z-]+)? "
    r"(?:reported|recorded|posted|seen|earned|booked|logged|registered|spent|paid|achieved|made|sold|built|raised|delivered|generated|produced|"
    r"shipped|carried|treated|counted) (?:last|in|a year|on|during|over|at|this time|previously|"
    r"earlier|before|for)\b"
)
_ENDED_WITH = (
    r"\b(?:ended|closed|finished|concluded|stopped|halted|wound up|wrapped up|folded)"
    r"(?: (?!with\b)[a-z-]+){0,5} with (?:only |just |about |some )?[$€£¥]?$"
)
"""What an undertaking came to: the trial closed early with 268 patients."""
_BEAT_BY = (
    r"\b(?:beat|missed|exceeded|topped|surpassed|overshot|undershot|outdid|outstripped|cleared|"
    r"fell short of|came in (?:above|below|over|under)) (?:it|that|this|them|those|its|their|the)"
    r"(?: [a-z-]+){0,3} by (?:about |around |some )?[$£€¥]?$"
)
"""By how much a result missed or beat what was aimed at."""
_CONTRAST = r"\b(?:but|yet|while|whereas|although|though|however|instead)\b"
_LATELY = (
    r"\b(?:last (?:week|month|year|night|spring|summer|autumn|winter|[a-z]+day)|yesterday|"
    r"(?:days|weeks|months|years) (?:ago|later)|so far|to date|since then)\b"
)
_PAST_TOO = frozenset(("was", "were", "cost", "hit", "cut", "did", "had"))
_CLAUSE_BEGINS = (
    r"(?:[,(:;]|\b(?:and|but|though|although|yet|while|whereas|only|of which|of whom))(?: with)? "
    r"(?:only |just |some |about )?[$€£¥]?$"
)
_WITH = r"\bwith (?:only |just |some |about )?[$€£¥]?$"
_ENDS = r"\s?(?:[.;)]|, (?:and|but|while|or)\b|$)"
_BEGINS = r"^(?:而|但|且|其|则|可|却|今年|本年|公司|到|至)?"
_LATER = r"明年|来年|后年|[下明]一?(?:年度?|财年|季度?|半年)|全年|年[末底]|四季度|年内|年度|今年"
_ORDER_OF = {"前年": 0, "去年": 1, "上年": 1, "今年": 2, "本年": 2, "明年": 3, "来年": 3, "后年": 4}
_TIMES = "|".join(_ORDER_OF)
_YEAR = r"(?<![0-9])20[0-9]{2}(?= ?年)"
_ORDER = "一二三四"
_QUARTER = f"第?([{_ORDER}])季"
_DONE_BEHIND = (
    r"[^，。；！？：、\n0-9]{0,14}?(?:已(?![定知])|业已|均已|"
    r"(?:上[月周季]|去年|昨[日天晚]|今[晨早])|了(?=[，。；！？\n]|$))"
)
_CONTINUED = (
    r"，(?:而|但|却|可)?[^，。；0-9]{0,4}?"
    r"(?:已(?!知|定|列|纳)|实际(?![利使]用外资|控制|税率|利率)|最终|到头来|事实上|现有|现时)[^，。；]*[0-9][^，。；]*，[^。；]*$"
)
"""A result in a clause between an aim and a number: 原计划80家，实际64家，另关闭21家."""
_FINISHED = (
    r"(?:(?:已|已经|均已|业已|都已)(?:经|全部|悉数|全面|顺利|如期|提前|建成)*|"
    r"(?<![将可能望计要拟])(?:提前|提早|如期|按期|终于|顺利|就)(?:全线|全面|全部)?)"
    r"(?:完工|竣工|建成|投产|投用|开业|通车|投运|落成|启用|打通|贯通|交付|交房|收官|收尾|封顶|办结|到位)"
    r"(?:投[产用运]|使用|了)?，[^。；]*$"
)
"""An aim that an earlier clause says was done: 97个已经完工，受益4.3万户."""
_UNMOVED = "[^，。；提升增减降扩调改变]"
_EXISTING = rf"现有{_UNMOVED}*[0-9]{_UNMOVED}*的{_UNMOVED}{{1,8}}[为达是](?:约|近)?$"
"""What is told of something that is there already: 现有112个车位的使用率为71%."""
_DONE_BEHIND_VERB = r"已|了|实际|最终|仅|只|共|累计|截至|目前|截止"
_CHINESE_HEDGES = any_of("zh", "hedge")
_VALUE = (
    "(?:了|资金|金额|投资|数|值|额|率|的)?(?:为|是|达|至|有|人民币)?"
    rf"(?:{_CHINESE_HEDGES}|只有|人数| )*$"
)
"""What may stand between a result and its number."""
_SINCE = rf"{_BEGINS}(?:{any_of('zh', 'standing.since')})"
_BY_CONTRAST = (
    r"^[^，。；0-9]{1,6}则(?!将|会|料|预|拟|估|有望|可能|目标|计划|要|须)[^，。；0-9]{0,6}$"
)
"""A clause set against one that looks ahead: 中期则仅升2%."""
_AT_THE_TIME = r"^[^，。；0-9]{2,8}时(?:只|仅|才|已|实际|共)有?"
"""What there was when something came about: 开工时只有140人."""
_EARLIER = rf"{_BEGINS}(?:{any_of('zh', 'standing.earlier')})"
_GROWN = "(?<![达升降增提减压缩扩])[\u4e00-\u9fff](?:成|得|掉|完|满|够|走|光)了?"
_RESULT = (
    rf"(?:{any_of('zh', 'standing.result', senses=[''])}|{_GROWN}|"
    rf"{_BEGINS}(?:{any_of('zh', 'standing.result', senses=['first'])})){_VALUE}"
)
_GOT = f"(?:{any_of('zh', 'standing.got')})"
_TOLD = rf"(?:{_GOT}[出到来]的?(?:却|则|只|就)?(?:是|为)|的[^，。；0-9]{{0,4}}占){_VALUE}"
_LOOKS_AHEAD = (
    f"(?:今年|明年|年内|全年|下半年|本年|上半年|来年)?(?:{any_of('zh', 'standing.ahead')})"
)
"""What tells that a cue looks ahead."""
_PARALLEL = (
    f"(?:{any_of('zh', 'standing.parallel')})(?:投资|资金|面积|数量|规模)?(?:{_CHINESE_HEDGES})*$"
)
"""The verbs that go on with what a cue began, before a number."""
_PART_DONE = "完成了?(?:近|约|超)?$"

_COMPLETION = (
    r"(?:为|是|达|占|相当于|完成)[了到]?[^，。；0-9]{0,10}"
    rf"{any_of('zh', 'relation.aim', senses=('noun',))}"
    r"[^，。；0-9]{0,6}[0-9][0-9.,]*[万亿千百]*[\u4e00-\u9fff]{0,4}的(?=$|[0-9])"
)
"""An aim whose share was reached, in front of that share."""


def english_result(text: str, start: int, end: int) -> bool:
    """Whether a verb of the past beside the number `start:end` says that it is a result."""
    lower = lowered(text)
    lead = lower[max(0, start - _REACH) : start]
    found = pattern(_VERB_BEFORE).search(lead)
    if found is not None and found.group("verb") == "cost":
        before = (found.group("lead") or "").strip()
        return before not in _NO_SUBJECT and before not in words_in("standing.undone")
    if found is not None and is_past(found.group("verb")):
        before = (found.group("lead") or "").strip()
        voted = before in ("was", "were", "been") and " by " in found.group()
        if before not in _NOT_FINITE or voted:
            return True
    if _goes_on_past(lead) or pattern(_BEAT_BY).search(lead) or pattern(_ENDED_WITH).search(lead):
        return True
    return pattern(_PERFECT).search(lead) is not None or _is_done_behind(lower, lead, end)


_OPENS_PAST = (
    r"(?:^|[,;] )(?:(?:but|and|yet) )?(?:[a-z]+ly |only |just |also |then )?(?P<verb>[a-z]+) "
    r"[^,;]*$"
)
"""The finite verb of the past that goes on with a sentence behind a participle between commas."""


def _goes_on_past(lead: str) -> bool:
    """Whether a clause opens with a verb of the past: sales, forecast at 5, came to 4."""
    found = pattern(_OPENS_PAST).search(lead)
    return found is not None and ", " in lead and is_past(found.group("verb"))


def _is_done_behind(lower: str, lead: str, end: int) -> bool:
    """Whether a number opens its clause and did something: and 340 turned up, 180 are finished."""
    known = pattern(_STILL_BEHIND).match(lower, end) or pattern(_ON_RECORD).match(lower, end)
    if known or _is_so_far(lower, lead, end):
        return True
    if pattern(_CLAUSE_BEGINS).search(lead) is None:
        return False
    behind = pattern(_VERB_BEHIND).match(lower, end)
    if behind is None:
        return False
    verb = behind.group("verb")
    if ":" in lead and not (verb is None and lead.rstrip().endswith(":")):
        return False
    if verb is not None and pattern(_WITH).search(lead) and is_past(verb):
        return pattern(_ENDS).match(lower, behind.end()) is not None
    closed = verb is not None and pattern(r"\s?(?:[,.;)]|$)").match(lower, behind.end())
    return verb is None or verb in words_in("standing.came") or (is_past(verb) and not closed)


def _is_so_far(lower: str, lead: str, end: int) -> bool:
    """Whether a part tells how far something is (is 62% complete), or the words behind a number
    that an article leads to tell that it was seen (above the 2.98 reported last year)."""
    if pattern(_PART_DONE_EN).match(lower, end) and pattern(_BEING).search(lead):
        return True
    return (
        pattern(_TOLD_BEHIND).match(lower, end) is not None
        and pattern(r"\b(?:the|its|their|our) (?:about |some )?[$£€¥]?$").search(lead) is not None
    )


def is_past(verb: str) -> bool:
    """Whether a verb in small letters tells what happened."""
    if verb in words_in("standing.undone"):
        return False
    past = words_in("standing.past") | words_in("standing.result")
    return verb.endswith("ed") or verb in past


def contrasted(text: str, start: int, end: int) -> bool:
    """Whether a clause of `start:end` that opens with but or while tells the past up to its end."""
    parts = pattern(_CONTRAST).split(lowered(text)[start:end])
    if len(parts) > 1 and pattern(_LATELY).search(parts[-1]):
        return True
    verbs = pattern(r"(?<!to )\b[a-z]+\b").findall(parts[-1]) if len(parts) > 1 else []
    return any(is_past(one) or one in _PAST_TOO for one in verbs)


def is_completion(text: str, cue: int, sentence: int, start: int) -> bool:
    """Whether the word of an aim at `cue` leads to what was completed of it, at or before `start`:
    为年初预算305亿元的102.4%，增长4.6%."""
    found = pattern(_COMPLETION).finditer(text[sentence:start])
    return any(one.start() <= cue - sentence < one.end() for one in found)


def chinese_result(text: str, cue: int, clause: int, number: tuple[int, int], *, aim: bool) -> bool:
    """Whether the clause of a number tells what became of what a clause before it aims at.

    `cue` is where the word of standing stands, `clause` where the clause of the number begins; of a
    forecast (not `aim`) a result of an earlier time only is told.
    """
    start, end = number
    lead = text[clause:start]
    told = pattern(_TOLD).search(lead) or pattern(f"{_BY_CONTRAST}|{_AT_THE_TIME}").match(lead)
    known = pattern(_SINCE).match(lead) or told
    if known or (aim and pattern(_RESULT).search(lead) and not _goes_on(text, cue, lead)):
        return True
    part = text[end - 1 : end] == "%" and pattern(_PART_DONE).search(lead)
    return bool(part or pattern(_DONE_BEHIND).match(text, end)) or _is_earlier(
        lead, text[max(0, cue - 12) : clause], aim=aim
    )


def _goes_on(text: str, cue: int, lead: str) -> bool:
    """Whether a verb goes on with what is still to be done: 年内要开工30套，建成20套."""
    if pattern(_LOOKS_AHEAD).match(text, cue) is None or pattern(_DONE_BEHIND_VERB).search(lead):
        return False
    return pattern(_PARALLEL).search(lead) is not None


def continued(text: str, cue: int, clause: int, start: int) -> bool:
    """Whether a number goes on with what a clause behind the cue at `cue` told as a fact."""
    if pattern(_EXISTING).search(text[clause:start]):
        return True
    between = text[cue:start]
    return any(pattern(one).search(between) for one in (_CONTINUED, _FINISHED))


def _is_before(lead: str, told: str) -> bool:
    """Whether a clause opens with a year before the one that is told of: 明年85%，今年63%."""
    named = pattern(rf"{_BEGINS}({_TIMES})").match(lead)
    times = pattern(_TIMES).findall(told)
    if named is None or not times:
        return False
    return _ORDER_OF[named.group(1)] < max(_ORDER_OF[one] for one in times)


def _is_earlier(lead: str, told: str, *, aim: bool) -> bool:
    """Whether a clause speaks of a time before the one that the clause of the cue speaks of."""
    if pattern(_EARLIER).match(lead) and (aim or pattern(_LATER).search(told)):
        return True
    if _is_before(lead, told):
        return True
    named = pattern(_YEAR).match(lead)
    years = pattern(_YEAR).findall(told)
    if named is not None and years and named.group() < max(years):
        return True
    quarter = pattern(_QUARTER).match(lead)
    quarters = [_ORDER.index(one) for one in pattern(_QUARTER).findall(told)]
    return quarter is not None and _ORDER.index(quarter.group(1)) < max(quarters, default=0)
