"""Reads exports back: what each of them says of every figure, by the figure's key."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import openpyxl
from markdown_it import MarkdownIt
from pptx import Presentation
from pptx.oxml.ns import qn

from viewer.export import chart_images, csv_file, json_file, markdown, xlsx
from viewer.export.context import Options, Takeaway, Watch
from viewer.export.html import write as html_file
from viewer.export.pptx import write as pptx_file
from viewer.export.rows import rows_of
from viewer.export.scenes import chart_id, scenes_of

C15 = "{http://schemas.microsoft.com/office/drawing/2012/chart}"


@dataclass(frozen=True)
class Stated:
    """What a table for programs says of a figure: numbers, and its own words for the rest."""

    value: Decimal
    change: Decimal | None
    qualifier: str
    standing: str


def tight(text: str) -> str:
    """`text` without white space: where lines break is the affair of each surface."""
    return "".join(text.split())


_written: dict[Any, bytes] = {}
_of: list[Takeaway] = []


def written(write: Callable[[Takeaway, Options, Watch], bytes], takeaway: Takeaway) -> bytes:
    """What an export writes; made once for the takeaway that was asked for last."""
    if not _of or _of[0] is not takeaway:
        _of[:] = [takeaway]
        _written.clear()
    if write not in _written:
        _written[write] = write(takeaway, Options(), Watch())
    return _written[write]


def stated_in_csv(takeaway: Takeaway) -> dict[str, Stated]:
    data = csv_file.write(takeaway, Options(), Watch()).decode("utf-8-sig")
    return {
        row["标识"]: Stated(
            Decimal(row["数值"]),
            Decimal(row["变化"]) if row["变化"] else None,
            row["程度"],
            row["性质"],
        )
        for row in csv.DictReader(io.StringIO(data, newline=""))
    }


def stated_in_xlsx(takeaway: Takeaway) -> dict[str, Stated]:
    book = openpyxl.load_workbook(io.BytesIO(xlsx.write(takeaway, Options(), Watch())))
    sheet = book["数字"]
    heads = {cell.value: cell.column for cell in sheet[1]}

    def number(row: int, name: str) -> Decimal | None:
        cell = sheet.cell(row, heads[name])
        if cell.value is None:
            return None
        times = 100 if cell.number_format.endswith("%") else 1
        return (Decimal(str(cell.value)) * times).normalize()

    return {
        sheet.cell(row, heads["标识"]).value: Stated(
            number(row, "数值") or Decimal(0),
            number(row, "变化"),
            sheet.cell(row, heads["程度"]).value,
            sheet.cell(row, heads["性质"]).value,
        )
        for row in range(2, sheet.max_row + 1)
    }


def stated_in_json(takeaway: Takeaway) -> dict[str, Stated]:
    data = json.loads(json_file.write(takeaway, Options(), Watch()), parse_float=Decimal)
    return {
        one["key"]: Stated(
            Decimal(one["value"] if one["change"] is None else one["change"]),
            None if one["change"] is None else Decimal(one["change"]),
            one["qualifier"],
            one["standing"],
        )
        for section in data["sections"]
        for one in section["figures"]
    }


def page_of(takeaway: Takeaway) -> str:
    return written(html_file.write, takeaway).decode()


def deck_of(takeaway: Takeaway) -> Any:
    return Presentation(io.BytesIO(written(pptx_file.write, takeaway)))


def shown_in_html(takeaway: Takeaway, page: str) -> dict[str, str]:
    """The value in the table of the page."""
    cells = re.findall(r'<tr id="r(\d+)".*?<td class="value"[^>]*>(.*?)</td>', page, re.DOTALL)
    return _by_key(takeaway, {int(n): html.unescape(re.sub("<[^>]*>", "", c)) for n, c in cells})


def voiced_in_html(takeaway: Takeaway, page: str) -> dict[str, list[str]]:
    """What the links over the marks of the page's charts are called."""
    keys = {row.number: row.key for row in rows_of(takeaway)}
    found: dict[str, list[str]] = {}
    for number, name in re.findall(r'data-f="(\d+)" aria-label="([^"]*)"', page):
        found.setdefault(keys[int(number)], []).append(html.unescape(name))
    return found


def shown_in_markdown(takeaway: Takeaway) -> dict[str, str]:
    page = (
        MarkdownIt("commonmark")
        .enable("table")
        .render(markdown.write(takeaway, Options(), Watch()).decode())
    )
    rows = (
        [
            html.unescape(re.sub("<[^>]*>", "", cell))
            for cell in re.findall(r"<td.*?>(.*?)</td>", row)
        ]
        for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)
    )
    figures = (cells for cells in rows if cells and cells[0].isdecimal())  # not the report's own
    return _by_key(takeaway, {int(cells[0]): cells[2] for cells in figures})


def shown_in_svg(takeaway: Takeaway) -> dict[str, str]:
    """All words of the picture of each chart, under the keys that it shows."""
    found: dict[str, str] = {}
    for section in takeaway.briefing.sections:
        for scene in scenes_of(takeaway, section):
            options = Options(charts=(chart_id(section, scene),))
            drawn = chart_images.write_svg(takeaway, options, Watch()).decode()
            words = html.unescape(tight("".join(re.findall(r"<text[^>]*>(.*?)</text>", drawn))))
            for key in scene.by_key:
                found[key] = found.get(key, "") + words
    return found


def shown_in_pptx(deck: Any) -> list[str]:
    """Every label, number and cell of the slides, in order."""
    found: list[str] = []
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_chart:
                found += labels_of(shape.chart)
            elif shape.has_table:
                found += [cell.text for row in shape.table.rows for cell in row.cells]
            elif shape.has_text_frame:
                found += [paragraph.text for paragraph in shape.text_frame.paragraphs]
    return [tight(text) for text in found]


def labels_of(chart: Any) -> list[str]:
    """What the labels of a native chart read, by its numbers and formats or by its cells."""
    return [label for one in chart.plots[0].series for label in labels_in(one).values() if label]


def labels_in(series: Any) -> dict[int, str]:
    """The label of each point of a series that has one."""
    values = list(series.values)
    cached = [one.text for one in series._element.iter(qn("c:v")) if _of_range(one)]
    found: dict[int, str] = {}
    for label in series._element.iter(qn("c:dLbl")):
        index = int(label.find(qn("c:idx")).get("val"))
        format_ = label.find(qn("c:numFmt"))
        code = None if format_ is None else format_.get("formatCode")
        found[index] = cached[index] if code is None else formatted(code, values[index])
    return found


def _of_range(element: Any) -> bool:
    return any(one.tag == f"{C15}dlblRangeCache" for one in element.iterancestors())


def formatted(format_: str, value: float) -> str:
    """`value` as a spreadsheet shows it: sections by sign, quoted words, digits and percent."""
    sections = re.findall(r'(?:"[^"]*"|\\.|[^;"\\])+', format_)
    place = 1 if value < 0 and len(sections) > 1 else 2 if value == 0 and len(sections) > 2 else 0
    out, number = "", Decimal(repr(abs(value)))
    tokens = re.findall(r'"([^"]*)"|\\(.)|([#,0]+(?:\.0+)?%?)', sections[place])
    for quoted, escaped, digits in tokens:
        if digits:
            scaled = number * 100 if digits.endswith("%") else number
            places = len(digits.rstrip("%").partition(".")[2])
            shown = f"{scaled:,.{places}f}" if "," in digits else f"{scaled:.{places}f}"
            out += shown + "%" * digits.endswith("%")
        out += quoted or escaped
    return out


def _by_key(takeaway: Takeaway, by_number: Mapping[int, str]) -> dict[str, str]:
    return {row.key: by_number[row.number] for row in rows_of(takeaway)}
