"""Every production reads its examples, and none could go without one being read otherwise."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

import pytest

from viewer.model import Quantity
from viewer.quantities import scan
from viewer.quantities.english import number_reader as english
from viewer.quantities.english import unit_reader
from viewer.quantities.numbers import number_reader, rests
from viewer.quantities.numbers.productions import Production


class Table(NamedTuple):
    """A table of productions: how many rows it has, and the module that asks it, by which name."""

    rows: int
    module: Any
    name: str

    @property
    def productions(self) -> tuple[Production[Any, Any], ...]:
        found: tuple[Production[Any, Any], ...] = getattr(self.module, self.name)
        return found


TABLES = (
    Table(4, number_reader, "WHOLES"),
    Table(6, number_reader, "FIGURES"),
    Table(8, number_reader, "NUMERALS"),
    Table(6, rests, "RESTS"),
    Table(8, english, "NUMBERS"),
    Table(5, english, "DIGITS"),
    Table(1, unit_reader, "RESTS"),
)
"""The tables, with their rows counted so that none goes without being noticed."""
ROWS = [(table, row) for table in TABLES for row in table.productions]


def _read(example: str) -> tuple[str, Quantity | None]:
    """The words in square brackets, and the quantity that begins there."""
    text, _, _ = example.partition(" → ")
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "", 1).replace("]", "", 1)
    found = (one for one in scan(plain) if one.span.start == start)
    return plain[start:end], next(found, None)


def _is_right(example: str) -> bool:
    """Whether all of the words are read, with the value and the unit behind the arrow."""
    surface, found = _read(example)
    value, _, unit = example.partition(" → ")[2].partition(" ")
    if found is None or found.surface != surface:
        return False
    return found.value == (Decimal(value) if value else None) and found.unit == unit


@pytest.mark.parametrize("table", TABLES, ids=lambda one: f"{one.module.__name__}.{one.name}")
def test_no_production_goes_without_being_noticed(table: Table) -> None:
    assert len(table.productions) == table.rows
    assert len({row.id for _, row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("table", "row"), ROWS, ids=[row.id for _, row in ROWS])
def test_a_production_reads_its_examples_and_no_other_would(
    table: Table, row: Production[Any, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert row.examples
    assert [one for one in row.examples if not _is_right(one)] == []
    others = tuple(one for one in table.productions if one.id != row.id)
    monkeypatch.setattr(table.module, table.name, others)
    assert [one for one in row.examples if not _is_right(one)] != []
