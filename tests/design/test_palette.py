from itertools import combinations

import pytest

from tests.design.vision import APART, VISIONS, distance, seen
from viewer.design import (
    SERIES,
    THEMES,
    Palette,
    Role,
    contrast,
    is_dark,
    mix,
    palette,
    rgb,
    series_role,
    stroke_colours,
)

TEXT = (Role.INK, Role.MUTED, Role.FAINT, Role.ACCENT, Role.GOOD, Role.BAD, Role.WARN)
GROUNDS = (Role.PAGE, Role.SIDE, Role.PANE, Role.CARD)
DRAWN = (*SERIES, Role.SELECTED)
STRONG = {"contrast", "projector"}
PALETTES = [pytest.param(palette(theme), id=theme) for theme in THEMES]


@pytest.mark.parametrize("colours", PALETTES)
def test_text_can_be_read_on_every_ground(colours: Palette) -> None:
    enough = 7.0 if colours.theme in STRONG else 4.5
    poor = {
        (text, ground): contrast(colours.of(text), colours.of(ground))
        for text in TEXT
        for ground in GROUNDS
        if contrast(colours.of(text), colours.of(ground)) < enough
    }
    assert not poor


@pytest.mark.parametrize("colours", PALETTES)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (Role.INK, Role.TINT),
        (Role.INK, Role.TINT_LIGHT),
        (Role.MUTED, Role.TINT_LIGHT),
        (Role.ON_ACCENT, Role.ACCENT),
        (Role.ON_SELECTED, Role.SELECTED),
    ],
)
def test_text_can_be_read_on_what_is_lit(colours: Palette, text: Role, ground: Role) -> None:
    enough = 7.0 if colours.theme in STRONG else 4.5
    assert contrast(colours.of(text), colours.of(ground)) >= enough


@pytest.mark.parametrize("colours", PALETTES)
def test_bars_and_lines_stand_out_from_card_and_track(colours: Palette) -> None:
    poor = {
        (drawn, ground)
        for drawn in DRAWN
        for ground in (Role.CARD, Role.TRACK, Role.PAGE)
        if contrast(colours.of(drawn), colours.of(ground)) < 3.0
    }
    assert not poor


@pytest.mark.parametrize("colours", PALETTES)
@pytest.mark.parametrize("vision", VISIONS)
def test_series_and_the_selected_stay_apart(colours: Palette, vision: str) -> None:
    near = {
        (one, other)
        for one, other in combinations(DRAWN, 2)
        if distance(seen(colours.of(one), vision), seen(colours.of(other), vision)) < APART
    }
    assert not near


@pytest.mark.parametrize("colours", PALETTES)
def test_every_role_has_a_colour(colours: Palette) -> None:
    assert all(len(colours.of(role)) == 7 and colours.of(role)[0] == "#" for role in Role)


def test_an_unknown_theme_is_light() -> None:
    assert palette("sepia") == palette("light")


def test_the_seventh_chart_takes_the_first_colour_again() -> None:
    assert series_role(6) is series_role(0)
    assert len({series_role(place) for place in range(6)}) == 6


def test_the_distance_is_that_of_the_published_pairs() -> None:
    assert distance((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert distance((50, 2.5, 0), (73, 25, -18)) == pytest.approx(27.1492, abs=1e-4)
    assert distance((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619)) == pytest.approx(
        2.0373, abs=1e-4
    )


def test_contrast_runs_from_one_to_twenty_one() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


def test_a_mix_lies_between_its_colours() -> None:
    assert mix("#000000", "#ffffff", 0) == "#000000"
    assert mix("#000000", "#ffffff", 1) == "#ffffff"
    assert mix("#000000", "#ff8000", 0.5) == "#804000"


@pytest.mark.parametrize("theme", ["light", "projector"])
def test_strokes_are_seen_on_the_audiences_page_and_words_under_them_read(theme: str) -> None:
    colours = palette(theme)
    drawn = stroke_colours(colours.page)
    assert contrast(drawn.pen, colours.page) >= 3
    assert contrast(drawn.frame, colours.page) >= 3
    dark = is_dark(colours.page)
    ground = highlighted(colours.page, drawn.highlighter, dark)
    assert distance(seen(ground, "all colours"), seen(colours.page, "all colours")) > APART
    for text in (Role.INK, Role.MUTED, Role.FAINT):
        assert contrast(highlighted(colours.of(text), drawn.highlighter, dark), ground) >= 4.5


def highlighted(colour: str, highlighter: str, dark: bool) -> str:
    """A colour multiplied with the highlighter, or screened on a dark page."""
    pairs = zip(rgb(colour), rgb(highlighter), strict=True)
    mixed = (255 - (255 - a) * (255 - b) // 255 if dark else a * b // 255 for a, b in pairs)
    return "#" + "".join(f"{part:02x}" for part in mixed)
