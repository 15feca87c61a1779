"""What the members of a 分别 list share: the words behind 分别, the months, what 的 leads to.

民营企业、国有企业分别进出口2亿元和1亿元 is of their 进出口, 4月、5月分别完成投资 of the 投资 of
each month, 内地、台湾的货物 of the goods of both.
"""

from __future__ import annotations

from viewer.quantities.chinese.label_cleanup import trimmed
from viewer.quantities.regex_cache import pattern

_TIMED = (
    r"^(?:(?:[0-9]{4}|[零〇一二三四五六七八九]{4})年)?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月份?|"
    "^(?:第?[一二三四1-4]季度?|[上下]半年|首季)"
)
AND = "、|和|及|与|以及"
"""What joins the members of a list."""
_MOVES = (
    "(?:同比|环比|按[年月季]|均)*(?:增长|上升|上涨|提高|增加|下降|下跌|减少|降低|回落|下滑|增收|减收|"
    "[升降增减跌涨])?(?:了|到|至|为|约|近|超)*$"
)
_BARE = "^(?:录得|报|达|有|为|是|约|超|至|到|共|各|均|仅|则)*$"
_OF_WHOLE = "^(占(?!比)[^，]{0,12}?)(?:的|比重|比例|约|近|超过?|达|为)*$"
_OF_AIM = "^(?:超额)?完成(?:了)?((?:年度|全年|年初|计划)?(?:目标|任务|计划|预算))(?:任务)?的"
_SAID = "^(?:占比|比重|占)(?:约|近|超过?|达|为|到)*$"
_NOUN = "^[\u4e00-\u9fff]{2,8}$"
_NO_NOUN = "[比较同与由从的占多少高低于至到]|^(?:增|减|升|降|涨|跌|高|低|达|超|为|扩|缩|回|下|上)"
_TOWARD = "对[^对，的]{2,8}的[^的]{2,6}$"
"""What each member does to something: 消费、投资对增长的贡献率."""
_DEEDS = ("减排", "增产", "减产", "增收", "减收", "增支", "减支")
"""Verbs that say what was measured, though they begin like a move: 分别减排2万吨和1万吨."""
_LED = "^(来自|对|向|自)(?=..)"
_PLACED = (
    "在(?:[0-9]{4}|[零〇一二三四五六七八九]{4})?年?"
    "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月份?的?"
)
_SORTS = "类型级区省市国县镇乡期队组班部业"
_LONGEST_SORT = 4


def told_of_each(words: str) -> str:
    """What the words between 分别 and the first number of its list name for every member: 进出口,
    占总消费, 占比; '' where they are a verb only."""
    words = words.replace(" ", "")
    if pattern(_SAID).match(words):
        return "占比"
    aim = pattern(_OF_AIM).match(words)
    if aim is not None:
        return f"{aim.group(1)}完成率"
    whole = pattern(_OF_WHOLE).match(words)
    if whole is not None:
        return whole.group(1)
    own = pattern(_MOVES).sub("", trimmed(words))
    if own in _DEEDS:
        return own
    if pattern(_BARE).match(own) or not pattern(_NOUN).match(own) or pattern(_NO_NOUN).search(own):
        return ""
    return own


def with_each(names: list[str], told: str) -> list[str]:
    """The names with what is told of each of them."""
    if not told:
        return names
    whole = told.removeprefix("占").lstrip("全部总")
    if told.startswith("占") and whole and all(name.endswith(whole) for name in names):
        told = "占比"
    return [name if name.endswith(told) else name.removesuffix("占比") + told for name in names]


def months(lead: str, count: int, subject: str) -> list[str]:
    """As many times as numbers with what was measured in each; [] where the lead names others."""
    lead = lead.replace(" ", "")
    parts = [part for part in pattern(AND).split(lead) if part]
    times = [pattern(_TIMED).match(part) for part in parts]
    if len(parts) != count or not all(times):
        return []
    both = zip(parts, times, strict=True)
    rests = [part[time.end() :].removeprefix("的") for part, time in both if time]
    if any(rests[:-1]):
        return []
    named = rests[-1] or subject
    return [f"{time.group()}{named}" for time in times if time] if named else []


def of_one_head(parts: list[str]) -> list[str]:
    """The members with the head that only the last one names: 内地、台湾的货物, 甲类、乙类指数."""
    led = pattern(_LED).match(parts[0])
    if led is not None:
        word = "" if led.group() in ("来自", "自") else led.group()
        parts = [word + pattern(_LED).sub("", part) for part in parts]
    parts = [*parts[:-1], pattern(_PLACED).sub("", parts[-1])]
    if head := _head(parts):
        owner = parts[-1].removesuffix(head).removesuffix("的")
        head = head.replace("的", "")
        return [*(part + head for part in parts[:-1]), owner + head]
    return parts


def _head(parts: list[str]) -> str:
    """What the last of several like members names for all of them; '' where it names nothing."""
    *others, last = parts
    size = len(others[0])
    sort = others[0][-1]
    alike = all(len(part) == size and part[-1] == sort for part in others)
    if alike and 1 < size <= _LONGEST_SORT and sort in _SORTS and last[size - 1 : size] == sort:
        return last[size:]
    toward = pattern(_TOWARD).search(last)
    if toward is not None and toward.start() > 1:
        return toward.group()
    owner, of, head = last.rpartition("的")
    longest = max(len(part) for part in others)
    if not of or len(head) < 2 or len(owner) > longest + 2 or any("的" in part for part in others):
        return ""
    return head
