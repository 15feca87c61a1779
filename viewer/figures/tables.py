"""Tables that were flattened to lines: which cell takes which unit from header, row or caption."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from viewer.briefing import Kind
from viewer.figures.patterns import pattern
from viewer.figures.reading import scale_after, unit_after
from viewer.figures.units import Sort, sort_of

_GAP = r"[ ]*(?:\t|\|)[ \t]*|[ ]{2,}"
_NUMBER = r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?%?"
_CAPTION = r"(?:计量)?单位\s*:\s*([^)）\n]{1,24})"
_BRACKET = r"[(（]([^()（）]{1,16})[)）]\s*$"
_UNIT_COLUMN = ("单位", "计量单位")
_GROWTH = ("增长", "增减", "同比", "环比", "增速", "增幅", "涨跌", "升降", "±", "比上年", "变动")
_SHARE = ("比重", "占比", "构成", "率", "份额", "占")
_WIDEST = 40
_CAPTION_LIVES = 4


class Cell(NamedTuple):
    """A number cell: where it is, what its row and column are called, and the unit it takes.

    `derived` says that the column tells more than the value of its row (a growth, a share, a year).
    """

    start: int
    end: int
    row: str
    column: str
    unit: str
    exponent: int
    kind: Kind
    derived: bool = False


class _Unit(NamedTuple):
    unit: str = ""
    exponent: int = 0


Piece = tuple[int, str]


def number_cells(folded: str) -> dict[int, Cell]:
    """The number cells of all tables in a folded text, by the offset of their first character."""
    if "\t" not in folded and "  " not in folded and "|" not in folded:
        return {}
    found: dict[int, Cell] = {}
    header: list[Piece] = []
    caption, age, start = "", _CAPTION_LIVES, 0
    for line in folded.split("\n"):
        if not line.strip("|-: +"):
            start += len(line) + 1
            continue
        named = pattern(_CAPTION).search(line)
        if named is not None and len(line) < 2 * _WIDEST:
            caption, age = named.group(1), 0
        pieces = _pieces(line, start)
        if not pieces:
            age += 1
            if age > _CAPTION_LIVES:
                header, caption = [], ""
        elif any(pattern(_NUMBER).fullmatch(piece) for _, piece in pieces[1:]) and not _all_years(
            pieces
        ):
            _take_row(found, pieces, header, caption)
            age = 0
        else:
            header, age = pieces, 0
        start += len(line) + 1
    return found


def _pieces(line: str, start: int) -> list[Piece]:
    """The cells of a line with their offsets; none when the line is prose."""
    if len(line) > 1000 or ("\t" not in line and "  " not in line and "|" not in line):
        return []
    pieces: list[Piece] = []
    at = 0
    for gap in [*pattern(_GAP).finditer(line), None]:
        end = len(line) if gap is None else gap.start()
        piece = line[at:end].rstrip()
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            pieces.append((start + at + lead, piece.strip()))
        at = end if gap is None else gap.end()
    prose = any(len(piece) > _WIDEST or piece[-1] in "。，" for _, piece in pieces)
    return [] if prose or len(pieces) < 2 else pieces


def _all_years(pieces: list[Piece]) -> bool:
    """A header of years: 指标 2018 2019."""
    rest = [piece for _, piece in pieces[1:]]
    return all(len(p) == 4 and p.startswith(("19", "20")) and p.isdigit() for p in rest)


def _take_row(
    found: dict[int, Cell], pieces: list[Piece], header: list[Piece], caption: str
) -> None:
    row = pieces[0][1]
    own = _unit_of(bracketed(row))
    offset = len(header) - len(pieces)
    for at, (start, piece) in enumerate(pieces[1:], 1):
        if not pattern(_NUMBER).fullmatch(piece):
            continue
        place = at + offset if offset in (0, -1) else at
        column = header[place][1] if 0 <= place < len(header) else ""
        beside = _beside(pieces, header, at) if offset == 0 else _Unit()
        unit, kind = _cell_unit(column, (own, beside), caption)
        if piece.endswith("%"):
            unit = _Unit("%")
        derived = kind in (Kind.CHANGE, Kind.SHARE) or _values(tuple(header)) > 1
        found[start] = Cell(
            start,
            start + len(piece),
            plain(row),
            plain(column),
            unit.unit,
            unit.exponent,
            kind,
            derived,
        )


@lru_cache(maxsize=64)
def _values(header: tuple[Piece, ...]) -> int:
    """How many columns hold values themselves, none of them a growth or a share of another."""
    rest = [title for _, title in header[1:]]
    told = (*_GROWTH, *_SHARE, *_UNIT_COLUMN)
    return sum(not any(word in title for word in told) for title in rest)


def _beside(pieces: list[Piece], header: list[Piece], at: int) -> _Unit:
    """The unit that a column called 单位 names for the row."""
    for index, (_, title) in enumerate(header[:at]):
        if title.replace(" ", "") in _UNIT_COLUMN:
            return _unit_of(pieces[index][1])
    return _Unit()


@lru_cache(maxsize=512)
def _cell_unit(column: str, rows: tuple[_Unit, _Unit], caption: str) -> tuple[_Unit, Kind]:
    inside = bracketed(column)
    growth = any(word in column for word in _GROWTH)
    own = _unit_of(inside)
    if growth:
        return (own if own.unit else _Unit("%")), Kind.CHANGE
    if any(word in column for word in _SHARE) and (not own.unit or own.unit in "%‰"):
        return (own if own.unit else _Unit("%")), Kind.SHARE
    named = next((unit for unit in (*rows, own, _unit_of(caption)) if unit.unit), _Unit())
    sort = sort_of(named.unit)
    if sort is Sort.PART:
        return named, Kind.SHARE
    if sort in (Sort.MONEY, Sort.MEASURE):
        return named, Kind.AMOUNT
    return named, Kind.COUNT if named.unit else Kind.AMOUNT


@lru_cache(maxsize=512)
def _unit_of(written: str) -> _Unit:
    """亿元 is 元 times 10^8."""
    written = written.strip().lstrip("±")
    if not written:
        return _Unit()
    _, end, exponent = scale_after(written, 0)
    start, unit = unit_after(written, end)
    return _Unit(unit, exponent) if unit and start <= end + 1 else _Unit()


def bracketed(title: str) -> str:
    """What stands in the brackets at the end of a title."""
    found = pattern(_BRACKET).search(title)
    return "" if found is None else found.group(1)


@lru_cache(maxsize=512)
def plain(title: str) -> str:
    """A title without its unit, marks and the spaces that stretch it."""
    bare = pattern(_BRACKET).sub("", title).lstrip("#*· ")
    return bare.replace(" ", "") if not bare.isascii() else bare.strip()
