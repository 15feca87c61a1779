"""The steps of a talk that are no charts, as slides: pages, comparisons, words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.util import Emu, Inches, Pt

from viewer.design import Role
from viewer.export.context import Takeaway
from viewer.export.pptx.shapes import Card, add_cards
from viewer.export.pptx.slides import (
    FOOT,
    WIDE,
    add_kicker,
    add_subtitle,
    new_slide,
    number_slide,
    titled,
)
from viewer.export.pptx.theme import MARGIN, SlideBox, TextStyle, add_text, ems, set_text
from viewer.export.sanitize import one_line
from viewer.export.talk_order import PageFigure, TalkPage
from viewer.model import StepKind

TOP = Inches(1.9)
GAP = Inches(0.5)
SIZES = (28, 24, 20, 18, 16, 14, 12)
"""Points of words that fill a slide: the largest at which they fit."""
WORDS, QUOTE, RESULT = (
    TextStyle(SIZES[0]),
    TextStyle(20, Role.MUTED),
    TextStyle(SIZES[0], bold=True),
)
LEADING = 1.5
"""Height of a line by its type."""
ROWS_OF_AGENDA = 9
"""Titles of sections in one column."""


def add_page(deck: Any, page: TalkPage, takeaway: Takeaway) -> Any:
    """The slide of a page."""
    if page.kind is StepKind.QUESTIONS:
        return _add_questions(deck, page, takeaway)
    language = takeaway.briefing.language
    slide = titled(deck, page.title, language)
    if page.section is not None and page.section.title != page.title:
        add_kicker(slide, page.section.title, language)
    body = SlideBox(MARGIN, TOP, WIDE, FOOT - TOP)
    if page.kind is StepKind.AGENDA:
        _add_columns(slide, body, page.lines, language)
    elif page.figures:
        for line in page.lines[:1]:
            add_subtitle(slide, line, language)
        _add_figures(slide, body, page, language)
    else:
        _add_words(slide, body, page.lines, language)
    return slide


def _add_questions(deck: Any, page: TalkPage, takeaway: Takeaway) -> Any:
    """The page that stays up: its name large, the briefing's title, the leading figures."""
    words, language = takeaway.words, takeaway.briefing.language
    box = SlideBox(MARGIN, Inches(1.0), WIDE, Inches(1.5))
    slide = new_slide(deck, page.title, TextStyle(60, bold=True), box, words.language)
    number_slide(slide)
    below = SlideBox(MARGIN, Inches(2.5), WIDE, Inches(1.2))
    add_text(slide, below, one_line(page.lines[0]), TextStyle(22, Role.MUTED), language)
    if page.figures:
        top = Inches(4.0)
        _add_cards(slide, SlideBox(MARGIN, top, WIDE, FOOT - top), page.figures, language)
    return slide


def _add_figures(slide: Any, body: SlideBox, page: TalkPage, language: str) -> None:
    """The figures as cards, below them the sentences that say them, then what was computed."""
    quoted = any(figure.quote for figure in page.figures)
    result = Inches(1.1) if page.result else 0
    quotes = Inches(1.9) if quoted else 0
    height = body.height - result - quotes
    _add_cards(slide, SlideBox(body.left, body.top, body.width, height), page.figures, language)
    width = body.width // max(len(page.figures), 1)
    for number, figure in enumerate(page.figures):
        if figure.quote:
            left = body.left + number * width
            box = SlideBox(left, body.top + height, width - GAP, quotes)
            _add_words(slide, box, (figure.quote,), language, QUOTE)
    if page.result:
        box = SlideBox(body.left, body.top + body.height - result, body.width, result)
        _add_words(slide, box, (page.result,), language, RESULT)


def _add_cards(slide: Any, box: SlideBox, figures: Sequence[PageFigure], language: str) -> None:
    cards = [Card(one_line(figure.value), figure.label) for figure in figures]
    add_cards(slide, box, cards, language)


def _add_columns(slide: Any, body: SlideBox, lines: Sequence[str], language: str) -> None:
    """Titles of sections, in as many columns as they take."""
    across = max(1, -(-len(lines) // ROWS_OF_AGENDA))
    rows = -(-len(lines) // across)
    width = body.width // across
    for number in range(across):
        box = SlideBox(body.left + number * width, body.top, width - GAP, body.height)
        _add_words(slide, box, lines[number * rows : (number + 1) * rows], language)


def _add_words(
    slide: Any, box: SlideBox, lines: Sequence[str], language: str, type_: TextStyle = WORDS
) -> None:
    """Paragraphs in the largest type, up to `type_`, at which they go into the box."""
    if not lines:
        return
    plain = [one_line(line) for line in lines]
    sizes = (size for size in SIZES if size <= type_.size and _high(plain, size, box) <= box.height)
    type_ = replace(type_, size=next(sizes, SIZES[-1]))
    frame = add_text(slide, box, plain[0], type_, language)
    for line in plain[1:]:
        paragraph = frame.add_paragraph()
        paragraph.space_before = Pt(type_.size * 0.5)
        set_text(paragraph, line, type_, language)


def _high(lines: Sequence[str], size: int, box: SlideBox) -> int:
    """The height of paragraphs in type of `size`, in EMU."""
    across = max(1.0, Emu(box.width).pt / size - 1)
    rows = sum(max(1, int(-(-ems(line) // across))) for line in lines)
    return int(Pt(size * (rows * LEADING + (len(lines) - 1) * 0.5)))
