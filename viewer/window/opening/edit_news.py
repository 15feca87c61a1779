"""Says what an edit did beside what was asked for, over each reading of what it wrote."""

from __future__ import annotations

from collections.abc import Callable

from viewer.loading import Opened
from viewer.window.document_model import Workspace
from viewer.window.issues import IssuesPane, ShownIssues


class EditNews:
    """Holds what is to be said of the version that an edit wrote, and the list in whose place it
    stands."""

    def __init__(
        self, pane: IssuesPane, workspace: Workspace, say: Callable[[str], object]
    ) -> None:
        self._pane, self._workspace, self._say = pane, workspace, say
        self._listed = ShownIssues("", ())
        self._digest, self._said = 0, ""

    def say(self, said: str, digest: int) -> None:
        """Say it while the version is shown that `digest` tells, as `Opened.digest` does, or until
        it is closed."""
        self._digest, self._said = digest, said
        self.say_of(self._workspace.opened)

    def list(self, shown: ShownIssues) -> None:
        """Show the issues of a file that was read."""
        self._listed = shown
        self._pane.show_issues(shown)

    def say_of(self, opened: Opened | None) -> None:
        """Say it again, if this is the version."""
        if self._said and opened is not None and opened.digest == self._digest:
            self._say(self._said)

    def forget(self) -> None:
        """It was read: the list has its place again."""
        if self._said:
            self._said = ""
            self._pane.show_issues(self._listed)
