"""PDF with text: characters with their places become lines, lines become paragraphs and tables."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator, Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from viewer.draft.readers.pdf_blocks import paragraphs
from viewer.draft.readers.pdf_furniture import without_furniture
from viewer.draft.readers.pdf_lines import Glyph, Line, lines_of
from viewer.draft.readers.radicals import restored
from viewer.draft.readers.report import Block, Report, clean
from viewer.model import ViewerError

_PASSWORD = 4
_MOST_PAGES = 2_000
_MOST_CHARACTERS = 3_000_000
_LETTERHEAD, _LONGEST_LINE = 2, 40
_HYPHENS = {2: "-", 0xFFFE: "-"}  # how PDFium tells a hyphen at the end of a line


def read(data: bytes, encoding: str, cancelled: Callable[[], bool]) -> Report:
    """The blocks of a PDF, running heads and page numbers dropped.

    Raises ViewerError where it is encrypted, broken, or scanned pictures without text.
    """
    document = _opened(data)
    try:
        pages = list(_pages(document, cancelled))
    finally:
        document.close()
    kept, dropped = without_furniture(pages)
    blocks = paragraphs(kept)
    if not blocks:
        raise ViewerError("draft-scanned", pages=len(pages))
    at = _title_at(blocks)
    letterhead = tuple(block.text for block in blocks[: max(at, 0)])
    title = blocks[at].text if at >= 0 else ""
    return Report(blocks[max(at, 0) :], title, dropped=(*dropped, *letterhead))


def _title_at(blocks: Sequence[Block]) -> int:
    """Where the largest type of a report is its title: first, or once below lines of a letterhead;
    -1 where it is none.
    """
    largest = [at for at, block in enumerate(blocks) if block.level == 1]
    if not largest or largest[0] > (_LETTERHEAD if len(largest) == 1 else 0):
        return -1
    above = blocks[: largest[0]]
    return largest[0] if all(len(block.text) <= _LONGEST_LINE for block in above) else -1


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise ViewerError("draft-encrypted-pdf") from error
        raise ViewerError("draft-broken", kind="PDF", reason=str(error)) from error
    if len(document) > _MOST_PAGES:
        raise ViewerError("draft-too-many-pages", pages=len(document), most=_MOST_PAGES)
    return document


def _pages(document: pypdfium2.PdfDocument, cancelled: Callable[[], bool]) -> Iterator[list[Line]]:
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
        if read_so_far > _MOST_CHARACTERS:
            raise ViewerError("draft-too-long", length=read_so_far, most=_MOST_CHARACTERS)
        box = page.get_cropbox()
        yield [line for line in lines_of(_glyphs(text)) if _is_on_paper(line, box)]
        text.close()
        page.close()


def _is_on_paper(line: Line, box: tuple[float, float, float, float]) -> bool:
    """Whether a line can be seen: some writers repeat lines beyond the edges of the paper."""
    left, bottom, right, top = box
    return bottom <= (line.bottom + line.top) / 2 <= top and line.left < right and line.right > left


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
        yield Glyph(said, *_sides(box), size, bold, spaced, pen.value)
        spaced = False


def _sides(box: pdfium.FS_RECTF) -> tuple[float, float, float, float]:
    return box.left, box.right, box.bottom, box.top
