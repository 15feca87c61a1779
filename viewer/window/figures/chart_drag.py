"""Marks and charts dragged in the chart pane: a mark to another chart, a chart to another place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QRubberBand

from viewer.chart import Scene
from viewer.model import Key
from viewer.rendering.charts.column import ChartColumn
from viewer.rendering.style import Style
from viewer.window.figures.charts import ChartsPane

EDGE, ROLLS = 32, 24
"""So near to the edge of the pane it rolls while something is dragged, by so many pixels."""
MOVES = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
"""Held with the arrows, these move the chart that keys are at."""
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Dragged:
    """What was pressed: a chart, and the figure of it under the pointer; none for its heading."""

    scene: Scene
    key: Key
    start: QPoint


class ChartDrag(QObject):
    """Follows the pointer over the charts. `figure_dropped` tells a figure and the chart that it
    was let go over, None for the room below all; `chart_dropped` a chart and before which of the
    charts shown it is to stand; `chart_moved` a chart and by how many places keys move it.
    """

    figure_dropped = Signal(str, object)
    chart_dropped = Signal(object, int)
    chart_moved = Signal(object, int)

    def __init__(
        self,
        pane: ChartsPane,
        style: Style,
        may: Callable[[], bool],
        selected: Callable[[], Key],
    ) -> None:
        super().__init__(pane)
        self._pane, self._column, self._may = pane, pane.column, may
        self._style, self._selected = style, selected
        self._dragged: Dragged | None = None
        self._moving = False
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, self._column.viewport())
        self._hint = QLabel(pane.viewport())
        self._hint.setObjectName("drag-hint")
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hint.hide()
        self._column.viewport().installEventFilter(self)
        pane.installEventFilter(self)

    def apply_style(self, style: Style) -> None:
        """Take on words."""
        self._style = style

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See the pointer pressed, moved and let go; the charts see it too."""
        if isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._key(event)
        if watched is self._pane or not isinstance(event, QMouseEvent):
            return False
        at = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            self._press(event, at)
        elif event.type() == QEvent.Type.MouseMove and self._dragged is not None:
            self._move(self._dragged, at)
        elif event.type() == QEvent.Type.MouseButtonRelease and self._dragged is not None:
            self._drop(self._dragged, at)
        return False

    def stop(self) -> None:
        """Let go of what is dragged, without a change."""
        self._dragged, self._moving = None, False
        self._band.hide()
        self._hint.hide()

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self._moving:
            self.stop()
            return True
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = self._column.lit.focused or self._selected()
        scene = self._column.chart_of(key) if key else None
        if event.key() not in STEPS or held != MOVES or scene is None:
            return False
        if self._may():
            self.chart_moved.emit(scene, STEPS[Qt.Key(event.key())])
        return True

    def _press(self, event: QMouseEvent, at: QPoint) -> None:
        scene = self._column.chart_at(at.x(), at.y())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and scene is not None and self._may():
            self._dragged = Dragged(scene, mark_at(self._column, at), at)

    def _move(self, dragged: Dragged, at: QPoint) -> None:
        far = (at - dragged.start).manhattanLength() >= QApplication.startDragDistance()
        if not self._moving and not far:
            return
        self._moving = True
        self._roll(at)
        said, band = self._aim(dragged, at)
        self._band.setVisible(bool(said))
        if said:
            self._band.setGeometry(band)
        self._hint.setText(said or self._style.words("edit.drag-nowhere"))
        self._hint.adjustSize()
        place = self._column.mapTo(self._pane.viewport(), at)
        right = self._pane.viewport().width() - self._hint.width()
        self._hint.move(min(place.x() + 14, max(0, right)), place.y() + 18)
        self._hint.show()
        self._hint.raise_()

    def _aim(self, dragged: Dragged, at: QPoint) -> tuple[str, QRect]:
        """What letting go here would do, in words, and where; no words where it does nothing."""
        words, target = self._style.words, self._column.chart_at(at.x(), at.y())
        if not dragged.key:
            number = self._before(at)
            return words("edit.drag-order"), self._gap(number)
        if target is not None and target.id != dragged.scene.id:
            title = " ".join(target.title.split())
            return words("edit.drag-to", chart=title), self._card(target)
        if target is None and at.y() > self._bottom():
            wide = self._column.width()
            return words("edit.drag-alone"), QRect(0, self._bottom() + 4, wide, 40)
        return "", QRect()

    def _drop(self, dragged: Dragged, at: QPoint) -> None:
        moving, target = self._moving, self._column.chart_at(at.x(), at.y())
        said, _ = self._aim(dragged, at) if moving else ("", None)
        self.stop()
        if not said or not self._may():
            return
        if dragged.key:
            self.figure_dropped.emit(dragged.key, target)
        else:
            self.chart_dropped.emit(dragged.scene, self._before(at))

    def _before(self, at: QPoint) -> int:
        """The number of the chart shown before which a place lies."""
        below = [
            number for number, card in cards(self._column).items() if card.center().y() > at.y()
        ]
        return min(below, default=len(self._column.scenes))

    def _gap(self, number: int) -> QRect:
        """A bar above a chart, or below the last one."""
        card = cards(self._column).get(number)
        top = card.top() - 8 if card is not None else self._bottom() + 2
        return QRect(0, round(top), self._column.width(), 6)

    def _card(self, scene: Scene) -> QRect:
        card = cards(self._column).get(self._column.scenes.index(scene))
        return card.toRect() if card is not None else QRect()

    def _bottom(self) -> int:
        """Where the last chart ends that is in sight."""
        bottoms = (card.bottom() for card in cards(self._column).values())
        return round(max(bottoms, default=0.0))

    def _roll(self, at: QPoint) -> None:
        """Roll on where the pointer is at an edge."""
        y = self._column.mapTo(self._pane.viewport(), at).y()
        bar, high = self._pane.verticalScrollBar(), self._pane.viewport().height()
        by = -ROLLS if y < EDGE else ROLLS if y > high - EDGE else 0
        bar.setValue(bar.value() + by)


def cards(column: ChartColumn) -> dict[int, QRectF]:
    """Where the charts in sight lie, by their numbers from the top, in pixels."""
    numbers = {id(scene): at for at, scene in enumerate(column.scenes)}
    items = column.items_shown()
    return {numbers[id(one.scene_shown)]: one.sceneBoundingRect() for one in items}


def mark_at(column: ChartColumn, at: QPoint) -> Key:
    """The figure whose mark lies at a place; "" for none."""
    item = column.item_at(at.x(), at.y())
    if item is None:
        return ""
    inside = item.mapFromScene(QPointF(at))
    return item.placed.at(inside.x(), inside.y())
