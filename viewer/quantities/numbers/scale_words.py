"""What stands right behind the digits of a number: open words (多, 余), scale and unit."""

from __future__ import annotations

from viewer.quantities.numbers.numerals import SCALES
from viewer.quantities.units import unit_at

_OPEN = "多余来几"
_NOT_SCALE = {"千": "克米瓦伏卡赫焦帕字牛兆年", "百": "分帕货", "万": "分向", "十": "分"}
_COUNTED = ("亿", "万亿", "千万")
"""Scales that are counted with 个: 2.3个亿."""
_COUNTS = frozenset("元吨人级户")
_SCALE_HEADS = frozenset(scale[0] for scale, _ in SCALES)


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
        counted = char == "个" and text.startswith(_COUNTED, step + 1)
        if counted and text[step + 2 : step + 3] not in _COUNTS:
            step += 1
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
