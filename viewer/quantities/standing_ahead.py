"""What is told of a time to come without another word: 明年新增学位1.8万个, next year's intake."""

from __future__ import annotations

import re
from bisect import bisect_left

from viewer.model import Quantity, Standing
from viewer.quantities.chinese.standing_frames import names_act
from viewer.quantities.reasons import note
from viewer.quantities.regex_cache import pattern
from viewer.quantities.sentence import Breaks
from viewer.quantities.vocabulary import any_of

AHEAD = (
    r"(?:明年|来年|后年|明春|明后年|下一?(?:年度|财年|学年|学期|季度)|下季|明[天日晨晚早]|后天|下周|下个?月|"
    r"未来(?:[一二两三四五六七八九十0-9]+[周天日]|几[周天日]|数日))(?!比|的今天)"
)
"""A time to come: what is told of it has not happened."""
_AHEAD_EN = (
    r"\b(?:(?:for |from |in |over |during )?(?:next (?:year|month|week|quarter|season|term|spring|"
    r"summer|autumn|winter)|(?:the )?coming (?:year|months|weeks|season|decade)|"
    r"years? to come)|tomorrow)(?:'s)?\b(?! (?:to|door))"
)
_HELD = (
    r"(?:控制|保持|稳定|维持)在|(?:提高|提升|增加|扩大|降低|压减|压降|下降|减少|回升)[到至]|"
    r"(?:达到|实现|完成|不低于|不超过|不少于)"
)
"""What is aimed at beside another figure of a year to come: 失业率控制在5.5%以内."""
_KEPT_AT = r"(?:控制|保持|稳定|维持)在[^，。；0-9]{0,4}$"
"""What leads to a level that is to be kept: 失业率控制在5.5%."""
_SET_BOUNDS = ("以上", "以内", "以下", "左右", "上下")
_AIMED = any_of("zh", "standing.aimed")
_TIME_ONLY = f"{AHEAD}[^，。；]{{0,9}}，"
"""A clause that says no more than the time of the next one: 明年一月起，."""
_FIXED = (
    r"\b(?:has|have) been (?:set|fixed|capped|agreed|confirmed)\b|"
    r"\b(?:offers|opens|closes|starts|pays|costs|puts|hires|adds|buys|sells|goes up|rises) |"
    r"\b(?:rise|increase|cut|reduction|hike|levy|sale|auction|dividend|payment|issue)s? of $"
)
_GRANTED = f"{any_of('en', 'standing.granted')} $"
"""What somebody has set for a time to come: the cap for next season."""
_GIVEN = "给(?!定|予)|把|拨(?!备)|派(?!生)"
"""Verbs of one character of what somebody does on purpose: 明年给每村10万元."""
_BOOKED = any_of("zh", "standing.booked")
"""What is counted now of a time to come: 明年春节机票预订量."""
_UP_TO = r"已[^，。；]{0,6}$"
DONE = r"已|了|为止"
PAST = r"\b(?:had|was|were|has|have)\b"
"""What tells of a clause that names a time to come that it speaks of what has been, in Chinese and
in English."""


class TimesAhead:
    """The times to come that a folded text names."""

    def __init__(self, folded: str, language: str, breaks: Breaks) -> None:
        self._text, self._language, self._breaks = folded, language, breaks
        named = pattern(AHEAD if language == "zh" else _AHEAD_EN, re.IGNORECASE)
        self._starts = [one.start() for one in named.finditer(folded)]

    def of(self, quantity: Quantity, *, reported: bool) -> Standing | None:
        """What the time before a figure says of it, if its sentence names one.

        `reported` is whether an English verb beside the figure tells what happened.
        """
        start = quantity.words.start
        at = bisect_left(self._starts, start) - 1
        if at < 0 or self._starts[at] < self._breaks.sentence(start):
            return None
        between = self._text[self._starts[at] : start]
        if self._language == "en":
            if pattern(_GRANTED).search(
                self._text[max(0, self._starts[at] - 20) : self._starts[at]]
            ):
                return Standing.PLAN
            return _english(between.lower(), reported=reported)
        if self._text.startswith("原", max(0, self._starts[at] - 2)):
            return None
        return self._chinese(self._starts[at], between, quantity)

    def _chinese(self, ahead: int, between: str, quantity: Quantity) -> Standing | None:
        start = quantity.words.start
        clause = self._breaks.clause(start)
        if pattern(_BOOKED).search(between) or pattern(_UP_TO).search(self._text, clause, ahead):
            return None
        past = pattern(DONE).search(between) is not None
        if ahead < clause and not pattern(_TIME_ONLY).fullmatch(self._text, ahead, clause):
            held = pattern(_HELD).search(self._text, clause, start)
            return Standing.TARGET if held and not past else None
        return None if past else self._of_what_comes(between, quantity.words.end)

    def _of_what_comes(self, between: str, end: int) -> Standing:
        note("standing", between)
        if self._is_bounded(between, end):
            return Standing.TARGET
        if (
            names_act(between)
            or pattern("^[^，]{0,6}起").match(between)
            or pattern(_GIVEN).search(between)
        ):
            return Standing.PLAN
        return Standing.TARGET if pattern("^[^，]{0,7}前").match(between) else Standing.FORECAST

    def _is_bounded(self, between: str, end: int) -> bool:
        """Whether a year to come has a bound or a level set: 明年新增就业12万人以上."""
        return _is_bound(self._text, end) and pattern(_AIMED).search(between) is not None


def sets_level(text: str, clause: int, start: int, end: int) -> bool:
    """Whether the clause from `clause` sets a level or a bound at the number `start:end`."""
    if pattern(_KEPT_AT).search(text, clause, start):
        return True
    return _is_bound(text, end) and pattern(_AIMED).search(text, clause, start) is not None


def _is_bound(text: str, end: int) -> bool:
    return text.startswith(_SET_BOUNDS, end) or text.endswith(_SET_BOUNDS, 0, end)


def _english(between: str, *, reported: bool) -> Standing | None:
    """What leads from a time to come to a number: next year's intake has been set at."""
    fixed = pattern(_FIXED).search(between) is not None
    if (reported or pattern(PAST).search(between)) and not fixed:
        return None
    note("standing", between)
    return Standing.PLAN if fixed else Standing.FORECAST
