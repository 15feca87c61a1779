"""From an issue to its place: the line of the file, and the section or figure it speaks of."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QObject

from viewer.datafile import read_bytes
from viewer.edit.reviews import figure_of
from viewer.model import Briefing, Issue, Key, ViewerError
from viewer.window.document_model import Workspace
from viewer.window.main import MainWindow

_SECTION = re.compile(r"sections\[(\d+)\]")
_METRIC = re.compile(r"metrics\[(\d+)\]")


class Pointing(QObject):
    """Shows where an issue that was clicked stands."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        window.issues.chosen.connect(self.point)

    def point(self, issue: Issue) -> None:
        """Say the line of the file, and go to the section where the briefing shows it."""
        workspace = self._workspace
        if workspace.refused is None and workspace.briefing is not None:
            number, key = place_in(workspace.briefing, issue.path)
            key = key or self._of_calculation(issue)
            if number is not None:
                workspace.show_section(number)
            if key and workspace.figure(key) is not None:
                workspace.selection.select(key)
        shown = workspace.refused or workspace.opened
        if shown is not None:
            line = line_of(shown.path, issue.place.line)
            self._window.status.show_selection(f"{shown.path.name}:{issue.place.line}:  {line}")

    def _of_calculation(self, issue: Issue) -> Key:
        """The figure at which the calculation is shown that an issue speaks of."""
        opened = self._workspace.opened
        if opened is None or opened.briefing is None:
            return ""
        said = (one for one in opened.proof.recomputed if one.relation.path == issue.path)
        return next((figure_of(one, opened.briefing, opened.proof) for one in said), "")


def place_in(briefing: Briefing, path: str) -> tuple[int | None, Key]:
    """The section, counted from 0, and the figure that a path such as
    `sections[1].metrics[2].cite` speaks of."""
    section, metric = _SECTION.search(path), _METRIC.search(path)
    if section is None or int(section[1]) >= len(briefing.sections):
        return None, ""
    number = int(section[1])
    metrics = briefing.sections[number].metrics
    if metric is None or int(metric[1]) >= len(metrics):
        return number, ""
    return number, metrics[int(metric[1])].point.key


def line_of(path: Path, number: int) -> str:
    """Line `number` of a file, counted from 1; empty when it cannot be had."""
    try:
        text = read_bytes(path).decode("utf-8-sig", "replace")
    except ViewerError:
        return ""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[number - 1].strip() if number <= len(lines) else ""
