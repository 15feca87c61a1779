import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView

from tests.chart.build import chart, metric, one, series
from viewer.chart.drawing import Letters
from viewer.design import palette
from viewer.rendering.charts import ChartItem, painter
from viewer.rendering.charts.painter import Brush
from viewer.rendering.style import Style


def item_of(style: Style) -> ChartItem:
    item = ChartItem()
    item.apply_style(style)
    return item


def test_an_item_stands_in_any_graphics_scene(style: Style) -> None:
    stage = QGraphicsScene()
    item = item_of(style)
    stage.addItem(item)
    item.set_scene(one([metric("a", "50"), metric("b", "100")]), 400)
    assert item.sceneBoundingRect().width() == 400
    assert item in stage.items()


def test_an_item_is_fed_again_and_grows_no_children(style: Style) -> None:
    item = item_of(style)
    line = one([series("s", {str(n): str(n) for n in range(9)})])
    bars = one([metric("a", "50"), metric("b", "100")])
    item.set_scene(line, 400)
    item.set_scene(bars, 400)
    before = len(item.childItems())
    for _ in range(5):
        item.set_scene(line, 500)
        item.set_scene(bars, 300)
    assert len(item.childItems()) == before


def test_what_lies_under_the_pointer_is_told_by_key(style: Style) -> None:
    item = item_of(style)
    item.set_scene(one([metric("a", "50"), metric("b", "100")]), 400)
    box = item.placed.box_of("a")
    assert box is not None
    assert item.placed.at(box.x + 5, box.y + 5) == "a"
    assert item.placed.at(1, 1) == ""


def test_selecting_lights_and_letting_go_puts_out(style: Style) -> None:
    item = item_of(style)
    item.set_scene(one([metric("a", "50"), metric("b", "100")]), 400)
    item.select("a")
    assert item.lit.selected == "a"
    item.select(None)
    assert item.lit.selected == ""


def test_an_item_that_is_let_go_is_gone_at_once(style: Style) -> None:
    """A cycle would leave it to the collector, which may free it after its graphics scene."""
    item = item_of(style)
    item.set_scene(one([series("s", {str(n): str(n) for n in range(9)})]), 400)
    watched = weakref.ref(item)
    gc.disable()
    try:
        del item
        assert watched() is None
    finally:
        gc.enable()


def test_the_same_scene_is_not_laid_out_again_but_in_another_dress_or_width_it_is(
    style: Style,
) -> None:
    item = item_of(style)
    scene = one([metric("a", "50"), metric("b", "100")])
    item.set_scene(scene, 400)
    placed = item.placed
    item.select("a")
    item.set_scene(scene, 400)
    assert item.placed is placed
    assert item.lit.selected == ""
    item.set_scene(scene, 500)
    assert item.placed.width == 500
    placed = item.placed
    item.apply_style(replace(style, palette=palette("dark")))
    item.set_scene(scene, 500)
    assert item.placed is not placed


def test_of_a_chart_of_hundreds_of_rows_only_those_in_sight_are_painted(
    style: Style, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [metric(f"m{n}", str(n + 1)) for n in range(300)]
    scene = one(many, [chart("bar", *(metric.id for metric in many))])
    item = item_of(style)
    stage = QGraphicsScene()
    stage.addItem(item)
    item.set_scene(scene, 500)
    whole = painted(stage, item.boundingRect())
    piece = QRectF(0, item.placed.height / 2, 500, 300)
    counts = []
    letters = Brush.letters
    monkeypatch.setitem(painter._DRAW, Letters, lambda *args: counts.append(args) or letters(*args))
    assert painted(stage, piece) == whole.copy(piece.toRect())
    assert 10 < len(counts) < 120


def painted(stage: QGraphicsScene, area: QRectF) -> QImage:
    """A piece of a stage, as a window paints it."""
    view = QGraphicsView(stage)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.setSceneRect(area)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.resize(area.size().toSize())
    return view.grab().toImage()
