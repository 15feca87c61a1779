"""The sidebar folds: by its key, and by itself where the window is narrow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject

from viewer.settings import Settings
from viewer.window.appearance import WindowAppearance
from viewer.window.main import MainWindow

NARROW = 900
"""Pixels of width below which the sidebar is folded unless the reader opens it: so many at a zoom
of 100 %, more where the content is larger."""


class Folding(QObject):
    """Shows the sidebar or folds it; what the reader chose holds in a wide window."""

    def __init__(
        self, window: MainWindow, settings: Settings, appearance: WindowAppearance
    ) -> None:
        super().__init__(window)
        self._window, self._settings, self._appearance = window, settings, appearance
        self._was_narrow = False
        appearance.changed.connect(self._fit)
        self._show(settings.flag("sidebar"))
        window.installEventFilter(self)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {"sidebar": self._toggled}

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Fold where the window becomes narrow, unfold where it becomes wide again."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        narrow = self._window.width() < NARROW * self._appearance.style.scale
        if narrow is not self._was_narrow:
            self._was_narrow = narrow
            self._show(not narrow and self._settings.flag("sidebar"))

    def _toggled(self) -> None:
        shown = self._window.actions_by_id["sidebar"].isChecked()
        if not self._was_narrow:
            self._settings.put("sidebar", shown)
        self._show(shown)

    def _show(self, shown: bool) -> None:
        sidebar = self._window.sidebar
        had_focus = self._window.has_focus_in(sidebar)
        self._window.actions_by_id["sidebar"].setChecked(shown)
        sidebar.setVisible(shown)
        if had_focus and not shown:
            self._window.passage.setFocus()
