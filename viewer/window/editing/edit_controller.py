"""Corrections made in the window: each written to the file at once, and undone at will."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from viewer.edit.applying import Dropped
from viewer.edit.history import History
from viewer.edit.operations import Operation
from viewer.edit.session import EditRefused, EditSession
from viewer.edit.version import Version
from viewer.i18n import Words
from viewer.loading import Opened
from viewer.model import ViewerError
from viewer.rendering.dialogs import inside, open_once
from viewer.resources import bundled
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace
from viewer.window.editing.edit_sheet import EditSheet, Row, SheetVerdict, Texts
from viewer.window.main import MainWindow
from viewer.window.opening.file_controller import Filing

_FEW = 3
"""Mistakes that are told at once below a sheet."""
_OWN_KEYS = (
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.Delete,
)


class Editing(QObject):
    """Does the edits of the open file; `changed` tells that one was written, or could be no more.

    `allowed` false switches every edit off; `autosave` tells whether each is written at once, and
    `session` holds those of the open file.
    """

    changed = Signal()

    def __init__(
        self, window: MainWindow, workspace: Workspace, appearance: WindowAppearance, filing: Filing
    ) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._appearance, self._filing = appearance, filing
        self.session: EditSession | None = None
        self.allowed = True
        self.autosave: Callable[[], bool] = lambda: True
        self._held = self._busy = False
        self._stopped = ""
        workspace.briefing_changed.connect(self.enable)
        workspace.renewed.connect(self.enable)
        workspace.arrived.connect(self._arrived)
        window.passage.installEventFilter(self)
        self.enable()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {"undo": self.undo, "redo": self.redo}

    def allow(self, allowed: bool) -> None:
        """Let edits be made, or not."""
        self.allowed = allowed
        self.enable()

    def hold(self, held: bool) -> None:
        """Let no edit be made while a room looks on."""
        if held != self._held:
            self._held = held
            self.enable()

    def can_edit(self) -> bool:
        """Whether the file that is shown may be edited now."""
        opened = self._workspace.opened
        may = self.allowed and not self._held and not self._busy
        return may and opened is not None and opened.complete

    @property
    def digest(self) -> int:
        """What tells the version that was written last, as `Opened.digest` does; 0 before."""
        return self.session.digest if self.session else 0

    def version(self) -> Version | None:
        """The open file as edits see it; None, and told, where it cannot be edited."""
        session = self._current()
        return session.version if session else None

    def perform(self, operations: Sequence[Operation], base: Version | None = None) -> bool:
        """Do an edit, write it and show it; whether it was done. What stops it is told.

        `base` is the version of the file by which it was decided, if that was an earlier one.
        """
        self._stopped = ""
        session = self._current()
        done = session is not None and self._done(lambda: session.perform(operations, base))
        if done and session is not None and session.dropped:
            said = _off(self._appearance.style.words, session.dropped)
            self._filing.edit_news.say(said, session.digest)
        return done

    def sheet(
        self,
        title: str,
        rows: Sequence[Row],
        made: Callable[[Texts], Sequence[Operation]],
        proven: Callable[[Texts], str] = lambda _: "",
        section: str = "",
    ) -> EditSheet | None:
        """Open a sheet of fields; confirmed, the operations that are `made` of its texts are done.
        None, and told, where the file cannot be edited.

        `section` is the one that they stay in, which makes a long file quick to prove; `proven` is
        what is said below fields that nothing speaks against. A sheet whose edit is stopped stays
        open and says why: confirmed again, it counts before what others wrote meanwhile.
        """
        if (version := self.version()) is None:
            return None
        begun: list[Version | None] = [version]
        style = self._appearance.style

        def judge(texts: Texts) -> SheetVerdict:
            said, dropped = self._trial(made(texts), section)
            good = filter(None, (proven(texts), _off(style.words, dropped)))
            return SheetVerdict(said or "\n".join(good), good=not said)

        def agreed(texts: Texts) -> None:
            done = self.perform(made(texts), begun[0])
            if done or not self._stopped:
                sheet.accept()
            else:
                begun[0] = None
                said = f"{self._stopped}\n{style.words('edit.again')}"
                sheet.tell(SheetVerdict(said, good=False))

        sheet = EditSheet(self._window, rows, style, judge)
        sheet.setWindowTitle(style.words(title))
        sheet.agreed.connect(agreed)
        open_once(sheet)
        place_beside_words(sheet, self._window)
        return sheet

    def _trial(
        self, operations: Sequence[Operation], section: str
    ) -> tuple[str, tuple[Dropped, ...]]:
        """Why an edit would not be done, in the words of `check` (empty where it would), and what
        it would take off charts."""
        words = self._appearance.style.words
        assert self.session is not None
        try:
            trial = self.session.trial(operations, section)
        except ViewerError as error:
            return words.of_error(error), ()
        return "\n".join(words.of_issue(one) for one in trial.errors[:_FEW]), trial.dropped

    def undo(self) -> None:
        """Take the last edit back."""
        self._step("edit.undone", EditSession.undo, "undo_name")

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._step("edit.redone", EditSession.redo, "redo_name")

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A text that nobody can type into has nothing of its own to undo or delete."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return any(event.matches(key) for key in _OWN_KEYS)
        return False

    def enable(self) -> None:
        """Let the actions say what can be done now."""
        history = self.session.history if self.session and self.can_edit() else History(b"")
        actions = self._window.actions_by_id
        actions["undo"].setEnabled(bool(history.undo_name))
        actions["redo"].setEnabled(bool(history.redo_name))
        self.changed.emit()

    def _step(self, said: str, step: Callable[[EditSession], bool], name: str) -> None:
        session = self._current()
        if session is None:
            return
        words, what = self._appearance.style.words, getattr(session.history, name)
        if what and self._done(lambda: step(session)):
            told = words(said, what=words(f"edit.done.{what}"))
            self._window.status.show_selection(told)

    def _current(self) -> EditSession | None:
        """The edits of the file that is shown, as it is shown; None, and told, where not."""
        opened = self._workspace.opened
        if opened is None or not self.can_edit():
            return None
        try:
            if opened.path.resolve().parent == bundled("").resolve():
                raise ViewerError("edit-sample", file=opened.path.name)
            self.session = self._session_of(opened)
        except ViewerError as error:
            self._stop(error)
            return None
        return self.session

    def _session_of(self, opened: Opened) -> EditSession:
        session = self.session
        if session is None or session.path != opened.path:
            session = EditSession.of(opened)
        else:
            session.seen(opened)
        session.held = session.unsaved or not self.autosave()
        return session

    def _done(self, do: Callable[[], bool]) -> bool:
        try:
            written = do()
        except EditRefused as refused:
            words = self._appearance.style.words
            self._stopped = "\n".join(words.of_issue(issue) for issue in refused.issues)
            self._filing.say(self._stopped)
            return False
        except ViewerError as error:
            self._stop(error)
            return False
        if written:
            self.show_written()
        return written

    def show_written(self) -> None:
        """Show what was done: at once where it is known what it proves, read again otherwise.

        The file is followed on the disk: all of it is read and proven again beside the window.
        """
        self._busy = True
        self.enable()
        shown = self.session.shown() if self.session else None
        if shown is not None:
            self._workspace.renew(shown.path, shown)
        else:
            self._filing.reload()

    def _stop(self, error: ViewerError) -> None:
        """Say a stop; where the file is another one by now, show that too."""
        self._stopped = self._appearance.style.words.of_error(error)
        self._filing.show_notice(error)
        held = self.session is not None and self.session.unsaved
        if error.code in ("edit-file-changed", "edit-conflict", "file-changed") and not held:
            self._filing.reload()

    def _arrived(self, opened: Opened) -> None:
        """The file that was written is read again; one with errors left is shown all the same."""
        self._busy = False
        ours = self.session is not None and self.session.digest == opened.digest
        if ours and self._workspace.refused is opened:
            self._workspace.take_refused(keep=True)
        self.enable()


def _off(words: Words, dropped: Sequence[Dropped]) -> str:
    """Which findings and kinds of charts hold no more; nothing where all do."""
    return "\n".join(
        words("edit.finding-off", finding=one.said)
        if one.field == "finding"
        else words("edit.kind-off", chart=one.chart, kind=words(f"edit.choice.{one.said}"))
        for one in dropped
    )


def place_beside_words(sheet: EditSheet, window: MainWindow) -> None:
    """Over the charts, so that the words that are meant stay in sight; never off the screen."""
    beside, screen = window.charts_place, window.screen().availableGeometry()
    place, frame = beside.mapToGlobal(beside.rect().topLeft()), sheet.frameGeometry().size()
    sheet.move(inside(QRect(place, frame), screen).topLeft())
