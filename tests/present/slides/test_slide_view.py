from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from viewer.present.presentation_model import Room
from viewer.present.slides.slide_view import Stage
from viewer.talk import Blank, Light, Shown, TalkState


@pytest.fixture
def stage(room: Room, qtbot) -> Stage:
    stage = Stage(room)
    qtbot.addWidget(stage)
    stage.resize(960, 540)
    return stage


def at(stage: Stage, x: float, y: float) -> QColor:
    image = stage.grab().toImage()
    return image.pixelColor(round(x * image.width()), round(y * image.height()))


@pytest.mark.parametrize("shape", [(960, 540), (800, 600), (960, 600), (1200, 500)])
@pytest.mark.parametrize("place", [0, 3, 13, 22, 28, 44])
def test_no_half_of_a_picture_is_empty(
    room: Room, qtbot, shape: tuple[int, int], place: int
) -> None:
    stage = Stage(room)
    qtbot.addWidget(stage)
    stage.resize(*shape)
    stage.show_state(Shown(place), TalkState(place=place))
    image = stage.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    width, height, line = image.width(), image.height(), image.bytesPerLine()
    grey = bytes(image.constBits())
    page = grey[2 * line + 2]
    foot = round(height * 0.92)  # the line at the foot fills no half

    def inked(left: float, top: float, right: float, bottom: float) -> int:
        first, last = round(left * width), round(right * width)
        ys = range(round(top * foot), round(bottom * foot), 3)
        rows = (grey[y * line + first : y * line + last : 3] for y in ys)
        return sum(len(row) - row.count(page) for row in rows)

    for half in ((0, 0, 0.5, 1), (0.5, 0, 1, 1), (0, 0, 1, 0.5), (0, 0.5, 1, 1)):
        assert inked(*half) > 150, half


def test_black_and_white_cover_the_whole_picture(stage: Stage) -> None:
    for blank, colour in ((Blank.BLACK, "#000000"), (Blank.WHITE, "#ffffff")):
        stage.show_state(Shown(4), TalkState(place=4, blank=blank))
        image = stage.grab().toImage()
        seen = {image.pixelColor(x, y).name() for x in range(0, 960, 7) for y in range(0, 540, 7)}
        assert seen == {colour}


def test_the_pointer_is_where_the_mouse_is_on_every_size(stage: Stage) -> None:
    state = TalkState(place=4, light=Light.POINTER, mouse=(0.8, 0.9))
    stage.show_state(Shown(4), state)
    for size in ((960, 540), (640, 360)):
        stage.resize(*size)
        colour = at(stage, 0.8, 0.9)
        assert colour.red() > 200
        assert colour.blue() < 100


def test_the_spotlight_leaves_its_circle_as_it_was_and_darkens_the_rest(stage: Stage) -> None:
    stage.show_state(Shown(4), TalkState(place=4))
    before = stage.grab().toImage()
    lit = TalkState(place=4, light=Light.SPOTLIGHT, mouse=(0.55, 0.35))
    stage.show_state(Shown(4), lit)
    after = stage.grab().toImage()
    spot = QPoint(528, 189)
    for dx in range(-30, 30, 5):
        assert after.pixelColor(spot + QPoint(dx, 0)) == before.pixelColor(spot + QPoint(dx, 0))
    light = [QPoint(x, y) for x in range(0, 400, 3) for y in range(60, 500, 3)]
    bright = [p for p in light if before.pixelColor(p).lightness() > 120]
    assert bright
    assert all(after.pixelColor(p).lightness() < 70 for p in bright)


def test_the_mouse_is_told_in_widths_and_heights(stage: Stage, qtbot) -> None:
    stage.show()
    with qtbot.waitSignal(stage.pointed) as pointed:
        QTest.mouseMove(stage, QPoint(240, 405))
    assert pointed.args == [pytest.approx(0.25, abs=0.01), pytest.approx(0.75, abs=0.01)]


def test_only_the_left_button_presses_the_picture(stage: Stage, qtbot) -> None:
    with qtbot.assertNotEmitted(stage.pressed):
        QTest.mouseClick(stage, Qt.MouseButton.RightButton)
    with qtbot.waitSignal(stage.pressed):
        QTest.mouseClick(stage, Qt.MouseButton.LeftButton)


def test_a_picture_is_painted_once_and_the_likely_next_one_ahead(stage: Stage, qtbot) -> None:
    stage.show()
    stage.grab()
    pictures = stage.pictures
    first = pictures.picture(Shown(0)).cacheKey()
    stage.grab()
    assert pictures.picture(Shown(0)).cacheKey() == first
    pictures.expect(Shown(1))
    qtbot.waitUntil(lambda: Shown(1) in pictures._kept)


def test_only_a_few_pictures_are_kept(stage: Stage) -> None:
    stage.grab()
    for place in range(12):
        stage.pictures.picture(Shown(place))
    assert len(stage.pictures._kept) < 6


@pytest.mark.parametrize("key", [None, "declaration-rate"])
def test_zoom_and_size_show_other_pictures(stage: Stage, room: Room, key: str | None) -> None:
    section = room.talk.briefing.sections[1].id
    place = room.talk.place_of(section, key)
    shown = Shown(place)
    pictures = [
        stage_image(stage, one)
        for one in (shown, replace(shown, zoomed=True), Shown(place, False, 3))
    ]
    assert pictures[0] != pictures[1]
    assert pictures[0] != pictures[2]


def stage_image(stage: Stage, shown: Shown):
    stage.show_state(shown, TalkState(place=shown.place))
    return stage.grab().toImage()


@pytest.mark.parametrize("size", [(559, 1000), (571, 1000), (613, 1000)])
def test_the_small_picture_is_laid_out_as_the_large_one(room: Room, qtbot, size) -> None:
    large, small = Stage(room), Stage(room, 16 / 9)
    for stage in (large, small):
        qtbot.addWidget(stage)
        stage.show_state(Shown(8), TalkState(place=8))
    large.resize(1024, 768)
    small.set_shape(1024 / 768)
    small.resize(*size)
    for stage in (large, small):
        stage.grab()
    assert small.pictures._slide.width == large.pictures._slide.width


def test_a_picture_that_nobody_waits_for_comes_after_the_others(stage: Stage, qtbot) -> None:
    stage.show_state(Shown(2), TalkState(place=2))
    before = stage.grab().toImage()
    stage.patient = True
    stage.show_state(Shown(3), TalkState(place=3))
    assert stage.grab().toImage() == before
    qtbot.waitUntil(lambda: stage.pictures.has(Shown(3)))
    late = stage.grab().toImage()
    assert late != before
    stage.patient = False
    assert stage.grab().toImage() == late
