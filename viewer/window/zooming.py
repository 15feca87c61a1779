"""Ctrl and the wheel, or a pinch, over the passage, the charts or the table: larger or smaller."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from viewer.window.appearance import WindowAppearance
from viewer.window.main import MainWindow

NOTCH = 120
"""What a wheel reports for one notch, in eighths of a degree."""
PINCH = 0.15
"""The part of a size by which fingers move apart for one step."""


class Zooming(QObject):
    """Turns notches over the content into steps of the zoom."""

    def __init__(self, window: MainWindow, appearance: WindowAppearance) -> None:
        super().__init__(window)
        self._window, self._appearance = window, appearance
        self._turned = 0
        self._pinched = 0.0
        window.passage.viewport().installEventFilter(self)
        window.pane_placed.connect(self._added)

    def _added(self, pane: QWidget) -> None:
        if isinstance(pane, QAbstractScrollArea):
            pane.viewport().installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take a wheel that is turned with Ctrl, and a pinch; all else goes on."""
        if event.type() == QEvent.Type.Wheel:
            return self._wheel(cast(QWheelEvent, event))
        if event.type() == QEvent.Type.NativeGesture:
            return self._pinch(cast(QNativeGestureEvent, event))
        return False

    def _wheel(self, event: QWheelEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned = 0
            return False
        self._turned += event.angleDelta().y()
        while abs(self._turned) >= NOTCH:
            step = 1 if self._turned > 0 else -1
            self._turned -= step * NOTCH
            self._appearance.zoom(step)
        return True

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._pinched += event.value()
        while abs(self._pinched) >= PINCH:
            step = 1 if self._pinched > 0 else -1
            self._pinched -= step * PINCH
            self._appearance.zoom(step)
        return True
