"""Paints one picture of the talk: a section's title, or one figure with its words and its chart.

A picture is painted on a canvas of 1080 units height and of the width that its window's shape
gives; the painter is scaled, so that type is as large on every screen as its place in the room is.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from viewer.model import Section
from viewer.present.cards import TitleCard
from viewer.present.figure import FigurePane
from viewer.present.passage_painter import Column
from viewer.present.presentation_model import Room
from viewer.present.text_painting import elided, put, put_right, shrunk
from viewer.talk import Part, Shown, Step, room_type

HEIGHT = 1080.0
MARGIN = 72.0
GAP = 72.0
TOP = 168.0
FOOT = 1000.0
A_STEP = 1.09
"""How much + makes the passage larger."""


class Slide:
    """Paints the pictures of a talk on one canvas; keeps what takes time to lay out."""

    def __init__(self, room: Room, width: float) -> None:
        self.room = room
        self.width = width
        self._columns: dict[tuple[int, int], Column] = {}
        self._figures = FigurePane(room)

    def paint(self, painter: QPainter, shown: Shown) -> None:
        """Paint one picture, canvas units, the page first."""
        colours = self.room.audience.palette
        painter.fillRect(QRectF(0, 0, self.width, HEIGHT), QColor(colours.page))
        talk = self.room.talk
        step, part = talk.steps[shown.place], talk.part_at(shown.place)
        self._paint_foot(painter, shown.place)
        if shown.zoomed and self.room.scenes[part.section.id]:
            self._paint_header(painter, part)
            self._figures.paint_zoomed(painter, self._body(), step)
        elif step.point is None:
            TitleCard(self.room, part).paint(painter, QRectF(MARGIN, 96, self._inner, FOOT - 96))
        else:
            self._paint_header(painter, part)
            self._paint_figure(painter, step, part, shown.size)

    def passage_area(self) -> QRectF:
        """Where the passage of a figure's step stands."""
        wide = self.width / HEIGHT > 1.45
        share = 0.44 if wide else 0.46
        return QRectF(MARGIN, TOP, round((self._inner - GAP) * share), FOOT - TOP)

    def figure_area(self) -> QRectF:
        """Where the figure and its chart stand."""
        left = self.passage_area().right() + GAP
        return QRectF(left, TOP, self.width - MARGIN - left, FOOT - TOP)

    def column(self, part: Part, size: int) -> Column:
        """The passage of a section, `size` steps of + from the type chosen for its length."""
        key = (part.first, size)
        if key not in self._columns:
            self._columns[key] = self.set_passage(part.section, size)
        return self._columns[key]

    def set_passage(self, section: Section, size: int) -> Column:
        """Set a passage; where the estimate for its length was careful, as large as really fits."""
        area = self.passage_area().size()
        chosen = room_type(len(section.passage.text), area.width(), area.height())

        def column(pixels: float) -> Column:
            return Column(section, self.room.audience, max(28, round(pixels)), area)

        if size:
            return column(chosen * A_STEP**size)
        for more in (8, 6, 4, 2):
            larger = column(chosen + more)
            if larger.height <= area.height():
                return larger
        return column(chosen)

    @property
    def _inner(self) -> float:
        return self.width - 2 * MARGIN

    def _body(self) -> QRectF:
        return QRectF(MARGIN, TOP, self._inner, FOOT - TOP)

    def _paint_figure(self, painter: QPainter, step: Step, part: Part, size: int) -> None:
        steps = self.room.talk.steps[part.first : part.end]
        if part.section.passage.text.strip():
            area = self.passage_area()
            self.column(part, size).paint(painter, area.topLeft(), steps, step)
            self._figures.paint(painter, self.figure_area(), step)
        else:
            self._figures.paint(painter, self._body(), step)

    def _paint_header(self, painter: QPainter, part: Part) -> None:
        style = self.room.audience
        colours, sans = style.palette, style.faces.sans_font
        count = sum(self.room.talk.in_run(p.first) for p in self.room.talk.parts)
        number = f"{part.number} / {max(count, part.number)}"
        at = put(painter, QPointF(MARGIN, 96), number, sans(30), QColor(colours.faint))
        left = at + 24
        room = self.width - MARGIN - left
        title = part.section.title
        font = shrunk(title, lambda size: sans(size, bold=True), (46, 34), room)
        put(painter, QPointF(left, 96), elided(title, font, room), font, QColor(colours.ink))

    def _paint_foot(self, painter: QPainter, place: int) -> None:
        """Place in the talk: a line along the lower edge and the count of steps above it."""
        talk, style = self.room.talk, self.room.audience
        font, colour = style.faces.sans_font(24), QColor(style.palette.faint)
        if talk.in_run(place):
            said = style.words("present.step", number=place + 1, count=talk.run)
            reach = self.width * (place + 1) / talk.run
            accent = QColor(style.palette.accent)
            painter.fillRect(QRectF(0, HEIGHT - 6, reach, 6), accent)
        else:
            said = style.words("present.backup")
        put_right(painter, QPointF(self.width - MARGIN, 1046), said, font, colour)
        source = talk.briefing.source
        named = " ".join(filter(None, (source.publication, source.page, source.date)))
        if named:
            told = elided(style.words("present.source", source=named), font, self.width * 0.6)
            put(painter, QPointF(MARGIN, 1046), told, font, colour)
