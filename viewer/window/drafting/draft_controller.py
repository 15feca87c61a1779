"""A briefing drafted from a report, from the window: read, looked at, saved, opened.

Imported after the first paint: the readers of reports are not needed before.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget

from viewer.datafile import write_briefing
from viewer.datafile.report_kinds import suffixes
from viewer.draft import Draft
from viewer.draft.drafting import pool_of
from viewer.draft.pool import Progress
from viewer.draft.readers import needs_password
from viewer.edit.draft_review import DraftReview
from viewer.i18n import load
from viewer.model import ViewerError, disk_error
from viewer.rendering.dialogs import open_once
from viewer.rendering.filedialog import opening, saving, suffixed
from viewer.settings import atomic_write, is_same_file
from viewer.window.drafting.draft_dialog import DraftDialog
from viewer.window.drafting.password_dialog import PasswordDialog
from viewer.window.progress import progress_dialog
from viewer.window.wiring import Wired

LOOK_EVERY = 30


Made = TypeVar("Made")
Task = Callable[[Progress, Callable[[], bool]], Made]
"""Work on a report: hears how far it is told to be, and whether it was cancelled."""


class Work(Generic[Made]):
    """A task on one report in a thread of its own; `step` and `done` say how far it is."""

    def __init__(self, path: Path, task: Task[Made]) -> None:
        self.path = path
        self.step, self.done = "read", 0.0
        self.outcome: Made | ViewerError | None = None
        self._task = task
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
            self.outcome = self._task(self._progress, self._cancelled.is_set)
        except ViewerError as error:
            self.outcome = error
        except OSError as error:  # such as no process for the reader
            self.outcome = disk_error(error)

    def _progress(self, step: str, done: float) -> None:
        self.step, self.done = step, done


def reviewed(
    path: Path, progress: Progress, cancelled: Callable[[], bool], *, password: str = ""
) -> DraftReview:
    """Every figure of the report at `path`, proven, those for a meeting kept."""
    pool = pool_of(path, progress=progress, cancelled=cancelled, password=password)
    progress("prove", 1.0)
    return DraftReview.of(pool, _stops(cancelled))


def finished(review: DraftReview, progress: Progress, cancelled: Callable[[], bool]) -> Draft:
    """The draft of what is kept."""
    progress("prove", 1.0)
    return review.draft(_stops(cancelled))


def _beside(report: Path) -> Path:
    """Where a briefing is proposed to stand: beside its report, never in its place."""
    path = report.with_suffix(".yaml")
    return path if path != report else report.with_name(f"{report.stem}-briefing.yaml")


def _stops(cancelled: Callable[[], bool]) -> Callable[[], None]:
    def step() -> None:
        if cancelled():
            raise ViewerError("draft-cancelled")

    return step


class Drafting(QObject):
    """Asks for a report, drafts it beside the window's thread, and shows what came of it."""

    def __init__(self, wired: Wired) -> None:
        super().__init__(wired.window)
        self._wired = wired
        self._work: Work[Any] | None = None
        self._then: Callable[[Any], None] = lambda _: None
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
        words = self._wired.appearance.style.words
        patterns = " ".join(f"*{suffix}" for suffix in suffixes())
        kinds = f"{words('draft-dialog.reports')} ({patterns});;{words('window.files-all')} (*)"
        title, home = words("action.new"), str(Path.home())
        chosen = opening(self._wired.window, words, title, home, kinds).ask()
        if chosen:
            self.draft(Path(chosen))

    def draft(self, path: Path, password: str = "") -> None:
        """Draft the report at `path`, which `password` opens where it is locked."""
        if self._work is not None:
            return
        task: Task[DraftReview] = partial(reviewed, path, password=password)
        self._begin(self._wired.window, path, task, partial(self._show, path))

    def _begin(
        self, over: QWidget, path: Path, task: Task[Made], then: Callable[[Made], None]
    ) -> None:
        """Do a task on the report at `path` with a bar over a window, and `then` what follows."""
        title = self._wired.appearance.style.words("draft-dialog.title")
        bar = progress_dialog(over, "draft-progress", title, path.name)
        self._bar, self._then = bar, then
        bar.canceled.connect(self._drop)
        self._work = Work(path, task)
        self._timer.start()

    def _look(self) -> None:
        work, bar = self._work, self._bar
        if work is None or bar is None:
            return
        if bar.wasCanceled():
            self._drop()
            return
        if not work.over:
            self._show_progress(work, bar)
            return
        self._drop()
        if isinstance(work.outcome, ViewerError):
            if needs_password(work.outcome):
                self._ask_password(work.path, work.outcome)
            else:
                self._wired.filing.tell(work.outcome)
        elif work.outcome is not None:
            self._then(work.outcome)

    def _ask_password(self, path: Path, error: ViewerError) -> None:
        """Ask for the password of a report, and draft it again with what was typed."""
        words = self._wired.appearance.style.words
        wrong = error.code == "draft-wrong-password"
        dialog = PasswordDialog(self._wired.window, words, path.name, wrong=wrong)
        dialog.given.connect(partial(self.draft, path))
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

    def _show_progress(self, work: Work[Any], bar: QProgressDialog) -> None:
        """What is being done, and how far it is; how long a file takes to read nobody knows."""
        words = self._wired.appearance.style.words
        said = words(f"draft-dialog.step-{work.step}", file=work.path.name)
        if bar.labelText() != said:
            bar.setLabelText(said)
            bar.setMaximum(0 if work.step == "read" else 100)
        if work.step != "read":
            bar.setValue(min(99, round(work.done * 100)))

    def _show(self, report: Path, review: DraftReview) -> None:
        dialog = DraftDialog(self._wired.window, review, self._wired.appearance.style)
        dialog.wanted.connect(partial(self._save, report, dialog))
        open_once(dialog)

    def _save(self, report: Path, dialog: DraftDialog) -> None:
        """Ask where the briefing shall stand; the dialog stays until it does."""
        words = self._wired.appearance.style.words
        kinds = f"{words('window.files-briefing')} (*.yaml *.yml)"
        title, name = words("draft-dialog.save"), str(_beside(report))
        chosen = saving(dialog, words, title, name, kinds).ask()
        if not chosen or self._work is not None:
            return
        path = suffixed(chosen, ".yaml", ".yml")
        if is_same_file(report, path):
            error = ViewerError("draft-onto-report", file=path.name)
            dialog.tell(words.of_error(error))
            return
        task: Task[Draft] = partial(finished, dialog.review)
        self._begin(dialog, report, task, partial(self._write, path, dialog))

    def _write(self, path: Path, dialog: DraftDialog, draft: Draft) -> None:
        """Write the briefing and open it."""
        text = write_briefing(draft.briefing, load(draft.briefing.language))
        try:
            atomic_write(path, text.encode("utf-8"))
        except ViewerError as error:
            dialog.tell(self._wired.appearance.style.words.of_error(error))
            return
        dialog.saved()
        if any(note.code == "figures-chosen" for note in draft.notes):
            # The others stay marked in the words; without a report open nothing can be triggered.
            self._wired.window.actions_by_id["coverage"].setChecked(True)
        self._wired.filing.open(path)
