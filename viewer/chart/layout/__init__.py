"""Where everything of a scene stands at a given width: rectangles and lines of text, no pixels."""

from viewer.chart.layout.canvas import (
    Align,
    Axis,
    Bar,
    Box,
    Curve,
    Dot,
    Hit,
    Placed,
    Rule,
    Text,
    Track,
)
from viewer.chart.layout.sizes import DESK, ROOM, STAGE, STYLES, Face, Measure, Sizes
from viewer.chart.layout.text import wrapped

__all__ = [
    "DESK",
    "ROOM",
    "STAGE",
    "STYLES",
    "Align",
    "Axis",
    "Bar",
    "Box",
    "Curve",
    "Dot",
    "Face",
    "Hit",
    "Measure",
    "Placed",
    "Rule",
    "Sizes",
    "Text",
    "Track",
    "wrapped",
]
