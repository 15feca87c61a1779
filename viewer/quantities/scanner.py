"""The scanner: one pass over a text finds every number, its unit, kind and qualifier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from viewer.language import is_english, runs
from viewer.model import Kind, Qualifier, Quantity, Span
from viewer.quantities.chinese.classify import KINDS, case_of
from viewer.quantities.chinese.non_quantities import NO_FIGURES, is_figure_numeral
from viewer.quantities.chinese.qualify import qualified
from viewer.quantities.chinese.readings import chinese_readings
from viewer.quantities.direction import with_directions
from viewer.quantities.invisible import Visible, visible
from viewer.quantities.json_record import moved, with_unit
from viewer.quantities.normalize import fold, fold_chinese
from viewer.quantities.numbers.adjoining import whole_numbers
from viewer.quantities.numbers.lists import joined_ranges, shared_units
from viewer.quantities.numbers.reading import Reading, decided
from viewer.quantities.reasons import PREVIOUS, note, take
from viewer.quantities.rules import decide, kind_by
from viewer.quantities.standing import led_by
from viewer.quantities.tables.cells import in_cell, quantity_in
from viewer.quantities.tables.flattened import Cell, number_cells
from viewer.quantities.traditional import printed
from viewer.quantities.vocabulary import words_of

METRIC = frozenset({Kind.COUNT, Kind.AMOUNT, Kind.SHARE, Kind.CHANGE})


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
        from viewer.quantities.english import prose  # of no use to a Chinese text

        return with_directions(folded, prose.scan(text, folded, cells), "en")
    folded = fold_chinese(folded)
    single = whole_numbers(folded, chinese_readings(folded, cells), cells)
    readings = shared_units(folded, joined_ranges(folded, single))
    found = with_directions(folded, _Pass(text, folded, cells).over(readings), "zh")
    own = printed(text)
    if own is None:
        return found
    return tuple(with_unit(one, own.back(one.unit, one.span.start)) for one in found)


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
            if quantity.is_metric or quantity.kind is Kind.NAME:
                neighbour = quantity
        return tuple(found)

    def _in_prose(self, reading: Reading, neighbour: Quantity | None) -> Quantity | None:
        if reading.hanzi and reading.kind is None and not is_figure_numeral(self.folded, reading):
            return None
        kind, rule = decided(reading)
        if kind is None:
            kind, rule = decide(NO_FIGURES, (self.folded, reading))
        milestone = self.folded.startswith(words_of("zh", "bound.milestone"), reading.end)
        qualifier, words = self._bounded(reading, neighbour, milestone=milestone)
        if kind is None:
            case = case_of(self.folded, reading, neighbour, milestone=milestone)
            kind, rule = kind_by(KINDS, case)
        return Quantity(
            span=Span(reading.start, reading.end),
            words=words,
            surface=self.text[reading.start : reading.end],
            value=reading.value,
            unit=reading.unit,
            kind=kind,
            qualifier=qualifier,
            high=reading.high,
            is_metric=kind in METRIC,
            doubt=reading.doubt if kind in METRIC else "",
            rule=rule,
            reasons=take("bound") if qualifier is not Qualifier.EXACT else take(),
        )

    def _bounded(
        self, reading: Reading, neighbour: Quantity | None, *, milestone: bool
    ) -> tuple[Qualifier, Span]:
        """How firmly a number is said, and the range of the words that say so."""
        start, end = reading.start, reading.end
        qualifier, first, last = qualified(self.folded, start, end)
        if (first, last) != (start, end):
            note("bound", self.folded[first:start] + self.folded[end:last])
        if reading.open and qualifier is Qualifier.EXACT:
            qualifier = Qualifier.APPROX
            note("bound", self.folded[start:end])
        if qualifier is Qualifier.EXACT and neighbour is not None:
            listed = self.folded[neighbour.words.end : start].strip() == "、"
            same = neighbour.unit == reading.unit and neighbour.words.start < neighbour.span.start
            if listed and same:
                qualifier = neighbour.qualifier
                note("bound", PREVIOUS)
        towards = milestone and self.folded.endswith(words_of("zh", "bound.towards"), 0, start)
        if milestone and qualifier is Qualifier.EXACT and not towards:
            qualifier = Qualifier.AT_LEAST
            marks = words_of("zh", "bound.milestone")
            note("bound", next(one for one in marks if self.folded.startswith(one, end)))
        return qualifier, Span(first, last)
