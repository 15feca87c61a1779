"""The passage as the room reads it: one sentence lit, its figure marked, the rest stepped back."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QLinearGradient,
    QPainter,
    QPalette,
    QPen,
    QTextCharFormat,
    QTextCursor,
)

from viewer.model import Section, Span
from viewer.present.presentation_model import dim
from viewer.rendering.passage import PassageStyle, new_document, set_passage, spans_in, wrap_option
from viewer.rendering.style import Style
from viewer.talk import Said, Step, lit_span

LINE = 1.75
"""Line height as a multiple of the type: the room's lines are shorter than a page's."""

STROKE = 0.05
"""How much thicker the strokes of the lit figure are, as a part of the type's size."""


class Column:
    """One section's passage at one size of type, lit anew for each step; `whole` lights it all."""

    def __init__(
        self, section: Section, style: Style, size: int, area: QSizeF, *, whole: bool = False
    ) -> None:
        self.size = size
        self._text = section.passage.text
        self._dim = QColor(style.palette.ink) if whole else dim(style)
        self._known: dict[Span, list[QRectF]] = {}
        self._style = style
        self._area = area
        self._document = new_document()
        font = style.faces.serif_font(size)
        setting = PassageStyle(font, style.faces.serif_font(1), self._dim, line=LINE)
        self._document.setDefaultTextOption(wrap_option(section.passage))
        self._map = set_passage(self._document, "", section.passage, setting)
        self._document.setTextWidth(area.width())
        layout = self._document.documentLayout()
        self._top = layout.blockBoundingRect(self._document.firstBlock().next()).top()
        self._line = LINE * size
        bottoms = [layout.blockBoundingRect(self._document.lastBlock()).bottom()]
        # letters reach below a line of fixed height
        bottoms += [rect.bottom() for rect in self._rects(Span(0, len(self._text)))[-1:]]
        self.height = max(bottoms) - self._top

    def paint(self, painter: QPainter, at: QPointF, steps: tuple[Step, ...], lit: Step) -> None:
        """Paint it at `at`, `lit` of the section's `steps` standing out."""
        scroll = self.scroll(lit.said, lit.span)
        view = QRectF(at, self._area)
        painter.save()
        painter.setClipRect(view.adjusted(-8, -2, 8, 0))
        painter.translate(at.x(), at.y() - self._top - scroll)
        self._paint_underlines(painter, steps, lit)
        if lit.said is not None:
            self._paint_box(painter, lit.said)
        self._draw(painter, QRectF(0, self._top + scroll, view.width(), view.height()), lit)
        painter.restore()
        self._fade(painter, view, scroll)

    def scroll(self, said: Said | None, span: Span | None = None) -> float:
        """How far the passage is moved up so that the lit words are in view, by whole lines.

        Lit are the sentence of a figure, or a paragraph.
        """
        room = self._area.height()
        most = max(0.0, self.height - room)
        lit = lit_span(self._text, said.quote) if said is not None else span
        if not most or lit is None:
            return 0.0
        top, bottom = self._extent(lit)
        wanted = top - max(0.0, room - (bottom - top)) * 0.4
        if said is not None and bottom - top > room:  # higher than the room: its figure then
            box = next(iter(self._rects(said.quantity.words)), QRectF(0, self._top, 0, 0))
            wanted = box.top() - self._top - room * 0.4
        if wanted >= most - self._line / 2:
            return most
        return max(0, round(wanted / self._line)) * self._line

    def lit_extent(self, said: Said) -> tuple[float, float]:
        """Top and bottom of the lit sentence, from the top of the passage."""
        return self._extent(lit_span(self._text, said.quote))

    def _extent(self, span: Span) -> tuple[float, float]:
        rects = self._rects(span)
        if not rects:
            return 0.0, 0.0
        return rects[0].top() - self._top, rects[-1].bottom() - self._top

    def figure_rects(self, said: Said) -> list[QRectF]:
        """Where the figure stands, from the top of the passage, line by line."""
        return [rect.translated(0, -self._top) for rect in self._rects(said.quantity.words)]

    def _rects(self, span: Span) -> list[QRectF]:
        """Where words stand in the document, line by line; found once, since nothing moves them."""
        if span not in self._known:
            start, end = self._map.position(span.start), self._map.position(span.end)
            self._known[span] = list(spans_in(self._document, start, end))
        return self._known[span]

    def _draw(self, painter: QPainter, clip: QRectF, step: Step) -> None:
        """Draw the text, the lit words in ink, and once more the figure in the colour of its box.

        The figure has a pass of its own: of selections that touch, Qt leaves out some.
        """
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = clip
        context.palette.setColor(QPalette.ColorRole.Text, self._dim)
        colours, layout = self._style.palette, self._document.documentLayout()
        said = step.said
        lit = lit_span(self._text, said.quote) if said is not None else step.span
        if lit is not None:
            context.selections = [self._selection(lit, QColor(colours.ink))]
        layout.draw(painter, context)
        if said is None or lit is None:
            return
        context.selections = [self._selection(lit, QColor(colours.on_selected), self.size * STROKE)]
        for rect in self._rects(said.quantity.words):
            painter.save()
            painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
            context.clip = rect.intersected(clip)
            self._fill_box(painter, rect)
            layout.draw(painter, context)
            painter.restore()

    def _selection(
        self, span: Span, ink: QColor, stroke: float = 0.0
    ) -> QAbstractTextDocumentLayout.Selection:
        cursor = QTextCursor(self._document)
        cursor.setPosition(self._map.position(span.start))
        cursor.setPosition(self._map.position(span.end), QTextCursor.MoveMode.KeepAnchor)
        letters = QTextCharFormat()
        letters.setForeground(ink)
        if stroke:  # heavier letters of the same widths: a bold face would break the lines anew
            letters.setTextOutline(QPen(ink, stroke))
        selection = QAbstractTextDocumentLayout.Selection()
        selection.cursor = cursor
        selection.format = letters
        return selection

    def _paint_box(self, painter: QPainter, said: Said) -> None:
        for rect in self._rects(said.quantity.words):
            self._fill_box(painter, rect)

    def _fill_box(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._style.palette.selected))
        painter.drawRoundedRect(rect.adjusted(-3, 0, 3, 0), 4, 4)

    def _paint_underlines(self, painter: QPainter, steps: tuple[Step, ...], lit: Step) -> None:
        painter.setPen(QPen(self._dim, 2))
        for step in steps:
            if step.said is None or step is lit:
                continue
            for rect in self._rects(step.said.quantity.words):
                painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _fade(self, painter: QPainter, view: QRectF, scroll: float) -> None:
        """Where the passage goes on beyond the view it fades, so that no line looks cut off."""
        page = QColor(self._style.palette.page)
        clear = QColor(page)
        clear.setAlpha(0)
        deep = self._line * 0.9
        if scroll > 0:
            edge = QRectF(view.left() - 8, view.top() - 4, view.width() + 16, deep)
            _wash(painter, edge, page, clear)
        if self.height - scroll > view.height() + 1:
            edge = QRectF(view.left() - 8, view.bottom() - deep, view.width() + 16, deep + 1)
            _wash(painter, edge, clear, page)


def _wash(painter: QPainter, rect: QRectF, above: QColor, below: QColor) -> None:
    gradient = QLinearGradient(rect.topLeft(), rect.bottomLeft())
    gradient.setColorAt(0, above)
    gradient.setColorAt(1, below)
    painter.fillRect(rect, gradient)
