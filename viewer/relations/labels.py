"""Whether two labels speak of one measure."""

from __future__ import annotations

import re
from functools import lru_cache

from viewer.quantities.english.naming.move_nouns import MOVE_NOUNS
from viewer.relations.wording import TOTAL, named

_MOVES = re.compile(
    r"(?:增速|增长率|增长|增長|增幅|降幅|涨幅|跌幅|升幅|漲幅|上升|下降|回落|回升|上涨|上漲|下跌|增加|减少|減少|提高|"
    r"下滑|多出|高出|少于|多于|变动幅度|变动|同比|环比|新增|净增|增|减|占比|比重|比例|"
    r"(?<=[a-z])sold)+$"
)
_MOVED = re.compile(rf"(?<=[a-z]) (?:{'|'.join(sorted(MOVE_NOUNS))}|change)$")
"""What an English label tells of its move: revenue growth."""
_PERIOD = re.compile(
    r"^(?:(?:截至)?第?[0-9一二三四五六七八九十]{1,4}[年月季][度份末底]?|全年|上半年|今年|去年|上年|当年|年末)+"
)
_OPPOSITE = frozenset("非未无不")
_CALLED = 0.34
"""How alike a label is to the name of a whole that it gives."""
_SHARE = re.compile("(?:占|所占|结构).*$")
_PARENT = re.compile(
    "(?:归属于?|归)(?:上市公司|母公司|本公司|公司)?(?:普通股)?(?:股东|所有者|持有人)(?:应占)?"
)
"""The long names of what belongs to the owners of a company, for which 归母 stands too."""
_ENGLISH_MOVES = re.compile(r"(?<=\w) (?:growth|change|share(?: of .*)?)$", re.IGNORECASE)
"""What an English label adds to the name of a level: `Sales growth`, `Credit share of total`."""
_GROUPING = re.compile(r"^[a-z]+by[a-z]+[:：]")
"""What a list is arranged by: `Revenue by division: Engines`."""
_MEASURES = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"增加值|\bvalue added\b",
        r"产值|\bgross output\b",
        r"利润|盈利|净利|\b(?:profits?|earnings|ebitda?)\b",
        r"收入|营收|销售额|营业额|\b(?:revenues?|turnover|sales|income)\b",
        r"支出|\b(?:expenditures?|spending|spent|expenses|outlays?)\b",
        r"存款|\bdeposits?\b",
        r"贷款|\b(?:loans?|lending)\b",
        r"资产|\bassets?\b",
        r"负债|\bliabilit(?:y|ies)\b",
        "产量",
        "销量|销售量",
    )
)
"""Measures of which none is a part of another, whatever else their labels name."""
_OF = re.compile(r"\b(?:of|on|from|for|in|by|per)\b", re.IGNORECASE)
_TIGHT = re.compile(r"[\s的之“”\"'（）()、,，·]+")


_OTHERS = re.compile(named("zh", "relation.others"))
_ENGLISH_OTHERS = re.compile(
    rf"(?:all |the )*(?:{named('en', 'relation.others')})\b", re.IGNORECASE
)
_WORD = re.compile(r"[a-z][a-z-]{2,}", re.IGNORECASE)
_TELLING = 5
"""How many letters of a word tell it: spending and spends, broadcasting and broadcast."""
_LONGEST, _MOST_WORDS = 8, 4
"""The most characters of a Chinese name of what is left, and the most words of an English one."""


@lru_cache(maxsize=4096)
def names_others(label: str) -> bool:
    """Whether a label is that of what is left: 其他收入, other costs; no member such as
    其他金砖成员国.
    """
    name = core(label)
    if name.isascii():
        return _ENGLISH_OTHERS.match(label) is not None and len(label.split()) <= _MOST_WORDS
    return _OTHERS.match(name) is not None and len(name) <= _LONGEST


@lru_cache(maxsize=4096)
def core(label: str) -> str:
    """A label without period and words of change: 全年粮食产量增长 is 粮食产量."""
    tight = _PARENT.sub("归母", _TIGHT.sub("", _MOVED.sub("", label)).casefold())
    tight = _PERIOD.sub("", tight)
    tight = _SHARE.sub("", tight) or tight
    tight = _GROUPING.sub("", tight) or tight
    return _MOVES.sub("", tight) or tight


@lru_cache(maxsize=4096)
def untotalled(label: str) -> str:
    """A label without the word for a total that opens it: 合计出院 is 出院."""
    found = TOTAL.match(label)
    return label[found.end() :] if found and len(label) - found.end() > 1 else label


def beginnings(words: str) -> frozenset[str]:
    """What tells the English words of a name, whatever they end in."""
    return frozenset(found.group()[:_TELLING].casefold() for found in _WORD.finditer(words))


def last_word(label: str) -> str:
    """The word that ends a label: two characters of Chinese, a word of English."""
    name = core(label)
    return name[-2:] if not name.isascii() else (label.casefold().split() or [""])[-1]


def of_one_level(one: str, other: str) -> bool:
    """Whether two labels, of sizes or of their changes and shares, name one level or its parts."""
    return same_subject(level_name(one), level_name(other))


def level_name(label: str) -> str:
    """An English label without what it adds to the name of a level; any other as it is."""
    return _ENGLISH_MOVES.sub("", label)


def same_subject(one: str, other: str) -> bool:
    """Whether one label holds the other, words of change and period aside."""
    a, b = core(one), core(other)
    if not a or not b:
        return False
    return _contains_name(b, a) or _contains_name(a, b)


def _contains_name(label: str, name: str) -> bool:
    """Whether a label holds a name, and not its opposite: 非税收入 is no 税收."""
    at = label.find(name)
    return at == 0 or (at > 0 and label[at - 1] not in _OPPOSITE)


def of_one_measure(one: str, other: str) -> bool:
    """Whether two labels may be whole and part: not where they name unlike measures.

    增加值 is no whole of 产值, and revenue none of profit; a label that names no measure fits any.
    A balance is what two sides differ by, and no part of what they make together: 贸易顺差.
    """
    if _BALANCE.search(other) and not _BALANCE.search(one):
        return False
    measures = measure_of(one), measure_of(other)
    return None in measures or measures[0] == measures[1]


def name_one_thing(label: str, named: str) -> bool:
    """Whether two English names are those of all that was spent, or of all who are employed."""
    measure = measure_of(named)
    if measure is not None and len(words_of_name(named)) == 1:
        return measure_of(label) == measure and len(words_of_name(label)) == 1
    return all(_STAFF.fullmatch(each.strip(" .").casefold()) for each in (label, named))


@lru_cache(maxsize=4096)
def words_of_name(name: str) -> frozenset[str]:
    """The words of an English name in small letters, without articles and words for a total."""
    return frozenset(_ARTICLES.sub(" ", name.casefold()).split())


_STAFF = re.compile(
    r"(?:(?:the|our|its|their|all|total) )*(?:workforce|staff|employees|personnel|headcount|"
    r"(?:people|staff|persons|employees) employed)"
)
"""The names of all who are employed."""
_ARTICLES = re.compile(r"\b(?:the|its|their|our|all|an?|total)\b|[^a-z\s]")
_BALANCE = re.compile(
    r"(?:顺差|逆差|差额|順差|逆差|差額)$|\b(?:surplus|deficit|shortfall)\b", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def measure_of(label: str) -> int | None:
    """The number of the measure that a label names: the last, in English before `of`."""
    head = _OF.split(label, 1)[0]
    last = [
        (found[-1].end(), number)
        for number, words in enumerate(_MEASURES)
        if (found := list(words.finditer(head)))
    ]
    return max(last)[1] if last else None


def likeness(one: str, other: str) -> float:
    """How alike two labels are, 0 to 1: common pairs of characters over all (Dice, 1945)."""
    a, b = _pairs(core(one)), _pairs(core(other))
    if not a or not b:
        return float(bool(core(one)) and core(one) == core(other))
    return 2 * len(a & b) / (len(a) + len(b))


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


def is_called(label: str, named: str, *, alone: bool) -> bool:
    """Whether a whole is named by its label; in English `alone` asks for every word of the name.

    `74% of emergency patients` are no share of the `patients waiting`.
    """
    if not label:
        return False
    if alone and named.isascii():
        if name_one_thing(label, named):
            return True
        words = words_of_name(named)
        return bool(words) and words <= set(label.casefold().split())
    if not of_one_measure(named, label):
        return False
    return same_subject(label, named) or likeness(label, named) >= _CALLED
