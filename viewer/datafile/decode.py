"""From bytes to text: UTF-8 is the rule; other encodings are recognised and told how to mend."""

from __future__ import annotations

import codecs
from pathlib import PurePath

from viewer.datafile.encoding import Encoding, detected
from viewer.datafile.issue_collector import Collector
from viewer.datafile.nature import report_label
from viewer.model import Place

_SAMPLE = 64 * 1024
_ASCII = bytes(range(0x80))
_TEXT_BYTES = bytes({*range(256)} - ({*range(0x20)} - {*b"\t\n\r"}))
_LATIN = Encoding("latin-1", "Latin-1 / Windows-1252")


def decode(data: bytes, collector: Collector, name: str | PurePath = "") -> str | None:
    """The text of a file, without a byte order mark; None when it is no text, or a report.

    A file in another encoding is an issue, and is read all the same, so that everything else that
    is wrong with it can be told too.
    """
    kind = report_label(name, data)
    if kind:
        collector.add("file-report", Place(), kind=kind)
        return None
    found = detected(data)
    if found is not None and found.codec.startswith(("utf-16", "utf-32")):
        return _decoded(data, found, Place(), collector)
    body = data.removeprefix(codecs.BOM_UTF8)
    if _looks_binary(body):
        collector.add("file-binary", Place())
        return None
    if found is not None and found.codec == "utf-8":
        return _mended(body, collector) if found.damaged else body.decode("utf-8")
    first = len(body) - len(body.lstrip(_ASCII))  # an earlier character may be UTF-8 by chance
    return _decoded(body, found or _LATIN, _place(body, first), collector)


def _decoded(data: bytes, found: Encoding, place: Place, collector: Collector) -> str:
    collector.add("encoding-other", place, encoding=found.name)
    return data[found.skip :].decode(found.codec, errors="replace")


def _mended(body: bytes, collector: Collector) -> str:
    """The text of UTF-8 with broken bytes: each is �, the first is told."""
    text = body.decode("utf-8", errors="replace")
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        start = error.start
        place, first = _place(body, start), body[start]
        if first == 0xED and body[start + 1 : start + 2] >= b"\xa0":
            collector.add("char-surrogate", place, character="U+D800–DFFF")
        else:
            collector.add("encoding-damaged", place, byte=f"{first:02X}")
    return text


def _looks_binary(body: bytes) -> bool:
    """Whether control bytes are too many for a text with a slip or two."""
    head = body[:_SAMPLE]
    return len(head.translate(None, _TEXT_BYTES)) > max(16, len(head) // 20)


def _place(body: bytes, start: int) -> Place:
    line = body.count(b"\n", 0, start) + 1
    before = body[body.rfind(b"\n", 0, start) + 1 : start]
    return Place(line, len(before.decode("utf-8", errors="replace")) + 1)
