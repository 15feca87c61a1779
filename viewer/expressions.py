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
UNPREPARED: list[tuple[str, int, str]] = []
"""What this process had to compile, by source, flags and version."""


def compiled(
    source: str, flags: int = 0, words: Callable[[str], str] = str, version: str = ""
) -> re.Pattern[str]:
    """The compiled form of a source of the program's own; `words` puts in what it names, of which
    `version` is told apart."""
    flags = int(flags)
    codes = _prepared().get((source, flags, version))
    if codes is not None:
        return _expression(*codes)
    UNPREPARED.append((source, flags, version))
    return re.compile(words(source), flags)


def _expression(
    source: str, flags: int, codes: bytes, groups: int, names: dict[str, int], *order: object
) -> re.Pattern[str]:
    found: re.Pattern[str] = _sre.compile(
        source, flags, array("I", codes).tolist(), groups, names, *order
    )
    return found


@cache
def _prepared() -> Mapping[tuple[str, int, str], Codes]:
    """What the build kept, by source, flags and version; nothing from another Python."""
    try:
        made_for, found = marshal.loads(FILE.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return found if made_for == MADE_FOR else {}
