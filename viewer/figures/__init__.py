"""Quantities in Chinese and English prose: found, read, written, compared and searched for.

Numbers that an author wrote are read (`parse_value`) before the words of a file are on the screen;
what looks for figures in a text is imported when it is first asked for, which is after that.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from viewer.figures.written import format_value, parse_value

if TYPE_CHECKING:
    from viewer.figures.agree import agrees
    from viewer.figures.direction import change_of, signed, with_sign, words_before
    from viewer.figures.labels import labelled
    from viewer.figures.record import as_record
    from viewer.figures.scanner import scan
    from viewer.figures.seek import find

__all__ = [
    "agrees",
    "as_record",
    "change_of",
    "find",
    "format_value",
    "labelled",
    "parse_value",
    "scan",
    "signed",
    "with_sign",
    "words_before",
]

_LATER = {
    "agrees": "viewer.figures.agree",
    "as_record": "viewer.figures.record",
    "find": "viewer.figures.seek",
    "labelled": "viewer.figures.labels",
    "scan": "viewer.figures.scanner",
    "change_of": "viewer.figures.direction",
    "signed": "viewer.figures.direction",
    "with_sign": "viewer.figures.direction",
    "words_before": "viewer.figures.direction",
}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(_LATER[name]), name)
    return found
