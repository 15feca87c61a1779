from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.present.screen_layout import Placement, placed, replaced, swapped

NAMES = st.lists(st.sampled_from("ABCD"), min_size=1, max_size=4, unique=True)


@pytest.mark.parametrize(
    ("names", "wanted", "placement"),
    [
        ([], "", Placement(None, None)),
        (["A"], "", Placement("A", None)),
        (["A"], "B", Placement("A", None)),
        (["A", "B"], "", Placement("B", "A")),
        (["A", "B"], "A", Placement("A", "B")),
        (["A", "B", "C"], "C", Placement("C", "A")),
    ],
)
def test_where_a_talk_starts(names: list[str], wanted: str, placement: Placement) -> None:
    assert placed(names, "A", wanted) == placement


@given(NAMES, st.sampled_from("ABCD"), st.sampled_from(["", *"ABCD"]))
def test_the_windows_are_on_displays_that_are_there_and_never_on_one(
    names: list[str], primary: str, wanted: str
) -> None:
    placement = placed(names, primary, wanted)
    assert placement.audience in names
    assert placement.console in [*names, None]
    assert placement.audience != placement.console
    assert (placement.console is None) == (len(names) == 1)


@given(NAMES, st.lists(NAMES, max_size=8))
def test_however_displays_come_and_go_each_window_that_can_be_shown_is(
    first: list[str], then: list[list[str]]
) -> None:
    placement = placed(first, first[0])
    wanted = placement.audience or ""
    for names in then:
        placement = replaced(placement, names, names[0], wanted)
        shown = [name for name in (placement.audience, placement.console) if name]
        assert set(shown) <= set(names)
        assert len(set(shown)) == len(shown) == min(2, len(names))


def test_what_can_stay_stays() -> None:
    before = Placement("B", "A")
    assert replaced(before, ["A", "B", "C"], "C", "B") == before
    assert swapped(before, ["A", "B"]) == Placement("A", "B")
    assert swapped(Placement("A", None), ["A"]) == Placement("A", None)
