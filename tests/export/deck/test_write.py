from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from pptx import Presentation

from viewer.briefing import Issue, Place
from viewer.export.deck.write import write
from viewer.export.takeaway import CancelledError, Options, Takeaway, Watch

Make = Callable[..., Takeaway]


def deck(takeaway: Takeaway, options: Options | None = None) -> Any:
    return Presentation(io.BytesIO(write(takeaway, options or Options(), Watch())))


def texts(slide: Any) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def chart_of(slide: Any) -> Any:
    return next(shape.chart for shape in slide.shapes if shape.has_chart)


def test_is_wide_and_begins_with_title_source_and_proof(takeaway: Takeaway) -> None:
    made = deck(takeaway)
    assert made.slide_width / made.slide_height == pytest.approx(16 / 9, rel=1e-3)
    said = texts(made.slides[0])
    assert said[0] == "公安基层基础建设首战告捷"
    assert "数字报" in said[1]
    assert "7 / 7" in said[1]


def test_a_change_is_a_native_chart_whose_workbook_holds_the_numbers(takeaway: Takeaway) -> None:
    slide = next(s for s in deck(takeaway).slides if texts(s)[0] == "提取率同比变化")
    chart = chart_of(slide)
    assert list(chart.plots[0].categories) == ["DNA 提取率", "指纹提取率"]
    assert list(chart.plots[0].series[0].values) == [27.0, 3.0]
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert [cell.value for cell in book.active["B"]][1:] == [27, 3]


def test_parts_of_a_whole_stand_against_their_full_track(takeaway: Takeaway) -> None:
    slide = next(s for s in deck(takeaway).slides if texts(s)[0] == "申请类服务事项")
    part, rest = chart_of(slide).plots[0].series
    sums = [a + b for a, b in zip(part.values, rest.values, strict=True)]
    assert sums == pytest.approx([1.0] * len(sums))
    assert pytest.approx(56 / 74) in list(part.values)


def test_quotes_stand_beneath_and_what_was_computed_shows_its_formula(takeaway: Takeaway) -> None:
    slide = next(s for s in deck(takeaway).slides if texts(s)[0] == "申请类服务事项")
    said = "\n".join(texts(slide))
    assert "有56项实现“最多跑一次”" in said
    assert "56 ÷ 74 ≈ 75.7%" in said
    assert "原文未说明两类是否互斥" in said


def test_notes_go_into_the_notes_of_the_first_slide_of_their_section(takeaway: Takeaway) -> None:
    slides = list(deck(takeaway, Options(notes=True)).slides)
    noted = [slide for slide in slides if slide.has_notes_slide]
    assert [slides.index(slide) for slide in noted] == [1]
    assert noted[0].notes_slide.notes_text_frame.text.startswith("先讲总数")


def test_notes_stay_at_home_unless_asked_for(takeaway: Takeaway) -> None:
    assert not any(slide.has_notes_slide for slide in deck(takeaway).slides)


def test_every_run_names_an_east_asian_face_and_its_language(takeaway: Takeaway) -> None:
    for slide in deck(takeaway).slides:
        runs = slide._element.findall(".//{*}r/{*}rPr")
        assert runs
        assert all(run.find("{*}ea") is not None and run.get("lang") for run in runs)


def test_a_forced_export_says_on_its_first_slide_what_does_not_agree(make: Make) -> None:
    issue = Issue("quote-missing", place=Place(12))
    assert "第 12 行" in texts(deck(make(issues=(issue,))).slides[0])[1]


def test_hostile_and_long_text_survives(make: Make) -> None:
    section = make().briefing.sections[0]
    label = "标签" * 20 + "\x00\x1b<a:t>&"
    metrics = tuple(replace(m, label=label) for m in section.metrics)
    made = deck(make((replace(section, metrics=metrics, title="\x07<x>&"),)))
    assert any("\ufffd<x>&" in texts(slide) for slide in made.slides)


def test_the_same_input_gives_the_same_bytes(make: Make) -> None:
    assert write(make(), Options(), Watch()) == write(make(), Options(), Watch())


def test_stops_when_it_is_no_longer_wanted(takeaway: Takeaway) -> None:
    with pytest.raises(CancelledError):
        write(takeaway, Options(), Watch(cancelled=lambda: True))
