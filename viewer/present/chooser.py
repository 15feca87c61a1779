"""Before the first talk on several displays: a large number on each, and the question which."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from viewer.paint.style import Style
from viewer.present.keyboard import key_name
from viewer.present.letters import elided, put, width_of
from viewer.present.screens import Screens, fill


class _Number(QWidget):
    """One display's number, over the whole of it."""

    pressed = Signal(int)
    keyed = Signal(str)

    def __init__(self, number: int, lines: tuple[str, ...], style: Style) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._number, self._lines, self._style = number, lines, style
        self.setWindowTitle(lines[0])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        del event
        painter = QPainter(self)
        colours, sans = self._style.palette, self._style.faces.sans_font
        painter.fillRect(self.rect(), QColor(colours.page))
        big = sans(self.height() * 0.4, bold=True)
        self._centre(painter, str(self._number), big, (0.56, colours.selected))
        for place, line in enumerate(self._lines):
            size = max(16.0, self.height() * (0.034 if place else 0.045))
            font = sans(size, bold=not place)
            self._centre(painter, line, font, (0.7 + 0.065 * place, colours.ink))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        del event
        self.pressed.emit(self._number)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        self.keyed.emit(key_name(event))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self.keyed.emit("Esc")
        event.accept()

    def _centre(self, painter: QPainter, text: str, font, at) -> None:  # type: ignore[no-untyped-def]
        height, colour = at
        shown = elided(text, font, self.width() * 0.9)
        x = (self.width() - width_of(shown, font)) / 2
        put(painter, QPointF(x, self.height() * height), shown, font, QColor(colour))


class Chooser(QObject):
    """Shows a number on each display and hears which the audience is to have.

    `chosen` carries the name of the display, or nothing if the presenter thought better of it.
    A click on a display, its number's key, or Enter for the first that is not the primary.
    """

    chosen = Signal(str)

    def __init__(self, screens: Screens, style: Style, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screens, self._style = screens, style
        self._names = screens.names()
        self.windows = [self._window(number) for number in range(1, len(self._names) + 1)]

    def show(self) -> None:
        """Put the numbers up."""
        for name, window in zip(self._names, self.windows, strict=True):
            screen = self._screens.screen(name)
            if screen is not None:
                fill(window, screen)
            if name == self._screens.primary():
                window.activateWindow()

    def take(self, number: int) -> None:
        """The display of this number, counted from 1, is chosen."""
        if 1 <= number <= len(self._names):
            self._finish(self._names[number - 1])

    def hear(self, key: str) -> None:
        """A key: a number, Enter or Esc."""
        if key.isdecimal():
            self.take(int(key))
        elif key in ("Return", "Enter"):
            primary = self._screens.primary()
            self._finish(next((n for n in self._names if n != primary), self._names[0]))
        elif key == "Esc":
            self._finish("")

    def _window(self, number: int) -> _Number:
        words, name = self._style.words, self._names[number - 1]
        screen = self._screens.screen(name)
        size = screen.size() if screen else None
        shape = f"{size.width()} × {size.height()}" if size else ""
        lines = (
            words("present.display", name=name, shape=shape),
            words("present.choose-display"),
            words("present.choose-how", count=len(self._names)),
        )
        window = _Number(number, lines, self._style)
        window.pressed.connect(self.take)
        window.keyed.connect(self.hear)
        return window

    def _finish(self, name: str) -> None:
        windows, self.windows = self.windows, []
        for window in windows:
            window.keyed.disconnect(self.hear)
            window.close()
            window.deleteLater()
        if windows:
            self.chosen.emit(name)
