"""What is drawn under and over the words of a passage: tints, underlines, hits."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QTextEdit

from viewer.model import Figure, Key, Span
from viewer.rendering.passage import OffsetMap, spans_in
from viewer.rendering.style import Style
from viewer.window.selection import NOTHING

LINE = 60.0
"""More than a line of the passage, in pixels before any zoom."""
FADED = 90
"""How much of its 255 an underline keeps while another figure is selected."""


@dataclass(frozen=True, slots=True)
class Dots:
    """A dotted line: the side of a dot and the way to the next in pixels, and how opaque it is."""

    side: float
    step: float
    alpha: int


OF_FIGURES = Dots(3, 5, 255)
OF_ASIDES = Dots(2, 7, 255)
"""Clearly quieter: nobody has to do anything about a date."""


class Reaches:
    """Finds of many spans, given by their starts, those that may meet a piece of the text; one may
    lie within another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        spans = tuple(spans)
        self._ends = tuple(accumulate((span.end for span in spans), max))
        self._starts = tuple(accumulate((span.start for span in reversed(spans)), min))[::-1]

    def within(self, first: int, last: int) -> slice:
        """Where those stand that hold a character from `first` to `last`, and few others."""
        return slice(bisect_right(self._ends, first), bisect_right(self._starts, last))


class PassageMarks:
    """The figures of a passage as places in its laid-out document."""

    def __init__(self, pane: QTextEdit) -> None:
        self._pane = pane
        self._figures: tuple[Figure, ...] = ()
        self._by_key: Mapping[Key, Figure] = {}
        self._scale = 1.0
        self._reaches = Reaches(())
        self._colours: Mapping[Key, str] = {}
        self._offsets = OffsetMap(())
        self._style: Style | None = None
        self._places: dict[Span, tuple[QRectF, ...]] = {}
        self.selected: Key = NOTHING
        self.hovered: Key = NOTHING
        self.lit: frozenset[Key] = frozenset()
        self.hits: tuple[Span, ...] = ()
        self.current_hit: Span | None = None
        self.unused: tuple[Span, ...] = ()
        self.asides: tuple[Span, ...] = ()
        self.doubted: frozenset[Key] = frozenset()

    def show(
        self,
        figures: tuple[Figure, ...],
        colours: Mapping[Key, str],
        offsets: OffsetMap,
        style: Style,
    ) -> None:
        """Take over the figures of another passage, or the same one dressed anew."""
        if figures != self._figures:
            self.selected = self.hovered = NOTHING
            self.lit = frozenset()
            self.hits, self.current_hit = (), None
            self.unused = self.asides = ()
        self._figures, self._colours = figures, colours
        self._by_key = {figure.key: figure for figure in reversed(figures)}  # the first counts
        self._reaches = Reaches(figure.quantity.words for figure in figures)
        self._offsets, self._style, self._scale = offsets, style, style.scale
        self.forget_places()

    def forget_places(self) -> None:
        """The layout changed: rectangles are asked for again."""
        self._places.clear()

    def chosen(self) -> Span | None:
        """The words of the selected figure; None where none is."""
        figure = self._by_key.get(self.selected)
        return figure.quantity.words if figure is not None else None

    def figure(self, key: Key) -> Figure | None:
        """The figure of `key` in this passage."""
        return self._by_key.get(key)

    def places(self, span: Span) -> tuple[QRectF, ...]:
        """The rectangles of `span`, line by line, in document coordinates."""
        known = self._places.get(span)
        if known is None:
            start, end = self._offsets.position(span.start), self._offsets.position(span.end)
            known = tuple(spans_in(self._pane.document(), start, end))
            self._places[span] = known
        return known

    def key_at(self, where: QPointF) -> Key:
        """The figure whose words cover `where`, with some room around them."""
        for figure in self._near(where.y(), where.y()):
            if any(r.adjusted(-2, -4, 2, 8).contains(where) for r in self._words_of(figure)):
                return figure.key
        return NOTHING

    def unused_at(self, where: QPointF) -> Span | None:
        """The number that no figure uses, marked as such, whose digits cover `where`."""
        near = QRectF(where.x() - 1, where.y() - 1, 2, 2)
        for span in self._in_view(self.unused, near):
            if any(place.adjusted(-2, -4, 2, 8).contains(where) for place in self.places(span)):
                return span
        return None

    def first_below(self, top: float) -> Key:
        """The first figure that stands at or below `top`."""
        for figure in self._near(top, self._pane.document().size().height()):
            places = self._words_of(figure)
            if places and places[0].top() >= top:
                return figure.key
        return NOTHING

    def key_around(self, offset: int) -> Key:
        """The figure whose words hold the place `offset` of the passage."""
        for figure in self._figures:
            words = figure.quantity.words
            if words.start <= offset <= words.end:
                return figure.key
        return NOTHING

    def paint_tints(self, painter: QPainter, clip: QRectF) -> None:
        """The boxes below the words: find hits, the hovered figure, the selected one."""
        if self._style is None:
            return
        colours = self._style.palette
        for hit in self._in_view(self.hits, clip):
            role = colours.hit_current if hit == self.current_hit else colours.hit
            self._fill(painter, clip, self.places(hit), role)
        for figure in self._near(clip.top(), clip.bottom()) if self.lit else ():
            if figure.key in self.lit:
                self._fill(painter, clip, self._words_of(figure), colours.tint)
        hovered, selected = self.figure(self.hovered), self.figure(self.selected)
        if hovered is not None and hovered is not selected:
            self._fill(painter, clip, self._words_of(hovered), colours.tint_light)
        if selected is not None:
            self._fill(painter, clip, self.places(selected.quote), colours.tint_light)
            self._fill(painter, clip, self._words_of(selected), colours.tint)

    def paint_underlines(self, painter: QPainter, clip: QRectF) -> None:
        """A thin line under each figure in its chart's colour, dots under unused ones."""
        if self._style is None:
            return
        thick = max(1.5, self._style.pixels(1.8))
        for figure in self._near(clip.top(), clip.bottom()):
            self._underline(painter, clip, figure, thick)
        for spans, dots in ((self.unused, OF_FIGURES), (self.asides, OF_ASIDES)):
            colour = QColor(self._style.palette.muted)
            colour.setAlpha(dots.alpha)
            seen = self._in_view(spans, clip)
            for place in (place for span in seen for place in self.places(span)):
                if place.intersects(clip):
                    self._dot(painter, place, dots, colour)

    def _near(self, top: float, bottom: float) -> tuple[Figure, ...]:
        """The figures that can stand between two heights: of thousands a few."""
        return self._figures[self._reaches.within(*self._between(top, bottom))]

    def _between(self, top: float, bottom: float) -> tuple[int, int]:
        """The first and the last character of the passage between two heights, a line further at
        either end: a line may run from right to left."""
        layout, fuzzy = self._pane.document().documentLayout(), Qt.HitTestAccuracy.FuzzyHit
        wide, line = self._pane.document().size().width(), LINE * self._scale
        corners = QPointF(0, top - line), QPointF(wide, bottom + line)
        first, last = (self._offsets.offset(layout.hitTest(at, fuzzy)) for at in corners)
        return first, last

    def _in_view(self, spans: tuple[Span, ...], clip: QRectF) -> tuple[Span, ...]:
        """Those of `spans`, given in text order, that can be in `clip`."""
        first, last = self._between(clip.top(), clip.bottom())
        low = bisect_right(spans, first, key=lambda span: span.end)
        high = bisect_right(spans, last, key=lambda span: span.start)
        return spans[max(0, low - 1) : high + 1]

    def _underline(self, painter: QPainter, clip: QRectF, figure: Figure, thick: float) -> None:
        assert self._style is not None
        chosen = figure.key == self.selected
        colour = QColor(self._colours.get(figure.key, self._style.palette.muted))
        if chosen:
            colour = QColor(self._style.palette.selected)
        elif self.selected:
            colour.setAlpha(FADED)
        for place in self._words_of(figure):
            if place.intersects(clip):
                top = place.bottom() + self._style.pixels(1)
                apart = place.adjusted(1, 0, -1, 0)  # two figures that touch stay two
                line = QRectF(apart.left(), top, apart.width(), thick * (1.3 if chosen else 1))
                self._line(painter, line, colour, broken=figure.key in self.doubted)

    def _line(self, painter: QPainter, line: QRectF, colour: QColor, *, broken: bool) -> None:
        if not broken:
            painter.fillRect(line, colour)
            return
        dash = 3 * line.height()
        x = line.left()
        while x < line.right():
            long = min(dash, line.right() - x)
            painter.fillRect(QRectF(x, line.top(), long, line.height()), colour)
            x += 2 * dash

    def _dot(self, painter: QPainter, place: QRectF, dots: Dots, colour: QColor) -> None:
        # At whole pixels: none is smeared.
        x, y = float(round(place.left())), round(place.bottom() + 1)
        while x < place.right():
            painter.fillRect(QRectF(x, y, dots.side, dots.side), colour)
            x += dots.step

    def _fill(
        self, painter: QPainter, clip: QRectF, places: tuple[QRectF, ...], colour: str
    ) -> None:
        for place in places:
            if place.intersects(clip):
                painter.fillRect(place.adjusted(-1, -1, 1, 1), QColor(colour))

    def _words_of(self, figure: Figure) -> tuple[QRectF, ...]:
        return self.places(figure.quantity.words)
