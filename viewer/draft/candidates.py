"""Finds the figures of one passage with all that the words around them tell."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from viewer.draft.bases.named import base_of
from viewer.draft.bases.shared import with_bases_of_others
from viewer.draft.clauses import Clauses
from viewer.draft.finds import Candidate, Finds, Left
from viewer.draft.part_whole import wholes
from viewer.draft.quotes import quote
from viewer.draft.value_syntax import written_value
from viewer.language import run_at, runs
from viewer.model import Kind, Quantity, Span
from viewer.quantities import agrees, labelled, scan_under
from viewer.relations.find import find_relations
from viewer.relations.recompute import recompute, term_of

MOST_IN_SECTION = 1_000
"""How many figures of one section a draft takes: more can be neither proven nor presented."""


_MOST_LEFT = 100
"""How many figures of one section may fail: a text of one line over and over has no quotes."""
_LONGEST_NUMBER, _LONGEST_HEADING = 8, 40
_ITEM = re.compile(r"[.、．)）]\s*[^\d\s.、．]")
_DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}")
_HEADED = re.compile(r"\s+[^\d\s][^。！？；，]*$")
_AVERAGE = re.compile(
    r"平均|[人户戶次]均|\baverag(?:e|ed|ing)\b|\bmean\b|\bmedian\b", re.IGNORECASE
)
_EACH = re.compile(r"\s+(?:per|on average|a head)\b", re.IGNORECASE)
"""The words of a measured duration: others are mostly deadlines."""
_RIVALS = 3
"""How many equal figures on either side may stand in one quote: it reaches no further."""


def finds(text: str, language: str, heading: str = "", wanted: Span | None = None) -> Finds:
    """Everything in a passage, which may stand under a heading, that can become a metric.

    A duration is a metric where it is an average, and among the words that are `wanted` as one:
    most others are deadlines.
    """
    clauses = Clauses.of(text)
    parts = runs(text, language)
    scanned = [_as_wanted(one, clauses, wanted) for one in scan_under(heading, text, language)]
    said = labelled(text, scanned, language)
    metrics = [
        quantity
        for quantity in said
        if quantity.is_metric
        and quantity.value is not None
        and not _is_numbering(clauses, quantity)
    ]
    equal = _by_value(metrics)
    found: list[Candidate] = []
    left: list[Left] = []
    for at, quantity in enumerate(metrics):
        if len(found) == MOST_IN_SECTION or len(left) == _MOST_LEFT:
            left += (Left(each, "many") for each in metrics[at:])
            break
        value = written_value(quantity, run_at(parts, quantity.span.start).language)
        place = quote(clauses, quantity.words, _rivals(quantity, equal, clauses))
        if value is None or place is None:
            left.append(Left(quantity, "value" if value is None else "quote"))
        else:
            found.append(_found(clauses, quantity, value, place))
    related = find_relations(text, said)
    checks = recompute(related, dict(enumerate(map(term_of, said))))
    recomputed = tuple(zip(related, checks, strict=True))
    places = {each.quantity.span: at for at, each in enumerate(found)}
    known = {at: places[one.span] for at, one in enumerate(said) if one.span in places}
    held = wholes(said, recomputed, known)
    all_found = Finds(clauses, tuple(found), held, tuple(left), tuple(said), recomputed)
    return with_bases_of_others(all_found)


def _as_wanted(quantity: Quantity, clauses: Clauses, wanted: Span | None) -> Quantity:
    """A number, as a metric where it is a duration that was measured or is wanted as one."""
    lasts = wanted is not None and _lasts(quantity, wanted)
    return (
        replace(quantity, is_metric=True) if lasts or _is_average(quantity, clauses) else quantity
    )


def _lasts(quantity: Quantity, words: Span) -> bool:
    """Whether a number is a duration that shares a character with some words."""
    return quantity.kind is Kind.DURATION and quantity.span.meets(words)


def _is_average(quantity: Quantity, clauses: Clauses) -> bool:
    """Whether a number is a duration that was measured: an average, by its words (平均住院日)."""
    if quantity.kind is not Kind.DURATION or quantity.value is None:
        return False
    text, clause = clauses.text, clauses.clause(quantity.span)
    before = _AVERAGE.search(text, clause.start, quantity.span.start)
    return bool(before or _EACH.match(text, quantity.span.end))


def _is_numbering(clauses: Clauses, quantity: Quantity) -> bool:
    """Whether a number counts a heading or an item: `1.1 数量` on a line, `附件：1.主要指标表`."""
    span, line = quantity.span, clauses.line(quantity.span)
    if quantity.unit or span.end - span.start > _LONGEST_NUMBER or "\t" in line.of(clauses.text):
        return False
    before = clauses.text[line.start : span.start]
    after = clauses.text[span.end : line.end]
    item = (not before.strip() or before.rstrip()[-1] in "：:；;") and _ITEM.match(after)
    dotted = not before.strip() and _DOTTED.fullmatch(span.of(clauses.text))
    return bool(item or (dotted and len(after) <= _LONGEST_HEADING and _HEADED.match(after)))


def _found(clauses: Clauses, quantity: Quantity, value: str, place: Span) -> Candidate:
    line, clause = clauses.line(quantity.span), clauses.clause(quantity.span)
    after = clauses.text[quantity.words.end : clause.end].strip(" \xa0，,。；;、：:！？!?.”’\n\t")
    row = "\t" in clauses.text[line.start : line.end]
    table = clauses.text.rfind("\n\n", 0, line.start) + 2 if row else 0
    return Candidate(
        quantity=quantity,
        written=value,
        quote=place,
        base=base_of(clauses, quantity),
        sentence=clauses.number(quantity.span),
        line=line.start,
        paragraph=max(table, 0) if row else line.start,
        ends_clause=not after,
        row=row,
    )


def _by_value(quantities: Sequence[Quantity]) -> dict[object, list[Quantity]]:
    groups: dict[object, list[Quantity]] = defaultdict(list)
    for quantity in quantities:
        groups[None if quantity.value is None else abs(quantity.value)].append(quantity)
    return groups


def _rivals(
    quantity: Quantity, equal: Mapping[object, list[Quantity]], clauses: Clauses
) -> list[Span]:
    """Figures of the paragraph that say the same: with one in the quote, neither is proven."""
    if quantity.value is None:
        return []
    line = clauses.line(quantity.span)
    same = equal[abs(quantity.value)]
    at = bisect_left(same, quantity.span, key=lambda other: other.span)
    same = same[max(0, at - _RIVALS) : at + _RIVALS + 1]
    return [
        other.span
        for other in same
        if other is not quantity
        and line.holds(other.span)
        and not agrees(other, quantity.value, quantity.high, quantity.unit, quantity.qualifier)
    ]
