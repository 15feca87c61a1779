"""Whether a text is in Latin letters: its quotation marks are then narrow, not wide as hanzi."""

from __future__ import annotations

import re

_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_HANZI = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]")

_MARKS = frozenset("‘’“”…")


def reads_latin(text: str) -> bool:
    """Whether `text` is in Latin letters, a word of hanzi among many of them or none."""
    letters = len(_LATIN.findall(text))
    return letters > 4 * len(_HANZI.findall(text))


def narrows(text: str) -> bool:
    """Whether `text` has marks that its Latin letters want narrow."""
    return not _MARKS.isdisjoint(text) and reads_latin(text)
