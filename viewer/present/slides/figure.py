"""What the room sees of one figure or one chart: the chart is the picture, its words a strip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QPainter

from viewer.chart import Form, Scene
from viewer.chart.layout import STAGE
from viewer.design import Palette
from viewer.model import Key
from viewer.present.presentation_model import Room
from viewer.present.slides.anatomy import Anatomy
from viewer.present.slides.chart_grid import grids, ranked
from viewer.present.slides.charts import ALONE, Charts, Setting
from viewer.present.slides.comb import Comb, comb_of
from viewer.present.slides.number_head import GAP, LABEL, Head, HeadMaker, paint_head
from viewer.present.slides.text_painting import (
    SMALL,
    broken_or_cut,
    draw_lines,
    enlargements,
    line_step,
    scale_invariant,
    width_of,
)
from viewer.present.slides.visible_rows import focused
from viewer.rendering.style import Style
from viewer.talk import Step

TITLE = 112.0
TITLE_LEAST = 96.0
"""Height of a chart's title in one line and the line below it, and what their type needs."""
TITLE_BASE, BASES_APART = 36.0, 42.0
"""Where the title of a chart stands, and how far below it the line under it at least."""
ASCENT, BELOW_LARGER = 0.8, 1.25
"""How much farther down a larger one stands, and what is below it, as parts of the difference."""
TITLE_SIZES = (44, 40, 36)
HEADLINES = (((72.0, 60.0), 1), ((60.0,), 2), ((50.0,), 1), ((50.0,), 2))
"""Sizes of the title of a chart that has the picture to itself, and the lines that it may take."""
BELOW_HEADLINE = 0.9
"""The type of such a chart is at most so many times as large as its title."""
LINES = 3
"""Lines of a title, and of what stands below it, at most."""
ABOVE_BAR = 0.56
"""The part of the height that a number above its own bar has."""
BARE = 1.6
"""The largest size of such a bar."""
BESIDE = 200.0
"""The number of a figure beside its chart, in pixels at most."""
ABOVE = 130.0
"""The number of a figure above its chart, in pixels at most."""
WIDE = 1.45
"""A canvas so many times as wide as high has the number beside the chart, else above it."""
COLUMN = 0.3
"""The part of the width that a number beside its chart has."""
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
ACROSS, DOWN = 72.0, 48.0
"""Between charts of a section beside and below each other."""
ENOUGH = 4
"""Rows that each of these shows at least."""
WHOLE = 1
"""The last of these that shows up to twelve rows."""


@dataclass(frozen=True, slots=True)
class _Heading:
    """The lines of a chart's title from the baseline `first` on, and those below it from `base` on,
    with the height of both; `whole` says that none is cut."""

    title: tuple[str, ...]
    bold: QFont
    first: float
    below: tuple[str, ...]
    small: QFont
    base: float
    height: float
    whole: bool


@dataclass(frozen=True, slots=True)
class _Title:
    """A title in lines, as large as its face says; `whole` says that none is cut."""

    lines: tuple[str, ...]
    bold: QFont
    whole: bool = True


@dataclass(frozen=True, slots=True)
class _Set:
    """A chart's heading and the setting of its marks."""

    heading: _Heading
    way: Setting


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
        own = area
        if scene is None:
            maker = self._maker(step)
            head = maker.lone(area) if step.said is not None else maker.poster(area)
        elif len(scene.marks) == 1:
            head = self._above_its_bar(painter, area, scene, step)
            own = QRectF(area.topLeft(), QPointF(area.right(), head.below))
        else:
            head, rest = self._beside_number(area, step)
            self._paint_chart(painter, rest, scene, step)
            own = _around(area, rest)
        self.anatomy.head = own
        paint_head(painter, area.left(), step, head, self._room)

    def paint_alone(self, painter: QPainter, area: QRectF, step: Step) -> None:
        """Paint a figure that no chart adds to, as large as the area takes it."""
        paint_head(painter, area.left(), step, self._maker(step).poster(area), self._room)

    def _maker(self, step: Step) -> HeadMaker:
        return HeadMaker(self._room, step, self.anatomy.scale)

    def _beside_number(self, area: QRectF, step: Step) -> tuple[Head, QRectF]:
        """A number, and the room for its chart: beside it in a wide area, below it otherwise."""
        if area.width() / max(1.0, area.height()) > WIDE:
            below = _title_room(self.anatomy.scale) * 0.75
            column = QRectF(
                area.left(), area.top() + below, area.width() * COLUMN, area.height() - below
            )
            left = column.right() + scale_invariant(GAP, self.anatomy.scale)
            rest = QRectF(left, area.top(), area.right() - left, area.height())
            most = scale_invariant(BESIDE, self.anatomy.scale)
            return self._maker(step).under(column, most, LABEL), rest
        most = scale_invariant(ABOVE, self.anatomy.scale)
        head = self._maker(step).beside(area, most, LABEL, 2)
        rest = QRectF(area)
        rest.setTop(head.below + 24)
        return head, rest

    def _above_its_bar(self, painter: QPainter, area: QRectF, scene: Scene, step: Step) -> Head:
        """The number of a chart of one bar with its words; below it the bar, which says neither
        again."""
        upper = QRectF(area.topLeft(), QSizeF(area.width(), area.height() * ABOVE_BAR))
        head = self._maker(step).lone(upper)
        top = max(head.below, upper.bottom()) + 12
        rest = QRectF(area.left(), top, area.width(), area.bottom() - top)
        way = Setting(rest.size(), 1, "stage", BARE, bare=True, thin=self.anatomy.scale)
        self._paint_marks(painter, rest.topLeft(), scene, step, way)
        return head

    def paint_chart(
        self, painter: QPainter, area: QRectF, step: Step, beside: QRectF | None = None
    ) -> None:
        """Paint the chart of `step` alone, in type no smaller than it has `beside` its number, in
        an area for both."""
        scene = self._room.scene_of(step)
        if scene is None:
            return
        least = None
        if beside is not None and len(scene.marks) > 1:
            least = self._set(self._beside_number(beside, step)[1], scene, step).way
        self._paint_chart(painter, area, scene, step, least, self._headline(area, scene, step))

    def _headline(self, area: QRectF, scene: Scene, step: Step) -> _Title | None:
        """A title larger than that of a chart beside its number, the largest below which the back
        row reads as many rows; none where that takes the room for them."""
        rows = self._rows(_below(area, self._heading(scene, area.width())), scene, step)
        for title in _headlines(self._style, scene.title, area.width(), self.anatomy.scale):
            heading = self._heading(scene, area.width(), title=title)
            if heading.whole and self._rows(_below(area, heading), scene, step) >= rows:
                return title
        return None

    def _rows(self, room: QSizeF, scene: Scene, step: Step) -> float:
        """How many rows of a chart the back row reads in a room; all of a comb, which has no words
        at them."""
        if room.height() <= 0:
            return 0
        if comb_of(self._charts, scene, room) is not None:
            return inf
        ways = _ways(room, self.anatomy.scale)
        first = self._charts.readable(scene, step.key, ways)
        return ways[first].rows if self._charts.reads(scene, step.key, ways[first:]) else 0

    def paint_charts(self, painter: QPainter, area: QRectF, step: Step) -> tuple[int, int]:
        """Paint the charts of the section of `step`, as many as the back row reads beside each
        other; how many those are, and of how many."""
        part, scale = self._room.talk.parts[step.part], self.anatomy.scale
        lead = [
            one.key for one in part.figures if one.metric and one.metric.id == part.section.lead
        ]
        scenes = ranked(self._room.scenes[part.section.id], [key for key in lead if key])
        gaps = QSizeF(scale_invariant(ACROSS, scale), scale_invariant(DOWN, scale))
        every = (grid for count in range(len(scenes), 0, -1) for grid in grids(area, count, gaps))
        read = (grid for grid in every if all(map(self._is_read, grid, scenes)))
        cells = next(read, [area])
        for cell, scene in zip(cells, scenes, strict=False):
            self._paint_chart(painter, cell, scene, step)
        return len(cells), len(scenes)

    def _is_read(self, area: QRectF, scene: Scene) -> bool:
        """Whether the back row reads a chart in an area, or enough of its rows to compare them."""
        heading = self._heading(scene, area.width())
        room = _below(area, heading)
        if room.height() <= 0 or not heading.whole:
            return False
        enough = min(ENOUGH, len(scene.marks))
        ways = [way for way in _ways(room, self.anatomy.scale) if way.rows >= enough]
        read = self._charts.reads(scene, None, ways)
        return read or comb_of(self._charts, scene, room) is not None

    def reads(self, area: QRectF, step: Step) -> bool:
        """Whether the back row reads the whole chart of a figure, set in `area`."""
        scene = self._chart_of(step)
        if scene is None or len(scene.marks) == 1:
            return True
        rest = self._beside_number(area, step)[1]
        ways = _ways(_below(rest, self._heading(scene, rest.width())), self.anatomy.scale)
        return self._charts.readable(scene, step.key, ways) <= WHOLE

    def paint_pair(self, painter: QPainter, area: QRectF, step: Step) -> bool:
        """Paint the chart that shows both figures of a comparison; whether there is one in which
        the back row reads both."""
        lit = _lit_of(step)
        for scene in self._room.scenes[self._room.talk.parts[step.part].section.id]:
            if scene.form is Form.CARDS or not all(key in scene.by_key for key in lit):
                continue
            room = _below(area, self._heading(scene, area.width()))
            ways = _ways(room, self.anatomy.scale)
            whole = ways[self._charts.readable(scene, step.key, ways)].rows >= len(scene.marks)
            if whole or comb_of(self._charts, scene, room):
                self._paint_chart(painter, area, scene, step)
                return True
        return False

    def _paint_chart(
        self,
        painter: QPainter,
        area: QRectF,
        scene: Scene,
        step: Step,
        least: Setting | None = None,
        title: _Title | None = None,
    ) -> None:
        chosen = self._set(area, scene, step, least, title)
        heading, way = chosen.heading, chosen.way
        _draw_heading(painter, area.topLeft(), heading, self._style.palette)
        at = QPointF(area.left(), area.top() + heading.height)
        bars = self._paint_marks(painter, at, scene, step, way)
        if way.kind == "comb":
            free = QRectF(at, area.bottomRight())
            Comb(free, scene, self._style).paint_words(painter, _lit_of(step), bars)

    def _set(
        self,
        area: QRectF,
        scene: Scene,
        step: Step,
        least: Setting | None = None,
        title: _Title | None = None,
    ) -> _Set:
        """The first way to set a chart in an area that the back row reads, in type no smaller than
        in another way that has less room, and else no larger than its `title` allows."""
        heading = self._heading(scene, area.width(), title=title)
        room = _below(area, heading)
        comb = comb_of(self._charts, scene, room)
        if comb is not None:
            return _Set(heading, comb)
        size = self._charts.scale(scene, step.key, least) if least is not None else 0.0
        most = max(size, _most_below(title))
        ways = [replace(way, most=most) for way in _ways(room, self.anatomy.scale)]
        first = self._charts.readable(scene, step.key, ways)
        sets = (self._set_in(area, scene, step, way, title) for way in ways[first:])
        if least is None:
            return next(sets)
        large = (one for one in sets if self._charts.scale(scene, step.key, one.way) >= size)
        return next(large, None) or self._set_in(area, scene, step, least, None)

    def _set_in(
        self, area: QRectF, scene: Scene, step: Step, way: Setting, title: _Title | None
    ) -> _Set:
        """A chart in one way, below a heading that says how many of its marks are shown."""
        some = way.rows if way.rows < len(scene.marks) else None
        heading = self._heading(scene, area.width(), some, title)
        room = _below(area, heading)
        way = replace(way, room=room, thin=self.anatomy.scale)
        way = _enlarged(way, self._charts.scale(scene, step.key, way))
        return _Set(heading, self._charts.thickened(scene, step.key, way))

    def _paint_marks(
        self, painter: QPainter, at: QPointF, scene: Scene, step: Step, way: Setting
    ) -> list[tuple[Key, QRectF]]:
        """Paint the marks of a chart; where each stands."""
        against = step.against.point.key if step.against else ""
        painted = self._charts.paint(painter, at, scene, step.key, way, against)
        return self.anatomy.add_chart(*painted, step.key)

    def _heading(
        self, scene: Scene, width: float, most: int | None = None, title: _Title | None = None
    ) -> _Heading:
        """A chart's title, and what it measures with how much of it is shown, where that is at
        most `most` marks: both in as many lines as they take."""
        title = title or _title(self._style, scene.title, width, self.anatomy.scale)
        shown = count = len(scene.marks)
        if most is not None:
            shown = len(focused(scene, None, most).marks)
        some = self._style.words("present.some", shown=shown, count=count) if shown < count else ""
        small = self._style.faces.sans_font(SMALL)
        said = " · ".join(filter(None, (some, scene.subtitle)))
        lines, cut = broken_or_cut(said, small, width, LINES)
        below = tuple(line.rstrip(" ·") for line in lines)
        plain = _title_room(self.anatomy.scale)
        higher = max(0.0, title.bold.pixelSize() - TITLE_SIZES[0])
        further = (len(title.lines) - 1) * line_step(title.bold) + higher * BELOW_LARGER
        low = plain - scale_invariant(32, self.anatomy.scale, 18)
        base = max(low, TITLE_BASE + BASES_APART) + further
        height = plain + further + (len(below) - 1) * line_step(small)
        first = TITLE_BASE + higher * ASCENT
        whole = title.whole and not cut
        return _Heading(title.lines, title.bold, first, below, small, base, height, whole)


def _around(area: QRectF, rest: QRectF) -> QRectF:
    """What of an area lies to the left of the rest, or above it."""
    if rest.left() > area.left():
        return QRectF(area.topLeft(), QPointF(rest.left(), area.bottom()))
    return QRectF(area.topLeft(), rest.topRight())


def _lit_of(step: Step) -> tuple[Key, ...]:
    """The figure of a step, and the one that it is compared with."""
    against = step.against.point.key if step.against else None
    return tuple(key for key in (step.key, against) if key)


def _title(style: Style, title: str, width: float, scale: float) -> _Title:
    """A title in one line where it can be, in up to three where it must."""
    make = style.faces.sans_font
    for size in enlargements(TITLE_SIZES, scale):
        font = make(size, bold=True)
        if width_of(title, font) <= width:
            return _Title((title,), font)
    font = make(TITLE_SIZES[-1], bold=True)
    lines, cut = broken_or_cut(title, font, width, LINES)
    return _Title(lines, font, not cut)


def _headlines(style: Style, title: str, width: float, scale: float) -> Iterator[_Title]:
    """The ways to set a title that are larger than that, the best first; with + they keep their
    size in the room, and leave what is won to the type of the chart."""
    for sizes, most in HEADLINES:
        for size in (scale_invariant(size, max(1.0, scale)) for size in sizes):
            font = style.faces.sans_font(size, bold=True)
            lines, cut = broken_or_cut(title, font, width, most)
            if not cut:
                yield _Title(lines, font)


def _most_below(title: _Title | None) -> float:
    """The largest size of a chart that has a title of its own size."""
    if title is None:
        return ALONE
    return min(ALONE, BELOW_HEADLINE * title.bold.pixelSize() / STAGE.value.size)


def _draw_heading(painter: QPainter, at: QPointF, heading: _Heading, colours: Palette) -> None:
    first, base = at + QPointF(0, heading.first), at + QPointF(0, heading.base)
    draw_lines(painter, first, heading.title, heading.bold, QColor(colours.ink))
    draw_lines(painter, base, heading.below, heading.small, QColor(colours.faint))


def _below(area: QRectF, heading: _Heading) -> QSizeF:
    """What is left of an area for the marks of a chart, below its heading."""
    return QSizeF(area.width(), area.height() - heading.height)


def _title_room(scale: float) -> float:
    """The height of a chart's title in one line and the line below it."""
    return scale_invariant(TITLE, scale, TITLE_LEAST)


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
