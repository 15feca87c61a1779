"""The reader's place in each file: noted when it is left, taken up when it is opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer

from viewer.model import Key
from viewer.settings import Settings
from viewer.settings.file_memory import FileMemory, ReadingPlace
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace
from viewer.window.main import MainWindow
from viewer.window.selection_sync import KEPT

if TYPE_CHECKING:
    from viewer.window.figures.charts import ChartsPane


class PlaceMemory(QObject):
    """Notes section, scroll, selection and zoom of the open file, and returns to them.

    The figures and the charts of a file come after its words, so a place is taken up in steps;
    whatever the reader does meanwhile ends that.
    """

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        appearance: WindowAppearance,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._appearance = window, workspace, appearance
        self._settings, self._memory = settings, FileMemory(settings)
        self._pending: ReadingPlace | None = None
        self._section = ""
        workspace.briefing_changed.connect(self._laid)
        workspace.section_changed.connect(self._section_changed)
        workspace.renewed.connect(self._later)
        workspace.arrived.connect(self._later)
        workspace.selection.selected.connect(self._selected)
        window.pane_placed.connect(self._later)

    def note(self) -> None:
        """Remember where the reader stands in the file that is open."""
        section, opened = self._workspace.section, self._workspace.opened
        if section is None or opened is None or self._pending is not None:
            return  # on the way to a place, the place is still the one that is remembered
        charts = self._charts()
        chart, below = charts.anchor() if charts is not None else ("", 0.0)
        top, zoom = self._window.passage.reading.top_offset(), self._appearance.style.scale
        place = ReadingPlace(self._workspace.selection.key, top, chart, below, zoom)
        self._memory.note_place(opened.path, section.id, place)

    def _laid(self) -> None:
        opened = self._workspace.opened
        self._pending = None
        if opened is None:
            return
        self._section = self._settings.section_of(opened.path)
        place = self._memory.place(opened.path)
        if place == ReadingPlace() or self._section != self._opened_section():
            return
        self._pending = place
        if place.zoom:
            self._appearance.set_scale(place.zoom)
        QTimer.singleShot(0, self, self._take_up)

    def _opened_section(self) -> str:
        section = self._workspace.section
        return section.id if section is not None else ""

    def _section_changed(self) -> None:
        if self._opened_section() != self._section:
            self._pending = None

    def _selected(self, _: Key, origin: str) -> None:
        if origin != KEPT:
            self._pending = None

    def _later(self, *_: object) -> None:
        if self._pending is not None:
            QTimer.singleShot(0, self, self._take_up)

    def _take_up(self) -> None:
        """Do what can be done by now; done with, nothing is pending."""
        place, charts = self._pending, self._charts()
        if place is None:
            return
        self._window.passage.reading.show_offset(place.top)
        proven = self._workspace.opened is not None and self._workspace.opened.complete
        if place.figure and self._workspace.figure(place.figure) is not None:
            self._workspace.selection.select(place.figure, KEPT)
        if not proven or charts is None:
            return
        self._pending = None
        charts.stand_at(place.chart, place.below)

    def _charts(self) -> ChartsPane | None:
        return cast("ChartsPane | None", self._window.charts)
