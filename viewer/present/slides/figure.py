"""What the room sees of one figure or one chart: the chart is the picture, its words a strip."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from math import ceil, log

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QPainter

from viewer.chart import Form, Mark, Scene
from viewer.design import Palette
from viewer.model import Key
from viewer.present.presentation_model import Room
from viewer.present.slides.anatomy import Anatomy
from viewer.present.slides.charts import ALONE, Charts, Setting
from viewer.present.slides.comb import Comb, comb_of
from viewer.present.slides.number_painting import draw_number, fitting, pieces_of, width_at
from viewer.present.slides.text_painting import (
    SMALL,
    broken,
    draw_lines,
    is_cut,
    line_step,
    scale_invariant,
    width_of,
)
from viewer.present.slides.visible_rows import focused
from viewer.rendering.style import Style
from viewer.talk import Step, label_of, standing_of

TITLE = 112.0
TITLE_LEAST = 96.0
"""Height of a chart's title in one line and the line below it, and what their type needs."""
TITLE_SIZES = (44, 40, 36)
FINER = 0.96
"""How much smaller one size of type is than the one before it, where many are tried."""
ABOVE_BAR = 0.56
"""The part of the height that a number above its own bar has."""
BARE = 1.6
"""The largest size of such a bar."""
LONE = (300.0, 260.0, 220.0, 180.0, 150.0, 120.0, 96.0)
"""The number of a figure without a chart, in pixels: the first at which its words fit too."""
LONE_LABELS = (60.0, 50.0, 42.0)
"""Its words, which become smaller before it does."""
ASIDE = 32.0
BESIDE = 200.0
"""The number of a figure beside its chart, in pixels at most."""
ABOVE = 130.0
"""The number of a figure above its chart, in pixels at most."""
WIDE = 1.45
"""A canvas so many times as wide as high has the number beside the chart, else above it."""
LABEL = 42.0
LABEL_SIZES = (1.0, 0.85, 0.7)
"""What a long label is set in, as parts of the size of a short one."""
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
    (3, "tight"),
    (2, "tight"),
)
"""Rows and style of a chart; the first is taken in which the back row reads it."""
LARGE_ENOUGH = 1.45
"""The size of a chart's type, as in `READABLE`, from which + leaves its bars thick."""
WHOLE = 1
"""The last of these that shows up to twelve rows."""

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
        last = line_step(self.lines[-1][1]) * 0.75  # from its baseline to the next one's ascent
        return max(words - last, self.baseline + self.size * 0.2)


@dataclass(frozen=True, slots=True)
class _Heading:
    """The lines of a chart's title, and those below it from the baseline `base`, with the height
    of both."""

    title: tuple[str, ...]
    bold: QFont
    below: tuple[str, ...]
    small: QFont
    base: float
    height: float


class FigurePane:
    """Paints figures and charts; keeps one drawing of each chart."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._style = room.audience
        self._charts = Charts(room.audience)
        self.anatomy = Anatomy()

    def shows_chart(self, step: Step) -> bool:
        """Whether the chart of a step says more than its number does."""
        return self._chart_of(step) is not None

    def _chart_of(self, step: Step) -> Scene | None:
        """The chart of a step, if it says more than its number does."""
        scene = self._room.scene_of(step)
        return None if scene is None or _adds_nothing(scene) else scene

    def paint(self, painter: QPainter, area: QRectF, step: Step) -> None:
        """Paint the figure of `step` with its chart, the whole area taken."""
        scene = self._chart_of(step)
        if scene is None:
            head = self._lone(area, step)
        elif len(scene.marks) == 1:
            head = self._above_its_bar(painter, area, scene, step)
        else:
            head, rest = self._beside_number(area, step)
            self._paint_chart(painter, rest, scene, step)
        self._paint_head(painter, area.left(), step, head)

    def _beside_number(self, area: QRectF, step: Step) -> tuple[_Head, QRectF]:
        """A number, and the room for its chart: beside it in a wide area, below it otherwise."""
        if area.width() / max(1.0, area.height()) > WIDE:
            column = QRectF(area.left(), area.top(), area.width() * COLUMN, area.height())
            left = column.right() + scale_invariant(GAP, self.anatomy.scale)
            rest = QRectF(left, area.top(), area.right() - left, area.height())
            top = rest.top() + _title_room(self.anatomy.scale) * 0.75
            return self._under(
                column, step, top, scale_invariant(BESIDE, self.anatomy.scale), LABEL
            ), rest
        head = self._beside(area, step, scale_invariant(ABOVE, self.anatomy.scale), LABEL, 2)
        rest = QRectF(area)
        rest.setTop(head.below + 24)
        return head, rest

    def _above_its_bar(self, painter: QPainter, area: QRectF, scene: Scene, step: Step) -> _Head:
        """The number of a chart of one bar with its words; below it the bar, which says neither
        again."""
        upper = QRectF(area.topLeft(), QSizeF(area.width(), area.height() * ABOVE_BAR))
        head = self._lone(upper, step)
        top = max(head.below, upper.bottom()) + 12
        rest = QRectF(area.left(), top, area.width(), area.bottom() - top)
        way = Setting(rest.size(), 1, "stage", BARE, bare=True, thin=self.anatomy.scale)
        self._paint_marks(painter, rest.topLeft(), scene, step, way)
        return head

    def paint_chart(self, painter: QPainter, area: QRectF, step: Step) -> None:
        """Paint the chart of `step` alone; of a section's title all charts of the section."""
        part = self._room.talk.parts[step.part]
        scene = self._room.scene_of(step)
        scenes = (scene,) if scene else self._room.scenes[part.section.id]
        columns = 1 if len(scenes) == 1 else 2 if len(scenes) <= 4 else 3
        rows = -(-len(scenes) // columns)
        across, down = (
            scale_invariant(72, self.anatomy.scale),
            scale_invariant(48, self.anatomy.scale),
        )
        width = (area.width() - across * (columns - 1)) / columns
        height = (area.height() - down * (rows - 1)) / rows
        for number, each in enumerate(scenes):
            row, column = divmod(number, columns)
            left, top = area.left() + column * (width + across), area.top() + row * (height + down)
            self._paint_chart(painter, QRectF(left, top, width, height), each, step)

    def reads(self, area: QRectF, step: Step) -> bool:
        """Whether the back row reads the whole chart of a figure, set in `area`."""
        scene = self._chart_of(step)
        if scene is None or len(scene.marks) == 1:
            return True
        rest = self._beside_number(area, step)[1]
        high = self._heading(scene, rest.width()).height
        ways = _ways(QSizeF(rest.width(), rest.height() - high), self.anatomy.scale)
        return self._charts.readable(scene, step.key, ways) <= WHOLE

    def paint_pair(self, painter: QPainter, area: QRectF, step: Step) -> bool:
        """Paint the chart that shows both figures of a comparison; whether there is one in which
        the back row reads both."""
        lit = _lit_of(step)
        for scene in self._room.scenes[self._room.talk.parts[step.part].section.id]:
            if scene.form is Form.CARDS or not all(key in scene.by_key for key in lit):
                continue
            high = self._heading(scene, area.width()).height
            room = QSizeF(area.width(), area.height() - high)
            ways = _ways(room, self.anatomy.scale)
            whole = ways[self._charts.readable(scene, step.key, ways)].rows >= len(scene.marks)
            if whole or comb_of(self._charts, scene, room):
                self._paint_chart(painter, area, scene, step)
                return True
        return False

    def _paint_chart(self, painter: QPainter, area: QRectF, scene: Scene, step: Step) -> None:
        heading = self._heading(scene, area.width())
        room = QSizeF(area.width(), area.height() - heading.height)
        comb = comb_of(self._charts, scene, room)
        ways = _ways(room, self.anatomy.scale)
        way = comb or ways[self._charts.readable(scene, step.key, ways)]
        if way.rows < len(scene.marks) and comb is None:
            heading = self._heading(scene, area.width(), way.rows)
            room = QSizeF(area.width(), area.height() - heading.height)
        if comb is None:
            way = replace(way, room=room, thin=self.anatomy.scale)
            way = _enlarged(way, self._charts.scale(scene, step.key, way))
        _draw_heading(painter, area.topLeft(), heading, self._style.palette)
        at = QPointF(area.left(), area.top() + heading.height)
        bars = self._paint_marks(painter, at, scene, step, way)
        if comb is not None:
            free = QRectF(at, room)
            Comb(free, scene, self._style).paint_words(painter, _lit_of(step), bars)

    def _paint_marks(
        self, painter: QPainter, at: QPointF, scene: Scene, step: Step, way: Setting
    ) -> list[tuple[Key, QRectF]]:
        """Paint the marks of a chart; where each stands."""
        against = step.against.point.key if step.against else ""
        painted = self._charts.paint(painter, at, scene, step.key, way, against)
        return self.anatomy.add_chart(*painted, step.key)

    def _heading(self, scene: Scene, width: float, most: int | None = None) -> _Heading:
        """A chart's title, and what it measures with how much of it is shown, where that is at
        most `most` marks: both in as many lines as they take."""
        title, bold = _title(self._style, scene.title, width, self.anatomy.scale)
        shown = whole = len(scene.marks)
        if most is not None:
            shown = len(focused(scene, None, most).marks)
        some = self._style.words("present.some", shown=shown, count=whole) if shown < whole else ""
        small = self._style.faces.sans_font(SMALL)
        said = " · ".join(filter(None, (some, scene.subtitle)))
        below = tuple(line.rstrip(" ·") for line in broken(said, small, width, 3))
        plain = _title_room(self.anatomy.scale)
        further = (len(title) - 1) * line_step(bold)
        base = plain + further - scale_invariant(32, self.anatomy.scale, 18)
        height = plain + further + (len(below) - 1) * line_step(small)
        return _Heading(title, bold, below, small, base, height)

    def _lone(self, area: QRectF, step: Step) -> _Head:
        """A number that has all the room to itself: its words to its right where there is as much
        room as it takes itself, below it otherwise."""
        pieces = pieces_of(self._room.figure_of(step))
        largest = scale_invariant(LONE[0], self.anatomy.scale)
        beside = width_at(pieces, largest, self._style) <= area.width() * 0.5
        make = self._lone_beside if beside else self._lone_under
        sizes = [scale_invariant(one, self.anatomy.scale) for one in LONE]
        for most, label in product(sizes, _sizes(LONE_LABELS, self.anatomy.scale)):
            head = make(area, step, most, label)
            if head.below <= area.bottom():
                break
        return head

    def _lone_under(self, area: QRectF, step: Step, most: float, label: float) -> _Head:
        head = self._under(area, step, area.top(), most, label)
        free = max(0.0, area.bottom() - head.below)
        return self._under(area, step, area.top() + free * 0.35, most, label)

    def _lone_beside(self, area: QRectF, step: Step, most: float, label: float) -> _Head:
        """Number and words in the middle of the height, the last of the words on its baseline."""
        head = self._beside(area, step, most, label)
        after = sum(len(lines) * line_step(font) for lines, font, _ in head.lines[1:])
        lines, bold, _ = head.lines[0]
        before = (len(lines) - 1) * line_step(bold)
        tall = max(head.size * 0.8, before + bold.pixelSize())
        baseline = area.top() + (area.height() - after + tall) / 2
        return replace(head, baseline=baseline, top=baseline - before)

    def _under(self, area: QRectF, step: Step, top: float, most: float, label: float) -> _Head:
        """A number with its words below it."""
        pieces = pieces_of(self._room.figure_of(step))
        size = fitting(pieces, most, area.width(), self._style)
        baseline = top + size * 0.92
        lines = self._words(step, area.width(), label, 4)
        return _Head(size, baseline, area.left(), baseline + label * 1.6, lines)

    def _beside(
        self, area: QRectF, step: Step, most: float, label: float, longest: int = 4
    ) -> _Head:
        """A number with its words to the right of it."""
        pieces = pieces_of(self._room.figure_of(step))
        size = fitting(pieces, most, area.width() * 0.55, self._style)
        left = area.left() + width_at(pieces, size, self._style) + GAP
        lines = self._words(step, area.right() - left, label, longest)
        return _Head(size, area.top() + size * 0.92, left, area.top() + label * 1.1, lines)

    def _words(self, step: Step, width: float, size: float, most: int) -> _Lines:
        """Label and asides in lines."""
        sans, label = self._style.faces.sans_font, label_of(step)
        fonts = [sans(max(SMALL, size * smaller), bold=True) for smaller in LABEL_SIZES]
        bold = next((one for one in fonts if not is_cut(label, one, width, most)), fonts[-1])
        found: _Lines = [(broken(label, bold, width, most), bold, "ink")]
        for text in self._asides(step, self._room.mark_of(step)):
            found.append((broken(text, sans(ASIDE), width, most), sans(ASIDE), "muted"))
        return found

    def _paint_head(self, painter: QPainter, left: float, step: Step, head: _Head) -> None:
        """The number, its unit and the words that bound it in one line, and the words to it."""
        pieces = pieces_of(self._room.figure_of(step))
        draw_number(painter, QPointF(left, head.baseline), pieces, head.size, self._style)
        colours, y = self._style.palette, head.top
        for lines, font, role in head.lines:
            colour = QColor(str(getattr(colours, role)))
            y = draw_lines(painter, QPointF(head.left, y), lines, font, colour)

    def _asides(self, step: Step, mark: Mark | None) -> list[str]:
        """Below the label: that it is no fact, what is computed of it, its base, its origin."""
        words, metric = self._room.words_of(step), step.metric
        said = [one for one in (standing_of(metric, step.point, words),) if one]
        if mark is not None and mark.computed is not None:
            formula = mark.computed.formula
            said.append(words("present.computed", formula=formula))
        if metric is not None and metric.versus:
            said.append(words("present.versus", versus=metric.versus))
        if step.point is not None and step.point.origin:
            said.append(words("present.origin", origin=step.point.origin))
        elif step.said is None and not (step.point and step.point.formula):
            said.append(words("present.not-found"))
        return said


def _lit_of(step: Step) -> tuple[Key, ...]:
    """The figure of a step, and the one that it is compared with."""
    against = step.against.point.key if step.against else None
    return tuple(key for key in (step.key, against) if key)


def _title(style: Style, title: str, width: float, scale: float) -> tuple[tuple[str, ...], QFont]:
    """A title in one line where it can be, in up to three where it must."""
    make = style.faces.sans_font
    for size in _sizes(TITLE_SIZES, scale):
        font = make(size, bold=True)
        if width_of(title, font) <= width:
            return (title,), font
    font = make(TITLE_SIZES[-1], bold=True)
    return broken(title, font, width, 3), font


def _draw_heading(painter: QPainter, at: QPointF, heading: _Heading, colours: Palette) -> None:
    first, base = at + QPointF(0, 36), at + QPointF(0, heading.base)
    draw_lines(painter, first, heading.title, heading.bold, QColor(colours.ink))
    draw_lines(painter, base, heading.below, heading.small, QColor(colours.faint))


def _title_room(scale: float) -> float:
    """The height of a chart's title in one line and the line below it."""
    return scale_invariant(TITLE, scale, TITLE_LEAST)


def _sizes(sizes: tuple[float, ...], scale: float) -> list[float]:
    """Sizes of type from the largest; with + many more, down to what the last of them is without
    it."""
    if scale <= 1:
        return [*sizes]
    least = scale_invariant(sizes[-1], scale)
    steps = ceil(log(least / sizes[0]) / log(FINER))
    return [max(least, sizes[0] * FINER**step) for step in range(steps + 1)]


def _enlarged(way: Setting, scale: float) -> Setting:
    """With + a chart whose type is not large yet, `scale` times that of its style, has thin bars,
    which leave room for it."""
    small = scale * way.thin < LARGE_ENOUGH
    return replace(way, kind="tight") if way.thin > 1 and small else way


def _ways(room: QSizeF, scale: float) -> list[Setting]:
    """The ways to set a chart, in a room measured without + and -, which change none of them."""
    return [Setting(room * scale, rows, kind, ALONE) for rows, kind in WAYS]


def _adds_nothing(scene: Scene) -> bool:
    """Whether a chart shows no more than its number does: cards, or a figure alone without a
    whole."""
    return scene.form is Form.CARDS or (len(scene.marks) < 2 and scene.form is not Form.SHARE)
