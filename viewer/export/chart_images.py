"""Charts as pictures: one chart, or those of one section beneath each other, with their source."""

from __future__ import annotations

from dataclasses import dataclass, replace

from viewer.chart.layout import DESK, Align, Box, Face, Measure, lay_out, wrapped
from viewer.design import Role, palette
from viewer.export import svg
from viewer.export.context import Options, Takeaway, Watch
from viewer.export.drawing import BASE, Block, Disc, Drawing, Letters, Stroke, strokes_of
from viewer.export.error_banner import disagreements
from viewer.export.markdown import source_parts
from viewer.export.sanitize import one_line
from viewer.export.scenes import chart_id, chosen_scenes
from viewer.model import ViewerError

WIDTH = 640.0
"""Pixels across a picture at 1x."""
MARGIN = 14.0
LARGEST = 16_384
"""Pixels along one side, above which programs refuse a picture."""
_SMALL = Face(12)


@dataclass(frozen=True, slots=True)
class Picture:
    """All strokes of a picture on its ground, in pixels at 1x, and its words for who cannot see."""

    width: float
    height: float
    strokes: tuple[Drawing, ...]
    title: str
    spoken: str


def write_svg(takeaway: Takeaway, options: Options, watch: Watch) -> bytes:
    """A chart or a section as SVG; laid out without Qt, for whatever face the reader has."""
    picture = picture_of(takeaway, options, svg.measure)
    watch.step(1, 2)
    ink = svg.Ink(palette("light").of)
    inner = svg.inside(picture.strokes, ink)
    size = (picture.width, picture.height)
    return svg.document(inner, size, scale_of(options), (picture.title, picture.spoken))


def scale_of(options: Options) -> float:
    """How many times larger than at 1x the picture is."""
    return options.width / WIDTH if options.width else float(options.scale)


def picture_of(takeaway: Takeaway, options: Options, measure: Measure) -> Picture:
    """The one picture that was asked for; ViewerError where that is more than one section's."""
    chosen = chosen_scenes(takeaway, options)
    if not chosen:
        raise ViewerError("export-no-charts")
    whole_section = len({section.id for section, _ in chosen}) == 1 and options.sections
    if len(chosen) > 1 and not whole_section:
        known = " ".join(chart_id(section, scene) for section, scene in chosen[:12])
        raise ViewerError("export-many", n=len(chosen), known=known)
    strokes: list[Drawing] = []
    y = MARGIN
    for line in disagreements(takeaway)[:1]:
        y = _write(strokes, line, Role.BAD, y, measure)
    for _, scene in chosen:
        placed = lay_out(scene, WIDTH - 2 * MARGIN, DESK, measure)
        strokes.extend(moved(stroke, MARGIN, y) for stroke in strokes_of(placed, DESK.arrow))
        y += placed.height + MARGIN * 0.7
    y = _write(strokes, _source(takeaway), Role.MUTED, y, measure)
    ground = Block(Box(0, 0, WIDTH, y + MARGIN * 0.6), Role.PAGE)
    title = chosen[0][1].title if len(chosen) == 1 else chosen[0][0].title
    spoken = " ".join(scene.spoken for _, scene in chosen)
    return Picture(WIDTH, ground.box.height, (ground, *strokes), one_line(title), spoken)


def moved(stroke: Drawing, dx: float, dy: float) -> Drawing:
    """The same stroke elsewhere."""
    if isinstance(stroke, Block):
        box = stroke.box
        return replace(stroke, box=Box(box.x + dx, box.y + dy, box.width, box.height))
    if isinstance(stroke, Stroke):
        return replace(stroke, points=tuple((x + dx, y + dy) for x, y in stroke.points))
    return _moved_point(stroke, dx, dy)


def _moved_point(stroke: Disc | Letters, dx: float, dy: float) -> Drawing:
    return replace(stroke, x=stroke.x + dx, y=stroke.y + dy)


def _source(takeaway: Takeaway) -> str:
    """Where the figures come from, in one line: title and publication."""
    briefing = takeaway.briefing
    source = replace(briefing.source, note="", headline="")
    parts = (briefing.title, *source_parts(replace(briefing, source=source)))
    return " · ".join(one_line(part) for part in parts)


def _write(strokes: list[Drawing], text: str, role: Role, y: float, measure: Measure) -> float:
    """Add lines of small text from `y`; where they end."""
    lines, _ = wrapped(one_line(text), WIDTH - 2 * MARGIN, _SMALL, measure, 4)
    for line in lines:
        base = y + _SMALL.height / 2 + BASE * _SMALL.size
        strokes.append(Letters(MARGIN, base, line, _SMALL.size, False, role, Align.LEFT))
        y += _SMALL.height
    return y + 4
