"""What a draft doubted or does not add up: the author accepts it, or opens the file at its line."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable

from PySide6.QtCore import QObject, QProcess, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from viewer.edit.operations import AcceptReviews
from viewer.loading import Opened
from viewer.model import Issue, Metric, Place, ViewerError
from viewer.settings import Settings
from viewer.window.document_model import Workspace
from viewer.window.editing.edit_controller import Editing
from viewer.window.editing.edit_disagreements import Disagreements
from viewer.window.editing.external_editor import command_for
from viewer.window.main import MainWindow
from viewer.window.opening.file_controller import Filing
from viewer.window.view_models import DOUBT

NAMES = ("accept-review", "open-in-editor")
Launch = Callable[[tuple[str, ...]], bool]


def launch(command: tuple[str, ...]) -> bool:
    """Start a program that outlives this one; whether it started."""
    started = QProcess.startDetached(command[0], list(command[1:]))
    return bool(started[0] if isinstance(started, tuple) else started)


class Reviewing(QObject):
    """Acts on the issue that is chosen in the list, or else on the figure that is selected."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        settings: Settings,
        filing: Filing,
        editing: Editing,
        disagreements: Disagreements,
    ) -> None:
        super().__init__(window)
        self._settings, self._disagreements = settings, disagreements
        self._window, self._workspace = window, workspace
        self._filing, self._editing = filing, editing
        self.launch: Launch = launch
        self.may_leave: Callable[[], bool] = lambda: True
        """Asked before another program opens the file: it is to find what is shown."""
        self._listed, self._writing, self._written = False, False, 0
        window.issues.closed.connect(self._forget)
        workspace.selection.selected.connect(self._enable)
        workspace.briefing_changed.connect(self._enable)
        workspace.renewed.connect(self._enable)
        workspace.arrived.connect(self._arrived)
        editing.changed.connect(self._enable)
        window.issues.list.currentItemChanged.connect(self._enable)
        self.offer(window.issues.list)
        window.issues.mending.connect(self.open_in_editor)
        self._enable()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {"accept-review": self.accept, "open-in-editor": self.open_in_editor}

    def offer(self, pane: QWidget) -> None:
        """Have the menu of a pane offer both actions."""
        pane.addActions(self._actions())
        pane.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def accept(self) -> None:
        """Take the doubt out of the file: nothing else of it changes, or nothing at all; of a
        calculation that does not agree ask why the report may print it so."""
        metric = self._metric()
        if metric is None:
            self._disagreements.explain()
            return
        self._listed, self._writing = not self._window.issues.isHidden(), True
        written = self._editing.perform([AcceptReviews((metric.id,))])
        self._writing, self._written = False, self._editing.digest
        self._listed = self._listed and written

    def open_in_editor(self, *_: object) -> None:
        """Open the file in an editor, at the issue or the figure that is meant."""
        opened, place = self._workspace.refused or self._workspace.opened, self._place()
        if opened is None or not self.may_leave():
            return
        chosen = self._settings.text("editor")
        environment = {**os.environ, **({"VISUAL": chosen} if chosen else {})}
        command = command_for(opened.path.absolute(), place, environment, shutil.which)
        if not command or not self.launch(command):
            file, line = str(opened.path), place.line
            self._filing.tell(ViewerError("editor-none", file=file, line=line), above=True)

    def _issue(self) -> Issue | None:
        row = self._window.issues.list.currentItem()
        if self._window.issues.isHidden() or row is None:
            return None
        issue = row.data(Qt.ItemDataRole.UserRole)
        return issue if isinstance(issue, Issue) else None

    def _metric(self) -> Metric | None:
        """The metric with a doubt that is meant; None where a calculation is."""
        briefing, issue = self._workspace.briefing, self._issue()
        if self._disagreements.asked() is not None:
            return None
        if issue is not None and issue.code == DOUBT:
            metrics = [m for s in (briefing.sections if briefing else ()) for m in s.metrics]
            return next((m for m in metrics if issue.path == f"{m.path}.review"), None)
        metric = self._workspace.metric(self._workspace.selection.key)
        return metric if metric is not None and metric.review else None

    def _place(self) -> Place:
        issue, key, opened = self._issue(), self._workspace.selection.key, self._workspace.opened
        if issue is not None:
            return issue.place
        for section in opened.briefing.sections if opened and opened.briefing else ():
            for metric in section.metrics:
                if any(point.key == key for point in metric.points):
                    return metric.place
        return Place()

    def _actions(self) -> list[QAction]:
        return [self._window.actions_by_id[name] for name in NAMES]

    def _arrived(self, opened: Opened) -> None:
        """The list of issues stays open over each reading of what an acceptance wrote."""
        if self._listed and (self._writing or opened.digest == self._written):
            self._filing.show_issues(True)
        else:
            self._forget()
        self._enable()

    def _forget(self) -> None:
        self._listed = False

    def _enable(self) -> None:
        accept, edit = self._actions()
        meant = self._metric() is not None or self._disagreements.meant() is not None
        accept.setEnabled(self._editing.can_edit() and meant)
        edit.setEnabled((self._workspace.refused or self._workspace.opened) is not None)
