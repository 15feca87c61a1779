"""What a number measures: its unit decides, and for parts and changes the clause before it."""

from __future__ import annotations

import re

from viewer.briefing import Kind
from viewer.figures.units import Sort, sort_of

_NOUNS = (
    "增长率|增长速度|增加率|涨跌幅|增幅|降幅|涨幅|跌幅|升幅|减幅|"
    "增速|降速|涨速|增减|变动率|环比|同比|比增"
)
_VERBS = (
    "增长|上升|提高|提升|下降|回落|减少|增加|上涨|下跌|下滑|上浮|下浮|下调|上调|扩大|缩小|收窄|缩减|减缓|"
    "加快|放缓|攀升|飙升|骤降|锐减|激增|猛增|大增|净增|递增|递减|增产|减产|增收|减收|高出|高于|低于|优于|"
    "快于|慢于|多增|少增|多收|多于|少于|走高|走低|增至|降至|升至|贬值|升值|反弹|下挫|跳水|滑坡|萎缩|压减|削减|"
    "降低|拉高|拉低|拉动|增|升|降|涨|跌|减|高|低|多|少|快|慢"
)
_SHARES = (
    "占有率|占比|占到|占|比重|比例|份额|百分比|毛利率|利润率|税率|利率|失业率|率|覆盖|普及|完成|达标|其中|过半|"
    "合格|满意度|渗透|折扣|浓度|贡献|序时进度|系数|指数"
)
_WORDS = re.compile(f"(?P<n>{_NOUNS})|(?P<s>{_SHARES})|(?P<v>{_VERBS})")
_LEVEL = re.compile(r"(?:至|到|为|达|达到|在|成)(?:了)?(?:约|近|超过|超|逾|不足|不到)?\s*$")
_RIGHT_AFTER = re.compile(
    rf"(?:{_VERBS})(?:了|率|幅度|额|量|值|数)?(?:约|近|超过|超|逾|不足|不到|至少|不低于|大约|将近|仅|只|也)?\s*$"
)
_AHEAD = re.compile(
    r"\s*(?:左右|以上)?\s*的?(?:同比|环比|年均|正|负|高速|两位数)?(?:增长|上涨|下滑|下降|下跌|增幅|降幅|涨幅|跌幅|增速|提升|回落|减少|增加)"
)
_LEAD = 40
_BREAKS = re.compile(r"[，。；;！？!?\n\t（(）)]")


def lead_of(text: str, start: int, floor: int) -> str:
    """The clause before `start`, not reaching back over `floor`."""
    floor = max(floor, start - _LEAD)
    lead = text[floor:start]
    cut = 0
    for found in _BREAKS.finditer(lead):
        cut = found.end()
    return lead[cut:]


def kind_of(unit: str, lead: str, ahead: str, before: Kind | None) -> Kind:
    """The kind of a number with `unit` after `lead`; `before` is its neighbour's in a list."""
    sort = sort_of(unit)
    if sort is Sort.SPAN:
        return Kind.DURATION
    if sort is Sort.POINTS:
        return Kind.CHANGE
    if sort in (Sort.PART, Sort.TIMES):
        return _part_kind(lead, ahead, before, Kind.SHARE)
    level = _LEVEL.search(lead) is not None
    if not level and _RIGHT_AFTER.search(lead) and not _new(lead):
        return Kind.CHANGE
    if sort in (Sort.MONEY, Sort.MEASURE):
        return Kind.AMOUNT
    return Kind.COUNT


def _new(lead: str) -> bool:
    return "新增" in lead and "比" not in lead


def _part_kind(lead: str, ahead: str, before: Kind | None, default: Kind) -> Kind:
    last = None
    for last in _WORDS.finditer(lead):
        if last.lastgroup == "n":
            break
    if _AHEAD.match(ahead):
        return Kind.CHANGE
    if last is None:
        return before if before in (Kind.SHARE, Kind.CHANGE) else default
    if last.lastgroup == "n":
        return Kind.CHANGE
    if last.lastgroup == "s":
        return Kind.SHARE
    return Kind.SHARE if _LEVEL.search(lead) else Kind.CHANGE
