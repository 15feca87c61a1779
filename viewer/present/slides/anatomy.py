"""Where in a picture of the talk its marks, its lit words and its passage stand, for its motion."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform

from viewer.chart.layout import Box, Placed
from viewer.model import Key
from viewer.present.slides.passage_painter import Column
from viewer.rendering.charts.painter import rect_of
from viewer.talk import On, Step

DOT = 8
"""Half the width of the area of a point, in the pixels of its chart."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The area of a mark, the side that it grows to, and whether a track stands behind it."""

    area: QRectF
    tip: str
    track: bool = False

    def ungrown(self, part: float) -> QRectF:
        """What of the area is still to come when a `part` of it, 0 to 1, has grown."""
        area, wide, high = self.area, self.area.width() * part, self.area.height() * part
        if self.tip == "left":
            return area.adjusted(0, 0, -wide, 0)
        if self.tip == "top":
            return area.adjusted(0, 0, 0, -high)
        if self.tip == "bottom":
            return area.adjusted(0, high, 0, 0)
        return area.adjusted(wide, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Strip:
    """The passage of a figure: its column, its place, and how far it is moved up."""

    column: Column
    area: QRectF
    scroll: float
    steps: tuple[Step, ...]
    step: Step


@dataclass(slots=True)
class Anatomy:
    """What can move in a picture, in the units of its canvas; `scale` is that of + and -.

    `light` is where the lit mark stands, `words` where the lit figure does in the passage, `chart`
    where the chart does, `head` where the number and its words do, and `body` is all between the
    head and the foot of the picture.
    `targets` are the areas that a stroke can lie on: those of marks, and of the words of figures
    line by line.
    """

    scale: float = 1.0
    marks: list[Mark] = field(default_factory=list)
    light: QRectF | None = None
    words: QRectF | None = None
    strip: Strip | None = None
    chart: QRectF | None = None
    head: QRectF | None = None
    body: QRectF = field(default_factory=QRectF)
    targets: list[tuple[Key, On, list[QRectF]]] = field(default_factory=list)

    def add_words(
        self, column: Column, area: QRectF, scroll: float, steps: tuple[Step, ...]
    ) -> None:
        """Take up the figures of a passage that stand in view in its area."""
        for step in steps:
            if step.said is None or step.key is None:
                continue
            rects = column.figure_rects(step.said)
            moved = [rect.translated(area.left(), area.top() - scroll) for rect in rects]
            seen = [rect for rect in moved if area.contains(rect.center())]
            if seen:
                self.targets.append((step.key, On.WORDS, seen))

    def add_chart(
        self, placed: Placed, target: QRectF, lit: Key | None
    ) -> list[tuple[Key, QRectF]]:
        """Take up the marks of a chart that is painted into `target`; where each stands."""
        place, self.chart = layout_transform(placed, target), target
        for area, tip, track in _marks(placed):
            self.marks.append(Mark(place.mapRect(area), tip, track))
        keyed = [(key, place.mapRect(rect_of(box))) for key, box in _keyed(placed)]
        self.targets += [(key, On.MARK, [area]) for key, area in keyed]
        self.light = next((area for key, area in keyed if key == lit), self.light)
        return keyed


def layout_transform(placed: Placed, target: QRectF) -> QTransform:
    """From the pixels of a chart's layout to the rectangle that it is painted into."""
    scale = target.width() / max(1.0, placed.width)
    return QTransform.fromTranslate(target.left(), target.top()).scale(scale, scale)


def _keyed(placed: Placed) -> Iterator[tuple[Key, Box]]:
    """The areas of marks that show a figure."""
    for bar in placed.bars:
        if bar.key:
            yield bar.key, bar.box
    for dot in placed.dots:
        if dot.key:
            yield dot.key, Box(dot.x - DOT, dot.y - DOT, 2 * DOT, 2 * DOT)


def _marks(placed: Placed) -> Iterator[tuple[QRectF, str, bool]]:
    """Bars, each towards its tip; curves together, from left to right."""
    tracks = [rect_of(track.box) for track in placed.tracks if not track.outlined]
    for bar in placed.bars:
        area = rect_of(bar.box)
        yield area, bar.tip, any(track.contains(area.center()) for track in tracks)
    if placed.curves:
        yield rect_of(placed.plot), "right", False
