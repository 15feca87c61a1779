"""What is remembered from one start to the next: shape, section, table or charts."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal

from viewer.model import ViewerError
from viewer.settings import Settings
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace
from viewer.window.main import MainWindow
from viewer.window.navigation.place_memory import PlaceMemory

REMEMBERED = ("table", "report-table", "coverage")
"""Actions that are on or off, and settings of the same names."""


class Memory(QObject):
    """Restores the window's shape, and writes it down when the window closes.

    `unsaved` says why it could not be written down: the window then stays open once, so that this
    can be read and mended.
    """

    unsaved = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        appearance: WindowAppearance,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._appearance, self._settings = appearance, settings
        window.restore_shape(settings.text("geometry"), settings.numbers("split"))
        for name in REMEMBERED:
            window.actions_by_id[name].setChecked(settings.flag(name))
        window.show_table(settings.flag("table"))
        self.places = PlaceMemory(window, workspace, appearance, settings)
        self._told = False
        window.may_close = self.may_close
        window.closing.connect(self.save)
        appearance.changed.connect(self._check_choices)

    def may_close(self) -> bool:
        """Whether nothing would be lost unsaid: all is written down, or the reader knows better."""
        error = None if self._told else self._write_down()
        if error is not None:
            self._told = True
            self.unsaved.emit(ViewerError("settings-unsaved", **error.params))
        return error is None

    def save(self) -> None:
        """Write down where the reader was; nobody may be there to read why that failed."""
        error = self._write_down()
        if error is not None and not self._told:
            self._told = True
            if sys.stderr is not None:  # a window program on Windows has none
                sys.stderr.write(self._appearance.style.words.of_error(error) + "\n")

    def _write_down(self) -> ViewerError | None:
        geometry, widths = self._window.shape()
        self._settings.put("geometry", geometry)
        self._settings.put("split", widths)
        for name in REMEMBERED:
            self._settings.put(name, self._window.actions_by_id[name].isChecked())
        self.places.note()
        return self._settings.save()

    def _check_choices(self) -> None:
        """Tick the theme and the language that are in force, and say the zoom."""
        actions, style = self._window.actions_by_id, self._appearance.style
        actions[f"theme-{self._appearance.theme}"].setChecked(True)
        actions[f"language-{style.words.language}"].setChecked(True)
        self._window.status.show_state(f"{round(style.scale * 100)}%")
