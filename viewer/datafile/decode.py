"""From bytes to text: UTF-8 is the rule; other encodings are recognised and told how to mend."""

from __future__ import annotations

import re
from dataclasses import dataclass

from viewer.datafile.issue_collector import Collector
from viewer.model import Place

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)
"""Byte order marks; that of UTF-32 first, as that of UTF-16 is its beginning."""

_REPORTS = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "Word/Excel/ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word 97"),
    (b"{\\rtf", "RTF"),
)
"""First bytes of what a report comes in; a draft can be made of some of them."""

_SAMPLE = 64 * 1024
_ASCII = bytes(range(0x80))
_TEXT_BYTES = bytes({*range(256)} - ({*range(0x20)} - {*b"\t\n\r"}))
_HANZI = "[\u4e00-\u9fff，。、；：（）“”％]"
_RARE = "[\ue000-\uf8ff\u0400-\u04ff\u3100-\u312f\u2500-\u257f]"
"""Patterns that only a file in another encoding needs compiled."""


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding that a file is in instead of UTF-8: Python's name and what people call it."""

    codec: str
    name: str
    skip: int = 0


def decode(data: bytes, collector: Collector) -> str | None:
    """The text of a file, without a byte order mark; None when it is no text.

    A file in another encoding is an issue, and is read all the same, so that everything else that
    is wrong with it can be told too.
    """
    kind = next((name for mark, name in _REPORTS if data.startswith(mark)), None)
    if kind is not None:
        collector.add("file-report", Place(), kind=kind)
        return None
    guess = _wide(data)
    if guess is not None:
        return _told(data, guess, Place(), collector)
    body = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        return _mended(body, error, collector)
    if _looks_binary(body):
        collector.add("file-binary", Place())
        return None
    return text


def _wide(data: bytes) -> Guess | None:
    """UTF-16 or UTF-32, by its mark or by where its zero bytes stand."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return Guess(codec, name, len(mark))
    return _by_zeros(data)


def _by_zeros(data: bytes) -> Guess | None:
    head = data[:_SAMPLE]
    head = head[: len(head) - len(head) % 4]
    if len(head) < 8 or b"\x00" not in head:
        return None
    quarters = [head[at::4].count(0) * 4 / len(head) for at in range(4)]
    if min(quarters[2:]) > 0.9 and quarters[0] < 0.5:
        return Guess("utf-32-le", "UTF-32")
    if min(quarters[:2]) > 0.9 and quarters[3] < 0.5:
        return Guess("utf-32-be", "UTF-32")
    even, odd = (quarters[0] + quarters[2]) / 2, (quarters[1] + quarters[3]) / 2
    if odd > 0.2 and even < 0.02:
        return Guess("utf-16-le", "UTF-16")
    if even > 0.2 and odd < 0.02:
        return Guess("utf-16-be", "UTF-16")
    return None


def _told(data: bytes, guess: Guess, place: Place, collector: Collector) -> str:
    collector.add("encoding-other", place, encoding=guess.name)
    return data[guess.skip :].decode(guess.codec, errors="replace")


def _mended(body: bytes, error: UnicodeDecodeError, collector: Collector) -> str | None:
    """What a file is that is no UTF-8: Chinese or Latin of another encoding, damaged, binary."""
    if _looks_binary(body):
        collector.add("file-binary", Place())
        return None
    place = _place(body, error.start)
    first = body[error.start]
    if first == 0xED and body[error.start + 1 : error.start + 2] >= b"\xa0":
        collector.add("char-surrogate", place, character="U+D800–DFFF")
        return body.decode("utf-8", errors="replace")
    guess = _chinese(body, error.start)
    if guess is not None:
        return _told(body, guess, _first_beyond_ascii(body), collector)
    if _mostly_utf8(body):
        collector.add("encoding-damaged", place, byte=f"{first:02X}")
        return body.decode("utf-8", errors="replace")
    return _told(
        body, Guess("latin-1", "Latin-1 / Windows-1252"), _first_beyond_ascii(body), collector
    )


def _looks_binary(body: bytes) -> bool:
    """Whether control bytes are too many for a text with a slip or two."""
    head = body[:_SAMPLE]
    return len(head.translate(None, _TEXT_BYTES)) > max(16, len(head) // 20)


def _chinese(body: bytes, start: int) -> Guess | None:
    """GB18030 or Big5, if the bytes that are no UTF-8 read as Chinese in it."""
    sample = body[max(0, start - 200) : start + _SAMPLE]
    best, best_score = None, 0.5
    for codec, name in (("gb18030", "GBK / GB18030"), ("big5", "Big5")):
        text = sample.decode(codec, errors="replace")
        wide = [c for c in text if ord(c) > 0x7F]
        joined = "".join(wide)
        rare = len(re.findall(_RARE, joined)) + joined.count("\ufffd")
        score = (len(re.findall(_HANZI, joined)) - 2 * rare) / max(1, len(wide))
        common = sum(joined.count(c) for c in "的一是不在有和年中人，。")
        if score + common / max(1, len(wide)) > best_score and len(wide) > 1:
            best, best_score = Guess(codec, name), score + common / max(1, len(wide))
    return None if best is not None and _mostly_utf8(body) else best


def _mostly_utf8(body: bytes) -> bool:
    """Whether far more multi-byte characters are sound than are broken."""
    text = body[:_SAMPLE].decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(1 for c in text if ord(c) > 0x7F) - broken
    return sound > 4 * broken


def _first_beyond_ascii(body: bytes) -> Place:
    """Where the encoding begins to matter; a first character may be UTF-8 by chance."""
    return _place(body, len(body) - len(body.lstrip(_ASCII)))


def _place(body: bytes, start: int) -> Place:
    line = body.count(b"\n", 0, start) + 1
    before = body[body.rfind(b"\n", 0, start) + 1 : start]
    return Place(line, len(before.decode("utf-8", errors="replace")) + 1)
