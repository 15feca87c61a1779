"""Numbers in the names of what does something, ages between commas, places at the top, bills."""

from __future__ import annotations

import re

from viewer.model import Kind
from viewer.quantities.english.standing_results import is_past
from viewer.quantities.english.words import MONTHS
from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import CODES, NATIONAL
from viewer.quantities.vocabulary import any_of, words_in, words_of

_REACH = 40
_TITLED = (
    r"(?:^|[.;:\n(\"] ?|\b(?:the|an?|and|but|"
    r"when|while|as|that|because|before|after|by|where) )(?P<run>(?:[A-Z][A-Za-z'-]* ){1,3})$"
)
_ACTS = r" (?:of (?:the|this|a)\b|(?P<verb>[a-z]+)\b(?! [a-z]+s\b))"
"""What a thing with a number in its name does: Ladder 11 rescued, Pan Am 103 killed."""
_FINITE = frozenset(("is", "was", "has", "had", "will", "would", "can", "could", "may", "did"))
_APPOSED = (
    r"\b(?!(?:those|these|them|total|all|which|whom|year|month|week|today|however|then|here),)"
    r"[A-Za-z]+, $"
)
_APPOSITION = r", (?:who|of|from|a|an|the|was|is|has|had|(?P<verb>[a-z]+))\b"
_YOUNGEST, _OLDEST = 1, 110
_PERSONS = any_of("en", "name.aged")
_AGED_LED = (
    rf"(?:{_PERSONS}(?: who (?:are|were)| aged| not yet)?|"
    r"\b(?:one in [a-z]+|[0-9]%|per ?cent|half|third|quarter|fifth|majority|most)"
    r"(?: of (?:them|those|these|the [a-z]+|its [a-z]+))? (?:is|are|was|were)) "
    r"(?:over|under|above|below|older than|younger than|aged) (?:the age of )?$"
)
_AGE_ENDS = (
    r"(?![0-9%]|[.,][0-9]|-[0-9]| ?(?:%|per ?cent|million|thousand|billion|hundred)|"
    r" (?!(?:is|was|has|does|needs|gets|makes|lives|earns|owns|rents|says|works|dies)\b)[a-z-]+s\b)"
)
_COHORT = rf"-(?:plus|and-over|and-under|or-over) {any_of('en', 'name.cohort')}"
_OR_OLDER = (
    r",? (?:or|and) (?:older|younger)\b|"
    r" (?:or|and) (?:over|under)(?=[.,;]|$| (?:to|can|may|must|will)\b)"
)
_AT_AGE = r"(?:^|[.;:\n] ?|\b(?:and|but|who), )(?:At|Aged|At just|At only|Now|at|aged) $"
_WHO_BEHIND = (
    r", (?:she|he|the [a-z-]+(?:er|or|ist|man|woman|ian|ant|ent|eur|ess)|"
    r"[A-Z][a-z]+ [A-Z]?[a-z]+)\b"
    r"(?! (?:[a-z]+ )?(?:index|gauge|reading))"
)
_NAME_REACH = 24
_RACED = (
    r"(?: ?m|-met(?:re|er)|[- ]km|-mile|-yard|k)\b"
    r"(?: (?:men's|women's|open|junior|individual|mixed))? "
    rf"{any_of('en', 'name.race')}"
)
_JOINED = r"(?<![A-Za-z0-9])[A-Z]{1,2}[0-9]{1,2}\+$"
"""A name that a plus parts: the P5+1."""
_INITIAL = r"(?<![A-Za-z.])(?:[A-Z]\.){1,3} ?$"
"""An initial before the number of a bill: S.1042, H.R. 3684."""
_TOP = r"\b(?:[Tt]he|an?|its|their|our|[a-z]+'s) [Tt]op $"
_SIZED = r"%|[.,][0-9]| (?:percent|per cent|million)"
_NOUGHT = r"0[0-9]{2,}(?:-[0-9]+)*(?![0-9.,]?[0-9])"
"""Digits with a nought before them: at 0615, 0142."""
_MONEY = frozenset((*CODES, *NATIONAL))


def named(folded: str, start: int, end: int) -> tuple[Kind, int] | None:
    """An age, a place at the top, a code or the number in a name, and where it ends; else None."""
    lead = folded[max(0, start - _REACH) : start]
    if _says_age(folded, start, end, lead):
        return Kind.RANK, end
    return _raced(folded, end, lead) or _called(folded, (start, end), lead)


def is_in_name(folded: str, found: re.Match[str]) -> bool:
    """Whether a number word is a part of a name by its capital: the Six Nations, Seven-Eleven,
    the Guildford Four."""
    written = found.group("words")
    if not written[:1].isupper():
        return False
    if pattern(r"[a-z]+[ -][A-Z]").search(written):
        return True
    lead = folded[max(0, found.start() - _NAME_REACH) : found.start()]
    led = pattern(r"(?:\b[a-z]+|(?:^|[.!?] )The) $").search(lead)
    ends = pattern(r"\b[Tt]he (?:[A-Z][a-z]+ ){1,2}$").search(lead)
    goes_on = led is not None and pattern(r" [A-Z][a-z]+").match(folded, found.end()) is not None
    return goes_on or ends is not None


def _raced(folded: str, end: int, lead: str) -> tuple[Kind, int] | None:
    """A distance that names a race, or what a plus joins to a name, and where it ends."""
    raced = pattern(_RACED).match(folded, end)
    if raced is None and not pattern(_JOINED).search(lead):
        return None
    return Kind.NAME, end if raced is None else raced.end()


def _called(folded: str, place: tuple[int, int], lead: str) -> tuple[Kind, int] | None:
    """An age between commas, a place at the top, a code or the number in a name; else None."""
    start, end = place
    if nought := pattern(_NOUGHT).match(folded, start):
        return Kind.NAME, nought.end()
    if lead.endswith(", "):
        return (Kind.RANK, end) if _is_age(folded, start, end, lead) else None
    if pattern(_TOP).search(lead):
        return None if pattern(_SIZED).match(folded, end) else (Kind.RANK, end)
    if pattern(_INITIAL).search(lead):
        return Kind.NAME, end
    return (Kind.NAME, end) if _is_titled(folded, end, lead) else None


def _says_age(folded: str, start: int, end: int, lead: str) -> bool:
    """Whether a bare number is how old somebody is: patients over 60, at 23 she, the 65-plus
    group, must be 18 or over."""
    digits = folded[start:end]
    if not digits.isdecimal() or not _YOUNGEST <= int(digits) <= _OLDEST:
        return False
    if pattern(_COHORT).match(folded, end) or pattern(_OR_OLDER).match(folded, end):
        return pattern(r"[$£€¥] ?$").search(lead) is None
    if pattern(_AT_AGE).search(lead) and pattern(_WHO_BEHIND).match(folded, end):
        return True
    return bool(pattern(_AGED_LED).search(lead.lower()) and pattern(_AGE_ENDS).match(folded, end))


def _is_age(folded: str, start: int, end: int, lead: str) -> bool:
    """The patient, 54, received: how old somebody is who does something."""
    aged = pattern(_APPOSITION).match(folded, end) if end - start < len("110") + 1 else None
    if aged is None or not pattern(_APPOSED).search(lead):
        return False
    return aged.group("verb") is None or is_past(aged.group("verb"))


def _is_titled(folded: str, end: int, lead: str) -> bool:
    """A number that closes a name which acts: Ladder 11 rescued, Storm 6 of the season."""
    titled = pattern(_TITLED).search(lead)
    acts = pattern(_ACTS).match(folded, end) if titled is not None else None
    if titled is None or acts is None or _is_no_name(titled.group("run").split()):
        return False
    verb = acts.group("verb")
    return verb is None or verb in _FINITE or is_past(verb)


def names_measure(word: str) -> bool:
    """Whether capitals name what their number measures, or its money, and no thing: PMI, USD."""
    return word in words_of("en", "name.measure") or word in _MONEY


def _is_no_name(run: list[str]) -> bool:
    """Whether words with capitals only open a sentence, or name a month or what is measured."""
    first, last = run[0], run[-1]
    if first.lower() in words_in("name.opening") or last.endswith(("s", "ly")):
        return True
    return last.lower() in MONTHS or names_measure(last)
