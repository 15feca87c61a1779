"""Parts said in words: 百分之八十, 三分之一, 八成, 六成半, 一半, 翻一番."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from viewer.quantities.numbers.numerals import SCALES, Numeral, hanzi_value, power
from viewer.quantities.regex_cache import pattern

_OVER = "分之"
_SIGNS = {"百": "%", "千": "‰", "万": "‱"}
_DIGITS = "零〇一二三四五六七八九两"
_TOP = (
    rf"\s?(?:(?P<a>[0-9]{{1,12}}+(?:\.[0-9]++)?+)|(?P<h>[{_DIGITS}十百千]++(?:点[{_DIGITS}]++)?+))"
)
_HIGHER = rf"[至到~-]([{_DIGITS}十]{{1,3}}(?:点[{_DIGITS}]{{1,3}})?)(?![百千万亿分个{_DIGITS}十])"
"""The upper end of a part behind its lower: 百分之三到五."""
_SHORT = r"分([一二三四五六七八九])(?![一二三四五六七八九十百千万点分秒钟号个])"
"""The rest of 四分三, as Cantonese prose says 四分之三."""
_SCALES = dict(SCALES)
_BELOW = "一二三四五六七八九"
_DOUBLED = r"翻了?(?:(?P<n>[一二两三四五六七八九1-9])?番|倍(?!数|率))"
_AFTER_FINE = (
    "",
    *"的以左，。；、） 留来自由在用被去是为选受属已未仍都没愿会将集流进出达占高低多强弱和与及或",
)
"""What may follow the fine digit of 六成五."""
_NOT_TENTHS = "为立功果员本都熟品交长套就批效型人绩语像婚"

_NOT_DISCOUNT = "扣合算旧叠射腾返磨中损线桥子页断现弯"

VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8),
    "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
"""The fractions that are one character, each with its two numbers."""


class Part(NamedTuple):
    """A part of a whole and where its words end."""

    end: int
    numeral: Numeral
    unit: str


def vulgar(text: str, at: int) -> Decimal | None:
    """The fraction that stands as one character at `at` (½ is 0.5); None where none does."""
    parts = VULGAR.get(text[at : at + 1])
    return None if parts is None else Decimal(parts[0]) / parts[1]


def quarters(text: str, run: str, end: int) -> Part | None:
    """四分三, as Cantonese prose says 四分之三; the denominator `run` ends at `end`."""
    top = pattern(_SHORT).match(text, end) if len(run) == 1 and run in _BELOW else None
    if top is None or _BELOW.index(top.group(1)) >= _BELOW.index(run):
        return None
    value = Decimal(_BELOW.index(top.group(1)) + 1) / (_BELOW.index(run) + 1)
    return Part(top.end(), Numeral(value), "")


def fraction(text: str, run: str, end: int) -> Part | None:
    """The part whose denominator is `run`, ending at `end`, when 分之 follows."""
    if not text.startswith(_OVER, end):
        return None
    top = pattern(_TOP).match(text, end + len(_OVER))
    if top is None:
        return None
    written = top.group("a") or top.group("h")
    numeral = _numerator(written)
    if numeral is None:
        return None
    numeral, end = _to_higher(text, top, numeral)
    if run in _SIGNS:
        return Part(end, numeral, _SIGNS[run])
    below = Numeral(Decimal(run)) if run.isascii() else _denominator(run)
    if below is None or below.high is not None or not below.low:
        return None
    high = None if numeral.high is None else numeral.high / below.low
    return Part(end, Numeral(numeral.low / below.low, high), "")


def _denominator(run: str) -> Numeral | None:
    """The value of what stands before 分之; a bare scale (百万) stands for one of it."""
    if run in _SCALES:
        return Numeral(power(_SCALES[run]))
    return hanzi_value(run)


def _to_higher(text: str, top: re.Match[str], numeral: Numeral) -> tuple[Numeral, int]:
    """The numerator with the upper end behind it: 百分之三到五."""
    further = pattern(_HIGHER).match(text, top.end()) if numeral.high is None else None
    high = None if further is None else hanzi_value(further.group(1))
    if further is None or high is None or high.high is not None or high.low <= numeral.low:
        return numeral, top.end()
    return Numeral(numeral.low, high.low), further.end()


def _numerator(written: str) -> Numeral | None:
    if written == "百":
        return Numeral(Decimal(100))
    return Numeral(Decimal(written)) if written.isascii() else hanzi_value(written)


def tenths(text: str, numeral: Numeral, end: int) -> Part | None:
    """八成 is 80 %, 六成半 65 %, 八五折 85 %; 成 that begins another word (成为) is none."""
    if text.startswith("折", end):
        return _discounted(text, numeral, end)
    if not text.startswith("成", end) or not 0 < numeral.low <= 10:
        return None
    after = text[end + 1 : end + 2]
    if after and after in _NOT_TENTHS:
        return None
    low = numeral.low * 10
    high = None if numeral.high is None else numeral.high * 10
    if after == "半":
        return Part(end + 2, Numeral(low + 5, high), "%")
    fine = "一二三四五六七八九".find(after) + 1 if after and high is None else 0
    if fine and text[end + 2 : end + 3] in _AFTER_FINE:
        return Part(end + 2, Numeral(low + fine, None), "%")
    return Part(end + 1, Numeral(low, high), "%")


def _discounted(text: str, numeral: Numeral, end: int) -> Part | None:
    """The part of its price that something is sold at: 八折, 8.5折, 七五折."""
    if not 0 < numeral.low < 100 or numeral.high is not None or numeral.low == 10:
        return None
    if text[end + 1 : end + 2] in _NOT_DISCOUNT and text[end + 1 : end + 2]:
        return None
    return Part(end + 1, Numeral(numeral.low * 10 if numeral.low < 10 else numeral.low), "%")


def doubled(text: str, at: int) -> Part | None:
    """翻一番 is twice, 翻两番 four times; the span holds all the words."""
    found = pattern(_DOUBLED).match(text, at)
    if found is None:
        return None
    digit = found.group("n")
    count = hanzi_value(digit) if digit and not digit.isascii() else None
    times = int(count.low) if count is not None else int(digit or 1)
    return Part(found.end(), Numeral(Decimal(2**times)), "倍")
