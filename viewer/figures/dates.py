"""Dates, times and terms: numbers that say when, never how much."""

from __future__ import annotations

import re

_H = "一二三四五六七八九〇零○"
_YEAR = rf"(?:[12][0-9]{{3}}|[{_H}0]{{4}})"
_SHORT = rf"(?:[0-9]{{2}}|[{_H}]{{2}})"
_N = rf"(?:[0-9]{{1,2}}(?![0-9])|[{_H}十]{{1,3}}|廿[{_H}]?)"
_TO = r"\s?(?:-{1,2}|~|至|到|、|和|/)\s?"
_PART = r"(?:代末|代初|代中期|代|度|间|底|初|末|中|前|来|以来|内|上半年|下半年|半年度?|全年)"
_THIRD = "(?:份)?(?:上旬|中旬|下旬|底|初|末|中|间)?"
_MONTH = (
    rf"(?:前|头|首)?{_N}(?:{_TO}{_N})?\s?(?:个?月|季度)(?!余|多|息|均|薪|饼|球|亮|台){_THIRD}"
    rf"(?:\s?{_N}(?:{_TO}{_N})?\s?[日号](?!线|楼|院))?"
)
_CALENDAR = re.compile(
    rf"(?:(?:{_YEAR}|{_SHORT})\s?年?{_TO})?{_YEAR}\s?年(?!级|画){_PART}?(?:\s?的?{_MONTH})?"
    rf"|{_SHORT}\s?年(?:{_PART}|\s?{_MONTH})"
    rf"|(?:{_YEAR}|{_SHORT}){_TO}{_SHORT}\s?年(?:{_PART})?"
    rf"|{_N}\s?世纪(?:{_SHORT}\s?年代)?(?:末|初|中叶|中期)?"
    rf"|[0-9{_H}]0\s?年代{_PART}?"
    rf"|{_N}(?:{_TO}{_N})?\s?(?:月|季度)(?!余|多|息|均|薪|饼|球|亮|台){_THIRD}"
    rf"(?:\s?{_N}(?:{_TO}{_N})?\s?[日号](?!线|楼|院))?"
    rf"|(?:{_N}{_TO})?{_N}\s?[日号](?!线|楼|院|机|元|店|均|产|井|烟|称|文|平)"
)
_NUMERIC = re.compile(
    r"[12][0-9]{3}([-/.])(?:0?[1-9]|1[0-2])(?:\1(?:0?[1-9]|[12][0-9]|3[01]))(?![0-9.])"
    r"|[12][0-9]{3}[-/](?:0[1-9]|1[0-2])(?![0-9])"
    r"|(?:19|20)[0-9]{2}\s?/\s?(?:(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9])"
)
_CLOCK = re.compile(
    r"[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9:.])"
    r"|[0-2]?[0-9]\s?(?:时(?!代|速|装|段|间)(?:[0-5]?[0-9]\s?分)?|点(?:[0-5]?[0-9]\s?分|半|许|整|钟))"
    rf"|[{_H}十]{{1,3}}(?:时(?:[{_H}十]{{1,3}}分)|点(?:[{_H}十]{{1,3}}分|半|钟))"
)
_BARE = re.compile(r"(?:19|20)[0-9]{2}(?![0-9])")
_RATIO = re.compile(r"[0-9]++(?:\.[0-9]++)?+(?:\s?:\s?[0-9]++(?:\.[0-9]++)?+)++")
_RATIO_WORDS = ("比", "结构", "配", "按", "率", "战")
_REACH = 14


def date_end(text: str, at: int) -> int:
    """Where a date, a year or a time of day that begins at `at` ends; 0 where there is none."""
    for pattern in (_NUMERIC, _CALENDAR):
        found = pattern.match(text, at)
        if found is not None:
            return found.end()
    found = _CLOCK.match(text, at)
    if found is not None and not _speaks_of_ratio(text, at, found.group()):
        return found.end()
    return 0


def bare_year(text: str, at: int, end: int) -> bool:
    """Whether the digits alone, with no unit behind them, read as a year."""
    if end - at != 4:
        return False
    if _BARE.match(text, at) is not None:
        return True
    return text[at] == "1" and text[at - 1 : at] in ("于", "自", "从")


def ratio_end(text: str, at: int) -> int:
    """Where a ratio (`3.9:59.5:36.6`) that begins at `at` ends; 0 where there is none."""
    found = _RATIO.match(text, at)
    return 0 if found is None or found.end() - at > 60 else found.end()


def _speaks_of_ratio(text: str, at: int, written: str) -> bool:
    lead = text[max(0, at - _REACH) : at]
    return ":" in written and any(word in lead for word in _RATIO_WORDS)
