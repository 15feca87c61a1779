"""A placed chart as primitives: rectangles, lines, points and text, in order from the ground up.

All knowledge of bars, bounds, treatments and highlighting that has a shape is here. A reader (a
QPainter, SVG) draws primitives and knows nothing else, so every surface shows the same chart.
Lengths are the pixels of the chart's layout.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from math import ceil

from viewer.chart.layout import RAISED, Align, Bar, Box, Curve, Dot, Placed, Text
from viewer.chart.notation import Treatment
from viewer.chart.scene import BoundStyle
from viewer.design import Role
from viewer.model import Key

RADIUS = 7.0
"""The corners of a card."""
OVER = 3.0
"""How far the line at an open end stands out beyond the bar."""
BASE = 0.40
"""From the middle of a line of text down to its base line, in parts of the size."""
SOFT = 0.3
"""The part of a bar that fades where the figure is about so much."""
PALE = 0.12
"""How much of the colour is left at the end of a bar that fades."""
FAINT = 0.35
"""How much of the colour the disc of an approximate figure has."""
EDGE = 1.6
"""The width of an outline, of the ring of a disc and of an arrow."""
HATCH = 5.0
"""Pixels from one line of a hatching to the next, along either axis."""
STIPPLE = 4.0
"""Pixels from one point of a stipple to the next."""
THIN = 8.0
"""A bar thinner than this holds no arrow, and no more than one row of a stipple."""
NEAR, SHORTEST = 4.0, 10.0
"""Where an arrow begins beyond the end of its bar, and where it ends at the least."""
DASHES = (4.0, 3.0)
"""Dash and gap of a dashed line."""
DOTS = (1.0, 2.0)
"""Dash and gap of a dotted outline."""

_TURNS = {"right": (1, 0), "left": (-1, 0), "top": (0, -1), "bottom": (0, 1)}
_BOUNDS = frozenset({BoundStyle.OPEN, BoundStyle.UNDER})
Position = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle, filled in a role, outlined, or both.

    `key` is the figure that it shows, "" for a mark of no figure, None for what is no mark and
    never steps back. `opacity` is how much of the fill's colour there is on the card; `fade` names
    the side towards which the fill loses its colour.
    """

    box: Box
    fill: Role | None
    key: Key | None = None
    edge: Role | None = None
    width: float = 1.0
    dashes: tuple[float, float] | None = None
    radius: float = 0.0
    fade: str = ""
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; where it is a `curve`, `keys` are the figures along it."""

    points: tuple[Position, ...]
    role: Role
    width: float = 1.0
    key: Key | None = None
    dashes: tuple[float, float] | None = None
    keys: tuple[Key, ...] = ()
    curve: bool = False


@dataclass(frozen=True, slots=True)
class Hatching:
    """Many short lines of one colour."""

    lines: tuple[tuple[Position, Position], ...]
    role: Role
    width: float
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Stipple:
    """Many round points of one colour."""

    points: tuple[Position, ...]
    role: Role
    diameter: float
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Disc:
    """A round mark, `raised` its radius while its figure is selected, hovered or focused."""

    x: float
    y: float
    radius: float
    fill: Role
    edge: Role
    key: Key | None = None
    opacity: float = 1.0
    raised: float = 0.0


@dataclass(frozen=True, slots=True)
class AxisLine:
    """A line from `start` to the right with ticks below it at the given places."""

    start: Position
    right: float
    ticks: tuple[float, ...]
    role: Role = Role.LINE
    tick_role: Role = Role.FAINT
    tick: float = 4.0


@dataclass(frozen=True, slots=True)
class Letters:
    """One line of text on its base line; `align` says which end `x` is."""

    x: float
    y: float
    text: str
    size: int
    bold: bool
    role: Role
    align: Align
    key: Key = ""
    box: Box | None = None
    """Of a text that is written only while its figure is lit: what it covers."""
    aside: tuple[Box, ...] = ()
    """The values that it meets, which give way whole: half a number is another number."""


Drawing = Block | Stroke | Hatching | Stipple | Disc | AxisLine | Letters


def reach(drawing: Drawing) -> tuple[float, float]:
    """The heights between which a primitive lies, with some room to spare."""
    match drawing:
        case Block(box=box, width=width):
            return box.y - width, box.bottom + width
        case Stroke(points=points, width=width) | Stipple(points=points, diameter=width):
            heights = [y for _, y in points]
            return min(heights, default=0.0) - width, max(heights, default=0.0) + width
        case Hatching(lines=lines, width=width):
            heights = [y for line in lines for _, y in line]
            return min(heights, default=0.0) - width, max(heights, default=0.0) + width
        case Disc(y=y, radius=radius, raised=raised):
            wide = max(radius, raised) + EDGE
            return y - wide, y + wide
        case AxisLine(start=(_, y), tick=tick):
            return y - tick, y + 2 * tick
        case Letters(y=y, size=size):
            return y - 2 * size, y + size


def round_points(placed: Placed) -> float:
    """How far points reach from their middle."""
    return placed.stroke * RAISED + EDGE


def card_of(placed: Placed) -> Block:
    """The ground of a chart."""
    whole = Box(0.5, 0.5, placed.width - 1, placed.height - 1)
    return Block(whole, Role.CARD, edge=Role.LINE, radius=RADIUS)


def strokes_of(
    placed: Placed, arrow: float, *, card: bool = True, latent: bool = False
) -> Iterator[Drawing]:
    """Everything to draw, from the ground up; `arrow` is how long an arrow may be. What is `latent`
    comes last, for a reader who can light figures."""
    if card and placed.ground:
        yield card_of(placed)
    for axis in placed.axes:
        yield AxisLine((axis.box.x, axis.box.y), axis.box.right, axis.ticks)
    for track in placed.tracks:
        if track.outlined:
            yield Block(track.box, None, edge=Role.FAINT, dashes=DOTS)
        else:
            yield Block(track.box, Role.TRACK)
    for bar in placed.bars:
        yield from _bar(bar)
    for rule in placed.rules:
        yield Stroke(((rule.x1, rule.y1), (rule.x2, rule.y2)), rule.role)
    for curve in placed.curves:
        yield from _course(curve, placed.stroke)
    for dot in placed.dots:
        yield from _dot(dot, placed.stroke, arrow)
    for bar in placed.bars:
        if bar.ending in _BOUNDS:
            yield from _bar_end(bar, arrow)
    yield from chain.from_iterable(map(_letters, placed.texts))
    if latent:
        yield from _latent(placed)


def _latent(placed: Placed) -> Iterator[Letters]:
    """The values that are written only while they are lit, with those that then give way."""
    for text in placed.latent:
        values = (one.box for one in placed.texts if one.key and one.key != text.key)
        aside = tuple(box for box in values if box.meets(text.box))
        yield from (replace(line, box=text.box, aside=aside) for line in _letters(text))


def moved(drawing: Drawing, dx: float, dy: float) -> Drawing:
    """The same primitive elsewhere."""
    match drawing:
        case Block(box=box):
            return replace(drawing, box=Box(box.x + dx, box.y + dy, box.width, box.height))
        case Stroke(points=points) | Stipple(points=points):
            return replace(drawing, points=tuple((x + dx, y + dy) for x, y in points))
        case Hatching(lines=lines):
            shifted = (((a + dx, b + dy), (c + dx, d + dy)) for (a, b), (c, d) in lines)
            return replace(drawing, lines=tuple(shifted))
        case AxisLine(start=(x, y), right=right, ticks=ticks):
            places = tuple(tick + dx for tick in ticks)
            return replace(drawing, start=(x + dx, y + dy), right=right + dx, ticks=places)
        case Disc() | Letters():
            return replace(drawing, x=drawing.x + dx, y=drawing.y + dy)


def ticks_of(axis: AxisLine) -> Iterator[Stroke]:
    """An axis as plain lines, for a reader that has no axis of its own."""
    y = axis.start[1]
    yield Stroke((axis.start, (axis.right, y)), axis.role)
    for x in axis.ticks:
        yield Stroke(((x, y), (x, y + axis.tick)), axis.tick_role)


def _bar(bar: Bar) -> Iterator[Drawing]:
    """The body of a bar by its treatment."""
    match bar.treatment:
        case Treatment.SOLID:
            fade = bar.tip if bar.ending is BoundStyle.SOFT else ""
            yield Block(bar.box, bar.role, bar.key, fade=fade)
        case Treatment.STIPPLED:
            yield Block(bar.box, bar.role, bar.key, opacity=PALE)
            yield _stipple(bar)
        case Treatment.HATCHED:
            yield _hatching(bar)
            yield _outline(bar)
        case Treatment.OUTLINED:
            yield _outline(bar)
        case Treatment.DASHED:
            yield _outline(bar, DASHES)


def _outline(bar: Bar, dashes: tuple[float, float] | None = None) -> Block:
    """The edge of a bar, inside its box, so that it is no longer than its figure."""
    box = bar.box
    width = min(EDGE, box.width / 3, box.height / 3)
    inner = Box(box.x + width / 2, box.y + width / 2, box.width - width, box.height - width)
    return Block(inner, None, bar.key, edge=bar.role, width=width, dashes=dashes)


def _hatching(bar: Bar) -> Hatching:
    """Lines that rise to the right, cut off at the box."""
    box, lines = bar.box, []
    for number in range(1, ceil((box.width + box.height) / HATCH)):
        left = number * HATCH - box.height  # where the line meets the lower edge, or would
        low, high = max(0.0, -left), min(box.height, box.width - left)
        start = (box.x + left + low, box.bottom - low)
        lines.append((start, (box.x + left + high, box.bottom - high)))
    return Hatching(tuple(lines), bar.role, 1.0, bar.key)


def _stipple(bar: Bar) -> Stipple:
    """Rows of points, each second one shifted by half a step; a thin bar has one row."""
    box, points = bar.box, []
    thin = min(box.width, box.height) < THIN
    diameter = 1.8 if not thin else min(1.8, box.width, box.height)
    rows = max(1, int(box.height // STIPPLE))
    columns = max(1, int(box.width // STIPPLE))
    for row in range(rows):
        y = box.y + (row + 0.5) * box.height / rows
        shift = 0.25 if row % 2 else -0.25
        shift = 0.0 if rows == 1 or columns == 1 else shift
        for column in range(columns):
            points.append((box.x + (column + 0.5 + shift) * box.width / columns, y))
    return Stipple(tuple(points), bar.role, diameter, bar.key)


def _course(curve: Curve, width: float) -> Iterator[Drawing]:
    """The runs of a curve: parted by gaps, and where solid steps change to dashed ones."""
    steps = list(pairwise(curve.points))
    dashed = curve.dashed or (False,) * len(steps)
    run: list[Position] = []
    kind = False
    for (start, end), dashes in zip(steps, dashed, strict=True):
        if run and (start is None or end is None or dashes is not kind):
            yield _run(curve, run, width, kind)
            run = []
        if start is None or end is None:
            continue
        run = [*run, end] if run else [start, end]
        kind = dashes
    if run:
        yield _run(curve, run, width, kind)


def _run(curve: Curve, points: list[Position], width: float, dashed: bool) -> Stroke:
    dashes = (DASHES[0] + 2, DASHES[1] + 2) if dashed else None
    return Stroke(tuple(points), curve.role, width, "", dashes, curve.keys, curve=True)


def _dot(dot: Dot, stroke: float, arrow: float) -> Iterator[Drawing]:
    """A point of a line by its treatment, with the arrow of a bound."""
    radius = stroke * (1.15 if dot.quiet else 2.05)
    solid = dot.treatment is Treatment.SOLID
    fill, edge = (dot.role, Role.CARD) if solid else (Role.CARD, dot.role)
    faint = FAINT if solid and dot.ending is BoundStyle.SOFT else 1.0
    yield Disc(dot.x, dot.y, radius, fill, edge, dot.key, faint, stroke * RAISED)
    if dot.treatment is Treatment.STIPPLED:
        yield Stipple(((dot.x, dot.y),), dot.role, radius * 0.8, dot.key)
    if dot.treatment is Treatment.HATCHED:
        reach = radius * 0.7
        ends = ((dot.x - reach, dot.y + reach), (dot.x + reach, dot.y - reach))
        yield Stroke(ends, dot.role, EDGE, dot.key)
    if dot.ending in _BOUNDS:
        dx, dy = _TURNS[dot.tip]
        at = (dot.x + dx * radius, dot.y + dy * radius)
        far = max(SHORTEST, arrow * 0.52)
        yield from _arrow(at, (dx, dy), _reach(dot.ending, far), (dot.role, dot.key))


def _bar_end(bar: Bar, arrow: float) -> Iterator[Drawing]:
    """A line across the end of a bound, and an arrow: away from the bar for what lies beyond, back
    to it for what lies short of it. Where a track leaves no room beyond, the arrow is in the bar.
    """
    box, (dx, dy) = bar.box, _TURNS[bar.tip]
    x = {1: box.right, -1: box.x, 0: box.x + box.width / 2}[dx]
    y = {1: box.bottom, -1: box.y, 0: box.y + box.height / 2}[dy]
    thick, long = (box.height, box.width) if dx else (box.width, box.height)
    half = OVER + thick / 2
    across = ((x - dy * half, y - dx * half), (x + dy * half, y + dx * half))
    yield Stroke(across, bar.role, 2.0, bar.key)
    far = max(SHORTEST, arrow * 0.86)
    if bar.room is None or bar.room >= SHORTEST or bar.room >= long:
        beyond = far if bar.room is None else min(far, max(bar.room, NEAR))
        reach = _reach(bar.ending, beyond)
        yield from _arrow((x, y), (dx, dy), reach, (bar.role, bar.key))
        return
    tail, tip = _reach(bar.ending, -min(far, max(long, NEAR)))
    reach = (tip, tail)  # mirrored into the bar, the arrow still points the way that it did
    light = bar.treatment is Treatment.SOLID and thick >= THIN
    yield from _arrow((x, y), (dx, dy), reach, (Role.CARD if light else bar.role, bar.key))


def _reach(ending: BoundStyle, far: float) -> tuple[float, float]:
    """Where the tail and the tip of an arrow are, along its turn from the end of the mark."""
    near = min(NEAR, abs(far) / 2) * (1 if far > 0 else -1)
    return (near, far) if ending is BoundStyle.OPEN else (far, near)


def _arrow(
    at: Position, turn: tuple[int, int], reach: tuple[float, float], of: tuple[Role, Key]
) -> Iterator[Drawing]:
    (x, y), (dx, dy), (tail, tip), (role, key) = at, turn, reach, of
    head = min(NEAR, abs(tip - tail)) * (1 if tip < tail else -1)
    end = (x + dx * tip, y + dy * tip)
    back = (end[0] + dx * head, end[1] + dy * head)
    side = (dy * 3.2, dx * 3.2)
    yield Stroke(((x + dx * tail, y + dy * tail), end), role, EDGE, key)
    wings = ((back[0] + side[0], back[1] + side[1]), end, (back[0] - side[0], back[1] - side[1]))
    yield Stroke(wings, role, EDGE, key)


def _letters(text: Text) -> Iterator[Letters]:
    box, face = text.box, text.face
    part = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[text.align]
    for number, line in enumerate(text.lines):
        base = box.y + (number + 0.5) * face.height + BASE * face.size
        x = box.x + part * box.width
        yield Letters(x, base, line, face.size, face.bold, text.role, text.align, text.key)
