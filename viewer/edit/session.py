"""The corrections of one open file: done, written, undone, done again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from viewer.datafile import read_bytes
from viewer.datafile.overwrite import replace_version
from viewer.edit.applying import Attempt, Dropped, compared, tried
from viewer.edit.history import History
from viewer.edit.merging import merged
from viewer.edit.one_section import focused, reread
from viewer.edit.operations import Operation
from viewer.edit.version import Version
from viewer.loading import Opened, opened_as
from viewer.model import Issue, ViewerError
from viewer.pipeline import completed, prove


class EditRefused(Exception):  # noqa: N818 - the author's mistake, not the program's
    """What an edit would make wrong, in the order of the file; nothing was written."""

    def __init__(self, issues: tuple[Issue, ...]) -> None:
        super().__init__(issues)
        self.issues = issues


@dataclass(slots=True)
class EditSession:
    """Edits the file at `path`, whose `version` is what its reader sees.

    Every edit is written at once, the version before stays as `NAME.bak`; with `held` it waits for
    `save`, and `saved` is what stands on the disk as far as is known. `dropped` is
    what the last edit took off charts, since their figures carry it no longer.
    """

    path: Path
    version: Version
    history: History
    dropped: tuple[Dropped, ...] = ()
    held: bool = False
    saved: bytes = b""
    _alone: tuple[Version, str, Version] | None = None

    @staticmethod
    def of(opened: Opened) -> EditSession:
        """Begin with the file as it stands on the disk and was read.

        ViewerError `edit-file-changed` where it is another one by now, or `file-*`.
        """
        data = _read(opened.path, opened.digest)
        return EditSession(opened.path, _version(data, opened), History(data), saved=data)

    @property
    def unsaved(self) -> bool:
        """Whether edits wait to be saved."""
        return self.held and self.history.head != self.saved

    def trial(self, operations: Sequence[Operation], section: str = "") -> Attempt:
        """What would come of an edit; of one that stays in `section`, as far as that shows it."""
        version = self.version
        if section:
            if self._alone is None or self._alone[0] is not version or self._alone[1] != section:
                self._alone = version, section, focused(version, section)
            version = self._alone[2]
        return tried(version, operations)

    def perform(self, operations: Sequence[Operation], base: Version | None = None) -> bool:
        """Do and write an edit; false where it changes nothing. With `base` it was decided by that
        version of the file, and is put together with what others changed since.

        Raises EditRefused for what `check` would refuse, ViewerError `edit-conflict` where another
        program changed the same lines meanwhile, or `write-*`.
        """
        name, base = operations[0].name, base or self.version
        made = tried(base, operations)
        self.dropped = made.dropped
        if made.errors:
            raise EditRefused(made.errors)
        met = self._met()
        data = merged(base.data, made.version.data, met.head)
        known = made if data == made.version.data and base is self.version else None
        return self._write(met, met.after(name, data), known, judged=True)

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

    def seen(self, opened: Opened) -> None:
        """The reader sees another version of the file from now on; stops as `of`."""
        if opened.digest != self.digest:
            data = _read(self.path, opened.digest)
            self.version = _version(data, opened)
            self.history, self.saved = self.history.met(data), data

    def shown(self) -> Opened | None:
        """The version that was made last as it is to be shown; None where all of it has first to be
        read again and proven."""
        version = self.version
        opened = opened_as(self.path, self.digest, version.reading)
        if version.proof is not None:
            return completed(opened, version.proof)
        return prove(opened) if self.held else None

    def _step(self, step: Callable[[History], History]) -> bool:
        met = self._met()
        return self._write(met, step(met))

    def meet(self) -> bool:
        """Put what waits together with what another program saved; false where it saved nothing.

        Raises EditRefused where both together would be wrong, ViewerError `edit-conflict` where it
        changed the same lines.
        """
        met = self._met()
        if met.head == self.history.head:
            return False
        made = compared(self.version, reread(self.version, met.head))
        if made.errors:
            raise EditRefused(made.errors)
        self.history, self.version = met, made.version
        return True

    def save(self, *, over: bool = False) -> None:
        """Write what waits, together with what another program saved meanwhile; `over` that where
        both changed the same lines. As `meet`, or `write-*`."""
        if over:
            self.saved = read_bytes(self.path)
        else:
            self.meet()
        replace_version(self.path, self.saved, self.history.head)
        self.saved = self.history.head

    def _met(self) -> History:
        """The history with what another program saved meanwhile."""
        disk = read_bytes(self.path)
        if not self.held:
            return self.history.met(disk)
        if disk == self.saved:
            return self.history
        both = merged(self.saved, self.history.head, disk)
        self.saved = disk
        return self.history.met(both)

    def _write(
        self, met: History, new: History, made: Attempt | None = None, *, judged: bool = False
    ) -> bool:
        """Put a version on the disk; one that is `judged`, or has what others changed, only if
        nothing is wrong with it that was not before."""
        if new.head == met.head:
            return False
        made = made or compared(self.version, reread(self.version, new.head))
        if made.errors and (judged or met.head != self.history.head):
            raise EditRefused(made.errors)
        if not self.held:
            replace_version(self.path, met.head, new.head)
            self.saved = new.head
        self.history, self.version = new, made.version
        return True


def _version(data: bytes, opened: Opened) -> Version:
    proof = opened.proof if opened.complete else None
    return Version(data, opened.reading, dict(opened.proof.figures), proof)


def _read(path: Path, digest: int) -> bytes:
    data = read_bytes(path)
    if hash(data) != digest:
        raise ViewerError("edit-file-changed", file=path.name)
    return data
