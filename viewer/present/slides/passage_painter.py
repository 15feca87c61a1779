"""The passage as the room reads it: one sentence lit, its figure marked, the rest stepped back.

Its lines are those of a printed page: a number stays with its unit, what a line has to spare goes
between hanzi and never into a number, and a line with too much to spare is left short.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from viewer.model import Section, Span
from viewer.present.presentation_model import dim
from viewer.rendering.style import Style
from viewer.rendering.table_tabs import columns, tables
from viewer.rendering.typeset.line_breaking import HELD, Fill
from viewer.rendering.typeset.paragraph_layout import Setter, Setting, Type, units_before
from viewer.rendering.typeset.shaped_line import Shaped
from viewer.rendering.typeset.unbreakable_numbers import unbreakable_numbers
from viewer.talk import QuotedFigure, Step, highlighted_span

LINE = 1.75
"""Line height as a multiple of the type: the room's lines are shorter than a page's."""
INDENT, BETWEEN = 2.0, 0.5
"""Ems before a paragraph's first line, and below its last."""
STROKE = 0.05
"""How much thicker the strokes of the lit figure are, as a part of the type's size."""
NEAR = 2_000
"""Characters before and after what is lit that are set: more than any picture holds."""
NEARER = 1.4
"""Lines that a paragraph's first line may be further away, to be the first one in view."""
LONGEST = 3_000
"""A paragraph is set in parts of at most so many characters: its lines are sought together."""

_SENTENCE_ENDS = "。！？；\n"


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph, or a cell of a table's row, as it is set.

    `span` are its characters in the passage, `left` and `top` its place in the column.
    """

    span: Span
    setting: Setting
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class _Ink:
    """Characters of a passage in one colour; `heavy` ones have thicker strokes."""

    span: Span
    colour: QColor
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Around which words a passage is set; a line begins at the character `head`."""

    span: Span
    head: int = 0


class Column:
    """One section's passage at one size of type, lit anew for each step.

    Of a long passage the paragraphs `near` its lit words are set, and no others.
    """

    def __init__(
        self,
        section: Section,
        style: Style,
        size: int,
        room: QSizeF,
        *,
        near: Near | None = None,
        setter: Setter | None = None,
    ) -> None:
        self.size = size
        self._section = section
        self._text = section.passage.text
        self._dim = dim(style)
        self._style = style
        self.room = room
        self._setter = setter or Setter(style.faces)
        self._line = LINE * size
        self._blocks: list[_Block] = []
        self.height = self._set(near or Near(Span(0, 0)))

    def _set(self, near: Near) -> float:
        """Set the paragraphs near a span one below the other; the height they take."""
        top = after = 0.0
        stops = _stops(self._section, self._style.faces.serif_font(self.size))
        for span, first in _headed(near_by(self._section, near.span), near.head, stops):
            cells = list(self._cells(span, stops.get(span), first=first))
            for left, part, setting in cells:
                self._blocks.append(_Block(part, setting, left, top))
            after = self.size * (BETWEEN if span not in stops else 0.0)
            top += max(self._setter.count(one) for _, _, one in cells) * self._line + after
        return top - after

    def _cells(
        self, span: Span, stops: Sequence[float] | None, *, first: bool
    ) -> Iterator[tuple[float, Span, Setting]]:
        """The parts of a paragraph that stand side by side: one, or the cells of a row."""
        words = span.of(self._text)
        wide = self.room.width()
        spread = Fill.SPREAD if stops is None else Fill.RAGGED
        indent = INDENT if first and stops is None else 0.0
        set_ = Type(self.size, self._line, serif=True, indent=indent, fill=spread)
        if stops is None:
            yield 0.0, span, Setting(words, set_, wide, unbreakable_numbers(words), HELD)
            return
        at = span.start
        for cell, left in zip(words.split("\t"), (0.0, *stops), strict=False):
            part = Span(at, at + len(cell))
            yield left, part, Setting(cell, set_, max(wide - left, 2.0 * self.size))
            at = part.end + 1

    def paint(
        self,
        painter: QPainter,
        at: QPointF,
        steps: Iterable[Step],
        lit: Step,
        scroll: float | None = None,
    ) -> None:
        """Paint it at `at`, `lit` of the section's `steps` standing out.

        At rest whole lines are shown; while it is moving, at a `scroll` between, all that is in
        view.
        """
        moving = scroll is not None
        if scroll is None:
            scroll = self.scroll(lit.said, lit.span)
        view = QRectF(at, self.room)
        painter.save()
        painter.setClipRect(view.adjusted(-8, -2, 8, 2))
        painter.translate(at.x(), at.y() - scroll)
        inks = self._inks(lit)
        shown = (scroll, scroll + self.room.height() + 1)
        for block in self._blocks:
            self._paint_block(painter, block, inks, shown, whole=not moving)
        self._paint_underlines(painter, steps, lit, shown)
        painter.restore()

    def _inks(self, lit: Step) -> list[_Ink]:
        """What is not in the colour of the rest: the figure and the words around it."""
        colours, said = self._style.palette, lit.said
        span = highlighted_span(self._text, said.quote) if said is not None else lit.span
        if span is None:
            return []
        ink = QColor(colours.ink)
        if said is None:
            return [_Ink(span, ink)]
        figure = said.quantity.words
        return [
            _Ink(Span(span.start, max(span.start, figure.start)), ink),
            _Ink(figure, QColor(colours.on_selected), heavy=True),
            _Ink(Span(min(span.end, figure.end), span.end), ink),
        ]

    def _paint_block(
        self,
        painter: QPainter,
        block: _Block,
        inks: Sequence[_Ink],
        shown: tuple[float, float],
        *,
        whole: bool,
    ) -> None:
        for number, line in enumerate(self._setter.lines(block.setting)):
            top = block.top + number * self._line
            bottom = top + self._line
            if bottom <= shown[0] or top >= shown[1] or (whole and bottom > shown[1]):
                continue
            shaped = self._setter.line(block.setting, number)
            start = block.span.start + line.start
            for ink in _over(Span(start, block.span.start + line.end), inks, self._dim):
                self._paint_run(painter, shaped, QPointF(block.left, top), start, ink)

    def _paint_run(
        self, painter: QPainter, shaped: Shaped, at: QPointF, start: int, ink: _Ink
    ) -> None:
        """Characters of a line in one colour; those of a figure in their box, and heavier.

        They are drawn twice: a bold face would break the lines anew.
        """
        ends = ink.span.start, ink.span.end
        first, last = (units_before(shaped.text, place - start) for place in ends)
        if ink.heavy:
            self._fill_box(painter, self._rects(ink.span)[0])
        painter.setPen(ink.colour)
        shift = STROKE * self.size / 2 if ink.heavy else 0.0
        for by in {shift, -shift}:
            shaped.draw_units(painter, at + QPointF(by, 0), (first, last))

    def scroll(self, said: QuotedFigure | None, span: Span | None = None) -> float:
        """How far the passage is moved up so that the lit words are in view, by whole lines.

        Lit are the sentence of a figure, or a paragraph.
        """
        high = self.room.height()
        lit = highlighted_span(self._text, said.quote) if said is not None else span
        if self.height <= high or lit is None:
            return 0.0
        top, bottom = _extent(self._rects(lit))
        wanted = top - max(0.0, high - (bottom - top)) * 0.4
        if said is not None and bottom - top > high:  # higher than the room: its figure then
            wanted = _extent(self._rects(said.quantity.words))[0] - high * 0.4
        tops = sorted(set(self._tops()))
        last = next((top for top in tops if top >= self.height - high - 1), 0.0)
        heads = {block.top for block in self._blocks}

        def away(start: float) -> float:
            """How far off a first line is; the head of a paragraph may be a line further off than
            one that shows no more than the last words of it."""
            whole = start <= top and bottom <= start + high + 1
            return abs(start - wanted) - (NEARER * self._line if start in heads and whole else 0.0)

        return min((one for one in tops if one <= last), key=away)

    def seen(self, said: QuotedFigure | None, span: Span | None = None) -> Span:
        """The characters that are in view with these words lit."""
        top = self.scroll(said, span)
        low = top + self.room.height() + 1
        lines = [
            Span(line.start, line.end).moved(block.span.start)
            for block in self._blocks
            for number, line in enumerate(self._setter.lines(block.setting))
            if top <= block.top + number * self._line <= low - self._line
        ]
        return Span(lines[0].start, lines[-1].end) if lines else Span(0, 0)

    def shows_with(self, said: QuotedFigure, at: int) -> bool:
        """Whether a figure stands in the line of the character `at`."""
        tops = {
            rects[0].top() for rects in map(self._rects, (Span(at, at + 1), said.quantity.words))
        }
        return len(tops) == 1

    def _tops(self) -> Iterator[float]:
        """Where each line begins."""
        for block in self._blocks:
            for number in range(self._setter.count(block.setting)):
                yield block.top + number * self._line

    def figure_rects(self, said: QuotedFigure) -> list[QRectF]:
        """Where the figure stands, from the top of the passage, line by line."""
        return self._rects(said.quantity.words)

    def _rects(self, span: Span) -> list[QRectF]:
        """Where characters stand, from the top of the passage, line by line."""
        found: list[QRectF] = []
        for block in self._blocks:
            inside = _shared(span, block.span)
            if inside is not None:
                own = inside.moved(-block.span.start)
                rects = self._setter.rects(block.setting, own)
                found += [rect.translated(block.left, block.top) for _, rect in rects]
        return found

    def _fill_box(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._style.palette.selected))
        painter.drawRoundedRect(rect.adjusted(-3, -2, 3, 2), 4, 4)

    def _paint_underlines(
        self, painter: QPainter, steps: Iterable[Step], lit: Step, shown: tuple[float, float]
    ) -> None:
        painter.setPen(QPen(self._dim, 2))
        for step in steps:
            if step.said is None or step.key == lit.key:
                continue
            for rect in self._rects(step.said.quantity.words):
                if shown[0] <= rect.top() and rect.bottom() <= shown[1]:
                    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def near_by(section: Section, near: Span) -> list[tuple[Span, bool]]:
    """The paragraphs of a passage around a span, long ones in parts, and whether each is the
    first part of one."""
    text = section.passage.text
    parts = [
        (part, part.start == whole.start)
        for whole in section.passage.paragraphs
        for part in _parts(text, whole)
    ]
    low, high = near.start - NEAR, near.end + NEAR
    return [(part, first) for part, first in parts if part.end > low and part.start < high]


def _headed(
    parts: Iterable[tuple[Span, bool]], head: int, rows: Container[Span]
) -> Iterator[tuple[Span, bool]]:
    """The same, the one around a character begun there, unless it is a row of a table."""
    for part, first in parts:
        if part.start < head < part.end and part not in rows:
            yield Span(head, part.end), False
        else:
            yield part, first


def _parts(text: str, span: Span) -> Iterator[Span]:
    """A paragraph in parts that end with a sentence where one ends in time."""
    start = span.start
    while span.end - start > LONGEST:
        limit = start + LONGEST
        ends = (text.rfind(end, start + LONGEST // 2, limit) for end in _SENTENCE_ENDS)
        end = max(ends) + 1 or limit
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _stops(section: Section, font: QFont) -> dict[Span, Sequence[float]]:
    """Where the columns of tables but their first begin, by row."""
    text, found = section.passage.text, dict[Span, Sequence[float]]()
    for rows in tables(text, section.passage.paragraphs):
        tabs = columns([row.of(text) for row in rows], font)
        places = [float(tab.position) for tab in tabs]
        found |= dict.fromkeys(rows, places)
    return found


def _over(line: Span, inks: Sequence[_Ink], rest: QColor) -> Iterator[_Ink]:
    """The characters of a line in runs of one colour."""
    at = line.start
    for ink in inks:
        inside = _shared(line, ink.span)
        if inside is None:
            continue
        if at < inside.start:
            yield _Ink(Span(at, inside.start), rest)
        yield _Ink(inside, ink.colour, ink.heavy)
        at = inside.end
    if at < line.end:
        yield _Ink(Span(at, line.end), rest)


def _shared(one: Span, other: Span) -> Span | None:
    """The characters that two spans share."""
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start, end) if start < end else None


def _extent(rects: Sequence[QRectF]) -> tuple[float, float]:
    """From the top of the first to the foot of the last."""
    return (rects[0].top(), rects[-1].bottom()) if rects else (0.0, 0.0)
