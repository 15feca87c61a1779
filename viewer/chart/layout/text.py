"""Labels and titles of a chart in lines, measured in the face that they are set in."""

from __future__ import annotations

from viewer.chart.layout.sizes import Face, Measure
from viewer.design import in_lines


def wrapped(
    text: str, width: float, face: Face, measure: Measure, most: int = 2
) -> tuple[tuple[str, ...], bool]:
    """`text` in at most `most` lines of at most `width`, and whether its middle was left out."""
    return in_lines(text, width, lambda said: measure(said, face), most)
