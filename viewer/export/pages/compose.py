"""The pages of a takeaway: front with contents, then section by section words, charts, figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from viewer.briefing import Key, Section, Span
from viewer.chart import Scene, roles
from viewer.chart.layout import DESK, Measure, lay_out
from viewer.export.disagreements import disagreements
from viewer.export.letters import one_line, plain
from viewer.export.markdown import source_parts
from viewer.export.pages.book import Book, Bookmark, Lines, Link
from viewer.export.pages.figures import set_figures
from viewer.export.pages.flow import Beside, Flow
from viewer.export.pages.letters import Setter, Setting
from viewer.export.pages.maker import Maker
from viewer.export.pages.paragraphs import (
    Cell,
    Numbered,
    set_heading,
    set_paragraph,
    set_row,
)
from viewer.export.pages.shape import A4, WIDE, Frame, Shape, Type
from viewer.export.rows import Row, rows_of
from viewer.export.scenes import proof_line, scenes_of
from viewer.export.takeaway import Options, Takeaway, Watch
from viewer.look import Role
from viewer.paint.faces import Faces

ROOM_FOR_A_SECTION = 0.4
"""The part of a page that must be left for a section to begin on it."""


@dataclass(frozen=True, slots=True)
class Fonts:
    """The faces of the pages, and the measure of their charts."""

    faces: Faces
    measure: Measure


def compose(takeaway: Takeaway, options: Options, fonts: Fonts, watch: Watch) -> Book:
    """Lay out all pages; `watch` is told once a section, up to half of the whole work."""
    shape = WIDE if options.slides else A4
    maker = Maker(takeaway, options, shape, Setter(fonts.faces), fonts.measure)
    sections = options.chosen(takeaway.briefing)
    # The front tells the pages of the sections: laid out once to see how long it is itself.
    front = Book(shape)
    _front(front, maker, sections, {})
    book = Book(shape)
    book.page(len(front.pages) - 1)
    _sections(book, maker, sections, watch)
    _front(book, maker, sections, {s.id: book.aims[f"section:{s.id}"].page for s in sections})
    _feet(book, maker)
    return book


def _front(book: Book, maker: Maker, sections: Sequence[Section], pages: Mapping[str, int]) -> None:
    """Title, source, what was proven or not, and the contents with the pages they are on."""
    shape, briefing = maker.shape, maker.takeaway.briefing
    flow = Flow(book, maker.setter, shape.frame, 0)
    flow.aim("front")
    book.outline.insert(0, Bookmark(0, one_line(briefing.title), "front"))
    flow.gap(shape.title.leading)
    set_paragraph(flow, one_line(briefing.title), shape.title)
    for part in source_parts(briefing):
        set_paragraph(flow, one_line(part), replace(shape.plain, role=Role.MUTED))
    flow.gap(shape.plain.leading / 2)
    wrong = disagreements(maker.takeaway)
    for line in wrong:
        set_paragraph(flow, plain(line), replace(shape.plain, role=Role.BAD))
    if not wrong:
        set_paragraph(flow, proof_line(maker.takeaway), replace(shape.plain, role=Role.GOOD))
    flow.gap(shape.plain.leading)
    set_heading(flow, maker.say("contents"), shape.small_heading, shape.plain.leading * 2)
    flow.rule()
    for number, section in enumerate(sections, start=1):
        page = str(pages[section.id] + 1) if section.id in pages else ""
        _content(flow, maker, (f"{number}  {one_line(section.title)}", page), section)


def _content(flow: Flow, maker: Maker, said: tuple[str, str], section: Section) -> None:
    type_ = replace(maker.shape.plain, after=0, leading=maker.shape.plain.leading * 1.35)
    frame = set_row(flow, (Cell(said[0], type_, 0.92), Cell(said[1], type_, 0.08)))
    flow.page.links.append(Link(frame, f"section:{section.id}"))


def _sections(book: Book, maker: Maker, sections: Sequence[Section], watch: Watch) -> None:
    """Section by section; on paper the next one begins where there is room for it."""
    by_section: dict[str, list[Row]] = {}
    for row in rows_of(maker.takeaway, maker.options):
        by_section.setdefault(row.section.id, []).append(row)
    flow = Flow(book, maker.setter, maker.shape.frame, len(book.pages))
    for done, section in enumerate(sections):
        watch.step(done, 2 * len(sections))
        if flow.left < ROOM_FOR_A_SECTION * flow.frame.height:
            flow.turn()
        flow.gap(maker.shape.heading.leading)
        flow = _section(flow, maker, section, by_section.get(section.id, []))


def _section(flow: Flow, maker: Maker, section: Section, rows: Sequence[Row]) -> Flow:
    """Its words, its charts below or beside them, its figures; where the next one may begin."""
    book, shape = flow.book, maker.shape
    scenes = scenes_of(maker.takeaway, section)
    if shape.beside and flow.y > flow.frame.top:
        flow.turn()
    words, charts = flow, flow
    if shape.beside:
        columns = shape.columns
        words = Flow(book, maker.setter, columns[0], flow.page_number)
    _passage(words, maker, section, (scenes, rows))
    if shape.beside:
        pages = (flow.page_number, words.page_number)
        charts = Beside(book, maker.setter, shape.columns[1], pages)
    charts.gap(shape.plain.leading / 2)
    for scene in scenes:
        _chart(charts, maker, scene, section)
    if shape.beside:
        flow = Flow(book, maker.setter, shape.frame, len(book.pages))
    set_figures(flow, maker, rows)
    if maker.options.notes and section.notes.strip():
        _notes(flow, maker, section)
    return flow


def _passage(
    flow: Flow, maker: Maker, section: Section, shown: tuple[Sequence[Scene], Sequence[Row]]
) -> None:
    scenes, rows = shown
    shape, text = maker.shape, section.passage.text
    colours = roles(scenes)
    title, aim = one_line(section.title), f"section:{section.id}"
    top = set_heading(flow, title, shape.heading, shape.body.leading * 2)
    flow.aim(aim, top)
    flow.book.outline.append(Bookmark(0, title, aim))
    body = _body(flow, shape, section)
    for span in section.passage.paragraphs:
        figures = tuple(_numbered(rows, span, colours))
        set_paragraph(flow, plain(span.of(text)), body, figures)


def _body(flow: Flow, shape: Shape, section: Section) -> Type:
    """The type of a passage; on a slide a smaller one where its last lines then stay on it."""
    tight = replace(shape.body, size=shape.body.size * 0.88, leading=shape.body.leading * 0.86)

    def high(type_: Type) -> float:
        texts = (plain(span.of(section.passage.text)) for span in section.passage.paragraphs)
        counts = (flow.setter.count(Setting(text, type_, flow.frame.width)) for text in texts)
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


def _chart(flow: Flow, maker: Maker, scene: Scene, section: Section) -> None:
    """A chart as wide as its column; one that is higher than a page is made smaller, whole."""
    pixels = maker.shape.chart_width
    placed = lay_out(scene, pixels, DESK, maker.measure)
    scale = min(flow.frame.width / placed.width, flow.frame.height / placed.height)
    frame = flow.chart(scene, (placed.width * scale, placed.height * scale), pixels)
    aim = f"chart:{section.id}/{scene.id}"
    flow.aim(aim, frame.top)
    flow.book.outline.append(Bookmark(1, one_line(scene.title), aim))
    for hit in placed.hits:
        box = hit.box
        at = Frame(
            frame.left + box.x * scale,
            frame.top + box.y * scale,
            box.width * scale,
            box.height * scale,
        )
        if hit.key:
            flow.aim(f"mark:{hit.key}", at.top)
            flow.page.links.append(Link(at, f"row:{hit.key}"))
    flow.gap(maker.shape.plain.leading * 0.7)


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
