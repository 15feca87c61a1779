"""The period that words speak of, as months: 上半年, 1至4月, 2023年, fourth quarter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from viewer.quantities.vocabulary import words_of
from viewer.relations.wording import DAY

_MONTHS = tuple(month.lower() for month in words_of("en", "month", "full"))
_HANZI = {name: at for at, name in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4} | _HANZI
_NUMBER = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})"
_MONTH = f"(?:{'|'.join(_MONTHS)})"
_PART = (
    rf"[上下]半年|半年度|(?:第|前)?[一二三四1-4]季度?|(?:前|1\s?月?\s?[至到~—–-]\s?){_NUMBER}\s?个?月|"
    rf"{_NUMBER}\s?月(?!前)|全年"
)
_CHINESE = re.compile(
    rf"(?P<year>(?:19|20)[0-9]{{2}})\s?年度?(?P<part>{_PART})?|(?P<alone>{_PART})"
)
_ENGLISH = re.compile(
    r"\b(?:fiscal(?: year)? (?P<fiscal>(?:19|20)[0-9]{2})|"
    r"(?P<part>(?:first|second|third|fourth)[- ]quarter|q[1-4]|(?:first|second)[- ]half|"
    rf"full[- ]year|(?:first )?(?:three|six|nine|twelve) months|half[- ]year|year to date|"
    rf"(?<=\bin ){_MONTH}|(?<=\bof ){_MONTH}|(?<=\bfor ){_MONTH}|"
    rf"{_MONTH}(?= (?:19|20)[0-9]{{2}}))(?: (?:of )?(?P<year>(?:19|20)[0-9]{{2}}))?|"
    r"(?P<bare>(?:19|20)[0-9]{2})(?![0-9,.%]*[0-9%]))\b",
    re.IGNORECASE,
)
_BACK = re.compile(r"(?:上年|去年|上一年)度?(?P<same>同期|同月|同季)?")
_INSTANT = re.compile(r"(?:份|的|年)*[末底初]|以来|来")
_FROM = re.compile(
    r"(?:截至|截止|自|since|until|by(?: the end of)?|end of|as of)\s*$", re.IGNORECASE
)
_YEAR_LENGTH = 12
_SPANS = {"three": 3, "six": 6, "nine": 9, "half": 6}
"""Months of English spans that begin with the year."""


@dataclass(frozen=True, slots=True)
class Period:
    """The months `first` to `last` (1 to 12) of a `year`, None where no word gives it."""

    first: int
    last: int
    year: int | None = None

    @property
    def length(self) -> int:
        """How many months it has."""
        return self.last - self.first + 1

    def follows(self, own: Period) -> Period:
        """The same months with the year counted from that of `own`, None where one is unknown."""
        known = self.year is not None and own.year is not None
        return Period(self.first, self.last, (self.year or 0) - (own.year or 0) if known else None)

    def may_be(self, other: Period) -> bool:
        """Whether both have the same months, and no two years that differ."""
        years = {year for year in (self.year, other.year) if year is not None}
        return (self.first, self.last) == (other.first, other.last) and len(years) < 2


@dataclass(frozen=True, slots=True)
class Mention:
    """A period in a text: its place as code points, and whether it is a moment (末, 以来, by).

    `back` is how many years before the text's own it lies by its words (去年一季度); `same` tells
    that it has the months of the text's own (去年同期).
    """

    start: int
    end: int
    period: Period
    instant: bool = False
    back: int = 0
    same: bool = False


def mentions(text: str) -> tuple[Mention, ...]:
    """The periods that a text names, in order; days are none."""
    days = [one.span() for one in DAY.finditer(text)]
    named = [
        one
        for one in (*_in_chinese(text), *_in_english(text))
        if not any(begin <= one.start < end for begin, end in days)
    ]
    return tuple(sorted(_looking_back(text, named), key=lambda one: one.start))


def _looking_back(text: str, named: Sequence[Mention]) -> Iterator[Mention]:
    """The periods named, those behind 上年 a year before; 上年 alone is all of that year."""
    backs = {found.end(): found for found in _BACK.finditer(text)}
    for one in named:
        before = backs.pop(one.start, None)
        yield one if before is None else replace(one, start=before.start(), back=1)
    for end, found in backs.items():
        moment, same = _INSTANT.match(text, end) is not None, found["same"] is not None
        yield Mention(found.start(), end, Period(1, _YEAR_LENGTH), moment, back=1, same=same)


def _in_chinese(text: str) -> Iterator[Mention]:
    for one in _CHINESE.finditer(text):
        part, year = one["part"] or one["alone"] or "", int(one["year"]) if one["year"] else None
        first, last = _months(part)
        if last <= _YEAR_LENGTH:
            moment = _INSTANT.match(text, one.end()) or _FROM.search(text, 0, one.start())
            yield Mention(one.start(), one.end(), Period(first, last, year), bool(moment))


def _in_english(text: str) -> Iterator[Mention]:
    for one in _ENGLISH.finditer(text):
        written = one["fiscal"] or one["year"] or one["bare"]
        first, last = _english_months((one["part"] or "").casefold())
        period = Period(first, last, int(written) if written else None)
        moment = _FROM.search(text, 0, one.start()) is not None
        yield Mention(one.start(), one.end(), period, moment)


def _months(part: str) -> tuple[int, int]:
    """The months of 上半年, 第三季度, 前两个月, 6月; of nothing or 全年 the whole year."""
    if "半年" in part:
        return (7, _YEAR_LENGTH) if part.startswith("下") else (1, 6)
    number = _last_number(part)
    if "季" in part:
        return (1, 3 * number) if part.startswith("前") else (3 * number - 2, 3 * number)
    if "月" in part:
        begun = part.startswith("前") or re.search(r"[至到~—–-]", part) is not None
        return (1 if begun else number), number
    return 1, _YEAR_LENGTH


def _last_number(part: str) -> int:
    found = re.findall(r"[0-9]+|[一二三四五六七八九十]+", part)
    last = found[-1] if found else "1"
    return int(last) if last.isdecimal() else _HANZI.get(last, _YEAR_LENGTH + 1)


def _english_months(part: str) -> tuple[int, int]:
    if part in _MONTHS:
        return _MONTHS.index(part) + 1, _MONTHS.index(part) + 1
    spanned = re.search(r"(three|six|nine|half)[- ](?:months|year)", part)
    if spanned:
        return 1, _SPANS[spanned[1]]
    if "half" in part:
        return (1, 6) if part.startswith("first") else (7, _YEAR_LENGTH)
    if "quarter" in part or part.startswith("q"):
        number = int(part[1]) if part[1:].isdecimal() else _QUARTERS[re.split("[- ]", part)[0]]
        return 3 * number - 2, 3 * number
    return 1, _YEAR_LENGTH
