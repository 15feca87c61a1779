"""How an export will look: a page, a slide, a picture, the first rows or lines of the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from viewer.briefing import ViewerError
from viewer.export.letters import one_line
from viewer.export.pages.printing import book_of
from viewer.export.raster import write_png
from viewer.export.rows import base_of, rows_of
from viewer.export.scenes import chart_id, chosen_scenes
from viewer.export.table import Export
from viewer.export.takeaway import Options, Takeaway, Watch

Shown = QImage | str
"""A picture, or the beginning of a text; an empty text where there is nothing to show."""

SCALE = 0.12
"""Pixels of a preview for each unit of a page."""
SECTIONS = 20
"""A preview lays out no more sections than these, however many the export has."""
LINES, ROWS, LETTERS = 34, 9, 64


def preview_of(takeaway: Takeaway, row: Export, options: Options) -> Shown:
    """What the export of `row` will begin with."""
    few = tuple(section.id for section in options.chosen(takeaway.briefing)[:SECTIONS])
    show = _SHOWN.get(row.name)
    try:
        if show is None:
            made = row.load()(takeaway, replace(options, sections=few), Watch())
            return _beginning(made.decode("utf-8-sig", "replace"))
        return show(takeaway, replace(options, sections=few))
    except ViewerError as error:
        return takeaway.words.of_error(error)


def page_of(takeaway: Takeaway, options: Options, number: int = 0) -> QImage:
    """A picture of one page as PDF and print have it; the last one where there are fewer."""
    book, pages = book_of(takeaway, options, Watch())
    number = min(number, len(book.pages) - 1)
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
    """The page's look on a wide screen: the first section, its charts beside it."""
    return page_of(takeaway, replace(options, slides=True), 1)


def _picture(takeaway: Takeaway, options: Options) -> Shown:
    """The first chart."""
    found = chosen_scenes(takeaway, options)
    if not found:
        return ""
    one = replace(options, charts=(chart_id(*found[0]),), sections=(), scale=2)
    return QImage.fromData(write_png(takeaway, one, Watch()))


def _slide(takeaway: Takeaway, options: Options) -> Shown:
    """The first chart on a slide."""
    chart = _picture(takeaway, options)
    if isinstance(chart, str):
        return chart
    slide = QImage(1280, 720, QImage.Format.Format_ARGB32_Premultiplied)
    slide.fill(Qt.GlobalColor.white)
    fitted = chart.scaled(
        1120, 600, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    painter = QPainter(slide)
    painter.drawImage((1280 - fitted.width()) // 2, (720 - fitted.height()) // 2, fitted)
    painter.end()
    return slide


def _rows(takeaway: Takeaway, options: Options) -> Shown:
    """The first figures, a few lines each."""
    said = []
    for row in rows_of(takeaway, options)[:ROWS]:
        base = base_of(row, takeaway.words)
        about = " · ".join(one_line(part) for part in (row.label, row.written, base) if part)
        said.append(f"{row.number}  {_cut(about)}\n     {_cut(one_line(row.quote))}")
    return "\n".join(said)


def _beginning(text: str) -> str:
    return "\n".join(_cut(line) for line in text.splitlines()[:LINES])


def _cut(line: str) -> str:
    return line if len(line) <= LETTERS else line[: LETTERS - 1] + "…"


_SHOWN: Mapping[str, Callable[[Takeaway, Options], Shown]] = {
    "pdf": page_of,
    "html": _words_beside_charts,
    "pptx": _slide,
    "png": _picture,
    "svg": _picture,
    "csv": _rows,
    "xlsx": _rows,
}
"""The formats that begin with something else than their own text."""
