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
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace
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

    def __init__(
        self, window: MainWindow, workspace: Workspace, appearance: WindowAppearance
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._appearance = window, workspace, appearance
        self._illustrator: Illustrator | None = None
        self._kept_lit: frozenset[Key] = frozenset()
        self._connect()
        self._enable(False)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        workspace = self._workspace
        return {
            "next-figure": partial(workspace.step_figure, 1),
            "previous-figure": partial(workspace.step_figure, -1),
            "next-section": partial(self._step_section, 1),
            "previous-section": partial(self._step_section, -1),
            "let-go": self._let_go,
        }

    def _let_go(self) -> None:
        if self._workspace.selection.key:
            announce(self._window, self._appearance.style.words("window.let-go"))
        self._workspace.selection.select("")

    def illustrate(self, illustrator: Illustrator) -> None:
        """Have figures shown beside the words, from now on and for what is open already."""
        self._illustrator = illustrator
        if self._workspace.briefing is not None:
            self._show_section(self._workspace.number, keep=True)

    def keep_lit(self, keys: frozenset[Key]) -> None:
        """Light the figures of the calculation that is asked about, until none is any more."""
        if keys != self._kept_lit:
            self._kept_lit = keys
            self._light(keys)

    def selected_in(self, origin: str, key: Key) -> None:
        """The reader selected a figure in the pane `origin`."""
        self._workspace.selection.select(key, origin)

    def hovered_in(self, origin: str, key: Key) -> None:
        """The pointer stands on a figure in the pane `origin`."""
        self._workspace.selection.hover(key, origin)

    def _connect(self) -> None:
        window, workspace = self._window, self._workspace
        workspace.briefing_changed.connect(self._show_briefing)
        workspace.section_changed.connect(self._show_section)
        workspace.renewed.connect(self._renew)
        workspace.unchanged.connect(self._say_again)
        workspace.on_disk_changed.connect(self._show_proof_line)
        workspace.selection.selected.connect(self._show_selection)
        workspace.selection.hovered.connect(self._show_hover)
        window.sidebar.chosen.connect(workspace.show_section)
        window.passage.selected.connect(partial(self.selected_in, "passage"))
        window.passage.hovered.connect(partial(self.hovered_in, "passage"))
        window.passage.margin.shown.connect(self._show_note)
        self._appearance.changed.connect(self._dress)

    def _dress(self, style: Style) -> None:
        self._window.apply_style(style)
        if self._workspace.briefing is not None:
            self._renew()

    def _show_briefing(self) -> None:
        briefing = self._workspace.briefing
        self._window.show_briefing(briefing is not None)
        self._enable(briefing is not None)
        if briefing is None:
            return
        words = self._appearance.style.words
        self._window.setWindowTitle(f"{briefing.title} — {words('program.name')}")
        self._window.topbar.title.show_title(briefing.title)
        self._window.sidebar.show_sections(
            sidebar_rows(briefing), source_lines(briefing.source, words)
        )
        self._window.sidebar.go_to(self._workspace.number)
        self._show_proof_line()

    def _enable(self, there: bool) -> None:
        for name in NEED_A_BRIEFING:
            self._window.actions_by_id[name].setEnabled(there)

    def _renew(self) -> None:
        """A newer state of the briefing: shown where the reader stands."""
        self._show_briefing()
        self._show_section(self._workspace.number, keep=True)

    def _say_again(self) -> None:
        """Say the selection in the place of what was said meanwhile: the file is there again."""
        self._show_selection(self._workspace.selection.key, KEPT)

    def _show_proof_line(self) -> None:
        workspace = self._workspace
        if workspace.opened is not None:
            line = proof_line(
                workspace.opened, workspace.on_disk, workspace.refused, workspace.read_at
            )
            self._window.sidebar.show_proof(line)

    def _show_section(self, number: int, *, keep: bool = False) -> None:
        opened, briefing, section = (
            self._workspace.opened,
            self._workspace.briefing,
            self._workspace.section,
        )
        if opened is None or briefing is None or section is None:
            return
        words, window, illustrator = self._appearance.style.words, self._window, self._illustrator
        colours = illustrator.colours(opened, section) if illustrator else {}
        doubted = doubted_keys(section)
        shown = ShownPassage(
            section.title,
            section.passage,
            self._workspace.figures(),
            colours,
            doubted,
            margin_notes(opened, section, words),
        )
        window.passage.show_passage(shown, keep=keep)
        window.sidebar.go_to(number)
        window.status.show_place(words("window.place", at=number + 1, all=len(briefing.sections)))
        self._show_selection(self._workspace.selection.key, KEPT if keep else "program")
        if illustrator:
            illustrator.show(opened, section, keep=keep)
        if self._kept_lit:
            self._light(self._kept_lit)

    def _show_selection(self, key: Key, origin: str) -> None:
        window, section, opened = self._window, self._workspace.section, self._workspace.opened
        if origin != "passage":
            window.passage.select(key, reveal=origin != KEPT)
        said = ""
        if key and section is not None and opened is not None:
            words = self._appearance.style.words
            said = selection_line(section, key, opened.proof.figures, words)
        window.status.show_selection(said)

    def _show_note(self, note: MarginNote | None) -> None:
        """Light every figure of a calculation and say it; with None, as before."""
        self._light(note.keys if note else self._kept_lit)
        if note is None:
            self._show_selection(self._workspace.selection.key, KEPT)
        else:
            self._window.status.show_selection(" · ".join(filter(None, note.said.splitlines())))

    def _light(self, keys: frozenset[Key]) -> None:
        self._window.passage.light(keys)
        if self._illustrator:
            self._illustrator.light(keys)

    def _show_hover(self, key: Key, origin: str) -> None:
        if origin != "passage":
            self._window.passage.hover(key)

    def _step_section(self, by: int) -> None:
        self._workspace.show_section(self._workspace.number + by)
