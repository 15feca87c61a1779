"""A passage as a QTextDocument, and the one place where code points and Qt's UTF-16 meet."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from viewer.design.chinese_words import in_words
from viewer.model import Passage, Span
from viewer.rendering.faces import narrowed
from viewer.rendering.passage_layout import PassageLayout, Plain, cursor_x, layout_of
from viewer.rendering.table_tabs import columns, tables, width
from viewer.rendering.typeset.line_breaking import HELD, Fill
from viewer.rendering.typeset.paragraph_layout import Setter, Setting, Type
from viewer.rendering.typeset.unbreakable_numbers import unbreakable_numbers
from viewer.rendering.wide_tables import mark_row

_MARK, _JOINER = "\ufeff", "\u2060"
"""A byte order mark at the head of a text is lost on the way into Qt, and all after it would stand
one place off; a word joiner is as unseen and stays."""
_SPACE = re.compile(r" (?=[,.;:!?%‰，。、；：！？）》」』”’…])|(?<=\d) (?=[^\x00-\u2e7f])")
"""A space at which no line is broken."""
_ROW_LINE = 1.7
LONGEST_CHOSEN, LONGEST_TYPESET, LONGEST_HELD = 2_000, 8_000, 60_000
"""Characters of a passage up to which lines are chosen together, up to which they are set flush,
and up to which they are laid out here at all, numbers whole: the reader drags the pane's edge, and
the lines are there at once."""
LONG_RUN = 2_000
"""Characters without a place to break, from which a block is broken anywhere: searching for a
break in a run of 200,000 takes seconds."""


@dataclass(frozen=True, slots=True)
class PassageStyle:
    """How a passage is set; sizes in pixels, `line` as a multiple of the text's size.

    `flush` sets both edges straight where the lines are set by `typeset`; a line of few characters
    would pay for it with holes.
    """

    body: QFont
    heading: QFont
    ink: QColor
    line: float = 1.9
    indent: float = 2.0
    gap: float = 0.75
    flush: bool = True

    @property
    def em(self) -> float:
        """The width of one hanzi of the body."""
        return float(self.body.pixelSize())


class _NoResources(QTextDocument):
    """A document that fetches nothing, whatever its text says."""

    def loadResource(self, kind: int, name: object) -> None:  # noqa: N802 - Qt's name
        del kind, name


@dataclass(frozen=True, slots=True)
class _Paragraph:
    span: Span
    position: int
    astral: tuple[int, ...]


class OffsetMap:
    """Maps code points of a passage to positions of its document, and back."""

    def __init__(self, paragraphs: tuple[_Paragraph, ...]) -> None:
        self._paragraphs = paragraphs
        self._starts = [p.span.start for p in paragraphs]
        self._positions = [p.position for p in paragraphs]

    def position(self, offset: int) -> int:
        """The document position of code point `offset`; one between paragraphs goes to the next."""
        if not self._paragraphs:
            return 0
        paragraph = self._paragraphs[max(0, bisect_right(self._starts, offset) - 1)]
        inside = min(max(offset, paragraph.span.start), paragraph.span.end)
        wide = bisect_right(paragraph.astral, inside - 1)
        return paragraph.position + inside - paragraph.span.start + wide

    def offset(self, position: int) -> int:
        """The code point that stands at document `position`, counted from the passage's start."""
        if not self._paragraphs:
            return 0
        paragraph = self._paragraphs[max(0, bisect_right(self._positions, position) - 1)]
        units = max(0, position - paragraph.position)
        code = paragraph.span.start + units
        for astral in paragraph.astral:
            if astral >= code:
                break
            code -= 1
        return min(code, paragraph.span.end)


def set_passage(
    document: QTextDocument, title: str, passage: Passage, style: PassageStyle
) -> OffsetMap:
    """Fill `document` with a heading and the passage's paragraphs; the map of their offsets."""
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(style.body)
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    _insert_heading(cursor, title, style)
    rows = _rows(passage, style)
    paragraphs = tuple(
        _insert_paragraph(cursor, passage.text, span, style, rows.get(span))
        for span in passage.paragraphs
    )
    cursor.endEditBlock()
    return OffsetMap(paragraphs)


def typeset(
    document: QTextDocument, title: str, passage: Passage, style: PassageStyle, setter: Setter
) -> None:
    """Have a document that `set_passage` filled laid out by the rules of talk and page.

    Of a long passage only the numbers are held together; one longer still stays with Qt's layout.
    """
    long = len(passage.text)
    if long > LONGEST_HELD:
        return
    quick, plain = long > LONGEST_CHOSEN, long > LONGEST_TYPESET
    heading = Type(
        style.heading.pixelSize(), style.heading.pixelSize() * 1.45, bold=True, fill=Fill.EVEN
    )
    said = " ".join(title.split())
    words_of_title = tuple(Span(first, last) for first, last in in_words(said))
    settings: list[Setting | Plain] = [Setting(said, heading, 0, words_of_title)]
    rows = {row for rows in tables(passage.text, passage.paragraphs) for row in rows}
    body = Type(
        style.em,
        style.em * style.line,
        serif=True,
        indent=style.indent,
        fill=Fill.SPREAD if style.flush else Fill.RAGGED,
    )
    for span in passage.paragraphs:
        words = span.of(passage.text)
        if span in rows or _has_long_run(words):
            settings.append(Plain())
        elif plain:
            settings.append(Plain(held=True))
        else:
            settings.append(Setting(words, body, 0, unbreakable_numbers(words), HELD, quick=quick))
    document.setDocumentLayout(PassageLayout(document, setter, settings, style.em))


def new_document() -> QTextDocument:
    """An empty document that never loads a resource."""
    return _NoResources()


def spans_in(document: QTextDocument, start: int, end: int) -> Iterator[QRectF]:
    """The rectangles, a line each, that positions `start` up to `end` take in a laid-out text."""
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        yield from _block_rects(document, block, start - block.position(), end - block.position())
        block = block.next()


def _block_rects(
    document: QTextDocument, block: QTextBlock, start: int, end: int
) -> Iterator[QRectF]:
    layout = block.layout()
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    begin = layout.lineForTextPosition(max(start, 0))
    if not begin.isValid():
        return
    for number in range(begin.lineNumber(), layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if line.textStart() >= end:
            return
        if first >= last:
            continue
        left, right = (
            cursor_x(line, first),
            cursor_x(line, last) - _added(document, block, last - 1),
        )
        top = origin.y() + line.y()
        place = QRectF(origin.x() + left, top, right - left, line.ascent() + line.descent())
        yield _visible_part(document, block, place)


def _visible_part(document: QTextDocument, block: QTextBlock, place: QRectF) -> QRectF:
    """What is seen of a place: of a table that is scrolled across, nothing beyond its edges."""
    layout = layout_of(document)
    window = layout.window(block) if layout is not None else None
    if window is None:
        return place
    left = min(max(place.left(), window.left()), window.right())
    right = min(max(place.right(), window.left()), window.right())
    return QRectF(left, place.top(), right - left, place.height())


def _added(document: QTextDocument, block: QTextBlock, unit: int) -> float:
    """The room behind a unit that is not its own."""
    layout = layout_of(document)
    return layout.added_after(block, unit) if layout is not None else 0.0


def _insert_heading(cursor: QTextCursor, title: str, style: PassageStyle) -> None:
    block = QTextBlockFormat()
    block.setBottomMargin(style.em * 0.85)
    block.setLineHeight(
        style.heading.pixelSize() * 1.45, QTextBlockFormat.LineHeightTypes.FixedHeight.value
    )
    letters = QTextCharFormat()
    letters.setFont(narrowed(style.heading, title, serif=False))
    letters.setForeground(style.ink)
    cursor.setBlockFormat(block)
    cursor.insertText(" ".join(title.split()), letters)


def _rows(passage: Passage, style: PassageStyle) -> dict[Span, QTextBlockFormat]:
    """How the rows of tables are set: flush, close, their cells in columns."""
    found: dict[Span, QTextBlockFormat] = {}
    for number, rows in enumerate(tables(passage.text, passage.paragraphs), 1):
        block, said = QTextBlockFormat(), [row.of(passage.text) for row in rows]
        stops = columns(said, style.body)
        block.setTabPositions(stops)
        wide = width(said, style.body, stops) + style.em
        block.setLineHeight(
            _ROW_LINE * style.em, QTextBlockFormat.LineHeightTypes.FixedHeight.value
        )
        mark_row(block, number, wide, last=False)
        found |= dict.fromkeys(rows, block)
        last = QTextBlockFormat(block)
        mark_row(last, number, wide, last=True)
        last.setBottomMargin(style.gap * style.em)
        found[rows[-1]] = last
    return found


def _insert_paragraph(
    cursor: QTextCursor, text: str, span: Span, style: PassageStyle, row: QTextBlockFormat | None
) -> _Paragraph:
    words = span.of(text)
    block = row or _block(words, style)
    letters = QTextCharFormat()
    letters.setFont(narrowed(style.body, words, serif=True))
    letters.setForeground(style.ink)
    cursor.insertBlock(block, letters)
    position = cursor.position()
    cursor.insertText(_no_break(words), letters)
    astral = () if words.isascii() else _astral(words, span.start)
    return _Paragraph(span, position, astral)


def _block(words: str, style: PassageStyle) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setTextIndent(style.indent * style.em)
    block.setBottomMargin(style.gap * style.em)
    block.setLineHeight(style.line * style.em, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    if _has_long_run(words):
        block.setNonBreakableLines(False)
    return block


def _no_break(words: str) -> str:
    """The same characters in number, with no line to begin with a mark that closes or a unit.

    Reports set spaces before commas and between a number and its unit; what is copied is taken from
    the passage, not from here.
    """
    return _SPACE.sub("\u00a0", words.replace(_MARK, _JOINER))


def _astral(words: str, start: int) -> tuple[int, ...]:
    return tuple(start + i for i, c in enumerate(words) if ord(c) > 0xFFFF)


def _has_long_run(words: str) -> bool:
    return len(words) > LONG_RUN and any(len(run) > LONG_RUN for run in words.split())


def wrap_option(passage: Passage) -> QTextOption:
    """How lines may break: anywhere in a text with a run too long to search, at words otherwise."""
    option = QTextOption()
    mode = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    if any(_ascii_run(span.of(passage.text)) for span in passage.paragraphs):
        mode = QTextOption.WrapMode.WrapAnywhere
    option.setWrapMode(mode)
    return option


def _ascii_run(words: str) -> bool:
    return len(words) > LONG_RUN and any(
        len(run) > LONG_RUN and run.isascii() for run in words.split()
    )
