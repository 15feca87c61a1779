"""The menu of one chart: take it along as a picture, as data, or into a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from viewer.chart.scene import Scene
from viewer.i18n.content_language import words_in
from viewer.model import Key, ViewerError
from viewer.rendering.filedialog import saving, suffixed
from viewer.rendering.labels import message_box
from viewer.rendering.style import Style

if TYPE_CHECKING:
    from viewer.export.chart_images import Caption
    from viewer.window.figures.chart_copy import AskPath, Taking


class ChartMenu:
    """Makes the menus of a pane's charts; `ask_path` asks where to save, a dialog unless given."""

    def __init__(self, pane: QWidget, ask_path: AskPath | None = None) -> None:
        self._pane = pane
        self._ask_path = ask_path
        self.caption: Callable[[], Caption] | None = None
        """Gives what stands around a chart that is copied or saved."""
        self.extend: Callable[[QMenu, Key], object] | None = None
        """Adds what can be done with a figure of the chart."""
        self.more: Callable[[QMenu, Scene, Key], object] | None = None
        """Adds to the menu of a chart what can be corrected of it and of the figure in it."""

    def of(self, scene: Scene, style: Style, key: Key = "") -> QMenu:
        """A menu for one chart and the figure `key` in it, deleted when it closes."""
        from viewer.window.figures.chart_copy import TAKINGS

        menu = QMenu(self._pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for taking in TAKINGS:
            action = menu.addAction(style.words(taking.words))
            action.triggered.connect(partial(self._take, taking, scene, style))
        if self.extend is not None:
            self.extend(menu, key)
        if self.more is not None:
            self.more(menu, scene, key)
        return menu

    def _take(self, taking: Taking, scene: Scene, style: Style, _: bool = False) -> None:
        from viewer.export.chart_images import Caption
        from viewer.window.figures.chart_copy import Copied

        try:
            caption = self.caption() if self.caption else Caption()
            taking.take(
                Copied(scene, words_in(scene.language, style.words), caption),
                self._ask_path or partial(self._path_by_dialog, style),
            )
        except ViewerError as error:
            said, title = style.words.of_error(error), style.words("program.name")
            box = message_box(QMessageBox.Icon.Warning, title, said, self._pane)
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.open()

    def _path_by_dialog(self, style: Style, name: str, suffix: str) -> Path | None:
        """Ask for a file; the suffix is added where it is missing."""
        words, kind = style.words, f"{suffix[1:].upper()} (*{suffix})"
        title = words(f"chart.save-{suffix[1:]}")
        chosen = saving(
            self._pane.window(), words, title, str(Path.home() / (name + suffix)), kind
        ).ask()
        return suffixed(chosen, suffix) if chosen else None
