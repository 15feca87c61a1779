from collections.abc import Sequence
from itertools import combinations_with_replacement, pairwise

from hypothesis import given
from hypothesis import strategies as st

from viewer.rendering.charts import stack
from viewer.rendering.charts.stack import NARROWEST, WIDEST, shares, stacked

HEIGHTS = st.lists(st.floats(60, 900), max_size=9)


def test_a_pane_of_a_laptop_has_one_column() -> None:
    assert shares(568, 4, 14) == (1, 568)


def test_a_wide_pane_has_as_many_columns_as_are_readable_and_no_more_than_cards() -> None:
    assert shares(1034, 4, 14) == (2, 510)
    assert shares(1034, 1, 14) == (1, WIDEST)


def test_cards_are_read_down_one_column_and_then_the_next() -> None:
    assert stacked([100, 100, 100, 300], 2, 14) == (0, 0, 0, 1)
    assert stacked([400, 100, 100], 2, 14) == (0, 1, 1)
    assert stacked([], 2, 14) == ()


@given(HEIGHTS, st.integers(1, 4))
def test_no_other_division_in_this_order_is_lower(heights: list[float], columns: int) -> None:
    found = stacked(heights, columns, 14)
    assert len(found) == len(heights)
    assert list(found) == sorted(found)
    assert all(column < columns for column in found)
    if columns == 2 and heights:
        best = min(max(_tall(heights[:at]), _tall(heights[at:])) for at in range(len(heights) + 1))
        tall = max(
            _tall([h for h, c in zip(heights, found, strict=True) if c == n]) for n in (0, 1)
        )
        assert tall <= best + 0.001


@given(st.floats(1, 4000), st.integers(1, 12))
def test_columns_fill_the_width_and_stay_readable(width: float, cards: int) -> None:
    columns, wide = shares(width, cards, 14)
    assert wide * columns + 14 * (columns - 1) <= width + 0.001
    assert columns == 1 or wide >= NARROWEST


def _tall(heights: Sequence[float]) -> float:
    return sum(heights) + 14 * (len(heights) - 1) if heights else 0.0


@given(st.lists(st.integers(1, 900), min_size=1, max_size=9), st.integers(1, 4))
def test_no_division_into_any_number_of_columns_is_lower(heights: list[int], columns: int) -> None:
    found = stacked(heights, columns, 14)
    count = len(heights)
    cuts = (
        (0, *cut, count) for cut in combinations_with_replacement(range(count + 1), columns - 1)
    )
    best = min(max(_tall(heights[start:end]) for start, end in pairwise(cut)) for cut in cuts)
    tall = max(
        _tall([h for h, c in zip(heights, found, strict=True) if c == n]) for n in range(columns)
    )
    assert tall <= best + 0.001


def test_whether_a_height_is_enough_is_asked_as_often_for_many_cards(monkeypatch) -> None:
    """And each asking takes one look-up a column, so stacking is linear in the cards."""
    asked: list[int] = []
    filled = stack._filled

    def counted(sums, most, columns):
        asked.append(len(sums))
        return filled(sums, most, columns)

    monkeypatch.setattr(stack, "_filled", counted)
    calls = []
    for count in (750, 1500, 3000):
        asked.clear()
        stacked([float(100 + n % 300) for n in range(count)], 3, 14)
        calls.append(len(asked))
    assert calls[0] == calls[1] == calls[2]
