"""Charts as pictures: one chart, or those of one section beneath each other, with their source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from viewer.chart import Scene, lay_out
from viewer.chart.drawing import BASE, Block, Drawing, Letters, moved, strokes_of
from viewer.chart.layout import DESK, Align, Box, Face, Measure, wrapped
from viewer.design import Role, palette
from viewer.export import svg
from viewer.export.context import Options, Takeaway, Watch
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
    """All primitives of a picture on its ground, in pixels at 1x; its words for who cannot see."""

    width: float
    height: float
    strokes: tuple[Drawing, ...]
    title: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands around the charts of a picture: where the figures come from, below them, and
    that the briefing has errors, above."""

    source: str = ""
    warning: str = ""


def write_svg(takeaway: Takeaway, options: Options, watch: Watch) -> bytes:
    """A chart or a section as SVG; laid out without Qt, for whatever face the reader has."""
    picture = picture_of(takeaway, options, svg.measure)
    watch.step(1, 2)
    return svg_of(picture, scale_of(options))


def svg_of(picture: Picture, scale: float = 1.0) -> bytes:
    """A picture that was measured by `svg.measure` as an SVG document."""
    inner = svg.inside(picture.strokes, svg.Ink(palette("light").of))
    size = (picture.width, picture.height)
    return svg.document(inner, size, scale, (picture.title, picture.spoken))


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
    scenes = [scene for _, scene in chosen]
    picture = picture_from(scenes, caption_of(takeaway), measure)
    return picture if len(scenes) == 1 else replace(picture, title=one_line(chosen[0][0].title))


def caption_of(takeaway: Takeaway) -> Caption:
    """What stands around the charts of a briefing."""
    return Caption(_source(takeaway), next(iter(disagreements(takeaway)), ""))


def picture_from(scenes: Sequence[Scene], caption: Caption, measure: Measure) -> Picture:
    """Charts beneath each other, called as the first of them."""
    strokes: list[Drawing] = []
    y = MARGIN
    if caption.warning:
        y = _write(strokes, caption.warning, Role.BAD, y, measure)
    for scene in scenes:
        placed = lay_out(scene, WIDTH - 2 * MARGIN, DESK, measure)
        strokes.extend(moved(stroke, MARGIN, y) for stroke in strokes_of(placed, DESK.arrow))
        y += placed.height + MARGIN * 0.7
    if caption.source:
        y = _write(strokes, caption.source, Role.MUTED, y, measure)
    ground = Block(Box(0, 0, WIDTH, y + MARGIN * 0.6), Role.PAGE)
    spoken = " ".join(scene.spoken for scene in scenes)
    title = one_line(scenes[0].title)
    return Picture(WIDTH, ground.box.height, (ground, *strokes), title, spoken)


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
