"""Tables of a passage that are wider than its column: each is scrolled across by itself."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextFormat

TABLE = int(QTextFormat.Property.UserProperty.value) + 1
WIDTH, LAST = TABLE + 1, TABLE + 2
"""Properties of a row: the number of its table, how wide that is in pixels, and that it is the last
of it."""
BAR = 5.0
"""How high the bar below a table is, in pixels."""
_ROOM = 12.0
"""What stays free beside a cell that is brought into view."""


def mark_row(row: QTextBlockFormat, table: int, width: float, *, last: bool) -> None:
    """Say of a row which table it belongs to, and how wide that is."""
    row.setProperty(TABLE, table)
    row.setProperty(WIDTH, width)
    row.setProperty(LAST, last)


def table_width(block: QTextBlock) -> float:
    """How wide the table of a row is; 0 for what is no row."""
    return block.blockFormat().doubleProperty(WIDTH)


class WideTables:
    """How far each table of one document is scrolled, within a column of text."""

    def __init__(self) -> None:
        self._left = self._width = 0.0
        self._shifts: dict[int, float] = {}

    def stand_in(self, left: float, width: float) -> None:
        """Take on the place of the column."""
        self._left, self._width = left, width

    def shift(self, block: QTextBlock) -> float:
        """How far the row is moved to the left."""
        return min(self._shifts.get(_table(block), 0.0), self._over(block))

    def scroll(self, block: QTextBlock, by: float) -> bool:
        """Move the table of a row on; whether it moved."""
        before = self.shift(block)
        after = min(max(0.0, before + by), self._over(block))
        self._shifts[_table(block)] = after
        return after != before

    def to_see(self, block: QTextBlock, x: float) -> float:
        """By how much the table has to move on for a place of its row, unmoved, to be seen."""
        shown = x - self.shift(block)
        if shown < self._left:
            return shown - self._left - _ROOM
        return max(0.0, shown - self._left - self._width + _ROOM)

    def window(self, block: QTextBlock, rect: QRectF) -> QRectF | None:
        """What is seen of a row that does not fit; None where all of it is."""
        if self._over(block) <= 0:
            return None
        return QRectF(self._left - 1, rect.top(), self._width + 2, rect.height())

    def bar(self, block: QTextBlock, rect: QRectF) -> tuple[QRectF, QRectF] | None:
        """The bar below the last row of a table that does not fit, and its handle."""
        over = self._over(block)
        if over <= 0 or not block.blockFormat().boolProperty(LAST):
            return None
        whole = self._width + over
        wide = self._width * self._width / whole
        left = self._left + self._width * self.shift(block) / whole
        top = rect.bottom() + 5
        return QRectF(self._left, top, self._width, BAR), QRectF(left, top, wide, BAR)

    def at_bar(self, block: QTextBlock, x: float) -> float:
        """By how much the table has to move on for the handle to stand around a place."""
        whole = self._width + self._over(block)
        return (x - self._left) * whole / self._width - self._width / 2 - self.shift(block)

    def _over(self, block: QTextBlock) -> float:
        return max(0.0, table_width(block) - self._width)


def _table(block: QTextBlock) -> int:
    return block.blockFormat().intProperty(TABLE)


def same_table(one: QTextBlock, other: QTextBlock) -> bool:
    """Whether two rows are of one table."""
    return table_width(one) > 0 and table_width(other) > 0 and _table(one) == _table(other)
