"""One figure as the room sees it: the number large, what it measures, and its chart below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from viewer.chart import Mark, Scene
from viewer.present.charts import Charts
from viewer.present.focus import ALONE, BESIDE, focused
from viewer.present.letters import broken, elided, put, put_lines, shrunk, width_of
from viewer.present.room import Room
from viewer.talk import Step, bounds, label_of, written


class FigurePane:
    """Paints figures; keeps one drawing of each chart."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._style = room.audience
        self._charts = Charts(room.audience)

    def paint(self, painter: QPainter, area: QRectF, step: Step) -> None:
        """Paint the figure of `step` so that number, words and chart take the whole area."""
        scene, mark = self._room.scene_of(step), self._room.mark_of(step)
        alone = self._alone(step)
        top = area.top()
        if scene is not None and not alone:
            top = self._paint_title(painter, area, scene)
        if alone:
            top = area.top() + area.height() * 0.2
        most = 300.0 if alone else 190.0 if area.height() > 700 else 150.0
        baseline = self._paint_number(
            painter, QRectF(area.left(), top, area.width(), 0), step, most
        )
        below = self._paint_words(painter, QPointF(area.left(), baseline), area, (step, mark))
        if scene is not None and not alone:
            chart = QRectF(area.left(), below + 8, area.width(), area.bottom() - below - 8)
            self._charts.paint(painter, chart, scene, step.key)

    def paint_zoomed(self, painter: QPainter, area: QRectF, step: Step) -> None:
        """Paint the chart of `step` alone; of a title step all charts of its section."""
        part = self._room.talk.parts[step.part]
        scene = self._room.scene_of(step)
        scenes = (scene,) if scene else self._room.scenes[part.section.id][:4]
        columns = 1 if len(scenes) == 1 else 2
        rows = -(-len(scenes) // columns)
        width = (area.width() - 72 * (columns - 1)) / columns
        height = (area.height() - 48 * (rows - 1)) / rows
        for number, each in enumerate(scenes):
            row, column = divmod(number, columns)
            left, top = area.left() + column * (width + 72), area.top() + row * (height + 48)
            cell = QRectF(left, top, width, height)
            below = self._paint_title(painter, cell, each, ALONE)
            cell.setTop(below)
            self._charts.paint(painter, cell, each, step.key, alone=True)

    def _alone(self, step: Step) -> bool:
        """Whether the figure has no peer in a chart: it has all the room to itself then."""
        scene = self._room.scene_of(step)
        return scene is None or len(scene.marks) < 2

    def _paint_title(
        self, painter: QPainter, area: QRectF, scene: Scene, most: int = BESIDE
    ) -> float:
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
        return put_lines(painter, at, lines, small, QColor(colours.faint)) - 10

    def _paint_number(self, painter: QPainter, area: QRectF, step: Step, most: float) -> float:
        """The number, its unit and the words that bound it, in one line; the baseline."""
        colours, sans = self._style.palette, self._style.faces.sans_font
        figure = written(step)
        before, after = bounds(self._room.talk, step)
        pieces = [(before, 0.3), (figure.number, 1.0), (figure.unit, 0.4), (after, 0.3)]
        size = self._fitting(pieces, most, area.width())
        baseline = area.top() + size * 0.92
        x = area.left()
        for text, part in pieces:
            if text:
                font = sans(size * part, bold=True)
                x = put(painter, QPointF(x, baseline), text, font, QColor(colours.selected))
                x += size * 0.08
        return baseline

    def _fitting(self, pieces: list[tuple[str, float]], most: float, width: float) -> float:
        def taken(size: float) -> float:
            fonts = (self._style.faces.sans_font(size * part, bold=True) for _, part in pieces)
            texts = (text for text, _ in pieces)
            said = zip(texts, fonts, strict=True)
            return sum(width_of(t, f) + size * 0.08 for t, f in said if t)

        return max(40.0, min(most, most * width / max(1.0, taken(most))))

    def _paint_words(
        self, painter: QPainter, at: QPointF, area: QRectF, said: tuple[Step, Mark | None]
    ) -> float:
        """Below the number: what it measures, then what is computed of it, its base or origin."""
        step, mark = said
        colours, sans = self._style.palette, self._style.faces.sans_font
        size = 52 if self._alone(step) else 40
        label = sans(size, bold=True)
        lines = broken(label_of(step), label, area.width(), 2)
        y = put_lines(
            painter, QPointF(at.x(), at.y() + size * 1.7), lines, label, QColor(colours.ink)
        )
        quiet = sans(30)
        for text in self._asides(step, mark):
            lines = broken(text, quiet, area.width(), 2)
            y = put_lines(painter, QPointF(at.x(), y), lines, quiet, QColor(colours.muted))
        return y

    def _asides(self, step: Step, mark: Mark | None) -> list[str]:
        words, metric = self._style.words, step.metric
        said: list[str] = []
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
