"""How the program looks: colours by what they are for, and lines of text evened, without Qt."""

from viewer.design.colour import contrast, luminance, mix, rgb
from viewer.design.latin import narrows, reads_latin
from viewer.design.palette import (
    SERIES,
    THEMES,
    Palette,
    Role,
    StrokeColours,
    is_dark,
    palette,
    series_role,
    stroke_colours,
)
from viewer.design.typography import END, MIDDLE, glued, in_lines, is_quotation_parted

__all__ = [
    "END",
    "MIDDLE",
    "SERIES",
    "THEMES",
    "Palette",
    "Role",
    "StrokeColours",
    "contrast",
    "glued",
    "in_lines",
    "is_dark",
    "is_quotation_parted",
    "luminance",
    "mix",
    "narrows",
    "palette",
    "reads_latin",
    "rgb",
    "series_role",
    "stroke_colours",
]
