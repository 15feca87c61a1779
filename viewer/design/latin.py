"""Whether a text is in Latin letters: its quotation marks are then narrow, not wide as hanzi."""

from __future__ import annotations

import re

_OTHERS = bytes(code for code in range(256) if not chr(code).isalpha() or code > 127)
"""The bytes that are no letters of ASCII."""
_WIDE = re.compile("[^\x00-\u2e7f]")
"""Hanzi, kana, hangul and their marks; as what is not below them, for that is compiled in a fifth
of the time, and it is compiled before the first paint."""
_MARKS = frozenset("‘’“”…")


def reads_latin(text: str) -> bool:
    """Whether `text` is in Latin letters, a word of hanzi among many of them or none."""
    letters = len(text.encode("ascii", "ignore").translate(None, _OTHERS))
    return letters > 4 * len(_WIDE.findall(text))


def narrows(text: str) -> bool:
    """Whether `text` has marks that its Latin letters want narrow."""
    return not _MARKS.isdisjoint(text) and reads_latin(text)
