"""The change from one picture of the talk to the next, drawn from what both hold already."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QRectF, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from viewer.design import Palette, Role
from viewer.present.slides.anatomy import Anatomy, Strip
from viewer.talk import Move

LASTS = 220
"""Milliseconds that a change takes."""
SETTLED = 0.6
"""How much of the way of a chart is made before what stands around it comes: it is in no one's way
then."""
_OUTLINE = 5.0


class Motion(QObject):
    """Runs one change at a time and has its owner paint each of its frames."""

    def __init__(self, parent: QObject, paint: Callable[[], None]) -> None:
        super().__init__(parent)
        self.move = Move.NOTHING
        self._paint = paint
        self._change = QVariantAnimation(self)
        self._change.setDuration(LASTS)
        self._change.setStartValue(0.0)
        self._change.setEndValue(1.0)
        self._change.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._change.valueChanged.connect(self._step)
        self._change.finished.connect(self.finish)

    @property
    def running(self) -> bool:
        """Whether a change is on its way."""
        return self.move is not Move.NOTHING

    @property
    def part(self) -> float:
        """How much of the change is made, 0 to 1."""
        return float(self._change.currentValue() or 0.0) if self.running else 1.0

    def start(self, move: Move) -> None:
        """Begin a change; nothing to see is no change."""
        self._change.stop()
        self.move = move
        if self.running:
            self._change.start()

    def finish(self) -> None:
        """Make the rest of the change at once."""
        self._change.stop()
        self.move = Move.NOTHING
        self._paint()

    def _step(self, value: object) -> None:
        del value
        if self.running:
            self._paint()


def paint_fading(
    painter: QPainter,
    at: QPointF,
    pictures: tuple[QPixmap, QPixmap],
    part: float,
    numbers: tuple[QRectF, QColor] | None = None,
) -> None:
    """One picture fading into another of the same size that shares most of its lines; where the
    `numbers` are, on a ground of that colour, one gives way to the other: no digit of one is seen
    between those of the other."""
    before, after = pictures
    painter.drawPixmap(at, before)
    painter.setOpacity(part)
    painter.drawPixmap(at, after)
    painter.setOpacity(1.0)
    if numbers is not None:
        area, ground = numbers
        painter.save()
        painter.setClipRect(area)
        painter.fillRect(area, ground)
        paint_passing(painter, at, pictures, part)
        painter.restore()


def paint_passing(
    painter: QPainter, at: QPointF, pictures: tuple[QPixmap, QPixmap], part: float
) -> None:
    """One picture giving way to another: the first goes to the ground, the second comes from it,
    so that no line of one is seen between those of the other."""
    before, after = pictures
    painter.setOpacity(abs(2 * part - 1))
    painter.drawPixmap(at, before if part < 0.5 else after)
    painter.setOpacity(1.0)


def paint_shifting(
    painter: QPainter,
    picture: QPixmap,
    areas: tuple[QRectF, QRectF, QRectF],
    page: str,
    part: float,
) -> None:
    """A chart that stays on its way from its place in the picture before to that in this one,
    before what stands around it comes.

    `areas` are both places of the chart, and what changes of the picture, in the painter's units;
    the picture lies at its origin.
    """
    before, after, changes = areas
    painter.drawPixmap(QPointF(0, 0), picture)
    ground = QColor(page)
    painter.fillRect(after, ground)
    ground.setAlphaF(1 - max(0.0, part - SETTLED) / (1 - SETTLED))
    painter.fillRect(changes, ground)
    ratio = picture.devicePixelRatio()
    source = scaled(after, ratio)
    painter.drawPixmap(between(before, after, part), picture, source)


def paint_growing(painter: QPainter, anatomy: Anatomy, palette: Palette, part: float) -> None:
    """Cover what of the marks has not grown yet, in the units of the canvas."""
    page, track = QColor(palette.page), QColor(palette.of(Role.TRACK))
    for mark in anatomy.marks:
        # a little more than the area: its edges are smoothed
        area = mark.ungrown(part).adjusted(-1.5, -1.5, 1.5, 1.5)
        painter.fillRect(area, track if mark.track else page)


def paint_travelling(
    painter: QPainter, both: tuple[Anatomy, Anatomy], palette: Palette, part: float
) -> None:
    """The passage on its way, and the light between the words and their mark, in the units of
    the canvas."""
    before, after = both
    if before.strip is not None and after.strip is not None and _glides(before.strip, after.strip):
        _paint_gliding(painter, (before.strip, after.strip), palette, part)
    if after.words is not None and after.light is not None:
        pen = QPen(QColor(palette.selected), _OUTLINE)
        painter.setPen(pen)
        painter.setOpacity(1.0 - 0.6 * part)
        painter.drawRoundedRect(between(after.words, after.light, part), 6, 6)
        painter.setOpacity(1.0)


def between(one: QRectF, two: QRectF, part: float) -> QRectF:
    """A rectangle on its way from one place and size to another."""
    place = one.topLeft() + (two.topLeft() - one.topLeft()) * part
    return QRectF(place, one.size() + (two.size() - one.size()) * part)


def _glides(before: Strip, after: Strip) -> bool:
    """Whether the passage moves: the same words at the same place, further up or down."""
    same = before.column is after.column and before.area == after.area
    return same and before.scroll != after.scroll


def _paint_gliding(
    painter: QPainter, strips: tuple[Strip, Strip], palette: Palette, part: float
) -> None:
    before, after = strips
    scroll = before.scroll + (after.scroll - before.scroll) * part
    painter.fillRect(after.area.adjusted(-8, 0, 8, 8), QColor(palette.page))
    after.column.paint(painter, after.area.topLeft(), after.steps, after.step, scroll)


def scaled(area: QRectF, by: float) -> QRectF:
    """An area in units that are so many times as small."""
    return QRectF(area.topLeft() * by, area.size() * by)
