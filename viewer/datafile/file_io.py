"""The door to the disk: the bytes of a file, capped, or one plain reason why there are none."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from viewer.model import ViewerError

MOST_BYTES = 20 * 2**20
_REASONS = {
    errno.ENOENT: "file-missing",
    errno.ENOTDIR: "file-missing",
    errno.EISDIR: "file-folder",
    errno.EACCES: "file-denied",
    errno.EPERM: "file-denied",
    errno.ENAMETOOLONG: "file-missing",
}


def read_bytes(
    path: str | os.PathLike[str], most: int = MOST_BYTES, *, report: bool = False
) -> bytes:
    """The bytes of a plain file, opened for reading only and without waiting.

    ViewerError: `file-missing`, `file-folder`, `file-denied`, `file-special` (a device or pipe),
    `file-large` (over `most` bytes) or `file-unreadable`, each with the path. For a `report` a
    folder is `report-folder`, which asks for a report instead of a data file.
    """
    try:
        return _read(path, most)
    except ViewerError as error:
        if report and error.code == "file-folder":
            raise ViewerError("report-folder", path=_named(path)) from None
        raise


def _read(path: str | os.PathLike[str], most: int) -> bytes:
    try:
        with _open(path) as source:
            data = source.read(most + 1)
    except ValueError:  # a NUL in the name
        raise ViewerError("file-missing", path=_named(path)) from None
    except OSError as error:
        code = _REASONS.get(error.errno or 0, "file-unreadable")
        raise ViewerError(code, path=_named(path), reason=error.strerror or "") from None
    if len(data) > most:
        raise ViewerError("file-large", path=_named(path), most=most // 2**20)
    return data


def read_head(path: str | os.PathLike[str], most: int) -> bytes:
    """The first bytes of a plain file; none where it cannot be read, which its reader tells."""
    try:
        with _open(path) as source:
            return source.read(most)
    except (OSError, ValueError, ViewerError):
        return b""


def read_stream(stream: BinaryIO | None, most: int = MOST_BYTES) -> bytes:
    """The bytes that come in by standard input; None stands for one that is closed.

    ViewerError: `file-large` or `file-unreadable`, with a dash for the path.
    """
    try:
        data = stream.read(most + 1) if stream is not None else b""
    except OSError as error:
        raise ViewerError("file-unreadable", path="-", reason=error.strerror or "") from None
    if len(data) > most:
        raise ViewerError("file-large", path="-", most=most // 2**20)
    return data


def _open(path: str | os.PathLike[str]) -> _Source:
    return _Source(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY), path)


_BINARY = getattr(os, "O_BINARY", 0)


class _Source:
    """An open file that is known to be a plain one: a pipe or a device might never end."""

    def __init__(self, handle: int, path: str | os.PathLike[str]) -> None:
        self._handle = handle
        self._path = path

    def __enter__(self) -> _Source:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._handle)

    def read(self, most: int) -> bytes:
        """Up to `most` bytes."""
        mode = os.fstat(self._handle).st_mode
        if stat.S_ISDIR(mode):
            raise ViewerError("file-folder", path=_named(self._path), reason="")
        if not stat.S_ISREG(mode):
            raise ViewerError("file-special", path=_named(self._path))
        with open(self._handle, "rb", closefd=False) as source:
            return source.read(most)


def _named(path: str | os.PathLike[str]) -> str:
    return str(Path(path))
