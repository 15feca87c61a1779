"""The table of report readers: a new kind of report is a new row."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from viewer.draft.readers.radicals import restored
from viewer.draft.readers.report import Report
from viewer.model import ViewerError

Cancelled = Callable[[], bool]
Load = Callable[[bytes, str, Cancelled], Report]

MAX_CHARACTERS = 6_000_000
"""The longest text a draft is made of: some thousand pages, still a file that opens."""

_MB = 1_000_000
_TEXTS = frozenset({"text", "markdown", "html"})
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "Word / ZIP"),
    (b"\xd0\xcf\x11\xe0", "Word 97 (.doc)"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x7fELF", "ELF"),
    (b"MZ\x90", "EXE"),
)
"""How files begin that are no text, whatever their name says."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of report: its suffixes, its reader as `module:function`, the largest file in bytes.

    The function takes the bytes, the encoding asked for (empty: detect), and `cancelled`.
    """

    name: str
    suffixes: tuple[str, ...]
    load: str
    most: int


READERS: tuple[Reader, ...] = (
    Reader("text", (".txt", ".text"), "viewer.draft.readers.plain:read", 24 * _MB),
    Reader("markdown", (".md", ".markdown"), "viewer.draft.readers.markdown:read", 24 * _MB),
    Reader("word", (".docx",), "viewer.draft.readers.word:read", 128 * _MB),
    Reader("pdf", (".pdf",), "viewer.draft.readers.pdf:read", 256 * _MB),
    Reader("html", (".html", ".htm", ".xhtml"), "viewer.draft.readers.html:read", 24 * _MB),
)


def read_report(path: Path, encoding: str = "", cancelled: Cancelled = lambda: False) -> Report:
    """Read the report at `path` by its suffix; `encoding` empty means detect.

    Raises ViewerError where the kind is unknown or the file cannot be read, is too large,
    encrypted, scanned without text, or empty.
    """
    reader = _reader_for(path)
    data = _bytes(path, reader.most)
    if reader.name in _TEXTS:
        _is_text(data, path)
    module, _, function = reader.load.partition(":")
    load: Load = getattr(importlib.import_module(module), function)
    report = _with_characters(load(data, encoding, cancelled))
    _sized(report, path)
    return report


def _with_characters(report: Report) -> Report:
    """The report with characters for radicals: what is copied from a PDF has them in any file."""
    blocks = tuple(
        replace(block, text=said) if (said := restored(block.text)) != block.text else block
        for block in report.blocks
    )
    return replace(report, blocks=blocks, title=restored(report.title))


def _reader_for(path: Path) -> Reader:
    suffix = path.suffix.lower()
    for reader in READERS:
        if suffix in reader.suffixes:
            return reader
    known = " ".join(suffix for reader in READERS for suffix in reader.suffixes)
    raise ViewerError("draft-unknown-kind", file=path.name, known=known)


def _bytes(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as opened:
            data = opened.read(most + 1)
    except OSError as error:
        raise ViewerError(
            "draft-unreadable", file=str(path), reason=error.strerror or str(error)
        ) from error
    if len(data) > most:
        raise ViewerError("draft-too-large", file=path.name, most=most // _MB)
    return data


def _is_text(data: bytes, path: Path) -> None:
    """Refuse what is known to be something else; ViewerError says what."""
    for begins, kind in _SIGNATURES:
        if data.startswith(begins):
            raise ViewerError("draft-misnamed", file=path.name, kind=kind)


def _sized(report: Report, path: Path) -> None:
    length = sum(len(block.text) for block in report.blocks)
    if not length:
        raise ViewerError("draft-empty", file=path.name)
    if length > MAX_CHARACTERS:
        raise ViewerError("draft-too-long", file=path.name, length=length, most=MAX_CHARACTERS)
