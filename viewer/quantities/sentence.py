"""Where sentences and clauses of a folded text begin, for what the words around a number say."""

from __future__ import annotations

from bisect import bisect_right

from viewer.quantities.regex_cache import pattern

_STOPS = {"zh": r"[。；！？\n\t]", "en": r"[;\n\t]|[.?!] "}
_CLAUSES = {"zh": r"[，。；！？\n\t：（）]", "en": r"[,;:\n\t()]|[.?!] "}
REACH = 90
"""How far before a number its words are looked for."""
_SENTENCE = 160


class Breaks:
    """Where the sentences and the clauses of a text begin; the text is read once for all of them.

    `language` is `zh` or `en`.
    """

    def __init__(self, text: str, language: str) -> None:
        self._sentences = [one.end() for one in pattern(_STOPS[language]).finditer(text)]
        self._clauses = [one.end() for one in pattern(_CLAUSES[language]).finditer(text)]

    def sentence(self, at: int) -> int:
        """Where the sentence of the character before `at` begins, not further back than 160."""
        return _last(self._sentences, max(0, at - _SENTENCE), at)

    def end(self, at: int) -> int:
        """Where the sentence of the character at `at` ends, not further on than 160."""
        index = bisect_right(self._sentences, at)
        last = self._sentences[index] if index < len(self._sentences) else at + _SENTENCE
        return min(last, at + _SENTENCE)

    def clause(self, at: int) -> int:
        """Where the clause of the character before `at` begins, not further back than `REACH`."""
        return _last(self._clauses, max(0, at - REACH), at)


def _last(starts: list[int], floor: int, at: int) -> int:
    index = bisect_right(starts, at) - 1
    return max(floor, starts[index]) if index >= 0 else floor
