"""The chip beside selected words: where it stands, and for which words it is there at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QRectF, QSize

from viewer.model import Figure, Kind, Passage, Quantity, Section, Span
from viewer.window.editing.add_chip import beside, has_unused_number

SEEN, SIZE = QRect(0, 0, 400, 300), QSize(120, 24)
TEXT = "新建泊位 12 个，仓库 5 座，二〇二一年完工。"


def lines(number: int, left: float, right: float, top: float) -> list[QRectF]:
    """Places of words over some lines, from `left` in the first to `right` in the last."""
    rows = range(number)
    starts = [left if at == 0 else 20.0 for at in rows]
    ends = [right if at == number - 1 else 380.0 for at in rows]
    return [
        QRectF(start, top + 26 * at, max(4.0, end - start), 26)
        for at, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]


PLACES = st.builds(
    lines, st.integers(1, 14), st.floats(20, 370), st.floats(30, 380), st.floats(-60, 320)
)


@given(PLACES)
def test_it_covers_none_of_the_words_and_stays_in_the_pane(words: list[QRectF]) -> None:
    where = beside(words, SIZE, SEEN)
    if where is not None:
        place = QRect(where, SIZE)
        assert SEEN.contains(place)
        assert not any(one.intersects(QRectF(place)) for one in words)


def test_it_stands_behind_the_last_word_or_else_below_it_or_above_the_first() -> None:
    (short,) = words = lines(1, 40, 120, 100)
    assert beside(words, SIZE, SEEN) == QPoint(126, 101)
    below = beside(lines(1, 300, 390, 100), SIZE, SEEN)
    assert below is not None
    assert below.y() == 132
    above = beside(lines(1, 300, 390, 270), SIZE, SEEN)
    assert above is not None
    assert above.y() == 240
    assert beside([short.translated(0, 600)], SIZE, SEEN) is None
    assert beside([], SIZE, SEEN) is None


@pytest.mark.parametrize(
    ("words", "offered"),
    [("12 个", False), ("泊位 12 个，仓库 5 座", True), ("5 座", True), ("仓库", False)],
)
def test_it_is_offered_for_numbers_that_no_figure_uses(words: str, offered: bool) -> None:
    section = Section("one", "节", Passage(TEXT))
    start, chosen = TEXT.index("12"), TEXT.index(words)
    span = Span(start, start + 4)
    berths = Quantity(span, span, "12 个", Decimal(12), "个", Kind.COUNT)
    used = [Figure("berths", "one", berths, span)]
    assert has_unused_number(section, Span(chosen, chosen + len(words)), used, "zh-CN") is offered
