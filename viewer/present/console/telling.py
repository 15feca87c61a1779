"""What the console tells a screen reader: what is switched on, and what lies over the window."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from operator import eq

from viewer.present.presentation_model import Room
from viewer.present.slides.slide_painter import step_words
from viewer.rendering.spots import Spot
from viewer.talk import KEYS, Panel, TalkState, face, name_of


def panel_spots(room: Room, state: TalkState) -> Iterator[Spot]:
    """What the open panel shows, in the order of reading; the chosen row is selected."""
    words = room.console.words
    yield Spot(words(f"present.panel.{state.panel}"), choice=False)
    if state.panel is Panel.HELP:
        for row in KEYS:
            yield Spot(words(row.words), " ".join(map(face, row.keys)), choice=False)
    else:
        for number, said in enumerate(_rows(room, state)):
            yield Spot(said, selected=partial(eq, number, state.chosen))
    yield Spot(words(f"present.panel-foot.{state.panel}"), choice=False)


def told_of_panel(room: Room, state: TalkState) -> tuple[str, ...]:
    """The panel that is open and the row that is chosen in it."""
    if not state.panel:
        return ()
    rows = _rows(room, state)
    chosen = rows[state.chosen : state.chosen + 1] if state.chosen >= 0 else ()
    return (room.console.words(f"present.panel.{state.panel}"), *chosen)


def _rows(room: Room, state: TalkState) -> tuple[str, ...]:
    words = room.console.words
    if state.panel is Panel.OVERVIEW:
        return tuple(name_of(room.talk, stop, words) for stop in room.talk.stops)
    if state.panel is Panel.GO:
        return tuple(" · ".join(step_words(room, place)) for place in state.found)
    if state.panel is Panel.QUESTION:
        return tuple(asked.text for asked in state.questions)
    return ()
