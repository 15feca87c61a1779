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
from viewer.export.pages.flow import Flow
from viewer.export.pages.letters import Setter, Setting
from viewer.export.pages.paragraphs import (
    Cell,
    Numbered,
    row_height,
    set_heading,
    set_paragraph,
    set_row,
)
from viewer.export.pages.shape import A4, WIDE, Frame, Shape, Type
from viewer.export.rows import Row, Standing, base_of, rows_of
from viewer.export.scenes import proof_line, scenes_of
from viewer.export.takeaway import Options, Takeaway, Watch
from viewer.look import Role
from viewer.paint.faces import Faces

COLUMNS = (("number", 0.07), ("label", 0.27), ("written", 0.16), ("base", 0.18), ("quote", 0.32))
"""The columns of the table of figures, and the part of the width that each takes."""

ROOM_FOR_A_SECTION = 0.4
"""The part of a page that must be left for a section to begin on it."""


@dataclass(frozen=True, slots=True)
class Maker:
    """What every page is made with."""

    takeaway: Takeaway
    options: Options
    shape: Shape
    setter: Setter
    measure: Measure

    def say(self, key: str, **params: object) -> str:
        """A sentence of the catalogue."""
        return self.takeaway.words(f"export.{key}", **params)


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
        charts = Flow(book, maker.setter, columns[1], flow.page_number)
    _passage(words, maker, section, (scenes, rows))
    charts.gap(shape.plain.leading / 2)
    for scene in scenes:
        _chart(charts, maker, scene, section)
    if shape.beside:
        flow = Flow(book, maker.setter, shape.frame, len(book.pages))
    _table(flow, maker, rows)
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
    for span in section.passage.paragraphs:
        figures = tuple(_numbered(rows, span, colours))
        set_paragraph(flow, plain(span.of(text)), shape.body, figures)


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


def _table(flow: Flow, maker: Maker, rows: Sequence[Row]) -> None:
    """The figures with their quotes; the headings come again on each further page."""
    if not rows:
        return
    shape = maker.shape
    flow.gap(shape.plain.leading / 2)
    first = row_height(flow, _cells(rows[0], maker))
    set_heading(flow, maker.say("figures"), shape.small_heading, first + shape.small.leading * 2)
    _heads(flow, maker)
    page = flow.page_number
    for figure in rows:
        cells = _cells(figure, maker)
        flow.need(min(row_height(flow, cells) + 3, flow.frame.height))
        if flow.page_number != page:
            _heads(flow, maker)
            page = flow.page_number
        frame = set_row(flow, cells)
        flow.aim(f"row:{figure.key}", frame.top)
        flow.page.links.append(Link(frame, f"text:{figure.key}"))
        flow.gap(shape.small.leading * 0.25)
        flow.rule(thick=2)
        flow.gap(shape.small.leading * 0.25)
        page = flow.page_number


def _heads(flow: Flow, maker: Maker) -> None:
    type_ = replace(maker.shape.small, bold=True, after=0)
    set_row(flow, [Cell(maker.say(f"column.{name}"), type_, part) for name, part in COLUMNS])
    flow.rule(Role.FAINT)
    flow.gap(maker.shape.small.leading * 0.25)


def _cells(row: Row, maker: Maker) -> tuple[Cell, ...]:
    quiet = replace(maker.shape.small, after=0)
    loud = replace(quiet, role=Role.INK)
    quote = one_line(row.quote)
    if row.standing is not Standing.AGREES:
        quote = f"{maker.say(f'standing.{row.standing.value}')}: {quote}"
    base = one_line(base_of(row, maker.takeaway.words))
    said = (str(row.number), one_line(row.label), one_line(row.written), base, quote)
    kinds = (quiet, loud, replace(loud, bold=True), quiet, quiet)
    return tuple(
        Cell(text, type_, part) for text, type_, (_, part) in zip(said, kinds, COLUMNS, strict=True)
    )


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
