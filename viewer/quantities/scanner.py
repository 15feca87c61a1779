"""The scanner: one pass over a text finds every number, its unit, kind and qualifier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from viewer.language import is_english, runs
from viewer.model import Kind, Qualifier, Quantity, Span
from viewer.quantities.chinese.classify import bare_kind, kind_of, lead_of, names_share
from viewer.quantities.chinese.non_quantities import says_figure, told_apart
from viewer.quantities.chinese.qualify import qualified
from viewer.quantities.direction import with_directions
from viewer.quantities.english import prose as english
from viewer.quantities.invisible import Visible, visible
from viewer.quantities.json_record import moved, with_unit
from viewer.quantities.normalize import fold, fold_chinese
from viewer.quantities.numbers.adjoining import whole_numbers
from viewer.quantities.numbers.lists import joined_ranges, shared_units
from viewer.quantities.numbers.number_reader import START, Reading, read
from viewer.quantities.numbers.numerals import is_whole
from viewer.quantities.standing import led_by
from viewer.quantities.tables.cells import cell_at, in_cell, quantity_in, reading_of
from viewer.quantities.tables.flattened import Cell, number_cells
from viewer.quantities.traditional import printed
from viewer.quantities.vocabulary import words_of

METRIC = frozenset({Kind.COUNT, Kind.AMOUNT, Kind.SHARE, Kind.CHANGE})
_AHEAD = 12
_JOINTS = frozenset("、和及与或")


def scan(text: str, language: str = "zh-CN") -> tuple[Quantity, ...]:
    """Every quantity of `text` in order: figures, and what looks like one (dates, ranks, names).

    Works on a sentence as on a whole report; never raises; linear in the length of the text.
    Each paragraph is read by the grammar of its own language; `language` is that of what has no
    letters.
    """
    shown = visible(text)
    if shown is None:
        return _scanned(text, language)
    return tuple(_moved(one, text, shown) for one in _scanned(shown.text, language))


def scan_under(heading: str, text: str, language: str) -> tuple[Quantity, ...]:
    """Every quantity of a text below its heading, which may say that they are aims or plans."""
    lead = led_by(heading)
    found = scan(lead + text, language)
    return tuple(moved(one, -len(lead)) for one in found if one.span.start >= len(lead))


def scan_as(text: str, language: str) -> tuple[Quantity, ...]:
    """Every quantity of `text`, which is part of a paragraph in `language`, as `scan` reads it."""
    shown = visible(text)
    if shown is None:
        return _read(text, language)
    return tuple(_moved(one, text, shown) for one in _read(shown.text, language))


def _moved(quantity: Quantity, text: str, shown: Visible) -> Quantity:
    """A quantity of the visible characters with its places in the whole text."""
    span = shown.original(quantity.span)
    words = shown.original(quantity.words)
    return replace(quantity, span=span, words=words, surface=span.of(text))


def _scanned(text: str, language: str) -> tuple[Quantity, ...]:
    parts = runs(text, language)
    if len(parts) == 1:
        return _read(text, parts[0].language)
    return tuple(
        moved(one, part.span.start)
        for part in parts
        for one in _read(part.span.of(text), part.language)
    )


def _read(text: str, language: str) -> tuple[Quantity, ...]:
    """The quantities of a text in one language."""
    folded = fold(text)
    cells = number_cells(folded)
    if is_english(language):
        return with_directions(folded, english.scan(text, folded, cells), "en")
    folded = fold_chinese(folded)
    single = whole_numbers(folded, chinese_readings(folded, cells), cells)
    readings = shared_units(folded, joined_ranges(folded, single))
    found = with_directions(folded, _Pass(text, folded, cells).over(readings), "zh")
    own = printed(text)
    if own is None:
        return found
    return tuple(with_unit(one, own.back(one.unit, one.span.start)) for one in found)


def chinese_readings(folded: str, cells: Mapping[int, Cell]) -> list[Reading]:
    """Every number of a folded text as it stands, not yet joined to its neighbours."""
    found: list[Reading] = []
    at = 0
    while start := START.search(folded, at):
        cell = cell_at(folded, start.start(), cells)
        if cell is not None:
            found.append(reading_of(cell, folded))
            at = cell.end
            continue
        reading = read(folded, start.start())
        if isinstance(reading, int):
            at = reading
        else:
            if not (found and reading.start < found[-1].end):  # 0亿几千: 几 belongs to 0亿
                found.append(reading)
            at = reading.end
    return found


class _Pass(NamedTuple):
    """What one pass over the readings looks at."""

    text: str
    folded: str
    cells: Mapping[int, Cell]

    def over(self, readings: Sequence[Reading]) -> tuple[Quantity, ...]:
        found: list[Quantity] = []
        neighbour: Quantity | None = None
        for reading in readings:
            cell = self.cells.get(reading.start)
            if cell is not None and in_cell(cell, reading):
                found.append(quantity_in(cell, self.text, reading))
                continue
            quantity = self._in_prose(reading, neighbour)
            if quantity is None:
                continue
            found.append(quantity)
            if quantity.kind is not Kind.DATE:
                neighbour = quantity
        return tuple(found)

    def _in_prose(self, reading: Reading, neighbour: Quantity | None) -> Quantity | None:
        if reading.hanzi and reading.kind is None and not says_figure(self.folded, reading):
            return None
        kind = reading.kind or told_apart(self.folded, reading)
        qualifier, first, last = qualified(self.folded, reading.start, reading.end)
        if reading.open and qualifier is Qualifier.EXACT:
            qualifier = Qualifier.APPROX
        if qualifier is Qualifier.EXACT and neighbour is not None:
            listed = self.folded[neighbour.words.end : reading.start].strip() == "、"
            same = neighbour.unit == reading.unit and neighbour.words.start < neighbour.span.start
            qualifier = neighbour.qualifier if listed and same else qualifier
        milestone = self.folded.startswith(words_of("zh", "bound.milestone"), reading.end)
        towards = milestone and self.folded.endswith(
            words_of("zh", "bound.towards"), 0, reading.start
        )
        if milestone and qualifier is Qualifier.EXACT and not towards:
            qualifier = Qualifier.AT_LEAST
        if kind is None:
            kind = self._kind(reading, neighbour)
            kind = kind_of(reading.unit, "", "", None) if milestone else kind
        return Quantity(
            span=Span(reading.start, reading.end),
            words=Span(first, last),
            surface=self.text[reading.start : reading.end],
            value=reading.value,
            unit=reading.unit,
            kind=kind,
            qualifier=qualifier,
            high=reading.high,
            is_metric=kind in METRIC,
            doubt=reading.doubt if kind in METRIC else "",
        )

    def _kind(self, reading: Reading, neighbour: Quantity | None) -> Kind:
        floor = 0 if neighbour is None else neighbour.span.end
        lead, near = lead_of(self.folded, reading.start, floor)
        if not lead and self.folded[reading.start - 1 : reading.start] == "（":
            lead, _ = lead_of(self.folded, reading.start - 1, floor)
            lead = lead if "分别" in lead or "依次" in lead else ""
        if not (reading.unit or reading.exponent or reading.part):
            level = bare_kind(lead, whole=is_whole(reading.value))
            beside = neighbour if near else None
            ratio = beside is not None and not beside.unit and beside.kind is Kind.SHARE
            return Kind.SHARE if ratio else level
        if neighbour is not None and "\n\n" in self.folded[neighbour.span.end : reading.start]:
            neighbour = None  # what was said of a figure ends with its paragraph
        same = neighbour is not None and neighbour.unit == reading.unit
        close = same or (near and lead.strip() in _JOINTS)
        inherited = neighbour.kind if neighbour is not None and close else None
        ahead = self.folded[reading.end : reading.end + _AHEAD]
        if reading.value is not None and reading.value < 0 and reading.unit in ("%", "‰"):
            share = names_share(lead) and not lead.endswith("指数")
            return Kind.SHARE if share else Kind.CHANGE
        if self.folded[reading.start - 1 : reading.start] == "+" and reading.unit == "%":
            return Kind.CHANGE
        kind = kind_of("%" if reading.part else reading.unit, lead, ahead, inherited)
        if inherited is Kind.CHANGE and same and lead.strip() in _JOINTS and kind is not Kind.SHARE:
            return Kind.CHANGE
        index = reading.unit == "点" and not is_whole(reading.value)
        return Kind.AMOUNT if index and kind is Kind.COUNT else kind
