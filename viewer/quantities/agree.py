"""Whether a number of the text says what an author claims that it says."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from functools import lru_cache

from viewer.model import Kind, Qualifier, Quantity
from viewer.quantities.normalize import fold
from viewer.quantities.traditional import simplified
from viewer.quantities.vocabulary import entries, words_of

_SAME_UNIT = (
    ("%", "percent", "per cent", "pct", "pc", "百分之"),
    ("‰", "千分之", "per mille"),
    ("个百分点", "百分点", "percentage points", "percentage point", "pp", "ppt", "ppts"),
    ("个基点", "基点", "bp", "bps", "个bp", "basis points", "basis point"),
    ("元", "人民币", "元人民币", "人民币元", "圆", "RMB", "CNY", "¥", "yuan"),
    ("美元", "$", "US$", "USD", "dollars", "dollar", "美金"),
    ("欧元", "€", "EUR", "euros", "euro"),
    ("英镑", "£", "GBP", "pounds"),
    ("日元", "日圆", "JPY", "yen"),
    ("港元", "港币", "HK$", "HKD"),
    ("公斤", "千克", "kg"),
    ("公里", "千米", "km"),
    ("平方公里", "平方千米", "km²", "km2"),
    ("平方米", "平米", "㎡", "m²", "m2"),
    ("立方米", "立方", "m³", "m3"),
    ("千瓦时", "度", "千瓦小时", "kWh"),
    ("千瓦", "kW"),
    ("℃", "摄氏度", "°C", "度"),
    ("倍", "times", "x", "×"),
    ("个", ""),
)  # fmt: skip
_PERCENT, _POINTS, _BASIS_POINTS, _MULTIPLES = "%", "个百分点", "个基点", "倍"
_POINTS_IN_SHORT = frozenset({"points", "point", "点", "个点"})
PERSONS = frozenset({"people", *words_of("en", "relation.person")})
"""Nouns that count the same persons."""
_CROSSES = frozenset("xX×")
_LONG_WORD = 3
"""A unit of fewer letters is a symbol, and an s behind it another symbol: m, ms."""
_ROUND = Decimal("0.0015")


def _folded(unit: str) -> str:
    return "".join(fold(unit).split()).lower()


_COUNTERS = {one.word: one.sense for one in entries("zh", "relation.counter")}
_CLASS = {_folded(name): row[0] for row in reversed(_SAME_UNIT) for name in row if name}


@lru_cache(maxsize=1024)
def kind_of_unit(unit: str) -> str:
    """The one name of a unit that has several, and of counters that count the same things."""
    plain = "".join(unicodedata.normalize("NFKC", unit).split())
    canonical = _canonical(plain)
    return _COUNTERS.get(canonical, canonical)


def is_points(unit: str) -> bool:
    """Whether a unit is that of percentage points, in any writing and either script."""
    return _canonical(unit) == _POINTS


def is_points_in_short(unit: str) -> bool:
    """Whether a unit is what percentage points are called in short, beside the rates that moved."""
    return unit in _POINTS_IN_SHORT


def names_points(unit: str) -> bool:
    """Whether a unit is that of points of a percentage or of any other measure: basis points."""
    words = unit.replace("-", " ").split()
    return is_points(unit) or "point" in words or "points" in words or is_basis_points(unit)


def is_basis_points(unit: str) -> bool:
    """Whether a unit is that of hundredths of a percentage point."""
    return _canonical(unit) == _BASIS_POINTS


def is_percent(unit: str) -> bool:
    """Whether a unit is percent, in any writing."""
    return _canonical(unit) == _PERCENT


def is_times(unit: str) -> bool:
    """Whether a unit is that of multiples."""
    return _canonical(unit) == _MULTIPLES or unit in _CROSSES


@lru_cache(maxsize=1024)
def _canonical(unit: str) -> str:
    folded = _folded(simplified(unit))
    return _CLASS.get(folded, folded)


def agrees(
    quantity: Quantity,
    value: Decimal,
    high: Decimal | None,
    unit: str,
    qualifier: Qualifier,
) -> frozenset[str]:
    """What differs between the text and the claim: none or more of "value", "unit", "qualifier".

    A fall may be claimed with or without its minus, unless the text prints the minus; a claim with
    the other sign than the words is wrong. Where a dash may be a minus (`doubt` is `dash`) both
    signs are right. 八成 as 8 成 or 80 %; a fraction without end
    (三分之一) rounded to three digits, or in percent; a rank (第5位) with its unit or without one.
    """
    differs = set()
    factor = _factor(quantity, unit)
    if not _same_value(quantity, value, high, factor):
        differs.add("value")
    if factor is None:
        differs.add("unit")
    if quantity.qualifier is not qualifier:
        differs.add("qualifier")
    return frozenset(differs)


def _factor(quantity: Quantity, claimed: str) -> Decimal | None:
    """What the text's value is multiplied by to stand in the claimed unit; None if it cannot."""
    one, other = _folded(quantity.unit), _folded(claimed)
    found, asked = _CLASS.get(one, one), _CLASS.get(other, other)
    ranked = quantity.kind is Kind.RANK and not other
    if found == asked or ranked or _per(one) == _per(other):
        return Decimal(1)
    if found == "%" and asked == "成":
        return Decimal("0.1")
    fraction = quantity.kind is Kind.SHARE and not one and quantity.value is not None
    return Decimal(100) if fraction and asked == "%" else None


def _per(unit: str) -> str:
    """元每吨 and 元/吨 are one unit; so are a 300-bed ward's `-bed`, bed and beds."""
    plain = unit.replace("每", "/").replace("／", "/")
    if not plain.isascii() or len(plain) < _LONG_WORD:
        return plain
    return plain.replace("-", "").removesuffix("s")


def _same_value(
    quantity: Quantity, value: Decimal, high: Decimal | None, factor: Decimal | None
) -> bool:
    if quantity.value is None:
        return False
    times = Decimal(1) if factor is None else factor
    if (quantity.high is None) != (high is None):
        return False
    if high is not None and quantity.high is not None and not _equal(quantity.high * times, high):
        return False
    found = quantity.value * times
    if _equal(found, value) or (quantity.doubt == "dash" and _equal(-found, value)):
        return True
    if quantity.change is None or quantity.change >= 0:
        return False
    return _equal(quantity.change * times, value) and high is None


def _equal(found: Decimal, claimed: Decimal) -> bool:
    """Equal, or a fraction without end (三分之一) rounded to no less than three digits."""
    if found == claimed:
        return True
    digits = found.as_tuple().digits
    return len(digits) > 20 and abs(found - claimed) <= _ROUND * abs(found)
