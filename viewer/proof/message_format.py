"""Makes the words of a file fit to stand in a message: short, on one line, nothing invisible."""

from __future__ import annotations

from collections.abc import Iterable

from viewer.expressions import compiled
from viewer.model import Metric, Point, Qualifier, Quantity

_LONGEST = 60
CONTROL = compiled(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f"  # controls, but for line feed and tab
    "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069"  # marks that turn the direction
    "\\ud800-\\udfff]"  # halves of characters
)
"""A character that steers how text is drawn instead of being read."""


def shown(text: str, longest: int = _LONGEST) -> str:
    """At most `longest` characters of a text, its middle left out, control characters written as
    their code (`U+202E`)."""
    line = " ".join(text.split("\n")) if "\n" in text else text
    if len(line) > longest:
        line = line[: longest * 2 // 3] + "…" + line[-longest // 4 :]
    return CONTROL.sub(lambda found: code(found.group()), line)


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
