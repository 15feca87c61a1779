"""A number cell of a table as a quantity: the header says unit and kind, the reading the value."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from viewer.model import Quantity, Span
from viewer.quantities.numbers.notation import MOST_DIGITS
from viewer.quantities.numbers.numerals import power
from viewer.quantities.numbers.reading import Reading
from viewer.quantities.regex_cache import pattern
from viewer.quantities.tables.flattened import Cell
from viewer.quantities.vocabulary import any_of

OWN_UNIT = ("", "%")
_LOST = f"{any_of('zh', 'sign.loss')}|{any_of('en', 'sign.loss')}"
_EARNED = r"\b(?:profit|income|earnings|gain|surplus|inflow)s?\b|利润|盈利|收益|盈余|结余|损益|流入"
"""What makes of a row one of earnings that may be a loss: Profit or loss."""
_SIGNS_BEFORE = 3
_BESIDE_DIGITS = str.maketrans("", "", "USHK$£€¥ ,，")
"""What stands in a cell's number beside its digits: also after a sign (`-$5`), or last (`1,`)."""


def cell_at(folded: str, at: int, cells: Mapping[int, Cell]) -> Cell | None:
    """The cell whose first digit stands at `at`, with or without a sign before it."""
    if not cells:
        return None
    cell = cells.get(at)
    back = at
    while cell is None and back and at - back < _SIGNS_BEFORE and folded[back - 1] in "+-$£€¥ (（":
        back -= 1
        cell = cells.get(back)
    return None if cell is None or cell.worded else cell


def reading_of(cell: Cell, folded: str) -> Reading:
    """The number that fills a cell, read without a look at what stands around it."""
    written = folded[cell.start : cell.end].removeprefix("+")
    bare = written.removesuffix("%").translate(_BESIDE_DIGITS)
    value = Decimal(bare) if len(bare) <= MOST_DIGITS else None
    return Reading(cell.start, cell.end, cell.end, value, "%" if written.endswith("%") else "")


def in_cell(cell: Cell | None, reading: Reading) -> bool:
    """Whether the table decides what the number is: not where it carries a unit of its own."""
    if cell is None or cell.worded or reading.exponent:
        return False
    return reading.unit in OWN_UNIT or reading.unit == cell.unit


def _is_below(cell: Cell, text: str) -> bool:
    """Whether brackets around a cell are a minus: in the row of a loss they hold its size."""
    opened = text[cell.start - 1 : cell.start] in tuple("(（")
    closed = text[cell.end : cell.end + 1] in tuple(")）")
    row = cell.row.lower()
    lost = pattern(_LOST).search(row) and not pattern(_EARNED).search(row)
    return opened and closed and not lost


def quantity_in(cell: Cell, text: str, reading: Reading) -> Quantity:
    """The number of a table's cell, in the unit that its header gives."""
    value = reading.value
    if reading.kind is not None:
        digits = text[cell.start : cell.end].strip()
        value = power(0) * int(digits) if digits.isdecimal() else None
    if value is not None:
        value *= power(cell.exponent)
        value = -value if _is_below(cell, text) else value
    span = Span(reading.start, reading.end)
    return Quantity(
        span,
        span,
        text[span.start : span.end],
        value,
        cell.unit,
        cell.kind,
        is_metric=True,
        rule="table",
    )
