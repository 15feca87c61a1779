"""The first four steps from a file to what is shown of it, and the thread that walks them all.

Nothing here proves: the proof arrives after the words are on the screen.
"""

from __future__ import annotations

import gc
import re
import threading
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Protocol

from viewer.datafile import FileReading, read_briefing, read_bytes
from viewer.datafile.nature import report_kind_at
from viewer.model import Briefing, Issue, Proof, Severity, ViewerError

NOTHING_PROVEN = Proof({}, ())
LONG = 2**18
"""Bytes from which a file's first section is shown before the rest is read."""
PATIENCE = 10.0
"""Seconds after which the rest of a long file is read, complete window or not."""
MANY_VALUES = threading.Lock()
"""Held while hundreds of thousands of values come to stay: to look through them for garbage would
stop the window for 0.1 s."""
_FIRST = re.compile(rb"^sections:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( *)- ", re.M)


class Opened(NamedTuple):
    """A file that was read. `issues` are all its mistakes by their places.

    `briefing` is None when no section could be read; `complete` is false while the proof has not
    seen every section yet. `digest` tells two contents of a file apart, while the program runs.
    """

    path: Path
    digest: int
    briefing: Briefing | None
    proof: Proof
    issues: tuple[Issue, ...]
    complete: bool
    reading: FileReading


class Prover(Protocol):
    """What proves a briefing that was read: its first section only, or all of it."""

    def begin(self, opened: Opened) -> Opened:
        """`opened` with its first section proven."""

    def prove(self, opened: Opened) -> Opened:
        """`opened` with everything proven and checked."""

    def only_proven(self, opened: Opened) -> Opened:
        """`opened` without the figures that did not agree with their words."""


class LateProver:
    """A prover that arrives after the first paint; whoever asks it earlier waits.

    `quiet` is set when the window is complete: the rest of a long file waits for it, as two
    threads that both work in Python would make every answer of the window late.
    """

    def __init__(self) -> None:
        self.quiet = threading.Event()
        self._there = threading.Event()
        self._prover: Prover | None = None

    def arrive(self, prover: Prover) -> None:
        """Be this prover from now on."""
        self._prover = prover
        self._there.set()

    def begin(self, opened: Opened) -> Opened:
        """As `Prover.begin`, once there is one."""
        return self._arrived().begin(opened)

    def prove(self, opened: Opened) -> Opened:
        """As `Prover.prove`, once there is one."""
        return self._arrived().prove(opened)

    def only_proven(self, opened: Opened) -> Opened:
        """As `Prover.only_proven`, once there is one."""
        return self._arrived().only_proven(opened)

    def _arrived(self) -> Prover:
        self._there.wait()
        assert self._prover is not None
        return self._prover


def read(path: Path) -> Opened:
    """Steps 1 to 4: the briefing with nothing proven yet; ViewerError when there are no bytes."""
    # 1. Bytes, capped, from the disk.
    return opened_from(path, read_bytes(path))


def opened_from(path: Path, data: bytes) -> Opened:
    """Steps 2 to 4 on the bytes of a file."""
    # 2. Text, 3. nodes with their places, 4. values by the table of the format.
    return opened_as(path, hash(data), read_briefing(data, path))


def opened_as(path: Path, digest: int, reading: FileReading) -> Opened:
    """A file as it was read, with nothing proven yet."""
    complete = reading.briefing is None
    return Opened(path, digest, reading.briefing, NOTHING_PROVEN, reading.issues, complete, reading)


def head_of(data: bytes) -> bytes | None:
    """A long file up to its second section, by the lines alone; None where they do not tell."""
    first = _FIRST.search(data)
    if first is None:
        return None
    end = data.find(b"\n" + first[1] + b"- ", first.end())
    return data[: end + 1] if end > 0 else None


class FileState(NamedTuple):
    """What of a file changes when it is saved; None stands for a file that is not there."""

    modified: int
    size: int
    inode: int


def mark_of(path: Path) -> FileState | None:
    """The present mark of a file."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return FileState(found.st_mtime_ns, found.st_size, found.st_ino)


class LoadTask:
    """One file read in a thread of its own; it can begin before Qt is there. Nothing is read anew
    where it still holds what is `known` of it.

    `before` is the state of the file just before it was read, `seen` the newest one that can be
    shown, `outcome` is set at the end.
    """

    def __init__(
        self,
        path: Path,
        prover: Prover,
        quiet: threading.Event | None = None,
        known: Opened | None = None,
    ) -> None:
        self.path = path
        self._known = known
        self._quiet = quiet
        self.before: FileState | None = None
        self.seen: Opened | None = None
        self.outcome: Opened | ViewerError | None = None
        self._prover = prover
        self._something = threading.Event()
        self._thread = threading.Thread(target=self._read, name="reading", daemon=True)

    def start(self) -> LoadTask:
        """Begin; the reading itself."""
        self._thread.start()
        return self

    def wait(self, seconds: float) -> bool:
        """Wait for the end, at most so long; whether it was reached."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def wait_for_something(self, seconds: float) -> None:
        """Wait until there is a state to be shown, or an outcome, at most so long; for a report,
        of which nothing is shown before a briefing is drafted from it, not at all.
        """
        if not self.of_report:
            self._something.wait(seconds)

    @cached_property
    def of_report(self) -> bool:
        """Whether the file is a report and no briefing; its head is looked at once."""
        return report_kind_at(self.path) is not None

    def _read(self) -> None:
        try:
            self.outcome = self._walk()
        except ViewerError as error:
            self.outcome = error
        finally:
            self._something.set()

    def _walk(self) -> Opened:
        self.before = mark_of(self.path)
        data, known = read_bytes(self.path), self._known
        if known is not None and known.complete and hash(data) == known.digest:
            return known  # saved as it was
        if len(data) <= LONG:
            return self._whole(data)
        self._begin(data)
        if self._quiet is not None:
            self._quiet.wait(PATIENCE)
        with MANY_VALUES:
            whole = self._whole(data)
            gc.freeze()
            return whole

    def _whole(self, data: bytes) -> Opened:
        opened = opened_from(self.path, data)
        self._show(opened)
        return self._prover.prove(opened)

    def _begin(self, data: bytes) -> None:
        """Show the first section, and then its figures, before the rest is looked at."""
        head = head_of(data)
        if head is not None and self._show(opened := opened_from(self.path, head)):
            self._show(self._prover.begin(opened))

    def _show(self, opened: Opened) -> bool:
        """Let `opened` be seen if nothing speaks against it so far; whether it is."""
        errors = any(issue.severity is Severity.ERROR for issue in opened.issues)
        if opened.briefing is None or errors:
            return False
        self.seen = opened
        self._something.set()
        return True
