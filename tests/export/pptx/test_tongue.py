from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.export.pptx.test_write import deck
from viewer.design import reads_latin
from viewer.export.context import Takeaway
from viewer.export.pptx.theme import elided_hanzi, ems, run_language

Make = Callable[..., Takeaway]


@pytest.mark.parametrize(
    ("text", "deck_in", "run_in"),
    [
        ("the Authority’s “quiet” year", "zh-CN", "en-US"),
        ("the Authority’s “quiet” year", "en-GB", "en-GB"),
        ("“一号工程”", "zh-CN", "zh-CN"),
        ("“一号工程”", "en", "zh-CN"),
        ("39", "zh-CN", "zh-CN"),
        ("39", "en", "en"),
    ],
)
def test_a_run_is_in_the_language_of_its_letters(text: str, deck_in: str, run_in: str) -> None:
    assert run_language(text, deck_in) == run_in


def test_no_quotation_mark_of_an_english_run_is_in_a_chinese_one(make: Make) -> None:
    section = make().briefing.sections[0]
    metrics = tuple(replace(m, label="the crew’s “long” watch") for m in section.metrics)
    made = deck(make((replace(section, metrics=metrics, title="Crews’ hours"),)))
    marked = [
        (run.getparent().find("{*}t").text, run.get("lang"))
        for slide in made.slides
        for run in slide._element.findall(".//{*}r/{*}rPr")
        if "’" in (run.getparent().find("{*}t").text or "")
    ]
    assert len(marked) > 3
    for text, lang in marked:
        assert lang == ("en-US" if reads_latin(text) else "zh-CN"), text
    assert any(lang == "en-US" for _, lang in marked)
    charts = [shape.chart for slide in made.slides for shape in slide.shapes if shape.has_chart]
    assert charts
    assert {chart.font._element.get("lang") for chart in charts} == {"en-US"}


def fields(slide: Any) -> list[str]:
    return [field.get("type") for field in slide._element.findall(".//{*}fld")]


def test_every_slide_but_the_title_says_its_number(takeaway: Takeaway) -> None:
    first, *others = deck(takeaway).slides
    assert fields(first) == []
    assert all(fields(slide) == ["slidenum"] for slide in others)


def test_a_text_is_cut_to_the_room_it_has() -> None:
    assert elided_hanzi("短", 3) == "短"
    cut = elided_hanzi("长" * 40, 12)
    assert cut.endswith("…")
    assert 11 <= ems(cut) <= 12
