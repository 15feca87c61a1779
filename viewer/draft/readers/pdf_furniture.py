"""Running heads, page numbers, and what a browser prints at the edges of a page."""

from __future__ import annotations

import re
from collections import Counter

from viewer.draft.readers.pdf_lines import Line

_PAGE_NUMBER = re.compile(
    r"[-–—·•~\s|]*(第\s*)?(page\s*|p\.\s*)?(\d{1,4}|[ivxl]{1,6})(\s*[页頁])?"
    r"(\s*(/|／|of|共|,|，|\s)+\s*\d{1,4}(\s*[页頁])?)?[-–—·•~\s|]*",
    re.IGNORECASE,
)
_BROWSER = re.compile(
    r"(?:https?|file)://\S+(?:\s*\d{1,4}/\d{1,4})?|"
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},?\s*(?:上午|下午)?\s*\d{1,2}:\d{2}(?::\d{2})?\s*(?:[AP]M)?.{0,120}",
    re.IGNORECASE,
)
"""The foot of a printed page of the web has its address, the head the time and its title."""

_EDGE_LINES = 2
_LONGEST_HEAD, _LONGEST_ENGLISH_HEAD = 60, 110
_FEW_PAGES = 3
_UNIT = re.compile(
    r"单\s*位|單\s*位|币种|續表|续表|\bunits?\b|\b(?:in|000s?) (?:millions|thousands)",
    re.IGNORECASE,
)
"""What stands over a table at the top of each of its pages: it says what the figures are."""


def without_furniture(pages: list[list[Line]]) -> tuple[list[list[Line]], tuple[str, ...]]:
    """The pages without page numbers and running heads, and the texts that were dropped.

    A running head is a short line at the edge of a page that, digits aside, stands at that height
    on at least half of the pages (on two at least). The outermost line is one already where it
    stands on three pages, as the title of a chapter does, if it heads no table.
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
            or (_is_brief(page[at].text) and seen[_key(page[at])] >= enough)
        }
        gone |= {at for at in _outermost(page, gone) if seen[_key(page[at])] >= _FEW_PAGES}
        dropped += [page[at].text for at in sorted(gone)]
        kept.append([line for at, line in enumerate(page) if at not in gone])
    return kept, tuple(dict.fromkeys(dropped))


def _is_brief(text: str) -> bool:
    return len(text) <= (_LONGEST_ENGLISH_HEAD if text.isascii() else _LONGEST_HEAD)


def _outermost(page: list[Line], gone: set[int]) -> set[int]:
    """The highest and the lowest line of a page that are left and could be a running head."""
    order = sorted(set(range(len(page))) - gone, key=lambda at: -page[at].top)
    return {
        at
        for at in {*order[:1], *order[-1:]}
        if len(page[at].cells) == 1 and _is_brief(page[at].text) and not _UNIT.search(page[at].text)
    }


def _edges(page: list[Line]) -> list[int]:
    """The two highest and two lowest lines: files may draw a foot before the text."""
    order = sorted(range(len(page)), key=lambda at: -page[at].top)
    return sorted({*order[:_EDGE_LINES], *order[-_EDGE_LINES:]})


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", "".join(line.text.split())), round(line.top / 4)
