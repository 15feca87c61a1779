"""Words and marks linked: what the desk holds is shown by every pane, each heard by all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject

from viewer.loading import Opened
from viewer.model import Key, Section
from viewer.rendering.announce import announce
from viewer.rendering.style import Style
from viewer.window.appearance import Dressing
from viewer.window.document_model import Desk
from viewer.window.main import MainWindow
from viewer.window.passage.passage_pane import ShownPassage
from viewer.window.passage.relation_marks import MarginNote
from viewer.window.view_models import (
    doubted_keys,
    margin_notes,
    proof_line,
    selection_line,
    sidebar_rows,
    source_lines,
)


class Illustrator(Protocol):
    """Shows the figures of a section beside its words; comes later than the words."""

    def colours(self, opened: Opened, section: Section) -> Mapping[Key, str]:
        """The colour of each figure's words."""

    def show(self, opened: Opened, section: Section, *, keep: bool = False) -> object:
        """Show the figures in their own panes; with `keep`, where the reader stands in them."""

    def light(self, keys: frozenset[Key]) -> None:
        """Tint the marks of the terms of one calculation."""


NEED_A_BRIEFING = (
    "present",
    "present-here",
    "present-set-up",
    "rehearse",
    "export",
    "print",
    "table",
    "coverage",
    "find",
    "reload",
    "report-table",
    "next-unused",
    "previous-unused",
    "bookmark",
    "copy-quote",
)

KEPT = "kept"
"""The origin of a selection that only stays: no pane scrolls to it."""


class Linking(QObject):
    """Shows the desk in the panes, and tells the desk what the reader does in them."""

    def __init__(self, window: MainWindow, desk: Desk, dressing: Dressing) -> None:
        super().__init__(window)
        self._window, self._desk, self._dressing = window, desk, dressing
        self._illustrator: Illustrator | None = None
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
            "let-go": self._let_go,
        }

    def _let_go(self) -> None:
        if self._desk.selection.key:
            announce(self._window, self._dressing.style.words("window.let-go"))
        self._desk.selection.select("")

    def illustrate(self, illustrator: Illustrator) -> None:
        """Have figures shown beside the words, from now on and for what is open already."""
        self._illustrator = illustrator
        if self._desk.briefing is not None:
            self._show_section(self._desk.number, keep=True)

    def selected_in(self, origin: str, key: Key) -> None:
        """The reader selected a figure in the pane `origin`."""
        self._desk.selection.select(key, origin)

    def hovered_in(self, origin: str, key: Key) -> None:
        """The pointer stands on a figure in the pane `origin`."""
        self._desk.selection.hover(key, origin)

    def _connect(self) -> None:
        window, desk = self._window, self._desk
        desk.briefing_changed.connect(self._show_briefing)
        desk.section_changed.connect(self._show_section)
        desk.renewed.connect(self._renew)
        desk.unchanged.connect(self._say_again)
        desk.on_disk_changed.connect(self._show_proof_line)
        desk.selection.selected.connect(self._show_selection)
        desk.selection.hovered.connect(self._show_hover)
        window.sidebar.chosen.connect(desk.show_section)
        window.passage.selected.connect(partial(self.selected_in, "passage"))
        window.passage.hovered.connect(partial(self.hovered_in, "passage"))
        window.passage.margin.shown.connect(self._show_note)
        self._dressing.changed.connect(self._dress)

    def _dress(self, style: Style) -> None:
        self._window.dress(style)
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

    def _say_again(self) -> None:
        """Say the selection in the place of what was said meanwhile: the file is there again."""
        self._show_selection(self._desk.selection.key, KEPT)

    def _show_proof_line(self) -> None:
        desk = self._desk
        if desk.opened is not None:
            line = proof_line(desk.opened, desk.on_disk, desk.refused, desk.read_at)
            self._window.sidebar.show_proof(line)

    def _show_section(self, number: int, *, keep: bool = False) -> None:
        opened, briefing, section = self._desk.opened, self._desk.briefing, self._desk.section
        if opened is None or briefing is None or section is None:
            return
        words, window, illustrator = self._dressing.style.words, self._window, self._illustrator
        colours = illustrator.colours(opened, section) if illustrator else {}
        doubted = doubted_keys(section)
        shown = ShownPassage(
            section.title,
            section.passage,
            self._desk.figures(),
            colours,
            doubted,
            margin_notes(opened, section, words),
        )
        window.passage.show_passage(shown, keep=keep)
        window.sidebar.go_to(number)
        window.status.show_place(words("window.place", at=number + 1, all=len(briefing.sections)))
        self._show_selection(self._desk.selection.key, KEPT if keep else "program")
        if illustrator:
            illustrator.show(opened, section, keep=keep)

    def _show_selection(self, key: Key, origin: str) -> None:
        window, section, opened = self._window, self._desk.section, self._desk.opened
        if origin != "passage":
            window.passage.select(key, reveal=origin != KEPT)
        said = ""
        if key and section is not None and opened is not None:
            words = self._dressing.style.words
            said = selection_line(section, key, opened.proof.figures, words)
        window.status.show_selection(said)

    def _show_note(self, note: MarginNote | None) -> None:
        """Light every figure of a calculation and say it; with None, as before."""
        keys = note.keys if note else frozenset()
        self._window.passage.light(keys)
        if self._illustrator:
            self._illustrator.light(keys)
        if note is None:
            self._show_selection(self._desk.selection.key, KEPT)
        else:
            self._window.status.show_selection(" · ".join(filter(None, note.said.splitlines())))

    def _show_hover(self, key: Key, origin: str) -> None:
        if origin != "passage":
            self._window.passage.hover(key)

    def _step_section(self, by: int) -> None:
        self._desk.show_section(self._desk.number + by)
