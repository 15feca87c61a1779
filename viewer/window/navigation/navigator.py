"""Going somewhere by name, and the page of keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from viewer.rendering.dialogs import open_once
from viewer.window.actions import ACTIONS
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace
from viewer.window.help.help_window import HelpWindow
from viewer.window.main import MainWindow
from viewer.window.navigation.bookmarks import Bookmarks
from viewer.window.navigation.goto import Destination, GoTo, with_recent
from viewer.window.view_models import written_figure

RECENT = 5
"""Choices that stand first when the palette is opened again, in the same window."""


class Roaming(QObject):
    """Opens the palette of places and commands, and the pages of the help menu."""

    def __init__(
        self, window: MainWindow, workspace: Workspace, appearance: WindowAppearance
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._appearance = window, workspace, appearance
        self._recent: tuple[tuple[str, str], ...] = ()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {
            "go-to": self.go_to,
            "keys": self.show_keys,
            "quit": self._window.close,
        }

    def go_to(self) -> None:
        """Ask for a section, a figure or a command; the palette that is open already stays."""
        if any(open_one.isVisible() for open_one in self._window.findChildren(GoTo)):
            return
        bookmarks = self._window.findChild(Bookmarks)
        marked = bookmarks.targets() if bookmarks is not None else ()
        targets = (*marked, *self._sections(), *self._commands(), *self._figures())
        palette = GoTo(self._window, with_recent(targets, self._recent), self._appearance.style)
        palette.chosen.connect(self._note)
        open_once(palette)

    def _note(self, kind: str, title: str) -> None:
        self._recent = tuple(dict.fromkeys(((kind, title), *self._recent)))[:RECENT]

    def show_keys(self) -> None:
        """Show the page of keys."""
        open_once(HelpWindow(self._window, self._appearance.style, "keys"))

    def _sections(self) -> tuple[Destination, ...]:
        briefing = self._workspace.briefing
        sections = briefing.sections if briefing else ()
        return tuple(
            Destination("section", section.title, "", partial(self._workspace.show_section, number))
            for number, section in enumerate(sections)
        )

    def _figures(self) -> tuple[Destination, ...]:
        opened, briefing = self._workspace.opened, self._workspace.briefing
        if opened is None or briefing is None:
            return ()
        found, words = opened.proof.figures, self._appearance.style.words
        return tuple(
            Destination(
                "figure",
                metric.label,
                words(
                    "goto.figure",
                    value=written_figure(metric, point, found.get(point.key), section, words),
                    number=number,
                ),
                partial(self._workspace.show_figure, point.key),
            )
            for number, section in enumerate(briefing.sections, 1)
            for metric in section.metrics
            for point in metric.points
        )

    def _commands(self) -> tuple[Destination, ...]:
        actions, words = self._window.actions_by_id, self._appearance.style.words
        return tuple(
            Destination(
                "command",
                words(f"action.{row.id}"),
                "",
                actions[row.id].trigger,
                actions[row.id].shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            )
            for row in ACTIONS
            if row.id in actions and actions[row.id].isEnabled() and row.id != "go-to"
        )
