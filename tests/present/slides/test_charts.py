from __future__ import annotations

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.present.slides.test_comb import scene
from viewer.present.slides.charts import Charts, Setting
from viewer.rendering.charts.item import RING_AWAY
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
    ring = QColor(style.palette.selected).rgb()
    above = [y for y in range(round(edge) - 3, round(edge) + 6) if picture.pixel(700, y) == ring]
    beside = round(target.left() - RING_AWAY * scale / 2)
    assert above
    assert all(
        QColor(picture.pixel(beside, y)) == QColor(style.palette.page)
        for y in range(round(edge) + 12, round(edge + box.height * scale) - 12)
    )
