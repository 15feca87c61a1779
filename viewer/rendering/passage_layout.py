"""The layout of a passage's document: lines that end where those of a talk and of a page end.

Qt's own layout parts a number from its unit and widens a line between the digits of a number. Here
each line ends where the setter of paragraphs ends it, and what a line has to spare goes between
hanzi, as letter spacing of the layout alone: the document's text and formats stay as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPainter,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from viewer.rendering.typeset.held_numbers import number_parted_at
from viewer.rendering.typeset.paragraph_layout import Setter, Setting, units_before
from viewer.rendering.typeset.shaped_line import Shaped

_TRIES = 4
"""How often a line is asked to end where it should: Qt counts in clusters of letters."""
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_EXACT = Qt.HitTestAccuracy.ExactHit


@dataclass(frozen=True, slots=True)
class _Placed:
    """A block as it is laid out: its rectangle, and what was put behind units of its text."""

    rect: QRectF
    added: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Plain:
    """A paragraph that Qt lays out; `held` keeps each of its numbers on a line with its unit."""

    held: bool = False


class PassageLayout(QAbstractTextDocumentLayout):
    """Lays out a document whose blocks are paragraphs, given by `settings` in their order; a plain
    one is laid out by Qt's rules. The widths of the settings are not used: the column
    is as wide as the document has room for, in whole ems of `em` pixels."""

    def __init__(
        self,
        document: QTextDocument,
        setter: Setter,
        settings: Sequence[Setting | Plain],
        em: float,
    ) -> None:
        super().__init__(document)
        self._setter, self._settings, self._em = setter, tuple(settings), em
        self._blocks: list[_Placed] = []
        self._tops: list[float] = []
        self._size = QSizeF(0, 0)
        self._laid: tuple[float, ...] = ()

    def added_after(self, block: QTextBlock, unit: int) -> float:
        """The room, in pixels, that was put behind a unit of a block's text."""
        return self._placed(block).added.get(unit, 0.0)

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Draw the blocks that are in the context's clip, with its selections and its caret."""
        painter.setPen(context.palette.color(QPalette.ColorRole.Text))
        clip = context.clip
        block = self._block_at(clip.top() if clip.isValid() else 0.0)
        while block.isValid():
            rect = self._placed(block).rect
            if clip.isValid() and rect.top() > clip.bottom():
                return
            self._draw_block(painter, block, context)
            block = block.next()

    def _draw_block(
        self,
        painter: QPainter,
        block: QTextBlock,
        context: QAbstractTextDocumentLayout.PaintContext,
    ) -> None:
        layout, at = block.layout(), self._placed(block).rect.topLeft()
        layout.draw(painter, at, list(_selected(block, context)))
        caret = context.cursorPosition - block.position()
        if 0 <= caret < block.length():
            width = self.property("cursorWidth")
            layout.drawCursor(painter, at, caret, width if isinstance(width, int) else 1)

    def hitTest(  # type: ignore[override]  # noqa: N802 - Qt's name; it gives a QPointF
        self, point: QPointF, accuracy: Qt.HitTestAccuracy
    ) -> int:
        """The position at a point; the nearest one unless the hit must be exact."""
        exact = accuracy == _EXACT
        if exact and not QRectF(QPointF(0, 0), self._size).contains(point):
            return -1
        block = self._block_at(point.y())
        layout, top = block.layout(), point.y() - self._placed(block).rect.top()
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        if not lines:
            return block.position()
        line = next((line for line in lines if top < line.rect().bottom()), lines[-1])
        mode = QTextLine.CursorPosition
        wanted = mode.CursorOnCharacter if exact else mode.CursorBetweenCharacters
        return block.position() + int(line.xToCursor(point.x(), wanted))

    def pageCount(self) -> int:  # noqa: N802 - Qt's name
        """One page, as long as it must be."""
        return 1

    def documentSize(self) -> QSizeF:  # noqa: N802 - Qt's name
        """The whole document with its margins."""
        return self._size

    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:  # noqa: N802 - Qt's name
        """There is one frame, the document."""
        del frame
        return QRectF(QPointF(0, 0), self._size)

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802 - Qt's name
        """Where a paragraph stands, from the document's left edge."""
        return self._placed(block).rect

    def documentChanged(self, start: int, removed: int, added: int) -> None:  # noqa: N802
        """Lay out anew where the width, the margins or the text are others."""
        del start, removed, added
        document = self.document()
        margins = document.rootFrame().frameFormat()
        left, wide = margins.leftMargin(), document.pageSize().width()
        if wide <= 0:
            return
        room = wide - left - margins.rightMargin()
        column = max(1.0, self._em * (room // self._em))
        laid = (left, column, margins.topMargin(), margins.bottomMargin())
        if laid != self._laid or not all(b.layout().lineCount() for b in _blocks(document)):
            self._laid = laid
            self._lay_out(*laid)
        self._size = QSizeF(wide, self._size.height())
        self.documentSizeChanged.emit(self._size)
        self.update.emit()

    def _lay_out(self, left: float, width: float, top: float, bottom: float) -> None:
        y = top
        self._blocks, self._tops = [], []
        settings = (*self._settings, *[Plain()] * self.document().blockCount())
        for block, setting in zip(_blocks(self.document()), settings, strict=False):
            y += block.blockFormat().topMargin()
            added = dict[int, float]()
            if isinstance(setting, Plain):
                height = _lay_plainly(block, left, width, held=setting.held)
            elif not block.text():
                height = _lay_plainly(block, left, width, held=False)
            else:
                height = self._set(block, replace(setting, width=width), left, added)
            self._blocks.append(_Placed(QRectF(0, y, left + width, height), added))
            self._tops.append(y)
            y += height + block.blockFormat().bottomMargin()
        self._size = QSizeF(left + width, y + bottom)

    def _set(
        self, block: QTextBlock, setting: Setting, left: float, added: dict[int, float]
    ) -> float:
        """Set a block's lines as the setter has them; its height. What goes between its characters
        is put into `added`."""
        layout, leading = block.layout(), setting.type.leading
        lines = self._setter.lines(setting)
        shaped = [self._setter.line(setting, number) for number in range(len(lines))]
        ends = [units_before(setting.text, line.end) for line in lines]
        starts = [0, *ends][: len(ends)]
        formats = [_in_font(layout, self._setter.font(setting))]
        for start, one in zip(starts, shaped, strict=True):
            added |= {start + unit: wide for unit, wide in _spacings(one)}
            formats += _ranges(one, start)
        layout.setFormats(formats)
        layout.setTextOption(_anywhere())
        layout.beginLayout()
        number = 0
        while (line := layout.createLine()).isValid():
            if number < len(ends):
                _end_at(line, ends[number])
                left_by = shaped[number].shifts[0]
            else:  # what Qt has left over, where it ended lines before those of the setter
                line.setLineWidth(setting.width)
                left_by = 0.0
            line.setPosition(QPointF(left + left_by, _drop(line, number, leading)))
            number += 1
        layout.endLayout()
        return max(1, number) * leading

    def _placed(self, block: QTextBlock) -> _Placed:
        number = block.blockNumber()
        if 0 <= number < len(self._blocks):
            return self._blocks[number]
        return _Placed(QRectF(), {})

    def _block_at(self, y: float) -> QTextBlock:
        """The last block that begins at or above `y`; the first one above all."""
        at = max(0, bisect_right(self._tops, y) - 1)
        return self.document().findBlockByNumber(at)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.firstBlock()
    while block.isValid():
        yield block
        block = block.next()


def _lay_plainly(block: QTextBlock, left: float, width: float, *, held: bool) -> float:
    """Lay a block out by Qt's rules, if `held` with no line ending inside a number; its height."""
    layout, own = block.layout(), block.blockFormat()
    option = QTextOption(block.document().defaultTextOption())
    option.setTabs(own.tabPositions())
    option.setAlignment(own.alignment())
    layout.setFormats([])
    layout.setTextOption(option)
    fixed = own.lineHeightType() == QTextBlockFormat.LineHeightTypes.FixedHeight.value
    indent, y, text = own.textIndent(), 0.0, _ASTRAL.sub("\ufffc" * 2, block.text()) if held else ""
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(max(1.0, width - indent))
        if held:
            _hold(line, text)
        leading = own.lineHeight() if fixed else line.height()
        line.setPosition(QPointF(left + indent, y + leading - line.height()))
        y, indent = y + leading, 0.0
        line = layout.createLine()
    layout.endLayout()
    return y


def _hold(line: QTextLine, text: str) -> None:
    """End a line before the number that it would part, unless it begins with it."""
    start, end = line.textStart(), line.textStart() + line.textLength()
    first = number_parted_at(text, end)
    if first is not None and first > start:
        _end_at(line, first)


def _end_at(line: QTextLine, end: int) -> None:
    """Give a line its text, up to a unit of that of its block."""
    wanted = end - line.textStart()
    for _ in range(_TRIES):
        line.setNumColumns(max(1, wanted))
        missing = end - line.textStart() - line.textLength()
        if not missing:
            break
        wanted += missing


def _drop(line: QTextLine, number: int, leading: float) -> float:
    """Where a line's top is, its feet where Qt sets those of a line of fixed height."""
    return number * leading + leading - line.height()


def _anywhere() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    return option


def _in_font(layout: QTextLayout, font: QFont) -> QTextLayout.FormatRange:
    """The whole text of a block in the font that it was measured in."""
    return _range(0, len(layout.text()) + 1, font)


def _range(start: int, length: int, font: QFont | None = None) -> QTextLayout.FormatRange:
    one = QTextLayout.FormatRange()
    one.start, one.length = start, length
    one.format = QTextCharFormat()
    if font is not None:
        one.format.setFont(font)
    return one


def _spacings(line: Shaped) -> Iterator[tuple[int, float]]:
    """What goes behind the characters of a line, by their first unit; nothing behind the last."""
    unit = 0
    for character in line.text:
        after = unit + (2 if ord(character) > 0xFFFF else 1)
        wide = line.shifts[after] - line.shifts[unit]
        if wide and after < len(line.stops) - 1:
            yield unit, wide
        unit = after


def _ranges(line: Shaped, start: int) -> Iterator[QTextLayout.FormatRange]:
    """The formats of a line in its block: other fonts, and its spacings in runs of one width."""
    for other in line.layout.formats():
        yield _range(start + other.start, other.length, other.format.font())
    widths = dict(_spacings(line))
    units, unit = list[tuple[int, int, float]](), 0
    for character in line.text:
        size = 2 if ord(character) > 0xFFFF else 1
        units.append((unit, size, round(widths.get(unit, 0.0) * 64) / 64))
        unit += size
    for wide, run in groupby(units, key=lambda one: one[2]):
        parts = list(run)
        if wide:
            spaced = _range(start + parts[0][0], parts[-1][0] + parts[-1][1] - parts[0][0])
            spaced.format.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            spaced.format.setFontLetterSpacing(wide)
            yield spaced


def _selected(
    block: QTextBlock, context: QAbstractTextDocumentLayout.PaintContext
) -> Iterator[QTextLayout.FormatRange]:
    """The selections of a context as far as they are in a block."""
    first, last = block.position(), block.position() + block.length()
    for selection in context.selections:
        start = max(first, selection.cursor.selectionStart())
        end = min(last, selection.cursor.selectionEnd())
        if start < end:
            one = _range(start - first, end - start)
            one.format = selection.format
            yield one
