"""The proof on stage: the whole passage, where its lit words stand, and that all figures agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from viewer.model import Passage, Span
from viewer.pipeline import Opened
from viewer.present.presentation_model import Room, room_of
from viewer.present.slides.slide_painter import HEIGHT, Slide
from viewer.present.slides.text_painting import SMALL
from viewer.present.slides.type_sizes import TypeSizes
from viewer.talk import On, Part, Shown

SHAPES = [16 / 9, 16 / 10, 4 / 3]


def noted(slide: Slide, shown: Shown) -> tuple[TypeSizes, set[object]]:
    """The texts of a picture, and the figures whose words are in view."""
    types = TypeSizes()
    painted = slide.paint(types, shown)
    types.end()
    return types, {key for key, on, _ in painted.targets if on is On.WORDS}


def said_of(slide: Slide, place: int) -> str:
    return "\n".join(text for text, _ in noted(slide, Shown(place, passage=True))[0].texts)


def place_of(room: Room, key: str) -> int:
    return next(at for at, step in enumerate(room.talk.steps) if step.key == key)


def sections(room: Room) -> Sequence[Part]:
    return [part for part in room.talk.parts if part.figures]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_passage_names_source_page_paragraph_and_the_proof(room: Room, shape: float) -> None:
    slide = Slide(room, HEIGHT * shape)
    said = said_of(slide, place_of(room, "station-chiefs"))
    assert "来源：数字报要闻公安一版第4段，共4段" in said.replace("\n", "")
    assert "43/43项数字与原文核对一致" in said


def test_the_proof_is_silent_where_a_figure_does_not_agree(room: Room) -> None:
    slide = Slide(replace(room, agreeing=room.cited - 1), HEIGHT * 16 / 9)
    said = said_of(slide, place_of(room, "station-chiefs"))
    assert "第4段，共4段" in said
    assert "核对一致" not in said


def test_a_chart_names_no_paragraph_and_lights_the_whole_passage(room: Room) -> None:
    slide = Slide(room, HEIGHT * 16 / 9)
    assert "段" not in said_of(slide, sections(room)[0].first)


@pytest.mark.parametrize("shape", [16 / 9, 16 / 10])
def test_a_passage_that_can_be_read_whole_is_shown_whole(room: Room, shape: float) -> None:
    slide = Slide(room, HEIGHT * shape)
    for part in sections(room):
        types, seen = noted(slide, Shown(part.first, passage=True))
        steps = room.talk.steps[part.first : part.end]
        assert seen == {step.key for step in steps if step.said is not None}
        assert types.passage >= SMALL
        assert not types.overlaps


def test_of_a_passage_that_is_too_long_the_room_is_told_which_paragraphs_it_sees(
    room: Room, sample: Opened
) -> None:
    assert sample.briefing is not None
    slide = Slide(room, HEIGHT * 4 / 3)
    assert "节选：第2–4段" in said_of(slide, place_of(room, "station-chiefs"))
    assert "节选" not in said_of(slide, place_of(room, "guidance-documents"))
    first = sample.briefing.sections[0]
    long_ = replace(first, passage=Passage(f"{first.passage.text}\n\n" + "长话。\n\n" * 40))
    briefing = replace(sample.briefing, sections=(long_, *sample.briefing.sections[1:]))
    longer = room_of(briefing, sample.proof.figures, room.audience)
    at = place_of(longer, "guidance-documents")
    assert "节选：第1–" in said_of(Slide(longer, HEIGHT * 16 / 9), at)


def test_what_is_within_a_paragraph_has_its_number() -> None:
    passage = Passage("一段话。\n\n二段话，长些。\n")
    assert passage.paragraph_number(Span(1, 3)) == 1
    assert passage.paragraph_number(Span(8, 9)) == 2
    assert passage.paragraph_number(Span(3, 8)) == 0
