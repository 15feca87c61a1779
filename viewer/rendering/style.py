"""How everything on a screen is dressed: words, colours, faces, size, motion, as one value."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.design import Palette
from viewer.i18n import Words
from viewer.rendering.faces import Faces


@dataclass(frozen=True, slots=True)
class Style:
    """What a pane needs to draw itself; handed to its `dress`, again whenever one part changes.

    `scale` multiplies every size that follows the zoom; `motion` is false when the system asks
    for less of it; with `touch` whatever is pressed has room for a finger.
    """

    words: Words
    palette: Palette
    faces: Faces
    scale: float = 1.0
    motion: bool = True
    touch: bool = False

    def pixels(self, size: float) -> float:
        """`size` at the present zoom."""
        return size * self.scale
