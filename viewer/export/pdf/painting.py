"""Paints the pages of a book on any device whose unit is a tenth of a point."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from viewer.chart import lay_out
from viewer.chart.drawing import strokes_of
from viewer.chart.layout import DESK
from viewer.export.pdf.glyph_fallback import StandIns
from viewer.export.pdf.page_model import Book, ChartOnPage, FilledRectangle, Lines, Placed
from viewer.rendering.charts.painter import Brush
from viewer.rendering.style import Style
from viewer.rendering.typeset.paragraph_layout import Setter, units_before
from viewer.rendering.typeset.shaped_line import Shaped


class PagePainter:
    """Paints pages one by one."""

    def __init__(
        self, book: Book, style: Style, setter: Setter, brush: Brush, stand_ins: StandIns
    ) -> None:
        self._book = book
        self._setter = setter
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
        setting = lines.setting
        painter.setPen(QColor(self._palette.of(setting.type.role)))
        rare = self.stand_ins.wanted(setting.text)
        for number in range(lines.first, min(lines.last, self._setter.count(setting))):
            line = self._setter.line(setting, number)
            at = QPointF(lines.left, lines.top + (number - lines.first) * setting.type.leading)
            if rare:
                self._parts(painter, line, at)
            else:
                line.draw(painter, at)

    def _parts(self, painter: QPainter, line: Shaped, at: QPointF) -> None:
        """A line with characters that are drawn apart, each where the line has it."""
        for offset, part in self.stand_ins.parts(line.text):
            first = units_before(line.text, offset)
            if self.stand_ins.wanted(part):
                place = at + QPointF(line.x(first), line.base)
                self.stand_ins.draw(painter, place, part, line.layout.font())
            else:
                line.draw_units(painter, at, (first, first + units_before(part, len(part))))

    def chart(self, painter: QPainter, drawn: ChartOnPage) -> None:
        """A chart in its frame."""
        placed = lay_out(drawn.scene, drawn.pixels, DESK, self._brush)
        scale = drawn.frame.width / placed.width
        painter.save()
        painter.translate(drawn.frame.left, drawn.frame.top)
        painter.scale(scale, scale)
        self._brush.draw(painter, strokes_of(placed, DESK.arrow))
        painter.restore()

    def fill(self, painter: QPainter, fill: FilledRectangle) -> None:
        """A rectangle of one colour."""
        frame = fill.frame
        area = QRectF(frame.left, frame.top, frame.width, frame.height)
        painter.fillRect(area, QColor(self._palette.of(fill.role)))


_PAINTERS: Mapping[type[Placed], Callable[..., None]] = {
    Lines: PagePainter.lines,
    ChartOnPage: PagePainter.chart,
    FilledRectangle: PagePainter.fill,
}
