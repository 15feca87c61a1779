"""The talk seen from the desk: it begins where the reader is, and leaves the reader where it ended.

Imported after the first paint, with the charts: both windows of a talk draw them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication

from viewer.loading import Opened
from viewer.model import Key, Severity, ViewerError
from viewer.present.displays.display_chooser import StartOptions
from viewer.present.displays.screen_monitor import Screens
from viewer.present.presentation import NONE, WINDOW, Presentation
from viewer.present.records.question_autosave import leftover_notice
from viewer.present.records.rehearsal import Rehearsal
from viewer.present.session import WORLD
from viewer.settings import Settings, log_file
from viewer.start_options import Start
from viewer.startup.rehearsing import show_rehearsal
from viewer.window.comparing import Comparing
from viewer.window.document_model import number_of, section_named
from viewer.window.editing.edit_controller import Editing
from viewer.window.help.error_dialog import ErrorReporter
from viewer.window.wiring import Wired


class Offer:
    """What was compared in a talk, offered to be kept in its file when the talk is over."""

    def __init__(self, wired: Wired) -> None:
        self._wired = wired
        self._pairs: Sequence[tuple[Key, Key]] = ()
        self._said = ""

    def saved(self, said: str) -> None:
        """Show what was saved of the talk; the offer goes behind it."""
        self._said = said
        self._wired.window.status.show_selection(said)

    def compared(self, pairs: Sequence[tuple[Key, Key]]) -> None:
        """Take the keys of the figures that were compared."""
        self._pairs = pairs

    def show(self, path: Path | None) -> None:
        """Make the offer, where the window still shows the file of the talk."""
        pairs, said = self._pairs, self._said
        self._pairs, self._said = (), ""
        opened, comparing = self._wired.workspace.opened, self._wired.window.findChild(Comparing)
        same = opened is not None and opened.path == path
        if pairs and comparing is not None and same:
            comparing.offer(pairs, said)


class Talking(QObject):
    """Starts talks from the window. While one runs nothing pops up, and nothing moves in it."""

    def __init__(self, wired: Wired, settings: Settings, application: QGuiApplication) -> None:
        super().__init__(wired.window)
        self._wired = wired
        self._waiting: tuple[tuple[str, str], StartOptions] | None = None
        self._path: Path | None = None
        self._rehearsal: Rehearsal | None = None
        self._offer = Offer(wired)
        self._screens = screens = Screens(application, self)
        world = replace(WORLD, workspace=wired.window, folder=log_file().parent)
        self.presentation = Presentation(screens, settings, world, parent=self)
        self.presentation.coming.connect(wired.typed_ahead.hold)
        self.presentation.ended.connect(self._ended)
        self.presentation.rehearsed.connect(self._rehearsed)
        self.presentation.told.connect(wired.filing.say)
        self.presentation.saved.connect(self._offer.saved)
        self.presentation.compared.connect(self._offer.compared)
        self.presentation.comparing.connect(self._comparing)
        self._trouble = application.findChild(ErrorReporter)
        if self._trouble is not None:
            self._trouble.waits.connect(partial(self._notice, "window.talk-trouble"))
        wired.workspace.renewed.connect(self._renewed)
        wired.workspace.arrived.connect(self._arrived)
        wired.filing.gone.connect(self._gone)
        wired.workspace.failed.connect(self._failed)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {
            "present": self.from_start,
            "present-here": self.from_here,
            "present-set-up": self.set_up,
            "rehearse": self.rehearse,
        }

    def from_start(self) -> None:
        """Present from the first section."""
        self._start(("", ""))

    def set_up(self) -> None:
        """Ask for the display and the minutes, then present from the first section."""
        self._start(("", ""), StartOptions(asked=True))

    def from_here(self) -> None:
        """Present from the open section, at the selected figure if there is one."""
        section = self._wired.workspace.section
        key = self._wired.workspace.selection.key
        self._start((section.id if section else "", key))

    def as_asked(self, start: Start) -> None:
        """Present as the command line asks."""
        wishes = StartOptions(
            start.screen, start.minutes, until=start.until, rehearse=start.rehearse
        )
        self._start((start.section, ""), wishes)

    def rehearse(self) -> None:
        """Present from the first section, with the time of each step compared at the end."""
        self._start(("", ""), StartOptions(rehearse=True))

    def _start(self, place: tuple[str, str], wishes: StartOptions = NONE) -> None:
        opened, style = self._wired.workspace.opened, self._wired.appearance.style
        self._waiting = None
        if not self.presentation.running:
            self._wired.typed_ahead.hold()
        if opened is None or opened.briefing is None or not opened.complete:
            self._waiting = place, wishes  # until the file is read and proven
            return
        asked, place = place[0], (section_named(opened.briefing, place[0]), place[1])
        if not self.presentation.running:
            self._path = opened.path
        wishes = replace(wishes, file=self._path)
        try:
            self.presentation.start(opened.briefing, opened.proof.figures, style, place, wishes)
        except ViewerError as error:
            self._wired.filing.tell(error)
        self._say_what_is_not_there(asked if not place[0] else "", wishes.display)
        if self._trouble is not None and self.presentation.running:
            self._trouble.hold()
        self._suspend_edits(self.presentation.running)
        if not self.presentation.running:
            self._wired.typed_ahead.release()

    def _comparing(self, pair: tuple[Key, Key]) -> None:
        """Tell the presenter of a comparison that the window will offer to keep."""
        comparing = self._wired.window.findChild(Comparing)
        if comparing is not None and comparing.is_storable(pair):
            self._notice("present.compared")

    def _suspend_edits(self, held: bool) -> None:
        editing = self._wired.window.findChild(Editing)
        if editing is not None:
            editing.hold(held)

    def _say_what_is_not_there(self, section: str, display: str) -> None:
        """Tell the presenter that the talk began elsewhere than the command line asked."""
        words = self._wired.appearance.style.words
        said = []
        if section:
            said.append(words("window.talk-no-section", name=section))
        if display and display != WINDOW and display not in self._screens.names():
            said.append(words("window.talk-no-display", name=display))
        if said:
            self.presentation.notice(" ".join(said))

    def _ended(self, section: str, key: str) -> None:
        try:
            self._show_end(section, key)
        finally:
            self._suspend_edits(False)
            self._offer.show(self._path)
            rehearsal, self._rehearsal = self._rehearsal, None
            if rehearsal is not None and self._wired.window.isVisible():
                show_rehearsal(self._wired, rehearsal, self._path)
            if self._trouble is not None:
                self._trouble.release()
            if not self._wired.window.isVisible():
                # Closed while the talk ran: a file dialog over it, the last thing seen, is no
                # window whose end ends a program.
                QCoreApplication.quit()

    def _show_end(self, section: str, key: str) -> None:
        workspace, window = self._wired.workspace, self._wired.window
        if key:
            workspace.show_figure(key)
        elif section:
            number = number_of(workspace.briefing, section)
            workspace.show_section(workspace.number if number is None else number)
        window.activateWindow()
        window.passage.setFocus()
        left = leftover_notice(log_file().parent)
        if left is not None:  # nobody looks for a file that nobody named
            self._wired.filing.tell(left)

    def _rehearsed(self, rehearsal: Rehearsal) -> None:
        """Shown when the talk has ended: its minutes can be written then."""
        self._rehearsal = rehearsal

    def _renewed(self) -> None:
        opened, style = self._wired.workspace.opened, self._wired.appearance.style
        if opened is None or opened.briefing is None or not opened.complete:
            return
        if opened.path != self._path:  # another file was opened beside the talk
            return
        try:
            self.presentation.renew(opened.briefing, opened.proof.figures, style)
        except ViewerError:
            self._notice("window.talk-emptied", opened.path)

    def _arrived(self, opened: Opened) -> None:
        waiting, self._waiting = self._waiting, None
        if self._wired.workspace.refused is opened:
            errors = [one for one in opened.issues if one.severity is Severity.ERROR]
            line = errors[0].place.line if errors else 1
            self._notice("window.talk-refused", opened.path, line)
        elif waiting is not None:
            self._start(*waiting)

    def _gone(self, path: Path) -> None:
        self._notice("window.talk-gone", path)

    def _failed(self, error: ViewerError) -> None:
        self._notice("window.talk-unread", Path(str(error.params.get("path", ""))))

    def _notice(self, key: str, path: Path | None = None, line: int = 0) -> None:
        """Tell the presenter; of a file that is not the talk's, nothing."""
        if path is not None and path != self._path:
            return
        path = path or Path()
        said = self._wired.appearance.style.words(key, file=path.name, line=line)
        self.presentation.notice(said)
