"""The noun that tells a change from its level: revenue growth, operating expenses increase."""

from __future__ import annotations

from viewer.model import Kind, Quantity, Standing
from viewer.quantities.english.words import HEDGES
from viewer.quantities.regex_cache import pattern

_GROWN = r"gr[eo]w(?:s|n|ing)?|growth"
_RISEN = (
    r"increas(?:e|es|ed|ing)|r[oi]s(?:e|es|en|ing)|climb(?:s|ed|ing)?|gain(?:s|ed)?|jump(?:s|ed)?|"
    r"surg(?:e|es|ed)|advanc(?:e|es|ed)|soar(?:s|ed)?|up|expand(?:s|ed|ing)?|expansion|improv\w+|"
    r"lift(?:s|ed|ing)?|rais(?:e|es|ed|ing)"
)
_FALLEN = (
    r"declin(?:e|es|ed|ing)|f[ea]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|decreas(?:e|es|ed|ing)|down|"
    r"shr[aiu]nk|contract(?:ed|s)|contraction|slip(?:s|ped)?|slid|tumbled|plunged|slumped|shorten\w*|"
    r"cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc\w+|narrow(?:s|ed)|eas(?:es|ed)"
)
_HEDGED = (
    rf"(?: (?:by|of|{HEDGES}|another|a further|an additional|a net|sharply|slightly|strongly))* ?$"
)
_OBJECT = r" (?:(?:its|their|the|our) )?(?:[a-z-]+ ){1,5}?by"
_LEVEL_BEHIND = r"^[^,.;:()0-9]{0,24} to(?: [a-z]+){0,3} [$£€]?[0-9]"
"""The level that a move leads to: rose 6.3 percent to $802 million."""
_PARTS = ("%", "percent", "per cent", "pct", "pc")
_TOLD = (
    r"(?i:\b(?:growth|increase|decline|change|cut|reduction|gain|saving|fall|rise|drop|inflation|"
    r"contribution|improvement|expectations?|rate of|more|higher|lower|above|below|added|shed|than|"
    r"decrease|deficit|surplus|loss)\b)"
)
_PRICED = (
    r"(?i:\b(?:prices?|fares?|costs?|rates?|fees|rents?|wages?|expenses|expenditure|index|"
    r"debt|time)$)"
)
_SHARED_VERB = r"(?:,? and|,|;) (?:[A-Za-z][\w'&-]* ){1,6}"
_FORESEEN = r"(?i:\b(?:expect|forecast|project|anticipat|predict|foresee)(?:[^.;\n]|\.(?=[0-9]))*$)"
_EXPECTED = (
    r"(?i:\b(?:expect\w*|forecast\w*|project\w*|outlook|guidance|plan\w*|target\w*|budget\w*|goal|aim\w*|"
    r"estimate\w*|projection|intended|proposed)\b| to [a-z]+)"
)


def with_move(quantity: Quantity, label: str, around: tuple[str, str], *, told: bool) -> str:
    """The label of a change with the noun of its move, where its level has the same name.

    `around` are the words before and behind the number, `told` says that the name was told before.
    """
    lead, ahead = around
    if quantity.kind is not Kind.CHANGE or not label or pattern(_TOLD).search(label):
        return label
    if _moves(_GROWN, lead):
        return f"{label} growth"
    if not told and pattern(_LEVEL_BEHIND).match(ahead) is None:
        return label
    if _moves(_RISEN, lead):
        grows = quantity.unit in _PARTS or quantity.unit.endswith(("$", "£", "€", "¥"))
        priced = pattern(_PRICED).search(label) is not None
        return f"{label} {'growth' if grows and not priced else 'increase'}"
    return f"{label} change" if _moves(_FALLEN, lead) else label


def like_last(quantity: Quantity, label: str, gap: str, last: str) -> str:
    """The label of a change that shares the verb of the one before: credit to shops grew 4% and
    credit to farms 2%."""
    if quantity.kind is not Kind.CHANGE or not last.endswith(" growth") or not label:
        return label
    if last == f"{label} growth":
        return last
    shared = pattern(_SHARED_VERB).fullmatch(gap) is not None
    return f"{label} growth" if shared and not pattern(_TOLD).search(label) else label


def _moves(words: str, lead: str) -> bool:
    return pattern(rf"\b(?:{words})(?:{_OBJECT})?{_HEDGED}", 2).search(lead) is not None


def with_standing(quantity: Quantity, label: str, lead: str) -> str:
    """The label of what somebody expects, told from what has been: expected revenue."""
    foreseen = quantity.standing is Standing.FORECAST and pattern(_FORESEEN).search(lead)
    if not label or not foreseen or pattern(_EXPECTED).search(label):
        return label
    proper = label[1:2].isupper() or label[:1].isdigit()
    return f"expected {label if proper else label[0].lower() + label[1:]}"
