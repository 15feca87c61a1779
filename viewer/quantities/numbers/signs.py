"""What makes a number negative: a sign, 负, 零下, and where a dash may be a minus."""

from __future__ import annotations

from viewer.quantities.numbers.notation import COMPOUND, DIGITS, HANZI
from viewer.quantities.numbers.scale_words import scale_after, unit_after
from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import Sort, sort_of
from viewer.quantities.vocabulary import any_of, words_of

_BALANCE = rf"(?:{any_of('zh', 'sign.balance')})$"
"""What may be below nothing, so that a dash behind it is a minus: 净胜球-9个."""
_TRIANGLES = "▲△▼▽"
"""What accounts print for a minus."""
_SIGNS = "-" + _TRIANGLES
_BEFORE_SIGN = "~ \t\n/(（，、;；:为到至长降升率由从自在于是得报和与及或的"
_BRACKETED = r"(?<=[\u4e00-\u9fff])（[^（）0-9]{1,10}）$"
"""What a noun has in brackets before its value: 净利润（亏损）-3万元."""
_LETTERS = r"(?<![A-Za-z])([A-Z]{2,6})-$"
_PART_ENDS = ("%", "‰", "个百分点", "pct", "pp", "bp")
_OPENS_RANGE = r"[0-9万亿%] ?[^0-9，。；、]{1,4}-$"


def minus_start(text: str, at: int) -> int:
    """Where the sign before the digits starts (-, ▲, 零下, 负); `at` where there is none."""
    if text[max(0, at - 2) : at] == "零下":
        return at - 2
    if text[max(0, at - 2) : at] == "负的":
        return at if text[max(0, at - 3) : at - 1] in words_of("zh", "sign.other") else at - 2
    if text[at - 1 : at] == "负":
        lost = pattern(r"[0-9]{1,2} ?[场局盘]").match(text, at) is not None
        return at if lost or text[max(0, at - 2) : at] in words_of("zh", "sign.other") else at - 1
    if at == 0 or text[at - 1] not in _SIGNS:
        return at
    before = text[at - 2 : at - 1]
    touches = text[at - 1] in _TRIANGLES or before in _BEFORE_SIGN or _after_noun(text, at)
    touches = touches or _after_measure(text, at)
    touches = touches or (before == "-" and text[at - 3 : at - 2] in ("%", "℃", "元", "吨", "度"))
    return at - 1 if touches else at


def is_dashed(text: str, at: int) -> bool:
    """Whether a dash between a word and the number may be a minus as well: 用工人数-320人."""
    if at < 2 or text[at - 1] != "-":
        return False
    before = _noun_before(text, at - 1)[-1:]
    if not "\u4e00" <= before <= "\u9fff" or before in f"{HANZI}年月日时号第":
        return False
    return pattern(_OPENS_RANGE).search(text[max(0, at - 8) : at]) is None


def _after_measure(text: str, at: int) -> bool:
    """拉动GDP-0.4个百分点: a dash between the letters of a measure and its part is a minus."""
    led = pattern(_LETTERS).search(text[max(0, at - 8) : at])
    if led is None or led.group(1) not in words_of("en", "name.measure"):
        return False
    found = DIGITS.match(text, at)
    return found is not None and text.startswith(_PART_ENDS, found.end())


def _noun_before(text: str, dash: int) -> str:
    """The characters before a dash, without the brackets that explain their last word."""
    lead = text[max(0, dash - 20) : dash]
    return pattern(_BRACKETED).sub("", lead)


def _after_noun(text: str, at: int) -> bool:
    """净利润-3.2亿元: a dash between a noun and a share, money or a measure is a minus.

    No minus joins a range (3月-5月, 10元-20元), a date, or the number of a model (东风-41).
    """
    noun = _noun_before(text, at - 1)
    if not "\u4e00" <= noun[-1:] <= "\u9fff" or noun[-1:] in HANZI:
        return False
    found = DIGITS.match(text, at)
    if found is None or pattern(_OPENS_RANGE).search(text[max(0, at - 8) : at]) is not None:
        return False
    end = found.end()
    if text.startswith(_PART_ENDS, end):
        return True
    balance = pattern(_BALANCE).search(noun) is not None
    if balance and not text.startswith(("-", "~", "至", "到"), end):
        return True
    if "." in found.group() and not text.startswith((".", "-", "~", "版", "万"), end):
        return True  # a range, a date or a model has no decimals: 净差值-12.5
    _, end, exponent = scale_after(text, end)
    compound = COMPOUND.match(text, end) if exponent >= 4 else None
    end = end if compound is None else compound.end()
    _, unit = unit_after(text, end)
    return sort_of(unit) in (Sort.MONEY, Sort.MEASURE, Sort.POINTS) if unit else False
