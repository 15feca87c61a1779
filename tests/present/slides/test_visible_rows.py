from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.chart import Axis, BoundStyle, Form, Mark, MarkRole, Scene
from viewer.design import Role
from viewer.model import Standing
from viewer.present.slides.visible_rows import BESIDE, focused, rank_of


def scene(count: int, form: Form = Form.BAR) -> Scene:
    marks = tuple(
        Mark(f"k{n}", f"第{n}", str(n), Role.SERIES_1, n, start=Decimal(0), end=Decimal(99 - n))
        for n in range(count)
    )
    return Scene("s", form, "t", "", marks, Role.SERIES_1, axis=Axis(Decimal(0), Decimal(99)))


@given(st.integers(BESIDE + 1, 60), st.data())
def test_a_long_chart_shows_the_lit_row_among_a_few(count: int, data: st.DataObject) -> None:
    lit = f"k{data.draw(st.integers(0, count - 1))}"
    whole = scene(count)
    short = focused(whole, lit)
    assert len(short.marks) == BESIDE
    assert short.holds(lit)
    assert short.marks[0].key == "k0"
    assert [mark.row for mark in short.marks] == list(range(BESIDE))
    assert short.axis == whole.axis
    assert all(whole.by_key[mark.key].end == mark.end for mark in short.marks)


@pytest.mark.parametrize("lit", [None, "k1", "k12"])
def test_the_row_that_a_finding_speaks_of_is_shown(lit: str | None) -> None:
    whole = replace(scene(15), title="第14最少", topic="t")
    short = focused(whole, lit)
    assert len(short.marks) == BESIDE
    assert {"k0", "k14", lit or "k0"} <= {mark.key for mark in short.marks}
    assert [mark.row for mark in short.marks] == list(range(BESIDE))


@pytest.mark.parametrize("form", [Form.LINE, Form.COLUMN, Form.PARTS, Form.STAGES])
def test_what_is_read_as_one_is_never_cut(form: Form) -> None:
    whole = scene(30, form)
    assert focused(whole, "k9") is whole


def test_a_short_chart_stays_as_it_is() -> None:
    assert focused(scene(BESIDE), "k1") == scene(BESIDE)


def test_what_stands_under_a_card_stays_with_it() -> None:
    whole = scene(20, Form.CARDS)
    under = [
        replace(whole.marks[0], key=f"u{n}", row=20 + n, place=MarkRole.UNDER, above=f"k{n}")
        for n in (3, 19)
    ]
    short = focused(replace(whole, marks=(*whole.marks, *under)), "k4")
    assert short.holds("u3")
    assert not short.holds("u19")


def ranked(*values: int) -> Scene:
    marks = tuple(
        replace(mark, value=Decimal(value))
        for mark, value in zip(scene(len(values)).marks, values, strict=True)
    )
    return replace(scene(1), marks=marks)


def test_the_place_of_a_figure_among_all_counts_from_the_highest() -> None:
    whole = ranked(30, 50, 30, 10, -4)
    assert [rank_of(whole, f"k{n}") for n in range(5)] == [2, 1, 2, 4, 5]
    assert rank_of(whole, "none") is None


EXACT = ranked(30, 50, 10)
FIRST = EXACT.marks[0]


@pytest.mark.parametrize(
    "unsure",
    [
        replace(FIRST, ending=BoundStyle.OPEN),
        replace(FIRST, standing=Standing.TARGET),
        replace(FIRST, high=Decimal(40)),
        replace(FIRST, value=None),
    ],
)
def test_among_bounds_targets_and_ranges_no_place_is_sure(unsure: Mark) -> None:
    whole = replace(EXACT, marks=(unsure, *EXACT.marks[1:]))
    assert [rank_of(whole, f"k{n}") for n in range(3)] == [None] * 3
