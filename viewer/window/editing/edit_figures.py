"""Figures corrected, added and taken out, each on one sheet with its proof below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt

from viewer.edit.figure_fields import FIELDS, Proposal, fields_of, new_id, proposal_of
from viewer.edit.lookup import point_in, section_in, section_of
from viewer.edit.operations import AddMetric, ChangeFigure, Operation, RemoveMetrics
from viewer.edit.reviews import figure_of
from viewer.edit.version import Version
from viewer.model import Issue, Key, Metric, Point, Section, Span, ViewerError
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace
from viewer.window.editing.edit_controller import Editing
from viewer.window.editing.edit_sheet import EditSheet, Texts, figure_proven, figure_row
from viewer.window.main import MainWindow
from viewer.window.opening.file_controller import Filing

ACTIONS = ("edit-figure", "add-figure", "remove-figure")


class Correcting(QObject):
    """Acts on the figure that is selected, on the issue that is chosen, or on selected words."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        appearance: WindowAppearance,
        filing: Filing,
        editing: Editing,
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._appearance = window, workspace, appearance
        self._filing, self._editing = filing, editing
        workspace.selection.selected.connect(self._enable)
        window.issues.list.currentItemChanged.connect(self._enable)
        window.passage.selectionChanged.connect(self._enable)
        window.passage.add_asked.connect(self.add)
        window.passage.unused_chosen.connect(self.add_at)
        editing.changed.connect(self._enable)
        window.passage.addActions([window.actions_by_id[name] for name in ACTIONS])
        self._enable()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {"edit-figure": self.edit, "add-figure": self.add, "remove-figure": self.remove}

    def edit(self) -> None:
        """Open the sheet of the figure that is meant."""
        meant = self._meant()
        if meant is None:
            return
        version, metric, point = meant
        before = proposal_of(metric, point)

        def made(texts: Texts) -> Sequence[Operation]:
            return [ChangeFigure(point.key, fields_of(texts, before))]

        home = section_of(version.briefing, metric.id)
        sheet = self._sheet("edit.sheet-change", before, made, home.id)
        if sheet is None:
            return
        sheet.refused.connect(self.remove)
        sheet.refuse.show()

    def add(self) -> None:
        """Open the sheet of a figure that the selected words name."""
        self.add_at(self._window.passage.chosen())

    def add_at(self, chosen: Span | None) -> None:
        """Open the sheet of a figure that these words of the passage name."""
        from viewer.edit.proposal import proposed  # the reader of reports, for who adds a figure

        section, version = self._workspace.section, self._editing.version()
        if section is None or version is None or chosen is None:
            return
        home = section_in(version.briefing, section.id)
        proposal = proposed(version.briefing, home, chosen)
        if proposal is None:
            said = chosen.of(home.passage.text)[:40]
            self._filing.tell(ViewerError("edit-no-number", text=said))
            return

        def made(texts: Texts) -> Sequence[Operation]:
            fields = (("id", new_id(version.briefing, texts)), *fields_of(texts))
            return [AddMetric(home.id, fields, proposal.chart)]

        self._sheet("edit.sheet-add", proposal, made, home.id)

    def remove(self) -> None:
        """Take the figure that is meant out of the file; its number shall be none again."""
        meant = self._meant()
        if meant is None:
            return
        version, metric, _ = meant
        figures = [version.figures[p.key] for p in metric.points if p.key in version.figures]
        home = section_of(version.briefing, metric.id)
        quotes = tuple((metric.id, self._words(home, one.quantity.words)) for one in figures)
        if self._editing.perform([RemoveMetrics((metric.id,), quotes)]):
            self._window.status.show_selection(
                self._appearance.style.words("edit.removed", label=metric.label)
            )

    @staticmethod
    def _words(home: Section, words: Span) -> str:
        from viewer.edit.proposal import tight_quote

        return tight_quote(home, words)

    def _sheet(
        self,
        title: str,
        proposal: Proposal,
        made: Callable[[Texts], Sequence[Operation]],
        section: str,
    ) -> EditSheet | None:
        rows = [figure_row(key, proposal.text(key)) for key in FIELDS]
        return self._editing.sheet(title, rows, made, self._proven, section)

    def _proven(self, texts: Texts) -> str:
        return figure_proven(self._appearance.style.words, texts)

    def _meant(self) -> tuple[Version, Metric, Point] | None:
        """The file and the figure of it that is meant; None, and told, where it cannot be found."""
        key, version = self._key(), self._editing.version()
        if not key:
            words = self._appearance.style.words
            self._window.status.show_selection(words("edit.nothing-meant"))
        if not key or version is None:
            return None
        try:
            return version, *point_in(version.briefing, key)
        except ViewerError as error:
            self._filing.tell(error)
            return None

    def _key(self) -> Key:
        """The figure that is meant: of the issue chosen in the list, else the selected one."""
        pane, row = self._window.issues, self._window.issues.list.currentItem()
        if not pane.isHidden() and pane.list.hasFocus() and row is not None:
            issue = row.data(Qt.ItemDataRole.UserRole)
            return self._key_of(issue) if isinstance(issue, Issue) else ""
        return self._workspace.selection.key

    def _key_of(self, issue: Issue) -> Key:
        version = self._editing.version()
        if version is None:
            return ""
        for section in version.briefing.sections:
            for metric in section.metrics:
                if issue.path == metric.path or issue.path.startswith(f"{metric.path}."):
                    inside = (p.key for p in metric.points if issue.path.startswith(f"{p.path}."))
                    return next(inside, metric.points[-1].key)
        proof = self._workspace.opened.proof if self._workspace.opened else None
        said = (one for one in proof.recomputed if one.relation.path == issue.path) if proof else ()
        return next((figure_of(one, version.briefing, proof) for one in said), "") if proof else ""

    def _enable(self) -> None:
        can, actions = self._editing.can_edit(), self._window.actions_by_id
        listed = not self._window.issues.isHidden() and self._window.issues.list.currentRow() >= 0
        meant = can and (bool(self._workspace.selection.key) or listed)
        for name in ("edit-figure", "remove-figure"):
            actions[name].setEnabled(meant)
        actions["add-figure"].setEnabled(can and self._window.passage.textCursor().hasSelection())
