from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor, QImage

from tests.pixels import colours
from viewer.chart.layout import Face
from viewer.design import palette
from viewer.export.chart_images import write_svg
from viewer.export.context import Options, Takeaway, Watch
from viewer.export.offscreen_app import page_style
from viewer.export.png import write_png
from viewer.export.svg import measure as svg_measure
from viewer.i18n import load
from viewer.model import Issue, Source, ViewerError
from viewer.rendering.charts.painter import Brush

Make = Callable[..., Takeaway]
ONE = Options(charts=("service/rates",))
SVG = "{http://www.w3.org/2000/svg}"


def image(takeaway: Takeaway, options: Options) -> QImage:
    return QImage.fromData(write_png(takeaway, options, Watch()))


def svg(takeaway: Takeaway, options: Options) -> ElementTree.Element:
    return ElementTree.fromstring(write_svg(takeaway, options, Watch()))


def texts(takeaway: Takeaway, options: Options) -> list[str]:
    return [str(one.text) for one in svg(takeaway, options).iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("options", "wide"),
    [(ONE, 640), (Options(ONE.charts, scale=4), 2560), (Options(ONE.charts, width=1000), 1000)],
)
def test_a_picture_is_as_wide_as_asked_and_keeps_its_shape(
    takeaway: Takeaway, options: Options, wide: int
) -> None:
    plain, made = image(takeaway, ONE), image(takeaway, options)
    assert made.width() == wide
    assert made.height() == pytest.approx(plain.height() * wide / 640, abs=1)


def test_bars_are_painted_in_proportion(takeaway: Takeaway) -> None:
    made = image(takeaway, ONE)
    series = {QColor(colour).rgb() for colour in palette("light").series}
    points, wide = colours(made), made.width()
    rows = (points[at : at + wide] for at in range(0, len(points), wide))
    widths = sorted({width for row in rows if (width := sum(map(series.__contains__, row))) > 20})
    assert widths[-1] / widths[0] == pytest.approx(27 / 3, rel=0.06)


def test_text_of_an_svg_stays_text(takeaway: Takeaway) -> None:
    said = texts(takeaway, ONE)
    assert {"提取率同比变化", "DNA 提取率", "+27%"} <= set(said)
    assert any("数字报" in line for line in said)


def test_an_svg_says_what_it_shows_and_which_mark_is_which_figure(takeaway: Takeaway) -> None:
    root = svg(takeaway, ONE)
    assert root.findtext(f"{SVG}title") == "提取率同比变化"
    assert "指纹提取率" in (root.findtext(f"{SVG}desc") or "")
    assert {bar.get("data-key") for bar in root.iter(f"{SVG}rect")} >= {"dna", "finger"}


def test_an_open_end_is_drawn_open_in_svg(takeaway: Takeaway) -> None:
    lines = list(svg(takeaway, Options(sections=("service",))).iter(f"{SVG}polyline"))
    assert any(line.get("data-key") == "video" for line in lines)


def test_a_section_comes_as_one_picture_of_all_its_charts(takeaway: Takeaway) -> None:
    whole = image(takeaway, Options(sections=("service",)))
    assert whole.height() > 2 * image(takeaway, ONE).height()
    assert {"申请类服务事项", "提取率同比变化"} <= set(
        texts(takeaway, Options(sections=("service",)))
    )


def test_a_file_for_many_charts_is_refused_with_their_names(takeaway: Takeaway) -> None:
    with pytest.raises(ViewerError) as refused:
        write_svg(takeaway, Options(), Watch())
    assert refused.value.code == "export-many"
    assert "service/rates" in str(refused.value.params["known"])


def test_a_picture_that_no_program_opens_is_refused(takeaway: Takeaway) -> None:
    with pytest.raises(ViewerError) as refused:
        write_png(takeaway, Options(sections=("service",), width=16_384), Watch())
    assert refused.value.code == "export-too-large"


def test_a_forced_picture_says_that_something_does_not_agree(make: Make) -> None:
    assert any("强制导出" in said for said in texts(make(issues=(Issue("quote-missing"),)), ONE))


def test_the_same_input_gives_the_same_bytes(make: Make) -> None:
    assert write_svg(make(), ONE, Watch()) == write_svg(make(), ONE, Watch())
    assert write_png(make(), ONE, Watch()) == write_png(make(), ONE, Watch())


def test_the_marks_of_an_english_text_are_drawn_in_a_latin_face_and_measured_narrow(
    make: Make,
) -> None:
    title = "The crew’s “long” watch"
    one = make(title=title, source=Source())
    drawn = {
        str(text.text): text.get("font-family", "") for text in svg(one, ONE).iter(f"{SVG}text")
    }
    source = next(line for line in drawn if line.startswith(title))
    assert drawn[source].startswith("'Briefing Sans Latin'")
    assert drawn["DNA 提取率"] == ""
    for measure in (svg_measure, Brush(page_style(load("en")))):
        assert measure("crew’s", Face(20)) < measure("crews", Face(20)) + 11
        assert measure("‘船员’", Face(20)) > measure("船员", Face(20)) + 30
