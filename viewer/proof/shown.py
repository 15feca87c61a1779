"""Makes the words of a file fit to stand in a message: short, on one line, nothing invisible."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from viewer.briefing import Metric, Point, Qualifier, Quantity

_LONGEST = 60
BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that change the order in which characters are drawn."""


def is_control(char: str) -> bool:
    """Whether a character steers instead of being read: controls and bidirectional marks; line
    feed and tab are ordinary white space."""
    if char in "\n\t":
        return False
    return char in BIDI or unicodedata.category(char) in {"Cc", "Cs"}


def shown(text: str) -> str:
    """At most 60 characters of a text, control characters written as their code (`U+202E`)."""
    line = " ".join(text.split("\n")) if "\n" in text else text
    if len(line) > _LONGEST:
        line = line[: _LONGEST * 2 // 3] + "…" + line[-_LONGEST // 4 :]
    return "".join(code(char) if is_control(char) else char for char in line)


def code(char: str) -> str:
    """The Unicode name of a character's place (`U+00A0`), a dash for no character."""
    return f"U+{ord(char):04X}" if char else "—"


def as_file(metric: Metric, point: Point) -> str:
    """Value, unit and qualifier as the file writes them."""
    said = f"{point.written} {metric.unit}".strip()
    if metric.qualifier is not Qualifier.EXACT:
        said += f" ({metric.qualifier.value})"
    return shown(said)


def as_text(quantities: Iterable[Quantity], passage: str) -> str:
    """Quantities as the passage writes them, with the words that qualify them; five at most."""
    words = [shown(quantity.words.of(passage)) for quantity in quantities]
    return " / ".join(words[:5] + ["…"] * (len(words) > 5))
