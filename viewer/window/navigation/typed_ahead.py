"""Keys pressed between asking for a window and its coming: held, then given to it in order."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QMainWindow

LONGEST = 5_000
"""Milliseconds to hold keys at most: what has not come by then is not waited for."""
PAUSE = 5
"""Milliseconds between two keys that are given back: time for a window that the first opens."""
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_POINTING = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)


class TypedAhead(QObject):
    """Holds the keys that are pressed until what was asked for has the focus.

    A press of the mouse, or waiting longer than `LONGEST`, ends it; the keys are dropped then, as
    they were meant for a window that did not come.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._held: list[QKeyEvent] = []
        self.holding = False
        self._taker: QWindow | None = None
        self._longest = QTimer(self)
        self._longest.setSingleShot(True)
        self._longest.setInterval(LONGEST)
        self._longest.timeout.connect(self.drop)

    def hold(self, *, loading: bool = False) -> None:
        """Hold keys from now on, until another window of the program gets the focus.

        While the program is still `loading` what makes that window there is no limit to it.
        """
        if not loading:
            self._longest.start()
        if self.holding:
            return
        self.holding = True
        _application().installEventFilter(self)
        _application().focusWindowChanged.connect(self._focus_moved)

    def drop(self) -> None:
        """Hold no longer, and forget what was held."""
        self._held.clear()
        if self.holding:
            self._end()

    def release(self) -> None:
        """Give what was held, one after the other, to what has the focus then; hold no longer.

        A key may bring a window of its own: the keys after it wait for that one.
        """
        if not self.holding:
            return
        if not self._held:
            self._end()
            return
        target = QGuiApplication.focusWindow()
        if target is not None and target.isVisible() and self._may_take(target):
            self._taker = target
            QCoreApplication.postEvent(target, self._held.pop(0))
        QTimer.singleShot(PAUSE, self.release)

    def _may_take(self, target: QWindow) -> bool:
        """Whether a window may have the next key: any, but ours only as long as no other had one,
        as window managers give it the focus between two others."""
        own = self._window.windowHandle()
        return target is not own or self._taker in (None, own)

    def _end(self) -> None:
        self.holding, self._taker = False, None
        self._longest.stop()
        _application().removeEventFilter(self)
        _application().focusWindowChanged.disconnect(self._focus_moved)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take keys before they reach any window, and before they are looked up as shortcuts.

        Those that are given back are not spontaneous.
        """
        if not event.spontaneous():
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() in _KEYS:
            self._held.append(cast(QKeyEvent, event.clone()))
            return True
        if event.type() in _POINTING:
            self.drop()
        return False

    def _focus_moved(self, window: QWindow | None) -> None:
        if window is not None and window is not self._window.windowHandle():
            QTimer.singleShot(0, self.release)  # its widgets take the focus first


def _application() -> QGuiApplication:
    return cast(QGuiApplication, QCoreApplication.instance())
