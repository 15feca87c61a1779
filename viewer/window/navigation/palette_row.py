"""How a row of the palette is drawn: its kind, its title with what was typed in bold, its detail.

A shortcut stands at the right end, as in a menu.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from viewer.model import Span
from viewer.rendering.style import Style

ROW = Qt.ItemDataRole.UserRole + 1
LEFT, GAP = 12, 14


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says; `kinds` are the names of all kinds, which stand in one column."""

    kind: str
    title: str
    detail: str
    shortcut: str
    matched: tuple[Span, ...]
    kinds: tuple[str, ...]


def matched_spans(title: str, words: list[str]) -> tuple[Span, ...]:
    """Where the words, in lower case, stand in a title, in its order and apart from each other.

    A title whose length changes in lower case gives none: its places would be others.
    """
    folded = title.casefold()
    if len(folded) != len(title):
        return ()
    found: list[Span] = []
    for start, end in sorted(
        (at, at + len(word)) for word in words if word and (at := folded.find(word)) >= 0
    ):
        if not found or start >= found[-1].end:
            found.append(Span(start, end))
        elif end > found[-1].end:
            found[-1] = Span(found[-1].start, end)
    return tuple(found)


def runs_of(title: str, matched: tuple[Span, ...]) -> Iterator[tuple[str, bool]]:
    """The title in pieces that follow each other, each with whether it was typed."""
    at = 0
    for span in matched:
        yield title[at : span.start], False
        yield title[span.start : span.end], True
        at = span.end
    yield title[at:], False


class PaletteRow(QStyledItemDelegate):
    """Paints the rows; the background is that of the style sheet."""

    def __init__(self, view: QListWidget, style: Style) -> None:
        super().__init__(view)
        self._style = style

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row; one without a `Row` (nothing was found) as lists do."""
        row = index.data(ROW)
        if not isinstance(row, Row):
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        view = option.widget
        (view.style() if view else QApplication.style()).drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, view
        )
        painter.save()
        self._write(painter, option.rect.adjusted(LEFT, 0, -LEFT, 0), option.font, row)
        painter.restore()

    def _write(self, painter: QPainter, area: QRect, font: QFont, row: Row) -> None:
        ink, muted = QColor(self._style.palette.ink), QColor(self._style.palette.muted)
        metrics, bold = QFontMetrics(font), QFont(font)
        bold.setWeight(QFont.Weight.Bold)
        kinds = max(metrics.horizontalAdvance(kind) for kind in row.kinds)
        left = _put(painter, area, row.kind, font, muted) + kinds
        left -= metrics.horizontalAdvance(row.kind)
        keys = metrics.horizontalAdvance(row.shortcut)
        place = QRect(area.right() - keys, area.top(), keys + 1, area.height())
        _put(painter, place, row.shortcut, font, muted)
        rest = area.adjusted(left + GAP, 0, -keys - GAP if keys else 0, 0)
        for words, typed in runs_of(row.title, row.matched):
            used = _put(painter, rest, words, bold if typed else font, ink)
            rest = rest.adjusted(used, 0, 0, 0)
        _put(painter, rest.adjusted(GAP, 0, 0, 0), row.detail, font, muted)


def _put(painter: QPainter, area: QRect, words: str, font: QFont, colour: QColor) -> int:
    """Write words, cut at the end of the area; the width that they take."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, area.width()))
    painter.setFont(font)
    painter.setPen(colour)
    where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(area, where | Qt.TextFlag.TextSingleLine, shown)
    return metrics.horizontalAdvance(shown)
