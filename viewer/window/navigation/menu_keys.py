"""F10, or Alt alone, opens the menu, Shift+F10 that of the focus, as in every desktop program."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenuBar

from viewer.rendering.style import Style
from viewer.window.actions import fill_menu
from viewer.window.appearance import WindowAppearance
from viewer.window.main import MainWindow


class MenuKeys(QObject):
    """Opens the menu by keys; on macOS the bar of the screen holds it as well."""

    def __init__(self, window: MainWindow, appearance: WindowAppearance) -> None:
        super().__init__(window)
        self._window = window
        self._alone = False
        window.installEventFilter(self)
        self._bar: QMenuBar | None = None
        if sys.platform == "darwin":
            self._bar = QMenuBar()  # without a parent: of every window of the program
            appearance.changed.connect(self._fill_bar)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {"menu": self.open, "context-menu": open_context_menu}

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hear of an Alt that is let go without another key in between."""
        if event.type() == QEvent.Type.KeyPress:
            key = cast(QKeyEvent, event)
            self._alone = key.key() == Qt.Key.Key_Alt and not key.isAutoRepeat()
        elif event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.WindowDeactivate):
            if not self._is_alt(event):
                self._alone = False
        elif event.type() == QEvent.Type.KeyRelease and self._is_alt(event):
            opened, self._alone = self._alone, False
            if opened:
                self.open()
        return False

    def open(self) -> None:
        """Drop the menu below its button, its first entry chosen."""
        button, popup = self._window.topbar.menu, self._window.topbar.popup
        width = popup.sizeHint().width()
        popup.popup(button.mapToGlobal(QPoint(button.width() - width, button.height())))
        if popup.actions():
            popup.setActiveAction(popup.actions()[0])

    def _is_alt(self, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Alt

    def _fill_bar(self, style: Style) -> None:
        if self._bar is not None:
            fill_menu(self._bar, self._window.actions_by_id, style.words)


def open_context_menu() -> None:
    """Open the context menu of what has the focus, at its cursor, as Qt does for the Menu key
    alone where the platform has no key of its own for it."""
    focused = QApplication.focusWidget()
    if focused is None:
        return
    caret = focused.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    at = QRectF(caret).toRect().center()  # whole or broken pixels, as the widget has it
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(focused, QContextMenuEvent(reason, at, focused.mapToGlobal(at)))
