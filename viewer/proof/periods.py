"""Whether a text speaks of a period: its years in any digits, or the period in words."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from viewer.expressions import compiled
from viewer.model import Briefing

_DIGITS = compiled(r"\d+")
_HAN_YEAR = compiled(r"[〇○零一二三四五六七八九]{4}")
_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_BEFORE = compiled(
    r"上年|去年|上一年|前一年|同比|同期|(?:last|previous|prior) year|year[- ]earlier|year ago",
    re.IGNORECASE,
)
_YEAR = 4


class Periods(NamedTuple):
    """The numbers that a briefing says anywhere, collected once, and the year that it is about."""

    numbers: frozenset[int]
    words: str
    year: int | None
    looks_back: bool

    @staticmethod
    def of(briefing: Briefing) -> Periods:
        """What the passages, titles and source of a briefing say."""
        source = briefing.source
        parts = [briefing.title, source.headline, source.date, source.page, source.note]
        parts += [section.title for section in briefing.sections]
        parts += [section.passage.text for section in briefing.sections]
        words = "\n".join(parts)
        years = [run for run in _runs(briefing.period) if len(run) == _YEAR]
        year = int(years[-1]) if years else None
        return Periods(_numbers(words), words, year, _BEFORE.search(words) is not None)

    def hold(self, period: str) -> bool:
        """Whether the briefing speaks of `period`; the year before is also 上年 or 同比."""
        wanted = _wanted(period)
        if not wanted:
            return period.strip() in self.words
        if self.year is not None and self.looks_back:
            wanted.discard(self.year - 1)
        return wanted <= self.numbers

    def are_past(self, period: str) -> bool:
        """Whether a period lies in a year before the one that the briefing is about, or before the
        last that it names."""
        named = [number for number in self.numbers if len(str(number)) == _YEAR]
        years = {int(run) for run in _runs(period) if len(run) == _YEAR}
        later = [self.year] if self.year else named
        return bool(years) and any(max(years) < year for year in later)


def period_in(text: str, period: str) -> bool:
    """Whether a text itself names a period: all its years, or the very words."""
    if period.strip() in text:
        return True
    wanted = _wanted(period)
    return bool(wanted) and all(str(number) in text for number in wanted)


def _wanted(period: str) -> set[int]:
    """The years of a period, or all its numbers where it has no year (`6月`)."""
    runs = _runs(period)
    return {int(run) for run in runs if len(run) == _YEAR} or {int(run) for run in runs}


def _runs(text: str) -> list[str]:
    return [run[: _YEAR + 14] for run in _DIGITS.findall(unicodedata.normalize("NFKC", text))]


def _numbers(words: str) -> frozenset[int]:
    found = {int(run[:18]) for run in _DIGITS.findall(words)}
    found |= {int(run.translate(_HAN_DIGITS)) for run in _HAN_YEAR.findall(words)}
    return frozenset(found)
