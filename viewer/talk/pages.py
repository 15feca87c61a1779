"""A passage without figures, in pieces that the room reads one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from viewer.model import Span
from viewer.talk.sentence import sentence_at

PAGE = 160
"""Code points of a piece: what a picture shows at a size that the back row reads."""


def pages_of(text: str, *, all_: bool = False) -> tuple[Span, ...]:
    """The paragraphs of a passage, long ones parted between sentences.

    None for a passage that a section's page shows whole, unless `all_` are asked for. The pieces
    cover every word once, in order.
    """
    pieces = tuple(piece for line in _paragraphs(text) for piece in _parted(text, line))
    return pieces if all_ or len(text.strip()) > PAGE else ()


def _paragraphs(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(at, at + len(line))
        at += len(line) + 1


def _parted(text: str, line: Span) -> Iterator[Span]:
    """Whole sentences up to the length of a page; a longer sentence stands alone."""
    start = at = line.start
    while at < line.end:
        end = max(at + 1, min(line.end, sentence_at(text, Span(at, at + 1)).end))
        while end < line.end and text[end].isspace():
            end += 1
        if end - start > PAGE and at > start:
            yield Span(start, at)
            start = at
        at = end
    if line.end > start:
        yield Span(start, line.end)
