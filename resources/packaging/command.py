"""What the commands that make bundles, kits and releases share: options, room, and how they end."""

from __future__ import annotations

import argparse
import errno
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from wheels import StopError

MAKING = ".making-"
"""How the folder begins in which something is made, inside the one that it is made for."""
LEAST_SPACE = 1_500_000_000
"""Bytes that the folder of a bundle, its parts and both archives take while they are made."""


def parser_of(doc: str | None) -> argparse.ArgumentParser:
    """The options that every command has; `doc` is the text at the head of its module."""
    parser = argparse.ArgumentParser(description=doc.splitlines()[0] if doc else "")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--wheels", type=Path)
    return parser


def bundle_options(parser: argparse.ArgumentParser) -> None:
    """What a bundle is made from, beside wheels."""
    parser.add_argument("--python", type=Path)
    parser.add_argument("--libraries", type=Path, default=Path("/"))


def finish(make: Callable[[], object], out: Path) -> int:
    """Make something and print what it is; 0, or 2 with one line on standard error."""
    try:
        print(make())
    except StopError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(plain(error, out), file=sys.stderr)
        return 2
    return 0


def plain(error: OSError, target: Path) -> str:
    """A failure of the disk in one line that says what to do."""
    where = error.filename or target
    if MAKING in str(where):  # a folder of our own inside the one that was named
        where = target
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"There is no space left at {where}: about {LEAST_SPACE // 10**6} MB are needed."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{where} cannot be written. Please name another folder with --out."
    return f"{where}: {error.strerror}"


def check_space(out: Path, least: int = LEAST_SPACE) -> None:
    """StopError where the disk of `out` is too full to begin."""
    free = shutil.disk_usage(out).free
    if free < least:
        raise StopError(
            f"There is no space at {out}: {least // 10**6} MB are needed, {free // 10**6} are free."
        )
