"""The audience's picture as a widget: full screen before the room, small on the console."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.present.presentation_model import Room
from viewer.present.slides.motion import (
    Motion,
    paint_fading,
    paint_growing,
    paint_passing,
    paint_shifting,
    paint_travelling,
    scaled,
)
from viewer.present.slides.pictures import Pictures
from viewer.present.slides.pointer_overlay import paint_cover, paint_pointer, paint_spotlight
from viewer.present.slides.stroke_overlay import Ground, paint_strokes, targets_of
from viewer.talk import (
    Blank,
    Light,
    Move,
    Pen,
    Shown,
    Spot,
    Stroke,
    TalkState,
    Target,
    move_between,
    strokes_on,
    target_of,
)

ROUND_CHART = 14.0
"""What a chart takes around its marks, in the units of its canvas: the ring of the lit one."""
NARROWEST, WIDEST = 1.25, 2.4
"""Shapes (width by height) that a picture is laid out for; beyond them bars stay free."""


class Stage(QWidget):
    """Paints one picture of the talk, what covers it, and the presenter's light upon it.

    `pointed` says where the mouse is, in widths and heights of the picture; `pressed` that the
    picture was clicked. With a pen in hand `drawn` says where the mouse is on a stroke, `lifted`
    that it is over, and the Target that it lies on or None.
    """

    pointed = Signal(float, float)
    pressed = Signal()
    drawn = Signal(float, float)
    lifted = Signal(object)

    def __init__(self, room: Room, shape: float = 0.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._framed = bool(shape)
        self._shape = shape
        self._room = room
        self.pictures = Pictures(room, self)
        self.motion = Motion(self, self.update)
        self._before = self._painted = Shown(0)
        self.patient = False
        """Whether another picture may come a moment later: nobody waits for it."""
        self.shown = Shown(0)
        self.blank = Blank.NOTHING
        self.light = Light.NOTHING
        self.mouse = (0.5, 0.5)
        self.pen = Pen.NOTHING
        self.strokes: tuple[Stroke, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, not shape)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """A framed picture is as high as its shape makes it."""
        return self._framed

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height that goes with `width`."""
        return round(width / max(NARROWEST, min(WIDEST, self._shape or 16 / 9)))

    def show_state(self, shown: Shown, state: TalkState) -> None:
        """Show a picture of the talk with what covers it and what points at it."""
        before = (self.shown, self.blank, self.light, self.mouse, self.strokes)
        self._move_to(shown, state)
        self.shown, self.blank, self.light = shown, state.blank, state.light
        self.mouse, self.pen, self.strokes = state.mouse, state.pen, strokes_on(state, shown)
        if before != (self.shown, self.blank, self.light, self.mouse, self.strokes):
            self.update()

    def _move_to(self, shown: Shown, state: TalkState) -> None:
        """Begin the change to another picture; a key during one finishes it and makes its own at
        once."""
        if shown == self.shown and state.blank is self.blank:
            return
        hurried = self.motion.running
        self.motion.finish()
        moves = self._room.audience.motion and not (hurried or self._framed)
        if moves and not (state.blank or self.blank) and self.isVisible():
            self._before = self.shown
            self.motion.start(move_between(self._room.talk, self.shown, shown))

    def renew(self, room: Room) -> None:
        """Show a newer version of the talk."""
        self.motion.finish()
        self._room = room
        self.pictures.renew(room)
        self.update()

    def set_shape(self, shape: float) -> None:
        """Lay the picture out for a window `shape` times as wide as high; 0 is this one's own."""
        self._shape = shape
        self.update()
        self.updateGeometry()

    @property
    def shape(self) -> float:
        """How many times as wide as high the picture is."""
        shape = self._shape or self.width() / max(1, self.height())
        return max(NARROWEST, min(WIDEST, shape))

    @property
    def area(self) -> QRectF:
        """Where the picture is in this widget."""
        shape = self.shape
        width = min(float(self.width()), self.height() * shape)
        height = width / shape
        left = (self.width() - width) / 2
        top = 0.0 if self._framed else (self.height() - height) / 2
        return QRectF(round(left), round(top), round(width), round(height))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the picture kept, and over it what changes with every move of the mouse."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.area
        if not self._framed and (area != QRectF(self.rect()) or self.motion.move is Move.FADE):
            painter.fillRect(self.rect(), QColor(self._room.audience.palette.page))
        self._paint_picture(painter, area)
        if self._framed:
            painter.setPen(QPen(self._edge(), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -1, -1))

    def _paint_picture(self, painter: QPainter, area: QRectF) -> None:
        if self.blank and not self._framed:
            covered = Qt.GlobalColor.black if self.blank is Blank.BLACK else Qt.GlobalColor.white
            painter.fillRect(area, covered)
            return
        self.pictures.resize(area.size(), self.devicePixelRatioF(), self.shape)
        self._paint_talk(painter, area.topLeft())
        if self.strokes and self._painted == self.shown:
            page = self._room.audience.palette.page
            lit = self._room.talk.steps[self.shown.place].key
            paint_strokes(painter, area, self.strokes, Ground(page, lit, self._targets()))
        if self.blank:
            ground = QColor(self._room.audience.palette.page)
            paint_cover(painter, area, self.blank, self._room.console, ground)
        elif self.light is Light.POINTER:
            paint_pointer(painter, area, self.mouse, self._room.audience)
        elif self.light is Light.SPOTLIGHT:
            paint_spotlight(painter, area, self.mouse)

    def _paint_talk(self, painter: QPainter, at: QPointF) -> None:
        """The picture, or a frame of the change to it."""
        move, part = self.motion.move, self.motion.part
        after = self.pictures.picture(self._at_hand())
        if move in (Move.NOTHING, Move.GROW):
            painter.drawPixmap(at, after)
        elif move is Move.SHIFT and (areas := self._shifting()) is not None:
            painter.save()
            painter.translate(at)
            paint_shifting(painter, after, areas, self._room.audience.palette.page, part)
            painter.restore()
        elif move is Move.TRAVEL:
            both = self.pictures.picture(self._before), after
            paint_fading(painter, at, both, part, self._numbers(at))
        else:
            paint_passing(painter, at, (self.pictures.picture(self._before), after), part)
        if move in (Move.GROW, Move.TRAVEL):
            self._paint_marks(painter, at)

    def _paint_marks(self, painter: QPainter, at: QPointF) -> None:
        """What moves by itself in a frame of the change to a picture."""
        both = self.pictures.anatomy(self._before), self.pictures.anatomy(self.shown)
        scale = self.pictures.canvas * both[1].scale
        painter.save()
        painter.translate(at)
        painter.scale(scale, scale)
        palette, part = self._room.audience.palette, self.motion.part
        if self.motion.move is Move.GROW:
            paint_growing(painter, both[1], palette, part)
        else:
            paint_travelling(painter, both, palette, part)
        painter.restore()

    def _shifting(self) -> tuple[QRectF, QRectF, QRectF] | None:
        """Where the chart that stays is in both pictures, and what changes; None without one."""
        before, after = self.pictures.anatomy(self._before), self.pictures.anatomy(self.shown)
        if before.chart is None or after.chart is None:
            return None
        scale = self.pictures.canvas * after.scale
        around = QMarginsF(ROUND_CHART, ROUND_CHART, ROUND_CHART, ROUND_CHART)
        areas = before.chart + around, after.chart + around, after.body + around
        one, two, body = (scaled(area, scale) for area in areas)
        return one, two, body

    def _numbers(self, at: QPointF) -> tuple[QRectF, QColor] | None:
        """Where the numbers of both pictures stand, and the ground they stand on."""
        before, after = self.pictures.anatomy(self._before), self.pictures.anatomy(self.shown)
        if before.head is None or after.head is None:
            return None
        one = scaled(before.head, self.pictures.canvas * before.scale)
        two = scaled(after.head, self.pictures.canvas * after.scale)
        return (one | two).translated(at), QColor(self._room.audience.palette.page)

    def _targets(self) -> list[Target]:
        """What a stroke can lie on in the present picture."""
        anatomy = self.pictures.anatomy(self.shown)
        scale = self.pictures.canvas * anatomy.scale
        return list(targets_of(anatomy, scale, self.area))

    def _at_hand(self) -> Shown:
        """What to paint now: a patient picture is the one before until its own is made."""
        if self.patient and not self.pictures.has(self.shown) and self.pictures.has(self._painted):
            QTimer.singleShot(0, self, self._make)
            return self._painted
        self._painted = self.shown
        return self.shown

    def _make(self) -> None:
        self.pictures.picture(self.shown)
        self.update()

    def _edge(self) -> QColor:
        """The frame on the console: what the room sees is framed as loudly as what it shows."""
        colours = self._room.console.palette
        return QColor(colours.bad if self.blank else colours.selected)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Say where on the picture the mouse is, or goes on with a stroke."""
        drawing = self.pen and event.buttons() & Qt.MouseButton.LeftButton
        (self.drawn if drawing else self.pointed).emit(*self._spot(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Say that the picture was clicked, or that a stroke begins."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.pen:
            self.drawn.emit(*self._spot(event))
        else:
            self.pressed.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Say that a stroke is over, and on what it lies."""
        stroke = self.strokes[-1] if self.strokes else None
        if event.button() == Qt.MouseButton.LeftButton and self.pen and stroke is not None:
            self.lifted.emit(target_of(stroke.spots, self._targets()))

    def _spot(self, event: QMouseEvent) -> Spot:
        area = self.area
        at = event.position() - area.topLeft()
        return at.x() / max(1.0, area.width()), at.y() / max(1.0, area.height())
