"""Follows the open file on the disk, and says when it holds something new."""

from __future__ import annotations

import threading
from pathlib import Path
from queue import SimpleQueue

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.loading import FileState, mark_of

LOOK_EVERY = 0.4
"""Seconds between looks. A look is one stat in a thread of its own: unlike a watch of the system it
survives a file that is replaced, deleted and brought back, and a network folder that goes away."""

PATIENCE = 0.05
"""Seconds that the window waits for the first look: a network folder may never answer one."""


class Settled:
    """Tells a finished save from one under way: a new mark counts when it was seen twice."""

    def __init__(self, known: FileState | None) -> None:
        self._known = known
        self._seen = known

    def is_gone(self, mark: FileState | None) -> bool:
        """Whether the file was there and is not any more; told once."""
        if mark is not None or self._seen is not None or self._known is None:
            return False
        self._known = None
        return True

    def is_new(self, mark: FileState | None) -> bool:
        """Whether `mark` is a new, finished state of a file that is there."""
        steady = mark == self._seen
        self._seen = mark
        if not steady or mark is None or mark == self._known:
            return False
        self._known = mark
        return True


class Looks:
    """The looks at one file, in a thread that may hang in one of them and knows nothing of Qt.

    `news` holds what the window has yet to hear: True for a new version, False for a file gone.
    """

    def __init__(self, path: Path, every: float, known: FileState | None = None) -> None:
        self.path, self._every = path, every
        self._known = known
        self.news: SimpleQueue[bool] = SimpleQueue()
        self.begun, self._over = threading.Event(), threading.Event()
        threading.Thread(target=self._watch, name="following", daemon=True).start()

    def end(self) -> None:
        """Look no more."""
        self._over.set()

    def _watch(self) -> None:
        settled = Settled(self._known or mark_of(self.path))
        self.begun.set()
        while not self._over.wait(self._every):
            mark = mark_of(self.path)
            if settled.is_gone(mark):
                self.news.put(False)
            elif settled.is_new(mark):
                self.news.put(True)


class Following(QObject):
    """Watches one file at a time; `changed` and `gone` come in the window's thread with its path.

    What was shown of a file that is gone stays; when it is back, that is a change. The window
    fetches the news: a signal sent from the thread of the looks could meet a window that is just
    being taken down.
    """

    changed = Signal(object)
    gone = Signal(object)

    def __init__(self, parent: QObject | None = None, every: float = LOOK_EVERY) -> None:
        super().__init__(parent)
        self._every = every
        self.looks: Looks | None = None
        self._fetching = QTimer(self)
        self._fetching.timeout.connect(self._fetch)

    def follow(
        self, path: Path, patience: float = PATIENCE, known: FileState | None = None
    ) -> None:
        """Watch `path` from now on, and nothing else; wait so many seconds for the first look.

        What differs from the state that is `known` is told; without it, from the first look.
        One that is watched already goes on being so: what was saved meanwhile is still to be told.
        """
        if self.looks is not None and self.looks.path == path and self._fetching.isActive():
            return
        self.stop()
        self.looks = Looks(path, self._every, known)
        self.looks.begun.wait(patience)  # what is saved from here on is seen, if the folder answers
        self._fetching.start(round(500 * self._every))

    def stop(self) -> None:
        """Watch nothing."""
        self._fetching.stop()
        if self.looks is not None:
            self.looks.end()

    def _fetch(self) -> None:
        looks = self.looks
        while looks is not None and looks is self.looks and not looks.news.empty():
            (self.changed if looks.news.get() else self.gone).emit(looks.path)
