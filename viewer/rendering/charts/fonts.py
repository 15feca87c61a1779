"""Type for charts: the faces of the layout as fonts, and how wide a text is in them."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF

from viewer.chart.layout import Face
from viewer.design import narrows
from viewer.rendering.faces import Faces

_MOST = 20_000
"""So many widths are remembered; then all are forgotten, which is simple and bounded."""


class Type:
    """Fonts and measures of one set of faces, remembered. Call it to measure a text."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._fonts: dict[tuple[Face, bool], tuple[QFont, QFontMetricsF]] = {}
        self._widths: dict[tuple[str, Face], float] = {}

    def __call__(self, text: str, face: Face) -> float:
        """The width of `text` in pixels."""
        key = (text, face)
        width = self._widths.get(key)
        if width is None:
            if len(self._widths) >= _MOST:
                self._widths.clear()
            width = self._of(face, narrows(text))[1].horizontalAdvance(text)
            self._widths[key] = width
        return width

    def font(self, face: Face, text: str = "") -> QFont:
        """The font of a face, for the text that it is to draw."""
        return self._of(face, narrows(text))[0]

    def metrics(self, face: Face) -> QFontMetricsF:
        """The measures of a face's font."""
        return self._of(face, False)[1]

    def _of(self, face: Face, latin: bool) -> tuple[QFont, QFontMetricsF]:
        found = self._fonts.get((face, latin))
        if found is None:
            font = self._faces.sans_font(face.size, bold=face.bold, latin=latin)
            found = (font, QFontMetricsF(font))
            self._fonts[face, latin] = found
        return found
