"""From the printed lines of pages, of whatever file, to a report."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.draft.readers.pdf_blocks import paragraphs
from viewer.draft.readers.pdf_furniture import without_furniture
from viewer.draft.readers.pdf_lines import Line
from viewer.draft.readers.report import Block, Report
from viewer.model import ViewerError

MOST_PAGES = 2_000
MOST_CHARACTERS = 3_000_000
"""How much is laid out: some thousand pages of text."""
_LETTERHEAD, _LONGEST_LINE = 2, 40


def report_of(pages: list[list[Line]], turned: Sequence[str]) -> Report:
    """The report on `pages`, running heads and page numbers dropped; `turned` are words that stand
    across the others, dropped too. ViewerError where nothing is left: pictures of pages.
    """
    kept, dropped = without_furniture(pages)
    blocks = paragraphs(kept)
    if not blocks:
        raise ViewerError("draft-scanned", pages=len(pages))
    at = _title_at(blocks)
    letterhead = tuple(block.text for block in blocks[: max(at, 0)])
    title = blocks[at].text if at >= 0 else ""
    return Report(blocks[max(at, 0) :], title, dropped=(*dropped, *turned, *letterhead))


def is_on_paper(line: Line, box: tuple[float, float, float, float]) -> bool:
    """Whether a line can be seen: some writers repeat lines beyond the edges of the paper.

    `box` has the left, bottom, right and top edge.
    """
    left, bottom, right, top = box
    return bottom <= (line.bottom + line.top) / 2 <= top and line.left < right and line.right > left


def _title_at(blocks: Sequence[Block]) -> int:
    """Where the largest type of a report is its title: first, or once below lines of a letterhead;
    -1 where it is none.
    """
    largest = [at for at, block in enumerate(blocks) if block.level == 1]
    if not largest or largest[0] > (_LETTERHEAD if len(largest) == 1 else 0):
        return -1
    above = blocks[: largest[0]]
    return largest[0] if all(len(block.text) <= _LONGEST_LINE for block in above) else -1
