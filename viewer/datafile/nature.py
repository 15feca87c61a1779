"""Whether a file is a report or a data file, by its suffix and what stands in it.

The reader, `check` and the window ask here: a briefing is one whatever its file is named, and what
is no text, or prose without a key, is a report in the place of one.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from viewer.datafile.fields import RECORDS
from viewer.datafile.file_io import read_head
from viewer.datafile.report_kinds import REPORT_KINDS, ReportKind, document_label, kind_of

HEAD = 2**16
"""So many bytes tell what a file is."""
_KEYS = "|".join(field.key for field in RECORDS["briefing"])
_COLON = rb"[ \t]*(?::|\xef\xbc\x9a|\xa3\xba)"
_BRIEFING = re.compile(
    rb"^\W*(briefing%b[ \t]*\W?\d|sections%b[ \t]*(?:#.*)?\r?$)" % (_COLON, _COLON), re.M
)
"""What begins a line of a briefing only: its version, or its sections."""
_STRUCTURE = re.compile(
    rb"^[ \t]*(?:[-?%%{}\[\]&*!|>'\"#@`]|\S{1,40}?%b|(?:%b)\b)" % (_COLON, _KEYS.encode()), re.M
)
"""What prose has on no line: a list, a key, a mark of YAML."""
_YAML = re.compile(rb"[ \t]*(?:[-?][ \t]|[%{}\[\]&*!|>'\"#@`]|[\w-]{1,40}:(?:[ \t]|\r?$))")
"""A line of YAML or of another notation."""
_FEW = 0.5
_LEAST = 24
"""So many bytes are more than a slip."""
_WORDS = re.compile(rb"\S[ \t\r\n]+\S|\xe3\x80\x82|\xa1\xa3")
"""What tells words from one long key: a space between them, or a full stop of Chinese."""
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_MARKS = (
    ("pdf", re.compile(rb"%PDF")),
    ("word-97", re.compile(rb"\xd0\xcf\x11\xe0")),
    ("word", re.compile(rb"PK\x03\x04[\s\S]*?word/")),
    ("ofd", re.compile(rb"PK\x03\x04[\s\S]*?OFD\.xml")),
    ("html", re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)\b", re.I)),
)
"""How the kinds of report begin, whatever their file is named; the first that holds counts."""
_TEXT = next(kind for kind in REPORT_KINDS if kind.name == "text")


def report_label(name: str | PurePath, data: bytes) -> str:
    """What a file is that is no data file, nor meant to be one (`PDF`, `TXT`); else ''."""
    label = document_label(data)
    if label:
        return label
    if not data.strip():
        return ""
    kind = kind_of(name)
    if kind is not None:
        return "" if _is_briefing(data[:HEAD]) else kind.label
    return _TEXT.label if _is_prose(data[:HEAD]) else ""


def report_kind_at(path: PurePath) -> ReportKind | None:
    """The kind of report that a briefing is to be drafted from; None for a briefing, by whatever
    name, and for what no suffix tells to be a report."""
    kind = kind_of(path)
    if kind is None or kind.signature or not _is_briefing(read_head(path, HEAD)):
        return kind
    return None


def report_kind_within(path: PurePath) -> ReportKind | None:
    """The kind of report that stands in a file of any name, by how it begins; None for a data file
    and for what is written like one, or like another notation, in more than a few lines."""
    head = read_head(path, HEAD)
    for name, mark in _MARKS:
        if mark.match(head):
            return next(kind for kind in REPORT_KINDS if kind.name == name)
    lines = [line for line in head.splitlines() if line.strip()]
    like = sum(_YAML.match(line) is not None for line in lines)
    said = _WORDS.search(head) and not _CONTROL.search(head) and not _is_briefing(head)
    return _TEXT if said and not document_label(head) and like <= len(lines) * _FEW else None


def is_data_file(head: bytes) -> bool:
    """Whether a text has both marks of a data file, its version and its sections: no prose has."""
    return len({found.group(1)[:1] for found in _BRIEFING.finditer(head.replace(b"\0", b""))}) > 1


def _is_briefing(head: bytes) -> bool:
    return _BRIEFING.search(head.replace(b"\0", b"")) is not None


def _is_prose(head: bytes) -> bool:
    """Whether a text says something, and has nothing of a data file on any line."""
    told = len(head.strip()) >= _LEAST and _WORDS.search(head) and not _CONTROL.search(head)
    return bool(told) and _STRUCTURE.search(head) is None
