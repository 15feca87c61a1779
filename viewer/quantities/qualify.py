"""How firmly a number is said: the words before and after it, and what they make of it."""

from __future__ import annotations

from viewer.model import Qualifier
from viewer.quantities.regex_cache import pattern

_APPROX, _LEAST, _MOST = Qualifier.APPROX, Qualifier.AT_LEAST, Qualifier.AT_MOST

BEFORE: tuple[tuple[str, Qualifier, str], ...] = (
    # word, what it says, characters before it that make it part of another word
    ("不低于", _LEAST, ""), ("不少于", _LEAST, ""), ("不小于", _LEAST, ""), ("不下于", _LEAST, ""),
    ("不下", _LEAST, ""), ("至少", _LEAST, ""), ("最少", _LEAST, ""), ("最低", _LEAST, ""),
    ("起码", _LEAST, ""), ("不高于", _MOST, ""), ("不超过", _MOST, ""), ("不超", _MOST, ""),
    ("不多于", _MOST, ""), ("不大于", _MOST, ""), ("不足", _MOST, ""), ("不到", _MOST, ""),
    ("不满", _MOST, ""), ("未满", _MOST, ""), ("未超过", _MOST, ""), ("未达到", _MOST, ""),
    ("至多", _MOST, ""), ("最多", _MOST, ""), ("低于", _MOST, ""), ("小于", _MOST, ""),
    ("少于", _MOST, ""), ("未达", _MOST, ""), ("未到", _MOST, ""), ("高于", _LEAST, ""),
    ("大于", _LEAST, ""), ("多于", _LEAST, ""), ("超过了", _LEAST, ""), ("超过", _LEAST, ""),
    ("超出", _LEAST, ""), ("超", _LEAST, "赶反高出入买卖買賣"), ("逾", _LEAST, ""),
    ("突破了", _LEAST, ""),
    ("突破", _LEAST, ""), ("破", _LEAST, "侦突击跌"), ("过", _LEAST, "不通经超"),
    ("大约", _APPROX, ""), ("约为", _APPROX, ""), ("约合", _APPROX, ""), ("约占", _APPROX, ""),
    ("约有", _APPROX, ""), ("约达", _APPROX, ""), ("约", _APPROX, "节签合条制契公预相履违邀"),
    ("将近", _APPROX, ""), ("接近", _APPROX, ""), ("大概", _APPROX, ""),
    ("近", _APPROX, "附邻临靠最亲远逼"),
    ("上", _APPROX, "以"), ("估计", _APPROX, ""), ("几乎", _APPROX, ""), ("差不多", _APPROX, ""),
    (">=", _LEAST, ""), ("≥", _LEAST, ""), (">", _LEAST, ""), ("<=", _MOST, ""), ("≤", _MOST, ""),
    ("<", _MOST, ""), ("≈", _APPROX, ""), ("~", _APPROX, "0123456789%"),
)  # fmt: skip
AFTER: tuple[tuple[str, Qualifier], ...] = (
    ("及以上", _LEAST), ("或以上", _LEAST), ("(含)以上", _LEAST), ("（含）以上", _LEAST),
    ("以上", _LEAST),
    ("之上", _LEAST), ("及以下", _MOST), ("或以下", _MOST), ("（含）以下", _MOST), ("以下", _MOST),
    ("以内", _MOST), ("之内", _MOST), ("之下", _MOST), ("左右", _APPROX), ("上下", _APPROX),
    ("开外", _LEAST), ("有余", _APPROX), ("不到", _MOST), ("强", _APPROX), ("弱", _APPROX),
    ("多", _APPROX), ("余", _APPROX), ("+", _LEAST), ("许", _APPROX),
)  # fmt: skip
_BY_LAST: dict[str, tuple[tuple[str, Qualifier, str], ...]] = {}
for _row in BEFORE:
    _BY_LAST[_row[0][-1]] = (*_BY_LAST.get(_row[0][-1], ()), _row)
_SAID = {word: said for word, said, _ in BEFORE}
_REACH = 24
_STARTS = frozenset(word[0] for word, _ in AFTER)
_NOT_AFTER = {
    "多": "个元种项家名样边数",
    "余": "额粮热款下",
    "强": "化劲大度调烈",
    "弱": "势",
    "许": "多可",
}
_PER = r"每(?:百|千|万|亿)*[^，。；、0-9每]{1,6}$"
_OF_WHOLE = (
    r"(约占|约为|约|近|不足|不到|超过|超|逾)(?:了)?(?![前过期])[^，。；：、:0-9占]{2,14}的 ?$"
)
_HAVING = frozenset("有达到为用需占")
"""Verbs that may stand between a bound and its number: 至少有 3 家, 最多达 5 人."""
_BARE = ("百", "千", "万", "亿", "半")


def qualified(text: str, start: int, end: int) -> tuple[Qualifier, int, int]:
    """What the words around `start:end` of a folded text say, and the range with those words."""
    before, first = _before(text, start, end)
    after, last = _after(text, end)
    if after is not None and before is not None and before is not after:
        return (after if before is _APPROX else before), first, last
    return before or after or Qualifier.EXACT, first, last


def _before(text: str, start: int, stop: int) -> tuple[Qualifier | None, int]:
    end = _skip_back(text, start)
    if end == 0:
        return None, start
    said, first = _word_before(text, end, start, stop)
    if said is not None:
        return said, first
    lead = text[max(0, end - _REACH) : end]
    if lead[-1] == "的" and (text[stop - 1] in "%成半" or "分之" in text[start:stop]):
        whole = pattern(_OF_WHOLE).search(lead)
        return (None if whole is None else _SAID[whole.group(1)]), start
    if text[end - 1] in _HAVING:
        said, first = _word_before(text, end - 1, start, stop)
        noun = text.startswith("估计", first) and text[first - 1 : first] not in tuple("，。；\n")
        if said is not None and end - 1 - first > 1 and not noun:
            return said, first
    per = pattern(_PER).search(lead) if "每" in lead[-10:] else None
    if per is None:
        return None, start
    end -= len(lead) - per.start()
    said, first = _word_before(text, end, start, stop)
    return said, (start if said is None else first)


def _word_before(text: str, end: int, start: int, stop: int) -> tuple[Qualifier | None, int]:
    """What the word that ends at `end` says of the number `start:stop`, and where it begins."""
    if end <= 0:
        return None, start
    for word, said, spoilers in _BY_LAST.get(text[end - 1], ()):
        at = end - len(word)
        if at < 0 or not text.startswith(word, at):
            continue
        if spoilers and at and text[at - 1] in spoilers:
            continue
        if word == "上" and not text.startswith(_BARE, start):
            continue
        if word == "过" and not _passed(text, at, start, stop):
            continue
        return said, at
    return None, start


def _passed(text: str, at: int, start: int, stop: int) -> bool:
    """过 says "more than" of parts and round scales (已过八成, 过万人), not in 办过 3 次."""
    part = text[stop - 1] in "成半%"
    return part or text[at - 1 : at] == "已" or text.startswith(_BARE, start)


def _skip_back(text: str, start: int) -> int:
    for _ in range(2):
        if start and text[start - 1] == " ":
            start -= 1
    return start


def _after(text: str, end: int) -> tuple[Qualifier | None, int]:
    at = end
    while at < end + 2 and text.startswith(" ", at):
        at += 1
    if at >= len(text) or text[at] not in _STARTS:
        return None, end
    for word, said in AFTER:
        found = _match(text, at, word)
        if found and not text.startswith(tuple(_NOT_AFTER.get(word, "\0")), found):
            return said, found
    return None, end


def _match(text: str, at: int, word: str) -> int:
    """Where `word` ends, also when a line break of the original left a space inside it."""
    if text.startswith(word, at):
        return at + len(word)
    broken = f"{word[0]} {word[1:]}"
    return at + len(broken) if len(word) == 2 and text.startswith(broken, at) else 0
