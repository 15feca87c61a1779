"""Below the whole passage: where its lit words stand in the report, and what was proven of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from viewer.present.presentation_model import Room
from viewer.present.slides.text_painting import (
    broken,
    draw_lines,
    draw_text,
    draw_text_right,
    line_step,
    scale_invariant,
    width_of,
)
from viewer.talk import Step

TYPE = 34.0
ABOVE, WITHIN = 30.0, 16.0
"""Between the passage and the line above the band, and between that line and the words."""
APART = 60.0
"""Between source and proof in one line, at least."""


@dataclass(frozen=True)
class ProofBand:
    """Source, page and paragraph, and that the figures agree with the original, at the foot of an
    `area`: in one line where they fit beside each other."""

    area: QRectF
    room: Room
    step: Step
    scale: float = 1.0

    @property
    def free(self) -> QRectF:
        """What the passage has of the area."""
        if not self._high:
            return self.area
        return self.area.adjusted(0, 0, 0, -self._high - scale_invariant(ABOVE, self.scale, 16))

    def paint(self, painter: QPainter) -> None:
        """Paint it; nothing where neither a source is named nor anything was proven."""
        if not self._high:
            return
        colours, area = self.room.audience.palette, self.area
        top = area.bottom() - self._high
        painter.fillRect(QRectF(area.left(), top, area.width(), 2), QColor(colours.line))
        y = top + WITHIN + self._font.pixelSize()
        draw_lines(painter, QPointF(area.left(), y), self._source, self._font, QColor(colours.ink))
        if self.room.proof:
            at, good = QPointF(area.right(), area.bottom() - self._below), QColor(colours.good)
            if self._side_by_side:
                draw_text_right(painter, at, self.room.proof, self._bold, good)
            else:
                at.setX(area.left())
                draw_text(painter, at, self.room.proof, self._bold, good)

    @property
    def _high(self) -> float:
        lines = len(self._source) + (bool(self.room.proof) and not self._side_by_side)
        if not lines:
            return 0.0
        return WITHIN + self._font.pixelSize() + (lines - 1) * line_step(self._font) + self._below

    @property
    def _below(self) -> float:
        """What letters take below the last baseline."""
        return self._font.pixelSize() * 0.25

    @property
    def _font(self) -> QFont:
        return self.room.audience.faces.sans_font(TYPE)

    @property
    def _bold(self) -> QFont:
        return self.room.audience.faces.sans_font(TYPE, bold=True)

    @cached_property
    def _source(self) -> tuple[str, ...]:
        said = " · ".join(filter(None, (self.room.source, self._paragraph)))
        return broken(said, self._font, self.area.width(), 2) if said else ()

    @cached_property
    def _side_by_side(self) -> bool:
        source, proof = self._source, self.room.proof
        if len(source) != 1 or not proof:
            return False
        taken = width_of(source[0], self._font) + width_of(proof, self._bold)
        return taken + APART <= self.area.width()

    @property
    def _paragraph(self) -> str:
        """The paragraph of the lit words, of how many; empty where none holds them."""
        passage = self.room.talk.parts[self.step.part].section.passage
        said = self.step.said
        lit = said.quantity.words if said is not None else self.step.span
        number = passage.paragraph_number(lit) if lit is not None else 0
        if not number:
            return ""
        count = len(passage.paragraphs)
        return self.room.audience.words("present.paragraph", number=number, count=count)
