"""What English money is for: funding of, invested in, £5 million for, its £400 million fund."""

from __future__ import annotations

import re

from viewer.quantities.english.words import FULL_MONTHS, HEDGES
from viewer.quantities.regex_cache import pattern

_STOPS = (
    r"and|but|or|while|which|that|whose|who|as|a|an|is|are|was|were|will|would|has|have|had|by|from|"
    r"with|at|over|under|through|across|between|since|until|after|before|this|last|next|per|each|"
    r"announced|compared|up|down|on|to|for|in|of"
)
_WORD = rf"(?!(?:{_STOPS})\b)[A-Za-z0-9][\w'&/-]*"
_PHRASE = (
    rf"((?:the |a |an |its |their |new )?{_WORD}(?: {_WORD}){{0,5}}"
    rf"(?: (?:of|in) (?:the )?{_WORD}(?: {_WORD}){{0,3}})?)"
)
_TIMED = (
    r"^(?:the |its )?(?:(?:first|second|third|fourth|last|past|next|full) (?:time|quarter|half|"
    r"year|month|week|six|nine|two|three)|years?|quarter|months?|half|period|comparison|addition|total|"
    rf"cash|example|instance|now|date|[0-9]{{4}}|{FULL_MONTHS}|average)\b"
)
_GIVEN = (
    r"^ (?:will be|would be|has been|have been|had been|is being|was|were|is|are|being|to be)"
    r"(?: (?:also|further|now))? (?:invested|spent|allocated|provided|committed|given|awarded|used|"
    r"earmarked|made available|paid|set aside)(?: out)? (?:in|on|to|for|towards|into) "
)
_FOR = (
    r"^ (?:(?:to )?(?:support|accelerate|fund|help|build|improve|deliver|develop)|"
    r"for|towards|on) "
)
_OF = r"^ of (?:the |its |this |our |new )?"
_LEVELS = (
    r"\b(?:was|were|is|are|of|to|at|from|by|than|reached|totall?ed|stood|hit|than|costs?|costing|"
    r"exceeded|averaged|and|or)(?: (?:" + HEDGES + r"))*"
    r" ?$"
)
_ROUGHLY = rf"(?:(?:an?|the|{HEDGES}) )*$"
_LISTED = rf"(?:, |,? and |includ\w+ |listed are |comprising ){_ROUGHLY}"
_OWNED = (
    r"\b(?:an?|the|its|their|our|this|that|his|her|new|further|additional|extra|immediate|huge|"
    r"major|record|one-off)(?: (?:huge|new|further|additional|extra|immediate|major))* $"
)
_CLOSE = 24
_WHOLES = {
    "raised": "funds raised", "raise": "funds raised", "donated": "donations",
    "donate": "donations", "given": "donations", "gave": "donations", "give": "donations",
    "received": "income", "receive": "income", "earned": "income", "earn": "income",
}  # fmt: skip
_OF_EVERY = (
    r"^(?: ?(?:cents|pence|p|pennies))? (?:of|in|from|out of) (?:every|each) (?:dollar|pound|"
    r"euro|£1|\$1|€1)"
    r"(?: (?:that )?(?:we|they|you|it|supporters|donors)?(?: (?:is|was|are|were))? ?"
    rf"(?P<done>spent|spend|{'|'.join(_WHOLES)}))?"
    r" (?:goes|went|go|is spent|was spent|was used|is used|has gone)(?: (?:directly|straight))? "
    r"(?:to|on|into|towards|for) "
)
_ARTICLE = r"^(?:the|an?|its|their) "


def purpose(lead: str, ahead: str) -> str:
    """What the words behind an amount of money say that it is for; '' where they say nothing."""
    for source in (_GIVEN, _OF):
        if named := _after(source, ahead):
            return named
    if pattern(_LISTED).search(lead) is not None and (named := _after(_FOR, ahead)):
        return named
    if pattern(_OWNED, re.IGNORECASE).search(lead) is not None and (named := _after(r"^ ", ahead)):
        return named
    level = pattern(_LEVELS).search(lead) is not None
    return "" if level else _after(_FOR, ahead)


def of_every(ahead: str) -> str:
    """What a part of each coin goes to: 85 cents of every dollar we spent went to programmes."""
    close = ahead[:_CLOSE]
    found = pattern(_OF_EVERY).match(ahead) if " every" in close or " each" in close else None
    if found is None:
        return ""
    whole = _WHOLES.get(found["done"] or "", "spending")
    named = _after(r"^", ahead[found.end() :])
    return f"share of {whole} going to {named}" if named else ""


def _after(source: str, ahead: str) -> str:
    """The noun phrase behind what `source` matches, unless it tells a time."""
    head = pattern(source).match(ahead)
    found = None if head is None else pattern(_PHRASE).match(ahead, head.end())
    if found is None or pattern(_TIMED).match(found.group(1)) is not None:
        return ""
    return pattern(_ARTICLE).sub("", found.group(1))
