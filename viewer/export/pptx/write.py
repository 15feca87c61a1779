"""The deck as a file: python-pptx builds it, then it is packed so that its bytes repeat."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.util import Inches, Pt

from viewer.chart import FORM_ROWS, Form, Scene
from viewer.design import Role
from viewer.export.context import Options, Takeaway, Watch
from viewer.export.error_banner import disagreements
from viewer.export.markdown import source_parts
from viewer.export.pptx.blank_deck import blank_deck
from viewer.export.pptx.charts import ChartOnSlide, add_chart, has_native
from viewer.export.pptx.quotes import QuoteBlock, beneath, blocks
from viewer.export.pptx.shapes import add_figures
from viewer.export.pptx.slides import FOOT, WIDE, add_kicker, add_subtitle, new_slide, titled
from viewer.export.pptx.speaker_notes import SpeakerNotes
from viewer.export.pptx.talk_page import add_page
from viewer.export.pptx.theme import (
    HEIGHT,
    MARGIN,
    SlideBox,
    TextStyle,
    add_text,
    fitting_size,
    set_text,
)
from viewer.export.reproducible_zip import repack
from viewer.export.sanitize import one_line, plain
from viewer.export.scenes import agreement_line, chosen_scenes, parts_of
from viewer.export.talk_order import TalkPage, in_talk_order
from viewer.model import Section

ROW = Inches(0.265)
"""A line of the type of quotes."""
ROWS_A_SLIDE = 12
"""Bars, or rows of a table, that a slide shows."""


def write(takeaway: Takeaway, options: Options, watch: Watch) -> bytes:
    """A title slide, then a slide a chart and a page in the order of the talk; the presenter's
    notes in the notes, unless left out."""
    deck = blank_deck()
    _describe(deck, takeaway)
    scenes = chosen_scenes(takeaway, options)
    slides = in_talk_order(takeaway, options, scenes)
    notes = SpeakerNotes(takeaway, wanted=options.notes is not False)
    title = _add_title(deck, takeaway)
    if not options.charts:
        shown = {section.id for section, _ in scenes}
        shown |= {one.section.id for one in slides if isinstance(one, TalkPage) and one.section}
        bare = [one for one in options.chosen(takeaway.briefing) if one.id not in shown]
        _write_notes(title, notes.of_sections(bare))
    for done, one in enumerate(slides):
        watch.step(done, len(slides))
        if isinstance(one, TalkPage):
            _write_notes(add_page(deck, one, takeaway), notes.of_page(one))
        else:
            _add_scene(deck, *one, takeaway, notes)
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
    size = fitting_size(one_line(briefing.title), WIDE, 40, 28)
    box = SlideBox(MARGIN, Inches(1.2), WIDE, Inches(2.4))
    slide = new_slide(deck, briefing.title, TextStyle(size, bold=True), box, briefing.language)
    slide.shapes.title.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    box = SlideBox(MARGIN, Inches(3.8), WIDE, Inches(3))
    source = " · ".join(one_line(part) for part in source_parts(briefing))
    frame = add_text(slide, box, source, TextStyle(16, Role.MUTED), briefing.language)
    wrong = disagreements(takeaway)
    for line in wrong[:12] or (agreement_line(takeaway),):
        role = Role.BAD if wrong else Role.GOOD
        paragraph = frame.add_paragraph()
        paragraph.space_before = Pt(8)
        set_text(paragraph, line, TextStyle(14, role), takeaway.words.language.replace("_", "-"))
    if len(wrong) > 12:
        more = takeaway.words("export.wrong.more", n=len(wrong) - 12)
        set_text(frame.add_paragraph(), more, TextStyle(14, Role.BAD), briefing.language)
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
    slide = titled(deck, scene.title, language)
    add_kicker(slide, section.title, language)
    add_subtitle(slide, scene.subtitle, language)
    pages = blocks(beneath(scene, takeaway))
    quotes = FOOT - (ROW * pages[0].rows if pages else 0)
    body = SlideBox(MARGIN, Inches(2.0), WIDE, quotes - Inches(0.25) - Inches(2.0))
    if has_native(scene):
        add_chart(ChartOnSlide(slide, _middle(body, _tall(scene)), scene, shared))
    else:
        add_figures(slide, body, scene, language)
    if pages:
        _add_quotes(slide, quotes, pages[0], language)
    for page in pages[1:]:
        _add_quotes(titled(deck, scene.title, language), Inches(1.8), page, language)
    return slide


def _middle(body: SlideBox, high: int) -> SlideBox:
    """The middle of the body, at most `high`: few bars would be fat ones."""
    high = min(body.height, high)
    return replace(body, top=body.top + (body.height - high) // 2, height=high)


def _tall(scene: Scene) -> int:
    if scene.axis.periods:
        return int(HEIGHT)
    rows = 2 if scene.form is Form.PARTS else len(scene.marks)
    return int(Inches(0.6 + 0.95 * rows))


def _add_quotes(slide: Any, top: int, block: QuoteBlock, language: str) -> None:
    gap = Inches(0.3)
    wide = (WIDE + gap) // len(block.columns) - gap
    for number, column in enumerate(block.columns):
        box = SlideBox(MARGIN + number * (wide + gap), top, wide, ROW * block.rows)
        frame = add_text(slide, box, column[0], TextStyle(13, Role.MUTED), language)
        for line in column[1:]:
            paragraph = frame.add_paragraph()
            paragraph.space_before = Pt(3)
            set_text(paragraph, line, TextStyle(13, Role.MUTED), language)
