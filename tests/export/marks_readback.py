"""Reads the marks of charts back from their shapes: where each ends, how it is filled, which way
its arrow leads."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

from pptx.enum.dml import MSO_FILL_TYPE, MSO_LINE_DASH_STYLE, MSO_PATTERN_TYPE
from pptx.oxml.ns import qn

from tests.export.readback import labels_in, tight
from viewer.chart import BoundStyle, Scene, Treatment
from viewer.export import chart_images
from viewer.export.context import Options, Takeaway, Watch
from viewer.export.scenes import chart_id, scenes_of


@dataclass(frozen=True)
class Shape:
    """A mark of an SVG picture over periods: how high its end and, of a column, its foot stand
    (upwards, in pixels), and where an arrow beyond it points (0 without one)."""

    end: tuple[float, ...]
    treatment: Treatment
    arrow: int


@dataclass(frozen=True)
class NativeMark:
    """A point of a native chart as its shapes have it."""

    series: str
    category: str
    value: float
    label: str
    treatment: Treatment
    arrow: int
    """Up the axis (1), down it (-1), or none."""


def svg_of(takeaway: Takeaway, scene: Scene) -> str:
    section = next(one for one in takeaway.briefing.sections if scene in scenes_of(takeaway, one))
    options = Options(charts=(chart_id(section, scene),))
    return chart_images.write_svg(takeaway, options, Watch()).decode()


def spoken_in_svg(drawn: str) -> str:
    """What the picture says to who cannot see it."""
    found = re.search(r"<desc>(.*?)</desc>", drawn, re.DOTALL)
    assert found is not None
    return tight(html.unescape(found.group(1)))


def shapes_in_svg(drawn: str) -> dict[str, Shape]:
    """The marks of a picture over periods, by their figure's key."""
    keyed = re.findall(r'<(rect|circle|path|polyline) ([^>]*) data-key="([^"]*)"/>', drawn)
    attributes = [
        (html.unescape(key), name, dict(re.findall(r'([a-z-]+)="([^"]*)"', rest)))
        for name, rest, key in keyed
    ]
    attributes.sort(key=lambda one: one[0])
    return {
        key: _shape([(name, values) for _, name, values in parts])
        for key, parts in groupby(attributes, key=lambda one: one[0])
    }


def _shape(parts: list[tuple[str, dict[str, str]]]) -> Shape:
    (name, body) = next(one for one in parts if one[0] in {"rect", "circle"})
    texture = "".join(one["d"] for kind, one in parts if kind == "path")
    lines = [_points(one["points"]) for kind, one in parts if kind == "polyline"]
    if name == "rect":
        edge = float(body.get("stroke-width", 0)) / 2 if "stroke" in body else 0.0
        top = float(body["y"]) - edge
        low = top + float(body["height"]) + 2 * edge
        ends: tuple[float, ...] = (-top, -low)
        empty = body["fill"] == "none"
        hatched = "L" in texture
    else:
        ends = (-float(body["cy"]),)
        empty = body["fill"] == "#ffffff"
        hatched = any(_crosses(line, body) for line in lines)
    return Shape(ends, _treatment(empty, hatched, "h0" in texture, body), _arrow(lines))


def _treatment(empty: bool, hatched: bool, stippled: bool, body: dict[str, str]) -> Treatment:
    if stippled:
        return Treatment.STIPPLED
    if not empty:
        return Treatment.SOLID
    if "stroke-dasharray" in body:
        return Treatment.DASHED
    return Treatment.HATCHED if hatched else Treatment.OUTLINED


def _points(points: str) -> list[tuple[float, float]]:
    pairs = (point.split(",") for point in points.split())
    return [(float(x), float(y)) for x, y in pairs]


def _crosses(line: list[tuple[float, float]], disc: dict[str, str]) -> bool:
    """Whether a slanting line runs through the middle of a disc."""
    (x1, y1), (x2, y2) = line[0], line[-1]
    middle = abs((y1 + y2) / 2 - float(disc["cy"])) < 0.1
    return middle and len(line) == 2 and x1 != x2 and y1 != y2


def _arrow(lines: list[list[tuple[float, float]]]) -> int:
    """The head of an arrow is a line of three points, whose middle one is the tip."""
    for line in lines:
        if len(line) == 3:
            return 1 if line[1][1] < line[0][1] else -1
    return 0


def marks_in_pptx(deck: Any) -> list[NativeMark]:
    """Every point of the native charts of the deck. The label of a share is that of its rest, the
    series without a name, which begins where the share ends."""
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    return [one for chart in charts for one in _marks(chart)]


def _marks(chart: Any) -> Iterator[NativeMark]:
    categories = [tight(str(one.label)) for one in chart.plots[0].categories]
    drawn = list(chart.plots[0].series)
    of_rest = labels_in(drawn[-1]) if not drawn[-1].name.strip() else None
    for series in (one for one in drawn if one.name.strip()):
        labels = labels_in(series) if of_rest is None else of_rest
        for index, value in enumerate(series.values):
            if value is not None:
                yield NativeMark(
                    tight(series.name),
                    categories[index],
                    value,
                    tight(labels.get(index, "")),
                    _body_of(series, index),
                    _way_of(series, index),
                )


def _body_of(series: Any, index: int) -> Treatment:
    """The treatment of a point: what is said of it alone, else of its series."""
    own = any(
        int(one.find(qn("c:idx")).get("val")) == index
        for one in series._element.findall(qn("c:dPt"))
    )
    holder = series.points[index] if own else series
    format_ = holder.marker.format if hasattr(series, "smooth") else holder.format
    fill = format_.fill
    if fill.type == MSO_FILL_TYPE.PATTERNED:
        dots = fill.pattern == MSO_PATTERN_TYPE.PERCENT_50
        return Treatment.STIPPLED if dots else Treatment.HATCHED
    if fill.type == MSO_FILL_TYPE.BACKGROUND:
        dashes = format_.line.dash_style == MSO_LINE_DASH_STYLE.DASH
        return Treatment.DASHED if dashes else Treatment.OUTLINED
    return Treatment.SOLID


def _way_of(series: Any, index: int) -> int:
    for name, way in (("plus", 1), ("minus", -1)):
        for point in series._element.iterfind(f"{qn('c:errBars')}/{qn('c:' + name)}//{qn('c:pt')}"):
            if int(point.get("idx")) == index and float(point.find(qn("c:v")).text):
                return way
    return 0


def way_of(ending: BoundStyle, end: Decimal) -> int:
    """Which way along the axis the arrow of a bound leads: on from zero, or back to it."""
    away = -1 if end < 0 else 1
    return {BoundStyle.OPEN: away, BoundStyle.UNDER: -away}.get(ending, 0)
