"""What an English number counts or measures: the unit, coin or plural right behind it."""

from __future__ import annotations

import re
from decimal import Decimal
from types import MappingProxyType

from viewer.quantities.english.notation import CODES_SHAPE, SYMBOLS
from viewer.quantities.english.words import NO_UNIT, ONE_COIN, PEOPLE
from viewer.quantities.numbers.fractions import VULGAR
from viewer.quantities.numbers.productions import Production, Productions, produce
from viewer.quantities.numbers.rests import Behind, Rest
from viewer.quantities.numbers.si_units import SYMBOL
from viewer.quantities.regex_cache import pattern
from viewer.quantities.vocabulary import any_of, words_of

_SIZES = "|".join((*words_of("en", "unit.measure", "singular"), *words_of("en", "unit.compound")))
_SPANS = "|".join(sorted(words_of("en", "unit.time"), key=len, reverse=True))
_EXTENT = (
    "high|tall|deep|long|wide|thick|above|below|across|apart|away|underground|underwater|"
    "in (?:height|length|depth|diameter|width)"
)
"""What makes metres of m, which else is millions."""
_INCHES = (
    r"of (?:rain|snow|ice|water|sleet|hail|rainfall|snowfall|topsoil)|deep|wide|long|tall|thick|"
    r"high"
)
"""What makes inches of in: 4 in of rain."""
_MOVE = "(?:" + any_of("en", "change.noun") + "|lead|gap|margin|deficit|spread)"
"""What a number of points is the size of: a 4-point rise."""
_PART_POINT = (
    rf"(?:(?<=[{''.join(VULGAR)}][ -])|(?<=/[2-8][ -])|(?<=\.[0-9][ -])|(?<=\.[0-9]{{2}}[ -]))point"
)
"""A part of a point, whose unit is in the singular: by ¼ point."""
_UNIT = (
    r"\s?(%)|(?<=[0-9]) ?([x×])(?![A-Za-z0-9]| ?[0-9])"
    r"|(?<=[0-9A-Za-z]) ?([€£¥₹])(?! ?[0-9])|[ -]?(bps?|ppts?|pct|(?-i:pc|pps?))\b"
    r"|[ -](percentage[ -]points?|per ?cent|percent|basis[ -]points?|times|fold|"
    rf"(?<=-)point(?= {_MOVE}\b)|{_PART_POINT})\b"
    rf"|[ -]?((?-i:{SYMBOL})|(?:{SYMBOLS}|m(?= (?:{_EXTENT})\b)"
    rf"|(?<=[0-9])(?-i:in)|(?<=[0-9] )in(?= (?:{_INCHES})\b)"
    rf"|(?<=[0-9] )m(?! (?:[a-z]+s|people)\b)|(?-i:t)|(?-i:{CODES_SHAPE}))\b)"
    r"|(p)\b(?! ?\.m)"
    rf"|(-(?:(?:square|cubic|metric|nautical)-)?(?:{_SIZES})s?)\b"
    r"|(?P<span>[ -](?:(?:consecutive|straight|successive|full|more|calendar|business|"
    rf"trading|working) )?(?:{_SPANS}))\b"
    r"|[ -](astronomical units?|light[ -]years?)\b"
    r"| ([A-Z][a-z]{2,10} (?:francs|pounds|dollars|pesos|rupees|dinars|dirhams|riyals|rials|"
    r"shillings|roubles|rubles|kroner|kronor|crowns|lira|won|yuan|rand|zloty))\b"
    r"| (?P<noun>(?:(?:square|cubic|metric|short|long|nautical|troy|US|U\.S\.|Canadian|"
    r"Australian) )?[A-Za-z][a-z]+"
    r"(?:-hours)?(?: (?:per|a) (?:(?:square|cubic) )?[a-z]+\b(?! (?:earlier|ago|before)\b))?)"
)
_PLURALS = ("men", "women", "people", "children", "folk", "geese", "mice")
_NO_PLURALS = ("specimen", "regimen", "omen", "abdomen", "acumen", "stamen")
_MEMBERS = (
    r"(?<=[a-z])(?<!s) (?:members?|officers?|numbers?|farms?|stocks?|boats?|stations?|cars?|"
    r"forces?|positions?|posts?|places?|hours?|days?)\b"
)
"""What is counted behind a collective noun: 400 police officers."""


def unit_after(folded: str, end: int) -> tuple[int, str]:
    """Where the unit behind a number ends, and what it is; `end` and '' for none."""
    found = pattern(_UNIT, re.IGNORECASE).match(folded, end)
    if found is None:
        return end, ""
    word = found.group(found.lastindex or 0)
    if word[0] == "-" and found.lastgroup != "span":
        return found.end(), word[1:]
    if found.lastgroup == "span":
        return found.end(), word.split()[-1] if word[0] == " " else word
    if found.lastgroup == "noun" and (
        not _is_noun(word) or pattern(_MEMBERS).match(folded, found.end()) is not None
    ):
        return end, ""
    return found.end(), word


def _is_noun(word: str) -> bool:
    """A plural right after a number is what it counts (461,000 houses)."""
    head = word.split(" per ", maxsplit=1)[0].split(" a ", maxsplit=1)[0]
    last = head.split(" ")[-1]
    if last in NO_UNIT or head.split(" ")[0] in NO_UNIT:
        return False
    return (
        last in PEOPLE
        or last.lower() in ONE_COIN
        or last in ("feet", "inches")
        or (last.endswith(_PLURALS) and last not in _NO_PLURALS)
        or (last.endswith("s") and last[-2:] not in ("ss", "us"))
    )


_PARTS = MappingProxyType(
    {
        "ft": (r"in(?:ches|s)?\b\.?|\"", 12),
        "feet": (r"inches\b|in\b", 12),
        "foot": (r"inches\b|in\b", 12),
        "lb": (r"oz\b", 16),
        "pounds": (r"ounces\b|oz\b", 16),
        "stone": (r"lbs?\b|pounds\b", 14),
        "metres": (r"centimetres\b|cm\b", 100),
    }
)
"""What smaller unit may follow a unit, and how many of it that holds."""


def rest_of(folded: str, unit: str, end: int) -> Rest | None:
    """The rest of a number whose unit ends at `end`; None where none follows."""
    return produce(RESTS, Behind(folded, unit, end)) if unit in _PARTS else None


def _smaller(place: Behind) -> re.Match[str] | None:
    units, _ = _PARTS[place.unit]
    return pattern(rf",?[ ]?([0-9]{{1,2}}(?:\.[0-9])?) ?(?:{units})").match(place.text, place.end)


def _parted(place: Behind, found: re.Match[str]) -> Rest | None:
    held, value = _PARTS[place.unit][1], Decimal(found.group(1))
    return Rest(value / held, found.end()) if value < held else None


RESTS: Productions[Behind, Rest] = (
    Production("en.rest.parted", _smaller, _parted, ("The cod weighed [7 lb 8 oz]. → 7.5 lb",)),
)
"""What may follow a unit as a part of its number."""
