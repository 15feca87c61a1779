"""The one road from a file to what is shown of it, in five steps; window and commands walk it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from viewer.briefing import Briefing, Issue, ViewerError
from viewer.files import Reading as FileReading
from viewer.files import read_briefing, read_bytes
from viewer.proof import Known, Proof, SectionProof, finish, prove_section

NOTHING_PROVEN = Proof({}, ())


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read. `issues` are all its mistakes by their places.

    `briefing` is None when no section could be read; `complete` is false while the proof has not
    seen every section yet. `digest` tells two
    contents of a file apart, while the program runs.
    """

    path: Path
    digest: int
    briefing: Briefing | None
    proof: Proof
    issues: tuple[Issue, ...]
    complete: bool
    reading: FileReading


def open_briefing(path: Path, first: Callable[[Opened], None] | None = None) -> Opened:
    """Read a data file and prove it; ViewerError when there are no bytes to read.

    `first` is called with what can be shown before the proof is complete: the briefing with its
    first section proven.
    """
    opened = read(path)
    if first is not None and opened.briefing is not None and len(opened.briefing.sections) > 1:
        first(begin(opened))
    return prove(opened)


def read(path: Path) -> Opened:
    """Steps 1 to 4: the briefing with nothing proven yet."""
    # 1. Bytes, capped, from the disk.
    data = read_bytes(path)
    # 2. Text, 3. nodes with their places, 4. values by the table of the format.
    reading = read_briefing(data)
    complete = reading.briefing is None
    return Opened(
        path, hash(data), reading.briefing, NOTHING_PROVEN, reading.issues, complete, reading
    )


def begin(opened: Opened) -> Opened:
    """Step 5 for the first section only."""
    if opened.briefing is None:
        return opened
    known = Known.of(opened.briefing)
    return _with(opened, known, [prove_section(opened.briefing.sections[0], known)], False)


def prove(opened: Opened) -> Opened:
    """Step 5: every quote and its figure, and the checks of the whole file."""
    if opened.briefing is None:
        return opened
    known = Known.of(opened.briefing)
    return _with(opened, known, [prove_section(s, known) for s in opened.briefing.sections], True)


def _with(opened: Opened, known: Known, proven: list[SectionProof], complete: bool) -> Opened:
    proof = finish(known, proven)
    if not complete:
        return replace(opened, proof=proof)
    told = (_placed(issue, opened.reading) for issue in proof.issues)
    mine = (issue for issue in told if not _follows(issue, opened.reading))
    issues = sorted((*opened.issues, *mine), key=lambda issue: issue.place)
    return replace(opened, proof=proof, issues=tuple(issues), complete=True)


def _placed(issue: Issue, reading: FileReading) -> Issue:
    """The issue at the very field its path names; one in a passage has a place of its own."""
    if issue.path.endswith(".passage"):
        return issue
    place = reading.locate(issue.path)
    return issue if place is None else replace(issue, place=place)


def _follows(issue: Issue, reading: FileReading) -> bool:
    """Whether an issue only follows from another: it misses a metric that could not be read."""
    return issue.code.endswith("-unknown") and issue.params.get("id") in reading.lost


class Reading:
    """One file read in a thread of its own; it can begin before Qt is there.

    `first` is set when there is something to show, `outcome` at the end.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.first: Opened | None = None
        self.outcome: Opened | ViewerError | None = None
        self._thread = threading.Thread(target=self._read, name="reading", daemon=True)

    def start(self) -> Reading:
        """Begin; the reading itself."""
        self._thread.start()
        return self

    def wait(self, seconds: float) -> bool:
        """Wait for the end, at most so long; whether it was reached."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _read(self) -> None:
        try:
            self.outcome = open_briefing(self.path, self._show_first)
        except ViewerError as error:
            self.outcome = error

    def _show_first(self, opened: Opened) -> None:
        self.first = opened
