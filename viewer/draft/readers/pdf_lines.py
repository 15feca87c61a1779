"""From characters with places to the lines that were printed."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

from viewer.draft.readers.report import is_wide, joined

_CELL = 1.5
_LOOK_BACK = 12
_MOST_RUNS, _LONGEST_RUN = 4_000, 500
_QUOTES = frozenset("“”‘’")


class Glyph(NamedTuple):
    """A character and its box in points, the origin at the lower left of the page.

    `bold` tells a heavy face, `spaced` that the file itself has a space before it, `pen` is where
    its drawing began, which is before the ink. `turned` tells that it does not stand upright.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool
    spaced: bool = False
    pen: float = 0.0
    turned: bool = False


BULLETS = frozenset("•●■◆▪◦‣∙□◇➢✓\uf06c\uf06e\uf0a7\uf0b7\uf0d8\uf0fc")
"""The marks before the items of a list, some as the symbol faces of Word draw them."""


def upright(glyphs: Iterable[Glyph]) -> tuple[list[Glyph], str]:
    """The glyphs of a page that stand as most do, and the words of the others.

    Printers set their marks along the edge of the paper; a page that is turned whole is read as it
    is.
    """
    found = list(glyphs)
    turned = sum(glyph.turned for glyph in found)
    if not turned or 2 * turned > len(found):
        return found, ""
    aside = [glyph for glyph in found if glyph.turned]
    return [glyph for glyph in found if not glyph.turned], "".join(
        f" {glyph.text}" if glyph.spaced else glyph.text for glyph in aside
    ).strip()


@dataclass(frozen=True, slots=True)
class Cell:
    """A run of text without a wide gap."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its cells (one, unless wide gaps part it), its box, size and weight.

    `words` are parted by every space: the columns of a table may stand close.
    """

    cells: tuple[Cell, ...]
    bottom: float
    top: float
    size: float
    bold: bool
    words: tuple[Cell, ...] = ()

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
    runs: list[list[Glyph]] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if not glyph.text.strip():  # white space has the place of no ink
            continue
        if last is None or not _follows(last, glyph):
            runs.append([])
        runs[-1].append(glyph)
        last = glyph
    return [_line(run) for run in _woven(runs)]


def _woven(runs: Sequence[list[Glyph]]) -> Iterator[list[Glyph]]:
    """Runs drawn into the gaps of a run before them put there, in the order of the eye.

    Where a face lacks a character (a quotation mark), writers draw it from another after the rest
    of its line. A page of more runs than lines ever have is a drawing: it is left as it is.
    """
    woven: list[list[Glyph]] = []
    for run in runs:
        near = woven[-_LOOK_BACK:] if len(runs) <= _MOST_RUNS and len(run) <= _LONGEST_RUN else []
        home = next((each for each in reversed(near) if _fits(run, each)), None)
        if home is None:
            woven.append(run)
        else:
            home[:] = sorted([*home, *run], key=lambda glyph: glyph.left)
    yield from woven


def _fits(run: list[Glyph], home: list[Glyph]) -> bool:
    """Whether a run stands on the line of another, among or beside its characters, on none."""
    if len(home) > _LONGEST_RUN:
        return False
    size = max(run[0].size, 1.0)
    begins, ends = home[0].left, home[-1].right
    if not _level(home[0], run[0]) and not _level(home[-1], run[0]):
        return False
    if run[0].left > ends + size / 2 or run[-1].right < begins - size / 2:
        return False
    both = sorted([*home, *run], key=lambda glyph: glyph.left)
    return all(
        other.left > one.right - size / 3 or (one.left, one.right) == (other.left, other.right)
        for one, other in pairwise(both)
    )


def _follows(before: Glyph, glyph: Glyph) -> bool:
    """Whether a character stands on the line of the one before it, and to the right of it.

    The letters of a ligature (ffi) all have its box.
    """
    ahead = glyph.left >= min(before.left, before.right - max(before.size, 1.0))
    return ahead and _level(before, glyph)


def _level(one: Glyph, other: Glyph) -> bool:
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared > 0.4 * min(one.top - one.bottom, other.top - other.bottom)


def _line(run: list[Glyph]) -> Line:
    size = Counter(round(glyph.size * 2) / 2 for glyph in run).most_common(1)[0][0]
    size = size or max(run[0].top - run[0].bottom, 1.0)
    bold = sum(glyph.bold for glyph in run) > 0.8 * len(run)
    bottom, top = min(glyph.bottom for glyph in run), max(glyph.top for glyph in run)
    step = _step(run, size)
    gaps = [other.left - one.right for one, other in pairwise(run)]
    spaces = [_is_space(one, other, size, step) for one, other in pairwise(run)]
    widest = _CELL if not _is_justified(run, gaps, spaces, size) else math.inf
    parted = [gap > widest * size for gap in gaps]
    if run[0].text in BULLETS and len(run) > 1:  # a wide gap after it makes no column
        parted[0], spaces[0] = False, True
    cells = tuple(_cells(run, parted, spaces))
    words = tuple(_cells(run, spaces, spaces))
    return Line(cells, bottom, top, size, bold, words)


def _step(run: list[Glyph], size: float) -> float:
    """How far a Chinese character stands from the next one here: a line may be set wide."""
    steps = [
        other.pen - one.pen
        for one, other in pairwise(run)
        if is_wide(one.text) and is_wide(other.text)
    ]
    return min(max(median_low(steps), size), 1.2 * size) if steps else size


def _is_justified(run: list[Glyph], gaps: list[float], spaces: list[bool], size: float) -> bool:
    """Whether the gaps of a line are all the spaces of words that were spread over its width."""
    found = [gap for gap, space in zip(gaps, spaces, strict=True) if space]
    letters = sum(glyph.text.isascii() and glyph.text.isalpha() for glyph in run)
    even = len(found) >= 2 and max(found) < 1.6 * min(found) and max(found) < 3 * size
    return even and letters > 0.6 * len(run)


def _is_space(before: Glyph, glyph: Glyph, size: float, step: float) -> bool:
    """Whether a gap is a space.

    Beside a Chinese character a narrower gap is the typesetter's, who parts digits from it by a
    quarter of its width; between two of them it is told by where each began, ink or no ink.
    """
    if glyph.spaced:
        return True
    one, other = is_wide(before.text), is_wide(glyph.text)
    if one and other and glyph.pen > before.pen:
        return glyph.pen - before.pen - step > 0.18 * size
    if (one and glyph.text in _QUOTES) or (other and before.text in _QUOTES):
        return False  # from another face, narrower than the room that was left for it
    least = 0.3 * size + (step - size) if one or other else 0.15 * size
    return glyph.left - before.right > least


def _cells(run: list[Glyph], parted: list[bool], spaces: list[bool]) -> Iterator[Cell]:
    """The runs between the gaps that part them, with the spaces inside."""
    said, left = run[0].text, run[0].left
    for (before, glyph), parts, space in zip(pairwise(run), parted, spaces, strict=True):
        if parts:
            yield Cell(said, left, before.right)
            said, left = glyph.text, glyph.left
        else:
            said += f" {glyph.text}" if space else glyph.text
    yield Cell(said, left, run[-1].right)
