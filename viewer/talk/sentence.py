"""Which words of a passage a step lights, and how large the passage is set for the room."""

from __future__ import annotations

import math
from collections.abc import Callable

from viewer.model import Span

_Ends = Callable[[str, int], bool]

_ENDS = "。！？!?\n"
_CLOSERS = "”’」』）)】》\"'"
_PARTS = "，,；;：:"
_LONG = 48
"""Code points beyond which a sentence is too much to light at once: the clauses then do."""

SMALLEST, LARGEST = 30, 60
"""Type of the passage in pixels on a picture of 1080 lines; the back row reads 28 and more."""


def highlighted_span(text: str, quote: Span) -> Span:
    """The sentence around `quote`; of a long one only the clauses that the quote touches.

    Where a clause is a long list, only the items that it touches.
    """
    lit = sentence_at(text, quote)
    for ends in (_is_part, _is_item):
        if len(lit) > _LONG:
            lit = _trimmed(text, _extended(text, quote, lit, ends))
    return lit


def clause_at(text: str, quote: Span) -> Span:
    """The clause of a sentence, or the clauses, that `quote` touches."""
    return _trimmed(text, _extended(text, quote, sentence_at(text, quote), _is_part))


def sentence_at(text: str, quote: Span) -> Span:
    """The sentence (or sentences, if the quote crosses an end) that holds `quote`.

    An end is 。！？ and the like or a line break, a Latin full stop only before white space, and
    closing quotation marks belong to the sentence they close.
    """
    return _trimmed(text, _extended(text, quote, Span(0, len(text)), _is_end))


def room_type(characters: int, width: float, height: float) -> int:
    """The type size in pixels for a passage of `characters` in a column on 1080 lines.

    The largest at which it fits the column at the room's line height of 1.75; a passage too long
    for that is set at a size that reads well and scrolls.
    """
    for size in range(LARGEST, SMALLEST, -1):
        a_line = max(1, int(width / size))
        # one line in ten is lost to paragraph ends and to breaks that punctuation forbids
        lines = math.ceil(characters / a_line * 1.1) + 1
        if lines * size * 1.75 <= height:
            return size
    return 34 if width >= 34 * 16 else SMALLEST


def _extended(text: str, quote: Span, limit: Span, ends: _Ends) -> Span:
    start, end = quote.start, quote.end
    while start > limit.start and not _parted(text, start, ends):
        start -= 1
    while end < limit.end and not _parted(text, end, ends):
        end += 1
    return Span(start, end)


def _parted(text: str, at: int, ends: _Ends) -> bool:
    """Whether one part of the text ends right before `at` and another begins there."""
    if at >= len(text) or text[at] in _CLOSERS or ends(text, at):
        return False
    before = at - 1
    while before > 0 and text[before] in _CLOSERS:
        before -= 1
    return ends(text, before)


def _is_end(text: str, at: int) -> bool:
    return text[at] in _ENDS or (text[at] == "." and text[at + 1 : at + 2].isspace())


def _is_part(text: str, at: int) -> bool:
    """Whether a clause ends at this character; 1,793 and 12:30 are not parted."""
    return text[at] in _PARTS and not (
        text[at - 1 : at].isdecimal() and text[at + 1 : at + 2].isdecimal()
    )


def _is_item(text: str, at: int) -> bool:
    return text[at] == "、" or _is_part(text, at)


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    if not words.strip():
        return span
    before, after = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
    return Span(span.start + before, span.end - after)
