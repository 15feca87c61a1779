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
from typing import NamedTuple, TypeVar

Made = TypeVar("Made")
Codes = tuple[str, int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""An expression with its words put in, its flags, codes, number of groups, and their names."""

FILE = Path(__file__).with_suffix(".bin")
MADE_FOR = (sys.implementation.cache_tag, sys.byteorder, _sre.MAGIC, _sre.CODESIZE)
"""Codes are run by the Python that they were made for, and by no other."""
LENGTH = 8
"""The bytes that tell how long the index is."""
UNPREPARED: list[tuple[str, int, str]] = []
"""What this process had to compile, by source, flags and version."""
UNTABLED: dict[tuple[str, str], object] = {}
"""The tables that this process had to make, by name and version."""

OF_LIBRARIES = ("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]",)
"""What PyYAML compiles as it is imported, for a reader that nobody asks where libyaml reads: half
the time of that import."""


class Kept(NamedTuple):
    """Where in `data` the build kept what: expressions by source, flags and version; tables by name
    and version."""

    expressions: Mapping[tuple[str, int, str], tuple[int, int]]
    tables: Mapping[tuple[str, str], tuple[int, int]]
    data: memoryview


NOTHING = Kept({}, {}, memoryview(b""))


def compiled(
    source: str, flags: int = 0, words: Callable[[str], str] = str, version: str = ""
) -> re.Pattern[str]:
    """The compiled form of a source of the program's own; `words` puts in what it names, of which
    `version` is told apart."""
    flags = int(flags)
    kept = _prepared()
    place = kept.expressions.get((source, flags, version))
    if place is not None:
        return _expression(marshal.loads(kept.data[slice(*place)]))
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
    place = kept.tables.get((name, version))
    if place is not None:
        known: Made = marshal.loads(kept.data[slice(*place)])
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
    """What the build kept; nothing from another Python.

    The file begins with the length of its index; little of what is behind it is ever asked for.
    """
    try:
        whole = memoryview(FILE.read_bytes())
        end = LENGTH + int.from_bytes(whole[:LENGTH], "little")
        made_for, coded, tables = marshal.loads(whole[LENGTH:end])
    except (OSError, ValueError, EOFError, TypeError):
        return NOTHING
    return Kept(coded, tables, whole[end:]) if made_for == MADE_FOR else NOTHING
