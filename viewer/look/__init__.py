"""How the program looks: colours by what they are for, and lines of text evened, without Qt."""

from viewer.look.colour import contrast, luminance, mix, rgb
from viewer.look.latin import narrows, reads_latin
from viewer.look.lines import END, MIDDLE, in_lines
from viewer.look.palette import SERIES, THEMES, Palette, Role, palette, series_role

__all__ = [
    "END",
    "MIDDLE",
    "SERIES",
    "THEMES",
    "Palette",
    "Role",
    "contrast",
    "in_lines",
    "luminance",
    "mix",
    "narrows",
    "palette",
    "reads_latin",
    "rgb",
    "series_role",
]
