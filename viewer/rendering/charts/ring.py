"""The ring around a figure of a chart: seen by whoever cannot tell the colours of bars apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from viewer.chart.layout import Align, Box, Measure, Placed
from viewer.chart.layout.canvas import Text
from viewer.model import Key
from viewer.rendering.charts.painter import rect_of

RING = 2
"""Its width, in pixels."""

RING_AWAY = 8
"""How far aside of its words it stands where no card leaves them an edge, in pixels."""

LEADING = 0.12
"""What of the height of a line its letters leave free above and below them."""

CLEAR = 3.0
"""How far it ends before words that it would cross, in pixels."""

ROUND = 4


@dataclass(frozen=True, slots=True)
class Ring:
    """Where the ring of a figure goes, and the words of the chart that it is broken at."""

    area: QRectF
    crossed: tuple[QRectF, ...] = ()

    def draw(self, painter: QPainter, colour: str) -> None:
        """Paint it, and nothing of it over words."""
        painter.setPen(QPen(QColor(colour), RING))
        if not self.crossed:
            painter.drawRoundedRect(self.area, ROUND, ROUND)
            return
        free, words = QPainterPath(), QPainterPath()
        free.addRect(self.area + _margins(2 * RING))
        for one in self.crossed:
            words.addRect(one)
        painter.save()
        painter.setClipPath(free.subtracted(words))
        painter.drawRoundedRect(self.area, ROUND, ROUND)
        painter.restore()


def ring_of(placed: Placed, key: Key, measure: Measure, *, inset: int, card: bool) -> Ring | None:
    """The ring around a figure, if the chart shows it; on a `card` within its place, else aside of
    it, but no farther than half way to the words beside it."""
    box = placed.box_of(key) if key else None
    if box is None:
        return None
    own, edge = rect_of(box), inset + RING / 2
    area = own.adjusted(edge, edge, -edge, -edge)
    texts = [written(text, measure) for text in _shown(placed, key)]
    if not card:
        area = own.adjusted(edge - RING_AWAY, edge, RING_AWAY - edge, -edge)
        area = _kept_off(area, own, texts)
    crossed = (text + _margins(CLEAR) for text in texts if _crosses(area, text))
    return Ring(area, tuple(crossed))


def written(text: Text, measure: Measure) -> QRectF:
    """Where the letters of a text stand in its box, which may be wider."""
    box = text.box
    wide = min(box.width, max((measure(line, text.face) for line in text.lines), default=0.0))
    part = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[text.align]
    left = box.x + part * (box.width - wide)
    return rect_of(Box(left, box.y, wide, len(text.lines) * text.face.height))


def _shown(placed: Placed, key: Key) -> Iterator[Text]:
    """The words that are seen while a figure is lit."""
    yield from placed.texts
    yield from (text for text in placed.latent if text.key == key)


def _kept_off(area: QRectF, own: QRectF, texts: list[QRectF]) -> QRectF:
    """The area no farther to either side than half way to words that stand there."""
    beside = [one for one in texts if one.intersects(area) and not one.intersects(own)]
    lefts = [one.right() for one in beside if one.right() <= own.left()]
    rights = [one.left() for one in beside if one.left() >= own.right()]
    left = (max(lefts) + own.left()) / 2 if lefts else area.left()
    right = (min(rights) + own.right()) / 2 if rights else area.right()
    return QRectF(left, area.top(), right - left, area.height())


def _crosses(area: QRectF, text: QRectF) -> bool:
    """Whether a ring along the edge of an area would run through a text."""
    free = text.height() * LEADING
    letters = text - QMarginsF(1, free, 1, free)
    inner = area - _margins(RING / 2)
    return letters.intersects(area + _margins(RING / 2)) and not inner.contains(letters)


def _margins(away: float) -> QMarginsF:
    return QMarginsF(away, away, away, away)
