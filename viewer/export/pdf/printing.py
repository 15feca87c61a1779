"""The pages on any paged device: the PDF writer, a printer, a print preview."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from PySide6.QtGui import QPagedPaintDevice, QPainter

from viewer.export.context import Options, Takeaway, Watch
from viewer.export.offscreen_app import page_style
from viewer.export.pdf.compose import Fonts, compose
from viewer.export.pdf.glyph_fallback import StandIns
from viewer.export.pdf.page_model import Book
from viewer.export.pdf.painting import PagePainter
from viewer.model import Briefing, ViewerError
from viewer.rendering.charts.painter import Brush
from viewer.rendering.typeset.paragraph_layout import Setter


def book_of(takeaway: Takeaway, options: Options, watch: Watch) -> tuple[Book, PagePainter]:
    """The laid-out pages, and what paints them one by one (a preview asks for one)."""
    style = page_style(takeaway.words)
    stand_ins = StandIns(_texts(takeaway.briefing), style.faces)
    brush = Brush(style, stand_ins.write)
    setter = Setter(style.faces)
    book = compose(takeaway, options, Fonts(setter, brush), watch)
    return book, PagePainter(book, style, setter, brush, stand_ins)


def _texts(briefing: Briefing) -> Iterator[str]:
    """Every string of the briefing: what its pages may say besides the catalogue's words."""
    found: list[object] = [briefing]
    while found:
        one = found.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, tuple):
            found.extend(one)
        elif is_dataclass(one):
            found.extend(getattr(one, field.name) for field in fields(one))


def print_on(device: QPagedPaintDevice, takeaway: Takeaway, options: Options, watch: Watch) -> None:
    """Lay out and paint every page on a printer or its preview, as large as the paper allows.

    The caller has the printer use the full page. Raises CancelledError, or ViewerError when the
    device cannot be painted on.
    """
    book, pages = book_of(takeaway, options, watch)
    paint_all(device, book, pages, watch)


def paint_all(device: QPagedPaintDevice, book: Book, pages: PagePainter, watch: Watch) -> None:
    """Paint every page on a device of its own; told to `watch` as the second half of the work."""
    painter = QPainter()
    if not painter.begin(device):
        raise ViewerError("export-device")
    try:
        scale = min(device.width() / book.shape.width, device.height() / book.shape.height)
        for number in range(len(book.pages)):
            watch.step(len(book.pages) + number, 2 * len(book.pages))
            if number:
                device.newPage()
            painter.save()
            painter.scale(scale, scale)
            pages.paint(painter, number)
            painter.restore()
    finally:
        painter.end()
