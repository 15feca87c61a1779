"""The displays of this machine by name, and word of when they come and go."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

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

    def names(self) -> tuple[str, ...]:
        """The names of the displays, in the system's order; one without a name is none."""
        return tuple(dict.fromkeys(screen.name() for screen in self._real()))

    def primary(self) -> str:
        """The name of the primary display, empty if there is none."""
        screen = self._app.primaryScreen()
        return screen.name() if screen else ""

    def screen(self, name: str) -> QScreen | None:
        """The display of that name."""
        return next((screen for screen in self._real() if screen.name() == name), None)

    def _real(self) -> list[QScreen]:
        return [screen for screen in self._app.screens() if screen.name()]

    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._settle)
        self._settle()

    def _settle(self, *_: object) -> None:
        self._settling.start()


def fill(window: QWidget, screen: QScreen) -> None:
    """Show a window full screen on a display, and give it that display before it is shown."""
    window.winId()
    handle = window.windowHandle()
    there = handle.screen() is screen and window.geometry() == screen.geometry()
    if window.isVisible() and window.isFullScreen() and there:
        return
    if window.isVisible():
        window.showNormal()
    handle.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.showFullScreen()


def float_on(window: QWidget, screen: QScreen, shape: float, part: float) -> None:
    """Show a window of a shape (width by height) that takes `part` of a display's width."""
    free = screen.availableGeometry()
    width = min(free.width() * part, free.height() * part * shape)
    window.winId()
    window.windowHandle().setScreen(screen)
    window.showNormal()
    window.resize(round(width), round(width / shape))
    left = free.left() + (free.width() - window.width()) // 2
    window.move(left, free.top() + (free.height() - window.height()) // 2)
