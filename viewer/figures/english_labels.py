"""Labels of English quantities: the subject before the verb, or the noun that is counted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from viewer.briefing import Kind, Quantity
from viewer.figures.patterns import pattern
from viewer.figures.tables import Cell

_REACH = 160
_CUT = (
    r"[.;!?](?=\s|$)|\n|, (?:while|and|but|with|as|after)\b|\b(?:while|whereas|but|"
    r"compared (?:to|with))\b"
    r"|, |[()]"
)
_SHOWED = (
    r"\b(?:recorded|reported|posted|registered|showed|saw|ran|had|has|have) (?:an?|"
    r"the) (.+?)(?: of)?\s*$"
)
_VERB = (
    r"\s(?:(?:unexpectedly|sharply|slightly|also|further|only|just|had|has|have|were|was|"
    r"is|are|been|be|"
    r"revised|will|would|could) )*(?:rose|fell|grew|narrowed|widened|tumbled|surged|"
    r"dropped|increased|"
    r"decreased|declined|climbed|jumped|slipped|edged|gained|lost|advanced|shrank|"
    r"contracted|expanded|"
    r"slowed|eased|accelerated|reached|totaled|totalled|stood|hit|came|unchanged|revised|"
    r"was|were|is|are|"
    r"remained|soared|plunged|slumped|rebounded|rising|falling|raised|cut|lowered|kept|"
    r"settled|up|down|"
    r"to|at|by|from|beating|exceeding|rise|fall|grow|account(?:s|ed)?)\b.*$"
)
_LEAD = (
    r"^(?:\W|\b(?:the|a|an|and|but|in|of|for|while|with|its|their|there|that|which|however|as|also|"
    r"vs|versus|to|from|early|estimates?|meanwhile|according)\b)+"
)
_ENDING = (
    r"(?:\W|\b(?:the|a|an|of|at|to|by|from|in|was|were|is|are|about|than|more|and|or|for|"
    r"vs|versus)\b)+$"
)
_PLACED = r" (?:in|of|for) (?:the )?(?:[A-Z]\w+ ?){1,3}(?:of \d{4}|\d{4})?$"
_PLACE = r"\b(?:in )?the ([A-Z]\w+(?: [A-Z]\w+)*) ?\($"
_SUPERLATIVE = r"^(?:lowest|highest|largest|biggest|most|least|first|record)\b"
_WIDEST = 6
_FLAGS = re.IGNORECASE | re.DOTALL


def labelled(
    folded: str, quantities: Sequence[Quantity], cells: Mapping[int, Cell]
) -> tuple[Quantity, ...]:
    """The quantities with labels; a number without subject takes that of the one before it."""
    done: list[Quantity] = []
    subject = label = ""
    floor = 0
    for quantity in quantities:
        if not quantity.is_metric:
            done.append(quantity)
            continue
        cell = cells.get(quantity.span.start)
        if cell is not None:
            label = f"{cell.row} {cell.column}".strip()
        elif not _says_new(folded[floor : quantity.words.start]) and label:
            pass
        else:
            label, subject = _label(folded, quantity, subject)
        done.append(replace(quantity, label=label))
        floor = quantity.span.end
    return tuple(done)


def _says_new(gap: str) -> bool:
    """Whether more than `to`, `vs` or `from` stands between two numbers."""
    words = pattern(r"[A-Za-z]{2,}").findall(gap[:_REACH])
    return len(gap) > 24 or any(word not in ("to", "vs", "from", "and", "or") for word in words)


def _label(folded: str, quantity: Quantity, subject: str) -> tuple[str, str]:
    start = quantity.words.start
    lead = folded[max(0, start - _REACH) : start]
    place = pattern(_PLACE).search(lead)
    cuts = [found.end() for found in pattern(_CUT).finditer(lead)]
    opened = lead.endswith("(") and len(cuts) > 1
    own = _noun(lead[cuts[-2] if opened else cuts[-1] if cuts else 0 :])
    if place is not None:
        head = own if own and not own.startswith(place.group(1)) else subject
        head = pattern(r" in the .*$").sub("", head)
        return f"{head} in the {place.group(1)}", head or subject
    if _counted(quantity):
        after = pattern(r"[ a-z-]{0,24}").match(folded, quantity.span.end, quantity.span.end + 24)
        return (quantity.unit + (after.group() if after else "")).strip(), quantity.unit
    if own and not pattern(_SUPERLATIVE, _FLAGS).search(own):
        return own, own
    return subject, subject


def _counted(quantity: Quantity) -> bool:
    return quantity.kind is Kind.COUNT and quantity.unit[:1].isalpha()


def _noun(clause: str) -> str:
    showed = pattern(_SHOWED, _FLAGS).search(clause)
    words = showed.group(1) if showed is not None else pattern(_VERB, _FLAGS).sub("", " " + clause)
    words = pattern(_ENDING, _FLAGS).sub("", pattern(_LEAD, _FLAGS).sub("", words))
    words = pattern(_PLACED).sub("", words)
    return " ".join(words.split()[-_WIDEST:])
