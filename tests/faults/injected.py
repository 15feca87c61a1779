"""Faults of the disk, one at a time: the n-th call that touches a file under a folder fails."""

from __future__ import annotations

import builtins
import errno
import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

CALLS = (
    (os, "open"),
    (os, "read"),
    (os, "write"),
    (os, "fsync"),
    (os, "fchmod"),
    (os, "replace"),
    (os, "rename"),
    (os, "mkdir"),
    (os, "unlink"),
    (os, "stat"),
    (io, "open"),
    (builtins, "open"),
)
"""What the program reaches the disk by; `pathlib` calls these by name."""
NUMBERS = (errno.EIO, errno.ENOSPC, errno.EACCES)


class Disk:
    """Counts the calls on files under `folder`, and fails one of them.

    Calls by number (write, fsync) count while a file opened there is open, or any is.
    """

    def __init__(self, folder: Path, fail_at: int, number: int) -> None:
        self._folder, self._fail_at, self._number = str(folder), fail_at, number
        self._handles: set[int] = set()
        self.calls = 0
        self.failed = ""

    def wrapped(self, name: str, plain: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **more: object) -> object:
            if self._here(args):
                self.calls += 1
                if self.calls == self._fail_at:
                    self.failed = name
                    raise OSError(self._number, os.strerror(self._number), str(args[0]))
            made = plain(*args, **more)
            if name == "open" and isinstance(made, int) and self._here(args):
                self._handles.add(made)
            return made

        return call

    def _here(self, args: tuple[object, ...]) -> bool:
        first = args[0] if args else None
        if isinstance(first, int):
            return first in self._handles
        return isinstance(first, str | os.PathLike) and str(first).startswith(self._folder)


def faults(folder: Path, number: int, deed: Callable[[], object]) -> Iterator[tuple[str, object]]:
    """Do `deed` again and again, the first, second... call failing; the call's name and what
    the deed returned. Ends when a deed runs through without meeting its fault."""
    for fail_at in range(1, 200):
        disk = Disk(folder, fail_at, number)
        with pytest.MonkeyPatch.context() as patch:
            for module, name in CALLS:
                patch.setattr(module, name, disk.wrapped(name, getattr(module, name)))
            told = deed()
        if not disk.failed:
            assert fail_at > 1, "nothing was touched"
            return
        yield disk.failed, told
    raise AssertionError("it never ends")
