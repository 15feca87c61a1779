"""The figures as an Excel workbook; a share is a live formula, everything else a plain value."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import ceil

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from viewer.export.columns import COLUMNS, TableColumn, column_headings
from viewer.export.context import Options, Takeaway, Watch
from viewer.export.error_banner import disagreements
from viewer.export.relation_table import HEADS, relation_line, relation_rows
from viewer.export.rows import Row, rows_of
from viewer.export.sanitize import TEXT_CELLS, plain
from viewer.export.scenes import agreement_line
from viewer.model import Key, Verdict

CELL_LIMIT = 32_767
"""Characters that one cell of Excel holds."""

FACE = "Arial"
"""One face for numbers and words, so that they stand on one line; hanzi come from the system's."""
A4 = 9
LINE, MOST_LINES = 13.5, 12
"""Points of a line of text, and lines that a row shows at most."""

_VALUE = next(i for i, column in enumerate(COLUMNS) if column.name == "value")


def write(takeaway: Takeaway, options: Options, watch: Watch) -> bytes:
    """A sheet of figures, after a sheet that says what does not agree, where something does not."""
    out = io.BytesIO()
    words = takeaway.words
    with xlsxwriter.Workbook(out, {"in_memory": True, **TEXT_CELLS}) as book:
        book.set_properties(_properties(takeaway))
        formats = _formats(book)
        wrong = disagreements(takeaway)
        if wrong:
            _write_wrong(book.add_worksheet(words("export.sheet.wrong")), wrong, formats)
        sheet = book.add_worksheet(words("export.sheet.figures"))
        _write_figures(sheet, takeaway, options, watch, formats)
        _write_relations(book, takeaway, options, formats)
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
    top = {"valign": "vcenter", "font_name": FACE, "font_size": 10}
    head = {"bold": True, "bottom": 1, "bg_color": "#EEF1F6", "text_wrap": True, **top}
    return {
        "head": book.add_format({"indent": 1, **head}),
        "head-number": book.add_format({"align": "right", **head}),
        "text": book.add_format({"text_wrap": True, "indent": 1, **top}),
        "whole": book.add_format({"num_format": "#,##0", **top}),
        "decimal": book.add_format({"num_format": "#,##0.0#####", **top}),
        "percent": book.add_format({"num_format": "0.######%", **top}),
        "percent-whole": book.add_format({"num_format": "0%", **top}),
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
        agreement_line(takeaway),
        relation_line(takeaway),
    )
    for line, text in enumerate(dict.fromkeys(filter(None, said))):
        _string(sheet, (line, 0), text, formats["text"])


_RELATION_WIDTHS = (8, 22, 30, 44, 44, 30)


def _write_relations(
    book: xlsxwriter.Workbook, takeaway: Takeaway, options: Options, formats: Mapping[str, Format]
) -> None:
    """A sheet of every relation that was recomputed, where there are some."""
    rows = relation_rows(takeaway, options)
    if not rows:
        return
    sheet = book.add_worksheet(takeaway.words("export.sheet.relations"))
    for index, (name, width) in enumerate(zip(HEADS, _RELATION_WIDTHS, strict=True)):
        sheet.set_column(index, index, width)
        shown = formats["head-number" if name == "number" else "head"]
        _string(sheet, (0, index), takeaway.words(f"export.column.{name}"), shown)
    for line, row in enumerate(rows, start=1):
        cells = (row.section, row.rule, "\n".join(row.named), row.formula, row.said)
        sheet.write_number(line, 0, row.number, formats["whole"])
        bad = row.verdict is Verdict.DISAGREES
        for index, text in enumerate(cells, start=1):
            shown = formats["wrong" if bad and index == len(cells) else "text"]
            _string(sheet, (line, index), text, shown)
        lines = (
            ceil(_letters(text) / width)
            for text, width in zip(cells, _RELATION_WIDTHS[1:], strict=True)
        )
        sheet.set_row(line, LINE * min(max(len(row.named), *lines), MOST_LINES))
    _set_paper(sheet)
    sheet.freeze_panes(1, 1)


def _write_figures(
    sheet: Worksheet,
    takeaway: Takeaway,
    options: Options,
    watch: Watch,
    formats: Mapping[str, Format],
) -> None:
    rows = rows_of(takeaway, options)
    wide = [0.0] * len(COLUMNS)
    for index, (column, heading) in enumerate(
        zip(COLUMNS, column_headings(takeaway.words), strict=True)
    ):
        cells = [column.cell(row, takeaway.words) for row in rows]
        numbers = any(isinstance(cell, Decimal) for cell in cells)
        wide[index] = _width(column, heading, cells)
        sheet.set_column(index, index, wide[index])
        sheet.write_string(0, index, heading, formats["head-number" if numbers else "head"])
    lines = {row.key: line for line, row in enumerate(rows, start=1)}
    for line, row in enumerate(rows, start=1):
        watch.step(line - 1, len(rows))
        sheet.set_row(line, LINE * _lines(row, takeaway, wide) + 3)
        for index, column in enumerate(COLUMNS):
            if column.name == "share":
                _share(sheet, (line, index), row, lines, formats["share"])
            else:
                _cell(sheet, (line, index), column, row, takeaway, formats)
    _set_paper(sheet)
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, max(1, len(rows)), len(COLUMNS) - 1)


def _width(column: TableColumn, heading: str, cells: Sequence[str | Decimal | None]) -> float:
    """As wide as what stands in a column wants, and no wider than it may be; longer text wraps."""
    said = (f"{cell:,f}" if isinstance(cell, Decimal) else cell or "" for cell in cells)
    longest = max((_letters(text[: 2 * column.width]) for text in said), default=0)
    # The arrow of the filter stands beside the heading.
    return min(max(longest + 3, _letters(heading) + 3.5, 6.0), float(column.width))


def _lines(row: Row, takeaway: Takeaway, wide: Sequence[float]) -> int:
    """How many lines of text a row wants, for a program that does not look by itself."""
    said = (column.cell(row, takeaway.words) for column in COLUMNS)
    needs = (
        ceil(_letters(cell[:2000]) / width)
        for cell, width in zip(said, wide, strict=True)
        if isinstance(cell, str) and cell
    )
    return min(max(needs, default=1), MOST_LINES)


def _letters(text: str) -> float:
    """How many digits wide a text is, a hanzi being two."""
    return sum(2.0 if ord(character) > 0x2E7F else 1.1 for character in text)


def _set_paper(sheet: Worksheet) -> None:
    """On paper: A4 on its side, all columns across one page, the headings on every page."""
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&8&A&R&8&P / &N")


def _cell(
    sheet: Worksheet,
    at: tuple[int, int],
    column: TableColumn,
    row: Row,
    takeaway: Takeaway,
    formats: Mapping[str, Format],
) -> None:
    cell = column.cell(row, takeaway.words)
    if isinstance(cell, Decimal):
        _number(sheet, at, cell, formats, percent=column.measured and row.metric.unit in "%％")
    elif cell:
        _string(sheet, at, cell, formats["text"])


def _number(
    sheet: Worksheet,
    at: tuple[int, int],
    value: Decimal,
    formats: Mapping[str, Format],
    *,
    percent: bool,
) -> None:
    """A number as itself; a percentage as what Excel holds it for, 0.83 shown as 83%."""
    whole = value == value.to_integral_value()
    if percent:
        shown = formats["percent-whole" if whole else "percent"]
        sheet.write_number(*at, float(value / 100), shown)
    else:
        sheet.write_number(*at, float(value), formats["whole" if whole else "decimal"])


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
