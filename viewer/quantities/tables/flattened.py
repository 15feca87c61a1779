"""Tables that were flattened to lines: which cell takes which unit from header, row or caption."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from viewer.model import Kind
from viewer.quantities.agree import names_points
from viewer.quantities.regex_cache import pattern
from viewer.quantities.tables.english_units import Unit, in_line, is_measure, stated
from viewer.quantities.tables.headers import (
    bracketed,
    bracketed_words,
    plain,
    split_cells,
    two_rows,
)
from viewer.quantities.tables.measured_titles import measure_of
from viewer.quantities.tables.spaced_rows import spaced_rows
from viewer.quantities.tables.stated_units import caption_unit, counted_in, unit_of
from viewer.quantities.units import Sort, sort_of

_GAP = r"[ ]*(?:\t|\|)[ \t]*|[ ]{2,}"
_NUMBER = r"[+-]?(?:(?P<cur>(?:US|HK)?[$£€¥]) ?)?[0-9][0-9,]*(?:\.[0-9]+)?%?"
_LOSS = r"[(（][0-9][0-9,]*(?:\.[0-9]+)?[)）](?<!\([0-9]\))(?<!\([0-9]{2}\))"
"""A loss of the books: brackets stand for its minus (no mark of a note: it has three digits)."""
_WORDED = rf"{_NUMBER.replace('?P<cur>', '?:')} ?[万亿千]{{0,2}}[\u4e00-\u9fff/]{{1,5}}"
_CAPTION = r"(?:计量)?单位\s*:\s*([^)）\n]{1,24})"
_IN_PERCENT = (
    r"\b(?:percentage change|per ?cent(?: change)?|% change|percent(?:age)?|%)"
    r"(?=[,;)]|$| unless| of\b)"
)
"""A caption that gives percentages: Projections (annual percentage change)."""
_PERCENT_TITLE = rf"[%％]$|^[%％] (?:of|from|in)\b|{_IN_PERCENT}"
"""A title whose figures are in percent: 完成预算%, `% of budget`."""
_UNIT_COLUMN = ("单位", "计量单位", "Unit", "unit")
_GROWTH = (
    "change",
    "growth",
    "增长",
    "增减",
    "同比",
    "环比",
    "增速",
    "增幅",
    "涨跌",
    "升降",
    "±",
    "比上年",
    "变动",
)
_GROWTH_TITLE = (
    "percentage change",
    "per cent change",
    "% change",
    "增长",
    "增减",
    "增速",
    "涨跌",
    "升降",
    "涨幅",
    "降幅",
    "Growth",
    "Change",
)
_TITLES = ("表", "附表", "Table", "续表")
_PERCENT = ("percent", "per cent")
_RATE_SIGNS = (*_PERCENT, "%", "％", "growth", "增长", "同比", "环比", "增速", "幅")
"""What a title of changes holds that are rates, not differences."""
_PER_SHARE = r"(?i:\bper (?:\w+ )?share\b)|\bEPS\b|\bDPS\b|每股"
"""The row of a table in millions that is counted per share."""
_SIGNS = "$£€¥₹"
_SHARE = ("share", "比重", "占比", "构成", "率", "份额", "占")
_LEVELS = ("rate", "ratio", "share", "% of", "unemployment")
"""Rows of a table of changes that tell a level all the same."""
_PRESENT = (
    "^(?:本报告期末?|报告期末?|本期末?|本年(?:度|累计)?|本月|当期|本年末)"
    "(?:[(（][^)）]*[)）])?(?:(?:比|较)(?:上年度?|去年)?(?:同期|期末|末|期初)?)?"
)
_WIDEST = 40
_CAPTION_LIVES = 4


class Cell(NamedTuple):
    """A number cell: where it is, what its row and column are called, and the unit it takes.

    `derived` says that the column tells more than the value of its row (a growth, a share, a year);
    `worded` that the cell prints its own unit, so that only row and column are told of it;
    `measure` is what the title of the table says that its cells measure, `level` what the one
    column of values is called, where the table has no other.
    """

    start: int
    end: int
    row: str
    column: str
    unit: str
    exponent: int
    kind: Kind
    derived: bool = False
    worded: bool = False
    measure: str = ""
    level: str = ""


Piece = tuple[int, str]


class _Frame(NamedTuple):
    """What stands above the rows: the header's pieces, the unit's caption, a title of growth.

    `left` says that rows were read and that a line of words followed, so that the next header
    begins a table of its own, for which the caption does not speak. `cells` are those of the
    header with the empty ones in their places, `measure` what the title measures.
    """

    header: tuple[Piece, ...] = ()
    caption: str = ""
    grown: bool = False
    rows: bool = False
    left: bool = False
    cells: tuple[str, ...] = ()
    measure: str = ""


@lru_cache(maxsize=2)
def number_cells(folded: str) -> Mapping[int, Cell]:
    """The number cells of all tables in a folded text, by the offset of their first character.

    The last texts are remembered, as scanning and labelling ask for the same tables.
    """
    spaced = spaced_rows(folded)
    if not spaced and "\t" not in folded and "  " not in folded and "|" not in folded:
        return {}
    found: dict[int, Cell] = {}
    frame, age, start = _Frame(), _CAPTION_LIVES, 0
    for line in folded.split("\n"):
        if not line.strip("|-: +"):
            frame = frame if line else frame._replace(left=frame.rows)
            start += len(line) + 1
            continue
        pieces = pieces_of(line, start) or spaced.get(start, [])
        short = len(line) < (2 * _WIDEST if not line.isascii() else 4 * _WIDEST)
        caption = _caption_in(line, pieces) if short else ""
        if caption:
            left = bool(pieces) and frame.left
            kept = frame.measure if frame.left or not frame.rows else ""
            frame, age = _Frame(frame.header, caption, frame.grown, left=left, measure=kept), 0
        if not pieces:
            age += 1
            if age > _CAPTION_LIVES:
                frame = _Frame()
            frame = _titled(frame, line, caption) if short else frame
        elif any(_is_number(piece) for _, piece in pieces[1:]) and not _all_years(pieces):
            _take_row(found, pieces, frame)
            frame, age = frame._replace(rows=True), 0
        elif pieces[0][1].startswith(_TITLES):
            frame = frame._replace(grown=any(word in line for word in _GROWTH_TITLE))
        else:
            frame, age = _under_header(frame, pieces, split_cells(line), caption), 0
        start += len(line) + 1
    return found


def _titled(frame: _Frame, line: str, caption: str) -> _Frame:
    """What stands above the rows after a short line of words, which may be the table's title."""
    kept = frame.measure if caption else ""
    frame = frame._replace(measure=measure_of(line) or kept)
    if caption or len(line) >= 2 * _WIDEST:
        return frame
    return frame._replace(grown=any(word in line for word in _GROWTH_TITLE), left=frame.rows)


def _under_header(
    frame: _Frame, pieces: list[Piece], cells: tuple[str, ...], caption: str
) -> _Frame:
    """What stands above the rows after a header: with the row of titles above it as one."""
    kept = frame.caption if not frame.left or _again(pieces, frame.header) else ""
    above = frame.cells if not frame.rows and not frame.left else ()
    both = two_rows(above, cells)
    header = tuple((pieces[0][0], title) for title in both) if both else tuple(pieces)
    return _Frame(header, caption or kept, frame.grown, cells=both or cells, measure=frame.measure)


def _caption_in(line: str, pieces: list[Piece]) -> str:
    """The unit that a line above a table gives: 单位：亿元, 农产品价格（元/公斤）, in millions."""
    if pieces:
        return _caption_among(pieces)
    named = pattern(_CAPTION).search(line)
    if named is not None:
        return named.group(1)
    closed = line.rstrip().endswith((")", "）"))
    if closed and unit_of(written := bracketed(line), whole=True).unit:
        return written
    if closed and any(stated(written := bracketed_words(line))):
        return written
    if pattern(_IN_PERCENT, re.IGNORECASE).search(bracketed_words(line)):
        return "%"
    return in_line(line)


def _caption_among(pieces: list[Piece]) -> str:
    """The unit that a cell by itself gives, or the title of the first column for all the others;
    what stands in brackets behind another title is the unit of that column."""
    first = pattern(_CAPTION).search(pieces[0][1])
    if first is not None:
        return first.group(1)
    alone = (pattern(_CAPTION).match(piece.lstrip("(（")) for _, piece in pieces[1:])
    return next((found.group(1) for found in alone if found is not None), "")


def _again(pieces: list[Piece], header: tuple[Piece, ...]) -> bool:
    """Whether a header stands a second time: its table goes on, on the next page."""
    return [piece for _, piece in pieces] == [piece for _, piece in header]


def pieces_of(line: str, start: int) -> list[Piece]:
    """The cells of a line that tabs, strokes or wide gaps part, with their offsets from `start`.

    None when the line is prose.
    """
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
    """A header of years: 指标 2018 2019; of one year, beside titles of shares or changes."""
    rest = [piece for _, piece in pieces[1:]]
    years = [len(p) == 4 and p.startswith(("19", "20")) and p.isdigit() for p in rest]
    numbers = [pattern(_NUMBER).fullmatch(piece) is not None for piece in rest]
    titled = any(word in piece.lower() for piece in rest for word in (*_GROWTH, *_SHARE))
    return all(years) or (sum(years) > (not titled) and years == numbers)


def _take_row(found: dict[int, Cell], pieces: list[Piece], frame: _Frame) -> None:
    row, header = pieces[0][1], frame.header
    grown = frame.grown or any(word in row.lower() for word in _GROWTH)
    name, own = plain(row), unit_of(bracketed(row))
    titles = tuple(title for _, title in header)
    offset = len(header) - len(pieces)
    if offset == -1:
        titles, offset = ("", *titles), 0
    beside = _beside(pieces, titles) if offset == 0 else Unit()
    values = _value_columns(titles)
    level = plain(titles[values[0]]) if len(values) == 1 else ""
    for at, (start, piece) in enumerate(map(_unbracketed, pieces[1:]), 1):
        number = pattern(_NUMBER).fullmatch(piece)
        place = at
        if number is None:
            if pattern(_WORDED).fullmatch(piece):
                title = titles[place] if place < len(titles) else ""
                told = Cell(start, start, name, plain(title), "", 0, Kind.COUNT, bool(title), True)
                found[start] = told
            continue
        column = _column(titles, place, frame.caption, own if own.unit else beside)
        unit = _printed_unit(number, row, column.unit)
        kind = _kind_of(unit.unit) if column.kind in (Kind.COUNT, Kind.AMOUNT) else column.kind
        rate = any(word in row.lower() for word in _LEVELS)
        if (
            grown
            and kind is Kind.SHARE
            and not rate
            and not any(word in column.name for word in _SHARE)
        ):
            kind = Kind.CHANGE
        end = start + len(piece)
        found[start] = Cell(
            start, end, name, column.name, unit.unit, unit.exponent, kind, column.derived,
            measure=frame.measure, level=level,
        )  # fmt: skip


def _is_number(piece: str) -> bool:
    """Whether a cell holds a number, also one in the brackets of accounts."""
    return pattern(f"{_NUMBER}|{_LOSS}").fullmatch(piece) is not None


def _unbracketed(piece: Piece) -> Piece:
    """The digits of a loss without the brackets that stand for its minus."""
    start, written = piece
    return (start + 1, written[1:-1]) if pattern(_LOSS).fullmatch(written) else piece


def _printed_unit(number: re.Match[str], row: str, unit: Unit) -> Unit:
    """The unit of a cell that prints a sign of its own; what is counted per share is not scaled."""
    if number.group().endswith("%"):
        return Unit("%")
    exponent = 0 if pattern(_PER_SHARE).search(row) else unit.exponent
    return Unit(number.group("cur") or unit.unit, exponent)


class _Column(NamedTuple):
    """What a column says of its cells."""

    name: str
    unit: Unit
    kind: Kind
    derived: bool


@lru_cache(maxsize=512)
def _column(titles: tuple[str, ...], place: int, caption: str, row: Unit) -> _Column:
    """The column at `place`, where the row asks for a unit of its own or for none."""
    title = titles[place] if 0 <= place < len(titles) else ""
    lower = title.lower()
    if any(word in lower for word in _GROWTH):
        own = unit_of(bracketed(title))
        own = own if own.unit else _moved_unit(lower, caption)
        return _Column(plain(title), own, Kind.CHANGE, derived=True)
    own = unit_of(bracketed(title))
    if not own.unit and pattern(_PERCENT_TITLE).search(title):
        own = Unit("%")
    share = own.unit == "%" or any(word in lower for word in _SHARE)
    if share and (not own.unit or own.unit in "%‰"):
        return _Column(plain(title), own if own.unit else Unit("%"), Kind.SHARE, derived=True)
    values = _value_columns(titles)
    if caption:
        rank = values.index(place) if place in values else 0
        general = caption_unit(caption, title, rank, len(values))
    else:
        general = _of_corner(titles[0] if titles else "", title)
    spelled = own.exponent if len(bracketed(title)) > 2 else 0  # `(m)` may stand for metres
    scaled = Unit(exponent=spelled or general.exponent)
    unit = next((one for one in (row, own, general) if one.unit), scaled)
    unit = unit if unit.unit else Unit(counted_in(plain(title)), unit.exponent)
    kind = _kind_of(unit.unit)
    derived = kind is Kind.SHARE or len(values) > 1
    return _Column(plain(title), unit, kind, derived)


def _moved_unit(title: str, caption: str) -> Unit:
    """The unit of changes under a bare title: points where the table gives points, else percent."""
    points = names_points(caption) and not any(sign in title for sign in _RATE_SIGNS)
    return Unit(caption) if points else Unit("%")


def _of_corner(corner: str, title: str) -> Unit:
    """The unit that the title of the row names gives to all columns: £ million, 指标（亿元）, but
    for one that counts something itself."""
    whole = unit_of(corner.strip("()（） "), whole=True)
    if whole.unit or whole.exponent or counted_in(plain(title)):
        return whole
    return unit_of(bracketed(corner), whole=True)


def _kind_of(unit: str) -> Kind:
    sort = sort_of(unit)
    if sort is Sort.PART or unit in _PERCENT:
        return Kind.SHARE
    if sort in (Sort.MONEY, Sort.MEASURE) or not unit or unit[-1] in _SIGNS or unit.isupper():
        return Kind.AMOUNT
    if is_measure(unit):
        return Kind.AMOUNT
    return Kind.COUNT


@lru_cache(maxsize=64)
def _value_columns(titles: tuple[str, ...]) -> tuple[int, ...]:
    """The columns that hold values themselves, none of them a growth or a share of another."""
    told = (*_GROWTH, *_SHARE, *_UNIT_COLUMN)
    return tuple(
        place
        for place, title in enumerate(titles)
        if place and not any(word in title.lower() for word in told)
    )


def _beside(pieces: list[Piece], titles: tuple[str, ...]) -> Unit:
    """The unit that a column called 单位 names for the row."""
    for index, title in enumerate(titles):
        if title.replace(" ", "") in _UNIT_COLUMN:
            return unit_of(pieces[index][1])
    return Unit()


def period_free(title: str) -> str:
    """A column's name less the present period: 本报告期比上年同期增减 is 增减."""
    return pattern(_PRESENT).sub("", title)
