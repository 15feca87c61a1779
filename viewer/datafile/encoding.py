"""The encoding of a text, found from its bytes: for data files and for reports alike."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

SAMPLE = 65_536
"""How many bytes are looked at."""

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
    (b"\xef\xbb\xbf", "utf-8", "UTF-8"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)
"""Byte order marks; that of UTF-32 first, as that of UTF-16 is its beginning."""

_CHINESE = (
    ("gb18030", "GBK / GB18030"),
    ("big5hkscs", "Big5"),
    ("utf-16-le", "UTF-16"),
    ("utf-16-be", "UTF-16"),
)
_ENOUGH = 0.12
"""The least share of frequent characters among those beyond ASCII that tells Chinese."""
_SOUND = 4
"""How many sound characters of UTF-8 vouch for one that is broken."""

# The most frequent characters of Chinese prose, simplified and traditional, with the punctuation
# and digits around them: a wrong decoding gives rare characters instead.
_FREQUENT = (
    "[的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可"
    "主发發年动動同工也能下过過子说說产產种種面而方后後多定行学學法所民得经經十三之进進着等部度家"
    "全省市县縣区區公安机機关關万萬亿億元率比增长長数數据據项項实實现現建設设社基业業务務报報加"
    "，。、；：“”（）《》％0-9,.%\n ]"
)
_ASCII = bytes(range(0x80))


class Encoding(NamedTuple):
    """An encoding: Python's name, the name for people, and the bytes of the mark to leave out.

    `damaged` tells that some bytes are not sound in it.
    """

    codec: str
    name: str
    skip: int = 0
    damaged: bool = False


def detected(data: bytes) -> Encoding | None:
    """The Unicode or Chinese encoding that `data` is in; None where it is in neither."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return Encoding(codec, name, len(mark), not _is_sound(data[len(mark) :], codec))
    wide = _by_zeros(data)
    if wide is not None:
        return wide
    unsound = _unsound_at(data, "utf-8")
    if unsound is None:
        return Encoding("utf-8", "UTF-8")
    if _is_half_character(data, unsound) or _is_mostly_utf8(data):
        return Encoding("utf-8", "UTF-8", damaged=True)
    return _chinese(data)


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether far more characters of several bytes are sound than are broken."""
    text = _sample(data).decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return sum(character > "\x7f" for character in text) - broken >= _SOUND * broken


def _is_half_character(data: bytes, at: int) -> bool:
    """Whether the unsound bytes at `at` are a surrogate, which only careless UTF-8 holds."""
    return data[at] == 0xED and data[at + 1 : at + 2] >= b"\xa0"


def _is_sound(data: bytes, codec: str) -> bool:
    return _unsound_at(data, codec) is None


def _unsound_at(data: bytes, codec: str) -> int | None:
    """Where the first byte stands that is not sound in `codec`; None where all are."""
    try:
        data.decode(codec)
    except UnicodeDecodeError as error:
        return error.start
    return None


def _by_zeros(data: bytes) -> Encoding | None:
    """UTF-16 or UTF-32 without a mark, by where the zero bytes stand."""
    head = data[:SAMPLE]
    head = head[: len(head) - len(head) % 4]
    if len(head) < 8 or b"\x00" not in head:
        return None
    quarters = [head[at::4].count(0) * 4 / len(head) for at in range(4)]
    if min(quarters[2:]) > 0.9 and quarters[0] < 0.5:
        return Encoding("utf-32-le", "UTF-32")
    if min(quarters[:2]) > 0.9 and quarters[3] < 0.5:
        return Encoding("utf-32-be", "UTF-32")
    even, odd = (quarters[0] + quarters[2]) / 2, (quarters[1] + quarters[3]) / 2
    if odd > 0.2 and even < 0.02:
        return Encoding("utf-16-le", "UTF-16")
    if even > 0.2 and odd < 0.02:
        return Encoding("utf-16-be", "UTF-16")
    return None


def _chinese(data: bytes) -> Encoding | None:
    """The encoding in which most characters are frequent in Chinese; None if in none many are."""
    sample = _sample(data)
    shares = {row: _share(sample, row[0]) for row in _CHINESE}
    best = max(shares, key=shares.__getitem__)
    if shares[best] < _ENOUGH:
        return None
    return Encoding(*best, damaged=not _is_sound(data, best[0]))


def _share(sample: bytes, codec: str) -> float:
    text = codecs.getincrementaldecoder(codec)("replace").decode(sample)
    # Letters of western text would pass in any encoding: only hanzi vouch for a Chinese one.
    beyond = [character for character in text if character > "\x7f"]
    return len(re.findall(_FREQUENT, "".join(beyond))) / len(beyond) if beyond else 0.0


def _sample(data: bytes) -> bytes:
    """The bytes from where the encoding begins to matter, at an even place."""
    first = len(data) - len(data.lstrip(_ASCII))
    start = max(0, first - 200) & ~1
    return data[start : start + SAMPLE]
