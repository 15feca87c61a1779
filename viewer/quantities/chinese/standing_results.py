"""Results that a Chinese sentence holds beside an aim, a plan or a forecast: 目标80家，实际64家."""

from __future__ import annotations

from collections.abc import Iterator

from viewer.quantities.regex_cache import pattern
from viewer.quantities.vocabulary import any_of

_BEGINS = r"^(?:而|但|且|其|则|可|却|今年|本年|公司|到|至)?"
_LATER = r"明年|来年|后年|[下明]一?(?:年度?|财年|季度?|半年)|全年|年[末底]|四季度|年内|年度|今年"
_ORDER_OF = {"前年": 0, "去年": 1, "上年": 1, "今年": 2, "本年": 2, "明年": 3, "来年": 3, "后年": 4}
_TIMES = "|".join(_ORDER_OF)
_YEAR = r"(?<![0-9])20[0-9]{2}(?= ?年)"
_ORDER = "一二三四"
_QUARTER = f"(?<![分共])第?([{_ORDER}])[季期批]"
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
_OF_LAST = r"(?<![较比与同于跟和])(?:去年|上年|前年|上个?赛季|上届|上一?财年)"
_AT_ITS_END = r"^(?:全年|当年|赛季|年[末底]|期[满末])(?!将|拟|要|预计|有望|还)"
"""The last year, for which an aim was set, and how the clause begins that tells its result."""
_ELAPSED = r"^[0-9一二两三四五六七八九十几数半]+个?(?:天|日|年|月|周|季度|小时)(?:下来|过去|过后)"
"""How long it took until a result: 三天下来进场5.8万人次."""
_CONCEDED = r"^(?:尽管|虽然|虽说|虽|诚然|固然)(?![^，。；]*(?:预计|预期|料|有望|将|可能))"
"""A clause that concedes what is known beside what is expected."""
_SET_AGAINST = (
    r"^(?:但|不过|而|然而|可是|只是)[^，。；0-9较比]{2,12}(?:较|比|同比)"
    r"(?:去年|上年|前年|年初|上[月季周期]|同期)?[^，。；0-9将料预拟]*$"
)
_SUBJECT_OF = r"[^，。；：\n]{2,}$"
"""A clause set against a forecast that a subject of its own has: 单产预计减少4%，但面积扩大."""
_TO_COME = any_of("zh", "standing.to_come")
"""What says that a clause goes on with what is still to come."""
_ONLY_COMPARED = r"^(?:而|但)?(?:去年|上年|前年|往年|昨|上[月周季期]|前值|同期|原先|此前)"
"""A clause that only holds an earlier level beside one that is expected."""
_JUST_DONE = r"(?<!为)了(?:约|近|超|逾|整整)?$|(?<![业])已(?![知定列纳])"
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
_ONLY = (
    r"[^，。；0-9][仅只才](?![能可会要须需有将拟剩是为])[\u4e00-\u9fff]{1,4}(?:了|到)?"
    rf"(?:{_CHINESE_HEDGES})?$"
)
"""How little came of an aim, and why: 受疫情影响仅接诊9.8万人次."""
_EARLIER = rf"{_BEGINS}(?:{any_of('zh', 'standing.earlier')})"
_GROWN = "(?<![达升降增提减压缩扩])[\u4e00-\u9fff](?:成|得|掉|完|满|够|走|光)了?"
_RESULT = (
    rf"(?:{any_of('zh', 'standing.result', senses=[''])}|{_GROWN}|"
    rf"{_BEGINS}(?:{any_of('zh', 'standing.result', senses=['first'])})){_VALUE}"
)
_MEASURED = rf"(?:{any_of('zh', 'standing.result', senses=['measured'])}){_VALUE}"
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
    known = pattern(f"{_SINCE}|{_ELAPSED}|{_CONCEDED}").match(lead) or told
    known = known or pattern(_MEASURED).search(lead)
    if known or (aim and pattern(_RESULT).search(lead) and not _goes_on(text, cue, lead)):
        return True
    if aim and pattern(_ONLY).search(lead):
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


def continued(text: str, cue: tuple[int, int], clause: int, start: int, *, aim: bool) -> bool:
    """Whether a number goes on with what a clause behind the cue told as a fact: 目标5万人次，进场
    5.8万人次，成交3亿元."""
    if pattern(_EXISTING).search(text[clause:start]):
        return True
    between = text[cue[1] : start]
    if any(pattern(one).search(between) for one in (_CONTINUED, _FINISHED)):
        return True
    if pattern(_TO_COME).search(text[clause:start]):
        return False
    return any(_is_told(text, cue[0], at, aim=aim) for at in _clauses_between(text, cue[1], clause))


def _clauses_between(text: str, cue: int, clause: int) -> Iterator[int]:
    """Where the clauses begin behind that of a cue and before the one that begins at `clause`."""
    for one in pattern("，").finditer(text, cue, clause):
        if one.end() < clause:
            yield one.end()


def _is_told(text: str, cue: int, clause: int, *, aim: bool) -> bool:
    """Whether the first number of a clause is a result, other than an earlier level."""
    number = pattern(r"[^，。；0-9]*(?P<number>[0-9][0-9.,]*%?)").match(text, clause)
    if number is None or pattern(_ONLY_COMPARED).match(text[clause : clause + 4]):
        return False
    lead = text[clause : number.start("number")]
    if pattern(_JUST_DONE).search(lead):
        return True
    return chinese_result(text, cue, clause, number.span("number"), aim=aim)


def set_against(text: str, cue: int, clause: int, start: int) -> bool:
    """Whether a clause tells what is known of another thing than the one that a forecast at `cue`
    is made of: 早稻单产预计减少4%，不过播种面积较去年扩大2万亩."""
    if pattern(_SET_AGAINST).match(text[clause:start]) is None:
        return False
    subject = pattern(_SUBJECT_OF).search(text[max(0, cue - 20) : cue])
    agent = pattern(rf"(?:{any_of('zh', 'standing.agent')})$")
    return subject is not None and agent.search(subject.group()) is None


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
    if pattern(_OF_LAST).search(told) and pattern(_AT_ITS_END).match(lead):
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
