"""English aims: what a level is held against, and how much of it was reached."""

from __future__ import annotations

from viewer.model import Kind, Quantity
from viewer.quantities.english.naming.label_cleanup import lowered
from viewer.quantities.english.words import HEDGES
from viewer.quantities.regex_cache import pattern
from viewer.quantities.vocabulary import any_of

_AGAINST = (
    r"\b(?:against|compared (?:with|to)|versus|above|below|than|missing|beating|exceeding|inside|"
    r"within|"
    rf"under|over|short of) (?:(?:an?|the|its|our|their|the [a-z]+'s) )?((?:[a-z-]+ )?"
    rf"(?:{any_of('en', 'label.aim')})) of"
    rf"(?: (?:{HEDGES}))* $"
)
"""What a level is held against: against a forecast of 0.6%."""
_NEAR, _CLOSE = 60, 24
_LED = r"\b(?:the|an?|its|our|their) $"
_IS_AIM = (
    r"^(?:%| per ?cent)?(?: [a-z]+)? (target(?:ed)?|goal|budget(?:ed)?|limit|ceiling|forecast|"
    r"standard|threshold|benchmark|planned|expected|aimed for|agreed|allowed|required|"
    r"authori[sz]ed)\b"
    r"(?! (?:price|range|group|date|of|by|to))"
)
"""A number that says itself what it is: 93% of the £30 million target."""
_AIM_IS = (
    r"\b(?:the|its|our|their) (?:[a-z-]+ )?(?P<aim>aim|goal|target|objective|ambition) (?:is|was|"
    r"remains|being)"
    r"(?: (?:still|now|set at|to reach))?(?: an? (?P<move>reduction|cut|increase|rise|"
    r"improvement) of)?"
    rf"(?: (?:{HEDGES}))* $"
)
"""What is aimed at, as the predicate of its name: the goal is a reduction of at least 50%."""
_IN_PLAN = r"^(?:%| per ?cent)? in (?:the|its|our|their) (?:[a-z]+ )?(?:plan|budget)\b"
_WISHED = (
    r"\b(?:above|below|than|against|exceed(?:s|ed|ing)|miss(?:ed|es|ing)|under|over|of|meet|met|"
    r"to) (?:the|its|their|our) "
    r"(recommended|planned|required|permitted|budgeted|targeted|statutory|maximum|minimum|"
    rf"legal|agreed|projected|assumed)(?: (?:{HEDGES}))* $"
)
"""What a level should be, by the word before it: above the recommended 85%."""
_OF_AIM = (
    r"^ of (?:the|its|our|their|an?) (?:[A-Z]{0,3}[$£€]?[0-9][0-9.,]*"
    r"(?: (?:million|billion|trillion))? (?:[a-z]+ )?(?:target(?:ed)?|goal|budget|plan)|"
    r"(?:[a-z-]+ )?(?:target|goal|plan)|"
    r"[0-9][0-9,.]*(?: (?:million|thousand))?(?: [a-z]+)? (?:aimed for|"
    r"targeted|planned))\b"
)
_LEVELS = f"{any_of('en', 'label.aim', senses=['level'])}|{any_of('en', 'label.level')}"
_BY_NAME = (
    r"\b(?:the|an?|its|our|their) (?P<name>(?:(?:annual|own|regulatory|statutory|original|"
    rf"previous|full-year|internal|official|long-term) )?(?:{_LEVELS})|"
    rf"(?:guided|target|guidance|forecast|expected|planned) range) of(?: (?:{HEDGES}))* ?$"
)
"""A level that is no more than its name: an annual target of, a saving of."""
_OF_IT = r"^(?:%| per ?cent)? of (?:it|this|that)\b"
_REACHES = (
    r"\b(reached|met|achieved|delivered|hit|completed|spent)(?: (?:about|around|only|just|some))* $"
)
_REACHED = " target reached"


def is_part_of_aim(ahead: str) -> bool:
    """Whether a share is of an aim: 93% of the £30 million target."""
    return pattern(_OF_AIM).match(ahead) is not None


def aimed(quantity: Quantity, lead: str, ahead: str, named: str) -> str:
    """The aim of what is `named` that a number is, or how much of it was reached; '' for none."""
    if not named:
        return ""
    against = pattern(_AGAINST).search(lead[-80:])
    if against is not None:
        counts = quantity.kind is Kind.COUNT and quantity.unit[:1].islower()
        counts = counts and "short of" in against.group()
        return f"{quantity.unit if counts else named} {against.group(1).removesuffix('s')}"
    if quantity.kind is Kind.SHARE and is_part_of_aim(ahead):
        return f"{named.removesuffix(' target')}{_REACHED}"
    return _wished(lead, ahead, named)


def _wished(lead: str, ahead: str, named: str) -> str:
    """What should be, by the word before or behind its level, or as predicate of its name."""
    wished = pattern(_WISHED).search(lead[-_NEAR:])
    if wished is not None and not named.startswith("expected"):
        return f"{wished.group(1)} {lowered(named)}"
    if (told := pattern(_AIM_IS).search(lead[-_NEAR:])) is not None:
        return " ".join(filter(None, (_bare(named), told["move"], told["aim"])))
    if pattern(_IN_PLAN).match(ahead) and pattern(_LED).search(lead):
        return f"planned {lowered(_bare(named))}"
    own = pattern(_IS_AIM).match(ahead) if pattern(_LED).search(lead) else None
    if own is None:
        return ""
    aim = "target" if own.group(1) in ("targeted", "aimed for") else own.group(1)
    return f"{_bare(named)} {aim}"


def _bare(named: str) -> str:
    """A name without what was reached of it or is part of it."""
    return named.removesuffix(_REACHED).partition(" share of ")[0]


def level_by_name(quantity: Quantity, lead: str, known: str, things: str) -> str:
    """Of what a level is that only says so: an annual target of, a saving of, our goal of.

    `known` is what the number before is called, `things` what a count is of.
    """
    found = pattern(_BY_NAME).search(lead[-_NEAR:]) if " of" in lead[-_CLOSE:] else None
    counts = quantity.kind is Kind.COUNT
    own = quantity.unit if quantity.unit[:1].islower() else things
    name = (own if counts else "") or known.removesuffix(_REACHED)
    name = name.removesuffix(f" share of {found['name']}") if found is not None else ""
    return "" if found is None or not name else f"{name} {found['name']}"


def reached_of_it(quantity: Quantity, lead: str, ahead: str, known: str) -> str:
    """How much of what was told last was reached: our goal was 900; we reached 94% of it."""
    if quantity.kind is not Kind.SHARE or not known or not pattern(_OF_IT).match(ahead):
        return ""
    done = pattern(_REACHES).search(lead)
    return "" if done is None else f"{known} {done.group(1)}"
