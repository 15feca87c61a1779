"""Keeps the window inside its display: at the first start, and after displays came and went."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMargins, QObject, QRect, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from viewer.rendering.dialogs import inside

SETTLING = 400
"""Milliseconds until the window manager has framed the window, or moved it to another display."""
FRAME = (16, 48)
"""Logical pixels that a frame takes of width and height, until the window manager has told."""


def most_of(place: QRect, areas: Sequence[QRect]) -> int | None:
    """The index of the area that holds the largest part of a place; None if none holds any."""
    parts = [place.intersected(area) for area in areas]
    sizes = [part.width() * part.height() if part.isValid() else 0 for part in parts]
    largest = max(sizes, default=0)
    return sizes.index(largest) if largest else None


def keep_inside(window: QWidget, screens: Sequence[QScreen]) -> None:
    """Move a window, frame and all, into the display that most of it is on.

    One that fills its display is left to the window manager.
    """
    filled = window.isMaximized() or window.isFullScreen() or window.isMinimized()
    if not screens or filled:
        return
    frame, client = window.frameGeometry(), window.geometry()
    at = most_of(frame, [screen.geometry() for screen in screens])
    target = inside(frame, screens[at or 0].availableGeometry())
    if target != frame:
        window.setGeometry(
            target.adjusted(
                client.left() - frame.left(),
                client.top() - frame.top(),
                client.right() - frame.right(),
                client.bottom() - frame.bottom(),
            )
        )


class WindowGeometry(QObject):
    """Watches the displays on behalf of one window."""

    def __init__(self, window: QWidget, application: QGuiApplication) -> None:
        super().__init__(window)
        self._window, self._application = window, application
        self._settling = QTimer(self, singleShot=True, interval=SETTLING)
        self._settling.timeout.connect(self._settle)
        application.screenAdded.connect(self._added)
        application.screenRemoved.connect(self._later)
        application.primaryScreenChanged.connect(self._later)
        for screen in application.screens():
            screen.availableGeometryChanged.connect(self._later)
        window.installEventFilter(self)
        self._fit_unshown()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look once more when the window is shown: only then its frame is known."""
        if event.type() == QEvent.Type.Show and not event.spontaneous():
            self._later()
        return False

    def _fit_unshown(self) -> None:
        """Have the first picture fit already; the window manager places it."""
        free = self._window.screen().availableGeometry()
        room = free.size().shrunkBy(QMargins(0, 0, *FRAME))
        self._window.setMinimumSize(self._window.minimumSize().boundedTo(room))
        self._window.resize(self._window.size().boundedTo(room))

    def _added(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._later)
        self._later()

    def _later(self, *_: object) -> None:
        self._settling.start()

    def _settle(self) -> None:
        if self._window.isVisible():
            screens = self._application.screens()
            primary = self._application.primaryScreen()
            keep_inside(self._window, sorted(screens, key=lambda one: one is not primary))
