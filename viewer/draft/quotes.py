"""The shortest words of a passage that name one figure, stand there once, and read as words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from viewer.draft.clauses import Clauses
from viewer.language import ENGLISH, paragraph_language
from viewer.model import Span

_LONGEST = 64
_BEFORE, _AFTER = 26, 12
_ENOUGH_WORDS = 4
_MOST = 240
_MOST_NEIGHBOURS = 5
"""How many clauses on either side a quote may take in before it is cut by characters."""
_PARTED = ("\t", "|", "  ")
"""What stands between the cells of a row."""
_LATIN = 2
"""How many letters of Latin script say as much as one character of Chinese, about."""
_EDGES = " \t\n\u3000\xa0，,。.；;：:、！？!?…"
_KEPT_BEFORE = "”’》）"
_WORD = re.compile(r"[^\W\d_]")
_RUN = re.compile(r"[0-9A-Za-z.,%]")


def quote(clauses: Clauses, figure: Span, rivals: Iterable[Span] = ()) -> Span | None:
    """A span of the passage that holds `figure`, none of `rivals`, and stands once.

    The clause of the figure where that is enough, else with its neighbours, never beyond the
    paragraph; None where even that stands twice.
    """
    line = clauses.line(figure)
    low = max((each.end for each in rivals if each.end <= figure.start), default=line.start)
    high = min((each.start for each in rivals if each.start >= figure.end), default=line.end)
    room = Span(max(low, line.start), min(high, line.end))
    widest = Span(max(room.start, figure.end - _MOST), min(room.end, figure.start + _MOST))
    if len(figure) > _MOST or not _is_unique(clauses.text, widest):
        return None  # what stands twice has no part that stands once
    for candidate in _candidates(clauses, figure, room):
        trimmed = _trimmed(clauses.text, candidate, figure)
        if len(trimmed) <= _MOST and _is_unique(clauses.text, trimmed):
            return trimmed
    return None


def _candidates(clauses: Clauses, figure: Span, room: Span) -> Iterator[Span]:
    text = clauses.text
    said = text[room.start : room.end]
    if any(mark in said for mark in _PARTED):  # a cell is read with the head of its row
        yield Span(room.start, figure.end)
    first = _within(_windowed(text, clauses.clause(figure), figure), room)
    if _words(text, first, figure) >= _ENOUGH_WORDS:
        yield first
    span = first
    for _ in range(_MOST_NEIGHBOURS):
        before = clauses.clause(Span(max(span.start - 1, 0), span.start)).start
        after = clauses.clause(Span(span.end, min(span.end + 1, len(text)))).end
        for wider in (Span(before, span.end), Span(span.start, after), Span(before, after)):
            kept = _within(wider, room)
            if kept != span and _words(text, kept, figure) >= _ENOUGH_WORDS:
                yield kept
        grown = _within(Span(before, after), room)
        if grown == span or len(grown) > _MOST:
            break
        span = grown
    yield from _by_steps(figure, room)


def _by_steps(figure: Span, room: Span) -> Iterator[Span]:
    """What is left where clauses run on or repeat: growing windows of bare characters."""
    for reach in (6, 12, 24, 48, 96):
        yield _within(Span(figure.start - reach, figure.end), room)
        yield _within(Span(figure.start, figure.end + reach), room)
        yield _within(Span(figure.start - reach, figure.end + reach), room)


def _windowed(text: str, clause: Span, figure: Span) -> Span:
    """A long clause cut to the words around its figure, never inside a number or a word."""
    width = _LATIN if paragraph_language(clause.of(text)) == ENGLISH else 1
    if len(clause) <= _LONGEST * width:
        return clause
    start = max(clause.start, figure.start - _BEFORE * width)
    end = min(clause.end, figure.end + _AFTER * width)
    comma = text.rfind("、", start, figure.start)
    if comma > start and figure.start - comma > _ENOUGH_WORDS + 4:
        start = comma + 1
    while clause.start < start < figure.start and _splits(text, start):
        start -= 1
    while figure.end < end < clause.end and _splits(text, end):
        end += 1
    return Span(start, end)


def _splits(text: str, at: int) -> bool:
    """Whether a number or a Latin word runs over `at`."""
    return bool(_RUN.match(text[at - 1]) and _RUN.match(text[at]))


def _within(span: Span, room: Span) -> Span:
    return Span(max(span.start, room.start), min(span.end, room.end))


def _words(text: str, span: Span, figure: Span) -> int:
    """How many letters stand in `span` beside the figure."""
    before, after = text[span.start : figure.start], text[figure.end : span.end]
    return len(_WORD.findall(before)) + len(_WORD.findall(after))


def _trimmed(text: str, span: Span, figure: Span) -> Span:
    """Without the marks and spaces at its ends."""
    start, end = span.start, span.end
    while start < figure.start and text[start] in _EDGES + _KEPT_BEFORE:
        start += 1
    while end > figure.end and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)


def _is_unique(text: str, span: Span) -> bool:
    said = span.of(text)
    return (
        bool(said.strip()) and text.find(said) == span.start and text.find(said, span.start + 1) < 0
    )
