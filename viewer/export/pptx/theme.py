"""Sizes, colours and faces of the slides, and text set in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from viewer.design import SERIES, Role, palette, rgb
from viewer.export.sanitize import plain
from viewer.language import TRADITIONAL, is_english, paragraph_language

WIDTH = Inches(13.333)
HEIGHT = Inches(7.5)
MARGIN = Inches(0.6)
LATIN = "Arial"
EAST_ASIAN = "Microsoft YaHei"
"""On every Chinese Office; elsewhere it is replaced, by a face of the same language, since the
text says that it is Chinese."""

_OFFICE = {TRADITIONAL: "zh-TW"}
"""What Office calls a language that it knows by its region only."""
_COLOURS = palette("light")
# The library marks itself as typed, and this class is not.
_new_colour: Any = RGBColor


@dataclass(frozen=True, slots=True)
class SlideBox:
    """A rectangle on a slide, in EMU."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a run of text is set: points, colour role, weight."""

    size: float
    role: Role = Role.INK
    bold: bool = False
    italic: bool = False


def ems(text: str) -> float:
    """How many hanzi wide a line is; a Latin letter counts a little more than half."""
    return sum(1.0 if ord(character) > 0x2E7F else 0.56 for character in text)


def fitting_size(text: str, width: int, most: float, least: float = 12) -> float:
    """The largest size in points, up to `most`, at which a line goes into `width` EMU."""
    room = Emu(width).pt * 0.96 / max(1.0, ems(text))
    return max(least, min(most, float(int(room))))


def colour(role: Role) -> Any:
    """The colour of `role` on paper."""
    return _new_colour(*rgb(_COLOURS.of(role)))


def add_text(slide: Any, box: SlideBox, text: str, type_: TextStyle, language: str) -> Any:
    """A text box with one paragraph; the text frame, for more of them."""
    shape = slide.shapes.add_textbox(box.left, box.top, box.width, box.height)
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    set_text(frame.paragraphs[0], text, type_, language)
    return frame


def set_text(paragraph: Any, text: str, type_: TextStyle, language: str) -> None:
    """Add a run to a paragraph."""
    run = paragraph.add_run()
    run.text = plain(text)
    set_font(run.font, type_)
    run._r.get_or_add_rPr().set("lang", run_language(text, language))


def run_language(text: str, language: str) -> str:
    """The language of a run: PowerPoint draws quotation marks wide in a Chinese one, so what is in
    Latin letters is English in a Chinese deck, and hanzi are Chinese in an English one."""
    spoken = paragraph_language(text, language)
    if is_english(spoken) is not is_english(language):
        return "en-US" if is_english(spoken) else spoken
    return _OFFICE.get(language, language)


def elided_hanzi(text: str, most: float) -> str:
    """`text` cut with an ellipsis so that it is at most so many hanzi wide."""
    if ems(text) <= most:
        return text
    room = most - 1
    for at, character in enumerate(text):
        room -= ems(character)
        if room < 0:
            return text[:at].rstrip() + "…"
    return text


def set_font(font: Any, type_: TextStyle) -> None:
    """Size, weight, colour, and the faces for Latin and East Asian letters."""
    font.size = Pt(type_.size)
    font.bold = type_.bold
    font.italic = type_.italic or None
    font.color.rgb = colour(type_.role)
    font.name = LATIN
    faces = font._element
    for old in faces.findall(qn("a:ea")):
        faces.remove(old)
    east = faces.makeelement(qn("a:ea"), {"typeface": EAST_ASIAN})
    faces.find(qn("a:latin")).addnext(east)


def set_theme(deck: Any) -> None:
    """Our colours and the East Asian face in the theme, for what the reader adds."""
    for part in deck.part.package.iter_parts():
        if str(part.partname).startswith("/ppt/theme/"):
            part._blob = _themed(part.blob)


def _themed(blob: bytes) -> bytes:
    for number, role in enumerate(SERIES, start=1):
        accent = rb"(<a:accent%d><a:srgbClr val=\")[0-9A-F]{6}" % number
        blob = re.sub(accent, rb"\g<1>" + str(colour(role)).encode(), blob)
    face = f'<a:ea typeface="{EAST_ASIAN}"/>'.encode()
    return blob.replace(b'<a:ea typeface=""/>', face)


def leave_room(chart: Any, part: float) -> None:
    """Keep `part` of the width free at the right of the plot, for labels beyond the bars."""
    plot = chart._chartSpace.chart.plotArea
    for old in plot.findall(qn("c:layout")):
        plot.remove(old)
    layout = plot.makeelement(qn("c:layout"), {})
    manual = layout.makeelement(qn("c:manualLayout"), {})
    layout.append(manual)
    places = {
        "xMode": "edge",
        "yMode": "edge",
        "x": "0",
        "y": "0",
        "w": f"{1 - part:.4f}",
        "h": "1",
    }
    for name, value in places.items():
        manual.append(manual.makeelement(qn(f"c:{name}"), {"val": value}))
    plot.insert(0, layout)
