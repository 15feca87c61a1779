from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from tests.budget import is_deep
from tests.pixels import count_at
from viewer.design import SERIES
from viewer.present.presentation_model import Room
from viewer.present.session import Session
from viewer.present.slides.anatomy import Mark
from viewer.present.slides.motion import SETTLED, between
from viewer.present.slides.slide_view import Stage
from viewer.talk import Move, Shown, StepKind, TalkState, apply, read, start

KEYS = (
    "Right",
    "Left",
    "Down",
    "Up",
    "C",
    "Ctrl+PgDown",
    "Ctrl+PgUp",
    "Home",
    "End",
    "Z",
    "V",
    "B",
)


@pytest.fixture
def moving(room: Room, qtbot) -> Stage:
    stage = Stage(room.in_motion(True))
    qtbot.addWidget(stage)
    stage.resize(960, 540)
    stage.show()
    return stage


def go(stage: Stage, place: int, part: float | None = None) -> QImage:
    stage.show_state(Shown(place), TalkState(place=place))
    if part is not None:
        stage.motion._change.setCurrentTime(round(part * stage.motion._change.duration()))
    return stage.grab().toImage()


def inked(image: QImage, colour: str) -> int:
    return count_at(image, colour, range(0, 960, 4), range(130, 500, 4))


def test_the_bars_of_a_chart_grow_in(moving: Stage, room: Room) -> None:
    place = next(at for at, step in enumerate(room.talk.steps) if step.kind is StepKind.CHART)
    colour = room.audience.palette.of(SERIES[0])
    go(moving, place - 1)
    moving.motion.finish()
    first = inked(go(moving, place, 0.0), colour)
    moving.motion._change.setCurrentTime(60)
    middle = inked(moving.grab().toImage(), colour)
    moving.motion.finish()
    whole = inked(moving.grab().toImage(), colour)
    assert first < 0.05 * whole < middle < 0.95 * whole


def test_a_chart_that_stays_is_seen_all_the_way_to_its_first_figure(
    moving: Stage, room: Room
) -> None:
    place = next(at for at, step in enumerate(room.talk.steps) if step.kind is StepKind.CHART)
    lit = room.audience.palette.selected
    go(moving, place)
    moving.motion.finish()
    parts = [inked(go(moving, place + 1, 0.05), lit)]
    for part in (60, 120, 200):
        moving.motion._change.setCurrentTime(part)
        parts.append(inked(moving.grab().toImage(), lit))
    moving.motion.finish()
    whole = inked(moving.grab().toImage(), lit)
    assert min(parts) > 0.5 * whole
    assert parts[0] > parts[-1]  # from its large place to its small one


def test_no_digit_of_a_number_is_seen_between_those_of_the_one_before(
    moving: Stage, room: Room
) -> None:
    keys = [step.key for step in room.talk.steps]
    places = keys.index("station-chiefs"), keys.index("community-officers")
    page = QColor(room.audience.palette.page)
    go(moving, places[0])
    moving.motion.finish()
    before = moving.grab().toImage()
    frame = go(moving, places[1], 0.1)
    assert moving.motion.move is Move.TRAVEL and 0.1 < moving.motion.part < 0.5
    area = moving._numbers(moving.area.topLeft())[0].toRect()
    points = [
        (x, y)
        for x in range(area.left(), area.right(), 3)
        for y in range(area.top(), area.bottom(), 3)
    ]
    free = [point for point in points if before.pixelColor(*point) == page]
    assert 0.5 * len(points) < len(free) < len(points)
    assert all(frame.pixelColor(*point) == page for point in free)


def test_what_stands_around_a_chart_comes_when_the_chart_is_nearly_there(
    moving: Stage, room: Room
) -> None:
    place = next(at for at, step in enumerate(room.talk.steps) if step.kind is StepKind.CHART)
    go(moving, place)
    moving.motion.finish()
    frame = go(moving, place + 1, 0.1)
    assert moving.motion.move is Move.SHIFT and moving.motion.part < SETTLED
    before, after, body = moving._shifting() or (QRectF(), QRectF(), QRectF())
    chart, page = between(before, after, moving.motion.part), QColor(room.audience.palette.page)
    around = [
        (x, y)
        for x in range(round(body.left()), round(body.right()), 3)
        for y in range(round(body.top()), round(body.bottom()), 3)
        if not chart.adjusted(-2, -2, 2, 2).contains(x, y)
    ]
    assert len(around) > 1000
    assert all(frame.pixelColor(*point) == page for point in around)
    moving.motion.finish()
    whole = moving.grab().toImage()
    assert not all(whole.pixelColor(*point) == page for point in around)


def test_a_key_during_a_change_finishes_it_and_makes_its_own_at_once(moving: Stage) -> None:
    go(moving, 1, 0.2)
    assert moving.motion.running
    image = go(moving, 2)
    assert not moving.motion.running
    go(moving, 4)
    moving.motion.finish()
    go(moving, 2)
    moving.motion.finish()
    assert moving.grab().toImage() == image


def test_the_last_frame_is_the_picture(moving: Stage, room: Room, qtbot) -> None:
    still = Stage(room)
    qtbot.addWidget(still)
    still.resize(960, 540)
    go(moving, 3)
    picture = go(still, 3)  # painted at once, before events of anything else are worked off
    assert still.motion.move is Move.NOTHING
    qtbot.waitUntil(lambda: not moving.motion.running)
    qtbot.waitUntil(lambda: moving.grab().toImage() == picture)


def test_without_motion_and_under_a_cover_nothing_moves(moving: Stage, room: Room) -> None:
    moving.show_state(Shown(2), TalkState(place=2, blank="black"))  # type: ignore[arg-type]
    assert not moving.motion.running
    moving.renew(room)
    go(moving, 3)
    assert not moving.motion.running


def test_no_key_is_lost_during_motion(room: Room, world, fake_screens, clock) -> None:
    session = Session(room.in_motion(True), fake_screens("Laptop", "Beamer"), 0, 1.0, world)
    session.open()
    expected, chance = start(room.talk), random.Random(7)
    for _ in range(1_000 if is_deep() else 250):
        key = chance.choice(KEYS)
        session.press(key)
        act = read(expected, key, False)
        assert act is not None
        expected = apply(room.talk, expected, act)
    assert session.state == expected
    assert session.windows.audience.stage.shown == expected.shown
    session.end()


def test_the_key_turns_motion_off_and_on_and_it_is_remembered(
    room: Room, world, fake_screens, qtbot
) -> None:
    session = Session(room.in_motion(True), fake_screens("Laptop", "Beamer"), 0, 1.0, world)
    session.open()
    for moves in (False, True):
        with qtbot.waitSignal(session.motion_chosen) as chosen:
            session.press("A")
        assert chosen.args == [moves]
        assert session.room.audience.motion is moves
    session.end()


@pytest.mark.parametrize(
    ("tip", "left"),
    [
        ("right", QRectF(25, 0, 75, 40)),
        ("left", QRectF(0, 0, 75, 40)),
        ("top", QRectF(0, 0, 100, 30)),
        ("bottom", QRectF(0, 10, 100, 30)),
    ],
)
def test_a_mark_grows_towards_its_tip(tip: str, left: QRectF) -> None:
    assert Mark(QRectF(0, 0, 100, 40), tip).ungrown(0.25) == left


def test_a_light_travels_in_a_straight_line() -> None:
    one, two = QRectF(0, 0, 10, 10), QRectF(100, 50, 30, 20)
    assert between(one, two, 0.5) == QRectF(50, 25, 20, 15)
    assert between(one, two, 1.0) == two
