import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter

from tests.chart.build import chart, compiled, metric, one, series, share
from tests.chart.layout.scenes import any_scene
from tests.chart.test_compiling import any_metrics
from viewer.chart import Scene
from viewer.chart.layout import DESK, lay_out
from viewer.design import THEMES, palette
from viewer.model import Metric
from viewer.rendering.charts import as_image, as_svg, draw, draw_within, height_for
from viewer.rendering.charts.fonts import Type
from viewer.rendering.style import Style

PLAIN = [metric("a", "50", label="甲"), metric("b", "100", label="乙")]


def count(image: QImage, colour: str) -> int:
    """How many pixels are of a colour."""
    wanted = QColor(colour).rgb()
    return sum(
        image.pixel(x, y) == wanted for y in range(image.height()) for x in range(image.width())
    )


def test_a_picture_is_as_large_as_its_scale_says(style: Style) -> None:
    scene = one(PLAIN)
    small, large = (as_image(scene, 400, style, scale) for scale in (1.0, 2.0))
    assert small.width() == 400
    assert large.width() == 800
    assert abs(large.height() - 2 * small.height()) <= 1
    assert small.height() == round(height_for(scene, 400, style))


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_bars_are_painted_as_long_as_the_layout_says(style: Style, scale: float) -> None:
    scene = one(PLAIN)
    blue = count(as_image(scene, 400, style, scale), style.palette.of(scene.role))
    placed = lay_out(scene, 400, DESK, Type(style.faces))
    area = sum(bar.box.width * bar.box.height for bar in placed.bars)
    assert blue == pytest.approx(area * scale**2, rel=0.06)


def test_an_axis_lies_where_its_labels_are_at_any_scale(style: Style) -> None:
    scene = one([metric("a", "1"), metric("b", "900")], [chart("bar", "a", "b", scale="log")])
    placed = lay_out(scene, 400, DESK, Type(style.faces))
    (axis,) = placed.axes
    image = as_image(scene, 400, style, 2.0)
    y = round(2 * (axis.box.y + 2))
    ticks = [x for x in range(image.width()) if image.pixelColor(x, y).name() != "#ffffff"]
    for tick in axis.ticks:
        assert any(abs(x - 2 * tick) <= 3 for x in ticks)


def test_an_axis_writes_nothing_of_its_own_and_no_prefix_of_a_unit(style: Style) -> None:
    metrics = [metric("a", "25000", "亿元"), metric("b", "3000000", "亿元")]
    scene = one(metrics, [chart("bar", "a", "b", scale="log")])
    placed = lay_out(scene, 400, DESK, Type(style.faces))
    assert placed.axes
    lines = [line for text in placed.texts for line in text.lines]
    root = ET.fromstring(as_svg(scene, 400, style))
    written = ["".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text")]
    assert sorted(written) == sorted(lines)
    assert not any(re.search(r"[kMGµ]\s*亿元", line) for line in written)


def test_points_are_round(style: Style) -> None:
    scene = one([series("s", {str(n): str(n % 3 + 1) for n in range(9)})])
    dot = lay_out(scene, 400, DESK, Type(style.faces)).dots[0]
    image = as_image(scene, 400, style, 1.0)
    spots = [(round(dot.x) + x, round(dot.y) + y) for x in range(-6, 3) for y in range(-6, 7)]
    shades = {image.pixelColor(x, y).name() for x, y in spots}
    assert len(shades) > 6  # the edge of a disc without steps has shades between the two


def test_svg_draws_bars_in_the_same_pixels_as_its_text(style: Style) -> None:
    assert "matrix(0.75" not in as_svg(one(PLAIN), 480, style).decode()


def test_the_selected_bar_takes_its_colour_and_the_others_step_back(style: Style) -> None:
    scene = one(PLAIN)
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)  # what is not painted holds what was there before
    painter = QPainter(image)
    draw(painter, QRectF(0, 0, 400, 200), scene, style, selected="a")
    painter.end()
    assert count(image, style.palette.selected) > 500
    assert count(image, style.palette.of(scene.role)) == 0


def test_svg_keeps_text_as_text_and_says_what_it_shows(style: Style) -> None:
    scene = one([metric("a", "50", label="<b>甲</b> & 乙"), metric("b", "100", label="丙")])
    root = ET.fromstring(as_svg(scene, 480, style))
    texts = [node.text for node in root.iter("{http://www.w3.org/2000/svg}text")]
    said = "".join(text for text in texts if text)  # parted where the script changes
    assert "<b>甲</b> & 乙" in said
    assert "100 个" in said
    assert scene.title == (root.findtext("{http://www.w3.org/2000/svg}title") or "").strip()


def test_a_chart_fits_the_area_it_is_given(style: Style) -> None:
    scene = one([metric(f"m{n}", str(n + 9), label=f"指标{n}") for n in range(9)])
    image = QImage(900, 1200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)  # what is not painted holds what was there before
    painter = QPainter(image)
    room = draw_within(painter, QRectF(0, 0, 900, 700), scene, style)
    painter.end()
    assert 300 < room <= 700


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_paints_on_its_own_ground(style: Style, theme: str) -> None:
    dressed = replace(style, palette=palette(theme))
    image = as_image(one(PLAIN), 300, dressed, 1.0)
    assert image.pixelColor(0, 0).name() == dressed.palette.pane
    assert image.pixelColor(30, image.height() - 8).name() == dressed.palette.card


def test_a_page_of_a_pdf_takes_the_same_drawing(style: Style, tmp_path) -> None:
    path = tmp_path / "chart.pdf"
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    wide = replace(style, scale=writer.resolution() / 96)
    height = draw(painter, QRectF(0, 0, writer.width(), writer.height()), one(PLAIN), wide)
    painter.end()
    assert 0 < height < writer.height()
    assert path.stat().st_size > 2000


@given(any_scene(), st.integers(320, 1200), st.sampled_from(["desk", "room"]))
def test_any_scene_is_painted(style: Style, scene: Scene, width: int, kind: str) -> None:
    image = QImage(width, 80, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)  # what is not painted holds what was there before
    painter = QPainter(image)
    assert draw(painter, QRectF(0, 0, width, 80), scene, style, kind) > 0
    painter.end()


@given(any_metrics(), st.sampled_from(["bar", "share", "change", "line", "range", "stages"]))
def test_numbers_that_are_none_are_painted_too(
    style: Style, metrics: list[Metric], kind: str
) -> None:
    ids = [each.id for each in metrics]
    for scene in compiled(metrics, [chart(kind, *ids)], proven=False):
        assert not as_image(scene, 420, style, 1.0).isNull()


@given(any_scene(), st.integers(320, 1920))
def test_no_two_labels_overlap_in_real_type(style: Style, scene: Scene, width: int) -> None:
    placed = lay_out(scene, width, DESK, Type(style.faces))
    boxes = [text.box for text in placed.texts]
    assert not [
        (one, other)
        for number, one in enumerate(boxes)
        for other in boxes[:number]
        if one.meets(other)
    ]


def test_a_share_without_a_place_is_only_said(style: Style) -> None:
    scene = compiled([share("a", "NaN")], [chart("share", "a")], proven=False)[0]
    assert scene.marks[0].end is None or not Decimal.is_nan(scene.marks[0].end)
    assert not as_image(scene, 300, style).isNull()
