"""The charts of one window of a talk: each laid out once, lit anew for every step."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsScene

from viewer.briefing import Key
from viewer.chart import Scene
from viewer.paint.charts import ChartItem, height_for
from viewer.paint.style import Style
from viewer.present.focus import ALONE, BESIDE, focused

KIND = "stage"
SCALES = (2.8, 2.4, 2.0, 1.7, 1.55, 1.4, 1.25, 1.1, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""Sizes that a chart is tried at, so that it takes the room there is."""

LARGEST = {False: 1.7, True: 2.8}
"""The largest of them beside a passage, and where the chart is alone."""


class Charts:
    """Paints scenes from items of its own: no item is shared between windows or screens."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._kept: dict[tuple[int, int, int], tuple[QGraphicsScene, ChartItem]] = {}

    def paint(
        self,
        painter: QPainter,
        area: QRectF,
        scene: Scene,
        lit: Key | None,
        alone: bool = False,
    ) -> None:
        """Paint `scene` as large as it can be in `area`, the figure `lit` standing out.

        A chart that is `alone` may be larger, and have more rows, than one beside the passage.
        """
        short = focused(scene, lit, ALONE if alone else BESIDE)
        stage, item = self._item(short, area, LARGEST[alone], short is scene)
        item.select(lit)
        source = item.boundingRect()
        scale = min(area.width() / source.width(), area.height() / max(1.0, source.height()))
        free = area.height() - source.height() * scale
        target = QRectF(area.topLeft() + QPointF(0, free / 3), source.size() * scale)
        stage.render(painter, target, source)

    def _item(
        self, scene: Scene, area: QRectF, most: float, keep: bool
    ) -> tuple[QGraphicsScene, ChartItem]:
        """The drawing of a chart at a size; one that is cut around its lit row is not kept."""
        place = (id(scene), round(area.width()), round(area.height()))
        if not keep or place not in self._kept:
            drawn = self._laid_out(scene, area, most)
            if not keep:
                return drawn
            self._kept[place] = drawn
        return self._kept[place]

    def _laid_out(
        self, scene: Scene, area: QRectF, most: float
    ) -> tuple[QGraphicsScene, ChartItem]:
        fits = (
            scale
            for scale in SCALES
            if scale <= most
            and height_for(scene, area.width() / scale, self._style, KIND) * scale <= area.height()
        )
        item = ChartItem()
        item.dress(self._style)
        item.set_scene(scene, area.width() / next(fits, SCALES[-1]), KIND)
        stage = QGraphicsScene()
        stage.addItem(item)
        return stage, item
