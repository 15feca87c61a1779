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
from typing import Any, BinaryIO, NamedTuple, TypeVar

Made = TypeVar("Made")
Codes = tuple[str, int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""An expression with its words put in, its flags, codes, number of groups, and their names."""

FILE = Path(__file__).with_suffix(".bin")
MADE_FOR = (sys.implementation.cache_tag, sys.byteorder, _sre.MAGIC, _sre.CODESIZE)
"""Codes are run by the Python that they were made for, and by no other."""
LENGTH = 8
"""The bytes that tell how long the head is."""
_LONGEST_HEAD = 2**24
UNPREPARED: list[tuple[str, int, str]] = []
"""What this process had to compile, by source, flags and version."""
UNTABLED: dict[tuple[str, str], object] = {}
"""The tables that this process had to make, by name and version."""

OF_LIBRARIES = ("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]",)
"""What PyYAML compiles as it is imported, for a reader that nobody asks where libyaml reads: half
the time of that import."""


class Kept(NamedTuple):
    """Where behind the head of the file the build kept what: expressions by source, flags and
    version; tables by name and version. What the bundled files ask for comes `first`, the rest is
    read when something of it is asked for."""

    head: bytes
    expressions: Mapping[tuple[str, int, str], tuple[int, int]]
    tables: Mapping[tuple[str, str], tuple[int, int]]
    first: bytes

    def at(self, place: tuple[int, int] | None) -> Any:
        """What was kept at a place; None for no place, and where the file is another by now."""
        if place is None:
            return None
        start, end = place
        if end <= len(self.first):
            return marshal.loads(self.first[start:end])
        rest = _rest()
        away = len(self.first)
        return marshal.loads(rest[start - away : end - away]) if rest else None


NOTHING = Kept(b"", {}, {}, b"")


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


def prepare_libraries() -> None:
    """Have `re.compile` find what libraries compile, before these are imported, as if it had
    compiled it already."""
    remembered = getattr(re, "_cache", {})  # of no Python promised; without it nothing is gained
    for source in OF_LIBRARIES:
        remembered[str, source, 0] = compiled(source)


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
        with FILE.open("rb") as file:
            head = _head(file)
            made_for, coded, tables, first = marshal.loads(head)
            if made_for == MADE_FOR:
                return Kept(head, coded, tables, file.read(first))
    except (OSError, ValueError, EOFError, TypeError):
        pass
    return NOTHING


def _head(file: BinaryIO) -> bytes:
    length = int.from_bytes(file.read(LENGTH), "little")
    return file.read(min(length, _LONGEST_HEAD))


@cache
def _rest() -> bytes:
    """What is kept behind the first part; nothing where the file is another by now."""
    kept = _prepared()
    try:
        with FILE.open("rb") as file:
            if _head(file) == kept.head and file.read(len(kept.first)) == kept.first:
                return file.read()
    except OSError:
        pass
    return b""
