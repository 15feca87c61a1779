"""What English prose holds a level against, told behind the number: the 78% that we were asked to
reach, the 4% we set ourselves, the £2.5 million in our plan."""

from __future__ import annotations

from viewer.model import Standing
from viewer.quantities.english.aims import is_part_of_aim
from viewer.quantities.reasons import note
from viewer.quantities.regex_cache import pattern
from viewer.quantities.standing_clauses import said_by
from viewer.quantities.vocabulary import any_of

_COUNTED = (
    r"(?: (?!(?:and|but|or|than|as|was|were|is|are|that|which|who|what|in|on|of|to|for|by|from|"
    r"at)\b)"
    r"[a-z][a-z-]*){0,3}?"
)
"""What the number counts: 20 ships, 39,500 metric tonnes."""
_WHO = (
    r"(?:it|they|we|he|she|you|(?:the|its|our|their|his|her)(?: [a-z-]+){1,3}?|[a-z]{3,}s|"
    r"[A-Z][A-Za-z]+)"
)
_HELPING = (
    r"(?: (?:had|have|has|was|were|is|are|been|being|be|originally|initially|first|once|also))*"
)
_HELD_TO = (
    rf"{_COUNTED} (?:that |which )?(?:{_WHO}{_HELPING} )"
    rf"(?P<verb>{any_of('en', 'standing.bound')})(?: by [a-z' -]{{2,24}}?)? to "
    r"(?!(?:have|be)\b)[a-z]+\b(?! (?:a|an|the|its|our|their|[$£€¥]?[0-9])\b)"
)
"""What somebody is held to do: the 90% it was required to meet."""
_DUE = (
    rf"{_COUNTED} (?:(?:that|which) (?:is|are|was|were|had been|have been) )?"
    rf"(?P<verb>{any_of('en', 'standing.bound')}) to be [a-z]+(?:ed|t|n|lt|de)\b"
)
"""What was to be done with it: 1,200 trees due to be planted."""
_PASSIVE = (
    rf"{_COUNTED} (?:that|which) (?:had been|has been|have been|was|were|is|are)"
    rf"(?: [a-z]+ly)? (?P<verb>{any_of('en', 'standing.relative')})"
    r"(?=[,.;:)]|$|\n| (?:by|for|in|at|when|a|last|this|as)\b)"
)
"""What was said that it would be: the 12% that had been guided."""
_FOR_ONESELF = (
    rf"{_COUNTED} (?:that |which )?{_WHO}(?: (?:had|have|has))? sets? "
    r"(?:for )?(?:itself|ourselves|themselves|himself|herself)\b"
)
_EXPECTED_OF = (
    rf"{_COUNTED} (?:that |which )?(?:(?:is|was) |{_WHO} )?"
    r"(?:expect|ask|require|demand)(?:s|ed)? of (?:us|it|them|him|her|the|every|each|all)\b"
)
_KNOWN = (
    r"\b(?:the|its|our|their|his|her|my|your|these|those|than|of|against)(?: [a-z]+)? "
    r"(?:[A-Z]{0,3}[$£€¥] ?)?$"
)
"""What brings in a number that the reader knows of: the 90%, of 1,200 trees."""
_BESIDE = (
    rf"\b(?:against|than|to|with|versus|short of|match(?:es|ed|ing)?|pass(?:es|ed|ing)?|"
    rf"{any_of('en', 'standing.reached')}) "
    r"(?:(?:the|some|about|around|roughly|its|our|their|a)(?: [a-z]+)? )?"
    r"(?:[A-Z]{0,3}[$£€¥] ?)?$"
)
"""What is held beside something: lower than the, beat the."""
_IN_PAPER = (
    rf"{_COUNTED}(?: (?:(?P<seen>assumed|forecast|projected|expected|predicted)|included|contained|"
    r"foreseen|shown|written|entered|pencilled|put|set out|laid down|given|named|allowed for))?"
    r" in (?:the|its|our|their|his|her|this year's|last year's|[A-Z][a-z]+'s)"
    rf"(?: [A-Za-z0-9-]+){{0,3}}? (?P<paper>{any_of('en', 'standing.paper')})\b"
    r"(?! (?:period|year|season|speech|office|committee)\b)"
)
"""The paper that a number stands in: the £2.5 million in our plan."""
_REVISED = (
    r"(?:\brevised (?:(?:up|down|upwards?|downwards?|higher|lower) )?from "
    r"(?:(?:an?|the|its|their)(?: [a-z]+){0,2} )?|"
    r"\bnow (?:being )?(?:seen|expected|forecast|projected|put|thought|likely|predicted)\b"
    r"[^.;]{0,40}[0-9][^.;]{0,14}, (?:(?:up|down|revised|cut|raised|lowered) )?"
    r"(?:from|against|not) )$"
)
"""What leads to the forecast of before: now seen at 21 million, down from 24 million."""
_DONE = (
    rf"{_COUNTED}(?:,? (?:or|and) (?:[^,.;]|[.,][0-9]){{1,24}},|,)? (?:had|has|have) "
    r"(?:already |now |since |so far |all )?been [a-z]+(?:ed|t|n|lt|de)\b(?! (?:for|to)\b)"
)
"""What was done of it: 36, or 90%, had been opened."""
_BACK = 40
_SENTENCE = 120
_SHAPES = (
    (_HELD_TO, "standing.bound"),
    (_DUE, "standing.bound"),
    (_PASSIVE, "standing.relative"),
)
"""What is said of a number by a verb behind it, with the category of its verbs."""


def held_against(text: str, start: int, end: int) -> Standing | None:
    """What the words behind the number `start:end` say that it was to be."""
    lead = text[max(0, start - _BACK) : start]
    earlier = pattern(_REVISED).search(text[max(0, start - _SENTENCE) : start])
    if earlier is not None:
        note("standing", earlier.group())
        return Standing.FORECAST
    paper = pattern(_IN_PAPER).match(text, end) if pattern(_BESIDE).search(lead) else None
    if paper is not None:
        note("standing", paper.group())
        papers = said_by("en", "standing.paper")
        return Standing.FORECAST if paper.group("seen") else papers[paper.group("paper")]
    if not pattern(_KNOWN).search(lead):
        return None
    for shape, category in _SHAPES:
        found = pattern(shape).match(text, end)
        if found is not None:
            note("standing", found.group())
            return said_by("en", category)[found.group("verb")]
    own = pattern(f"{_FOR_ONESELF}|{_EXPECTED_OF}").match(text, end)
    if own is None:
        return None
    note("standing", own.group())
    return Standing.TARGET


def is_done_of_it(text: str, end: int) -> bool:
    """Whether the words behind a number say how much was done of what was aimed at: 73% of its
    target; 36 of them had been opened."""
    return is_part_of_aim(text[end : end + _SENTENCE]) or bool(pattern(_DONE).match(text, end))
