"""What stands right behind the digits of a number: open words (多, 余), scale and unit."""

from __future__ import annotations

from decimal import Decimal

from viewer.quantities.numbers.numerals import SCALES, hanzi_value, is_whole, power
from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import Sort, sort_of, unit_at

_OPEN = "多余来几"
_MORE = ("多", "余", "来")
_NOT_SCALE = {"千": "克米瓦伏卡赫焦帕字牛兆年", "百": "分帕货", "万": "分向", "十": "分"}
_COUNTED = ("亿", "万亿", "千万")
"""Scales that are counted with 个: 2.3个亿."""
_COUNTS = frozenset("元吨人级户")
_SCALE_HEADS = frozenset(scale[0] for scale, _ in SCALES)
_STACKED = r"([万千百])((?:[0-9][千百十]){0,3})((?:零 ?)?[0-9]{1,2}(?=[万亿]))?(万亿|亿|万)"
_STACKED_PART = r"([0-9])([千百十])"
_SPOKEN = r"零 ?([0-9]{1,7})(?![0-9.,])([万亿])?"
"""The rest of a number said with its empty places: 1千零20, 2千零30万."""
_BILLIONS = (
    r" ?[0-9][0-9,]*(?:\.[0-9]+)? ?亿|[多余]?(?:新台币|台币|人民币|港币|"
    r"[日美欧韩港澳]?元|[日韩]?圆|英镑|越南盾|印尼盾)"
)
"""What makes 兆 a scale, and no measure: 2兆7,000亿元, 1.28兆元."""
_TO_HANZI = str.maketrans("123456789", "一二三四五六七八九")
_KILO_REST = r"(?:[1-9]百(?:[1-9]十)?[1-9]?|[1-9]百零[1-9])(?![0-9.万亿千])"
"""The rest of digits that name their places: 3千5百, 2千4百6十."""
_ODD = r"[1-9](?![0-9.,:：/×~-]|，[0-9]|[ ]?[万千百十亿年月日时点号比至到分半]|个?百分点|%|‰)"
"""A lone digit behind a scale, the next smaller place: 1万8, 3千5."""
_HALF_POINT = r"个半(?=百分点|基点)"
"""三个半百分点."""


def scale_after(text: str, at: int) -> tuple[bool, int, int]:
    """Whether open, where the number ends, and the power of ten that stands after `at`."""
    exponent, end, is_open = 0, at, False
    for _ in range(3):
        step = end + 1 if text.startswith(" ", end) else end
        char = text[step : step + 1]
        if char in _OPEN and char and not is_open and _opens(text, step):
            is_open, end = True, step + 1
            continue
        if exponent:
            break
        behind = step + 1 + (text[step + 1 : step + 2] in _MORE)
        counted = char == "个" and text.startswith(_COUNTED, behind)
        if counted and text[behind + 1 : behind + 2] not in _COUNTS:
            is_open = is_open or behind > step + 1
            step = behind
        scale, power_of = _scale_at(text, step)
        if not scale:
            break
        exponent, end = power_of, step + len(scale)
    return is_open, end, exponent


def _opens(text: str, at: int) -> bool:
    after = text[at + 1 : at + 2]
    if text[at] == "来":
        return bool(after) and bool(_scale_at(text, at + 1)[0] or unit_at(text, at + 1))
    if text[at] == "余":
        return after not in "额粮热款下地温钱" if after else True
    if text[at] == "多":
        return after not in "于样边数" if after else True
    return bool(_scale_at(text, at + 1)[0] or unit_at(text, at + 1))


def _scale_at(text: str, at: int) -> tuple[str, int]:
    if text.startswith("兆", at) and pattern(_BILLIONS).match(text, at + 1):
        return "兆", 12
    if text[at : at + 1] not in _SCALE_HEADS:
        return "", 0
    for scale, exponent in SCALES:
        if text.startswith(scale, at):
            after = text[at + len(scale) : at + len(scale) + 1]
            if after and after in _NOT_SCALE.get(scale, ""):
                continue
            return scale, exponent
    return "", 0


def unit_after(text: str, at: int) -> tuple[int, str]:
    """Where the unit after a number starts (one space may stand between) and the unit itself."""
    unit = unit_at(text, at)
    if unit or not text.startswith(" ", at):
        return at, unit
    step = at + 1
    while text.startswith(" ", step) and step < at + 3:
        step += 1
    return step, unit_at(text, step)


def stacked(text: str, end: int, value: Decimal) -> tuple[Decimal, int]:
    """The value and end of digits that share a last scale: 2千5百万, 1万2千3百亿."""
    found = pattern(_STACKED).match(text, end)
    if found is None:
        return value, end
    scales = dict(SCALES)
    total, last = value.copy_abs() * power(scales[found.group(1)]), scales[found.group(1)]
    for digit, scale in pattern(_STACKED_PART).findall(found.group(2)):
        if scales[scale] >= last:
            return value, end
        total, last = total + int(digit) * power(scales[scale]), scales[scale]
    rest, scale = int((found.group(3) or "0").lstrip("零 ")), scales[found.group(4)]
    if scales[found.group(1)] >= scale or not (found.group(2) or rest) or rest >= power(last):
        return value, end
    return ((total + rest) * power(scale)).copy_sign(value), found.end()


def with_places(text: str, value: Decimal, end: int) -> tuple[Decimal, int]:
    """The value with the hundreds and tens that digits say by name: 3千5百."""
    places = pattern(_KILO_REST).match(text, end)
    numeral = None if places is None else hanzi_value(places.group().translate(_TO_HANZI))
    if places is None or numeral is None:
        return value, end
    return value + numeral.low.copy_sign(value), places.end()


def with_odd(text: str, value: Decimal, end: int, exponent: int) -> tuple[Decimal, int, int]:
    """The value with the lone digit of the next place: 1万8 is 18000, 3千5 3500."""
    odd = pattern(_ODD).match(text, end)
    if odd is None or not is_whole(value.scaleb(-exponent)):
        return value, end, exponent
    if sort_of(unit_at(text, odd.end())) not in (None, Sort.MONEY, Sort.MEASURE):
        return value, end, exponent
    addition = int(odd.group()) * power(exponent - 1)
    return value + addition.copy_sign(value), odd.end(), 0


def and_half(text: str, value: Decimal, end: int) -> tuple[Decimal, int]:
    """The value with a half of its unit: 三个半百分点."""
    half = pattern(_HALF_POINT).match(text, end)
    return (value, end) if half is None else (value + Decimal("0.5").copy_sign(value), half.end())


def with_spoken(text: str, value: Decimal, end: int, exponent: int) -> tuple[Decimal, int, int]:
    """The value with what follows its empty places: 1千零20, 2千零30万, 3亿零500万."""
    spoken = pattern(_SPOKEN).match(text, end)
    if spoken is None or Decimal(spoken.group(1)) >= power(exponent):
        return value, end, exponent
    addition = Decimal(spoken.group(1)).copy_sign(value)
    smaller = dict(SCALES).get(spoken.group(2) or "", 0)
    if not smaller:
        return value + addition, spoken.end(), exponent
    if smaller < exponent:
        return value + addition * power(smaller), spoken.end(), 0
    if exponent < 4:
        return (value + addition) * power(smaller), spoken.end(), smaller
    return value + addition, spoken.end() - 1, exponent
