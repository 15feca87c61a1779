"""Blocks of text as a document to read: built by cursor, so that nothing in it is markup."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from viewer.rendering.faces import narrowed
from viewer.rendering.passage import new_document
from viewer.rendering.style import Style
from viewer.window.help.help_text import Block, Shape

BODY = 14
MARK = "•  "
"""What stands before an item; its further lines begin where its words do."""
SIZES = {Shape.TITLE: 22, Shape.HEADING: 16}
GAPS = {Shape.TITLE: (0, 12), Shape.HEADING: (18, 6), Shape.TEXT: (0, 8), Shape.ITEM: (0, 4)}
"""Pixels above and below a block."""


class Reader(QTextBrowser):
    """Shows a document that follows no link and fetches nothing; read by keys with a caret."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setObjectName("reader")
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)

    def loadResource(self, kind: int, name: QUrl | str) -> None:  # noqa: N802 - Qt's name
        """Nothing is ever fetched."""
        del kind, name

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin at the top: Qt scrolls the margin above the caret away."""
        super().showEvent(event)
        if self.textCursor().atStart():
            self.verticalScrollBar().setValue(0)

    def show_blocks(self, blocks: Iterable[Block], style: Style) -> None:
        """Show a page from its top."""
        document = document_of(tuple(blocks), style)
        document.setParent(self)
        self.setDocument(document)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)


def document_of(blocks: tuple[Block, ...], style: Style) -> QTextDocument:
    """A document of blocks; rows that follow each other are one table."""
    document = new_document()
    document.setDefaultFont(style.faces.sans_font(BODY))
    document.setDocumentMargin(20)
    terms = QFontMetricsF(style.faces.sans_font(BODY, bold=True))
    shown = (terms.horizontalAdvance(one.term) for one in blocks if one.shape is Shape.ROW)
    widest = max(shown, default=0.0)
    cursor = QTextCursor(document)
    at = 0
    while at < len(blocks):
        rows = 0
        while at + rows < len(blocks) and blocks[at + rows].shape is Shape.ROW:
            rows += 1
        if rows:
            _insert_table(cursor, blocks[at : at + rows], style, widest)
        else:
            _insert_block(cursor, blocks[at], style)
        at += rows or 1
    return document


def _insert_block(cursor: QTextCursor, block: Block, style: Style) -> None:
    layout, letters = QTextBlockFormat(), QTextCharFormat()
    above, below = GAPS[block.shape]
    layout.setTopMargin(above)
    layout.setBottomMargin(below)
    layout.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    letters.setForeground(QColor(style.palette.ink))
    heads = block.shape in SIZES
    font = style.faces.sans_font(SIZES.get(block.shape, BODY), bold=heads)
    letters.setFont(narrowed(font, block.text, serif=False))
    if heads:
        layout.setHeadingLevel(1 if block.shape is Shape.TITLE else 2)
    if block.shape is Shape.ITEM:
        hang = QFontMetricsF(letters.font()).horizontalAdvance(MARK)
        layout.setLeftMargin(4 + hang)
        layout.setTextIndent(-hang)
    if cursor.position():
        cursor.insertBlock()
    cursor.setBlockFormat(layout)
    mark = MARK if block.shape is Shape.ITEM else ""
    cursor.insertText(mark + block.text, letters)


def _insert_table(
    cursor: QTextCursor, rows: tuple[Block, ...], style: Style, widest: float
) -> None:
    """A table whose words begin where those of every other table of the page do."""
    layout = QTextTableFormat()
    kinds = QTextLength.Type
    layout.setColumnWidthConstraints(
        [QTextLength(kinds.FixedLength, widest + 20), QTextLength(kinds.VariableLength, 0)]
    )
    layout.setBorder(0)
    layout.setCellPadding(4)
    layout.setCellSpacing(0)
    table = cursor.insertTable(len(rows), 2, layout)
    term, text = QTextCharFormat(), QTextCharFormat()
    term.setForeground(QColor(style.palette.accent))
    term.setFontWeight(QFont.Weight.Bold)
    text.setForeground(QColor(style.palette.ink))
    for at, row in enumerate(rows):
        table.cellAt(at, 0).firstCursorPosition().insertText(row.term, term)
        table.cellAt(at, 1).firstCursorPosition().insertText(row.text, text)
    cursor.movePosition(QTextCursor.MoveOperation.End)
