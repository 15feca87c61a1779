"""Characters that no data file may hold: found with their places, and made harmless."""

from __future__ import annotations

import re

from viewer.datafile.issue_collector import Collector
from viewer.expressions import compiled
from viewer.model import Place

_HERE = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_FAR = "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
FORBIDDEN = f"{_HERE}{_FAR}"
"""What no data file may hold, as the inside of a class of characters in a pattern."""
_BAD_HERE = compiled(f"[{_HERE}]")
_BAD = f"[{FORBIDDEN}]"
"""With the far planes the pattern is ten times as slow, so these are looked for by themselves."""
_SEPARATORS = "\x85\u2028\u2029"
_MOST = 20
"""How many places are told: a file with thousands of NULs has one mistake, not thousands."""


def first_bad(text: str) -> str:
    """The first forbidden character of a text, or ''."""
    found = re.search(_BAD, text) if _is_bad(text) else None
    return found.group() if found else ""


def cleaned(text: str, collector: Collector) -> str:
    """The text with each forbidden character told and replaced by one that changes no place.

    Line separators would otherwise count as line ends for the parser and for no editor.
    """
    if not _is_bad(text):
        return text
    line, start = 1, 0
    for number, found in enumerate(re.finditer(_BAD, text)):
        if number == _MOST:
            break
        line += text.count("\n", start, found.start())
        start = found.start()
        column = start - text.rfind("\n", 0, start)
        report_forbidden(found.group(), Place(line, column), "", collector)
    return harmless(text)


def harmless(text: str) -> str:
    """The text with each forbidden character replaced: no pane may stumble over what was told."""
    return re.sub(_BAD, _harmless, text)


def _is_bad(text: str) -> bool:
    return _BAD_HERE.search(text) is not None or any(far in text for far in _FAR)


def _harmless(found: re.Match[str]) -> str:
    return " " if found.group() in _SEPARATORS else "\ufffd"


def report_forbidden(character: str, place: Place, path: str, collector: Collector) -> None:
    """One issue for a forbidden character."""
    collector.add(_code(character), place, path, character=f"U+{ord(character):04X}")


def _code(character: str) -> str:
    point = ord(character)
    if point == 0:
        return "char-nul"
    if character in _SEPARATORS:
        return "char-separator"
    if 0xD800 <= point <= 0xDFFF:
        return "char-surrogate"
    return "char-control" if point < 0xA0 else "char-none"
