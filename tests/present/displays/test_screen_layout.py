from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.present.displays.screen_layout import (
    Display,
    Placement,
    choices,
    further,
    own_display,
    placed,
    replaced,
    separate,
    side_by_side,
    swapped,
    with_console,
)

SIDE_BY_SIDE = {
    "A": Display("A", 0, 0, 1280, 800),
    "B": Display("B", 1280, 0, 1920, 1080),
    "C": Display("C", 3200, 0, 1024, 768),
    "D": Display("D", 0, 800, 800, 600),
}


def row(names: str) -> list[Display]:
    return [SIDE_BY_SIDE[name] for name in names]


@st.composite
def desktops(draw: st.DrawFn) -> list[Display]:
    """Any displays, apart, mirrored or partly over each other."""
    names = draw(st.lists(st.sampled_from("ABCD"), min_size=1, max_size=4, unique=True))
    place, size = st.sampled_from([0, 640, 800, 1280]), st.sampled_from([640, 800, 1280])
    return [Display(n, draw(place), draw(place), draw(size), draw(size)) for n in names]


NAME = st.sampled_from(["", *"ABCD"])


@pytest.mark.parametrize(
    ("names", "wanted", "placement"),
    [
        ("", "", Placement(None, None)),
        ("A", "", Placement("A", None)),
        ("A", "B", Placement("A", None)),
        ("AB", "", Placement("B", "A")),
        ("AB", "A", Placement("A", "B")),
        ("ABC", "C", Placement("C", "A")),
    ],
)
def test_where_a_talk_starts(names: str, wanted: str, placement: Placement) -> None:
    assert placed(row(names), "A", wanted) == placement


def test_displays_that_show_the_same_are_one() -> None:
    laptop, beamer = Display("A", 0, 0, 1280, 800), Display("B", 0, 0, 1024, 768)
    workspace = Display("C", 1280, 0, 1920, 1080)
    assert separate([laptop, beamer]) == ((laptop, beamer),)
    assert choices([laptop, beamer], "") == ("B",)  # the smaller: all of it is on both
    assert placed([laptop, beamer], "A") == Placement("B", None)
    assert placed([laptop, beamer], "A", "A") == Placement("A", None)
    assert placed([laptop, workspace, beamer], "A") == Placement("C", None)  # nobody sees A alone
    assert placed([laptop, workspace, beamer], "A", "B") == Placement("B", "C")


def test_displays_that_only_touch_are_two() -> None:
    assert len(separate(row("ABC"))) == 3


def disjoint(displays: list[Display], placement: Placement) -> bool:
    """Whether no display that shows the console shows the audience's picture as well."""
    named = {display.name: display for display in displays}
    if placement.console is None:
        return True
    if placement.audience is None or placement.audience == placement.console:
        return False
    return not named[placement.console].overlaps(named[placement.audience])


@given(desktops(), NAME, NAME)
def test_a_talk_starts_with_the_console_away_from_every_display_of_the_room(
    displays: list[Display], primary: str, wanted: str
) -> None:
    placement = placed(displays, primary, wanted)
    assert placement.audience in [display.name for display in displays]
    assert disjoint(displays, placement)
    if wanted in [display.name for display in displays]:
        assert placement.audience == wanted
    own = own_display(displays, primary, placement)
    assert own in [display.name for display in displays]
    assert placement.console in (own, None)


@given(desktops(), NAME, NAME, st.lists(desktops(), max_size=6))
def test_however_displays_come_and_go_the_console_stays_on_the_presenters_own(
    first: list[Display], primary: str, wanted: str, then: list[list[Display]]
) -> None:
    placement = placed(first, primary, wanted)
    own = own_display(first, primary, placement)
    for displays in then:
        placement = replaced(placement, displays, primary, wanted, own)
        assert placement.audience in [display.name for display in displays]
        assert placement.console in (own, None)
        assert disjoint(displays, placement)
        if placement.console is not None:  # and nothing else shows what is there
            others = [one for one in displays if one.name != own]
            mine = next(one for one in displays if one.name == own)
            assert not any(mine.overlaps(other) for other in others)


@given(desktops(), NAME, NAME)
def test_a_console_that_is_asked_for_leaves_the_audience_where_it_is(
    displays: list[Display], primary: str, wanted: str
) -> None:
    audience = placed(displays, primary, wanted).audience
    asked = with_console(Placement(audience, None), displays, primary)
    assert asked.audience == audience
    assert disjoint(displays, asked)
    assert (asked.console is None) == (len(separate(displays)) < 2)


def test_what_can_stay_stays() -> None:
    before = Placement("B", "A")
    assert replaced(before, row("ABC"), "C", "B", "A") == before
    assert swapped(before) == Placement("A", "B")
    assert swapped(Placement("A", None)) == Placement("A", None)


def test_a_display_that_joins_gets_the_audience() -> None:
    assert replaced(Placement("A", None), row("AB"), "A", "", "A") == Placement("B", "A")
    assert replaced(Placement("A", None), row("AB"), "B", "", "A") == Placement("B", "A")
    both = replaced(Placement("A", None), row("ABC"), "A", "C", "A")
    assert both == Placement("C", "A")  # the one that had it the last time


def test_a_display_that_the_room_looks_at_never_gets_the_console() -> None:
    assert replaced(Placement("B", "A"), row("B"), "B", "B", "A") == Placement("B", None)
    assert replaced(Placement("B", None), row("BC"), "B", "B", "A") == Placement("B", None)
    assert replaced(Placement("B", None), row("AB"), "B", "B", "A") == Placement("B", "A")


def test_one_display_that_is_left_has_the_audience() -> None:
    assert replaced(Placement("B", "A"), row("A"), "A", "B", "A") == Placement("A", None)
    assert replaced(Placement("A", None), row("AB"), "A", "B", "A") == Placement("B", "A")


@pytest.mark.parametrize("primary", ["eDP-1", "HDMI-1"])
@pytest.mark.parametrize("names", [("eDP-1", "HDMI-1"), ("HDMI-1", "eDP-1")])
@pytest.mark.parametrize("wanted", ["", "eDP-1", "HDMI-1"])
def test_mirrored_displays_that_become_two_are_like_one_that_joins(
    names: tuple[str, str], primary: str, wanted: str
) -> None:
    """Whichever of them the desktop calls primary, the laptop's own panel gets the console."""
    mirrored = [Display(name, 0, 0, 1280, 800) for name in names]
    start = placed(mirrored, primary, wanted)
    own = own_display(mirrored, primary, start)
    apart = [Display(name, at * 1280, 0, 1280, 800) for at, name in enumerate(names)]
    assert replaced(start, apart, primary, wanted, own) == Placement("HDMI-1", "eDP-1")


@pytest.mark.parametrize(
    ("names", "placement", "more"),
    [
        ("AB", Placement("B", "A"), ()),
        ("ABC", Placement("B", "A"), ("C",)),
        ("ABCD", Placement("C", "A"), ("B", "D")),
        ("ABC", Placement("A", "C"), ("B",)),
        ("ABC", Placement("B", None), ("A", "C")),
        ("A", Placement("A", None), ()),
    ],
)
def test_the_audience_can_have_every_display_but_the_presenters(
    names: str, placement: Placement, more: tuple[str, ...]
) -> None:
    assert further(row(names), "A", placement) == more


@given(desktops(), NAME, NAME)
def test_a_further_picture_is_never_where_a_window_of_the_talk_is(
    displays: list[Display], primary: str, wanted: str
) -> None:
    placement = placed(displays, primary, wanted)
    named = {display.name: display for display in displays}
    shown = [named[one] for one in (placement.audience, placement.console) if one]
    more = [named[name] for name in further(displays, primary, placement)]
    assert not any(one.overlaps(other) for one in more for other in shown)
    assert len(more) == len({group for group in separate(displays) for one in more if one in group})


@given(st.integers(800, 8000))
def test_console_and_shared_window_stand_side_by_side_where_there_is_room(width: int) -> None:
    console, shared = side_by_side(width, 540)
    assert 0 <= console[0] < console[1] <= shared[0] < shared[1] <= 1
    assert (console[1] - console[0]) * width >= 539
    assert shared[1] - shared[0] >= 0.28


def test_on_a_narrow_display_the_shared_window_keeps_its_size() -> None:
    console, shared = side_by_side(640, 540)
    assert console[1] > shared[0]
    assert shared[1] - shared[0] >= 0.28
