"""Dates, times and terms: numbers that say when, never how much.

Read by hand, as one expression for all of them takes longer to compile than a report to read.
"""

from __future__ import annotations

from viewer.quantities.regex_cache import pattern
from viewer.quantities.vocabulary import matcher

_HANZI = frozenset("一二三四五六七八九〇零○十廿")
_TO = "-~至到、和及/"
_NUMERIC = (
    r"[12][0-9]{3}([-/.])(?:1[0-2]|0?[1-9])\1(?:3[01]|[12][0-9]|0?[1-9])(?![0-9.])"
    r"|[12][0-9]{3}[-/](?:0[1-9]|1[0-2])(?![0-9])"
    r"|(?:19|20)[0-9]{2}\.(?:0[1-9]|1[0-2])(?![0-9]|\s?[万亿千百元美港欧吨公米点倍度个%])"
    r"|(?:19|20)[0-9]{2} ?/ ?(?:(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9])"
)
_CLOCK = r"[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9:.])"
_RATIO = r"[0-9]{1,12}+(?:\.[0-9]{1,6}+)?+(?: ?: ?[0-9]{1,12}+(?:\.[0-9]{1,6}+)?+){1,6}+"
_YEAR_PARTS = (
    "代末", "代初", "代中期", "代", "度", "间", "底", "初", "末", "中", "以来", "来", "内",
    "上半年", "下半年", "半年度", "全年", "前",
)  # fmt: skip
_MONTH_PARTS = ("上旬", "中旬", "下旬", "底", "初", "末", "中", "间")
_NOT_MONTH = "余多息均薪饼球亮台嫂"
_NOT_DAY = "线楼院机元店均产井烟称文平本用"
_RATIO_WORDS = ("比", "结构", "配", "按", "率", "战")
_DAYTIMES = ("上午", "下午", "早上", "凌晨", "晚上", "中午", "傍晚", "晚间", "清晨", "早晨", "午后")
_REACH = 14
_SCORE_BACK, _SCORE_AHEAD = 16, 10


def date_end(text: str, at: int) -> int:
    """Where a date, a year or a time of day that begins at `at` ends; 0 where there is none."""
    end = _run(text, at)
    if not end:
        return 0
    mark, after = _mark(text, end)
    if mark in "-/." and end - at == 4 and text[at].isascii():
        numeric = pattern(_NUMERIC).match(text, at)
        if numeric is not None:
            return numeric.end()
    if mark == ":":
        return _clock(text, at)
    if mark and mark in _TO:
        return _from_to(text, at, after)
    return _marked(text, at, end)


def _run(text: str, at: int) -> int:
    """Where up to four digits or date numerals end; 0 where a longer number stands."""
    end, last = at, min(len(text), at + 5)
    if text[at].isascii():
        while end < last and "0" <= text[end] <= "9":
            end += 1
        return end if at < end <= at + 4 else 0
    while end < last and (text[end] in _HANZI or text[end] == "0"):
        end += 1
    return end if at < end <= at + 4 else 0


def _mark(text: str, end: int) -> tuple[str, int]:
    """The character after a number, a space between left out, and the place after it."""
    if text.startswith(" ", end):
        end += 1
    return text[end : end + 1], end + 1


def _from_to(text: str, at: int, after: int) -> int:
    """`2016至2018年`, `1-5月`: the second number carries the word for both."""
    start = after + 1 if text.startswith(" ", after) else after
    end = _run(text, start) if start < len(text) else 0
    if not end:
        return 0
    mark, _ = _mark(text, end)
    if mark == "年" and not (_is_year(text[start:end]) or _is_year(text[at : after - 1].strip())):
        return 0
    return _marked(text, start, end)


def _marked(text: str, start: int, end: int) -> int:
    """The date whose number `start:end` is followed by 年, 月, 日 and their like."""
    mark, after = _mark(text, end)
    digits = text[start:end]
    if mark == "年":
        return _year(text, digits, after)
    if len(digits) > 3 or not mark:
        return 0
    if mark in "月季":
        return _month_or_quarter(text, mark, after)
    if mark in "日号":
        following = text[after : after + 1]
        return after if _small(digits) and (not following or following not in _NOT_DAY) else 0
    if mark == "点" and text[max(0, start - 2) : start] in _DAYTIMES:
        return max(_hour(text, mark, after), after)
    return _long_or_short(text, mark, after)


def _month_or_quarter(text: str, mark: str, after: int) -> int:
    if mark == "月":
        return _month(text, after)
    return _month(text, after + 1) if text.startswith("度", after) else 0


def _long_or_short(text: str, mark: str, after: int) -> int:
    """A century or an hour."""
    if mark == "世" and text.startswith("纪", after):
        return _century(text, after + 1)
    return _hour(text, mark, after) if mark in "时点" else 0


def _is_year(digits: str) -> bool:
    if len(digits) != 4:
        return False
    return digits[0] in "12" if digits.isascii() else "十" not in digits and "廿" not in digits


def _small(digits: str) -> bool:
    return not digits.isascii() or int(digits) <= 31


def _year(text: str, digits: str, after: int) -> int:
    decade = text.startswith("代", after) and digits[-1] in "0十"
    short = len(digits) == 2 and "十" not in digits
    month = _inner(text, after)
    if not (_is_year(digits) or decade or (short and (month or digits[0] in "09〇零"))):
        return 0
    if text.startswith(("级", "画"), after):
        return 0
    return month or _past(text, after, _YEAR_PARTS)


def _inner(text: str, after: int) -> int:
    """A month or quarter behind a year (2018年前11月, 2020年第三季度)."""
    at = after + 1 if text.startswith((" ", "的", "度"), after) else after
    if text.startswith(("前", "第", "头"), at):
        at += 1
    if at >= len(text) or not (end := _run(text, at)) or end - at > 3:
        return 0
    mark, behind = _mark(text, end)
    if mark and mark in _TO:
        start = behind + 1 if text.startswith(" ", behind) else behind
        second = _run(text, start) if start < len(text) else 0
        if not second or second - start > 3:
            return 0
        mark, behind = _mark(text, second)
    if mark == "个" and text.startswith(("月", "季度"), behind):
        mark, behind = text[behind], behind + 1
    return _month_or_quarter(text, mark, behind) if mark and mark in "月季" else 0


def _month(text: str, after: int) -> int:
    following = text[after : after + 1]
    if following and following in _NOT_MONTH:
        return 0
    end = after + 1 if following == "份" else after
    end = _past(text, end, _MONTH_PARTS)
    at = end + 1 if text.startswith(" ", end) else end
    day = _run(text, at) if at < len(text) else 0
    if not day or day - at > 3:
        return end
    mark, behind = _mark(text, day)
    if mark and mark in _TO:
        start = behind + 1 if text.startswith(" ", behind) else behind
        second = _run(text, start) if start < len(text) else 0
        mark, behind = _mark(text, second) if second else ("", behind)
    return behind if mark and mark in "日号" else end


def _century(text: str, after: int) -> int:
    decade = _run(text, after) if after < len(text) else 0
    if decade and text.startswith("年代", decade):
        return _past(text, decade + 2, ("末", "初", "中期"))
    return _past(text, after, ("末", "初", "中叶", "中期"))


def _past(text: str, at: int, words: tuple[str, ...]) -> int:
    for word in words:
        if text.startswith(word, at):
            return at + len(word)
    return at


def _hour(text: str, mark: str, after: int) -> int:
    """8时, 8时30分, 8点半; a plain 点 is a point of an index or of a list."""
    minutes = _run(text, after) if after < len(text) else 0
    if minutes and minutes - after <= 3 and text.startswith("分", minutes):
        return minutes + 1
    if mark == "点":
        end = _past(text, after, ("半", "钟", "整", "许"))
        return end if end > after else 0
    following = text[after : after + 1]
    return 0 if following and following in "代速装段间" else after


def _clock(text: str, at: int) -> int:
    found = pattern(_CLOCK).match(text, at)
    if found is None:
        return 0
    lead = text[max(0, at - _REACH) : at]
    return 0 if any(word in lead for word in _RATIO_WORDS) else found.end()


def bare_year(text: str, at: int, end: int) -> bool:
    """Whether the digits alone, with no unit behind them, read as a year."""
    if end - at != 4 or not text[at:end].isdecimal():
        return False
    if text.startswith(("19", "20"), at):
        return True
    return text[at] == "1" and text[at - 1 : at] in ("于", "自", "从")


def ratio_end(text: str, at: int) -> int:
    """Where a ratio (`3.9:59.5:36.6`) that begins at `at` ends; 0 where there is none."""
    found = pattern(_RATIO).match(text, at)
    return 0 if found is None else found.end()


def is_score(text: str, start: int, end: int) -> bool:
    """Whether the ratio in `start:end` is the score of a match: 主队以3:1取胜."""
    if end - start > len("102:98"):
        return False
    around = text[max(0, start - _SCORE_BACK) : end + _SCORE_AHEAD]
    return bool(matcher("zh", "name.score").found(around))
