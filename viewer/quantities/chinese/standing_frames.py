"""Turns of a Chinese clause that tell a standing: 将斥资, 要新建, 明年安排支出, 回购不超过."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType

from viewer.model import Standing
from viewer.quantities.regex_cache import pattern
from viewer.quantities.standing_clauses import Clauses, Cue, said_by
from viewer.quantities.vocabulary import Found, Matcher, any_of, matcher, words_of

_SETS_ASIDE = ("安排", "编列", "列支", "预留", "划拨")
_SET_ASIDE = (
    r"(?:(?P<year>明年|来年|后年|下一?(?:年度?|财年|学年)|今年|本年度?|全年|年度|20[0-9]{2} ?年)"
    r"(?:[\u4e00-\u9fff]{0,8}?)|(?<=，)(?:并|拟|共)?)"
    rf"(?P<act>{'|'.join(_SETS_ASIDE)})(?!在|到|至|于|好|的)"
)
"""What a budget sets aside, after a year to come or at the head of a clause."""
_SO_FAR = (
    r"(?:截至|截止|目前|迄今|[0-9] ?月份?底?|[一二三]季度|上半年)(?!前)[^，。；：前]{0,8}?"
    r"(?:完成|到位|建成|开工|投产|交付)(?!后|时|率|度|计划|目标|任务)"
)
"""What was done in a part of the time of a plan: 1—6月完成30亿元."""
_NO_MUST = "需主重只想必概摘纪紧首不若则还"
"""The characters with which 要 makes another word."""
_CHARACTERS = r"[将要或会料]|可(?![容承停供用分以]|满足)"
_NAMED_SO = r"[名武大小上中少主老宿干战闯猛]$"
_NOT_WILL = (
    r"[机协社议大开委工商学联聚晚舞展拜董监理事党人政常不都才体领误约幽意培集教峰工年例全闭]$"
)
_STUFF = (
    r"[资材原塑饮史肥预布电涂燃养面照惊颜饲作意香衣笑废硅物配辅木石毛填油调敷进投用场焦煤坯棒线骨浆"
    r"不上所]$"
)
_NOT_CAN = r"[许认不只即方亦尚皆均都无最高仅大认两多]$"
_AGENT = rf"(?:{any_of('zh', 'standing.agent')})$"
"""Who expects it, before 料: 气象台料."""
_TIME_AHEAD = r"(?:[前内底末初起后]|[年月季日]|时|间)$"
"""A time right before 料: 客流夏季前料恢复."""
_TIME_BEHIND = r"[今明本全下来后][年月季]|[上下]半年|20[0-9]{2}|[0-9]{1,2}月|[一二三四]季"
_DEMANDED = (
    r"(?:[前内]|[底末])(?:必须|务必|务须|一律|全部)(?=[^，。；]{0,12}[0-9])|"
    r"(?:要求|(?<![必务])[须需应])[^，。；0-9]{0,10}?(?:明年|后年|20[0-9]{2} ?年|[今年]?年[底末]|"
    r"[雨汛春夏秋冬]季?|月底|季末|[0-9一二三四五六七八九十两]+[年个])[^，。；]{0,5}?[前内底]|"
    r"要求(?:，[^，。；0-9]{0,8}|[^，。；0-9]{0,18}?)"
    r"(?:不少于|不低于|不超过|不高于|达到|达|控制在|降到|降至|提高到|压到)(?=[0-9约])|"
    rf"(?:{any_of('zh', 'standing.document')})[^，。；0-9]{{1,14}}?"
    r"[定设写列][到在为成](?=[0-9约每])|"
    r"(?:法规|法律|条例|规定|标准|章程|监管部?门?|国标|合同|协议)[^，。；0-9]{0,6}要求(?:为|是|达到|达)?(?=[0-9])|"
    r"要求(?:加薪|加价|提薪|涨薪|赔偿|补偿|降价|减租|索赔)(?:约|至|到)?(?=[0-9])"
)
"""What somebody has to do by a time, or to a bound, and what a plan lays down."""
_ASKED = (
    r"(?:建议|提议|申请|倡议|呼吁|主张|敦促)[^，。；0-9]{0,10}?"
    r"(?:[上下]调|[调加减提降]价|提高|[调增]高|[调提]升|[增加减降延]至|增加|减少|[加减]薪|延长|调[整至]|拨款|征收|增拨|派发)"
    r"(?:幅度)?[至到为]?(?:约|近|最多)?(?=[0-9])"
)
"""What somebody asks for: 港铁建议票价上调3.09%."""
_CONDITION = (
    r"(?:(?<=[，。；：\n“])|^)[若倘](?![干非以按论计算扣剔撇从就把连单与和比使能再不要是]|只看|包括|加上|不[计算])"
    r"[^，。；]{2,20}，"
)
"""What would come about: 若谈判破裂，4,500名工人将罢工."""
_FIXED_AT = (
    r"把[^，。；0-9]{1,14}(?<![价费率息薪资租])(?:定|锁定|框定|设定)(?:在|为|到)(?=[0-9约])|"
    r"要求[^，。；]{0,20}?(?:最迟|不晚于|至迟)"
)
"""What somebody sets for himself or for others: 把门票收入定在4,000万元."""
_TOLD_TO = r"被(?:要求|责令|勒令|责成|督促|敦促)[^，。；0-9了]{0,14}(?=[约近]?[0-9])"
_HAS_TO_DO = (
    r"(?<![务无毋还尚仍])(?:必须|务须|须|应当)"
    r"(?:在[^，。；0-9]{1,8}[前内]|于[^，。；0-9]{1,8}[前内])?"
)
_MOVED = "减增降升"
_OF_SO_MUCH = r"[^，。；0-9的了]{0,6}(?=[约近]?[0-9])"
"""What somebody has to do, before a verb or a character that moves: 该市须减氮40%."""
_GIVEN_TASK = r"(?:分解|下达|分配|分到|领到|认领|年度|全年)任务(?:数|量|指标)?(?:为|是)?(?=[0-9])"
"""A task that somebody is given: 分解任务28万亩."""
_HAS_TO_REACH = (
    rf"(?<![{_NO_MUST}就快])要(?!求|么|是|不)[^，。；0-9的了已]{{0,6}}[到至成]"
    r"(?=[约近]?[0-9])|"
    r"(?:坚持|索要|讨要|要价|开价)(?:要|加薪|涨薪|赔偿|补偿)?"
    r"(?=[约近]?[0-9.]+(?![0-9.]*[年月天]))"
)
"""What is to be reached or got: 门店要开到40家, 工会坚持7%."""
_WISHED = (
    r"(?<![期企渴翘顾热])盼(?![头望着顾来星])[^，。；0-9的了]{1,12}?(?=[约近]?[0-9])|"
    r"(?<![相反理供适感响效顺照])应[把将于在][^，。；0-9的了]{1,12}?[到至成为在](?=[约近]?[0-9])"
)
"""What somebody wishes, or ought to reach: 盼在春季前招到120名, 应把排放压到40吨."""
_PUT_FORWARD = (
    r"(?:提案|草案|议案|建议稿|意见稿|修正案|方案)[^，。；0-9]{0,4}[把将][^，。；0-9的了]{1,14}?"
    r"(?=[约近]?[0-9])|"
    r"(?:批准|核准|同意|获准)(?:再|追加|另)[^，。；0-9的了]{1,8}?(?=[约近]?[0-9])"
)
"""What a paper puts forward or somebody allows: 提案把费率上限设为3%."""
_THOUGHT = r"(?:看来|看样子|估计|预计|可能|恐怕?|大概)[^，。；]{0,4}$"
_WANTED = (
    r"要求(?:加|涨|减|降|增|补|赔)[薪价租息款]?(?=[0-9])|"
    r"要求(?:时薪|月薪|年薪|日薪|工资|底薪|加班费|津贴|赔偿金|补偿金)(?=[0-9])|"
    r"(?<![还尚仍])需(?:再|另)?(?:筹|募|投|补|招|减|建)[\u4e00-\u9fff]{0,3}(?=[约近]?[0-9])"
)
"""What somebody asks for or has to find: 工会要求时薪15元, 需筹6000万元."""
_LAID_DOWN = (
    rf"(?:{any_of('zh', 'standing.document')})[》”]?中?(?:规定|约定|载明|列明|订明|商定)"
    r"[^，。；0-9了已]{0,14}?(?=[0-9])"
)
"""What a paper says is to be done: 停火协议规定首阶段释放33人."""
_CAN_BY_THEN = (
    r"(?:年内|年底前?|届时|月底前?|今年|明年|下半年|未来)[^，。；0-9已了]{0,4}可"
    r"(?![以能容承停供用分]|满足)[\u4e00-\u9fff]{2}(?=[^，。；0-9的]{0,4}[0-9])"
)
"""What can be done by a time to come: 年内可竣工20个."""
_DECIDED_FOR = (
    rf"(?:{any_of('zh', 'standing.decides')}|研究|讨论)"
    rf"[^，。；0-9已了]{{0,3}}?[把将对向][^，。；0-9了的]{{1,14}}?"
    r"(?=[约近]?[0-9])|"
    rf"(?:{any_of('zh', 'standing.decides')})(?![了的后过会书函])[^，。；0-9已了]{{0,6}}?"
    r"(?:以|用|按|斥资|出资|作价|出价)(?=[约近]?[0-9])"
)
"""What somebody has decided to do at a price: 同意以6100万元购买18辆."""
_DESIGNED = (
    r"(?:原设计|设计(?:之初|时)|(?<=[桥坝厂站库线园场馆道港院区楼炉机])设计)"
    r"(?:为|可)?[^，。；0-9的]{1,8}(?=[0-9])"
)
"""What something was designed for: 原设计灌溉5万公顷."""
_WISHES = (
    r"(?<![理猜联思料设梦幻感不没别敢构空畅所妄休遐回冥没念本])想(?![法象起办必到来不了过])"
    r"[^，。；0-9的了过把]{1,10}?(?=[约近超至]?[0-9])"
)
"""What somebody would like to do: 他赛季前想打进50球."""
_HAS_TO = (
    rf"(?<![{_NO_MUST}就])要(?:在|从|用|到)[^，。；]{{1,14}}?"
    r"(?:(?:内|底|前|末|间|时)[^，。；0-9]{1,12}|[^，。；0-9]{0,4}(?:做|增|提高|提升|扩大?|增加|减|降|压)[到至成])(?=[0-9约])"
)
"""What is to be done within a time, or from a level to another: 要在任期内再减200万."""
_MISSED = (
    r"(?:未能?|没有?能?|没能|未曾|并未|不及|低于|距离?|离)(?:如期|按期|全部|全面|真正)?(?:完成|达到|达成|达|及|实现|兑现|满足|守住)?"
    r"[^，。；0-9]{0,14}?(?:约定|规定|设定|设下|下达|承诺|要求|确定|核定|预定|既定|定下|提出|给出)的?(?=[0-9])"
)
_OWN = rf"(?P<own>{any_of('zh', 'standing.own')})的(?:首批|新增|约|近)?(?=[0-9])"
"""What is told of a number that somebody proposed or promised: 答应的2,000个岗位."""
_NOT_BUT = (
    r"(?:而非|而不是|并非|不是)(?:原先|原来|原本|原定|当初|最初|计划|预定)(?:中|说好)?的?(?=[0-9])"
)
"""What came otherwise: 下线212架，而非原先的240架."""
_BY_DOCUMENT = (
    r"(?:按照?|根据|依照?|依据|遵照|参照|(?<![依根证数论票单凭占])据)[^，。；0-9]{0,12}?"
    rf"(?:{any_of('zh', 'standing.document')})[》”]?[^，。；0-9]{{0,4}}，"
)
"""A paper by which something is to be done: 按照设计方案，新院区设床位1200张; 按照协议，买方须
支付70%."""
_SETS_RATE = (
    r"(?:决定|宣布|同意|议决|决议|投票)[^，。；0-9]{0,10}?[将把对维使保降加升下上调]"
    rf"[^，。；0-9自起于]{{0,12}}?(?:{any_of('zh', 'standing.set_rate')})"
    r"[^，。；0-9自起于]{0,10}(?=[0-9])"
)
_DECIDES = rf"(?:{any_of('zh', 'standing.decides')})(?![了的后过会书函])"
_UNDECIDED = frozenset("，。；已了0123456789")
_DECIDED_REACH = 12
_SO_MUCH = r"(?!了|的|后)[^，。；0-9的已了]{0,8}?(?=[0-9])"
"""What somebody has decided to do, before and behind its verb: 同意自五月起日均减产120万桶."""
_DONE_BEFORE = r"已|累计|截至|实际|完成|均|未|都"
_TERMS = (
    rf"(?:{any_of('zh', 'standing.deal')})"
    r"(?:股份|股票|债券)?(?:的)?(?:资金|股份|股票|债券)?(?:总额|总金额|金额|价格|价款|数量|规模|总量|比例|股数)?"
    r"(?:将|拟)?(?:为)?(?=不(?:低于|少于|超过|高于|多于)|上限|下限|介于)"
)
"""The terms of a deal, which bind what is still to come: 回购总额不低于2亿元."""
_OR_COMPARED = r"或(?:者)?(?:会|将)?(?:高于|低于|多于|少于|大于|小于|超过|不足|不到|高出|达不到)"
_COMPARED = r"高于|低于|多于|少于|大于|小于|超过|不足|不到|达到|达不到"
_COMPARED_REACH = 24
"""Two bounds of one number that 或 joins are no forecast: 从未高于28米或低于20米."""
_NO_VERB_OF = ("理", "斗", "酒", "仓", "场", "堆", "口", "位", "件", "中", "想")
"""What makes another word of 料 at the head of a clause."""
_AT_PACE = r"将以[^，。；]{1,16}(?:速度|增速|速率|幅度)"
_PLACES = r"[0-9]{1,4}[个家所座处省市县区镇乡村城校条街]"
"""How many places something is to be done in, no year or level: 将在6个镇展开."""
_WILL_DO = (
    r"将(?![军领士帅相校官近要来])(?![^，。；]{0,30}[到至成为给入出回])(?![^，。；]{0,20}[提降升减增扩压缩][^，。；]{0,6}[0-9])"
    r"(?:(?!的)[\u4e00-\u9fff]){1,8}?[约近超]?[0-9]"
)
"""A verb that no list has behind 将, where 将 is no 把 with a verb of its own behind."""
_OR = r"[增减升降涨跌加少长落高低多缩和与、]$"
_NOT_MUST = f"[{_NO_MUST}]$"
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


def _begun(heads: str, *sources: str) -> str:
    """Any of some expressions, each tried only where one of the characters stands that begin it."""
    return f"(?=[{heads}])(?:{'|'.join(sources)})"


def _heads(category: str) -> str:
    return "".join(sorted({word[0] for word in words_of("zh", category)}))


_DOCUMENTS = _heads("standing.document")
_TARGETS = _begun(
    f"{_DOCUMENTS}前内底末要须需应法条规标章监国合协把被分下领认年全坚索讨开盼",
    _DEMANDED,
    _HAS_TO,
    _FIXED_AT,
    _TOLD_TO,
    _GIVEN_TASK,
    _HAS_TO_REACH,
    _WISHED,
)
_PLANS = _begun(
    f"{_DOCUMENTS}{_heads('standing.decides')}按根依遵参据提申倡呼主敦研讨想设草议建意修方批核同获",
    _ASKED,
    _BY_DOCUMENT,
    _DECIDED_FOR,
    _WISHES,
    _LAID_DOWN,
    _PUT_FORWARD,
)


def chinese_frames(text: str, clauses: Clauses) -> Iterator[Cue]:
    """The cues of the turns of a text whose words give the cues of `clauses`."""
    yield from _of_characters(text, clauses)
    yield from _done_so_far(text, clauses)
    yield from _budgeted(text, clauses)
    yield from _demanded(text)
    yield from _missed(text)
    yield from _on_terms(text)
    yield from _settled(text)


def _of_characters(text: str, clauses: Clauses) -> Iterator[Cue]:
    """将, 要, 或, 会 and 料 with the verb that follows: 将斥资, 要新建, 或升至, 会回升到."""
    taken = {at for one in clauses.cues for at in range(one.start, one.end)}
    acts, moves = (matcher("zh", f"standing.{verbs}") for verbs in ("act", "move"))
    for one in pattern(_CHARACTERS).finditer(text):
        at = one.start()
        if at in taken or pattern(_NO_FRAME[text[at]]).search(text[max(0, at - 1) : at]):
            continue
        places = {at + 1, _past_adverbs(text, at + 1)}
        act, move = (_longest(verbs, text, places) for verbs in (acts, moves))
        said = _framed(text, at, act, move)
        if act is None and move is None and _is_ahead(clauses.before(at, at)):
            continue
        if said is Standing.TARGET and _planned_before(at, clauses):
            continue
        if text[at] == "将" and aims_before(at, clauses):
            continue
        if said is not None:
            yield Cue(at, at + 1, said)


def _budgeted(text: str, clauses: Clauses) -> Iterator[Cue]:
    """What a budget sets aside beside what it expects or for a year to come: 明年安排支出3亿元."""
    if not any(verb in text for verb in _SETS_ASIDE):
        return
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


def _demanded(text: str) -> Iterator[Cue]:
    """What somebody is told to do by a time: 方案要求明年底前清淤900公里."""
    for start, end in chain(_spans(_TARGETS, text), _obliged(text)):
        thought = pattern(_THOUGHT).search(text[max(0, start - 8) : start])
        yield Cue(start, end, Standing.FORECAST if thought else Standing.TARGET)
    for start, end in chain(_spans(_PLANS, text), _decided(text)):
        yield Cue(start, end, Standing.PLAN)
    for one in pattern(_CAN_BY_THEN).finditer(text):
        yield Cue(one.start(), one.end(), Standing.FORECAST)
    for one in pattern(_CONDITION).finditer(text) if "若" in text or "倘" in text else ():
        yield Cue(one.start(), one.start() + 1, Standing.FORECAST)


def _spans(source: str, text: str) -> Iterator[tuple[int, int]]:
    return (one.span() for one in pattern(source).finditer(text))


def _obliged(text: str) -> Iterator[tuple[int, int]]:
    """What somebody has to do: 该市须减氮40%. The verbs are looked up: there are thousands."""
    for one in pattern(_HAS_TO_DO).finditer(text):
        act = _act_at(text, one.end())
        moved = text[one.end() : one.end() + 1] in set(_MOVED)
        end = act.end if act is not None else one.end() + moved
        told = pattern(_OF_SO_MUCH).match(text, end) if end > one.end() else None
        if told is not None:
            yield one.start(), told.end()


def _decided(text: str) -> Iterator[tuple[int, int]]:
    """What somebody has decided to do: 产油国同意自五月起日均减产120万桶."""
    for one in pattern(_DECIDES).finditer(text):
        for at in range(one.end(), min(len(text), one.end() + _DECIDED_REACH + 1)):
            act = _act_at(text, at)
            told = pattern(_SO_MUCH).match(text, act.end) if act is not None else None
            if told is not None:
                yield one.start(), told.end()
            if told is not None or text[at] in _UNDECIDED:
                break


def _missed(text: str) -> Iterator[Cue]:
    """What somebody had to reach and did not: 未能完成协议约定的3亿元净利润."""
    for one in pattern(_MISSED).finditer(text):
        yield Cue(one.end() - 1, one.end(), Standing.TARGET, "value")
    for one in pattern(f"{_NOT_BUT}|{_DESIGNED}").finditer(text):
        yield Cue(one.end() - 1, one.end(), Standing.PLAN, "value")
    for one in pattern(_WANTED).finditer(text):
        yield Cue(one.end() - 1, one.end(), Standing.TARGET, "value")
    for one in pattern(_OWN).finditer(text):
        said = said_by("zh", "standing.own")[one.group("own")]
        yield Cue(one.end() - 1, one.end(), said, "value")


def _on_terms(text: str) -> Iterator[Cue]:
    """What the terms of a deal allow: 回购总额不低于2亿元且不超过4亿元."""
    for one in pattern(_TERMS).finditer(text):
        if pattern(_DONE_BEFORE).search(text[max(0, one.start() - 12) : one.start()]) is None:
            yield Cue(one.start(), one.end(), Standing.PLAN, "clause")


def _settled(text: str) -> Iterator[Cue]:
    """What a decision changes at once: 决定将政策利率下调25个基点."""
    for one in pattern(_SETS_RATE).finditer(text):
        yield Cue(one.end() - 1, one.end(), Standing.FACT, "sentence")


def _done_so_far(text: str, clauses: Clauses) -> Iterator[Cue]:
    """What was done until now of a plan of the clause before."""
    for one in pattern(_SO_FAR).finditer(text):
        said = clauses.before(one.start(), one.end())
        if all(cue.said is Standing.FACT for cue in said):
            yield Cue(one.end() - 1, one.end(), Standing.FACT, "clause")


def _past_adverbs(text: str, at: int) -> int:
    """Where up to three adverbs end that begin at a place."""
    for _ in range(3):
        one = matcher("zh", "standing.adverb").at(text, at)
        at = at if one is None else one.end
    return at


def _longest(verbs: Matcher, text: str, places: set[int]) -> Found | None:
    """The verb that reaches furthest of those that begin at one of the places."""
    found = [one for at in places if (one := verbs.at(text, at)) is not None]
    return max(found, key=lambda one: one.end, default=None)


def _planned_before(at: int, clauses: Clauses) -> bool:
    """Whether the clause says before `at` that somebody plans or expects it: 接下来要关停."""
    said = (Standing.PLAN, Standing.FORECAST)
    return any(one.said in said for one in clauses.before(at, at))


def aims_before(at: int, clauses: Clauses) -> bool:
    """Whether the clause says before `at` what somebody aims at: 目标是年底前将的士增至3,000辆."""
    said = clauses.before(at, at)
    return bool(said) and said[-1].said is Standing.TARGET and said[-1].reach == "sentence"


def _joins_bounds(text: str, at: int) -> bool:
    """Whether 或 joins two bounds of one number, which is no forecast: 从未高于28米或低于20米."""
    if text[at] != "或" or not pattern(_OR_COMPARED).match(text, at):
        return False
    lead = text[max(0, at - _COMPARED_REACH) : at]
    return pattern(_COMPARED).search(lead[lead.rfind("，") + 1 :]) is not None


def _opens_clause(text: str, at: int) -> bool:
    """Whether a verb of one character opens a clause: 料毛利率收窄; not 料理."""
    opens = at > 0 and text[at - 1] in "，；。：\n"
    return opens and not text.startswith(_NO_VERB_OF, at + 1)


def _framed(text: str, at: int, act: Found | None, move: Found | None) -> Standing | None:
    acted, moved = (0 if one is None else one.end - at - 1 for one in (act, move))
    character = text[at]
    if character == "料" and (
        _opens_clause(text, at)
        or pattern(_TIME_BEHIND).match(text, at + 1)
        or pattern(_AGENT).search(text[max(0, at - 1) : at])
        or (moved and pattern(_TIME_AHEAD).search(text[max(0, at - 1) : at]))
    ):
        return Standing.FORECAST
    if character in "或会料可":
        return Standing.FORECAST if moved and not _joins_bounds(text, at) else None
    if character == "要":
        to_do = max(acted, moved) > 1 or (move and move.entry.word == "达")
        built = acted and pattern(r"[建修盖种扩招](?=[0-9])").match(text, act.end - 1 if act else 0)
        return Standing.TARGET if to_do or built else None
    if act is not None and act.entry.word == "在" and text[act.end : act.end + 1].isdecimal():
        return Standing.PLAN if pattern(_PLACES).match(text, act.end) else Standing.FORECAST
    if moved > acted or (acted and pattern(_AT_PACE).match(text, at)):
        return Standing.FORECAST
    return Standing.PLAN if acted or pattern(_WILL_DO).match(text, at) else None


def names_act(text: str) -> bool:
    """Whether a text has a verb of what somebody does on purpose: 新增, 投资."""
    return any(len(one.entry.word) > 1 for one in matcher("zh", "standing.act").found(text))


def is_act(text: str, at: int) -> bool:
    """Whether such a verb begins at a place of a text."""
    return _act_at(text, at) is not None


def _act_at(text: str, at: int) -> Found | None:
    one = matcher("zh", "standing.act").at(text, at)
    return one if one is not None and len(one.entry.word) > 1 else None
