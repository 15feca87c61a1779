"""Members of English enumerations: what the second and later ones share with the first."""

from __future__ import annotations

import re

from viewer.model import Kind, Quantity
from viewer.quantities.english.naming.complements import phrase
from viewer.quantities.english.naming.label_cleanup import lowered
from viewer.quantities.english.naming.verbs import PARTICIPLE, is_past
from viewer.quantities.english.words import HEDGES
from viewer.quantities.regex_cache import pattern

_ONLY_PARTED = (
    rf"(?: (?:were|was|are|is)(?: {PARTICIPLE})?)?(?: (?:on|to|for|from|in|at|among|towards|by|"
    rf"of) [^,;.()0-9]{{2,60}}?)?(?:,|;|,? and|, plus|"
    rf",? or|,? but)"
    rf"(?: (?:{HEDGES}|another|a further))* ?"
)
_PREPOSITION = r"^ (on|to|for|from|in|at|among|towards|by) "
MADE_UP = (
    r"\b(?:made up of|compris(?:ing|es|ed)|consist(?:ing|s|ed) of|includ(?:ing|es|ed)|split into|"
    rf"divided into|composed of)(?: (?:{HEDGES}))* ?$"
)
_SUCH_AS = (
    r"(?:^| and |, )(?:and )?(?P<name>[a-z]+(?: [a-z]+)? such as [a-z][a-z ]+?)"
    rf"(?: (?:for|{HEDGES}|the remaining|the other|the rest|with))* $"
)
_OPENED = (
    r"(?:.*, (?:and |while |but )?|.*?\band )(?P<name>(?:[A-Za-z][\w'&-]* ){1,8}?)"
    rf"(?:(?:{HEDGES}|less than|more than|for|the remaining|the other|the rest) )*$"
)
_OWN_DEED = (
    r"^ (?:[a-z]{3,}ed|were|was|are|is|have|had|who|that|left|made|sold|took|went|came|rose|fell)\b"
)
_SHORT = 3
_IS_SHARE = r"\b(?:share|rate|ratio|percentage|proportion|margin)\b"
_SUMMED = (
    r"\b(?:taking|bringing|lifting|raising|pushing|takes|brings) (?:the|its|their|our) "
    r"(?P<name>(?:[a-z-]+ ){0,2}[a-z]+?)(?: (?:so far|to date))? to"
    rf"(?: (?:{HEDGES}|a total of|a record))* $"
)
_TOTALS = ("total", "number", "tally", "count", "figure", "sum", "overall")
_OF_ALL = r"^ of (?:the|its|our|all|their)(?: the)? [0-9]"
_MADE_UP_BY = rf"\b(?:accounted for|made up|represented|comprised|constituted)(?: (?:{HEDGES}))* $"
_NO_NAME = frozenset(
    ("by", "from", "in", "at", "for", "of", "on", "with", "to", "up", "down", "compared", "as",
     "another", "which", "who", "that", "this", "it", "they", "we", "or", "the", "an", "a", "its",
     "is", "are", "was", "were", "has", "have", "had", "will", "would", "then", "also", "than",
     "over", "under", "against", "nearly", "about", "almost", "some", "only", "just")
)  # fmt: skip
_SHARED = " share of "
_DONE_BY = rf"(?: of (?:them|these|the [a-z]+))?(?:,| and|, and) ([a-z]+ed) by(?: (?:{HEDGES}))* "
_THAT_DID = r"(?P<who>[a-z][\w ]*?) that [a-z]+ (?P<what>[\w' -]*?)(?: (?:un)?[a-z]+ed)?"
_OF_LEVEL = r" of the (?:level|number|figure|total|amount) "
_MOVE = r" (?:growth|increase|change)$"
_REST = r"\b(?:the|a) (?:remaining|rest|balance|other)(?: of)? $"
_BEING = r"^ (?:being|made up of|consisting of|went (?:to|on)|(?:was|were|is|are)(?= [a-z-]+s\b)) "
_ADDS = rf"\bcontribut(?:ed|es|ing)(?: (?:{HEDGES}))* $"
_ADDED_TO = r"^ to (?:the )?([a-z][\w -]{2,40}?)(?=[,.;]|$| and\b| in\b)"
_TAKEN = rf"\bsubtract(?:ed|s|ing)(?: (?:{HEDGES}))* $"
_TAKEN_FROM = r"^ from (?:the )?([a-z][\w -]{2,40}?)(?=[,.;]|$| and\b| in\b)"


def is_repeat(gap: str, ahead: str, kind: Kind) -> bool:
    """Whether a share tells the number before again: 3,628 of them, or 92.6%, were; 551 (90%)."""
    if kind is not Kind.SHARE or ahead.startswith((" of ", " per cent of ", " percent of ")):
        return False
    words = r" of (?:them|it|these|those|which|whom)"
    beside = pattern(rf"{words}, (?:(?:{HEDGES}) )?").fullmatch(gap)
    if beside is not None and ahead[:1] in tuple(".,;\n"):  # 14,700 of them, roughly 24%.
        return True
    return pattern(rf"(?:{words})?(?:,? or| \()(?: ?(?:{HEDGES}))* ?").fullmatch(gap) is not None


def as_share(label: str, kind: Kind) -> str:
    """The name of a part that tells the number before again: port dues were 138 (59.7%)."""
    told = not label or pattern(_IS_SHARE).search(label) is not None
    if told or kind in (Kind.SHARE, Kind.CHANGE):
        return label
    if len(label.split()) <= _SHORT:
        return f"{label} share"
    return f"share of {lowered(label)}"


def summed(lead: str, known: str, things: str) -> str:
    """What a number that closes a sum is of: opened 24 stores, taking the total to 1,312."""
    found = pattern(_SUMMED).search(lead[-80:]) if " to" in lead[-24:] else None
    if found is None or not (things or known):
        return ""
    named = found["name"]
    if named.rpartition(" ")[2] in _TOTALS:
        return f"total {things or known}"
    return named if " " in named else f"{things} {named}" if things else ""


def some_of(quantity: Quantity, lead: str, ahead: str, subject: str) -> str:
    """What some of the things are: deliberate fires made up 212 of the 640 fires."""
    of_all = quantity.kind is Kind.COUNT and subject and pattern(_OF_ALL).match(ahead)
    return subject if of_all and pattern(_MADE_UP_BY).search(lead) else ""


def _plain(words: str) -> str:
    return pattern(r"^(?:the|its|their|our|all)(?: the)? ").sub("", words)


def member(quantity: Quantity, gap: str, ahead: str, names: tuple[str, str]) -> str:
    """The label of a later member of a list, whose head stands with the first; '' for none.

    `names` are the label of the number before, and the whole whose parts are told.
    """
    known, whole = names
    if not known:
        return ""
    if quantity.kind is Kind.SHARE and _SHARED in known and pattern(_ONLY_PARTED).fullmatch(gap):
        other = phrase(ahead[4:], 5) if ahead.startswith(" of ") else ""
        return f"{known.partition(_SHARED)[0]}{_SHARED}{_plain(other)}" if other else ""
    if gap == ": ":
        of_amount = quantity.kind is Kind.AMOUNT
        return _with_head(ahead, known, known, money=False) if of_amount else ""
    if pattern(_ONLY_PARTED).fullmatch(gap) or pattern(MADE_UP).search(gap):
        money = quantity.kind is Kind.AMOUNT
        return _with_head(ahead, known, whole, money=money) or _done_like(quantity, ahead, known)
    if quantity.kind is Kind.SHARE and gap.endswith("and ") and pattern(_OF_LEVEL).match(ahead):
        level = phrase(ahead[4:].removeprefix("the "), 6)
        return f"{pattern(_MOVE).sub('', known)} share of {level}" if level else ""
    name = listed_subject(gap)
    return _done_by(gap, known) or (_part_like_last(quantity, name, ahead, known) if name else "")


def _part_like_last(quantity: Quantity, name: str, ahead: str, known: str) -> str:
    """The part of the same whole: trains 61% of income and buses 20%."""
    if quantity.kind is Kind.SHARE and _SHARED in known and not ahead.startswith(" of "):
        return f"{name}{_SHARED}{known.partition(_SHARED)[2]}"
    done, by, _ = known.partition(" by ")
    if by and quantity.kind is Kind.COUNT and is_past(done.rpartition(" ")[2]):
        return f"{done} by {name}"
    given = known.lower().startswith("contribution of ") and " to " in known
    return f"contribution of {name} to {known.rpartition(' to ')[2]}" if given else ""


def _done_by(gap: str, known: str) -> str:
    """Lenders that left terms unchanged, tightened by 14: lenders that tightened terms."""
    done = pattern(_DONE_BY).fullmatch(gap)
    told = pattern(_THAT_DID).fullmatch(known) if done is not None else None
    if done is None or told is None:
        return ""
    return f"{told['who']} that {done.group(1)} {told['what']}"


def _done_like(quantity: Quantity, ahead: str, known: str) -> str:
    """The second object of a deed: treated 118 inpatients and 402 outpatients."""
    done = known.rpartition(" ")[2]
    if quantity.kind not in (Kind.COUNT, Kind.AMOUNT) or len(known.split()) > _SHORT:
        return ""
    if " " not in known or not is_past(done) or pattern(_OWN_DEED).match(ahead):
        return ""
    unit = quantity.unit
    named = unit.islower() and unit.replace(" ", "").isalpha() and quantity.kind is Kind.COUNT
    things = unit if named or (unit.isupper() and unit.isalpha()) else ""
    return f"{things} {done}" if things else ""


def _with_head(ahead: str, known: str, whole: str, *, money: bool) -> str:
    """$38 million on programmes, $4.7 million on fundraising: spending on both."""
    found = pattern(_PREPOSITION).match(ahead)
    named = "" if found is None else phrase(ahead[found.end() :])
    if found is None or not named:
        return ""
    head, parted, _ = known.partition(f" {found.group(1)} ")
    if found.group(1) == "in" and money and (not parted or whole):
        return named
    if not parted and whole:
        return f"{whole.partition(f' {found.group(1)} ')[0]} {found.group(1)} {named}"
    return f"{head}{parted}{named}" if parted else ""


def listed_subject(gap: str) -> str:
    """The whole noun phrase between two numbers of a list: , councils and agencies ($15)."""
    found = pattern(_OPENED, re.DOTALL).match(gap[-90:])
    if found is None:
        return ""
    such = pattern(_SUCH_AS).search(gap[-90:])
    if such is not None and such["name"].split()[0] not in _NO_NAME:
        return such["name"]
    words = found["name"].split()
    if words[0].lower() in _NO_NAME or any(word in _NO_NAME or is_past(word) for word in words):
        return ""
    return "" if words[-1] in ("and", "or") or words[-1].endswith("ing") else " ".join(words)


def rest_of(lead: str, ahead: str) -> str:
    """What the rest of a whole is: the remaining 32,400 being transfers."""
    found = pattern(_BEING).match(ahead) if pattern(_REST).search(lead) else None
    return "" if found is None else phrase(ahead[found.end() :], 5)


def contribution(quantity: Quantity, lead: str, ahead: str, subject: str) -> str:
    """What a part of a change comes from: consumption contributed 0.8 points to growth."""
    if "point" not in quantity.unit or not subject:
        return ""
    for verb, behind in ((_ADDS, _ADDED_TO), (_TAKEN, _TAKEN_FROM)):
        if pattern(verb).search(lead):
            found = pattern(behind).match(ahead)
            changed = "" if found is None else f" to {found.group(1)}"
            return f"contribution of {subject}{changed}"
    return ""
