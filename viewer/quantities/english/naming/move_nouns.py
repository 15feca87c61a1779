"""The noun that tells a change from its level: revenue growth, operating expenses increase."""

from __future__ import annotations

from viewer.model import Kind, Quantity, Standing
from viewer.quantities.english.words import HEDGES
from viewer.quantities.regex_cache import pattern

_GROWN = r"gr[eo]w(?:s|n|ing)?|growth"
_RISEN = (
    r"increas(?:e|es|ed|ing)|r[oi]s(?:e|es|en|ing)|climb(?:s|ed|ing)?|gain(?:s|ed)?|jump(?:s|ed)?|"
    r"surg(?:e|es|ed)|advanc(?:e|es|ed)|soar(?:s|ed)?|up|"
    r"lift(?:s|ed|ing)?|rais(?:e|es|ed|ing)"
)
_NOUNS = (
    ("fall", r"f[ea]ll(?:s|en|ing)?|down|slip(?:s|ped)?|slid|tumbl(?:ed|es)|plung(?:ed|es)|"
     r"slump(?:ed|s)|"
     r"sank|shrink|dip|sink|slide|plunge|tumble|slip|eas(?:es|ed)|dipped|shrank|shrunk"),
    ("decline", r"declin(?:e|es|ed|ing)"),
    ("drop", r"drop(?:s|ped|ping)?"),
    ("decrease", r"decreas(?:e|es|ed|ing)"),
    ("contraction", r"contract(?:ed|s)|contraction"),
    ("cut", r"cut(?:s|ting)?|slashed"),
    ("reduction", r"reduc\w+|lower(?:s|ed|ing)?|shorten\w*|trimmed"),
    ("narrowing", r"narrow(?:s|ed|ing)"),
    ("saving", r"saving"),
    ("deterioration", r"worsen(?:s|ed|ing)|deteriorat\w+"),
    ("improvement", r"improv\w+"),
    ("expansion", r"expand(?:s|ed|ing)?|expansion"),
    ("widening", r"widen(?:s|ed|ing)"),
)  # fmt: skip
"""What a move is called by its verb, beside growth and increase."""
_HEDGED = (
    rf"(?: (?:by|of|{HEDGES}|an average of|an average|as much as|another|a further|"
    rf"an additional|a net|sharply|slightly|strongly))* ?$"
)
_OBJECT = r" (?:(?:its|their|the|our) )?(?:[a-z-]+ ){1,5}?by"
_TOLD = (
    r"(?i:\b(?:growth|increase|decline|change|cut|reduction|gain|saving|fall|rise|drop|inflation|"
    r"contribution|improvement|expectations?|rate of|more|higher|lower|above|below|added|shed|than|"
    r"decrease|deficit|surplus|loss)s?\b)"
)
_CLAUSE = r" (?:that|who|where) "
"""A label that has a verb of its own."""
MOVE_NOUNS = frozenset(("growth", "increase", *(noun for noun, _ in _NOUNS)))
_SIZE_OF = (
    r"^(?:%| per ?cent)? (gain|fall|rise|drop|increase|decrease|decline|growth|expansion|"
    r"contraction|improvement|reduction|cut)\b"
)
"""The noun of a move behind its size: after a 0.3% gain."""
_SIGNED = r"\((?:by |up |down )?$"
_BESIDE = r"\b(?:compared (?:with|to)|against|versus|down from|up from)(?: [a-z]+){0,2} $"
_SHARED_VERB = r"(?:,? and|,|;) (?:[A-Za-z][\w'&-]* ){1,6}"
_FORESEEN = r"(?i:\b(?:expect|forecast|project|anticipat|predict|foresee)(?:[^.;\n]|\.(?=[0-9]))*$)"
_EXPECTED = (
    r"(?i:\b(?:expect\w*|forecast\w*|project\w*|outlook|guidance|plan\w*|target\w*|budget\w*|goal|aim\w*|"
    r"estimate\w*|projection|intended|proposed)\b| to [a-z]+)"
)


def with_move(quantity: Quantity, label: str, lead: str, ahead: str) -> str:
    """The label of a change with the noun of its move, by the words before and behind it."""
    told = pattern(_CLAUSE).search(label) or pattern(_TOLD).search(label)
    if quantity.kind is not Kind.CHANGE or not label or told:
        return label
    size = pattern(_SIZE_OF).match(ahead)
    noun = _noun_of_move(quantity, lead) if size is None else size.group(1)
    return f"{label} {noun}" if noun else label


def _noun_of_move(quantity: Quantity, lead: str) -> str:
    """What a move is called by its verb, or by its sign in a bracket; '' for no move."""
    if _moves(_GROWN, lead):
        return "growth"
    if _moves(_RISEN, lead):
        return "increase"
    if quantity.surface[:1] == "+" and pattern(_SIGNED).search(lead):
        return "increase"
    return next((noun for noun, words in _NOUNS if _moves(words, lead)), "")


def like_last(quantity: Quantity, label: str, gap: str, last: str, name: str) -> str:
    """The label of a change that shares the verb of the one before: credit to shops grew 4% and
    credit to farms 2%; or that it is set beside: to rise by 3%, compared with 4% in May.

    `name` is the label without its move and time.
    """
    core, _, noun = last.rpartition(" ")
    beside = noun in MOVE_NOUNS and quantity.kind is Kind.CHANGE and pattern(_BESIDE).search(gap)
    if beside and name and core.lower().endswith(name.lower()) and label.startswith(name):
        return last + label[len(name) :]
    if quantity.kind is not Kind.CHANGE or noun not in MOVE_NOUNS or not label:
        return label
    if last == f"{label} {noun}":
        return last if gap.strip() in ("or", ", or") or noun == "growth" else label
    shared = pattern(_SHARED_VERB).fullmatch(gap) is not None
    return f"{label} {noun}" if shared and not pattern(_TOLD).search(label) else label


def _moves(words: str, lead: str) -> bool:
    return pattern(rf"\b(?:{words})(?:{_OBJECT})?{_HEDGED}", 2).search(lead) is not None


def with_standing(quantity: Quantity, label: str, lead: str) -> str:
    """The label of what somebody expects, told from what has been: expected revenue."""
    foreseen = quantity.standing is Standing.FORECAST and pattern(_FORESEEN).search(lead)
    if not label or not foreseen or pattern(_EXPECTED).search(label):
        return label
    proper = label[1:2].isupper() or label[:1].isdigit()
    return f"expected {label if proper else label[0].lower() + label[1:]}"
