"""What stands at a path: an answer, or OSError where the disk gives none.

A path's own `exists`, `is_file` and `is_dir` say no there, from Python 3.14 on: a file would be
written over, or left without its backup, because nobody could see it.
"""

from __future__ import annotations

import errno
import stat
from pathlib import Path

_NOTHING = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EBADF, errno.ELOOP})
_NOTHING_ON_WINDOWS = frozenset({21, 123, 1921})
"""A drive that is not ready, a name that cannot be, a link that leads nowhere."""


def mode_at(path: Path) -> int | None:
    """The kind and the rights of what stands at a path, links followed; None for nothing."""
    try:
        return path.stat().st_mode
    except ValueError:  # no path: it holds a NUL
        return None
    except OSError as error:
        told = getattr(error, "winerror", None)
        if error.errno in _NOTHING or told in _NOTHING_ON_WINDOWS:
            return None
        raise


def is_there(path: Path) -> bool:
    """Whether anything stands at a path."""
    return mode_at(path) is not None


def is_file(path: Path) -> bool:
    """Whether a file stands at a path."""
    return stat.S_ISREG(mode_at(path) or 0)


def is_folder(path: Path) -> bool:
    """Whether a folder stands at a path."""
    return stat.S_ISDIR(mode_at(path) or 0)


def is_same_file(path: Path, other: Path) -> bool:
    """Whether what stands at a path stands at another one too, where anything may stand."""
    return is_there(other) and path.samefile(other)
