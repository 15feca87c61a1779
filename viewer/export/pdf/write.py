"""The pages as PDF: vector charts, the bundled faces embedded, bookmarks and links."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QHashSeed, QIODevice, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from viewer.export.context import Options, Takeaway, Watch
from viewer.export.pdf.finish import About, UnfamiliarError, finish_pdf
from viewer.export.pdf.page_formats import POINT
from viewer.export.pdf.page_model import Book
from viewer.export.pdf.painting import PagePainter
from viewer.export.pdf.printing import book_of, paint_all
from viewer.export.sanitize import plain

CREATOR = "Briefing Viewer"


def write(takeaway: Takeaway, options: Options, watch: Watch) -> bytes:
    """A4 pages to read, or 16:9 ones to show when `options.slides`.

    Where Qt writes its bytes in a way that `finish` does not know, the pages come without bookmarks
    and links, and `watch.note` says so.
    """
    book, pages = book_of(takeaway, options, watch)
    about = _about(takeaway)
    # Qt writes the fonts in the order of a hash table, whose seed is another in each process.
    QHashSeed.setDeterministicGlobalSeed()
    try:
        drawn = _drawn(book, pages, about, watch)
    finally:
        QHashSeed.resetRandomGlobalSeed()
    try:
        return finish_pdf(drawn, book, about, pages.stand_ins.spoken)
    except UnfamiliarError:
        watch.note("export.pdf-unfinished")
        return drawn


def _about(takeaway: Takeaway) -> About:
    briefing = takeaway.briefing
    return About(
        title=plain(briefing.title),
        author=plain("、".join(briefing.source.authors)),
        language=briefing.language,
        stamp=takeaway.stamp,
    )


def _drawn(book: Book, pages: PagePainter, about: About, watch: Watch) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72 * POINT)
    writer.setTitle(about.title)
    if hasattr(writer, "setAuthor"):  # from Qt 6.9 on; `finish` does it for an older one
        writer.setAuthor(about.author)
    writer.setCreator(CREATOR)
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), about.title.encode("utf-8", "replace")))
    writer.setDocumentXmpMetadata(about.xmp().encode())
    shape = book.shape
    size = QPageSize(
        QSizeF(shape.width / POINT, shape.height / POINT),
        QPageSize.Unit.Point,
        "",
        QPageSize.SizeMatchPolicy.ExactMatch,
    )
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    paint_all(writer, book, pages, watch)
    return bytes(buffer.data().data())
