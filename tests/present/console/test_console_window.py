"""The console in windows of all sizes: every part has its room, and none stands on another."""

from __future__ import annotations

from datetime import datetime
from itertools import combinations

import pytest
from pytestqt.qtbot import QtBot

from viewer.present.console.console_window import Console
from viewer.present.presentation_model import Room
from viewer.talk import LINE, Panel, Question, TalkState

NOON = datetime(2021, 3, 4, 12, 30)
ASKED = tuple(Question(NOON, "导语", "包括哪些单位？", 5) for _ in range(3))


@pytest.fixture
def console(room: Room, qtbot: QtBot) -> Console:
    console = Console(room)
    console.set_shape(16 / 9)
    qtbot.addWidget(console)
    return console


def shown(console: Console, size: tuple[int, int], state: TalkState) -> Console:
    console.resize(*size)
    console.show()
    console.show_state(state, audience=True)
    console.layout().activate()
    return console


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("asked", [0, 1, 3])
def test_notes_keep_their_lines_beside_questions_and_nothing_stands_on_another(
    console: Console, size: tuple[int, int], asked: int
) -> None:
    panel = Panel.QUESTION if asked else Panel.NOTHING
    state = TalkState(place=5, questions=ASKED[:asked], panel=panel, chosen=LINE)
    shown(console, size, state)
    lines = console.notes.text.viewport().height() / console.notes.text.fontMetrics().height()
    assert lines >= 2
    parts = (console.bar, console.next, console.notes, console.questions, console.hints)
    for one, other in combinations([part for part in parts if part.isVisible()], 2):
        assert not one.geometry().intersects(other.geometry())


def test_the_next_picture_is_as_wide_as_it_can_be_where_nothing_is_asked(console: Console) -> None:
    stage = shown(console, (1280, 800), TalkState(place=5)).next.coming
    assert stage.area.width() >= stage.width() - 2


@pytest.mark.parametrize("size", [(800, 640), (540, 540)])
def test_a_small_console_still_shows_a_line_of_notes_beside_questions(
    console: Console, size: tuple[int, int]
) -> None:
    state = TalkState(place=5, questions=ASKED[:1], panel=Panel.QUESTION, chosen=LINE)
    notes = shown(console, size, state).notes
    assert notes.text.viewport().height() >= notes.text.fontMetrics().height()
