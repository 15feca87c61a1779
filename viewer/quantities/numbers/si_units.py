"""Symbols of measures that are made of others: mmol/L, gCO2/km, µg/m³, GWp.

The lexicon lists the symbols that stand alone; these follow from prefixes, bases and powers.
"""

from __future__ import annotations

from viewer.quantities.regex_cache import pattern

_PREFIX = "(?:da|[EPTGMkhdcmµμnpf])"
_BASE = (
    "(?:Wh|Wp|W|VA|var|Ah|V|A|J|eV|Pa|bar|Hz|N|g|t|m|mol|eq|Sv|Gy|Bq|bps|B|b|L|l|cal|lm|lx|IU|U|K)"
)
_ALONE = "(?:Wh|Wp|VA|var|Ah|J|eV|Pa|Hz|mol|Sv|Gy|Bq|cal)"
"""Bases whose symbol with a prefix is never a word or a scale."""
_POWER = "(?:[²³]|[23](?![0-9]))?"
_SUBSTANCE = "(?: ?CO[2₂](?:e|eq|-eq)?)?"
_PER = (
    rf"/(?:{_PREFIX}?{_BASE}{_POWER}|(?:h|d|a|s|ha|min|ft²?|sq ft|(?!and|or\b)[a-z]{{2,12}})"
    r"(?![A-Za-z]))"
)
_LIKELY = r"(?=[^\s/]{1,9}/|[kMGm]?[gt] ?CO|[EPTGMkhdcmµμnpf][WVAJPHSGBemc])"
"""What such a symbol begins like, so that words are passed over."""
SYMBOL = (
    rf"{_LIKELY}(?:{_PREFIX}?{_BASE}{_POWER}{_SUBSTANCE}(?:{_PER}){{1,2}}"
    rf"|{_PREFIX}?(?:g|t) ?CO[2₂](?:e|eq|-eq)?"
    rf"|{_PREFIX}{_ALONE}(?:dc|ac|th)?)(?![A-Za-z0-9])"
)
"""The source of an expression for such a symbol; small and capital letters tell apart."""
LETTERS = frozenset("EPTGMkhdcmµμnpfWVAJeNgtbrSLlUIqKBHZ")
"""What such a symbol may begin with."""


def symbol_at(text: str, at: int) -> str:
    """The symbol that begins at `at`; '' for none."""
    found = pattern(SYMBOL).match(text, at) if text[at : at + 1] in LETTERS else None
    return "" if found is None else found.group()


def is_symbol(unit: str) -> bool:
    """Whether all of a unit is such a symbol."""
    return pattern(SYMBOL).fullmatch(unit) is not None
