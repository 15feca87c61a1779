"""Calculations that do not agree: the author says why the report may print so, or unties them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt

from viewer.edit.operations import ExplainRelation, Operation, RemoveRelation
from viewer.edit.reviews import figure_of, roles_of
from viewer.i18n import load
from viewer.model import Issue, Recomputed, Verdict
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace
from viewer.window.editing.edit_controller import Editing
from viewer.window.editing.edit_sheet import Row, Texts
from viewer.window.main import MainWindow


class Disagreements(QObject):
    """Acts on the calculation that is meant: of the issue that is chosen in the list, the one where
    the review stands, or one of the selected figure."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        appearance: WindowAppearance,
        editing: Editing,
    ) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._appearance, self._editing = appearance, editing
        self.standing: Callable[[], Recomputed | None] = lambda: None
        """Tells the one where the review stands."""
        workspace.selection.selected.connect(self.enable)
        window.issues.list.currentItemChanged.connect(self.enable)
        editing.changed.connect(self.enable)
        self.enable()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {"remove-relation": self.remove}

    def meant(self) -> Recomputed | None:
        """The calculation that is acted on; None where none is meant."""
        return self.asked() or self._of_selected()

    def asked(self) -> Recomputed | None:
        """The one that is chosen in the list, or where the review stands."""
        return self._listed() or self.standing()

    def explain(self) -> None:
        """Open the sheet of the reason why the report may print it so."""
        one, briefing = self.meant(), self._workspace.briefing
        if one is None or briefing is None:
            return
        said = load(briefing.language)("edit.known-proposed")
        rows = [Row("known", said)]
        words = self._appearance.style.words

        def made(texts: Texts) -> Sequence[Operation]:
            known = " ".join(texts[0][1].split()) or said
            return [ExplainRelation(one.section_id, one.relation.kind, roles_of(one), known)]

        def proven(_: Texts) -> str:
            return words("edit.known-said", formula=one.formula)

        self._editing.sheet("edit.sheet-known", rows, made, proven)

    def remove(self) -> None:
        """Take the relation out: its figures stay."""
        one = self.meant()
        if one is None:
            return
        cut = RemoveRelation(one.section_id, one.relation.kind, roles_of(one))
        if self._editing.perform([cut]):
            words = self._appearance.style.words
            labels = words("window.list-comma").join(term.label for term in one.terms)
            self._window.status.show_selection(words("edit.unrelated", labels=labels))

    def enable(self, *_: object) -> None:
        """Let the action say whether there is one to act on."""
        can = self._editing.can_edit() and self.meant() is not None
        self._window.actions_by_id["remove-relation"].setEnabled(can)

    def _open(self) -> Sequence[Recomputed]:
        opened = self._workspace.opened
        recomputed = opened.proof.recomputed if opened else ()
        return [one for one in recomputed if one.verdict is Verdict.DISAGREES]

    def _listed(self) -> Recomputed | None:
        """The one that the chosen issue speaks of."""
        pane, row = self._window.issues, self._window.issues.list.currentItem()
        if pane.isHidden() or row is None:
            return None
        issue = row.data(Qt.ItemDataRole.UserRole)
        if not isinstance(issue, Issue):
            return None
        return next((one for one in self._open() if one.relation.path == issue.path), None)

    def _of_selected(self) -> Recomputed | None:
        """The first that is shown at the selected figure."""
        opened, key = self._workspace.opened, self._workspace.selection.key
        if not key or opened is None or opened.briefing is None:
            return None
        briefing, proof = opened.briefing, opened.proof
        return next((one for one in self._open() if figure_of(one, briefing, proof) == key), None)
