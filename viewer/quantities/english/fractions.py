"""Parts that English prose says in words: one-third, a quarter of, three in five, 28:1."""

from __future__ import annotations

import re
from decimal import Decimal

from viewer.model import Kind
from viewer.quantities.english.words import LARGE, ONES, PARTS
from viewer.quantities.numbers.numerals import power
from viewer.quantities.numbers.reading import Reading
from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import listed

_HEAD = "|".join(ONES)
_BELOW = "|".join(list(PARTS)[1:])
_PART_LED = listed("""
by up down to at gained added lost rose fell grew cut dropped jumped climbed declined increased
decreased slumped slid shed surged tumbled plunged shrank soared
""")
_HEDGED = listed("""
than about around nearly almost over under some roughly only just least most within approximately
""")
_PARTS_LED = frozenset((*_PART_LED, *_HEDGED))
_NOT_PART = (
    r" (?:party|parties|term|time|round|year|day|week|world|person|country|quarter|way|child|"
    r"generation|place|runway|stage|phase|option|edition|season|series|man|woman|front|wave|ago|"
    r"an?|the|past|hour|hours|million|billion|dozen|percentage|basis|point|per|percent|of)\b"
)
_PART_AHEAD = (
    r"[.,;)](?:\s|$)| (?:more|less|fewer|higher|lower|from|to|since|on|over|in|during|"
    r"compared|by|after|because|as|and|or|this|last|while|between|[a-z]+ing)\b|$"
)
_COMPARED = (
    r" (?:more|less|fewer|higher|lower|larger|smaller|bigger|cheaper|dearer|shorter|longer|slower|"
    r"faster|lighter|heavier)(?: [a-z]+){0,3} than\b| (?:more|less|fewer) [a-z]+\b"
)
"""What makes a part of `a tenth`: a tenth lower than last year."""
_DIFFERS = (
    r" (?:higher|lower|larger|smaller|bigger|cheaper|dearer|shorter|longer|slower|faster|lighter|"
    r"heavier)\b| (?:more|less|fewer)(?! than\b| of\b| or\b) [a-z]+"
)
"""By how much something differs: draws a third less power, a fifth lower than in spring."""
PART = rf"an? (?:half|{_BELOW})|half"
"""A part with its article, or a half: a figure where `is_part` says so."""
_WHOLES = (" of which ", " of whom ", " of these ", " of them ", " of those ")
"""What a part is one of: of which a fifth goes on interest."""
_FRACTION = rf"\b(?:(?P<top>{_HEAD}|a)[- ](?P<below>{'|'.join(PARTS)})s?|(?P<half>half|twice))\b"
_RATIO = (
    r"([0-9]{1,9}(?:\.[0-9]{1,4})?)"
    r"(?: ?(?::|-to-) ?[0-9]{1,9}(?:\.[0-9]{1,4})?(?![0-9:,%]|\.[0-9])|"
    r" to (?:1|one)\b(?![.,][0-9]))"
)
_RATIO_LED = r"\b(?:ratio|proportion|odds|split)\b[^.;]{0,60}$"
_SLASHED = (
    r"([1-9]|1[0-5])/([1-9]|1[0-26]|32)(?:(?:rd|th|nd)s?\b|(?= of\b)|"
    r"(?=[ -](?:inch|foot|mile|pound|cup|point|acre|ounce|pint|gallon|yard|ton|teaspoon|tablespoon)"
    r"(?:e?s)?\b))"
)
_OUT_OF = (
    r"([1-9][0-9]?) (?:out of|in)(?: every)? (3|4|5|6|8|10|12|20|25|50|100)"
    r"(?= (?:people|men|women|children|of)\b| [a-z]+s\b)"
    r"(?! (?:months|years|days|weeks|hours|minutes|seconds|points|percent)\b)"
)
_ONE_IN = (
    r"(1) in ([2-9]|[1-9][0-9]{1,2}|[1-9],?000)(?= (?!months|years|days|weeks|hours)[a-z]+s\b)"
)
_OUT_OF_ALONE = (
    r"([1-9][0-9]?) (?:out of|in)(?: every)? (3|4|5|6|8|10|12|20|25|50|100)"
    r"(?= (?:[a-z]+ly )?(?:is|are|was|were|had|has|have|do|does|did|said|says?|will|would|can|"
    r"could|own|live|work|wants?|lacks?|pass|passed|fail|failed|felt|feels?|earns?|rents?|"
    r"reported|[a-z]{3,}ed)\b|[.;](?:\s|$))"
)
_HEDGED_PART = r"(?:(?:^|[.;:]\s?)|\b(?:about|nearly|almost|only|just|roughly|some|over|than)\s)$"
"""What leads to a part that no noun follows: nearly 9 in 10 are women."""
_OF_UNIT = (
    r" of (?:a|one) (million|billion|trillion|percentage points?|basis points?|point|per ?cent)\b"
)
_PER = r" (?:per|for every|out of every) (?:1,000|10,000|100,000|100|thousand|hundred)\b"
_PER_LED = (" per", " for every", " out of every")
_BASE = (
    r"(?: (?!(?:and|in|from|for|while|to|of|as|at|by|with|on|was|is|per|the|aged)\b)"
    r"[a-z][a-z-]+){0,2}"
)


def added_part(words: str) -> Decimal:
    """What comes on top of a whole: a half, one-third, three-quarters."""
    top, below = words.lower().replace("-", " ").split()
    return Decimal(ONES.get(top, 1)) / PARTS[below.removesuffix("s")]


def fraction_at(folded: str, start: int) -> Reading | None:
    """one-third, two thirds, before the number that starts at `start` is read."""
    found = pattern(_FRACTION, re.IGNORECASE).match(folded, start)
    if found is None or found.group("half"):
        return None
    top, below = found.group("top").lower(), PARTS[found.group("below").lower()]
    if top == "one" and "-" not in found.group() and not _is_one_part(folded, found):
        return None
    value = Decimal(ONES.get(top, 1)) / below
    return _measured(folded, Reading(found.start(), found.end(), found.end(), value, ""))


def is_part(folded: str, start: int, end: int) -> bool:
    """Whether `a third` is a part, and no place in an order: a third of, fell by a third."""
    article = folded[start : start + 1] in "aA"
    if article and folded.startswith(" of", end):
        return True
    led = _word_before(folded, start)
    if article and folded[max(0, start - 10) : start].lower().endswith(_WHOLES):
        return pattern(_NOT_PART, re.IGNORECASE).match(folded, end) is None
    if article and pattern(_COMPARED).match(folded, end) is not None:
        return True
    if led in _HEDGED:
        return pattern(_NOT_PART, re.IGNORECASE).match(folded, end) is None
    if not article:
        return led == "by"
    return led in _PART_LED and pattern(_PART_AHEAD, re.IGNORECASE).match(folded, end) is not None


def _is_one_part(folded: str, found: re.Match[str]) -> bool:
    """Whether `one third` is a part: one third of, fell by one third."""
    after = folded.startswith(" of", found.end())
    return after or _word_before(folded, found.start()) in _PARTS_LED


def _word_before(folded: str, start: int) -> str:
    """The word before a place, in lower case."""
    words = folded[max(0, start - 16) : start].rsplit(None, 1)
    return words[-1].lower() if words and folded[start - 1 : start] == " " else ""


def _measured(folded: str, reading: Reading) -> Reading:
    """A part with what it is a part of, where that is a number or a unit: three-quarters of a
    percentage point, a quarter of a million."""
    found = pattern(_OF_UNIT, re.IGNORECASE).match(folded, reading.end)
    if found is None or reading.value is None:
        differs = pattern(_DIFFERS).match(folded, reading.end) is not None
        return reading._replace(kind=Kind.CHANGE if differs else Kind.SHARE)
    end, scale = found.end(), LARGE.get(found.group(1).lower())
    if scale is None:
        return reading._replace(end=end, unit=found.group(1))
    return reading._replace(
        end=end, number_end=end, value=reading.value * power(scale), exponent=scale
    )


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
    return _measured(folded, Reading(start, end, end, Decimal(1) / below, ""))


def ratio_at(folded: str, start: int) -> Reading | None:
    """A ratio to another number, where the words before speak of one: 28:1, 2.5 to 1."""
    found = pattern(_RATIO).match(folded, start)
    if found is None:
        return None
    decimal = "." in found.group(1) and found.group().endswith(":1")
    led = pattern(_RATIO_LED, re.IGNORECASE).search(folded[max(0, start - 70) : start])
    if not decimal and led is None:
        return None
    value = Decimal(found.group(1))
    return Reading(start, found.end(), found.end(), value, "", kind=Kind.SHARE)


def slashed_at(folded: str, start: int) -> Reading | None:
    """A fraction in digits: 2/3 of, 2/3rds, 7 out of 10."""
    found = (
        pattern(_SLASHED).match(folded, start)
        or pattern(_OUT_OF).match(folded, start)
        or pattern(_ONE_IN).match(folded, start)
    )
    if found is None and pattern(_HEDGED_PART, re.IGNORECASE).search(
        folded[max(0, start - 10) : start]
    ):
        found = pattern(_OUT_OF_ALONE).match(folded, start)
    if found is None or int(found.group(1)) >= int(found.group(2).replace(",", "")):
        return None
    value = Decimal(found.group(1)) / int(found.group(2).replace(",", ""))
    return Reading(start, found.end(), found.end(), value, "", kind=Kind.SHARE)


def rate_after(folded: str, end: int) -> int:
    """Where what a number is counted per ends (3.4 per 1,000 people); 0 where it is not."""
    per = pattern(_PER).match(folded, end) if folded.startswith(_PER_LED, end) else None
    if per is None:
        return 0
    base = pattern(_BASE).match(folded, per.end())
    return per.end() if base is None else base.end()
