"""A chart that is taken along is the exporter's: as the points lie, light, with its source."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from tests.chart.build import metric, one, series
from viewer.chart import Scene
from viewer.chart.drawing import Disc, Stroke
from viewer.design import palette
from viewer.export.chart_images import Caption, picture_from
from viewer.export.offscreen_app import page_style
from viewer.i18n import load
from viewer.rendering.charts.painter import Brush
from viewer.rendering.style import Style
from viewer.window.figures.chart_copy import SVG, TAKINGS, Copied
from viewer.window.figures.charts import ChartsPane

WORDS = load("zh_CN")
CAPTION = Caption("年度报告 · 统计处")


def bars() -> Scene:
    return one([metric("a", "50", label="甲"), metric("b", "100", label="乙")])


def line() -> Scene:
    return one([series("s", {str(year): str(year % 4 + 1) for year in range(2011, 2020)})])


def nowhere(name: str, suffix: str) -> None:
    del name, suffix


@pytest.mark.parametrize("scale", [1.0, 2.0, 4.0])
def test_the_points_of_a_copied_line_lie_on_it(qapp, scale: float) -> None:
    copied = Copied(line(), WORDS, CAPTION)
    image = copied.image(scale)
    picture = picture_from((copied.scene,), CAPTION, Brush(page_style(WORDS)))
    discs = [one for one in picture.strokes if isinstance(one, Disc)]
    (curve,) = (one for one in picture.strokes if isinstance(one, Stroke) and one.curve)
    assert [(disc.x, disc.y) for disc in discs] == list(curve.points)
    assert len(discs) == 9
    colour = palette("light").of(discs[0].fill)
    for disc in discs:
        assert image.pixelColor(round(disc.x * scale), round(disc.y * scale)).name() == colour
    assert image.width() == round(picture.width * scale)
    assert image.dotsPerMeterX() == round(96 / 0.0254 * scale)


def test_a_copy_is_svg_pixels_and_a_table_at_once(qapp) -> None:
    TAKINGS[0].take(Copied(bars(), WORDS, CAPTION), nowhere)
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    root = ET.fromstring(bytes(data.data(SVG).data()))
    assert CAPTION.source in "".join(root.itertext())
    assert "乙\t100 个\t100" in data.text()


def test_a_table_is_copied_as_text_alone(qapp) -> None:
    TAKINGS[1].take(Copied(bars(), WORDS, CAPTION), nowhere)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("指标\t")
    assert not data.hasImage()


@pytest.mark.parametrize(("number", "magic"), [(2, b"<?xml"), (3, b"\x89PNG")])
def test_a_chart_is_saved_as_svg_and_png(qapp, tmp_path: Path, number: int, magic: bytes) -> None:
    copied = Copied(bars(), WORDS, CAPTION)
    TAKINGS[number].take(copied, lambda name, suffix: tmp_path / f"chart{suffix}")
    (saved,) = tmp_path.iterdir()
    assert saved.read_bytes().startswith(magic)


def test_the_same_chart_is_copied_and_exported(qapp) -> None:
    from viewer.export.chart_images import svg_of
    from viewer.export.svg import measure

    scene = bars()
    assert Copied(scene, WORDS, CAPTION).svg() == svg_of(picture_from((scene,), CAPTION, measure))


def test_a_dark_window_copies_a_light_picture_with_its_caption(
    qtbot: QtBot, style: Style, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = ChartsPane()
    qtbot.addWidget(pane)
    pane.apply_style(replace(style, palette=palette("dark")))
    pane.show_scenes((bars(),))
    pane.menu.caption = lambda: Caption("年度报告", "有 1 处不符")
    pane.menu._take(TAKINGS[0], pane.column.scenes[0], pane._style)
    image = QImage(QGuiApplication.clipboard().image())
    assert image.pixelColor(2, 2).name() == QColor(palette("light").page).name()
    words = "".join(
        ET.fromstring(bytes(QGuiApplication.clipboard().mimeData().data(SVG).data())).itertext()
    )
    assert "年度报告" in words
    assert "有 1 处不符" in words
