"""Where sentences and clauses of a folded text begin, for what the words around a number say."""

from __future__ import annotations

_STOPS = {"zh": "。；！？\n\t", "en": ";\n\t"}
_CLAUSES = {"zh": "，。；！？\n\t：（）", "en": ",;:\n\t()"}
_ENDS = (". ", "? ", "! ")
REACH = 90
"""How far before a number its words are looked for."""


def sentence_start(text: str, at: int, language: str, reach: int = 160) -> int:
    """Where the sentence of the character before `at` begins, not further back than `reach`."""
    return _last(text, max(0, at - reach), at, _STOPS[language], language)


def clause_start(text: str, at: int, language: str) -> int:
    """Where the clause of the character before `at` begins."""
    return _last(text, max(0, at - REACH), at, _CLAUSES[language], language)


def _last(text: str, floor: int, at: int, marks: str, language: str) -> int:
    cut = floor
    for mark in marks:
        after = text.rfind(mark, cut, at) + 1
        cut = after or cut
    if language == "en":
        for mark in _ENDS:
            found = text.rfind(mark, cut, at)
            cut = found + 2 if found >= cut else cut
    return cut
