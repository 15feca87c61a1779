"""From characters with places to lines, and from lines to paragraphs, headings and tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from viewer.draft.reading.report import Block, Shape, is_wide, joined, table

_PAGE_NUMBER = re.compile(
    r"[-–—·•\s]*(第\s*)?(page\s*)?\d{1,4}(\s*页)?(\s*(/|／|of|共|,|，)+\s*\d{1,4}(\s*页)?)?[-–—·•\s]*",
    re.IGNORECASE,
)
_EDGE_LINES = 2
_LONGEST_HEAD = 60
_NEIGHBOURS = 40


class Glyph(NamedTuple):
    """A character and its box in points, the origin at the lower left of the page.

    `bold` tells a heavy face, `spaced` that the file itself has a space before it.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A run of text without a wide gap."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its cells (one, unless wide gaps part it), its box, size and weight."""

    cells: tuple[Cell, ...]
    bottom: float
    top: float
    size: float
    bold: bool

    @property
    def text(self) -> str:
        """The words of the line."""
        return joined([cell.text for cell in self.cells])

    @property
    def left(self) -> float:
        """Where the line begins."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.cells[-1].right


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines of a page: characters that stand beside each other on one height."""
    lines: list[Line] = []
    run: list[Glyph] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if not glyph.text.strip():  # white space has the place of no ink
            continue
        if last is not None and not _follows(last, glyph):
            lines.extend(_line(run))
            run = []
        run.append(glyph)
        last = glyph
    lines.extend(_line(run))
    return lines


def _follows(before: Glyph, glyph: Glyph) -> bool:
    """Whether a character stands on the line of the one before it, and to the right of it."""
    return glyph.left >= before.right - max(before.size, 1.0) and _level(before, glyph)


def _level(one: Glyph, other: Glyph) -> bool:
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared > 0.4 * min(one.top - one.bottom, other.top - other.bottom)


def _line(run: list[Glyph]) -> Iterator[Line]:
    if not run:
        return
    size = Counter(round(glyph.size * 2) / 2 for glyph in run).most_common(1)[0][0]
    size = size or max(run[0].top - run[0].bottom, 1.0)
    bold = sum(glyph.bold for glyph in run) > 0.8 * len(run)
    bottom, top = min(glyph.bottom for glyph in run), max(glyph.top for glyph in run)
    yield Line(tuple(_cells(run, size)), bottom, top, size, bold)


def _cells(run: list[Glyph], size: float) -> Iterator[Cell]:
    """The runs between gaps wider than one and a half characters."""
    cell = [run[0]]
    for before, glyph in pairwise(run):
        if glyph.left - before.right > 1.5 * size:
            yield _cell(cell, size)
            cell = []
        cell.append(glyph)
    yield _cell(cell, size)


def _cell(glyphs: list[Glyph], size: float) -> Cell:
    """The characters of a cell, with spaces where the gaps are those of spaces.

    Beside a Chinese character a narrower gap is the typesetter's, who parts digits from it by a
    quarter of its width.
    """
    said = [glyphs[0].text]
    for before, glyph in pairwise(glyphs):
        beside = is_wide(before.text) or is_wide(glyph.text)
        space = glyph.left - before.right > (0.3 if beside else 0.15) * size
        said += [" ", glyph.text] if space or glyph.spaced else [glyph.text]
    return Cell("".join(said), glyphs[0].left, glyphs[-1].right)


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


def paragraphs(pages: list[list[Line]]) -> tuple[Block, ...]:
    """The blocks of all pages: a paragraph runs on over the foot of a page."""
    placed = [line for page in pages for line in _placed(page)]
    if not placed:
        return ()
    body = _body_size([each.line for each in placed])
    larger = sorted({each.line.size for each in placed if each.line.size > 1.12 * body})[::-1]
    blocks: list[Block] = []
    for is_table, group in groupby(
        _grouped(placed), key=lambda lines: len(lines[0].line.cells) > 1
    ):
        for lines in group:
            said = [each.line for each in lines]
            if is_table and len(lines) > 1:
                made = table(_rows(said))
                blocks += [made] if made else []
            else:
                blocks.append(_block(said, body, larger))
    return tuple(blocks)


class _Placed(NamedTuple):
    """A line with the edges of its column, the usual distance of lines, and its page's order."""

    line: Line
    left: float
    right: float
    pitch: float
    first: bool


def _placed(page: list[Line]) -> Iterator[_Placed]:
    steps = [one.bottom - other.bottom for one, other in pairwise(page)]
    down = [step for step in steps if step > 0]
    pitch = median(down) if down else 0.0
    for at, line in enumerate(page):
        near = page[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]
        column = [other for other in near if _shares_column(line, other)]
        left, right = min(each.left for each in column), max(each.right for each in column)
        yield _Placed(line, left, right, pitch, at == 0)


def _shares_column(line: Line, other: Line) -> bool:
    shared = min(line.right, other.right) - max(line.left, other.left)
    return line is other or shared > 0.5 * min(line.right - line.left, other.right - other.left)


def _body_size(lines: list[Line]) -> float:
    weights: Counter[float] = Counter()
    for line in lines:
        weights[line.size] += len(line.text)
    return weights.most_common(1)[0][0]


def _grouped(placed: list[_Placed]) -> Iterator[list[_Placed]]:
    group = [placed[0]]
    for before, each in pairwise(placed):
        if _breaks(before, each):
            yield group
            group = []
        group.append(each)
    yield group


def _breaks(before: _Placed, each: _Placed) -> bool:
    """Whether a new paragraph begins: after a short line, at an indent, after a wide gap."""
    one, other, size = before.line, each.line, each.line.size
    if (len(one.cells) > 1) != (len(other.cells) > 1):
        return True
    if len(one.cells) > 1:
        return False
    if abs(one.size - other.size) > 0.08 * size or one.bold != other.bold:
        return True
    short = one.text[-1] not in "，、,;；" and one.right + _first_word(other) < before.right - size
    indented = other.left > each.left + 1.2 * size
    step = one.bottom - other.bottom
    wide = not each.first and each.pitch > 0 and (step > 1.45 * each.pitch or step < 0)
    return short or indented or wide


def _first_word(line: Line) -> float:
    """How wide the first word of a line is about: a line that has no room for it is full."""
    found = re.match(r"[\w.%,-]*", line.text, re.ASCII)
    return line.size * max(1.2, 0.65 * len(found[0]) if found else 0.0)


def _block(lines: list[Line], body: float, larger: list[float]) -> Block:
    text = _run_on([line.text for line in lines])
    size = lines[0].size
    if size in larger and len(text) <= 80:
        return Block(Shape.HEADING, text, larger.index(size) + 1, alone=True)
    if lines[0].bold and size >= body and len(text) <= 40 and text[-1] not in "。！？；，.;,":
        return Block(Shape.HEADING, text, len(larger) + 1, alone=True)
    return Block(Shape.PARAGRAPH, text, alone=True)


def _run_on(lines: list[str]) -> str:
    """Lines as one paragraph; a word parted by a hyphen at the end of a line is whole again."""
    said = lines[:1]
    for line in lines[1:]:
        if re.search(r"[a-z]-$", said[-1]) and line[:1].islower():
            said[-1] = said[-1][:-1] + line
        else:
            said.append(line)
    return joined(said)


def _rows(lines: list[Line]) -> list[list[str]]:
    """Rows with each cell in its column; columns are the places that cells share."""
    columns: list[tuple[float, float]] = []
    for left, right in sorted((cell.left, cell.right) for line in lines for cell in line.cells):
        if columns and left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    if len(columns) < max(len(line.cells) for line in lines):  # a wide head ran them together
        return [[cell.text for cell in line.cells] for line in lines]
    return [[_within(line, column) for column in columns] for line in lines]


def _within(line: Line, column: tuple[float, float]) -> str:
    inside = [c.text for c in line.cells if column[0] <= c.left and c.right <= column[1]]
    return joined(inside)
