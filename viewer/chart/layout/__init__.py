"""Where everything of a scene stands at a given width: rectangles and lines of text, no pixels."""

from viewer.chart.layout.canvas import (
    Align,
    Bar,
    Box,
    Curve,
    Dot,
    HitArea,
    Placed,
    PlotAxis,
    RuleLine,
    Text,
    Track,
)
from viewer.chart.layout.sizes import DESK, RAISED, ROOM, STAGE, STYLES, Face, Measure, Sizes
from viewer.chart.layout.text import wrapped

__all__ = [
    "DESK",
    "RAISED",
    "ROOM",
    "STAGE",
    "STYLES",
    "Align",
    "Bar",
    "Box",
    "Curve",
    "Dot",
    "Face",
    "HitArea",
    "Measure",
    "Placed",
    "PlotAxis",
    "RuleLine",
    "Sizes",
    "Text",
    "Track",
    "wrapped",
]
