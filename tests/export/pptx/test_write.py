from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from pptx import Presentation

from tests.export.conftest import METRICS
from viewer.export.context import CancelledError, Options, Takeaway, Watch
from viewer.export.pptx.theme import HEIGHT, WIDTH
from viewer.export.pptx.write import write
from viewer.model import Chart, Issue, Passage, Place, Point, Section

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


@pytest.mark.parametrize("options", [Options(), Options(notes=True)])
def test_notes_go_into_the_notes_of_the_first_slide_of_their_section(
    takeaway: Takeaway, options: Options
) -> None:
    slides = list(deck(takeaway, options).slides)
    noted = [slide for slide in slides if slide.has_notes_slide]
    assert [slides.index(slide) for slide in noted] == [1]
    assert noted[0].notes_slide.notes_text_frame.text.startswith("先讲总数")


def test_notes_stay_at_home_when_they_are_left_out(takeaway: Takeaway) -> None:
    data = write(takeaway, Options(notes=False), Watch())
    assert not any(slide.has_notes_slide for slide in Presentation(io.BytesIO(data)).slides)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert not any("先讲总数".encode() in parts.read(name) for name in parts.namelist())


def test_many_bars_go_over_slides_of_one_scale_without_losing_one(make: Make) -> None:
    titles = _many_bars(make, 40)
    charts = [chart_of(slide) for slide in titles]
    assert len(charts) == 4
    assert sum(len(list(chart.plots[0].categories)) for chart in charts) == 40
    assert len({chart.value_axis.maximum_scale for chart in charts}) == 1


def test_nothing_on_a_slide_leaves_it(make: Make) -> None:
    for count in (1, 5, 13, 40):
        for slide in _many_bars(make, count):
            for shape in slide.shapes:
                assert shape.top >= 0
                assert shape.top + shape.height <= HEIGHT
                assert shape.left + shape.width <= WIDTH


def _many_bars(make: Make, count: int) -> list[Any]:
    """The slides of a chart of `count` bars."""
    words = "。".join(f"第{chr(0x4E00 + n)}站来了{n + 20}人" for n in range(count))
    metrics = tuple(
        replace(
            METRICS[0],
            id=f"m{n}",
            label=f"第{chr(0x4E00 + n)}站",
            unit="人",
            of=None,
            points=(Point(f"m{n}", f"{n + 20}", Decimal(n + 20), cite=f"来了{n + 20}人"),),
        )
        for n in range(count)
    )
    chart = Chart("各站", tuple(m.id for m in metrics), "bar", id="all")
    section = Section("many", "很多", Passage(words), metrics, (chart,) if count > 1 else ())
    return list(deck(make((section,))).slides)[1:]


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
