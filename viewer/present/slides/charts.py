"""The charts of one window of a talk: each laid out once, lit anew for every step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QTransform
from PySide6.QtWidgets import QGraphicsScene

from viewer.chart import Form, Scene, lay_out
from viewer.chart.drawing import round_points
from viewer.chart.layout import STAGE, STYLES, Box, Placed, Sizes, Text
from viewer.chart.layout.periodlabels import crosses
from viewer.chart.layout.periods import shared_width
from viewer.model import Key
from viewer.present.slides.anatomy import layout_transform
from viewer.present.slides.text_painting import draw_text, width_of
from viewer.present.slides.type_sizes import charting
from viewer.present.slides.visible_rows import focused
from viewer.rendering.charts import ChartItem
from viewer.rendering.charts.fonts import Type
from viewer.rendering.charts.painter import rect_of
from viewer.rendering.charts.ring import RING, RING_AWAY
from viewer.rendering.style import Style

SCALES = tuple(2.8 * 0.96**step for step in range(43))
"""Sizes that a chart is tried at, so that it takes the room there is."""

READABLE = 1.0
"""The size at which labels have the 28 pixels on 1080 lines that the back row reads."""

LEGIBLE = 0.95
"""The size down to which lines stay in one plot, rather than be parted into panels."""

PLATE = 0.8
"""How opaque the ground of a label at a line is."""

AWAY = 12
"""From a point, or the end of a column, to its label."""

UPRIGHT = ("top", "bottom")
"""The ends of bars that stand upright."""

ALONE = 2.8
"""The largest size of a chart with several bars or points."""

AT_MOST = 0.95
"""The part of its largest size from which a chart has that: sizes are tried step by step."""

THICKER = (0.75, 0.87)
"""What the sizes of marks are divided by to make them thicker, where there is less room."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One way to set a chart: the room it has, its most rows, its style, the largest size.

    A `bare` one leaves the words at its marks out, which stand beside it. Its bars, and the height
    of its lines, are `thin` times thinner, for type that is so much larger.
    """

    room: QSizeF
    rows: int
    kind: str
    most: float
    bare: bool = False
    thin: float = 1.0

    @property
    def sizes(self) -> Sizes:
        """The sizes of its style, its marks as thin as they are to be."""
        style, thin = STYLES[self.kind], self.thin
        return replace(
            style,
            bar=style.bar / thin,
            step=style.step / thin,
            gap=style.gap / thin,
            plot=style.plot / thin,
            panel=style.panel / thin,
        )


class Charts:
    """Paints scenes from items of its own: no item is shared between windows or screens."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self._type = Type(style.faces)
        self._kept: dict[tuple[object, ...], tuple[QGraphicsScene, ChartItem]] = {}
        self._fits: dict[tuple[object, ...], bool] = {}

    def readable(self, scene: Scene, lit: Key | None, settings: Sequence[Setting]) -> int:
        """Which of `settings` is the first that the back row can read; the last if none is."""
        last = len(settings) - 1
        return next((n for n, one in enumerate(settings) if self._reads(scene, lit, one)), last)

    def reads(self, scene: Scene, lit: Key | None, settings: Sequence[Setting]) -> bool:
        """Whether the back row can read any of `settings`."""
        return any(self._reads(scene, lit, one) for one in settings)

    def fits(self, scene: Scene, setting: Setting) -> bool:
        """Whether a chart goes into its room at all, at the smallest size."""
        return self._goes_in(scene, setting, SCALES[-1])

    def scale(self, scene: Scene, lit: Key | None, setting: Setting) -> float:
        """How many times as large as in its style the type of a chart is set."""
        placed = self._item(scene, lit, setting)[1].placed
        return setting.room.width() / max(1.0, placed.width)

    def thickened(self, scene: Scene, lit: Key | None, setting: Setting) -> Setting:
        """A chart whose type is held small has marks that take the room which is left."""
        size = self.scale(scene, lit, setting)
        if setting.most >= ALONE or size < setting.most * AT_MOST:
            return setting
        parts = setting.most / ALONE, *THICKER
        thick = (replace(setting, thin=setting.thin * part) for part in parts)
        return next((one for one in thick if self.scale(scene, lit, one) >= size), setting)

    def paint(
        self,
        painter: QPainter,
        at: QPointF,
        scene: Scene,
        lit: Key | None,
        setting: Setting,
        against: Key = "",
    ) -> tuple[Placed, QRectF]:
        """Paint `scene` as large as it can be, the figure `lit` standing out, and the one that it
        is compared with; what was painted where."""
        stage, item = self._item(scene, lit, setting)
        item.select(lit, against)
        source, room = item.boundingRect(), setting.room
        scale = min(room.width() / source.width(), room.height() / max(1.0, source.height()))
        free = room.height() - source.height() * scale
        target = QRectF(at + QPointF(0, free / 3), source.size() * scale)
        chosen = [key for key in (lit, against) if key]
        ring = _with_rings(source, item.placed, chosen)
        with charting(painter):
            stage.render(painter, layout_transform(item.placed, target).mapRect(ring), ring)
        for key in chosen if not setting.bare else ():
            self._label_point(painter, target, item, key)
        return item.placed, target

    def _label_point(self, painter: QPainter, target: QRectF, item: ChartItem, lit: Key) -> None:
        """Write the value of the lit point of a line, or of the lit column, where its chart had no
        room for it; words of other ones that stand there give way."""
        placed = item.placed
        point, column = _point_of(placed, lit), _column_of(placed, lit)
        tip, scene = point or column, item.scene_shown
        if tip is None or scene is None or any(text.key == lit for text in placed.texts):
            return
        place = layout_transform(placed, target)
        scale, at = place.m11(), place.map(tip)
        said = scene.by_key[lit].as_written
        font = self.style.faces.sans_font(STAGE.value.size * scale, bold=True)
        size = QSizeF(width_of(said, font) + 12, STAGE.value.height * scale)
        taken = [(text, place.mapRect(rect_of(text.box))) for text in placed.texts]
        boxes = _around(at, size, target) if point else [_above(at, size, target)]
        stand = _Surroundings(placed, taken, place.inverted()[0], _panel_of(placed, lit))
        box = min(boxes, key=stand.cost)
        page = QColor(self.style.palette.page)
        for text, area in taken:
            if text.key and area.intersects(box):
                painter.fillRect(area, page)
        page.setAlphaF(PLATE)
        painter.fillRect(box, page)
        base = QPointF(box.left() + 6, box.bottom() - size.height() * 0.28)
        colours = self.style.palette
        if point:
            draw_text(painter, base, said, font, QColor(colours.selected))
        else:
            with charting(painter):  # all that stands there has given way
                draw_text(painter, base, said, font, QColor(colours.ink))

    def _reads(self, scene: Scene, lit: Key | None, setting: Setting) -> bool:
        return self._goes_in(scene, setting, READABLE, focused(scene, lit, setting.rows))

    def _goes_in(
        self, scene: Scene, setting: Setting, scale: float, short: Scene | None = None
    ) -> bool:
        """Whether a chart, or what of it is shown, goes into its room at a size."""
        short = short or scene
        key = scale, *_place(scene, short, replace(setting, most=ALONE))
        if key not in self._fits:
            self._fits[key] = self._fitting(short, setting, scale) is not None
        return self._fits[key]

    def _fitting(self, short: Scene, setting: Setting, scale: float) -> Placed | None:
        """The chart laid out for a size, if it then goes into its room."""
        placed = lay_out(short, setting.room.width() / scale, setting.sizes, self._type)
        return placed if placed.height * scale <= setting.room.height() else None

    def _largest(self, short: Scene, setting: Setting) -> Placed:
        """The chart laid out for the largest size at which it goes into its room; columns with all
        their values, and a few lines in one plot, as they are in the picture of the whole chart,
        where these can be read so."""
        scales = [scale for scale in SCALES if scale <= setting.most]
        if short.form is Form.COLUMN:
            told = self._first(short, setting, [one for one in scales if one >= READABLE], _is_told)
            if told is not None:
                return told
        least = shared_width(short, setting.sizes)
        shared = [scale for scale in scales if setting.room.width() / scale >= least]
        found = self._first(short, setting, [one for one in shared if one >= LEGIBLE])
        found = found or self._first(short, setting, scales)
        width = setting.room.width() / SCALES[-1]
        return found or lay_out(short, width, setting.sizes, self._type)

    def _first(
        self,
        short: Scene,
        setting: Setting,
        scales: Sequence[float],
        also: Callable[[Placed], bool] = lambda _: True,
    ) -> Placed | None:
        """The chart laid out for the first of ever smaller sizes at which it goes into its room,
        and `also` holds of it."""
        first, last, found = 0, len(scales) - 1, None
        while first <= last:
            middle = (first + last) // 2
            placed = self._fitting(short, setting, scales[middle])
            if placed is None or not also(placed):
                first = middle + 1
            else:
                last, found = middle - 1, placed
        return found

    def _item(
        self, scene: Scene, lit: Key | None, setting: Setting
    ) -> tuple[QGraphicsScene, ChartItem]:
        short = focused(scene, lit, setting.rows)
        key = _place(scene, short, setting)
        if key not in self._kept:
            self._kept[key] = self._laid_out(short, setting)
        return self._kept[key]

    def _laid_out(self, short: Scene, setting: Setting) -> tuple[QGraphicsScene, ChartItem]:
        placed = replace(self._largest(short, setting), latent=())  # the lit point is labelled here
        if setting.bare:
            placed = replace(placed, texts=tuple(one for one in placed.texts if not one.key))
            if len(short.marks) == 1:  # no other one to be told from by a ring around its words
                placed = replace(placed, hits=())
        item = ChartItem()
        item.apply_style(self.style, self._type)
        item.set_scene(short, placed.width, setting.kind, placed)
        stage = QGraphicsScene()
        stage.addItem(item)
        return stage, item


def _is_told(placed: Placed) -> bool:
    """Whether every value is written, none only while its figure is lit."""
    return not placed.latent


def _point_of(placed: Placed, key: Key) -> QPointF | None:
    """Where the point of a line stands."""
    return next((QPointF(dot.x, dot.y) for dot in placed.dots if dot.key == key), None)


def _column_of(placed: Placed, key: Key) -> QPointF | None:
    """Where the upper end of a column stands."""
    boxes = (rect_of(bar.box) for bar in placed.bars if bar.key == key and bar.tip in UPRIGHT)
    return next((QPointF(box.center().x(), box.top()) for box in boxes), None)


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What a label at a point may stand on: the chart, its texts and where they are in the picture,
    the way `back` from there to the chart, and the panel of the point's line."""

    placed: Placed
    taken: Sequence[tuple[Text, QRectF]]
    back: QTransform
    panel: QRectF | None

    def cost(self, box: QRectF) -> int:
        """How much a label there would cover: words that stay most of all, then values that give
        way, another line's panel, and lines."""
        met = [text for text, area in self.taken if area.intersects(box)]
        within = self.back.mapRect(box)
        own = Box(within.x(), within.y(), within.width(), within.height())
        lines = sum(crosses(curve.points, own) for curve in self.placed.curves)
        away = self.panel is not None and not _spans(self.panel, within)
        return 4 * sum(not text.key for text in met) + 2 * len(met) + 2 * away + lines


def _panel_of(placed: Placed, key: Key) -> QRectF | None:
    """The places of all points of the line that a figure is a point of."""
    keys = next((set(curve.keys) for curve in placed.curves if key in curve.keys), set())
    boxes = [rect_of(hit.box) for hit in placed.hits if hit.key in keys]
    return reduce(QRectF.united, boxes) if boxes else None


def _spans(area: QRectF, other: QRectF) -> bool:
    """Whether another area begins and ends within the width of one."""
    return area.left() <= other.left() and other.right() <= area.right()


def _around(at: QPointF, size: QSizeF, area: QRectF) -> list[QRectF]:
    """Where the label of a point may stand, the best first: above, below, then to the side."""
    wide, high = size.width(), size.height()
    lefts = (at.x() - wide / 2, at.x() - 6, at.x() - wide + 6)
    tops = at.y() - high - AWAY, at.y() + AWAY
    corners = [QPointF(left, top) for left in lefts for top in tops]
    corners += [QPointF(left, at.y() - high / 2) for left in (at.x() + AWAY, at.x() - wide - AWAY)]
    boxes = [QRectF(corner, size) for corner in corners]
    within = [box for box in boxes if area.contains(box)]
    return within or [_above(at, size, area)]


def _above(at: QPointF, size: QSizeF, area: QRectF) -> QRectF:
    """Where a label stands above a mark, no farther to the side than the area."""
    left = max(area.left(), min(at.x() - size.width() / 2, area.right() - size.width()))
    return QRectF(QPointF(left, at.y() - size.height() - AWAY), size)


def _with_rings(source: QRectF, placed: Placed, lit: Sequence[Key]) -> QRectF:
    """A chart's rectangle with its points and the rings of its lit figures, which may reach over
    its edge."""
    away, round_ = RING + RING_AWAY, round_points(placed)
    for dot in placed.dots:
        source = source | QRectF(dot.x - round_, dot.y - round_, 2 * round_, 2 * round_)
    for box in filter(None, map(placed.box_of, lit)):
        source = source | (rect_of(box) + QMarginsF(away, away, away, away))
    return source


def _place(scene: Scene, short: Scene, setting: Setting) -> tuple[object, ...]:
    """What a drawing is kept by: scenes live as long as their talk, cuts from them do not."""
    room, rows = setting.room, tuple(mark.key for mark in short.marks)
    size = round(room.width()), round(room.height())
    return id(scene), rows, *size, setting.kind, setting.bare, setting.thin, setting.most
