"""What stands behind a unit as a part of its number: 三斤半, 两斤四两, 九毛五, 1米78."""

from __future__ import annotations

import re
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from viewer.quantities.numbers.numerals import hanzi_value
from viewer.quantities.numbers.productions import Production, Productions, produce
from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import unit_at

_HALF_MORE = frozenset("倍斤亩里米吨尺升")
_HALF = r"半(?![年月天个径数])"
_ODD = (
    r"[一二三四五六七八九](?:[二三四五六七八九])?"
    r"(?![二三四五六七八九十百千万亿个点年月天成分斤只件名人]|倍|一(?![斤只个公升]))"
)
_ODD_DIGIT = r"([1-9])(?![0-9.,]|[年月日个块元])"
_ODD_UNITS = frozenset(("块", "毛", "角", "米"))
"""Units that a lone digit behind them divides by ten: 九毛五, 一米七五."""
_COINS = r"([0-9一二两三四五六七八九])角(?:([0-9一二两三四五六七八九])分)?(?![0-9之])"
"""角 and 分 behind 元: 三元四角八分 is 3.48元."""
_LENGTHS = frozenset(("米", "公尺", "尺", "丈", "呎"))
_HUNDREDTHS = (
    r"([0-9]{1,2})(?![0-9]|[.,，][0-9]|[:：/×xX%‰℃~-]| ?[年月日时点号第万亿千百十至到多余几分秒])"
)
"""The hundredths of a length that is said with its unit as the point: 投出20米16."""
_PARTS = MappingProxyType(
    {
        "斤": (("两", 10),),
        "市斤": (("两", 10),),
        "公斤": (("克", 1000),),
        "千克": (("克", 1000),),
        "吨": (("公斤", 1000), ("千克", 1000)),
        "丈": (("尺", 10),),
        "尺": (("寸", 10),),
        "呎": (("吋", 12),),
        "米": (("厘米", 100), ("公分", 100)),
        "公里": (("米", 1000),),
        "千米": (("米", 1000),),
        "英尺": (("英寸", 12),),
        "磅": (("盎司", 16),),
        "升": (("毫升", 1000),),
        "块": (("毛", 10),),
        "亩": (("分", 10),),
    }
)
"""What smaller units may follow a unit, and how many of them it holds."""
_PARTED = r"零?([0-9]{1,3}|[一二两三四五六七八九十百]{1,5})({units})(?![之钟])"


class Behind(NamedTuple):
    """The place behind a unit of a folded text."""

    text: str
    unit: str
    end: int


class Rest(NamedTuple):
    """What is added to the number, in its own unit, and where that ends."""

    value: Decimal
    end: int


def rest_of(text: str, unit: str, end: int) -> Rest:
    """The rest of a number whose unit ends at `end`; nothing, ending there, where none is."""
    return produce(RESTS, Behind(text, unit, end)) or Rest(Decimal(0), end)


def _digit(written: str) -> int:
    """The value of one digit or numeral from 0 to 9; 两 is 2."""
    if written.isdecimal():
        return int(written)
    return "零一二三四五六七八九".index(written.replace("两", "二"))


def _coins(_: Behind, found: re.Match[str]) -> Rest:
    tenths, hundredths = (_digit(one) for one in found.groups("0"))
    return Rest(Decimal(10 * tenths + hundredths) / 100, found.end())


def _parted_when(place: Behind) -> re.Match[str] | None:
    parts = _PARTS.get(place.unit)
    if parts is None:
        return None
    units = "|".join(unit for unit, _ in parts)
    return pattern(_PARTED.replace("{units}", units)).match(place.text, place.end)


def _parted(place: Behind, found: re.Match[str]) -> Rest | None:
    written, smaller = found.groups()
    numeral = None if written.isdecimal() else hanzi_value(written)
    value = Decimal(written) if written.isdecimal() else numeral and numeral.low
    held = dict(_PARTS[place.unit])[smaller]
    if not isinstance(value, Decimal) or value >= held or (numeral and numeral.high is not None):
        return None
    if unit_at(place.text, found.start(2)) not in ("", smaller):
        return None
    return Rest(value / held, found.end())


def _odd(_: Behind, found: re.Match[str]) -> Rest:
    digits = "".join(str(_digit(one)) for one in found.group())
    return Rest(Decimal(f"0.{digits}"), found.end())


def _digits(place: Behind, found: re.Match[str]) -> Rest | None:
    if unit_at(place.text, found.end()):
        return None
    return Rest(Decimal(f"0.{found.group(1)}"), found.end())


RESTS: Productions[Behind, Rest] = (
    Production(
        "zh.rest.coins",
        lambda p: pattern(_COINS).match(p.text, p.end) if p.unit in ("元", "块") else None,
        _coins,
        ("每斤[三元四角八分]。 → 3.48 元",),
    ),
    Production(
        "zh.rest.parted",
        _parted_when,
        _parted,
        ("一篓装茶[两斤四两]。 → 2.4 斤", "山路长[6公里350米]。 → 6.35 公里"),
    ),
    Production(
        "zh.rest.half",
        lambda p: pattern(_HALF).match(p.text, p.end) if p.unit[-1:] in _HALF_MORE else None,
        lambda _, found: Rest(Decimal("0.5"), found.end()),
        ("这一笼重[三斤半]。 → 3.5 斤",),
    ),
    Production(
        "zh.rest.odd",
        lambda p: pattern(_ODD).match(p.text, p.end) if p.unit in _ODD_UNITS else None,
        _odd,
        ("船舱高[一米七五]。 → 1.75 米",),
    ),
    Production(
        "zh.rest.digit",
        lambda p: pattern(_ODD_DIGIT).match(p.text, p.end) if p.unit == "块" else None,
        lambda _, found: Rest(Decimal(f"0.{found.group(1)}"), found.end()),
        ("船票只要[12块5]。 → 12.5 块",),
    ),
    Production(
        "zh.rest.metres",
        lambda p: pattern(_HUNDREDTHS).match(p.text, p.end) if p.unit in _LENGTHS else None,
        _digits,
        ("她在标枪赛中投出[61米08]。 → 61.08 米", "船舱高[2米3]。 → 2.3 米"),
    ),
)
"""What may follow a unit, in order."""
