"""Characters that no eye sees: a number is read through them, as a reader of the page does."""

from __future__ import annotations

from typing import NamedTuple

from viewer.model import Span
from viewer.quantities.regex_cache import pattern

_INVISIBLE = (
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a\u202c\u202d"
    "\u2060-\u2066\u2068-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Unicode's Default_Ignorable_Code_Point without the three controls that may turn digits round
(right-to-left override, embedding and isolate)."""


class Visible(NamedTuple):
    """The visible characters of a text; `places[i]` is where the character `i` stood before."""

    text: str
    places: tuple[int, ...]

    def original(self, span: Span) -> Span:
        """The span of the original text; invisible characters at its ends stay outside."""
        if not len(span):
            at = self.places[span.start] if span.start < len(self.places) else self.places[-1] + 1
            return Span(at, at)
        return Span(self.places[span.start], self.places[span.end - 1] + 1)


def visible(text: str) -> Visible | None:
    """The text without its invisible characters; None where it has none, as nearly every text."""
    if pattern(_INVISIBLE).search(text) is None:
        return None
    pieces: list[str] = []
    places: list[int] = []
    start = 0
    for found in pattern(_INVISIBLE).finditer(text):
        pieces.append(text[start : found.start()])
        places.extend(range(start, found.start()))
        start = found.end()
    pieces.append(text[start:])
    places.extend(range(start, len(text)))
    return Visible("".join(pieces), tuple(places))
