"""A section's title for the room: its figures, and its words where it has no figures."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from viewer.present.presentation_model import Room, room_of
from viewer.present.slides.cards import _set
from viewer.present.slides.slide_painter import HEIGHT, Slide
from viewer.rendering.style import Style
from viewer.talk import Shown

WIDTH = 1920


def painted(room: Room, place: int) -> QImage:
    image = QImage(WIDTH, round(HEIGHT), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    Slide(room, WIDTH).paint(painter, Shown(place))
    painter.end()
    return image


def ink_below(image: QImage, top: int, ink: QColor) -> int:
    points = ((x, y) for y in range(top, 960, 3) for x in range(0, WIDTH, 2))
    return sum(image.pixelColor(x, y) == ink for x, y in points)


@pytest.fixture
def without_figures(sample, style: Style) -> Room:
    briefing = sample.briefing
    bare = tuple(replace(one, metrics=(), charts=()) for one in briefing.sections)
    return room_of(replace(briefing, sections=bare), {}, style)


def test_a_section_without_figures_shows_its_words(without_figures: Room) -> None:
    part = without_figures.talk.parts[1]
    ink = QColor(without_figures.audience.palette.ink)
    assert part.end - part.first > 1
    for place in range(part.first + 1, part.end):
        assert ink_below(painted(without_figures, place), 150, ink) > 2_000


def test_a_section_with_figures_shows_their_numbers_with_sign_and_bound(room: Room) -> None:
    steps = [step for step in room.talk.steps if step.metric is not None]
    said = {step.key: room.figure_of(step).whole for step in steps}
    assert said["video-rate"] == "80% 以上"
    changes = [said[step.key] for step in steps if step.metric.kind.value == "change"]
    assert changes and all(value.startswith(("+", "−")) for value in changes)


def test_words_below_a_number_are_set_smaller_before_they_are_cut(style: Style) -> None:
    faces = [style.faces.sans_font(45), style.faces.sans_font(29)]
    words = "今年前三个季度的平均办理时间 · 与上年同期相比"
    label, lines = _set(words, QSizeF(520, 140), faces)
    assert (label, "".join(lines)) == (faces[1], words)
    assert _set("办件量", QSizeF(520, 140), faces) == (faces[0], ("办件量",))
    _, lines = _set(words * 4, QSizeF(520, 140), faces)
    assert "…" in lines[-1]
