"""How the marks of a native chart are drawn: the treatments of bodies, arrows of bounds, labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from viewer.chart import BoundStyle, Mark, Treatment
from viewer.design import Role
from viewer.export.pptx.theme import TextStyle, colour, run_language, set_font

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
_SPACES = f'xmlns:c="{_C}" xmlns:a="{_A}" xmlns:c15="{_C15}"'
_LABELS_URI = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
_RANGE_URI = "{02D57815-91ED-43cb-92C2-25804820EDAC}"
_FIELD = "{0E1C5A2B-6F0D-4D5E-9C35-6B1C2E7A9D41}"
_PATTERNS = {
    Treatment.HATCHED: MSO_PATTERN_TYPE.WIDE_UPWARD_DIAGONAL,
    Treatment.STIPPLED: MSO_PATTERN_TYPE.PERCENT_50,
}
_OUTLINES = {Treatment.OUTLINED, Treatment.HATCHED, Treatment.DASHED}
BOUNDS = {BoundStyle.OPEN, BoundStyle.UNDER}
FADES = {"right": 0, "top": 90, "left": 180, "bottom": 270}
"""The way to the tip of a mark, in degrees against the clock."""
ROOM = "\u2003\u2003"
"""Between a bar and the label outside its end: the room of an arrow that leads there."""
# What stands behind the error bars in a series (CT_BarSer, CT_LineSer).
_AFTER_BARS = ("cat", "val", "smooth", "shape", "extLst")


def paint(format_: Any, mark: Mark, tip: str) -> None:
    """Fill and outline of a bar, a column or a point as the notation of charts has them."""
    if mark.treatment is Treatment.SOLID and mark.ending is BoundStyle.SOFT:
        _fade(format_.fill, mark.role, tip)
    elif mark.treatment is Treatment.SOLID:
        solid(format_.fill, mark.role)
    elif mark.treatment in _PATTERNS:
        format_.fill.patterned()
        format_.fill.pattern = _PATTERNS[mark.treatment]
        format_.fill.fore_color.rgb = colour(mark.role)
        format_.fill.back_color.rgb = colour(Role.CARD)
    else:
        format_.fill.background()
    if mark.treatment in _OUTLINES:
        format_.line.color.rgb = colour(mark.role)
        format_.line.width = Pt(1.75)
    if mark.treatment is Treatment.DASHED:
        format_.line.dash_style = MSO_LINE_DASH_STYLE.DASH


def solid(fill: Any, role: Role) -> None:
    """Fill in one colour."""
    fill.solid()
    fill.fore_color.rgb = colour(role)


def _fade(fill: Any, role: Role, tip: str) -> None:
    """What is said to be about so much fades towards its tip, so that it never looks exact."""
    fill.gradient()
    fill.gradient_angle = FADES[tip]
    for stop, (at, shade) in zip(fill.gradient_stops, ((0.75, 0.0), (1.0, 0.75)), strict=True):
        stop.position = at
        stop.color.rgb = colour(role)
        stop.color.brightness = shade


def add_arrows(series: Any, marks: Sequence[Mark | None], reach: Sequence[float]) -> None:
    """From the end of each bound an arrow to where the number lies: on for at least, back for at
    most. `reach` is how long each may be, in the unit of the axis."""
    ways = [_way(mark) if mark else 0 for mark in marks]
    if not any(ways):
        return
    both = tuple(zip(ways, reach, strict=True))
    sides = "".join(
        f"<c:{name}>{_numbers([by * (way == sign) for way, by in both])}</c:{name}>"
        for name, sign in (("plus", 1), ("minus", -1))
    )
    _insert(
        series._element,
        f'<c:errBars {_SPACES}>{_direction(series)}<c:errBarType val="both"/>'
        f'<c:errValType val="cust"/><c:noEndCap val="1"/>{sides}<c:spPr><a:ln w="19050">'
        f'<a:solidFill><a:srgbClr val="{colour(Role.INK)}"/></a:solidFill>'
        '<a:tailEnd type="arrow" w="med" len="med"/></a:ln></c:spPr></c:errBars>',
        _AFTER_BARS,
    )


def _way(mark: Mark) -> int:
    """Up the axis or down it: at least goes on away from zero, at most back towards it."""
    if mark.ending not in BOUNDS:
        return 0
    away = -1 if (mark.end or 0) < 0 else 1
    return away if mark.ending is BoundStyle.OPEN else -away


def _direction(series: Any) -> str:
    return '<c:errDir val="y"/>' if hasattr(series, "smooth") else ""


def _numbers(values: Sequence[float]) -> str:
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{value!r}</c:v></c:pt>'
        for index, value in enumerate(values)
        if value  # an arrow of no length is drawn as a tick
    )
    return (
        f"<c:numLit><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numLit>'
    )


def label_value(point: Any, format_: str, position: Any, type_: TextStyle, text: str) -> None:
    """The label of a point: its value in a number format, so that an edit changes it."""
    label = point.data_label
    set_font(label.font, type_)
    label.position = position
    element = label._dLbl
    for old in element.findall(qn("c:numFmt")):
        element.remove(old)
    number = element.makeelement(qn("c:numFmt"), {"formatCode": format_, "sourceLinked": "0"})
    element.find(qn("c:idx")).addnext(number)
    _show(element, value=True)
    # PowerPoint and LibreOffice break a label in two otherwise.
    element.find(".//" + qn("a:bodyPr")).set("wrap", "none")
    element.find(".//" + qn("a:defRPr")).set("lang", run_language(text, "zh-CN"))


def label_cell(point: Any, text: str, position: Any, type_: TextStyle) -> None:
    """The label of a point: what its cell in the range of labels says (`add_range`), and where a
    program knows no such range, `text`."""
    label = point.data_label
    frame = label.text_frame
    frame.text = text
    frame.word_wrap = False
    run = frame.paragraphs[0].runs[0]
    set_font(run.font, type_)
    run._r.get_or_add_rPr().set("lang", run_language(text, "zh-CN"))
    run._r.tag = qn("a:fld")
    run._r.set("id", _FIELD)
    run._r.set("type", "CELLRANGE")
    label.position = position
    element = label._dLbl
    _show(element, value=False)
    _extend(
        element,
        _LABELS_URI,
        '<c15:dlblFieldTable/><c15:showDataLabelsRange val="1"/>',
    )


def add_range(series: Any, range_: str, texts: Sequence[str]) -> None:
    """Where the labels of `label_cell` are read from, and what stands there now."""
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{escape(text)}</c:v></c:pt>' for index, text in enumerate(texts)
    )
    _extend(
        series._element,
        _RANGE_URI,
        f"<c15:datalabelsRange><c15:f>{range_}</c15:f><c15:dlblRangeCache>"
        f'<c:ptCount val="{len(texts)}"/>{points}</c15:dlblRangeCache></c15:datalabelsRange>',
    )


def _show(label: Any, *, value: bool) -> None:
    for name in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent"):
        element = label.find(qn(f"c:{name}"))
        if element is not None:
            element.set("val", "1" if value and name == "showVal" else "0")


def _extend(owner: Any, uri: str, inside: str) -> None:
    extensions = owner.find(qn("c:extLst"))
    if extensions is None:
        extensions = owner.makeelement(qn("c:extLst"), {})
        owner.append(extensions)
    extensions.append(parse_xml(f'<c:ext {_SPACES} uri="{uri}">{inside}</c:ext>'))


def _insert(series: Any, xml: str, before: Sequence[str]) -> None:
    element = parse_xml(xml)
    for child in series:
        if child.tag.rpartition("}")[2] in before:
            child.addprevious(element)
            return
    series.append(element)
