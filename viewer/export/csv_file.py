"""The figures as CSV (RFC 4180): UTF-8 with a byte order mark, which Excel asks for."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from viewer.export.columns import COLUMNS, column_headings
from viewer.export.context import Options, Takeaway, Watch
from viewer.export.rows import rows_of
from viewer.export.sanitize import harmless


def write(takeaway: Takeaway, options: Options, watch: Watch) -> bytes:
    """All figures, one a line, with a line of headings.

    Whether a figure agrees with the original stands in its own column, since a table for
    programs has no first page. Numbers have a point and no separators; changes have their sign,
    shares, computed ones too, are in percent. A text that a spreadsheet would compute begins with
    an apostrophe (`sanitize.harmless`).
    """
    return encoded([column_headings(takeaway.words), *_lines(takeaway, options, watch)])


def encoded(lines: Iterable[Sequence[str]]) -> bytes:
    """Lines of cells as a file; what is no number has been made `harmless` before."""
    out = io.StringIO(newline="")
    csv.writer(out, dialect="excel", lineterminator="\r\n").writerows(lines)
    return out.getvalue().encode("utf-8-sig")


def _lines(takeaway: Takeaway, options: Options, watch: Watch) -> Iterator[list[str]]:
    rows = rows_of(takeaway, options)
    for done, row in enumerate(rows):
        watch.step(done, len(rows))
        yield [_text(column.cell(row, takeaway.words)) for column in COLUMNS]


def _text(cell: str | Decimal | None) -> str:
    if cell is None:
        return ""
    return harmless(cell) if isinstance(cell, str) else _digits(cell)


def _digits(value: Decimal) -> str:
    """Exact digits, without a power of ten."""
    return f"{value:f}"
