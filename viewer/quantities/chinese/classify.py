"""What a Chinese number measures: its unit decides, and for parts and changes the clause before it.

`KINDS` is the table of the rules, `decide(KINDS, case_of(...))` asks it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from viewer.model import Kind, Quantity
from viewer.quantities.chinese.direction import MORE_DONE, RATE_LEVEL
from viewer.quantities.numbers.numerals import is_whole
from viewer.quantities.numbers.reading import Reading
from viewer.quantities.regex_cache import pattern
from viewer.quantities.rules import Rule, Rules, always
from viewer.quantities.units import Sort, sort_of
from viewer.quantities.vocabulary import Endings, any_of, endings, entries, matcher, words_of


def _any_of(category: str) -> str:
    return any_of("zh", category)


_GROWTH = _any_of("change.rate") + "|" + _any_of("kind.growth")
_VERBS = _any_of("change.verb") + "|[年月季周][增减]"
_GROUPS = {
    "change.rate": "n",
    "kind.growth": "n",
    "kind.share": "s",
    "change.verb": "v",
    "kind.change": "v",
    "kind.compared": "v",
}
"""What the words of a clause are: of growth, of a share, of change."""
_EACH = tuple(f"每{unit}" for unit in ("公斤", "千克", *"吨斤桶股升亩克"))
# What ends in `$` is looked for before the hedges of a clause, too: see `_is_led`.
_LEVEL = r"(?:至|到|为|达|在|成|于)(?:了)?(?:[0-9]{4} ?年(?:同期|末)?的?)?$"
_SIZE = r"[涨跌降升增减][幅速](?:达|到|为|约|在)?$"
_MEASURED = rf"(?:{_any_of('change.measured')})$"
_MOVE = r"(?<![贷出转])[涨跌降升增减](?:了|幅度|额|量)?$"
_DONE = ("", "了", "幅度", "额", "量")
"""What may stand between a verb of change and the words before its size."""
_DONE_MORE = rf"(?<![至最许诸众很更大繁]){MORE_DONE}$"
_PROBED = words_of("zh", "change.probe")
"""Verbs whose number is the level that is tried: 上探8500美元."""
_EXTREME = r"最[高低多少]([\u4e00-\u9fff]{0,3}) ?$"
_ANY_MOVE = rf"{_GROWTH}|{_VERBS}|[涨跌降升增减][^低高]|[涨跌降升增减]$"
_NOT_OVER = r"(?:不|未|没|勿|严禁|禁止)[^，。；]{0,6}(?:高出|超出|多出)[^，。；]{0,6}$"
_OVER = r"^[^比较]*(?:高出|超出)$"
_WHOSE = r"(?:的|者)"
_THAN = any_of("zh", "change.verb", only=".*于")
_SIZES = _any_of("change.size")
_APART = (
    rf"[同环]比(?:[多少高低增减]|[多少][\u4e00-\u9fff]{{1,2}})(?:了|出)?$|"
    rf"(?:比|较|与).{{1,20}}(?:[高低多少快慢贵]|便宜|增|减|{_SIZES}|[多少][\u4e00-\u9fff]{{1,2}})(?:了|出)?$"
    r"|每(?:公斤|千克|公里|[吨斤桶股升亩克度辆台件箱头米])(?:[多少高低贵]|便宜)(?:了|出)?$"
    rf"|(?:{_THAN}|高出|低出|多出|超出|领先|落后).{{1,14}}$"
    r"|(?:又|再|(?:今|本|当)[年季月周期届])[多少]$"
)
_THAN_WHAT = r"(?<![占同环对])(?:比(?![例重率值分赛])|较(?![大小高低多少]))[^，。；]{1,16}"
_PART_APART = rf"{_THAN_WHAT}(?:{_SIZES})(?:了|出)?$"
"""A part by which things differ in size: 湖面比二十年前小了一半."""
_MORE_ENDS = r"[\u4e00-\u9fff](?<![至最许诸众很更大繁])(?:[多少高低快慢](?:了|出)?|便宜|贵)$"
_COMPARED_LED = r"[比较](?![例重较率值分])[^，。；]*$"
_AS_PART = (
    r"(?:不及|不到|相当于|等于|仅为|只有|恢复到|回到|达到|约为|仅是|只是|不足|占)[^，。；]{1,14}的$"
)
"""What a part is one of, behind the verb that equals it: 仍不及2019年的八成."""
_BESIDE = rf"(?:高于|低于|优于|快于|慢于)[^，。；]{{0,8}}{_any_of('kind.other')}的?$"
_BETTER_THAN = r"^(?:高于|低于|优于|快于|慢于)[^，。；]{1,10}的$"
_OF_ANOTHER = (
    rf"(?:{_THAN})(?:[^，。；0-9]{{1,12}}(?<!部分)的$|"
    r"(?:人民币|[每一][^，。；0-9]{1,3})$)"
)
"""What another has to itself, or a bound per thing: 少于原先估计的670亿元, 低于每盒120元."""
_OF_THAT = r"^(?!.*[由从]).*[^0-9年月期幅]的$"
_RECOVERED = r"(?:恢复|回升|回落|修复|反弹)[至到](?:了)?$"
"""What leads to how much of an earlier level there is again: 恢复至108%."""
_DAYS_MOVED = r"(?:天数|日数|次数)[^，。；0-9]{0,8}(?:减少|增加|下降|上升|多|少|增|减)(?:了|出)?$"
"""What leads to days that are counted, not how long something took: 封航天数减少9天."""
_OF_REACH = 5
"""Behind a number 的 stands within so many characters: 3% 左右 的."""
_AHEAD = r"\s?(?:左右|以上|以内)?\s?的(?:同比|环比|按[年季月]|年均|正|负|高|较快|年)?" + _any_of(
    "kind.behind"
)
_SUM = rf"{_any_of('kind.sum')}[^，人户]{{0,4}}$"
_JOINTS = frozenset("、和及与或")
_REACH, _REACH_AHEAD, _NEAR = 40, 12, 6
_ONLY_VERB = r"(?:但|而|且)?(?:仍旧?|还|也|依然|依旧|只|仅|约)?(?:为|达到?|报|有|高达)?"
_BREAKS = frozenset("，。；;！？!?\n\t（()）")
_PARTS_SIGNS = ("%", "‰")


class Case(NamedTuple):
    """A number and what decides its kind: its unit, the clause before and a few characters behind.

    `lead` is the clause before it, not back over the number before; `before` the kind that it may
    take from that number (5%、8%). `listed` says that the two are joined as members of a list,
    `rate` that it is the rate which the points before it moved,
    `ratio` that both are bare and the first is a share, `milestone` that it is a mark (大关),
    `compared` that the number before it in its sentence tells a difference from something.
    """

    unit: str
    sort: Sort | None
    lead: str
    ahead: str = ""
    before: Kind | None = None
    whole: bool = True
    bare: bool = False
    negative: bool = False
    plus: bool = False
    listed: bool = False
    ratio: bool = False
    rate: bool = False
    milestone: bool = False
    compared: bool = False


def case_of(
    folded: str, reading: Reading, neighbour: Quantity | None, *, milestone: bool = False
) -> Case:
    """What the rules look at of a number in prose; `neighbour` is the figure before it."""
    floor = 0 if neighbour is None else neighbour.span.end
    lead, near = lead_of(folded, reading.start, floor)
    if not lead and folded[reading.start - 1 : reading.start] == "（":
        lead, _ = lead_of(folded, reading.start - 1, floor)
        lead = lead if "分别" in lead or "依次" in lead else ""
    unit = "%" if reading.part else reading.unit
    value = reading.value
    whole, bare = is_whole(value), not (unit or reading.exponent)
    if bare:
        shared = near and neighbour is not None and not neighbour.unit
        ratio = shared and neighbour is not None and neighbour.kind is Kind.SHARE
        return Case("", None, lead, whole=whole, bare=True, ratio=ratio, milestone=milestone)
    before, listed = _from_neighbour(folded, reading, neighbour, (lead, near))
    return Case(
        unit,
        sort_of(unit),
        lead,
        folded[reading.end : reading.end + _REACH_AHEAD],
        before,
        whole,
        negative=value is not None and value < 0 and reading.unit in _PARTS_SIGNS,
        plus=reading.unit == "%" and folded[reading.start - 1 : reading.start] == "+",
        listed=listed,
        rate=neighbour is not None and _is_rate_reached(folded, reading, neighbour),
        milestone=milestone,
        compared=neighbour is not None and _goes_on_comparing(folded, reading, neighbour),
    )


def _goes_on_comparing(folded: str, reading: Reading, moved: Quantity) -> bool:
    """出生人口比上年少5.2万，死亡人口多1.1万: the second number is a difference too."""
    between = folded[moved.span.end : reading.start]
    if moved.kind is not Kind.CHANGE or not between.startswith(("，", "、", "；", "而", "，但")):
        return False
    if pattern(_MORE_ENDS).search(between) is None or "。" in between:
        return False
    return (
        pattern(_COMPARED_LED).search(folded[max(0, moved.span.start - _REACH) : moved.span.start])
        is not None
    )


def _is_rate_reached(folded: str, reading: Reading, moved: Quantity) -> bool:
    """Whether a share is the rate that the points before it moved: 跌幅扩大2个百分点至9%."""
    if "点" not in moved.unit or moved.kind is not Kind.CHANGE or reading.unit != "%":
        return False
    if pattern(RATE_LEVEL).fullmatch(folded, moved.span.end, reading.start) is None:
        return False
    lead, _ = lead_of(folded, moved.span.start, 0)
    return pattern(_GROWTH).search(lead) is not None


def _from_neighbour(
    folded: str, reading: Reading, neighbour: Quantity | None, led: tuple[str, bool]
) -> tuple[Kind | None, bool]:
    """The kind that a number may take from the one before it, and whether a list joins them."""
    if neighbour is None or "\n\n" in folded[neighbour.span.end : reading.start]:
        return None, False  # what was said of a figure ends with its paragraph
    joined = led[0].strip() in _JOINTS
    same = neighbour.unit == reading.unit
    return neighbour.kind if same or (led[1] and joined) else None, same and joined


def lead_of(text: str, start: int, floor: int) -> tuple[str, bool]:
    """The clause before `start`, not back over `floor`, and whether it reaches to `floor`."""
    lead = text[max(floor, start - _REACH) : start]
    cut = _after_break(lead)
    if lead[cut - 1 : cut] == "）" and lead[cut:].strip(" 为是达约") == "":
        opened = lead.rfind("（", 0, cut)
        lead = lead[: cut - 1 if opened < 0 else opened] + lead[cut:]
        cut = _after_break(lead)
    alone = lead[cut:].strip()
    if alone and lead[cut - 1 : cut] == "，" and pattern(_ONLY_VERB).fullmatch(alone):
        cut = _after_break(lead[: cut - 1])
    return lead[cut:], not cut and start - floor <= _REACH


def _after_break(lead: str) -> int:
    at = len(lead)
    while at and lead[at - 1] not in _BREAKS:
        at -= 1
    return at


@lru_cache(maxsize=8)
def _words(lead: str) -> Sequence[str]:
    """What the words of a clause are in turn: `n` of growth, `s` of a share, `v` of change."""
    found = matcher("zh", *_GROUPS).found(lead)
    return [_GROUPS[one.entry.category] for one in found]


@cache
def _hedges(*, sizes: bool) -> frozenset[str]:
    """Words between a verb and its number that leave what it says; `sizes` those of a size too."""
    left_out = {"so-much"} if sizes else {"so-much", "size"}
    words = (one.word for one in entries("zh", "hedge") if one.sense not in left_out)
    return frozenset((*words, *_EACH, " "))


@lru_cache(maxsize=16)
def _ends(lead: str, *, sizes: bool = False) -> Sequence[int]:
    """Where a clause may end for what says what its number is: only hedges come behind."""
    hedges = _hedges(sizes=sizes)
    longest = max(map(len, hedges))
    ends = [len(lead)]
    for at in range(len(lead) - 1, -1, -1):
        if ends[-1] - at > longest:
            break
        if any(lead[at:end] in hedges for end in ends):
            ends.append(at)
    return ends


def _is_led(lead: str, source: str) -> bool:
    """Whether an expression matches right before the number, or before the hedges before it."""
    return any(pattern(source).search(lead, 0, end) is not None for end in _ends(lead))


def _is_done(lead: str, end: int, verbs: Endings) -> bool:
    """Whether one of some verbs ends at a place, or before what may follow a verb of change."""
    return any(verbs.at(lead, end - len(word)) for word in _DONE if lead.endswith(word, 0, end))


def _names_share(case: Case) -> bool:
    """Whether a rate or a part is what the clause names last: 自然增长率为, 利润率."""
    return _words(case.lead)[-1:] == ["s"]


def _change_behind(case: Case) -> bool:
    return "的" in case.ahead[:_OF_REACH] and pattern(_AHEAD).match(case.ahead) is not None


def _is_so_large(case: Case) -> bool:
    """Whether the number is the size of the verb right before it: 增长达5%, 下降不少于5%."""
    verbs = endings("change.verb", but=".*于")
    return any(_is_done(case.lead, end, verbs) for end in _ends(case.lead, sizes=True))


def _is_level(case: Case) -> bool:
    return _is_led(case.lead, _LEVEL) and not _is_so_large(case)


def _is_extreme(case: Case) -> bool:
    """Whether a share is the highest or lowest there is, and no move: 湿度最低30%, 最高可贷80%."""
    found = pattern(_EXTREME).search(case.lead)
    if found is None:
        return False
    rest = case.lead[: found.start()] + found.group(1)
    return pattern(_ANY_MOVE).search(rest) is None


def _is_moved(case: Case) -> bool:
    return any(_is_move(case.lead, end) for end in _ends(case.lead)) or _is_so_large(case)


def _is_move(lead: str, end: int) -> bool:
    verbs = (endings("change.verb"), endings("change.close", only="..+|失"))
    if any(_is_done(lead, end, one) for one in verbs):
        return True
    return pattern(_MOVE).search(lead, 0, end) is not None


def _is_added(case: Case) -> bool:
    """Whether what was added is counted, and compared with nothing."""
    if "新增" not in case.lead[-5:] or any(map(case.lead.__contains__, ("比", "较", "余额"))):
        return False
    return _is_moved(case)


def _is_measured(case: Case) -> bool:
    """Whether the verb, which of a thing says what is done, changes a measure: 落了23厘米."""
    if case.sort not in (Sort.MONEY, Sort.MEASURE):
        return False
    named = any(verb in case.lead for verb in words_of("zh", "change.measured"))
    return named and _is_led(case.lead, _MEASURED)


def _not_above(case: Case) -> bool:
    """A bound: 不许高出60分贝, 超出20公斤的行李须托运."""
    if "出" not in case.lead:
        return False
    whose = pattern(_WHOSE).match(case.ahead) is not None and _is_led(case.lead, _OVER)
    return whose or pattern(_NOT_OVER).search(case.lead) is not None


def _of_another(case: Case) -> bool:
    lead = case.lead
    if not _words(lead) or _is_led(lead, _BESIDE):
        return True
    return _is_led(lead, _BETTER_THAN)


def _is_index(case: Case) -> bool:
    if case.unit != "点":
        return False
    return not case.whole or any(word in case.lead for word in words_of("zh", "kind.index"))


def _is_ratio(case: Case, sense: str) -> bool:
    return any(word in case.lead[-_NEAR:] for word in words_of("zh", "kind.ratio", sense))


_NUMBERS: Rules[Case] = (
    Rule("zh.number.index", lambda c: _is_ratio(c, "amount"), Kind.AMOUNT, ("该港指数为[104]。",)),
    Rule("zh.number.ratio", lambda c: _is_ratio(c, "share"), Kind.SHARE, ("基尼系数为[0.41]。",)),
    Rule("zh.number.count", lambda c: c.whole, Kind.COUNT, ("库房共有[320]。",)),
    Rule("zh.number.amount", always, Kind.AMOUNT, ("该样品读数为[3.7]。",)),
)
"""A number without a unit."""

_LEVELS: Rules[Case] = (
    Rule("zh.level.number", lambda c: c.bare, _NUMBERS, ("基尼系数为[0.41]。",)),
    Rule(
        "zh.level.measure",
        lambda c: c.sort in (Sort.MONEY, Sort.MEASURE, Sort.AGE),
        Kind.AMOUNT,
        ("码头装卸煤炭[42万吨]。", "该镇修路花了[60万元]。"),
    ),
    Rule(
        "zh.level.sum",
        lambda c: not c.unit and _is_led(c.lead, _SUM),
        Kind.AMOUNT,
        ("全县财政收入[50亿]。",),
    ),
    Rule("zh.level.index", _is_index, Kind.AMOUNT, ("综合指数收于[3088点]。", "读数[62.5点]。")),
    Rule(
        "zh.level.price",
        lambda c: c.unit == "块" and c.ahead[:1] in ("，", "。", "；", "、", "”"),
        Kind.AMOUNT,
        ("这碗面卖[8块]。",),
    ),
    Rule("zh.level.count", always, Kind.COUNT, ("渔港停了[28艘]船。", "招来[12个]班。")),
)
"""What a number is that is no change: money and measures, or things."""

_REACHED: Rules[Case] = (
    Rule("zh.reached.change", _change_behind, Kind.CHANGE, ("渔获创下达到[3万吨]的增幅。",)),
    *_LEVELS,
)
_CHANGES: Rules[Case] = (
    Rule(
        "zh.change.size",
        lambda c: _is_led(c.lead, _SIZE),
        Kind.CHANGE,
        ("柴油价格涨幅为[300元]。",),
    ),
    Rule("zh.change.tried", lambda c: c.lead.endswith(_PROBED), _LEVELS, ("铜价上探[8500美元]。",)),
    Rule("zh.change.forbidden", _not_above, _LEVELS, ("夜间噪声不许高出[60分贝]。",)),
    Rule("zh.change.reached", _is_level, _REACHED, ("甲港库存多于乙港达到[42万吨]。",)),
    Rule(
        "zh.change.done-more",
        lambda c: _is_led(c.lead, _DONE_MORE),
        Kind.CHANGE,
        ("这家厂少签[12份]合同。",),
    ),
    Rule("zh.change.added", _is_added, _LEVELS, ("全市新增[30个]充电站。",)),
    Rule("zh.change.moved", _is_moved, Kind.CHANGE, ("渔获增加[3万吨]。",)),
    Rule(
        "zh.change.of-another",
        lambda c: _is_led(c.lead, _OF_ANOTHER),
        _LEVELS,
        ("赤字少于原先估计的[42万吨]。",),
    ),
    Rule(
        "zh.change.apart",
        lambda c: _is_led(c.lead, _APART),
        Kind.CHANGE,
        ("甲坝比乙坝高[12米]。",),
    ),
    Rule(
        "zh.change.compared-on",
        lambda c: c.compared,
        Kind.CHANGE,
        ("甲港比乙港少5艘，渔民多[1.1万]。",),
    ),
    Rule("zh.change.measured", _is_measured, Kind.CHANGE, ("渠水落了[23厘米]。",)),
    Rule("zh.change.behind", _change_behind, Kind.CHANGE, ("渔场有[3万吨]的增幅。",)),
    *_LEVELS,
)
"""A number of money, of a measure or of things."""

_LEVEL_PARTS: Rules[Case] = (
    Rule(
        "zh.part.level-of-share",
        lambda c: "s" in _words(c.lead),
        Kind.SHARE,
        ("客流增长3%，入住率下降到[42%]。",),
    ),
    Rule(
        "zh.part.level-in-list",
        lambda c: c.before is Kind.CHANGE,
        Kind.CHANGE,
        ("渔获增速由3%提升至[9%]。",),
    ),
    Rule("zh.part.level-alone", always, Kind.SHARE, ("入住下降到[42%]。",)),
)
_PARTS: Rules[Case] = (
    Rule("zh.part.behind", _change_behind, Kind.CHANGE, ("渔获有[5%]的增幅。",)),
    Rule(
        "zh.part.as-part",
        lambda c: c.lead.endswith("的") and _is_led(c.lead, _AS_PART),
        Kind.SHARE,
        ("渔获增长3%，仍不及丰年的[八成]。",),
    ),
    Rule(
        "zh.part.recovered",
        lambda c: _is_led(c.lead, _RECOVERED) and "n" not in _words(c.lead),
        Kind.SHARE,
        ("渔获增长8%，恢复至[108%]。",),
    ),
    Rule(
        "zh.part.of-neighbour",
        lambda c: c.before is Kind.CHANGE and _of_another(c),
        Kind.CHANGE,
        ("甲乙两港吞吐量增长3%、[5%]。",),
    ),
    Rule(
        "zh.part.apart",
        lambda c: _is_led(c.lead, _PART_APART),
        Kind.CHANGE,
        ("湖面比旧时小了[一半]。",),
    ),
    Rule("zh.part.alone", _of_another, Kind.SHARE, ("渔民有[42%]。", "高于全省平均水平[12%]。")),
    Rule("zh.part.extreme", _is_extreme, Kind.SHARE, ("渔船空置率最低[5%]。", "首付最低[5%]。")),
    Rule("zh.part.share-last", _names_share, Kind.SHARE, ("增长贡献率[42%]。",)),
    Rule("zh.part.growth", lambda c: "n" in _words(c.lead), Kind.CHANGE, ("渔获增速为[5%]。",)),
    Rule(
        "zh.part.of-that",
        lambda c: _is_led(c.lead, _OF_THAT),
        Kind.SHARE,
        ("客流放缓到夏季的[5%]。",),
    ),
    Rule("zh.part.level", _is_level, _LEVEL_PARTS, ("入住下降到[42%]。",)),
    Rule("zh.part.moved", always, Kind.CHANGE, ("渔获下降[5%]。",)),
)
"""A percentage, tenths or times."""

_MARKS: Rules[Case] = (
    Rule("zh.mark.span", lambda c: c.sort is Sort.SPAN, Kind.DURATION, ("客流迈过[100天]大关。",)),
    Rule(
        "zh.mark.points",
        lambda c: c.sort is Sort.POINTS,
        Kind.CHANGE,
        ("利差突破[3个百分点]关口。",),
    ),
    Rule(
        "zh.mark.part",
        lambda c: c.sort in (Sort.PART, Sort.TIMES),
        Kind.SHARE,
        ("入住突破[50%]大关。",),
    ),
    Rule(
        "zh.mark.measure",
        lambda c: c.sort in (Sort.MONEY, Sort.MEASURE, Sort.AGE),
        Kind.AMOUNT,
        ("渔获站稳[3万吨]台阶。",),
    ),
    Rule("zh.mark.count", always, Kind.COUNT, ("快件跨过[3亿件]大关。",)),
)
"""A milestone: its unit alone decides."""

KINDS: Rules[Case] = (
    Rule("zh.milestone", lambda c: c.milestone, _MARKS, ("渔获跃升[3万吨]台阶。",)),
    Rule("zh.ratio-in-list", lambda c: c.ratio, Kind.SHARE, ("两港系数为0.31、[0.52]。",)),
    Rule(
        "zh.negative-share",
        lambda c: (
            c.negative
            and _names_share(c)
            and c.before is not Kind.CHANGE
            and not c.lead.endswith("指数")
        ),
        Kind.SHARE,
        ("自然增长率为[-2.1‰]。",),
    ),
    Rule("zh.negative", lambda c: c.negative, Kind.CHANGE, ("渔获[-2.1%]。",)),
    Rule("zh.plus", lambda c: c.plus, Kind.CHANGE, ("渔获+[31%]。",)),
    Rule("zh.rate-reached", lambda c: c.rate, Kind.CHANGE, ("渔获跌幅扩大2个百分点至[9%]。",)),
    Rule(
        "zh.list",
        lambda c: c.listed and c.before is Kind.CHANGE and c.sort not in (Sort.PART, Sort.TIMES),
        Kind.CHANGE,
        ("甲乙两港分别增加3艘、[5艘]。",),
    ),
    Rule(
        "zh.days",
        lambda c: c.sort is Sort.SPAN and _is_led(c.lead, _DAYS_MOVED),
        Kind.CHANGE,
        ("封航天数减少[9天]。",),
    ),
    Rule("zh.span", lambda c: c.sort is Sort.SPAN, Kind.DURATION, ("大修用了[3个月]。",)),
    Rule("zh.points", lambda c: c.sort is Sort.POINTS, Kind.CHANGE, ("两债利差有[3个基点]。",)),
    Rule("zh.part", lambda c: c.sort in (Sort.PART, Sort.TIMES), _PARTS, ("渔民有[42%]。",)),
    *_CHANGES,
)
"""Every number that is read in prose and is no date, rank or name."""
