from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from viewer.export.context import Options, Takeaway, Watch
from viewer.export.pdf.printing import book_of, print_on
from viewer.model import ViewerError


@pytest.mark.parametrize("resolution", [96, 600])
def test_a_printer_of_any_resolution_gets_the_same_pages(
    takeaway: Takeaway, tmp_path: Path, resolution: int
) -> None:
    book, _ = book_of(takeaway, Options(), Watch())
    paper = QPdfWriter(str(tmp_path / "printed.pdf"))
    paper.setResolution(resolution)
    page = QPageSize(QPageSize.PageSizeId.A4)
    paper.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    print_on(paper, takeaway, Options(), Watch())
    with closing(pdfium.PdfDocument(tmp_path / "printed.pdf")) as document:
        assert len(document) == len(book.pages)
        page_text = document[1].get_textpage()
        found = page_text.search("智慧警务打造").get_next()
        assert found is not None
        left, _, _, top = page_text.get_charbox(found[0])
        assert left == pytest.approx(62, abs=3)
        assert top > 750


def test_a_preview_paints_one_page(takeaway: Takeaway) -> None:
    book, pages = book_of(takeaway, Options(slides=True), Watch())
    image = QImage(960, 540, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.scale(0.1, 0.1)
    pages.paint(painter, 1)
    painter.end()
    assert len(book.pages) > 1
    assert len({image.pixel(x, y) for x in range(0, 960, 7) for y in range(0, 540, 7)}) > 5


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_no_pages_is_one_message(takeaway: Takeaway, tmp_path: Path) -> None:
    paper = QPdfWriter(str(tmp_path / "no such folder" / "printed.pdf"))
    with pytest.raises(ViewerError) as stopped:
        print_on(paper, takeaway, Options(), Watch())
    assert stopped.value.code == "export-device"
