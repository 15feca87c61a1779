"""Regular expressions and tables of words that the build compiled, where it could.

Python compiles an expression in Python: each set of Chinese characters takes it a tenth of a
millisecond, and all that a page asks for as long as everything else that is done to prove it. So
`resources/build_expressions.py` keeps the codes that the matcher of one Python runs, and the tables
by which words are found. Where it is another Python, where words have changed or the file is not
there, the same is made as ever.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import marshal
import re
import sys
from array import array
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

Made = TypeVar("Made")
Codes = tuple[str, int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""An expression with its words put in, its flags, codes, number of groups, and their names."""

FILE = Path(__file__).with_suffix(".bin")
MADE_FOR = (sys.implementation.cache_tag, sys.byteorder, _sre.MAGIC, _sre.CODESIZE)
"""Codes are run by the Python that they were made for, and by no other."""
LENGTH = 8
"""The bytes of each of the two numbers with which the file begins: how long its index is, and how
long that is with what is asked for first."""
_MOST = 2**26
UNPREPARED: list[tuple[str, int, str]] = []
"""What this process had to compile, by source, flags and version."""
UNTABLED: dict[tuple[str, str], object] = {}
"""The tables that this process had to make, by name and version."""


class Kept(NamedTuple):
    """What the build kept: expressions by source, flags and version, tables by name and version,
    each by its place behind the index, which ends at `start` of the bytes that were read.

    What the bundled report asks for is read at once, the rest when something of it is asked for.
    """

    read: bytes
    start: int
    expressions: Mapping[tuple[str, int, str], tuple[int, int]]
    tables: Mapping[tuple[str, str], tuple[int, int]]

    def at(self, place: tuple[int, int] | None) -> Any:
        """What was kept at a place; None for no place, and where the file is another by now."""
        if place is None:
            return None
        start, end = (self.start + at for at in place)
        kept = self.read if end <= len(self.read) else _whole()
        return marshal.loads(kept[start:end]) if kept else None


NOTHING = Kept(b"", 0, {}, {})


def compiled(
    source: str, flags: int = 0, words: Callable[[str], str] = str, version: str = ""
) -> re.Pattern[str]:
    """The compiled form of a source of the program's own; `words` puts in what it names, of which
    `version` is told apart."""
    flags = int(flags)
    kept = _prepared()
    known: Codes | None = kept.at(kept.expressions.get((source, flags, version)))
    if known is not None:
        return _expression(known)
    UNPREPARED.append((source, flags, version))
    return re.compile(words(source), flags)


def table(name: str, version: str, make: Callable[[], Made]) -> Made:
    """What `make` makes of words, of which `version` is told apart: numbers, texts, tuples and
    dictionaries only."""
    kept = _prepared()
    known: Made | None = kept.at(kept.tables.get((name, version)))
    if known is not None:
        return known
    made = make()
    UNTABLED[name, version] = made
    return made


def _expression(kept: Codes) -> re.Pattern[str]:
    source, flags, codes, *groups = kept
    found: re.Pattern[str] = _sre.compile(source, flags, array("I", codes).tolist(), *groups)
    return found


@cache
def _prepared() -> Kept:
    """What the build kept; nothing from another Python."""
    try:
        sizes = _read(0, 2 * LENGTH)
        start, size = (int.from_bytes(half, "little") for half in (sizes[:LENGTH], sizes[LENGTH:]))
        read = _read(2 * LENGTH, min(size, _MOST))
        made_for, coded, tables = marshal.loads(read[:start])
    except (OSError, ValueError, EOFError, TypeError):
        return NOTHING
    return Kept(read, start, coded, tables) if made_for == MADE_FOR else NOTHING


@cache
def _whole() -> bytes:
    """All of the file; nothing where it is another by now."""
    try:
        whole = _read(2 * LENGTH)
    except OSError:
        return b""
    return whole if whole.startswith(_prepared().read) else b""


def _read(start: int, size: int = -1) -> bytes:
    with FILE.open("rb") as file:
        file.seek(start)
        return file.read(size)
