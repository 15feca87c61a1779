"""Opening files: by dialog, by drop, from the recent list, the bundled ones, and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics

from viewer.datafile.nature import report_kind_at, report_kind_within
from viewer.loading import LoadTask, Opened
from viewer.model import OnDisk, ViewerError
from viewer.rendering.filedialog import opening
from viewer.rendering.tips import tip_of
from viewer.resources import bundled
from viewer.settings import Settings
from viewer.settings.file_memory import FileMemory, can_be_opened
from viewer.start_options import SAMPLE
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace, can_be_shown
from viewer.window.issues import ShownIssues
from viewer.window.main import MainWindow
from viewer.window.opening.edit_news import EditNews
from viewer.window.opening.file_watcher import Following
from viewer.window.opening.reload_news import ReloadNews
from viewer.window.view_models import first_to_see

GALLERY = "gallery.yaml"
RECENT_WIDE = 260
"""Pixels that a name, and a folder, of the recent list takes at most."""


class Filing(QObject):
    """Joins the ways to a file with the desk, and says what is wrong with one.

    `opening` tells that another file is about to take the place of what is shown.
    """

    gone = Signal(Path)
    opening = Signal()

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        appearance: WindowAppearance,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._appearance, self._settings = appearance, settings
        self._path: Path | None = None
        self._gone: Path | None = None
        self._news = ""
        self._asked: Path | None = None
        self.may_leave: Callable[[], bool] = lambda: True
        """Asked before another file takes the place of what is shown."""
        self.meets: Callable[[], bool] = lambda: False
        """Told that another program saved the open file; whether edits wait that have to stay."""
        self.edit_news = EditNews(window.issues, workspace, self.say)
        self._reload = ReloadNews(window, workspace, appearance)
        window.dropped.connect(self.open)
        window.topbar.recent.aboutToShow.connect(self.fill_recent)
        window.start.open_asked.connect(self.ask)
        window.start.sample_asked.connect(self.open_sample)
        window.issues.open_anyway.connect(workspace.take_refused)
        window.issues.closed.connect(self._close_issues)
        window.sidebar.proof_asked.connect(self._show_first_issue)
        self._following = Following(self)
        self._following.changed.connect(self._saved)
        self._following.gone.connect(self._say_gone)
        window.closing.connect(self._following.stop)
        workspace.arrived.connect(self._arrived)
        workspace.failed.connect(self._failed)
        appearance.refused.connect(self.tell)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {
            "open": self.ask,
            "reload": self.reload,
            "sample": self.open_sample,
            "gallery": partial(self.open, bundled(GALLERY)),
            "issues": self._toggle_issues,
        }

    def open(self, path: Path, section: str = "", *, drafted: bool = True) -> None:
        """Open a file at a section, or where it was left; what lies on the desk stays until the
        new one proves good. Of a report a briefing is drafted, `drafted` also where only its
        content shows that it is one.
        """
        if report_kind_at(path) is not None:
            self._window.draft_from(path)
            return
        if not self.may_leave():
            return
        self.opening.emit()
        self._path, self._gone = path, None
        self._asked = path if drafted else None  # first: a small file may arrive in this call
        self._following.follow(path)  # before it is read: a save in between counts
        if self._workspace.opened is None:
            self._window.start.show_reading(str(path))
        self._workspace.open(path, section or self._settings.section_of(path))

    def await_reading(self, reading: LoadTask, section: str = "") -> None:
        """Take over a file whose reading began before the window was there."""
        if reading.of_report:  # nobody waits for it as a briefing
            QTimer.singleShot(0, self, partial(self._window.draft_from, reading.path))
            return
        self._path = self._asked = reading.path
        # without patience, as nothing is painted yet; a save since the reading began counts
        self._following.follow(reading.path, patience=0, known=reading.before)
        self._window.start.show_reading(str(reading.path))
        self._workspace.await_reading(reading, section or self._settings.section_of(reading.path))

    def open_sample(self) -> None:
        """Open the briefing that comes with the program."""
        self.open(bundled(SAMPLE))

    def reload(self) -> None:
        """Read the present file again, staying where the reader stands."""
        if self._path is not None:
            self._reload.expect(asked=True)
            self._saved(self._path)

    def ask(self) -> None:
        """Ask for a file."""
        words = self._appearance.style.words
        folder = self._path.parent if self._path else Path.home()
        kinds = f"{words('window.files-briefing')} (*.yaml *.yml);;{words('window.files-all')} (*)"
        chosen = opening(self._window, words, words("action.open"), str(folder), kinds).ask()
        if chosen:
            self.open(Path(chosen))

    def fill_recent(self) -> None:
        """List the files that were open lately."""
        menu, memory = self._window.topbar.recent, FileMemory(self._settings)
        menu.clear()
        menu.setToolTipsVisible(True)  # names and folders are cut in their middle
        for path in memory.recent():
            title = memory.title(path) or path.name
            action = menu.addAction(recent_name(title, path, menu.fontMetrics()))
            action.setToolTip(tip_of(str(path)))
            action.setEnabled(can_be_opened(path))
            action.triggered.connect(partial(self.open, path))
        menu.addSeparator()
        menu.addAction(self._window.actions_by_id["clear-recent"])

    def show_issues(self, shown: bool) -> None:
        """Open or close the list of issues."""
        issues = self._window.issues
        if not shown and self._window.has_focus_in(issues):
            self._window.passage.setFocus()
        if shown and issues.isHidden():
            issues.show()
            wanted, whole = issues.sizeHint().height(), self._window.stack.height()
            self._window.stack.setSizes([max(0, whole - wanted), wanted])
        issues.setVisible(shown)
        self._window.actions_by_id["issues"].setChecked(shown)

    def _show_first_issue(self) -> None:
        """Open the list at the first thing that keeps the proof line from being green."""
        self.show_issues(True)
        shown = self._workspace.refused or self._workspace.opened
        issue = first_to_see(shown.issues) if shown is not None else None
        if issue is not None:
            self._window.issues.go_to(issue)

    def _close_issues(self) -> None:
        self._news = ""
        self.edit_news.forget()
        self.show_issues(False)

    def _toggle_issues(self) -> None:
        self.edit_news.forget()
        shown = self._window.actions_by_id["issues"].isChecked()
        self.show_issues(shown)
        if shown:
            self._window.issues.list.setFocus()

    def _arrived(self, opened: Opened) -> None:
        refused = self._workspace.refused is opened
        self._watch(opened.path)
        self.edit_news.list(
            ShownIssues(
                opened.path.name,
                opened.issues,
                refused=refused,
                showable=can_be_shown(opened),
                kept=self._workspace.opened is not None
                and self._workspace.opened.path == opened.path,
            )
        )
        self._window.start.show_reading("")
        self.show_issues(refused)
        if refused and self._workspace.opened is None:  # there is nothing else to read
            self._window.issues.list.setFocus()
        if not refused:
            self._settings.remember_file(opened.path)
            if opened.briefing is not None:
                FileMemory(self._settings).note_title(opened.path, opened.briefing.title)
            self.say(self._news)
            self.edit_news.say_of(opened)
        if opened.complete:
            self._news = ""
        if refused and self._asked == opened.path and is_report(opened):
            QTimer.singleShot(0, self, partial(self._window.draft_from, opened.path))
        self._asked = None
        self._reload.arrived(opened, refused=refused)
        if self._gone == opened.path:  # deleted while it was being read
            self._say_gone(opened.path)

    def _failed(self, error: ViewerError) -> None:
        if self._path is not None:
            self._watch(self._path)  # it may come back
        self._window.start.show_reading("")
        self.tell(error)

    def tell(self, error: ViewerError, *, above: bool = False) -> None:
        """Say a stop where issues are said: in their place, or `above` those that are listed."""
        said = self._appearance.style.words.of_error(error)
        if not above:
            self.say(said)
            return
        self._window.issues.say_above(said)
        self.show_issues(True)

    def show_notice(self, error: ViewerError) -> None:
        """Say what is not about a file: it stays when the file that is being read arrives."""
        self._news = self._appearance.style.words.of_error(error)
        self.say(self._news)

    def say(self, said: str) -> None:
        """Say in one line what went wrong, where issues are said; nothing when nothing did."""
        if not said:
            return
        name = self._path.name if self._path else ""
        self._window.issues.show_issues(ShownIssues(name, (), stop=said, refused=True))
        self.show_issues(True)

    def _watch(self, path: Path) -> None:
        self._path = path
        self._following.follow(path)

    def _say_gone(self, path: Path) -> None:
        self._gone = path
        self.gone.emit(path)
        self._workspace.stand(OnDisk.GONE)
        said = self._appearance.style.words("window.file-gone", file=path.name)
        self._window.status.show_selection(said)

    def _saved(self, path: Path) -> None:
        """The file was saved: a good new version is shown where the reader stands."""
        self._gone = None
        opened = self._workspace.opened
        if opened is not None and opened.path == path:
            if self.meets():
                return
            self._reload.expect()
            self._workspace.renew(path)
        else:
            self.open(path, drafted=False)  # a report that is saved is not drafted unasked


def is_report(opened: Opened) -> bool:
    """Whether a file that is no briefing is a report by another name."""
    told = any(issue.code == "file-report" for issue in opened.issues)
    return told and report_kind_within(opened.path) is not None


def recent_name(title: str, path: Path, metrics: QFontMetrics) -> str:
    """A file of the recent list: its title, and the path that tells it from its namesakes."""
    middle = Qt.TextElideMode.ElideMiddle
    name = metrics.elidedText(" ".join(title.split()), middle, RECENT_WIDE)
    folder = metrics.elidedText(str(path), middle, RECENT_WIDE)
    return f"{name}  —  {folder}".replace("&", "&&")
