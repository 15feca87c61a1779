"""Currencies that stand before their number: signs, codes and names ($, US$, €, USD, 美金)."""

from __future__ import annotations

from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import CODES, NATIONAL, SIGNS
from viewer.quantities.vocabulary import words_of

_BEFORE = (
    r"(?:(?:US|A|C|HK|NZ|S|R|NT)?\$|[€£¥₹￥]|"
    rf"(?<![A-Za-z])(?:{'|'.join((*CODES, *NATIONAL))}|Rs\.?)) ?$"
)
_NAMES = words_of("zh", "currency", "name")
_NAMED = (
    rf"(?<![兑对换比每/、和与及或破的种])(?:{'|'.join(sorted(_NAMES, key=len, reverse=True))}) ?$"
)
"""A currency by its name before a number without a unit: 美金20万."""
_CONFERENCE = r"COP[0-9]{1,2}(?![0-9.,万亿])"
"""A conference, no money: COP31."""
_LAST = frozenset(name[-1] for name in _NAMES)
_SCALE = r" ?(trillion|billion|million|thousand|trn|bn|mn|tn|[mb])(?![A-Za-z])"
_SCALES = {"tr": 12, "tn": 12, "bi": 9, "bn": 9, "mi": 6, "mn": 6, "th": 3, "m": 6, "b": 9}
_LONGEST = 6


def currency_before(text: str, at: int) -> tuple[int, str]:
    """Where the currency right before `at` starts, and what it is; `at` and "" for none."""
    last = text[at - 1 : at]
    if last and text[max(0, at - 2) : at].rstrip()[-1:] in _LAST:
        named = pattern(_NAMED).search(text[max(0, at - _LONGEST) : at])
        return (at, "") if named is None else (at - len(named.group()), named.group().rstrip())
    if not last or not (last.isascii() or last in SIGNS):
        return at, ""
    found = pattern(_BEFORE).search(text[max(0, at - _LONGEST) : at])
    if found is None or pattern(_CONFERENCE).match(text, at - len(found.group())):
        return at, ""
    return at - len(found.group()), found.group().strip()


def english_scale(text: str, at: int) -> tuple[int, int]:
    """Where an English scale (million, bn) behind a number ends, and its power of ten."""
    found = pattern(_SCALE).match(text, at)
    return (at, 0) if found is None else (found.end(), _SCALES[found.group(1)[:2]])
