"""The words that say what each figure of an English passage is, before it and behind it.

A noun stands as well behind its number (`$104.9 million from fares`) as before it, and what stands
between two figures belongs in part to each: a comma or an `and` tells where it is to be parted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence

from viewer.editions.likeness import tokens
from viewer.model import Key, Span

_PARTING = re.compile(r"[,;:()–—]|\b(?:and|while|whereas|but|or|of which|as|so that|up|down)\b")
"""What ends the words behind one figure and begins those before the next."""
_BELONGING = re.compile(r"\s*(?:\w+ )?(?:of|per|in|from|for|by|on) ")
"""What ties the words behind a figure to it where nothing parts them from the next."""
_VERB = re.compile(r"\b(?:was|were|is|are|had|has|have|rose|fell|grew)\b")
"""What has the words before it for its subject."""
_PART = re.compile(
    r"\b(?:of (?:which|whom|it|them|this|these|that|those)|including|among (?:them|these))\b",
    re.IGNORECASE,
)
"""What begins a part, whose name is not that of its whole."""
_REACHED = re.compile(r"\s*(?:(?:higher|lower|more|less)\s)?(?:to|at)\W*", re.IGNORECASE)
"""What stands between a change and the level that it led to: rose 4.2% `to` 17.4 billion."""
_ABBREVIATION = re.compile(r"\b[A-Z]{3,}(?=[0-9]*s?\b)")
_WORD = re.compile(r"[A-Za-z]+")
_CLAUSE = re.compile(r"[,;:()–—]|\b(?:and|while|whereas|but)\b")


def last_break(breaks: Sequence[int], start: int, back: int = 1) -> int:
    """The last break up to a place, or the one as many back; 0 where there is none."""
    at = bisect_right(breaks, start) - back
    return breaks[at] if at >= 0 else 0


def next_break(breaks: Sequence[int], start: int, end: int) -> int:
    """The first break behind a place; `end` where there is none."""
    at = bisect_right(breaks, start)
    return breaks[at] if at < len(breaks) else end


def phrases(
    words: str, spans: Sequence[Span], units: Sequence[str], breaks: Sequence[int]
) -> list[str]:
    """The own words of each figure; `spans` are theirs, in order, `breaks` end the sentences."""
    found: list[str] = []
    front = ""
    for at, span in enumerate(spans):
        begin = last_break(breaks, span.start)
        end = next_break(breaks, span.start, len(words))
        before = spans[at - 1].end if at else 0
        behind = spans[at + 1].start if at + 1 < len(spans) else len(words)
        own = words[begin : span.start] if before <= begin else _front(words[before : span.start])
        tail = words[span.end : min(end, behind)]
        is_part = _PART.search(own) or _PART.match(tail.lstrip())
        front = own if before <= begin or is_part or tokens(own) else front
        tail = _CLAUSE.split(tail, 1)[0] if behind >= end else _tail(tail)
        found.append(" ".join(f"{front} {units[at]} {tail}".split()))
    return found


def _front(gap: str) -> str:
    """The part of the words between two figures that is the second one's."""
    parting = _PARTING.search(gap)
    return gap[parting.start() :] if parting else gap


def _tail(gap: str) -> str:
    """The part of the words between two figures that is the first one's."""
    parting = _PARTING.search(gap)
    if parting:
        return gap[: parting.start()]
    return gap if _BELONGING.match(gap) and not _VERB.search(gap) else ""


def with_levels(own: Sequence[str], keys: Sequence[Key], levels: Mapping[Key, Key]) -> list[str]:
    """The words of each figure; a change right behind its level has those of the level too."""
    found = [*own[:1]]
    for at in range(1, len(own)):
        follows = levels.get(keys[at]) == keys[at - 1]
        found.append(f"{own[at - 1]} {own[at]}" if follows else own[at])
    return found


def reached(words: str, spans: Sequence[Span]) -> list[int]:
    """The numbers of the figures that the one right before them led to."""
    return [
        at
        for at in range(1, len(spans))
        if _REACHED.fullmatch(words[spans[at - 1].end : spans[at].start])
    ]


def abbreviations(own: Iterable[str]) -> frozenset[str]:
    """The abbreviations among the words of figures: ASK of `ASKs were`."""
    return frozenset(short for words in own for short in _ABBREVIATION.findall(words))


def with_abbreviations(words: str, known: Collection[str]) -> str:
    """The words of a figure, and which known abbreviation their initials make."""
    initials = "".join(word[0].upper() for word in _WORD.findall(words))
    spelt = [short for short in known if short in initials]
    return " ".join((words, *sorted(spelt)))
