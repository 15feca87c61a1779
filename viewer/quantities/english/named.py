"""Numbers in the names of what does something, ages between commas, places at the top, bills."""

from __future__ import annotations

from viewer.model import Kind
from viewer.quantities.english.words import MONTHS
from viewer.quantities.regex_cache import pattern
from viewer.quantities.standing_results import is_past
from viewer.quantities.units import CODES, NATIONAL
from viewer.quantities.vocabulary import words_in, words_of

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
_INITIAL = r"(?<![A-Za-z.])(?:[A-Z]\.){1,3} ?$"
"""An initial before the number of a bill: S.1042, H.R. 3684."""
_TOP = r"\b(?:the|an?|its|their|our|[a-z]+'s) [Tt]op $"
_SIZED = r"%|[.,][0-9]| (?:percent|per cent|million)"
_NOUGHT = r"0[0-9]{2,}(?:-[0-9]+)*(?![0-9.,]?[0-9])"
"""Digits with a nought before them: at 0615, 0142."""
_MONEY = frozenset((*CODES, *NATIONAL))


def named(folded: str, start: int, end: int) -> tuple[Kind, int] | None:
    """An age, a place at the top, a code or the number in a name, and where it ends; else None."""
    lead = folded[max(0, start - _REACH) : start]
    if lead.endswith(", "):
        return (Kind.RANK, end) if _is_age(folded, start, end, lead) else None
    if pattern(_TOP).search(lead):
        return None if pattern(_SIZED).match(folded, end) else (Kind.RANK, end)
    if pattern(_INITIAL).search(lead):
        return Kind.NAME, end
    nought = pattern(_NOUGHT).match(folded, start)
    if nought is not None:
        return Kind.NAME, nought.end()
    return (Kind.NAME, end) if _is_titled(folded, end, lead) else None


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
