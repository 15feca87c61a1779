"""One chart as an item of any graphics scene: its card, its marks, its words, what is lit."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from viewer.chart import Scene
from viewer.chart.layout import STYLES, Box, Placed, lay_out
from viewer.model import Key
from viewer.rendering.charts.bound_markers import Ends
from viewer.rendering.charts.fonts import Type
from viewer.rendering.charts.highlight import NOTHING, Lit, seen_by
from viewer.rendering.charts.plotting import Plotting
from viewer.rendering.charts.text_painting import Letters
from viewer.rendering.style import Style

ROUND = 7.0


class ChartItem(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """Draws a scene at a width. `pointed` tells the key under the pointer, `chosen` a click.

    Dress it once before the first scene. It is fed again rather than made again.
    """

    pointed = Signal(str)
    chosen = Signal(str)

    def __init__(self, parent: QGraphicsItem | None = None) -> None:
        super().__init__(parent)
        self.scene_shown: Scene | None = None
        self.placed = Placed(0, 0, Box(0, 0, 0, 0))
        self.lit = NOTHING
        self._style: Style | None = None
        self._type: Type | None = None
        self._card = True
        self._fed: tuple[Scene, float, str, Style] | None = None
        self._plotting = Plotting(self)
        self._ends = Ends(self)
        self._letters = Letters(self)

    def dress(self, style: Style, of: Type | None = None) -> None:
        """Take on colours and faces; `of` shares one measure among many charts."""
        self._style, self._type = style, of or Type(style.faces)

    def set_scene(self, scene: Scene, width: float, style: str = "desk") -> None:
        """Show a scene at a width in pixels, in the style `desk` or `room`, nothing lit.

        The same again, in the same dress, is not laid out again.
        """
        if self._style is None or self._type is None:
            raise RuntimeError("a chart is dressed before it shows a scene")
        fed = scene, width, style, self._style
        if fed == self._fed:
            self.light(NOTHING)
            return
        self._fed = fed
        sizes = STYLES[style]
        self.prepareGeometryChange()
        self.scene_shown = scene
        self.placed = lay_out(scene, width, sizes, self._type)
        self._card = sizes.card
        self._plotting.show_marks(self.placed, self._style.palette)
        self._ends.show_ends(self.placed, self._style.palette, sizes.arrow)
        self._letters.show_texts(self.placed, self._type, self._style.palette)
        self._show_light(NOTHING)

    def select(self, key: Key | None) -> None:
        """Light one figure, or none, at once."""
        self.light(Lit(selected=key or ""))

    def light(self, lit: Lit) -> None:
        """Follow what is lit; a chart that looks the same for it is left alone."""
        if self.scene_shown is not None:
            lit = seen_by(self.scene_shown, lit)
        if lit != self.lit:
            self._show_light(lit)

    def _show_light(self, lit: Lit) -> None:
        self.lit = lit
        here = self.scene_shown is not None and self.scene_shown.holds(lit.selected or lit.before)
        self._plotting.light(lit)
        self._ends.light(lit)
        self._letters.light(lit, here)
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
        """Draw the card, the row under the pointer and the ring of the focus."""
        del option, widget
        if self._style is None:
            return
        palette = self._style.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._card:
            painter.setPen(QPen(QColor(palette.line), 1))
            painter.setBrush(QColor(palette.card))
            edge = self.boundingRect().adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(edge, ROUND, ROUND)
        hovered = self.placed.box_of(self.lit.hovered) if self.lit.hovered else None
        if hovered is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.tint_light))
            painter.drawRoundedRect(_rect(hovered), 4, 4)
        focused = self.placed.box_of(self.lit.focused) if self.lit.focused else None
        if focused is not None:
            painter.setPen(QPen(QColor(palette.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(_rect(focused).adjusted(1, 1, -1, -1), 4, 4)

    def hoverEvent(self, event: pg.GraphicsScene.mouseEvents.HoverEvent) -> None:  # noqa: N802
        """Tell what lies under the pointer (pyqtgraph's scene asks)."""
        if event.isExit():
            self.pointed.emit("")
        else:
            self.pointed.emit(self.placed.at(event.pos().x(), event.pos().y()))

    def mouseClickEvent(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:  # noqa: N802
        """Choose the figure that was clicked, or none (pyqtgraph's scene asks)."""
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self.chosen.emit(self.placed.at(event.pos().x(), event.pos().y()))


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)
