"""Labels of English quantities: the subject before the verb, or the noun that is counted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from viewer.briefing import Kind, Quantity
from viewer.figures.patterns import pattern
from viewer.figures.tables import Cell

_REACH = 160
_CUT = r"[.;!?](?:\s|$)|\n|, (?:while|and|but|with|as|after)\b|\b(?:while|whereas)\b|, "
_VERB = (
    r"\s(?:unexpectedly |sharply |slightly |also |further |had |has |have |were |was |is |are |been |be |revised |"
    r"seasonally )*(?:rose|fell|grew|narrowed|widened|tumbled|surged|dropped|increased|decreased|declined|climbed|"
    r"jumped|slipped|edged|gained|lost|advanced|shrank|contracted|expanded|slowed|eased|accelerated|reached|"
    r"totaled|totalled|stood|hit|came|unchanged|revised|was|were|is|are|remained|recorded|reported|posted|"
    r"soared|plunged|slumped|rebounded|rising|falling|up|down|to|at|by|from)\b.*$"
)
_LEAD = (
    r"^(?:\W|\b(?:the|a|an|and|but|in|of|for|while|with|its|their|there|that|which|however|as)\b)+"
)
_ENDING = (
    r"(?:\W|\b(?:the|a|an|of|at|to|by|from|in|was|were|is|are|about|than|more|and|or|for)\b)+$"
)
_PLACE = r"in the ([A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)*) \($|the ([A-Z][A-Za-z]+) \($"
_WIDEST = 6


def labelled(
    folded: str, quantities: Sequence[Quantity], cells: Mapping[int, Cell]
) -> tuple[Quantity, ...]:
    """The quantities with labels; a number without subject takes that of the one before it."""
    done: list[Quantity] = []
    subject = ""
    for quantity in quantities:
        if not quantity.is_metric:
            done.append(quantity)
            continue
        cell = cells.get(quantity.span.start)
        if cell is not None:
            done.append(replace(quantity, label=f"{cell.row} {cell.column}".strip()))
            continue
        label, subject = _label(folded, quantity, subject)
        done.append(replace(quantity, label=label))
    return tuple(done)


def _label(folded: str, quantity: Quantity, subject: str) -> tuple[str, str]:
    start = quantity.words.start
    lead = folded[max(0, start - _REACH) : start]
    cut = 0
    for cut_at in pattern(_CUT).finditer(lead):
        cut = cut_at.end()
    own = _noun(lead[cut:])
    if quantity.unit and quantity.kind is Kind.COUNT and quantity.unit[0].isalpha():
        after = re.match(r"[ a-z-]{0,24}", folded[quantity.span.end :][:24])
        return (quantity.unit + (after.group() if after else "")).strip(), own or subject
    place = pattern(_PLACE).search(lead)
    if place is not None and subject:
        head = subject.split(" in the ", maxsplit=1)[0]
        return f"{head} in the {place.group(1) or place.group(2)}", subject
    return (own, own) if own else (subject, subject)


def _noun(clause: str) -> str:
    words = pattern(_VERB, re.IGNORECASE | re.DOTALL).sub("", " " + clause)
    words = pattern(_ENDING, re.I).sub("", pattern(_LEAD, re.I).sub("", words))
    parts = words.split()
    return (
        " ".join(parts[-_WIDEST - 4 :]) if len(parts) <= _WIDEST + 4 else " ".join(parts[-_WIDEST:])
    )
