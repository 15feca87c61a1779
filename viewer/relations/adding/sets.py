"""Divisions that are complete by their nature: men and women, town and country."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache, reduce

SETS: tuple[tuple[re.Pattern[str], ...], ...] = tuple(
    tuple(re.compile(word, re.IGNORECASE) for word in words)
    for words in (
        ("第一产业", "第二产业", "第三产业"),
        ("男", "女"),
        (r"\b(?:males?|men|boys)\b", r"\b(?:females?|women|girls)\b"),
        ("城镇|城市", "农村|乡村"),
        (r"\burban\b", r"\brural\b"),
        ("(?<!进)出口", "进口(?!出)"),
        ("一审", "二审", "再审"),
        ("(?<!建筑)(?<!农)工业", "建筑业"),
        ("内贸", "外贸"),
        ("境内|国内", "境外|国外|国际"),
        ("省内", "省外"),
        ("内资", "外资"),
        ("公办|公立", "民办|私立|民营"),
        ("线上|网上", "线下|窗口|现场"),
        ("新收|新受理", "旧存|结转|上年遗留"),
        ("新建", "续建|改扩建"),
        ("(?<!不)过夜", "不过夜|一日游"),
        ("(?<!非)住宅", "非住宅"),
        ("中央", "地方"),
        ("本级", "转移"),
        ("商品零售", "餐饮收入|餐饮"),
        ("(?<!非)税收", "非税"),
        ("(?<!不)合格", "不合格"),
        ("未成年", "(?<!未)成年"),
        (r"\b(?:single|one)-(?:family|unit)", r"\bmulti"),
        (r"\bdomestic\b", r"\b(?:international|overseas|foreign|abroad)\b"),
        (r"\bpublic\b", r"\bprivate\b"),
        (r"\bfull[- ]time\b", r"\bpart[- ]time\b"),
        ("一般债", "专项债"),
        ("财产险", "人身险"),
        ("门诊(?!急)", "(?<!门)急诊"),
        ("夏粮", "秋粮"),
        ("在职(?!率)", "离退休|退休"),
        (r"\bnew\b", r"\b(?:used|second-hand)\b"),
        (r"\bimports?\b", r"\bexports?\b"),
        (r"\b(?:day|same-day)\b", r"\b(?:overnight|staying)\b"),
    )
)
"""Divisions that are complete by their nature."""
_ANY = re.compile("|".join(word.pattern for words in SETS for word in words), re.IGNORECASE)


@lru_cache(maxsize=4096)
def sets_named(label: str) -> frozenset[tuple[int, int]]:
    """The divisions that a label speaks of: the number of the division and of the word in it."""
    if _ANY.search(label) is None:
        return frozenset()
    return frozenset(
        (number, place)
        for number, words in enumerate(SETS)
        for place, word in enumerate(words)
        if word.search(label)
    )


def without_division(number: int, label: str) -> str:
    """A label without the words that place it in a division."""
    return reduce(lambda rest, word: word.sub("", rest), SETS[number], label)


def completes_set(words: Iterable[str]) -> bool:
    """Whether each of some words names another member of one division, and all are named."""
    named = [sets_named(one) for one in words]
    for number in {number for one in named for number, _ in one}:
        places = [{place for at, place in one if at == number} for one in named]
        if all(places) and len(set.union(*places)) == len(SETS[number]) == len(named):
            return True
    return False
