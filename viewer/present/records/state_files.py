"""What a talk leaves for the next talk of the same file: small private files of JSON."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import weakref
from collections.abc import Callable, Mapping
from pathlib import Path

from viewer.model import ViewerError
from viewer.settings import (
    atomic_write,
    close_quietly,
    lock,
    opened_plain,
    private_folder,
    read_plain,
    write_locked,
)

MOST = 4_000_000
"""Bytes of a file that is read; a larger one is none of ours."""


class StateFile:
    """The file of one kind for one data file; without a folder or a data file there is none.

    A disk that takes nothing is no reason to stop a talk: then nothing is remembered.
    """

    def __init__(self, folder: Path | None, kind: str, file: Path | None) -> None:
        self.path: Path | None = None
        self._release: Callable[[], object] = lambda: None
        if folder is not None and file is not None:
            told = str(file.absolute()).encode("utf-8", "surrogateescape")
            self.path = folder / f"{kind}-{hashlib.sha256(told).hexdigest()[:16]}.json"

    def read(self) -> dict[str, object]:
        """What was written last; nothing where that is missing or no such file."""
        if self.path is None:
            return {}
        try:
            found = json.loads(read_plain(self.path, MOST))
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def write(self, content: Mapping[str, object]) -> bool:
        """Replace it whole, for its owner alone; whether that was done."""
        return self._store(content, lambda path, data: atomic_write(path, data, private=True))

    def hold(self, content: Mapping[str, object]) -> bool:
        """As `write`; until it is removed, or this process ends, no other finds it `left`."""
        return self._store(content, self._write_locked)

    def left(self) -> dict[str, object]:
        """What a process that is no more left here; nothing where one that runs holds it."""
        if self.path is None:
            return {}
        try:
            with opened_plain(self.path) as number:
                if number is None or not lock(number, wait=False):
                    return {}
        except OSError:
            return {}
        return self.read()

    def _store(self, content: Mapping[str, object], write: Callable[[Path, bytes], object]) -> bool:
        if self.path is None:
            return False
        try:
            private_folder(self.path.parent)
            write(self.path, json.dumps(content).encode())
        except (OSError, ViewerError):
            return False
        return True

    def _write_locked(self, path: Path, data: bytes) -> None:
        if os.name == "nt":  # which replaces nothing that is open
            self._release()
        held = write_locked(path, data)
        self._release()  # only now: the new version is locked already
        self._release = weakref.finalize(self, close_quietly, held)

    def leave(self) -> None:
        """Hold it no longer: the next to look finds what was written last left there."""
        self._release()

    def remove(self) -> None:
        """Take it away."""
        self._release()
        if self.path is not None:
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)
