"""One figure as the room sees it: the number large, what it measures, and its chart below."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QPainter

from viewer.chart import Form, Mark, Scene
from viewer.present.charts import ALONE, Charts, Setting
from viewer.present.presentation_model import Room
from viewer.present.text_painting import (
    broken,
    elided,
    line_step,
    put,
    put_lines,
    shrunk,
    width_of,
)
from viewer.present.visible_rows import focused
from viewer.talk import Step, label_of
from viewer.talk.figure import standing_of

TITLE = 95.0
"""Height of a chart's title and the line below it."""
LONE = 300.0
"""The number of a figure without peers, in pixels at most."""
BESIDE_CHART = (
    (190.0, 5, "stage"),
    (150.0, 5, "stage"),
    (150.0, 5, "tight"),
    (110.0, 5, "tight"),
    (110.0, 4, "tight"),
    (90.0, 3, "tight"),
)
"""Ways to share the height: the number's size, rows and style of its chart. The first is taken in
which the back row reads the chart."""
CHART_ALONE = ((8, "stage"), (8, "tight"), (6, "tight"), (5, "tight"), (4, "tight"))
"""Ways to show a chart without number and passage."""

_Said = list[tuple[tuple[str, ...], QFont, str]]


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands above a chart: the number at a size, and words in lines with face and colour."""

    size: float
    baseline: float
    label: float
    said: _Said

    @property
    def below(self) -> float:
        """Where the chart may begin."""
        return self.label + sum(len(lines) * line_step(font) for lines, font, _ in self.said)


class FigurePane:
    """Paints figures; keeps one drawing of each chart."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._style = room.audience
        self._charts = Charts(room.audience)

    def paint(self, painter: QPainter, area: QRectF, step: Step) -> None:
        """Paint the figure of `step` so that number, words and chart take the whole area."""
        scene = self._room.scene_of(step)
        if scene is None or _says_no_more(scene):  # it has all the room to itself
            top = area.top() + area.height() * 0.2
            self._paint_head(painter, area, step, self._head(area, step, top, LONE))
            return
        top = area.top() + TITLE
        heads = [self._head(area, step, top, most) for most, _, _ in BESIDE_CHART]
        ways = [
            Setting(QSizeF(area.width(), area.bottom() - head.below), rows, kind)
            for head, (_, rows, kind) in zip(heads, BESIDE_CHART, strict=True)
        ]
        way = self._charts.readable(scene, step.key, ways)
        self._paint_title(painter, area, scene, ways[way].rows)
        self._paint_head(painter, area, step, heads[way])
        at = QPointF(area.left(), heads[way].below)
        self._charts.paint(painter, at, scene, step.key, ways[way])

    def paint_zoomed(self, painter: QPainter, area: QRectF, step: Step) -> None:
        """Paint the chart of `step` alone; of a title step all charts of its section."""
        part = self._room.talk.parts[step.part]
        scene = self._room.scene_of(step)
        scenes = (scene,) if scene else self._room.scenes[part.section.id][:4]
        columns = 1 if len(scenes) == 1 else 2
        rows = -(-len(scenes) // columns)
        width = (area.width() - 72 * (columns - 1)) / columns
        height = (area.height() - 48 * (rows - 1)) / rows
        room = QSizeF(width, height - TITLE)
        ways = [Setting(room, rows, kind, ALONE) for rows, kind in CHART_ALONE]
        for number, each in enumerate(scenes):
            row, column = divmod(number, columns)
            left, top = area.left() + column * (width + 72), area.top() + row * (height + 48)
            way = ways[self._charts.readable(each, step.key, ways)]
            self._paint_title(painter, QRectF(left, top, width, height), each, way.rows)
            self._charts.paint(painter, QPointF(left, top + TITLE), each, step.key, way)

    def _paint_title(self, painter: QPainter, area: QRectF, scene: Scene, most: int) -> None:
        colours, sans = self._style.palette, self._style.faces.sans_font
        bold = shrunk(scene.title, lambda s: sans(s, bold=True), (34, 28), area.width())
        title = elided(scene.title, bold, area.width())
        put(painter, QPointF(area.left(), area.top() + 28), title, bold, QColor(colours.ink))
        small = sans(24)
        shown, whole = len(focused(scene, None, most).marks), len(scene.marks)
        some = self._style.words("present.some", shown=shown, count=whole) if shown < whole else ""
        said = " · ".join(filter(None, (some, scene.subtitle)))
        lines = broken(said, small, area.width(), 1)
        at = QPointF(area.left(), area.top() + 70)
        put_lines(painter, at, lines, small, QColor(colours.faint))

    def _head(self, area: QRectF, step: Step, top: float, most: float) -> _Head:
        """Number and words as they stand from `top`, the number not larger than `most`."""
        size = self._fitting(self._pieces(step), most, area.width())
        baseline = top + size * 0.92
        label = 52.0 if most == LONE else 40.0
        sans = self._style.faces.sans_font
        bold = sans(label, bold=True)
        said: _Said = [(broken(label_of(step), bold, area.width(), 2), bold, "ink")]
        for text in self._asides(step, self._room.mark_of(step)):
            said.append((broken(text, sans(30), area.width(), 2), sans(30), "muted"))
        return _Head(size, baseline, baseline + label * 1.6, said)

    def _paint_head(self, painter: QPainter, area: QRectF, step: Step, head: _Head) -> None:
        """The number, its unit and the words that bound it in one line, and the words below."""
        colours, sans = self._style.palette, self._style.faces.sans_font
        x, y = area.left(), head.label
        for text, part in self._pieces(step):
            font = sans(head.size * part, bold=True)
            at = QPointF(x, head.baseline)
            x = put(painter, at, text, font, QColor(colours.selected)) + head.size * 0.08
        for lines, font, role in head.said:
            colour = QColor(str(getattr(colours, role)))
            y = put_lines(painter, QPointF(area.left(), y), lines, font, colour)

    def _pieces(self, step: Step) -> list[tuple[str, float]]:
        """The number between its bounds and before its unit, each with its part of the size."""
        figure = self._room.figure_of(step)
        pieces = [(figure.before, 0.3), (figure.number, 1.0), (figure.unit, 0.4)]
        pieces.append((figure.after, 0.3))
        return [(text, part) for text, part in pieces if text]

    def _fitting(self, pieces: list[tuple[str, float]], most: float, width: float) -> float:
        sans = self._style.faces.sans_font
        fonts = (sans(most * part, bold=True) for _, part in pieces)
        texts = (text for text, _ in pieces)
        taken = sum(width_of(t, f) + most * 0.08 for t, f in zip(texts, fonts, strict=True))
        return max(40.0, min(most, most * width / max(1.0, taken)))

    def _asides(self, step: Step, mark: Mark | None) -> list[str]:
        """Below the label: that it is no fact, what is computed of it, its base, its origin."""
        words, metric = self._style.words, step.metric
        said = [one for one in (standing_of(step, words),) if one]
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
    """Whether a chart shows no more than its number does: a figure alone, and no whole of it."""
    return len(scene.marks) < 2 and scene.form is not Form.SHARE
