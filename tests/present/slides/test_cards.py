"""A section's title for the room: its figures, and its words where it has no figures."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from tests.pixels import count_at
from tests.present.slides.test_slide_painter import opened_gallery
from viewer.present.presentation_model import Room, room_of
from viewer.present.slides import text_painting
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
    return count_at(image, ink, range(0, WIDTH, 2), range(top, 960, 3))


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
    label, lines, cut = _set(words, QSizeF(520, 140), faces)
    assert (label, "".join(lines), cut) == (faces[1], words, False)
    assert _set("办件量", QSizeF(520, 140), faces) == (faces[0], ("办件量",), False)
    _, lines, cut = _set(words * 4, QSizeF(520, 140), faces)
    assert cut and "…" in lines[-1]
    _, lines, cut = _set(words * 4, QSizeF(520, 300), faces)
    assert "".join(lines) == words * 4 and not cut


@pytest.mark.parametrize("size", [0, 4])
@pytest.mark.parametrize("shape", [4 / 3, 16 / 9])
def test_long_labels_and_what_charts_measure_are_never_cut(
    style: Style, monkeypatch: pytest.MonkeyPatch, shape: float, size: int
) -> None:
    gallery = opened_gallery()
    assert gallery.briefing is not None
    room = room_of(gallery.briefing, gallery.proof.figures, style)
    slide, put = Slide(room, round(HEIGHT * shape)), list[str]()
    monkeypatch.setattr(text_painting, "draw_text", lambda *words: put.append(words[2]) or 0.0)
    painter = QPainter(speck := QPixmap(1, 1))
    labelled = [part for part in room.talk.parts if part.section.id in ("labels", "changes")]
    for place in {place for part in labelled for place in range(part.first, part.first + 4)}:
        slide.paint(painter, Shown(place, size=size))
    painter.end()
    assert speck and put and not [words for words in put if "…" in words]
