"""Charts on the pages: in a row, beside the words of their section, or on a slide of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from viewer.chart import FORM_ROWS, Scene, lay_out
from viewer.chart.layout import DESK
from viewer.design import Role
from viewer.export.pdf.flow import Beside, Flow
from viewer.export.pdf.page_context import Maker
from viewer.export.pdf.page_formats import Frame
from viewer.export.pdf.page_model import Link, OutlineEntry
from viewer.export.pdf.paragraphs import set_paragraph
from viewer.export.sanitize import one_line
from viewer.export.scenes import parts_of
from viewer.model import Section

SLIDE_PIXELS = (520, 640, 760, 860)
"""How many pixels of a chart's own layout go across a slide that it has to itself: the first, with
the largest letters, at which it fits."""
ABOVE = 0.4
"""The part of the height that such a slide leaves free which is above the chart."""


def set_charts_beside(
    flow: Beside, maker: Maker, scenes: Sequence[Scene], section: Section
) -> None:
    """Charts beside the words; where both columns of a page are free, as many in each."""
    pixels, after = maker.shape.chart_width, after_chart(maker)
    heights = [_high(flow, maker, scene, pixels) + after for scene in scenes]
    turn_at = -1
    for number, scene in enumerate(scenes):
        flow.need(min(heights[number] - after, maker.shape.frame.height))
        if flow.fresh:
            turn_at = number + _evenly(heights[number:], flow.frame.height)
        elif number == turn_at and flow.y > flow.frame.top:
            flow.turn()
        set_chart(flow, maker, scene, section)


def set_chart_slide(flow: Flow, maker: Maker, section: Section, scene: Scene) -> Flow:
    """A chart as wide as a slide, under the name of its section; where the next one begins."""
    shape = maker.shape
    if flow.y > flow.frame.top:
        flow.turn()
    set_paragraph(flow, one_line(section.title), replace(shape.plain, role=Role.MUTED))
    flow.gap(shape.plain.leading / 2)
    heights = {pixels: _high(flow, maker, scene, pixels) for pixels in SLIDE_PIXELS}
    pixels = next((one for one, high in heights.items() if high <= flow.left), SLIDE_PIXELS[-1])
    high = min(heights[pixels], flow.left)
    top = flow.y + (flow.left - high) * ABOVE
    frame = replace(flow.frame, top=top, height=flow.frame.bottom - top)
    body = Flow(flow.book, flow.setter, frame, flow.page_number)
    set_chart(body, maker, scene, section, pixels)
    after = Flow(flow.book, flow.setter, shape.frame, body.page_number)
    after.y = after.frame.bottom
    return after


def after_chart(maker: Maker) -> float:
    """The space after a chart."""
    return maker.shape.plain.leading * 0.7


def set_chart(
    flow: Flow, maker: Maker, scene: Scene, section: Section, pixels: float = 0.0
) -> None:
    """A chart, `pixels` of its own across, in as many parts as pages that it takes."""
    pixels = pixels or maker.shape.chart_width
    parts: tuple[Scene, ...] = (scene,)
    most = len(scene.marks)
    while not FORM_ROWS[scene.form].whole and most > 1:
        if all(_high(flow, maker, part, pixels) <= flow.frame.height for part in parts):
            break
        most = ceil(most * 0.9) - 1
        parts = parts_of(scene, most)
    flow.book.outline.append(
        OutlineEntry(1, one_line(scene.title), f"chart:{section.id}/{scene.id}")
    )
    for part in parts:
        _set_part(flow, maker, part, section, pixels)


def _evenly(heights: Sequence[float], room: float) -> int:
    """How many go into the first of two columns so that neither is higher than it must be."""
    highest = [
        max(sum(heights[:count]), min(sum(heights[count:]), room))
        for count in range(1, len(heights) + 1)
    ]
    return highest.index(min(highest)) + 1


def _high(flow: Flow, maker: Maker, scene: Scene, pixels: float) -> float:
    """How high a chart stands that is as wide as its column."""
    return lay_out(scene, pixels, DESK, maker.measure).height * flow.frame.width / pixels


def _set_part(flow: Flow, maker: Maker, scene: Scene, section: Section, pixels: float) -> None:
    """A chart as wide as its column; one that is higher than a page is made smaller, whole."""
    placed = lay_out(scene, pixels, DESK, maker.measure)
    scale = min(flow.frame.width / placed.width, flow.frame.height / placed.height)
    frame = flow.chart(scene, (placed.width * scale, placed.height * scale), pixels)
    flow.aim(f"chart:{section.id}/{scene.id}", frame.top)
    for hit in placed.hits:
        box = hit.box
        at = Frame(
            frame.left + box.x * scale,
            frame.top + box.y * scale,
            box.width * scale,
            box.height * scale,
        )
        if hit.key:
            flow.aim(f"mark:{hit.key}", at.top)
            flow.page.links.append(Link(at, f"row:{hit.key}"))
    flow.gap(after_chart(maker))
