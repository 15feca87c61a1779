"""How digits and numerals are written: where a number may begin and how far its figures go."""

from __future__ import annotations

import re

from viewer.expressions import compiled
from viewer.quantities.numbers.fractions import VULGAR
from viewer.quantities.regex_cache import pattern

HANZI = "零〇○一二三四五六七八九两十廿卅百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億"
MOST_DIGITS = 30
_PARTING = str.maketrans("", "", ",，'’ ")
"""What parts the thousands of a number."""
START = compiled(
    rf"[0-9{HANZI}{''.join(VULGAR)}翻]|(?<=过)半(?![年天月个途])|半成(?![品立为])"
    r"|(?<=[近超逾])半(?![年天月个途数成百世周小时夜场价岛])"
    r"|(?<![一两三四五六七八九十多大前后上下对过])半(?=吨|公斤|公里|千米|斤(?!八)|升|亩|公顷)"
    r"|半(?=个(?:百分点|基点)|数(?:[以之的来是为在由被，。；、]|左右|多))"
)
DIGITS = compiled(
    r"[0-9]{1,3}(?:,[0-9]{3}){1,11}+(?![0-9])(?:\.[0-9]++)?+"
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}(?![0-9,])(?:\.[0-9]++)?+"
    r"|[0-9]{1,3}(?:['’][0-9]{3}){1,11}+(?![0-9])(?:\.[0-9]++)?+"
    r"|[0-9]{1,3}(?:，[0-9]{3}){1,11}+(?![0-9])(?:\.[0-9]++)?+"
    r"|[0-9]{1,3}(?:[,，] [0-9]{3}){1,3}(?= ?[人名户元吨件家万亿])"
    r"|[0-9]{1,3}(?: [0-9]{3}){1,11}+(?![0-9])(?:\.[0-9]++)?+(?![0-9.])(?=\s?[^\s0-9,.，。;；、])"
    r"|[0-9]{1,3}(?:\.[0-9]{3})++,[0-9]{1,2}(?![0-9,])"
    r"|[0-9]++点[0-9]{1,2}(?=米|吨|万|亿|个百分点|元|公[里斤顷]|度|℃|%|倍|平方|亩|千瓦)"
    r"|[0-9]++·[0-9]++(?= ?(?:[万亿%元吨亩]|个百分点))"
    r"|[0-9]++(?:\.[0-9]++)*+"
)
NUMERAL = compiled(
    rf"[{HANZI}]++(?:点[零〇○一二三四五六七八九]++[十百千万亿]*+"
    r"|\.[零〇○一二三四五六七八九]++(?=[万亿萬億%倍元个])[万亿萬億]*+)?+"
)
_EUROPEAN = r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}"
COMPOUND = compiled(
    r"([0-9],[0-9]{3}(?![0-9,])|[0-9]{1,4}(?:\.[0-9]++)?+)\s?(亿|千万|百万|十万|万|千|百)?"
)
"""What stands behind 万 or 亿 with a scale of its own: 3亿5000万, 1万2."""


POWERED = (
    r" ?[×xX*] ?10(?:(?:\^|\*\*) ?(-?[0-9]{1,2})(?![0-9.,^*])"
    r"|([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})(?![⁰¹²³⁴⁵⁶⁷⁸⁹]))"
)
"""The power of ten of 1.2×10⁴."""
_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def exponent_of(powered: re.Match[str]) -> int:
    """The exponent of what `POWERED` found."""
    return int((powered.group(1) or powered.group(2)).translate(_RAISED))


def plain_digits(digits: str) -> str:
    """Digits without what parts their thousands, with a full stop before decimals.

    1,793 1'793 and 1 793 are 1793; 1.234.567,89 is 1234567.89, and so is the old 1·48 1.48.
    """
    if pattern(_EUROPEAN).fullmatch(digits):
        return digits.replace(".", "").replace(",", ".")
    return digits.translate(_PARTING).replace("·", ".").replace("点", ".")
