"""A briefing drafted from a report, from the window: read, looked at, saved, opened.

Imported after the first paint: the readers of reports are not needed before.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QProgressDialog

from viewer.datafile import write_briefing
from viewer.datafile.report_kinds import suffixes
from viewer.draft import Draft, draft_report
from viewer.draft.ranking import FOR_A_MEETING
from viewer.draft.readers import needs_password
from viewer.i18n import load
from viewer.model import ViewerError, disk_error
from viewer.rendering.dialogs import open_once
from viewer.rendering.filedialog import opening, saving, suffixed
from viewer.settings import atomic_write
from viewer.window.draft_dialog import DraftDialog
from viewer.window.password_dialog import PasswordDialog
from viewer.window.progress import progress_dialog
from viewer.window.wiring import Wired

LOOK_EVERY = 30


class Work:
    """One report being drafted in a thread of its own; `step` and `done` say how far it is."""

    def __init__(self, path: Path, password: str = "") -> None:
        self.path, self._password = path, password
        self.step, self.done = "read", 0.0
        self.outcome: Draft | ViewerError | None = None
        self._cancelled = threading.Event()
        self._thread = threading.Thread(target=self._run, name="drafting", daemon=True)
        self._thread.start()

    @property
    def over(self) -> bool:
        """Whether the thread has ended, well or not."""
        return not self._thread.is_alive()

    def cancel(self) -> None:
        """Ask it to stop soon."""
        self._cancelled.set()

    def _run(self) -> None:
        try:
            self.outcome = draft_report(
                self.path,
                progress=self._progress,
                cancelled=self._cancelled.is_set,
                keep=FOR_A_MEETING,
                password=self._password,
            )
        except ViewerError as error:
            self.outcome = error
        except OSError as error:  # such as no process for the reader
            self.outcome = disk_error(error)

    def _progress(self, step: str, done: float) -> None:
        self.step, self.done = step, done


class Drafting(QObject):
    """Asks for a report, drafts it beside the window's thread, and shows what came of it."""

    def __init__(self, wired: Wired) -> None:
        super().__init__(wired.window)
        self._wired = wired
        self._work: Work | None = None
        self._bar: QProgressDialog | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self._look)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {"new": self.ask}

    def ask(self) -> None:
        """Ask for a report, if none was let go over the window."""
        action = self._wired.window.actions_by_id["new"]
        dropped = action.data()
        action.setData(None)
        if isinstance(dropped, Path):
            self.draft(dropped)
            return
        words = self._wired.dressing.style.words
        patterns = " ".join(f"*{suffix}" for suffix in suffixes())
        kinds = f"{words('draft-dialog.reports')} ({patterns})"
        title, home = words("action.new"), str(Path.home())
        chosen = opening(self._wired.window, words, title, home, kinds).ask()
        if chosen:
            self.draft(Path(chosen))

    def draft(self, path: Path, password: str = "") -> None:
        """Draft the report at `path`, which `password` opens where it is locked."""
        if self._work is not None:
            return
        title = self._wired.dressing.style.words("draft-dialog.title")
        bar = progress_dialog(self._wired.window, "draft-progress", title, path.name)
        self._bar = bar
        bar.canceled.connect(self._drop)
        self._work = Work(path, password)
        self._timer.start()

    def _look(self) -> None:
        work, bar = self._work, self._bar
        if work is None or bar is None:
            return
        if bar.wasCanceled():
            self._drop()
            return
        if not work.over:
            self._tell(work, bar)
            return
        self._drop()
        if isinstance(work.outcome, ViewerError):
            if needs_password(work.outcome):
                self._ask_password(work.path, work.outcome)
                return
            self._wired.filing.tell(work.outcome)
        elif work.outcome is not None:
            self._show(work.path, work.outcome)

    def _ask_password(self, path: Path, error: ViewerError) -> None:
        """Ask for the password of a report, and draft it again with what was typed."""

        def opened(password: str) -> None:
            self.draft(path, password)

        words = self._wired.dressing.style.words
        wrong = error.code == "draft-wrong-password"
        dialog = PasswordDialog(self._wired.window, words, path.name, wrong=wrong)
        dialog.given.connect(opened)
        open_once(dialog)

    def _drop(self) -> None:
        """Let the work go, done or not, so that the next report can be read: the process that
        reads is ended at once, the thread when it looks next.
        """
        work, bar = self._work, self._bar
        self._work = self._bar = None
        self._timer.stop()
        if work is not None:
            work.cancel()
        if bar is not None:
            bar.canceled.disconnect(self._drop)  # closing would say it again
            bar.close()
            bar.deleteLater()

    def _tell(self, work: Work, bar: QProgressDialog) -> None:
        """What is being done, and how far it is; how long a file takes to read nobody knows."""
        words = self._wired.dressing.style.words
        said = words(f"draft-dialog.step-{work.step}", file=work.path.name)
        if bar.labelText() != said:
            bar.setLabelText(said)
            bar.setMaximum(0 if work.step == "read" else 100)
        if work.step != "read":
            bar.setValue(min(99, round(work.done * 100)))

    def _show(self, report: Path, draft: Draft) -> None:
        def save() -> None:
            self._save(report, draft)

        dialog = DraftDialog(self._wired.window, draft, self._wired.dressing.style)
        dialog.wanted.connect(save)
        open_once(dialog)

    def _save(self, report: Path, draft: Draft) -> None:
        """Write the briefing where the reader says, and open it."""
        words = self._wired.dressing.style.words
        kinds = f"{words('window.files-briefing')} (*.yaml *.yml)"
        title, name = words("draft-dialog.save"), str(report.with_suffix(".yaml"))
        chosen = saving(self._wired.window, words, title, name, kinds).ask()
        if not chosen:
            return
        path = suffixed(chosen, ".yaml", ".yml")
        text = write_briefing(draft.briefing, load(draft.briefing.language))
        try:
            atomic_write(path, text.encode("utf-8"))
        except ViewerError as error:
            self._wired.filing.tell(error)
            return
        coverage = self._wired.window.actions_by_id["coverage"]
        if any(note.code == "figures-chosen" for note in draft.notes) and not coverage.isChecked():
            coverage.trigger()  # the others stay marked in the words
        self._wired.filing.open(path)
