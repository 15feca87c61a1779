"""How firmly a number is said: the words before and after it, and what they make of it.

A bound is a word that goes over or under a number (超过, 低于), turned where it is denied
(不得低于), with adverbs between the two and a currency or a verb between bound and number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from viewer.model import Qualifier
from viewer.quantities.reasons import note
from viewer.quantities.regex_cache import pattern
from viewer.quantities.vocabulary import Entry, any_of, entries, words_of

_APPROX, _LEAST, _MOST = Qualifier.APPROX, Qualifier.AT_LEAST, Qualifier.AT_MOST
_SAYS = MappingProxyType({"above": _LEAST, "crossed": _LEAST, "below": _MOST, "lost": _MOST})
"""What words that compare say when they are not denied."""
_TURNED = MappingProxyType(
    {
        "above": _MOST,
        "crossed": _MOST,
        "beyond": _MOST,
        "reach": _MOST,
        "below": _LEAST,
        "lost": _LEAST,
    }
)
_REACH = 24
_PER = r"每(?:百|千|万|亿)*[^，。；、0-9每]{1,6}$"
_MONEY = (
    r"(?:人民币|人民幣|港币|港幣|美金|美元|欧元|日元|英镑|澳门元|新台币|折合|总计|合计|共计|"
    r"金额|每股|单价|等值|其|这|了|过|各|后的?)+ ?$"
)
"""What may stand between a bound and its number: 不超过人民币4亿元."""
_BEFORE_MONEY = tuple("币幣金元镑计额股价值其这了过各后的合共等 ")
_HAVING = frozenset("有达到为用需占在至")
"""Verbs that may stand between a bound and its number: 至少有 3 家, 最多达 5 人."""
_BARE = ("百", "千", "万", "亿", "半")
_JUST = (
    "已",
    "刚",
    "刚刚",
    "堪堪",
    "早",
    "均",
    "都",
    "也",
    "才",
    "首次",
    "远",
    "将",
    "累计",
    "总数",
    "勉强",
)
"""What lets 过 say "more than" of any number: 刚过600人."""
_VERB = r"({loose})(?:(?!的)[\u4e00-\u9fff]){{1,10}} ?$"
_ALLOWED = r"({most})(?={allowed})[\u4e00-\u9fff]{{1,10}} ?$"
_LIMIT = (
    r"({limits})(?:标准|金额|额度|比例|总额|统一|也|已|均|都|一律|应|原|暂)?(?:{being})?"
    r"(?:了)?(?:每[年月日天周次人户亩件车]|人民币)? ?$"
)
_OF_WHOLE_SAID = frozenset(
    (
        "约占",
        "约为",
        "约",
        "约莫",
        "约摸",
        "大约",
        "大概",
        "大致",
        "将近",
        "估计",
        "近",
        "不足",
        "不到",
        "超过",
        "超",
        "逾",
    )
)
_OF_WHOLE = (
    rf"(?s:.)*({any_of('zh', 'bound.compare', senses=('above', 'below', 'reach'))}|"
    rf"{any_of('zh', 'bound.before', only='|'.join(sorted(_OF_WHOLE_SAID)))})"
    r"占?(?:了)?(?![前过期])[^，。；：、:0-9占]{2,14}的 ?$"
)
_DENIED = rf"(?:{any_of('zh', 'bound.not')})(?:{any_of('zh', 'bound.adverb')}){{0,3}}"
_DENIAL = rf"{_DENIED} ?$"
"""A denial with up to three adverbs, at the end of what stands before a comparison."""
_DENIED_VERB = rf"{_DENIED}[\u4e00-\u9fff]{{0,2}}(?:至|到|在|于)$"
_DENIED_NOUN = (
    rf"{_DENIED}({any_of('zh', 'bound.compare', senses=('above', 'below', 'beyond'))})"
    r"[\u4e00-\u9fff]{1,4}$"
)
_LIMITED = any_of("zh", "bound.loose", "bound.superlative", "bound.limit")
_BESIDE = ("低于", "高于", "超出", "超过", "突破", "低过", "高过")
"""Before the name of a limit these tell how far a number lies from it: 低于最高限价12%."""
_SEEN = (
    r"气温|温度|水位|收盘|盘中|历史|纪录|记录|创(?![业新意客投收])|一度|昨日|今日|昨天|今天|触及|涨|跌|风力|海拔|"
    r"得分|分数"
)
_BESIDE_LIMIT = (
    r"(?:[高低多少]于|超[出过]|不及|[比较距离])(?:上限|下限|底价|限价|限额|起步价|门槛)$"
)
"""What a number is a distance from: 报价低于底价8%."""
_NOBODY = (
    r"(?:没有?|未有|无)(?:(?:任何|哪)?一?个?|任何)"
    r"[家项例人次座户所名只笔处天年场期月周季届批位种类款县区省村镇台张件部栋套班组店日夜晚轮局篇]"
    r"[^，。；：0-9]{0,12}$|"
    r"(?:没有?|未有|无)(?:任何[^，。；：0-9]{0,12}|(?:哪)?一?个[^，。；：0-9]{0,12})$|"
    r"(?:不得|不准|不许|不可|不允许)[\u4e00-\u9fff]{1,4}$|"
    r"(?:严禁|禁止|杜绝|防止|避免|谨防|严防|切忌|严控)[^，。；：0-9]{1,14}$"
)
"""没有一家的执行率达到80%: nobody does; 不得举债逾1000万元: what is forbidden."""
_LINE = r"(?:的|这一|这条|这个)[^，。；、0-9的]{{0,4}}?({lines})"
_LEVELS_NAMED = ("水平", "一线", "整数位", "上方", "这一关", "附近")
"""What makes a level of a bare number: 守住7.75水平."""
_SET = tuple(
    f"{how}{what}"
    for how in ("核定", "规定", "限定", "额定", "法定", "核准", "设计", "批准")
    for what in (
        "人数",
        "数量",
        "标准",
        "载重",
        "上限",
        "容量",
        "面积",
        "高度",
        "速度",
        "限值",
        "总量",
        "产能",
        "价格",
    )
)
"""What a denied bound may name before its number: 严禁超过核定人数45人."""
_OWN_LEVEL = (
    r"的[^，。；、：0-9的]{0,10}(?:"
    rf"{any_of('zh', 'relation.aim', senses=('noun',))}|水平|均值|预期|安排)"
)
"""Whose own level a number is, which another is only held beside: 低于3%左右的控制目标."""
_UNDONE = (
    r"的?[^，。；、0-9]{0,6}?(?:目标|任务|计划|指标)(?:数|值)?(?:仍|还|尚|并|均|都|也|没能|最终)?"
    r"(?:未|没有|没|尚未|并未|未能|没能|无法)(?:能|如期|按期|全面|全部)?(?:完成|实现|达成|达到|兑现)"
)


def qualified(text: str, start: int, end: int) -> tuple[Qualifier, int, int]:
    """What the words around `start:end` of a folded text say, and the range with those words."""
    before, first = _before(text, start, end)
    after, last = _after(text, end)
    if after in (_LEAST, _MOST) and last > end and _is_barred(text, start):
        return (_MOST if after is _LEAST else _LEAST), first, last
    if after is _APPROX and before is not None and pattern(_OWN_LEVEL).match(text, last):
        return after, start, last
    if after is not None and before is not None and before is not after:
        return (after if before is _APPROX else before), first, last
    return before or after or Qualifier.EXACT, first, last


def _is_barred(text: str, start: int) -> bool:
    """Whether a verb that leads to the number is denied: 不得调至8%以上, 未达到5%以上."""
    lead = text[max(0, start - 12) : start]
    led = lead.endswith(("至", "到", "在", "于"))
    return led and pattern(_DENIED_VERB).search(lead) is not None


class _Row(NamedTuple):
    """A word before a number and what it says: a qualifier, or the sense of a comparison."""

    word: str
    said: Qualifier | None
    sense: str
    spoilers: tuple[str, ...]


@cache
def _by_last() -> Mapping[str, tuple[_Row, ...]]:
    """The words before a number by their last character, the longest first."""
    rows = [
        _Row(e.word, Qualifier(e.sense), "", e.not_after) for e in entries("zh", "bound.before")
    ]
    rows += [
        _Row(e.word, _SAYS.get(e.sense), e.sense, e.not_after)
        for e in entries("zh", "bound.compare")
    ]
    found: dict[str, tuple[_Row, ...]] = {}
    for row in sorted(rows, key=lambda row: -len(row.word)):
        found[row.word[-1]] = (*found.get(row.word[-1], ()), row)
    return MappingProxyType(found)


@cache
def _after_words() -> tuple[Mapping[str, tuple[Entry, ...]], Mapping[str, Qualifier]]:
    rows: dict[str, tuple[Entry, ...]] = {}
    for entry in sorted(entries("zh", "bound.after"), key=lambda entry: -len(entry.word)):
        rows[entry.word[0]] = (*rows.get(entry.word[0], ()), entry)
    senses = {word: Qualifier(entry.sense) for word, entry in _all(rows.values())}
    return MappingProxyType(rows), MappingProxyType(senses)


def _all(rows: Iterable[tuple[Entry, ...]]) -> Iterable[tuple[str, Entry]]:
    return ((entry.word, entry) for row in rows for entry in row)


@cache
def _ends_of_denials() -> frozenset[str]:
    """The characters of which one stands in each text that `_DENIAL` matches."""
    return frozenset(one.word[-1] for one in entries("zh", "bound.not"))


@cache
def _shape(source: str, **categories: str) -> tuple[re.Pattern[str], Mapping[str, Qualifier]]:
    """A pattern with the words of categories put in, and what those with a bound say."""
    put = {}
    says: dict[str, Qualifier] = {}
    for name, category in categories.items():
        put[name] = any_of("zh", category)
        says |= {one.word: Qualifier(one.sense) for one in entries("zh", category) if one.sense}
    return pattern(source.format(**put)), MappingProxyType(says)


def _before(text: str, start: int, stop: int) -> tuple[Qualifier | None, int]:
    end = _skip_back(text, start)
    if end == 0:
        return None, start
    said, first = _word_before(text, end, start, stop)
    if said is not None:
        return said, first
    lead = text[max(0, end - _REACH) : end]
    part = text[stop - 1] in "%半倍" or "分之" in text[start:stop] or "成" in text[start:stop]
    if lead[-1] == "的" and part:
        return _of_whole(text, end, start, stop), start
    if text[end - 1] in _HAVING:
        said, first = _word_before(text, end - 1, start, stop)
        noun = text.startswith("估计", first) and text[first - 1 : first] not in tuple("，。；\n")
        if said is not None and end - 1 - first > 1 and not noun:
            return said, first
    return _before_gap(text, end, start, stop)


def _before_gap(text: str, end: int, start: int, stop: int) -> tuple[Qualifier | None, int]:
    """A bound with a currency, a measure (每人), a verb or the being of a limit after it."""
    lead = text[max(0, end - _REACH) : end]
    money = pattern(_MONEY).search(lead) if lead.endswith(_BEFORE_MONEY) else None
    if money is not None:
        said, first = _word_before(text, end - len(lead) + money.start(), start, stop)
        if said is not None:
            return said, first
    per = pattern(_PER).search(lead) if "每" in lead[-10:] else None
    if per is not None:
        head = end - len(lead) + per.start()
        said, first = _word_before(text, head, start, stop)
        if said is None and text[head - 1 : head] in _HAVING and head:
            said, first = _word_before(text, head - 1, start, stop)
        if said is not None:
            return said, first
    said = _of_charge(text, end) or _of_limit(lead)
    if said is None and (text.startswith("的", stop) or lead.endswith(_SET)):
        said = _of_own(lead)
    return said, start


def _of_own(lead: str) -> Qualifier | None:
    """不许超出日供5,000份的产能: a denied bound with a word of the thing before the number."""
    found = pattern(_DENIED_NOUN).search(lead)
    if found is None:
        return None
    note("bound", found.group())
    return next(
        _TURNED[e.sense] for e in entries("zh", "bound.compare") if e.word == found.group(1)
    )


def _of_charge(text: str, end: int) -> Qualifier | None:
    """收费最高450元: a highest number is a limit where it is what may be charged or given."""
    word = text[max(0, end - 2) : end]
    if word not in ("最高", "最低"):
        return None
    lead = text[max(0, end - _REACH) : end]
    lead = lead[max(lead.rfind(mark) for mark in "。；\n") + 1 :]
    charged = any(one in lead for one in words_of("zh", "bound.charge"))
    if not charged or pattern(_SEEN).search(lead) is not None:
        return None
    note("bound", word)
    return _MOST if word == "最高" else _LEAST


def _of_limit(lead: str) -> Qualifier | None:
    """What is said further off: 至多可领取3份, 最高奖励5万元, 上限为8万元."""
    if pattern(_LIMITED).search(lead) is None:
        return None
    if pattern(_BESIDE_LIMIT).search(lead) is not None:
        return None
    for source, categories in (
        (_VERB, {"loose": "bound.loose"}),
        (_ALLOWED, {"most": "bound.superlative", "allowed": "bound.allowed"}),
        (_LIMIT, {"limits": "bound.limit", "being": "bound.being"}),
    ):
        shape, says = _shape(source, **categories)
        found = shape.search(lead)
        if found is not None and not lead[: found.start()].endswith(_BESIDE):
            note("bound", found.group(1))
            return says[found.group(1)]
    return None


def _of_whole(text: str, end: int, start: int, stop: int) -> Qualifier | None:
    """超过全市人口的三成, 不得高于平日的1.5倍: the whole is named between bound and part."""
    found = pattern(_OF_WHOLE).match(text, max(0, end - _REACH), end)
    if found is None:
        return None
    said, first = _word_before(text, found.end(1), start, stop)
    note("bound", text[first : found.end(1)])
    denied = first < found.start(1)
    named = text[stop - 1] != "%"  # 优于邻县的9.7% is the other's own value
    return said if denied or named or found.group(1) in _OF_WHOLE_SAID else None


def _word_before(text: str, end: int, start: int, stop: int) -> tuple[Qualifier | None, int]:
    """What the word that ends at `end` says of the number `start:stop`, and where it begins."""
    if end > 0 and text[end - 1] == "了":
        end -= 1
    if end <= 0:
        return None, start
    for row in _by_last().get(text[end - 1], ()):
        at = end - len(row.word)
        if at < 0 or not text.startswith(row.word, at):
            continue
        if row.spoilers and text.endswith(row.spoilers, 0, at):
            continue
        if row.word == "上" and not text.startswith(_BARE, start):
            continue
        denied = _denied(text, at) if row.sense else None
        if row.word == "过" and denied is None and not _passed(text, at, start, stop):
            continue
        if row.sense in ("crossed", "lost") and not _is_level(text, start, stop):
            continue
        if denied is not None:
            return _TURNED[row.sense], denied
        if row.said is not None:
            return row.said, at
        if row.sense == "beyond" and _tells_which(text, at, stop):
            return _LEAST, at
    return None, start


def _tells_which(text: str, at: int, stop: int) -> bool:
    """Whether a comparison at `at` that names no other level tells which things are meant: 超出
    20公斤的行李."""
    lead = text[max(0, at - 12) : at].rpartition("，")[2]
    whose = pattern("[\u4e00-\u9fffA-Za-z%]{0,3}?[的者]").match(text, stop) is not None
    return whose and pattern("[比较]").search(lead) is None


def _denied(text: str, at: int) -> int | None:
    """Where the denial begins of a comparison that begins at `at`; None where none denies it."""
    floor = max(0, at - 12)
    lead = text[floor:at]
    found = None if _ends_of_denials().isdisjoint(lead) else pattern(_DENIAL).search(lead)
    if found is not None:
        return floor + found.start()
    floor = max(0, at - _REACH)
    found = pattern(_NOBODY).search(text[floor:at])
    return None if found is None else floor + found.start()


def _is_level(text: str, start: int, stop: int) -> bool:
    """Whether a number is a level that can be crossed: a share, a price, an index, a milestone."""
    if text.startswith(words_of("zh", "bound.milestone"), stop):
        return True
    if text.startswith(_LEVELS_NAMED, stop):
        return True
    return text[stop - 1] in "%点元成" or any(scale in text[start:stop] for scale in "万亿")


def _passed(text: str, at: int, start: int, stop: int) -> bool:
    """过 says "more than" of parts and round scales (已过八成, 过万人), not in 办过 3 次."""
    part = text[stop - 1] in "成半%"
    led = text.endswith(_JUST, max(0, at - 3), at)
    return part or led or text.startswith(_BARE, start)


def _skip_back(text: str, start: int) -> int:
    for _ in range(2):
        if start and text[start - 1] == " ":
            start -= 1
    return start


def _after(text: str, end: int) -> tuple[Qualifier | None, int]:
    at = end
    while at < end + 2 and text.startswith(" ", at):
        at += 1
    rows, says = _after_words()
    for entry in rows.get(text[at : at + 1], ()):
        found = _match(text, at, entry.word)
        if not found or (entry.not_before and text.startswith(entry.not_before, found)):
            continue
        if entry.word == "起" and (text[end - 1].isdecimal() or text[end - 1] in "年月日时万亿"):
            continue
        return says[entry.word], found
    return _called(text, at), end


def _called(text: str, at: int) -> Qualifier | None:
    """What a number is called: 3%的上限, 5名的目标未完成."""
    ahead = text[at : at + _REACH]
    if not ahead or ahead[0] not in "的这目任计指":
        return None
    undone = pattern(_UNDONE).match(ahead)
    if undone is not None:
        note("bound", undone.group())
        return _MOST
    shape, says = _shape(_LINE, lines="bound.line")
    found = shape.match(ahead)
    if found is None:
        return None
    note("bound", found.group(1))
    return says[found.group(1)]


def _match(text: str, at: int, word: str) -> int:
    """Where `word` ends, also when a line break of the original left a space inside it."""
    if text.startswith(word, at):
        return at + len(word)
    broken = f"{word[0]} {word[1:]}"
    return at + len(broken) if len(word) == 2 and text.startswith(broken, at) else 0
