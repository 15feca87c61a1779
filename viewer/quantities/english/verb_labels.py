"""Labels from the verb that has the number for its object: spent on, injuring, sold at."""

from __future__ import annotations

import re

from viewer.model import Kind, Quantity
from viewer.quantities.english.following_nouns import part_of, things_after
from viewer.quantities.english.naming.complements import is_time, phrase
from viewer.quantities.english.naming.label_cleanup import lowered
from viewer.quantities.english.phrases import noun
from viewer.quantities.english.purpose import purpose
from viewer.quantities.english.words import FULL_MONTHS, HEDGES, MEASURES, MONEY
from viewer.quantities.regex_cache import pattern

_HARMING = (
    r"\b(?:and |, )?(kill|injur|wound|displac|destroy|damag|affect|strand|maim|evacuat|arrest)"
    r"(?:ing|ed) (?:(?:" + HEDGES + r") )?$"
)
_PAID = {
    "spent": "spending",
    "spend": "spending",
    "spends": "spending",
    "spending": "spending",
    "invested": "investment",
    "invest": "investment",
    "allocated": "allocation",
    "allocate": "allocation",
    "earmarked": "allocation",
    "budgeted": "budget",
    "provide": "funding",
    "provides": "funding",
    "provided": "funding",
    "donated": "donation",
    "pledged": "pledge",
    "lent": "loans",
    "lend": "lending",
    "earn": "earnings",
    "loaned": "loans",
    "borrowed": "borrowing",
    "lost": "loss",
    "earned": "earnings",
    "collected": "collections",
    "exported": "exports",
    "imported": "imports",
    "paid": "payment",
}
_TITLED = rf"^\W*[A-Z][a-z-]+(?: [a-z-]+){{0,3}} of (?:(?:{HEDGES}) )*$"
"""A sum whose name goes before it, whatever it is paid for: Dividends of $6 million."""
_SPENT = rf"\b({'|'.join(_PAID)}) (?:(?:an? (?:estimated|additional|further|total of)|{HEDGES}) )*$"
_FOR_WHAT = (
    r"^ (?:(?:last|this|next) year |in \d{4} )?(on|for|in|to) (?!\d|the (?:first|second|third|"
    rf"fourth|last|past|next|year|quarter|month)\b|(?:{FULL_MONTHS}|"
    r"each|every|comparison|addition|total|date)\b)"
    r"((?:the |its |their )?[A-Za-z][\w'-]*(?: (?!(?:and|in|on|for|to|from|by|with|at|over|under|"
    r"through|between|while|but|that|which|as|a|an|the|is|was|were)\b)[A-Za-z][\w'-]*){0,3})"
)
_SIZE_OF = (
    r"^ (increase|decrease|rise|drop|decline|reduction|fall|gain|improvement) in "
    r"((?:the |its |our )?[A-Za-z][\w'&-]*(?: (?!(?:and|in|from|to|by|with|due|as|for|which|that|"
    r"was|were|is|are|partially|offset|compared|during|over)\b)[A-Za-z&][\w'&-]*){0,4})"
)
_PRICED = (
    r"\b(?:sold|sell|sells|selling|bought|buy|buying|priced|traded|trading|fetched|charged) "
    r"((?:[a-z][\w'-]* ){0,2}[a-z][\w'-]*) (?:at|for)(?: (?:" + HEDGES + r"|an average of))* $"
)


_FOR_GOODS = r"^ (?:per|an?) [a-z]+ for ([a-z]+(?: [a-z]+)?)(?=[,.;]| on\b| in\b| and\b|$)"
"""Goods behind their price: paid $718 per tonne for fuel."""
_TO_DO = r"^ to ([a-z]+ (?:the |a |an )?[a-z]+(?: [a-z]+){0,3}?)(?=[,.;]|$| in\b| and\b)"
_GOT = (
    r"\b(collected|recovered|answered|resolved|completed|delivered|processed|repaid|recycled|sold|"
    rf"treated|inspected|reviewed|filled|paid|used|met) (?:(?:{HEDGES}) )*$"
)
"""Verbs that have a part of something for their object: collected 97% of council tax."""
_CHANGED = {"cut": "cut", "add": "added", "shed": "shed", "create": "created", "los": "lost"}
_CHANGING = (
    r"\b(cut|add|shed|create|los)(?:s|t|d|e|es|ed|ting|ding|ing)? (?:(?:" + HEDGES + r") )?$"
)


_TURNED_OVER = r"\bturned over(?: (?:" + HEDGES + r"))* $"
_COSTS = (
    r"\bcosts? (?:(?:the|its|their|us|taxpayers|insurers|our)(?: [a-z]+)? )?"
    rf"(?:(?:{HEDGES}|an estimated|a total of) )*$"
)
_GIVEN_IN = (
    r"\b(?:contributed|generated|brought in|attracted|received|secured|provided|offered|incurred|"
    rf"booked|recorded|posted|reported|earned|saved|paid)(?: (?:{HEDGES}|a further|another|"
    rf"a record))* $"
)
_MADE = {
    "produce": "production",
    "generate": "generation",
    "sell": "sales",
    "ship": "shipments",
    "deliver": "deliveries",
    "consume": "consumption",
    "export": "exports",
    "import": "imports",
}
_MEANS_TO_MAKE = (
    rf"\b(?:plans?|intends?|expects?|aims?|hopes?|will|planned|expected) (?:to )?"
    rf"({'|'.join(_MADE)})"
    rf"(?: (?:{HEDGES}|between))* $"
)
_MEANS_TO = (
    r"\b(?:plans?|intends?|expects?|aims?|will|proposes?|wants?|hopes?|planned|set) (?:to )?"
    rf"(invest|spend|lend|earn|allocate)(?: (?:{HEDGES}|between|another|a further|an extra))* $"
)
_SHORT_UNIT = 3
_DONE = (
    r"\b(sold|bought back|repurchased|scored|carried|treated|repaired|rebuilt|rescued|seized|"
    r"delivered|served|transported|handled|"
    r"planted|recycled|answered|attended|filled|cleared|restored|vaccinated|distributed|inspected|"
    r"replaced|installed|removed|completed|issued|upgraded|renovated|"
    r"recruited|resolved|processed|rehomed|refurbished|collected|reviewed|audited) "
    r"(?:about |around |nearly |some |over |more than |at least |another |up to |almost |"
    r"a total of |a record )*$"
)
"""Verbs whose participle tells the things counted apart: iPads sold, passengers carried."""


def deed(quantity: Quantity, lead: str, ahead: str) -> str:
    """The label that the verb right before the number gives; '' where it gives none."""
    if quantity.kind is Kind.COUNT:
        harmed = pattern(_HARMING, re.IGNORECASE).search(lead[-60:])
        if harmed is not None:
            return f"{quantity.unit or 'people'} {harmed.group(1).lower()}ed"
        done = done_with(lead)
        things = _things(quantity, ahead) if done else ""
        return f"{things} {done}" if things else ""
    if quantity.kind is Kind.SHARE:
        got = pattern(_GOT).search(lead[-60:])
        whole = "" if got is None else part_of(ahead).partition(" and ")[0]
        return f"{whole} {got.group(1)}" if got is not None and whole else ""
    if quantity.kind is Kind.CHANGE and (things := _things(quantity, ahead)):
        changed = pattern(_CHANGING, re.IGNORECASE).search(lead[-40:])
        return "" if changed is None else f"{things} {_CHANGED[changed.group(1).lower()]}"
    money = quantity.kind in (Kind.AMOUNT, Kind.CHANGE)
    return _of_money(quantity, lead, ahead) if money else ""


def priced(quantity: Quantity, clause: str, subject: str) -> str:
    """What costs or earns money: storms cost us £40 million, shops turned over £4 million."""
    if quantity.kind is Kind.AMOUNT and pattern(_TURNED_OVER).search(clause):
        return f"turnover of {lowered(subject.removesuffix(' turned'))}" if subject else "turnover"
    costs = quantity.kind is Kind.AMOUNT and subject and pattern(_COSTS).search(clause)
    if not costs or pattern(r"(?i:\bcosts?\b)").search(subject.removesuffix(" cost")):
        return ""
    subject = subject.removesuffix(" cost")
    if subject.lower() in ("it", "this", "that", "they", "these", "which"):
        return ""
    return f"cost of {lowered(subject)}"


def planned_money(quantity: Quantity, lead: str, ahead: str) -> str:
    """What somebody means to do with money: plans to invest £118 million."""
    if quantity.kind is not Kind.AMOUNT:
        return ""
    if (made := pattern(_MEANS_TO_MAKE).search(lead[-60:])) is not None:
        return f"expected {_MADE[made.group(1)]}"
    if (spent := pattern(_MEANS_TO).search(lead[-60:])) is None:
        return ""
    verb = spent.group(1)
    return f"planned {_spent_on(f'{verb} ', ahead) or _PAID[verb]}"


def given_in(quantity: Quantity, clause: str, ahead: str) -> str:
    """What money is paid or received as: contributed $310 million in royalties and taxes."""
    if quantity.kind is not Kind.AMOUNT or not ahead.startswith(" in ") or is_time(ahead[1:]):
        return ""
    given = pattern(_GIVEN_IN).search(clause) is not None
    return phrase(ahead[len(" in ") :], 4) if given else ""


def done_with(lead: str) -> str:
    """The participle that says what was done with the things counted; '' for none."""
    done = pattern(_DONE).search(lead[-60:])
    return "" if done is None else done.group(1)


def _of_money(quantity: Quantity, lead: str, ahead: str) -> str:
    """A $15 million increase in pay, rice sold at 32 cents, $3 million spent on roads."""
    sign = not quantity.unit[:1].islower() and quantity.unit[:1] not in tuple("%‰")
    size = pattern(_SIZE_OF).match(ahead) if sign else None
    article = pattern(r"\ban? (?:additional |further )?$").search(lead)
    if size is not None and article is not None and (named := noun(size.group(2))):
        return f"{size.group(1)} in {named}"
    if quantity.kind is not Kind.AMOUNT:
        return ""
    if (priced := pattern(_PRICED).search(lead[-80:])) is not None:
        goods = noun(priced.group(1))
        return f"{goods} price" if goods else ""
    if costs := _costs(lead, ahead):
        return costs
    if pattern(_TITLED).match(lead):
        return ""
    return (_spent_on(lead, ahead) or purpose(lead, ahead)) if sign else ""


def _costs(lead: str, ahead: str) -> str:
    """What is dear or done for the money: paid $718 per tonne for fuel, cost $2 million to run."""
    paid = pattern(r"\b(?:paid|pays?) $").search(lead) is not None
    dear = pattern(_FOR_GOODS).match(ahead) if paid else None
    if dear is not None and (named := noun(dear.group(1))):
        return f"{named} price"
    done = pattern(_TO_DO).match(ahead) if pattern(r"\b[Cc]osts? $").search(lead) else None
    return "" if done is None else f"cost to {done.group(1)}"


def _spent_on(lead: str, ahead: str) -> str:
    """Spending on roads, where the council spent $3 million on roads."""
    spent = pattern(_SPENT, re.IGNORECASE).search(lead[-60:])
    what = pattern(_FOR_WHAT).match(ahead) if spent is not None else None
    if spent is None or what is None:
        return ""
    named = phrase(what.group(2)) or noun(what.group(2))
    paid = _PAID[spent.group(1).lower()]
    if (
        not named
        or paid in named.split()
        or (spent.group(1).lower() == "paid" and what.group(1) == "in")
    ):
        return named
    return f"{paid} {what.group(1)} {named}"


def _things(quantity: Quantity, ahead: str) -> str:
    """The things that a number counts, by its unit or by the plural behind it."""
    if not quantity.unit:
        return things_after(ahead)
    word = quantity.unit.rpartition(" ")[2]
    parts = word in MEASURES or word in MONEY or "point" in word or "per" in quantity.unit
    named = word.islower() or (word.endswith("s") and len(word) > _SHORT_UNIT)
    return quantity.unit if word.isalpha() and not parts and named else ""
