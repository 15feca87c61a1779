"""How one section is drawn in the sidebar: number, title of up to two lines, and a second line."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from viewer.design import END, in_lines
from viewer.rendering.faces import narrowed
from viewer.rendering.style import Style

Index = QModelIndex | QPersistentModelIndex
NUMBER = Qt.ItemDataRole.UserRole + 1
SUBTITLE = Qt.ItemDataRole.UserRole + 2
HITS = Qt.ItemDataRole.UserRole + 3
TITLE_LINES = 2
LEFT, RIGHT, NUMBER_WIDTH, TOP = 18.0, 16.0, 24.0, 10.0


class SectionRow(QStyledItemDelegate):
    """Paints a section; the current one by weight and an accent edge, not by a loud fill."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._style: Style | None = None
        self._lines: dict[tuple[str, float], tuple[str, ...]] = {}
        self._title_metrics = QFontMetricsF(QFont())
        self._numbers = NUMBER_WIDTH
        self.longest = ""
        """The longest title, by which all rows are measured where each cannot be."""

    def apply_style(self, style: Style) -> None:
        """Take on colours, faces and zoom."""
        self._style = style
        self._lines.clear()
        self._title_metrics = QFontMetricsF(self._title_font(True))
        self.measure_numbers()

    def measure_numbers(self) -> None:
        """Make room for the largest number there is; asked for when the rows change."""
        digits = "0" * len(str(max(1, self._view.model().rowCount())))
        self._numbers = max(NUMBER_WIDTH, self._title_metrics.horizontalAdvance(digits) + 10)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's
        """As high as the title's lines, measured bold so that nothing moves when it is chosen."""
        del option
        if self._style is None:
            return QSize(0, 0)
        width = self._view.viewport().width()
        title = self.longest if self._view.uniformItemSizes() else str(index.data())
        long = self._title_metrics.horizontalAdvance(" ".join(title.split()))
        lines = 1 if long <= self._room(width) else TITLE_LINES
        height = 2 * TOP + lines * self._line_height() + self._small_height()
        return QSize(self._view.viewport().width(), round(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        if self._style is None:
            return
        style, colours = self._style, self._style.palette
        area: QRect = option.rect
        state = option.state
        current = index == self._view.currentIndex()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current:
            painter.fillRect(area, QColor(colours.page))
            edge = QRectF(area.left(), area.top(), 3, area.height())
            painter.fillRect(edge, QColor(colours.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(colours.track))
        painter.setFont(style.faces.sans_font(style.pixels(13.5)))
        painter.setPen(QColor(colours.muted))
        base = area.top() + TOP + QFontMetricsF(self._title_font(current)).ascent()
        painter.drawText(QPointF(area.left() + LEFT, base), str(index.data(NUMBER)))
        self._paint_text(painter, area, index, current)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(area).adjusted(5.5, 1.5, -2.5, -1.5), 4, 4)
        painter.restore()

    def _paint_text(self, painter: QPainter, area: QRect, index: Index, current: bool) -> None:
        assert self._style is not None
        colours = self._style.palette
        title = str(index.data())
        painter.setFont(narrowed(self._title_font(current), title, serif=False))
        painter.setPen(QColor(colours.ink))
        metrics = QFontMetricsF(self._title_font(current))
        x, y = area.left() + LEFT + self._numbers, area.top() + TOP + metrics.ascent()
        for line in self.title_lines(title, area.width()):
            painter.drawText(QPointF(x, y), line)
            y += self._line_height()
        painter.setFont(self._small_font())
        painter.setPen(QColor(colours.muted))
        y = area.bottom() - TOP - QFontMetricsF(self._small_font()).descent() + 1
        painter.drawText(QPointF(x, y), str(index.data(SUBTITLE)))
        hits = index.data(HITS)
        if hits:
            self._paint_hits(painter, area, y, int(hits))

    def _paint_hits(self, painter: QPainter, area: QRect, y: float, hits: int) -> None:
        assert self._style is not None
        said = str(hits)
        metrics = QFontMetricsF(self._small_font())
        width = metrics.horizontalAdvance(said) + 14
        pill = QRectF(
            area.right() - RIGHT - width, y - metrics.ascent() - 1, width, metrics.height() + 2
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._style.palette.hit))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(QColor(self._style.palette.ink))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, said)

    def title_lines(self, title: str, width: float) -> tuple[str, ...]:
        """`title` in one line or two that are alike, in a row of `width`, elided at its end."""
        known = self._lines.get((title, width))
        if known is None:
            font = narrowed(self._title_font(True), title, serif=False)
            measure, said = QFontMetricsF(font).horizontalAdvance, " ".join(title.split())
            known, _ = in_lines(said, self._room(width), measure, TITLE_LINES, END)
            self._lines[title, width] = known
        return known

    def whole_title(self, index: Index) -> str:
        """The title of a row where it is cut, for a tool tip; empty where all of it stands."""
        title = " ".join(str(index.data()).split())
        lines = self.title_lines(title, self._view.viewport().width())
        return title if lines and lines[-1].endswith("…") else ""

    def _room(self, width: float) -> float:
        return max(40.0, width - LEFT - self._numbers - RIGHT)

    def _title_font(self, bold: bool) -> QFont:
        assert self._style is not None
        return self._style.faces.sans_font(self._style.pixels(14.5), bold=bold)

    def _small_font(self) -> QFont:
        assert self._style is not None
        return self._style.faces.sans_font(self._style.pixels(12.5))

    def _line_height(self) -> float:
        assert self._style is not None
        return self._style.pixels(14.5) * 1.45

    def _small_height(self) -> float:
        assert self._style is not None
        return self._style.pixels(12.5) * 1.6
