"""Characters that a PDF cannot say by itself, drawn as outlines with a stand-in that says them.

Qt's table from glyphs back to characters (`ToUnicode`) ends at U+FFFF, gives a radical where a face
has one glyph for radical and hanzi, and knows nothing of what no face can draw. Such a character is
drawn as an outline, and over it, fully transparent, a stand-in that the briefing does not use; the
finished file's table then reads each stand-in as the character that it stands for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QRawFont,
)

from viewer.rendering.faces import Faces, missing_characters

# All in our faces, all above any glyph's number, so that no place in a table is taken for one.
_POOL = tuple(
    chr(code)
    for first, last in ((0x3041, 0x3093), (0x30A1, 0x30F6), (0x3105, 0x3129), (0x2500, 0x2573))
    for code in range(first, last + 1)
)
_SIZE = 100
"""Pixels of the stand-ins' font; they are stretched to what they stand for."""


class StandIns:
    """Who stands for whom in one document, and how text with such characters is drawn."""

    def __init__(self, texts: Iterable[str], faces: Faces) -> None:
        used = set(chain.from_iterable(texts))
        self._font = faces.sans_font(_SIZE)
        free = (character for character in _POOL if character not in used)
        self._for = dict(zip(_rare(used, self._font), free, strict=False))
        self._parts = re.compile(f"([{re.escape(''.join(self._for))}])") if self._for else None

    @property
    def spoken(self) -> dict[str, str]:
        """What each stand-in stands for."""
        return {stand: character for character, stand in self._for.items()}

    def wanted(self, text: str) -> bool:
        """Whether a character of `text` needs a stand-in."""
        return bool(self._for) and not self._for.keys().isdisjoint(text)

    def write(self, painter: QPainter, at: QPointF, text: str, font: QFont) -> None:
        """Draw one line of text on its base line."""
        measure = QFontMetricsF(font)
        for start, part in self.parts(text):
            ahead = QPointF(measure.horizontalAdvance(text[:start]), 0)
            self.draw(painter, at + ahead, part, font)

    def parts(self, text: str) -> list[tuple[int, str]]:
        """The text in parts, each with its offset; a character with a stand-in is one by itself."""
        if self._parts is None or not self.wanted(text):
            return [(0, text)]
        found, at = [], 0
        for part in self._parts.split(text):
            if part:
                found.append((at, part))
            at += len(part)
        return found

    def draw(self, painter: QPainter, at: QPointF, part: str, font: QFont) -> None:
        """Draw one of `parts` on its base line, in the painter's pen."""
        stand = self._for.get(part)
        if stand is None:
            painter.setFont(font)
            painter.drawText(at, part)
            return
        outline = QPainterPath()
        outline.addText(at, font, part)
        painter.fillPath(outline, painter.pen().color())
        self._say(painter, stand, at, QFontMetricsF(font).horizontalAdvance(part))

    def _say(self, painter: QPainter, stand: str, at: QPointF, wide: float) -> None:
        """A letter that is there for search and copy, and cannot be seen."""
        painter.save()
        painter.translate(at)
        scale = max(wide, 1.0) / QFontMetricsF(self._font).horizontalAdvance(stand)
        painter.scale(scale, scale)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setFont(self._font)
        painter.drawText(QPointF(0, 0), stand)
        painter.restore()


def _rare(used: set[str], font: QFont) -> Iterator[str]:
    """What our own face has not, and Qt would not say or not draw."""
    ours = QRawFont.fromFont(font)
    for character in sorted(used):
        if character.isspace() or not character.isprintable():
            continue
        if any(ours.glyphIndexesForString(character)):
            continue
        if ord(character) > 0xFFFF or character in _twins() or missing_characters(character, font):
            yield character


@cache
def _twins() -> frozenset[str]:
    """The hanzi that have a twin among the radicals or the compatibility ideographs."""
    codes = chain(range(0x2E80, 0x2FE0), range(0xF900, 0xFB00))
    return frozenset(unicodedata.normalize("NFKC", chr(code))[:1] for code in codes)
