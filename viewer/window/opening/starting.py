"""The start page at work, and windows beside this one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess

from viewer.model import ViewerError
from viewer.settings import Settings
from viewer.settings.file_memory import FileMemory, can_be_opened
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace
from viewer.window.main import MainWindow
from viewer.window.opening.file_controller import Filing
from viewer.window.opening.welcome_page import RecentFile

Launch = Callable[[list[str]], bool]


def own_command() -> tuple[str, ...]:
    """The command that starts this program; what knows it is loaded when it is first asked for."""
    from viewer.commands.install_desktop import launcher

    return launcher()


def launch(arguments: list[str]) -> bool:
    """Start this program once more, with a life of its own; whether it started."""
    program, *first = own_command()
    started = QProcess.startDetached(program, [*first, *arguments])
    return bool(started[0] if isinstance(started, tuple) else started)


class Starting(QObject):
    """Fills the start page, does what is asked on it, and opens further windows."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        appearance: WindowAppearance,
        settings: Settings,
        filing: Filing,
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._filing = window, workspace, filing
        self._memory = FileMemory(settings)
        self.launch: Launch = launch
        page = window.start
        page.chosen.connect(filing.open)
        page.draft_asked.connect(window.actions_by_id["new"].trigger)
        page.pinned.connect(self._pin)
        page.removed.connect(self._forget)
        page.cleared.connect(self.clear)
        window.dropped_beside.connect(self.open_beside)
        workspace.briefing_changed.connect(self.refresh)
        workspace.failed.connect(self.refresh)
        appearance.changed.connect(self.refresh)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {"new-window": self._new_window, "clear-recent": self.clear}

    def refresh(self, *_: object) -> None:
        """List the files anew while the page is shown."""
        if self._workspace.briefing is not None:
            return
        rows = (
            RecentFile(
                path, self._memory.title(path), can_be_opened(path), self._memory.is_pinned(path)
            )
            for path in self._memory.recent()
        )
        self._window.start.show_recent(tuple(rows))

    def open_beside(self, path: Path | None) -> None:
        """Open a file in a window of its own; without one, a window at the last file."""
        arguments = ["--new-window", *([str(path.absolute())] if path else [])]
        if not self.launch(arguments):
            self._filing.tell(ViewerError("window-none", program=own_command()[0]))

    def clear(self) -> None:
        """Forget every file that is not pinned."""
        self._memory.clear()
        self.refresh()

    def _new_window(self) -> None:
        opened = self._workspace.opened
        self.open_beside(opened.path if opened else None)

    def _pin(self, path: Path) -> None:
        self._memory.pin(path, not self._memory.is_pinned(path))
        self.refresh()

    def _forget(self, path: Path) -> None:
        self._memory.forget(path)
        self.refresh()
