"""Searching a text for words and for numbers, however the text writes them."""

from __future__ import annotations

from bisect import bisect_left

from viewer.model import Quantity, Span
from viewer.quantities.agree import agrees
from viewer.quantities.normalize import fold
from viewer.quantities.scanner import scan


def find(text: str, query: str, language: str = "zh-CN") -> tuple[Span, ...]:
    """Where `query` stands in `text`: as words, and as a number in any way of writing.

    `80%` finds 八成 and 百分之八十, `25000` finds 2.5 万; letters match without case and width.
    """
    sought = fold(query).strip().casefold()
    if not sought:
        return ()
    literal = _literal(text, sought)
    starts = [span.start for span in literal]
    spans = set(literal)
    for quantity in _query_number(query, language):
        for found in scan(text, language):
            last = bisect_left(starts, found.span.end) - 1  # the last that could reach into it
            apart = last < 0 or not literal[last].meets(found.span)
            if apart and _same(found, quantity):
                spans.add(found.span)
    return tuple(sorted(spans))


def has_words(text: str, query: str) -> bool:
    """Whether `query` stands in `text` as it is written: `35` is not found in 1,350."""
    sought = fold(query).strip().casefold()
    return bool(sought) and bool(_literal(text, sought))


def _literal(text: str, sought: str) -> list[Span]:
    """Occurrences of the words in text order, apart; a number does not match in a longer one."""
    folded = fold(text)
    lowered = folded.casefold()
    if len(lowered) != len(folded):
        lowered = folded
    spans: list[Span] = []
    at = lowered.find(sought)
    while at >= 0:
        end = at + len(sought)
        if not _cuts_number(lowered, at, end):
            spans.append(Span(at, end))
        at = lowered.find(sought, end)
    return spans


def _cuts_number(text: str, at: int, end: int) -> bool:
    digits = "0123456789"
    before, after = text[at - 1 : at], text[end : end + 1]
    head = text[at] in digits and (
        (before in digits and before) or (before in ".," and at > 1 and text[at - 2] in digits)
    )
    tail = text[end - 1] in digits and (
        (after in digits and after)
        or (after in ".," and text[end + 1 : end + 2] in digits and text[end + 1 : end + 2])
    )
    return bool(head) or bool(tail)


def _query_number(query: str, language: str) -> tuple[Quantity, ...]:
    """The one number that the query is, if it is one."""
    trimmed = query.strip()
    found = scan(trimmed, language)
    return found if len(found) == 1 and len(found[0].span) == len(trimmed) else ()


def _same(found: Quantity, asked: Quantity) -> bool:
    if found.value is None or asked.value is None:
        return False
    differs = agrees(found, asked.value, asked.high, asked.unit or found.unit, found.qualifier)
    return not differs
