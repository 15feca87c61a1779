"""Quantities in Chinese and English prose: found, read, written, compared and searched for.

Numbers that an author wrote are read (`parse_value`) before the words of a file are on the screen;
what looks for figures in a text is imported when it is first asked for, which is after that.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from viewer.quantities.numbers.value_syntax import format_value, number_in, parse_value

if TYPE_CHECKING:
    from viewer.quantities.agree import agrees
    from viewer.quantities.direction import change_of, with_sign
    from viewer.quantities.json_record import as_record, why
    from viewer.quantities.labels import labelled
    from viewer.quantities.number_extents import extents
    from viewer.quantities.numbers.adjoining import parts_number
    from viewer.quantities.reasons import noting
    from viewer.quantities.scanner import scan, scan_as, scan_under
    from viewer.quantities.search import find, has_words
    from viewer.quantities.standing import standing_in, standings_of
    from viewer.quantities.wording import (
        Sourced,
        Written,
        as_written,
        in_digits,
        in_parts,
        outward_bound,
    )

__all__ = [
    "Sourced",
    "Written",
    "agrees",
    "as_record",
    "as_written",
    "change_of",
    "extents",
    "find",
    "format_value",
    "has_words",
    "in_digits",
    "in_parts",
    "labelled",
    "noting",
    "number_in",
    "outward_bound",
    "parse_value",
    "parts_number",
    "scan",
    "scan_as",
    "scan_under",
    "standing_in",
    "standings_of",
    "why",
    "with_sign",
]

_LATER = {
    "Sourced": "viewer.quantities.wording",
    "Written": "viewer.quantities.wording",
    "as_written": "viewer.quantities.wording",
    "in_digits": "viewer.quantities.wording",
    "in_parts": "viewer.quantities.wording",
    "outward_bound": "viewer.quantities.wording",
    "agrees": "viewer.quantities.agree",
    "as_record": "viewer.quantities.json_record",
    "extents": "viewer.quantities.number_extents",
    "find": "viewer.quantities.search",
    "has_words": "viewer.quantities.search",
    "labelled": "viewer.quantities.labels",
    "noting": "viewer.quantities.reasons",
    "parts_number": "viewer.quantities.numbers.adjoining",
    "scan": "viewer.quantities.scanner",
    "scan_as": "viewer.quantities.scanner",
    "scan_under": "viewer.quantities.scanner",
    "change_of": "viewer.quantities.direction",
    "standing_in": "viewer.quantities.standing",
    "standings_of": "viewer.quantities.standing",
    "why": "viewer.quantities.json_record",
    "with_sign": "viewer.quantities.direction",
}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(_LATER[name]), name)
    return found
