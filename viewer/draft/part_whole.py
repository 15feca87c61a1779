"""Which figures are parts of which: told by 其中, 占, 有, or English `of which`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from viewer.draft.clauses import Clauses
from viewer.model import Kind, Quantity, Span

_AMONG = re.compile(r"其中[，,:：]?|内含|of which|of these|of them|including", re.IGNORECASE)
_HAVING = re.compile(r"^\s*(?:其中)?(?:有|含|包括|包含)\s*$")
_OF = re.compile(
    r"占(?:了|到)?(?:比|总|全|同期|预|报告期)?([^，。；\d%％]{0,16}?)(?:的)?(?:比重|比例|总数|总量|总额|总产量|总面积)?(?:为|达到?|约为?|近|超过?)?\s*$"
)
_PARTED = frozenset({Kind.COUNT, Kind.AMOUNT})
_SENTENCES_ON = 1
_LOOK_BACK = 12


@dataclass(frozen=True, slots=True)
class Whole:
    """The index of the figure that is the whole of a part, and whether the words say so plainly."""

    at: int
    plain: bool


def wholes(clauses: Clauses, quantities: Sequence[Quantity]) -> Mapping[int, Whole]:
    """For each part among the metrics of one passage, by index, its whole.

    A part has the unit of its whole and is no larger. A share belongs to a whole only where part
    and whole stand there and the share is what they make (37 of 75.1 is 49.3 %).
    """
    found: dict[int, Whole] = {}
    numbers = [clauses.number(each.span) for each in quantities]
    ranges = _among(clauses)
    for at, quantity in enumerate(quantities):
        if quantity.value is None or quantity.high is not None:
            continue
        whole = None
        if quantity.kind in _PARTED:
            whole = _named_among(clauses, quantities, numbers, ranges, at)
            whole = whole or _had(clauses, quantities, found, at)
        elif quantity.kind is Kind.SHARE:
            whole = _computed(clauses, quantities, found, at)
        if whole is not None:
            found[at] = whole
    return found


def _among(clauses: Clauses) -> list[tuple[int, int]]:
    """Where each 其中 stands, and where the sentence that it opens or is in ends."""
    text = clauses.text
    return [
        (each.start(), clauses.sentence(Span(each.start(), each.end())).end)
        for each in _AMONG.finditer(text)
    ]


def _named_among(
    clauses: Clauses,
    quantities: Sequence[Quantity],
    numbers: list[int],
    ranges: list[tuple[int, int]],
    at: int,
) -> Whole | None:
    """The nearest figure of the unit before the 其中 that a part follows in its sentence."""
    start = quantities[at].span.start
    opened = [begin for begin, end in ranges if begin < start < end]
    if not opened:
        return None
    part = quantities[at]
    first = clauses.number(part.span)
    for before in range(at - 1, max(-1, at - 1 - _LOOK_BACK), -1):
        whole = quantities[before]
        if first - numbers[before] > _SENTENCES_ON:
            return None
        if whole.span.end <= opened[-1] and _may_hold(whole, part):
            return Whole(before, True)
    return None


def _had(
    clauses: Clauses, quantities: Sequence[Quantity], found: Mapping[int, Whole], at: int
) -> Whole | None:
    """`74 项，有 56 项…，7 项…`: a part that 有 opens, and those that go on in the same way."""
    if at == 0:
        return None
    part, before = quantities[at], quantities[at - 1]
    clause = clauses.clause(part.span)
    lead = clauses.text[clause.start : part.words.start]
    same = clauses.number(part.span) == clauses.number(before.span)
    if not same:
        return None
    if _HAVING.match(lead) and _may_hold(before, part):
        return Whole(at - 1, False)
    earlier = found.get(at - 1)
    goes_on = earlier is not None and not earlier.plain and not lead.strip()
    if earlier is not None and goes_on and _may_hold(quantities[earlier.at], part):
        return earlier
    return None


def _computed(
    clauses: Clauses, quantities: Sequence[Quantity], found: dict[int, Whole], at: int
) -> Whole | None:
    """The whole of `占…49.3%`, where some part before it and that whole make the share."""
    share = quantities[at]
    clause = clauses.clause(share.span)
    if not _OF.search(clauses.text[clause.start : share.words.start]) or at == 0:
        return None
    part = quantities[at - 1]
    for before in range(at - 2, max(-1, at - 2 - _LOOK_BACK), -1):
        whole = quantities[before]
        if _may_hold(whole, part) and _makes(part, whole, share):
            if (at - 1) not in found:
                found[at - 1] = Whole(before, True)
            return Whole(before, True)
    return None


def _may_hold(whole: Quantity, part: Quantity) -> bool:
    if whole.value is None or part.value is None or whole.high is not None:
        return False
    same = whole.kind is part.kind and whole.unit == part.unit and whole.kind in _PARTED
    return same and Decimal(0) <= part.value <= whole.value and bool(whole.value)


def _makes(part: Quantity, whole: Quantity, share: Quantity) -> bool:
    """Whether part / whole is the share up to the rounding of printed numbers."""
    if share.unit not in {"%", "％"} or not part.value or not whole.value or share.value is None:
        return False
    return abs(part.value / whole.value * 100 - share.value) <= Decimal("0.6")
