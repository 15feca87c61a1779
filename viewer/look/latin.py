"""Whether a text is in Latin letters: its quotation marks are then narrow, not wide as hanzi."""

from __future__ import annotations

import re

_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_RANGES = ((0x2E80, 0x9FFF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
_HANZI = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _RANGES) + "]")
_MARKS = frozenset("‘’“”…")


def reads_latin(text: str) -> bool:
    """Whether `text` is in Latin letters, a word of hanzi among many of them or none."""
    letters = len(_LATIN.findall(text))
    return letters > 4 * len(_HANZI.findall(text))


def narrows(text: str) -> bool:
    """Whether `text` has marks that its Latin letters want narrow."""
    return not _MARKS.isdisjoint(text) and reads_latin(text)
