"""What an English number measures, told by the verbs and nouns around it."""

from __future__ import annotations

import re

from viewer.briefing import Kind
from viewer.figures.english_words import MEASURES, MONEY, MONEY_SIGNS, TIME
from viewer.figures.patterns import pattern

_UP_DOWN = (
    "rose|rise|rises|rising|risen|fell|fall|falls|falling|fallen|grew|grow|grows|growing|grown|increas\\w+|"
    "decreas\\w+|declin\\w+|dropp\\w+|drop|drops|climb\\w*|jump\\w*|surg\\w+|soar\\w*|plung\\w+|tumbl\\w+|"
    "slump\\w*|sank|slid|slipp\\w+|dipp\\w+|edged|ticked|gain\\w*|lost|shrank|shrunk|contract\\w+|"
    "expand\\w*|advanc\\w+|rall\\w+|rebound\\w*|recover\\w+|accelerat\\w+|slow\\w*|eas\\w+|narrow\\w*|"
    "widen\\w*|up|down|higher|lower|cut|rais\\w+|lift\\w*|boost\\w*|improv\\w+|weaken\\w*|strengthen\\w*|"
    "appreciat\\w+|depreciat\\w+|moderat\\w+|retreat\\w*|crept|inched|picked|reduc\\w+|more|less|fewer"
)
_NOUNS = "growth|inflation|increases?|decreases?|declines?|gains?|rises?|drops?|pace|change|contraction|expansion"
_SHARES = (
    "shares?|accounts?|accounted|accounting|rate|rates|ratio|proportion|yields?|unemployment|joblessness|"
    "compris\\w+|represent\\w+|mak\\w+ up|made up|stake|margin|turnout|participation|capacity|tariffs?|"
    "approval|majority|coupon"
)
_WORDS = rf"\b(?:(?P<n>{_NOUNS})|(?P<s>{_SHARES})|(?P<v>{_UP_DOWN}))\b(?! than)"
_LEVEL = (
    r"\b(?:to|at|of|was|is|were|are|be|been|stood|reached|totaled|totalled|from|hit|a|the)(?: (?:about|"
    r"nearly|almost|around|more than|over|just|only|some|a|an|record))*\s?[(]?$"
)
_BY = (
    rf"\b(?:{_UP_DOWN}|{_NOUNS})(?: (?:by|of|another|an? additional|about|nearly|almost|around|more than"
    r"|over|just|only|some))*\s?$"
)
_AHEAD_CHANGE = (
    r"[ -](?:\w+ )?(?:increase|growth|rise|drop|decline|gain|decrease|jump|fall|surge|slump|higher|lower|more|"
    r"less|fewer|up|down|year[- ]on[- ]year|yoy|y/y|m/m|q/q|month[- ]on[- ]month|from a (?:year|month)|"
    r"from the (?:previous|prior|same)|compared|expansion|contraction|advance|over the (?:year|previous))\b"
)
_AHEAD_SHARE = r" of (?!a year|last)"
_REACH = 90


def lead_of(text: str, start: int, floor: int) -> str:
    """The words of the sentence before `start`, not reaching back over `floor`."""
    lead = text[max(floor, start - _REACH) : start]
    cut = max(lead.rfind(mark) for mark in (". ", "; ", "\n", "? ", "! "))
    return lead[cut + 1 :]


def kind_of(unit: str, lead: str, ahead: str, before: Kind | None) -> Kind:
    """The kind of a number with `unit` between `lead` and `ahead`; `before` is the last part's."""
    bare = unit.lower()
    if "point" in bare or bare in ("bps", "bp", "pp", "pps", "ppt", "ppts"):
        return Kind.CHANGE
    if bare in ("%", "percent", "per cent", "pct", "times"):
        return _part_kind(lead, ahead, before)
    if bare.lstrip("-") in TIME:
        return Kind.DURATION
    if pattern(_BY, re.IGNORECASE).search(lead):
        return Kind.CHANGE
    head = unit.split(" ", maxsplit=1)[0]
    last = unit.rsplit(" ", maxsplit=1)[-1]
    if unit and (unit[-1] in MONEY_SIGNS or unit.isupper() or head in MONEY):
        return Kind.AMOUNT
    if {head, last} & MEASURES or "/" in unit or " per " in unit:
        return Kind.AMOUNT
    return Kind.COUNT


def _part_kind(lead: str, ahead: str, before: Kind | None) -> Kind:
    if pattern(_AHEAD_CHANGE, re.IGNORECASE).match(ahead):
        return Kind.CHANGE
    if pattern(_AHEAD_SHARE, re.IGNORECASE).match(ahead):
        return Kind.SHARE
    groups = [found.lastgroup for found in pattern(_WORDS, re.IGNORECASE).finditer(lead)]
    if not groups:
        return before or Kind.SHARE
    if "n" in groups and groups[-1] != "s":
        return Kind.CHANGE
    if groups[-1] == "s":
        return Kind.SHARE
    level = pattern(_LEVEL, re.IGNORECASE).search(lead)
    if level is not None and not lead.rstrip().endswith(("the", "(")):
        return before or Kind.SHARE
    return Kind.CHANGE
