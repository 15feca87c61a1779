"""The kinds of report, each with suffixes, first bytes, reader: a new kind is a new row here."""

from __future__ import annotations

from pathlib import PurePath
from typing import NamedTuple

_MB = 1_000_000


class ReportKind(NamedTuple):
    """One kind of report.

    `label` is its name for people, `reader` its reader as `module:function`, `most` the largest
    file in bytes. `signature` is how its files begin, empty for texts, and `container` what else
    begins so. `laid_out` tells that the words stand in a layout, so that the file itself is not
    what its reader sees; `foreign` that libraries of others take part in reading it; `lockable`
    that its reader takes a password too; `converted` that its files are made .docx first.
    """

    name: str
    label: str
    suffixes: tuple[str, ...]
    signature: bytes
    reader: str
    most: int
    laid_out: bool = True
    foreign: bool = True
    container: str = ""
    lockable: bool = False
    converted: bool = False


_READERS = "viewer.draft.readers"
REPORT_KINDS: tuple[ReportKind, ...] = (
    ReportKind(
        "text", "TXT", (".txt", ".text"), b"", f"{_READERS}.plain:read", 24 * _MB, False, False
    ),
    ReportKind(
        "markdown", "Markdown", (".md", ".markdown"), b"",
        f"{_READERS}.markdown:read", 24 * _MB, False,
    ),
    ReportKind(
        "word", "Word", (".docx",), b"PK\x03\x04", f"{_READERS}.word:read", 128 * _MB,
        container="Word / Excel / ZIP",
    ),
    ReportKind(
        "word-97", "Word 97 (.doc)", (".doc", ".wps"), b"\xd0\xcf\x11\xe0",
        f"{_READERS}.word:read", 64 * _MB, converted=True,
    ),
    ReportKind("pdf", "PDF", (".pdf",), b"%PDF", f"{_READERS}.pdf:read", 256 * _MB, lockable=True),
    ReportKind(
        "ofd", "OFD", (".ofd",), b"PK\x03\x04", f"{_READERS}.ofd:read", 128 * _MB,
        container="Word / Excel / ZIP",
    ),
    ReportKind("html", "HTML", (".html", ".htm", ".xhtml"), b"", f"{_READERS}.html:read", 24 * _MB),
)  # fmt: skip

_DOCUMENTS: tuple[tuple[bytes, str], ...] = (
    *((kind.signature, kind.container or kind.label) for kind in REPORT_KINDS if kind.signature),
    (b"{\\rtf", "RTF"),
)
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x7fELF", "ELF"),
    (b"MZ", "EXE"),
)


def kind_of(name: str | PurePath) -> ReportKind | None:
    """The kind of report that a file's suffix names, whatever its case; None for any other."""
    suffix = PurePath(name).suffix.lower()
    return next((kind for kind in REPORT_KINDS if suffix in kind.suffixes), None)


def suffixes() -> tuple[str, ...]:
    """The suffixes of all kinds, in the order of the table."""
    return tuple(suffix for kind in REPORT_KINDS for suffix in kind.suffixes)


def document_label(data: bytes) -> str:
    """What a document is by its first bytes (`PDF`), '' where they are those of no known one."""
    return next((label for begins, label in _DOCUMENTS if data.startswith(begins)), "")


def binary_label(data: bytes) -> str:
    """As `document_label`, for pictures and programs too: whatever is known to be no text."""
    others = (label for begins, label in _OTHERS if data.startswith(begins))
    return document_label(data) or next(others, "")
