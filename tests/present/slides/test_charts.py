from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.chart.build import chart, one, series
from tests.present.slides.test_comb import scene
from viewer.present.slides.charts import ALONE, READABLE, Charts, Setting
from viewer.present.slides.type_sizes import TypeSizes
from viewer.rendering.style import Style


def test_the_ring_of_the_lit_figure_is_whole_and_stands_off_its_words(style: Style) -> None:
    picture = QImage(1400, 900, QImage.Format.Format_RGB32)
    picture.fill(QColor(style.palette.page))
    setting = Setting(QSizeF(1000, 500), 9, "stage", 1.0)
    painter = QPainter(picture)
    placed, target = Charts(style).paint(painter, QPointF(200, 200), scene(3), "k0", setting)
    painter.end()
    box = placed.box_of("k0")
    assert box is not None
    scale = target.width() / placed.width
    edge = target.top() + box.y * scale
    ring, page = QColor(style.palette.selected), QColor(style.palette.page)

    def is_ring(x: int, y: int) -> bool:
        """Whether a pixel is painted as the ring, softened edges of it included."""
        colour = QColor(picture.pixel(x, y))
        return _distance(colour, ring) < _distance(colour, page)

    middle = round(edge + box.height * scale / 2)
    left = [x for x in range(round(target.left()) - 30, round(target.left())) if is_ring(x, middle)]
    above = [y for y in range(round(edge) - 6, round(edge) + 7) if is_ring(700, y)]
    assert left
    assert max(left) < target.left() - 2
    assert above


@pytest.mark.parametrize("width", [700, 850, 1000])
def test_columns_are_set_with_all_their_values(style: Style, width: int) -> None:
    values = {str(2021 + n): str(value) for n, value in enumerate((21000, 25000, 28000, 33000))}
    columns = one([series("a", values, "公里")], [chart("column", "a")])
    setting = Setting(QSizeF(width, 700), 9, "stage", ALONE)
    speck = QImage(1, 1, QImage.Format.Format_RGB32)
    painter = QPainter(speck)
    charts = Charts(style)
    placed, _ = charts.paint(painter, QPointF(), columns, "a@2021", setting)
    painter.end()
    assert charts.scale(columns, "a@2021", setting) >= READABLE
    assert {text.key for text in placed.texts if text.key} == {mark.key for mark in columns.marks}


def test_the_value_of_a_lit_point_stays_in_the_panel_of_its_line(style: Style) -> None:
    """A label over the next panel would hide the end of another line."""
    lines = [series(id, {str(2021 + n): f"{20 + n}000" for n in range(4)}) for id in "abcdef"]
    panels = one(lines, [chart("line", *"abcdef")])
    setting = Setting(QSizeF(1000, 500), 9, "tight", ALONE)
    for key in ("b@2021", "b@2023"):
        noted = TypeSizes()
        placed, target = Charts(style).paint(noted, QPointF(), panels, key, setting)
        noted.end()
        scale = target.width() / placed.width
        own = [hit.box for hit in placed.hits if hit.key.startswith("b@")]
        (label,) = noted._boxes[False]
        assert label.left() >= min(box.x for box in own) * scale
        assert label.right() <= max(box.right for box in own) * scale


def _distance(one: QColor, other: QColor) -> int:
    """How unlike two colours are: the sum over red, green and blue."""
    return (
        abs(one.red() - other.red())
        + abs(one.green() - other.green())
        + abs(one.blue() - other.blue())
    )
