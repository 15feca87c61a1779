"""A chart with very many rows: all of them as thin bars, and words at the lit one alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.chart import FORM_ROWS, Scene
from viewer.model import Key
from viewer.present.slides.charts import ALONE, Charts, Setting
from viewer.present.slides.text_painting import SMALL, broken, draw_lines, line_step, width_of
from viewer.present.slides.visible_rows import rank_of, rows_of
from viewer.rendering.style import Style

MANY = 16
"""A chart with more rows than this shows them all without their words."""
WORDS, WORDS_MOST = 0.27, 0.4
"""The part of the width that is left free for the words beside the bars, and what it is at most
where the place of a figure among all takes more."""
LEADER = 12.0


def comb_of(charts: Charts, scene: Scene, room: QSizeF) -> Setting | None:
    """How all rows of a chart are set, if it has very many and they go into the room."""
    rows = len(rows_of(scene))
    if rows <= MANY or not FORM_ROWS[scene.form].abridges:
        return None
    bars = QSizeF(room.width() - words_width(charts.style, scene, room.width()), room.height())
    setting = Setting(bars, rows, "comb", ALONE, bare=True)
    return setting if charts.fits(scene, setting) else None


def words_width(style: Style, scene: Scene, width: float) -> float:
    """What of a width is left free for the words: their line of a figure's place is not broken."""
    count = len(rows_of(scene))
    place = style.words("present.rank", rank=count, count=count)
    needed = 3 * LEADER + width_of(place, style.faces.sans_font(SMALL))
    return max(width * WORDS, min(width * WORDS_MOST, needed))


@dataclass(frozen=True, slots=True)
class Comb:
    """A chart of thin bars that is painted into an area, to the left of its words."""

    area: QRectF
    scene: Scene
    style: Style

    def paint_words(
        self, painter: QPainter, lit: Sequence[Key], bars: Sequence[tuple[Key, QRectF]]
    ) -> None:
        """Name the lit bars with their value and their place among all; else the first and last."""
        keys = [mark.key for mark in rows_of(self.scene)]
        chosen = [key for key in keys if key in lit]
        for key, bar in bars:
            if key in (chosen or (keys[0], keys[-1])):
                self._paint_at(painter, key, bar, lit=key in chosen)

    def _paint_at(self, painter: QPainter, key: Key, bar: QRectF, *, lit: bool) -> None:
        """The words of a bar in the free part of the width, and a line from its end to them."""
        area, colours, sans = self.area, self.style.palette, self.style.faces.sans_font
        bold, plain = sans(SMALL, bold=True), sans(SMALL)
        left = area.right() - words_width(self.style, self.scene, area.width()) + 3 * LEADER
        mark = self.scene.by_key[key]
        named = f"{mark.label}  {mark.as_written}"
        lines = broken(named, bold, area.right() - left, 2)
        below = broken(self._place_of(key), plain, area.right() - left, 3)
        high = (len(lines) + len(below)) * line_step(bold)
        top = max(area.top(), min(bar.center().y() - high / 2, area.bottom() - high))
        painter.setPen(QPen(QColor(colours.faint), 2))
        end = QPointF(left - LEADER, top + high / 2)
        painter.drawLine(QPointF(bar.right() + LEADER, bar.center().y()), end)
        at = QPointF(left, top + line_step(bold) * 0.75)
        ink = QColor(colours.selected if lit else colours.ink)
        at.setY(draw_lines(painter, at, lines, bold, ink))
        draw_lines(painter, at, below, plain, QColor(colours.muted))

    def _place_of(self, key: Key) -> str:
        """The place of a figure among all, in words; empty where it has no sure one."""
        rank, count = rank_of(self.scene, key), len(rows_of(self.scene))
        return "" if rank is None else self.style.words("present.rank", rank=rank, count=count)
