"""The period that words speak of, as months: 上半年, 1至4月, 2023年, fourth quarter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from viewer.quantities.normalize import fold
from viewer.quantities.vocabulary import words_of
from viewer.relations.wording import DAY

_MONTHS = tuple(month.lower() for month in words_of("en", "month", "full"))
_HANZI = {name: at for at, name in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}
_HANZI |= {"两": 2}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4} | _HANZI
_NUMBER = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}|两)"
_MONTH = f"(?:{'|'.join(_MONTHS)})"
_BEGUN = r"(?:[前首]|1\s?月?\s?[至到~—–-]\s?)"
_QUARTER = r"(?:第|[前首]|[一1]季?度?[至到~—–-])?[一二三四1-4]\s?个?季度?|首季度?"
_PART = (
    rf"[上下]半年|半年度|{_QUARTER}|{_BEGUN}{_NUMBER}\s?个?月|{_NUMBER}\s?月(?!前)|全年|"
    r"首半年"
)
_DIGITS = "〇零一二三四五六七八九"
_YEAR = (
    r"(?P<year>(?:19|20)[0-9]{2})(?:[/-](?P<until>[0-9]{2}|20[0-9]{2}))?|"
    r"(?P<minguo>(?:民国\s?[0-9]{2,3}|(?<![0-9,.])1[0-9]{2}(?=\s?年度|\s?年[0-9]{1,2}\s?月)))|"
    rf"(?P<hanzi>[一二][九〇零][{_DIGITS}]{{2}})"
)
_CHINESE = re.compile(rf"(?:{_YEAR})\s?(?:财政|财)?年度?(?P<part>{_PART})?|(?P<alone>{_PART})")
_FIRST_MINGUO = 1911
_SPAN = r"(?:three|six|nine|twelve) months|half[- ]year|year"
_DATE = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)? )?(?P<month>{_MONTH})(?: [0-9]{{1,2}}(?![0-9]),?)?"
_ENDED = re.compile(
    rf"\b(?P<span>{_SPAN}|quarter) (?:ended|ending|to) {_DATE}(?: (?P<year>(?:19|20)[0-9]{{2}}))?",
    re.IGNORECASE,
)
"""A span of months that ends on a day: `the six months ended 30 June 2024`."""
_ENGLISH = re.compile(
    r"\b(?:(?:fiscal(?: year)?|fy) ?(?P<fiscal>(?:19|20)?[0-9]{2})(?![0-9,.%]*[0-9%])|"
    r"(?P<part>(?:first|second|third|fourth)[- ]quarter|q[1-4]|(?:first|second)[- ]half|"
    r"first (?:two|three) quarters|"
    rf"full[- ]year|(?:first )?(?:three|six|nine|twelve) months|half[- ]year|year to date|"
    rf"(?<=\bin ){_MONTH}|(?<=\bof ){_MONTH}|(?<=\bfor ){_MONTH}|"
    rf"{_MONTH}(?= (?:19|20)[0-9]{{2}}))(?: (?:of )?(?P<year>(?:19|20)[0-9]{{2}}))?|"
    r"(?P<bare>(?:19|20)[0-9]{2})(?:[/-](?P<until>[0-9]{2}|20[0-9]{2}))?(?![0-9,.%]*[0-9%]))\b",
    re.IGNORECASE,
)
_ENGLISH_DAY = re.compile(
    rf"\b(?:[0-9]{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} [0-9]{{1,2}}(?![0-9]))"
    r"(?:,? (?:19|20)[0-9]{2})?",
    re.IGNORECASE,
)
_BACK = re.compile(r"(?:上年|去年|上一年)度?(?P<same>同期|同月|同季)?")
_INSTANT = re.compile(r"(?:份|的|年)*[末底初]|以来|来")
_FROM = re.compile(
    r"(?:截至|截止|自|since|until|by(?: the end of)?|end of|as of)\s*$", re.IGNORECASE
)
_YEAR_LENGTH = 12
_SPLIT = (4, 15)
"""The months of a year that two calendar years name: from April on."""
_NONE = 99
"""More months than any period has: what is no month."""
_SPANS = {"three": 3, "six": 6, "nine": 9, "half": 6, "quarter": 3}
"""Months of English spans, which begin with the year unless their last month is named."""


@dataclass(frozen=True, slots=True)
class Period:
    """The months `first` to `last` of a `year`, None where no word gives it.

    Months count from 1; those from 13 on are of the year after: `2023/24` has 4 to 15.
    """

    first: int
    last: int
    year: int | None = None

    @property
    def length(self) -> int:
        """How many months it has."""
        return self.last - self.first + 1

    @property
    def is_year(self) -> bool:
        """Whether it has the months of a year, from whichever month on."""
        return self.length == _YEAR_LENGTH

    @property
    def is_so_far(self) -> bool:
        """Whether it has all months of a year up to its last, two at least."""
        return self.first == 1 and self.length > 1

    def follows(self, own: Period) -> Period:
        """The same months with the year counted from that of `own`, None where one is unknown."""
        if self.year is None or own.year is None:
            return Period(self.first, self.last)
        start = own.first if own.is_year else 1
        months = (self.year - own.year) * _YEAR_LENGTH + self.first - start
        nearest = _YEAR_LENGTH // 2 if self.is_year else 0
        return Period(self.first, self.last, (months + nearest) // _YEAR_LENGTH)

    def may_be(self, other: Period) -> bool:
        """Whether both have the same months, and no two years that differ."""
        if self.is_year and other.is_year:
            return not self.follows(other).year
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
    words = fold(text)
    days = (DAY, _ENGLISH_DAY, _ENDED)
    taken = [one.span() for day in days for one in day.finditer(words)]
    named = list(_ended(words))
    for one in (*_in_chinese(words), *_in_english(words)):
        if not any(begin <= one.start < end for begin, end in taken):
            named.append(one)
            taken.append((one.start, one.end))
    return tuple(sorted(_looking_back(words, named), key=lambda one: one.start))


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
        part = one["part"] or one["alone"] or ""
        first, last = _months(part)
        year = _chinese_year(one)
        if not part and year is not None and _is_split(one, year):
            first, last = _SPLIT
        elif one["until"]:
            year = _whole(one["until"])
        if last <= _SPLIT[1]:
            moment = _INSTANT.match(text, one.end()) or _FROM.search(text, 0, one.start())
            yield Mention(one.start(), one.end(), Period(first, last, year), bool(moment))


def _chinese_year(one: re.Match[str]) -> int | None:
    """The year of 2024年, 民国113年, 二〇二四年; None where none is named."""
    if one["minguo"]:
        return _FIRST_MINGUO + int(re.sub(r"\D", "", one["minguo"]))
    if one["hanzi"]:
        digits = (max(0, _DIGITS.index(each) - 1) for each in one["hanzi"])
        return int("".join(map(str, digits)))
    return int(one["year"]) if one["year"] else None


def _is_split(one: re.Match[str], year: int) -> bool:
    """Whether two years that follow each other name one: 2023/24."""
    return one["until"] is not None and int(one["until"]) % 100 == (year + 1) % 100


def _whole(year: str) -> int:
    """A year of two digits or four with its century."""
    return int(year) + 2000 if len(year) == len("25") else int(year)


def _in_english(text: str) -> Iterator[Mention]:
    for one in _ENGLISH.finditer(text):
        written = one["fiscal"] or one["year"] or one["bare"]
        year = _whole(written) if written else None
        split = year is not None and _is_split(one, year)
        first, last = _SPLIT if split else _english_months((one["part"] or "").casefold())
        moment = _FROM.search(text, 0, one.start()) is not None
        yield Mention(one.start(), one.end(), Period(first, last, year), moment)


def _ended(text: str) -> Iterator[Mention]:
    """The spans of months that end on a day or with a month.

    A quarter is left out: which one it is, its company's calendar tells.
    """
    for one in _ENDED.finditer(text):
        last, year = _MONTHS.index(one["month"].casefold()) + 1, one["year"]
        length = _SPANS.get(re.split("[- ]", one["span"].casefold())[0], _YEAR_LENGTH)
        if length == _SPANS["quarter"]:
            continue
        before = _YEAR_LENGTH if last < length else 0
        first = last - length + 1 + before
        period = Period(first, last + before, int(year) - bool(before) if year else None)
        yield Mention(one.start(), one.end(), period)


def _months(part: str) -> tuple[int, int]:
    """The months of 上半年, 第三季度, 前两个月, 6月; of nothing or 全年 the whole year."""
    if "半年" in part:
        return (7, _YEAR_LENGTH) if part.startswith("下") else (1, 6)
    begun = part[:1] in ("前", "首") or re.search(r"[至到~—–-]", part) is not None
    number = _last_number(part)
    if "季" in part:
        return (1, 3 * number) if begun else (3 * number - 2, 3 * number)
    if "月" in part:
        return (1 if begun else number), number if number <= _YEAR_LENGTH else _NONE
    return 1, _YEAR_LENGTH


def _last_number(part: str) -> int:
    found = re.findall(r"[0-9]+|[一二三四五六七八九十两]+", part)
    last = found[-1] if found else "1"
    return int(last) if last.isdecimal() else _HANZI.get(last, _NONE)


def _english_months(part: str) -> tuple[int, int]:
    if part in _MONTHS:
        return _MONTHS.index(part) + 1, _MONTHS.index(part) + 1
    spanned = re.search(r"(three|six|nine|half)[- ](?:months|year)", part)
    if spanned:
        return 1, _SPANS[spanned[1]]
    if "half" in part:
        return (1, 6) if part.startswith("first") else (7, _YEAR_LENGTH)
    if part.endswith("quarters"):
        return 1, 6 if "two" in part else 9
    if "quarter" in part or part.startswith("q"):
        number = int(part[1]) if part[1:].isdecimal() else _QUARTERS[re.split("[- ]", part)[0]]
        return 3 * number - 2, 3 * number
    return 1, _YEAR_LENGTH
