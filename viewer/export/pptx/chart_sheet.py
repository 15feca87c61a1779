"""The spreadsheet inside a chart: what PowerPoint opens when the data are edited.

The library writes it with a writer of its own, which takes a text that begins with `=` for a
formula and an address for a link. Here every text is a text, and the only formulas are ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from xlsxwriter import Workbook

from viewer.export.sanitize import TEXT_CELLS

_Data: Any = CategoryChartData
_Writer: Any = CategoryWorkbookWriter
Cell = tuple[int, int]
"""Row and column, from 0: the first row holds the names, the first column the categories."""


@dataclass(frozen=True, slots=True)
class CellFormula:
    """A formula of ours, never with words of a report in it, and the value that it has now."""

    text: str
    value: float | str


@dataclass(frozen=True, slots=True)
class Filled:
    """A cell beyond the plain values of the series: in a format, or with more to read."""

    content: CellFormula | float | str
    format: str = "General"


class ChartData(_Data):  # type: ignore[misc]
    """The data of a chart, with cells of its sheet that are more than values."""

    def __init__(self, cells: Mapping[Cell, Filled], number_format: str = "General") -> None:
        super().__init__(number_format)
        self.cells = cells

    @property
    def _workbook_writer(self) -> Any:
        return _SafeWriter(self)


class _SafeWriter(_Writer):  # type: ignore[misc]
    @contextmanager
    def _open_worksheet(self, xlsx_file: Any) -> Iterator[tuple[Any, Any]]:
        with Workbook(xlsx_file, {"in_memory": True, **TEXT_CELLS}) as book:
            yield book, book.add_worksheet()

    def _populate_worksheet(self, workbook: Any, worksheet: Any) -> None:
        super()._populate_worksheet(workbook, worksheet)
        for at, cell in self._chart_data.cells.items():
            shown = workbook.add_format({"num_format": cell.format})
            if isinstance(cell.content, CellFormula):
                worksheet.write_formula(*at, cell.content.text, shown, cell.content.value)
            elif isinstance(cell.content, str):
                worksheet.write_string(*at, cell.content, shown)
            else:
                worksheet.write_number(*at, cell.content, shown)


def place(at: Cell, *, fixed: bool = False) -> str:
    """What a formula calls a cell: `B2`, or `$B$2`."""
    letter = _Writer._column_reference(at[1] + 1)
    return f"${letter}${at[0] + 1}" if fixed else f"{letter}{at[0] + 1}"


def column_range(column: int, rows: int) -> str:
    """The cells beneath the head of a column, as a chart names them."""
    return f"Sheet1!{place((1, column), fixed=True)}:{place((rows, column), fixed=True)}"
