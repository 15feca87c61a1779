"""Regular expressions that the build compiled, where it could.

Python compiles an expression in Python: each set of Chinese characters takes it a tenth of a
millisecond, and all that a page asks for as long as everything else that is done to prove it. So
`resources/build_expressions.py` keeps the codes that the matcher of one Python runs. Where it is
another Python, where words have changed or the file is not there, the same is compiled as ever.
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

Codes = tuple[str, int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""An expression with its words put in, its flags, codes, number of groups, and their names."""

FILE = Path(__file__).with_suffix(".bin")
MADE_FOR = (sys.implementation.cache_tag, sys.byteorder, _sre.MAGIC, _sre.CODESIZE)
"""Codes are run by the Python that they were made for, and by no other."""
LENGTH = 8
"""The bytes that tell how long the index is."""
UNPREPARED: list[tuple[str, int, str]] = []
"""What this process had to compile, by source, flags and version."""


def compiled(
    source: str, flags: int = 0, words: Callable[[str], str] = str, version: str = ""
) -> re.Pattern[str]:
    """The compiled form of a source of the program's own; `words` puts in what it names, of which
    `version` is told apart."""
    flags = int(flags)
    index, kept = _prepared()
    place = index.get((source, flags, version))
    if place is not None:
        return _expression(marshal.loads(kept[slice(*place)]))
    UNPREPARED.append((source, flags, version))
    return re.compile(words(source), flags)


def _expression(kept: Codes) -> re.Pattern[str]:
    source, flags, codes, *groups = kept
    found: re.Pattern[str] = _sre.compile(source, flags, array("I", codes).tolist(), *groups)
    return found


@cache
def _prepared() -> tuple[Mapping[tuple[str, int, str], tuple[int, int]], memoryview]:
    """Where the build kept what, by source, flags and version; nothing from another Python.

    The file begins with the length of its index; few of the codes behind it are ever asked for.
    """
    try:
        kept = memoryview(FILE.read_bytes())
        end = LENGTH + int.from_bytes(kept[:LENGTH], "little")
        made_for, index = marshal.loads(kept[LENGTH:end])
    except (OSError, ValueError, EOFError, TypeError):
        made_for = None
    return (index, kept[end:]) if made_for == MADE_FOR else ({}, memoryview(b""))
