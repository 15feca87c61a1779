"""What an English number measures, told by the verbs and nouns around it, in lower case."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from viewer.model import Kind
from viewer.quantities.english.words import HEDGES, MEASURES, MONEY, MONEY_SIGNS, TIME
from viewer.quantities.regex_cache import pattern
from viewer.quantities.vocabulary import alternation, entries, words_of

_UP_DOWN = "(?:" + alternation(entries("en", "change.verb"), "en") + ")"
_NOUNS = "(?:" + alternation(entries("en", "change.noun"), "en") + "|pace|change)"
_UP_DOWN_AHEAD = (
    "(?:higher|lower|more|less|fewer|up|down|ahead|above|below|short of|stronger|weaker|better|"
    "worse|faster|slower|softer|cheaper|dearer|larger|smaller|bigger|longer|shorter)"
)
_SHARES = (
    "shares?|accounts?|accounted|accounting|rate|rates|ratio|proportion|yields?|"
    "unemployment|joblessness|"
    "compris\\w+|represent\\w+|mak\\w+ up|made up|stakes?|margins?|turnout|participation|"
    "capacity|tariffs?|"
    "approval|majority|coupon"
)
_WORDS = rf"\b(?:(?P<n>{_NOUNS})|(?P<s>{_SHARES})|(?P<v>{_UP_DOWN}))\b(?! than)"
_CROSSED = ("under", "up to")
"""What makes a mark of the number behind a verb: fell under 20,000."""
_BOUNDS = frozenset(("below", "short of", "shy of"))
"""Words of change behind a number; before it they bound it: fell short of 20,000."""
_HEDGES = (
    *(f" {word}" for word in words_of("en", "hedge") if word not in _CROSSED),
    " an average of",
)
_BY = (*_HEDGES, " by", " of")
_SIZES = frozenset(
    f"{noun}{plural}"
    for noun in ("fall", "drop", "decline", "decrease", "rise", "gain", "increase", "jump", "surge",
                 "slump")
    for plural in ("", "s")
)  # fmt: skip
_LEVEL = (
    r"\b(?:to|at|of|was|is|were|are|be|been|stood|reached|reaching|totaled|totalled|from|hit|a|"
    rf"the|below|beneath|above|short of|shy of)(?: (?:{HEDGES}|a|an|record|between))*\s?[(]?$"
)
_AHEAD_CHANGE = (
    rf"[ -](?:\w+ )?(?:(?!inflation){_NOUNS}|{_UP_DOWN_AHEAD})\b|"
    r"[ -](?:\w+ )?(?:year[- ]on[- ]year|yoy|y/y|m/m|q/q|month[- ]on[- ]month|"
    r"from a (?:year|month)|from the (?:previous|prior|same)|compared|behind|"
    r"over the (?:year|previous)|off (?:its|their|the|a|last))\b"
)
_AHEAD_DIFFERENCE = (
    r" fewer (?:[a-z]+ )?[a-z]+\b|"
    r" (?:(?:more|less|fewer|higher|lower)(?: [a-z]+)? than "
    r"(?!half|one|two|[$£€]|(?!(?:19|20)[0-9]{2}\b)[0-9])|"
    r"(?:higher|lower|above|below)(?: on)? (?:a|an|the|its|last|normal|average|usual|target)\b|"
    r"(?:up|down) (?:at|to|on|from)\b|"
    r"(?:under|over|above|below|ahead of|short of|shy of|behind) (?:its |their |the |our )?"
    r"(?:forecasts?|budget|target|plan|guidance|estimates?|expectations|consensus|schedule)\b)"
)
_PLACED = (
    r" (?:above|below) (?:(?:the|a|an|its|mean) )?(?:[a-z]+ )?"
    r"(?:sea|ground|river|bay|valley|street|"
    r"water|surface|lake|town|city|floor|deck|road|seabed|harbour|harbor|bank|plain|track|roof)\b"
)
"""Where a height or a depth is measured from: 60m above the river."""
_AHEAD_SHARE = r" of (?!a year|last)"
_OR = rf"^,? (?:or|equal to|equivalent to|that is,?)(?: (?:{HEDGES}))? $"
_THAN = r",? (?:higher|lower|more|less|fewer|greater|above|below)(?: than)? "
_RUNNING = r"\b(?:grow|shrink|ris|fall|expand|contract|declin|increas|decreas|climb|dropp)ing at ?$"
_PACE = rf"\b(?:{_UP_DOWN}) at an? (?:[\w-]+ ){{0,4}}(?:rate|pace) of ?$"
_SHARE_OF = (
    r"(?<!growth )(?<!inflation )\b(?:margins?|rates?|ratio|shares?|yields?|turnout)"
    r"(?: of| was| were| at|,)+ ?$"
)
_INDEX = (
    r"\b(?:to|at|averaged|stood at|was|is|reached|hit|closed|ended|finished|above|below)"
    rf"(?: (?:an average of|{HEDGES}|at))* ?$"
)
_AVERAGE = "an average of "
_POINTS = ("bps", "bp", "pp", "pps", "ppt", "ppts")
_PARTS = ("%", "percent", "per cent", "pct", "pc", "times")
_RAISED = (
    r"\b(?:rais(?:e|es|ed|ing)|recover(?:s|ed|ing)?)"
    rf"(?: (?:{HEDGES}))? ?$"
)
_REACH = 90
_PHRASE, _APART = 40, 6
_OPENING = "(\"'“‘—,.:;/$€£"
_PACED = ("rate of", "pace of", "rate of ", "pace of ")
_SHARED = (" of", " was", " were", " at", ",")


def lead_of(text: str, start: int, floor: int) -> str:
    """The words of the sentence before `start`, not reaching back over `floor`."""
    lead = text[max(floor, start - _REACH) : start]
    cut = max(lead.rfind(mark) for mark in (". ", "; ", "\n", "? ", "! "))
    return lead[cut + 1 :]


def moved_by(lead: str) -> bool:
    """Whether the number after `lead` is the size of a move (rose by 3 to 5 is no range)."""
    rest = lead[:-1] if lead[-1:].isspace() else lead
    while not _ends_in_change(rest):
        shorter = _without_last(rest, _BY)
        if shorter == rest:
            return False
        rest = shorter
    return True


def _moved_apart(lead: str) -> bool:
    """Whether a verb of change stands a few words before `by`: undershot the budget by."""
    rest = lead.rstrip()
    while (shorter := _without_last(rest, _HEDGES)) != rest:
        rest = shorter
    if not rest.endswith(" by") or rest.endswith("ed by"):
        return False
    words = rest[rest.rfind(",") + 1 : -3].split(" ")[-_APART:]
    return any(_ends_in_change(word) for word in words)


def _without_last(lead: str, words: tuple[str, ...]) -> str:
    if lead.endswith(words):
        for word in words:
            if lead.endswith(word):
                return lead.removesuffix(word)
    return lead


def _ends_in_change(lead: str) -> bool:
    """Whether the words end in a verb or a noun of change."""
    tail = lead[-_PHRASE:].replace("-", " ")
    for phrase in _changes().get(tail[tail.rfind(" ") + 1 :].lstrip(_OPENING), ()):
        if tail.endswith(phrase) and not tail[: -len(phrase)][-1:].isalnum():
            return True
    return False


@cache
def _changes() -> Mapping[str, tuple[str, ...]]:
    """The verbs and nouns of change by their last word."""
    found: dict[str, tuple[str, ...]] = {"pace": ("pace",), "change": ("change",)}
    for word in words_of("en", "change.verb") + words_of("en", "change.noun"):
        if word in _BOUNDS:
            continue
        spaced = word.replace("-", " ")
        last = spaced[spaced.rfind(" ") + 1 :]
        found[last] = (*found.get(last, ()), spaced)
    return found


def _has_size(lead: str) -> bool:
    """Whether the words end in the noun of a change and `of`: a fall of about."""
    rest = lead[:-1] if lead[-1:].isspace() else lead
    while (shorter := _without_last(rest, _HEDGES)) != rest:
        rest = shorter
    if not rest.endswith(" of"):
        return False
    head = rest[-_PHRASE:-3]
    return head[head.rfind(" ") + 1 :].rpartition("-")[2].lstrip(_OPENING) in _SIZES


def is_share(lead: str) -> bool:
    """Whether a share or a rate is what the words speak of, and no growth."""
    groups = [found.lastgroup for found in pattern(_WORDS).finditer(lead)]
    return "s" in groups and "n" not in groups


def kind_of(unit: str, lead: str, ahead: str, before: Kind | None) -> Kind:
    """The kind of a number with `unit` between `lead` and `ahead`; `before` is the last part's."""
    bare = unit.lower()
    if pattern(_OR).match(lead) and (before is Kind.CHANGE or pattern(_THAN).match(ahead)):
        return Kind.CHANGE
    if "point" in bare or bare in _POINTS:
        level = bare == "points" and pattern(_INDEX).search(lead) is not None
        level = level and not ahead.startswith((" lower", " higher", " up", " down"))
        return Kind.AMOUNT if level else Kind.CHANGE
    if bare in _PARTS:
        return _part_kind(bare, lead, ahead, before)
    if bare.lstrip("-") in TIME:
        return Kind.DURATION
    got = _is_measure(unit) and pattern(_RAISED).search(lead) is not None
    placed = _is_measure(unit) and pattern(_PLACED).match(ahead) is not None
    moved = (moved_by(lead) and not got) or _moved_apart(lead)
    if not placed and (moved or pattern(_AHEAD_DIFFERENCE).match(ahead)):
        return Kind.CHANGE
    return Kind.AMOUNT if _is_measure(unit) else Kind.COUNT


def _is_measure(unit: str) -> bool:
    words = unit.lstrip("-").replace("-", " ").split(" ")
    if {unit, words[0], words[-1]} & MEASURES or "/" in unit or " per " in unit:
        return True
    money = words[0].rstrip(".") in MONEY or unit[-1:] in tuple(MONEY_SIGNS)
    return bool(unit) and (money or unit.isupper())


def _part_kind(unit: str, lead: str, ahead: str, before: Kind | None) -> Kind:
    lead = lead.removesuffix(_AVERAGE)
    if lead.rstrip(" ").endswith(_SHARED) and pattern(_SHARE_OF).search(lead):
        return Kind.SHARE
    if _has_size(lead) or pattern(_AHEAD_CHANGE).match(ahead):
        return Kind.CHANGE
    if (unit == "times" and not moved_by(lead)) or pattern(_AHEAD_SHARE).match(ahead):
        return Kind.SHARE
    if lead.endswith(("ing at ", "ing at")) and pattern(_RUNNING).search(lead):
        return Kind.CHANGE
    if lead.endswith(_PACED) and pattern(_PACE).search(lead):
        return Kind.CHANGE
    groups = [found.lastgroup for found in pattern(_WORDS).finditer(lead)]
    return _told(lead, groups, before) if groups else before or Kind.SHARE


def _told(lead: str, groups: list[str | None], before: Kind | None) -> Kind:
    """What the growth nouns, share words and verbs of the lead decide; the last counts most."""
    if groups[-1] == "s" or ("s" in groups and lead.rstrip(" ,").endswith(("higher", "lower"))):
        return Kind.SHARE
    level = pattern(_LEVEL).search(lead) is not None
    if "n" in groups or not level or lead.rstrip().endswith(("the", "(")):
        return Kind.CHANGE
    return before or Kind.SHARE
