"""Charts drawn by the one reader of their primitives, on pictures and in the items of windows."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QGraphicsScene

from tests.budget import examples
from tests.chart.build import chart, compiled, metric, one, series
from tests.chart.layout.scenes import any_scene
from tests.chart.test_compiling import any_metrics
from tests.pixels import colours, count
from viewer.chart import BoundStyle, Scene, Treatment, lay_out
from viewer.chart.drawing import AxisLine, Disc, strokes_of
from viewer.chart.layout import DESK, STYLES, Bar, Box, Dot, Placed
from viewer.design import THEMES, Role, palette
from viewer.model import Metric
from viewer.rendering.charts import NOTHING, Brush, ChartItem, Highlight
from viewer.rendering.charts.fonts import Type
from viewer.rendering.charts.painter import Colours
from viewer.rendering.style import Style

PLAIN = [metric("a", "50", label="甲"), metric("b", "100", label="乙")]
LINE = [series("s", {str(n): str(n % 3 + 1) for n in range(9)})]


def canvas(width: float, height: float, scale: float, ground: str) -> tuple[QImage, QPainter]:
    size = round(width * scale), round(height * scale)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.scale(scale, scale)
    return image, painter


def painted(scene: Scene, width: float, style: Style, scale: float = 1.0, kind: str = "desk"):
    """A chart as the painter draws it."""
    sizes, brush = STYLES[kind], Brush(style, fonts=Type(style.faces))
    placed = lay_out(scene, width, sizes, brush)
    image, painter = canvas(placed.width, placed.height, scale, style.palette.pane)
    brush.draw(painter, strokes_of(placed, sizes.arrow, card=sizes.card))
    painter.end()
    return image


def shown(scene: Scene, width: float, style: Style, scale: float = 1.0, lit: Highlight = NOTHING):
    """A chart as an item of a window shows it."""
    item = ChartItem()
    item.apply_style(style)
    item.set_scene(scene, width)
    item.light(lit)
    stage = QGraphicsScene()
    stage.addItem(item)
    area = item.boundingRect()
    image, painter = canvas(area.width(), area.height(), scale, style.palette.pane)
    stage.render(painter, QRectF(area), area)
    painter.end()
    return image


def drawn(placed: Placed, style: Style, lit: Highlight = NOTHING) -> QImage:
    image, painter = canvas(placed.width, placed.height, 1.0, style.palette.card)
    drawings = strokes_of(placed, DESK.arrow, card=False)
    Brush(style).draw(painter, drawings, Colours(style.palette, lit))
    painter.end()
    return image


@pytest.mark.parametrize("draw", [painted, shown])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_bars_are_painted_as_long_as_the_layout_says(style: Style, scale: float, draw) -> None:
    scene = one(PLAIN)
    blue = count(draw(scene, 400, style, scale), style.palette.of(scene.role))
    placed = lay_out(scene, 400, DESK, Type(style.faces))
    area = sum(bar.box.width * bar.box.height for bar in placed.bars)
    assert blue == pytest.approx(area * scale**2, rel=0.06)


@pytest.mark.parametrize("draw", [painted, shown])
@pytest.mark.parametrize("scale", [1.0, 2.0, 4.0])
def test_the_points_of_a_line_lie_on_it(style: Style, scale: float, draw) -> None:
    scene = one(LINE)
    placed = lay_out(scene, 400, DESK, Type(style.faces))
    image = draw(scene, 400, style, scale)
    colour = style.palette.of(placed.dots[0].role)
    for dot in placed.dots:
        at = round(dot.x * scale), round(dot.y * scale)
        assert image.pixelColor(*at).name() == colour


@pytest.mark.parametrize("draw", [painted, shown])
def test_an_axis_lies_where_its_labels_are(style: Style, draw) -> None:
    scene = one([metric("a", "1"), metric("b", "900")], [chart("bar", "a", "b", scale="log")])
    placed = lay_out(scene, 400, DESK, Type(style.faces))
    (axis,) = placed.axes
    image = draw(scene, 400, style, 2.0)
    y = round(2 * (axis.box.y + 2))
    ticks = [x for x in range(image.width()) if image.pixelColor(x, y).name() != "#ffffff"]
    for tick in axis.ticks:
        assert any(abs(x - 2 * tick) <= 3 for x in ticks)


@pytest.mark.parametrize("metrics", [PLAIN, LINE])
@pytest.mark.parametrize("theme", THEMES)
def test_windows_and_pictures_show_the_same_chart(
    style: Style, theme: str, metrics: list[Metric]
) -> None:
    """The plots of windows are another library's, so the edges of discs differ by shades."""
    dressed = replace(style, palette=palette(theme))
    one_, other = (draw(one(metrics), 420, dressed) for draw in (painted, shown))
    assert one_.size() == other.size()
    pairs = zip(colours(one_), colours(other), strict=True)
    unlike = [pair for pair in pairs if pair[0] != pair[1] and _far(*map(QColor, pair))]
    assert len(unlike) <= 0.002 * one_.width() * one_.height()
    assert one_.pixelColor(30, one_.height() - 8).name() == dressed.palette.card


def _far(one: QColor, other: QColor) -> bool:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return max(abs(a - b) for a, b in pairs) > 60


def test_the_selected_bar_takes_its_colour_and_the_others_step_back(style: Style) -> None:
    scene = one(PLAIN)
    image = shown(scene, 400, style, lit=Highlight(selected="a"))
    assert count(image, style.palette.selected) > 500
    assert count(image, style.palette.of(scene.role)) == 0


def test_the_selected_point_of_a_line_is_larger(style: Style) -> None:
    scene = one(LINE)
    key = scene.marks[3].key
    before, after = (
        count(shown(scene, 400, style, lit=Highlight(selected=lit)), style.palette.selected)
        for lit in ("", key)
    )
    assert before == 0
    assert after > 60


def bar(treatment: Treatment, ending: BoundStyle = BoundStyle.EXACT) -> Placed:
    box = Box(20, 20, 120, 20)
    marks = (Bar(box, Role.SERIES_1, "a", ending, treatment=treatment),)
    return Placed(200, 60, Box(0, 0, 200, 60), bars=marks)


def dot(treatment: Treatment, ending: BoundStyle = BoundStyle.EXACT) -> Placed:
    marks = (Dot(40, 30, Role.SERIES_1, "a", ending, treatment=treatment),)
    return Placed(80, 60, Box(0, 0, 80, 60), dots=marks)


@pytest.mark.parametrize("mark", [bar, dot])
def test_each_treatment_of_a_mark_looks_like_no_other(style: Style, mark) -> None:
    treatments = [one for one in Treatment if mark is bar or one is not Treatment.DASHED]
    images = [drawn(mark(treatment), style) for treatment in treatments]
    images.append(drawn(mark(Treatment.SOLID, BoundStyle.SOFT), style))
    assert all(one != other for number, one in enumerate(images) for other in images[:number])


@pytest.mark.parametrize("treatment", list(Treatment))
def test_every_treatment_of_a_mark_follows_the_selection(
    style: Style, treatment: Treatment
) -> None:
    own = style.palette.of(Role.SERIES_1)
    image = drawn(bar(treatment), style, Highlight(selected="a"))
    assert count(image, own) == 0
    assert count(drawn(bar(treatment), style, Highlight(selected="b")), own) == 0


@examples(20)
@given(any_scene(), st.integers(320, 1200), st.sampled_from(["desk", "room"]))
def test_any_scene_is_painted(style: Style, scene: Scene, width: int, kind: str) -> None:
    assert painted(scene, width, style, kind=kind).height() == round(
        lay_out(scene, width, STYLES[kind], Type(style.faces)).height
    )


@examples(20)
@given(any_metrics(), st.sampled_from(["bar", "share", "change", "line", "range", "stages"]))
def test_numbers_that_are_none_are_painted_too(
    style: Style, metrics: list[Metric], kind: str
) -> None:
    ids = [each.id for each in metrics]
    for scene in compiled(metrics, [chart(kind, *ids)], proven=False):
        assert not shown(scene, 420, style).isNull()


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


def test_a_chart_without_a_plot_loads_no_library_of_plots(style: Style) -> None:
    item = ChartItem()
    item.apply_style(style)
    item.set_scene(one(PLAIN), 400)
    assert item._plots is None
    drawings = strokes_of(item.placed, DESK.arrow)
    assert not any(isinstance(drawing, AxisLine | Disc) for drawing in drawings)
