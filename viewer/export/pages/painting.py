"""Paints the pages of a book on any device whose unit is a tenth of a point."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextLine

from viewer.chart.layout import DESK, lay_out
from viewer.export.pages.book import Book, Drawn, Fill, Lines, Placed
from viewer.export.pages.letters import Setter, units_before, x_of
from viewer.export.pages.rare import StandIns
from viewer.export.painter import Brush
from viewer.export.strokes import strokes_of
from viewer.paint.style import Style


class PagePainter:
    """Paints pages one by one."""

    def __init__(self, book: Book, style: Style, brush: Brush, stand_ins: StandIns) -> None:
        self._book = book
        self._setter = Setter(style.faces)
        self._palette = style.palette
        self._brush = brush
        self.stand_ins = stand_ins

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint page `number`, counted from 0, from the painter's origin."""
        page = self._book.pages[number]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for placed in (*page.placed, *page.over):
            _PAINTERS[type(placed)](self, painter, placed)

    def lines(self, painter: QPainter, lines: Lines) -> None:
        """Some lines of a paragraph."""
        layout: QTextLayout = self._setter.lay(lines.setting)
        type_ = lines.setting.type
        painter.setPen(QColor(self._palette.of(type_.role)))
        rare = self.stand_ins.wanted(lines.setting.text)
        origin = QPointF(lines.left, lines.top - lines.first * type_.leading)
        for number in range(lines.first, min(lines.last, layout.lineCount())):
            line = layout.lineAt(number)
            if rare:
                self._parts(painter, layout, line, origin)
            else:
                line.draw(painter, origin)

    def _parts(
        self, painter: QPainter, layout: QTextLayout, line: QTextLine, origin: QPointF
    ) -> None:
        """A line with characters that are drawn apart, each where the line has it."""
        units = layout.text().encode("utf-16-le", "surrogatepass")
        start = line.textStart()
        words = units[2 * start : 2 * (start + line.textLength())].decode("utf-16-le", "replace")
        base = line.y() + line.ascent()
        for offset, part in self.stand_ins.parts(words):
            left = x_of(line, start + units_before(words, offset))
            self.stand_ins.draw(painter, origin + QPointF(left, base), part, layout.font())

    def chart(self, painter: QPainter, drawn: Drawn) -> None:
        """A chart in its frame."""
        placed = lay_out(drawn.scene, drawn.pixels, DESK, self._brush)
        scale = drawn.frame.width / placed.width
        painter.save()
        painter.translate(drawn.frame.left, drawn.frame.top)
        painter.scale(scale, scale)
        self._brush.draw(painter, strokes_of(placed, DESK.arrow))
        painter.restore()

    def fill(self, painter: QPainter, fill: Fill) -> None:
        """A rectangle of one colour."""
        frame = fill.frame
        area = QRectF(frame.left, frame.top, frame.width, frame.height)
        painter.fillRect(area, QColor(self._palette.of(fill.role)))


_PAINTERS: Mapping[type[Placed], Callable[..., None]] = {
    Lines: PagePainter.lines,
    Drawn: PagePainter.chart,
    Fill: PagePainter.fill,
}
