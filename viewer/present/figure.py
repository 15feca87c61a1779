"""What the room sees of one figure or one chart: the chart is the picture, its words a strip."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QPainter

from viewer.chart import Form, Mark, Scene
from viewer.present.charts import ALONE, Charts, Setting
from viewer.present.number_painting import fitting, pieces_of, put_number, width_at
from viewer.present.presentation_model import Room
from viewer.present.text_painting import (
    broken,
    elided,
    line_step,
    put,
    put_lines,
    shrunk,
)
from viewer.present.visible_rows import focused
from viewer.talk import Step, label_of, standing_of

TITLE = 112.0
"""Height of a chart's title and the line below it."""
LONE = 300.0
"""The number of a figure without a chart, in pixels at most."""
BESIDE = 200.0
"""The number of a figure beside its chart, in pixels at most."""
ABOVE = 130.0
"""The number of a figure above its chart, in pixels at most."""
WIDE = 1.45
"""A canvas so many times as wide as high has the number beside the chart, else above it."""
COLUMN = 0.3
"""The part of the width that a number beside its chart has."""
GAP = 64.0
WAYS = (
    (12, "stage"),
    (12, "tight"),
    (8, "stage"),
    (8, "tight"),
    (6, "tight"),
    (5, "tight"),
    (4, "tight"),
)
"""Rows and style of a chart; the first is taken in which the back row reads it."""

_Lines = list[tuple[tuple[str, ...], QFont, str]]


@dataclass(frozen=True, slots=True)
class _Head:
    """A number at a size, and words in lines with face and colour; `below` is where they end."""

    size: float
    baseline: float
    left: float
    top: float
    lines: _Lines

    @property
    def below(self) -> float:
        """Where the last of the words, or the number, ends."""
        words = self.top + sum(len(lines) * line_step(font) for lines, font, _ in self.lines)
        return max(words, self.baseline + self.size * 0.2)


class FigurePane:
    """Paints figures and charts; keeps one drawing of each chart."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._style = room.audience
        self._charts = Charts(room.audience)

    def shows_chart(self, step: Step) -> bool:
        """Whether the chart of a step says more than its number does."""
        scene = self._room.scene_of(step)
        return scene is not None and not _says_no_more(scene)

    def paint(self, painter: QPainter, area: QRectF, step: Step) -> None:
        """Paint the figure of `step` with its chart, the whole area taken."""
        scene = self._room.scene_of(step)
        if scene is None or _says_no_more(scene):
            head = self._lone(area, step)
        elif area.width() / max(1.0, area.height()) > WIDE:
            column = QRectF(area.left(), area.top(), area.width() * COLUMN, area.height())
            left = column.right() + GAP
            rest = QRectF(left, area.top(), area.right() - left, area.height())
            head = self._under(column, step, rest.top() + TITLE * 0.75, BESIDE)
            self._paint_chart(painter, rest, scene, step)
        else:
            head = self._beside(area, step)
            rest = QRectF(area)
            rest.setTop(head.below + 24)
            self._paint_chart(painter, rest, scene, step)
        self._paint_head(painter, area.left(), step, head)

    def paint_chart(self, painter: QPainter, area: QRectF, step: Step) -> None:
        """Paint the chart of `step` alone; of a section's title all charts of the section."""
        part = self._room.talk.parts[step.part]
        scene = self._room.scene_of(step)
        scenes = (scene,) if scene else self._room.scenes[part.section.id]
        columns = 1 if len(scenes) == 1 else 2 if len(scenes) <= 4 else 3
        rows = -(-len(scenes) // columns)
        width = (area.width() - 72 * (columns - 1)) / columns
        height = (area.height() - 48 * (rows - 1)) / rows
        for number, each in enumerate(scenes):
            row, column = divmod(number, columns)
            left, top = area.left() + column * (width + 72), area.top() + row * (height + 48)
            self._paint_chart(painter, QRectF(left, top, width, height), each, step)

    def _paint_chart(self, painter: QPainter, area: QRectF, scene: Scene, step: Step) -> None:
        high = TITLE if len(scene.marks) > 1 or step.point is None else 0.0
        room = QSizeF(area.width(), area.height() - high)
        ways = [Setting(room, rows, kind, ALONE) for rows, kind in WAYS]
        way = ways[self._charts.readable(scene, step.key, ways)]
        if high:  # a chart of one figure has the words of that figure
            self._paint_title(painter, area, scene, way.rows)
        at = QPointF(area.left(), area.top() + high)
        self._charts.paint(painter, at, scene, step.key, way)

    def _paint_title(self, painter: QPainter, area: QRectF, scene: Scene, most: int) -> None:
        colours, sans = self._style.palette, self._style.faces.sans_font
        bold = shrunk(scene.title, lambda s: sans(s, bold=True), (44, 32), area.width())
        title = elided(scene.title, bold, area.width())
        put(painter, QPointF(area.left(), area.top() + 36), title, bold, QColor(colours.ink))
        small = sans(28)
        shown, whole = len(focused(scene, None, most).marks), len(scene.marks)
        some = self._style.words("present.some", shown=shown, count=whole) if shown < whole else ""
        said = " · ".join(filter(None, (some, scene.subtitle)))
        lines = broken(said, small, area.width(), 1)
        at = QPointF(area.left(), area.top() + 82)
        put_lines(painter, at, lines, small, QColor(colours.faint))

    def _lone(self, area: QRectF, step: Step) -> _Head:
        """A number that has all the room to itself, in the upper middle of it."""
        head = self._under(area, step, area.top(), LONE)
        free = area.bottom() - head.below
        return self._under(area, step, area.top() + max(0.0, free * 0.35), LONE)

    def _under(self, area: QRectF, step: Step, top: float, most: float) -> _Head:
        """A number with its words below it."""
        pieces = pieces_of(self._room.figure_of(step))
        size = fitting(pieces, most, area.width(), self._style)
        baseline = top + size * 0.92
        label = 52.0 if most == LONE else 42.0
        lines = self._words(step, area.width(), label, 4)
        return _Head(size, baseline, area.left(), baseline + label * 1.6, lines)

    def _beside(self, area: QRectF, step: Step) -> _Head:
        """A number with its words to the right of it."""
        pieces = pieces_of(self._room.figure_of(step))
        size = fitting(pieces, ABOVE, area.width() * 0.55, self._style)
        left = area.left() + width_at(pieces, size, self._style) + 36
        lines = self._words(step, area.right() - left, 40.0, 2)
        return _Head(size, area.top() + size * 0.92, left, area.top() + 44, lines)

    def _words(self, step: Step, width: float, size: float, most: int) -> _Lines:
        """Label and asides in lines."""
        sans = self._style.faces.sans_font
        bold = sans(size, bold=True)
        found: _Lines = [(broken(label_of(step), bold, width, most), bold, "ink")]
        for text in self._asides(step, self._room.mark_of(step)):
            found.append((broken(text, sans(30), width, most), sans(30), "muted"))
        return found

    def _paint_head(self, painter: QPainter, left: float, step: Step, head: _Head) -> None:
        """The number, its unit and the words that bound it in one line, and the words to it."""
        pieces = pieces_of(self._room.figure_of(step))
        put_number(painter, QPointF(left, head.baseline), pieces, head.size, self._style)
        colours, y = self._style.palette, head.top
        for lines, font, role in head.lines:
            colour = QColor(str(getattr(colours, role)))
            y = put_lines(painter, QPointF(head.left, y), lines, font, colour)

    def _asides(self, step: Step, mark: Mark | None) -> list[str]:
        """Below the label: that it is no fact, what is computed of it, its base, its origin."""
        words, metric = self._style.words, step.metric
        said = [one for one in (standing_of(metric, step.point, words),) if one]
        if mark is not None and mark.computed is not None:
            formula = mark.computed.formula
            said.append(words("present.computed", formula=formula))
        if metric is not None and metric.versus:
            said.append(words("present.versus", versus=metric.versus))
        if step.point is not None and step.point.origin:
            said.append(words("present.origin", origin=step.point.origin))
        elif step.said is None:
            said.append(words("present.not-found"))
        return said


def _says_no_more(scene: Scene) -> bool:
    """Whether a chart shows no more than its number does: cards, or a figure alone without a
    whole."""
    return scene.form is Form.CARDS or (len(scene.marks) < 2 and scene.form is not Form.SHARE)
