"""The pictures of one widget, painted at its own resolution, and those that are likely next."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, QSizeF, QTimer
from PySide6.QtGui import QPainter, QPixmap

from viewer.present.presentation_model import Room
from viewer.present.slides.anatomy import Anatomy
from viewer.present.slides.slide_painter import HEIGHT, Slide
from viewer.talk import Shown

IDLE = 30
"""Milliseconds of quiet after which a picture that may come next is painted ahead."""

_KEPT = 5


class Pictures(QObject):
    """Keeps the last few pictures of one size, so that a step there and back is at once."""

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._slide = Slide(room, HEIGHT * 16 / 9)
        self._size, self._ratio = QSize(), 1.0
        self._kept: dict[Shown, tuple[QPixmap, Anatomy]] = {}
        self._expected: list[Shown] = []
        self._cold = iter(range(0))
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._idle.timeout.connect(self._prepare)

    def resize(self, size: QSizeF, ratio: float, shape: float) -> None:
        """Paint for this size in device independent pixels, `ratio` pixels to each.

        The canvas has the given shape, not that of the whole pixels: a small picture breaks its
        lines where the large one does.
        """
        pixels = (size * ratio).toSize()
        width = round(HEIGHT * shape)
        if (pixels, ratio, width) == (self._size, self._ratio, self._slide.width):
            return
        self._size, self._ratio = pixels, ratio
        self._kept.clear()
        self._cold = iter(range(len(self._room.talk.steps)))
        if width != self._slide.width:
            self._slide = Slide(self._room, width)

    def renew(self, room: Room) -> None:
        """Paint everything anew, from a newer version of the talk."""
        self._room = room
        self._slide = Slide(room, self._slide.width)
        self._kept.clear()
        self._expected, self._cold = [], iter(range(len(room.talk.steps)))

    def picture(self, shown: Shown) -> QPixmap:
        """The picture of `shown`, painted now unless it is kept."""
        return self._at_hand(shown)[0]

    def has(self, shown: Shown) -> bool:
        """Whether the picture of `shown` is kept."""
        return shown in self._kept

    def anatomy(self, shown: Shown) -> Anatomy:
        """What can move in the picture of `shown`."""
        return self._at_hand(shown)[1]

    def _at_hand(self, shown: Shown) -> tuple[QPixmap, Anatomy]:
        found = self._kept.pop(shown, None) or self._painted(shown)
        self._kept[shown] = found
        while len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        return found

    @property
    def canvas(self) -> float:
        """How many device independent pixels one unit of the canvas takes."""
        return self._size.height() / self._ratio / HEIGHT

    def expect(self, *coming: Shown) -> None:
        """Paint these ahead when there is time, the likeliest first."""
        self._expected = list(coming)
        self._idle.start()

    def stop(self) -> None:
        """Prepare nothing more: the talk is over."""
        self._idle.stop()
        self._expected, self._cold = [], iter(range(0))

    def _prepare(self) -> None:
        if self._size.isEmpty():
            return
        missing = [shown for shown in self._expected if shown not in self._kept]
        if missing:
            self.picture(missing[0])
        elif (place := next(self._cold, None)) is not None:
            self._lay_out(place)
        else:
            return
        self._idle.start()

    def _lay_out(self, place: int) -> None:
        """Lay passage and chart of a step out, which takes longer than to paint them."""
        speck = QPixmap(1, 1)
        painter = QPainter(speck)
        self._slide.paint(painter, Shown(place))
        painter.end()

    def _painted(self, shown: Shown) -> tuple[QPixmap, Anatomy]:
        picture = QPixmap(self._size)
        painter = QPainter(picture)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.scale(self._size.width() / self._slide.width, self._size.height() / HEIGHT)
        anatomy = self._slide.paint(painter, shown)
        painter.end()
        picture.setDevicePixelRatio(self._ratio)
        return picture, anatomy
