"""Whether the figures of a chart carry what its finding claims.

A finding is a clause of the passage, whose figures the chart shows, or a sentence of its own: then
each number in it is that of a figure that it names, or recomputed from figures whose numbers stand
beside it, and each direction, order and superlative holds of the figures drawn. What cannot be
held against the figures is refused, not believed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal, localcontext
from itertools import pairwise
from operator import gt, lt
from typing import NamedTuple

from viewer.expressions import compiled
from viewer.model import Kind, Qualifier, Quantity, Span
from viewer.proof.claims import Claims, Drawn, Name, claims_of
from viewer.proof.compared import is_exact, is_ordered, is_superlative, order_behind
from viewer.proof.measure import plain_unit, same_unit
from viewer.quantities import agrees, scan
from viewer.quantities.agree import is_percent, is_times
from viewer.quantities.vocabulary import Found

_AMONG = compiled(r"[^，,；;。]{0,12}?中")
_OF = compiled(r"\b(?:of|among)(?: (?:the|these|all))?\s*$", re.IGNORECASE)
_REACHES = compiled(r"至|到|为|\bto\b", re.IGNORECASE)
_Goes = Callable[[Decimal, Decimal | int], bool]
_CLOSE = 6
"""So many characters behind a number its period or name stands: 40 people in 2017."""
_GOES = {"up": gt, "down": lt}


class Unsupported(NamedTuple):
    """A claim that no figure carries: `what` is `number`, `direction`, `order`, `superlative`, or
    `nothing` where a sentence claims nothing that could be held against figures."""

    what: str
    words: str = ""


class _Reading:
    """A finding while it is held against its figures; `read` are the numbers that a figure has,
    `compared` is whether a word of order behind its second figure was met: 甲比乙多."""

    def __init__(self, claims: Claims, drawn: Mapping[str, Drawn], passage: str) -> None:
        self.claims, self.drawn, self.passage = claims, drawn, passage
        self.read: list[tuple[Quantity, Drawn]] = []
        self.compared = False

    def within(self, span: Span) -> list[tuple[Quantity, Drawn]]:
        """The numbers in a part of the finding that figures have."""
        return [(said, one) for said, one in self.read if span.holds(said.span)]


def unsupported(
    finding: str, drawn: Sequence[Drawn], passage: str, language: str
) -> Iterator[Unsupported]:
    """What of a finding the figures of its chart do not carry; nothing where they carry it all."""
    quoted = finding.strip() and finding in passage
    if quoted:
        wrong = [_quote(finding, at, drawn, language) for at in _places(finding, passage)]
        if not all(wrong):
            return
        yield from (one for one in wrong[:1] if one)
        return
    reading = _Reading(
        claims_of(finding, drawn, language), {one.key: one for one in drawn}, passage
    )
    yield from _numbers(reading)
    yield from _directions(reading)
    yield from _superlatives(reading)
    yield from _orders(reading)
    claims = reading.claims
    if not (reading.read or reading.compared or claims.superlatives or claims.orders):
        yield Unsupported("nothing")


def _places(finding: str, passage: str) -> Iterator[int]:
    at = passage.find(finding)
    while at >= 0:
        yield at
        at = passage.find(finding, at + 1)


def _quote(finding: str, at: int, drawn: Sequence[Drawn], language: str) -> Unsupported | None:
    """A number in a quoted clause that is none of the figures drawn, or that the quote cuts."""
    quote = Span(at, at + len(finding))
    spans = [one.span for one in drawn if one.span is not None]
    cut = [span for span in spans if span.meets(quote) and not quote.holds(span)]
    for quantity in scan(finding, language):
        place = quantity.span.moved(at)
        shown = any(span.meets(place) for span in spans if span not in cut)
        if quantity.is_metric and not shown:
            return Unsupported("number", quantity.surface)
    return Unsupported("number", finding) if cut else None


def _numbers(reading: _Reading) -> Iterator[Unsupported]:
    """Numbers that no figure has: first those that figures have, then what is computed of them."""
    left: list[Quantity] = []
    for quantity in reading.claims.quantities:
        if quantity.kind is Kind.DATE:
            if not _known_date(reading, quantity):
                yield Unsupported("number", quantity.surface)
            continue
        one = _carrier(reading, quantity)
        if one is not None:
            reading.read.append((quantity, one))
        elif not _counts(reading, quantity):
            left.append(quantity)
    for quantity in left:
        if not _is_computed(reading, quantity):
            yield Unsupported("number", quantity.surface)


def _known_date(reading: _Reading, quantity: Quantity) -> bool:
    """A date is a period of the chart, or stands in the passage."""
    periods = [name for one in reading.drawn.values() for name in one.names[1:]]
    digits = "".join(re.findall(r"\d+", quantity.surface))
    return quantity.surface in reading.passage or any(
        digits and digits in "".join(re.findall(r"\d+", period)) for period in periods
    )


def _carrier(reading: _Reading, quantity: Quantity) -> Drawn | None:
    """The figure that a number is of: of those that the words before it name, or those close
    behind it; of all where no words name any."""
    claims, (start, end) = reading.claims, (quantity.span.start, quantity.span.end)
    named, period = claims.before(start), claims.before(start, period=True)
    keys = _with_attached(reading, named.keys) if named else frozenset(reading.drawn)
    behind = [name for name in claims.names if 0 <= name.span.start - end <= _CLOSE]
    dated = [name.keys for name in (period, *behind) if name is not None and name.period]
    for some in [keys & each for each in dated if keys & each] or [keys]:
        if one := _first(reading, some, quantity):
            return one
    close = (name for name in behind if not name.period and name.span.start - end <= 2)
    found = (_first(reading, _with_attached(reading, name.keys), quantity) for name in close)
    return next((one for one in found if one), None)


def _first(reading: _Reading, keys: frozenset[str], quantity: Quantity) -> Drawn | None:
    """The first of some figures that has the number."""
    return next(
        (one for key, one in reading.drawn.items() if key in keys and _has(one, quantity)), None
    )


def _with_attached(reading: _Reading, keys: frozenset[str]) -> frozenset[str]:
    """Keys with those of the changes and shares that stand at their ends."""
    tied = {one.key for one in reading.drawn.values() if one.level and one.level in keys}
    return keys | tied


def _has(one: Drawn, quantity: Quantity) -> bool:
    """Whether a quantity of a finding has the number of a figure, whatever its direction."""
    metric, point = one.figure.metric, one.figure.point
    unit = metric.unit if quantity.unit else quantity.unit
    differs = agrees(quantity, point.value, point.high, unit, metric.qualifier)
    if "value" in differs and quantity.value is not None and quantity.value < 0:
        positive = replace(quantity, value=-quantity.value)
        differs = agrees(positive, point.value, point.high, unit, metric.qualifier)
    return not differs


def _counts(reading: _Reading, quantity: Quantity) -> bool:
    """Whether a number counts the figures drawn: 三项比率中, of 3 rates."""
    counted = [one for one in reading.drawn.values() if not (one.level or one.whole)]
    text = reading.claims.text
    said = _AMONG.match(text[quantity.span.end :]) or _OF.search(text[: quantity.span.start])
    plain = quantity.kind is Kind.COUNT and quantity.qualifier is Qualifier.EXACT
    return plain and bool(said) and quantity.value == len(counted)


def _is_computed(reading: _Reading, quantity: Quantity) -> bool:
    """Whether a number is the quotient, difference or share of two whose numbers stand with it."""
    if quantity.value is None or quantity.high is not None:
        return False
    exact = quantity.qualifier in {Qualifier.EXACT, Qualifier.APPROX}
    levels = [(said, one) for said, one in reading.read if not one.is_change]
    pairs = pairwise(levels)
    return exact and any(
        _rounded(result, quantity.value) == quantity.value
        for (said, one), (_, other) in pairs
        for result in _results(one, other, quantity, reading.claims.text[said.span.end :])
    )


def _results(one: Drawn, other: Drawn, quantity: Quantity, after: str) -> Iterator[Decimal]:
    """What may be computed of two figures in their order, in the unit of a quantity."""
    first, second = one.figure.value, other.figure.value
    exact = is_exact(one) and is_exact(other)
    if first is None or second is None or not exact or not _same_measure(one, other):
        return
    among = _AMONG.match(after) is not None
    part, whole = (second, first) if among else (first, second)
    with localcontext() as arithmetic:
        arithmetic.clear_traps()
        if is_times(quantity.unit) and second:
            yield first / second
        elif is_percent(quantity.unit) and whole and 0 <= part <= whole:
            yield part * 100 / whole
        elif plain_unit(quantity.unit) == plain_unit(one.figure.metric.unit):
            yield abs(first - second)


def _same_measure(one: Drawn, other: Drawn) -> bool:
    return same_unit(one.figure.metric, other.figure.metric)


def _rounded(result: Decimal, shown: Decimal) -> Decimal | None:
    """A result to the last digit that is shown; None where it is no finite number."""
    exponent = shown.as_tuple().exponent
    if not result.is_finite() or not isinstance(exponent, int) or abs(result.adjusted()) > 20:
        return None
    return result.quantize(Decimal((0, (1,), exponent)), ROUND_HALF_UP)


def _directions(reading: _Reading) -> Iterator[Unsupported]:
    """Changes said to go another way than they do, and words of change that no figure carries."""
    claims = reading.claims
    for said, one in reading.read:
        if said.change and not _moves_as_stated(reading, said, one):
            yield Unsupported("direction", said.surface)
    for word in claims.directions:
        clause = claims.clause(word.start)
        compared = any(clause.holds(_span(other)) for other in claims.superlatives)
        if not compared and not _carried(reading, clause, _GOES[word.entry.sense]):
            yield Unsupported("direction", claims.text[word.start : word.end])


def _moves_as_stated(reading: _Reading, said: Quantity, one: Drawn) -> bool:
    """Whether a number that is said to be a change is one, and goes that way."""
    value = one.figure.value
    if one.is_change:
        return value is not None and said.change is not None and (value > 0) is (said.change > 0)
    clause = reading.claims.clause(said.span.start)
    return any(clause.start <= word.start < said.span.start for word in reading.claims.orders)


def _carried(reading: _Reading, clause: Span, goes: _Goes) -> bool:
    """Whether a word of change in a clause is that of a change in it, or of a course in it."""
    here = reading.within(clause)
    changes = [one.figure.value for _, one in here if one.is_change]
    if changes:
        return all(value is not None and goes(value, 0) for value in changes)
    if len(here) < 2 or not _REACHES.search(clause.of(reading.claims.text)):
        return False
    first, last = here[0][1], here[-1][1]
    low, high = first.figure.value, last.figure.value
    if low is None or high is None or not _same_measure(first, last):
        return False
    return goes(high, low)


def _superlatives(reading: _Reading) -> Iterator[Unsupported]:
    claims = reading.claims
    for word in claims.superlatives:
        clause = claims.clause(word.start)
        rates = [one.entry.sense for one in claims.directions if clause.holds(_span(one))]
        subject = _subject(reading, word.start, word.end, changes=bool(rates))
        rate = rates[-1] if rates else ""
        if subject is None or not is_superlative(
            subject, list(reading.drawn.values()), word.entry.sense, rate, claims.text
        ):
            yield Unsupported("superlative", claims.text[word.start : word.end])


def _span(word: Found) -> Span:
    return Span(word.start, word.end)


def _subject(reading: _Reading, start: int, end: int, changes: bool) -> Drawn | None:
    """The one figure that a superlative speaks of: the name before it, else the one behind."""
    claims = reading.claims
    name = claims.before(start) or claims.after(end)
    period = claims.before(start, period=True)
    keys = _with_attached(reading, name.keys) if name else frozenset(reading.drawn)
    if period is not None and keys & period.keys:
        keys &= period.keys
    return _one(reading, keys, changes, narrowed=name is not None or period is not None)


def _one(reading: _Reading, keys: frozenset[str], changes: bool, narrowed: bool) -> Drawn | None:
    """The figure among some that a sentence speaks of: the only one, or the one whose number it
    gives."""
    fitting = [
        one
        for key, one in reading.drawn.items()
        if key in keys and not one.whole and (one.is_change or not changes)
    ]
    levels = [one for one in fitting if not one.level] if not changes else fitting
    fitting = levels or fitting
    if narrowed and len(fitting) == 1:
        return fitting[0]
    said = [one for _, one in reading.read if one in fitting]
    return said[0] if len({one.key for one in said}) == 1 else None


def _orders(reading: _Reading) -> Iterator[Unsupported]:
    claims = reading.claims
    for word in claims.orders:
        left = _operand(reading, claims.before(word.start), reading.read, word.start, before=True)
        right = _operand(reading, claims.after(word.end), reading.read, word.end, before=False)
        if left is None or right is None or not is_ordered(left, right, word.entry.sense):
            yield Unsupported("order", claims.text[word.start : word.end])
    yield from _compared_behind(reading)


def _operand(
    reading: _Reading,
    name: Name | None,
    read: Sequence[tuple[Quantity, Drawn]],
    at: int,
    before: bool,
) -> Drawn | None:
    """The figure on one side of a word of order: the nearest that is named or given there."""
    if name is not None:
        one = _one(reading, name.keys, changes=False, narrowed=True)
        if one is not None:
            return one
    sides = [one for said, one in read if (said.span.end <= at) is before]
    return (sides[-1] if before else sides[0]) if sides else None


def _compared_behind(reading: _Reading) -> Iterator[Unsupported]:
    """甲比乙多: the second figure stands between 比 and the word."""
    claims = reading.claims
    if claims.language != "zh":
        return
    for name in claims.names:
        before = claims.text[: name.span.start]
        if not before.rstrip().endswith(("比", "较")) or name.period:
            continue
        reading.compared = True
        word, sense = order_behind(claims.text[name.span.end :])
        left, right = claims.before(name.span.start), name
        one = _one(reading, left.keys, False, True) if left else None
        other = _one(reading, right.keys, False, True)
        if not word or one is None or other is None or not is_ordered(one, other, sense):
            yield Unsupported("order", word or claims.text[name.span.start :])
