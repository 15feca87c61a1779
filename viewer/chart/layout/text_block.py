"""Text put on a sheet: wrapped to its place, one way for every form."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.chart.layout.canvas import Align, Box, Sheet, Text
from viewer.chart.layout.sizes import Face
from viewer.chart.layout.text import wrapped
from viewer.design import Role
from viewer.model import Key


@dataclass(frozen=True, slots=True)
class SetText:
    """A text, how it is set, and whose it is."""

    text: str
    face: Face
    role: Role
    key: Key = ""
    align: Align = Align.LEFT


def write_text(sheet: Sheet, words: SetText, spot: Box, most: int = 2) -> float:
    """Write in `most` lines of the spot's width from its top; gives where the text ends."""
    lines, elided = wrapped(words.text, spot.width, words.face, sheet.measure, most)
    whole = words.text if elided else ""
    box = Box(spot.x, spot.y, spot.width, len(lines) * words.face.height)
    sheet.texts.append(
        Text(box, lines, words.face, words.role, words.align, words.key, elided, whole)
    )
    return box.bottom
