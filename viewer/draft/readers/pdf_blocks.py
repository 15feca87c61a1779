"""From printed lines to paragraphs, headings and tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from viewer.draft.readers.pdf_lines import BULLETS, Line
from viewer.draft.readers.pdf_tables import cells_of, number_rows
from viewer.draft.readers.pdf_wraps import unwrapped
from viewer.draft.readers.report import Block, Shape, joined, table_block

_NEIGHBOURS, _FEW_LINES = 40, 20
_WORDS = re.compile(r"[a-z]{3,}(?![a-z-])")
_PARTED = re.compile(r"([a-z-]*[a-z])-$", re.IGNORECASE)
_LONGEST_HEADING, _LONGEST_ENGLISH = 80, 120
_HANG = 3.2
"""How far the further lines of an item stand in from its mark, in sizes of its type."""
_ITEM = re.compile(
    rf"[{re.escape(''.join(BULLETS))}\-–—*·]\s|\d{{1,2}}\s*[.、．)）]|[（(]\s*[\d一二三四五六七八九十]{{1,3}}\s*[)）]|[①-⑳]"
)
_LEADER = re.compile(r"(?:\.\s?|…|·|。){4,}\s*\d{1,4}$")
"""The dots between an entry of the contents and its page."""
_ENDS = frozenset("。！？.!?")
_NEVER_FIRST = frozenset("，。、；：！？）》”’,.;:!?)%％")


def paragraphs(pages: list[list[Line]]) -> tuple[Block, ...]:
    """The blocks of all pages: a paragraph runs on over the foot of a page or a column."""
    lines = [line for page in pages for line in page]
    if not lines:
        return ()
    body = _body_size(lines)
    placed = [
        line
        for at, page in enumerate(pages)
        for line in _placed(unwrapped(page), body, _beside(pages, at))
    ]
    larger = sorted({line.size for line in lines if line.size > 1.12 * body})[::-1]
    known = _known(lines)
    blocks: list[Block] = []
    for is_row, group in groupby(_grouped(placed), key=lambda lines: lines[0].row):
        found = [[each.line for each in each_group] for each_group in group]
        if is_row and len(found) > 1:
            made = table_block(cells_of([line for said in found for line in said]))
            blocks += [made] if made else []
        else:
            blocks += [_block(said, body, larger, known) for said in found]
    return tuple(blocks)


class _Placed(NamedTuple):
    """A line with the edges of its column, the usual distance of lines of its size, and its place.

    `row` tells that it is a row of a table, `first` that it is the first of its page.
    """

    line: Line
    left: float
    right: float
    pitch: float
    row: bool
    first: bool


def _beside(pages: list[list[Line]], at: int) -> list[Line]:
    """The lines of the pages around one that has few of its own to tell its columns by."""
    if len(pages[at]) >= _FEW_LINES:
        return []
    return [
        line for page in (*pages[max(0, at - 1) : at], *pages[at + 1 : at + 2]) for line in page
    ]


def _placed(page: list[Line], body: float, beside: list[Line]) -> Iterator[_Placed]:
    steps = [one.bottom - other.bottom for one, other in pairwise(page)]
    down = [step for step in steps if step > 0]
    pitch = median(down) if down else 0.0
    rows = number_rows(page)
    for at, line in enumerate(page):
        near = [*page[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1], *beside]
        column = [other for other in near if _shares_column(line, other, body)]
        left, right = min(each.left for each in column), max(each.right for each in column)
        larger = max(line.size / body, 1.0)
        yield _Placed(line, left, right, pitch * larger, at in rows, at == 0)


def _shares_column(line: Line, other: Line, body: float) -> bool:
    """Whether both stand in one column of words: heads, feet and tables have their own measures."""
    if line is other:
        return True
    if len(other.cells) > 1 or not (
        _same_size(other.size, line.size) or _same_size(other.size, body)
    ):
        return False
    shared = min(line.right, other.right) - max(line.left, other.left)
    return shared > 0.5 * min(line.right - line.left, other.right - other.left)


def _same_size(size: float, other: float) -> bool:
    return abs(size - other) <= 0.08 * other


def _body_size(lines: list[Line]) -> float:
    weights: Counter[float] = Counter()
    for line in lines:
        weights[line.size] += len(line.text)
    return weights.most_common(1)[0][0]


def _grouped(placed: list[_Placed]) -> Iterator[list[_Placed]]:
    group = [placed[0]]
    for each in placed[1:]:
        if _breaks(group, each):
            yield group
            group = []
        group.append(each)
    yield group


def _breaks(group: list[_Placed], each: _Placed) -> bool:
    """Whether a new paragraph begins: after a short line, at an indent, after a wide gap."""
    before = group[-1]
    if before.row or each.row or not _same_size(before.line.size, each.line.size):
        return True
    if each.line.text[0] in BULLETS or _LEADER.search(before.line.text):
        return True
    one, other, size = before.line, each.line, each.line.size
    short = one.text[-1] not in "，、,;；" and one.right + _first_word(other) < before.right - size
    ended = one.bold != other.bold and one.text[-1] in "。！？：.!?:"
    inside = other.left > each.left + 1.2 * size
    indented = inside and not _centred(one, other) and not _hangs(group, other)
    if other.text[0] in _NEVER_FIRST:
        short = ended = indented = False
    step = one.bottom - other.bottom
    goes_up = step < 0 and other.left <= one.right  # not to the next column
    wide = not each.first and each.pitch > 0 and (step > 1.45 * each.pitch or goes_up)
    return short or ended or indented or wide


def _hangs(group: list[_Placed], other: Line) -> bool:
    """Whether a line stands where the lines of an indented paragraph or of an item stand."""
    first, last = group[0].line, group[-1].line
    if _ITEM.match(first.text) and len(group) == 1:
        return -0.5 * first.size < other.left - first.left <= _HANG * first.size
    going_on = len(group) > 1 or last.text[-1] not in _ENDS
    return going_on and abs(other.left - last.left) < 0.5 * other.size


def _centred(one: Line, other: Line) -> bool:
    """Whether two lines of larger type have one middle: a title that needed two."""
    return abs(one.left + one.right - other.left - other.right) < one.size


def _first_word(line: Line) -> float:
    """How wide the first word of a line is about: a line that has no room for it is full."""
    found = re.match(r"[\w.%,()$-]*", line.text, re.ASCII)
    return line.size * max(1.2, 0.65 * len(found[0]) if found else 0.0)


def _block(lines: list[Line], body: float, larger: list[float], known: frozenset[str]) -> Block:
    text = _run_on([line.text for line in lines], known)
    size = lines[0].size
    longest = _LONGEST_ENGLISH if text.isascii() else _LONGEST_HEADING
    if size in larger and len(text) <= longest:
        return Block(Shape.HEADING, text, larger.index(size) + 1, alone=True)
    if lines[0].bold and size >= body and len(text) <= 40 and text[-1] not in "。！？；，.;,":
        return Block(Shape.HEADING, text, len(larger) + 1, alone=True)
    return Block(Shape.PARAGRAPH, text, alone=True)


def _run_on(lines: list[str], known: frozenset[str]) -> str:
    """Lines as one paragraph; a word parted by a hyphen at the end of a line is whole again.

    The hyphen stays where one of its own stands before it (year-on-), or where what follows is a
    word that the report uses elsewhere (single-family).
    """
    said = lines[:1]
    for line in lines[1:]:
        parted = _PARTED.search(said[-1])
        if parted is None or not line[:1].islower():
            said.append(line)
        elif "-" in parted[1] or _word_at_start(line) in known:
            said[-1] += line
        else:
            said[-1] = said[-1][:-1] + line
    return joined(said)


def _known(lines: list[Line]) -> frozenset[str]:
    """The words of a report that no end of a line parts."""
    found: set[str] = set()
    before = ""
    for line in lines:
        words = _WORDS.findall(line.text.lower())
        found.update(words[1:] if before.endswith("-") else words)
        before = line.text
    return frozenset(found)


def _word_at_start(line: str) -> str:
    found = _WORDS.match(line.lower())
    return found[0] if found else ""
