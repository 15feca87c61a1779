"""Quantities in English prose: read, joined to ranges, given their kind."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from viewer.model import Kind, Qualifier, Quantity, Span
from viewer.quantities.english.bounds import qualified
from viewer.quantities.english.kind import (
    KINDS,
    Case,
    has_distant_verb,
    is_growth,
    lead_of,
    moved_by,
)
from viewer.quantities.english.notation import JOINS_RANGE
from viewer.quantities.english.number_reader import english_readings
from viewer.quantities.english.words import AGAIN, HEDGES, SAME
from viewer.quantities.numbers.adjoining import whole_numbers
from viewer.quantities.numbers.numerals import power
from viewer.quantities.numbers.reading import Reading, decided
from viewer.quantities.reasons import note, take
from viewer.quantities.regex_cache import pattern
from viewer.quantities.rules import kind_by
from viewer.quantities.tables.cells import in_cell, quantity_in
from viewer.quantities.tables.flattened import Cell
from viewer.quantities.units import is_currency
from viewer.quantities.vocabulary import any_of, lowered, words_in

_PARTS = ("%", "percent", "per cent", "pc")
_BESIDE = rf",? ?\(?(?:{SAME})?(?: (?:{HEDGES}))? ?[+-]?"
_CROSSED = r"\b(?:below|under|beneath|above|short of|shy of|past|beyond|through) ?$"
"""What makes a mark of the number behind a verb of change: fell below 20,000."""
_STILL = rf"\b{any_of('en', 'change.zero')}[^.;]{{0,14}}$"
"""What makes no change of 0%: prices were unchanged (0.0%)."""
_OF_REACH = 50
_MOVED = any_of("en", "change.verb")
_RANGED = r"\brang(?:e of|es? from|ing from|e is|e) $"

_BEING = r"\b(?:will|would|should|may|might|could|to) be $"
"""What is still to come has no level yet that it would leave: will be 3% to 4%."""


def scan(text: str, folded: str, cells: Mapping[int, Cell]) -> tuple[Quantity, ...]:
    """Every quantity of an English text in order."""
    lower = lowered(folded)
    readings = _joined(lower, whole_numbers(folded, english_readings(folded), cells))
    found: list[Quantity] = []
    floor, seen, part, told = 0, 0, None, True
    for reading in readings:
        cell = cells.get(reading.start)
        if cell is not None and in_cell(cell, reading):
            found.append(quantity_in(cell, text, reading))
            continue
        if _sentence_ends(folded, seen, reading.start):
            part = None
        seen = reading.start
        beside = pattern(_BESIDE).fullmatch(lower[floor : reading.start]) is not None
        again = bool(found) and pattern(AGAIN).fullmatch(lower[floor : reading.start]) is not None
        before = Kind.CHANGE if again and found[-1].kind is Kind.CHANGE else part
        quantity = _quantity(text, lower, reading, (floor, before if told or beside else None))
        if quantity is None:
            continue
        found.append(quantity)
        if quantity.is_metric or quantity.kind is Kind.NAME:
            floor = max(floor, reading.end)
        if quantity.kind is Kind.CHANGE or quantity.unit in _PARTS:
            part = Kind.SHARE if _moves_a_rate(lower, quantity) else quantity.kind
            told = quantity.unit in _PARTS or "point" in quantity.unit
    return tuple(found)


def _moves_a_rate(folded: str, quantity: Quantity) -> bool:
    """Whether a move in points is one of a share, so that the level after it is a share too:
    punctuality fell by 2 points to 88%, but growth slowed by 2 points to 3%."""
    if "point" not in quantity.unit and not pattern(r"bps?|pps?").fullmatch(quantity.unit):
        return False
    return not is_growth(lead_of(folded, quantity.words.start, 0))


def _sentence_ends(folded: str, start: int, end: int) -> bool:
    return folded.find(". ", start, end) >= 0 or folded.find("\n", start, end) >= 0


def _quantity(
    text: str, folded: str, reading: Reading, context: tuple[int, Kind | None]
) -> Quantity | None:
    floor, part = context
    qualifier, first, last = _bounded(folded, reading)
    kind, rule = decided(reading)
    led = folded[max(0, first - 40) : first]
    if kind is Kind.SHARE and (moved_by(led) or has_distant_verb(led)):
        kind, rule = Kind.CHANGE, f"{rule} > en.change.moved"
    reading_text = text[reading.start : reading.end]
    if kind is None:
        crossed = pattern(_CROSSED).search(folded[first : reading.start]) is not None
        lead = lead_of(folded, reading.start if crossed else first, floor)
        ahead = folded[reading.end : reading.end + 40]
        signed = (reading.value is not None and reading.value < 0) or reading_text[:1] in "+-"
        case = Case(
            reading.unit,
            lead,
            ahead,
            part,
            signed=signed and reading.unit in ("%", "percent"),
            decimal=not reading.unit and not reading.exponent and "." in reading_text,
        )
        kind, rule = kind_by(KINDS, case)
        if kind is Kind.SHARE and not reading.value and pattern(_STILL).search(lead):
            kind, rule = Kind.CHANGE, f"{rule} > en.part.still"
    return Quantity(
        span=Span(reading.start, reading.end),
        words=Span(first, last),
        surface=text[reading.start : reading.end],
        value=reading.value,
        unit=reading.unit,
        kind=kind,
        qualifier=qualifier,
        high=reading.high,
        doubt=reading.doubt,
        is_metric=kind in (Kind.COUNT, Kind.AMOUNT, Kind.SHARE, Kind.CHANGE),
        rule=rule,
        reasons=take("bound") if qualifier is not Qualifier.EXACT else take(),
    )


def _bounded(folded: str, reading: Reading) -> tuple[Qualifier, int, int]:
    """How firmly a number is said, and where the words that say so begin and end."""
    qualifier, first, last = qualified(folded, reading.start, reading.end)
    if (first, last) != (reading.start, reading.end):
        note("bound", folded[first : reading.start] + folded[reading.end : last])
    elif reading.open:
        qualifier = Qualifier.APPROX
        note("bound", folded[reading.start : reading.end])
    return qualifier, first, last


def _joined(folded: str, readings: list[Reading]) -> list[Reading]:
    """Ranges made one: `3-4%`, `$3 to $4 billion`, `between 3 and 4 percent`."""
    done: list[Reading] = []
    for reading in readings:
        low = done[-1] if done else None
        if low is not None and _is_range(folded, low, reading):
            done[-1] = _range(low, reading)
        else:
            done.append(reading)
    return done


def _is_range(folded: str, low: Reading, high: Reading) -> bool:
    gap = folded[low.end : high.start]
    if (
        not pattern(JOINS_RANGE).fullmatch(gap)
        or low.kind is not None
        or high.kind not in (None, Kind.DURATION)
    ):
        return False
    if low.value is None or high.value is None or low.high is not None or low.value >= high.value:
        return False
    lead = folded[max(0, low.start - 14) : low.start]
    if gap.strip() == "and" and "between" not in lead:
        return False
    if gap.strip() == "to" and not _to_joins(folded, low, high, lead):
        return False
    if not high.unit and gap.strip() in ("-", "~") and low.unit and low.unit[-1] not in "%s":
        return (high.exponent > 0 or not low.exponent) and is_currency(low.unit)
    return low.unit in ("", high.unit)


def _to_joins(folded: str, low: Reading, high: Reading, lead: str) -> bool:
    """Whether `to` names the ends of a range: 3 to 5 percent, in the range of $3 to $4."""
    if low.unit == high.unit and pattern(_RANGED).search(lead) is not None:
        return True
    if low.unit == high.unit and _has_ends(folded[max(0, low.start - _OF_REACH) : low.start]):
        return True
    moved = moved_by(folded[max(0, low.start - 40) : low.start])
    if low.unit == high.unit and not moved and pattern(_BEING).search(lead) is not None:
        return True
    return not ("from " in lead or low.unit or low.exponent or moved)


def _has_ends(lead: str) -> bool:
    """Whether `of` leads to the ends of what somebody expects: growth of 3% to 4%; of a rise, or
    of what is raised, the second number is where it led."""
    if not lead.endswith(" of "):
        return False
    clause = lead[max(map(lead.rfind, (".", ";", ","))) + 1 : -4]
    if clause.rpartition(" ")[2] in words_in("kind.size"):
        return False
    return pattern(_MOVED).search(clause) is None


def _range(low: Reading, high: Reading) -> Reading:
    value = low.value or Decimal(0)
    if not low.exponent and high.exponent:
        value *= power(high.exponent)
    return Reading(
        low.start,
        high.number_end,
        high.end,
        value,
        high.unit or low.unit,
        high.value,
        high.exponent,
        kind=high.kind,
    )
