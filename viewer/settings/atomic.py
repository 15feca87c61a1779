"""Writing a file so that it is the old one or the new one, never half of either."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from viewer.model import ViewerError
from viewer.settings.path_status import is_file, is_there, mode_at

if sys.platform != "win32":
    import fcntl

PREFIX, SUFFIX = ".briefing-", ".part"
BACKUP = ".bak"
"""What the name of a file's version before ends with."""
_PRIVATE = 0o600
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_UNKNOWN = frozenset({errno.EINVAL, errno.ENOSYS, errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP})
"""What a file system answers that does not know a call or a mode."""
_PATIENCE, _PAUSE = 3.0, 0.005
"""Seconds that a lock or the reader of a pipe is waited for, and between two tries."""
_TRIES = 200
"""How often Windows is asked for a rename, with a pause of `_PAUSE` between two tries: a second."""
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


def atomic_write(path: Path, data: bytes, *, private: bool = False, backup: bool = False) -> None:
    """Put `data` into the file at `path`, whole or not at all.

    A link is written through, the mode of an old file is kept, and a device or pipe
    (`/dev/stdout`) is written as such. `private` gives the file to its owner alone (0600) whatever
    it was; `backup` leaves the version before as `NAME.bak`, with its mode. What an earlier process
    left half done in the folder is taken away.
    Raises ViewerError `write-*` with the path; the old file then stands as it was.
    """
    try:
        if _is_device(path):  # before links are followed: a pipe's link leads to no path
            _pour(path, data)
            return
        target = Path(os.path.realpath(path))
        if is_there(target) and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        remove_litter(target.parent)
        if backup:
            _back_up(target)
        close_quietly(_replace(target, data, _mode_of(target, private=private)))
    except OSError as error:
        raise write_error(path, error) from error


def write_locked(path: Path, data: bytes) -> int:
    """As `atomic_write` with `private`; the handle of the file, open and locked.

    As long as it is open, `lock` on the file fails in other processes. ViewerError `write-*`.
    """
    try:
        remove_litter(path.parent)
        return _replace(path, data, _PRIVATE)
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


def _mode_of(target: Path, *, private: bool) -> int | None:
    """The mode that the new version is to have; None for that of any new file."""
    if private:
        return _PRIVATE
    mode = mode_at(target)
    return None if mode is None else stat.S_IMODE(mode)


def _back_up(target: Path) -> None:
    """Put the version that stands into `NAME.bak`, whole or not at all."""
    if is_file(target):
        copy = target.with_name(target.name + BACKUP)
        close_quietly(_replace(copy, read_plain(target), _mode_of(target, private=False)))


def _pour(device: Path, data: bytes) -> None:
    """Write into a device or pipe. One that nobody comes to read is given up, with ENXIO."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            number = os.open(device, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
            break
        except OSError as error:
            if error.errno != errno.ENXIO or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)
    os.set_blocking(number, True)
    with os.fdopen(number, "wb") as out:
        out.write(data)


def _replace(target: Path, data: bytes, mode: int | None) -> int:
    """Write a part and give it the name of `target`; the handle of it, still open and locked."""
    number, part = _new_part(target.parent, mode)
    try:
        _fill(number, data, mode)
        if sys.platform == "win32":  # which renames nothing that is open
            os.close(number)
            rename(part, target, _TRIES)
            number = os.open(target, os.O_RDONLY)
        else:  # the lock is held until the part has its name
            rename(part, target)
        _sync_folder(target.parent)
    except BaseException:  # a stop from the keyboard must leave no litter either
        _discard(number, part)
        raise
    return number


def rename(part: Path, target: Path, tries: int = 1) -> None:
    """Give `part` the name of `target`, tried again a moment later where it is not allowed.

    Windows refuses while another program (a scanner of viruses, an index of files) has the target
    open, which lasts some milliseconds. Raises OSError after the last try.
    """
    for _ in range(tries - 1):
        try:
            part.replace(target)
        except PermissionError:
            time.sleep(_PAUSE)
        else:
            return
    part.replace(target)


def _new_part(folder: Path, mode: int | None) -> tuple[int, Path]:
    """A new locked file in `folder`: the lock tells the living from litter.

    It is this process's own: made here (never one that stands there, nor the end of a link), by a
    name that nobody can foretell, and readable to nobody else until its mode is known.
    """
    while True:
        part = folder / f"{PREFIX}{os.urandom(16).hex()}{SUFFIX}"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | getattr(os, "O_BINARY", 0)
        number = os.open(part, flags, 0o666 if mode is None else _PRIVATE)
        try:
            if lock(number, wait=True) and os.fstat(number).st_nlink:
                return number, part
        except OSError:
            _discard(number, part)
            raise
        os.close(number)  # somebody tidied it away before it was locked


def close_quietly(number: int) -> None:
    """Close a file whose bytes are on the disk already: a fault is of no consequence."""
    with contextlib.suppress(OSError):
        os.close(number)


def _discard(number: int, part: Path) -> None:
    close_quietly(number)
    with contextlib.suppress(OSError):
        part.unlink(missing_ok=True)


def _fill(number: int, data: bytes, mode: int | None) -> None:
    """Give a part its mode, then its bytes, and have them on the disk."""
    if sys.platform != "win32" and mode is not None:
        with _where_known():
            os.fchmod(number, mode)
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(number, rest) :]
    with _where_known():
        os.fsync(number)


@contextlib.contextmanager
def _where_known() -> Iterator[None]:
    """Go on where a file system does not know a call: some of networks and of FUSE do not."""
    try:
        yield
    except OSError as error:
        if error.errno not in _UNKNOWN:
            raise


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
    """Remove a part that nobody writes; what is no plain file was never one, and may block."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":  # which refuses to remove what is open
            part.unlink(missing_ok=True)
            return
        with opened_plain(part) as number:
            if number is not None and lock(number, wait=False):
                part.unlink(missing_ok=True)


@contextlib.contextmanager
def opened_plain(path: Path, *, follow: bool = False) -> Iterator[int | None]:
    """A handle to read a plain file by, without waiting for a pipe; None for what is no such file.

    A link is an OSError unless `follow`.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    number = os.open(path, flags if follow else flags | _NO_LINK)
    try:
        yield number if stat.S_ISREG(os.fstat(number).st_mode) else None
    finally:
        os.close(number)


def read_plain(path: Path, most: int = -1) -> bytes:
    """The bytes of a plain file, at most so many; OSError for a pipe, a device or a folder."""
    with opened_plain(path, follow=True) as number:
        if number is None:
            raise OSError(errno.EINVAL, "no plain file", str(path))
        with open(number, "rb", closefd=False) as source:
            return source.read(most)


def lock(number: int, *, wait: bool) -> bool:
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


@contextlib.contextmanager
def locked_folder(folder: Path) -> Iterator[None]:
    """Hold a folder against other processes that do the same, for a reading and a writing.

    One that holds it longer than `_PATIENCE` seconds is stopped or dead: it is not waited for. On
    Windows, where folders cannot be opened, nothing is held.
    """
    if sys.platform == "win32":
        yield
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        until = time.monotonic() + _PATIENCE
        while not lock(number, wait=False) and time.monotonic() < until:
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(number)


def private_folder(folder: Path) -> None:
    """Make a folder of the program's own that nobody else may look into. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if sys.platform != "win32" and stat.S_IMODE(folder.stat().st_mode) != 0o700:
        with contextlib.suppress(OSError):  # of another owner, or on a disk without modes
            folder.chmod(0o700)


def private_opener(path: str, flags: int) -> int:
    """For `open(opener=...)`: a file that is made is its owner's alone; OSError for a pipe."""
    number = os.open(path, flags | getattr(os, "O_NONBLOCK", 0), _PRIVATE)
    if sys.platform != "win32":
        if not stat.S_ISREG(os.fstat(number).st_mode):
            os.close(number)
            raise OSError(errno.EINVAL, "no plain file", path)
        with contextlib.suppress(OSError):
            os.fchmod(number, _PRIVATE)
    return number


def _is_device(path: Path) -> bool:
    mode = mode_at(path)
    return mode is not None and not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)
