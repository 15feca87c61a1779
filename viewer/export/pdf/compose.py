"""The pages of a takeaway: front with contents, then section by section words, charts, figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from viewer.chart import Form, Scene, roles
from viewer.chart.layout import Measure
from viewer.design import Role
from viewer.export.context import Options, Takeaway, Watch
from viewer.export.pdf.chart_blocks import set_chart, set_chart_slide, set_charts_beside
from viewer.export.pdf.figures import set_figures
from viewer.export.pdf.flow import Beside, Flow
from viewer.export.pdf.front import set_front
from viewer.export.pdf.page_context import Maker
from viewer.export.pdf.page_formats import A4, WIDE, PageFormat
from viewer.export.pdf.page_model import Book, Lines, OutlineEntry
from viewer.export.pdf.paragraphs import Numbered, set_heading, set_paragraph, setting_of
from viewer.export.pdf.relations import set_relations
from viewer.export.pdf.tabular import set_tabular
from viewer.export.pdf.talk_pages import set_talk_page
from viewer.export.rows import Row, rows_of
from viewer.export.sanitize import one_line, plain
from viewer.export.scenes import chosen_scenes, scenes_of
from viewer.export.talk_order import Slide, TalkPage, with_words_in_talk_order
from viewer.model import Key, Section, Span
from viewer.quantities.tables.rows import is_row
from viewer.rendering.typeset.paragraph_layout import Setter, Setting, Type

ROOM_FOR_A_SECTION = 0.4
"""The part of a page that must be left for a section to begin on it."""


_Shown = tuple[Sequence[Scene], Sequence[Row]]
"""The charts of a section, which colour its words, and its figures."""


@dataclass(frozen=True, slots=True)
class Fonts:
    """What sets the paragraphs of the pages, and the measure of their charts."""

    setter: Setter
    measure: Measure


def compose(takeaway: Takeaway, options: Options, fonts: Fonts, watch: Watch) -> Book:
    """Lay out all pages; `watch` is told once a section, up to half of the whole work."""
    shape = WIDE if options.slides else A4
    maker = Maker(takeaway, options, shape, fonts.setter, fonts.measure)
    chosen = options.chosen(takeaway.briefing)
    content: Sequence[Section | Slide] = chosen
    if options.slides:
        charts = chosen_scenes(takeaway, options)
        content = with_words_in_talk_order(takeaway, options, chosen, charts)
    sections = [one for one in content if isinstance(one, Section)]
    # The front tells the pages of the sections: laid out once to see how long it is itself.
    front = Book(shape)
    set_front(front, maker, sections, {})
    book = Book(shape)
    book.page(len(front.pages) - 1)
    _contents(book, maker, content, watch)
    pages = {s.id: book.aims[f"section:{s.id}"].page for s in sections}
    set_front(book, maker, sections, pages)
    _feet(book, maker)
    return book


def _contents(book: Book, maker: Maker, content: Sequence[Section | Slide], watch: Watch) -> None:
    """Section by section; on paper the next one begins where there is room for it. Charts and
    pages of the talk are slides of their own."""
    by_section: dict[str, list[Row]] = {}
    for row in rows_of(maker.takeaway, maker.options):
        by_section.setdefault(row.section.id, []).append(row)
    flow = Flow(book, maker.setter, maker.shape.frame, len(book.pages))
    for done, section in enumerate(content):
        watch.step(done, 2 * len(content))
        if isinstance(section, TalkPage):
            set_talk_page(flow, maker, section)
            continue
        if isinstance(section, tuple):
            flow = set_chart_slide(flow, maker, *section)
            continue
        if flow.left < ROOM_FOR_A_SECTION * flow.frame.height:
            flow.turn()
        flow.gap(maker.shape.heading.leading)
        flow = _section(flow, maker, section, by_section.get(section.id, []))
    if not maker.shape.beside:
        set_relations(flow, maker)


def _section(flow: Flow, maker: Maker, section: Section, rows: Sequence[Row]) -> Flow:
    """Its words, its charts below or its cards beside them, its figures; where the next one may
    begin."""
    shape, scenes = maker.shape, scenes_of(maker.takeaway, section)
    if shape.beside:
        if flow.y > flow.frame.top:
            flow.turn()
        flow = _spread(flow, maker, section, (scenes, rows))
        flow.gap(shape.plain.leading / 2)
    else:
        _passage(flow, maker, section, (scenes, rows))
        flow.gap(shape.plain.leading / 2)
        for scene in scenes:
            set_chart(flow, maker, scene, section)
    set_figures(flow, maker, rows)
    if maker.options.notes and section.notes.strip():
        _notes(flow, maker, section)
    return flow


def _spread(flow: Flow, maker: Maker, section: Section, shown: _Shown) -> Flow:
    """The words of a section on a slide with its cards beside them; over its whole width where it
    has none."""
    shape, (scenes, _) = maker.shape, shown
    cards = [scene for scene in scenes if scene.form is Form.CARDS]
    if not cards:
        _passage(flow, maker, section, shown)
        return flow
    words = Flow(flow.book, maker.setter, shape.columns[0], flow.page_number)
    _passage(words, maker, section, shown)
    words.gap(shape.plain.leading / 2)
    beside = Beside(flow.book, maker.setter, shape.columns[1], words, flow.page_number)
    set_charts_beside(beside, maker, cards, section)
    return beside.after()


def _passage(flow: Flow, maker: Maker, section: Section, shown: _Shown) -> None:
    scenes, rows = shown
    shape, text = maker.shape, section.passage.text
    colours = roles(scenes)
    title, aim = one_line(section.title), f"section:{section.id}"
    top = set_heading(flow, title, shape.heading, shape.body.leading * 2)
    flow.aim(aim, top)
    flow.book.outline.append(OutlineEntry(0, title, aim))
    body = _body(flow, shape, section)
    lines = [
        (plain(span.of(text)), tuple(_numbered(rows, span, colours)))
        for span in section.passage.paragraphs
    ]
    for tabular, group in groupby(lines, lambda line: is_row(line[0])):
        run = list(group)
        if tabular and set_tabular(flow, run, body):
            continue
        for words, figures in run:
            set_paragraph(flow, words, body, figures)


def _body(flow: Flow, shape: PageFormat, section: Section) -> Type:
    """The type of a passage; on a slide a smaller one where its last lines then stay on it."""
    tight = replace(shape.body, size=shape.body.size * 0.88, leading=shape.body.leading * 0.86)

    def high(type_: Type) -> float:
        texts = (plain(span.of(section.passage.text)) for span in section.passage.paragraphs)
        counts = (flow.setter.count(setting_of(text, type_, flow.frame.width)) for text in texts)
        return sum(count * type_.leading + type_.after for count in counts)

    if not shape.beside or high(shape.body) <= flow.left or high(tight) > flow.left:
        return shape.body
    return tight


def _numbered(
    rows: Sequence[Row], paragraph: Span, colours: Mapping[Key, Role]
) -> Iterator[Numbered]:
    for row in rows:
        span = row.figure.quantity.words if row.figure else None
        if span is not None and paragraph.holds(span):
            role = colours.get(row.key, Role.INK)
            yield Numbered(span.moved(-paragraph.start), row.number, role, row.key)


def _notes(flow: Flow, maker: Maker, section: Section) -> None:
    shape = maker.shape
    flow.gap(shape.plain.leading)
    set_heading(flow, maker.say("notes"), shape.small_heading, shape.plain.leading * 2)
    for line in section.notes.splitlines():
        if line.strip():
            set_paragraph(flow, plain(line), shape.plain)


def _feet(book: Book, maker: Maker) -> None:
    """The briefing's title and the page's number under every page but the first."""
    shape = book.shape
    type_ = replace(shape.small, after=0)
    frame = shape.frame
    top = shape.height - shape.foot * 0.62
    title = _elided(one_line(maker.takeaway.briefing.title), type_, frame.width * 0.8, maker.setter)
    for number, page in enumerate(book.pages):
        if number == 0:
            continue
        page.over.append(Lines(Setting(title, type_, 1e6), 0, 1, frame.left, top))
        said = f"{number + 1} / {len(book.pages)}"
        left = frame.left + frame.width - maker.setter.natural_width(said, type_)
        page.over.append(Lines(Setting(said, type_, 1e6), 0, 1, left, top))


def _elided(text: str, type_: Type, width: float, setter: Setter) -> str:
    """The text, cut with an ellipsis to fit one line."""
    if setter.natural_width(text, type_) <= width:
        return text
    most = int(width / type_.size)
    return text[: max(1, most - 1)] + "…"
