"""Parts that English prose says in words: one-third, a quarter of, three in five, 28:1."""

from __future__ import annotations

import re
from decimal import Decimal

from viewer.model import Kind
from viewer.quantities.english_words import ONES, PARTS
from viewer.quantities.number_reader import Reading
from viewer.quantities.regex_cache import pattern

_HEAD = "|".join(ONES)
_FRACTION = rf"\b(?:(?P<top>{_HEAD}|a)[- ](?P<below>{'|'.join(PARTS)})s?|(?P<half>half|twice))\b"
_RATIO = (
    r"([0-9]{1,9}(?:\.[0-9]{1,4})?)"
    r"(?: ?(?::|-to-) ?[0-9]{1,9}(?:\.[0-9]{1,4})?(?![0-9:,%]|\.[0-9])|"
    r" to (?:1|one)\b(?![.,][0-9]))"
)
_RATIO_LED = r"\b(?:ratio|proportion|odds|split)\b[^.;]{0,60}$"
_SLASHED = r"([1-9])/([1-9]|10)(?:(?:rd|th|nd)s?\b|(?= of\b))"
_PER = r" (?:per|for every|out of every) (?:1,000|10,000|100,000|100|thousand|hundred)\b"
_BASE = (
    r"(?: (?!(?:and|in|from|for|while|to|of|as|at|by|with|on|was|is|per|the)\b)[a-z][a-z-]+){0,2}"
)


def fraction_at(folded: str, start: int, floor: int) -> Reading | None:
    """one-third, two thirds, before the number that starts at `start` is read."""
    found = pattern(_FRACTION, re.IGNORECASE).match(folded, start)
    if found is None or found.group("half"):
        return None
    top, below = found.group("top").lower(), PARTS[found.group("below").lower()]
    if top == "one" and folded[found.end() : found.end() + 3] != " of" and "-" not in found.group():
        return None
    value = Decimal(ONES[top]) / below
    return Reading(found.start(), found.end(), found.end(), value, "", kind=Kind.SHARE)


def one_in(found: re.Match[str]) -> Reading:
    """one in three, two out of five, seven out of 10."""
    some = ONES[found.group("some").lower()]
    written = found.group("every").lower()
    every = int(written) if written.isdecimal() else ONES[written]
    if not every or some >= every:
        return Reading(found.start(), found.end(), found.end(), None, "", kind=Kind.NAME)
    value = Decimal(some) / every
    return Reading(found.start(), found.end(), found.end(), value, "", kind=Kind.SHARE)


def of_words(folded: str, start: int, end: int) -> Reading:
    """a third of, by a quarter, by half."""
    below = PARTS[folded[start:end].rpartition(" ")[2].lower()]
    return Reading(start, end, end, Decimal(1) / below, "", kind=Kind.SHARE)


def ratio_at(folded: str, start: int) -> Reading | None:
    """A ratio to another number, where the words before speak of one: 28:1, 2.5 to 1."""
    found = pattern(_RATIO).match(folded, start)
    if found is None:
        return None
    if pattern(_RATIO_LED, re.IGNORECASE).search(folded[max(0, start - 70) : start]) is None:
        return None
    value = Decimal(found.group(1))
    return Reading(start, found.end(), found.end(), value, "", kind=Kind.SHARE)


def slashed_at(folded: str, start: int) -> Reading | None:
    """A fraction in digits: 2/3 of, 2/3rds."""
    found = pattern(_SLASHED).match(folded, start)
    if found is None or int(found.group(1)) >= int(found.group(2)):
        return None
    value = Decimal(found.group(1)) / int(found.group(2))
    return Reading(start, found.end(), found.end(), value, "", kind=Kind.SHARE)


def rate_after(folded: str, end: int) -> int:
    """Where what a number is counted per ends (3.4 per 1,000 people); 0 where it is not."""
    per = pattern(_PER).match(folded, end)
    if per is None:
        return 0
    base = pattern(_BASE).match(folded, per.end())
    return per.end() if base is None else base.end()
