"""A figure's number with its words: what it measures, and what is to be known of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import product

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from viewer.present.presentation_model import Room
from viewer.present.slides.number_painting import draw_number, fitting, pieces_of, width_at
from viewer.present.slides.text_painting import (
    SMALL,
    broken,
    broken_or_cut,
    draw_lines,
    enlargements,
    line_step,
    scale_invariant,
)
from viewer.talk import Step, label_of, standing_of

LONE = (300.0, 260.0, 220.0, 180.0, 150.0, 120.0, 96.0)
"""The number of a figure without a chart, in pixels: the first at which its words fit too."""
LONE_LABELS = (60.0, 50.0, 42.0)
"""Its words, which become smaller before it does."""
POSTER = (720.0, 640.0, 570.0, 500.0, 440.0, 390.0, 340.0, *LONE)
"""The number of a figure that has the whole picture, in pixels."""
POSTER_LABELS = (96.0, 84.0, 72.0, 60.0)
"""Its words, none smaller than where it shares the picture."""
ASIDE, POSTER_ASIDE = 32.0, 42.0
HALF, MORE = 0.5, 0.66
"""The part of the width up to which a number has its words to its right, and up to which where
these are short."""
SHORT = 2
"""The lines of short words at most."""
ABOVE_LONE = 0.35
"""How much of the height that a number and the words below it leave free is above them."""
LABEL = 42.0
LABEL_SIZES = (1.0, 0.85, 0.7)
"""What a long label is set in, as parts of the size of a short one."""
GAP = 64.0
"""Between a number and its words or its chart beside it."""

_Lines = list[tuple[tuple[str, ...], QFont, str]]


@dataclass(frozen=True, slots=True)
class Head:
    """A number at a size, and words in lines with face and colour; `below` is where they end."""

    size: float
    baseline: float
    left: float
    top: float
    lines: _Lines

    @property
    def below(self) -> float:
        """Where the last of the words, or the number, ends."""
        words = self.top + sum(len(lines) * line_step(font) for lines, font, _ in self.lines)
        last = line_step(self.lines[-1][1]) * 0.75  # from its baseline to the next one's ascent
        return max(words - last, self.baseline + self.size * 0.2)


@dataclass(frozen=True, slots=True)
class HeadMaker:
    """Sets the number of a step and its words, for type that is painted `scale` times as large;
    `aside` is the type of what stands below the label."""

    room: Room
    step: Step
    scale: float
    aside: float = ASIDE

    def lone(self, area: QRectF) -> Head:
        """A number that has all the room to itself: its words to its right where they have room
        there, below it otherwise."""
        if self._goes_beside(area):
            return self._largest(area, LONE, LONE_LABELS, self._lone_beside)
        return _lowered(self._largest(area, LONE, LONE_LABELS, self.under), area, ABOVE_LONE)

    def _goes_beside(self, area: QRectF) -> bool:
        """Whether there is as much room beside a number as it takes itself, or nearly as much and
        enough for short words."""
        pieces = pieces_of(self.room.figure_of(self.step))
        largest = scale_invariant(LONE[0], self.scale)
        taken = width_at(pieces, largest, self.room.audience) / area.width()
        if taken <= HALF or taken > MORE:
            return taken <= HALF
        label = scale_invariant(LONE_LABELS[0], self.scale)
        words = self.beside(area, largest, label).lines
        return all(len(lines) <= SHORT for lines, _, _ in words)

    def poster(self, area: QRectF) -> Head:
        """A number that has the whole picture, as large as it can be with its words below it, in
        the middle of the height."""
        large = replace(self, aside=POSTER_ASIDE)
        return _lowered(self._largest(area, POSTER, POSTER_LABELS, large.under), area, 0.5)

    def _largest(
        self,
        area: QRectF,
        numbers: tuple[float, ...],
        labels: tuple[float, ...],
        make: Callable[[QRectF, float, float], Head],
    ) -> Head:
        """The first of these sizes at which the words end inside the area, else the last."""
        sizes = [scale_invariant(one, self.scale) for one in numbers]
        for most, label in product(sizes, enlargements(labels, self.scale)):
            head = make(area, most, label)
            if head.below <= area.bottom():
                break
        return head

    def _lone_beside(self, area: QRectF, most: float, label: float) -> Head:
        """Number and words in the middle of the height, the last of the words on its baseline."""
        head = self.beside(area, most, label)
        after = sum(len(lines) * line_step(font) for lines, font, _ in head.lines[1:])
        lines, bold, _ = head.lines[0]
        before = (len(lines) - 1) * line_step(bold)
        tall = max(head.size * 0.8, before + bold.pixelSize())
        baseline = area.top() + (area.height() - after + tall) / 2
        return replace(head, baseline=baseline, top=baseline - before)

    def under(self, area: QRectF, most: float, label: float) -> Head:
        """A number at the top of an area with its words below it."""
        pieces = pieces_of(self.room.figure_of(self.step))
        size = fitting(pieces, most, area.width(), self.room.audience)
        baseline = area.top() + size * 0.92
        lines = self._words(area.width(), label, 4)
        return Head(size, baseline, area.left(), baseline + label * 1.6, lines)

    def beside(self, area: QRectF, most: float, label: float, longest: int = 4) -> Head:
        """A number with its words to the right of it."""
        pieces = pieces_of(self.room.figure_of(self.step))
        size = fitting(pieces, most, area.width() * 0.55, self.room.audience)
        left = area.left() + width_at(pieces, size, self.room.audience) + GAP
        lines = self._words(area.right() - left, label, longest)
        return Head(size, area.top() + size * 0.92, left, area.top() + label * 1.1, lines)

    def _words(self, width: float, size: float, most: int) -> _Lines:
        """Label and asides in lines."""
        sans, label = self.room.audience.faces.sans_font, label_of(self.step)
        fonts = [sans(max(SMALL, size * smaller), bold=True) for smaller in LABEL_SIZES]
        for bold in fonts:
            lines, cut = broken_or_cut(label, bold, width, most)
            if not cut:
                break
        found: _Lines = [(lines, bold, "ink")]
        for text in self._asides():
            small = sans(self.aside)
            found.append((broken(text, small, width, most), small, "muted"))
        return found

    def _asides(self) -> list[str]:
        """Below the label: that it is no fact, what is computed of it, its base, its origin."""
        step, words = self.step, self.room.words_of(self.step)
        metric, mark = step.metric, self.room.mark_of(step)
        said = [one for one in (standing_of(metric, step.point, words),) if one]
        if mark is not None and mark.computed is not None:
            formula = mark.computed.formula
            said.append(words("present.computed", formula=formula))
        if metric is not None and metric.versus:
            said.append(words("present.versus", versus=metric.versus))
        if step.point is not None and step.point.origin:
            said.append(words("present.origin", origin=step.point.origin))
        elif step.said is None and not (step.point and step.point.formula):
            said.append(words("present.not-found"))
        return said


def _lowered(head: Head, area: QRectF, part: float) -> Head:
    """The same with that part of what is free below it above it."""
    down = max(0.0, area.bottom() - head.below) * part
    return replace(head, baseline=head.baseline + down, top=head.top + down)


def paint_head(painter: QPainter, left: float, step: Step, head: Head, room: Room) -> None:
    """The number, its unit and the words that bound it in one line, and the words to it."""
    pieces = pieces_of(room.figure_of(step))
    draw_number(painter, QPointF(left, head.baseline), pieces, head.size, room.audience)
    colours, y = room.audience.palette, head.top
    for lines, font, role in head.lines:
        colour = QColor(str(getattr(colours, role)))
        y = draw_lines(painter, QPointF(head.left, y), lines, font, colour)
