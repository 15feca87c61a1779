"""Native charts: each form of scene as the chart of PowerPoint that keeps its honesty.

Labels come from the data (`number_labels`): whoever edits the sheet of a chart changes what the
slide says, too. No axis is held to the values of today but where several charts share one scale.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
)

from viewer.chart import BoundStyle, Form, Mark, MarkRole, Scene, Treatment
from viewer.design import Role
from viewer.export.pptx.chart_marks import (
    ROOM,
    add_arrows,
    add_range,
    label_cell,
    label_value,
    paint,
    solid,
)
from viewer.export.pptx.chart_sheet import Cell, CellFormula, ChartData, Filled, column_range, place
from viewer.export.pptx.number_labels import common_scale, number_label, share_label
from viewer.export.pptx.theme import (
    SlideBox,
    TextStyle,
    colour,
    ems,
    leave_room,
    run_language,
    set_font,
)
from viewer.export.sanitize import one_line


@dataclass(frozen=True, slots=True)
class ChartOnSlide:
    """A scene to draw; `shared` where other slides show more of it on the same scale."""

    slide: Any
    box: SlideBox
    scene: Scene
    shared: bool = False


Native = Callable[[ChartOnSlide], None]

_LABEL = TextStyle(14)
_VALUE = TextStyle(14, bold=True)
ROOM_FOR_AN_EM = 0.026
"""The part of a chart that a hanzi of a label outside the bars takes."""
MOST_FOR_A_LABEL = 0.6
"""The part of the bars' room that a label may take before it is left to overlap."""
SMALL_FROM = 5
"""As many lines as this are drawn in a small chart each."""
SMALL_ACROSS = 3
MOST_LABELS = 16
"""Points of a line that can all be labelled across a slide."""
ARROW = 0.05
"""How long the arrow of a bound is, in parts of the axis."""


def has_native(scene: Scene) -> bool:
    """Whether this scene has a native chart; a mark that has no number has no bar."""
    return scene.form in NATIVES and all(mark.end is not None for mark in scene.marks)


def add_chart(drawn: ChartOnSlide) -> None:
    """Add the native chart of a scene; call only where `has_native` says so."""
    NATIVES[drawn.scene.form](drawn)


def label_of(mark: Mark) -> str:
    """What a label says: the value as the report has it, what was computed, marked as such, and
    what the chart remarks on it."""
    return " · ".join(filter(None, (exported_value(mark), one_line(mark.remark))))


def exported_value(mark: Mark) -> str:
    """The value as the report has it, and what was computed, marked as such."""
    if mark.computed is None:
        return one_line(mark.as_written)
    return one_line(
        f"{mark.as_written} ({mark.computed.text}*)"
        if mark.as_written
        else f"{mark.computed.text}*"
    )


@dataclass(slots=True)
class Labelled:
    """Marks of one series and their labels: number formats where every label is one, else the
    cells of a column of the sheet."""

    marks: Sequence[Mark | None]
    """One for each category; None leaves a gap."""
    column: int
    """Of the sheet, for labels that are read from cells."""
    outside: bool = False
    """Whether labels stand beside the ends, where arrows lead."""
    formats: tuple[str, ...] | None = None
    scale: Decimal = Decimal(1)
    texts: tuple[str, ...] = ()
    cells: dict[Cell, Filled] = field(default_factory=dict)

    def __post_init__(self) -> None:
        found = [
            number_label(self._text(mark), mark.end or Decimal(0)) for mark in self.marks if mark
        ]
        scale = common_scale(found)
        self.texts = tuple(self._text(mark) if mark else "" for mark in self.marks)
        if scale is None:
            rows = enumerate(self.texts, start=1)
            self.cells = {(row, self.column): Filled(text) for row, text in rows if text}
            return
        self.scale = scale
        formats = iter([one.format for one in found if one])
        self.formats = tuple(next(formats) if mark else "" for mark in self.marks)

    def _text(self, mark: Mark) -> str:
        return _beyond(mark) if self.outside else label_of(mark)

    def numbers(self) -> list[float | None]:
        """The values as the sheet has them."""
        return [
            None if mark is None else float((mark.end or Decimal(0)) / self.scale)
            for mark in self.marks
        ]

    def write(self, series: Any, shown: Sequence[int], position: Any, type_: TextStyle) -> None:
        """Label the points `shown`."""
        for index in shown:
            if self.formats is not None:
                text = self.texts[index]
                label_value(series.points[index], self.formats[index], position, type_, text)
            else:
                label_cell(series.points[index], self.texts[index], position, type_)
        if self.formats is None:
            add_range(series, column_range(self.column, len(self.marks)), self.texts)


def _bars(drawn: ChartOnSlide) -> None:
    """Bars from zero, the first mark on top; signed where the scene is a change."""
    marks = drawn.scene.marks
    labels = Labelled(marks, column=2, outside=True)
    data = ChartData(labels.cells)
    data.categories = [one_line(mark.label) for mark in marks]
    data.add_series(one_line(drawn.scene.topic), labels.numbers())
    chart = _place(drawn, XL_CHART_TYPE.BAR_CLUSTERED, data)
    _lie_down(chart)
    room = _room(labels.texts)
    _bound_axis(chart, drawn, labels.scale)
    leave_room(chart, room)
    if not drawn.shared:
        _leave_room_below_zero(chart, labels, 1 - room - _room([mark.label for mark in marks]))
    series = chart.plots[0].series[0]
    _paint_each(series, marks)
    extent = _extent(marks, labels.scale)
    add_arrows(series, marks, [extent * ARROW] * len(marks))
    labels.write(series, range(len(marks)), XL_LABEL_POSITION.OUTSIDE_END, _VALUE)


def _beyond(mark: Mark) -> str:
    """The label beside the end of a bar, with room for an arrow that leads its way."""
    if mark.ending is not BoundStyle.OPEN:
        return label_of(mark)
    return label_of(mark) + ROOM if (mark.end or 0) < 0 else ROOM + label_of(mark)


def _shares(drawn: ChartOnSlide) -> None:
    """Each share against its full track: the share, what the track has beyond it, and its label,
    which stands where the share ends and is read from the sheet."""
    marks = drawn.scene.marks
    parts = [_part(mark) for mark in marks]
    texts = tuple(map(_beyond, marks))
    data = ChartData(_share_cells(marks, parts, texts), number_format="0.0%")
    data.categories = [one_line(mark.label) for mark in marks]
    data.add_series(one_line(drawn.scene.topic), parts)
    data.add_series(" ", [max(0.0, 1 - part) for part in parts])
    chart = _place(drawn, XL_CHART_TYPE.BAR_STACKED, data)
    _lie_down(chart)
    chart.value_axis.minimum_scale = 0.0
    leave_room(chart, _room(texts))
    share, rest = chart.plots[0].series
    _paint_each(share, marks)
    add_arrows(share, marks, [min(ARROW, max(0.0, 1 - part) or ARROW) for part in parts])
    solid(rest.format.fill, Role.TRACK)
    for index, text in enumerate(texts):
        label_cell(rest.points[index], text, XL_LABEL_POSITION.INSIDE_BASE, _VALUE)
    add_range(rest, column_range(3, len(marks)), texts)


def _share_cells(
    marks: Sequence[Mark], parts: Sequence[float], texts: Sequence[str]
) -> dict[Cell, Filled]:
    """Beside each share what remains, its label, and of a computed one the numbers it is of."""
    cells: dict[Cell, Filled] = {}
    for row, (mark, part, text) in enumerate(zip(marks, parts, texts, strict=True), start=1):
        share, rest = place((row, 1)), max(0.0, 1 - part)
        cells[row, 2] = Filled(CellFormula(f"=MAX(0,1-{share})", rest), "0.0%")
        format_ = share_label(text)
        if mark.computed is not None and mark.track:
            cells[row, 4] = Filled(float(mark.end or 0))
            cells[row, 5] = Filled(float(mark.track))
            quotient = CellFormula(f"={place((row, 4))}/{place((row, 5))}", part)
            cells[row, 1] = Filled(quotient, "0.0%")
            cells[row, 3] = Filled(_of_whole(mark, row, text) or text)
        elif format_:
            cells[row, 3] = Filled(CellFormula(f"={share}", part), format_)
        else:
            cells[row, 3] = Filled(text)
    return cells


def _of_whole(mark: Mark, row: int, text: str) -> CellFormula | None:
    """The label `56 / 74 (75.7%*)` from the numbers of its row; None where it says more."""
    percent = (mark.computed.text if mark.computed else "").rstrip("%")
    if not percent.replace(".", "", 1).isascii() or not percent.replace(".", "", 1).isdigit():
        return None
    style = "0." + "0" * len(percent.partition(".")[2]) if "." in percent else "0"
    for number in ("0", "#,##0"):
        part, whole = (_shown(value, number) for value in (mark.end, mark.track))
        if f"{part} / {whole} ({percent}%*)" == text:
            cells = [f'TEXT({place((row, column))},"{number}")' for column in (4, 5)]
            share = f'TEXT({place((row, 1))},"{style}%")'
            return CellFormula(f'={cells[0]}&" / "&{cells[1]}&" ("&{share}&"*)"', text)
    return None


def _shown(value: Decimal | None, number: str) -> str:
    return f"{value or 0:,f}" if "," in number else f"{value or 0:f}"


def _parts(drawn: ChartOnSlide) -> None:
    """Parts of one whole in one bar, end to end, each with its value; the legend names them."""
    marks = [mark for mark in drawn.scene.marks if mark.place is not MarkRole.WHOLE]
    texts = [label_of(mark) for mark in marks]
    data = ChartData({(2, column): Filled(text) for column, text in enumerate(texts, start=1)})
    data.categories = [one_line(drawn.scene.topic)]
    for mark in marks:
        data.add_series(one_line(mark.label), [float((mark.end or 0) - (mark.start or 0))])
    chart = _place(drawn, XL_CHART_TYPE.BAR_STACKED, data)
    _lie_down(chart)
    chart.value_axis.minimum_scale = 0.0
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    white = TextStyle(14, Role.ON_ACCENT, bold=True)
    for column, (series, mark) in enumerate(zip(chart.plots[0].series, marks, strict=True), 1):
        series.invert_if_negative = False
        paint(series.format, mark, "right")
        text = texts[column - 1]
        type_ = white if mark.treatment is Treatment.SOLID else _VALUE
        label_cell(series.points[0], text, XL_LABEL_POSITION.CENTER, type_)
        cell = place((2, column), fixed=True)
        add_range(series, f"Sheet1!{cell}:{cell}", (text,))
    _legend(chart)


def _columns(drawn: ChartOnSlide) -> None:
    _over_time(drawn, XL_CHART_TYPE.COLUMN_CLUSTERED)


def _lines(drawn: ChartOnSlide) -> None:
    _over_time(drawn, XL_CHART_TYPE.LINE_MARKERS)


def _over_time(drawn: ChartOnSlide, kind: Any) -> None:
    """One series a metric over the periods; many lines in small charts of one scale."""
    rows, box = range(len(drawn.scene.axis.lines)), drawn.box
    if len(rows) < SMALL_FROM:
        _one_over_time(drawn, kind, tuple(rows))
        return
    across, down = SMALL_ACROSS, -(-len(rows) // SMALL_ACROSS)
    wide, high = box.width // across, box.height // down
    for row in rows:
        left, top = box.left + wide * (row % across), box.top + high * (row // across)
        small = SlideBox(left, top, wide - wide // 12, high)
        one = ChartOnSlide(drawn.slide, small, drawn.scene, shared=True)
        _one_over_time(one, kind, (row,), named=True)


def _one_over_time(
    drawn: ChartOnSlide, kind: Any, rows: Sequence[int], *, named: bool = False
) -> None:
    """The rows of one chart; a period without a figure stays a gap."""
    axis = drawn.scene.axis
    labels = [
        Labelled(_by_period(drawn.scene, row), column=1 + len(rows) + number)
        for number, row in enumerate(rows)
    ]
    if len({one.scale for one in labels}) > 1:  # lines of one chart are of one scale
        labels = [_in_cells(one) for one in labels]
    data = ChartData({at: cell for one in labels for at, cell in one.cells.items()})
    data.categories = [one_line(period) for period in axis.periods]
    for row, one in zip(rows, labels, strict=True):
        data.add_series(one_line(axis.lines[row]), one.numbers())
    chart = _place(drawn, kind, data)
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    _bound_axis(chart, drawn, labels[0].scale, spare=0.12)
    set_font(chart.category_axis.tick_labels.font, TextStyle(11) if named else _LABEL)
    few = len(rows) > 1 or named
    for one, series in zip(labels, chart.plots[0].series, strict=True):
        _series_over_time(series, one, few)
    if len(rows) > 1:
        _legend(chart)
    if named:
        _name(chart, axis.lines[rows[0]])


def _by_period(scene: Scene, row: int) -> list[Mark | None]:
    found = {mark.column: mark for mark in scene.marks if mark.row == row}
    return [found.get(column) for column in range(len(scene.axis.periods))]


def _in_cells(labels: Labelled) -> Labelled:
    """The same labels read from cells, the values as they are."""
    rows = enumerate(labels.texts, start=1)
    labels.formats, labels.scale = None, Decimal(1)
    labels.cells = {(row, labels.column): Filled(text) for row, text in rows if text}
    return labels


def _name(chart: Any, text: str) -> None:
    chart.has_title = True
    frame = chart.chart_title.text_frame
    frame.text = one_line(text)
    set_font(frame.paragraphs[0].runs[0].font, TextStyle(13, bold=True))
    chart.chart_title.include_in_layout = False


def _series_over_time(series: Any, labels: Labelled, few: bool) -> None:
    """One line or row of columns; where there is room for `few` labels only, a line's ends."""
    there = [index for index, mark in enumerate(labels.marks) if mark]
    marks = [mark for mark in labels.marks if mark]
    shown = there
    if hasattr(series, "smooth"):
        position = XL_LABEL_POSITION.ABOVE
        series.smooth = False
        series.format.line.color.rgb = colour(marks[0].role)
        _paint_points(series, labels.marks)
        shown = [there[0], there[-1]] if few or len(there) > MOST_LABELS else there
        shown = sorted({*shown, *(at for at in there if _is_bound(labels.marks[at]))})
    else:
        position = XL_LABEL_POSITION.OUTSIDE_END
        _paint_each(series, labels.marks, upright=True)
    extent = _extent(marks, labels.scale)
    add_arrows(series, labels.marks, [extent * 2 * ARROW] * len(labels.marks))
    size = 14 if len(there) <= 6 and len(shown) > 2 else 12 if len(there) <= 9 else 10.5
    labels.write(series, list(dict.fromkeys(shown)), position, TextStyle(size, bold=True))
    for at in shown:  # the arrow of at least leads up through where labels stand
        if _is_bound(labels.marks[at]):
            inside = XL_LABEL_POSITION.BELOW if hasattr(series, "smooth") else None
            series.points[at].data_label.position = inside or XL_LABEL_POSITION.INSIDE_END


def _is_bound(mark: Mark | None) -> bool:
    return mark is not None and mark.ending is BoundStyle.OPEN


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


def _place(drawn: ChartOnSlide, kind: Any, data: Any) -> Any:
    box = drawn.box
    frame = drawn.slide.shapes.add_chart(kind, box.left, box.top, box.width, box.height, data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", one_line(drawn.scene.spoken))
    chart = frame.chart
    chart.has_legend = False
    chart.has_title = False
    set_font(chart.font, _LABEL)
    names = " ".join(str(name.label) for name in data.categories)
    chart.font._element.set("lang", run_language(names, "zh-CN"))
    return chart


def _room(texts: Sequence[str]) -> float:
    """The part of a chart's width that its labels may want beyond the bars."""
    return min(0.4, ROOM_FOR_AN_EM * max(map(ems, texts)))


def _extent(marks: Sequence[Mark], scale: Decimal) -> float:
    """How long the axis is about, in the numbers of the sheet."""
    ends = [Decimal(0), *((mark.end or Decimal(0)) for mark in marks)]
    return float((max(ends) - min(ends)) / scale)


def _bound_axis(chart: Any, drawn: ChartOnSlide, scale: Decimal, spare: float = 0.0) -> None:
    """Zero stays on the axis; its other end follows the data, unless several charts share it."""
    low, high = (float(end / scale) for end in (drawn.scene.axis.low, drawn.scene.axis.high))
    if drawn.shared:
        chart.value_axis.minimum_scale = low
        chart.value_axis.maximum_scale = high + spare * (high - low)
    elif low == 0:
        chart.value_axis.minimum_scale = 0.0
    elif high <= 0:
        chart.value_axis.maximum_scale = 0.0


def _leave_room_below_zero(chart: Any, labels: Labelled, wide: float) -> None:
    """Begin the axis so far left that no label beside a bar below zero reaches its category.

    `wide` is the part of the chart's width that the bars have.
    """
    ends = labels.numbers()
    below = [(end, _room([text])) for end, text in zip(ends, labels.texts, strict=True) if end]
    below = [(end, room / max(wide, 0.2)) for end, room in below if end < 0]
    if not below:
        return
    high = max(0.0, *(end for end in ends if end is not None))
    if any(mark and mark.ending is BoundStyle.OPEN for mark in labels.marks):
        high += _extent([mark for mark in labels.marks if mark], labels.scale) * ARROW
    parts = [(end, min(part, MOST_FOR_A_LABEL)) for end, part in below]
    chart.value_axis.minimum_scale = min((end - part * high) / (1 - part) for end, part in parts)
    chart.value_axis.maximum_scale = high


def _lie_down(chart: Any) -> None:
    """The first category on top, no axis line or grid that a label replaces."""
    chart.category_axis.reverse_order = True
    chart.category_axis.has_major_gridlines = False
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    chart.category_axis.format.line.fill.background()
    set_font(chart.category_axis.tick_labels.font, _LABEL)
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    chart.plots[0].gap_width = 60


def _paint_each(series: Any, marks: Sequence[Mark | None], *, upright: bool = False) -> None:
    """The series in its colour, and each point that is drawn otherwise."""
    first = next(mark for mark in marks if mark)
    solid(series.format.fill, first.role)
    series.invert_if_negative = False
    for index, mark in enumerate(marks):
        if mark and (not _is_plain(mark) or mark.role is not first.role):
            falls = (mark.end or 0) < 0
            tip = ("bottom" if falls else "top") if upright else ("left" if falls else "right")
            paint(series.points[index].format, mark, tip)


def _paint_points(series: Any, marks: Sequence[Mark | None]) -> None:
    """The dots of a line: full for facts; about so much is open, as on the screen."""
    first = next(mark for mark in marks if mark)
    solid(series.marker.format.fill, first.role)
    series.marker.format.line.color.rgb = colour(first.role)
    for index, mark in enumerate(marks):
        if mark is None or _is_plain(mark):
            continue
        format_ = series.points[index].marker.format
        format_.line.color.rgb = colour(mark.role)
        if mark.treatment is Treatment.SOLID:
            solid(format_.fill, Role.CARD)
        else:
            paint(format_, mark, "top")


def _is_plain(mark: Mark) -> bool:
    return mark.treatment is Treatment.SOLID and mark.ending is not BoundStyle.SOFT


def _legend(chart: Any) -> None:
    """Beneath the drawing, where long labels have room."""
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    set_font(chart.legend.font, _LABEL)


def _part(mark: Mark) -> float:
    """What part of its track a mark covers; a mark without a track fills it."""
    return float((mark.end or 0) / mark.track) if mark.track else 1.0
