"""A placed chart as strokes: rectangles, lines, discs and words, all that a page or SVG must draw.

The readers (SVG as text, any QPainter) then know nothing of bars and endings, and draw the same.
Lengths are the pixels of the chart's layout.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from viewer.chart import Ending, Treatment
from viewer.chart.layout import Align, Bar, Box, Curve, Dot, Placed, Text
from viewer.design import Role
from viewer.model import Key

RADIUS = 7.0
OVER = 3.0
"""How far the line at an open end stands out beyond the bar."""
BASE = 0.40
"""From the middle of a line of text down to its base line, in parts of the size."""

_TURNS = {"right": (1, 0), "left": (-1, 0), "top": (0, -1), "bottom": (0, 1)}
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle: filled in a role, or only outlined. `fade` names the side that it fades to."""

    box: Box
    fill: Role | None
    key: Key = ""
    edge: Role | None = None
    dotted: bool = False
    hatched: bool = False
    radius: float = 0.0
    fade: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points."""

    points: tuple[Point, ...]
    role: Role
    width: float = 1.0
    key: Key = ""


@dataclass(frozen=True, slots=True)
class Disc:
    """A dot of a line."""

    x: float
    y: float
    radius: float
    fill: Role
    edge: Role
    key: Key = ""


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


Drawing = Block | Stroke | Disc | Letters


def strokes_of(placed: Placed, arrow: float, *, card: bool = True) -> Iterator[Drawing]:
    """Everything to draw, from the ground up; `arrow` is how long an arrow may be."""
    if card:
        whole = Box(0.5, 0.5, placed.width - 1, placed.height - 1)
        yield Block(whole, Role.CARD, edge=Role.LINE, radius=RADIUS)
    for track in placed.tracks:
        if track.outlined:
            yield Block(track.box, None, edge=Role.FAINT, dotted=True)
        else:
            yield Block(track.box, Role.TRACK)
    yield from _axis(placed)
    for bar in placed.bars:
        hatched = bar.treatment is not Treatment.SOLID
        fade = bar.tip if bar.ending is Ending.SOFT and not hatched else ""
        yield Block(bar.box, bar.role, bar.key, hatched=hatched, fade=fade)
    for rule in placed.rules:
        yield Stroke(((rule.x1, rule.y1), (rule.x2, rule.y2)), rule.role)
    for curve in placed.curves:
        yield from _course(curve)
    for dot in placed.dots:
        yield from _dot(dot, arrow)
    for bar in placed.bars:
        if bar.ending in {Ending.OPEN, Ending.UNDER}:
            yield from _open_end(bar, arrow)
    for text in placed.texts:
        yield from _letters(text)


def _axis(placed: Placed) -> Iterator[Drawing]:
    for axis in placed.axes:
        box = axis.box
        yield Stroke(((box.x, box.y), (box.right, box.y)), Role.LINE)
        for x in axis.ticks:
            yield Stroke(((x, box.y), (x, box.y + 4)), Role.FAINT)


def _course(curve: Curve) -> Iterator[Drawing]:
    """The runs of a curve between its gaps."""
    run: list[Point] = []
    for point in (*curve.points, None):
        if point is not None:
            run.append(point)
            continue
        if len(run) > 1:
            yield Stroke(tuple(run), curve.role, 2.2)
        run = []


def _dot(dot: Dot, arrow: float) -> Iterator[Drawing]:
    soft = dot.ending is not Ending.EXACT
    radius = 2.5 if dot.quiet else 4.5
    fill, edge = (Role.CARD, dot.role) if soft else (dot.role, Role.CARD)
    yield Disc(dot.x, dot.y, radius, fill, edge, dot.key)
    if dot.ending in {Ending.OPEN, Ending.UNDER}:
        turn = _TURNS[dot.tip]
        at = (dot.x + turn[0] * 4, dot.y + turn[1] * 4)
        yield from _arrow(at, turn, dot.ending, (dot.role, dot.key), max(10.0, arrow * 0.52))


def _open_end(bar: Bar, arrow: float) -> Iterator[Drawing]:
    """A line across the end and an arrow beyond it: away for at least, back for at most."""
    box, (dx, dy) = bar.box, _TURNS[bar.tip]
    x = {1: box.right, -1: box.x, 0: box.x + box.width / 2}[dx]
    y = {1: box.bottom, -1: box.y, 0: box.y + box.height / 2}[dy]
    half = OVER + (box.height if dx else box.width) / 2
    across = ((x - dy * half, y - dx * half), (x + dy * half, y + dx * half))
    yield Stroke(across, bar.role, 2.0, bar.key)
    yield from _arrow((x, y), (dx, dy), bar.ending, (bar.role, bar.key), max(10.0, arrow * 0.86))


def _arrow(
    at: Point, turn: tuple[int, int], ending: Ending, of: tuple[Role, Key], far: float
) -> Iterator[Drawing]:
    (x, y), (dx, dy), (role, key) = at, turn, of
    tail, tip = (4.0, far) if ending is Ending.OPEN else (far, 4.0)
    head = -4.0 if ending is Ending.OPEN else 4.0
    end = (x + dx * tip, y + dy * tip)
    back = (end[0] + dx * head, end[1] + dy * head)
    side = (dy * 3.2, dx * 3.2)
    yield Stroke(((x + dx * tail, y + dy * tail), end), role, 1.6, key)
    wings = ((back[0] + side[0], back[1] + side[1]), end, (back[0] - side[0], back[1] - side[1]))
    yield Stroke(wings, role, 1.6, key)


def _letters(text: Text) -> Iterator[Drawing]:
    box, face = text.box, text.face
    part = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[text.align]
    for number, line in enumerate(text.lines):
        base = box.y + (number + 0.5) * face.height + BASE * face.size
        x = box.x + part * box.width
        yield Letters(x, base, line, face.size, face.bold, text.role, text.align, text.key)
