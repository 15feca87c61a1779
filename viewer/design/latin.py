"""Whether the quotation marks of a text are narrow, as Latin letters want, not wide as hanzi."""

from __future__ import annotations

from viewer.language import ENGLISH, paragraph_language

_MARKS = frozenset("‘’“”…")


def reads_latin(text: str) -> bool:
    """Whether a paragraph or a label is written in Latin letters."""
    return paragraph_language(text) == ENGLISH


def narrows(text: str) -> bool:
    """Whether `text` has marks that its Latin letters want narrow."""
    return not _MARKS.isdisjoint(text) and reads_latin(text)
