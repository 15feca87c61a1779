from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from viewer.export.context import CancelledError, Options, Takeaway, Watch
from viewer.export.xlsx import CELL_LIMIT, write
from viewer.model import Issue, Place, Severity

Make = Callable[..., Takeaway]


def figures(data: bytes, *, values: bool = False) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)["数字"]


def column(sheet: Worksheet, heading: str) -> list[object]:
    heads = [cell.value for cell in sheet[1]]
    index = heads.index(heading)
    return [row[index].value for row in sheet.iter_rows(min_row=2)]


def test_numbers_are_numbers_and_words_are_words(takeaway: Takeaway) -> None:
    sheet = figures(write(takeaway, Options(), Watch()))
    assert column(sheet, "数值") == [74, 56, 7, 0.27, 0.03, 0.8, 148000000, 102000000]
    assert column(sheet, "变化") == [None, None, None, 0.27, 0.03, None, None, None]
    assert column(sheet, "性质") == ["事实"] * 8
    assert {sheet.cell(row, 6).number_format for row in (5, 6, 7)} == {"0%"}
    assert column(sheet, "原文写法")[5] == "80% 以上"
    assert column(sheet, "引文")[0] == "申请类服务事项74 项"


def test_a_share_is_a_live_formula_over_the_cells_it_is_computed_from(takeaway: Takeaway) -> None:
    data = write(takeaway, Options(), Watch())
    assert column(figures(data), "占比%（推算）")[:3] == [None, "=F3/F2", "=F4/F2"]
    cached = column(figures(data, values=True), "占比%（推算）")[1]
    assert isinstance(cached, float)
    assert cached == pytest.approx(56 / 74)


def test_a_share_of_a_whole_in_a_section_left_out_is_a_plain_number(make: Make) -> None:
    section = make().briefing.sections[0]
    whole = replace(section, id="whole", metrics=section.metrics[1:2])
    rest = replace(section, metrics=(section.metrics[0], *section.metrics[2:]))
    data = write(make((whole, rest)), Options(sections=("service",)), Watch())
    assert column(figures(data), "占比%（推算）")[0] == pytest.approx(56 / 74)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "{=1}", "http://a.example"])
def test_no_text_becomes_a_formula_a_number_or_a_link(make: Make, text: str) -> None:
    section = replace(make().briefing.sections[0], title=text)
    cell = figures(write(make((section,)), Options(), Watch()))["B2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_control_characters_and_long_text_do_not_break_the_sheet(make: Make) -> None:
    section = replace(make().briefing.sections[0], title="a\x00\x1b\ud800" + "长" * 40_000)
    value = figures(write(make((section,)), Options(), Watch()))["B2"].value
    assert isinstance(value, str)
    assert value.startswith("a\ufffd\ufffd\ufffd长")
    assert len(value) == CELL_LIMIT


def test_the_first_sheet_says_what_does_not_agree(make: Make) -> None:
    issue = Issue("quote-missing", Severity.ERROR, Place(12, 3))
    book = openpyxl.load_workbook(io.BytesIO(write(make(issues=(issue,)), Options(), Watch())))
    assert book.sheetnames == ["不一致", "数字", "出处"]
    assert "第 12 行" in str(book["不一致"]["A2"].value)


def test_a_warning_is_no_disagreement(make: Make) -> None:
    issue = Issue("quote-missing", Severity.WARNING)
    book = openpyxl.load_workbook(io.BytesIO(write(make(issues=(issue,)), Options(), Watch())))
    assert book.sheetnames == ["数字", "出处"]


def test_the_same_input_gives_the_same_bytes(make: Make) -> None:
    assert write(make(), Options(), Watch()) == write(make(), Options(), Watch())


def test_stops_when_it_is_no_longer_wanted(takeaway: Takeaway) -> None:
    with pytest.raises(CancelledError):
        write(takeaway, Options(), Watch(cancelled=lambda: True))


def test_prints_all_columns_across_a_page_with_headings_on_each(takeaway: Takeaway) -> None:
    sheet = figures(write(takeaway, Options(), Watch()))
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.fitToWidth in {None, 1}  # one is what a file need not say
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"


def test_columns_are_as_wide_as_what_stands_in_them(takeaway: Takeaway) -> None:
    sheet = figures(write(takeaway, Options(), Watch()))
    sizes = sheet.column_dimensions.values()  # columns of one width side by side share an entry
    wide = {
        cell.value: next(size.width for size in sizes if size.min <= cell.column <= size.max)
        for cell in sheet[1]
    }
    assert wide["数值"] > len("148,000,000")
    assert wide["上限"] < 10  # empty
    assert wide["引文"] > wide["单位"]
    assert max(wide.values()) <= 42


def test_a_row_is_as_high_as_its_longest_text_wants(make: Make) -> None:
    section = make().briefing.sections[0]
    long = replace(section.metrics[1], label="很长的名称" * 12)
    metrics = (section.metrics[0], long, *section.metrics[2:])
    sheet = figures(write(make((replace(section, metrics=metrics),)), Options(), Watch()))
    high = {row[2].value: sheet.row_dimensions[row[0].row].height for row in sheet.iter_rows()}
    assert high[long.label] > 4 * 13
    assert high["DNA 提取率"] < 3 * 13
