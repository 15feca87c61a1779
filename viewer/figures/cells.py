"""A number cell of a table as a quantity: the header says unit and kind, the reading the value."""

from __future__ import annotations

from viewer.briefing import Quantity, Span
from viewer.figures.numerals import power
from viewer.figures.reading import Reading
from viewer.figures.tables import Cell

OWN_UNIT = ("", "%")


def in_cell(cell: Cell | None, reading: Reading) -> bool:
    """Whether the table decides what the number is: not where it carries a unit of its own."""
    return cell is not None and not reading.exponent and reading.unit in OWN_UNIT


def quantity_in(cell: Cell, text: str, reading: Reading) -> Quantity:
    """The number of a table's cell, in the unit that its header gives."""
    value = reading.value
    if reading.kind is not None:
        digits = text[cell.start : cell.end].strip()
        value = power(0) * int(digits) if digits.isdecimal() else None
    if value is not None:
        value *= power(cell.exponent)
    span = Span(reading.start, reading.end)
    return Quantity(
        span, span, text[span.start : span.end], value, cell.unit, cell.kind, is_metric=True
    )
