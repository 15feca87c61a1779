"""Type for charts: the faces of the layout as fonts, and how wide a text is in them."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF

from viewer.chart.layout import Face
from viewer.design import narrows
from viewer.rendering.faces import Faces

_MOST = 20_000
"""So many widths are remembered; then all are forgotten, which is simple and bounded."""


class Type:
    """Fonts and measures of one set of faces, remembered. Call it to measure a text.

    Fonts are `fine` times as large as their face says, for who draws them so many times smaller;
    widths are in the layout's pixels all the same.
    """

    def __init__(self, faces: Faces, fine: int = 1) -> None:
        self._faces = faces
        self.fine = fine
        self._fonts: dict[tuple[Face, bool], tuple[QFont, QFontMetricsF]] = {}
        self._widths: dict[tuple[str, Face], float] = {}

    def __call__(self, text: str, face: Face) -> float:
        """The width of `text` in pixels."""
        key = (text, face)
        width = self._widths.get(key)
        if width is None:
            if len(self._widths) >= _MOST:
                self._widths.clear()
            metrics = self._of(face, narrows(text))[1]
            width = metrics.horizontalAdvance(text) / self.fine
            self._widths[key] = width
        return width

    def font(self, face: Face, text: str = "") -> QFont:
        """The font of a face, for the text that it is to draw."""
        return self._of(face, narrows(text))[0]

    def _of(self, face: Face, latin: bool) -> tuple[QFont, QFontMetricsF]:
        found = self._fonts.get((face, latin))
        if found is None:
            font = self._faces.sans_font(face.size * self.fine, bold=face.bold, latin=latin)
            found = (font, QFontMetricsF(font))
            self._fonts[face, latin] = found
        return found
