"""Follows the open file on the disk, and says when it holds something new."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

LOOK_EVERY = 0.4
"""Seconds between looks. A look is one stat in a thread of its own: unlike a watch of the system it
survives a file that is replaced, deleted and brought back, and a network folder that goes away."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What of a file changes when it is saved; None stands for a file that is not there."""

    modified: int
    size: int
    inode: int


def mark_of(path: Path) -> Mark | None:
    """The present mark of a file."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return Mark(found.st_mtime_ns, found.st_size, found.st_ino)


class Settled:
    """Tells a finished save from one under way: a new mark counts when it was seen twice."""

    def __init__(self, known: Mark | None) -> None:
        self._known = known
        self._seen = known

    def is_gone(self, mark: Mark | None) -> bool:
        """Whether the file was there and is not any more; told once."""
        if mark is not None or self._seen is not None or self._known is None:
            return False
        self._known = None
        return True

    def is_new(self, mark: Mark | None) -> bool:
        """Whether `mark` is a new, finished state of a file that is there."""
        steady = mark == self._seen
        self._seen = mark
        if not steady or mark is None or mark == self._known:
            return False
        self._known = mark
        return True


class Following(QObject):
    """Watches one file at a time; `changed` and `gone` come in the window's thread with its path.

    What was shown of a file that is gone stays; when it is back, that is a change.
    """

    changed = Signal(object)
    gone = Signal(object)

    def __init__(self, parent: QObject | None = None, every: float = LOOK_EVERY) -> None:
        super().__init__(parent)
        self._every = every
        self._stop = threading.Event()

    def follow(self, path: Path) -> None:
        """Watch `path` from now on, and nothing else."""
        self.stop()
        self._stop = threading.Event()
        watch = threading.Thread(
            target=self._watch,
            args=(path, Settled(mark_of(path)), self._stop),
            name="following",
            daemon=True,
        )
        watch.start()

    def stop(self) -> None:
        """Watch nothing."""
        self._stop.set()

    def _watch(self, path: Path, settled: Settled, stop: threading.Event) -> None:
        while not stop.wait(self._every):
            mark = mark_of(path)
            if stop.is_set():
                return
            if settled.is_gone(mark):
                self.gone.emit(path)
            elif settled.is_new(mark):
                self.changed.emit(path)
