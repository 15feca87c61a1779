"""Writing a file so that it is the old one or the new one, never half of either."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from pathlib import Path

from viewer.model import ViewerError

if sys.platform != "win32":
    import fcntl

PREFIX, SUFFIX = ".briefing-", ".part"
_CODES = {
    errno.ENOSPC: "write-no-space",
    errno.EDQUOT: "write-no-space",
    errno.EFBIG: "write-no-space",
    errno.EACCES: "write-not-allowed",
    errno.EPERM: "write-not-allowed",
    errno.EROFS: "write-not-allowed",
    errno.ENOENT: "write-no-folder",
    errno.ENOTDIR: "write-no-folder",
    errno.EISDIR: "write-is-folder",
}


def atomic_write(path: Path, data: bytes) -> None:
    """Put `data` into the file at `path`, whole or not at all.

    A link is written through, the mode of an old file is kept, and a device (`/dev/stdout`) is
    written as such. What an earlier process left half done in the folder is taken away.
    Raises ViewerError `write-*` with the path; the old file then stands as it was.
    """
    try:
        target = Path(os.path.realpath(path))
        if _is_device(target):
            target.write_bytes(data)
            return
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        remove_litter(target.parent)
        _replace(target, data)
    except OSError as error:
        raise write_error(path, error) from error


def remove_litter(folder: Path) -> None:
    """Take away the parts that killed processes left in `folder`; never one still being written."""
    with contextlib.suppress(OSError):
        for part in folder.glob(f"{PREFIX}*{SUFFIX}"):
            _remove_unless_locked(part)


def write_error(path: Path, error: OSError) -> ViewerError:
    """The one plain sentence for a failed write."""
    code = _CODES.get(error.errno or 0, "write-failed")
    return ViewerError(code, path=str(path), why=error.strerror or str(error))


def _replace(target: Path, data: bytes) -> None:
    number, part = _new_part(target.parent)
    try:
        try:
            _fill(number, data, target)
            if sys.platform != "win32":  # the lock is held until the part has its name
                part.replace(target)
        finally:
            with contextlib.suppress(OSError):  # the bytes are on the disk already
                os.close(number)
        if sys.platform == "win32":
            part.replace(target)
        _sync_folder(target.parent)
    except BaseException:  # a stop from the keyboard must leave no litter either
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _new_part(folder: Path) -> tuple[int, Path]:
    """A new locked file in `folder`: the lock tells the living from litter."""
    while True:
        part = folder / f"{PREFIX}{os.urandom(6).hex()}{SUFFIX}"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        number = os.open(part, flags, 0o666)
        try:
            if _lock(number, wait=True) and os.fstat(number).st_nlink:
                return number, part
        except OSError:
            _discard(number, part)
            raise
        os.close(number)  # somebody tidied it away before it was locked


def _discard(number: int, part: Path) -> None:
    with contextlib.suppress(OSError):
        os.close(number)
    with contextlib.suppress(OSError):
        part.unlink(missing_ok=True)


def _fill(number: int, data: bytes, target: Path) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(number, rest) :]
    if sys.platform != "win32" and target.exists():
        os.fchmod(number, stat.S_IMODE(target.stat().st_mode))
    os.fsync(number)


def _sync_folder(folder: Path) -> None:
    """Have the new name survive a power cut, where a folder can be synced."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _remove_unless_locked(part: Path) -> None:
    with contextlib.suppress(OSError):
        if sys.platform == "win32":  # which refuses to remove what is open
            part.unlink(missing_ok=True)
            return
        number = os.open(part, os.O_RDONLY)
        try:
            if _lock(number, wait=False):
                part.unlink(missing_ok=True)
        finally:
            os.close(number)


def _lock(number: int, *, wait: bool) -> bool:
    """Whether the lock was had; where a file system knows no locks, it counts as had."""
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(number, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def _is_device(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()
