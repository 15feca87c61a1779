"""The columns of the table of figures that CSV and XLSX share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from viewer.export.rows import Row
from viewer.i18n import Words
from viewer.model import Standing


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `export.column.<name>` is its heading, `width` the digits that it is wide at
    most on a sheet; `measured` marks numbers in the unit of the figure."""

    name: str
    cell: Callable[[Row, Words], str | Decimal | None]
    width: int = 12
    measured: bool = False


def _kind(row: Row, words: Words) -> str:
    return words(f"export.kind.{row.kind.value}")


def _qualifier(row: Row, words: Words) -> str:
    return words(f"export.qualifier.{row.qualifier.value}")


def _agreement(row: Row, words: Words) -> str:
    return words(f"export.agreement.{row.agreement.value}")


def _standing(row: Row, words: Words) -> str:
    fact = row.standing is Standing.FACT
    return words("export.fact" if fact else f"chart.standing-{row.standing.value}")


COLUMNS: tuple[Column, ...] = (
    Column("number", lambda row, _: Decimal(row.number), 8),
    Column("section", lambda row, _: row.section.title, 22),
    Column("label", lambda row, _: row.metric.label, 24),
    Column("period", lambda row, _: row.period, 12),
    Column("written", lambda row, _: row.written, 16),
    Column("value", lambda row, _: row.value, 20, measured=True),
    Column("change", lambda row, _: row.change, 14, measured=True),
    Column("high", lambda row, _: row.high, 16, measured=True),
    Column("unit", lambda row, _: row.metric.unit, 12),
    Column("kind", _kind, 12),
    Column("qualifier", _qualifier, 10),
    Column("standing", _standing, 10),
    Column("base", lambda row, _: row.base, 16),
    Column("share", lambda row, _: row.share.percent if row.share else None, 14),
    Column("formula", lambda row, _: row.share.formula if row.share else "", 24),
    Column("quote", lambda row, _: row.quote, 40),
    Column("paragraph", lambda row, _: _counted(row.paragraph), 11),
    Column("character", lambda row, _: _counted(row.character), 11),
    Column("agreement", _agreement, 14),
    Column("key", lambda row, _: row.key, 20),
)


def headings(words: Words) -> tuple[str, ...]:
    """The heading of each column."""
    return tuple(words(f"export.column.{column.name}") for column in COLUMNS)


def _counted(number: int) -> Decimal | None:
    return Decimal(number) if number else None
