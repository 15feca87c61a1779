from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from viewer.model import Passage, Section, Span
from viewer.present.passage_painter import Column
from viewer.present.presentation_model import Room
from viewer.present.slide_painter import FOOT, HEIGHT, TOP, Slide

SHAPES = [16 / 9, 16 / 10, 4 / 3, 21 / 9]


@pytest.mark.parametrize("size", [-6, 0, 6])
@pytest.mark.parametrize("shape", SHAPES)
def test_the_lit_sentence_of_every_step_is_in_view(room: Room, shape: float, size: int) -> None:
    slide = Slide(room, HEIGHT * shape)
    for step in room.talk.steps:
        if step.said is None:
            continue
        part = room.talk.parts[step.part]
        column = slide.column(part, size)
        scroll = column.scroll(step.said)
        top, bottom = column.lit_extent(step.said)
        assert scroll <= top + 1, step.key
        assert bottom <= scroll + (FOOT - TOP) + 1, step.key


@pytest.mark.parametrize("shape", SHAPES)
def test_the_back_row_can_read_every_passage(room: Room, shape: float) -> None:
    slide = Slide(room, HEIGHT * shape)
    for part in room.talk.parts:
        for size in (-6, 0):
            assert slide.column(part, size).size >= 28


def test_a_short_passage_is_set_larger_than_a_long_one(room: Room, style) -> None:  # type: ignore[no-untyped-def]
    sizes = [
        Slide(room, 1920).set_passage(Section("s", "t", Passage("字" * count)), 0).size
        for count in (40, 200, 2000)
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[2]


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


@pytest.mark.parametrize("place", [1, 2, 8, 13])
def test_the_figure_stands_dark_in_its_box_and_the_sentence_in_ink(room: Room, place: int) -> None:
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
    step = room.talk.steps[8]
    dark = QColor(room.audience.palette.on_selected).rgb()

    def drawn() -> tuple[list[QRectF], int]:
        section = room.talk.parts[step.part].section
        column = Column(section, room.audience, 34, QSizeF(740, 830))
        box = column.figure_rects(step.said)[0].translated(20, -column.scroll(step.said))
        image = painted(column, room, 8).copy(box.toAlignedRect())
        points = [(x, y) for x in range(image.width()) for y in range(image.height())]
        return column.figure_rects(step.said), sum(image.pixel(x, y) == dark for x, y in points)

    heavy = drawn()
    monkeypatch.setattr("viewer.present.passage_painter.STROKE", 0.0)
    plain = drawn()
    assert heavy[0] == plain[0]
    assert heavy[1] > 1.3 * plain[1]


def test_characters_beyond_the_first_plane_do_not_move_the_box(room: Room) -> None:
    plain = Section("s", "t", Passage("共有56项实现。" + "余" * 30))
    wide = Section("s", "t", Passage("𠮷有56项实现。" + "余" * 30))
    step = room.talk.steps[1]
    assert step.said is not None
    figure = replace(step.said.quantity, span=Span(2, 5), words=Span(2, 5))
    said = replace(step.said, quantity=figure, quote=Span(0, 7))
    boxes = [
        Column(section, room.audience, 40, QSizeF(700, 800)).figure_rects(said)
        for section in (plain, wide)
    ]
    assert boxes[0] == boxes[1]
