from __future__ import annotations

from viewer.design import Role
from viewer.export.offscreen_app import page_style
from viewer.export.pdf.flow import Flow
from viewer.export.pdf.page_formats import A4
from viewer.export.pdf.page_model import Book, Lines
from viewer.export.pdf.paragraphs import Numbered
from viewer.export.pdf.tabular import set_tabular
from viewer.i18n import load
from viewer.model import Span
from viewer.rendering.typeset.paragraph_layout import Setter

TABLE = ("码头\t靠泊次数\t占比", "北码头\t2140\t44.5%", "渔港\t982\t20.4%")


def flow() -> Flow:
    return Flow(Book(A4), Setter(page_style(load("zh_CN")).faces), A4.frame, 0)


def placed(column: Flow) -> list[Lines]:
    return [one for one in column.book.pages[0].placed if isinstance(one, Lines)]


def test_cells_parted_by_tabs_stand_in_columns() -> None:
    column = flow()
    assert set_tabular(column, [(line, ()) for line in TABLE], A4.body)
    cells = placed(column)
    assert [cell.setting.text for cell in cells] == [
        cell for line in TABLE for cell in line.split("\t")
    ]
    lefts = [cell.left for cell in cells]
    assert lefts[0::3] == [A4.frame.left] * 3
    assert len(set(lefts[1::3])) == len(set(lefts[2::3])) == 1
    assert column.frame == A4.frame


def test_cells_parted_by_strokes_stand_in_columns_without_them() -> None:
    column = flow()
    rows = ["| Pier | Ships |", "| --- | --- |", "| North | 42 |"]
    assert set_tabular(column, [(line, ()) for line in rows], A4.body)
    assert [cell.setting.text for cell in placed(column)] == ["Pier", "Ships", "North", "42"]


def test_a_figure_of_a_cell_is_marked_in_its_cell() -> None:
    column = flow()
    at = TABLE[1].index("2140")
    figure = Numbered(Span(at, at + 4), 1, Role.SERIES_1, "calls")
    set_tabular(column, [(TABLE[0], ()), (TABLE[1], (figure,))], A4.body)
    (link,) = column.book.pages[0].links
    cell = next(one for one in placed(column) if one.setting.text == "2140")
    assert abs(link.frame.left - cell.left) < 5
    assert cell.top < link.frame.top < cell.top + A4.body.leading


def test_columns_that_do_not_go_side_by_side_are_left_to_be_a_paragraph() -> None:
    column = flow()
    assert not set_tabular(column, [("字" * 40 + "\t" + "字" * 40, ())], A4.body)
    assert placed(column) == []
