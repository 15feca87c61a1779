"""Key caps with what they do: the hints at the console's foot, and the help over a window."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.present.console.scaled_widget import ScaledWidget
from viewer.present.slides.text_painting import broken, draw_lines, draw_text, elided, width_of
from viewer.rendering.spots import Spot, SpotMemory
from viewer.rendering.style import Style
from viewer.talk import KEYS, Binding, face

_CAP, _GAP = 26.0, 22.0


def draw_keycaps(
    painter: QPainter, at: QPointF, keys: tuple[str, ...], style: Style, size: float = 14
) -> float:
    """Draw keys as caps from `at`, the middle of their left edge; where the last one ends."""
    font, colours = style.faces.sans_font(size), style.palette
    x, high = at.x(), size * 1.8
    for key in keys:
        text = face(key)
        cap = QRectF(x, at.y() - high / 2, width_of(text, font) + size * 1.1, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(cap, 4, 4)
        baseline = at.y() + size * 0.36
        draw_text(
            painter, QPointF(cap.left() + size * 0.55, baseline), text, font, QColor(colours.ink)
        )
        x = cap.right() + 6
    return x - 6


def caps_width(keys: tuple[str, ...], style: Style, size: float = 14) -> float:
    """How far `draw_keycaps` reaches."""
    font = style.faces.sans_font(size)
    return sum(width_of(face(key), font) + size * 1.1 + 6 for key in keys) - 6


class Hints(ScaledWidget):
    """The keys that a presenter needs most, in one line or two; `asked` carries a clicked one."""

    heights = (76, 76)
    asked = Signal(str)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._spots = SpotMemory()
        self.setAccessibleName(style.words("present.hints"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two lines of caps."""
        return QSize(800, 76) * self.growth

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the caps, each before what it does."""
        del event
        painter = self.painter()
        font, ink = self._style.faces.sans_font(14), QColor(self._style.palette.muted)
        for row, place in self.places():
            at = QPointF(place.left(), place.center().y())
            end = draw_keycaps(painter, at, _short(row), self._style)
            draw_text(painter, QPointF(end + 8, at.y() + 5), self._does(row), font, ink)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Do what was clicked: what looks like a button is one."""
        at = event.position() / self.growth
        for row, place in self.places():
            if place.contains(at):
                self.asked.emit(row.command.value)
                return

    def spots(self) -> tuple[Spot, ...]:
        """Each hint: what it does, and the keys for it."""
        return self._spots.of((self.width(), self.growth), self._hints)

    def _hints(self) -> Iterator[Spot]:
        for row, place in self.places():
            rect = QRectF(
                place.left() * self.growth,
                place.top() * self.growth,
                place.width() * self.growth,
                place.height() * self.growth,
            )
            yield Spot(self._does(row), " ".join(map(face, _short(row))), partial(QRectF, rect))

    def places(self) -> list[tuple[Binding, QRectF]]:
        """Where each hint stands, flowing over the width; what finds no room is in the help."""
        font, found = self._style.faces.sans_font(14), []
        x, y = 0.0, 18.0
        for row in (row for row in KEYS if row.hint):
            wide = caps_width(_short(row), self._style) + 8 + width_of(self._does(row), font)
            if x and x + wide > self.wide:
                x, y = 0.0, y + 38
            if y > self.high:
                break
            found.append((row, QRectF(x, y - 14, wide, 28)))
            x += wide + _GAP
        return found

    def _does(self, row: Binding) -> str:
        return self._style.words(f"present.hint.{row.command}")


def _short(row: Binding) -> tuple[str, ...]:
    """The two keys that a hint has room for: the first, and what clickers send."""
    sent = [key for key in row.keys if key in ("PgDown", "PgUp", ".", "F1")]
    return (row.keys[0], *(key for key in sent if key != row.keys[0]))


def paint_keys(painter: QPainter, area: QRectF, style: Style) -> None:
    """The whole table of keys in two columns."""
    half = -(-len(KEYS) // 2)
    colours, size = style.palette, max(12.0, min(17.0, area.height() / half / 2))
    font = style.faces.sans_font(size)
    step = min(size * 2.7, area.height() / half)
    width = (area.width() - 48) / 2
    for column, rows in enumerate((KEYS[:half], KEYS[half:])):
        left = area.left() + column * (width + 48)
        longest = max(width_of(style.words(row.words), font) for row in rows)
        aside = min(width * 0.5, width - longest)  # beside the keys, where the longest has room
        for line, row in enumerate(rows):
            y = area.top() + line * step + step / 2
            end = draw_keycaps(painter, QPointF(left, y), row.keys, style, size)
            x = max(end + 14, left + aside)
            said = elided(style.words(row.words), font, left + width - x)
            draw_text(painter, QPointF(x, y + size * 0.36), said, font, QColor(colours.ink))


def paint_received_key(
    painter: QPainter, area: QRectF, style: Style, said: tuple[str, str]
) -> None:
    """The clicker page: the key that arrived, large, and what it will do."""
    key, does = said
    colours, sans = style.palette, style.faces.sans_font
    middle = area.top() + area.height() * 0.4
    if key:
        big = min(72.0, area.height() / 6)
        wide = caps_width((key,), style, big)
        draw_keycaps(
            painter, QPointF(area.center().x() - wide / 2, middle - 40), (key,), style, big
        )
    font = sans(24)
    lines = broken(does, font, area.width(), 3)
    for number, line in enumerate(lines):
        x = area.center().x() - width_of(line, font) / 2
        y = middle + 70 + number * 36
        draw_lines(painter, QPointF(x, y), [line], font, QColor(colours.ink))
