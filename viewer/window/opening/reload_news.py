"""Says that the open file was read again: after Ctrl+R, and when another program saved it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from viewer.loading import Opened
from viewer.rendering.announce import announce
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace
from viewer.window.main import MainWindow


class ReloadNews(QObject):
    """Waits for a newer version; one that was saved as it is (by an edit of this window, or for
    nothing) is told only to who asked."""

    def __init__(
        self, window: MainWindow, workspace: Workspace, appearance: WindowAppearance
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._appearance = window, workspace, appearance
        self._waiting = self._asked = False
        workspace.unchanged.connect(self._unchanged)

    def expect(self, *, asked: bool = False) -> None:
        """A version is being read: because the reader `asked`, or because it was saved."""
        self._waiting, self._asked = True, self._asked or asked

    def arrived(self, opened: Opened, *, refused: bool) -> None:
        """Say that it was read; what is selected stays said unless the reader asked."""
        if not opened.complete:
            return
        waiting, asked = self._waiting and not refused, self._asked
        self._waiting = self._asked = False
        if not waiting:
            return
        said = self._appearance.style.words("window.reloaded", file=opened.path.name)
        if asked or not self._workspace.selection.key:
            self._window.status.show_selection(said)
        else:
            announce(self._window, said)

    def _unchanged(self) -> None:
        self._waiting = self._asked
