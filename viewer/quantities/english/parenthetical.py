"""English numbers in brackets: job gains in health care (72K), government (71K)."""

from __future__ import annotations

from viewer.quantities.english.phrases import noun
from viewer.quantities.regex_cache import pattern

_HEDGE = r"\((?:up|down|or|both|each|about|nearly|rising|falling)? ?$"
_BEFORE_BRACKET = (
    r"(?:\b(?:the|both|and|were|are|was|is|includ\w+|in|of|by|for|from|to|than)|[,:]) "
    rf"((?:[A-Za-z&][\w'-]* ){{0,4}}[A-Za-z][\w'-]*) {_HEDGE}"
)
_PLACED = r"(?:\b(?:in|of)|,|\band|\)) (?:and )?((?:the )?[A-Za-z][A-Za-z &'-]{1,30}?) ?" + _HEDGE
_OTHER_LIST = r"\b(?:followed|led|then|while|whereas|where|but)\b"
_LED_BY = r"^(?:then )?(?:followed|led|driven) by "
_EXTREME = r"^(?:highest|lowest|largest|smallest|biggest|strongest|weakest|sharpest) "
_CLOSE = 40
"""How far before the number its bracket may open."""


def bracketed(lead: str, subject: str) -> str:
    """The subject and what the bracket is of; '' where the number stands in none."""
    if "(" not in lead[-_CLOSE:]:
        return ""
    found = pattern(_PLACED).search(lead)
    last = lead.rfind(" in ")
    if found is None or last < 0 or pattern(_OTHER_LIST).search(lead, last) is not None:
        return _just_before(lead)
    if " of " in lead[last : lead.find("(", last)]:
        return found.group(1).removeprefix("and ").rpartition(" of ")[2]
    head = pattern(_EXTREME).sub("", noun(lead.partition(" in ")[0])) or subject
    if not head:
        return _just_before(lead)
    place = found.group(1).removeprefix("and ").rpartition(" in ")[2]
    return f"{head.partition(' in ')[0]} in {place}"


def _just_before(lead: str) -> str:
    """What stands right before an opened bracket: the participation rate (62.6 percent)."""
    found = pattern(_BEFORE_BRACKET).search(lead)
    return "" if found is None else noun(pattern(_LED_BY).sub("", found.group(1)))
