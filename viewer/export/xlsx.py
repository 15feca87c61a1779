"""The figures as an Excel workbook; a share is a live formula, everything else a plain value."""

from __future__ import annotations

import io
from collections.abc import Mapping
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from viewer.briefing import Key
from viewer.export.columns import COLUMNS, Column, headings
from viewer.export.disagreements import disagreements
from viewer.export.letters import plain
from viewer.export.rows import Row, rows_of
from viewer.export.takeaway import Options, Takeaway, Watch

CELL_LIMIT = 32_767
"""Characters that one cell of Excel holds."""

_VALUE = next(i for i, column in enumerate(COLUMNS) if column.name == "value")
_TEXT_ONLY = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def write(takeaway: Takeaway, options: Options, watch: Watch) -> bytes:
    """A sheet of figures, after a sheet that says what does not agree, where something does not."""
    out = io.BytesIO()
    words = takeaway.words
    with xlsxwriter.Workbook(out, _TEXT_ONLY) as book:
        book.set_properties(_properties(takeaway))
        formats = _formats(book)
        wrong = disagreements(takeaway)
        if wrong:
            _write_wrong(book.add_worksheet(words("export.sheet.wrong")), wrong, formats)
        sheet = book.add_worksheet(words("export.sheet.figures"))
        _write_figures(sheet, takeaway, options, watch, formats)
        _write_source(book.add_worksheet(words("export.sheet.source")), takeaway, formats)
    return out.getvalue()


def _properties(takeaway: Takeaway) -> dict[str, object]:
    briefing = takeaway.briefing
    return {
        "title": plain(briefing.title),
        "author": plain("、".join(briefing.source.authors)),
        "created": takeaway.stamp.replace(tzinfo=None),
    }


def _formats(book: xlsxwriter.Workbook) -> dict[str, Format]:
    top = {"valign": "top"}
    return {
        "head": book.add_format({"bold": True, "bottom": 1, "bg_color": "#EEF1F6", **top}),
        "text": book.add_format({"text_wrap": True, **top}),
        "whole": book.add_format({"num_format": "#,##0", **top}),
        "decimal": book.add_format({"num_format": "#,##0.0#####", **top}),
        "share": book.add_format({"num_format": "0.0%", "italic": True, **top}),
        "wrong": book.add_format({"text_wrap": True, "font_color": "#A61C1C", **top}),
    }


def _write_wrong(sheet: Worksheet, wrong: tuple[str, ...], formats: Mapping[str, Format]) -> None:
    sheet.set_column(0, 0, 100)
    for line, text in enumerate(wrong):
        _string(sheet, (line, 0), text, formats["wrong"])


def _write_source(sheet: Worksheet, takeaway: Takeaway, formats: Mapping[str, Format]) -> None:
    sheet.set_column(0, 0, 100)
    briefing = takeaway.briefing
    source = briefing.source
    said = (
        briefing.title,
        source.headline,
        source.publication,
        source.page,
        source.date,
        "、".join(source.authors),
        source.link,
        source.note,
    )
    for line, text in enumerate(filter(None, said)):
        _string(sheet, (line, 0), text, formats["text"])


def _write_figures(
    sheet: Worksheet,
    takeaway: Takeaway,
    options: Options,
    watch: Watch,
    formats: Mapping[str, Format],
) -> None:
    rows = rows_of(takeaway, options)
    for index, (column, heading) in enumerate(zip(COLUMNS, headings(takeaway.words), strict=True)):
        sheet.set_column(index, index, column.width)
        sheet.write_string(0, index, heading, formats["head"])
    lines = {row.key: line for line, row in enumerate(rows, start=1)}
    for line, row in enumerate(rows, start=1):
        watch.step(line - 1, len(rows))
        for index, column in enumerate(COLUMNS):
            if column.name == "share":
                _share(sheet, (line, index), row, lines, formats["share"])
            else:
                _cell(sheet, (line, index), column, row, takeaway, formats)
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, max(1, len(rows)), len(COLUMNS) - 1)


def _cell(
    sheet: Worksheet,
    at: tuple[int, int],
    column: Column,
    row: Row,
    takeaway: Takeaway,
    formats: Mapping[str, Format],
) -> None:
    cell = column.cell(row, takeaway.words)
    if isinstance(cell, Decimal):
        shown = formats["whole" if cell == cell.to_integral_value() else "decimal"]
        sheet.write_number(*at, float(cell), shown)
    elif cell:
        _string(sheet, at, cell, formats["text"])


def _share(
    sheet: Worksheet,
    at: tuple[int, int],
    row: Row,
    lines: Mapping[Key, int],
    shown: Format,
) -> None:
    """A formula over the two cells that the share is computed from, with its value beside."""
    if row.share is None:
        return
    part, whole = lines.get(row.share.part), lines.get(row.share.whole)
    if part is None or whole is None:  # the whole stands in a section that was not chosen
        sheet.write_number(*at, float(row.share.ratio), shown)
        return
    letter = chr(ord("A") + _VALUE)
    formula = f"={letter}{part + 1}/{letter}{whole + 1}"
    sheet.write_formula(*at, formula, shown, float(row.share.ratio))


def _string(sheet: Worksheet, at: tuple[int, int], text: str, shown: Format) -> None:
    text = plain(text)
    if len(text) > CELL_LIMIT:
        text = text[: CELL_LIMIT - 1] + "…"
    sheet.write_string(*at, text, shown)
