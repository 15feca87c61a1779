"""How an export will look: a page, a slide, a picture, the first rows or lines of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from viewer.chart import lay_out
from viewer.chart.drawing import Block, Drawing, Letters, Stroke, strokes_of
from viewer.chart.layout import DESK, Align, Box, Face, Measure
from viewer.design import Role
from viewer.export.columns import COLUMNS
from viewer.export.context import Options, Takeaway, Watch
from viewer.export.offscreen_app import page_style
from viewer.export.pdf.page_model import Book
from viewer.export.pdf.painting import PagePainter
from viewer.export.pdf.printing import book_of
from viewer.export.png import write_png
from viewer.export.rows import Row, rows_of
from viewer.export.sanitize import one_line
from viewer.export.scenes import chart_id, chosen_scenes
from viewer.export.table import Export
from viewer.i18n import Words
from viewer.model import ViewerError
from viewer.rendering.charts.painter import Brush
from viewer.window.exporting.preview_excerpt import excerpt


@dataclass(frozen=True, slots=True)
class Leaves:
    """Pages to leaf through: `count` of them, `picture` paints one, counted from 0; not `whole`
    where the export has more."""

    count: int
    picture: Callable[[int], QImage]
    whole: bool


Shown = QImage | str | Leaves
"""A picture, pages, or the beginning of a text; an empty text where there is nothing to show."""

SCALE = 0.12
"""Pixels of a preview for each unit of a page."""
SCREEN = 1_500
"""Letters that are laid out of a page for a screen, of which the beginning is shown."""
LINES, ROWS, LETTERS = 34, 22, 64
SLIDE, SHEET = (1280, 720), (860, 1040)
"""Pixels of the picture of a slide, and of a sheet."""
SHOWN_COLUMNS = {
    "number": (14, 44),
    "label": (66, 250),
    "written": (330, 150),
    "value": (494, 140),
    "quote": (648, 200),
}
"""The columns of the sheet that are shown: where each begins, and how wide it is."""


def preview_of(takeaway: Takeaway, words: Words, row: Export, options: Options) -> Shown:
    """What the export of `row` will begin with; why there is none in `words` of the interface."""
    show = _SHOWN.get(row.name)
    shown, _ = excerpt(takeaway, options)
    try:
        if show is None:
            return _beginning(row.load()(shown, options, Watch()).decode("utf-8-sig", "replace"))
        return show(takeaway if show is leaves_of else shown, options)
    except ViewerError as error:
        return words.of_error(error)


def leaves_of(takeaway: Takeaway, options: Options) -> Leaves:
    """The first pages as PDF and print have them."""
    shown, whole = excerpt(takeaway, options)
    book, pages = book_of(shown, options, Watch())
    return Leaves(len(book.pages), partial(_page, book, pages), whole)


def page_of(takeaway: Takeaway, options: Options, number: int = 0) -> QImage:
    """A picture of one of the first pages of PDF and print; the last one where there are fewer."""
    leaves = leaves_of(takeaway, options)
    return leaves.picture(min(number, leaves.count - 1))


def _page(book: Book, pages: PagePainter, number: int) -> QImage:
    width, height = round(book.shape.width * SCALE), round(book.shape.height * SCALE)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setWindow(QRectF(0, 0, book.shape.width, book.shape.height).toRect())
    pages.paint(painter, number)
    painter.end()
    return image


def _words_beside_charts(takeaway: Takeaway, options: Options) -> Shown:
    """The page's look on a wide screen: the first section, its charts beside it; a page for a
    screen has nothing at its foot."""
    first, _ = excerpt(takeaway, options, SCREEN)
    page = page_of(first, replace(options, slides=True), 1)
    return page.copy(0, 0, page.width(), round(page.height() * 0.92))


def _picture(takeaway: Takeaway, options: Options) -> Shown:
    """The first chart."""
    found = chosen_scenes(takeaway, options)
    if not found:
        return ""
    one = replace(options, charts=(chart_id(*found[0]),), sections=(), scale=2)
    return QImage.fromData(write_png(takeaway, one, Watch()))


def _slide(takeaway: Takeaway, options: Options) -> Shown:
    """The first chart on a slide: its section and title above, its drawing without a card."""
    found = chosen_scenes(takeaway, options)
    if not found:
        return ""
    section, scene = found[0]
    brush = Brush(page_style(takeaway.words))
    slide = QImage(*SLIDE, QImage.Format.Format_ARGB32_Premultiplied)
    slide.fill(Qt.GlobalColor.white)
    painter = QPainter(slide)
    placed = lay_out(scene, 700.0, replace(DESK, heading=False, card=False), brush)
    scale = min((SLIDE[0] - 120) / placed.width, 430 / placed.height)
    for y, text, face, role in (
        (54, section.title, Face(22), Role.MUTED),
        (106, scene.title, Face(44, True), Role.INK),
        (152, scene.subtitle, Face(23), Role.MUTED),
    ):
        line = _fitted(one_line(text), SLIDE[0] - 120, face, brush)
        brush.draw(painter, (Letters(60, y, line, face.size, face.bold, role, Align.LEFT),))
    painter.translate(60, 180 + (470 - placed.height * scale) / 2)
    painter.scale(scale, scale)
    brush.draw(painter, strokes_of(placed, DESK.arrow, card=False))
    painter.end()
    return slide


def _sheet(takeaway: Takeaway, options: Options) -> Shown:
    """The first rows of the sheet, its first columns, as a spreadsheet shows them."""
    rows = rows_of(takeaway, options)[:ROWS]
    if not rows:
        return ""
    brush = Brush(page_style(takeaway.words))
    sheet = QImage(*SHEET, QImage.Format.Format_ARGB32_Premultiplied)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    brush.draw(painter, _grid(takeaway, rows, brush))
    painter.end()
    return sheet


def _grid(takeaway: Takeaway, rows: Sequence[Row], measure: Measure) -> Iterator[Drawing]:
    """Heads and cells with hairlines between them."""
    high, wide = 44, SHEET[0]
    yield Block(Box(0, 0, wide, high), Role.SIDE)
    words = takeaway.words
    columns = [column for column in COLUMNS if column.name in SHOWN_COLUMNS]
    lines = [[words(f"export.column.{column.name}") for column in columns]]
    lines += [[_cell(column.cell(row, words)) for column in columns] for row in rows]
    for number, line in enumerate(lines):
        y = high * (number + 1)
        yield Stroke(((0, y), (wide, y)), Role.LINE)
        for column, text in zip(columns, line, strict=True):
            left, room = SHOWN_COLUMNS[column.name]
            face = Face(19, number == 0)
            said = _fitted(text, room, face, measure)
            yield Letters(left, y - 15, said, face.size, face.bold, Role.INK, Align.LEFT)


def _cell(said: str | Decimal | None) -> str:
    return f"{said:,f}" if isinstance(said, Decimal) else one_line(said or "")


def _beginning(text: str) -> str:
    return "\n".join(_cut(line) for line in text.splitlines()[:LINES])


def _cut(line: str) -> str:
    return line if len(line) <= LETTERS else line[: LETTERS - 1] + "…"


def _fitted(text: str, width: float, face: Face, measure: Measure) -> str:
    """`text` cut with an ellipsis so that it is no wider than `width`."""
    if measure(text, face) <= width:
        return text
    kept = text[:200]
    while kept and measure(kept + "…", face) > width:
        kept = kept[:-1]
    return kept + "…"


_SHOWN: Mapping[str, Callable[[Takeaway, Options], Shown]] = {
    "pdf": leaves_of,
    "html": _words_beside_charts,
    "pptx": _slide,
    "png": _picture,
    "svg": _picture,
    "xlsx": _sheet,
}
"""The formats that begin with something else than their own text."""
