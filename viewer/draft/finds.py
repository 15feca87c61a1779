"""The figures of one passage, as a draft finds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from viewer.draft.clauses import Clauses
from viewer.draft.part_whole import Recomputed, Whole
from viewer.model import Quantity, Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure: as scanned, as a file writes it, with the quote that will prove it.

    `base` is what a change is measured against. `sentence` numbers the sentence, `line` and
    `paragraph` are where those begin (a table is one paragraph), so that neighbours can be told;
    `row` tells that it is a cell of a table.
    """

    quantity: Quantity
    written: str
    quote: Span
    base: str | None
    sentence: int
    line: int
    paragraph: int
    ends_clause: bool
    row: bool


@dataclass(frozen=True, slots=True)
class Left:
    """A figure that no metric can be made of, and why: `quote`, `value`, `many`."""

    quantity: Quantity
    why: str


@dataclass(frozen=True, slots=True)
class Finds:
    """The figures of a passage in order, which are parts of which, and those left out.

    `quantities` is everything that the scanner saw, dates and names among them; `related` is how
    they relate, by their indices.
    """

    clauses: Clauses
    found: tuple[Candidate, ...]
    wholes: Mapping[int, Whole]
    left: tuple[Left, ...]
    quantities: tuple[Quantity, ...] = ()
    related: tuple[Recomputed, ...] = ()
