"""What is remembered from one start to the next: shape, section, table or charts."""

from __future__ import annotations

from PySide6.QtCore import QObject

from viewer.settings import Settings
from viewer.window.desk import Desk
from viewer.window.dressing import Dressing
from viewer.window.main import MainWindow


class Memory(QObject):
    """Restores the window's shape, and writes it down when the window closes."""

    def __init__(
        self, window: MainWindow, desk: Desk, dressing: Dressing, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._dressing, self._settings = dressing, settings
        window.restore_shape(settings.text("geometry"), settings.numbers("split"))
        for name in ("table", "coverage"):
            window.actions_by_id[name].setChecked(settings.flag(name))
        window.show_table(settings.flag("table"))
        window.closing.connect(self.save)
        dressing.changed.connect(self._check_choices)

    def save(self) -> None:
        """Write down where the reader was."""
        geometry, widths = self._window.shape()
        self._settings.put("geometry", geometry)
        self._settings.put("split", widths)
        for name in ("table", "coverage"):
            self._settings.put(name, self._window.actions_by_id[name].isChecked())
        section, opened = self._desk.section, self._desk.opened
        if section is not None and opened is not None:
            self._settings.remember_section(opened.path, section.id)
        self._settings.save()

    def _check_choices(self) -> None:
        """Tick the theme and the language that are in force, and say the zoom."""
        actions, style = self._window.actions_by_id, self._dressing.style
        actions[f"theme-{self._dressing.theme}"].setChecked(True)
        actions[f"language-{style.words.language}"].setChecked(True)
        words = style.words
        self._window.status.show_state(f"{round(style.scale * 100)}%   {words('window.offline')}")
