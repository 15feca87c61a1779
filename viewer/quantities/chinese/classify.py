"""What a number measures: its unit decides, and for parts and changes the clause before it."""

from __future__ import annotations

from collections.abc import Iterable

from viewer.model import Kind
from viewer.quantities.chinese.direction import MORE_DONE
from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import Sort, sort_of
from viewer.quantities.vocabulary import alternation, entries, words_of

_GROWTH = alternation(entries("zh", "change.rate"), "zh") + "|增减"
_VERBS = alternation(entries("zh", "change.verb"), "zh") + "|[年月季周][增减]"
_LOOSE = "高于|低于|优于|快于|慢于|多于|少于|增(?!加值)|升|降|涨|跌|减|高|低|多|少|快|慢"
_COMPARED = "同比|环比|比上年|比去年|较上年|较去年|比年初|较年初"
_SHARES = (
    "自然增长率|贡献率|占有率|占比|占到|占|比重|比例|份额|百分比|率|覆盖|普及|完成|达标|"
    "其中|过半|合格|"
    "恢复[至到]|ROE|ROA|相当于|满意度|渗透|折扣|浓度|贡献|进度|系数|指数"
)
_WORDS = f"(?P<n>{_GROWTH})|(?P<s>{_SHARES})|(?P<v>{_VERBS}|{_LOOSE}|{_COMPARED})"
_SENSES = {one.sense for one in entries("zh", "hedge")} - {"so-much"}


def _hedges(senses: Iterable[str]) -> str:
    """Any words between a verb and its number that leave what it says, to the end."""
    words = alternation((one for one in entries("zh", "hedge") if one.sense in senses), "zh")
    return rf"(?:{words}|每(?:公斤|千克|[吨斤桶股升亩克])| )*+$"


_HEDGES = _hedges(_SENSES - {"size"})
_LEVEL = rf"(?:至|到|为|达|在|成|于)(?:了)?(?:[0-9]{{4}} ?年(?:同期|末)?的?)?{_HEDGES}"
_SIZE = rf"[涨跌降升增减][幅速](?:达|到|为|约|在)?{_HEDGES}"
_CLOSE = alternation(
    [e for e in entries("zh", "change.close") if len(e.word) > 1 or e.word == "失"], "zh"
)
_RIGHT_AFTER = (
    rf"(?:{_VERBS}|{_CLOSE}|(?<![贷出转])[涨跌降升增减](?!产)|增减)(?:了|幅度|额|量)?{_HEDGES}"
)
_MOVES = alternation((e for e in entries("zh", "change.verb") if e.word[-1] != "于"), "zh")
_SO_LARGE = rf"{_MOVES}(?:了|幅度|额|量)?{_hedges(_SENSES)}"
_DONE_MORE = rf"(?<![至最许诸众很更大繁]){MORE_DONE}{_HEDGES}"
_PROBED = tuple(words_of("zh", "change.probe"))
"""Verbs whose number is the level that is tried: 上探8500美元."""
_NOT_OVER = r"(?:不|未|没|勿|严禁|禁止)[^，。；]{0,6}(?:高出|超出|多出)[^，。；]{0,6}$"
_APART = (
    rf"[同环]比[多少][\u4e00-\u9fff]{{1,2}}(?:了|出)?{_HEDGES}|"
    rf"(?:比|较|与).{{1,20}}(?:[高低多少快慢贵]|便宜|增|减|[多少][\u4e00-\u9fff]{{1,2}})(?:了|出)?{_HEDGES}"
    r"|(?:高于|低于|多于|少于|快于|慢于|优于|弱于|逊于|强于|好于|高出|低出|多出|超出).{1,14}$"
)
_BESIDE = (
    "(?:高于|低于|优于|快于|慢于)[^，。；]{0,8}"
    rf"(?:同期|水平|平均|平均值|上年|去年|上月|全国|全省|目标)的?{_HEDGES}"
)
_BETTER_THAN = rf"^(?:高于|低于|优于|快于|慢于)[^，。；]{{1,10}}的{_HEDGES}"
_OF_THAT = rf"^(?!.*[由从]).*[^0-9年月期幅]的{_HEDGES}"
_AHEAD = (
    r"\s?(?:左右|以上|以内)?\s?的(?:同比|环比|按[年季月]|年均|正|负|高|较快|年)?(?:增长|上涨|下滑|"
    r"下降|下跌|增幅|降幅|涨幅|升幅|"
    r"跌幅|增速|提升|回落|减少|增加|速度|幅度)"
)
_SUM = (
    "(?:[额值款费资税利债本]|收入|支出|利润|营收|GDP|资产|投资|市值|规模|预算|成交|融资)"
    rf"[^，人户]{{0,4}}{_HEDGES}"
)
_INDEX = "指数?|收|报|点位|关口|开盘|失守|站上"
_RATIO = ("比", "率", "系数", "指数", "比为", "率为")
_REACH = 40
_ONLY_VERB = r"(?:但|而|且)?(?:仍旧?|还|也|依然|依旧|只|仅|约)?(?:为|达到?|报|有|高达)?"
_BREAKS = frozenset("，。；;！？!?\n\t（()）")


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


def kind_of(unit: str, lead: str, ahead: str, before: Kind | None) -> Kind:
    """The kind of a number with `unit` after `lead`; `before` is its neighbour's in a list."""
    sort = sort_of(unit)
    if sort is Sort.SPAN:
        return Kind.DURATION
    if sort is Sort.POINTS:
        return Kind.CHANGE
    if sort in (Sort.PART, Sort.TIMES):
        return _part_kind(lead, ahead, before)
    if _is_change(lead, ahead):
        return Kind.CHANGE
    measured = sort in (Sort.MONEY, Sort.MEASURE, Sort.AGE) or _is_sum(unit, lead, ahead)
    return Kind.AMOUNT if measured else Kind.COUNT


def _is_sum(unit: str, lead: str, ahead: str) -> bool:
    """Whether a number is money or an index by its words: 营业收入 50 亿, 收于 3088 点, 三块."""
    if not unit:
        return pattern(_SUM).search(lead) is not None
    if unit == "点":
        return pattern(_INDEX).search(lead) is not None
    return unit == "块" and ahead[:1] in tuple("，。；、”")


def bare_kind(lead: str, *, whole: bool) -> Kind:
    """The kind of a number without unit: an index, a ratio, or things."""
    if _is_change(lead, ""):
        return Kind.CHANGE
    if any(word in lead[-6:] for word in _RATIO):
        return Kind.AMOUNT if "指数" in lead[-6:] else Kind.SHARE
    return Kind.COUNT if whole else Kind.AMOUNT


def names_share(lead: str) -> bool:
    """Whether a rate or a part is what the clause names last: 自然增长率为, 利润率."""
    groups = [found.lastgroup for found in pattern(_WORDS).finditer(lead)]
    return bool(groups) and groups[-1] == "s"


def _is_change(lead: str, ahead: str) -> bool:
    """A difference: the verb stands right before the number, or a comparison does."""
    if pattern(_SIZE).search(lead):
        return True
    if lead.endswith(_PROBED) or ("出" in lead and pattern(_NOT_OVER).search(lead)):
        return False  # 不许高出60分贝 is a bound
    if pattern(_LEVEL).search(lead) and not _is_so_large(lead):
        return bool(pattern(_AHEAD).match(ahead))
    if pattern(_DONE_MORE).search(lead):
        return True
    compared = any(word in lead for word in ("比", "较"))
    if pattern(_RIGHT_AFTER).search(lead) or _is_so_large(lead):
        return "新增" not in lead[-5:] or compared
    return pattern(_APART).search(lead) is not None or bool(pattern(_AHEAD).match(ahead))


def _is_so_large(lead: str) -> bool:
    """Whether the number is the size of the verb right before it: 增长达5%, 下降不少于5%."""
    return pattern(_SO_LARGE).search(lead) is not None


def _part_kind(lead: str, ahead: str, before: Kind | None) -> Kind:
    if pattern(_AHEAD).match(ahead):
        return Kind.CHANGE
    groups = [found.lastgroup for found in pattern(_WORDS).finditer(lead)]
    inherited = before if before in (Kind.SHARE, Kind.CHANGE) else None
    if not groups or pattern(_BESIDE).search(lead) or pattern(_BETTER_THAN).search(lead):
        return inherited or Kind.SHARE
    if "n" in groups:
        return Kind.SHARE if groups[-1] == "s" else Kind.CHANGE
    if groups[-1] == "s" or ("n" not in groups and pattern(_OF_THAT).search(lead)):
        return Kind.SHARE
    if pattern(_LEVEL).search(lead) and not _is_so_large(lead):
        return Kind.SHARE if "s" in groups else inherited or Kind.SHARE
    return Kind.CHANGE
