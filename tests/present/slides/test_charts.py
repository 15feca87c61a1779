from __future__ import annotations

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.present.slides.test_comb import scene
from viewer.present.slides.charts import Charts, Setting
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


def _distance(one: QColor, other: QColor) -> int:
    """How unlike two colours are: the sum over red, green and blue."""
    return (
        abs(one.red() - other.red())
        + abs(one.green() - other.green())
        + abs(one.blue() - other.blue())
    )
