"""The deck as a file: python-pptx builds it, then it is packed so that its bytes repeat."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from pptx import Presentation
from pptx.opc.packuri import PackURI
from pptx.util import Inches, Pt

from viewer.briefing import Section
from viewer.chart import Scene
from viewer.export.deck.charts import add_chart, has_native
from viewer.export.deck.shapes import add_figures
from viewer.export.deck.theme import (
    HEIGHT,
    MARGIN,
    WIDTH,
    Box,
    Type,
    add_text,
    set_text,
    set_theme_faces,
)
from viewer.export.disagreements import disagreements
from viewer.export.letters import one_line, plain
from viewer.export.markdown import source_parts
from viewer.export.packing import repack
from viewer.export.scenes import chosen_scenes, proof_line
from viewer.export.takeaway import Options, Takeaway, Watch
from viewer.look import Role

TITLE_ONLY = 5
"""The layout of the default template with a title and nothing else."""

WIDE = WIDTH - 2 * MARGIN
LINES_OF_QUOTES = 6
LETTERS_A_LINE = 62


def write(takeaway: Takeaway, options: Options, watch: Watch) -> bytes:
    """A title slide and a slide a chart; the presenter's notes, if asked for, in the notes."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    _count_names(deck.part.package)
    _describe(deck, takeaway)
    _add_title(deck, takeaway)
    noted: set[str] = set()
    scenes = chosen_scenes(takeaway, options)
    for done, (section, scene) in enumerate(scenes):
        watch.step(done, len(scenes))
        notes = section.notes if options.notes and section.id not in noted else ""
        noted.add(section.id)
        _add_scene(deck, section, scene, takeaway, notes)
    set_theme_faces(deck)
    out = io.BytesIO()
    deck.save(out)
    return repack(out.getvalue(), takeaway.stamp)


def _count_names(package: Any) -> None:
    """Name new parts by counting: the library walks the whole package for each new name, which
    takes a deck of a thousand charts from seconds to many minutes."""
    numbers: Counter[str] = Counter(
        re.sub(r"\d+", "%d", str(part.partname)) for part in package.iter_parts()
    )

    def next_name(template: str) -> PackURI:
        numbers[template] += 1
        return PackURI(template % numbers[template])

    package.next_partname = next_name


def _describe(deck: Any, takeaway: Takeaway) -> None:
    briefing, about = takeaway.briefing, deck.core_properties
    about.title = plain(briefing.title)[:255]
    about.author = plain("、".join(briefing.source.authors))[:255]
    about.language = briefing.language
    about.created = about.modified = takeaway.stamp.replace(tzinfo=None)
    about.last_modified_by = ""
    about.revision = 1


def _add_title(deck: Any, takeaway: Takeaway) -> None:
    briefing = takeaway.briefing
    slide = _new_slide(deck, briefing.title, Type(36, bold=True), Inches(1.9), briefing.language)
    box = Box(MARGIN, Inches(3.7), WIDE, Inches(3))
    source = " · ".join(one_line(part) for part in source_parts(briefing))
    frame = add_text(slide, box, source, Type(18, Role.MUTED), briefing.language)
    wrong = disagreements(takeaway)
    for line in wrong[:12] or (proof_line(takeaway),):
        role = Role.BAD if wrong else Role.GOOD
        paragraph = frame.add_paragraph()
        paragraph.space_before = Pt(8)
        set_text(paragraph, line, Type(14, role), takeaway.words.language.replace("_", "-"))
    if len(wrong) > 12:
        more = takeaway.words("export.wrong.more", n=len(wrong) - 12)
        set_text(frame.add_paragraph(), more, Type(14, Role.BAD), briefing.language)


def _new_slide(deck: Any, title: str, type_: Type, top: int, language: str) -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = MARGIN, top, WIDE, Inches(1.0)
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = 0
    set_text(frame.paragraphs[0], one_line(title), type_, language)
    properties = frame.paragraphs[0]._p.get_or_add_pPr()
    properties.set("algn", "l")
    return slide


def _add_scene(deck: Any, section: Section, scene: Scene, takeaway: Takeaway, notes: str) -> None:
    language = takeaway.briefing.language
    slide = _new_slide(deck, scene.title, Type(28, bold=True), Inches(0.55), language)
    add_text(
        slide,
        Box(MARGIN, Inches(0.32), WIDE, Inches(0.3)),
        one_line(section.title),
        Type(13, Role.MUTED),
        language,
    )
    under = Box(MARGIN, Inches(1.5), WIDE, Inches(0.35))
    add_text(slide, under, one_line(scene.subtitle), Type(14, Role.MUTED), language)
    body = Box(MARGIN, Inches(1.95), WIDE, Inches(3.2))
    if has_native(scene):
        # Few bars would be fat ones.
        add_chart(slide, replace(body, height=min(body.height, _tall(scene))), scene)
    else:
        add_figures(slide, body, scene, language)
    pages = _paged(_beneath(scene, takeaway))
    _add_quotes(slide, Inches(5.3), pages[0], language)
    if notes.strip():
        slide.notes_slide.notes_text_frame.text = plain(notes)
    for page in pages[1:]:
        more = _new_slide(deck, scene.title, Type(28, bold=True), Inches(0.55), language)
        _add_quotes(more, Inches(1.8), page, language)


def _tall(scene: Scene) -> int:
    rows = 4 if scene.axis.periods else len(scene.marks)
    return int(Inches(0.5 + 0.7 * rows))


def _beneath(scene: Scene, takeaway: Takeaway) -> tuple[str, ...]:
    """The quotes, each once, what was computed, and the author's note."""
    quotes = dict.fromkeys(one_line(mark.quote) for mark in scene.marks if mark.quote)
    foreign = (f"{mark.label}: {mark.origin}" for mark in scene.marks if mark.origin)
    computed = (f"* {mark.computed.formula}" for mark in scene.marks if mark.computed)
    words = takeaway.words
    said = [
        *(words("export.quoted", quote=quote) for quote in quotes),
        *(words("export.foreign", said=one_line(text)) for text in foreign),
        *(words("export.computed", formula=one_line(text)) for text in computed),
    ]
    return (*said, one_line(scene.note)) if scene.note else tuple(said)


def _paged(lines: Sequence[str]) -> list[list[str]]:
    """The lines in pages: the first beneath the chart, more on slides of their own."""
    pages: list[list[str]] = [[]]
    room = LINES_OF_QUOTES
    for line in _short(lines):
        needs = max(1, -(-_letters(line) // LETTERS_A_LINE))
        if needs > room and pages[-1]:
            pages.append([])
            room = LINES_OF_QUOTES * 3
        pages[-1].append(line)
        room -= needs
    return pages


def _short(lines: Sequence[str]) -> Iterator[str]:
    """Quotes of more than a slide are cut in pieces that fit one."""
    most = LETTERS_A_LINE * LINES_OF_QUOTES // 2
    for line in lines:
        for start in range(0, len(line), most):
            yield line[start : start + most]


def _letters(line: str) -> int:
    """How many hanzi wide a line is; a Latin letter counts a little more than half."""
    return sum(100 if ord(c) > 0x2E7F else 56 for c in line) // 100


def _add_quotes(slide: Any, top: int, lines: Sequence[str], language: str) -> None:
    if not lines:
        return
    box = Box(MARGIN, top, WIDE, HEIGHT - top - Inches(0.3))
    frame = add_text(slide, box, lines[0], Type(13, Role.MUTED), language)
    for line in lines[1:]:
        paragraph = frame.add_paragraph()
        paragraph.space_before = Pt(3)
        set_text(paragraph, line, Type(13, Role.MUTED), language)
