"""Running heads, page numbers, and what a browser prints at the edges of a page."""

from __future__ import annotations

import re
from collections import Counter

from viewer.draft.readers.pdf_lines import Line

_PAGE_NUMBER = re.compile(
    r"[-–—·•\s]*(第\s*)?(page\s*)?\d{1,4}(\s*页)?(\s*(/|／|of|共|,|，)+\s*\d{1,4}(\s*页)?)?[-–—·•\s]*",
    re.IGNORECASE,
)
_BROWSER = re.compile(
    r"(?:https?|file)://\S+(?:\s*\d{1,4}/\d{1,4})?|"
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},?\s*(?:上午|下午)?\s*\d{1,2}:\d{2}(?::\d{2})?\s*(?:[AP]M)?.{0,120}",
    re.IGNORECASE,
)
"""The foot of a printed page of the web has its address, the head the time and its title."""

_EDGE_LINES = 2
_LONGEST_HEAD = 60


def without_furniture(pages: list[list[Line]]) -> tuple[list[list[Line]], tuple[str, ...]]:
    """The pages without page numbers and running heads, and the texts that were dropped.

    A running head is a short line at the edge of a page that, digits aside, stands at that height
    on at least half of the pages (on two at least).
    """
    seen = Counter(key for page in pages for key in {_key(page[at]) for at in _edges(page)})
    enough = max(2, len(pages) // 2)
    kept: list[list[Line]] = []
    dropped: list[str] = []
    for page in pages:
        gone = {
            at
            for at in _edges(page)
            if _PAGE_NUMBER.fullmatch(page[at].text)
            or _BROWSER.fullmatch(page[at].text)
            or (seen[_key(page[at])] >= enough and len(page[at].text) <= _LONGEST_HEAD)
        }
        dropped += [page[at].text for at in sorted(gone)]
        kept.append([line for at, line in enumerate(page) if at not in gone])
    return kept, tuple(dict.fromkeys(dropped))


def _edges(page: list[Line]) -> list[int]:
    """The two highest and two lowest lines: files may draw a foot before the text."""
    order = sorted(range(len(page)), key=lambda at: -page[at].top)
    return sorted({*order[:_EDGE_LINES], *order[-_EDGE_LINES:]})


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", "".join(line.text.split())), round(line.top / 4)
