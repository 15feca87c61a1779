"""The words behind an English number that go with it: a noun phrase, what somebody did."""

from __future__ import annotations

from viewer.quantities.english.naming.verbs import is_past
from viewer.quantities.english.words import FULL_MONTHS
from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import listed

_ENDS = frozenset(
    listed("""
while but which that who whose whom whereas compared than up down after before during within since
when because as if so though although despite following from versus vs until unless thanks due
reflecting helped driven plus is are was were has have had will would could should may might can
""")
)
_LOOSE = frozenset(
    listed("the a an of to in on with for by at and or their its our that last this")
)
_TIMED = (
    r"^(?:(?:this|last|next|each|every) (?:year|quarter|month|week|day|season|summer|winter|spring|"
    r"autumn)\b|(?!on time\b|in time\b)(?:in|on|over|during|for|at|by|within|throughout|"
    r"of) (?:(?:the|its|our|a|an|last|one|two|three|four|five|six|seven|eight|nine|ten|twelve|past|"
    r"this|next|"
    r"each|every) )*(?:[a-z-]+ )?(?:years?|quarters?|months?|weeks?|days?|hours?|period|half|"
    rf"summer|winter|spring|autumn|decade|time|date|future|{FULL_MONTHS}|(?:19|20)[0-9]{{2}})\b)"
)
_RATED = frozenset(
    listed(
        "classed classified rated described known regarded seen used listed registered graded "
        "done treated counted sold"
    )
)
"""What leads to `as` and its noun: homes classed as affordable."""
_TOKEN = r"[A-Za-z0-9$£€%][\w'&/.%-]*[\w'%]|[A-Za-z0-9]|[,;:.()\n]"
_LIST = r"((?:[a-z][\w'-]*, )+(?:[a-z][\w'-]* )?(?:and|or) [a-z][\w'-]*(?: [a-z][\w'-]*)?)"
_WITHIN = r"within [0-9]+ (?:minutes|hours|days|weeks|months|years)(?: of [a-z]+)?"
_LONGER = (
    r"(?:for |in |by )?(?:more|less|longer|fewer) than (?:an? |one |two |three |[0-9]+ )?"
    r"(?:minutes?|hours?|days?|weeks?|months?|years?)\b"
)
"""How long something takes, which ends a phrase: waiting for more than a year."""
_LONGEST = 8
_APPOSED = (
    r"^,? \(?(?:or |nearly |about |some |approximately |roughly |around |"
    r"almost )*[$£€]?[0-9][0-9,.]*(?: ?%| per ?cent| (?:million|"
    r"billion))?"
    r"\)?(?: of (?:them|it|these|(?:the|those|all) [a-z]+))?,?(?= )"
)
"""The same told once more: 551 (90%) are, 3,628 of them, or 92.6 percent, were."""


def without_apposition(ahead: str) -> str:
    """What follows a number, less the same told once more in another unit."""
    found = pattern(_APPOSED).match(ahead)
    return ahead if found is None else ahead[found.end() :]


def is_time(words: str) -> bool:
    """Whether words begin with a time: in ten days, last year."""
    return pattern(_TIMED).match(words) is not None


def phrase(words: str, longest: int = _LONGEST) -> str:
    """The phrase that words begin with: up to a mark, a clause, a time or another number."""
    listed = pattern(rf"^\W*(?:[a-z]+ )?{_LIST}").match(words)
    if listed is not None:
        return listed.group().strip()
    taken: list[str] = []
    closed = False
    for token in pattern(_TOKEN).finditer(words):
        word = token.group()
        closed = not word[0].isalnum() and word[0] not in "$£€"
        within = pattern(_WITHIN).match(words, token.start()) or pattern(_LONGER).match(
            words, token.start()
        )
        if within is not None and taken:
            return " ".join((*taken, within.group()))
        rated = word == "as" and taken[-1:] and taken[-1] in _RATED
        if closed or (word.lower() in _ENDS and not rated) or word[0].isdigit() or word[0] in "$£€":
            break
        if pattern(_TIMED).match(words[token.start() :]) or len(taken) == longest:
            break
        taken.append(word)
    return _trimmed(taken, closed=closed)


def _trimmed(taken: list[str], *, closed: bool) -> str:
    """The words without loose ends; the second of two joined nouns only where a mark follows."""
    joins = [at for at, word in enumerate(taken) if word in ("and", "or")]
    if joins and (not closed or _is_deed_behind(taken, joins[-1])):
        taken = taken[: joins[-1]]
    if taken[-1:] in (["form"], ["end"], ["start"], ["close"]) and taken[-2:-1] == ["the"]:
        taken = taken[:-3]
    while taken and taken[-1].lower() in _LOOSE:
        taken = taken[:-1]
    return " ".join(taken)


def _is_deed_behind(taken: list[str], at: int) -> bool:
    """Whether a verb or its subject stands behind `and`: ... and built, and the team."""
    behind = taken[at + 1 : at + 2]
    return not behind or is_past(behind[0]) or behind[0] in ("the", "to", "we", "it", "they")
