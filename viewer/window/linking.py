"""Words, marks and rows linked: what the desk holds is shown by every pane, each heard by all."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from viewer.briefing import Key
from viewer.chart import Scene, compile_section, roles
from viewer.paint.style import Style
from viewer.proof import coverage
from viewer.window.desk import Desk
from viewer.window.dressing import Dressing
from viewer.window.main import MainWindow
from viewer.window.passage import ShownPassage
from viewer.window.showing import (
    figure_rows,
    proof_line,
    selection_line,
    sidebar_rows,
    source_lines,
)

if TYPE_CHECKING:
    from viewer.window.charts import ChartsPane


NEED_A_BRIEFING = (
    "present",
    "present-here",
    "export",
    "print",
    "table",
    "coverage",
    "find",
    "reload",
)


class Linking(QObject):
    """Shows the desk in the panes, and tells the desk what the reader does in them."""

    def __init__(self, window: MainWindow, desk: Desk, dressing: Dressing) -> None:
        super().__init__(window)
        self._window, self._desk, self._dressing = window, desk, dressing
        self._charts: ChartsPane | None = None
        self._scenes: tuple[Scene, ...] = ()
        self._connect()
        self._enable(False)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        desk = self._desk
        return {
            "next-figure": partial(desk.step_figure, 1),
            "previous-figure": partial(desk.step_figure, -1),
            "next-section": partial(self._step_section, 1),
            "previous-section": partial(self._step_section, -1),
            "let-go": partial(desk.selection.select, ""),
            "table": self._show_table,
            "coverage": self._show_coverage,
            "copy-quote": self._copy_quote,
        }

    def add_charts(self, charts: ChartsPane) -> None:
        """Link the chart pane, which arrives after the words are on the screen."""
        self._charts = charts
        charts.selected.connect(partial(self._selected_in, "charts"))
        charts.hovered.connect(partial(self._hovered_in, "charts"))
        charts.dress(self._dressing.style)
        charts.show_scenes(self._scenes)
        charts.select(self._desk.selection.key)

    def _connect(self) -> None:
        window, desk = self._window, self._desk
        desk.briefing_changed.connect(self._show_briefing)
        desk.section_changed.connect(self._show_section)
        desk.renewed.connect(self._renew)
        desk.selection.selected.connect(self._show_selection)
        desk.selection.hovered.connect(self._show_hover)
        window.sidebar.chosen.connect(desk.show_section)
        window.passage.selected.connect(partial(self._selected_in, "passage"))
        window.passage.hovered.connect(partial(self._hovered_in, "passage"))
        window.table.selected.connect(partial(self._selected_in, "table"))
        self._dressing.changed.connect(self._dress)

    def _dress(self, style: Style) -> None:
        self._window.dress(style)
        if self._charts is not None:
            self._charts.dress(style)
        if self._desk.briefing is not None:
            self._renew()

    def _show_briefing(self) -> None:
        briefing = self._desk.briefing
        self._window.show_briefing(briefing is not None)
        self._enable(briefing is not None)
        if briefing is None:
            return
        words = self._dressing.style.words
        self._window.setWindowTitle(f"{briefing.title} — {words('program.name')}")
        self._window.topbar.title.show_title(briefing.title)
        self._window.sidebar.show_sections(
            sidebar_rows(briefing), source_lines(briefing.source, words)
        )
        self._window.sidebar.go_to(self._desk.number)
        self._show_proof_line()

    def _enable(self, there: bool) -> None:
        for name in NEED_A_BRIEFING:
            self._window.actions_by_id[name].setEnabled(there)

    def _renew(self) -> None:
        """A newer state of the briefing: shown where the reader stands."""
        self._show_briefing()
        self._show_section(self._desk.number, keep=True)

    def _show_proof_line(self) -> None:
        if self._desk.opened is not None:
            self._window.sidebar.show_proof(proof_line(self._desk.opened))

    def _show_section(self, number: int, *, keep: bool = False) -> None:
        opened, briefing, section = self._desk.opened, self._desk.briefing, self._desk.section
        if opened is None or briefing is None or section is None:
            return
        words, window = self._dressing.style.words, self._window
        figures = opened.proof.figures
        self._scenes = compile_section(section, briefing, figures, words)
        palette = self._dressing.style.palette
        colours = {key: palette.of(role) for key, role in roles(self._scenes).items()}
        shown = ShownPassage(section.title, section.passage, self._desk.figures(), colours)
        window.passage.show_passage(shown, keep=keep)
        window.table.show_rows(figure_rows(section, figures, briefing, words))
        window.sidebar.go_to(number)
        window.status.show_place(words("window.place", at=number + 1, all=len(briefing.sections)))
        if self._charts is not None:
            self._charts.show_scenes(self._scenes)
        self._show_selection(self._desk.selection.key, "program")
        self._show_coverage()

    def _show_selection(self, key: Key, origin: str) -> None:
        window, section, opened = self._window, self._desk.section, self._desk.opened
        for pane in (window.passage, self._charts, window.table):
            if pane is not None and pane.objectName() != origin:
                pane.select(key)
        said = ""
        if key and section is not None and opened is not None:
            words = self._dressing.style.words
            said = selection_line(section, key, opened.proof.figures, words)
        window.status.show_selection(said)

    def _show_hover(self, key: Key, origin: str) -> None:
        for pane in (self._window.passage, self._charts):
            if pane is not None and pane.objectName() != origin:
                pane.hover(key)

    def _selected_in(self, origin: str, key: Key) -> None:
        self._desk.selection.select(key, origin)

    def _hovered_in(self, origin: str, key: Key) -> None:
        self._desk.selection.hover(key, origin)

    def _step_section(self, by: int) -> None:
        self._desk.show_section(self._desk.number + by)

    def _show_table(self) -> None:
        self._window.show_table(self._window.actions_by_id["table"].isChecked())

    def _show_coverage(self) -> None:
        section, opened = self._desk.section, self._desk.opened
        if section is None or opened is None or not self._coverage_wanted():
            self._window.passage.mark_unused(())
            return
        unused = coverage(section, opened.proof.figures)
        self._window.passage.mark_unused(tuple(quantity.span for quantity in unused))

    def _coverage_wanted(self) -> bool:
        return self._window.actions_by_id["coverage"].isChecked()

    def _copy_quote(self) -> None:
        said = self._window.status.selection.accessibleName()
        if said:
            QGuiApplication.clipboard().setText(said)
