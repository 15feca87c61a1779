"""Lines of text: broken where Chinese and English allow, parted evenly, elided where too long."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from viewer.design.chinese_words import in_words, word_ends
from viewer.expressions import compiled

Width = Callable[[str], float]
"""How wide a text is, in the unit of the width that it is held against."""

ELLIPSIS = "…"
MIDDLE, END = 0.6, 1.0
"""How much of what is kept stands before the ellipsis: a label's end says what it counts."""
_GIVEN_UP = 12
"""Characters that are left out with the middle, rather than part a word."""
SHORT = 0.4
"""Of two lines, neither is left shorter than this part of the width if it can be helped."""
_NOT_FIRST = "，。、；：？！）》」』】〕”’％%,.;:?!)]}…—"
_NOT_LAST = "（《「『【〔“‘([{"
_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"), ("(", ")"))
_CLINGS = ("的", "地", "得", "们", "者")
_ENDS = tuple("的和与及、，；。·”）》,;")
"""What a phrase ends with."""
_INSIDE = r"(?<=[A-Za-z0-9])[.,:](?=[A-Za-z0-9])"
"""A mark in the name of a file, a number or a time: no end of anything."""
_WORD = rf"(?:[^\s⺀-鿿豈-﫿＀-￯{re.escape(_NOT_FIRST + _NOT_LAST)}]|{_INSIDE})+"
_NUMBER = r"(?:第 ?)?[0-9][0-9.,]*(?: ?[十百千万亿]*余?)? ?"
_JOINER, _HELD_SPACE = "\u2060", "\u00a0"
_UNIT = 4
"""Characters after a number among which its unit is looked for."""
_ASIDE = r"(?<!^)[（(][^（）()\s]{1,6}[）)]"
"""A unit in brackets, which is read with the word before it."""
_AFTER_SPACE = r"(?:\s+[，。、；：？！）》」』】〕”]+)*"
"""Marks that end something, which stand at no head of a line though a space is before them."""
_PIECE = rf"[{re.escape(_NOT_LAST)}]*(?:{_WORD}|\S)?[{re.escape(_NOT_FIRST)}]*{_AFTER_SPACE}\s*"


@lru_cache(maxsize=1)
def _piece() -> re.Pattern[str]:
    """Compiled when a text is first broken, which few starts do before their words are shown."""
    return compiled(_PIECE)


@lru_cache(maxsize=1)
def _number() -> re.Pattern[str]:
    return compiled(_NUMBER)


@lru_cache(maxsize=1)
def _trailing_bracket() -> re.Pattern[str]:
    return compiled(_ASIDE)


@lru_cache(maxsize=2048)
def pieces(text: str) -> tuple[str, ...]:
    """What may not be parted: a word with the punctuation that clings to it, a number with its
    unit, a unit in brackets with the word before it."""
    inside = {
        place
        for first, last in (*in_words(text), *_numbers(text))
        for place in range(first + 1, last)
    }
    for aside in _trailing_bracket().finditer(text):
        inside.update(range(aside.start(), aside.end()))
    found: list[str] = []
    at = 0
    for piece in filter(None, _piece().findall(text)):
        if found and at in inside:
            found[-1] += piece
        else:
            found.append(piece)
        at += len(piece)
    return tuple(found)


def glued(text: str) -> str:
    """The text for a toolkit that breaks lines itself: held together within each piece."""
    return "".join(map(_held, pieces(text)))


def _held(piece: str) -> str:
    word = piece.rstrip()
    if word.isascii():
        return piece
    return _JOINER.join(word.replace(" ", _HELD_SPACE)) + piece[len(word) :]


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers stand, each with the word that counts what it numbers."""
    for number in _number().finditer(text):
        end = number.end()
        run = text[end : end + _UNIT]
        hanzi = next((n for n, one in enumerate(run) if not "\u3400" <= one <= "\u9fff"), len(run))
        yield number.start(), end + (word_ends(run[:hanzi])[1] if hanzi else 0)


def in_lines(
    text: str, width: float, measure: Width, most: int, head: float = MIDDLE
) -> tuple[tuple[str, ...], bool]:
    """`text` in at most `most` lines of at most `width`, and whether a part of it was left out.

    `head` says where the ellipsis stands then: `MIDDLE` or `END`.
    """
    lines = wrapped_lines(text, width, measure)
    if len(lines) <= most:
        return _evened(lines, text, width, measure), False
    low, high = 0, min(len(text) - 1, 400)
    while low < high:
        keep = (low + high + 1) // 2
        if len(wrapped_lines(_shortened(text, keep, head), width, measure)) <= most:
            low = keep
        else:
            high = keep - 1
    return wrapped_lines(_shortened(text, low, head), width, measure)[:most], True


def wrapped_lines(text: str, width: float, measure: Width) -> tuple[str, ...]:
    """`text` in as many lines as it takes."""
    if measure(text) <= width:
        return (text,)
    lines: list[str] = []
    line = ""
    for piece in _fitting(text, width, measure):
        if line and measure(_set(line + piece)) > width:
            lines.append(_set(line))
            line = ""
        line += piece
    return (*lines, _set(line)) if line.strip() or not lines else tuple(lines)


def _set(line: str) -> str:
    """A line as it is set: without a space or a parting dot at its ends; the end of the line parts
    what the dot did."""
    line = line.rstrip()
    return line.removesuffix(" ·").rstrip().removeprefix("· ")


def _evened(lines: tuple[str, ...], text: str, width: float, measure: Width) -> tuple[str, ...]:
    """Two lines parted where a phrase ends if one does, and so that neither is left with a word."""
    if len(lines) != 2:
        return lines
    split = _fitting(text, width, measure)
    best, least = lines, math.inf
    for place in range(1, len(split)):
        before, after = "".join(split[:place]).rstrip(), "".join(split[place:])
        first, second = _set(before), _set(after)
        one = measure(first)
        if one > width:
            break
        two = measure(second)
        cost = _parting(before, after) + _unevenness(one / width, two / width)
        if two <= width and cost <= least:
            best, least = (first, second), cost
    return best


def is_quotation_parted(lines: Sequence[str]) -> bool:
    """Whether a line ends within a quotation or brackets."""
    ends = accumulate(lines[:-1])
    return any(end.count(a) > end.count(b) for end in ends for a, b in _PAIRS)


def _parting(first: str, second: str) -> float:
    """How much it hurts to part a text here: within a quotation, before a particle, in a word."""
    if is_quotation_parted((first, second)):
        return 2.2
    if second.startswith(_CLINGS):
        return 1.1
    return 0.0 if first.endswith(_ENDS) or second.startswith((*_NOT_LAST, "· ")) else 0.9


def _unevenness(one: float, two: float) -> float:
    """Of the widths of two lines; a line shorter than `SHORT` weighs more."""
    return 0.6 * abs(one - two) + 3 * max(0.0, SHORT - min(one, two))


def _shortened(text: str, keep: int, head: float) -> str:
    """The text with its middle or its end left out, in whole words where these are not long."""
    before = round(keep * head)
    after = len(text) - (keep - before)
    ends = tuple(accumulate(len(piece) for piece in pieces(text)))
    last = max((end for end in ends if before - _GIVEN_UP <= end <= before), default=before)
    first = min((end for end in ends if after <= end <= after + _GIVEN_UP), default=after)
    return text[:last].rstrip() + ELLIPSIS + text[first:].lstrip()


def _fitting(text: str, width: float, measure: Width) -> list[str]:
    """The pieces of `text`; one that is wider than a line by itself is cut into characters."""
    found: list[str] = []
    for piece in pieces(text):
        if measure(piece.rstrip()) <= width:
            found.append(piece)
            continue
        aside = _trailing_bracket().search(piece)
        place = aside.start() if aside else 0
        for part in filter(None, (piece[:place], piece[place:])):
            found.extend([part] if aside and measure(part.rstrip()) <= width else part)
    return found
