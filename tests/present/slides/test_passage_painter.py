from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.pixels import count
from viewer.model import Passage, Section, Span
from viewer.present.presentation_model import Room
from viewer.present.slides.passage_painter import Column
from viewer.present.slides.slide_painter import HEIGHT, TYPE, Slide, body_of
from viewer.talk import pages_of

SHAPES = [16 / 9, 16 / 10, 4 / 3, 21 / 9]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_lit_sentence_of_every_step_is_in_view_in_the_strip_below_its_chart(
    room: Room, shape: float
) -> None:
    slide = Slide(room, HEIGHT * shape)
    body = body_of(QRectF(0, 0, HEIGHT * shape, HEIGHT))
    for step in room.talk.steps:
        if step.said is None:
            continue
        area = slide.strip_area(body, step)
        column = slide.column(room.talk.parts[step.part], slide.strip_type(step), area.size(), step)
        scroll = column.scroll(step.said)
        (figure, *_) = column.figure_rects(step.said)
        assert scroll <= figure.top() + 1, step.key
        assert figure.bottom() <= scroll + area.height() + 1, step.key


def test_a_strip_begins_with_the_paragraph_and_not_with_the_last_words_of_the_one_before(
    room: Room,
) -> None:
    slide = Slide(room, HEIGHT * 16 / 9)
    body = body_of(QRectF(0, 0, HEIGHT * 16 / 9, HEIGHT))
    for key in ("police-rooms", "safety-groups", "grid-tasks"):
        step = next(one for one in room.talk.steps if one.key == key)
        part, area = room.talk.parts[step.part], slide.strip_area(body, step)
        column = slide.column(part, slide.strip_type(step), area.size(), step)
        seen = column.seen(step.said)
        assert seen.start in [span.start for span in part.section.passage.paragraphs]
        assert seen.holds(step.said.quantity.words)


def test_the_back_row_can_read_the_strip() -> None:
    assert TYPE >= 28


@pytest.mark.parametrize("place", range(4))
def test_the_paragraph_of_a_text_step_is_in_view(room: Room, place: int) -> None:
    text = "".join("段落里的一句话。" * 30 + "\n" for _ in range(4))
    section = Section("s", "t", Passage(text))
    column = Column(section, room.audience, 40, QSizeF(1400, 700))
    span = pages_of(text, all_=True)[place]
    (first, *_) = column._rects(span)
    scroll = column.scroll(None, span)
    assert scroll <= first.top() + 1 <= scroll + 700


def painted(column: Column, room: Room, place: int) -> QImage:
    image = QImage(800, 840, QImage.Format.Format_RGB32)
    image.fill(QColor(room.audience.palette.page))
    painter = QPainter(image)
    step = room.talk.steps[place]
    part = room.talk.parts[step.part]
    column.paint(painter, QPointF(20, 0), room.talk.steps[part.first : part.end], step)
    painter.end()
    return image


def colours_in(image: QImage, rect: QRectF) -> set[str]:
    part = image.copy(rect.toAlignedRect().adjusted(1, 1, -1, -1))
    raw = bytes(part.constBits())
    return {f"#{raw[i + 2]:02x}{raw[i + 1]:02x}{raw[i]:02x}" for i in range(0, len(raw), 4)}


@pytest.mark.parametrize(
    "key", ["guidance-documents", "yearly-tasks", "officers-added", "grid-tasks"]
)
def test_the_figure_stands_dark_in_its_box_and_the_sentence_in_ink(room: Room, key: str) -> None:
    place = next(at for at, step in enumerate(room.talk.steps) if step.key == key)
    step = room.talk.steps[place]
    part = room.talk.parts[step.part]
    column = Column(part.section, room.audience, 34, QSizeF(740, 830))
    image = painted(column, room, place)
    box = column.figure_rects(step.said)[0].translated(20, -column.scroll(step.said))
    colours = room.audience.palette
    inside = colours_in(image, box)
    assert {colours.selected, colours.on_selected} <= inside
    assert colours.ink not in inside
    beside = QRectF(0, box.top(), 800, box.height())
    assert colours.ink in colours_in(image, beside)


def test_the_figure_is_set_heavier_without_moving_a_word(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = next(at for at, step in enumerate(room.talk.steps) if step.key == "officers-added")
    step = room.talk.steps[place]
    dark = room.audience.palette.on_selected

    def drawn() -> tuple[list[QRectF], int]:
        section = room.talk.parts[step.part].section
        column = Column(section, room.audience, 34, QSizeF(740, 830))
        box = column.figure_rects(step.said)[0].translated(20, -column.scroll(step.said))
        image = painted(column, room, place).copy(box.toAlignedRect())
        return column.figure_rects(step.said), count(image, dark)

    heavy = drawn()
    monkeypatch.setattr("viewer.present.slides.passage_painter.STROKE", 0.0)
    plain = drawn()
    assert heavy[0] == plain[0]
    assert heavy[1] > 1.15 * plain[1]


def test_characters_beyond_the_first_plane_do_not_move_the_box(room: Room) -> None:
    plain = Section("s", "t", Passage("共有56项实现。" + "余" * 30))
    wide = Section("s", "t", Passage("𠮷有56项实现。" + "余" * 30))
    step = next(step for step in room.talk.steps if step.said)
    assert step.said is not None
    said: Any = step.said
    figure = replace(said.quantity, span=Span(2, 5), words=Span(2, 5))
    said = said._replace(quantity=figure, quote=Span(0, 7))
    boxes = [
        Column(section, room.audience, 40, QSizeF(700, 800)).figure_rects(said)
        for section in (plain, wide)
    ]
    assert boxes[0] == boxes[1]
