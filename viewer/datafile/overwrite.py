"""The author's file written over: only where it was understood whole, and only the version read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from viewer.datafile.file_io import read_bytes
from viewer.datafile.nodes import Node
from viewer.datafile.reading import read_briefing
from viewer.model import Briefing, Issue, Severity, ViewerError
from viewer.settings import atomic_write

_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Original:
    """A data file without a single error, as it stands on the disk. Made by `original` alone.

    `text` is `data` decoded strictly, without a byte order mark and with line ends of `\\n`.
    """

    path: Path
    data: bytes
    text: str
    briefing: Briefing
    root: Node

    def encoded(self, text: str) -> bytes:
        """A new version of the file as bytes, with the mark and the line ends that it has."""
        ends = text.replace("\n", "\r\n") if b"\r\n" in self.data else text
        return (_MARK if self.data.startswith(_MARK) else b"") + ends.encode("utf-8")


def original(path: Path, data: bytes) -> Original:
    """The file at `path` whose bytes were read as `data`, to be changed and written over.

    A reader that goes on over mistakes leaves out what it did not understand; written back, that
    would be lost. ViewerError `file-unsound` where there is any error, an encoding other than
    UTF-8 and a file without a briefing among them.
    """
    reading = read_briefing(data)
    require_sound(path, reading.issues)
    assert reading.briefing is not None  # whatever is no briefing has an error
    assert reading.root is not None
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    return Original(path, data, text, reading.briefing, reading.root)


def require_sound(path: Path, issues: Iterable[Issue], code: str = "file-unsound") -> None:
    """ViewerError `code` with the number of errors and the place of the first, if any."""
    errors = [issue for issue in issues if issue.severity is Severity.ERROR]
    if errors:
        place = errors[0].place
        told = {"n": len(errors), "line": place.line, "column": place.column}
        raise ViewerError(code, file=str(path), **told)


def overwrite(old: Original, data: bytes) -> bool:
    """Put a new version over a file; the old one stays as `NAME.bak`. False where both are one.

    ViewerError `file-changed` where the file is no longer the version that was read, or `write-*`;
    the file then stands as it was.
    """
    return replace_version(old.path, old.data, data)


def replace_version(path: Path, before: bytes, data: bytes) -> bool:
    """As `overwrite`, for a file that need not have been understood: `before` is what was read."""
    if data == before:
        return False
    if read_bytes(path) != before:
        raise ViewerError("file-changed", file=str(path))
    atomic_write(path, data, backup=True)
    return True
