"""Horizontal marks in rows: bars, shares, parts, changes, ranges, stages, places on a log axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from viewer.chart.layout.canvas import Align, Box, HitArea, Sheet, Text
from viewer.chart.layout.extent import PLAIN, BarExtent, RowStyle, span_of
from viewer.chart.layout.rowmarks import place_axis, place_mark, place_parts, place_zero
from viewer.chart.layout.sizes import Face
from viewer.chart.layout.text import wrapped
from viewer.chart.layout.text_block import SetText, write_text
from viewer.chart.scene import BoundStyle, Mark, MarkRole, Scene
from viewer.design import Role

WIDEST_LABEL = 0.4
"""The part of the width that labels may take beside their bars."""
LEAST_PLOT = 0.26
"""The part of the width that bars must keep; with less, labels go above them."""


@dataclass(frozen=True, slots=True)
class RowNote:
    """An annotation behind a value, measured."""

    text: str
    width: float
    key: str


@dataclass(frozen=True, slots=True)
class MeasuredRow:
    """A mark with its words measured."""

    mark: Mark
    span: BarExtent
    said: str
    aside: str
    said_width: float
    aside_width: float
    arrow: float
    notes: tuple[RowNote, ...] = ()

    @property
    def words_width(self) -> float:
        """The width of the value and what is said beside it."""
        widths = [width for *_, width in self.words]
        return sum(widths) + 10 * max(0, len(widths) - 1)

    @property
    def words(self) -> tuple[tuple[str, str, float], ...]:
        """What is written at the bar, with the key and the width of each."""
        key = self.mark.key
        said = ((self.said, key, self.said_width), (self.aside, key, self.aside_width))
        notes = tuple((note.text, note.key, note.width) for note in self.notes)
        return (*(word for word in said if word[0]), *notes)


@dataclass(frozen=True, slots=True)
class Plan:
    """How the width is shared out: labels, bars, values; `above` where labels go above."""

    above: bool
    label: float
    plot: Box
    before: float
    """Room for values of falls, left of the plot."""


def place_rows(scene: Scene, sheet: Sheet, style: RowStyle = PLAIN) -> None:
    """Place every mark in a row of its own, under the whole where parts are stacked."""
    sheet.style = style
    marks = [mark for mark in scene.marks if mark.place is not MarkRole.UNDER]
    rows = _aligned([_row(scene, mark, sheet) for mark in marks])
    inner = sheet.width - 2 * sheet.sizes.pad
    plan = _plan(scene, rows, inner, sheet)
    top = sheet.y
    if style.stacked and not any(m.place is MarkRole.WHOLE for m in scene.marks):
        place_parts(scene, sheet, Box(plan.plot.x, sheet.y, plan.plot.width, sheet.sizes.bar))
        sheet.y += sheet.sizes.bar + sheet.sizes.step
    for row in rows:
        (_above if plan.above else _beside)(row, scene, sheet, plan)
    sheet.y -= sheet.sizes.step if rows else 0
    sheet.plot = Box(plan.plot.x, top, plan.plot.width, max(1.0, sheet.y - top))
    if rows and not plan.above:
        place_zero(scene, sheet, sheet.plot)
    if scene.axis.log:
        place_axis(scene, sheet)


def annotation_of(scene: Scene, mark: Mark) -> str:
    """What is said beside a value: that it was computed, that it is not in the passage."""
    said = [f"{mark.computed.text} {scene.computed_word}".strip()] if mark.computed else []
    if mark.remark:
        said.append(mark.remark)
    return " · ".join(said)


def _row(scene: Scene, mark: Mark, sheet: Sheet) -> MeasuredRow:
    aside, span = annotation_of(scene, mark), span_of(scene, mark, sheet.style)
    said = mark.drawn(sheet.sizes.heading)
    arrow = 0.0 if mark.ending in {BoundStyle.EXACT, BoundStyle.SOFT} else sheet.sizes.arrow
    if span.track and span.end <= span.track:
        arrow = 0.0  # it stays inside the track
    return MeasuredRow(
        mark,
        span,
        said,
        aside,
        sheet.measure(said, sheet.sizes.value),
        sheet.measure(aside, sheet.sizes.aside),
        arrow,
        tuple(_notes(scene, mark, sheet)),
    )


def _notes(scene: Scene, mark: Mark, sheet: Sheet) -> Iterator[RowNote]:
    """The annotations of a mark."""
    for other in scene.tied.get(mark.key, ()):
        yield RowNote(other.note, sheet.measure(other.note, sheet.sizes.aside), other.key)


def _aligned(rows: Sequence[MeasuredRow]) -> Sequence[MeasuredRow]:
    """Values behind full tracks stand under each other: all keep room for the longest arrow."""
    arrow = max((row.arrow for row in rows), default=0.0)
    return [replace(row, arrow=arrow) if row.span.track >= 1 else row for row in rows]


def _plan(scene: Scene, rows: Sequence[MeasuredRow], inner: float, sheet: Sheet) -> Plan:
    """Labels beside the bars if the bars keep enough room, else above them."""
    falls = [row for row in rows if row.span.falls]
    rises = [row for row in rows if not row.span.falls]
    before = max((row.words_width + row.arrow + 10 for row in falls), default=0.0)
    after = max((row.words_width + row.arrow + 10 for row in rises), default=0.0)
    natural = max(_label_width(scene, row.mark, sheet) for row in rows)
    for most in (WIDEST_LABEL, 0.3):
        label = min(natural, most * inner)
        gap = sheet.sizes.gap if label else 0.0
        left = inner - label - gap - before - after
        if not sheet.sizes.above and left >= max(LEAST_PLOT * inner, 70):
            x = sheet.sizes.pad + label + gap + before
            return Plan(False, label, Box(x, 0, left, 0), before)
    arrows = max((row.arrow for row in rows), default=0.0)
    front = arrows if falls else 0.0
    if scene.axis.log:  # a dot at either end is drawn whole
        front, arrows = sheet.sizes.stroke * 3, arrows + sheet.sizes.stroke * 3
    plot = Box(sheet.sizes.pad + front, 0, max(40.0, inner - arrows - front), 0)
    return Plan(True, inner, plot, 0.0)


def _label_width(scene: Scene, mark: Mark, sheet: Sheet) -> float:
    if len(scene.marks) == 1 and mark.label == scene.title and sheet.sizes.heading:
        return 0.0
    return sheet.measure(mark.label, sheet.sizes.label) + 1


def _beside(row: MeasuredRow, scene: Scene, sheet: Sheet, plan: Plan) -> None:
    lines, elided = (
        wrapped(row.mark.label, plan.label, sheet.sizes.label, sheet.measure)
        if plan.label
        else ((), False)
    )
    height = max(sheet.sizes.bar, len(lines) * sheet.sizes.label.height)
    centre = sheet.y + height / 2
    if lines:
        tall = len(lines) * sheet.sizes.label.height
        box = Box(sheet.sizes.pad, centre - tall / 2, plan.label, tall)
        role = Role.MUTED if row.mark.place is MarkRole.REST else Role.INK
        sheet.texts.append(
            Text(box, lines, sheet.sizes.label, role, Align.RIGHT, row.mark.key, elided)
        )
    strip = Box(plan.plot.x, centre - sheet.sizes.bar / 2, plan.plot.width, sheet.sizes.bar)
    end = place_mark(row.mark, row.span, scene, sheet, strip)
    _values(row, sheet, centre, end)
    _hit(row, sheet, sheet.y, height)
    sheet.y += height + sheet.sizes.step


def _values(row: MeasuredRow, sheet: Sheet, centre: float, end: float) -> None:
    """The value at the bar's end: right of a rise, left of a fall."""
    past = row.arrow + 10
    x = end - past - row.words_width if row.span.falls else end + past
    _annotation_line(row, sheet, x, centre)


def _above(row: MeasuredRow, scene: Scene, sheet: Sheet, plan: Plan) -> None:
    """Label and value in a line above the bar; under each other where both do not fit."""
    top, inner = sheet.y, sheet.width - 2 * sheet.sizes.pad
    named = _label_width(scene, row.mark, sheet)
    one_line = named + 16 + row.words_width <= inner
    if named:
        wide = inner - row.words_width - 16 if one_line else inner
        lines, elided = wrapped(row.mark.label, wide, sheet.sizes.label, sheet.measure)
        box = Box(sheet.sizes.pad, sheet.y, wide, len(lines) * sheet.sizes.label.height)
        role = Role.MUTED if row.mark.place is MarkRole.REST else Role.INK
        sheet.texts.append(
            Text(box, lines, sheet.sizes.label, role, Align.LEFT, row.mark.key, elided)
        )
        sheet.y = box.bottom
    if named and one_line:
        x = sheet.sizes.pad + inner - row.words_width
        _annotation_line(row, sheet, x, sheet.y - sheet.sizes.label.height / 2)
    else:
        _annotation_below(row, sheet)
    sheet.y += sheet.sizes.bar * 0.2
    strip = Box(
        plan.plot.x, sheet.y, plan.plot.width, sheet.sizes.bar * (1 if sheet.sizes.above else 0.7)
    )
    place_mark(row.mark, row.span, scene, sheet, strip)
    place_zero(scene, sheet, strip)
    _hit(row, sheet, top, strip.bottom - top)
    sheet.y = strip.bottom + sheet.sizes.step * 1.2


def _annotation_line(row: MeasuredRow, sheet: Sheet, x: float, centre: float) -> None:
    """Value, what is said beside it and annotations, one behind the other."""
    for text, key, wide in row.words:
        face, role = _face(row, text, key, sheet)
        box = Box(x, centre - face.height / 2, wide, face.height)
        sheet.texts.append(Text(box, (text,), face, role, Align.LEFT, key))
        if key != row.mark.key:
            _note_hit(box, key, sheet)
        x = box.right + 10


def _annotation_below(row: MeasuredRow, sheet: Sheet) -> None:
    """The same, each on a line of its own."""
    for text, key, _ in row.words:
        face, role = _face(row, text, key, sheet)
        spot = Box(sheet.sizes.pad, sheet.y, sheet.width - 2 * sheet.sizes.pad, 0)
        top, sheet.y = sheet.y, write_text(sheet, SetText(text, face, role, key), spot)
        if key != row.mark.key:
            _note_hit(Box(spot.x, top, spot.width, sheet.y - top), key, sheet)


def _face(row: MeasuredRow, text: str, key: str, sheet: Sheet) -> tuple[Face, Role]:
    """How a text at a bar is written: the value large, annotations in ink, the rest muted."""
    if key != row.mark.key:
        return sheet.sizes.aside, Role.INK
    value = text == row.said
    return (sheet.sizes.value, Role.INK) if value else (sheet.sizes.aside, Role.MUTED)


def _note_hit(box: Box, key: str, sheet: Sheet) -> None:
    sheet.hits.append(HitArea(Box(box.x - 4, box.y - 2, box.width + 8, box.height + 4), key))


def _hit(row: MeasuredRow, sheet: Sheet, top: float, height: float) -> None:
    if row.mark.key:
        half = sheet.sizes.step / 2
        box = Box(sheet.sizes.pad / 2, top - half, sheet.width - sheet.sizes.pad, height + 2 * half)
        sheet.hits.append(HitArea(box, row.mark.key))
