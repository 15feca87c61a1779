"""Type for charts: the faces of the layout as fonts, and how wide a text is in them."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF

from viewer.chart.layout import Face
from viewer.paint.faces import Faces

_MOST = 20_000
"""So many widths are remembered; then all are forgotten, which is simple and bounded."""


class Type:
    """Fonts and measures of one set of faces, remembered. Call it to measure a text."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._fonts: dict[Face, tuple[QFont, QFontMetricsF]] = {}
        self._widths: dict[tuple[str, Face], float] = {}

    def __call__(self, text: str, face: Face) -> float:
        """The width of `text` in pixels."""
        key = (text, face)
        width = self._widths.get(key)
        if width is None:
            if len(self._widths) >= _MOST:
                self._widths.clear()
            width = self.metrics(face).horizontalAdvance(text)
            self._widths[key] = width
        return width

    def font(self, face: Face) -> QFont:
        """The font of a face."""
        return self._of(face)[0]

    def metrics(self, face: Face) -> QFontMetricsF:
        """The measures of a face's font."""
        return self._of(face)[1]

    def _of(self, face: Face) -> tuple[QFont, QFontMetricsF]:
        found = self._fonts.get(face)
        if found is None:
            font = self._faces.sans_font(face.size, bold=face.bold)
            found = (font, QFontMetricsF(font))
            self._fonts[face] = found
        return found
