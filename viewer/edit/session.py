"""The corrections of one open file: done, written, undone, done again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from viewer.datafile import read_bytes
from viewer.datafile.overwrite import replace_version
from viewer.edit.applying import Trial, Version, compared, focused, tried
from viewer.edit.history import History
from viewer.edit.merging import merged
from viewer.edit.operations import Operation
from viewer.model import Figure, Issue, Key, ViewerError


class EditRefused(Exception):  # noqa: N818 - the author's mistake, not the program's
    """What an edit would make wrong, in the order of the file; nothing was written."""

    def __init__(self, issues: tuple[Issue, ...]) -> None:
        super().__init__(issues)
        self.issues = issues


@dataclass(slots=True)
class EditSession:
    """Edits the file at `path`, whose `version` is what its reader sees.

    Every edit is written at once, the version before stays as `NAME.bak`.
    """

    path: Path
    version: Version
    history: History
    _alone: tuple[Version, str, Version] | None = None

    @staticmethod
    def of(path: Path, figures: dict[Key, Figure], digest: int) -> EditSession:
        """Begin with the file as it stands on the disk and was read as `digest`.

        ViewerError `edit-file-changed` where it is another one by now, or `file-*`.
        """
        data = _read(path, digest)
        return EditSession(path, Version.of(data, figures), History(data))

    def trial(self, operations: Sequence[Operation], section: str = "") -> Trial:
        """What would come of an edit; of one that stays in `section`, as far as that shows it."""
        version = self.version
        if section:
            if self._alone is None or self._alone[0] is not version or self._alone[1] != section:
                self._alone = version, section, focused(version, section)
            version = self._alone[2]
        return tried(version, operations)

    def perform(self, operations: Sequence[Operation]) -> bool:
        """Do and write an edit; false where it changes nothing.

        Raises EditRefused for what `check` would refuse, ViewerError `edit-conflict` where another
        program changed the same lines meanwhile, or `write-*`.
        """
        name = operations[0].name
        made = self.trial(operations)
        if made.errors:
            raise EditRefused(made.errors)
        met = self.history.met(read_bytes(self.path))
        data = merged(self.version.data, made.version.data, met.head)
        known = made if data == made.version.data else None
        return self._write(met, met.after(name, data), known)

    def undo(self) -> bool:
        """Take back the last edit, whatever others changed since; as `perform`."""
        return self._step(History.undo)

    def redo(self) -> bool:
        """Do again what was taken back last; as `perform`."""
        return self._step(History.redo)

    @property
    def digest(self) -> int:
        """What tells the version of the session from others, as `Opened.digest` does."""
        return hash(self.version.data)

    def seen(self, figures: dict[Key, Figure], digest: int) -> None:
        """The reader sees the version that was read as `digest` from now on; stops as `of`."""
        if digest != self.digest:
            data = _read(self.path, digest)
            self.version = Version.of(data, figures)
            self.history = self.history.met(data)

    def _step(self, step: Callable[[History], History]) -> bool:
        met = self.history.met(read_bytes(self.path))
        return self._write(met, step(met))

    def _write(self, met: History, new: History, made: Trial | None = None) -> bool:
        """Put a version on the disk, if nothing is wrong with it that was not before."""
        if new.head == met.head:
            return False
        made = made or compared(self.version, Version.of(new.head, self.version.figures))
        if met.head != self.history.head and made.errors:
            raise EditRefused(made.errors)
        replace_version(self.path, met.head, new.head)
        self.history, self.version = new, made.version
        return True


def _read(path: Path, digest: int) -> bytes:
    data = read_bytes(path)
    if hash(data) != digest:
        raise ViewerError("edit-file-changed", file=path.name)
    return data
