"""Edits that wait to be saved, where the settings ask for it: by a key, and never lost unasked."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from viewer.edit.session import EditRefused, EditSession
from viewer.model import ViewerError
from viewer.rendering.labels import message_box
from viewer.settings import Settings
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace
from viewer.window.editing.edit_controller import Editing
from viewer.window.main import MainWindow
from viewer.window.opening.file_controller import Filing

UNSAVED = "• "
"""What stands before the title of a window in which edits wait."""


class Saving(QObject):
    """Saves what waits: when it is asked to, before the file is left or opened elsewhere, and at an
    end that nobody can be asked about."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        appearance: WindowAppearance,
        filing: Filing,
        editing: Editing,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._appearance = window, workspace, appearance
        self._filing, self._editing = filing, editing
        self.ask: Callable[..., int] = self._ask
        """Asks a question: which of the answers is given, as many as there are for none."""
        editing.autosave = lambda: settings.flag("autosave")
        before = window.may_close
        window.may_close = lambda: self.may_leave() and before()
        filing.may_leave, filing.meets = self.may_leave, self.meet
        window.closing.connect(self._save_unasked)
        editing.changed.connect(self.enable)
        self.enable()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {"save": self.save}

    def save(self) -> bool:
        """Save what waits; whether nothing waits any more."""
        session = self._waiting()
        if session is None:
            return True
        saved = self._saved(session)
        if saved:
            self._editing.show_written()
            said = self._appearance.style.words("edit.saved", file=session.path.name)
            self._window.status.show_selection(said)
        self.enable()
        return saved

    def may_leave(self) -> bool:
        """Whether the file may be left: what waits is saved, or may be lost."""
        session = self._waiting()
        if session is None:
            return True
        answer = self.ask("edit.unsaved", "edit.save-now", "edit.unsaved-drop")
        if answer == 0:
            return self.save()
        if answer == 1:
            self._editing.session = None
            self.enable()
        return answer == 1

    def meet(self) -> bool:
        """The file was saved by another program; whether edits wait, which stay and are put
        together with that."""
        session = self._waiting()
        if session is None:
            return False
        with suppress(EditRefused, ViewerError):  # told when it is saved
            if session.meet():
                self._editing.show_written()
        return True

    def enable(self) -> None:
        """Say whether something waits."""
        waits, title = self._waiting() is not None, self._window.windowTitle()
        self._window.actions_by_id["save"].setEnabled(waits)
        self._window.setWindowTitle((UNSAVED if waits else "") + title.removeprefix(UNSAVED))

    def _waiting(self) -> EditSession | None:
        session, opened = self._editing.session, self._workspace.opened
        if session is None or opened is None or session.path != opened.path:
            return None
        return session if session.unsaved else None

    def _saved(self, session: EditSession) -> bool:
        words = self._appearance.style.words
        try:
            session.save()
        except EditRefused as refused:
            self._filing.say("\n".join(words.of_issue(issue) for issue in refused.issues))
            return False
        except ViewerError as error:
            if error.code != "edit-conflict":
                self._filing.show_notice(error)
                return False
            return self._written_over(session)
        return True

    def _written_over(self, session: EditSession) -> bool:
        """Ask whether what is here counts before what another program wrote on the same lines."""
        if self.ask("edit.unsaved-conflict", "edit.save-mine", "edit.unsaved-later") != 0:
            return False
        try:
            session.save(over=True)
        except ViewerError as error:
            self._filing.show_notice(error)
            return False
        return True

    def _save_unasked(self) -> None:
        session = self._waiting()
        if session is not None:
            with suppress(EditRefused, ViewerError):  # nobody is there to be told
                session.save()

    def _ask(self, question: str, *answers: str) -> int:
        """Which of the answers is given; as many as there are for none."""
        words = self._appearance.style.words
        session = self._editing.session
        file = session.path.name if session else ""
        box = message_box(
            QMessageBox.Icon.Warning,
            words("program.name"),
            words(question, file=file),
            self._window,
        )
        box.setObjectName("edits-unsaved")
        roles = (QMessageBox.ButtonRole.AcceptRole, QMessageBox.ButtonRole.DestructiveRole)
        buttons = [
            box.addButton(words(said), role) for said, role in zip(answers, roles, strict=True)
        ]
        for at, button in enumerate(buttons):
            button.setObjectName(f"answer-{at}")
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(buttons[0])
        box.setEscapeButton(cancel)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return next((at for at, one in enumerate(buttons) if one is clicked), len(answers))
