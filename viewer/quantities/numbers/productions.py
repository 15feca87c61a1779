"""The number grammar as ordered rows: the first that makes something of a place decides.

A row is tried with `when`, which finds what it is about, and makes of that what `then` says, or
None, so that the next row is tried. Each example is a text with the number in square brackets and,
behind an arrow, its value and unit; `tests/quantities/numbers/test_productions.py` reads each of
them, and asks that no row could go without one of its examples being read otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeAlias, TypeVar

Place = TypeVar("Place")
"""What the rows of a table look at: a text and where a number stands in it."""
Made = TypeVar("Made")
"""What the rows of a table make: a reading, or the rest of one."""


class Production(NamedTuple, Generic[Place, Made]):
    """A row of the grammar; see the module."""

    id: str
    when: Callable[[Place], re.Match[str] | None]
    then: Callable[[Place, re.Match[str]], Made | None]
    examples: tuple[str, ...]


Productions: TypeAlias = tuple[Production[Place, Made], ...]


def produce(rows: Iterable[Production[Place, Made]], place: Place) -> Made | None:
    """What the first row makes of a place that makes anything of it; None where none does."""
    for row in rows:
        found = row.when(place)
        made = None if found is None else row.then(place, found)
        if made is not None:
            return made
    return None
