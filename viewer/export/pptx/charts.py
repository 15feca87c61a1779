"""Native charts: each form of scene as the chart of PowerPoint that keeps its honesty."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
)

from viewer.chart import Ending, Form, Mark, Place, Scene
from viewer.design import Role
from viewer.export.pptx.theme import Box, Type, colour, ems, set_font, tongue
from viewer.export.sanitize import one_line

Native = Callable[[Any, Box, Scene], None]

# The library marks itself as typed, and this class is not.
_new_data: Any = CategoryChartData
_LABEL = Type(14)
_VALUE = Type(14, bold=True)
ROOM_FOR_AN_EM = 0.026
"""The part of a value axis that a hanzi of a label outside the bars takes."""
SMALL_FROM = 5
"""As many lines as this are drawn in a small chart each."""
SMALL_ACROSS = 3
MOST_LABELS = 16
"""Points of a line that can all be labelled across a slide."""


def has_native(scene: Scene) -> bool:
    """Whether this scene has a native chart; a mark that has no number has no bar."""
    return scene.form in NATIVES and all(mark.end is not None for mark in scene.marks)


def add_chart(slide: Any, box: Box, scene: Scene) -> None:
    """Add the native chart of `scene`; call only where `has_native` says so."""
    NATIVES[scene.form](slide, box, scene)


def said(mark: Mark) -> str:
    """What a label says: the value as the report has it, and what was computed, marked as such."""
    if mark.computed is None:
        return one_line(mark.as_written)
    return one_line(
        f"{mark.as_written} ({mark.computed.text}*)"
        if mark.as_written
        else f"{mark.computed.text}*"
    )


def _bars(slide: Any, box: Box, scene: Scene) -> None:
    """Bars from zero, the first mark on top; signed where the scene is a change."""
    data = _new_data()
    data.categories = [one_line(mark.label) for mark in scene.marks]
    data.add_series(one_line(scene.title), [_number(mark) for mark in scene.marks])
    chart = _place(slide, box, XL_CHART_TYPE.BAR_CLUSTERED, data)
    _lie_down(chart, _ends(scene))
    _paint_each(chart.plots[0].series[0], scene.marks)
    _label_each(chart.plots[0].series[0], scene.marks, XL_LABEL_POSITION.OUTSIDE_END)


def _shares(slide: Any, box: Box, scene: Scene) -> None:
    """Each share against its full track: the share, and what the track has beyond it."""
    data = _new_data(number_format="0.0%")
    data.categories = [f"{one_line(mark.label)}  {said(mark)}" for mark in scene.marks]
    parts = [_part(mark) for mark in scene.marks]
    data.add_series(one_line(scene.title), parts)
    data.add_series(" ", [max(0.0, 1 - part) for part in parts])
    chart = _place(slide, box, XL_CHART_TYPE.BAR_STACKED, data)
    _lie_down(chart, (0.0, max(1.0, *parts)))
    _paint_each(chart.plots[0].series[0], scene.marks)
    _fill(chart.plots[0].series[1], Role.TRACK)


def _parts(slide: Any, box: Box, scene: Scene) -> None:
    """Parts of one whole in one bar, end to end."""
    marks = [mark for mark in scene.marks if mark.place is not Place.WHOLE]
    data = _new_data()
    data.categories = [one_line(scene.title)]
    for mark in marks:
        data.add_series(f"{one_line(mark.label)} {said(mark)}", [_length(mark)])
    chart = _place(slide, box, XL_CHART_TYPE.BAR_STACKED, data)
    _lie_down(chart, None)
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    for series, mark in zip(chart.plots[0].series, marks, strict=True):
        _fill(series, Role.TRACK if mark.place is Place.REST else mark.role)
    _legend(chart)


def _columns(slide: Any, box: Box, scene: Scene) -> None:
    _over_time(slide, box, scene, XL_CHART_TYPE.COLUMN_CLUSTERED)


def _lines(slide: Any, box: Box, scene: Scene) -> None:
    _over_time(slide, box, scene, XL_CHART_TYPE.LINE_MARKERS)


def _over_time(slide: Any, box: Box, scene: Scene, kind: Any) -> None:
    """One series a metric over the periods; many lines in small charts of one scale."""
    rows = range(len(scene.axis.lines))
    if len(rows) < SMALL_FROM:
        _one_over_time(slide, box, scene, (kind, tuple(rows)))
        return
    across, down = SMALL_ACROSS, -(-len(rows) // SMALL_ACROSS)
    wide, high = box.width // across, box.height // down
    for row in rows:
        left, top = box.left + wide * (row % across), box.top + high * (row // across)
        small = Box(left, top, wide - wide // 12, high)
        _one_over_time(slide, small, scene, (kind, (row,)), named=True)


def _one_over_time(
    slide: Any, box: Box, scene: Scene, drawn: tuple[Any, tuple[int, ...]], *, named: bool = False
) -> None:
    """The rows of one chart; a period without a figure stays a gap."""
    kind, rows = drawn
    data = _new_data()
    data.categories = [one_line(period) for period in scene.axis.periods]
    for row in rows:
        by_column = {mark.column: mark for mark in scene.marks if mark.row == row}
        columns = range(len(scene.axis.periods))
        values = [_number(by_column[c]) if c in by_column else None for c in columns]
        data.add_series(one_line(scene.axis.lines[row]), values)
    chart = _place(slide, box, kind, data)
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    low, high = float(scene.axis.low), float(scene.axis.high)
    chart.value_axis.minimum_scale = low
    chart.value_axis.maximum_scale = high + 0.12 * (high - low)
    set_font(chart.category_axis.tick_labels.font, Type(11) if named else _LABEL)
    few = len(rows) > 1 or named
    for row, series in zip(rows, chart.plots[0].series, strict=True):
        _series_over_time(series, [mark for mark in scene.marks if mark.row == row], few)
    if len(rows) > 1:
        _legend(chart)
    if named:
        _name(chart, scene.axis.lines[rows[0]])


def _name(chart: Any, text: str) -> None:
    chart.has_title = True
    frame = chart.chart_title.text_frame
    frame.text = one_line(text)
    set_font(frame.paragraphs[0].runs[0].font, Type(13, bold=True))
    chart.chart_title.include_in_layout = False


def _series_over_time(series: Any, marks: Sequence[Mark], few: bool) -> None:
    """One line or row of columns; where there is room for `few` labels only, a line's ends."""
    role = marks[0].role
    _fill(series, role)
    series.format.line.color.rgb = colour(role)
    position = XL_LABEL_POSITION.OUTSIDE_END
    labelled = marks
    if hasattr(series, "smooth"):
        position = XL_LABEL_POSITION.ABOVE
        series.smooth = False
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = colour(role)
        labelled = (marks[0], marks[-1]) if few or len(marks) > MOST_LABELS else marks
    size = 14 if len(marks) <= 6 and len(labelled) > 2 else 12 if len(marks) <= 9 else 10.5
    for mark in labelled:
        _label(series.points[mark.column], said(mark), position, Type(size, bold=True))


NATIVES: Mapping[Form, Native] = {
    Form.BAR: _bars,
    Form.CHANGE: _bars,
    Form.STAGES: _bars,
    Form.SHARE: _shares,
    Form.PARTS: _parts,
    Form.COLUMN: _columns,
    Form.LINE: _lines,
}
"""The forms that PowerPoint can draw without claiming more than the text does."""


def _place(slide: Any, box: Box, kind: Any, data: Any) -> Any:
    frame = slide.shapes.add_chart(kind, box.left, box.top, box.width, box.height, data)
    chart = frame.chart
    chart.has_legend = False
    chart.has_title = False
    set_font(chart.font, _LABEL)
    said = " ".join(str(name.label) for name in data.categories)
    chart.font._element.set("lang", tongue(said, "zh-CN"))
    return chart


def _ends(scene: Scene) -> tuple[float, float]:
    """From zero or below to beyond the longest bar: the labels outside the ends have room."""
    low, high = float(scene.axis.low), float(scene.axis.high)
    longest = max(ems(said(mark)) for mark in scene.marks)
    room = min(0.4, 0.02 + ROOM_FOR_AN_EM * longest) * (high - low)
    return (low - room if low < 0 else 0.0, high + room if high > 0 else 0.0)


def _lie_down(chart: Any, ends: tuple[float, float] | None) -> None:
    """The first category on top, no axis line or grid that a label replaces, zero at the start."""
    chart.category_axis.reverse_order = True
    chart.category_axis.has_major_gridlines = False
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    chart.category_axis.format.line.fill.background()
    set_font(chart.category_axis.tick_labels.font, _LABEL)
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    if ends is not None:
        chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = ends
    chart.plots[0].gap_width = 60


def _paint_each(series: Any, marks: Sequence[Mark]) -> None:
    _fill(series, marks[0].role)
    series.invert_if_negative = False
    for index, mark in enumerate(marks):
        if mark.ending is not Ending.EXACT:
            _soften(series.points[index].format.fill, mark.role)
        elif mark.role is not marks[0].role:
            fill = series.points[index].format.fill
            fill.solid()
            fill.fore_color.rgb = colour(mark.role)


def _soften(fill: Any, role: Role) -> None:
    """At least, at most and about fade at their end, so that they never look exact."""
    fill.gradient()
    fill.gradient_angle = 0
    for stop, (at, shade) in zip(fill.gradient_stops, ((0.75, 0.0), (1.0, 0.75)), strict=True):
        stop.position = at
        stop.color.rgb = colour(role)
        stop.color.brightness = shade


def _fill(series: Any, role: Role) -> None:
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = colour(role)


def _label_each(series: Any, marks: Sequence[Mark], position: Any) -> None:
    for index, mark in enumerate(marks):
        _label(series.points[index], said(mark), position)


def _label(point: Any, text: str, position: Any, type_: Type = _VALUE) -> None:
    label = point.data_label
    frame = label.text_frame
    frame.text = text
    frame.word_wrap = False  # PowerPoint and LibreOffice break a label in two otherwise
    set_font(frame.paragraphs[0].runs[0].font, type_)
    frame.paragraphs[0].runs[0]._r.get_or_add_rPr().set("lang", tongue(text, "zh-CN"))
    label.position = position


def _legend(chart: Any) -> None:
    """Beneath the drawing, where long labels have room."""
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    set_font(chart.legend.font, _LABEL)


def _number(mark: Mark) -> float:
    return float(mark.end or 0)


def _length(mark: Mark) -> float:
    return float((mark.end or 0) - (mark.start or 0))


def _part(mark: Mark) -> float:
    """What part of its track a mark covers; a mark without a track fills it."""
    return float((mark.end or 0) / mark.track) if mark.track else 1.0
