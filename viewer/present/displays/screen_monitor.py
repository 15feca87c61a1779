"""The displays of this machine by name, and word of when they come and go."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QSize, QSocketNotifier, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from viewer.platform.x11_monitors import open_monitors
from viewer.present.displays.screen_layout import Display, choices

HIGHEST = 0.8
"""The part of a display's height that a window in a narrow strip of it may take."""
_BROUGHT_TO = "broughtTo"
"""The property of a window with the name of the display that it was brought to."""
SETTLING = 150
"""Milliseconds that a change of displays is given to settle: one pull sends several signals."""


class Screens(QObject):
    """The displays that are there. `changed` once after displays came, went or changed size."""

    changed = Signal()

    def __init__(self, app: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING)
        self._settling.timeout.connect(self.changed)
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._settle)
        app.primaryScreenChanged.connect(self._settle)
        for screen in app.screens():
            screen.geometryChanged.connect(self._settle)
        self._monitors = open_monitors() if app.platformName() == "xcb" else None
        if self._monitors is not None:
            kind = QSocketNotifier.Type.Read
            self._notifier = QSocketNotifier(self._monitors.descriptor, kind, self)
            self._notifier.activated.connect(self._monitors_changed)

    def displays(self) -> tuple[Display, ...]:
        """The displays with their geometries, in the system's order; one without a name is none."""
        named = {}
        for screen in self._real():
            at = screen.geometry()
            named[screen.name()] = Display(screen.name(), at.x(), at.y(), at.width(), at.height())
        for one in self._monitors.read() if self._monitors is not None else ():
            if one.name in named:  # the server knows better, and sooner
                named[one.name] = Display(one.name, one.left, one.top, one.width, one.height)
        self._monitors_changed()  # what came with the answer makes no descriptor readable
        return tuple(named.values())

    def names(self) -> tuple[str, ...]:
        """The names of the displays, in the system's order."""
        return tuple(display.name for display in self.displays())

    def choices(self) -> tuple[str, ...]:
        """The names to choose among: displays that show the same are one choice."""
        return choices(self.displays(), self.primary())

    def primary(self) -> str:
        """The name of the primary display, empty if there is none."""
        screen = self._app.primaryScreen()
        return screen.name() if screen else ""

    def screen(self, name: str) -> QScreen | None:
        """The display of that name, or one that Qt rightly places where that one is.

        Ask each time and keep none: the binding takes a screen for the property of the window it
        was given to, and what was kept is void once that window is gone.
        """
        there = next((one for one in self.displays() if one.name == name), None)
        if there is None:
            return None
        corner = QPoint(there.left, there.top)  # Qt scales sizes, and no corners
        named = [screen for screen in self._real() if screen.name() == name]
        others = [screen for screen in self._real() if screen.name() != name]
        placed = (one for one in (*named, *others) if one.geometry().topLeft() == corner)
        return next(placed, named[0])

    def _real(self) -> list[QScreen]:
        return [screen for screen in self._app.screens() if screen.name()]

    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._settle)
        self._settle()

    def _monitors_changed(self) -> None:
        if self._monitors is not None and self._monitors.drain():
            self._settle()

    def _settle(self, *_: object) -> None:
        self._settling.start()


def fill(window: QWidget, screen: QScreen) -> None:
    """Show a window full screen on a display, and give it that display before it is shown."""
    if window.isVisible() and window.isFullScreen() and _fills(window, screen):
        return
    _bring(window, screen, screen.geometry())
    window.showFullScreen()


def float_on(window: QWidget, screen: QScreen, shape: float, part: float) -> None:
    """Show a window of a shape (width by height) that takes `part` of a display's width."""
    float_in(window, screen, shape, ((1 - part) / 2, (1 + part) / 2))


def float_in(window: QWidget, screen: QScreen, shape: float, strip: tuple[float, float]) -> None:
    """Show a window of a shape (width by height) in the middle of a strip of a display, whose left
    and right edges are parts of its width."""
    free, (left, right) = screen.availableGeometry(), strip
    part = right - left
    width = min(free.width() * part, free.height() * max(part, HIGHEST) * shape)
    place = QRect(QPoint(0, 0), QSize(round(width), round(width / shape)))
    middle = round(free.left() + free.width() * (left + right) / 2)
    place.moveCenter(QPoint(middle, free.center().y()))
    if _on_wayland() and window.isVisible() and _fills(window, screen):
        window.showNormal()  # hidden first, it would come back on the display that has the focus
        window.resize(place.size())
        return
    _bring(window, screen, place)
    _end_full_screen(window)
    window.showNormal()


def bring_home(window: QWidget, screen: QScreen) -> None:
    """Move a window to a display that it is not on, as large as it is if there is room."""
    free = screen.availableGeometry()
    place = QRect(QPoint(0, 0), window.size().boundedTo(free.size()))
    place.moveCenter(free.center())
    window.setGeometry(place)


def _fills(window: QWidget, screen: QScreen) -> bool:
    """Whether a full-screen window is on that display.

    Wayland tells no window where it is, and of a window that was hidden meanwhile Qt names the
    display that it was on first: there the one counts that the window was last brought to.
    """
    if _on_wayland():
        return bool(window.property(_BROUGHT_TO) == screen.name())
    return window.screen() is screen and window.geometry() == screen.geometry()


def _bring(window: QWidget, screen: QScreen, place: QRect) -> None:
    """Have a window at a place of a display: no longer full screen first, its old one holds it.

    Wayland moves no window that is shown: it is hidden, and asks for its display when it is shown.
    """
    if _on_wayland():
        window.hide()
    elif window.isVisible() and window.isFullScreen():
        window.showNormal()
    window.setProperty(_BROUGHT_TO, screen.name())
    window.setScreen(screen)
    window.setGeometry(place)


def _end_full_screen(window: QWidget) -> None:
    """Have the handle of a hidden window ask for the full screen no more: moved there, the window
    itself has forgotten that it did."""
    handle = window.windowHandle()
    if handle is not None and not window.isVisible():
        handle.setWindowStates(Qt.WindowState.WindowNoState)


def _on_wayland() -> bool:
    return QGuiApplication.platformName().startswith("wayland")
