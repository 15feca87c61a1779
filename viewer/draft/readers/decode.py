"""Finds the encoding of a plain text: a mark, UTF-8, or the Chinese encoding that reads best."""

from __future__ import annotations

import codecs
import re

from viewer.model import ViewerError

_SAMPLE = 65_536
_ENOUGH = 0.12
_FEW = 3
_SOUND = 40
"""How many sound characters beyond ASCII vouch for one that is broken."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")

# The most frequent characters of Chinese prose, simplified and traditional, with the punctuation
# and digits around them: a wrong decoding gives rare characters instead.
_FREQUENT = re.compile(
    "[的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可"
    "主发發年动動同工也能下过過子说說产產种種面而方后後多定行学學法所民得经經十三之进進着等部度家"
    "全省市县縣区區公安机機关關万萬亿億元率比增长長数數据據项項实實现現建设設社基业業务務报報加"
    "，。、；：“”（）《》％0-9,.%\n ]"
)


def decode(data: bytes, encoding: str = "") -> str:
    """`data` as text, by `encoding` or by what fits; ViewerError where nothing does.

    A few broken bytes of UTF-8 come out as �, so that the rest can be read.
    """
    if encoding:
        return _as_asked(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, name)
    if _is_utf8(data):
        return _strictly(data, "utf-8")
    return _damaged_utf8(data) or _mostly(data, _best_chinese(data) or _by_statistics(data))


def _as_asked(data: bytes, encoding: str) -> str:
    try:
        codecs.lookup(encoding)
    except LookupError as error:
        raise ViewerError("draft-unknown-encoding", encoding=encoding) from error
    return _strictly(data, encoding)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        at = error.start if isinstance(error, UnicodeDecodeError) else 0
        raise ViewerError("draft-undecodable", encoding=encoding, at=at) from error
    except LookupError as error:  # such as base64, a codec that gives no text
        raise ViewerError("draft-unknown-encoding", encoding=encoding) from error


def _mostly(data: bytes, encoding: str) -> str:
    """The text with its few broken bytes as �; ViewerError where they are more than a few."""
    try:
        text = data.decode(encoding, errors="replace")
    except LookupError:
        return _strictly(data, encoding)
    few = text.count("\ufffd") <= _FEW + len(text) // 10_000
    return text if few else _strictly(data, encoding)


def _is_utf8(data: bytes) -> bool:
    if b"\x00" in data[:_SAMPLE]:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _damaged_utf8(data: bytes) -> str:
    """A text in UTF-8 with a few broken bytes, each as �; empty where that is not what it is.

    A copy that was cut in mid-character is such; in any Chinese encoding it would read as rubbish.
    """
    if b"\x00" in data[:_SAMPLE]:
        return ""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - broken
    return text if sound >= _SOUND * broken else ""


def _best_chinese(data: bytes) -> str:
    """The Chinese encoding whose reading has most frequent characters, empty if none has many."""
    sample = data[:_SAMPLE]
    scores = {name: _share(sample, name) for name in _CANDIDATES}
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] >= _ENOUGH else ""


def _share(sample: bytes, encoding: str) -> float:
    text = codecs.getincrementaldecoder(encoding)("replace").decode(sample)
    # Letters of western text would pass in any encoding: only hanzi vouch for a Chinese one.
    beyond = [character for character in text if character > "\x7f"]
    return len(_FREQUENT.findall("".join(beyond))) / len(beyond) if beyond else 0.0


def _by_statistics(data: bytes) -> str:
    import chardet

    found = chardet.detect(data[:_SAMPLE])["encoding"]
    if found is None:
        raise ViewerError("draft-no-encoding")
    return found
