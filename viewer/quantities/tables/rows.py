"""Rows of a table in a passage: lines whose cells tabs or the strokes of Markdown part."""

from __future__ import annotations

from collections.abc import Iterator

from viewer.model import Span
from viewer.quantities.regex_cache import pattern

_RULE = r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?"
_STROKE = r"(?<!\\)\|"


def is_row(line: str) -> bool:
    """Whether a line is a row: it has a tab, or begins and ends with a stroke and has another."""
    bare = line.strip()
    ruled = bare.startswith("|") and bare.endswith("|") and bare.count("|") > 2
    return "\t" in bare or ruled


def is_rule(line: str) -> bool:
    """Whether a line parts the header of a Markdown table from its rows: | --- | --: |."""
    return "|" in line and pattern(_RULE).fullmatch(line.strip()) is not None


def cells_of(line: str) -> Iterator[Span]:
    """Where the cells of a row stand in it, without the blanks and strokes around them."""
    if "\t" in line:
        marks = [at for at, character in enumerate(line) if character == "\t"]
    else:
        marks = [found.start() for found in pattern(_STROKE).finditer(line)]
    starts = [0, *(mark + 1 for mark in marks)]
    ends = [*marks, len(line)]
    whole = [_bare(line, start, end) for start, end in zip(starts, ends, strict=True)]
    ruled = "\t" not in line
    first = 1 if ruled and line.lstrip().startswith("|") else 0
    last = len(whole) - 1 if ruled and line.rstrip().endswith("|") else len(whole)
    yield from whole[first:last]


def _bare(line: str, start: int, end: int) -> Span:
    cell = line[start:end]
    left = start + len(cell) - len(cell.lstrip(" "))
    return Span(left, max(left, left + len(cell.strip(" "))))
