"""Reads a report by its kind: its own plain text here, all else in a process of its own."""

from __future__ import annotations

from pathlib import Path

from viewer.datafile import read_bytes
from viewer.datafile.file_io import read_head
from viewer.datafile.nature import HEAD, is_data_file, report_kind_within
from viewer.datafile.report_kinds import ReportKind, binary_label, kind_of, suffixes
from viewer.draft.readers.child import read_in_child
from viewer.draft.readers.conversion import to_docx
from viewer.draft.readers.loading import Cancelled, load_report
from viewer.draft.readers.report import Report
from viewer.model import ViewerError

_LOCKED = frozenset({"draft-encrypted-pdf", "draft-wrong-password"})
_ZIP = b"PK\x03\x04"
_MOST_CONVERTED = 128_000_000
_NEAR = 500_000
"""The largest file in bytes that is read in this process, by a reader that is our own and linear:
a process of its own would take longer than the reading."""


def read_report(
    path: Path, encoding: str = "", cancelled: Cancelled = lambda: False, password: str = ""
) -> Report:
    """Read the report at `path` by its suffix, or by what stands in it.

    `encoding` empty means detect. `password` opens a file that asks for one: `draft-encrypted-pdf`
    where it is missing, `draft-wrong-password` where another is needed.

    A Word 97 or WPS file is converted by the LibreOffice of this machine, if it has one.

    Raises ViewerError where the kind is unknown, the file is a data file already, or it cannot be
    read, is no regular file, too large, encrypted, scanned without text, empty, or takes more time
    or memory than it may.
    """
    kind = _kind(path)
    data = _bytes(path, kind.most)
    if not kind.signature and (label := binary_label(data)):
        raise ViewerError("draft-misnamed", file=path.name, kind=label)
    if not kind.signature and is_data_file(data[:HEAD]):
        raise ViewerError("draft-briefing", file=path.name)
    try:
        if kind.converted and not data.startswith(_ZIP):  # a .docx may be called .doc
            data = to_docx(data, _MOST_CONVERTED, cancelled)
        if kind.foreign or len(data) > _NEAR:
            return read_in_child(kind, data, encoding, cancelled, password=password)
        return load_report(kind, data, encoding, cancelled, password)
    except ViewerError as error:
        error.params.setdefault("file", path.name)
        raise


def needs_password(error: ViewerError) -> bool:
    """Whether a report could not be read for want of its password."""
    return error.code in _LOCKED


def _bytes(path: Path, most: int) -> bytes:
    """The file's bytes, with the reasons of a report for there being none."""
    try:
        return read_bytes(path, most)
    except ViewerError as error:
        if error.code == "file-large":
            raise ViewerError("draft-too-large", file=path.name, most=most // 1_000_000) from error
        if error.code == "file-folder":
            raise ViewerError("draft-folder", file=path.name) from error
        raise


def _kind(path: Path) -> ReportKind:
    kind = kind_of(path) or report_kind_within(path)
    if kind is None and is_data_file(read_head(path, HEAD)):
        raise ViewerError("draft-briefing", file=path.name)
    if kind is None:
        raise ViewerError("draft-unknown-kind", file=path.name, known=" ".join(suffixes()))
    return kind
