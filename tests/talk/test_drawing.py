from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from viewer.talk import (
    Act,
    Area,
    Command,
    Light,
    On,
    Pen,
    Spot,
    Stroke,
    Talk,
    TalkState,
    Target,
    apply,
    carried,
    start,
    strokes_on,
    target_of,
)

WORDS = Target("officers", On.WORDS, (Area(0.40, 0.80, 0.50, 0.84),))
BELOW = Target("funding", On.WORDS, (Area(0.40, 0.87, 0.52, 0.91),))
BAR = Target("officers", On.MARK, (Area(0.20, 0.30, 0.70, 0.36),))
SPLIT = Target("rooms", On.WORDS, (Area(0.90, 0.80, 0.97, 0.84), Area(0.05, 0.87, 0.10, 0.91)))
ALL = (WORDS, BELOW, BAR, SPLIT)


def line(start: Spot, end: Spot) -> list[Spot]:
    return [
        (start[0] + (end[0] - start[0]) * n / 8, start[1] + (end[1] - start[1]) * n / 8)
        for n in range(9)
    ]


def ring(area: Area, away: float) -> list[Spot]:
    left, top, right, bottom = area.left - away, area.top - away, area.right + away, area.bottom
    corners = [(left, top), (right, top), (right, bottom + away), (left, bottom + away)]
    return [spot for one, two in pairwise(corners) for spot in line(one, two)]


@pytest.mark.parametrize(
    ("spots", "target"),
    [
        (line((0.40, 0.85), (0.51, 0.852)), WORDS),  # a line below words
        (line((0.41, 0.82), (0.49, 0.82)), WORDS),  # over them
        (line((0.40, 0.89), (0.52, 0.89)), BELOW),
        (line((0.92, 0.83), (0.96, 0.83)), SPLIT),  # words on two lines: either of them
        (line((0.05, 0.89), (0.10, 0.89)), SPLIT),
        (line((0.25, 0.33), (0.65, 0.34)), BAR),
        (ring(WORDS.areas[0], 0.02), WORDS),
        (ring(BAR.areas[0], 0.03), BAR),
        ([(0.45, 0.82)], WORDS),  # a dot
        (line((0.10, 0.10), (0.90, 0.90)), None),  # across the picture
        (line((0.40, 0.60), (0.50, 0.60)), None),  # on nothing
        (ring(Area(0.05, 0.05, 0.95, 0.95), 0.0), None),  # around everything
        ([], None),
    ],
)
def test_a_stroke_on_or_around_words_or_a_mark_is_one_on_that_figure(
    spots: list[Spot], target: Target | None
) -> None:
    assert target_of(spots, ALL) == target


def drawn(talk: Talk, state: TalkState, *spots: Spot, target: Target | None = None) -> TalkState:
    for spot in spots:
        state = apply(talk, state, Act(Command.DRAW, mouse=spot))
    return apply(talk, state, Act(Command.LIFT, target=target))


def after(talk: Talk, state: TalkState, *commands: Command) -> TalkState:
    for command in commands:
        state = apply(talk, state, Act(command))
    return state


def with_pen(talk: Talk) -> TalkState:
    return after(talk, start(talk, 1), Command.PEN)


def test_without_a_pen_nothing_is_drawn(talk: Talk) -> None:
    assert drawn(talk, start(talk), (0.1, 0.1), (0.2, 0.2)) == start(talk)


def test_a_stroke_is_seen_while_it_is_drawn_and_stays_with_its_picture(talk: Talk) -> None:
    state = apply(talk, with_pen(talk), Act(Command.DRAW, mouse=(0.1, 0.1)))
    assert [one.spots for one in strokes_on(state, state.picture)] == [((0.1, 0.1),)]
    state = drawn(talk, state, (0.2, 1.7))
    (stroke,) = state.strokes
    assert stroke == Stroke(Pen.PEN, state.picture, ((0.1, 0.1), (0.2, 1.0)))
    on = after(talk, state, Command.NEXT)
    assert strokes_on(on, on.picture) == ()
    back = after(talk, on, Command.PREVIOUS)
    assert strokes_on(back, back.picture) == (stroke,)
    zoomed = after(talk, back, Command.ZOOM)
    assert strokes_on(zoomed, zoomed.picture) == ()  # another picture of the same step


def test_a_stroke_on_a_figure_follows_it_through_the_pictures_of_its_step(talk: Talk) -> None:
    state = drawn(talk, with_pen(talk), (0.4, 0.8), (0.5, 0.8), target=WORDS)
    again = drawn(talk, state, (0.4, 0.81), (0.5, 0.81), target=WORDS)
    assert again.strokes == state.strokes  # drawn twice it is one
    assert (again.strokes[0].key, again.strokes[0].on, again.strokes[0].spots) == (
        *("officers", On.WORDS),
        (),
    )
    passage = after(talk, again, Command.PASSAGE, Command.BIGGER)
    assert strokes_on(passage, passage.picture) == again.strokes


@pytest.mark.parametrize("cover", [Command.FREEZE, Command.BLACK, Command.WHITE, Command.HELP])
def test_on_a_frozen_or_covered_picture_nothing_is_drawn_or_taken_back(
    talk: Talk, cover: Command
) -> None:
    before = drawn(talk, with_pen(talk), (0.1, 0.1), (0.2, 0.2))
    covered = after(talk, before, cover)
    assert drawn(talk, covered, (0.3, 0.3), (0.4, 0.4)).strokes == before.strokes
    if cover is not Command.HELP:
        gone = after(talk, covered, Command.UNDO_STROKE, Command.CLEAR_STROKES)
        assert gone.strokes == before.strokes


def test_a_mouse_that_stays_where_it_is_adds_no_spot(talk: Talk) -> None:
    state = drawn(talk, with_pen(talk), (0.1, 0.1), (0.2, 0.2), (0.2, 0.2), (0.1, 0.1))
    assert state.strokes[0].spots == ((0.1, 0.1), (0.2, 0.2), (0.1, 0.1))


def test_a_stroke_that_does_not_end_holds_two_thousand_places(talk: Talk) -> None:
    state = drawn(talk, with_pen(talk), *((at / 2_100, 0.5) for at in range(2_100)))
    assert len(state.strokes[0].spots) == 2_000


def test_of_more_than_five_hundred_strokes_the_oldest_are_gone(talk: Talk) -> None:
    state = with_pen(talk)
    old = tuple(Stroke(Pen.PEN, state.picture, ((at / 500, 0.1),)) for at in range(500))
    state = drawn(talk, replace(state, strokes=old), (0.1, 0.8), (0.2, 0.8))
    assert (len(state.strokes), state.strokes[:-1]) == (500, old[1:])


def test_freezing_in_mid_stroke_drops_the_stroke(talk: Talk) -> None:
    state = apply(talk, with_pen(talk), Act(Command.DRAW, mouse=(0.1, 0.1)))
    frozen = after(talk, state, Command.FREEZE)
    assert strokes_on(frozen, frozen.shown) == ()


def test_undo_takes_the_last_stroke_of_the_step_and_clear_its_own_before_all(talk: Talk) -> None:
    state = drawn(talk, with_pen(talk), (0.1, 0.1), (0.2, 0.2))
    state = drawn(talk, state, (0.3, 0.3), (0.4, 0.4))
    state = after(talk, state, Command.NEXT)
    assert after(talk, state, Command.UNDO_STROKE).strokes == state.strokes
    state = drawn(talk, state, (0.5, 0.5), (0.6, 0.6))
    assert after(talk, state, Command.UNDO_STROKE).strokes == state.strokes[:2]
    first = after(talk, state, Command.PREVIOUS, Command.UNDO_STROKE)
    assert first.strokes == (state.strokes[0], state.strokes[2])
    cleared = after(talk, state, Command.CLEAR_STROKES)
    assert cleared.strokes == state.strokes[:2]
    assert after(talk, cleared, Command.CLEAR_STROKES).strokes == ()


def test_one_thing_is_in_the_hand_and_esc_puts_it_down(talk: Talk) -> None:
    state = after(talk, start(talk), Command.POINTER, Command.PEN)
    assert (state.pen, state.light) == (Pen.PEN, Light.NOTHING)
    state = after(talk, state, Command.HIGHLIGHTER)
    assert state.pen is Pen.HIGHLIGHTER
    assert after(talk, state, Command.HIGHLIGHTER).pen is Pen.NOTHING
    down = after(talk, state, Command.PEEL)
    assert (down.pen, down.asking) == (Pen.NOTHING, False)


def test_strokes_go_on_into_a_newer_version_where_their_step_is(talk: Talk) -> None:
    state = drawn(talk, with_pen(talk), (0.1, 0.1), (0.2, 0.2))
    taken = carried(talk, talk, state)
    assert taken is not None
    assert taken.strokes == state.strokes
    shorter = replace(talk, steps=(talk.steps[0], *talk.steps[2:]))
    elsewhere = carried(talk, shorter, after(talk, state, Command.PREVIOUS))
    assert elsewhere is not None
    assert elsewhere.strokes == ()
