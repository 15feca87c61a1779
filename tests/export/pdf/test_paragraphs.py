from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.budget import examples
from viewer.design import Role
from viewer.export.offscreen_app import page_style
from viewer.export.pdf.flow import Flow
from viewer.export.pdf.page_formats import A4
from viewer.export.pdf.page_model import Book, FilledRectangle, Lines
from viewer.export.pdf.paragraphs import WIDOW, Numbered, RowCell, set_paragraph, set_row
from viewer.i18n import load
from viewer.model import Span
from viewer.rendering.typeset.paragraph_layout import Setter, Setting, units_before


def flow() -> Flow:
    return Flow(Book(A4), Setter(page_style(load("en")).faces), A4.frame, 0)


def placed(book: Book) -> list[list[Lines]]:
    return [[one for one in page.placed if isinstance(one, Lines)] for page in book.pages]


@given(st.lists(st.integers(1, 3000), min_size=1, max_size=12))
@examples(8)
def test_each_line_stands_once_inside_the_frame_and_none_alone(lengths: list[int]) -> None:
    column = flow()
    for number, length in enumerate(lengths):
        set_paragraph(column, f"{number}" + "字" * length, A4.body)
    seen: dict[Setting, int] = {}
    for lines in (lines for page in placed(column.book) for lines in page):
        assert lines.first == seen.get(lines.setting, 0)
        seen[lines.setting] = lines.last
        whole = column.setter.count(lines.setting)
        assert lines.last - lines.first >= min(WIDOW, whole)
        bottom = lines.top + (lines.last - lines.first) * lines.setting.type.leading
        assert A4.frame.top <= lines.top
        assert bottom <= A4.frame.bottom + 1
    assert all(column.setter.count(setting) == last for setting, last in seen.items())
    assert len(seen) == len(lengths)


def test_a_row_higher_than_a_page_goes_on_where_it_left_off() -> None:
    column = flow()
    set_row(column, (RowCell("字" * 9000, A4.small, 0.5), RowCell("短", A4.small, 0.5)))
    parts = [lines for page in placed(column.book) for lines in page if len(lines.setting.text) > 1]
    assert len(column.book.pages) > 1
    assert [part.first for part in parts[1:]] == [part.last for part in parts[:-1]]


def test_a_figure_over_a_line_break_is_underlined_on_both_lines_and_numbered_once() -> None:
    column = flow()
    text = "字" * 38 + "12345678901234567890 项" + "字" * 20
    figure = Numbered(Span(38, 60), 7, Role.SERIES_1, "key")
    set_paragraph(column, text, A4.body, (figure,))
    page = column.book.pages[0]
    assert sum(isinstance(one, FilledRectangle) for one in page.placed) == len(page.links) >= 1
    assert [one.setting.text for one in page.over if isinstance(one, Lines)] == ["7"]


@given(st.text(), st.integers(0, 50))
def test_offsets_count_as_qt_does(text: str, offset: int) -> None:
    wide = sum(ord(character) > 0xFFFF for character in text[:offset])
    assert units_before(text, offset) == len(text[:offset]) + wide
