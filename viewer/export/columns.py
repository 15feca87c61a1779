"""The columns of the table of figures that CSV and XLSX share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from viewer.export.rows import Row
from viewer.i18n import Words
from viewer.model import Standing


@dataclass(frozen=True, slots=True)
class TableColumn:
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


COLUMNS: tuple[TableColumn, ...] = (
    TableColumn("number", lambda row, _: Decimal(row.number), 8),
    TableColumn("section", lambda row, _: row.section.title, 22),
    TableColumn("label", lambda row, _: row.metric.label, 24),
    TableColumn("period", lambda row, _: row.period, 12),
    TableColumn("written", lambda row, _: row.written, 16),
    TableColumn("value", lambda row, _: row.value, 20, measured=True),
    TableColumn("change", lambda row, _: row.change, 14, measured=True),
    TableColumn("high", lambda row, _: row.high, 16, measured=True),
    TableColumn("unit", lambda row, _: row.metric.unit, 12),
    TableColumn("kind", _kind, 12),
    TableColumn("qualifier", _qualifier, 10),
    TableColumn("standing", _standing, 10),
    TableColumn("base", lambda row, _: row.base, 16),
    TableColumn("share", lambda row, _: row.share.percent if row.share else None, 14),
    TableColumn("formula", lambda row, _: row.share.formula if row.share else "", 24),
    TableColumn("quote", lambda row, _: row.quote, 40),
    TableColumn("paragraph", lambda row, _: _counted(row.paragraph), 11),
    TableColumn("character", lambda row, _: _counted(row.character), 11),
    TableColumn("agreement", _agreement, 14),
    TableColumn("key", lambda row, _: row.key, 20),
)


def column_headings(words: Words) -> tuple[str, ...]:
    """The heading of each column."""
    return tuple(words(f"export.column.{column.name}") for column in COLUMNS)


def _counted(number: int) -> Decimal | None:
    return Decimal(number) if number else None
