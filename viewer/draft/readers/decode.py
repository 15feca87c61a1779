"""The text of a report in plain text, Markdown or HTML, from its bytes."""

from __future__ import annotations

import codecs

from viewer.datafile.encoding import SAMPLE, detected
from viewer.model import ViewerError

_FEW = 3


def decode_report(data: bytes, encoding: str = "") -> str:
    """`data` as text, by `encoding` or by what fits; ViewerError where nothing does.

    A few broken bytes come out as �, so that the rest can be read.
    """
    if encoding:
        return _decode_declared(data, encoding)
    found = detected(data)
    if found is None:
        return _mostly(data, _by_statistics(data))
    return _mostly(data[found.skip :], found.codec)


def _decode_declared(data: bytes, encoding: str) -> str:
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
    few = text.count("\ufffd") <= _FEW + len(text) // 100
    return text if few else _strictly(data, encoding)


def _by_statistics(data: bytes) -> str:
    import chardet

    found = chardet.detect(data[:SAMPLE])["encoding"]
    if found is None:
        raise ViewerError("draft-no-encoding")
    return found
