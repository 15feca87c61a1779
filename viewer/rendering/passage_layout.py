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

from viewer.rendering.typeset.paragraph_layout import Setter, Setting, units_before
from viewer.rendering.typeset.shaped_line import Shaped
from viewer.rendering.typeset.unbreakable_numbers import number_parted_at
from viewer.rendering.wide_tables import WideTables, same_table, table_width

_TRIES = 4
"""How often a line is asked to end where it should: Qt counts in clusters of letters."""
_BAR_INK = (0.08, 0.35)
"""How dark the bar below a wide table and its handle are, as parts of the ink."""
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
        self._wide = WideTables()

    def window(self, block: QTextBlock) -> QRectF | None:
        """What is seen of a row of a table that is wider than the column; else None."""
        return self._wide.window(block, self._placed(block).rect)

    def scroll_across(self, y: float, by: float) -> bool:
        """Move the table at a height of the document to the left; whether it moved."""
        return self._across(self._block_at(y), by)

    def reveal_across(self, position: int) -> None:
        """Move a table so that a position of the text in it can be seen."""
        block = self.document().findBlock(position)
        line = block.layout().lineForTextPosition(position - block.position())
        if table_width(block) and line.isValid():
            x = cursor_x(line, position - block.position())
            self._across(block, self._wide.to_see(block, x))

    def press_bar(self, at: QPointF) -> bool:
        """Move a table to where its bar is pressed; whether there is one."""
        block = self._block_at(at.y())
        bar = self._wide.bar(block, self._placed(block).rect)
        if bar is None or not bar[0].adjusted(0, -4, 0, 4).contains(at):
            return False
        self._across(block, self._wide.at_bar(block, at.x()))
        return True

    def _across(self, block: QTextBlock, by: float) -> bool:
        if not table_width(block) or not self._wide.scroll(block, by):
            return False
        for number, other in enumerate(_blocks(self.document())):
            if same_table(block, other):
                placed = self._blocks[number]
                rect = QRectF(placed.rect)
                rect.moveLeft(-self._wide.shift(other))
                self._blocks[number] = replace(placed, rect=rect)
        self.documentSizeChanged.emit(self._size)
        self.update.emit()
        return True

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
        window, selected = self.window(block), list(_selected(block, context))
        if window is None:
            layout.draw(painter, at, selected)
        else:
            painter.save()
            painter.setClipRect(window, Qt.ClipOperation.IntersectClip)
            layout.draw(painter, at, selected)
            painter.restore()
            self._draw_bar(painter, block, context)
        caret = context.cursorPosition - block.position()
        if 0 <= caret < block.length():
            width = self.property("cursorWidth")
            layout.drawCursor(painter, at, caret, width if isinstance(width, int) else 1)

    def _draw_bar(
        self,
        painter: QPainter,
        block: QTextBlock,
        context: QAbstractTextDocumentLayout.PaintContext,
    ) -> None:
        """The bar below a table that is wider than the column."""
        bar = self._wide.bar(block, self._placed(block).rect)
        if bar is None:
            return
        colour = context.palette.color(QPalette.ColorRole.Text)
        for part, seen in zip(bar, _BAR_INK, strict=True):
            colour.setAlphaF(seen)
            painter.fillRect(part, colour)

    def hitTest(  # type: ignore[override]  # noqa: N802 - Qt's name; it gives a QPointF
        self, point: QPointF, accuracy: Qt.HitTestAccuracy
    ) -> int:
        """The position at a point; the nearest one unless the hit must be exact."""
        exact = accuracy == _EXACT
        if exact and not QRectF(QPointF(0, 0), self._size).contains(point):
            return -1
        block = self._block_at(point.y())
        placed = self._placed(block).rect
        layout, top = block.layout(), point.y() - placed.top()
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        if not lines:
            return block.position()
        line = next((line for line in lines if top < line.rect().bottom()), lines[-1])
        mode = QTextLine.CursorPosition
        wanted = mode.CursorOnCharacter if exact else mode.CursorBetweenCharacters
        return block.position() + int(line.xToCursor(point.x() - placed.left(), wanted))

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
        self._wide.stand_in(left, width)
        settings = (*self._settings, *[Plain()] * self.document().blockCount())
        for block, setting in zip(_blocks(self.document()), settings, strict=False):
            y += block.blockFormat().topMargin()
            added = dict[int, float]()
            if isinstance(setting, Plain) or not block.text():
                held = isinstance(setting, Plain) and setting.held
                height = _lay_plainly(block, left, max(width, table_width(block)), held=held)
            else:
                height = self._set(block, replace(setting, width=width), left, added)
            rect = QRectF(-self._wide.shift(block), y, left + width, height)
            self._blocks.append(_Placed(rect, added))
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


def layout_of(document: QTextDocument) -> PassageLayout | None:
    """The layout of a document that is laid out here; None where Qt lays it out."""
    layout = document.documentLayout()
    return layout if isinstance(layout, PassageLayout) else None


def cursor_x(line: QTextLine, at: int) -> float:
    """Where a unit of a line begins, from where the line is measured."""
    where: object = line.cursorToX(at)
    return float(where[0] if isinstance(where, tuple) else where)  # type: ignore[arg-type]


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
            _break_before_number(line, text)
        leading = own.lineHeight() if fixed else line.height()
        line.setPosition(QPointF(left + indent, y + leading - line.height()))
        y, indent = y + leading, 0.0
        line = layout.createLine()
    layout.endLayout()
    return y


def _break_before_number(line: QTextLine, text: str) -> None:
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
