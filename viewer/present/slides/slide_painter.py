"""Paints one picture of the talk: a page, a section's title, a chart, or a figure with its words.

A picture is painted on a canvas of 1080 units height and of the width that its window's shape
gives; the painter is scaled, so that type is as large on every screen as its place in the room is.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter

from viewer.i18n import Words
from viewer.model import Span
from viewer.present.presentation_model import Room
from viewer.present.slides.anatomy import Anatomy, Strip
from viewer.present.slides.cards import TitleCard
from viewer.present.slides.comparison import paint_comparison
from viewer.present.slides.figure import FigurePane
from viewer.present.slides.pages import PAGES, paint_page
from viewer.present.slides.passage_painter import BETWEEN, LINE, Column, Near, near_by
from viewer.present.slides.proof_band import ProofBand
from viewer.present.slides.text_painting import (
    SMALL,
    draw_text,
    draw_text_right,
    elided,
    scale_invariant,
    shrunk,
    width_of,
)
from viewer.present.slides.type_sizes import Fit, TypeFitter
from viewer.rendering.typeset.paragraph_layout import Setter
from viewer.talk import (
    PAIRED,
    Part,
    Shown,
    Step,
    StepKind,
    clause_at,
    compared_with,
    label_of,
    room_type,
    standing_of,
)
from viewer.talk.sentence import SMALLEST

HEIGHT = 1080.0
MARGIN = 72.0
GAP = 36.0
TOP = 156.0
FOOT = 80.0
"""Height below the body: the line of the step and the source."""
A_STEP = 1.09
"""How much + makes type larger; what fills the picture keeps its size."""
STRIP, STRIP_ALONE = 3, 5
"""Lines of the passage below a chart, and below a number without one."""
TYPE, TYPE_ALONE = 40, 50
"""Type of that strip."""
STRIP_MOST = 0.54
"""The part of the height that it takes at most."""
LONGEST_LINE = 1500.0


def shows_passage(room: Room, shown: Shown) -> bool:
    """Whether a picture is of the whole passage: a page and a section without words show none."""
    step, part = room.talk.steps[shown.place], room.talk.part_at(shown.place)
    return shown.passage and step.kind not in PAGES and bool(part.section.passage.text.strip())


def shows_zoomed(room: Room, shown: Shown) -> bool:
    """Whether a picture is of a chart alone: a page and a section without charts show none."""
    step, part = room.talk.steps[shown.place], room.talk.part_at(shown.place)
    return shown.zoomed and step.kind not in PAGES and bool(room.scenes[part.section.id])


class Slide:
    """Paints the pictures of a talk on one canvas; keeps what takes time to lay out."""

    def __init__(self, room: Room, width: float) -> None:
        self.room = room
        self.width = width
        self._columns: dict[tuple[object, ...], Column] = {}
        self._figures = FigurePane(room)
        self._anatomy = Anatomy()
        self._setter = Setter(room.audience.faces)
        self._fewer = 0
        self.types = TypeFitter(self._paint, partial(_lines, room, self._figures))

    def paint(self, painter: QPainter, shown: Shown) -> Anatomy:
        """Paint one picture, canvas units, the page first; what can move in it.

        Its type is as large as asked for, or as large as it can be with nothing smaller or gone.
        """
        return self._paint(painter, self.types.fitted(shown))

    def _paint(self, painter: QPainter, fit: Fit) -> Anatomy:
        shown, self._fewer = fit.shown, fit.fewer
        colours = self.room.audience.palette
        painter.fillRect(QRectF(0, 0, self.width, HEIGHT), QColor(colours.page))
        painter.save()
        scale = A_STEP**shown.size
        painter.scale(scale, scale)
        self._anatomy = self._figures.anatomy = Anatomy(scale)
        canvas = QRectF(0, 0, self.width / scale, HEIGHT / scale)
        self._paint_foot(painter, canvas, shown)
        self._paint_body(painter, canvas, shown)
        painter.restore()
        return self._anatomy

    def _paint_body(self, painter: QPainter, canvas: QRectF, shown: Shown) -> None:
        talk = self.room.talk
        step, part = talk.steps[shown.place], talk.part_at(shown.place)
        body, scale = body_of(canvas), scale_of(canvas)
        self._anatomy.body = body
        if step.kind in PAGES:
            paint_page(painter, _page_of(canvas, 84), step, self.room, scale)
        elif shows_passage(self.room, shown):
            self._paint_header(painter, canvas, part, self._paint_proof(painter, body, step, part))
        elif shows_zoomed(self.room, shown):
            self._paint_header(painter, canvas, part, self._paint_zoomed(painter, body, step))
        elif (pair := self._pair(shown)) is not None:
            self._paint_header(painter, canvas, part)
            paint_comparison(painter, body, self.room, pair, self._figures)
        elif step.kind is StepKind.SECTION:
            TitleCard(self.room, part, scale).paint(painter, _page_of(canvas, 96))
        else:
            self._paint_header(painter, canvas, part)
            self._paint_step(painter, body, step, part)

    def _pair(self, shown: Shown) -> Step | None:
        """The comparison that is shown: one of the talk's own, or one made on the spot."""
        step = self.room.talk.steps[shown.place]
        if shown.against is not None and step.metric is not None:
            return replace(step, against=compared_with(self.room.talk, shown.against))
        return step if step.kind in PAIRED else None

    def _paint_step(self, painter: QPainter, body: QRectF, step: Step, part: Part) -> None:
        if step.kind is StepKind.TEXT:
            column = self._fitting_column(body.size(), step, part)
            self._paint_column(painter, body.topLeft(), column, step, part)
        elif step.kind is StepKind.CHART:
            self._figures.paint_chart(painter, body, step)
        else:
            self._paint_figure(painter, body, step, part)

    def _paint_zoomed(self, painter: QPainter, body: QRectF, step: Step) -> str:
        """The chart alone, or of a section as many as are read, with how many of all they are; of
        a number that no chart adds to, the number alone, as large as the picture takes it."""
        if step.point is not None and not self._figures.shows_chart(step):
            self._figures.paint_alone(painter, body, step)
        elif self.room.scene_of(step) is not None:
            beside = self._above_words(body, step) if step.point is not None else None
            self._figures.paint_chart(painter, body, step, beside)
        else:
            shown, count = self._figures.paint_charts(painter, body, step)
            if shown < count:
                words = self.room.audience.words
                return words("present.some-charts", shown=shown, count=count)
        return ""

    def _paint_figure(self, painter: QPainter, body: QRectF, step: Step, part: Part) -> None:
        """A figure with its chart, and below both the sentence that says it."""
        if step.said is None:
            self._figures.paint(painter, body, step)
            return
        strip = self.strip_area(body, step)
        gap = scale_invariant(GAP, self._anatomy.scale)
        self._figures.paint(painter, self._above_words(body, step), step)
        type_, said = self.strip_type(step), step.said
        column = self.column(part, type_, strip.size(), step)
        clause = clause_at(part.section.passage.text, said.quote)
        if strip.height() < 2 * type_ * LINE and not column.shows_with(said, clause.start):
            column = self.column(part, type_, strip.size(), step, clause.start)
        colours = self.room.audience.palette
        line = QRectF(strip.left(), strip.top() - gap / 2, strip.width(), 2)
        painter.fillRect(line, QColor(colours.line))
        steps, scroll = self._steps(part), column.scroll(step.said)
        column.paint(painter, strip.topLeft(), steps, step)
        self._anatomy.add_words(column, strip, scroll, steps)
        self._anatomy.strip = Strip(column, strip, scroll, steps, step)
        box = next(iter(column.figure_rects(step.said)), None)
        if box is not None:
            self._anatomy.words = box.translated(strip.left(), strip.top() - scroll)

    def _above_words(self, body: QRectF, step: Step) -> QRectF:
        """Where a figure and its chart stand: above its words, where there are any."""
        if step.said is None:
            return body
        gap = scale_invariant(GAP, self._anatomy.scale)
        return QRectF(body.topLeft(), _above(body, self.strip_area(body, step), gap))

    def strip_area(self, body: QRectF, step: Step) -> QRectF:
        """Where the words of a figure stand, below its chart; they give way to what the back row
        has to read there."""
        most = max(1, _most_lines(step, self._figures) - self._fewer)
        strips = [self._strip(body, step, lines) for lines in range(most, 0, -1)]
        gap = scale_invariant(GAP, self._anatomy.scale)
        figures = (QRectF(body.topLeft(), _above(body, strip, gap)) for strip in strips)
        reads = (self._figures.reads(figure, step) for figure in figures)
        return next((strip for strip, read in zip(strips, reads, strict=True) if read), strips[0])

    def _strip(self, body: QRectF, step: Step, lines: int) -> QRectF:
        type_ = self.strip_type(step)
        one = type_ * LINE
        most = scale_invariant(one * lines + type_ * BETWEEN * (lines > 1), self._anatomy.scale)
        lines = max(1, min(lines, int((most - type_ * BETWEEN * (lines > 1)) / one + 0.01)))
        lines = max(1, min(lines, int(body.height() * STRIP_MOST / one)))
        # one end of a paragraph may stand among them
        height = one * lines + type_ * BETWEEN * (lines > 1)
        return QRectF(body.left(), body.bottom() - height, body.width(), height)

    def strip_type(self, step: Step) -> int:
        """The type of these words: larger below a number that has no chart."""
        return TYPE if self._figures.shows_chart(step) else TYPE_ALONE

    def _paint_proof(self, painter: QPainter, body: QRectF, step: Step, part: Part) -> str:
        """The whole passage, and below it where its lit words stand and what was proven; of one
        that is too long which paragraphs of it are shown."""
        band = ProofBand(body, self.room, step, self._anatomy.scale)
        passage = part.section.passage
        lit = step if step.said or step.span else replace(step, span=Span(0, len(passage.text)))
        column = self._whole_column(band.free.size(), lit, part)
        self._paint_column(painter, band.free.topLeft(), column, lit, part)
        band.paint(painter)
        seen = column.seen(lit.said, lit.span)
        if passage.text[: seen.start].strip() or passage.text[seen.end :].strip():
            ends = (Span(seen.start, seen.start + 1), Span(seen.end - 1, seen.end))
            first, last = map(passage.paragraph_number, ends)
            return self.room.audience.words("present.excerpt", first=first, last=last)
        return ""

    def _whole_column(self, room: QSizeF, step: Step, part: Part) -> Column:
        """The passage as large as it fits; where else it is cut, in longer lines and smaller type,
        as far as the back row reads it."""
        plain = self._fitting_column(room, step, part)
        if plain.height <= room.height():
            return plain
        length, space = len(part.section.passage.text), room.width() * room.height()
        smaller = (
            self.column(part, size, room, step)
            for size in range(plain.size, SMALLEST - 1, -1)
            if length * size * size * LINE <= space
        )
        return next((one for one in smaller if one.height <= room.height()), plain)

    def _fitting_column(self, room: QSizeF, step: Step, part: Part) -> Column:
        wide = min(room.width(), LONGEST_LINE)
        size = room_type(len(part.section.passage.text), wide, room.height())
        return self.column(part, size, QSizeF(wide, room.height()), step)

    def _paint_column(
        self, painter: QPainter, at: QPointF, column: Column, step: Step, part: Part
    ) -> None:
        """A passage, the words of its step in view."""
        steps, area = self._steps(part), QRectF(at, column.room)
        column.paint(painter, at, steps, step)
        self._anatomy.add_words(column, area, column.scroll(step.said, step.span), steps)

    def column(self, part: Part, size: int, room: QSizeF, step: Step, head: int = 0) -> Column:
        """The passage of a section around a step's words in type of `size`, laid out for a room
        of this size, a line begun at the character `head`."""
        near = step.said.quote if step.said is not None else step.span or Span(0, 0)
        paragraphs = near_by(part.section, near)
        ends = *paragraphs[:1], *paragraphs[-1:]
        key = (part.section.id, size, room.width(), room.height(), *ends, head)
        if key not in self._columns:
            style = self.room.audience
            self._columns[key] = Column(
                part.section, style, size, room, near=Near(near, head), setter=self._setter
            )
        return self._columns[key]

    def _steps(self, part: Part) -> tuple[Step, ...]:
        return self.room.talk.steps[part.first : part.end]

    def _paint_header(self, painter: QPainter, canvas: QRectF, part: Part, aside: str = "") -> None:
        """The number and the title of a section, and what is to be said `aside`."""
        style, scale = self.room.audience, scale_of(canvas)
        colours, sans = style.palette, style.faces.sans_font
        number = f"{part.number} / {max(self.room.talk.sections, part.number)}"
        margin, y = scale_invariant(MARGIN, scale), scale_invariant(84, scale, 48)
        at = draw_text(painter, QPointF(margin, y), number, sans(30), QColor(colours.faint))
        end = canvas.width() - margin
        if aside:
            draw_text_right(painter, QPointF(end, y), aside, sans(30), QColor(colours.muted))
            end -= width_of(aside, sans(30)) + 24
        left = at + 24
        sizes = 34.0, max(SMALL, scale_invariant(34, scale))
        font = shrunk(part.section.title, sans, sizes, end - left)
        title = elided(part.section.title, font, end - left)
        draw_text(painter, QPointF(left, y), title, font, QColor(colours.muted))

    def _paint_foot(self, painter: QPainter, canvas: QRectF, shown: Shown) -> None:
        """Place in the talk: a line along the lower edge and the count of steps above it; and the
        source, which the opening and the whole passage name themselves."""
        talk, style, place = self.room.talk, self.room.audience, shown.place
        font, colour = style.faces.sans_font(SMALL), QColor(style.palette.faint)
        scale = scale_of(canvas)
        base = canvas.height() - scale_invariant(30, scale, 20)
        if talk.in_run(place):
            said = step_label(self.room, place, style.words)
            reach = canvas.width() * talk.step_number_at(place) / len(talk.beats)
            accent = QColor(style.palette.accent)
            painter.fillRect(QRectF(0, canvas.height() - 6, reach, 6), accent)
        else:
            said = style.words("present.backup")
        margin = scale_invariant(MARGIN, scale)
        end = canvas.width() - margin
        draw_text_right(painter, QPointF(end, base), said, font, colour)
        own = talk.steps[place].kind is StepKind.TITLE or shows_passage(self.room, shown)
        if self.room.source and not own:
            told = elided(self.room.source, font, canvas.width() * 0.6)
            draw_text(painter, QPointF(margin, base), told, font, colour)


def _lines(room: Room, figures: FigurePane, shown: Shown) -> int:
    """Lines of the passage that a picture has below its figure at most."""
    step = room.talk.steps[shown.place]
    own = shown.passage or shown.zoomed or shown.against is not None
    return 0 if own or step.said is None else _most_lines(step, figures)


def _most_lines(step: Step, figures: FigurePane) -> int:
    return STRIP if figures.shows_chart(step) else STRIP_ALONE


def _above(body: QRectF, strip: QRectF, gap: float) -> QSizeF:
    """What is left of the body above the words of a figure."""
    return QSizeF(body.width(), strip.top() - gap - body.top())


def scale_of(canvas: QRectF) -> float:
    """How many times as large as without + and - type is on a canvas."""
    return HEIGHT / canvas.height()


def body_of(canvas: QRectF) -> QRectF:
    """The part of a canvas below the section's name and above the foot."""
    scale = scale_of(canvas)
    margin, top, foot = (
        scale_invariant(MARGIN, scale),
        scale_invariant(TOP - 20, scale, 68),
        scale_invariant(FOOT + 20, scale, 58),
    )
    return canvas.adjusted(margin, top, -margin, -foot)


def _page_of(canvas: QRectF, top: float) -> QRectF:
    """The part of a canvas that a page without a section's name above it has."""
    scale = scale_of(canvas)
    margin = scale_invariant(MARGIN, scale)
    return canvas.adjusted(
        margin, scale_invariant(top, scale, 40), -margin, -scale_invariant(FOOT + 16, scale, 64)
    )


def step_words(room: Room, place: int) -> tuple[str, ...]:
    """What a step shows, in words: its section, and of a figure label, value and standing."""
    step = room.talk.steps[place]
    words = room.words_of(step)
    standing = standing_of(step.metric, step.point, words)
    said = (
        room.talk.parts[step.part].section.title,
        label_of(step),
        room.figure_of(step).whole,
        standing,
    )
    return tuple(filter(None, said))


def step_label(room: Room, place: int, words: Words) -> str:
    """The number of a step as the room counts, and of a figure within it its own."""
    talk = room.talk
    said = words("present.step", number=talk.step_number_at(place), count=len(talk.beats))
    if talk.steps[place].inner:
        inner = talk.inner_of(place)
        within = words("present.within", number=place - inner.start + 1, count=len(inner))
        said = f"{said} · {within}"
    return said
