"""PDF with text: characters with their places become lines, lines become paragraphs and tables."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from viewer.draft.readers.pages import MOST_CHARACTERS, MOST_PAGES, is_on_paper, report_of
from viewer.draft.readers.pdf_lines import Glyph, Line, lines_of, upright
from viewer.draft.readers.radicals import restored
from viewer.draft.readers.report import Report, clean
from viewer.model import ViewerError

_PASSWORD = 4
_HYPHENS = {2: "-", 0xFFFE: "-"}  # how PDFium tells a hyphen at the end of a line


def read(data: bytes, encoding: str, cancelled: Callable[[], bool], password: str = "") -> Report:
    """The blocks of a PDF, running heads and page numbers dropped.

    Raises ViewerError where it is encrypted and `password` does not open it, broken, or scanned
    pictures without text.
    """
    document = _opened(data, password)
    try:
        pages, turned = _pages(document, cancelled)
    finally:
        document.close()
    return report_of(pages, turned)


def _opened(data: bytes, password: str) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data, password=password or None)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            code = "draft-wrong-password" if password else "draft-encrypted-pdf"
            raise ViewerError(code) from error
        raise ViewerError("draft-broken", kind="PDF", reason=str(error)) from error
    if len(document) > MOST_PAGES:
        raise ViewerError("draft-too-many-pages", pages=len(document), most=MOST_PAGES)
    return document


def _pages(
    document: pypdfium2.PdfDocument, cancelled: Callable[[], bool]
) -> tuple[list[list[Line]], tuple[str, ...]]:
    """The lines of each page, and the words that stand across the others."""
    pages: list[list[Line]] = []
    turned: dict[str, None] = {}
    read_so_far = 0
    for number in range(len(document)):
        if cancelled():
            raise ViewerError("draft-cancelled")
        try:
            page = document[number]
            text = page.get_textpage()
        except pypdfium2.PdfiumError as error:
            raise ViewerError("draft-broken", kind="PDF", reason=str(error)) from error
        read_so_far += text.count_chars()
        if read_so_far > MOST_CHARACTERS:
            raise ViewerError("draft-too-long", length=read_so_far, most=MOST_CHARACTERS)
        box = page.get_cropbox()
        glyphs, across = upright(_glyphs(text))
        pages.append([line for line in lines_of(glyphs) if is_on_paper(line, box)])
        turned |= {across: None} if across else {}
        text.close()
        page.close()
    return pages, tuple(turned)


def _glyphs(text: pypdfium2.PdfTextPage) -> Iterator[Glyph]:
    """The characters of a page with their boxes, white space left out."""
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    pen, height = ctypes.c_double(), ctypes.c_double()
    spaced = False
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        said = _HYPHENS.get(code) or restored(clean(chr(code)) if 0 < code < 0x110000 else "")
        if not said.strip():  # what PDFium made up is told by the gaps between the inked ones
            spaced = spaced or pdfium.FPDFText_IsGenerated(text, index) == 0
            continue
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        size = pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.b, matrix.d)
        bold = pdfium.FPDFText_GetFontWeight(text, index) >= 600
        pdfium.FPDFText_GetCharOrigin(text, index, pen, height)
        turned = abs(matrix.b) > abs(matrix.a)
        yield Glyph(said, *_sides(box), size, bold, spaced, pen.value, turned)
        spaced = False


def _sides(box: pdfium.FS_RECTF) -> tuple[float, float, float, float]:
    return box.left, box.right, box.bottom, box.top
