"""Sections and the report itself corrected: titles, notes, parted, joined, left out of the talk."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from viewer.edit.lookup import section_in
from viewer.edit.operations import ChangeReport, ChangeSection, Operation
from viewer.edit.sections import JoinSection, split
from viewer.model import Section
from viewer.window.document_model import Workspace
from viewer.window.editing.edit_controller import Editing
from viewer.window.editing.edit_sheet import Row, Texts, changed_fields
from viewer.window.main import MainWindow

_STOP = re.compile(r"[，。；：！？\n]|[,.;:!?](?=\s|$)")
_LONGEST_TITLE = 30
ACTIONS = ("edit-section", "split-section", "join-section", "edit-report")
_YES = "true"
_SOURCE = ("publication", "page", "date", "link")


class SectionEditing(QObject):
    """Acts on the section that is open, or on the whole report."""

    def __init__(self, window: MainWindow, workspace: Workspace, editing: Editing) -> None:
        super().__init__(window)
        self._window, self._workspace, self._editing = window, workspace, editing
        editing.changed.connect(self._enable)
        workspace.section_changed.connect(self._enable)
        workspace.selection.selected.connect(self._enable)
        window.passage.cursorPositionChanged.connect(self._enable)
        self._enable()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {
            "edit-section": self.change,
            "split-section": self.split,
            "join-section": self.join,
            "edit-report": self.change_report,
        }

    def change(self) -> None:
        """Open the sheet of the section."""
        section = self._section()
        if section is None:
            return
        rows = [
            Row("title", section.title),
            Row("notes", section.notes, tall=True),
            Row("minutes", format(section.minutes, "f") if section.minutes else ""),
            Row("present", str(section.present).lower(), ("true", "false")),
        ]

        def made(texts: Texts) -> Sequence[Operation]:
            fields = changed_fields(texts, rows, present=_YES)
            return [ChangeSection(section.id, fields)]

        self._editing.sheet("edit.section-change", rows, made)

    def split(self) -> None:
        """Part the section at the paragraph of the selected figure, or of the cursor."""
        version, section, at = self._editing.version(), self._section(), self._paragraph()
        if version is None or section is None or not at:
            return
        text = section.passage.text[at:].lstrip()
        rows = [Row("title", _clause(text))]
        briefing = version.briefing

        def made(texts: Texts) -> Sequence[Operation]:
            return split(briefing, section.id, at, texts[0][1].strip())

        self._editing.sheet("edit.section-split", rows, made)

    def join(self) -> None:
        """Add the section to the one before it."""
        section = self._section()
        if section is not None and self._workspace.number:
            self._editing.perform([JoinSection(section.id)])

    def change_report(self) -> None:
        """Open the sheet of the report."""
        version = self._editing.version()
        if version is None:
            return
        briefing = version.briefing
        rows = [Row("title", briefing.title), Row("period", briefing.period)]
        source = [Row(key, str(getattr(briefing.source, key))) for key in _SOURCE]

        def made(texts: Texts) -> Sequence[Operation]:
            fields, about = texts[: len(rows)], texts[len(rows) :]
            return [ChangeReport(changed_fields(fields, rows), changed_fields(about, source))]

        self._editing.sheet("edit.report-change", [*rows, *source], made)

    def _section(self) -> Section | None:
        version, section = self._editing.version(), self._workspace.section
        return section_in(version.briefing, section.id) if version and section else None

    def _paragraph(self) -> int:
        """Where the paragraph begins that is meant; 0 for the first."""
        section, figure = (
            self._workspace.section,
            self._workspace.figure(self._workspace.selection.key),
        )
        if section is None:
            return 0
        at = figure.quantity.span.start if figure else self._window.passage.reading.caret()
        return paragraph_start(section, at)

    def _enable(self) -> None:
        can, actions = self._editing.can_edit(), self._window.actions_by_id
        actions["edit-section"].setEnabled(can)
        actions["edit-report"].setEnabled(can)
        actions["join-section"].setEnabled(can and self._workspace.number > 0)
        actions["split-section"].setEnabled(can and self._paragraph() > 0)


def paragraph_start(section: Section, at: int) -> int:
    """Where the paragraph begins in which a character stands; 0 for the first, above which the
    section cannot be parted."""
    starts = [span.start for span in section.passage.paragraphs if span.start <= at]
    return starts[-1] if len(starts) > 1 else 0


def _clause(text: str) -> str:
    """The first clause of a text as the title that a new section is offered."""
    first = _STOP.split(text, maxsplit=1)[0].strip()
    return first if len(first) <= _LONGEST_TITLE else f"{first[:_LONGEST_TITLE]}…"
