"""Bare slides: title, section above it, number at the foot."""

from __future__ import annotations

from typing import Any

from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches

from viewer.design import Role
from viewer.export.pptx.theme import (
    MARGIN,
    WIDTH,
    SlideBox,
    TextStyle,
    add_text,
    elided_hanzi,
    ems,
    fitting_size,
    set_text,
)
from viewer.export.sanitize import one_line

TITLE_ONLY = 5
"""The layout of the default template with a title and nothing else."""

WIDE = WIDTH - 2 * MARGIN
FOOT = Inches(7.15)


def new_slide(deck: Any, title: str, type_: TextStyle, box: SlideBox, language: str) -> Any:
    """A slide with a title in the box."""
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = box.left, box.top, box.width, box.height
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = 0
    set_text(frame.paragraphs[0], one_line(title), type_, language)
    properties = frame.paragraphs[0]._p.get_or_add_pPr()
    properties.set("algn", "l")
    return slide


def titled(deck: Any, title: str, language: str) -> Any:
    """A numbered slide with its title where all but the first have it."""
    fits = fitting_size(title, WIDE, 28) == 28
    size = 28 if fits else 24 if ems(title) <= 60 else 20
    box = SlideBox(MARGIN, Inches(0.55), WIDE, Inches(1.0))
    slide = new_slide(deck, title, TextStyle(size, bold=True), box, language)
    number_slide(slide)
    return slide


def number_slide(slide: Any) -> None:
    """The slide's number at the foot, as a field: it stays right when slides are moved."""
    box = SlideBox(MARGIN + WIDE - Inches(1), FOOT + Inches(0.04), Inches(1), Inches(0.24))
    frame = add_text(slide, box, "", TextStyle(10, Role.MUTED), "en-US")
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    run = paragraph.runs[0]._r
    run.tag = qn("a:fld")
    run.set("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
    run.set("type", "slidenum")
    run.find(qn("a:t")).text = "‹#›"


def add_kicker(slide: Any, text: str, language: str) -> None:
    """The section that a slide belongs to, above its title."""
    box = SlideBox(MARGIN, Inches(0.32), WIDE, Inches(0.3))
    heading = elided_hanzi(one_line(text), Emu(WIDE).pt / 13 - 1)
    add_text(slide, box, heading, TextStyle(13, Role.MUTED), language)


def add_subtitle(slide: Any, text: str, language: str) -> None:
    """What is to be known of a slide, under its title."""
    box = SlideBox(MARGIN, Inches(1.5), WIDE, Inches(0.35))
    add_text(slide, box, one_line(text), TextStyle(14, Role.MUTED), language)
