"""How the program looks: colours named by what they are for, in three themes, without Qt."""

from viewer.look.colour import contrast, luminance, mix, rgb
from viewer.look.palette import SERIES, THEMES, Palette, Role, palette, series_role

__all__ = [
    "SERIES",
    "THEMES",
    "Palette",
    "Role",
    "contrast",
    "luminance",
    "mix",
    "palette",
    "rgb",
    "series_role",
]
