"""Charts beside the words of a slide: in the right column, beneath the words, then in both."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from tests.export.test_scenes import sixty
from viewer.chart import Form, Scene
from viewer.design import Role
from viewer.export.context import Options, Takeaway, Watch
from viewer.export.offscreen_app import page_style
from viewer.export.pdf.flow import Beside, Flow
from viewer.export.pdf.page_formats import WIDE
from viewer.export.pdf.page_model import Book, ChartOnPage, Lines
from viewer.export.pdf.printing import book_of
from viewer.i18n import load
from viewer.model import Chart, Passage, Section
from viewer.rendering.typeset.paragraph_layout import Setter

Make = Callable[..., Takeaway]
SCENE = Scene("one", Form.BAR, "", "", (), Role.SERIES_1)


def beside(written: float) -> Beside:
    """A flow of charts beside words that take so many units of the left column."""
    setter = Setter(page_style(load("en")).faces)
    words = Flow(Book(WIDE), setter, WIDE.columns[0], 0)
    words.y += written
    return Beside(words.book, setter, WIDE.columns[1], words, 0)


@given(
    st.lists(st.floats(200, WIDE.frame.height), min_size=1, max_size=9),
    st.floats(0, WIDE.frame.height),
)
def test_no_chart_leaves_its_page_or_lies_on_another_or_on_the_words(
    heights: list[float], written: float
) -> None:
    charts = beside(written)
    for height in heights:
        charts.chart(SCENE, (2000, height), 500)
    placed = [
        (number, one.frame)
        for number, page in enumerate(charts.book.pages)
        for one in page.placed
        if isinstance(one, ChartOnPage)
    ]
    assert len(placed) == len(heights)
    for at, (number, frame) in enumerate(placed):
        assert WIDE.frame.top <= frame.top
        assert frame.bottom <= WIDE.frame.bottom + 1
        if number == 0 and frame.left == WIDE.columns[0].left:
            assert frame.top >= WIDE.frame.top + written - 1
        for other, beside_it in placed[:at]:
            apart = frame.top >= beside_it.bottom - 1 or frame.bottom <= beside_it.top + 1
            assert other != number or frame.left != beside_it.left or apart


def test_a_third_chart_stands_beneath_short_words() -> None:
    charts = beside(800)
    places = [charts.chart(SCENE, (2000, 2000), 500) for _ in range(3)]
    assert len(charts.book.pages) == 1
    assert [place.left for place in places] == [WIDE.columns[1].left] * 2 + [WIDE.columns[0].left]


def test_what_comes_after_the_charts_of_a_further_page_stands_under_them() -> None:
    charts = beside(4000)
    for _ in range(3):
        charts.chart(SCENE, (2000, 2000), 500)
    after = charts.after()
    assert after.page_number == 1
    assert after.y == WIDE.frame.top + 2000
    alone = beside(800)
    alone.chart(SCENE, (2000, 2000), 500)
    assert alone.after().page_number == 1


def test_charts_on_a_further_page_share_its_columns(make: Make) -> None:
    words = Passage("字" * 700 + "\n\n" + sixty().passage.text)
    ids = [metric.id for metric in sixty().metrics]
    rows = (Chart(f"第 {at} 组", tuple(ids[at : at + 8]), "cards") for at in range(0, 48, 8))
    section = Section("one", "节", words, sixty().metrics, tuple(rows))
    book, _ = book_of(make((section,)), Options(slides=True), Watch())
    further = [
        [one.frame.left for one in page.placed if isinstance(one, ChartOnPage)]
        for page in book.pages
        if not any(isinstance(one, Lines) and one.setting.type.serif for one in page.placed)
    ]
    assert any(len(set(lefts)) == 2 for lefts in further)
