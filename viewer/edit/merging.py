"""Two changed versions of one text put together, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from viewer.model import ViewerError


@dataclass(frozen=True, slots=True)
class _Hunk:
    """Lines `start` up to `end` of the common version, and what one side has in their place."""

    start: int
    end: int
    lines: tuple[bytes, ...]


def merged(base: bytes, ours: bytes, theirs: bytes) -> bytes:
    """What `ours` and `theirs` both changed of `base`.

    ViewerError `edit-conflict` with the line of `base` where they changed the same or touching
    lines in different ways.
    """
    if base == theirs:
        return ours
    if base in (ours, theirs) or ours == theirs:
        return theirs
    lines = base.splitlines(keepends=True)
    mine = _hunks(lines, ours.splitlines(keepends=True))
    other = _hunks(lines, theirs.splitlines(keepends=True))
    for one in mine:
        if any(one != two and one.start <= two.end and two.start <= one.end for two in other):
            raise ViewerError("edit-conflict", line=one.start + 1)
    done: list[bytes] = []
    at = 0
    for hunk in sorted({*mine, *other}, key=lambda each: (each.start, each.end)):
        done += [*lines[at : hunk.start], *hunk.lines]
        at = hunk.end
    return b"".join([*done, *lines[at:]])


def _hunks(before: Sequence[bytes], after: Sequence[bytes]) -> list[_Hunk]:
    """The changed runs of lines; what both begin and end with is not compared line by line."""
    first = 0
    most = min(len(before), len(after))
    while first < most and before[first] == after[first]:
        first += 1
    last = 0
    while last < most - first and before[-1 - last] == after[-1 - last]:
        last += 1
    old, new = before[first : len(before) - last], after[first : len(after) - last]
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [
        _Hunk(start + first, end + first, tuple(new[low:high]))
        for tag, start, end, low, high in codes
        if tag != "equal"
    ]
