"""The drawn part of a row: its track, its bar or dot, and the axis that a log scale needs."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from viewer.chart.layout.canvas import Align, Bar, Box, Dot, PlotAxis, RuleLine, Sheet, Text, Track
from viewer.chart.layout.extent import BarExtent, span_of
from viewer.chart.notation import Treatment
from viewer.chart.scale import position
from viewer.chart.scene import Before, Mark, MarkRole, Scene
from viewer.design import Role

UNDERLINE = 4.0
"""The line of a whole whose parts are drawn along it."""
BEFORE, BEFORE_GAP = 6.0, 2.0
"""How thick the bar of what was before is, and how far below the other."""
THINNEST = 1.5
"""A bar of a figure above zero is at least this long, so that it can be seen to be there."""


def place_mark(mark: Mark, span: BarExtent, scene: Scene, sheet: Sheet, strip: Box) -> float:
    """Place a mark in its strip; gives where its drawing ends, so that the value goes there."""
    if not span.drawn:
        return strip.x - 10
    if scene.axis.log:
        return _dot(mark, span, sheet, strip)
    if span.track:
        _track(mark, span, sheet, strip)
    left = strip.x + strip.width * min(span.start, span.end)
    right = strip.x + strip.width * max(span.start, span.end)
    if mark.end and right - left < THINNEST:
        left, right = (left - THINNEST, right) if span.falls else (left, left + THINNEST)
    tip = "left" if span.falls else "right"
    whole = sheet.style.stacked and mark.place is MarkRole.WHOLE
    if whole:
        place_parts(scene, sheet, strip)
        strip = Box(strip.x, strip.bottom - UNDERLINE, strip.width, UNDERLINE)
    bar = Bar(
        Box(left, strip.y, right - left, strip.height),
        mark.role,
        mark.key,
        mark.ending,
        tip,
        treatment=mark.treatment,
        room=_room(span, strip.x + strip.width * span.track - right),
    )
    sheet.bars.append(bar)
    if mark.before:
        _before(mark.before, mark, scene, sheet, strip)
    if span.track:
        return strip.x + strip.width * max(span.track, span.end)
    return left if span.falls else right


def _before(before: Before, mark: Mark, scene: Scene, sheet: Sheet, strip: Box) -> None:
    """A thin dashed bar beneath another: what its figure was before, computed."""
    axis = scene.axis
    left, right = sorted(
        strip.x + strip.width * position(at, axis.low, axis.high) for at in (Decimal(0), before.end)
    )
    box = Box(left, strip.bottom + BEFORE_GAP, max(right - left, THINNEST), BEFORE)
    sheet.bars.append(Bar(box, Role.MUTED, mark.key, treatment=Treatment.DASHED))


def _room(span: BarExtent, beyond: float) -> float | None:
    """How far an arrow may reach: never out of the whole that the mark is a part of."""
    return max(0.0, beyond) if span.track and span.end <= span.track else None


def _track(mark: Mark, span: BarExtent, sheet: Sheet, strip: Box) -> None:
    box = Box(strip.x, strip.y, strip.width * span.track, strip.height)
    sheet.tracks.append(Track(box, mark.key, outlined=mark.goal or sheet.style.outlined))


def _dot(mark: Mark, span: BarExtent, sheet: Sheet, strip: Box) -> float:
    x, y = strip.x + strip.width * span.end, strip.y + strip.height / 2
    clear = sheet.sizes.stroke * 2.4
    if x - clear > strip.x:
        sheet.rules.append(RuleLine(strip.x, y, x - clear, y, Role.LINE))
    dot = Dot(x, y, mark.role, mark.key, mark.ending, tip="right", treatment=mark.treatment)
    sheet.dots.append(dot)
    return x + 4


def place_parts(scene: Scene, sheet: Sheet, strip: Box) -> None:
    """All parts end to end along their whole, above the rows that name them."""
    for mark in scene.marks:
        if mark.place is MarkRole.WHOLE:
            continue
        span = span_of(scene, mark, sheet.style)
        box = Box(
            strip.x + strip.width * span.start,
            strip.y,
            max(0.0, strip.width * (span.end - span.start) - 1),
            strip.height - UNDERLINE - 2,
        )
        sheet.bars.append(Bar(box, mark.role, mark.key, treatment=mark.treatment))


def place_zero(scene: Scene, sheet: Sheet, area: Box) -> None:
    """The line that bars stand on; the mark of a full track where shares go beyond theirs."""
    axis = scene.axis
    shares = sheet.style.of_track
    signed = axis.low < 0 or sheet.style.signed
    if axis.log or not (axis.high > 1 if shares else signed):
        return
    part = float(Decimal(1) / axis.high) if shares else span_of(scene, None, sheet.style).start
    x = area.x + area.width * part
    sheet.rules.append(RuleLine(x, area.y - 3, x, area.bottom + 3, Role.FAINT))


def place_axis(scene: Scene, sheet: Sheet) -> None:
    """Powers of ten below the rows, as many as have room for their names."""
    plot, axis = sheet.plot, scene.axis
    ticks = [
        (plot.x + plot.width * position(power, axis.low, axis.high, log=True), name)
        for power, name in axis.powers
    ]
    top = plot.bottom + sheet.sizes.step * 0.6
    sheet.axes.append(PlotAxis(Box(plot.x, top, plot.width, 6), tuple(x for x, _ in ticks)))
    for box, name in _named(ticks, sheet, top + 8):
        sheet.texts.append(Text(box, (name,), sheet.sizes.tick, Role.MUTED, Align.CENTRE))
    sheet.y = top + 8 + sheet.sizes.tick.height


def _named(
    ticks: Sequence[tuple[float, str]], sheet: Sheet, top: float
) -> Sequence[tuple[Box, str]]:
    """The names of all ticks; where they have no room, of every second, third … from the last."""
    face = sheet.sizes.tick
    boxes = []
    for x, name in ticks:
        wide = sheet.measure(name, face)
        left = min(max(0.0, x - wide / 2), sheet.width - wide)
        boxes.append((Box(left, top, wide, face.height), name))
    for step in range(1, len(boxes) + 1):
        some = boxes[::-1][::step][::-1]
        if all(one.right + 6 < other.x for (one, _), (other, _) in pairwise(some)):
            return some
    return []
