"""What a console says in figures and signs: times, place in the talk, what is switched on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.design import Palette
from viewer.i18n import Words
from viewer.present.console.scaled_widget import ScaledWidget
from viewer.present.presentation_model import Room
from viewer.present.slides.slide_painter import step_label, step_words
from viewer.present.slides.text_painting import (
    broken,
    draw_lines,
    draw_text,
    draw_text_right,
    elided,
    line_step,
    width_of,
)
from viewer.rendering.spots import Spot, SpotMemory, words_of
from viewer.rendering.style import Style
from viewer.rendering.tips import show_tip
from viewer.talk import Blank, Light, Part, TalkState, said

LAST_MINUTES = 120.0
"""Seconds before the end from which the time left is told instead of the pace."""
NOTICED = 15_000
"""Milliseconds that a notice stands."""
ABOVE_PACE = 24.0
"""Where the place is written if beside the pace not even its step has room: the times are large."""
PARTED = " · "
"""What parts section, step and figure."""


@dataclass(frozen=True, slots=True)
class Times:
    """What the clocks show: the time of day, seconds spent and planned, seconds behind the plan.

    `waiting` says that they start with the first move. `left` are the seconds to the end, less
    than none after it, and `until` is the time of day at which it is, where that was planned.
    `step` are, in a rehearsal, the seconds of the present step: spent, planned, in the last run.
    """

    now: str = ""
    elapsed: float = 0.0
    planned: float | None = None
    behind: float | None = None
    running: bool = True
    waiting: bool = False
    left: float | None = None
    until: str = ""
    step: tuple[float, float | None, float | None] | None = None

    @property
    def closing(self) -> bool:
        """Whether the last minutes run, or the time is over."""
        return self.left is not None and self.left <= LAST_MINUTES


class TimeBar(ScaledWidget):
    """The upper edge of the console: time of day, elapsed and planned, pace, place in the talk."""

    heights = (64, 64)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.times = Times()
        self.place = ""
        self._spots = SpotMemory()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_times(self, times: Times) -> None:
        """Show new times."""
        if times != self.times:
            self.times = times
            self.update()

    def show_place(self, place: str) -> None:
        """Show another place of the talk."""
        if place != self.place:
            self.place = place
            show_tip(self, place)
            self.update()

    def spots(self) -> tuple[Spot, ...]:
        """The times and the place, as words."""
        return self._spots.of((self.times, self.place), lambda: words_of(*self._texts()))

    def _texts(self) -> Iterator[str]:
        words, times = self._style.words, self.times
        if times.now:
            yield f"{words('present.now')} {times.now}"
        yield f"{words('present.elapsed')} {said(times.elapsed)} {self._planned()}".strip()
        yield self._pace()
        yield self.place

    def _planned(self) -> str:
        times = self.times
        if times.planned is None:
            return ""
        if times.until:
            return self._style.words("present.until", time=times.until)
        return f"/ {said(times.planned)}"

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Large times on the left, the place on the right."""
        del event
        painter = self.painter()
        style, words, times = self._style, self._style.words, self.times
        colours, sans = style.palette, style.faces.sans_font
        small, big, base = sans(14), sans(46, bold=True), 52.0
        muted, ink = QColor(colours.muted), QColor(colours.ink)
        x = draw_text(painter, QPointF(0, base), words("present.now"), small, muted) + 10
        x = draw_text(painter, QPointF(x, base), times.now, big, ink) + 36
        x = draw_text(painter, QPointF(x, base), words("present.elapsed"), small, muted) + 10
        x = draw_text(painter, QPointF(x, base), said(times.elapsed), big, self._pace_colour()) + 10
        if times.planned is not None:
            x = draw_text(painter, QPointF(x, base), self._planned(), sans(22), muted) + 20
        pace, before = self._pace(), x
        if pace:
            x = draw_text(painter, QPointF(x, base), pace, sans(18), self._pace_colour()) + 20
        line, font = base, sans(20)
        nearest = self.place.rpartition(PARTED)[2]
        if width_of(nearest, font) > self.wide - x and not self.times.step:
            line, x = ABOVE_PACE, before
        place = _ending(self.place, font, max(0.0, self.wide - x))
        draw_text_right(painter, QPointF(self.wide, line), place, font, muted)
        draw_text_right(painter, QPointF(self.wide, 20), self._step_text(), small, muted)

    def _step_text(self) -> str:
        """In a rehearsal the time of the present step beside what is known of it."""
        if self.times.step is None:
            return ""
        parts = zip(("spent", "planned", "last"), self.times.step, strict=True)
        words = self._style.words
        told = [
            words(f"present.step-{name}", time=said(one)) for name, one in parts if one is not None
        ]
        return " · ".join(told)

    def _pace(self) -> str:
        words, times = self._style.words, self.times
        if times.waiting:
            return words("present.clock-waits")
        if not times.running:
            return words("present.paused")
        if times.closing and times.left is not None:
            key = "present.over" if times.left < 0 else "present.left"
            return words(key, time=said(abs(times.left)))
        if times.behind is None:
            return ""
        if abs(times.behind) < 1:
            return words("present.on-pace")
        key = "present.behind" if times.behind > 0 else "present.ahead"
        return words(key, time=said(abs(times.behind)))

    def _pace_colour(self) -> QColor:
        colours, times = self._style.palette, self.times
        if not times.running:
            return QColor(colours.faint)
        if times.behind is None:
            return QColor(colours.ink)
        over = times.left is not None and times.left < 0
        late = colours.bad if over or times.behind > 60 else colours.warn
        soon = over or times.closing or times.behind > 15
        return QColor(late if soon else colours.good)


TITLED = 52
"""The width that a section's title is written into, at least."""


class Segments(ScaledWidget):
    """The steps of the run as one row, sections parted; a click goes to a step."""

    heights = (24, 140)
    chose = Signal(int)

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.place = 0
        self._spots = SpotMemory()
        self._lines: dict[tuple[str, float, int, bool], tuple[str, ...]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as there is room, high enough for the titles."""
        return QSize(400, 84) * self.growth

    def renew(self, room: Room) -> None:
        """Show the steps of a newer version of the talk; the present one is told next."""
        self._room, self.place = room, 0
        self._lines.clear()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Have the titles broken anew."""
        super().resizeEvent(event)
        self._lines.clear()

    def show_place(self, place: int) -> None:
        """Mark another step as the present one."""
        self.place = place
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """What was said in one colour, the present step in another, what is to come in a third."""
        del event
        painter = self.painter()
        painter.setPen(Qt.PenStyle.NoPen)
        colours = self._room.console.palette
        here = self._room.talk.outer(self.place)
        for place, rect in zip(self._room.talk.beats, self.rects(), strict=True):
            past = colours.series[0] if place < here else colours.line
            painter.setBrush(QColor(colours.selected if place == here else past))
            painter.drawRoundedRect(rect, 2, 2)
        self._paint_titles(painter)

    def _paint_titles(self, painter: QPainter) -> None:
        """Below the steps of each section its title; where one has no room for it the numbers of
        all, and below them the title of the present one."""
        most = int((self.high - 26) // 19)
        if most < 1:
            return
        places = self._places()
        titled = all(width >= TITLED for _, _, width in places)
        taken: list[tuple[float, float]] = []
        for part, first, width in places:
            present = part is self._present
            font = self._font(present=present)
            title = f"{part.number} {part.section.title}" if titled else f"{part.number}"
            left = min(first, self.wide - width_of(f"{part.number}", font))
            right = left + max(width, width_of(f"{part.number}", font))
            if any(left < end + 4 and right > start - 4 for start, end in taken):
                continue  # of many sections not every number finds room
            taken.append((left, right))
            lines = self._broken(title, max(width, 24), most, present=present)
            draw_lines(painter, QPointF(left, 32), lines, font, self._colour(present=present))
        if not titled and most > 1 and self._present.number:
            self._paint_present(painter, taken[0][0])

    def _broken(self, title: str, width: float, most: int, *, present: bool) -> tuple[str, ...]:
        """A title in lines, which are the same from step to step."""
        key = title, width, most, present
        if key not in self._lines:
            self._lines[key] = broken(title, self._font(present=present), width, most)
        return self._lines[key]

    def _paint_present(self, painter: QPainter, left: float) -> None:
        """The title of the present section in a line of its own, below its number where it fits."""
        font = self._font(present=True)
        title = elided(self._present.section.title, font, self.wide)
        at = QPointF(min(left, self.wide - width_of(title, font)), 32 + 1.2 * line_step(font))
        draw_lines(painter, at, (title,), font, self._colour(present=True))

    def _places(self) -> list[tuple[Part, float, float]]:
        """The sections of the run, the present one first, with where their steps begin and how far
        these reach."""
        talk, rects = self._room.talk, self.rects()
        parts = [part for part in talk.parts if part.number and talk.in_run(part.first)]
        parts.sort(key=lambda part: part is not self._present)
        edges = [
            (
                rects[talk.step_number_at(part.first) - 1].left(),
                rects[talk.step_number_at(part.end - 1) - 1].right(),
            )
            for part in parts
        ]
        return [
            (part, left, right - left - 4) for part, (left, right) in zip(parts, edges, strict=True)
        ]

    @property
    def _present(self) -> Part:
        return self._room.talk.part_at(self.place)

    def _font(self, *, present: bool) -> QFont:
        return self._room.console.faces.sans_font(13, bold=present)

    def _colour(self, *, present: bool) -> QColor:
        colours = self._room.console.palette
        return QColor(colours.ink if present else colours.faint)

    def spots(self) -> tuple[Spot, ...]:
        """The steps of the run, the present one selected."""
        return self._spots.of(id(self._room.talk), self._steps)

    def _steps(self) -> Iterator[Spot]:
        room, talk = self._room, self._room.talk
        for number, place in enumerate(talk.beats):
            count = step_label(room, place, room.console.words)
            yield Spot(
                " · ".join((count, *step_words(room, place))),
                rect=partial(self._pixels, number),
                selected=partial(self._is_here, place),
            )

    def _pixels(self, number: int) -> QRectF:
        rect, growth = self.rects()[number], self.growth
        left, top = rect.left() * growth, rect.top() * growth
        return QRectF(left, top, rect.width() * growth, rect.height() * growth)

    def _is_here(self, place: int) -> bool:
        return place == self._room.talk.outer(self.place)

    def rects(self) -> list[QRectF]:
        """Where each step of the run stands."""
        talk = self._room.talk
        parts = [part for part in talk.parts if talk.in_run(part.first)]
        count = len(talk.beats)
        between = min(3.0, self.wide / count / 4)  # of many steps, more than the gaps is seen
        wide = between * 4
        gaps = between * (count - len(parts)) + wide * (len(parts) - 1)
        width = max(1.0, (self.wide - gaps) / count)
        rects: list[QRectF] = []
        x = 0.0
        for part in parts:
            for _ in range(talk.step_number_at(part.first) - 1, talk.step_number_at(part.end - 1)):
                rects.append(QRectF(x, 4, width, 9))
                x += width + between
            x += wide - between
        return rects

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the step that was clicked."""
        at = event.position().x() / self.growth
        places = zip(self._room.talk.beats, self.rects(), strict=True)
        hit = (place for place, rect in places if at <= rect.right() + 3)
        place = next(hit, None)
        if place is not None:
            self.chose.emit(place)


def _ending(text: str, font: QFont, width: float) -> str:
    """As many of the last parts of a text as have room, the last one cut if it has none."""
    while width_of(text, font) > width and PARTED in text:
        text = text.partition(PARTED)[2]
    return elided(text, font, width)


@dataclass(frozen=True, slots=True)
class Sign:
    """A loud word on the console: its text and the role of the colour behind it."""

    text: str
    role: str


def signs_of(state: TalkState, words: Words, audience: bool, pinned: str = "") -> tuple[Sign, ...]:
    """What a presenter must not overlook, the most urgent first; `pinned` names a pinned figure."""
    signs: list[Sign] = []
    if state.asking:
        signs.append(Sign(words("present.sign.asking"), "bad"))
    if state.typed and not state.panel:
        signs.append(Sign(words("present.sign.typed", typed=state.typed), "accent"))
    if state.blank is not Blank.NOTHING:
        signs.append(Sign(words(f"present.sign.{state.blank}"), "bad"))
    if state.held is not None:
        signs.append(Sign(words("present.sign.frozen"), "warn"))
    if not audience:
        signs.append(Sign(words("present.sign.no-audience"), "bad"))
    if state.light is not Light.NOTHING:
        signs.append(Sign(words(f"present.sign.{state.light}"), "accent"))
    if state.pen:
        signs.append(Sign(words(f"present.sign.{state.pen}"), "accent"))
    if state.rehearsing:
        signs.append(Sign(words("present.sign.rehearsing"), "good"))
    if state.zoomed:
        signs.append(Sign(words("present.sign.zoomed"), "accent"))
    if state.pinned is not None:
        signs.append(Sign(words("present.sign.pinned", label=pinned), "accent"))
    if state.passage:
        signs.append(Sign(words("present.sign.passage"), "accent"))
    return tuple(signs)


class SignBar(ScaledWidget):
    """A caption, the loud signs beside it, and the latest notice at the right."""

    heights = (34, 34)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.signs: tuple[Sign, ...] = ()
        self.caption = ""
        self.notice = ""
        self._spots = SpotMemory()
        self._fading = QTimer(self, singleShot=True, interval=NOTICED)
        self._fading.timeout.connect(self._fade)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_signs(self, caption: str, signs: Sequence[Sign]) -> None:
        """Show what is switched on."""
        self.caption, self.signs = caption, tuple(signs)
        self.update()

    def spots(self) -> tuple[Spot, ...]:
        """The caption, what is switched on, and the notice, as words."""
        texts = (self.caption, *(sign.text for sign in self.signs), self.notice)
        return self._spots.of(texts, lambda: words_of(*texts))

    def show_notice(self, notice: str) -> None:
        """Show for a while what happened: a display that went, a question saved."""
        self.notice = notice
        show_tip(self, notice)  # it may be longer than the room beside the signs
        self._fading.start()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Filled signs one after the other; what does not fit is cut at its end."""
        del event
        painter = self.painter()
        colours, sans = self._style.palette, self._style.faces.sans_font
        x = draw_text(painter, QPointF(0, 23), self.caption, sans(14), QColor(colours.muted)) + 14
        bold = sans(15, bold=True)
        for sign in self.signs:
            text = elided(sign.text, bold, max(0.0, self.wide - x - 20))
            box = QRectF(x, 3, width_of(text, bold) + 20, 27)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_fill(sign, colours))
            painter.drawRoundedRect(box, 4, 4)
            draw_text(painter, QPointF(x + 10, 22), text, bold, QColor(colours.page))
            x = box.right() + 8
        if self.notice:
            text = elided(self.notice, sans(14), max(0.0, self.wide - x - 4))
            draw_text(painter, QPointF(x + 4, 23), text, sans(14), QColor(colours.warn))

    def _fade(self) -> None:
        self.notice = ""
        self.setToolTip("")
        self.update()


def _fill(sign: Sign, colours: Palette) -> QColor:
    return QColor(str(getattr(colours, sign.role)))
