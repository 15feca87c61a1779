"""The figures beside the words: charts, table and colours, which arrive after the first paint."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from viewer.chart import Scene, roles
from viewer.loading import Opened
from viewer.model import Key, Quantity, Section
from viewer.proof import coverage
from viewer.window.appearance import WindowAppearance
from viewer.window.context_menus import ContextMenus
from viewer.window.document_model import Workspace
from viewer.window.figures.figure_rows import figure_rows
from viewer.window.figures.scene_cache import CompiledScenes
from viewer.window.figures.table import FigureRow, FigureTable
from viewer.window.main import MainWindow
from viewer.window.selection_sync import Linking

if TYPE_CHECKING:
    from viewer.export.chart_images import Caption
    from viewer.i18n import Words
    from viewer.window.figures.charts import ChartsPane


class Illustrating(QObject):
    """Compiles the charts of the open section; shows its figures in every pane that has them."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        appearance: WindowAppearance,
        linking: Linking,
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._appearance = window, workspace, appearance
        self._linking = linking
        self._compiled = CompiledScenes(self)
        self._compiled.compiled.connect(partial(linking.illustrate, self))
        self._scenes: tuple[Scene, ...] | None = ()
        self._covered: tuple[Section, Opened, tuple[Quantity, ...]] | None = None
        self.table = FigureTable(window)
        self._charts: ChartsPane | None = None
        self._rows_shown: tuple[Opened, str, str | None] | None = None
        window.place_table(self.table)
        window.show_table(window.actions_by_id["table"].isChecked())  # it may be turned by now
        self.table.apply_style(appearance.style)
        appearance.changed.connect(self.table.apply_style)
        self.table.selected.connect(self._chosen_in_table)
        workspace.selection.selected.connect(self._show_selection)
        workspace.selection.hovered.connect(self._show_hover)
        linking.illustrate(self)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {
            "table": self._show_table,
            "report-table": self._show_whole,
            "coverage": self._show_coverage,
        }

    def add_charts(self, charts: ChartsPane) -> None:
        """Link the chart pane, which comes last."""
        self._charts = charts
        self._window.place_charts(charts)
        menus = self._window.findChild(ContextMenus)
        charts.menu.extend = menus.extend if menus is not None else None
        if menus is not None:
            self.table.menu_asked.connect(partial(menus.over_row, self.table))
        charts.selected.connect(partial(self._linking.selected_in, "charts"))
        charts.hovered.connect(partial(self._linking.hovered_in, "charts"))
        charts.apply_style(self._appearance.style)
        self._appearance.changed.connect(charts.apply_style)
        if self._workspace.opened is not None:
            charts.menu.caption = partial(
                _caption, self._workspace.opened, self._appearance.style.words
            )
        charts.show_scenes(self._scenes)
        charts.select(self._workspace.selection.key)

    def colours(self, opened: Opened, section: Section) -> Mapping[Key, str]:
        """Compile the charts of a section; the colour of each figure's words, none as long as
        they are compiled."""
        style = self._appearance.style
        self._scenes = self._compiled.of(section, opened, style.words)
        return {key: style.palette.of(role) for key, role in roles(self._scenes or ()).items()}

    def show(self, opened: Opened, section: Section, *, keep: bool = False) -> None:
        """Show the figures of the section that was compiled; with `keep`, as the panes stand."""
        assert opened.briefing is not None
        words = self._appearance.style.words
        self._show_rows(opened, section, keep=keep)
        if self._charts is not None:
            self._charts.menu.caption = partial(_caption, opened, words)
            self._charts.show_scenes(self._scenes, keep=keep)
        self._show_selection(self._workspace.selection.key, "program")
        self._show_coverage()

    def _show_rows(self, opened: Opened, section: Section, *, keep: bool) -> None:
        """List the figures of the section or, where that is asked for, of the whole report."""
        assert opened.briefing is not None
        words, figures, briefing = (
            self._appearance.style.words,
            opened.proof.figures,
            opened.briefing,
        )
        whole = self._window.actions_by_id["report-table"].isChecked()
        shown = (opened, words.language, None if whole else section.id)
        if whole and shown == self._rows_shown:
            return  # they are the same in every section
        self._rows_shown = shown

        def rows() -> tuple[FigureRow, ...]:
            sections = briefing.sections if whole else (section,)
            made = (figure_rows(one, figures, briefing, words) for one in sections)
            return tuple(row for some in made for row in some)

        self.table.show_later(rows, keep=keep or whole)

    def _show_whole(self) -> None:
        """The table of the report in place of that of the section, or the other way round."""
        opened, section = self._workspace.opened, self._workspace.section
        if opened is not None and section is not None:
            self._show_rows(opened, section, keep=True)
            self.table.select(self._workspace.selection.key)
        if not self._window.actions_by_id["table"].isChecked():
            self._window.actions_by_id["table"].trigger()

    def _chosen_in_table(self, key: Key) -> None:
        """A row may be of another section."""
        figure, section = self._workspace.figure(key), self._workspace.section
        if figure is not None and section is not None and figure.section_id != section.id:
            self._workspace.show_figure(key, "table")
        else:
            self._linking.selected_in("table", key)

    def _show_selection(self, key: Key, origin: str) -> None:
        for pane in (self.table, self._charts):
            if pane is not None and pane.objectName() != origin:
                pane.select(key)

    def _show_hover(self, key: Key, origin: str) -> None:
        if self._charts is not None and origin != self._charts.objectName():
            self._charts.hover(key)

    def light(self, keys: frozenset[Key]) -> None:
        """Tint the marks of the terms of one calculation."""
        if self._charts is not None:
            self._charts.light(keys)

    def show_hit(self, keys: frozenset[Key]) -> None:
        """Tint the marks of what find found, and bring the first into view."""
        self.light(keys)
        if self._charts is not None and keys:
            self._charts.reveal(sorted(keys)[0])

    def _unused(self, section: Section, opened: Opened) -> tuple[Quantity, ...]:
        """The figures of the words that no metric uses; found once, since it reads them all."""
        assert opened.briefing is not None
        known = self._covered
        if known is None or known[0] is not section or known[1] is not opened:
            found = coverage(section, opened.proof.figures, opened.briefing.language)
            self._covered = known = section, opened, found
        return known[2]

    def _show_table(self) -> None:
        had_focus = self._window.has_focus_in(self._window.charts_place)
        self._window.show_table(self._window.actions_by_id["table"].isChecked())
        right = self._window.charts_place.currentWidget()
        if had_focus and right is not None:
            right.setFocus()

    def _show_coverage(self) -> None:
        section, opened = self._workspace.section, self._workspace.opened
        wanted = self._window.actions_by_id["coverage"].isChecked()
        if section is None or opened is None or not wanted:
            self._window.passage.mark_unused(())
            return
        assert opened.briefing is not None
        unused = self._unused(section, opened)
        self._window.passage.mark_unused(
            tuple(one.span for one in unused if one.is_metric),
            tuple(one.span for one in unused if not one.is_metric),
        )


def _caption(opened: Opened, words: Words) -> Caption:
    """What stands around the charts of a file that are copied or saved."""
    from viewer.export.chart_images import caption_of
    from viewer.export.context import takeaway_of

    return caption_of(takeaway_of(opened, words))
