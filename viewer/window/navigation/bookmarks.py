"""Bookmarks: sections and figures that the reader marked in a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from viewer.settings import Settings
from viewer.settings.file_memory import Bookmark, FileMemory
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace, number_of
from viewer.window.main import MainWindow
from viewer.window.navigation.goto import Destination
from viewer.window.view_models import label_of


class Bookmarks(QObject):
    """Sets and takes away bookmarks, lists them in the menu, and goes to one."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        appearance: WindowAppearance,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._appearance = window, workspace, appearance
        self._memory = FileMemory(settings)
        window.topbar.bookmarks.aboutToShow.connect(self._fill)
        workspace.briefing_changed.connect(self._show)
        workspace.renewed.connect(self._show)
        workspace.section_changed.connect(self._show)
        workspace.selection.selected.connect(self._show)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {"bookmark": self.toggle}

    def marks(self) -> tuple[Bookmark, ...]:
        """The bookmarks of the open file whose places are still there, in text order."""
        opened, briefing = self._workspace.opened, self._workspace.briefing
        noted = self._memory.bookmarks(opened.path) if opened is not None else ()
        if not noted or briefing is None:
            return ()
        marked = {one.section for one in noted}
        places = {
            Bookmark(section.id, key): (number, at)
            for number, section in enumerate(briefing.sections)
            if section.id in marked
            for at, key in enumerate(
                ("", *(point.key for metric in section.metrics for point in metric.points))
            )
        }
        found = [one for one in noted if one in places]
        return tuple(sorted(found, key=places.__getitem__))

    def here(self) -> Bookmark | None:
        """The place that a bookmark would mark: the selected figure, else the section."""
        section = self._workspace.section
        return Bookmark(section.id, self._workspace.selection.key) if section else None

    def toggle(self) -> None:
        """Mark the place at hand, or take its mark away."""
        opened, here = self._workspace.opened, self.here()
        if opened is None or here is None:
            return
        marks = self._memory.bookmarks(opened.path)
        there = here in marks
        kept = tuple(one for one in marks if one != here) if there else (*marks, here)
        self._memory.note_bookmarks(opened.path, kept)
        self._show()
        key = "window.bookmark-gone" if there else "window.bookmark-set"
        said = self._appearance.style.words(key, title=self.title(here))
        self._window.status.show_selection(said)

    def title(self, mark: Bookmark) -> str:
        """What a bookmark marks, in words."""
        for section in self._workspace.briefing.sections if self._workspace.briefing else ():
            if section.id != mark.section:
                continue
            labels = [
                label_of(metric, point)
                for metric in section.metrics
                for point in metric.points
                if point.key == mark.figure
            ]
            return f"{section.title} — {labels[0]}" if labels else section.title
        return ""

    def targets(self) -> tuple[Destination, ...]:
        """The bookmarks as places that `go to` offers."""
        return tuple(
            Destination("bookmark", self.title(mark), "", partial(self.go, mark))
            for mark in self.marks()
        )

    def go(self, mark: Bookmark) -> None:
        """Go to the place of a bookmark."""
        number = number_of(self._workspace.briefing, mark.section)
        if number is not None:
            self._workspace.show_section(number)
            self._workspace.selection.select(mark.figure)

    def _fill(self) -> None:
        menu = self._window.topbar.bookmarks
        menu.clear()
        for target in self.targets():
            menu.addAction(target.title.replace("&", "&&")).triggered.connect(target.go)
        if menu.isEmpty():
            words = self._appearance.style.words
            menu.addAction(words("window.bookmarks-none")).setEnabled(False)

    def _show(self, *_: object) -> None:
        """Tick the action where the place at hand is marked, and mark the sections in the list."""
        marks, briefing = self.marks(), self._workspace.briefing
        self._window.actions_by_id["bookmark"].setChecked(self.here() in marks)
        marked = {one.section for one in marks}
        sections = briefing.sections if briefing else ()
        self._window.sidebar.sections.show_marked(
            frozenset(at for at, section in enumerate(sections) if section.id in marked)
        )
