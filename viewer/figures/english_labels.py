"""Labels of English quantities: the subject of the clause, or the noun that is counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from viewer.briefing import Kind, Quantity
from viewer.figures.english_phrases import (
    apart,
    bracketed,
    counted,
    ends_sentence,
    measured,
    moved_in,
    named_after,
    of_whom,
    part_of,
    says_new,
    things_after,
)
from viewer.figures.record import with_label
from viewer.figures.tables import Cell

_REACH = 240
_AHEAD = 60


class _Before(NamedTuple):
    """What the number before leaves behind: its label and the subject of its sentence."""

    label: str = ""
    subject: str = ""
    end: int = 0


def labelled(
    folded: str, quantities: Sequence[Quantity], cells: Mapping[int, Cell]
) -> tuple[Quantity, ...]:
    """The quantities with labels; a number without subject takes that of the one before it."""
    done: list[Quantity] = []
    before = _Before()
    for quantity in quantities:
        if not quantity.is_metric:
            done.append(quantity)
            continue
        cell = cells.get(quantity.span.start)
        if cell is not None:
            before = _Before(f"{cell.row} {cell.column}".strip(), "", quantity.span.end)
        elif not before.label or says_new(folded[before.end : quantity.words.start]):
            before = _label(folded, quantity, before)._replace(end=quantity.span.end)
        else:
            before = before._replace(end=quantity.span.end)
        done.append(with_label(quantity, before.label))
    return tuple(done)


def _label(folded: str, quantity: Quantity, before: _Before) -> _Before:
    start = quantity.words.start
    if ends_sentence(folded[before.end : start]):
        before = _Before()
    sentence = apart(folded[max(0, start - _REACH) : start])
    ahead = folded[quantity.span.end : quantity.span.end + _AHEAD]
    subject = sentence.subject(before.subject)
    placed = bracketed(sentence.lead, subject)
    if placed:
        return _Before(placed, subject)
    if quantity.kind is Kind.COUNT and quantity.unit[:1].isalpha():
        noun = counted(quantity.unit, sentence.lead, ahead)
        return _Before(noun, subject or noun)
    if quantity.kind is Kind.COUNT and (noun := things_after(ahead)):
        return _Before(noun, subject or noun)
    own = of_whom(sentence.lead, ahead)
    if quantity.kind is Kind.CHANGE:
        own = own or moved_in(ahead)
    if quantity.kind is not Kind.SHARE:
        own = own or named_after(sentence.lead, ahead)
    if quantity.kind is Kind.SHARE and not own and not sentence.clause.strip():
        own = part_of(ahead)
    own = own or measured(sentence.lead, subject)
    if own:
        return _Before(own, subject or own)
    return _Before(subject or before.label or part_of(ahead), subject)
