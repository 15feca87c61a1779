"""Theme, zoom and language of the window: asked for by actions, applied to every pane at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from viewer.design import palette
from viewer.i18n import LANGUAGES, Words, load, system_language
from viewer.model import ViewerError
from viewer.rendering.faces import Faces
from viewer.rendering.style import Style
from viewer.rendering.theme import THEME_NAMES, qt_palette, style_sheet, system_theme
from viewer.settings import Settings

ZOOMS = (0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)

CONTRAST = "contrastPreferenceChanged"
"""The signal of Qt 6.10 that the desktop's wish for contrast is another."""


class WindowAppearance(QObject):
    """Holds the style of the window; `changed` tells the new one."""

    changed = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        application: QApplication,
        settings: Settings,
        faces: Faces,
        words: Words,
        theme: str = "",
    ) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._qt_words = QTranslator(self)
        self.theme = theme or settings.text("theme")
        colours = palette(self._system_theme())
        self._less_motion = False
        zoom, touch = settings.number("zoom"), settings.flag("touch")
        self.style = Style(words, colours, faces, zoom, self._moves(), touch)
        self._load_qt_words()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._scheme_changed)
        contrast = getattr(getattr(hints, "accessibility", lambda: None)(), CONTRAST, None)
        if contrast is not None:
            contrast.connect(self._scheme_changed)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        zoom = {
            "zoom-in": partial(self.zoom, 1),
            "zoom-out": partial(self.zoom, -1),
            "zoom-reset": partial(self.zoom, 0),
        }
        themes = {f"theme-{name}": partial(self.set_theme, name) for name in THEME_NAMES}
        languages = {f"language-{name}": partial(self.set_language, name) for name in LANGUAGES}
        return {**zoom, **themes, **languages}

    def apply(self) -> None:
        """Dress the application, and tell every pane."""
        self.dress_application()
        self.changed.emit(self.style)

    def dress_application(self) -> None:
        """Palette, face and style sheet of every widget; cheapest before there is one."""
        self._application.setPalette(qt_palette(self.style.palette))
        frame = replace(self.style, scale=1.0)  # the zoom is of the content alone
        self._application.setFont(frame.faces.sans_font(frame.pixels(13)))
        self._application.setStyleSheet(style_sheet(frame))

    def undress(self) -> None:
        """Take Qt's own words back out of the application."""
        self._application.removeTranslator(self._qt_words)
        self.deleteLater()

    def zoom(self, direction: int) -> None:
        """One step larger or smaller; 0 goes back to plain size."""
        now = self.style.scale
        larger = [z for z in ZOOMS if z > now + 0.001]
        smaller = [z for z in ZOOMS if z < now - 0.001]
        steps = {1: larger[:1], -1: smaller[-1:], 0: [1.0]}[direction]
        if steps:
            self.set_scale(steps[0])
            self._settings.put("zoom", steps[0])

    def set_scale(self, scale: float) -> None:
        """Take on a zoom: that of a file that is opened again."""
        self._change(replace(self.style, scale=max(ZOOMS[0], min(scale, ZOOMS[-1]))))

    def set_theme(self, name: str) -> None:
        """Take on a theme by name; `system` follows the desktop from now on."""
        self.theme = name
        self._settings.put("theme", name)
        self._change(replace(self.style, palette=palette(self._system_theme())))

    def follow_motion(self) -> None:
        """Take on the wish for less motion, or for as much as the system has."""
        self._change(replace(self.style, motion=self._moves()))

    def system_wants_less_motion(self, less: bool) -> None:
        """Take on the wish of the desktop, which holds where the settings name none."""
        self._less_motion = less
        self.follow_motion()

    def follow_touch(self) -> None:
        """Take on targets for fingers, or for a pointer."""
        self._change(replace(self.style, touch=self._settings.flag("touch")))

    def follow_language(self) -> None:
        """Take on the language of the settings: of the system where none is chosen."""
        chosen = self._settings.text("language")
        self.set_language(chosen or system_language())
        self._settings.put("language", chosen)

    def set_language(self, name: str) -> None:
        """Say everything in another language, without a new start; `refused` says why not."""
        try:
            self.style = replace(self.style, words=load(name))
        except ViewerError as error:
            self.apply()  # the mark goes back to the language that is spoken
            self.refused.emit(error)
            return
        self._settings.put("language", name)
        self._load_qt_words()
        self.apply()

    def _change(self, style: Style) -> None:
        if style != self.style:
            self.style = style
            self.apply()

    def _scheme_changed(self) -> None:
        if self.theme == "system":
            self._change(replace(self.style, palette=palette(self._system_theme())))

    def _moves(self) -> bool:
        return self._settings.text("window-motion") != "reduced" and not self._less_motion

    def _system_theme(self) -> str:
        return system_theme() if self.theme == "system" else self.theme

    def _load_qt_words(self) -> None:
        self._application.removeTranslator(self._qt_words)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt_words.load(QLocale(self.style.words.language), "qtbase", "_", folder):
            self._application.installTranslator(self._qt_words)
