"""Opens the pages that explain: help, settings, about, what is new; F1 knows where the focus is."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from viewer.model import ViewerError
from viewer.rendering.dialogs import open_once
from viewer.settings import Settings
from viewer.window.appearance import WindowAppearance
from viewer.window.help.about_dialog import AboutDialog
from viewer.window.help.help_text import Block, Shape, page
from viewer.window.help.help_window import HelpWindow
from viewer.window.help.whats_new import WhatsNew
from viewer.window.main import MainWindow
from viewer.window.settings_dialog import SettingsDialog

PAGE_OF = {
    "start": "first-steps",
    "issues": "data-file",
    "passage": "links",
    "charts": "links",
    "table": "links",
    "sidebar": "links",
    "find-box": "links",
    "draft-dialog": "drafting",
    "export-dialog": "exports",
    "settings": "first-steps",
}
"""The page of what has the focus, by the name of the widget or of one that holds it."""


class HelpPages(QObject):
    """Connects the entries of the help menu, and the settings with what they change."""

    def __init__(
        self, window: MainWindow, appearance: WindowAppearance, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window, self._appearance, self._settings = window, appearance, settings
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {
            "help": self.show_help,
            "settings": self.show_settings,
            "about": self.show_about,
            "whats-new": self.show_news,
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """F1 in a dialog of this window opens the page of that dialog."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(watched, QWidget):
            return False
        dialog = watched.window()
        asked = cast(QKeyEvent, event).key() == Qt.Key.Key_F1
        if asked and isinstance(dialog, QDialog) and dialog.objectName() != "help":
            self._open(dialog, page_for(watched))
            return True
        return False

    def show_help(self) -> None:
        """Open the help at the page of what has the focus."""
        self._open(self._window, page_for(self._window.focusWidget()))

    def show_settings(self) -> None:
        """Open the settings."""
        dialog = SettingsDialog(self._window, self._appearance.style, self._settings)
        dialog.changed.connect(self._apply)
        dialog.forgotten.connect(self._window.actions_by_id["clear-recent"].trigger)
        open_once(dialog)

    def show_about(self) -> None:
        """Open the page about the program."""
        open_once(AboutDialog(self._window, self._appearance.style))

    def show_news(self) -> None:
        """Say what the last version brought."""
        words = self._appearance.style.words
        try:
            blocks = page("whats-new", words)
        except ViewerError as error:
            blocks = (Block(Shape.TEXT, words.of_error(error)),)
        open_once(WhatsNew(self._window, self._appearance.style, blocks))

    def _open(self, parent: QWidget, name: str) -> None:
        open_once(HelpWindow(parent, self._appearance.style, name))

    def _apply(self, key: str) -> None:
        """Let a changed setting hold at once."""
        settings, actions = self._settings, self._window.actions_by_id
        if key == "language":
            self._appearance.follow_language()
        elif key == "theme":
            self._appearance.set_theme(settings.text("theme"))
        elif key == "window-motion":
            self._appearance.follow_motion()
        elif key == "touch":
            self._appearance.follow_touch()
        elif key in actions and actions[key].isChecked() is not settings.flag(key):
            actions[key].trigger()


def page_for(widget: QWidget | None) -> str:
    """The page that explains a widget, by its own name or that of one that holds it."""
    at: QWidget | None = widget
    while at is not None:
        if at.objectName() in PAGE_OF:
            return PAGE_OF[at.objectName()]
        at = at.parentWidget()
    return "first-steps"
