"""Reads a report in a process of its own, under a budget of memory and time, and ends it at once.

A damaged or hostile file costs the reading process, never the window: libraries crash, loop and
fill the memory there.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from viewer.datafile.report_kinds import ReportKind
from viewer.draft.readers.loading import Cancelled
from viewer.draft.readers.report import Report
from viewer.draft.readers.transfer import loaded, password_line
from viewer.model import ViewerError

_LOOK_EVERY = 0.03
"""Seconds between two looks at whether the reading was cancelled."""
_GB = 2**30
_PATIENCE = 3
"""How much longer than its processor time a process may take on a busy machine."""
_NO_MEMORY = frozenset(
    -getattr(signal, name) for name in ("SIGABRT", "SIGKILL") if hasattr(signal, name)
)
"""Exit codes for want of memory: PDFium aborts where an allocation is refused, a system without
memory kills."""
_ROOT = Path(__file__).parents[3]
_alive: set[subprocess.Popen[bytes]] = set()


@dataclass(frozen=True, slots=True)
class Budget:
    """What a reading may take: bytes of address space, and seconds of processor time.

    Where the system counts no processor time (Windows), the seconds are those of a clock.
    """

    memory: int
    seconds: int

    @classmethod
    def of(cls, size: int) -> Budget:
        """The budget of a file of `size` bytes: a page takes a fifth of a second, and a Word file
        much memory once it is unpacked.
        """
        return cls(min(3 * _GB, _GB + 20 * size), min(300, 30 + size // 10_000))


def read_in_child(
    kind: ReportKind,
    data: bytes,
    encoding: str,
    cancelled: Cancelled,
    budget: Budget | None = None,
    password: str = "",
) -> Report:
    """The report in `data`, read by a process that lives no longer than this call.

    The password goes to it with the file: the arguments of a process are for all to see.

    Raises ViewerError: as the reader does, `draft-cancelled`, `draft-over-time`,
    `draft-over-memory`, or `draft-reader-crashed` for a process that ended otherwise.
    """
    allowed = budget or Budget.of(len(data))
    process = _started(kind, encoding, allowed)
    feeding = threading.Thread(
        target=_write_pipe, args=(process.stdin, [password_line(password), data]), daemon=True
    )
    process.stdin = None  # now the thread's
    feeding.start()
    try:
        output = _finished(process, cancelled, allowed)
    finally:
        process.kill()
        process.wait()
        feeding.join()
        if process.stdout is not None:
            process.stdout.close()
        _alive.discard(process)
    _raise_for_exit(process.returncode, allowed)
    try:
        return loaded(output)
    except ValueError as error:
        raise ViewerError("draft-reader-crashed") from error


def _started(kind: ReportKind, encoding: str, budget: Budget) -> subprocess.Popen[bytes]:
    known = filter(None, (str(_ROOT), os.environ.get("PYTHONPATH")))
    limits = (str(budget.memory), str(budget.seconds), str(os.getpid()))
    command = [sys.executable, "-P", "-m", "viewer.draft.readers.worker", kind.name, encoding]
    process = subprocess.Popen(
        [*command, *limits],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(known)},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    _alive.add(process)
    return process


def _finished(process: subprocess.Popen[bytes], cancelled: Cancelled, budget: Budget) -> bytes:
    """What the process wrote until it ended; ViewerError where that is cancelled or too late."""
    counted = sys.platform != "win32"
    deadline = time.monotonic() + budget.seconds * (_PATIENCE if counted else 1)
    while True:
        if cancelled():
            raise ViewerError("draft-cancelled")
        if time.monotonic() > deadline:
            raise ViewerError("draft-over-time", seconds=budget.seconds)
        try:
            return process.communicate(timeout=_LOOK_EVERY)[0]
        except subprocess.TimeoutExpired:
            continue


def _raise_for_exit(code: int, budget: Budget) -> None:
    """Raise ViewerError for a process that was ended by the system."""
    if code == -getattr(signal, "SIGXCPU", 0):
        raise ViewerError("draft-over-time", seconds=budget.seconds)
    if code in _NO_MEMORY:
        raise ViewerError("draft-over-memory")
    if code:
        raise ViewerError("draft-reader-crashed")


def _write_pipe(pipe: IO[bytes] | None, pieces: Sequence[bytes]) -> None:
    """Write the file to the process; one that has ended needs no more of it."""
    if pipe is not None:
        with contextlib.suppress(OSError), pipe:
            pipe.writelines(pieces)


@atexit.register
def _end_all() -> None:
    for process in list(_alive):
        process.kill()
