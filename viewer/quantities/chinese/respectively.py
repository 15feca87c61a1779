"""Lists with 分别: each number of the list gets the subject of its own rank."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from types import MappingProxyType

from viewer.model import Quantity
from viewer.quantities.chinese.label_cleanup import trimmed
from viewer.quantities.chinese.list_members import AND, months, of_one_head, told_of_each, with_each
from viewer.quantities.json_record import with_label
from viewer.quantities.regex_cache import pattern

_EACH = r"分别|依次|各(?=占)"
_RATES = r"(占比|比重|增速|[增降涨跌升]幅)(?:分别|依次|[为达]*$)"
_JOINT = (
    rf"\s?(?:{AND}|，|,|/|:)\s?"
    r"(?:(?:同比)?(?:增长|上涨|上升|提高|增加|下降|下跌|减少|降低|回落))?\s?"
)
_SHORT_MEASURE = "[产总人余重容含件户价](?:数|量|额|值)$"
_MEASURE = (
    "(?:坑口|平仓|出库|出厂)价$|用[电水气]$|(?:旅游|酒店|门票)订单$|人口(?:的)?比重$|"
    "[^的]{0,2}(?:率|数|量|额|值|面积|收入|人口)(?:占比|比重|增速)$|[^的]{0,2}(?:率|数|量|额|值|面积|收入|价格|产能|占比|比重|指数|利润|"
    "增速|案件|订单|价|支出|投资|经费|补助|费用|投诉|客流)$"
)
_COMPARED = (
    "(?:同比|环比|均|(?:比|较)(?:上年|去年|年初|上月)(?:同期|末)?|[年月]末?|的)+$|"
    "^(?:其中|全年|全[市省县区国州校院]|我[市省县区国])|^(?:[0-9]{4}|[零〇一二三四五六七八九]{4})年(?:全年|末|底|上半年|下半年|第?[一二三四1-4]季度?"
    "|[0-9]{1,2}月份?)?的?|每(?:公斤|千克|吨|斤|市斤|亩|股|人|户|台|件|桶|升|平方米)$"
)
_BRACKETS = r"[（(][^（()）]{0,20}[)）]"
_OWN_SUBJECT = r"[^0-9月末底比较同期上去年环分别依次增长下降上升占比重为达的，]{3,}"
_WHOLE_MEASURE = rf"{_SHORT_MEASURE}|{_MEASURE}|.{{1,2}}[数量额值价]|[^的]{{2,4}}率"
_NUMERALS = "一二三四五六七八九十"
_ALL_SECTORS = "三次产业"
_BOTH = MappingProxyType({"城乡": ("城镇", "农村"), "男女": ("男性", "女性")})
"""Words that name two groups in the order in which their numbers follow."""
_RATE = 2
"""A rate has at least one word before its 率: 提取率, never 取率."""
_LONG_MEASURES = (
    "面积", "收入", "支出", "投资", "经费", "补助", "费用", "投诉", "客流", "价格", "产能",
    "占比", "比重", "指数", "利润", "增速", "案件", "订单", "人口",
)  # fmt: skip
_ODD = 3
_SIDES = frozenset("东中西南北")
_THINGS = f"[\u4e00-\u9fff]{{2,8}}(?={AND}|，)"
"""What each number of a list counts, told behind it: 112个标准箱、118个标准箱."""
_FAR = 14
"""How far before the first number its 分别 may stand."""
_REACHED = r"(?:^|[，、；])\s?(?:达到?|为|至|到)\s?$"
_RATED = r"[，；](?:占比|比重|增速|[增降涨跌升]幅)(?:为|达到?)?$"
_TWO = 2
_REACH = 80
_WIDEST_GAP = 8
_LONGEST_MEASURE = 8
_BREAKS = "，。；！？\n：:;"
_ENDS = "。\n！？"


def shared_subjects(folded: str, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The quantities with the labels of 分别 lists dealt out member by member."""
    done = list(quantities)
    at = 0
    while at < len(done):
        run = _run(folded, done, at)
        if len(run) > 1 and (names := _sectors(done, run) or _names(folded, done, run)):
            for index, name in zip(run, names, strict=True):
                done[index] = with_label(done[index], name)
        at = run[-1] + 1 if run else at + 1
    return tuple(done)


def _sectors(done: Sequence[Quantity], run: list[int]) -> list[str]:
    """The members that one word names, for as many numbers: 城乡, the sectors of 三次产业结构."""
    label = done[run[0]].label
    for both, parts in _BOTH.items():
        if len(run) == len(parts) and label.startswith(both):
            return [part + label.removeprefix(both) for part in parts]
    if len(run) != 3 or _ALL_SECTORS not in label:
        return []
    return [label.replace(_ALL_SECTORS, f"第{number}产业") for number in _NUMERALS[:3]]


def _names(folded: str, done: Sequence[Quantity], run: list[int]) -> list[str]:
    """A subject for each number of a run: from the words before 分别, or from the run before."""
    first = done[run[0]]
    lead = folded[max(0, first.words.start - _REACH) : first.words.start]
    if pattern(_REACHED).search(lead) or pattern(_RATED).search(lead):
        return _names_before(folded, done, run, "")
    each = list(pattern(_EACH).finditer(lead))
    if not each or len(lead) - each[-1].start() > _FAR:
        return _pair(lead) if len(run) == _TWO else []
    told = told_of_each(lead[each[-1].end() :])
    lead = lead[: each[-1].start()]
    clause = lead[1 + max(map(lead.rfind, _BREAKS)) :]
    subject = told or _label_before(folded, done, run)
    if named := months(clause, len(run), subject):
        return named
    return with_each(_subjects(lead, len(run)) or _names_before(folded, done, run, lead), told)


def _pair(lead: str) -> list[str]:
    """Two measures before two numbers without 分别: 业务收入和业务总量完成5亿元和8亿元."""
    clause = trimmed(lead[1 + max(map(lead.rfind, _BREAKS)) :])
    parts = [part for part in pattern("和|与|及").split(clause) if part]
    measured = len(parts) == _TWO and all(len(part) > _TWO and _measure(part) for part in parts)
    return _completed(parts) if measured else []


def _label_before(folded: str, done: Sequence[Quantity], run: list[int]) -> str:
    """What the last number of the sentence before a list of months measures."""
    at = next((at for at in range(run[0] - 1, -1, -1) if done[at].is_metric), -1)
    if at < 0 or "\n" in folded[done[at].words.end : done[run[0]].words.start]:
        return ""
    ended = max(folded.rfind(mark, 0, done[at].words.start) for mark in _ENDS)
    first = bisect_left(done, ended, key=lambda one: one.span.start)
    return next(done[one].label for one in range(first, at + 1) if done[one].is_metric)


def _names_before(folded: str, done: Sequence[Quantity], run: list[int], lead: str) -> list[str]:
    """The labels of as many numbers before, when the sentence gives the run no subjects."""
    before = [at for at in range(max(0, run[0] - 2 * len(run)), run[0]) if done[at].is_metric]
    before = before[-len(run) :]
    clause = lead[1 + max(map(lead.rfind, _BREAKS)) :]
    if len(before) < len(run):
        return []
    measure = clause if len(clause) <= _LONGEST_MEASURE and _measure(clause) else ""
    if not measure and pattern(_OWN_SUBJECT).search(clause):
        return []
    between = folded[done[before[0]].words.start : done[run[0]].words.start]
    names = [done[at].label for at in before]
    if any(mark in between for mark in "。\n") or len(set(names)) < len(names):
        return []
    if measure:
        owners = [name.removesuffix(_measure(name)) for name in names]
        return [owner + measure for owner in owners] if all(owners) else []
    rate = pattern(_RATES).search(folded[done[run[0]].words.start - 14 : done[run[0]].words.start])
    return [name + (rate.group(1) if rate else "") for name in names]


def _run(folded: str, quantities: Sequence[Quantity], at: int) -> list[int]:
    """The numbers from `at` on that only list marks part."""
    run = [at]
    while run[-1] + 1 < len(quantities):
        here, after = quantities[run[-1]], quantities[run[-1] + 1]
        gap = folded[here.words.end : after.words.start]
        things = pattern(_THINGS).match(gap)
        if things is not None and folded.startswith(things.group(), after.words.end):
            gap = gap[things.end() :]
        if len(gap) > _WIDEST_GAP or not pattern(_JOINT).fullmatch(gap) or not after.is_metric:
            break
        run.append(run[-1] + 1)
    return run


def _subjects(lead: str, count: int) -> list[str]:
    """As many subjects as numbers from the words before 分别; none when they do not match."""
    lead = lead[1 + max(map(lead.rfind, _BREAKS)) :].replace(" ", "")
    lead = pattern(_BRACKETS).sub("", re.sub(_COMPARED, "", lead))
    parts = [part for part in pattern(AND).split(lead) if part]
    if len(parts) < count:
        return []
    if len(parts) > count:
        parts = [part for part in lead.split("、") if part]
        if len(parts) != count:
            return []
    return _completed(parts)


def _measure(part: str) -> str:
    """What a subject measures (提取率, 产量); '' where it does not say."""
    found = pattern(_SHORT_MEASURE).search(part) or pattern(_MEASURE).search(part)
    return "" if found is None else found.group()


def _like_the_others(parts: list[str]) -> str:
    """The measure of the last part that leaves it an owner as long as the others: 大豆|价格."""
    whole = _measure(parts[-1])
    others = [len(part) for part in parts[:-1] if not _measure(part)]
    if not whole or not others:
        return whole
    if pattern("[和与及]").search(parts[-1]):
        return next((one for one in _LONG_MEASURES if whole.endswith(one)), whole)
    found = [
        measure
        for at in range(len(parts[-1]) - len(whole), len(parts[-1]))
        if _is_word(measure := parts[-1][at:])
    ]
    size = len(parts[-1]) - sum(others) / len(others)
    return min(found, key=lambda measure: abs(len(measure) - size), default=whole)


def _is_word(measure: str) -> bool:
    """Whether a measure is cut between words: 产出指数 or 指数, 提取率, 客运量, never 出指数."""
    if measure.endswith(_LONG_MEASURES):
        return len(measure) != _ODD
    one = measure.endswith("率")
    return len(measure) > (_RATE if one else 1) and bool(pattern(_WHOLE_MEASURE).fullmatch(measure))


def _numbered(parts: list[str]) -> list[str]:
    """一、二、三产业增加值: members told by numerals alone share what the last one names."""
    last = parts[-1].removeprefix("第")
    rest = last.lstrip(_NUMERALS)
    if len(parts) < 2 or not rest or rest == last:
        return []
    others = [part.removeprefix("第") for part in parts[:-1]]
    if not all(part and not part.strip(_NUMERALS) for part in others):
        return []
    return [*(part + rest for part in parts[:-1]), parts[-1]]


def _completed(parts: list[str]) -> list[str]:
    """Members lend what they share: the last its measure, the first its owner."""
    parts = of_one_head(parts)
    last, others, rest = parts[-1].rpartition("等")
    if others and len(rest) > 2 and not rest.startswith(("级", "额")):
        rest = rest.lstrip("地国市县的")
        return [*(part + rest for part in parts[:-1]), last + rest]
    if all(part in _SIDES for part in parts[:-1]) and parts[-1][1:2] in ("部", "方"):
        return [*(part + parts[-1][1:] for part in parts[:-1]), parts[-1]]
    if numbered := _numbered(parts):
        return numbered
    if measure := _like_the_others(parts):
        parts = [part if _measure(part) else part + measure for part in parts]
    head = _measure(parts[0])
    owner = parts[0].removesuffix(head)
    if not head or len(owner) < 2:
        return parts
    return parts[:1] + [
        owner + part if len(part) <= 4 and _measure(part) == part else part for part in parts[1:]
    ]
