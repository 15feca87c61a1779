"""Hard-wrapped text: lines broken at one width are told from paragraphs of one line each."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import accumulate

from viewer.draft.readers.report import joined

Size = Callable[[str], int]
"""How wide a text is: in columns, or in characters."""

_NARROWEST, _WIDEST = 28, 160
_HANGS, _ROOM = 2, 4
_LEAST, _MOST, _FEW = 3, 0.6, 0.15
_FIRST = re.compile(r"[\x21-\x7e\u2018-\u201d]+")
_OPENS = re.compile(
    r"[-*+•·●■◆▪]\s|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、．)）]|\d{1,2}\.\s|第[一二三四五六七八九十\d]{1,3}[章节部]"
)
_STOPS = tuple("。！？….!?”")
_ENDS = (*_STOPS, "；", ";", "：", ":")


def grouped(lines: Sequence[str], rows_at: Collection[int]) -> Iterator[list[int]]:
    """The numbers of the lines of each paragraph; rows of tables and empty lines are in none.

    A paragraph is one line unless the text is hard-wrapped: then a line that had no room for the
    first word of the next goes on in it, unless that is indented, an item, or a heading.
    """
    words = [at for at, line in enumerate(lines) if line.strip() and at not in rows_at]
    full = _full(lines, words)
    heads = {at for at in full if _is_head(lines, at + 1, full)}
    group: list[int] = []
    for at in words:
        if group and (group[-1] not in full or group[-1] in heads):
            yield group
            group = []
        group.append(at)
    if group:
        yield group


def _full(lines: Sequence[str], words: Sequence[int]) -> frozenset[int]:
    """The lines that go on in the next one; none where the text is not hard-wrapped.

    Editors count columns, of which a Chinese character takes two; programs often count characters.
    """
    return max((_full_by(size, lines, words) for size in (display_width, len)), key=len)


def _full_by(size: Size, lines: Sequence[str], words: Sequence[int]) -> frozenset[int]:
    widths = {at: size(lines[at].rstrip()) for at in words}
    pairs = [at for at in words if at + 1 in widths and not _begins(lines, at + 1)]
    fits = {at: _measures(widths[at], lines[at], lines[at + 1], size) for at in pairs}
    measure = _commonest_width(fits.values())
    full = frozenset(at for at, fit in fits.items() if fit.start <= measure < fit.stop)
    over = sum(width > measure + _HANGS for width in widths.values())
    if not measure or over > _FEW * len(words) or len(full) < max(_LEAST, _MOST * len(pairs)):
        return frozenset()
    ended = sum(lines[at].rstrip().endswith(_ENDS) for at in full)
    return full if ended <= _MOST * len(full) else frozenset()


def _measures(width: int, line: str, after: str, size: Size) -> range:
    """The widths at which a text editor breaks between these lines, and not before or after.

    Chinese text leaves play: a mark may hang over the edge, or take a character to the next line.
    """
    wide = not line.isascii()
    return range(width - _HANGS * wide, width + _first(after, size) + _ROOM * wide)


def _commonest_width(fits: Iterable[range]) -> int:
    """The width that most breaks agree on, 0 where there are none that a page would have."""
    steps: Counter[int] = Counter()
    for fit in fits:
        if fit.start >= _NARROWEST and fit.stop <= _WIDEST:
            steps[fit.start] += 1
            steps[fit.stop] -= 1
    told = accumulate(steps[at] for at in sorted(steps))
    return max(zip(told, sorted(steps), strict=True), default=(0, 0))[1]


def _is_head(lines: Sequence[str], at: int, full: Collection[int]) -> bool:
    """Whether a line after a full one is a heading that is not indented: no mark ends it."""
    before, line = lines[at - 1].rstrip(), lines[at].rstrip()
    return before.endswith(_STOPS) and at not in full and not line.endswith(_ENDS)


def whole(lines: Sequence[str]) -> str:
    """The lines of one paragraph as one; a hyphen at the end of a line stays, without a space."""
    said = [lines[0].strip()]
    for line in map(str.strip, lines[1:]):
        if re.search(r"\w-$", said[-1]) and line[:1].isalpha():
            said[-1] += line
        else:
            said.append(line)
    return joined(said)


def _begins(lines: Sequence[str], at: int) -> bool:
    """Whether a line begins a paragraph by its looks: further in than the one before, or an item.

    The further lines of an item may stand deeper than its first.
    """
    line, before = lines[at], lines[at - 1]
    if _OPENS.match(line.strip()):
        return True
    return _indent(line) > _indent(before) + 1 and not _OPENS.match(before.strip())


def _indent(line: str) -> int:
    return display_width(line[: len(line) - len(line.lstrip())])


def _first(line: str, size: Size) -> int:
    """How wide the first word of a line is, with the space before it; one Chinese character."""
    bare = line.lstrip()
    found = _FIRST.match(bare)
    return len(found[0]) + 1 if found else size(bare[:1])


def display_width(text: str) -> int:
    """How many columns a text takes where a Chinese character takes two."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)
