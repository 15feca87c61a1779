"""Faults of the disk, one at a time: the n-th call that reaches what is aimed at fails."""

from __future__ import annotations

import builtins
import errno
import glob
import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from tests.budget import is_deep
from tests.project.source import PACKAGE

CALLS = (
    (os, "open"),
    (os, "read"),
    (os, "write"),
    (os, "close"),
    (os, "fsync"),
    (os, "fchmod"),
    (os, "fstat"),
    (os, "replace"),
    (os, "rename"),
    (os, "mkdir"),
    (os, "unlink"),
    (os, "rmdir"),
    (os, "utime"),
    (os, "chmod"),
    (os, "stat"),
    (os, "lstat"),
    (os, "scandir"),
    (os, "access"),
    (io, "open"),
    (builtins, "open"),
)
"""What the program reaches the disk by; `pathlib` calls these by name."""
GLOBBER = getattr(glob, "_StringGlobber", None)
KEPT = ((GLOBBER, "scandir"),) if getattr(GLOBBER, "scandir", None) is os.scandir else ()
"""The function that the `pathlib` of Python 3.13 looks into a folder by: it holds it itself."""
NUMBERS = (errno.EIO, errno.ENOSPC, errno.EACCES)
Sweep = tuple[int, ...]
"""What the calls of a deed fail with, in turn."""

DEEDS = str(Path(__file__).with_name("deeds.py"))

Aim = Callable[[tuple[object, ...]], bool]
"""Whether a call with these arguments, made just now, is aimed at."""


def sweeps(start: int = 0) -> tuple[Sweep, ...]:
    """The sweeps over the calls of a deed: in the deep profile every call fails with each number;
    in the suite once, with the numbers in turn from that of `start`.

    The program asks for the number of a fault only to choose its sentence, and the tables of those
    sentences have tests of their own: whatever the number, a fault goes the same way.
    """
    if is_deep():
        return tuple((number,) for number in NUMBERS)
    start %= len(NUMBERS)
    return (NUMBERS[start:] + NUMBERS[:start],)


def below(folder: Path) -> Aim:
    """At calls on what lies below a folder."""
    return lambda args: _is_path(args) and str(args[0]).startswith(str(folder))


def at(place: str) -> Aim:
    """At calls from one function of the program, `file:function` as the census has it."""
    return lambda _: caller() == place


def caller() -> str:
    """The innermost function of the program that is at work, '' if none is, or one imports."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        file = frame.f_code.co_filename
        if file.startswith("<frozen importlib") or "shibokensupport" in file:
            return ""  # a module is brought in: another time it is in memory already
        if file == DEEDS:
            return ""  # a deed itself, called back by the program
        if file.startswith(f"{PACKAGE}{os.sep}"):
            function = frame.f_code.co_qualname.partition(".<locals>")[0].partition(".<")[0]
            return f"{Path(file).relative_to(PACKAGE).as_posix()}:{function.removeprefix('<')}"
        frame = frame.f_back
    return ""


def _is_path(args: tuple[object, ...]) -> bool:
    return bool(args) and isinstance(args[0], str | os.PathLike)


class Disk:
    """Counts the calls that are aimed at, and fails one of them.

    With `handles` calls by number (write, fsync) count where the file was opened by a call that
    counted; reads and writes of file objects always do.
    """

    def __init__(self, aim: Aim, fail_at: int, number: int, *, handles: bool = False) -> None:
        self._by_handle = handles
        self._aim, self._fail_at, self._number = aim, fail_at, number
        self._handles: set[object] = set()
        self.calls = 0
        self.failed = ""

    def wrapped(self, name: str, plain: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **more: object) -> object:
            meant = self._here(args)
            if name == "close":
                self._handles.discard(args[0])
                plain(*args, **more)  # what cannot be closed in order is closed all the same
            if meant and self.count(name):
                if name == "access":
                    return False
                raise OSError(self._number, os.strerror(self._number), *args[:1])
            if name == "close":
                return None
            made = plain(*args, **more)
            if name == "open" and meant:
                if not isinstance(made, int):
                    return Held(made, self)
                if self._by_handle:
                    self._handles.add(made)
            return made

        return call

    def count(self, name: str) -> bool:
        """Whether this call is the one to fail."""
        self.calls += 1
        if self.calls == self._fail_at:
            self.failed = name
        return self.calls == self._fail_at

    def fail(self, name: str) -> None:
        """Fail a call on an open file, if it is its turn; such an error knows no path."""
        if self.count(name):
            raise OSError(self._number, os.strerror(self._number))

    def _here(self, args: tuple[object, ...]) -> bool:
        return self._aim(args) or bool(
            args and isinstance(args[0], int) and args[0] in self._handles
        )


class Held:
    """An open file object whose reads and writes can fail."""

    def __init__(self, file: object, disk: Disk) -> None:
        self._file, self._disk = file, disk

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)

    def __enter__(self) -> Held:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()  # type: ignore[attr-defined]

    def __iter__(self) -> Held:
        return self

    def __next__(self) -> object:
        self._disk.fail("read")
        return next(self._file)  # type: ignore[call-overload]

    def read(self, *most: int) -> object:
        self._disk.fail("read")
        return self._file.read(*most)  # type: ignore[attr-defined]

    def write(self, data: object) -> object:
        self._disk.fail("write")
        return self._file.write(data)  # type: ignore[attr-defined]


def wrap_calls(patch: pytest.MonkeyPatch, disk: Disk) -> None:
    """Let every call that reaches the disk go through `disk`."""
    for module, name in CALLS:
        patch.setattr(module, name, disk.wrapped(name, getattr(module, name)))
    for kind, name in KEPT:
        patch.setattr(kind, name, staticmethod(disk.wrapped(name, getattr(kind, name))))


def faults(
    aim: Path | Aim, sweep: Sweep, deed: Callable[[], Any], *, some: bool = True
) -> Iterator[tuple[str, Any]]:
    """Do `deed` again and again, the first, second... call failing with the numbers of the sweep
    in turn; the call's name and what the deed returned. Ends when a deed runs through without
    meeting its fault; `some` holds that there was one to meet."""
    by_path = isinstance(aim, Path)
    meant = below(aim) if isinstance(aim, Path) else aim
    for fail_at in range(1, 200):
        disk = Disk(meant, fail_at, sweep[(fail_at - 1) % len(sweep)], handles=by_path)
        with pytest.MonkeyPatch.context() as patch:
            wrap_calls(patch, disk)
            told = deed()
        if not disk.failed:
            assert fail_at > 1 or not some, "nothing was touched"
            return
        yield disk.failed, told
    raise AssertionError("it never ends")


def reached(deed: Callable[[], object]) -> frozenset[str]:
    """The places of the program from which a deed reaches the disk."""
    places: set[str] = set()

    def note(_: tuple[object, ...]) -> bool:
        places.add(caller())
        return False

    disk = Disk(note, 0, 0)
    with pytest.MonkeyPatch.context() as patch:
        wrap_calls(patch, disk)
        deed()
    return frozenset(places - {""})
