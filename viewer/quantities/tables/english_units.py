"""Units that English tables write apart from their numbers: in millions of dollars, US$ million,
thousand tonnes, Rs crore, % of GDP."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from viewer.quantities.english.words import LARGE, SHORT, WITH_CURRENCY
from viewer.quantities.regex_cache import pattern
from viewer.quantities.vocabulary import words_of

_SCALES = {**LARGE, **SHORT, **WITH_CURRENCY, "000": 3}
_SIGN = r"(?:US|HK|A|AU|C|CA|NZ|S)?\$|[£€¥₹]|Rs\.?|[A-Z]{3}(?= |$)"
_SCALE = (
    r"(?:thousand|million|billion|trillion|crore|lakh)s?|(?:mn|mln|bn|bln|tn|m|k)(?![a-z0-9²³])|"
    r"'?000(?:'?s)?"
)
_COINS = "dollars|pounds|euros|yen|yuan|rupees|francs|pesos|shillings|kronor|kroner|rand|naira|won"
_COIN = rf"(?:(?:US|U\.S\.|[A-Z][a-z]+) )?(?:{_COINS})"
_PERCENT = r"%|per ?cent(?:age)?(?! (?:point|change))(?: (?:of|share)\b.*)?|% of .*"
_LED = (
    r"^(?:(?:unaudited|audited|all|amounts?|figures?|values?|units?|expressed|stated|shown|except|"
    r"are|in)(?:,|:)? )*"
)
_TAIL = r"(?:,? (?:except|unless|other than|and are|and not|or as)\b.*)?$"
_UNIT = (
    rf"(?:(?P<sign>{_SIGN}) ?)?(?:(?P<before>{_COIN}) in )?(?P<scale>{_SCALE})?(?: ?of)? ?"
    rf"(?P<noun>{_PERCENT}|{_COIN}|[A-Za-z][A-Za-z0-9/²³]*(?: [a-z][a-z-]*)?)?"
)
_IN_LINE = (
    rf"(?:\b[Ii]n |, |: |^)((?:(?:{_SIGN}) ?(?:{_SCALE})|(?:{_SCALE}) of (?:{_COIN})|"
    rf"(?:{_COIN}) in (?:{_SCALE})|(?:thousand|million|billion) (?!of )[a-z]+s|"
    r"(?:thousand|million|billion)s|[Pp]er ?cent of [a-z ]{2,24}|[Pp]er ?cent(?: of GDP)?))"
    r"(?=[.,;:)]|$| (?:unless|except|and are|and not)\b)"
)
_IN_TITLE = (
    rf"(?:, |(?:^|(?<=\w)) in (?=[A-Zm-t$£€¥₹])|^)"
    rf"((?:(?:{_SIGN}) ?)?(?:{_SCALE})(?: of (?:{_COIN}))?|"
    rf"(?:{_SIGN})|(?:{_COIN})(?: in (?:{_SCALE}))?)$"
)
_PREFIX = r"^(?:kilo|mega|giga|tera|hecto|centi|milli)(?=(?:lit|met)(?:re|er)s|grams|watt)"
_US = r"^U\.?S\.? dollars$"
_WORD = 3


class Unit(NamedTuple):
    """A unit and the power of ten its numbers stand in: 亿元 is 元 with 8."""

    unit: str = ""
    exponent: int = 0


@lru_cache(maxsize=512)
def stated(written: str) -> Unit:
    """What a bracket, a caption or a title says of the unit; nothing where it is none."""
    words = pattern(_LED, re.IGNORECASE).sub("", written.strip())
    words = pattern(_TAIL, re.IGNORECASE).sub("", words)
    found = pattern(_UNIT).fullmatch(words) or pattern(_UNIT).fullmatch(words.lower())
    if found is None or not words:
        return Unit()
    exponent = _power(found["scale"])
    noun = _noun(found["noun"] or found["before"] or "", scaled=bool(found["scale"]))
    if noun is None:
        return Unit()
    unit = found["sign"] or ("US$" if pattern(_US).match(noun) else noun)
    return Unit(unit, exponent) if unit or exponent else Unit()


def in_line(line: str) -> str:
    """The unit that a line before a table names in its words; '' for none."""
    found = pattern(_IN_LINE).search(line)
    return "" if found is None else found.group(1)


def in_title(title: str) -> str:
    """The unit that ends the title of a column without brackets: Revenue, $ million."""
    found = pattern(_IN_TITLE).search(title)
    measured = title.lower() if title.isalpha() and title.endswith("s") else ""
    return (measured if is_measure(measured) else "") if found is None else found.group(1)


def without_unit(title: str) -> str:
    """The title of a column less the unit that ends it without brackets."""
    return pattern(_IN_TITLE).sub("", title)


def is_measure(unit: str) -> bool:
    """Whether a unit measures, or is money, and counts no things: tonnes, dollars."""
    last = pattern(_PREFIX).sub("", unit.rpartition(" ")[2])
    return last in _measures() and unit != "people"


def _power(scale: str | None) -> int:
    if not scale:
        return 0
    bare = scale.lower().strip("'")
    return _SCALES.get(bare) or _SCALES.get(bare.rstrip("s").rstrip("'")) or 0


def _noun(noun: str, *, scaled: bool) -> str | None:
    """The unit that the noun is; None for words that are no unit: net of tax, restated."""
    if not noun:
        return ""
    if noun[0] == "%" or noun.lower().startswith(("per cent", "percent")):
        return "%"
    words = noun.split()
    if noun in _measures() or words[0] in _measures() or words[-1] in _measures():
        return noun
    plural = noun.endswith(("s", "people")) and not noun.endswith("ss") and noun.islower()
    return noun if plural and (scaled or " " not in noun) and len(noun) > _WORD else None


@lru_cache(maxsize=1)
def _measures() -> frozenset[str]:
    return frozenset(
        (
            *words_of("en", "unit.measure"),
            *words_of("en", "unit.money"),
            *words_of("en", "unit.time"),
            "people",
            "points",
            "percentage points",
            "basis points",
        )
    )
