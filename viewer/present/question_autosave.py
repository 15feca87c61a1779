"""Questions that have no file yet, kept on the disk all the same: no end loses them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from viewer.model import ViewerError
from viewer.settings import atomic_write

UNTOLD = "unsaved-questions-"
TOLD = "questions-"


class Kept:
    """The file of one talk's questions until they are saved where the presenter wants them.

    Without a folder nothing is kept. A disk that takes nothing is no reason to stop a talk: the
    questions are then in memory only, as without this.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._file: Path | None = None

    def keep(self, began: datetime, text: str) -> bool:
        """Write all questions so far, the first asked when it `began`; whether they are written."""
        if self._folder is None:
            return False
        self._file = self._folder / f"{UNTOLD}{began:%Y%m%d-%H%M%S}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            atomic_write(self._file, text.encode())
        except (OSError, ViewerError):
            self._file = None
        return self._file is not None

    def forget(self) -> None:
        """The questions are saved elsewhere."""
        kept, self._file = self._file, None
        if kept is not None:
            try:
                kept.unlink(missing_ok=True)
            except OSError:
                return


def left_behind(folder: Path) -> tuple[Path, ...]:
    """The questions of talks that nobody saved, oldest first; each file is told once."""
    try:
        found = sorted(folder.glob(f"{UNTOLD}*.txt"))
        told = [one.rename(one.with_name(one.name.replace(UNTOLD, TOLD, 1))) for one in found]
    except OSError:
        return ()
    return tuple(told)


def tell_left(folder: Path) -> ViewerError | None:
    """What to say of the questions that are left in `folder`; None when none are."""
    left = left_behind(folder)
    if not left:
        return None
    code = "questions-left" if len(left) == 1 else "questions-left-several"
    return ViewerError(code, path=left[-1], folder=folder, count=len(left))
