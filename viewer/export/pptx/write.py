"""The deck as a file: python-pptx builds it, then it is packed so that its bytes repeat."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from viewer.chart import FORM_ROWS, Form, Scene
from viewer.design import Role
from viewer.export.context import Options, Takeaway, Watch
from viewer.export.error_banner import disagreements
from viewer.export.markdown import source_parts
from viewer.export.pptx.blank_deck import blank_deck
from viewer.export.pptx.charts import Drawn, add_chart, has_native
from viewer.export.pptx.quotes import Block, beneath, blocks
from viewer.export.pptx.shapes import add_figures
from viewer.export.pptx.speaker_notes import SpeakerNotes
from viewer.export.pptx.theme import (
    HEIGHT,
    MARGIN,
    WIDTH,
    Box,
    Type,
    add_text,
    elided,
    ems,
    fitting,
    set_text,
)
from viewer.export.reproducible_zip import repack
from viewer.export.sanitize import one_line, plain
from viewer.export.scenes import chosen_scenes, parts_of, proof_line
from viewer.export.talk_order import in_talk_order
from viewer.model import Section

TITLE_ONLY = 5
"""The layout of the default template with a title and nothing else."""

WIDE = WIDTH - 2 * MARGIN
FOOT = Inches(7.15)
ROW = Inches(0.265)
"""A line of the type of quotes."""
ROWS_A_SLIDE = 12
"""Bars, or rows of a table, that a slide shows."""


def write(takeaway: Takeaway, options: Options, watch: Watch) -> bytes:
    """A title slide and a slide a chart, in the order of the talk; the presenter's notes in the
    notes, unless left out."""
    deck = blank_deck()
    _describe(deck, takeaway)
    scenes = in_talk_order(takeaway, chosen_scenes(takeaway, options))
    notes = SpeakerNotes(takeaway, wanted=options.notes is not False)
    title = _add_title(deck, takeaway)
    if not options.charts:
        shown = {section.id for section, _ in scenes}
        bare = [one for one in options.chosen(takeaway.briefing) if one.id not in shown]
        _write_notes(title, notes.of_sections(bare))
    for done, (section, scene) in enumerate(scenes):
        watch.step(done, len(scenes))
        _add_scene(deck, section, scene, takeaway, notes)
    out = io.BytesIO()
    deck.save(out)
    return repack(out.getvalue(), takeaway.stamp)


def _describe(deck: Any, takeaway: Takeaway) -> None:
    briefing, about = takeaway.briefing, deck.core_properties
    about.title = plain(briefing.title)[:255]
    about.author = plain("、".join(briefing.source.authors))[:255]
    about.language = briefing.language
    about.created = about.modified = takeaway.stamp.replace(tzinfo=None)
    about.last_modified_by = ""
    about.revision = 1


def _add_title(deck: Any, takeaway: Takeaway) -> Any:
    briefing = takeaway.briefing
    size = fitting(one_line(briefing.title), WIDE, 40, 28)
    box = Box(MARGIN, Inches(1.2), WIDE, Inches(2.4))
    slide = _new_slide(deck, briefing.title, Type(size, bold=True), box, briefing.language)
    slide.shapes.title.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    box = Box(MARGIN, Inches(3.8), WIDE, Inches(3))
    source = " · ".join(one_line(part) for part in source_parts(briefing))
    frame = add_text(slide, box, source, Type(16, Role.MUTED), briefing.language)
    wrong = disagreements(takeaway)
    for line in wrong[:12] or (proof_line(takeaway),):
        role = Role.BAD if wrong else Role.GOOD
        paragraph = frame.add_paragraph()
        paragraph.space_before = Pt(8)
        set_text(paragraph, line, Type(14, role), takeaway.words.language.replace("_", "-"))
    if len(wrong) > 12:
        more = takeaway.words("export.wrong.more", n=len(wrong) - 12)
        set_text(frame.add_paragraph(), more, Type(14, Role.BAD), briefing.language)
    return slide


def _new_slide(deck: Any, title: str, type_: Type, box: Box, language: str) -> Any:
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


def _add_scene(
    deck: Any, section: Section, scene: Scene, takeaway: Takeaway, notes: SpeakerNotes
) -> None:
    """The slides of one chart, with the notes of what each is the first to show."""
    whole = has_native(scene) and FORM_ROWS[scene.form].whole
    parts = (scene,) if whole else parts_of(scene, ROWS_A_SLIDE)
    for part in parts:
        slide = _add_part(deck, section, part, takeaway, shared=len(parts) > 1)
        _write_notes(slide, notes.of_slide(section, part))


def _write_notes(slide: Any, notes: Iterable[str]) -> None:
    text = "\n".join(notes)
    if text:
        slide.notes_slide.notes_text_frame.text = plain(text)


def _add_part(
    deck: Any, section: Section, scene: Scene, takeaway: Takeaway, *, shared: bool
) -> Any:
    """A chart as large as what stands beneath leaves room for; what does not fit comes after."""
    language = takeaway.briefing.language
    slide = _titled(deck, scene.title, language)
    above = Box(MARGIN, Inches(0.32), WIDE, Inches(0.3))
    heading = elided(one_line(section.title), Emu(WIDE).pt / 13 - 1)
    add_text(slide, above, heading, Type(13, Role.MUTED), language)
    under = Box(MARGIN, Inches(1.5), WIDE, Inches(0.35))
    add_text(slide, under, one_line(scene.subtitle), Type(14, Role.MUTED), language)
    pages = blocks(beneath(scene, takeaway))
    quotes = FOOT - (ROW * pages[0].rows if pages else 0)
    body = Box(MARGIN, Inches(2.0), WIDE, quotes - Inches(0.25) - Inches(2.0))
    if has_native(scene):
        add_chart(Drawn(slide, _middle(body, _tall(scene)), scene, shared))
    else:
        add_figures(slide, body, scene, language)
    if pages:
        _add_quotes(slide, quotes, pages[0], language)
    for page in pages[1:]:
        _add_quotes(_titled(deck, scene.title, language), Inches(1.8), page, language)
    return slide


def _titled(deck: Any, title: str, language: str) -> Any:
    size = 28 if ems(title) <= 60 else 20
    box = Box(MARGIN, Inches(0.55), WIDE, Inches(1.0))
    slide = _new_slide(deck, title, Type(size, bold=True), box, language)
    _number(slide)
    return slide


def _number(slide: Any) -> None:
    """The slide's number at the foot, as a field: it stays right when slides are moved."""
    box = Box(MARGIN + WIDE - Inches(1), FOOT + Inches(0.04), Inches(1), Inches(0.24))
    frame = add_text(slide, box, "", Type(10, Role.MUTED), "en-US")
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    run = paragraph.runs[0]._r
    run.tag = qn("a:fld")
    run.set("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
    run.set("type", "slidenum")
    run.find(qn("a:t")).text = "‹#›"


def _middle(body: Box, high: int) -> Box:
    """The middle of the body, at most `high`: few bars would be fat ones."""
    high = min(body.height, high)
    return replace(body, top=body.top + (body.height - high) // 2, height=high)


def _tall(scene: Scene) -> int:
    if scene.axis.periods:
        return int(HEIGHT)
    rows = 2 if scene.form is Form.PARTS else len(scene.marks)
    return int(Inches(0.6 + 0.95 * rows))


def _add_quotes(slide: Any, top: int, block: Block, language: str) -> None:
    gap = Inches(0.3)
    wide = (WIDE + gap) // len(block.columns) - gap
    for number, column in enumerate(block.columns):
        box = Box(MARGIN + number * (wide + gap), top, wide, ROW * block.rows)
        frame = add_text(slide, box, column[0], Type(13, Role.MUTED), language)
        for line in column[1:]:
            paragraph = frame.add_paragraph()
            paragraph.space_before = Pt(3)
            set_text(paragraph, line, Type(13, Role.MUTED), language)
