"""Labels of English numbers whose clause speaks of what was told before: the improvement of 3.5
points, the board's limit is 4, £33.9 million, or 38% of those costs."""

from __future__ import annotations

import re

from viewer.model import Kind, Quantity
from viewer.quantities.english.following_nouns import part_of
from viewer.quantities.english.naming.doers import doing
from viewer.quantities.english.naming.enumerations import as_share
from viewer.quantities.english.naming.label_cleanup import lowered
from viewer.quantities.english.naming.move_nouns import MOVE_NOUNS
from viewer.quantities.english.naming.verbs import PARTICIPLE
from viewer.quantities.english.words import HEDGES
from viewer.quantities.regex_cache import pattern

_HEDGED = rf"(?: (?:{HEDGES}))*"
_THE_MOVE = (
    r"^\W*(?:the|this|that|such an?) (?:[a-z]+ )?(improvement|increase|rise|fall|drop|decline|"
    rf"reduction|gain|growth|decrease|cut|deterioration) of{_HEDGED} $"
)
_LIMIT = (
    r"(?:^|[,;:] |\. )\W*(?:and |while |but |against )?(?:the|our|its|their) (?:[a-z-]+(?:'s)? )?"
    r"(limit|ceiling|target|goal|threshold|standard|norm|benchmark|maximum|minimum) "
    rf"(?:is|was|stands at|remains|being|had been){_HEDGED} $"
)
_ASKED = (
    r"^(?:%| per ?cent)? (?:that |which )?(?:we|they|it|the [a-z]+) (?:(?:were|was|had been|are|is|"
    r"have been) (?:asked|required|expected|due|meant|supposed|set|told) to (?:reach|meet|achieve|"
    r"hit|deliver|attain)|needs? (?:by|in|to)|(?:must|have to|has to|hoped? to|wants? to) "
    r"(?:reach|meet|achieve)|(?:had )?(?:promised|aimed for|aims? for))\b"
)
"""A level that somebody was to reach: the 78% that we were asked to reach."""
_THAN_THE = (
    r"\b(?:than|short of|above|below|against|from|over|under|compared (?:with|to)|exceeding|"
    rf"beating|up on|down on) the{_HEDGED} $"
)
_DONE_THEN = (
    rf"^ {PARTICIPLE} (?:in|during|at|by|over|last|a year|one year|twelve months|the year|the same)"
    r"\b"
)
"""Another level of the same: 1.7% short of the 1.15 million carried in the first half of 2024."""
_LIMITS_IT = (
    rf"\b(?:limits?|caps?|restricts?|limited|capped) (?:this|it|that|them) (?:to|at){_HEDGED} $"
)
_AMONG = (
    r"(?:^|[;,.] )\W*(?:and |but |while )?([Aa]mong|[Ff]or|[Ii]n|[Aa]t|[Oo]utside|[Ww]ithin) "
    r"((?:[A-Za-z][\w'-]* ){0,3}[A-Za-z][\w'-]*),? the "
    r"(?:figure|share|rate|proportion|number|level|percentage) "
    rf"(?:is|was|stood at|reached|came to)(?: only| just| still)?{_HEDGED} $"
)
"""The same of others: 74% of tenants; among owners the figure was only (51%)."""
_DID_TO = (
    r"\b([a-z]{3,}ed|upheld|won|lost|met|sold|built|sent|paid)(?<!compared)(?<!needed)"
    rf"(?<!reached){_HEDGED} $"
)
_OF_THEM = (" of them", " of these", " of those")
_NEEDED = (
    r"^(?:%| per ?cent)? of (what (?:was|is|had been|has been) (?:required|planned|budgeted|needed|"
    r"expected|asked for|promised|forecast))\b"
)
_AGAIN = (
    rf"(?: (?:had|have|has|was|were)(?: been)? {PARTICIPLE})?"
    rf"(?:,? or|, (?:that|which) is|, i\.e\.|, being|:| \(){_HEDGED} ?"
)
_OF_THOSE = (
    r"^(?:%| per ?cent)? of (?:(?:those|these|that|the|its|our|their|all|total) )?"
    r"(?!(?:of|which|whom|what|it|them)\b)(?=[a-z])"
)
_OF_PLANNED = (
    r"^(?:%| per ?cent)? of the [A-Z]{0,3}[$£€]?[0-9][0-9.,]*(?: (?:thousand|million|billion))? "
    r"(budgeted|allocated|earmarked|set aside)\b"
)
_PLANNED, _LONGEST = "budget", 9
_SHARE_OF_ALL = (
    r"\b(?:larger |smaller |greater |higher |lower |growing |bigger )?(?:share|proportion|"
    r"percentage) of (?P<things>[a-z][a-z' -]*?) (?P<did>(?:was|were|is|are) [a-z][^.:;]{3,80}?)"
    r"(?:: | \()$"
)
_THOSE = r"^(?:those|these|that|all|total) (?=[a-z])"
_MOVED = rf" (?:{'|'.join(sorted(MOVE_NOUNS))})$"
_PER_MANY = (
    r"(per (?:[0-9][0-9,]*|(?:a |one )?(?:hundred|thousand|million)) [a-z]+(?: (?:days|hours|"
    r"births|worked|travelled|driven|flown|born|people|residents|inhabitants|patients|passengers|"
    r"employees|population))*)\b"
)
"""By how many things a rate is told: 3.1 per million hours worked, 4.9 per 1,000 bed days."""
_PRONOUNS = ("them", "these", "those", "it")
_OF_A_MOVE = (" growth", " increase", " decrease", " fall", " decline")


def of_last(quantity: Quantity, lead: str, ahead: str, names: tuple[str, str]) -> str:
    """The label of a number that is told of what the number before is called; '' where it is not.

    `names` are that name and the things counted last.
    """
    known, things = names
    if quantity.kind is Kind.SHARE and (part := _of_all(lead, things)):
        return part
    if not known:
        return ""
    bare = pattern(_MOVED).sub("", known.partition(" share of ")[0])
    if quantity.kind is Kind.CHANGE and (moved := pattern(_THE_MOVE, re.IGNORECASE).match(lead)):
        return f"{known} {moved.group(1).lower()}"
    if quantity.kind is Kind.SHARE and (part := _part_of(quantity, lead, ahead, (bare, things))):
        return part
    return _level_of(lead, ahead, known, bare)


def _level_of(lead: str, ahead: str, known: str, bare: str) -> str:
    """The same of others or at another time, or what it was to be or must not pass."""
    if (among := pattern(_AMONG).search(lead)) is not None:
        return f"{known} {among.group(1).lower()} {among.group(2)}"
    if (limit := pattern(_LIMIT, re.IGNORECASE).search(lead)) is not None:
        return f"{bare} {limit.group(1).lower()}"
    if pattern(_LIMITS_IT).search(lead):
        return f"{bare} limit"
    if lead.endswith("the ") and pattern(_ASKED).match(ahead):
        return f"{bare} target"
    then = pattern(_THAN_THE).search(lead) and pattern(_DONE_THEN).match(ahead)
    return bare if then else ""


def _part_of(quantity: Quantity, lead: str, ahead: str, names: tuple[str, str]) -> str:
    """What was done with a part of them, or what they did; how much of what was needed it is."""
    bare, things = names
    if ahead.startswith(_OF_THEM):
        done = pattern(_DID_TO).search(lead)
        if done is not None:
            return f"{things or bare} {done.group(1)}"
        return doing(quantity, lead, ahead, things) if things else ""
    needed = pattern(_NEEDED).match(ahead)
    return "" if needed is None else f"{bare} share of {needed.group(1)}"


def told_again(quantity: Quantity, gap: str, ahead: str, known: str, kind: Kind | None) -> str:
    """The name of a part that tells the number before again: 54 million, that is 45.7%."""
    if quantity.kind is not Kind.SHARE or not known or not pattern(_AGAIN).fullmatch(gap):
        return ""
    if kind in (Kind.SHARE, Kind.CHANGE, None) or known.endswith(_OF_A_MOVE):
        return ""
    bare = known.partition(" share of ")[0]
    if pattern(_OF_PLANNED).match(ahead):
        return f"{bare} share of {_PLANNED}"
    if pattern(_OF_THOSE).match(ahead):
        whole = pattern(_THOSE).sub("", part_of(ahead).partition(" and ")[0])
        return f"{bare} share of {whole}" if whole and whole not in _PRONOUNS else ""
    return "" if ahead.startswith(" of ") else as_share(bare, kind)


def with_rate(quantity: Quantity, name: str, ahead: str) -> str:
    """The name of a rate with what it is told by: falls per 1,000 bed days."""
    if not name or quantity.kind is Kind.CHANGE or " per " in name:
        return name
    behind = pattern(f"^ {_PER_MANY}").match(ahead) or pattern(f" {_PER_MANY}$").search(
        quantity.surface
    )
    return name if behind is None else f"{name} {behind.group(1)}"


def _of_all(lead: str, things: str) -> str:
    """What a share is of, and what was done: a larger share of them was seen in time: 76%."""
    found = pattern(_SHARE_OF_ALL).search(lead)
    if found is None:
        return ""
    named = things if found["things"] in _PRONOUNS else found["things"]
    did = found["did"].partition(" ")[2]
    return f"{lowered(named)} {did}" if named and len(did.split()) <= _LONGEST else ""
