"""Questions that have no file yet, kept on the disk all the same: no end loses them."""

from __future__ import annotations

import contextlib
import os
import time
import weakref
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from viewer.model import ViewerError
from viewer.settings import (
    close_quietly,
    is_there,
    lock,
    opened_plain,
    private_folder,
    write_locked,
)

UNTOLD = "unsaved-questions-"
TOLD = "questions-"
KEPT_DAYS = 30
"""How long questions stay that were told of at a start: they are words of the room."""
_NAMES = 100


class QuestionAutosave:
    """The file of one talk's questions until they are saved where the presenter wants them.

    The file is locked as long as its talk runs, so that no other window takes it for one that was
    left behind. Without a folder nothing is kept. A disk that takes nothing is no reason to stop a
    talk: the questions are then in memory only, as without this.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._file: Path | None = None
        self._release: Callable[[], object] = lambda: None

    @property
    def path(self) -> Path | None:
        """The file that holds them now; None where there is none."""
        return self._file

    def keep(self, began: datetime, text: str) -> bool:
        """Write all questions so far, the first asked when it `began`; whether they are written."""
        if self._folder is None:
            return False
        try:
            private_folder(self._folder)
            self._file = self._file or _free(self._folder / f"{UNTOLD}{began:%Y%m%d-%H%M%S}.txt")
            if os.name == "nt":  # which replaces nothing that is open
                self._release()
            held = write_locked(self._file, text.encode())
        except (OSError, ViewerError):
            return False
        self._release()  # only now: the new version is locked already
        self._release = weakref.finalize(self, close_quietly, held)
        return True

    def forget(self) -> None:
        """The questions are saved elsewhere."""
        kept, self._file = self._file, None
        self._release()
        if kept is not None:
            try:
                kept.unlink(missing_ok=True)
            except OSError:
                return


def left_behind(folder: Path) -> tuple[Path, ...]:
    """The questions of talks that nobody saved, oldest first; each file is told once.

    Those of a talk that is still running, in this window or another, are not among them. What was
    told of `KEPT_DAYS` ago is removed.
    """
    _remove_old(folder)
    found: list[Path] = []
    with contextlib.suppress(OSError):
        for one in sorted(folder.glob(f"{UNTOLD}*.txt")):
            found += _claimed(one)
    return tuple(found)


def leftover_notice(folder: Path) -> ViewerError | None:
    """What to say of the questions that are left in `folder`; None when none are."""
    left = left_behind(folder)
    if not left:
        return None
    code = "questions-left" if len(left) == 1 else "questions-left-several"
    return ViewerError(code, path=left[-1], folder=folder, count=len(left), days=KEPT_DAYS)


def _claimed(file: Path) -> Iterator[Path]:
    """The file under the name of one that was told, if no running talk holds it."""
    with contextlib.suppress(OSError), opened_plain(file) as number:
        if number is not None and lock(number, wait=False):
            told = _free(file.with_name(file.name.replace(UNTOLD, TOLD, 1)))
            file.rename(told)
            with contextlib.suppress(OSError):
                os.utime(told)  # its days begin now
            yield told


def _remove_old(folder: Path) -> None:
    now = time.time()
    with contextlib.suppress(OSError):
        for told in folder.glob(f"{TOLD}*.txt"):
            if now - told.stat().st_mtime > KEPT_DAYS * 86_400:
                told.unlink(missing_ok=True)


def _free(file: Path) -> Path:
    """The file, or one of a like name where it is there already."""
    names = (file.with_stem(f"{file.stem}-{number}") for number in range(2, _NAMES))
    return next((one for one in (file, *names) if not is_there(one)), file)
