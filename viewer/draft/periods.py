"""Tables whose columns are periods: their rows are series, not so many metrics."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from viewer.briefing import Span
from viewer.draft.found import Found

_PERIOD = re.compile(
    r"(?:19|20)\d{2}\s*年?(?:\s*(?:上半年|下半年|[一二三四]季度|第[一二三四]季度|前三季度|\d{1,2}月(?:末|底)?|末|底|[EQH]\d?))?|"
    r"\d{1,2}月(?:份)?|第?[一二三四]季度|(?:q[1-4]|h[12])\s*(?:19|20)?\d{0,4}|(?:19|20)\d{2}\s*q[1-4]|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+\d{4})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of periods: what it measures, and its figures by index with the period of each."""

    label: str
    points: tuple[tuple[int, str], ...]


def rows(text: str, found: Sequence[Found]) -> tuple[Row, ...]:
    """The series of a passage: the rows of its tables below headers that name two periods."""
    if "\t" not in text:
        return ()
    by_line: dict[int, list[int]] = defaultdict(list)
    for at, each in enumerate(found):
        by_line[each.line].append(at)
    return tuple(_rows(text, found, by_line))


def _rows(text: str, found: Sequence[Found], by_line: Mapping[int, list[int]]) -> Iterator[Row]:
    header: dict[int, str] = {}
    start = 0
    for line in text.split("\n"):
        cells = _cells(line, start)
        named = {n: cell.of(text) for n, cell in enumerate(cells) if _is_period(cell.of(text))}
        if len(cells) < 2:
            header = {}
        elif len(named) >= 2:
            header = named if len(set(named.values())) == len(named) else {}
        elif header:
            points = tuple(_points(found, by_line.get(start, ()), cells, header))
            if len(points) >= 2 and _alike(found, points):
                yield Row(cells[0].of(text).strip(), points)
        start += len(line) + 1


def _cells(line: str, start: int) -> list[Span]:
    spans: list[Span] = []
    for cell in line.split("\t"):
        spans.append(Span(start, start + len(cell)))
        start += len(cell) + 1
    return spans


def _is_period(cell: str) -> bool:
    return _PERIOD.fullmatch(cell.strip()) is not None


def _points(
    found: Sequence[Found], here: Sequence[int], cells: Sequence[Span], header: Mapping[int, str]
) -> Iterator[tuple[int, str]]:
    for number, period in header.items():
        if number < len(cells):
            inside = [at for at in here if cells[number].holds(found[at].quantity.span)]
            if len(inside) == 1:
                yield inside[0], period.strip()


def _alike(found: Sequence[Found], points: Sequence[tuple[int, str]]) -> bool:
    measured = {
        (found[at].quantity.unit, found[at].quantity.kind, found[at].quantity.qualifier)
        for at, _ in points
    }
    return len(measured) == 1
