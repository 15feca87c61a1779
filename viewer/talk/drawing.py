"""Drawing on the picture: how strokes come and go, and which of them a picture shows."""

from __future__ import annotations

from dataclasses import replace

from viewer.talk.command import Act
from viewer.talk.state import Light, Pen, Shown, Spot, Stroke, TalkState

LONGEST = 2_000
"""Places of the mouse that one stroke holds."""
MOST = 500
"""Strokes of a talk; further ones take the place of the oldest."""


def take(state: TalkState, pen: Pen) -> TalkState:
    """Take a pen, or put it down again; a light goes out when a pen is taken."""
    taken = Pen.NOTHING if state.pen is pen else pen
    return replace(state, pen=taken, light=Light.NOTHING if taken else state.light)


def draw(state: TalkState, act: Act) -> TalkState:
    """The mouse is at a place while a stroke is drawn.

    On a picture that the room does not see as it is, frozen or covered, nothing is drawn.
    """
    if not state.pen or state.frozen or state.blank or state.panel:
        return state
    begun = state.stroke or Stroke(state.pen, state.picture, ())
    spot = _within(act.mouse)
    if len(begun.spots) >= LONGEST or begun.spots[-1:] == (spot,):
        return state
    return replace(state, stroke=replace(begun, spots=(*begun.spots, spot)))


def lift(state: TalkState, act: Act) -> TalkState:
    """The stroke is over; one that lies on a figure is kept as one on it, and once."""
    stroke = state.stroke
    if stroke is None:
        return state
    if act.target is not None:
        stroke = replace(stroke, key=act.target.key, on=act.target.on, spots=())
    others = tuple(one for one in state.strokes if one != stroke)
    return replace(state, stroke=None, strokes=(*others, stroke)[-MOST:])


def undo(state: TalkState) -> TalkState:
    """Take back the last stroke that the present picture shows."""
    if state.frozen or state.blank:
        return state
    return _without(state, strokes_on(state, state.picture)[-1:])


def clear(state: TalkState) -> TalkState:
    """Take back all strokes of the present step; where there are none, those of every step."""
    if state.frozen or state.blank:
        return state
    here = tuple(one for one in state.strokes if one.shown.place == state.place)
    return _without(state, here or state.strokes)


def strokes_on(state: TalkState, shown: Shown) -> tuple[Stroke, ...]:
    """The strokes of a picture: free ones of the very same, those on figures of the same step."""
    every = (*state.strokes, *filter(None, [state.stroke]))
    return tuple(
        one
        for one in every
        if one.shown == shown or (one.key is not None and one.shown.place == shown.place)
    )


def _without(state: TalkState, gone: tuple[Stroke, ...]) -> TalkState:
    return replace(state, strokes=tuple(one for one in state.strokes if one not in gone))


def _within(spot: Spot) -> Spot:
    x, y = (max(0.0, min(1.0, at)) for at in spot)
    return x, y
