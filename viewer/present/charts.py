"""The charts of one window of a talk: each laid out once, lit anew for every step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsScene

from viewer.chart import Scene
from viewer.model import Key
from viewer.present.visible_rows import focused
from viewer.rendering.charts import ChartItem, height_for
from viewer.rendering.style import Style

SCALES = (2.8, 2.4, 2.0, 1.7, 1.55, 1.4, 1.25, 1.1, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""Sizes that a chart is tried at, so that it takes the room there is."""

READABLE = 1.0
"""The size at which labels have the 28 pixels on 1080 lines that the back row reads."""

BESIDE, ALONE = 1.7, 2.8
"""The largest size beside a passage, and where the chart is alone."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One way to set a chart: the room it has, its most rows, its style, the largest size."""

    room: QSizeF
    rows: int
    kind: str = "stage"
    most: float = BESIDE


class Charts:
    """Paints scenes from items of its own: no item is shared between windows or screens."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._kept: dict[tuple[object, ...], tuple[QGraphicsScene, ChartItem]] = {}
        self._fits: dict[tuple[object, ...], bool] = {}

    def readable(self, scene: Scene, lit: Key | None, settings: Sequence[Setting]) -> int:
        """Which of `settings` is the first that the back row can read; the last if none is."""
        last = len(settings) - 1
        return next((n for n, one in enumerate(settings) if self._reads(scene, lit, one)), last)

    def paint(
        self, painter: QPainter, at: QPointF, scene: Scene, lit: Key | None, setting: Setting
    ) -> None:
        """Paint `scene` as large as it can be, the figure `lit` standing out."""
        stage, item = self._item(scene, lit, setting)
        item.select(lit)
        source, room = item.boundingRect(), setting.room
        scale = min(room.width() / source.width(), room.height() / max(1.0, source.height()))
        free = room.height() - source.height() * scale
        target = QRectF(at + QPointF(0, free / 3), source.size() * scale)
        stage.render(painter, target, source)

    def _reads(self, scene: Scene, lit: Key | None, setting: Setting) -> bool:
        short = focused(scene, lit, setting.rows)
        key = _place(scene, short, setting)
        if key not in self._fits:
            self._fits[key] = self._fit(short, setting, READABLE)
        return self._fits[key]

    def _fit(self, short: Scene, setting: Setting, scale: float) -> bool:
        room = setting.room
        high = height_for(short, room.width() / scale, self._style, setting.kind)
        return high * scale <= room.height()

    def _item(
        self, scene: Scene, lit: Key | None, setting: Setting
    ) -> tuple[QGraphicsScene, ChartItem]:
        short = focused(scene, lit, setting.rows)
        key = _place(scene, short, setting)
        if key not in self._kept:
            self._kept[key] = self._laid_out(short, setting)
        return self._kept[key]

    def _laid_out(self, short: Scene, setting: Setting) -> tuple[QGraphicsScene, ChartItem]:
        scales = (scale for scale in SCALES if scale <= setting.most)
        fits = (scale for scale in scales if self._fit(short, setting, scale))
        item = ChartItem()
        item.dress(self._style)
        item.set_scene(short, setting.room.width() / next(fits, SCALES[-1]), setting.kind)
        stage = QGraphicsScene()
        stage.addItem(item)
        return stage, item


def _place(scene: Scene, short: Scene, setting: Setting) -> tuple[object, ...]:
    """What a drawing is kept by: scenes live as long as their talk, cuts from them do not."""
    room, rows = setting.room, tuple(mark.key for mark in short.marks)
    return id(scene), rows, round(room.width()), round(room.height()), setting.kind
