"""Before a talk: a large number on each display, which one the audience has, how long to speak."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from viewer.present.console.keyboard import key_name
from viewer.present.displays.screen_monitor import Screens, fill
from viewer.present.slides.text_painting import draw_text, elided, width_of
from viewer.rendering.announce import announce
from viewer.rendering.spots import Spot, SpotMemory, words_of
from viewer.rendering.style import Style
from viewer.start_options import LONGEST_TALK
from viewer.talk import ends_at

FIVE = 5
"""Minutes that one arrow moves a planned end by."""
USUAL = 10
"""Minutes that a talk without a plan begins with when the first arrow is pressed."""


@dataclass(frozen=True, slots=True)
class StartOptions:
    """How a talk is to begin: the audience's display by name, the minutes planned, or `until` when
    it is to go on; empty is open.

    `everywhere` gives the audience all displays but the presenter's. `asked` has both asked for
    before the start, with these as what is offered. `rehearse` begins a
    rehearsal. `file` is the data file: what a talk leaves for the next one is kept by it.
    """

    display: str = ""
    minutes: int | None = None
    asked: bool = False
    until: time | None = None
    everywhere: bool = False
    rehearse: bool = False
    file: Path | None = None


class _Number(QWidget):
    """One display's number, over the whole of it."""

    pressed = Signal(int)
    left = Signal()

    def __init__(self, number: int, lines: Callable[[], tuple[str, ...]], style: Style) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._number, self._lines, self._style = number, lines, style
        self._spots = SpotMemory()
        self.setWindowTitle(lines()[0])
        self.setAccessibleName(lines()[0])

    def spots(self) -> tuple[Spot, ...]:
        """The display with its number, and the lines below it."""
        return self._spots.of(self._lines(), self._read)

    def _read(self) -> Iterator[Spot]:
        name, offered, *others = self._lines()
        yield Spot(f"{self._number} · {name}", offered, lambda: QRectF(self.rect()))
        yield from words_of(*others)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        del event
        painter = QPainter(self)
        colours, sans = self._style.palette, self._style.faces.sans_font
        painter.fillRect(self.rect(), QColor(colours.page))
        big = sans(self.height() * 0.34, bold=True)
        self._centre(painter, str(self._number), big, (0.44, colours.selected))
        for place, line in enumerate(self._lines()):
            size = max(16.0, self.height() * (0.034 if place else 0.045))
            font = sans(size, bold=not place)
            self._centre(painter, line, font, (0.57 + 0.068 * place, colours.ink))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        del event
        self.pressed.emit(self._number)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self.left.emit()
        event.accept()

    def _centre(self, painter: QPainter, text: str, font: QFont, at: tuple[float, str]) -> None:
        height, colour = at
        shown = elided(text, font, self.width() * 0.9)
        x = (self.width() - width_of(shown, font)) / 2
        draw_text(painter, QPointF(x, self.height() * height), shown, font, QColor(colour))


class Chooser(QObject):
    """Shows a number on each display and hears which the audience is to have.

    `chosen` carries the name of the display, or nothing if the presenter thought better of it:
    a click on a display, its number's key, or Enter for the one that is offered. Up and down
    change `minutes`; T plans the end by the clock instead, which they move by five minutes. A
    gives the audience one display, or all but the presenter's. Every key of the program is heard,
    whichever window has it: the window that the talk was asked from keeps the focus for a moment
    after these are shown.
    """

    chosen = Signal(str)

    def __init__(
        self,
        screens: Screens,
        style: Style,
        wishes: StartOptions,
        parent: QObject | None = None,
        today: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(parent)
        self.wishes = wishes
        self.minutes, self.until = wishes.minutes, wishes.until
        self.everywhere = wishes.everywhere
        self._today = today
        self._screens, self._style = screens, style
        self._names = screens.choices()
        self.offered = self._offered(wishes.display)
        self.windows = [self._window(number) for number in range(1, len(self._names) + 1)]

    def show(self) -> None:
        """Put the numbers up."""
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        for window in self.windows[:1]:
            said = (" ".join(self._lines(name)) for name in self._names)
            announce(window, " ".join(dict.fromkeys(said)), assertive=True)
        for name, window in zip(self._names, self.windows, strict=True):
            screen = self._screens.screen(name)
            if screen is not None:
                fill(window, screen)
            if name == self._screens.primary():
                window.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hear every key before anybody else."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        if not isinstance(event, QKeyEvent) or not watched.isWidgetType() or not self.windows:
            return False
        if event.type() == QEvent.Type.KeyPress:
            self.hear(key_name(event))
        event.accept()
        return True

    def take(self, number: int) -> None:
        """The display of this number, counted from 1, is chosen."""
        if 1 <= number <= len(self._names):
            self._finish(self._names[number - 1])

    def hear(self, key: str) -> None:
        """A key: a number, Enter, an arrow or Esc."""
        if key.isdecimal():
            self.take(int(key))
        elif key in ("Return", "Enter", "Space"):
            self._finish(self.offered)
        elif key in ("Up", "+", "="):
            self._plan(1)
        elif key in ("Down", "-"):
            self._plan(-1)
        elif key in ("T", "t"):
            self._plan_end()
        elif key in ("A", "a") and self._several:
            self.everywhere = not self.everywhere
            self._update()
        elif key == "Esc":
            self._finish("")

    @property
    def _several(self) -> bool:
        """Whether the audience can have more than one display, with one left for the console."""
        return len(self._names) > 2

    def _plan(self, by: int) -> None:
        """So many minutes more or less; the first arrow of a talk without a plan gives it one."""
        if self.until is not None:
            moved = datetime.combine(self._today().date(), self.until)
            self.until = (moved + timedelta(minutes=by * FIVE)).time()
        else:
            planned = self.minutes
            self.minutes = USUAL if planned is None else max(1, min(LONGEST_TALK, planned + by))
        self._update()

    def _plan_end(self) -> None:
        """Plan the end by the clock, at first for about the minutes planned; or minutes again."""
        if self.until is not None:
            self.until = None
        else:
            end = self._today() + timedelta(minutes=self.minutes or USUAL)
            rest = -end.minute % FIVE
            self.until = (end + timedelta(minutes=rest)).time().replace(second=0, microsecond=0)
        self._update()

    def _update(self) -> None:
        for window in self.windows:
            window.update()
            window.setAccessibleDescription(self._plan_text())
        for window in self.windows[:1]:
            announce(window, self._plan_text())

    def _offered(self, wanted: str) -> str:
        """The display that Enter takes: the one remembered, else the first that is not ours."""
        if wanted in self._names:
            return wanted
        primary = self._screens.primary()
        return next((name for name in self._names if name != primary), primary)

    def _window(self, number: int) -> _Number:
        def lines() -> tuple[str, ...]:
            return self._lines(self._names[number - 1])

        window = _Number(number, lines, self._style)
        window.pressed.connect(self.take)
        window.left.connect(self._leave)
        return window

    def _lines(self, name: str) -> tuple[str, ...]:
        words, screen = self._style.words, self._screens.screen(name)
        size = screen.size() if screen else None
        shape = f"{size.width()} × {size.height()}" if size else ""
        ways = {1: "present.choose-only", 2: "present.choose-two"}
        many = ways.get(len(self._names), "present.choose-how")
        offered = "present.offered" if name == self.offered else "present.choose-display"
        return (
            words("present.display", name=name, shape=shape),
            words(offered),
            words(many, count=len(self._names)),
            self._plan_text(),
            *(
                [words("present.choose-all" if self.everywhere else "present.choose-one")]
                if self._several
                else ()
            ),
        )

    def _plan_text(self) -> str:
        """How long the talk is to be, or until when, and the keys that change it."""
        words = self._style.words
        if self.until is not None:
            end = ends_at(self.until, self._today())
            left = round((end - self._today()).total_seconds() / 60)
            return words("present.plan-until", time=self.until.strftime("%H:%M"), minutes=left)
        planned = "present.plan" if self.minutes is not None else "present.no-plan"
        return words(planned, minutes=self.minutes or 0)

    def _leave(self) -> None:
        self._finish("")

    def _finish(self, name: str) -> None:
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        windows, self.windows = self.windows, []
        for window in windows:
            window.left.disconnect(self._leave)
            window.close()
            window.deleteLater()
        if windows:
            self.chosen.emit(name)
