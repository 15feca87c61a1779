"""Paragraphs laid out as lines, and where their characters come to stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextLine, QTextOption

from viewer.briefing import Span
from viewer.export.pages.shape import Type
from viewer.paint.faces import Faces

LONG_RUN = 2_000
"""Characters without a space from which a paragraph is broken anywhere: looking for a better place
takes Qt seconds."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One paragraph as it is to be laid out: its words, its type and the width of its column."""

    text: str
    type: Type
    width: float


class Setter:
    """Lays paragraphs out in the faces of one document, remembering only the latest few."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._laid = lru_cache(maxsize=256)(self._lay)
        self._fonts: dict[tuple[float, bool, bool], QFont] = {}

    def lay(self, setting: Setting) -> QTextLayout:
        """The paragraph's lines, `leading` apart, the first line's top at 0."""
        return self._laid(setting)

    def count(self, setting: Setting) -> int:
        """How many lines the paragraph takes; one at least."""
        return max(1, self.lay(setting).lineCount())

    def rects(self, setting: Setting, span: Span) -> list[tuple[int, QRectF]]:
        """Where `span` of the text stands, line by line: the line's number and a rectangle."""
        layout = self.lay(setting)
        start, end = units_before(setting.text, span.start), units_before(setting.text, span.end)
        found = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = x_of(line, first), x_of(line, last)
                top = line.y() + line.ascent() - setting.type.size
                found.append((number, QRectF(left, top, right - left, setting.type.size * 1.2)))
        return found

    def natural_width(self, text: str, type_: Type) -> float:
        """How wide `text` is on one line."""
        layout = self.lay(Setting(text, type_, 1e7))
        return layout.lineAt(0).naturalTextWidth() if layout.lineCount() else 0.0

    def _lay(self, setting: Setting) -> QTextLayout:
        type_ = setting.type
        layout = QTextLayout(setting.text, self._font(type_))
        layout.setTextOption(_option(setting))
        layout.beginLayout()
        indent = type_.indent * type_.size
        line, number = layout.createLine(), 0
        while line.isValid():
            line.setLineWidth(setting.width - indent)
            # Every line is set as high as the leading says, whatever faces meet in it.
            space = (type_.leading - line.ascent() - line.descent()) / 2
            line.setPosition(QPointF(indent, number * type_.leading + space))
            line, number, indent = layout.createLine(), number + 1, 0.0
        layout.endLayout()
        return layout

    def _font(self, type_: Type) -> QFont:
        key = (type_.size, type_.bold, type_.serif)
        if key not in self._fonts:
            make = self._faces.serif_font if type_.serif else self._faces.sans_font
            self._fonts[key] = make(type_.size, bold=type_.bold)
        return self._fonts[key]


def units_before(text: str, offset: int) -> int:
    """The UTF-16 units before code point `offset`: what Qt counts a text in."""
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def _option(setting: Setting) -> QTextOption:
    unbroken = any(len(run) > LONG_RUN for run in setting.text.split())
    # Left, not justified: Qt widens blanks only, and one beside DNA would take a whole line's.
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    mode = QTextOption.WrapMode
    option.setWrapMode(mode.WrapAnywhere if unbroken else mode.WrapAtWordBoundaryOrAnywhere)
    return option


def x_of(line: QTextLine, at: int) -> float:
    """Where the unit `at` of a layout's text begins on its line."""
    where: Any = line.cursorToX(at)  # a pair, whatever its annotation says
    return float(where[0] if isinstance(where, tuple) else where)
