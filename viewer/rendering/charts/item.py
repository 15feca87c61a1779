"""One chart as an item of any graphics scene: its card, its marks, its words, what is lit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsObject,
    QGraphicsSceneHoverEvent,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from viewer.chart import Scene, lay_out
from viewer.chart.drawing import AxisLine, Disc, Drawing, Stroke, card_of, reach, strokes_of
from viewer.chart.layout import STYLES, Box, Placed
from viewer.model import Key
from viewer.rendering.charts.fonts import Type
from viewer.rendering.charts.highlight import NOTHING, Highlight, visible_in
from viewer.rendering.charts.painter import Brush, Colours, rect_of
from viewer.rendering.charts.ring import ring_of
from viewer.rendering.style import Style

if TYPE_CHECKING:
    from viewer.rendering.charts.plotting import Plots


MANY = 400
"""Of more primitives than these, only those that are to be seen are painted."""


class Layer(QGraphicsItem):
    """Some primitives of a chart, painted in their order."""

    def __init__(self, parent: QGraphicsItem, height: float = 0.0) -> None:
        super().__init__(parent)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(height)
        self._bounds = QRectF()
        self._drawings: tuple[Drawing, ...] = ()
        self._reaches: tuple[tuple[float, float], ...] = ()
        self._brush: Brush | None = None
        self._colours: Colours | None = None

    def show_drawings(self, drawings: tuple[Drawing, ...], bounds: QRectF, brush: Brush) -> None:
        """Take other primitives; they are unseen until they are lit."""
        self.prepareGeometryChange()
        self._drawings, self._bounds, self._brush = drawings, bounds, brush
        many = len(drawings) > MANY
        self._reaches = tuple(map(reach, drawings)) if many else ()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption, many)
        self.setVisible(bool(drawings))

    def light(self, colours: Colours) -> None:
        """Take other colours."""
        self._colours = colours
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """The whole chart."""
        return self._bounds

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draw every primitive; of many, those that are to be seen."""
        del widget
        if self._brush is not None and self._colours is not None:
            self._brush.draw(painter, self._seen(option.exposedRect), self._colours)

    def _seen(self, exposed: QRectF) -> Iterable[Drawing]:
        if not self._reaches or exposed.isEmpty():
            return self._drawings
        top, bottom = exposed.top(), exposed.bottom()
        lie = zip(self._drawings, self._reaches, strict=True)
        return (one for one, (high, low) in lie if low >= top and high <= bottom)


class ChartItem(QGraphicsObject):
    """Draws a scene at a width. `pointed` tells the key under the pointer, `left` that it is gone,
    `chosen` a click.

    Dress it once before the first scene. It is fed again rather than made again. What is plotted
    (curves, points, an axis) is drawn by pyqtgraph, which is loaded for the first such chart.
    """

    pointed = Signal(str)
    chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QGraphicsItem | None = None) -> None:
        super().__init__(parent)
        self.setAcceptHoverEvents(True)
        self.number = 0
        """Which of the items of its view it is."""
        self.scene_shown: Scene | None = None
        self.placed = Placed(0, 0, Box(0, 0, 0, 0))
        self.lit = NOTHING
        self.at = (0.0, 0.0)
        """Where the pointer was last, in the chart's own pixels."""
        self._style: Style | None = None
        self._type: Type | None = None
        self._brush: Brush | None = None
        self._card = True
        self._fed: tuple[Scene, float, str, Style] | None = None
        self._under = Layer(self)
        self._plots: Plots | None = None
        self._over = Layer(self, 3)

    def apply_style(self, style: Style, of: Type | None = None) -> None:
        """Take on colours and faces; `of` shares one measure among many charts."""
        self._style, self._type = style, of or Type(style.faces)
        self._brush = Brush(style, fonts=self._type)

    def set_scene(
        self,
        scene: Scene,
        width: float,
        style: str = "desk",
        placed: Placed | None = None,
        lit: Highlight = NOTHING,
    ) -> None:
        """Show a scene at a width in pixels, in a style of the layout.

        `placed` is the scene laid out so, where it is known. The same again, in the same dress, is
        not laid out again.
        """
        if self._style is None or self._type is None:
            raise RuntimeError("a chart is dressed before it shows a scene")
        fed = scene, width, style, self._style
        if fed == self._fed:
            self.light(lit)
            return
        self._fed = fed
        sizes = STYLES[style]
        self.prepareGeometryChange()
        self.scene_shown = scene
        self.placed = placed or lay_out(scene, width, sizes, self._type)
        self._card = sizes.card
        self._show_drawings(tuple(strokes_of(self.placed, sizes.arrow, card=False, latent=True)))
        self._show_light(visible_in(scene, lit))

    def whole_at(self, x: float, y: float) -> str:
        """All of the text at a place that was cut to fit there; of any other, nothing."""
        texts = (text for text in self.placed.texts if text.box.holds(x, y))
        return next((text.whole for text in texts if text.whole), "")

    def _show_drawings(self, drawings: tuple[Drawing, ...]) -> None:
        """Share the primitives out: those up to the first plot, the plots, those above."""
        assert self._brush is not None
        plots = [one for one in drawings if isinstance(one, AxisLine | Disc) or _is_curve(one)]
        raised = (n for n, one in enumerate(drawings) if isinstance(one, Disc) or _is_curve(one))
        first = next(raised, len(drawings))
        plotted = {id(one) for one in plots}
        under = tuple(one for one in drawings[:first] if id(one) not in plotted)
        over = tuple(one for one in drawings[first:] if id(one) not in plotted)
        self._under.show_drawings(under, self.boundingRect(), self._brush)
        self._over.show_drawings(over, self.boundingRect(), self._brush)
        if plots and self._plots is None:
            from viewer.rendering.charts.plotting import Plots

            self._plots = Plots()
        if self._plots is not None:
            self._plots.show(plots, self)  # type: ignore[arg-type]  # chosen by type above

    def select(self, key: Key | None, against: Key = "") -> None:
        """Light one figure, or none, at once; with the one that it is compared with."""
        self.light(Highlight(selected=key or "", against=against))

    def light(self, lit: Highlight) -> None:
        """Follow what is lit; a chart that looks the same for it is left alone."""
        if self.scene_shown is not None:
            lit = visible_in(self.scene_shown, lit)
        if lit != self.lit:
            self._show_light(lit)

    def _show_light(self, lit: Highlight) -> None:
        assert self._style is not None
        self.lit = lit
        here = self.scene_shown is not None and self.scene_shown.holds(lit.selected or lit.before)
        colours = Colours(self._style.palette, lit, here=here)
        self._under.light(colours)
        self._over.light(colours)
        if self._plots is not None:
            self._plots.light(colours)
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """The card."""
        return QRectF(0, 0, self.placed.width, self.placed.height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the card, the row under the pointer, the rings of selection and focus."""
        del option, widget
        if self._style is None or self._brush is None:
            return
        palette = self._style.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._card and self.placed.ground:
            self._brush.draw(painter, (card_of(self.placed),))
        painter.setPen(Qt.PenStyle.NoPen)
        for key in {self.lit.hovered, *self.lit.together} - {""}:
            box = self.placed.box_of(key)
            if box is not None:
                terms = key in self.lit.together
                painter.setBrush(QColor(palette.tint if terms else palette.tint_light))
                painter.drawRoundedRect(rect_of(box), 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for key in self.lit.chosen:
            self._ring(painter, key, palette.selected, 0)
        self._ring(painter, self.lit.focused, palette.accent, 2)

    def _ring(self, painter: QPainter, key: Key, colour: str, inset: int) -> None:
        """Draw a ring around a figure."""
        assert self._type is not None
        ring = ring_of(self.placed, key, self._type, inset=inset, card=self._card)
        if ring is not None:
            ring.draw(painter, colour)

    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:  # noqa: N802 - Qt's name
        """Tell what lies under the pointer."""
        self.at = event.pos().x(), event.pos().y()
        self.pointed.emit(self.placed.at(*self.at))

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the pointer is elsewhere."""
        del event
        self.left.emit()

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take a press of the left button, to hear of its release."""
        event.setAccepted(event.button() == Qt.MouseButton.LeftButton)

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the figure that was clicked, or none; a press that ends elsewhere is no click."""
        start, end = event.buttonDownPos(Qt.MouseButton.LeftButton), event.pos()
        key = self.placed.at(start.x(), start.y())
        if key == self.placed.at(end.x(), end.y()) and self.boundingRect().contains(end):
            self.chosen.emit(key)


def cut_texts(scene: Scene, placed: Placed, key: Key) -> tuple[str, ...]:
    """The title of a chart, the line below it and the name of the mark of `key`, each whole, if
    it was cut."""
    headings = {scene.title, scene.subtitle} - {""}
    cut = [text.whole for text in placed.texts if text.whole in headings]
    if key in scene.by_key and any(text.key == key and text.elided for text in placed.texts):
        cut.append(scene.by_key[key].name)
    return tuple(cut)


def _is_curve(drawing: Drawing) -> bool:
    return isinstance(drawing, Stroke) and drawing.curve
