"""The words of a line or column chart: periods below, values at points, names at line ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from viewer.chart.layout.canvas import Align, Box, PlotAxis, RuleLine, Sheet, Text
from viewer.chart.layout.periodplot import Plot
from viewer.chart.layout.sizes import RAISED, Face
from viewer.chart.layout.text import wrapped
from viewer.chart.scene import Mark, Scene
from viewer.design import Role

DOT = 4.0
"""What a value keeps free around its point; beside it, around the point while it is lit."""
FEW = 6
"""The values of a line with no more points than this are all written."""


def name_periods(plot: Plot, sheet: Sheet, top: float, ends_only: bool = False) -> float:
    """Write the periods below the plot, as many as have room: the last first, then backwards."""
    face = sheet.sizes.tick
    periods = plot.axis.periods
    order = [len(periods) - 1, 0] if ends_only else [len(periods) - 1, *_every(plot, sheet)]
    placed: list[Box] = []
    for column in dict.fromkeys(order):
        lines, elided = wrapped(periods[column], plot.box.width / 2.2, face, sheet.measure, 1)
        wide = sheet.measure(lines[0], face)
        x = _within(plot.x(column) - wide / 2, wide, plot.box)
        box = Box(x, top + 4, wide, face.height)
        if not any(_near(box, other, 8) for other in placed):
            placed.append(box)
            sheet.texts.append(Text(box, lines, face, Role.MUTED, Align.CENTRE, elided=elided))
    foot = plot.box.bottom if plot.axis.low >= 0 else top
    ticks = tuple(plot.x(column) for column in range(len(periods)))
    sheet.axes.append(PlotAxis(Box(plot.box.x, foot, plot.box.width, 4), ticks))
    return top + 4 + face.height


def _every(plot: Plot, sheet: Sheet) -> Iterable[int]:
    """Every period, or every second, third … back from the last, so that steps stay even."""
    widest = max(sheet.measure(period, sheet.sizes.tick) for period in plot.axis.periods) + 10
    step = max(1, -(-int(widest) // max(1, int(plot.pitch))))
    return range(len(plot.axis.periods) - 1, -1, -step)


def name_values(plot: Plot, marks: Sequence[Mark], sheet: Sheet, whole: Box, columns: bool) -> None:
    """Write values at their points, where they have room: the ends first, then the extremes; of a
    long line nothing more, so that its course is seen."""
    shown = [mark for mark in marks if mark.end is not None]
    chosen = _by_weight(shown) if columns or len(shown) <= FEW else _turns(shown)
    _write(Points(plot, chosen, sheet.sizes.value, whole, columns), shown, sheet)


def name_turns(plot: Plot, lines: Sequence[Sequence[Mark]], sheet: Sheet, whole: Box) -> None:
    """Write the first, the highest and the lowest value of lines that are named where they end."""
    shown = [[mark for mark in line if mark.end is not None] for line in lines]
    chosen = [mark for line in shown for mark in _turns(line)[1:]]
    ends = [max(line, key=lambda mark: mark.column) for line in shown if line]
    points = Points(plot, [mark for mark in chosen if mark not in ends], sheet.sizes.tick, whole)
    _write(points, [mark for line in shown for mark in line if mark not in ends], sheet)


@dataclass(frozen=True, slots=True)
class Points:
    """Marks whose values are to be written at their points of a plot, the most wanted first."""

    plot: Plot
    marks: Sequence[Mark]
    face: Face
    whole: Box
    columns: bool = False


def _write(points: Points, all_marks: Sequence[Mark], sheet: Sheet) -> None:
    """Write the values that have room; the others are written while they are lit."""
    placed: list[Box] = []
    for mark in points.marks:
        text, *others = _spots(points, mark, sheet)
        spots = [one for one in (text, *others) if points.columns or _fits(one.box, points, mark)]
        clear = [one for one in spots if _is_clear(one, placed, sheet)]
        if clear:
            placed.append(clear[0].box)
            sheet.texts.append(clear[0])
    written = {text.key for text in sheet.texts}
    sheet.latent += [_spots(points, one, sheet)[0] for one in all_marks if one.key not in written]


def _fits(box: Box, points: Points, mark: Mark) -> bool:
    """Whether a box lies on neither the point of its value nor the axis at the foot."""
    plot = points.plot
    x, y, foot = plot.x(mark.column), plot.y(mark.end), plot.box.bottom
    on_foot = plot.axis.low >= 0 and box.y < foot < box.bottom
    on_point = box.x < x < box.right and box.y - DOT < y < box.bottom + DOT
    return not on_foot and not on_point


def _is_clear(text: Text, placed: Sequence[Box], sheet: Sheet) -> bool:
    """Whether a value would stand on no other value, on no line and on no other one's column."""
    box = text.box
    near = any(_near(box, other, 6) for other in placed)
    on_bar = any(bar.key != text.key and bar.box.meets(box) for bar in sheet.bars)
    ends = (((rule.x1, rule.y1), (rule.x2, rule.y2)) for rule in sheet.rules)
    lines = chain((curve.points for curve in sheet.curves), ends)
    return not near and not on_bar and not any(crosses(line, box) for line in lines)


def _spots(points: Points, mark: Mark, sheet: Sheet) -> list[Text]:
    """The value of a mark at each place where it may stand, the best first."""
    plot, face, whole = points.plot, points.face, points.whole
    said = mark.drawn(sheet.sizes.heading)
    lines, elided = wrapped(said, whole.width, face, sheet.measure, 1)
    wide = sheet.measure(lines[0], face)
    middle = plot.x(mark.column)
    x = _within(middle - wide / 2, wide, whole)
    tops = _heights(plot, mark, face, whole, points.columns)
    boxes = [Box(x, y, wide, face.height) for y in tops]
    if not points.columns:
        beside = plot.y(mark.end) - face.height / 2
        away = DOT + RAISED * sheet.sizes.stroke
        lefts = (middle + away, middle - away - wide)
        sides = [Box(left, beside, wide, face.height) for left in lefts]
        boxes += [box for box in sides if _within_box(box, whole) and _within_box(box, plot.box)]
    return [Text(box, lines, face, Role.INK, Align.CENTRE, mark.key, elided) for box in boxes]


def _heights(plot: Plot, mark: Mark, face: Face, whole: Box, columns: bool) -> list[float]:
    """Where a value may stand, best first: beyond its column; above its point, or below it."""
    y = plot.y(mark.end)
    above, below = y - face.height - (3 if columns else 6), y + (3 if columns else 6)
    falls = columns and (mark.end or 0) < 0
    order = [below] if falls else [above]
    if not columns:
        order = [above, below, above - face.height / 2, below + face.height / 2]
    return [min(max(top, whole.y), whole.bottom - face.height) for top in order]


def crosses(points: Sequence[tuple[float, float] | None], box: Box) -> bool:
    """Whether a line through the points passes through a box."""
    pairs = ((one, two) for one, two in pairwise(points) if one and two)
    return any(_cuts(one, two, box) for one, two in pairs)


def _cuts(one: tuple[float, float], two: tuple[float, float], box: Box) -> bool:
    (x1, y1), (x2, y2) = one, two
    left, right = max(min(x1, x2), box.x), min(max(x1, x2), box.right)
    if left > right:
        return False
    slope = (y2 - y1) / (x2 - x1) if x2 != x1 else 0.0
    heights = sorted((y1 + slope * (left - x1), y1 + slope * (right - x1)))
    return heights[0] < box.bottom and box.y < heights[1]


def _by_weight(marks: Sequence[Mark]) -> list[Mark]:
    """All marks, what turns first."""
    in_time = sorted(marks, key=lambda mark: mark.column)
    return list({mark.key: mark for mark in [*_turns(marks), *in_time]}.values())


def _turns(marks: Sequence[Mark]) -> list[Mark]:
    """The last mark of a line, its first, its highest and its lowest."""
    if not marks:
        return []
    in_time = sorted(marks, key=lambda mark: mark.column)
    by_value = sorted(marks, key=lambda mark: mark.end or 0)
    turns = [in_time[-1], in_time[0], by_value[-1], by_value[0]]
    return list({mark.key: mark for mark in turns}.values())


def name_ends(plot: Plot, scene: Scene, sheet: Sheet, box: Box) -> float:
    """Write each line's name and last value to the right of where it ends, none on another.

    Gives where the lowest of them ends.
    """
    blocks = sorted(_end_blocks(plot, scene, sheet, box), key=lambda block: block[0][1])
    y = box.y
    for (x, wanted), texts in blocks:
        tall = sum(text.box.height for text in texts)
        y = max(y, min(wanted - tall / 2, box.bottom - tall))
        line = texts[0].face.height / 2
        sheet.rules.append(RuleLine(x, wanted, box.x - 4, y + line, Role.FAINT))
        for text in texts:
            place = Box(box.x, y, box.width, text.box.height)
            sheet.texts.append(
                Text(place, text.lines, text.face, text.role, key=text.key, elided=text.elided)
            )
            y = place.bottom
        y += 4
    return y


def _end_blocks(
    plot: Plot, scene: Scene, sheet: Sheet, box: Box
) -> Iterable[tuple[tuple[float, float], list[Text]]]:
    """Where each line ends, which may be before the last period, and what names it there."""
    sizes = sheet.sizes
    for row, name in enumerate(scene.axis.lines):
        marks = [mark for mark in scene.marks if mark.row == row and mark.end is not None]
        if not marks:
            continue
        last = max(marks, key=lambda mark: mark.column)
        texts = []
        for said, face, role in (
            (name, sizes.label, Role.INK),
            (last.drawn(sizes.heading), sizes.value, Role.INK),
        ):
            lines, elided = wrapped(said, box.width, face, sheet.measure)
            size = Box(0, 0, box.width, len(lines) * face.height)
            texts.append(Text(size, lines, face, role, key=last.key, elided=elided))
        yield (plot.x(last.column), plot.y(last.end)), texts


def _within_box(one: Box, other: Box) -> bool:
    across = other.x <= one.x and one.right <= other.right
    return across and other.y <= one.y and one.bottom <= other.bottom


def _within(x: float, wide: float, box: Box) -> float:
    return max(box.x, min(x, box.right - wide))


def _near(one: Box, other: Box, gap: float) -> bool:
    return Box(one.x - gap, one.y, one.width + 2 * gap, one.height).meets(other)
